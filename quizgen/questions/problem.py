"""Refusals are data first and words last: a code, what is wrong, how to mend it, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from quizgen.questions.codes import Code

PROBLEM = "refused"
"""The pydantic error type under which refusals travel."""


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that a model will not take. ``at`` is the path to it inside the model: field names and indexes."""

    code: Code
    message: str
    help: str
    at: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return f"{self.message} ({self.help})"


def raise_problems(problems: Iterable[Problem]) -> None:
    """Raise one pydantic error that carries all ``problems``; do nothing when there are none."""
    found = tuple(problems)
    if found:
        words = "; ".join(f"{problem.code}: {problem}" for problem in found)
        raise PydanticCustomError(PROBLEM, "{words}", {"words": words, "refusals": found})
