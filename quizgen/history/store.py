"""The history on disk: an append-only log in SQLite, and the state of each point derived from it.

Every call that adds is one transaction, on disk when the call returns. Any number of programs may use a history at the
same time. All methods raise ``StorageError`` if the disk or the file fails; the store stays usable.
"""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from quizgen.errors import QuizgenError
from quizgen.grading.verdict import Outcome
from quizgen.history import rows
from quizgen.history.database import answering, counted, effective, keep_private, require_intact, select
from quizgen.history.errors import storage_errors
from quizgen.history.glance import unfinished_sets
from quizgen.history.history import FILE_NAME, has_log
from quizgen.history.migrations import migrate
from quizgen.history.records import (
    Amendment,
    Assignment,
    Change,
    Key,
    Mode,
    PointKey,
    Reading,
    Record,
    Review,
    SavedSession,
    Suspension,
    seconds_before_pauses,
)
from quizgen.history.scheduler import MemoryState, PointState, Scheduler, apply_review, replay
from quizgen.history.timestamps import moment, timestamp
from quizgen.history.today import StudiedSet
from quizgen.progress import Watcher

BUSY_SECONDS = 10.0
"""How long to wait for another program's transaction; each takes milliseconds."""


PART = 500
"""Records per transaction of an import."""


class UnknownReviewsError(QuizgenError):
    """``records`` belong to reviews that do not exist."""

    def __init__(self, records: Iterable[Amendment | Assignment]) -> None:
        self.records = tuple(records)
        ids = [record.review_id for record in self.records]
        super().__init__(f"Unknown review {'id' if len(ids) == 1 else 'ids'}: {', '.join(ids)}.")


class Store:
    """The history in one folder. Use it in a ``with`` statement, or ``close`` it."""

    def __init__(self, db: sqlite3.Connection, path: Path, scheduler: Scheduler) -> None:
        self._db = db
        self._path = path
        self._scheduler = scheduler

    @classmethod
    def open(cls, folder: Path, *, scheduler: Scheduler | None = None, patience: float | None = None) -> Self:
        """Open the history in ``folder``, creating both if missing, readable by nobody else.

        ``patience`` is how long to wait for another program's transaction, in seconds; the default is ``BUSY_SECONDS``.
        """
        path = folder / FILE_NAME
        with storage_errors(path):
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            keep_private(path)
            left_open = has_log(path)
            db = sqlite3.connect(path, timeout=BUSY_SECONDS if patience is None else patience, isolation_level=None)
            store = cls(db, path, scheduler or Scheduler())
            try:
                if left_open:
                    require_intact(db)
                migrate(db, path)
                # After the tables: SQLite does not switch to WAL while another program is creating them.
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")
                db.execute("PRAGMA foreign_keys = ON")
                if db.execute("SELECT scheduler FROM derived_with").fetchone() != (store._scheduler.fingerprint,):
                    store.rebuild()
                store.derive_stale()
            except BaseException:
                db.close()
                raise
        return store

    def close(self) -> None:
        """Close the history; everything added is on disk already."""
        with suppress(sqlite3.Error):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Adding

    def append(self, review: Review) -> bool:
        """Record a review and update the states of its points; return False if a review with its id exists."""
        with self._transaction():
            if not self._insert_record(review):
                return False
            late = {key for key in _points(review) if not self._apply(key, review)}
            last = self._db.execute(f"{_LAST_OUTCOME} WHERE set_id = ? AND question_id = ?", review.key).fetchone()
            if last is None or last[0] < timestamp(review.at):
                self._put_outcome(review, last)
            else:  # the clock went back
                self._replay_outcome(review.key)
            self._replay_points(late)
        return True

    def add(self, *records: Record) -> None:
        """Add what is new of ``records``, in one transaction: all, or nothing if anything fails."""
        match records:
            case [Review() as review]:  # updates the states of its points without reading all their reviews
                self.append(review)
            case _:
                self.merge(records)

    def suspend(self, change: Suspension) -> None:
        """Suspend or resume a point. This counts as later than all changes before, even if the clock went back."""
        query = "SELECT max(at) FROM suspensions WHERE set_id = ? AND point = ?"
        with storage_errors(self._path):
            (last,) = self._db.execute(query, (change.set_id, change.point)).fetchone()
        if last is not None and last >= timestamp(change.at):
            change = replace(change, at=moment(last + 1))
        self.add(change)

    def remember_set(self, set_id: str, studied: StudiedSet) -> None:
        """Store what study asks of a set, for ``quizgen due``."""
        questions, facts = (
            json.dumps({name: list(ids) for name, ids in listed.items()})
            for listed in (studied.questions, studied.facts)
        )
        row = (set_id, studied.title, questions, facts)
        columns = "set_id, title, questions, facts"
        with storage_errors(self._path):
            stored = self._db.execute(f"SELECT {columns} FROM studied_sets WHERE set_id = ?", (set_id,)).fetchone()
        if stored != row:
            with self._transaction():
                self._db.execute(f"INSERT OR REPLACE INTO studied_sets ({columns}) VALUES (?, ?, ?, ?)", row)

    def merge(self, records: Iterable[Record]) -> int:
        """Add all ``records`` that are new, or none if anything fails; return how many were new.

        Raises ``UnknownReviewsError`` for records whose review is neither stored nor among ``records``.
        """
        ordered = sorted(records, key=_needs_a_review)
        added = 0
        touched: set[Key] = set()
        with self._transaction():
            self._require_reviews_of(ordered)
            for record in ordered:
                if self._insert_record(record):
                    added += 1
                    touched.update(self._keys_of(record))
            self._replay(touched)
        return added

    def merge_in_parts(self, records: Iterable[Record], watch: Watcher | None = None) -> int:
        """Add what is new of ``records`` in short transactions, so that other programs can store answers meanwhile.

        If interrupted, it can be repeated. Returns how many were new; ``watch`` is called with the number of records
        and states done and their total. Raises ``UnknownReviewsError``, before anything is added, as ``merge`` does.
        """
        ordered = sorted(records, key=_needs_a_review)
        self._require_reviews_of(ordered)
        added = 0
        for start in range(0, len(ordered), PART):
            with self._transaction():
                for record in ordered[start : start + PART]:
                    added += self._add_stale(record)
            if watch:
                watch(start, 2 * len(ordered))
        self.derive_stale(watch)
        return added

    def derive_stale(self, watch: Watcher | None = None) -> None:
        """Derive the states of questions whose reviews were imported, in short transactions; see ``merge_in_parts``."""
        with storage_errors(self._path):
            total = int(self._db.execute("SELECT count(*) FROM stale").fetchone()[0])
        for done in range(total):
            with self._transaction():
                key = self._db.execute("SELECT set_id, question_id FROM stale LIMIT 1").fetchone()
                if key is None:  # another program did the rest
                    return
                self._replay([key])
                self._db.execute("DELETE FROM stale WHERE set_id = ? AND question_id = ?", key)
            if watch:
                watch(total + done, 2 * total)

    def rebuild(self) -> int:
        """Derive all states from the log again; return how many points have a memory state."""
        with self._transaction():
            for table in ("point_states", "tested_by", "last_outcomes"):
                self._db.execute(f"DELETE FROM {table}")
            states: dict[PointKey, PointState] = {}
            outcomes: dict[Key, tuple[int, str]] = {}
            for review in effective(self._db, "ORDER BY at, id"):
                outcomes[review.key] = _outcome_after(review, outcomes.get(review.key))
                for key in _points(review):
                    state = apply_review(states.get(key), review, key[1], self._scheduler)
                    if state is not None:
                        states[key] = state
            self._put_states((*key, *rows.point_state_row(state)) for key, state in states.items())
            self._db.executemany(_PUT_OUTCOME, ((*key, *outcome) for key, outcome in outcomes.items()))
            self._note_tests(counted(self._db, ""))
            self._db.execute("DELETE FROM stale")
            self._db.execute("DELETE FROM derived_with")
            self._db.execute("INSERT INTO derived_with VALUES (?)", (self._scheduler.fingerprint,))
            return int(self._db.execute("SELECT count(*) FROM point_states WHERE stage IS NOT NULL").fetchone()[0])

    # Asking

    def reviews(self, set_id: str | None = None, *, undone: bool = False) -> Iterator[Review]:
        """Yield all reviews, or those of one set, with amendments applied, oldest first.

        Answers that the learner undid are left out, unless ``undone`` asks for them, too.
        """
        where, values = answering(set_id) if set_id else ("", ())
        with storage_errors(self._path):
            for review in effective(self._db, f"{where} ORDER BY reviews.at, reviews.number", values, undone=undone):
                if set_id is None or review.set_id == set_id:
                    yield review

    def log(self) -> Iterator[Record]:
        """Yield every record as it was stored; what changes a review comes after it."""
        with storage_errors(self._path):
            for table in rows.TABLES.values():
                query = f"SELECT {table.columns} FROM {table.name} ORDER BY {table.order}"
                yield from select(self._db, table.record_from, query)

    def sessions(self, set_id: str, *, modes: Iterable[Mode] = tuple(Mode), limit: int = 20) -> list[SavedSession]:
        """Return the latest ``limit`` sessions of a set, newest first, ended or not."""
        wanted = tuple(modes)
        marks = ", ".join("?" * len(wanted))
        ended = "EXISTS (SELECT 1 FROM session_ends WHERE session_id = sessions.id)"
        query = f"SELECT {rows.SESSION}, {ended} FROM sessions WHERE set_id = ? AND mode IN ({marks})"
        with storage_errors(self._path):
            latest_first = f"{query} ORDER BY at DESC, id LIMIT ?"
            return list(select(self._db, self._saved, latest_first, (set_id, *wanted, limit)))

    def unfinished(self, set_id: str) -> SavedSession | None:
        """Return the latest quiz or exam of a set if it was interrupted; older ones count as abandoned."""
        latest = self.sessions(set_id, modes=(Mode.QUIZ, Mode.EXAM), limit=1)
        return latest[0] if latest and not latest[0].ended else None

    def unfinished_sets(self, only: str | None = None) -> list[str]:
        """Return the ids of the sets whose latest quiz or exam was interrupted, the latest first; see ``glance``."""
        with storage_errors(self._path):
            return unfinished_sets(self._db, only)

    def last_outcomes(self, set_id: str) -> dict[str, Outcome]:
        """Return each question's latest outcome by id; skipped if there was never an attempt."""
        query = "SELECT question_id, outcome FROM last_outcomes WHERE set_id = ?"
        with storage_errors(self._path):
            return dict(select(self._db, lambda row: (row[0], Outcome(row[1])), query, (set_id,)))

    def point_states(self, set_id: str) -> dict[str, PointState]:
        """Return the state of every attempted point of the set by id, including removed ones."""
        query = f"SELECT point, {rows.POINT_STATE} FROM point_states WHERE set_id = ?"
        with storage_errors(self._path):
            return dict(select(self._db, lambda row: (row[0], rows.point_state_from(row[1:])), query, (set_id,)))

    def latest_credits(self, set_id: str) -> dict[str, tuple[datetime, float]]:
        """Return the time and the credit of the latest attempt at each point of the set, including removed ones."""
        query = "SELECT point, at, credit FROM point_states WHERE set_id = ?"
        with storage_errors(self._path):
            return dict(select(self._db, lambda row: (row[0], (moment(row[1]), row[2])), query, (set_id,)))

    def memory_states(self, set_id: str) -> dict[str, MemoryState]:
        """Return the memory state of every scheduled point of the set by id, including removed ones."""
        states = self.point_states(set_id)
        return {point: state.memory for point, state in states.items() if state.memory is not None}

    def unassigned(self, set_id: str) -> list[Review]:
        """Return the reviews of a set's questions, as given, for which neither they nor an assignment name points."""
        where = (
            "WHERE set_id = ? AND credits IS NULL"
            " AND NOT EXISTS (SELECT 1 FROM assignments WHERE review_id = reviews.id) ORDER BY number"
        )
        with storage_errors(self._path):
            return list(counted(self._db, where, (set_id,)))

    def answers_to(self, key: Key) -> list[Review]:
        """Return the reviews of one question as given, oldest first, also those that were undone."""
        where, values = answering(*key)
        with storage_errors(self._path):
            found = list(counted(self._db, f"{where} ORDER BY at, id", values))
        return [review for review in found if review.key == key]

    def last_reading(self, set_id: str) -> Reading | None:
        """Return the latest time that the lesson of a set was read or declined; None if it never was."""
        query = f"SELECT {rows.READING} FROM readings WHERE set_id = ? ORDER BY at DESC LIMIT 1"
        with storage_errors(self._path):
            return next(select(self._db, rows.reading_from, query, (set_id,)), None)

    def read_at(self, set_id: str) -> datetime | None:
        """Return the latest time that the lesson of a set was read; None if it never was."""
        query = f"SELECT {rows.READING} FROM readings WHERE set_id = ? AND read ORDER BY at DESC LIMIT 1"
        with storage_errors(self._path):
            return next((one.at for one in select(self._db, rows.reading_from, query, (set_id,))), None)

    def suspended(self, set_id: str) -> frozenset[str]:
        """Return the points of a set that are suspended."""
        query = f"SELECT {rows.SUSPENSION} FROM suspensions WHERE set_id = ? ORDER BY at"
        with storage_errors(self._path):
            latest = {one.point: one.suspended for one in select(self._db, rows.suspension_from, query, (set_id,))}
        return frozenset(point for point, suspended in latest.items() if suspended)

    def set_ids(self) -> list[str]:
        """Return the ids of the sets that have reviews."""
        query = "SELECT DISTINCT set_id FROM last_outcomes ORDER BY set_id"
        with storage_errors(self._path):
            return list(select(self._db, lambda row: str(row[0]), query))

    def _require_reviews_of(self, records: Iterable[Record]) -> None:
        """Raise ``UnknownReviewsError`` for records whose review is neither stored nor among ``records``."""
        records = list(records)
        coming = {record.id for record in records if isinstance(record, Review)}
        query = "SELECT 1 FROM reviews WHERE id = ?"
        with storage_errors(self._path):
            unknown = [
                record
                for record in records
                if isinstance(record, Amendment | Assignment)
                and record.review_id not in coming
                and not self._db.execute(query, (record.review_id,)).fetchone()
            ]
        if unknown:
            raise UnknownReviewsError(unknown)

    def _add_stale(self, record: Record) -> bool:
        """Insert ``record`` if it is new; the states that it changes are derived later."""
        if not self._insert_record(record):
            return False
        self._db.executemany("INSERT OR IGNORE INTO stale VALUES (?, ?)", self._keys_of(record))
        return True

    def _keys_of(self, record: Record) -> set[Key]:
        """Return every question that the review of a stored record has counted for."""
        match record:
            case Review():
                review_id = record.id
            case Amendment() | Assignment():
                review_id = record.review_id
            case _:
                return set()
        of = (
            "SELECT set_id, question_id FROM reviews WHERE id = ?"
            " UNION SELECT set_id, question_id FROM assignments WHERE review_id = ?"
        )
        return set(self._db.execute(of, (review_id, review_id)))

    def _insert_record(self, record: Record) -> bool:
        """Insert ``record``; return False if it is stored already."""
        table = rows.TABLES[type(record)]
        row = table.row(record)
        marks = ", ".join("?" * len(row))
        query = f"INSERT INTO {table.name} ({table.columns}) VALUES ({marks}) ON CONFLICT DO NOTHING"
        return self._db.execute(query, row).rowcount > 0

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with storage_errors(self._path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._db.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    self._db.rollback()
                raise

    def _put_states(self, found: Iterable[tuple[Any, ...]]) -> None:
        columns = f"set_id, point, {rows.POINT_STATE}"
        marks = ", ".join("?" * len(columns.split(",")))
        self._db.executemany(f"INSERT OR REPLACE INTO point_states ({columns}) VALUES ({marks})", found)

    def _put_outcome(self, review: Review, before: tuple[int, str] | None) -> None:
        self._db.execute(_PUT_OUTCOME, (*review.key, *_outcome_after(review, before)))

    def _note_tests(self, reviews: Iterable[Review]) -> None:
        """Store which questions tested which points."""
        tests = {(*key, review.question_id) for review in reviews for key in _points(review)}
        self._db.executemany("INSERT OR IGNORE INTO tested_by VALUES (?, ?, ?)", tests)

    def _apply(self, key: PointKey, review: Review) -> bool:
        """Update the state of a point after ``review``; return False if a later review of it is stored."""
        self._note_tests([review])
        query = f"SELECT {rows.POINT_STATE} FROM point_states WHERE set_id = ? AND point = ?"
        before = next(select(self._db, rows.point_state_from, query, key), None)
        if before is not None and before.at >= review.at:
            return False
        if after := apply_review(before, review, key[1], self._scheduler):
            self._put_states([(*key, *rows.point_state_row(after))])
        return True

    def _replay(self, keys: Iterable[Key]) -> None:
        """Derive the states that the reviews of some questions change."""
        points: set[PointKey] = set()
        for key in keys:
            self._replay_outcome(key)
            # As they were stored, as they are assigned, and as they once were: all may have changed.
            where, values = answering(*key)
            stored = select(self._db, rows.review_from, f"SELECT {rows.REVIEW} FROM reviews {where}", values)
            points.update(point for review in stored for point in _points(review))
            now = list(counted(self._db, where, values))
            self._note_tests(now)
            points.update(point for review in now for point in _points(review))
            earlier = "SELECT set_id, point FROM tested_by WHERE set_id = ? AND question_id = ?"
            points.update(self._db.execute(earlier, key))
        self._replay_points(points)

    def _replay_points(self, points: Iterable[PointKey]) -> None:
        for key in sorted(points):
            set_id, point = key
            questions = self._db.execute("SELECT question_id FROM tested_by WHERE set_id = ? AND point = ?", key)
            reviews = [
                review
                for (question_id,) in questions.fetchall()
                for review in self._answers_to((set_id, question_id))
                if point in review.by_point
            ]
            if state := replay(reviews, point, self._scheduler):
                self._put_states([(*key, *rows.point_state_row(state))])
            else:  # its only answers were undone, or count for other points
                self._db.execute("DELETE FROM point_states WHERE set_id = ? AND point = ?", key)

    def _replay_outcome(self, key: Key) -> None:
        last = None
        for review in sorted(self._answers_to(key), key=lambda review: (review.at, review.id)):
            last = _outcome_after(review, last)
        if last:
            self._db.execute(_PUT_OUTCOME, (*key, *last))
        else:
            self._db.execute("DELETE FROM last_outcomes WHERE set_id = ? AND question_id = ?", key)

    def _answers_to(self, key: Key) -> Iterator[Review]:
        where, values = answering(*key)
        found = effective(self._db, f"{where} ORDER BY at, id", values)
        return (review for review in found if review.key == key)

    def _saved(self, row: tuple[Any, ...]) -> SavedSession:
        start = rows.session_from(row[:-1])
        reviews = tuple(effective(self._db, "WHERE session_id = ? ORDER BY reviews.number", (start.id,)))
        pauses = select(
            self._db, lambda row: (moment(row[0]), rows.amendment_from(row[1:])),
            "SELECT reviews.at, review_id, amendments.at, what, value FROM amendments "
            "JOIN reviews ON reviews.id = review_id WHERE session_id = ? AND what = ? ORDER BY amendments.number",
            (start.id, Change.PAUSE),
        )  # fmt: skip
        return SavedSession(start, reviews, bool(row[-1]), seconds_before_pauses(pauses))


_LAST_OUTCOME = "SELECT at, outcome FROM last_outcomes"
_PUT_OUTCOME = "INSERT OR REPLACE INTO last_outcomes (set_id, question_id, at, outcome) VALUES (?, ?, ?, ?)"


def _outcome_after(review: Review, before: tuple[int, str] | None) -> tuple[int, str]:
    """Return the time of the latest review of a question, and the outcome of the latest attempt.

    The outcome is skipped if there was no attempt.
    """
    no_attempt = before is not None and review.outcome is Outcome.SKIPPED
    return timestamp(review.at), before[1] if before and no_attempt else review.outcome


def _points(review: Review) -> list[PointKey]:
    return [(review.set_id, point) for point in review.by_point]


def _needs_a_review(record: Record) -> bool:
    """Sort key: what changes a review is stored after it."""
    return isinstance(record, Amendment | Assignment)
