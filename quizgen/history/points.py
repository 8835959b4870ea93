"""What is known about each point of a set: its state, and the answers to it with the questions that tested it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, NamedTuple

from quizgen.grading.verdict import Outcome
from quizgen.history.records import Review
from quizgen.history.scheduler import MemoryState, Stage
from quizgen.history.store import Store
from quizgen.questions import Question, QuestionSet

Status = Literal["new", "learning", "due", "later", "suspended"]
"""What a point can be: never answered, in its first steps, due today, due on a later day, or suspended."""


@dataclass(slots=True)
class Tally:
    """The results of a point, or of one of its questions."""

    attempts: int = 0
    """Number of answers, skips excluded."""
    credit: float = 0.0
    """Sum of the credits of all answers."""
    questions: "dict[str, Tally]" = field(default_factory=dict)
    """Of a point: the results of each question that tested it, by id."""

    @property
    def share(self) -> float:
        """Average credit, from 0 to 1."""
        return self.credit / self.attempts if self.attempts else 0.0

    @property
    def lost(self) -> float:
        """The credit that the answers did not get."""
        return self.attempts - self.credit

    @property
    def ease(self) -> float:
        """The share to sort by, with one success and one failure added (Laplace's rule of succession).

        A single wrong answer thus does not make a point harder than eight wrong answers of ten.
        """
        return (self.credit + 1) / (self.attempts + 2)

    def add(self, review: Review, point: str) -> None:
        """Count a review that tested ``point``, unless it was skipped."""
        if review.outcome is not Outcome.SKIPPED:
            for tally in (self, self.questions.setdefault(review.question_id, Tally())):
                tally.attempts += 1
                tally.credit += review.by_point[point]


class PointHistory(NamedTuple):
    """A point with its questions and its history."""

    point: str
    questions: tuple[Question, ...]
    """The questions that ask it, in the set's order."""
    memory: MemoryState | None
    """None until a review counts for the schedule."""
    reviews: tuple[Review, ...]
    """Every answer that tested it, oldest first, also to questions that were removed."""
    is_suspended: bool

    @property
    def tally(self) -> Tally:
        """The results of all answers."""
        tally = Tally()
        for review in self.reviews:
            tally.add(review, self.point)
        return tally

    def status(self, day_end: datetime, *, waits: bool = False) -> Status:
        """Return what the point is on the day that ends at ``day_end``; ``waits`` if it is not asked before the next.

        See ``queue.postponed_points``.
        """
        if self.is_suspended:
            return "suspended"
        if self.memory is None:
            return "new"
        if self.memory.stage is not Stage.REVIEW:
            return "learning"
        return "due" if self.memory.due < day_end and not waits else "later"


def questions_by_point(question_set: QuestionSet) -> dict[str, tuple[Question, ...]]:
    """Return each point with the questions that ask it, in the set's order, without retired ones."""
    by_point: dict[str, list[Question]] = {}
    for question in question_set.questions:
        if not (question.retired or question_set.retired):
            for point in question.points:
                by_point.setdefault(point, []).append(question)
    return {point: tuple(questions) for point, questions in by_point.items()}


def point_histories(store: Store, question_set: QuestionSet) -> Iterator[PointHistory]:
    """Yield every point of ``question_set`` in order, without those that only retired questions ask."""
    memories, suspended = store.memory_states(question_set.id), store.suspended(question_set.id)
    reviews: dict[str, list[Review]] = {}
    for review in store.reviews(question_set.id):
        for point in review.by_point:
            reviews.setdefault(point, []).append(review)
    for point, questions in questions_by_point(question_set).items():
        yield PointHistory(
            point, questions, memories.get(point), tuple(reviews.get(point, ())), point in suspended
        )  # fmt: skip
