"""The score of a session, and its result as JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from quizgen.grading.verdict import Outcome, Verdict
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


class Graded(Protocol):
    """A verdict, or a stored review."""

    @property
    def outcome(self) -> Outcome:
        """The class of the answer."""

    @property
    def share(self) -> float:
        """The credit, from 0 to 1."""


@dataclass(frozen=True, slots=True)
class Score:
    """What the answers to some questions earned."""

    credit: float
    """Sum of the credits of all answers: a half-correct answer counts half."""
    correct: int
    partly: int
    answered: int
    """Number of questions answered, skips excluded."""
    skipped: int
    not_reached: int
    exam: bool
    """Whether a skipped question counts as wrong."""

    @classmethod
    def of(cls, answers: Iterable[Graded], *, total: int | None = None, exam: bool) -> "Score":
        """Return the score of ``answers``, skips included, to some of ``total`` questions; None: of as many."""
        graded = list(answers)
        skipped = sum(one.outcome is Outcome.SKIPPED for one in graded)
        return cls(
            credit=sum(one.share for one in graded),
            correct=sum(one.outcome.counts_right for one in graded),
            partly=sum(one.outcome is Outcome.PARTLY for one in graded),
            answered=len(graded) - skipped,
            skipped=skipped,
            not_reached=0 if total is None else total - len(graded),
            exam=exam,
        )

    @property
    def out_of(self) -> int:
        """Highest possible credit: one per question answered, in an exam one per question."""
        return self.answered + (self.skipped + self.not_reached if self.exam else 0)

    @property
    def share(self) -> float:
        """The credit as a share of the highest possible one."""
        return self.credit / self.out_of if self.out_of else 0.0

    @property
    def percent(self) -> int | None:
        """The credit in percent, rounded; None if nothing counts."""
        return percent(self.credit, self.out_of)


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
    def score(self) -> Score:
        """The score of all answers."""
        return Score.of((answer.verdict for answer in self.answers), total=self.total, exam=self.exam)

    @property
    def credit(self) -> float:
        """Sum of the credits of all answers: a half-correct answer counts half."""
        return self.score.credit

    @property
    def attempted(self) -> int:
        """Number of questions answered, skips excluded."""
        return self.score.answered

    @property
    def out_of(self) -> int:
        """Highest possible credit: one per question attempted, in an exam one per question."""
        return self.score.out_of

    @property
    def percent(self) -> int | None:
        """The credit in percent, rounded; None if nothing was attempted."""
        return self.score.percent

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
    def topics(self) -> Mapping[str | None, Score]:
        """The score by id of the topic, in the order in which topics came up; None for questions without one."""
        by_topic: dict[str | None, list[Verdict]] = {}
        for answer in self.answers:
            by_topic.setdefault(answer.question.topic, []).append(answer.verdict)
        return {topic: Score.of(verdicts, exam=self.exam) for topic, verdicts in by_topic.items()}

    def count(self, outcome: Outcome) -> int:
        """Return the number of answers with ``outcome``."""
        return sum(answer.verdict.outcome is outcome for answer in self.answers)


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
                "id": topic,
                "name": question_set.topic_name(topic),
                "credit": round(score.credit, 6),
                "out_of": score.out_of,
                "skipped": score.skipped,
            }
            for topic, score in results.topics.items()
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
