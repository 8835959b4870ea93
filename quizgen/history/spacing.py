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
from typing import TypeVar

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
    planned = Counter((fact, today) for fact in taken)
    for point in later:
        if not involved.isdisjoint(own := facts.get(point, ())):
            planned.update((fact, days(point)[1]) for fact in own)
    latest = {point: latest_day(*days(point)) for point in candidates}
    asked_today: list[K] = []

    def place(point: K, days_ahead: Iterable[int]) -> bool:
        """Plan ``point`` for the first of the days that is free; return False if none of them is."""
        for day in (today + timedelta(days=number) for number in days_ahead):
            if not any(planned[fact, day] for fact in facts[point]):
                planned.update((fact, day) for fact in facts[point])
                if day == today:
                    asked_today.append(point)
                return True
        return False

    # By name in the end: every command finds the same points, in whichever order it lists them.
    for point in sorted(candidates, key=lambda point: (latest[point], days(point)[1], str(point))):
        if place(point, range(max(0, (latest[point] - today).days) + 1)):
            continue
        # It has to be asked today, so those of its fact that were planned for today wait instead, if they can.
        for other in [one for one in asked_today if not set(facts[one]).isdisjoint(facts[point])]:
            if place(other, range(1, (latest[other] - today).days + 1)):
                asked_today.remove(other)
                planned.subtract((fact, today) for fact in facts[other])
        planned.update((fact, today) for fact in facts[point])
        asked_today.append(point)
    return frozenset(candidates).difference(asked_today)
