"""What a session came to."""

from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.grading.verdict import Outcome
from quizgen.session.answered import Answered


def percent(points: float, out_of: int) -> int | None:
    """``points`` in a hundred, rounded; 100 means all and 0 nothing at all. None where there was nothing to get."""
    if not out_of:
        return None
    rounded = int(100 * points / out_of + 0.5 + 1e-9)
    return rounded if points in {0, out_of} else max(1, min(99, rounded))


@dataclass(frozen=True, slots=True)
class TopicScore:
    """The score in one topic."""

    topic: str | None
    """Id of the topic; None for questions without one."""
    points: float
    """Sum of the shares that were right."""
    out_of: int
    """Points to be had: questions answered; in an exam skipped ones too."""
    skipped: int
    """Questions skipped."""


@dataclass(frozen=True, slots=True)
class Results:
    """The score of a session, finished or not."""

    answers: tuple[Answered, ...]
    """Every question answered or skipped, in order."""
    total: int
    """Questions in the session, those not reached included."""
    exam: bool = False
    """Whether a skipped question costs its point."""

    @property
    def points(self) -> float:
        """Sum of the shares that were right: a half-right answer counts half."""
        return sum(answer.verdict.share for answer in self.answers)

    @property
    def attempted(self) -> int:
        """Questions answered; a skipped one is no attempt."""
        return len(self.answers) - self.count(Outcome.SKIPPED)

    @property
    def out_of(self) -> int:
        """Points to be had: one for each attempt, in an exam one for each question."""
        return self.total if self.exam else self.attempted

    @property
    def percent(self) -> int | None:
        """Points in a hundred, rounded; None where there were none to be had."""
        return percent(self.points, self.out_of)

    @property
    def missed(self) -> tuple[Answered, ...]:
        """Everything that does not count as right, skipped ones included: worth asking again."""
        return tuple(answer for answer in self.answers if not answer.verdict.counts_right)

    @property
    def best_streak(self) -> int:
        """The longest run of right answers."""
        best = run = 0
        for answer in self.answers:
            run = run + 1 if answer.verdict.counts_right else 0
            best = max(best, run)
        return best

    @property
    def topics(self) -> tuple[TopicScore, ...]:
        """The score by topic, in the order in which the topics came up."""
        by_topic: dict[str | None, list[Answered]] = {}
        for answer in self.answers:
            by_topic.setdefault(answer.question.topic, []).append(answer)
        return tuple(self._score(topic, answers) for topic, answers in by_topic.items())

    def count(self, outcome: Outcome) -> int:
        """How many answers came to ``outcome``."""
        return sum(answer.verdict.outcome is outcome for answer in self.answers)

    def _score(self, topic: str | None, answers: Iterable[Answered]) -> TopicScore:
        verdicts = [answer.verdict for answer in answers]
        skipped = sum(verdict.outcome is Outcome.SKIPPED for verdict in verdicts)
        out_of = len(verdicts) - (0 if self.exam else skipped)
        return TopicScore(topic, sum(verdict.share for verdict in verdicts), out_of, skipped)
