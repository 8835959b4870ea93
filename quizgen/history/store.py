"""The history on the disk: an append-only log in SQLite, and the standing of each question derived from it.

Every call that adds is one transaction, on the disk when the call returns. Any number of programs may use a history
at once. All methods raise ``StorageError`` when the disk or the file does not play along; the store stays usable.
"""

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from itertools import groupby
from pathlib import Path
from typing import Any, Self

from quizgen.errors import QuizgenError
from quizgen.grading.verdict import Outcome
from quizgen.history import row_mapping
from quizgen.history.errors import in_plain_words
from quizgen.history.point_state import apply_review, replay
from quizgen.history.queries import effective, select
from quizgen.history.review import Amendment, Key, Mode, Review
from quizgen.history.scheduler import MemoryState, Scheduler
from quizgen.history.schema import migrate
from quizgen.history.sessions import SavedSession, SessionEnd, SessionStart

FILE_NAME = "history.sqlite"

BUSY_SECONDS = 10.0
"""How long to wait for another program's transaction, each a matter of milliseconds."""

Record = SessionStart | Review | Amendment | SessionEnd
"""Anything that the log holds."""


class UnknownReviewsError(QuizgenError):
    """Amendments to reviews that are not there; ``amendments`` names them."""

    def __init__(self, amendments: Iterable[Amendment]) -> None:
        self.amendments = tuple(amendments)
        super().__init__(f"there is no review {', '.join(a.review_id for a in self.amendments)}")


class Store:
    """The history in one folder. Use it in a ``with`` statement, or ``close`` it."""

    def __init__(self, db: sqlite3.Connection, path: Path, scheduler: Scheduler) -> None:
        self._db = db
        self._path = path
        self._scheduler = scheduler

    @classmethod
    def open(cls, folder: Path, *, scheduler: Scheduler | None = None) -> Self:
        """Open the history in ``folder``, both made where they are missing; ``folder.data_folder`` is the usual one."""
        path = folder / FILE_NAME
        with in_plain_words(path):
            folder.mkdir(parents=True, exist_ok=True)
            db = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
            store = cls(db, path, scheduler or Scheduler())
            try:
                migrate(db, path)
                # After the tables: the switch to WAL is not made while another program is creating them.
                db.execute("PRAGMA journal_mode = WAL")
                db.execute("PRAGMA synchronous = FULL")
                db.execute("PRAGMA foreign_keys = ON")
                if db.execute("SELECT scheduler FROM derived_with").fetchone() != (store._scheduler.fingerprint,):
                    store.rebuild()
            except BaseException:
                db.close()
                raise
        return store

    def close(self) -> None:
        """Close the history; everything added is on the disk already."""
        with suppress(sqlite3.Error):
            self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    # Adding

    def begin(self, start: SessionStart) -> None:
        """Record that a session begins."""
        with self._transaction():
            self._insert("sessions", row_mapping.SESSION, row_mapping.session_row(start))

    def append(self, review: Review) -> bool:
        """Record a review and bring its question's state up to date; False when a review of its id is there already."""
        with self._transaction():
            if not self._insert("reviews", row_mapping.REVIEW, row_mapping.review_row(review)):
                return False
            query = f"SELECT {row_mapping.STANDING} FROM standings WHERE set_id = ? AND question_id = ?"
            point_state = next(select(self._db, row_mapping.standing_from, query, review.key), None)
            if point_state is None or point_state.at < review.at:
                point_state = apply_review(point_state, review, self._scheduler)
                self._put_standings([(*review.key, *row_mapping.standing_row(point_state))])
            else:  # the clock went back
                self._refold([review.key])
        return True

    def amend(self, amendment: Amendment) -> None:
        """Record an amendment and bring its question's state up to date; ``UnknownReviewsError`` without its review."""
        self.merge([amendment])

    def end(self, session_id: str, at: datetime) -> None:
        """Record that a session is over and not to be resumed."""
        with self._transaction():
            self._insert("session_ends", row_mapping.END, row_mapping.end_row(SessionEnd(session_id, at)))

    def merge(self, records: Iterable[Record]) -> int:
        """Add all of ``records`` that are not there yet, or none if anything fails. Returns how many were new.

        Raises ``UnknownReviewsError`` for amendments whose review is neither there nor among ``records``.
        """
        added = 0
        touched: set[Key] = set()
        amendments = []
        with self._transaction():
            for record in records:
                match record:
                    case Review():
                        if self._insert("reviews", row_mapping.REVIEW, row_mapping.review_row(record)):
                            touched.add(record.key)
                            added += 1
                    case SessionStart():
                        added += self._insert("sessions", row_mapping.SESSION, row_mapping.session_row(record))
                    case SessionEnd():
                        added += self._insert("session_ends", row_mapping.END, row_mapping.end_row(record))
                    case Amendment():
                        amendments.append(record)
            unknown = []
            for amendment in amendments:
                of = "SELECT set_id, question_id FROM reviews WHERE id = ?"
                key = self._db.execute(of, (amendment.review_id,)).fetchone()
                if key is None:
                    unknown.append(amendment)
                elif self._insert("amendments", row_mapping.AMENDMENT, row_mapping.amendment_row(amendment)):
                    touched.add(key)
                    added += 1
            if unknown:
                raise UnknownReviewsError(unknown)
            self._refold(sorted(touched))
        return added

    def rebuild(self) -> int:
        """Derive all states anew from the log. Returns how many questions have one."""
        with self._transaction():
            self._db.execute("DELETE FROM standings")
            in_order = effective(self._db, "ORDER BY set_id, question_id")
            self._put_standings(
                (*key, *row_mapping.standing_row(point_state))
                for key, reviews in groupby(in_order, lambda review: review.key)
                if (point_state := replay(reviews, self._scheduler))
            )
            self._db.execute("DELETE FROM derived_with")
            self._db.execute("INSERT INTO derived_with VALUES (?)", (self._scheduler.fingerprint,))
            return int(self._db.execute("SELECT count(*) FROM standings WHERE stage IS NOT NULL").fetchone()[0])

    # Asking

    def reviews(self, set_id: str | None = None) -> Iterator[Review]:
        """All reviews, or those of one set, as they count after amendments, in the order of time."""
        where, values = ("WHERE set_id = ?", (set_id,)) if set_id else ("", ())
        with in_plain_words(self._path):
            yield from effective(self._db, f"{where} ORDER BY reviews.at, reviews.number", values)

    def log(self) -> Iterator[Record]:
        """Everything that was ever recorded, as it was recorded; an amendment comes after its review."""
        with in_plain_words(self._path):
            yield from select(
                self._db, row_mapping.session_from, f"SELECT {row_mapping.SESSION} FROM sessions ORDER BY at, id"
            )
            yield from select(
                self._db, row_mapping.review_from, f"SELECT {row_mapping.REVIEW} FROM reviews ORDER BY number"
            )
            yield from select(
                self._db, row_mapping.amendment_from, f"SELECT {row_mapping.AMENDMENT} FROM amendments ORDER BY number"
            )
            yield from select(self._db, row_mapping.end_from, f"SELECT {row_mapping.END} FROM session_ends ORDER BY at")

    def sessions(self, set_id: str, *, modes: Iterable[Mode] = tuple(Mode), limit: int = 20) -> list[SavedSession]:
        """The latest ``limit`` sessions of a set, the latest first, ended or not."""
        wanted = tuple(modes)
        marks = ", ".join("?" * len(wanted))
        ended = "EXISTS (SELECT 1 FROM session_ends WHERE session_id = sessions.id)"
        query = f"SELECT {row_mapping.SESSION}, {ended} FROM sessions WHERE set_id = ? AND mode IN ({marks})"
        with in_plain_words(self._path):
            latest_first = f"{query} ORDER BY at DESC, id LIMIT ?"
            return list(select(self._db, self._saved, latest_first, (set_id, *wanted, limit)))

    def unfinished(self, set_id: str) -> SavedSession | None:
        """The latest quiz or exam of a set, if it was interrupted; an older one is taken as given up."""
        latest = self.sessions(set_id, modes=(Mode.QUIZ, Mode.EXAM), limit=1)
        return latest[0] if latest and not latest[0].ended else None

    def last_outcomes(self, set_id: str) -> dict[str, Outcome]:
        """Question id: what its latest attempt came to; skipped when it was only ever skipped."""
        query = "SELECT question_id, outcome FROM standings WHERE set_id = ?"
        with in_plain_words(self._path):
            return dict(select(self._db, lambda row: (row[0], Outcome(row[1])), query, (set_id,)))

    def card_states(self, set_id: str) -> dict[str, MemoryState]:
        """Question id: state, for every question of the set that the schedule knows, removed ones included."""
        query = f"SELECT question_id, {row_mapping.STATE} FROM standings WHERE set_id = ? AND stage IS NOT NULL"
        with in_plain_words(self._path):
            return dict(select(self._db, lambda row: (row[0], row_mapping.state_from(row[1:])), query, (set_id,)))

    def card_state(self, key: Key) -> MemoryState | None:
        """The state of one question; None while the schedule does not know it."""
        query = f"SELECT {row_mapping.STATE} FROM standings WHERE set_id = ? AND question_id = ? AND stage IS NOT NULL"
        with in_plain_words(self._path):
            return next(select(self._db, row_mapping.state_from, query, key), None)

    def set_ids(self) -> list[str]:
        """The sets that have reviews."""
        query = "SELECT DISTINCT set_id FROM standings ORDER BY set_id"
        with in_plain_words(self._path):
            return list(select(self._db, lambda row: str(row[0]), query))

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        with in_plain_words(self._path):
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

    def _put_standings(self, found: Iterable[tuple[Any, ...]]) -> None:
        columns = f"set_id, question_id, {row_mapping.STANDING}"
        marks = ", ".join("?" * len(columns.split(",")))
        self._db.executemany(f"INSERT OR REPLACE INTO standings ({columns}) VALUES ({marks})", found)

    def _refold(self, keys: Iterable[Key]) -> None:
        for key in keys:
            point_state = replay(effective(self._db, "WHERE set_id = ? AND question_id = ?", key), self._scheduler)
            if point_state:
                self._put_standings([(*key, *row_mapping.standing_row(point_state))])

    def _saved(self, row: tuple[Any, ...]) -> SavedSession:
        start = row_mapping.session_from(row[:-1])
        reviews = tuple(effective(self._db, "WHERE session_id = ? ORDER BY reviews.number", (start.id,)))
        return SavedSession(start, reviews, bool(row[-1]))
