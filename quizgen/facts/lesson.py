"""The lesson of a set: the content of its core questions, as statements grouped by topic, to read before a quiz."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from quizgen.facts.model import Fact
from quizgen.facts.points import own_points
from quizgen.questions import Question, QuestionSet
from quizgen.questions.base import Audio, Citation, Image, Reference
from quizgen.questions.view import answer_text

_TRUE_OR_FALSE = "True or false?"
"""What precedes a false statement, so that nobody reads it as a fact."""


@dataclass(frozen=True, slots=True)
class LessonItem:
    """One thing to read: a fact, or a question that no fact covers, with its answer."""

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

    @property
    def items(self) -> tuple[LessonItem, ...]:
        """Everything in the lesson, in order."""
        return tuple(item for topic in self.topics for item in topic.items)

    def around(self, question: Question) -> tuple[LessonItem, ...]:
        """Return what ``question`` is about with its neighbors in the topic; nothing if the lesson lacks it."""
        own = {question.id, *question.all_facts}
        for topic in self.topics:
            places = [place for place, item in enumerate(topic.items) if item.id in own]
            if places:
                return topic.items[max(0, places[0] - 1) : places[-1] + 2]
        return ()


def lesson_of(question_set: QuestionSet, facts: Sequence[Fact] = ()) -> Lesson:
    """Return the lesson of ``question_set``, which is based on ``facts``.

    The lesson contains each fact that a core question tests. For a point that belongs to no fact, it contains a core
    question with its answer.
    """
    asked = [
        question
        for question in question_set.questions
        if question.priority == "core" and not (question.retired or question_set.retired)
    ]
    points = {point for question in asked for point in question.points}
    read = [fact for fact in facts if points.intersection(own_points(fact))]
    covered = {point for fact in read for point in own_points(fact)}
    items: dict[str | None, list[LessonItem]] = {topic: [] for topic in question_set.topics}
    by_fact: dict[str | None, list[Question]] = {}
    cards: dict[str, list[Question]] = {}
    for question in asked:
        by_fact.setdefault(question.fact, []).append(question)
        for point in question.points if question.kind == "card" else ():
            cards.setdefault(point, []).append(question)
    for fact in read:
        own = by_fact.get(fact.id, [])
        item = LessonItem(fact.id, fact.plain, None, None, fact.attribution, fact.citation, _picture(own), _sound(own))
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
    return Lesson(question_set.id, question_set.title, question_set.source, tuple(topics))


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


def _sound(questions: Iterable[Question]) -> Audio | None:
    return next((question.audio for question in questions if question.audio), None)


def _picture(questions: Iterable[Question]) -> Image | None:
    return next((question.image for question in questions if question.image), None)
