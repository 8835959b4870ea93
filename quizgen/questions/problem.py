"""Problems as data: a code, what is wrong, how to fix it, and where."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from pydantic_core import PydanticCustomError, ValidationError

from quizgen.errors import QuizgenError
from quizgen.questions.codes import Code
from quizgen.questions.kinds import KINDS

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
    """How to fix it; empty where that is obvious."""
    at: DataPath = ()
    first: DataPath | None = None
    """The path of the first of two parts that contradict each other; ``at`` is the path of the second."""
    writes: tuple[str, ...] = ()
    """Keys that an author who follows the help adds next to this part, so they are not reported as missing."""

    def __str__(self) -> str:
        return f"{self.message} ({self.help})" if self.help else self.message


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise one pydantic error that carries all ``problems``; do nothing if there are none."""
    found = tuple(problems)
    if found:
        text = "; ".join(f"{problem.code}: {problem}" for problem in found)
        raise PydanticCustomError(PROBLEM, "{text}", {"text": text, "problems": found})


class InvalidError(QuizgenError, ValueError):
    """A question, set or seed that was built in code is not valid; ``problems`` says why."""

    def __init__(self, model: str, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(f"{model}: {message}" for message in self.messages))

    @property
    def messages(self) -> tuple[str, ...]:
        """One line for each problem: the field with the problem, what is wrong, and how to fix it."""
        return tuple(f"{'.'.join(map(str, one.at))}: {one}" if one.at else str(one) for one in self.problems)


class FrozenError(QuizgenError, AttributeError):
    """A field of a question, set or seed was assigned or deleted; these objects never change."""


@contextmanager
def own_errors() -> Iterator[None]:
    """Raise quizgen's own error instead of pydantic's, in the block."""
    try:
        yield
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "frozen_instance":
            field = first["loc"][0]
            raise FrozenError(
                f"{error.title} objects cannot be changed. Make a copy: model_copy(update={{{field!r}: …}})"
            ) from None
        raise InvalidError(error.title, _all_problems(error)) from None


def _all_problems(error: ValidationError) -> Iterator[Problem]:
    from quizgen.questions.error_messages import describe_error

    entries = error.errors(include_url=False)
    faulty_lists = {entry["loc"][:-1] for entry in entries}
    for entry in entries:
        if entry["type"] == "too_short" and any(place[: len(entry["loc"])] == entry["loc"] for place in faulty_lists):
            continue  # pydantic does not count items that are not valid
        at = _fields(entry["loc"])
        if entry["type"] == PROBLEM:
            for problem in entry["ctx"]["problems"]:
                yield replace(problem, at=(*at, *problem.at))
            continue
        name = next((str(step) for step in reversed(at) if isinstance(step, str)), error.title)
        code, message = describe_error({**entry}, name)
        yield Problem(code, message, "", at)


def _fields(loc: DataPath) -> DataPath:
    """Return ``loc`` without what pydantic adds to field names and indexes: the kind of a question, `[key]`."""
    before = (None, *loc)
    return tuple(
        step
        for previous, step in zip(before, loc, strict=False)
        if step != "[key]" and not (isinstance(previous, int) and step in KINDS)
    )
