"""Questions that show their answers: choice, multiple and true_false."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, model_validator

from quizgen.questions.base import BaseQuestion
from quizgen.questions.codes import Code
from quizgen.questions.fields import Line, Text
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold_option

MIN_OPTIONS, MAX_OPTIONS = 2, 10


class OptionsQuestion(BaseQuestion):
    """What choice and multiple share. Authors write ``distractors``, or ``options`` where the order matters."""

    stem: Text
    """The question itself, complete enough to be answered with the options covered."""
    distractors: tuple[Line, ...] = ()
    """Wrong options, each plausible to somebody who has not learnt the answer."""
    options: tuple[Line, ...] = ()
    """All options in the order to show them, the right ones among them; instead of `distractors`."""
    shuffle: bool = True
    """Whether the options are shown in a new order each time; `false` needs `options`."""
    pin_last: bool = False
    """Whether the last of `options` (or of `distractors`) stays last when the rest is shuffled."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The right options."""
        raise NotImplementedError

    @property
    def shown(self) -> tuple[str, ...]:
        """All options in the author's order."""
        return self.options or (*self.keys, *self.distractors)

    @staticmethod
    def _written_keys(data: dict[str, Any]) -> Sequence[Any]:
        raise NotImplementedError

    @model_validator(mode="before")
    @classmethod
    def _distractors_from_options(cls, data: Any) -> Any:
        if isinstance(data, dict) and "distractors" not in data and isinstance(data.get("options"), list | tuple):
            keys = {_plain(key) for key in cls._written_keys(data)}
            return {**data, "distractors": [option for option in data["options"] if _plain(option) not in keys]}
        return data

    def problems(self) -> Iterator[Problem]:
        shown = self.shown
        if not MIN_OPTIONS <= len(shown) <= MAX_OPTIONS:
            yield Problem(
                Code.OPTION_COUNT,
                f"the question has {len(shown)} option{'s' if len(shown) != 1 else ''}",
                f"give between {MIN_OPTIONS} and {MAX_OPTIONS}, the right one included; three or four serve best",
                ("options",) if self.options else ("distractors",),
            )
        if self.options and sorted(self.options) != sorted((*self.keys, *self.distractors)):
            yield Problem(
                Code.OPTION_ORDER,
                "the options are not the right answer and the distractors",
                "list each right answer among the options exactly as it is written, and leave out `distractors`",
                ("options",),
            )
        if not self.shuffle and not self.options:
            yield Problem(
                Code.OPTION_ORDER,
                "shuffle is off but no order is given",
                "write all options, the right one among them, under `options` in the order to show",
                ("shuffle",),
            )
        yield from self._equal_options()

    def _equal_options(self) -> Iterator[Problem]:
        keys: dict[str, str] = {}
        for key in self.keys:
            if (other := keys.setdefault(fold_option(key), key)) is not key:
                yield Problem(
                    Code.EQUAL_OPTIONS,
                    f"two right answers read the same: {other!r}",
                    "leave one of them out",
                    ("answers",),
                )
        seen: dict[str, str] = {}
        for index, distractor in enumerate(self.distractors):
            at: tuple[str | int, ...] = ("options",) if self.options else ("distractors", index)
            folded = fold_option(distractor)
            if folded in keys:
                yield Problem(
                    Code.KEY_IS_DISTRACTOR,
                    f"the right answer {keys[folded]!r} stands among the wrong ones",
                    f"take it out, or put something wrong in its place{_or_as_code(keys[folded], distractor)}",
                    at,
                )
            elif folded in seen:
                yield Problem(
                    Code.EQUAL_OPTIONS,
                    f"two options read the same: {seen[folded]!r}",
                    f"leave one of them out{_or_as_code(seen[folded], distractor)}",
                    at,
                )
            seen.setdefault(folded, distractor)


def _or_as_code(one: str, other: str) -> str:
    """A way out for options that are meant to differ in their capitals alone."""
    return "; where a capital makes the difference, write both as `code`" if _differ_in_capitals(one, other) else ""


def _differ_in_capitals(one: str, other: str) -> bool:
    return one != other and one.lower() == other.lower() and "`" not in one + other


def _plain(value: Any) -> str:
    return str(value).strip()


class ChoiceQuestion(OptionsQuestion):
    """Several options, exactly one of them right."""

    kind: Literal["choice"] = "choice"
    answer: Line
    """The right option (the key)."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.answer,)

    @staticmethod
    def _written_keys(data: dict[str, Any]) -> Sequence[Any]:
        return [data.get("answer")]


class MultipleQuestion(OptionsQuestion):
    """Several options, one or more of them right."""

    kind: Literal["multiple"] = "multiple"
    answers: tuple[Line, ...] = Field(min_length=1)
    """All right options (the keys)."""

    @property
    def keys(self) -> tuple[str, ...]:
        return self.answers

    @staticmethod
    def _written_keys(data: dict[str, Any]) -> Sequence[Any]:
        written = data.get("answers")
        return written if isinstance(written, list | tuple) else [written]


class TrueFalseQuestion(BaseQuestion):
    """A statement to be judged."""

    kind: Literal["true_false"] = "true_false"
    stem: Text
    """The statement, wholly true or wholly false."""
    answer: bool
    """Whether the statement is true."""

    def problems(self) -> Iterator[Problem]:
        if not self.answer and self.explanation is None:
            yield Problem(
                Code.FALSE_UNEXPLAINED,
                "a false statement has no explanation",
                "say in `explanation` what is true instead, so that nobody goes away with the false one",
            )
