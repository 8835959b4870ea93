"""Order and match questions."""

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
    """A question that asks the learner to put steps in order."""

    kind: Literal["order"] = "order"
    stem: Text
    """What to put in order, and by which criterion."""
    steps: tuple[Line, ...]
    """The steps in the correct order."""

    def problems(self) -> Iterator[Problem]:
        if not MIN_STEPS <= len(self.steps) <= MAX_STEPS:
            yield Problem(
                Code.STEP_COUNT,
                f"an order question needs {MIN_STEPS} to {MAX_STEPS} steps; this one has {len(self.steps)}",
                "add steps" if len(self.steps) < MIN_STEPS else "remove steps",
                ("steps",),
            )
        for index, first in repeats(self.steps):
            yield Problem(
                Code.EQUAL_STEPS, f"two steps are the same: {first!r}", "reword or remove one of them", ("steps", index)
            )


class MatchQuestion(BaseQuestion):
    """A question that asks the learner to match left-hand items with right-hand items."""

    kind: Literal["match"] = "match"
    stem: Text
    """The instruction, such as `Match each person with their role.`"""
    pairs: tuple[tuple[Line, Line], ...]
    """Pairs, as `left side: right side`."""

    @field_validator("pairs", mode="before")
    @classmethod
    def _from_mapping(cls, value: Any) -> Any:
        return tuple(value.items()) if isinstance(value, Mapping) else value

    def problems(self) -> Iterator[Problem]:
        if not MIN_PAIRS <= len(self.pairs) <= MAX_PAIRS:
            yield Problem(
                Code.PAIR_COUNT,
                f"a matching question needs {MIN_PAIRS} to {MAX_PAIRS} pairs; this one has {len(self.pairs)}",
                "add pairs" if len(self.pairs) < MIN_PAIRS else "remove pairs",
                ("pairs",),
            )
        for side, name in enumerate(("left", "right")):
            for index, first in repeats(tuple(pair[side] for pair in self.pairs)):
                yield Problem(
                    Code.EQUAL_SIDES,
                    f"two {name}-hand items are the same: {first!r}",
                    "an item can belong to only one pair; reword it or remove one of the pairs",
                    ("pairs", index),
                )


def repeats(texts: tuple[str, ...]) -> Iterator[tuple[int, str]]:
    """Yield the index of each text that equals an earlier one (ignoring case and accents), and that earlier text."""
    seen: dict[str, str] = {}
    for index, text in enumerate(texts):
        folded = fold(text)
        if folded in seen:
            yield index, seen[folded]
        else:
            seen[folded] = text
