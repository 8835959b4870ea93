"""What the history of one question comes to: its reviews folded, in the order of time, into one value."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from quizgen.grading.verdict import Outcome
from quizgen.progress.review import Review
from quizgen.progress.scheduler import CardState, Scheduler


@dataclass(frozen=True, slots=True)
class Standing:
    """How one question stands."""

    at: datetime
    """The latest review, skips included."""
    outcome: Outcome
    """What the latest attempt came to; skipped when there was none."""
    state: CardState | None
    """None while no review was for the schedule."""


def advance(standing: Standing | None, review: Review, scheduler: Scheduler) -> Standing:
    """The standing after ``review``, which is later than those in ``standing`` and as it counts after amendments."""
    state = standing.state if standing else None
    if review.rating is not None:
        state = scheduler.review(state, review.rating, review.at)
    no_attempt = standing is not None and review.outcome is Outcome.SKIPPED
    return Standing(review.at, standing.outcome if standing and no_attempt else review.outcome, state)


def fold(reviews: Iterable[Review], scheduler: Scheduler) -> Standing | None:
    """The standing after ``reviews``, all of one question and in any order; None when there are none.

    Reviews of the same moment come in the order of their ids, so that the result never depends on the order of storing.
    """
    standing = None
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        standing = advance(standing, review, scheduler)
    return standing
