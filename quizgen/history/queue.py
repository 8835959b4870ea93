"""What to study now, and what comes in the next days."""

from bisect import insort
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, Self, TypeVar

from quizgen.history.days import Calendar
from quizgen.history.scheduler import MemoryState, Scheduler, Stage

K = TypeVar("K", bound=Hashable)
"""How the caller names questions: by id within one set, by (set id, question id) across several."""

LEARN_AHEAD = timedelta(minutes=20)
"""When nothing else is left, a step this near need not be waited for."""

_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a day may hold. Steps are never limited: they finish what was begun."""

    new: int = 20
    reviews: int = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many questions of each sort are left for today."""

    learning: int
    due: int
    new: int


@dataclass(frozen=True, slots=True)
class Queue(Generic[K]):
    """The questions for today. Every answer gives a new queue; the old one still stands.

    First come learning questions whose step has come, since a step is a matter of minutes; then what is due, the least
    likely to be remembered first; then new questions in the set's order.
    """

    learning: tuple[tuple[datetime, K], ...]
    """When the step of each comes, in that order; some lie ahead."""
    due: tuple[K, ...]
    new: tuple[K, ...]
    due_done: int = 0
    new_done: int = 0

    @classmethod
    def build(
        cls,
        questions: Iterable[K],
        states: Mapping[K, MemoryState],
        now: datetime,
        *,
        limits: Limits,
        calendar: Calendar,
        scheduler: Scheduler,
    ) -> Self:
        """The queue for the day of ``now``.

        ``questions`` are those to study, in order; a state of any other question is passed over. What the day has had
        already counts against ``limits``: a question first reviewed today is a new one, any other reviewed today a
        review, whether in study, quiz or exam. A question in review is due from the beginning of the day on which
        its interval ends.
        """
        today = calendar.day(now)
        day_end = calendar.end(today)
        learning, due, new = [], [], []
        new_today = reviews_today = 0
        for question in questions:
            state = states.get(question)
            if state is None:
                new.append(question)
                continue
            if calendar.day(state.introduced) == today:
                new_today += 1
            elif calendar.day(state.last_review) == today:
                reviews_today += 1
            if state.stage is not Stage.REVIEW:
                learning.append((state.due, question))
            elif state.due < day_end:
                due.append((scheduler.retrievability(state, now), state.due, question))
        learning.sort(key=lambda step: step[0])
        due.sort(key=lambda urgency: urgency[:2])
        return cls(
            tuple(learning),
            tuple(question for *_, question in due)[: max(0, limits.reviews - reviews_today)],
            tuple(new)[: max(0, limits.new - new_today)],
        )

    def next(self, now: datetime, *, ahead: timedelta = _NOTHING) -> K | None:
        """The question to ask now; None when there is none for now.

        When nothing else is left, a step that comes within ``ahead`` (``LEARN_AHEAD``, say) is taken early.
        """
        if self.learning and self.learning[0][0] <= now:
            return self.learning[0][1]
        if self.due_done < len(self.due):
            return self.due[self.due_done]
        if self.new_done < len(self.new):
            return self.new[self.new_done]
        if self.learning and self.learning[0][0] <= now + ahead:
            return self.learning[0][1]
        return None

    def answered(self, question: K, state: MemoryState) -> Self:
        """The queue after a review of ``question``, the one that was ``next``; ``state`` is what it came to.

        A question with a step before it comes again; the others are done for today.
        """
        after = self.put_off(question)
        if state.stage is Stage.REVIEW:
            return after
        learning = list(after.learning)
        insort(learning, (state.due, question), key=lambda step: step[0])
        return replace(after, learning=tuple(learning))

    def put_off(self, question: K) -> Self:
        """The queue without ``question``, the one that was ``next``: skipped, and not for today any more."""
        if self.due_done < len(self.due) and self.due[self.due_done] == question:
            return replace(self, due_done=self.due_done + 1)
        if self.new_done < len(self.new) and self.new[self.new_done] == question:
            return replace(self, new_done=self.new_done + 1)
        if self.learning and self.learning[0][1] == question:
            return replace(self, learning=self.learning[1:])
        learning = tuple(step for step in self.learning if step[1] != question)
        if len(learning) == len(self.learning):
            raise ValueError(f"{question!r} is not what the queue gave")
        return replace(self, learning=learning)

    @property
    def next_step(self) -> datetime | None:
        """When the next step comes, or came; None when no question is being learnt."""
        return self.learning[0][0] if self.learning else None

    @property
    def waiting(self) -> Waiting:
        """How many questions are left for today."""
        return Waiting(len(self.learning), len(self.due) - self.due_done, len(self.new) - self.new_done)


def forecast(states: Iterable[MemoryState], now: datetime, calendar: Calendar, days: int = 30) -> tuple[int, ...]:
    """How many questions come due on each of ``days`` days, today first; what is overdue counts for today."""
    today = calendar.day(now)
    counts = [0] * days
    for state in states:
        ahead = max(0, (calendar.day(state.due) - today).days)
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
