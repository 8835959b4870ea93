"""Questions whose parts are put in place: order and match."""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from pydantic import field_validator

from quizgen.questions.base import BaseQuestion
from quizgen.questions.codes import Code
from quizgen.questions.fields import Line, Text
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold

MIN_STEPS, MAX_STEPS = 3, 10
MIN_PAIRS, MAX_PAIRS = 2, 10


class OrderQuestion(BaseQuestion):
    """Steps to be put in order."""

    kind: Literal["order"] = "order"
    stem: Text
    """What to order, and by what."""
    steps: tuple[Line, ...]
    """The steps in the right order."""

    def problems(self) -> Iterator[Problem]:
        if not MIN_STEPS <= len(self.steps) <= MAX_STEPS:
            yield Problem(
                Code.STEP_COUNT,
                f"there {'is' if len(self.steps) == 1 else 'are'} {len(self.steps)} to put in order",
                f"give between {MIN_STEPS} and {MAX_STEPS} steps",
                ("steps",),
            )
        for index, first in repeats(self.steps):
            yield Problem(Code.EQUAL_STEPS, f"two steps read the same: {first!r}", "tell them apart", ("steps", index))


class MatchQuestion(BaseQuestion):
    """Left sides to be matched with right sides."""

    kind: Literal["match"] = "match"
    stem: Text
    """What to match with what."""
    pairs: tuple[tuple[Line, Line], ...]
    """Left side: right side."""

    @field_validator("pairs", mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        return tuple(value.items()) if isinstance(value, Mapping) else value

    def problems(self) -> Iterator[Problem]:
        if not MIN_PAIRS <= len(self.pairs) <= MAX_PAIRS:
            yield Problem(
                Code.PAIR_COUNT,
                f"there {'is 1 pair' if len(self.pairs) == 1 else f'are {len(self.pairs)} pairs'} to match",
                f"give between {MIN_PAIRS} and {MAX_PAIRS} pairs",
                ("pairs",),
            )
        for side, name in enumerate(("left", "right")):
            for index, first in repeats(tuple(pair[side] for pair in self.pairs)):
                yield Problem(
                    Code.EQUAL_SIDES,
                    f"two {name} sides read the same: {first!r}",
                    "each side may have only one partner: tell them apart or leave one out",
                    ("pairs", index),
                )


def repeats(texts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the index of each text that reads like an earlier one, with that earlier one."""
    seen: dict[str, str] = {}
    for index, text in enumerate(texts):
        folded = fold(text)
        if folded in seen:
            yield index, seen[folded]
        else:
            seen[folded] = text
