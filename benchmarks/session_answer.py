"""One answer of a study session, in a set of 50,000 questions with 10,000 to 1,000,000 reviews in the history.

Grading, storing and choosing what comes next, against one bare INSERT committed to the same database in the same way.
The histories take turns, so that their ratio shows whether an answer takes longer with a longer history. Making the
longest one takes some minutes; other numbers of reviews may be given as arguments.
"""

import random
import sqlite3
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from statistics import median

from timing import report, seconds

from quizgen.grading.grader import grade
from quizgen.grading.known import known_answers
from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.history import FILE_NAME
from quizgen.history.queue import LEARN_AHEAD, Limits, Queue
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.records import Mode, Review
from quizgen.history.responses import response_data
from quizgen.history.scheduler import Scheduler
from quizgen.history.store import Store
from quizgen.questions import QuestionSet, ShortQuestion

QUESTIONS = 50_000
REVIEWS = (10_000, 100_000, 1_000_000)
ROUNDS = 200
NOW = datetime(2026, 3, 1, 10, tzinfo=UTC)
COMMITS = 20.0
"""How many bare commits one answer may take."""
GROWTH = 1.25
"""How much longer an answer may take with the longest history than with the shortest."""


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
    numbers = [int(argument) for argument in sys.argv[1:]] or REVIEWS
    question_set = the_set()
    with ExitStack() as stack:
        studies, floors = [], []
        for number in numbers:
            folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
            store = stack.enter_context(Store.open(folder))
            store.merge(the_past(number))
            studies.append(Study(store, question_set))
            floor = sqlite3.connect(folder / FILE_NAME, isolation_level=None)
            stack.callback(floor.close)
            floor.execute("PRAGMA synchronous = FULL")
            floor.execute("CREATE TABLE floor (text)")
            floors.append(floor)
        rounds = [
            [
                (seconds(study.answer), seconds(partial(floor.execute, "INSERT INTO floor VALUES ('x')")))
                for study, floor in zip(studies, floors, strict=True)
            ]
            for _ in range(ROUNDS)
        ]
    answers = [median(one[at][0] for one in rounds) for at in range(len(numbers))]
    commits = [median(one[at][1] for one in rounds) for at in range(len(numbers))]
    for number, answer, commit in zip(numbers, answers, commits, strict=True):
        report(f"one answer, {number:,} past reviews", answer, "one bare commit", commit, target=COMMITS)
    if len(numbers) > 1:
        what, less = f"one answer, {numbers[-1]:,} past reviews", f"{numbers[0]:,} past reviews"
        report(what, answers[-1], less, answers[0], target=GROWTH)


if __name__ == "__main__":
    main()
