"""Thirty days of study with the shipped sets, by a simulated learner, looked at day by day."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from pathlib import Path
from random import Random
from statistics import mean
from typing import Self

import pytest

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.queue import Limits, Queue
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, PointKey, Review
from quizgen.history.scheduler import MemoryState, PointState, Scheduler
from quizgen.history.spacing import SHORTEST
from quizgen.history.store import Store
from quizgen.history.transfer import lines, record_from
from quizgen.loading.sets import read_set
from quizgen.questions import Question, QuestionSet
from quizgen.session.ladder import Rung, rung_of
from quizgen.session.study import StudySession
from quizgen.session.study_outlook import due_on
from quizgen.session.study_pool import Nearness, StudyPool

pytestmark = pytest.mark.slow

DECKS = Path(__file__).parents[2] / "decks"
DAYS = 30
START = datetime(2026, 9, 1, 18, tzinfo=UTC)
CALENDAR = Calendar(UTC)
CHANCES = {Rung.RECOGNITION: 0.93, Rung.CUED: 0.87, Rung.FREE: 0.83, Rung.USE: 0.8}


@dataclass(frozen=True)
class Asked:
    """One question that was asked."""

    point: str
    question: Question
    stability: float
    """Before the answer; 0 for a new point."""
    others: tuple[Nearness, ...]
    """How near the questions that could have been asked instead were to the one before."""
    nearness: Nearness
    """How near this question was to the one before."""


def a_day(pool: StudyPool, store: Store, now: datetime, rng: Random) -> Iterator[Asked]:
    """Study what is due; every answer is stored, and the states in the store are those of the session."""
    set_id = next(iter(pool.sets))
    states = {(set_id, point): state for point, state in store.point_states(set_id).items()}
    session = StudySession.start(pool, states, now, limits=Limits(), calendar=CALENDAR)
    while found := session.next(now):
        (key, question), before = found, session.latest
        state = session.state(key)
        memory = state.memory if state else None
        others = tuple(
            pool.nearness(before[0], (other[0], session.question_for(other, now))) if before else Nearness.APART
            for other in session.queue.upcoming(now)
        )
        near = pool.nearness(before[0], (set_id, question)) if before else Nearness.APART
        yield Asked(key[1], question, memory.stability if memory else 0.0, others, near)
        first_today = memory is None or CALENDAR.day(memory.last_review) != CALENDAR.day(now)
        chance = CHANCES[rung_of(question, key[1])] if first_today else 0.97
        review = an_answer(pool, key, question, now, right=rng.random() < chance)
        assert store.append(review)
        session = session.after(review, question)
        now += timedelta(seconds=15)
        if session.left and session.next(now) is None:
            now = max(now, min(at for at, _ in session.queue.learning))
    stored = store.point_states(set_id)
    assert {key[1]: state for key, state in session.changed.items()}.items() <= stored.items()


def an_answer(pool: StudyPool, key: PointKey, question: Question, at: datetime, *, right: bool) -> Review:
    recognition = pool.is_recognition(key[0], question)
    rating = (Rating.HARD if recognition else Rating.GOOD) if right else Rating.AGAIN
    return Review(
        key[0], question.id, "s", at, Mode.STUDY, question.kind, Outcome.CORRECT if right else Outcome.WRONG,
        float(right), None, 12.0, rating, credits=dict.fromkeys(question.points, float(right)), recognition=recognition,
    )  # fmt: skip


@pytest.mark.parametrize("name", ["eagle-partner-2023", "spaced-practice"])
def test_thirty_days(tmp_path: Path, name: str) -> None:
    question_set: QuestionSet = read_set(DECKS / f"{name}.yaml").question_set
    pool, rng = StudyPool.of([question_set]), Random(7)
    days: list[list[Asked]] = []
    with Store.open(tmp_path) as store:
        days.extend(list(a_day(pool, store, START + timedelta(days=day), rng)) for day in range(DAYS))
        kept = store.point_states(name)
        store.rebuild()
        assert store.point_states(name) == kept
        log = [record for line in lines(store.log()) if (record := record_from(line))]
    every = [asked for day in days for asked in day]
    assert {asked.point for asked in every} == {point for _, point in pool.points}

    for day_of in days:
        by_point: dict[str, set[str]] = {}
        for asked in day_of:
            for point in asked.question.points:
                by_point.setdefault(point, set()).add(asked.question.id)
        assert all(len(questions) == 1 for questions in by_point.values())

    # What the question before gives away is asked only if nothing else could be.
    given_away = [asked for asked in every if asked.nearness is Nearness.GIVEN_AWAY and asked.others]
    assert all(min(asked.others) is Nearness.GIVEN_AWAY for asked in given_away)
    assert len(given_away) < len(every) / 50

    # Questions get harder as memories grow.
    several = [asked for asked in every if len(rungs_of(pool, name, asked.point)) > 1]
    assert {height(pool, name, asked) for asked in several if asked.stability == 0} == {0}
    young, middle, old = (
        mean(height(pool, name, asked) for asked in several if low <= asked.stability < high)
        for low, high in ((0, 2), (2, 6), (6, 1000))
    )
    assert young < middle < old

    # The export tells everything: another history made of it is the same, without the set.
    with Store.open(tmp_path / "other") as other:
        other.merge(log)
        assert other.point_states(name) == kept
        reviews = list(other.reviews(name))
    assert [review.question_id for review in reviews] == [asked.question.id for asked in every]
    assert all(set(review.by_point) == set(asked.question.points) for review, asked in zip(reviews, every, strict=True))


def rungs_of(pool: StudyPool, set_id: str, point: str) -> list[Rung]:
    return sorted({rung_of(question, point) for question in pool.points[set_id, point]})


def height(pool: StudyPool, set_id: str, asked: Asked) -> float:
    """How high on its ladder a question is, from 0 to 1."""
    rungs = rungs_of(pool, set_id, asked.point)
    return rungs.index(rung_of(asked.question, asked.point)) / (len(rungs) - 1)


@dataclass
class Counts:
    """Of the first answers on a day to points that were not new."""

    reviews: int = 0
    correct: int = 0
    pairs: int = 0
    """How often two points of one fact were reviewed on one day."""
    movable: int = 0
    """How many of these pairs have a point whose interval was long enough to be changed."""

    def __add__(self, other: Self) -> Self:
        return type(self)(*(getattr(self, one.name) + getattr(other, one.name) for one in fields(self)))


def study(question_set: QuestionSet, seed: int, *, spaced: bool, days: int = DAYS) -> Counts:
    """Study for some days; without ``spaced``, every point is asked on the day on which it is due.

    The luck of the nth answer to a point is the same in both cases.
    """
    pool, scheduler = StudyPool.of([question_set]), Scheduler()
    states: dict[PointKey, PointState] = {}
    counts = Counts()
    answers: Counter[PointKey] = Counter()
    promised = 0
    for day in range(days):
        now = START + timedelta(days=day)
        session = StudySession.start(pool, states, now, limits=Limits(), calendar=CALENDAR)
        assert len(session.queue.due) == promised
        known = {key: state.memory for key, state in states.items() if state.memory is not None}
        if not spaced:
            queue = Queue.build(
                (*(key for key in pool.points if key in known), *session.queue.new), known, now,
                limits=Limits(), calendar=CALENDAR, scheduler=scheduler,
            )  # fmt: skip
            session = replace(session, queue=queue)
        first_answers = {}
        while found := session.next(now):
            key, question = found
            before = states.get(key)
            is_first = before is not None and key not in session.changed
            chance = CHANCES[rung_of(question, key[1])] if is_first or before is None else 0.97
            answers[key] += 1
            luck = Random(f"{seed} {key[1]} {answers[key]}").random()
            review = an_answer(pool, key, question, now, right=luck < chance)
            session = session.after(review, question)
            first_answers.update(dict.fromkeys([key] if is_first else [], review.share))
            now += timedelta(seconds=15)
            if session.left and session.next(now) is None:
                now = max(now, min(at for at, _ in session.queue.learning))
        states |= session.changed
        promised = due_on(session, CALENDAR.day(now) + timedelta(days=1))
        counts.reviews += len(first_answers)
        counts.correct += sum(share == 1 for share in first_answers.values())
        for one, other in combinations(first_answers, 2):
            if not pool.facts[one].isdisjoint(pool.facts[other]):
                counts.pairs += 1
                counts.movable += max(interval(known[one]), interval(known[other])) >= SHORTEST
    return counts


def interval(memory: MemoryState) -> int:
    return (CALENDAR.day(memory.due) - CALENDAR.day(memory.last_review)).days


def test_points_of_a_fact_are_rarely_reviewed_on_one_day() -> None:
    question_set = read_set(DECKS / "eagle-partner-2023.yaml").question_set
    spaced, unmoved = (
        sum((study(question_set, seed, spaced=each) for seed in range(4)), Counts()) for each in (True, False)
    )
    # Most intervals of the first days are too short to be changed.
    assert spaced.movable < 0.8 * unmoved.movable
    # The number of reviews and the success rate stay about the same.
    assert spaced.reviews == pytest.approx(unmoved.reviews, rel=0.05)
    assert spaced.correct / spaced.reviews == pytest.approx(unmoved.correct / unmoved.reviews, abs=0.03)


def test_points_of_a_fact_are_introduced_on_different_days(tmp_path: Path) -> None:
    questions = [
        {"id": f"f{n % 4}.c{n}.card", "kind": "card", "stem": f"Number {n}?", "answer": f"a{n}", "fact": f"f{n % 4}"}
        for n in range(8)
    ]
    question_set = QuestionSet.model_validate({"id": "s", "title": "S", "questions": questions})
    pool = StudyPool.of([question_set])
    limits = Limits(new=4)
    first = StudySession.start(pool, {}, START, limits=limits, calendar=CALENDAR)
    facts = [pool.points[key][0].fact for key in first.queue.new]
    assert sorted(filter(None, facts)) == ["f0", "f1", "f2", "f3"]
    # Where the load does not allow it, they are introduced together.
    everything = StudySession.start(pool, {}, START, limits=Limits(), calendar=CALENDAR)
    assert len(everything.queue.new) == 8
    with Store.open(tmp_path) as store:
        for key in first.queue.new[:2]:
            store.append(an_answer(pool, key, pool.points[key][0], START, right=True))
        states = {("s", point): state for point, state in store.point_states("s").items()}
    later = StudySession.start(pool, states, START + timedelta(hours=1), limits=limits, calendar=CALENDAR)
    assert [pool.points[key][0].fact for key in later.queue.new] == ["f2", "f3"]
