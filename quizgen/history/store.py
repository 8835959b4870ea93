"""The history on disk: an append-only log in SQLite, and the state of each question derived from it.

Every call that adds is one transaction, on disk when the call returns. Any number of programs may use a history at the
same time. All methods raise ``StorageError`` if the disk or the file fails; the store stays usable.
"""

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Self, assert_never

from quizgen.errors import QuizgenError
from quizgen.grading.verdict import Outcome
from quizgen.history import database
from quizgen.history.database import effective, keep_private, migrate, require_intact, select, storage_errors
from quizgen.history.history import FILE_NAME
from quizgen.history.records import (
    Amendment,
    Key,
    Mode,
    Reading,
    Record,
    Review,
    SavedSession,
    SessionEnd,
    SessionStart,
    Suspension,
)
from quizgen.history.scheduler import LatestAnswer, MemoryState, Scheduler, apply_review, replay

BUSY_SECONDS = 10.0
"""How long to wait for another program's transaction; each takes milliseconds."""


PART = 500
"""Records per transaction of an import."""


class UnknownReviewsError(QuizgenError):
    """``amendments`` belong to reviews that do not exist."""

    def __init__(self, amendments: Iterable[Amendment]) -> None:
        self.amendments = tuple(amendments)
        super().__init__(f"unknown review {', '.join(a.review_id for a in self.amendments)}")


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
            left_open = path.with_name(f"{FILE_NAME}-wal").exists()  # by a program that was killed, or still runs
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
        """Record a review and update its question's state; return False if a review with its id exists."""
        with self._transaction():
            if not self._insert("reviews", database.REVIEW, database.review_row(review)):
                return False
            query = f"SELECT {database.POINT_STATE} FROM standings WHERE set_id = ? AND question_id = ?"
            point_state = next(select(self._db, database.point_state_from, query, review.key), None)
            if point_state is None or point_state.at < review.at:
                point_state = apply_review(point_state, review, self._scheduler)
                self._put_states([(*review.key, *database.point_state_row(point_state))])
            else:  # the clock went back
                self._replay([review.key])
        return True

    def add(self, *records: Record) -> None:
        """Add what is new of ``records``, in one transaction: all, or nothing if anything fails."""
        match records:
            case [Review() as review]:  # updates the state of its question without reading all its reviews
                self.append(review)
            case _:
                self.merge(records)

    def remember_set(self, set_id: str, title: str, questions: Mapping[str, Sequence[str]]) -> None:
        """Store which questions study asks of a set, each with its points, for ``quizgen due``."""
        row = (set_id, title, json.dumps({name: list(points) for name, points in questions.items()}))
        columns = "set_id, title, questions"
        with storage_errors(self._path):
            stored = self._db.execute(f"SELECT {columns} FROM studied_sets WHERE set_id = ?", (set_id,)).fetchone()
        if stored != row:
            with self._transaction():
                self._db.execute(f"INSERT OR REPLACE INTO studied_sets ({columns}) VALUES (?, ?, ?)", row)

    def merge(self, records: Iterable[Record]) -> int:
        """Add all ``records`` that are new, or none if anything fails; return how many were new.

        Raises ``UnknownReviewsError`` for amendments whose review is neither stored nor among ``records``.
        """
        ordered = sorted(records, key=lambda record: isinstance(record, Amendment))  # after their reviews
        added = 0
        touched: set[Key] = set()
        with self._transaction():
            self._require_reviews_of(ordered)
            for record in ordered:
                if not self._insert_record(record):
                    continue
                added += 1
                if isinstance(record, Review | Amendment):
                    touched.add(self._key_of(record))
            self._replay(sorted(touched))
        return added

    def merge_in_parts(self, records: Iterable[Record], watch: Callable[[int, int], None] | None = None) -> int:
        """Add what is new of ``records`` in short transactions, so that other programs can store answers meanwhile.

        If interrupted, it can be repeated. Returns how many were new; ``watch`` is called with the number of records
        and states done and their total. Raises ``UnknownReviewsError``, before anything is added, as ``merge`` does.
        """
        ordered = sorted(records, key=lambda record: isinstance(record, Amendment))  # after their reviews
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

    def derive_stale(self, watch: Callable[[int, int], None] | None = None) -> None:
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
        """Derive all states from the log again; return how many questions have one."""
        with self._transaction():
            self._db.execute("DELETE FROM standings")
            in_order = effective(self._db, "ORDER BY set_id, question_id")
            self._put_states(
                (*key, *database.point_state_row(point_state))
                for key, reviews in groupby(in_order, lambda review: review.key)
                if (point_state := replay(reviews, self._scheduler))
            )
            self._db.execute("DELETE FROM stale")
            self._db.execute("DELETE FROM derived_with")
            self._db.execute("INSERT INTO derived_with VALUES (?)", (self._scheduler.fingerprint,))
            return int(self._db.execute("SELECT count(*) FROM standings WHERE stage IS NOT NULL").fetchone()[0])

    # Asking

    def reviews(self, set_id: str | None = None, *, undone: bool = False) -> Iterator[Review]:
        """Yield all reviews, or those of one set, with amendments applied, oldest first.

        Answers that the learner undid are left out, unless ``undone`` asks for them, too.
        """
        where, values = ("WHERE set_id = ?", (set_id,)) if set_id else ("", ())
        with storage_errors(self._path):
            yield from effective(self._db, f"{where} ORDER BY reviews.at, reviews.number", values, undone=undone)

    def log(self) -> Iterator[Record]:
        """Yield every record as it was stored; an amendment comes after its review."""
        with storage_errors(self._path):
            yield from select(
                self._db, database.session_from, f"SELECT {database.SESSION} FROM sessions ORDER BY at, id"
            )
            yield from select(self._db, database.review_from, f"SELECT {database.REVIEW} FROM reviews ORDER BY number")
            yield from select(
                self._db, database.amendment_from, f"SELECT {database.AMENDMENT} FROM amendments ORDER BY number"
            )
            yield from select(self._db, database.end_from, f"SELECT {database.END} FROM session_ends ORDER BY at")
            yield from select(
                self._db, database.reading_from, f"SELECT {database.READING} FROM readings ORDER BY at, set_id"
            )
            yield from select(
                self._db,
                database.suspension_from,
                f"SELECT {database.SUSPENSION} FROM suspensions ORDER BY at, set_id, point",
            )

    def sessions(self, set_id: str, *, modes: Iterable[Mode] = tuple(Mode), limit: int = 20) -> list[SavedSession]:
        """Return the latest ``limit`` sessions of a set, newest first, ended or not."""
        wanted = tuple(modes)
        marks = ", ".join("?" * len(wanted))
        ended = "EXISTS (SELECT 1 FROM session_ends WHERE session_id = sessions.id)"
        query = f"SELECT {database.SESSION}, {ended} FROM sessions WHERE set_id = ? AND mode IN ({marks})"
        with storage_errors(self._path):
            latest_first = f"{query} ORDER BY at DESC, id LIMIT ?"
            return list(select(self._db, self._saved, latest_first, (set_id, *wanted, limit)))

    def unfinished(self, set_id: str) -> SavedSession | None:
        """Return the latest quiz or exam of a set if it was interrupted; older ones count as abandoned."""
        latest = self.sessions(set_id, modes=(Mode.QUIZ, Mode.EXAM), limit=1)
        return latest[0] if latest and not latest[0].ended else None

    def last_outcomes(self, set_id: str) -> dict[str, Outcome]:
        """Return each question's latest outcome by id; skipped if there was never an attempt."""
        query = "SELECT question_id, outcome FROM standings WHERE set_id = ?"
        with storage_errors(self._path):
            return dict(select(self._db, lambda row: (row[0], Outcome(row[1])), query, (set_id,)))

    def latest_answers(self, set_id: str) -> list[LatestAnswer]:
        """Return the latest answer to each question of the set that was ever attempted."""
        # Only a partly correct answer has credits that its outcome does not tell.
        credits_of = (
            "CASE WHEN outcome = 'partly' THEN (SELECT credits FROM reviews WHERE set_id = standings.set_id"
            " AND question_id = standings.question_id AND outcome = 'partly'"
            " AND (SELECT value FROM amendments WHERE review_id = reviews.id AND what = 'withdrawal'"
            " ORDER BY at DESC, value DESC LIMIT 1) IS NOT 1 ORDER BY at DESC LIMIT 1) END"
        )
        query = (
            f"SELECT question_id, at, outcome, {credits_of} FROM standings WHERE set_id = ? AND outcome != 'skipped'"
        )
        with storage_errors(self._path):
            return list(select(self._db, database.latest_answer_from, query, (set_id,)))

    def card_states(self, set_id: str) -> dict[str, MemoryState]:
        """Return the memory state by id of every scheduled question of the set, including removed ones."""
        query = f"SELECT question_id, {database.STATE} FROM standings WHERE set_id = ? AND stage IS NOT NULL"
        with storage_errors(self._path):
            return dict(select(self._db, lambda row: (row[0], database.state_from(row[1:])), query, (set_id,)))

    def last_reading(self, set_id: str) -> Reading | None:
        """Return the latest time that the lesson of a set was read or declined; None if it never was."""
        query = f"SELECT {database.READING} FROM readings WHERE set_id = ? ORDER BY at DESC LIMIT 1"
        with storage_errors(self._path):
            return next(select(self._db, database.reading_from, query, (set_id,)), None)

    def read_at(self, set_id: str) -> datetime | None:
        """Return the latest time that the lesson of a set was read; None if it never was."""
        query = f"SELECT {database.READING} FROM readings WHERE set_id = ? AND read ORDER BY at DESC LIMIT 1"
        with storage_errors(self._path):
            return next((one.at for one in select(self._db, database.reading_from, query, (set_id,))), None)

    def suspended(self, set_id: str) -> frozenset[str]:
        """Return the points of a set that are suspended."""
        query = f"SELECT {database.SUSPENSION} FROM suspensions WHERE set_id = ? ORDER BY at"
        with storage_errors(self._path):
            latest = {one.point: one.suspended for one in select(self._db, database.suspension_from, query, (set_id,))}
        return frozenset(point for point, suspended in latest.items() if suspended)

    def set_ids(self) -> list[str]:
        """Return the ids of the sets that have reviews."""
        query = "SELECT DISTINCT set_id FROM standings ORDER BY set_id"
        with storage_errors(self._path):
            return list(select(self._db, lambda row: str(row[0]), query))

    def _require_reviews_of(self, records: Iterable[Record]) -> None:
        """Raise ``UnknownReviewsError`` for amendments whose review is neither stored nor among ``records``."""
        records = list(records)
        coming = {record.id for record in records if isinstance(record, Review)}
        query = "SELECT 1 FROM reviews WHERE id = ?"
        with storage_errors(self._path):
            unknown = [
                record
                for record in records
                if isinstance(record, Amendment)
                and record.review_id not in coming
                and not self._db.execute(query, (record.review_id,)).fetchone()
            ]
        if unknown:
            raise UnknownReviewsError(unknown)

    def _add_stale(self, record: Record) -> bool:
        """Insert ``record`` if it is new; the state of its question is derived later."""
        if not self._insert_record(record):
            return False
        if isinstance(record, Review | Amendment):
            self._db.execute("INSERT OR IGNORE INTO stale VALUES (?, ?)", self._key_of(record))
        return True

    def _key_of(self, record: Review | Amendment) -> Key:
        """Return the question of a stored record."""
        if isinstance(record, Review):
            return record.key
        of = "SELECT set_id, question_id FROM reviews WHERE id = ?"
        set_id, question_id = self._db.execute(of, (record.review_id,)).fetchone()
        return set_id, question_id

    def _insert_record(self, record: Record) -> bool:
        match record:
            case Review():
                return self._insert("reviews", database.REVIEW, database.review_row(record))
            case Amendment():
                return self._insert("amendments", database.AMENDMENT, database.amendment_row(record))
            case SessionStart():
                return self._insert("sessions", database.SESSION, database.session_row(record))
            case SessionEnd():
                return self._insert("session_ends", database.END, database.end_row(record))
            case Reading():
                return self._insert("readings", database.READING, database.reading_row(record))
            case Suspension():
                return self._insert("suspensions", database.SUSPENSION, database.suspension_row(record))
        assert_never(record)

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

    def _insert(self, table: str, columns: str, row: tuple[Any, ...]) -> bool:
        marks = ", ".join("?" * len(row))
        done = self._db.execute(f"INSERT INTO {table} ({columns}) VALUES ({marks}) ON CONFLICT DO NOTHING", row)
        return done.rowcount > 0

    def _put_states(self, found: Iterable[tuple[Any, ...]]) -> None:
        columns = f"set_id, question_id, {database.POINT_STATE}"
        marks = ", ".join("?" * len(columns.split(",")))
        self._db.executemany(f"INSERT OR REPLACE INTO standings ({columns}) VALUES ({marks})", found)

    def _replay(self, keys: Iterable[Key]) -> None:
        for key in keys:
            point_state = replay(effective(self._db, "WHERE set_id = ? AND question_id = ?", key), self._scheduler)
            if point_state:
                self._put_states([(*key, *database.point_state_row(point_state))])
            else:  # its only answers were undone
                self._db.execute("DELETE FROM standings WHERE set_id = ? AND question_id = ?", key)

    def _saved(self, row: tuple[Any, ...]) -> SavedSession:
        start = database.session_from(row[:-1])
        reviews = tuple(effective(self._db, "WHERE session_id = ? ORDER BY reviews.number", (start.id,)))
        return SavedSession(start, reviews, bool(row[-1]))
