"""Which due points wait for another day, because another point of the same fact is asked today.

Answering a question recalls the rest of its fact, so a sibling on the same day is an easier test. The idea is that of
the "disperse siblings" of FSRS Helper (https://github.com/open-spaced-repetition/fsrs4anki-helper), which moves stored
due dates. Here, no date is moved: whether a point waits is decided when the queue of a day is built, from the dates
alone. So the states stay those that FSRS gives for the reviews, and can be rebuilt from the log.

This module imports no model of quizgen, so that `quizgen due` can use it.
"""

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterable, Mapping
from datetime import date, timedelta
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

SHARE = 0.05
"""How much longer an interval may become, as a share of it; at least one day."""

SHORTEST = 3
"""Shorter intervals, in days, are kept: one day would be too much of them."""


def latest_day(reviewed: date, due: date) -> date:
    """Return the last day on which a point that was last reviewed on ``reviewed`` may be asked."""
    interval = (due - reviewed).days
    return due + timedelta(days=max(1, round(SHARE * interval)) if interval >= SHORTEST else 0)


def postponed(
    due: Iterable[K],
    asked: Iterable[K],
    later: Collection[K],
    facts: Mapping[K, Collection[Hashable]],
    days: Callable[[K], tuple[date, date]],
    *,
    today: date,
) -> frozenset[K]:
    """Return which of the points that are ``due`` today, or overdue, are not asked before tomorrow.

    ``asked`` are the points that are asked today in any case or were asked already, ``later`` those that become due on
    other days. ``days`` returns the day of a point's last review and the day on which it is due. A point waits only if
    another point of one of its ``facts`` is asked today, and if its fact has a free day until its ``latest_day``. Of
    two such points, the one that may be asked last waits; if it has no free day, the other one does.
    """
    candidates = [point for point in due if facts.get(point)]
    taken = {fact for point in asked for fact in facts.get(point, ())}
    numbers = Counter(fact for point in candidates for fact in facts[point])
    crowded = {fact for fact, number in numbers.items() if number > 1 or fact in taken}
    if not crowded:
        return frozenset()
    candidates = [point for point in candidates if not crowded.isdisjoint(facts[point])]
    involved = {fact for point in candidates for fact in facts[point]}
    plan = _Plan(facts, today, taken)
    for point in later:
        if not involved.isdisjoint(facts.get(point, ())):
            plan.add(point, days(point)[1])
    latest = {point: (latest_day(*days(point)) - today).days for point in candidates}
    # By name in the end: every command finds the same points, in whichever order it lists them.
    for point in sorted(candidates, key=lambda point: (latest[point], days(point)[1], str(point))):
        if plan.add_to_free_day(point, range(max(0, latest[point]) + 1)):
            continue
        # It has to be asked today, so those of its fact that were planned for today wait instead, if they can.
        for other in [one for one in plan.today if not set(facts[one]).isdisjoint(facts[point])]:
            if plan.add_to_free_day(other, range(1, latest[other] + 1)):
                plan.remove_from_today(other)
        plan.add(point, today)
        plan.today.append(point)
    return frozenset(candidates).difference(plan.today)


class _Plan(Generic[K]):
    """The days on which points are asked, with the number of points of each fact on each day."""

    def __init__(self, facts: Mapping[K, Collection[Hashable]], today: date, taken: Iterable[Hashable]) -> None:
        self._facts, self._today = facts, today
        self._numbers = Counter((fact, today) for fact in taken)
        self.today: list[K] = []
        """Those of the due points that are asked today."""

    def add(self, point: K, day: date) -> None:
        self._numbers.update((fact, day) for fact in self._facts[point])

    def add_to_free_day(self, point: K, days_ahead: Iterable[int]) -> bool:
        """Plan ``point`` for the first of the days that is free of its facts; return False if none of them is."""
        for day in (self._today + timedelta(days=number) for number in days_ahead):
            if not any(self._numbers[fact, day] for fact in self._facts[point]):
                self.add(point, day)
                if day == self._today:
                    self.today.append(point)
                return True
        return False

    def remove_from_today(self, point: K) -> None:
        self._numbers.subtract((fact, self._today) for fact in self._facts[point])
        self.today.remove(point)
