"""Earlier sessions on the same set, to see how far one has come."""

from dataclasses import dataclass
from datetime import datetime

from quizgen.grading.verdict import Outcome
from quizgen.journal.history import History
from quizgen.questions import QuestionSet
from quizgen.session import Session

SHOWN = 4
"""So many earlier attempts tell enough."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """The score of an earlier session."""

    at: datetime
    points: float
    out_of: int


def earlier_attempts(history: History, session: Session, session_id: str | None) -> tuple[Attempt, ...]:
    """The latest sessions of the mode of ``session`` on its set, itself left out, the earliest first.

    Missed questions asked again are no attempt of their own.
    """
    from quizgen.history.review import Mode

    mode = Mode.EXAM if session.exam else Mode.QUIZ
    found = history.use(lambda store: store.sessions(session.question_set.id, modes=(mode,), limit=5 * SHOWN)) or []
    attempts = []
    for saved in found:
        plan = saved.start.plan
        latest = {review.question_id: review for review in saved.reviews}.values()
        attempted = sum(review.outcome is not Outcome.SKIPPED for review in latest)
        if saved.start.id != session_id and plan.round == 1 and attempted and (saved.ended or not session.exam):
            out_of = len(plan.question_ids) if session.exam else attempted
            attempts.append(Attempt(saved.start.at, sum(review.share for review in latest), out_of))
    return tuple(reversed(attempts[:SHOWN]))


def last_missed(history: History, question_set: QuestionSet) -> frozenset[str]:
    """The ids of the questions of which the latest answer was wrong, or only partly right."""
    outcomes = history.use(lambda store: store.last_outcomes(question_set.id)) or {}
    return frozenset(name for name, outcome in outcomes.items() if outcome in {Outcome.WRONG, Outcome.PARTLY})
