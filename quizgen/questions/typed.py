"""Questions that the learner answers from memory: card, short, number and cloze."""

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticKnownError

from quizgen.questions.base import BaseQuestion
from quizgen.questions.codes import Code
from quizgen.questions.fields import Language, Line, Text
from quizgen.questions.mark_problems import mark_problems
from quizgen.questions.marks import Mark, blanked, find_marks
from quizgen.questions.policy import Grading
from quizgen.questions.problem import Problem
from quizgen.questions.tolerance import parse_tolerance, tolerance_problems
from quizgen.text.dates import parse_date
from quizgen.text.numbers import format_number, parse_decimal
from quizgen.text.patterns import check_pattern

AnswerType = Literal["text", "person", "place", "organization", "event", "date"]


def _written_number(value: Any) -> Any:
    """Parse a number with thousands separators or a power of ten, which YAML reads as text."""
    number = parse_decimal(value) if isinstance(value, str) else None
    return value if number is None else number


_LARGEST_POWER = 300
"""Learning platforms compute with floating-point numbers, which end at about 10^308."""


def _of_size(value: Decimal) -> Decimal:
    """Return ``value``. Raises PydanticKnownError if it is too large or too close to zero."""
    if value and value.adjusted() >= _LARGEST_POWER:
        raise PydanticKnownError("less_than", {"lt": float(f"1e{_LARGEST_POWER}")})
    if value and value.adjusted() < -_LARGEST_POWER:
        raise PydanticKnownError("greater_than_equal", {"ge": float(f"1e-{_LARGEST_POWER}")})
    return value


Number = Annotated[Decimal, BeforeValidator(_written_number), AfterValidator(_of_size)]
"""A number below 10^300; apart from zero, at least 10^-300 (in both cases without its sign)."""


def _as_mapping(value: Any) -> Any:
    """Accept a list of rejected answers, or a single one, without feedback."""
    if isinstance(value, str):
        return {value: None}
    if isinstance(value, list | tuple):
        return {answer if isinstance(answer, str) else str(answer): None for answer in value}
    return value


Rejected = Annotated[
    dict[Line, Text | None],
    BeforeValidator(_as_mapping, json_schema_input_type=dict[Line, Text | None] | list[Line]),
    Field(max_length=50),
]
"""Answers that are always wrong, even if they resemble the correct one, each with feedback or None."""


class TypedQuestion(BaseQuestion):
    """Common base for questions with typed answers."""

    grading: Grading | None = Field(default=None, title="Grading")
    """How strictly to grade: `exact`, `spelling`, `lenient`, or individual switches. Defaults to the set's
    `grading`."""
    answer_language: Language | None = None
    """Language of the answer in a language course; if set, spelling, accents and endings must be exact."""
    language: Language | None = None
    """Language of the question and its answer. Defaults to the set's `language`, or else to English."""

    def __hash__(self) -> int:  # mappings among the fields have no hash of their own
        return hash((type(self), self.id))


class CardQuestion(BaseQuestion):
    """A flashcard: the learner recalls the answer, turns the card over, and says whether they knew it."""

    kind: Literal["card"] = "card"
    stem: Text
    """The front."""
    answer: Text
    """The back."""


class ShortQuestion(TypedQuestion):
    """A question answered by typing one or a few words."""

    kind: Literal["short"] = "short"
    stem: Text
    """The question."""
    answer: Line
    """The preferred form of the answer, as shown to the learner."""
    accept: tuple[Line, ...] = Field(default=(), max_length=50)
    """Other correct answers."""
    reject: Rejected = Field(default_factory=dict)
    """Wrong answers, each with its own feedback. Use a plain list if there is no feedback."""
    pattern: Line | None = Field(default=None, max_length=200)
    """A pattern for other correct answers. It must match the whole response and may contain letters, `.`, `[abc]`,
    `(a|b)`, `?`, `*` and `+`."""
    type: AnswerType = "text"
    """Type of the answer; a `date` is accepted in any common format."""

    def problems(self) -> Iterator[Problem]:
        if self.pattern is not None and (problem := check_pattern(self.pattern)) is not None:
            message = f"the pattern {self.pattern!r} is not valid: {problem}"
            yield Problem(Code.UNKNOWN_VALUE, message, problem.help, ("pattern",))
        if self.type == "date":
            for at, text in ((("answer",), self.answer), *((("accept", i), t) for i, t in enumerate(self.accept))):
                if parse_date(text) is None:
                    yield Problem(
                        Code.NOT_A_DATE,
                        f"{text!r} is not a date",
                        "write it as 6 September 2023, September 2023, or 2023",
                        at,
                    )


class NumberQuestion(TypedQuestion):
    """A question answered by typing a number."""

    kind: Literal["number"] = "number"
    stem: Text
    """The question."""
    answer: Number
    """The exact number."""
    tolerance: Line | None = None
    """The largest accepted difference: `5`, `±5`, `10%` or `3 significant figures`."""
    range: tuple[Number, Number] | None = None
    """Lowest and highest accepted numbers. Use this instead of `tolerance`."""
    unit: Line | None = None
    """Unit of the number. Learners may type it or leave it out."""
    accept: tuple[Line, ...] = Field(default=(), max_length=50)
    """Other correct answers, such as an older figure: `8848 m`."""
    reject: Rejected = Field(default_factory=dict)
    """Wrong answers, each with its own feedback. Use a plain list if there is no feedback."""

    @property
    def bounds(self) -> tuple[Decimal, Decimal]:
        """Lowest and highest accepted number."""
        if self.range is not None:
            return self.range
        written = self.tolerance or self._usual_tolerance
        tolerance = parse_tolerance(written) if written else None
        return tolerance.bounds(self.answer) if tolerance else (self.answer, self.answer)

    @property
    def _usual_tolerance(self) -> str | None:
        """The tolerance of ``grading``, which is for measurements: a count or a year must be exact."""
        measured = self.unit is not None or self.answer != self.answer.to_integral_value()
        return self.grading.tolerance if self.grading is not None and measured else None

    @cached_property
    def number_text(self) -> str:
        """The answer without its unit: ``85``."""
        return format_number(self.answer, self.language)

    @cached_property
    def answer_text(self) -> str:
        """The answer with its unit: ``85 soldiers``."""
        if self.unit is None:
            return self.number_text
        return f"{self.number_text}{self.unit}" if self.unit == "%" else f"{self.number_text} {self.unit}"

    def problems(self) -> Iterator[Problem]:
        yield from tolerance_problems(self.tolerance)
        if self.range is not None:
            low, high = self.range
            if low > high:
                yield Problem(
                    Code.RANGE, f"the range {low} to {high} is reversed", "put the lower number first", ("range",)
                )
            elif not low <= self.answer <= high:
                yield Problem(
                    Code.RANGE,
                    f"the answer {self.answer} is outside the range {low} to {high}",
                    "widen the range, or correct the answer",
                    ("range",),
                )
            if self.tolerance is not None:
                yield Problem(
                    Code.RANGE, "`range` and `tolerance` cannot be combined", "remove one of them", ("tolerance",)
                )


class ClozeQuestion(TypedQuestion):
    """A statement with blanks to fill in. In Anki, each mark number (c1, c2, …) has its own card."""

    kind: Literal["cloze"] = "cloze"
    text: Text
    """The statement, with answers marked as `{{c1::answer}}` or `{{c1::answer::hint}}`."""
    accept: dict[str, tuple[Line, ...]] = Field(default_factory=dict)
    """Other correct answers for each mark, for example `c1: [other name]`."""
    reject: dict[str, Rejected] = Field(default_factory=dict)
    """Wrong answers for each mark, with feedback, for example `c1: {Rhone: It flows south.}`."""

    @cached_property  # every reader of a question asks for the stem and the marks again
    def stem(self) -> str:
        """The statement with its blanks."""
        return blanked(self.text, self.marks)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """The marked answers in reading order."""
        return find_marks(self.text)

    def accepted(self, mark: Mark) -> tuple[str, ...]:
        """Return all accepted answers for ``mark``, the preferred one first."""
        return (mark.answer, *self.accept.get(mark.name, ()))

    def problems(self) -> Iterator[Problem]:
        for problem in mark_problems(self.text, self.marks):
            yield Problem(problem.code, problem.message, problem.help, ("text",))
        names = {mark.name for mark in self.marks} if self.accept else set()
        for name in self.accept:
            if name not in names:
                yield Problem(
                    Code.MARK_NUMBER,
                    f"the text has no mark {name!r}",
                    f"use one of {', '.join(sorted(names))}" if names else "mark an answer first",
                    ("accept", name),
                )
