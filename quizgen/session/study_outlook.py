"""What a study session has achieved, and when there is more to study: for the summary at its end."""

from collections.abc import Mapping
from datetime import date, datetime

from quizgen.history.queue import Queue
from quizgen.history.records import PointKey
from quizgen.history.scheduler import MemoryState, PointState, Stage
from quizgen.session.study import StudySession


def learned(session: StudySession) -> tuple[PointKey, ...]:
    """Return the points that were new, or still being learned, before the session, and now can wait a day or longer."""
    return tuple(
        key
        for key, state in session.changed.items()
        if _is_unlearned(session.states.get(key)) and state.memory is not None and state.memory.stage is Stage.REVIEW
    )


def _is_unlearned(state: PointState | None) -> bool:
    return state is None or state.memory is None or state.memory.stage is Stage.LEARNING


def new_today(session: StudySession, now: datetime) -> int:
    """Return the number of points of all sets that were new today and have been asked, which limits the day."""
    today = session.calendar.day(now)
    memories = (state.memory for state in _states(session).values())
    return sum(memory is not None and session.calendar.day(memory.introduced) == today for memory in memories)


def left_today(session: StudySession, now: datetime) -> Queue[PointKey]:
    """Return what is left for today within the day's limits, whether or not the session asks it or more."""
    if not session.ahead and session.daily == session.limits:
        return session.queue
    memories = {key: state.memory for key, state in _states(session).items() if state.memory is not None}
    points = [key for key in session.pool.points if not _is_suspended(session, key)]
    return Queue.build(
        points, memories, now,
        limits=session.daily, calendar=session.calendar, scheduler=session.scheduler, facts=session.pool.facts,
    )  # fmt: skip


def due_on(session: StudySession, day: date) -> int:
    """Return the number of due points that a session on ``day``, after today, would ask."""
    memories = _memories(session)
    queue = Queue.build(
        memories, memories, session.calendar.start(day),
        limits=session.daily, calendar=session.calendar, scheduler=session.scheduler, facts=session.pool.facts,
    )  # fmt: skip
    return len(queue.due)


def has_seen(session: StudySession) -> bool:
    """Return whether a point had been asked before the session."""
    return any(key in session.states for key in session.pool.points)


def unseen(session: StudySession) -> int:
    """Return the number of points that have never been asked; only the day's limit holds them back."""
    states = _states(session)
    return sum(key not in states and not _is_suspended(session, key) for key in session.pool.points)


def next_at(session: StudySession, now: datetime) -> datetime | None:
    """Return the time at which there is something to study again; None if there never is."""
    tomorrow = session.calendar.end(session.calendar.day(now))
    times = [tomorrow] if unseen(session) else []
    for memory in _memories(session).values():
        # What is still due was held back by the day's limit, or skipped by the learner.
        in_review = memory.stage is Stage.REVIEW
        due = session.calendar.start(session.calendar.day(memory.due))
        times.append(max(tomorrow, due) if in_review else max(memory.due, now))
    return min(times, default=None)


def _states(session: StudySession) -> Mapping[PointKey, PointState]:
    """Return the state of each point that was ever scheduled."""
    return {**session.states, **session.changed}


def _memories(session: StudySession) -> dict[PointKey, MemoryState]:
    """Return the memory of each point that was ever scheduled and is still studied."""
    return {
        key: state.memory
        for key, state in _states(session).items()
        if key in session.pool.points and state.memory is not None and not _is_suspended(session, key)
    }


def _is_suspended(session: StudySession, key: PointKey) -> bool:
    """Return whether a point has been suspended since the session started."""
    return key[1] in session.suspended.get(key[0], ())
