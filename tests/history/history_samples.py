"""Reviews to test with."""

from datetime import UTC, datetime, timedelta
from typing import Any

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, Review

START = datetime(2026, 3, 1, 10, tzinfo=UTC)


def after(**delta: float) -> datetime:
    """So long after the start."""
    return START + timedelta(**delta)


def a_review(question_id: str = "q", at: datetime = START, **changes: Any) -> Review:
    """A right answer to a choice, rated Good, with ``changes``."""
    values: dict[str, Any] = {
        "set_id": "rivers",
        "question_id": question_id,
        "session_id": "s",
        "at": at,
        "mode": Mode.QUIZ,
        "kind": "choice",
        "outcome": Outcome.CORRECT,
        "share": 1.0,
        "response": "Po",
        "seconds": 8.5,
        "rating": Rating.GOOD,
    }
    return Review(**(values | changes))


def wrong(question_id: str = "q", at: datetime = START, **changes: Any) -> Review:
    """A wrong answer, rated Again, with ``changes``."""
    failed = {"outcome": Outcome.WRONG, "share": 0.0, "response": "Arno", "rating": Rating.AGAIN}
    return a_review(question_id, at, **(failed | changes))
