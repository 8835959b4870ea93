"""When to ask again: the state of a point after its reviews, by FSRS-6 from the py-fsrs library, in pure functions.

The algorithm: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import Review

if TYPE_CHECKING:
    import fsrs


class Stage(IntEnum):
    """A question's stage: first steps, review at growing intervals, or steps after a lapse."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class MemoryState:
    """The state of the memory of one question. All times are UTC."""

    stage: Stage
    step: int | None
    """Index of the current step; None in review."""
    stability: float
    """Days until the probability of recall falls to 90%."""
    difficulty: float
    """1 to 10."""
    due: datetime
    last_review: datetime
    introduced: datetime
    """Time of the first review."""
    reps: int
    """Number of reviews."""
    lapses: int
    """Number of times it was forgotten while in review."""


@dataclass(frozen=True, slots=True)
class Scheduler:
    """The settings of FSRS. Intervals have no random variation: the same reviews always give the same states."""

    desired_retention: float = 0.9
    """The probability of recall at which a question becomes due; a higher value asks more often."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)

    def __post_init__(self) -> None:
        if not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError(f"the desired retention {self.desired_retention} is not between 0.7 and 0.99")

    def review(
        self, state: MemoryState | None, rating: Rating, at: datetime, *, after_reading: bool = False
    ) -> MemoryState:
        """Return the state after a review at ``at``, not before the last one; None is a question never reviewed.

        A review ``after_reading`` the answer does not raise the stability, and leaves the question due when it was due,
        but not again on the same day. A new question gets the stability of a forgotten one and comes again a day later.
        """
        after = self._reviewed(state, rating, at)
        if not after_reading or rating is Rating.AGAIN:
            return after
        ceiling = (state or self._reviewed(None, Rating.AGAIN, at)).stability
        due = at + timedelta(days=1)
        return replace(
            after,
            stage=Stage.REVIEW,
            step=None,
            stability=min(after.stability, ceiling),
            due=due if state is None else max(due, min(state.due, after.due)),
        )

    def _reviewed(self, state: MemoryState | None, rating: Rating, at: datetime) -> MemoryState:
        import fsrs

        before = _card(state) if state else fsrs.Card(card_id=0, due=at)
        card, _ = _library(self).review_card(before, fsrs.Rating(rating), at.astimezone(UTC))
        assert card.stability is not None
        assert card.difficulty is not None
        lapsed = state is not None and state.stage is Stage.REVIEW and rating is Rating.AGAIN
        return MemoryState(
            Stage(card.state),
            card.step,
            card.stability,
            card.difficulty,
            card.due,
            at,
            state.introduced if state else at,
            (state.reps if state else 0) + 1,
            (state.lapses if state else 0) + lapsed,
        )

    def retrievability(self, state: MemoryState, now: datetime) -> float:
        """Return the probability of recall at ``now``, from 0 to 1; FSRS counts in whole days."""
        return _library(self).get_card_retrievability(_card(state), now.astimezone(UTC))

    @property
    def fingerprint(self) -> str:
        """Equal for two schedulers if and only if they give the same states."""
        steps = ("/".join(str(s.total_seconds()) for s in s_) for s_ in (self.learning_steps, self.relearning_steps))
        return f"FSRS-6 {self.desired_retention} {' '.join(steps)}"


@cache
def _library(scheduler: Scheduler) -> "fsrs.Scheduler":
    import fsrs

    return fsrs.Scheduler(
        desired_retention=scheduler.desired_retention,
        learning_steps=scheduler.learning_steps,
        relearning_steps=scheduler.relearning_steps,
        enable_fuzzing=False,
    )


def _card(state: MemoryState) -> "fsrs.Card":
    import fsrs

    return fsrs.Card(
        card_id=0,  # without an id, fsrs sleeps to derive one from the clock
        state=fsrs.State(state.stage),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.last_review,
    )


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
