"""When to ask again: the state of a point after its reviews, by FSRS-6 from the py-fsrs library, in pure functions.

The algorithm: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING, Literal

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.ratings import Rating
from quizgen.history.records import Review
from quizgen.questions.kinds import KIND_INFO, Kind

if TYPE_CHECKING:
    import fsrs

LATER = timedelta(hours=8)
"""From this time after the review before on, a review counts as one on a later day.

The length of a night: unlike the date, it does not depend on the time zone in which a history is read.
"""


class Stage(IntEnum):
    """A point's stage: first steps, review at growing intervals, or steps after a lapse."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class MemoryState:
    """The state of the memory of one point. All times are UTC."""

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
    calendar: Calendar = field(default_factory=Calendar)
    """The learner's days. As in Anki, the time between two reviews is the number of times that a day has started."""

    def __post_init__(self) -> None:
        if not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError(f"the desired retention is {self.desired_retention}; it must be between 0.7 and 0.99")

    def review(
        self,
        state: MemoryState | None,
        rating: Rating,
        at: datetime,
        *,
        after_reading: bool = False,
        recognition: bool = False,
    ) -> MemoryState:
        """Return the state after a review at ``at``, not before the last one; None is a point never reviewed.

        A review ``after_reading`` the answer does not raise the stability, and leaves the point due when it was due,
        but not again on the same day. A new point gets the stability of a forgotten one and comes again a day later.

        A ``recognition`` is rated Hard at most. It still moves on to the next learning step, as Good does.
        """
        after = self._reviewed(state, min(rating, Rating.HARD) if recognition else rating, at)
        if recognition and rating is not Rating.AGAIN and (state is None or state.stage is not Stage.REVIEW):
            step = self._reviewed(state, Rating.GOOD, at)
            due = at + self._interval(after.stability) if step.stage is Stage.REVIEW else step.due
            after = replace(after, stage=step.stage, step=step.step, due=due)
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

    def _interval(self, stability: float) -> timedelta:
        """Return the days until the probability of recall falls to the desired retention, at least 1."""
        decay = -_library(self).parameters[20]
        factor = 0.9 ** (1 / decay) - 1
        return timedelta(days=max(1, round(stability / factor * (self.desired_retention ** (1 / decay) - 1))))

    def _reviewed(self, state: MemoryState | None, rating: Rating, at: datetime) -> MemoryState:
        import fsrs

        before = self._card(state, at) if state else fsrs.Card(card_id=0, due=at)
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
        """Return the probability of recall at ``now``, from 0 to 1, the same all day."""
        return _library(self).get_card_retrievability(self._card(state, now), now.astimezone(UTC))

    def _card(self, state: MemoryState, now: datetime) -> "fsrs.Card":
        import fsrs

        # The library counts blocks of 24 hours since the last review, so it gets a time that is whole days ago.
        days = self.calendar.day(now) - self.calendar.day(state.last_review)
        return fsrs.Card(
            card_id=0,  # without an id, fsrs sleeps to derive one from the clock
            state=fsrs.State(state.stage),
            step=state.step,
            stability=state.stability,
            difficulty=state.difficulty,
            due=state.due,
            last_review=now.astimezone(UTC) - days,
        )

    @property
    def fingerprint(self) -> str:
        """Differs for schedulers that give different states, such as those in different time zones."""
        steps = ("/".join(str(s.total_seconds()) for s in s_) for s_ in (self.learning_steps, self.relearning_steps))
        return f"FSRS-6 {self.desired_retention} {' '.join(steps)} days from {self.calendar.fingerprint}"


@cache
def _library(scheduler: Scheduler) -> "fsrs.Scheduler":
    import fsrs

    return fsrs.Scheduler(
        desired_retention=scheduler.desired_retention,
        learning_steps=scheduler.learning_steps,
        relearning_steps=scheduler.relearning_steps,
        enable_fuzzing=False,
    )


@dataclass(frozen=True, slots=True)
class PointState:
    """What the reviews of a point come to: how well it was answered last, its memory, and how it was asked."""

    at: datetime
    """Time of the latest attempt."""
    credit: float
    """Its credit, from 0 to 1."""
    memory: MemoryState | None = None
    """None until a review counts for the schedule."""
    question_id: str = ""
    """The question from which the next one is chosen; empty until a review counts for the schedule."""
    kind: Kind = "card"
    """The kind of that question."""
    climb: Literal[-1, 0, 1] = 0
    """Whether the next question, on a later day, is an easier one (-1), one like that question, or a harder one (1)."""


def apply_review(before: PointState | None, review: Review, point: str, scheduler: Scheduler) -> PointState | None:
    """Return the state of ``point`` after ``review``, which is later than all before it and has its amendments applied.

    A skipped question changes nothing.
    """
    if review.outcome is Outcome.SKIPPED:
        return before
    credit, rating = review.by_point[point], review.rating_of(point)
    if rating is None:
        return replace(before, at=review.at, credit=credit) if before else PointState(review.at, credit)
    memory = before.memory if before else None
    after = PointState(
        review.at,
        credit,
        scheduler.review(memory, rating, review.at, after_reading=review.after_reading, recognition=review.recognition),
        review.question_id,
        review.kind,
    )
    if rating is Rating.AGAIN:
        return replace(after, climb=-1)
    if before is None or memory is None:
        return after
    is_later = review.at - memory.last_review >= LATER and not review.after_reading
    # Recognition in a quiz says nothing about recall, unless it is what the point has come down to.
    is_as_hard = before.climb < 0 or KIND_INFO[review.kind].recalled >= KIND_INFO[before.kind].recalled
    if is_later and is_as_hard:
        return replace(after, climb=1)
    return replace(after, question_id=before.question_id, kind=before.kind, climb=before.climb)


def replay(reviews: Iterable[Review], point: str, scheduler: Scheduler) -> PointState | None:
    """Return the state of ``point`` after ``reviews``, given in any order; None if no review attempted it.

    Reviews at the same moment are ordered by id, so the result does not depend on the order of storing.
    """
    state = None
    for review in sorted(reviews, key=lambda review: (review.at, review.id)):
        state = apply_review(state, review, point, scheduler)
    return state
