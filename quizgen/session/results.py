"""The score of a session, and its result as JSON."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from quizgen.grading.verdict import Outcome
from quizgen.questions.giveaways import giveaways
from quizgen.session.prompt import Answered

if TYPE_CHECKING:
    from quizgen.session.session import Session

VERSION = 1
"""Version of the JSON result; ``docs/quiz.md`` documents it."""


def percent(credit: float, out_of: int) -> int | None:
    """Return ``credit`` in percent of ``out_of``, rounded; None if ``out_of`` is 0.

    Only full credit gives 100, and only no credit gives 0.
    """
    if not out_of:
        return None
    rounded = int(100 * credit / out_of + 0.5 + 1e-9)
    return rounded if credit in {0, out_of} else max(1, min(99, rounded))


@dataclass(frozen=True, slots=True)
class TopicScore:
    """The score in one topic."""

    topic: str | None
    """Id of the topic; None for questions without one."""
    credit: float
    """Sum of the credits of all answers."""
    out_of: int
    """Highest possible credit: the number of questions answered; in an exam, skipped ones too."""
    skipped: int
    """Number of questions skipped."""


@dataclass(frozen=True, slots=True)
class Results:
    """The score of a session, finished or not."""

    answers: tuple[Answered, ...]
    """Every question answered or skipped, in order."""
    total: int
    """Number of questions in the session, including those not reached."""
    exam: bool = False
    """Whether a skipped question counts as wrong."""

    @property
    def credit(self) -> float:
        """Sum of the credits of all answers: a half-correct answer counts half."""
        return sum(answer.verdict.share for answer in self.answers)

    @property
    def attempted(self) -> int:
        """Number of questions answered, skips excluded."""
        return len(self.answers) - self.count(Outcome.SKIPPED)

    @property
    def out_of(self) -> int:
        """Highest possible credit: one per question attempted, in an exam one per question."""
        return self.total if self.exam else self.attempted

    @property
    def percent(self) -> int | None:
        """The credit in percent, rounded; None if nothing was attempted."""
        return percent(self.credit, self.out_of)

    @property
    def missed(self) -> tuple[Answered, ...]:
        """The answers that do not count as correct; a skip is not an answer."""
        return tuple(answer for answer in self.answers if answer.missed)

    @property
    def to_review(self) -> tuple[Answered, ...]:
        """The missed and the skipped questions, in order: worth asking again."""
        return tuple(answer for answer in self.answers if answer.missed or answer.skipped)

    @property
    def best_streak(self) -> int:
        """The longest run of correct answers."""
        best = run = 0
        for answer in self.answers:
            run = run + 1 if answer.verdict.counts_right else 0
            best = max(best, run)
        return best

    @property
    def topics(self) -> tuple[TopicScore, ...]:
        """The score by topic, in the order in which topics came up."""
        by_topic: dict[str | None, list[Answered]] = {}
        for answer in self.answers:
            by_topic.setdefault(answer.question.topic, []).append(answer)
        return tuple(self._score(topic, answers) for topic, answers in by_topic.items())

    def count(self, outcome: Outcome) -> int:
        """Return the number of answers with ``outcome``."""
        return sum(answer.verdict.outcome is outcome for answer in self.answers)

    def _score(self, topic: str | None, answers: Iterable[Answered]) -> TopicScore:
        verdicts = [answer.verdict for answer in answers]
        skipped = sum(verdict.outcome is Outcome.SKIPPED for verdict in verdicts)
        out_of = len(verdicts) - (0 if self.exam else skipped)
        return TopicScore(topic, sum(verdict.share for verdict in verdicts), out_of, skipped)


def result_data(session: "Session", *, session_id: str | None, started: str | None, ended: str) -> dict[str, Any]:
    """Return the result of ``session`` as JSON-ready data; times are ISO 8601, None before the first answer."""
    results = session.results
    question_set = session.question_set
    return {
        "version": VERSION,
        "set": {"id": question_set.id, "title": question_set.title},
        "session": session_id,
        "mode": session.mode,
        "seed": session.seed,
        "started": started,
        "ended": ended,
        "finished": session.finished,
        "questions": results.total,
        "credit": round(results.credit, 6),
        "out_of": results.out_of,
        "percent": results.percent,
        "best_streak": results.best_streak,
        "given_away": len(giveaways(session.questions)),
        "topics": [
            {
                "id": topic.topic,
                "name": question_set.topic_name(topic.topic),
                "credit": round(topic.credit, 6),
                "out_of": topic.out_of,
                "skipped": topic.skipped,
            }
            for topic in results.topics
        ],
        "answers": [_answer(answered) for answered in results.answers],
    }


def _answer(answered: Answered) -> dict[str, Any]:
    from quizgen.history.responses import response_data
    from quizgen.questions.view import answer_data

    question = answered.question
    return {
        "question": question.id,
        "kind": question.kind,
        "topic": question.topic,
        "stem": question.stem,
        "outcome": answered.verdict.outcome,
        "credit": round(answered.verdict.share, 6),
        "difference": answered.verdict.difference,
        "note": answered.verdict.note,
        "feedback": answered.verdict.feedback,
        "points": {point: round(credit, 6) for point, credit in answered.credits.items()},
        "response": response_data(answered.response),
        "answer": answer_data(question),
        "seconds": round(answered.seconds, 3),
        "shown": answered.shown,
        "overridden": answered.overridden,
    }
