"""A problem is data first and text last: a code, what is wrong, how to fix it, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic_core import PydanticCustomError, ValidationError

from quizgen.errors import QuizgenError
from quizgen.questions.codes import Code

DataPath = tuple[str | int, ...]
"""Field names and indexes that lead from a model, or from a file's data, to one of its values."""

PROBLEM = "quizgen_problem"
"""The pydantic error type that carries problems."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a model does not accept. ``at`` is its path inside the model: field names and indexes."""

    code: Code
    message: str
    """What is wrong."""
    help: str
    """How to fix it."""
    at: DataPath = ()

    def __str__(self) -> str:
        return f"{self.message} ({self.help})"


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise one pydantic error that carries all ``problems``; do nothing if there are none."""
    found = tuple(problems)
    if found:
        text = "; ".join(f"{problem.code}: {problem}" for problem in found)
        raise PydanticCustomError(PROBLEM, "{text}", {"text": text, "problems": found})


def problems_in(error: ValidationError) -> Iterator[Problem]:
    """Yield the problems that ``error`` carries."""
    for entry in error.errors(include_url=False):
        if entry["type"] == PROBLEM:
            found: tuple[Problem, ...] = entry["ctx"]["problems"]
            yield from found


class InvalidError(QuizgenError, ValueError):
    """A question, set or seed that was built in code is not valid; ``messages`` says why, one problem each."""

    def __init__(self, model: str, messages: Iterable[str]) -> None:
        self.messages = tuple(messages)
        super().__init__("\n".join(f"{model}: {message}" for message in self.messages))

    @classmethod
    def from_pydantic(cls, error: ValidationError) -> "InvalidError":
        """Return the error in quizgen's terms: a field, then what is wrong with it."""
        return cls(error.title, _messages(error))


def _messages(error: ValidationError) -> Iterator[str]:
    for entry in error.errors(include_url=False):
        place = tuple(entry["loc"])
        if entry["type"] != PROBLEM:
            yield _at(place) + entry["msg"][:1].lower() + entry["msg"][1:]
            continue
        for problem in entry["ctx"]["problems"]:
            yield f"{_at((*place, *problem.at))}{problem}"


def _at(place: tuple[str | int, ...]) -> str:
    return f"{'.'.join(map(str, place))}: " if place else ""
