"""Ninety simulated days of study: questions that get harder, against one memory per question and against one question.

Learners have a memory for each point whose forgetting is known, and answer with its probability. The three ways to
study use the same points, the same limits and the same scheduler:

- ladder: one memory per point, asked in ever harder ways (what `quizgen study` does);
- per question: every question has a memory of its own, as if nothing connected the questions of a point;
- one question: each point is always asked by its hardest direct question.

It cannot show how people learn: how much each kind of question strengthens a memory is assumed, see ``ASSUMPTIONS``.
It shows what the rule does to the number of reviews and to the success rate, if the assumptions hold.
"""

import math
import random
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from statistics import mean
from typing import TYPE_CHECKING

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.queue import Limits
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, PointKey, Review
from quizgen.questions import CardQuestion, ChoiceQuestion, Question, QuestionSet, ShortQuestion
from quizgen.session.ladder import Rung, rung_of
from quizgen.session.study import StudySession
from quizgen.session.study_pool import StudyPool

if TYPE_CHECKING:
    from quizgen.history.scheduler import PointState

POINTS = 42
DAYS = 90
LEARNERS = 20
START = datetime(2026, 1, 1, 18, tzinfo=UTC)
CALENDAR = Calendar(UTC)


@dataclass(frozen=True)
class Assumptions:
    """How a learner's memory works."""

    name: str
    gain: Mapping[Rung, float]
    """How much a success strengthens the memory, by what the question demands."""
    ease: Mapping[Rung, float] = field(
        default_factory=lambda: {Rung.RECOGNITION: 0.35, Rung.CUED: 0.65, Rung.FREE: 1.0, Rung.USE: 1.3}
    )
    """The probability of an answer is that of free recall to this power: easier questions succeed more often."""
    guess: float = 1 / 3
    """The probability of picking the correct one of three options without knowing it."""


ASSUMPTIONS = (
    Assumptions(
        "recalling strengthens a memory more than recognizing",
        {Rung.RECOGNITION: 0.2, Rung.CUED: 0.35, Rung.FREE: 0.5, Rung.USE: 0.6},
    ),
    Assumptions("every success strengthens a memory equally", dict.fromkeys(Rung, 0.4)),
)


@dataclass
class Memory:
    """One learner's memory of one point: free recall falls to 90% after ``strength`` days."""

    strength: float = 0.0
    at: datetime = START

    def recall(self, now: datetime) -> float:
        """Return the probability of free recall."""
        days = (now - self.at) / timedelta(days=1)
        return 1 / (1 + days / (9 * self.strength)) if self.strength else 0.05


@dataclass
class Learner:
    """A learner, who is faster or slower than others."""

    rng: random.Random
    model: Assumptions
    memories: dict[str, Memory] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.talent = math.exp(self.rng.gauss(0, 0.35))

    def answers(self, point: str, rung: Rung, now: datetime) -> bool:
        """Answer a question on ``point``, see the feedback, and remember accordingly."""
        memory = self.memories.setdefault(point, Memory())
        recall = memory.recall(now)
        known: float = recall ** self.model.ease[rung]
        chance = known + (1 - known) * self.model.guess if rung is Rung.RECOGNITION else known
        success = self.rng.random() < chance
        if not memory.strength:
            memory.strength = 1.0 * self.talent
        elif now - memory.at < timedelta(hours=8):
            memory.strength *= 1.05  # a step on the same day adds little
        elif success:
            # What was nearly forgotten gains most, and strong memories gain less.
            growth = self.talent * (0.2 + 6 * (1 - recall)) * memory.strength**-0.15
            memory.strength *= 1 + self.model.gain[rung] * growth
        else:
            memory.strength = max(0.7, 0.4 * memory.strength)
        memory.at = now
        return success


def the_set() -> QuestionSet:
    """The points in the proportions of the article's set: a quarter with one question, the others with two or three."""
    questions: list[Question] = []
    for number in range(POINTS):
        name, stem = f"f{number}.c1", f"What is number {number} called?"
        if number % 4:
            questions.append(
                ChoiceQuestion(id=f"{name}.choice", stem=stem, answer=f"a{number}", distractors=("x", "y"), point=name)
            )
        if number % 4 > 1:
            questions.append(ShortQuestion(id=f"{name}.short", stem=stem, answer=f"a{number}", point=name, hint="a…"))
        questions.append(CardQuestion(id=f"{name}.card", stem=stem, answer=f"a{number}", point=name))
    return QuestionSet(id="s", title="S", questions=tuple(questions))


@dataclass
class Result:
    """What 90 days come to."""

    reviews: list[int] = field(default_factory=list)
    """Answers on each day."""
    successes: list[bool] = field(default_factory=list)
    """Whether each answer on a later day than the point's previous one was correct."""
    recalls: list[bool] = field(default_factory=list)
    """Those of them that were recalled, not recognized."""
    remembered: float = 0.0
    """The mean probability of free recall on the last day."""


def study(way: str, model: Assumptions, seed: int) -> Result:
    """Let one learner study for 90 days."""
    whole = the_set()
    owner = {question.id: question.points[0] for question in whole.questions}
    match way:
        case "per question":
            asked = tuple(question.model_copy(update={"point": ()}) for question in whole.questions)
        case "one question":
            asked = tuple(question for question in whole.questions if question.kind == "card")
        case _:
            asked = whole.questions
    pool = StudyPool.of([whole.model_copy(update={"questions": asked})], ladder=way == "ladder")
    learner, result = Learner(random.Random(seed), model), Result()
    states: dict[PointKey, PointState] = {}
    last_day: dict[str, int] = {}
    for day in range(DAYS):
        now = START + timedelta(days=day)
        session = StudySession.start(pool, states, now, limits=Limits(), calendar=CALENDAR)
        while found := session.next(now):
            key, question = found
            point = owner[question.id]
            success = learner.answers(point, rung_of(question, point), now)
            if last_day.get(point, day) < day:
                result.successes.append(success)
                if rung_of(question, point) > Rung.RECOGNITION:
                    result.recalls.append(success)
            last_day[point] = day
            session = session.after(review_of(pool, key, question, now, success=success), question)
            now += timedelta(seconds=15)
            if not session.next(now) and session.left:  # wait for the next step
                now = max(now, min(at for at, _ in session.queue.learning))
        states = {**states, **session.changed}
        result.reviews.append(session.answered)
    end = START + timedelta(days=DAYS)
    result.remembered = mean(learner.memories[point].recall(end) for point in dict.fromkeys(owner.values()))
    return result


def review_of(pool: StudyPool, key: PointKey, question: Question, at: datetime, *, success: bool) -> Review:
    """Return the review of an answer, rated as the program suggests."""
    recognition = pool.is_recognition(key[0], question)
    rating = (Rating.HARD if recognition else Rating.GOOD) if success else Rating.AGAIN
    return Review(
        key[0], question.id, "s", at, Mode.STUDY, question.kind, Outcome.CORRECT if success else Outcome.WRONG,
        float(success), None, 10.0, rating, credits={key[1]: float(success)}, recognition=recognition,
    )  # fmt: skip


def main() -> None:
    learners = int(sys.argv[1]) if len(sys.argv) > 1 else LEARNERS
    for model in ASSUMPTIONS:
        print(f"If {model.name}:")
        for way in ("ladder", "per question", "one question"):
            results = [study(way, model, seed) for seed in range(learners)]
            print(
                f"  {way:12}: {mean(mean(r.reviews) for r in results):5.1f} answers a day "
                f"(at most {max(max(r.reviews) for r in results)}), "
                f"{mean(mean(r.successes) for r in results):.0%} correct "
                f"({mean(mean(r.recalls) for r in results):.0%} of those recalled), "
                f"{mean(r.remembered for r in results):.0%} remembered after {DAYS} days"
            )


if __name__ == "__main__":
    main()
