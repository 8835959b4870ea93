"""What to study now, and what becomes due on the next days."""

from bisect import insort
from collections.abc import Container, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Generic, Self, TypeVar

from quizgen.history.days import Calendar
from quizgen.history.scheduler import MemoryState, Scheduler, Stage

K = TypeVar("K", bound=Hashable)
"""The caller's names of questions: ids within one set, (set id, question id) across several."""

LEARN_AHEAD = timedelta(minutes=20)
"""If nothing else is left, a step within this time is taken early."""

_NOTHING = timedelta()


@dataclass(frozen=True, slots=True)
class Limits:
    """Maximum numbers of questions per day. Steps are not limited: they finish what was started."""

    new: int = 20
    reviews: int = 200


@dataclass(frozen=True, slots=True)
class Waiting:
    """How many questions of each group are left for today."""

    learning: int
    due: int
    new: int


@dataclass(frozen=True, slots=True)
class Queue(Generic[K]):
    """The questions for today. Immutable: every answer gives a new queue.

    The order: questions whose step has come, because steps are minutes apart; then due questions, the least likely to
    be remembered first; then new questions in the set's order.
    """

    learning: tuple[tuple[datetime, K], ...]
    """Questions with a step, by the time of the step; some are in the future."""
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
        """Build the queue for the day of ``now``.

        ``questions`` are those to study, in order; states of other questions are ignored. What was answered today
        counts against ``limits``, whether in study, quiz or exam: a question first reviewed today as a new one, any
        other as a review. A question in review is due from the start of the day on which its interval ends.
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
        """Return the question to ask now, or None.

        If nothing else is left, a step that comes within ``ahead`` (for example ``LEARN_AHEAD``) is taken early.
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
        """Return the queue after a review of ``question``, which was ``next``, with its new ``state``.

        A question with another step comes again today; the others are done for today.
        """
        after = self.put_off(question)
        if state.stage is Stage.REVIEW:
            return after
        learning = list(after.learning)
        insort(learning, (state.due, question), key=lambda step: step[0])
        return replace(after, learning=tuple(learning))

    def put_off(self, question: K) -> Self:
        """Return the queue without ``question``, which was ``next``: it was skipped, and is not asked again today."""
        if self.due_done < len(self.due) and self.due[self.due_done] == question:
            return replace(self, due_done=self.due_done + 1)
        if self.new_done < len(self.new) and self.new[self.new_done] == question:
            return replace(self, new_done=self.new_done + 1)
        if self.learning and self.learning[0][1] == question:
            return replace(self, learning=self.learning[1:])
        learning = tuple(step for step in self.learning if step[1] != question)
        if len(learning) == len(self.learning):
            raise ValueError(f"{question!r} is not the question that the queue returned")
        return replace(self, learning=learning)

    def without(self, questions: Container[K]) -> Self:
        """Return the queue without ``questions``, wherever they wait in it."""
        return replace(
            self,
            learning=tuple(step for step in self.learning if step[1] not in questions),
            due=(*self.due[: self.due_done], *(q for q in self.due[self.due_done :] if q not in questions)),
            new=(*self.new[: self.new_done], *(q for q in self.new[self.new_done :] if q not in questions)),
        )

    @property
    def waiting(self) -> Waiting:
        """The number of questions left for today."""
        return Waiting(len(self.learning), len(self.due) - self.due_done, len(self.new) - self.new_done)


def forecast(states: Iterable[MemoryState], now: datetime, calendar: Calendar, days: int = 30) -> tuple[int, ...]:
    """Count the questions that become due on each of ``days`` days, today first; overdue ones count for today."""
    today = calendar.day(now)
    counts = [0] * days
    for state in states:
        ahead = max(0, (calendar.day(state.due) - today).days)
        if ahead < days:
            counts[ahead] += 1
    return tuple(counts)
