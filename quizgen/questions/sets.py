"""The union of all question kinds, and the question set."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Annotated, Any, get_args

from pydantic import BeforeValidator, Field, TypeAdapter, ValidationInfo, field_validator

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.base import BaseQuestion, Model, Reference
from quizgen.questions.codes import Code
from quizgen.questions.fields import Id, Language, Line, Tag, Text
from quizgen.questions.options import ChoiceQuestion, MultipleQuestion, TrueFalseQuestion
from quizgen.questions.policy import Grading
from quizgen.questions.problem import DataPath, Problem
from quizgen.questions.typed import CardQuestion, ClozeQuestion, NumberQuestion, ShortQuestion, TypedQuestion
from quizgen.text.differences import difference
from quizgen.text.languages import is_english
from quizgen.text.suggestions import nearest

Question = Annotated[
    CardQuestion
    | ChoiceQuestion
    | MultipleQuestion
    | TrueFalseQuestion
    | ShortQuestion
    | NumberQuestion
    | ClozeQuestion
    | OrderQuestion
    | MatchQuestion,
    Field(discriminator="kind"),
]
"""A question of any kind; ``kind`` selects the model."""


def build_each_kind() -> None:
    """Build the validator of each kind, which takes a while, so that validators with all kinds are made from them.

    A validator that is built before them contains validators of all kinds that nothing else can use.
    """
    union, _ = get_args(Question)
    for kind in get_args(union):
        kind.model_rebuild()


@cache
def question_adapter() -> TypeAdapter[Any]:
    """Return what validates a question of any kind."""
    return TypeAdapter(Question)


def _title_alone(value: Any) -> Any:
    return {"title": value} if isinstance(value, str) else value


Source = Annotated[Reference, BeforeValidator(_title_alone, json_schema_input_type=Line | Reference)]
"""What authors write under ``source`` in a set: a title, or the parts of a reference."""


class SetHeading(Model):
    """The fields of a question set besides its questions; a question's own language and grading take precedence."""

    id: Id
    """Permanent id of the set: reviews and Anki history depend on it."""
    title: Line
    """Name of the set, shown to learners and used for its Anki deck."""
    description: Text | None = None
    """What the set is about; shown in lists and at the beginning of the Anki deck's description."""
    source: Source | None = Field(default=None, title="Source")
    """The text that the set is based on; a plain text is its title."""
    license: Line | None = None
    """License of the questions, such as `CC BY 4.0`; shown in the Anki deck's description."""
    language: Language | None = None
    """Language of the questions, as a code such as `en`, `pt-BR` or `ar`."""
    answer_language: Language | None = None
    """Language of typed answers in a language course; if set, spelling, accents and endings must be exact."""
    grading: Grading | None = Field(default=None, title="Grading")
    """How strictly typed answers are graded: `exact`, `spelling`, `lenient`, or individual switches."""
    topics: dict[Id, Line] = Field(default_factory=dict)
    """Topics, as `id: name that learners see`."""
    tags: tuple[Tag, ...] = ()
    """Anki tags added to every question in the set."""
    retired: bool = False
    """Whether the set is retired: kept in its file, but left out of quizzes and decks."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids of the set: history and Anki notes are carried over from them."""


class QuestionSet(SetHeading):
    """Questions with one permanent id and a title."""

    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions in their order."""

    @field_validator("questions")
    @classmethod
    def _with_grading(cls, questions: tuple[Question, ...], info: ValidationInfo) -> tuple[Question, ...]:
        settings = info.data
        return with_grading(
            questions, settings.get("grading"), settings.get("answer_language"), settings.get("language")
        )

    def topic_name(self, topic: str | None) -> str:
        """Return the name of ``topic`` for learners."""
        return topic_name(topic, self.topics)

    def problems(self) -> Iterator[Problem]:
        yield from duplicate_ids((("questions", i), question.id) for i, question in enumerate(self.questions))
        yield from duplicate_guids(self.questions)
        yield from unknown_topics(
            self.topics, ((("questions", i), question.topic) for i, question in enumerate(self.questions))
        )


def with_grading(
    questions: Iterable[Question], grading: Grading | None, answer_language: str | None, language: str | None
) -> tuple[Question, ...]:
    """Return ``questions`` with the set's grading and languages on each typed question, changed by the question's own.

    Grading sees only one question, so the set's defaults are copied into its questions. English is the default
    of every question and is not copied.
    """
    language = None if is_english(language) else language
    if grading is None and answer_language is None and language is None:
        return tuple(questions)
    return tuple(
        question.model_copy(
            update={
                "grading": grading if question.grading is None else question.grading.over(grading),
                "answer_language": question.answer_language or answer_language,
                "language": question.language or language,
            }
        )
        if isinstance(question, TypedQuestion)
        else question
        for question in questions
    )


def topic_name(topic: str | None, topics: Mapping[str, str]) -> str:
    """Return the name of ``topic`` for learners: the one in ``topics``, or the words of its id."""
    if topic is None:
        return "General"
    return topics.get(topic) or topic.replace("-", " ").replace(".", " ").capitalize()


def duplicate_ids(ids: Iterable[tuple[DataPath, str]], what: str = "question") -> Iterator[Problem]:
    """Yield a problem for each repeated id; ``ids`` are pairs of an item's path and its id."""
    seen: dict[str, DataPath] = {}
    for at, name in ids:
        if (first := seen.setdefault(name, at)) is not at:
            yield Problem(
                Code.DUPLICATE_ID,
                f"duplicate {what} id {name!r}",
                f"give this {what} another id; keep the id of the first {what}",
                (*at, "id"),
                (*first, "id"),
            )


def duplicate_guids(questions: Sequence[BaseQuestion]) -> Iterator[Problem]:
    """Yield a problem for each repeated Anki guid, which would make Anki treat two questions as one note."""
    seen: set[str] = set()
    for index, question in enumerate(questions):
        if question.guid is not None:
            if question.guid in seen:
                yield Problem(
                    Code.DUPLICATE_ID,
                    f"duplicate guid {question.guid!r}",
                    "remove it here; a guid identifies exactly one note in Anki",
                    ("questions", index, "guid"),
                )
            seen.add(question.guid)


def unknown_topics(topics: Iterable[str], used: Iterable[tuple[DataPath, str | None]]) -> Iterator[Problem]:
    """Yield a problem for each topic that is not in ``topics``; if ``topics`` is empty, any topic is allowed."""
    if not (known := set(topics)):
        return
    for at, topic in used:
        if topic is not None and topic not in known:
            names = ", ".join(sorted(known))
            guess = nearest(topic, sorted(known))
            help = f"use one of {names}, or add the new topic under `topics`"
            if guess:
                change = difference(topic, guess)
                how = f" {change[0].upper()}{change[1:]}." if change else ""
                help = f"did you mean `{guess}`?{how} Otherwise, add the new topic under `topics`"
            yield Problem(Code.UNKNOWN_TOPIC, f"unknown topic {topic!r}", help, (*at, "topic"))
