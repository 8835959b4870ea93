"""The state of one question after its reviews."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from quizgen.grading.verdict import Outcome
from quizgen.history.records import Review
from quizgen.history.scheduler import MemoryState, Scheduler


@dataclass(frozen=True, slots=True)
class PointState:
    """The latest outcome of a question and the state of its memory."""

    at: datetime
    """Time of the latest review, including skips."""
    outcome: Outcome
    """Outcome of the latest attempt; skipped if there was none."""
    state: MemoryState | None
    """None until a review counts for the schedule."""


@dataclass(frozen=True, slots=True)
class LatestAnswer:
    """The latest answer to a question."""

    question_id: str
    at: datetime
    """Time of the latest review, including skips."""
    outcome: Outcome
    credits: Mapping[str, float] = field(default_factory=dict)
    """Credit by point of a partly correct answer; empty for others, and if it was not stored."""


def apply_review(point_state: PointState | None, review: Review, scheduler: Scheduler) -> PointState:
    """Return the state after ``review``, which is later than all before it and has its amendments applied."""
    state = point_state.state if point_state else None
    if review.rating is not None:
        state = scheduler.review(state, review.rating, review.at, after_reading=review.after_reading)
    no_attempt = point_state is not None and review.outcome is Outcome.SKIPPED
    return PointState(review.at, point_state.outcome if point_state and no_attempt else review.outcome, state)


def replay(reviews: Iterable[Review], scheduler: Scheduler) -> PointState | None:
    """Return the state after ``reviews`` of one question, given in any order; None if there are none.

    Reviews at the same moment are ordered by id, so the result does not depend on the order of storing.
    """
    point_state = None
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        point_state = apply_review(point_state, review, scheduler)
    return point_state
