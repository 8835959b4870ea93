"""Refusals are data first and words last: a code, what is wrong, how to mend it, and where."""

from collections.abc import Iterable
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from quizgen.questions.codes import Code

REFUSED = "refused"
"""The pydantic error type under which refusals travel."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """One thing that a model will not take. ``at`` is the path to it inside the model: field names and indexes."""

    code: Code
    problem: str
    mend: str
    at: tuple[str | int, ...] = ()

    def __str__(self) -> str:
        return f"{self.problem} ({self.mend})"


def refuse_any(refusals: Iterable[Refusal]) -> None:
    """Raise one pydantic error that carries all ``refusals``; do nothing when there are none."""
    found = tuple(refusals)
    if found:
        words = "; ".join(f"{refusal.code}: {refusal}" for refusal in found)
        raise PydanticCustomError(REFUSED, "{words}", {"words": words, "refusals": found})
