"""What to study now, and what becomes due on the next days."""

import sys
from bisect import bisect
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from operator import itemgetter
from typing import Generic, NamedTuple, Self, TypeVar

from quizgen.history.days import Calendar
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.history.spacing import postponed

K = TypeVar("K", bound=Hashable)
"""The caller's names of points: ids within one set, (set id, point) across several."""

LEARN_AHEAD = timedelta(minutes=20)
"""If nothing else is left, a step within this time is taken early."""

_NOTHING = timedelta()


class Limits(NamedTuple):
    """Maximum numbers of points per day. Steps are not limited: they finish what was started."""

    new: int = 20
    reviews: int = 200


NO_LIMITS = Limits(sys.maxsize, sys.maxsize)


class Waiting(NamedTuple):
    """How many points of each group are left for today."""

    learning: int
    due: int
    new: int

    @property
    def total(self) -> int:
        """The number of all points left for today."""
        return self.learning + self.due + self.new


@dataclass(frozen=True, slots=True)
class Queue(Generic[K]):
    """The points for today, each in one group. Immutable: every answer gives a new queue.

    The order: points whose step has come, because steps are minutes apart; then due points, the least likely to be
    remembered first; then new points in the set's order.
    """

    learning: tuple[tuple[datetime, K], ...]
    """Points with a step, by the time of the step; some are in the future."""
    due: tuple[K, ...]
    new: tuple[K, ...]

    @classmethod
    def build(
        cls,
        points: Iterable[K],
        states: Mapping[K, MemoryState],
        now: datetime,
        *,
        limits: Limits,
        calendar: Calendar,
        scheduler: Scheduler,
        facts: Mapping[K, Collection[Hashable]] | None = None,
    ) -> Self:
        """Build the queue for the day of ``now``.

        ``points`` are those to study, in order. What was answered today counts against ``limits``, whether in study,
        quiz or exam, and whether it is among ``points`` or not: a point first reviewed today as a new one, any other as
        a review. A point in review is due from the start of the day on which its interval ends. With ``facts``, those
        of each point, it may wait for a day on which no other point of its fact is asked; see ``spacing``.
        """
        today = calendar.day(now)
        day_end = calendar.end(today)
        learning, due, new = [], [], []
        in_queue = [*points]
        studied = {point: states[point] for point in in_queue if point in states}
        put_off = postponed_points(studied, today, calendar, facts) if facts else ()
        new_today = sum(calendar.day(state.introduced) == today for state in states.values())
        reviews_today = sum(calendar.day(s.introduced) != today == calendar.day(s.last_review) for s in states.values())
        for point in in_queue:
            state = states.get(point)
            if state is None:
                new.append(point)
                continue
            if state.stage is not Stage.REVIEW:
                # A clock that was wrong for a while may have set the step a year ahead.
                learning.append((state.due if state.last_review <= now else now, point))
            elif state.due < day_end and point not in put_off:
                due.append((scheduler.retrievability(state, now), state.due, point))
        learning.sort(key=lambda step: step[0])
        due.sort(key=lambda urgency: urgency[:2])
        return cls(
            tuple(learning),
            tuple(point for *_, point in due)[: max(0, limits.reviews - reviews_today)],
            tuple(new)[: max(0, limits.new - new_today)],
        )

    def next(self, now: datetime, *, ahead: timedelta = _NOTHING) -> K | None:
        """Return the point to ask now, or None.

        If nothing else is left, a step that comes within ``ahead`` (for example ``LEARN_AHEAD``) is taken early.
        """
        return next(self.upcoming(now, ahead=ahead), None)

    def upcoming(self, now: datetime, *, ahead: timedelta = _NOTHING) -> Iterator[K]:
        """Yield the points that can be asked now, ``next`` first."""
        for at, point in self.learning:
            if at <= now:
                yield point
        yield from self.due
        yield from self.new
        for at, point in self.learning:
            if now < at <= now + ahead:
                yield point

    def answered(self, point: K, state: MemoryState) -> Self:
        """Return the queue after a review of ``point``, which may wait in the queue or not, with its new ``state``.

        A point with another step comes again today; the others are done for today.
        """
        rest = self._without_first(point) or self.without({point})
        if state.stage is Stage.REVIEW:
            return rest
        place = bisect(rest.learning, state.due, key=itemgetter(0))
        learning = (*rest.learning[:place], (state.due, point), *rest.learning[place:])
        return type(self)(learning, rest.due, rest.new)

    def _without_first(self, point: K) -> Self | None:
        """Return the queue without ``point`` if it is the first of its group, without a search through thousands."""
        if self.learning and self.learning[0][1] == point:
            return type(self)(self.learning[1:], self.due, self.new)
        if self.due and self.due[0] == point:
            return type(self)(self.learning, self.due[1:], self.new)
        if self.new and self.new[0] == point:
            return type(self)(self.learning, self.due, self.new[1:])
        return None

    def without(self, points: Collection[K]) -> Self:
        """Return the queue without ``points``, wherever they wait in it: they are not asked today."""
        if not points:
            return self
        return type(self)(
            tuple(step for step in self.learning if step[1] not in points),
            tuple(point for point in self.due if point not in points),
            tuple(point for point in self.new if point not in points),
        )

    @property
    def waiting(self) -> Waiting:
        """The number of points left for today."""
        return Waiting(len(self.learning), len(self.due), len(self.new))


def postponed_points(
    states: Mapping[K, MemoryState], today: date, calendar: Calendar, facts: Mapping[K, Collection[Hashable]]
) -> frozenset[K]:
    """Return which of the points that are due ``today`` wait for a later day; see ``spacing``.

    ``states`` are those of all points that are studied, ``facts`` the facts of each.
    """
    start, end = calendar.start(today), calendar.end(today)
    due, asked, later = [], [], []
    for point, state in states.items():
        if state.stage is not Stage.REVIEW:
            asked.append(point)
        elif state.due < end:
            due.append(point)
        else:
            later.append(point)
            if start <= state.last_review < end:
                asked.append(point)

    def days(point: K) -> tuple[date, date]:
        return calendar.day(states[point].last_review), calendar.day(states[point].due)

    return postponed(due, asked, later, facts, days, today=today)


def forecast(
    states: Mapping[K, MemoryState],
    now: datetime,
    calendar: Calendar,
    days: int = 30,
    *,
    facts: Mapping[K, Collection[Hashable]] | None = None,
) -> tuple[int, ...]:
    """Count the due points that are asked on each of ``days`` days, today first, if nothing limits a day.

    Overdue points count for today. With ``facts``, those of each point, points wait for another day as in ``Queue``.
    """
    left, counts = dict(states), []
    today = calendar.day(now)
    for day in (today + timedelta(days=ahead) for ahead in range(days)):
        end, put_off = calendar.end(day), postponed_points(left, day, calendar, facts or {})
        left = {point: state for point, state in left.items() if state.stage is Stage.REVIEW}
        asked = {point for point, state in left.items() if state.due < end and point not in put_off}
        for point in asked:
            del left[point]
        counts.append(len(asked))
    return tuple(counts)
