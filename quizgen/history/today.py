"""What there is to study today, how long it takes, and the learner's streak, read from the database alone.

This module imports no model of quizgen, so that `quizgen due` is fast enough for a shell prompt. The numbers are those
of ``Queue``: a test compares the two.
"""

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from quizgen.history.days import Calendar
from quizgen.history.spacing import postponed
from quizgen.history.timestamps import moment, timestamp
from quizgen.history.version import VERSION

DEFAULT_SECONDS = 15.0
"""Time per answer until the learner's own pace is known."""

PAUSE_SECONDS = 120
"""A longer time between two answers is a pause, not an answer."""

PACE_ANSWERS = 200
"""Number of latest answers before today from which the pace is measured, so that it stays the same all day."""

_FEWEST_GAPS = 5

ANSWERS_PER_NEW = 2
"""Answers to a new point on its first day: one to learn it, one to confirm it ten minutes later."""

_LEARNING, _IN_REVIEW = 1, 2
_NOT_UNDONE = (
    "(SELECT value FROM amendments WHERE review_id = reviews.id AND what = 'withdrawal' "
    "ORDER BY at DESC, value DESC LIMIT 1) IS NOT 1"
)


class OutdatedError(Exception):
    """The database has to be migrated before it is read; opening it as a ``Store`` does that."""


class StudiedSet(NamedTuple):
    """What study asks of a set."""

    title: str
    questions: Mapping[str, Sequence[str]]
    """Each question with its points."""
    facts: Mapping[str, Sequence[str]]
    """Each point that has facts, with their ids."""

    @property
    def points(self) -> tuple[str, ...]:
        """The points that the questions ask, in order."""
        return tuple(dict.fromkeys(point for points in self.questions.values() for point in points))


Sets = Mapping[str, StudiedSet]
"""Set id: what study asks of the set."""


class SetDay(NamedTuple):
    """One set today."""

    set_id: str
    title: str
    due: int
    """Number of points that are due."""
    learning: int
    """Number of points that are being learned, or learned again."""
    new: int
    """Number of points that were never asked."""


class Day(NamedTuple):
    """What there is to study on one day, over all sets."""

    sets: tuple[SetDay, ...]
    due: int
    """Number of points that are due, at most as many as the day's limit allows."""
    learning: int
    """Number of points that are being learned, or learned again."""
    new: int
    """Number of new points that the day's limit allows."""
    learning_answers: int
    """Number of answers that finish the points that are being learned, if all are correct."""
    introduced: int
    """Number of questions that were new today and have been answered."""
    answered: int
    """Number of answers given today, skips excluded."""
    streak: int
    """Number of consecutive days with an answer, up to today or yesterday."""
    seconds_per_answer: float

    @property
    def minutes(self) -> int:
        """How long studying all of it takes, in minutes, at least 1 if there is anything."""
        return minutes_for(self.due + self.learning_answers, self.new, self.seconds_per_answer)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to study."""
        return not (self.due or self.learning or self.new)


def minutes_for(answers: int, new: int, seconds_per_answer: float) -> int:
    """Return the minutes that so many ``answers`` and ``new`` points take, rounded up; 0 if there are none."""
    answers += ANSWERS_PER_NEW * new
    return -int(-answers * seconds_per_answer // 60)


def read_day(
    path: Path,
    now: datetime,
    calendar: Calendar,
    *,
    new_limit: int,
    review_limit: int,
    sets: Sets | None = None,
) -> Day:
    """Read the day of ``now`` from the history at ``path``; without a file, nothing has been answered.

    By default, ``sets`` are those last stored in the history. Raises ``OutdatedError``, ``sqlite3.Error``.
    """
    today = calendar.day(now)
    db = _open(path)
    try:
        known = _studied_sets(db) if sets is None else sets
        states = _states(db)
        counts = _count(db, known, states, calendar, today)
        new_today, reviews_today = _answered_today(states, calendar, today)
        by_set = counts.values()
        due_left = max(0, review_limit - reviews_today)
        new_left = max(0, new_limit - new_today)
        return Day(
            tuple(SetDay(name, known[name].title, one.due, one.learning, one.new) for name, one in counts.items()),
            min(due_left, sum(one.due for one in by_set)),
            sum(one.learning for one in by_set),
            min(new_left, sum(one.new for one in by_set)),
            sum(one.learning_answers for one in by_set),
            new_today,
            _answered(db, timestamp(calendar.start(today)), timestamp(calendar.end(today))),
            streak(_answered_days(db, calendar), today),
            _pace(db, timestamp(calendar.start(today))),
        )
    finally:
        db.close()


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():
        db = sqlite3.connect(":memory:")
        for table, columns in _EMPTY.items():
            db.execute(f"CREATE TABLE {table} ({columns})")
        return db
    db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1)
    try:
        if int(db.execute("PRAGMA user_version").fetchone()[0]) < VERSION:
            raise OutdatedError
    except BaseException:
        db.close()
        raise
    return db


_EMPTY = {
    "reviews": "id, number, at, outcome",
    "amendments": "review_id, what, value, at",
    "point_states": "set_id, point, step, stage, due, last_review, introduced",
    "suspensions": "set_id, point, at, suspended",
    "studied_sets": "set_id, title, questions, facts",
}
"""The tables and columns read here, for a learner without a history."""


def _studied_sets(db: sqlite3.Connection) -> Sets:
    rows = db.execute("SELECT set_id, title, questions, facts FROM studied_sets ORDER BY set_id")
    return {name: StudiedSet(title, json.loads(questions), json.loads(facts)) for name, title, questions, facts in rows}


@dataclass(slots=True)
class _Counts:
    """Points by what study does with them."""

    learning: int = 0
    learning_answers: int = 0
    due: int = 0
    new: int = 0


_States = Mapping[tuple[str, str], Sequence[int]]
"""The step, the stage, the due time, the times of the last review and of the first one, of each point by set and id."""


def _states(db: sqlite3.Connection) -> _States:
    query = "SELECT set_id, point, step, stage, due, last_review, introduced FROM point_states WHERE stage IS NOT NULL"
    return {(set_id, point): state for set_id, point, *state in db.execute(query)}


def _answered_today(states: _States, calendar: Calendar, today: date) -> tuple[int, int]:
    """Return the number of new points and of others answered today: those of all sets share the day's limits."""
    start, end = timestamp(calendar.start(today)), timestamp(calendar.end(today))
    new = [start <= introduced < end for *_, introduced in states.values()]
    answered = [start <= last_review < end for *_, last_review, _ in states.values()]
    # A clock that was wrong may have dated the last answer to a point of today on another day.
    return sum(new), sum(is_answered and not is_new for is_answered, is_new in zip(answered, new, strict=True))


def _count(db: sqlite3.Connection, sets: Sets, states: _States, calendar: Calendar, today: date) -> dict[str, _Counts]:
    start, end = timestamp(calendar.start(today)), timestamp(calendar.end(today))
    suspended = _suspended(db)
    counted = {}
    for set_id, studied in sets.items():
        counts = counted[set_id] = _Counts()
        times: dict[str, tuple[int, int]] = {}
        due_now, asked, later = [], [], []
        for point in studied.points:
            if (set_id, point) in suspended:
                continue
            if (set_id, point) not in states:
                counts.new += 1
                continue
            step, stage, due, last_review, _ = states[set_id, point]
            times[point] = last_review, due
            if stage != _IN_REVIEW:
                counts.learning += 1
                counts.learning_answers += max(1, ANSWERS_PER_NEW - (step or 0)) if stage == _LEARNING else 1
                asked.append(point)
            elif due < end:
                due_now.append(point)
            else:
                later.append(point)
                if start <= last_review < end:
                    asked.append(point)
        put_off = postponed(due_now, asked, later, studied.facts, partial(_days, calendar, times), today=today)
        counts.due = len(due_now) - len(put_off)
    return counted


def _days(calendar: Calendar, times: Mapping[str, tuple[int, int]], point: str) -> tuple[date, date]:
    last_review, due = times[point]
    return calendar.day(moment(last_review)), calendar.day(moment(due))


def _suspended(db: sqlite3.Connection) -> set[tuple[str, str]]:
    latest: dict[tuple[str, str], int] = {}
    for set_id, point, suspended in db.execute("SELECT set_id, point, suspended FROM suspensions ORDER BY at"):
        latest[set_id, point] = suspended
    return {key for key, suspended in latest.items() if suspended}


def _answered(db: sqlite3.Connection, start: int, end: int) -> int:
    query = f"SELECT count(*) FROM reviews WHERE at >= ? AND at < ? AND outcome != 'skipped' AND {_NOT_UNDONE}"
    return int(db.execute(query, (start, end)).fetchone()[0])


def _answered_days(db: sqlite3.Connection, calendar: Calendar) -> Iterable[date]:
    """Yield the days with an answer, latest first."""
    query = f"SELECT at FROM reviews WHERE outcome != 'skipped' AND {_NOT_UNDONE} ORDER BY at DESC"
    return (calendar.day(moment(at)) for (at,) in db.execute(query))


def streak(days: Iterable[date], today: date) -> int:
    """Return the number of consecutive days in ``days``, given latest first, up to ``today`` or the day before."""
    length, expected = 0, today
    for day in days:
        if day > today or (length and day == expected + timedelta(days=1)):
            continue
        if length == 0 and day == today - timedelta(days=1):
            expected = day
        if day != expected:
            break
        length, expected = length + 1, expected - timedelta(days=1)
    return length


def _pace(db: sqlite3.Connection, before: int) -> float:
    query = f"SELECT at FROM reviews WHERE at < ? ORDER BY number DESC LIMIT {PACE_ANSWERS}"
    latest = [at for (at,) in db.execute(query, (before,))]
    gaps = [(later - earlier) / 1e6 for later, earlier in pairwise(latest)]
    answers = [gap for gap in gaps if 0 < gap <= PAUSE_SECONDS]
    return sum(answers) / len(answers) if len(answers) >= _FEWEST_GAPS else DEFAULT_SECONDS
