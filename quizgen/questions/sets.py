"""A set of questions, ready to be asked or exported."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any

from pydantic import Field, field_validator

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.base import BaseQuestion, Model, Reference
from quizgen.questions.codes import Code
from quizgen.questions.fields import Id, Language, Line, Tag, Text
from quizgen.questions.options import ChoiceQuestion, MultipleQuestion, TrueFalseQuestion
from quizgen.questions.policy import Grading
from quizgen.questions.problem import Problem
from quizgen.questions.typed import CardQuestion, ClozeQuestion, NumberQuestion, ShortQuestion, TypedQuestion

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
"""Any question; ``kind`` says which."""


class QuestionSet(Model):
    """Questions with one permanent id and a title."""

    id: Id
    """Permanent name of the set: reviews and Anki history hang on it."""
    title: Line
    """Name of the set as learners see it, and of its Anki deck."""
    description: Text | None = None
    """What the set is about; shown in lists and as the Anki deck's description."""
    source: Reference | None = None
    """The text that the set is based on; a plain text is its title."""
    language: Language | None = None
    """Language of the questions."""
    answer_language: Language | None = None
    """Language in which typed answers are spelled, in a language course; a question's own comes first."""
    grading: Grading | None = Field(default=None, title="Grading")
    """How strictly typed answers are graded; a question's own comes first."""
    topics: dict[Id, Line] = Field(default_factory=dict)
    """Topic id: name of the topic as learners see it."""
    tags: tuple[Tag, ...] = ()
    """Anki tags of every question in the set."""
    retired: bool = False
    """Whether the whole set is kept but left out of quizzes and decks."""
    formerly: tuple[Id, ...] = ()
    """Earlier ids of the set: history and Anki notes are carried over from them."""
    questions: tuple[Question, ...] = Field(min_length=1)
    """The questions in their order."""

    @field_validator("source", mode="before")
    @classmethod
    def _title_only(cls, source: Any) -> Any:
        return {"title": source} if isinstance(source, str) else source

    def topic_name(self, topic: str | None) -> str:
        """The topic's name for people; its id in words where the set gives it no name."""
        if topic is None:
            return "General"
        return self.topics.get(topic) or topic.replace("-", " ").replace(".", " ").capitalize()

    def problems(self) -> Iterator[Problem]:
        yield from duplicate_ids((("questions", i), question.id) for i, question in enumerate(self.questions))
        yield from duplicate_guids(self.questions)
        yield from unknown_topics(
            self.topics, ((("questions", i), question.topic) for i, question in enumerate(self.questions))
        )


def with_grading(
    questions: Iterable[Question], grading: Grading | None, answer_language: str | None
) -> tuple[Question, ...]:
    """Return ``questions`` in which those with a typed answer have the set's grading where they have none of their own.

    Grading looks at one question only, so the set's defaults are copied into its questions when it is loaded.
    """
    if grading is None and answer_language is None:
        return tuple(questions)
    return tuple(
        question.model_copy(
            update={
                "grading": grading if question.grading is None else question.grading,
                "answer_language": question.answer_language or answer_language,
            }
        )
        if isinstance(question, TypedQuestion)
        else question
        for question in questions
    )


DataPath = tuple[str | int, ...]


def duplicate_ids(ids: Iterable[tuple[DataPath, str]], what: str = "question") -> Iterator[Problem]:
    """Refuse each id that has come before; ``ids`` are (path of the item, its id)."""
    seen: set[str] = set()
    for at, name in ids:
        if name in seen:
            yield Problem(
                Code.DUPLICATE_ID,
                f"a second {what} has the id {name!r}",
                "give it an id of its own, and leave the first one's as it is",
                (*at, "id"),
            )
        seen.add(name)


def duplicate_guids(questions: Sequence[BaseQuestion]) -> Iterator[Problem]:
    """Refuse each guid of Anki's that an earlier question has: Anki would take the two for one note."""
    seen: set[str] = set()
    for index, question in enumerate(questions):
        if question.guid is not None:
            if question.guid in seen:
                yield Problem(
                    Code.DUPLICATE_ID,
                    f"a second question has the guid {question.guid!r}",
                    "take the guid out here: it belongs to one note in Anki",
                    ("questions", index, "guid"),
                )
            seen.add(question.guid)


def unknown_topics(topics: Iterable[str], used: Iterable[tuple[DataPath, str | None]]) -> Iterator[Problem]:
    """Refuse each topic that a set lists topics without; a set that lists none may use any."""
    known = set(topics)
    for at, topic in used:
        if known and topic is not None and topic not in known:
            yield Problem(
                Code.UNKNOWN_TOPIC,
                f"there is no topic {topic!r}",
                f"use one of {', '.join(sorted(known))}, or list it under `topics`",
                (*at, "topic"),
            )
