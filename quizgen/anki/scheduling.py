"""A learner's progress in the terminal in Anki's form: the scheduling of cards and their review log.

Columns and codes are those of Anki's collection (schema 11); FSRS's memory state is in a card's ``data``.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from quizgen.history.days import Calendar
from quizgen.history.ratings import Rating
from quizgen.history.records import PointKey, Review
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.questions import Question

FIRST_DAY = date(2014, 9, 19)
"""Day 0 of the collections that genanki writes; Anki counts due days from there."""

_QUEUES = {Stage.LEARNING: 1, Stage.REVIEW: 2, Stage.RELEARNING: 1}
_TYPES = {Stage.LEARNING: 1, Stage.REVIEW: 2, Stage.RELEARNING: 3}
_LOG_TYPES = {Stage.LEARNING: 0, Stage.REVIEW: 1, Stage.RELEARNING: 2}
_STARTING_EASE = 2500  # of the scheduler before FSRS, in case the learner switches back
_DECAY = 0.1542  # of FSRS-6's forgetting curve with its default parameters


@dataclass(frozen=True, slots=True)
class LoggedReview:
    """One review: when (Unix milliseconds), the rating, intervals after and before it, difficulty, milliseconds."""

    at: int
    rating: int
    interval: int
    last_interval: int
    difficulty: int
    taken: int
    type: int


@dataclass(frozen=True, slots=True)
class CardSchedule:
    """The schedule of every card of a note."""

    type: int
    queue: int
    due: int
    """Days since the first day for reviews, Unix seconds for cards in steps."""
    interval: int
    """Days."""
    ease: int
    reps: int
    lapses: int
    left: int
    """Remaining learning steps."""
    data: str
    log: tuple[LoggedReview, ...]


class Progress:
    """A learner's ``reviews``, amendments applied; ``calendar`` says when the learner's days begin."""

    def __init__(
        self, reviews: Iterable[Review], *, scheduler: Scheduler | None = None, calendar: Calendar | None = None
    ) -> None:
        self._calendar = calendar or Calendar()
        self._scheduler = scheduler or Scheduler(calendar=self._calendar)
        self._reviews: dict[PointKey, list[Review]] = {}
        for review in reviews:
            for point in review.by_point:
                if review.rating_of(point) is not None:
                    self._reviews.setdefault((review.set_id, point), []).append(review)

    def knows(self, set_id: str, question: Question) -> bool:
        """Return whether some review of a point of the question counted for the schedule."""
        return any((set_id, point) in self._reviews for point in question.points)

    def of(self, set_id: str, question: Question) -> CardSchedule | None:
        """Return the schedule of one question, which is that of its point, asked by whichever question.

        Of several points, the one that is due first counts. None if no review of them counted for the schedule.
        """
        found = [state for point in question.points if (state := self._of(set_id, point))]
        return self._schedule(*min(found, key=lambda state: state[0].due)) if found else None

    def _of(self, set_id: str, point: str) -> tuple[MemoryState, tuple[LoggedReview, ...]] | None:
        state: MemoryState | None = None
        log: list[LoggedReview] = []
        for review in sorted(self._reviews.get((set_id, point), ()), key=lambda review: (review.at, review.id)):
            if rating := review.rating_of(point):
                after = self._scheduler.review(
                    state, rating, review.at, after_reading=review.after_reading, recognition=review.recognition
                )
                log.append(_answered(review, rating, state, after))
                state = after
        return (state, tuple(log)) if state else None

    def _schedule(self, state: MemoryState, log: tuple[LoggedReview, ...]) -> CardSchedule:
        steps = self._scheduler.relearning_steps if state.stage is Stage.RELEARNING else self._scheduler.learning_steps
        in_review = state.stage is Stage.REVIEW
        memory = {
            "s": round(state.stability, 4),
            "d": round(state.difficulty, 3),
            "dr": self._scheduler.desired_retention,
            "decay": _DECAY,
            "lrt": int(state.last_review.timestamp()),
        }
        return CardSchedule(
            type=_TYPES[state.stage],
            queue=_QUEUES[state.stage],
            due=(self._calendar.day(state.due) - FIRST_DAY).days if in_review else int(state.due.timestamp()),
            interval=0 if state.stage is Stage.LEARNING else _days(state) if in_review else 1,
            ease=0 if state.stage is Stage.LEARNING else _STARTING_EASE,
            reps=state.reps,
            lapses=state.lapses,
            left=0 if state.step is None else len(steps) - state.step,
            data=json.dumps(memory, separators=(",", ":")),
            log=log,
        )


def _answered(review: Review, rating: Rating, before: MemoryState | None, after: MemoryState) -> LoggedReview:
    return LoggedReview(
        at=_milliseconds(review.at),
        rating=int(rating),
        interval=_logged_interval(after),
        last_interval=_logged_interval(before) if before else 0,
        difficulty=round(100 + (after.difficulty - 1) / 9 * 1000),  # Anki's scale
        taken=round(review.seconds * 1000),
        type=_LOG_TYPES[before.stage] if before else 0,
    )


def _milliseconds(moment: datetime) -> int:
    """Return Unix milliseconds."""
    return (moment - datetime(1970, 1, 1, tzinfo=UTC)) // timedelta(milliseconds=1)


def _logged_interval(state: MemoryState) -> int:
    # Days, or seconds as a negative number.
    return _days(state) if state.stage is Stage.REVIEW else -round((state.due - state.last_review).total_seconds())


def _days(state: MemoryState) -> int:
    return max(1, (state.due - state.last_review).days)
