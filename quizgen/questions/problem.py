"""A problem is data first and text last: a code, what is wrong, how to fix it, and where."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from quizgen.questions.codes import Code

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
    at: tuple[str | int, ...] = ()

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
