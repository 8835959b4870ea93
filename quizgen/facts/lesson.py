"""The lesson of a set: the content of its core questions, as statements grouped by topic, to read before a quiz."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from quizgen.facts.model import Fact
from quizgen.facts.points import own_points
from quizgen.questions import Question, QuestionSet
from quizgen.questions.base import Audio, Citation, Image, Reference
from quizgen.questions.view import answer_text

_File = TypeVar("_File", Image, Audio)

_TRUE_OR_FALSE = "True or false?"
"""What precedes a false statement, so that nobody reads it as a fact."""


@dataclass(frozen=True, slots=True)
class LessonItem:
    """One thing to read: a fact, or a question without facts, with its answer."""

    id: str
    """Id of the fact or of the question."""
    text: str
    """A statement, or the question's stem, as Markdown."""
    answer: str | None = None
    """The question's answer; None for a statement."""
    explanation: str | None = None
    """The question's explanation, as Markdown."""
    attribution: str | None = None
    citation: Citation | None = None
    picture: Image | None = None
    """The picture that belongs to it."""
    sound: Audio | None = None

    @property
    def files(self) -> tuple[Image | Audio, ...]:
        """The picture and the sound."""
        return tuple(file for file in (self.picture, self.sound) if file)


@dataclass(frozen=True, slots=True)
class LessonTopic:
    """A part of a lesson."""

    id: str | None
    """None for what has no topic."""
    name: str
    items: tuple[LessonItem, ...]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A set as a text to read."""

    set_id: str
    title: str
    source: Reference | None
    topics: tuple[LessonTopic, ...]
    points: int
    """Number of points that it teaches."""

    @property
    def items(self) -> tuple[LessonItem, ...]:
        """Everything in the lesson, in order."""
        return tuple(item for topic in self.topics for item in topic.items)

    def around(self, question: Question) -> tuple[LessonItem, ...]:
        """Return what ``question`` is about; if that is one item, with its neighbors in the topic.

        Nothing if the lesson lacks it.
        """
        own = {question.id, *question.all_facts}
        found = [(topic, place) for topic in self.topics for place, item in enumerate(topic.items) if item.id in own]
        if len(found) == 1:
            ((topic, place),) = found
            return topic.items[max(0, place - 1) : place + 2]
        return tuple(topic.items[place] for topic, place in found)


def lesson_of(question_set: QuestionSet, facts: Sequence[Fact] = ()) -> Lesson:
    """Return the lesson of ``question_set``, which is based on ``facts``.

    The lesson contains the facts that core questions test, contrast or combine, each once, so that it does not show the
    questions that will be asked. For a point that no fact covers, it contains a core question with its answer.
    """
    asked = [
        question
        for question in question_set.questions
        if question.priority == "core" and not (question.retired or question_set.retired)
    ]
    points = {point for question in asked for point in question.points}
    used = {fact for question in asked for fact in question.all_facts}
    read = [fact for fact in facts if fact.id in used or points.intersection(own_points(fact))]
    known = {fact.id for fact in read}
    covered = {point for fact in read for point in own_points(fact)}
    covered.update(point for one in asked if known.intersection(one.all_facts) for point in one.points)
    items: dict[str | None, list[LessonItem]] = {topic: [] for topic in question_set.topics}
    pictures: dict[str, Image] = {}
    sounds: dict[str, Audio] = {}
    cards: dict[str, list[Question]] = {}
    for question in asked:
        own = [fact for fact in question.all_facts if fact in known]
        if question.image:
            _attach(question.image, own, pictures)
        if question.audio:
            _attach(question.audio, own, sounds)
        for point in question.points if question.kind == "card" else ():
            cards.setdefault(point, []).append(question)
    for fact in read:
        files = pictures.get(fact.id), sounds.get(fact.id)
        item = LessonItem(fact.id, fact.plain, None, None, fact.attribution, fact.citation, *files)
        items.setdefault(fact.topic, []).append(item)
    for question in asked:
        if covered.issuperset(question.points):
            continue
        # A card tests a point most directly.
        on_first = cards.get(question.points[0], [])
        read_as = next((card for card in on_first if {*card.points} >= {*question.points}), question)
        covered.update(question.points, read_as.points)
        items.setdefault(read_as.topic, []).append(_item_of(read_as))
    topics = (
        LessonTopic(topic, question_set.topic_name(topic), tuple(found)) for topic, found in items.items() if found
    )
    return Lesson(question_set.id, question_set.title, question_set.source, tuple(topics), len(points))


def _item_of(question: Question) -> LessonItem:
    """Return a question as an item: what states something by itself as a statement, all others with their answer."""
    text, answer = question.stem, _answer_of(question)
    if question.kind == "cloze":
        text, statement = answer, True
    elif question.kind == "true_false":
        statement = question.answer
        text = text if statement else f"{_TRUE_OR_FALSE}{chr(10) * 2 if chr(10) in text else ' '}{text}"
    else:
        statement = False
    return LessonItem(
        question.id, text, None if statement else answer, question.explanation, question.attribution,
        question.citation, question.image, question.audio,
    )  # fmt: skip


def _answer_of(question: Question) -> str:
    """Return the correct answer as Markdown, a list if it has an order or pairs."""
    if question.kind == "order":
        return "\n".join(f"{number}. {step}" for number, step in enumerate(question.steps, 1))
    if question.kind == "match":
        return "\n".join(f"- {left} → {right}" for left, right in question.pairs)
    return answer_text(question)


def _attach(file: _File, facts: Sequence[str], attached: dict[str, _File]) -> None:
    """Show ``file`` with the first of ``facts`` that has none, unless one of them shows it already."""
    if not any(fact in attached and attached[fact].file == file.file for fact in facts):
        free = next((fact for fact in facts if fact not in attached), None)
        if free is not None:
            attached[free] = file
