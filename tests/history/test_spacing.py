"""Points of one fact are asked on different days where the intervals allow it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import combinations
from random import Random

import pytest
from effort import examples
from history_samples import START, after
from hypothesis import given, settings
from hypothesis import strategies as st

from quizgen.history.days import Calendar
from quizgen.history.queue import Limits, Queue
from quizgen.history.ratings import Rating
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.history.spacing import latest_day, postponed

TODAY = date(2026, 5, 10)
CALENDAR = Calendar(UTC)

POINTS = st.dictionaries(
    st.sampled_from("abcdefgh"),
    st.tuples(st.integers(1, 90), st.integers(0, 6), st.sets(st.sampled_from("xyz"), min_size=1, max_size=2)),
    max_size=8,
)
"""Points, each with its interval, the days until it is due, and its facts."""


def days_of(points: Mapping[str, tuple[int, int, set[str]]]) -> dict[str, tuple[date, date]]:
    """The day of the last review of each point, and the day on which it is due."""
    due = {name: TODAY + timedelta(days=ahead) for name, (_, ahead, _) in points.items()}
    return {name: (due[name] - timedelta(days=interval), due[name]) for name, (interval, _, _) in points.items()}


def asked_on(
    days: Mapping[str, tuple[date, date]], facts: Mapping[str, set[str]], names: Sequence[str]
) -> dict[str, date]:
    """The day on which each point is asked if the learner studies every day, and nothing comes back."""
    asked: dict[str, date] = {}
    today = TODAY
    while len(asked) < len(names):
        left = [name for name in names if name not in asked]
        due = [name for name in left if days[name][1] <= today]
        later = [name for name in left if days[name][1] > today]
        put_off = postponed(due, (), later, facts, days.__getitem__, today=today)
        assert put_off <= set(due)
        asked.update(dict.fromkeys(set(due) - put_off, today))
        today += timedelta(days=1)
    return asked


def pairs_on_one_day(asked: Mapping[str, date], facts: Mapping[str, set[str]]) -> int:
    return sum(asked[one] == asked[other] and not facts[one].isdisjoint(facts[other])
               for one, other in combinations(asked, 2))  # fmt: skip


def nearest(name: str, day: date, asked: Mapping[str, date], facts: Mapping[str, set[str]]) -> int:
    """How many days lie between ``day`` and the nearest one on which another point of a fact of ``name`` is asked."""
    siblings = [other for other in asked if other != name and not facts[other].isdisjoint(facts[name])]
    return min((abs((asked[other] - day).days) for other in siblings), default=1000)


@pytest.mark.slow
@settings(max_examples=examples(200), deadline=None)
@given(POINTS, st.randoms(use_true_random=False))
def test_no_point_waits_longer_than_it_may_and_no_gap_gets_smaller(
    points: dict[str, tuple[int, int, set[str]]], random: Random
) -> None:
    days, facts = days_of(points), {name: own for name, (_, _, own) in points.items()}
    asked = asked_on(days, facts, list(points))
    for name, day in asked.items():
        assert days[name][1] <= day <= latest_day(*days[name])
        if day > days[name][1]:  # only away from another point, never towards one
            assert nearest(name, days[name][1], asked, facts) == 0
        assert nearest(name, day, asked, facts) >= nearest(name, days[name][1], asked, facts)
    unmoved = {name: due for name, (_, due) in days.items()}
    shuffled = random.sample(list(points), len(points))
    assert pairs_on_one_day(asked_on(days, facts, shuffled), facts) <= pairs_on_one_day(unmoved, facts)


@pytest.mark.parametrize(
    ("interval", "slack"), [(1, 0), (2, 0), (3, 1), (10, 1), (29, 1), (31, 2), (60, 3), (100, 5), (365, 18)]
)
def test_how_long_a_point_may_wait(interval: int, slack: int) -> None:
    assert latest_day(TODAY - timedelta(days=interval), TODAY) == TODAY + timedelta(days=slack)


def test_the_one_that_can_wait_longer_waits() -> None:
    points = {"long": (90, 0, {"x", "z"}), "short": (20, 0, {"x"}), "young": (2, 0, {"x"}), "other": (90, 0, {"y"})}
    days, facts = days_of(points), {name: own for name, (_, _, own) in points.items()}
    asked = asked_on(days, facts, ["long", "short", "young", "other"])
    assert {name: (day - TODAY).days for name, day in asked.items()} == {"young": 0, "short": 1, "long": 2, "other": 0}


@pytest.mark.parametrize(("short", "long"), ["ab", "ba"])  # at equal days, names decide which one is placed first
def test_if_the_one_that_can_wait_longer_has_no_free_day_the_other_one_waits(short: str, long: str) -> None:
    # Another point of a fact of the one with the longer interval is due on the only day until which it may wait.
    points = {short: (5, 0, {"x"}), long: (10, 0, {"x", "y"}), "tomorrow": (2, 1, {"y"})}
    days, facts = days_of(points), {name: own for name, (_, _, own) in points.items()}
    asked = asked_on(days, facts, list(points))
    assert {name: (day - TODAY).days for name, day in asked.items()} == {short: 1, long: 0, "tomorrow": 1}


def test_a_point_that_is_overdue_or_finds_no_free_day_is_asked() -> None:
    overdue = {"a": (10, -2, {"x"}), "b": (10, -2, {"x"})}
    no_room = {"a": (10, 0, {"x"}), "b": (10, 0, {"x"}), "c": (2, 1, {"x"})}
    for points in (overdue, no_room):
        days, facts = days_of(points), {name: own for name, (_, _, own) in points.items()}
        due = [name for name in points if days[name][1] <= TODAY]
        later = [name for name in points if days[name][1] > TODAY]
        assert postponed(due, (), later, facts, days.__getitem__, today=TODAY) == frozenset()


def in_review(*, interval: int, reviewed: datetime) -> MemoryState:
    due = reviewed + timedelta(days=interval)
    return MemoryState(Stage.REVIEW, None, float(interval), 5.0, due, reviewed, START - timedelta(days=300), 4, 0)


def test_a_point_waits_while_another_one_of_its_fact_was_answered_or_is_learned_today() -> None:
    due = in_review(interval=20, reviewed=after(days=-20))
    answered = in_review(interval=8, reviewed=after(hours=-1))
    step = Scheduler().review(None, Rating.AGAIN, after(minutes=-2))
    for sibling in (answered, step):
        for facts, waits in (({"a": {"x"}, "b": {"x"}}, True), ({"a": {"x"}, "b": {"y"}}, False)):
            queue = Queue.build(
                ["a", "b"], {"a": due, "b": sibling}, START,
                limits=Limits(), calendar=CALENDAR, scheduler=Scheduler(), facts=facts,
            )  # fmt: skip
            assert ("a" not in queue.due) is waits
