"""One answer of a study session, in a set of 50,000 questions with 1,000,000 reviews in the history.

Grading, storing and choosing what comes next, against one bare INSERT committed to the same database in the same way.
The commit waits for the disk: on a quick one the ratio is higher. Making the history takes some minutes; a smaller
number of reviews may be given as an argument.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

from timing import compare, report

from quizgen.grading.grader import grade
from quizgen.grading.known import known_answers
from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.history import FILE_NAME
from quizgen.history.queue import LEARN_AHEAD, Limits, Queue
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.records import Mode, Review, response_data
from quizgen.history.scheduler import Scheduler
from quizgen.history.store import Store
from quizgen.questions import QuestionSet, ShortQuestion

QUESTIONS = 50_000
REVIEWS = 1_000_000
ROUNDS = 200
NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)
TARGET_MS = 10.0


def the_set() -> QuestionSet:
    questions = tuple(
        ShortQuestion(id=f"q-{n}", kind="short", stem=f"What is number {n} called?", answer=f"Name of {n}")
        for n in range(QUESTIONS)
    )
    return QuestionSet(id="many", title="Many", questions=questions)


def the_past(reviews: int) -> Iterator[Review]:
    """Reviews of the last two years, ten thousand questions left new."""
    rng = random.Random(1)
    span = timedelta(days=730) / reviews
    for number in range(reviews):
        right = rng.random() < 0.9
        yield Review(
            set_id="many",
            question_id=f"q-{rng.randrange(QUESTIONS * 4 // 5)}",
            session_id=f"s-{number // 100}",
            at=NOW - timedelta(days=731) + number * span,
            mode=Mode.STUDY,
            kind="short",
            outcome=Outcome.CORRECT if right else Outcome.WRONG,
            share=float(right),
            response="Name",
            seconds=9.0,
            rating=Rating.GOOD if right else Rating.AGAIN,
        )


class Study:
    """A session under way, one answer a call."""

    def __init__(self, store: Store, question_set: QuestionSet) -> None:
        self.store, self.now = store, NOW
        self.by_id = {question.id: question for question in question_set.questions}
        self.known = known_answers(question_set)
        self.states = store.memory_states("many")
        self.scheduler = Scheduler()
        self.queue: Queue[str] = Queue.build(
            self.by_id,
            self.states,
            NOW,
            limits=Limits(new=QUESTIONS, reviews=QUESTIONS),
            calendar=Calendar(UTC),
            scheduler=self.scheduler,
        )

    def answer(self) -> None:
        question_id = self.queue.next(self.now, ahead=LEARN_AHEAD)
        assert question_id is not None
        question = self.by_id[question_id]
        self.now += timedelta(seconds=8)
        response = f"Nmae of {question_id.removeprefix('q-')}"  # a typo: the dearest to grade
        verdict = grade(question, response, rivals=self.known)
        rating = rating_for(verdict.outcome, verdict.share, 8.0, question.kind)
        review = Review(
            "many", question_id, "now", self.now, Mode.STUDY, question.kind, verdict.outcome, verdict.share,
            response_data(response), 8.0, rating,
        )  # fmt: skip
        assert rating is not None
        assert self.store.append(review)
        state = self.states[question_id] = self.scheduler.review(self.states.get(question_id), rating, self.now)
        self.queue = self.queue.answered(question_id, state)


def main() -> None:
    reviews = int(sys.argv[1]) if len(sys.argv) > 1 else REVIEWS
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder)) as store:
        store.merge(the_past(reviews))
        study = Study(store, the_set())
        floor = sqlite3.connect(Path(folder) / FILE_NAME, isolation_level=None)
        floor.execute("PRAGMA synchronous = FULL")
        floor.execute("CREATE TABLE floor (text)")
        subject, base = compare(study.answer, lambda: floor.execute("INSERT INTO floor VALUES ('x')"), rounds=ROUNDS)
        floor.close()
    report(f"one answer, {reviews:,} past reviews", subject, "one bare commit", base, target=TARGET_MS / 1000 / base)
    print(
        f"{subject * 1000:.2f} ms besides the person (under {TARGET_MS:.0f} wanted); bare commit {base * 1000:.2f} ms"
    )


if __name__ == "__main__":
    main()
