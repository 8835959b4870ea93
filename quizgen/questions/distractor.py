"""A wrong option: its text and, if the author wrote them, the feedback for learners who choose it and its credit."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Self

from pydantic import Field, GetCoreSchemaHandler, ValidatorFunctionWrapHandler
from pydantic_core import CoreSchema, core_schema

from quizgen.questions.base import Model
from quizgen.questions.codes import Code
from quizgen.questions.fields import Line, Text
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold_option


class Distractor(str):
    """The text of a wrong option. It is a ``str``, so it works wherever an option does.

    A distractor equals its text, and another distractor only if that has the same feedback and share.
    """

    __slots__ = ("feedback", "share")

    feedback: str | None
    """What learners read after they choose the option, in Markdown."""
    share: float | None
    """The credit for choosing it in a ``choice`` question, between 0 and 1; None for no credit."""

    def __new__(cls, text: str, feedback: str | None = None, share: float | None = None) -> Self:
        made = super().__new__(cls, text)
        object.__setattr__(made, "feedback", feedback)
        object.__setattr__(made, "share", share)
        return made

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"cannot set {name!r}: distractors are immutable")

    def __eq__(self, other: object) -> bool:
        same_text = str.__eq__(self, other) if isinstance(other, str) else False
        return same_text and (not isinstance(other, Distractor) or self._extras == other._extras)

    def __ne__(self, other: object) -> bool:  # str has one of its own
        return not self == other

    __hash__ = str.__hash__

    def __reduce__(self) -> tuple[type[Self], tuple[str, str | None, float | None]]:
        return type(self), (str(self), self.feedback, self.share)

    @property
    def _extras(self) -> tuple[str | None, float | None]:
        return self.feedback, self.share

    @property
    def has_extras(self) -> bool:
        """Whether there is more than the text."""
        return self._extras != (None, None)

    def data(self) -> str | dict[str, str | float]:
        """Return what an author would write: the text alone, or a mapping."""
        if not self.has_extras:
            return str(self)
        fields = {"text": str(self), "feedback": self.feedback, "share": self.share}
        return {name: value for name, value in fields.items() if value is not None}


class WrittenDistractor(Model):
    """A wrong option with feedback, credit, or both."""

    text: Line
    """The option, as learners see it."""
    feedback: Text | None = None
    """What learners read after they choose the option: why it is wrong."""
    share: float | None = Field(default=None, gt=0, lt=1)
    """The share of the credit that a `choice` question gives for the option, such as `0.5` for half of it."""

    def problems(self) -> Iterator[Problem]:
        if self.feedback is not None and fold_option(self.feedback) == fold_option(self.text):
            yield Problem(
                Code.EMPTY_FEEDBACK,
                f"the feedback for {self.text!r} only repeats the option",
                "say why the option is wrong, or remove `feedback`",
                ("feedback",),
            )


class DistractorForm:
    """How pydantic reads and writes a distractor: a line of text, or the mapping that ``model`` describes."""

    model = WrittenDistractor

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        line, written = handler.generate_schema(Line), handler.generate_schema(cls.model)
        return core_schema.no_info_wrap_validator_function(
            _validated,
            line,
            serialization=core_schema.plain_serializer_function_ser_schema(_data_of),
            json_schema_input_schema=core_schema.union_schema([line, written]),
        )


WrongOption = Annotated[str, DistractorForm]
"""A distractor as a field holds it. The type is ``str``, so that questions can be made from plain texts."""


def _validated(value: Any, as_line: ValidatorFunctionWrapHandler) -> Distractor:
    if isinstance(value, Distractor):
        value = value.data()
    if isinstance(value, str) or not isinstance(value, Mapping):  # nearly all are texts, and the first test is faster
        return Distractor(as_line(value))
    # pydantic adds the location of the option to the errors of this inner validation.
    written = WrittenDistractor.__pydantic_validator__.validate_python(value)
    return Distractor(written.text, written.feedback, written.share)


def _data_of(option: str) -> str | dict[str, str | float]:
    return option.data() if isinstance(option, Distractor) else option
