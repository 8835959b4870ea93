"""What the history of one question comes to: its reviews folded, in the order of time, into one value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizgen.grading.verdict import Outcome
from quizgen.history.review import Review
from quizgen.history.scheduler import MemoryState, Scheduler


@dataclass(frozen=True, slots=True)
class PointState:
    """How one question stands."""

    at: datetime
    """The latest review, skips included."""
    outcome: Outcome
    """What the latest attempt came to; skipped when there was none."""
    state: MemoryState | None
    """None while no review was for the schedule."""


def apply_review(point_state: PointState | None, review: Review, scheduler: Scheduler) -> PointState:
    """The standing after ``review``, which is later than those in ``point_state`` and as it counts after amendments."""
    state = point_state.state if point_state else None
    if review.rating is not None:
        state = scheduler.review(state, review.rating, review.at)
    no_attempt = point_state is not None and review.outcome is Outcome.SKIPPED
    return PointState(review.at, point_state.outcome if point_state and no_attempt else review.outcome, state)


def replay(reviews: Iterable[Review], scheduler: Scheduler) -> PointState | None:
    """The standing after ``reviews``, all of one question and in any order; None when there are none.

    Reviews of the same moment come in the order of their ids, so that the result never depends on the order of storing.
    """
    point_state = None
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        point_state = apply_review(point_state, review, scheduler)
    return point_state
