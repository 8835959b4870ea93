"""Choice, multiple and true_false questions, which show the possible answers."""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from pydantic import Field, model_validator

from quizgen.questions.base import BaseQuestion
from quizgen.questions.codes import Code
from quizgen.questions.distractor import Distractor, WrongOption
from quizgen.questions.fields import Line, Text
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold_option
from quizgen.text.plurals import count
from quizgen.text.suggestions import nearest

MIN_OPTIONS, MAX_OPTIONS = 2, 10


class OptionsQuestion(BaseQuestion):
    """Base of choice and multiple questions. Authors write ``distractors``, or ``options`` if the order matters."""

    stem: Text
    """The question, complete enough to be answered without seeing the options."""
    distractors: tuple[WrongOption, ...] = ()
    """Wrong options, each plausible to someone who does not know the answer. Write the text, or
    `{text, feedback, share}`."""
    options: tuple[Line, ...] = ()
    """All options in display order, including the correct ones. Use this instead of `distractors`."""
    shuffle: bool = True
    """Whether to shuffle the options each time, unless they are numbers or dates. `false` requires `options`."""
    pin_last: bool = False
    """Whether the last of `options` (or `distractors`) stays last when the others are shuffled."""

    @property
    def keys(self) -> tuple[str, ...]:
        """The correct options."""
        raise NotImplementedError

    @property
    def shown(self) -> tuple[str, ...]:
        """All options in the author's order."""
        return self.options or (*self.keys, *self.distractors)

    @property
    def fixed_order(self) -> tuple[str, ...] | None:
        """All options in the order in which they are always shown; None if they are shuffled.

        It is the author's order if `shuffle` is false. Otherwise, numbers and dates ascend, and one option that is
        neither, such as "it depends", comes after them.
        """
        from quizgen.text.amounts import in_order  # only needed to show options

        if not self.shuffle:
            return self.shown
        free, pinned = (self.shown[:-1], self.shown[-1:]) if self.pin_last else (self.shown, ())
        ascending = in_order(free)
        return ascending and (*ascending, *pinned)

    @property
    def listed(self) -> tuple[str, ...]:
        """All options in the order in which they are always shown, or else in the author's order."""
        return self.fixed_order or self.shown

    @property
    def wrong_options(self) -> tuple[Distractor, ...]:
        """The distractors with their feedback and their shares of the credit."""
        return tuple(one if isinstance(one, Distractor) else Distractor(one) for one in self.distractors)

    def wrong_option(self, option: str) -> Distractor | None:
        """Return the distractor that reads like ``option``, or None."""
        wanted = fold_option(option)
        return next((one for one in self.wrong_options if fold_option(one) == wanted), None)

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
                f"the question has {count(len(shown), 'option')}",
                f"use {MIN_OPTIONS} to {MAX_OPTIONS} options, correct options included; three or four work best",
                ("options",) if self.options else ("distractors",),
            )
        unlisted = [key for key in self.keys if self.options and key not in self.options]
        for key in unlisted:
            at: tuple[str | int, ...] = ("answers", self.keys.index(key))
            yield Problem(
                Code.OPTION_ORDER,
                f"the correct answer {key!r} is not one of the options",
                _meant_option(key, self.options),
                ("answer",) if isinstance(self, ChoiceQuestion) else at,
            )
        if self.options and not unlisted and sorted(self.options) != sorted((*self.keys, *self.distractors)):
            yield Problem(
                Code.OPTION_ORDER,
                "`options` does not match the correct answers and the distractors",
                "include each correct answer in `options`, spelled the same way, and remove `distractors`",
                ("options",),
            )
        if not self.shuffle and not self.options:
            yield Problem(
                Code.OPTION_ORDER,
                "`shuffle` is false, but `options` is missing",
                "list all options, correct options included, under `options` in display order",
                ("shuffle",),
            )
        yield from self._equal_options()

    def _equal_options(self) -> Iterator[Problem]:
        keys: dict[str, str] = {}
        for key in self.keys:
            if (other := keys.setdefault(fold_option(key), key)) is not key:
                yield Problem(
                    Code.EQUAL_OPTIONS,
                    f"two correct answers are the same: {other!r}",
                    "remove one of them",
                    ("answers",),
                )
        seen: dict[str, str] = {}
        for index, distractor in enumerate(self.distractors):
            at: tuple[str | int, ...] = ("options",) if self.options else ("distractors", index)
            folded = fold_option(distractor)
            if folded in keys:
                key = keys[folded]
                same = "" if key == distractor else f", written {distractor!r}; case and accents are ignored"
                yield Problem(
                    Code.KEY_IS_DISTRACTOR,
                    f"the correct answer {key!r} is also listed as a distractor{same}",
                    f"remove or replace the distractor{_or_as_code(keys[folded], distractor)}",
                    at,
                )
            elif folded in seen:
                yield Problem(
                    Code.EQUAL_OPTIONS,
                    f"two options are the same: {seen[folded]!r}",
                    f"remove one of them{_or_as_code(seen[folded], distractor)}",
                    at,
                )
            seen.setdefault(folded, distractor)


def _meant_option(key: str, options: Sequence[str]) -> str:
    """Return what to write instead of ``key``, which may be the letter or the number of an option."""
    sign = key.strip("().").lower()
    place = "abcdefghij".find(sign) if len(sign) == 1 and sign.isalpha() else -1
    if sign.isdecimal() and len(sign) <= 2:
        place = int(sign) - 1
    if 0 <= place < len(options):
        return f"write the option itself, such as {options[place]!r}"
    if marked := next((option for option in options if option.strip("*_✓✔√ ") == key), None):
        return f"in `options`, write {key!r} instead of {marked!r}; `answer` already marks the correct option"
    same = next((option for option in options if fold_option(option).lower() == fold_option(key).lower()), None)
    if same:
        return f"write {same!r}, exactly as in `options`"
    if near := nearest(key, options):
        return f"did you mean {near!r}? If not, add {key!r} to `options`"
    return f"write the correct option exactly as in `options`; if it is missing there, add {key!r}"


def _or_as_code(one: str, other: str) -> str:
    """Return additional help for options that differ only in case."""
    return (
        "; if the difference in case is intentional, put both in backticks" if _differ_in_capitals(one, other) else ""
    )


def _differ_in_capitals(one: str, other: str) -> bool:
    return one != other and one.lower() == other.lower() and "`" not in one + other


def _plain(value: Any) -> str:
    return str(value).strip()


class ChoiceQuestion(OptionsQuestion):
    """Several options, exactly one of them correct."""

    kind: Literal["choice"] = "choice"
    answer: Line
    """The correct option (the key)."""

    @property
    def keys(self) -> tuple[str, ...]:
        return (self.answer,)

    @staticmethod
    def _written_keys(data: dict[str, Any]) -> Sequence[Any]:
        return [data.get("answer")]


class MultipleQuestion(OptionsQuestion):
    """Several options, one or more of them correct."""

    kind: Literal["multiple"] = "multiple"
    answers: tuple[Line, ...] = Field(min_length=1)
    """All correct options (the keys)."""

    @property
    def keys(self) -> tuple[str, ...]:
        return self.answers

    def problems(self) -> Iterator[Problem]:
        yield from super().problems()
        for index, distractor in enumerate(self.wrong_options):
            if distractor.share is not None:
                yield Problem(
                    Code.SHARE_IN_MULTIPLE,
                    f"{distractor!r} has a `share` of the credit, but learners can choose several options",
                    "remove `share`: in a `multiple` question, each selected correct option adds to the credit, and "
                    "each selected wrong option reduces it",
                    ("distractors", index, "share"),
                )

    @staticmethod
    def _written_keys(data: dict[str, Any]) -> Sequence[Any]:
        written = data.get("answers")
        return written if isinstance(written, list | tuple) else [written]


class TrueFalseQuestion(BaseQuestion):
    """A statement to judge as true or false."""

    kind: Literal["true_false"] = "true_false"
    stem: Text
    """The statement, which must be entirely true or entirely false."""
    answer: bool
    """Whether the statement is true."""

    def problems(self) -> Iterator[Problem]:
        if not self.answer and self.explanation is None:
            yield Problem(
                Code.FALSE_UNEXPLAINED,
                "the statement is false but has no explanation",
                "add an `explanation` that says what is true instead",
            )
