"""When to ask again: FSRS-6 by the py-fsrs library, as pure functions on plain values.

The algorithm: https://github.com/open-spaced-repetition/fsrs4anki/wiki/The-Algorithm
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum
from functools import cache
from typing import TYPE_CHECKING

from quizgen.history.ratings import Rating

if TYPE_CHECKING:
    import fsrs


class Stage(IntEnum):
    """Where a question stands: in its first steps, in review at growing intervals, or in steps after a lapse."""

    LEARNING = 1
    REVIEW = 2
    RELEARNING = 3


@dataclass(frozen=True, slots=True)
class MemoryState:
    """What is known about the memory of one question. All times are UTC."""

    stage: Stage
    step: int | None
    """Number of the step, from 0; None in review."""
    stability: float
    """Days until the chance to remember falls to 90 %."""
    difficulty: float
    """From 1 to 10."""
    due: datetime
    last_review: datetime
    introduced: datetime
    """The first review."""
    reps: int
    """Number of reviews."""
    lapses: int
    """How often it was forgotten when in review."""


@dataclass(frozen=True, slots=True)
class Scheduler:
    """The settings of FSRS. Intervals are not varied at random: the same reviews always give the same states."""

    desired_retention: float = 0.9
    """The chance to remember at which a question comes due; higher asks more often."""
    learning_steps: tuple[timedelta, ...] = (timedelta(minutes=1), timedelta(minutes=10))
    relearning_steps: tuple[timedelta, ...] = (timedelta(minutes=10),)

    def __post_init__(self) -> None:
        if not 0.7 <= self.desired_retention <= 0.99:
            raise ValueError(f"the desired retention {self.desired_retention} is not between 0.7 and 0.99")

    def review(self, state: MemoryState | None, rating: Rating, at: datetime) -> MemoryState:
        """The state after a review; None is a question never reviewed. ``at`` is not before the last review."""
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
        """The chance that the question is remembered at ``now``, from 0 to 1; FSRS counts in whole days."""
        return _library(self).get_card_retrievability(_card(state), now.astimezone(UTC))

    @property
    def fingerprint(self) -> str:
        """What two schedulers share exactly when they give the same states."""
        steps = ("/".join(str(s.total_seconds()) for s in s_) for s_ in (self.learning_steps, self.relearning_steps))
        return f"FSRS-6 {self.desired_retention} {' '.join(steps)}"


def due_words(due: datetime, now: datetime) -> str:
    """When a question comes again, in words: ``now``, ``in 10 minutes``, ``in 3 days``, ``in 2 years``.

    Months have 30 days here and years 365, rounded to the nearest; weeks are left in days.
    """
    seconds = (due - now).total_seconds()
    if seconds < 30:
        return "now"
    for unit, size, up_to in _UNITS:
        number = int(seconds / size + 0.5)
        if number < up_to:
            return f"in {number} {unit}{'' if number == 1 else 's'}"
    raise AssertionError("the last unit has no end")


_MINUTE, _DAY = 60, 86_400
_UNITS = (
    ("minute", _MINUTE, 60),
    ("hour", 60 * _MINUTE, 24),
    ("day", _DAY, 60),
    ("month", 30 * _DAY, 24),
    ("year", 365 * _DAY, float("inf")),
)


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
        card_id=0,  # a card without one sleeps to get one from the clock
        state=fsrs.State(state.stage),
        step=state.step,
        stability=state.stability,
        difficulty=state.difficulty,
        due=state.due,
        last_review=state.last_review,
    )
