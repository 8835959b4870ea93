"""Daily backups of the history, and the repair of a damaged one from what can still be read."""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.history.database import keep_private, require_intact
from quizgen.history.errors import storage_errors
from quizgen.history.history import FILE_NAME
from quizgen.history.records import Amendment, Assignment, Record, Review
from quizgen.history.rows import TABLES, Table
from quizgen.history.store import Store

KEPT = 7
"""Backups that are kept: those of the last seven days with a session."""

FOLDER_NAME = "backups"

_UNREADABLE = (
    sqlite3.Error,
    QuizgenError,
    UnicodeError,
    OSError,
    ValueError,
    TypeError,
    KeyError,
    AttributeError,
    OverflowError,
)
"""What reading a damaged database raises."""


@dataclass(frozen=True, slots=True)
class Repaired:
    """The outcome of a repair."""

    answers: int
    """Reviews in the repaired history."""
    from_backups: int
    """Those of them that only a backup still had."""
    damaged: Path
    """Where the damaged file is now."""


def back_up(folder: Path, day: date) -> Path | None:
    """Copy the history in ``folder`` to its backups, once per day; return the new backup, None if there is one.

    The oldest are deleted, those dated after ``day`` first. A damaged history is never copied, so that it cannot
    replace good backups. Raises ``StorageError``.
    """
    backups = folder / FOLDER_NAME
    target = backups / f"history-{day.isoformat()}.sqlite"
    source = folder / FILE_NAME
    if target.exists() or not source.exists():
        return None
    temporary = target.with_suffix(f".{os.getpid()}.part")
    with storage_errors(source):
        backups.mkdir(mode=0o700, exist_ok=True)
        try:
            keep_private(temporary)
            with closing(sqlite3.connect(source)) as db, closing(sqlite3.connect(temporary)) as copy:
                db.backup(copy)
                copy.execute("PRAGMA journal_mode = DELETE")  # one file, without others next to it
                require_intact(copy)
            temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
        # A clock that was wrong once leaves backups from the future, which would push out every later one.
        made = backups_of(folder)
        for old in [*(path for path in made if path <= target), *(path for path in made if path > target)][KEPT:]:
            old.unlink(missing_ok=True)
    return target


def backups_of(folder: Path) -> list[Path]:
    """Return the backups of the history in ``folder``, newest first."""
    return sorted((folder / FOLDER_NAME).glob("history-????-??-??.sqlite"), reverse=True)


def repair(folder: Path, now: str) -> Repaired:
    """Replace the history in ``folder`` with one of every record that it and its backups still contain.

    The damaged file is kept under a name with ``now``. Raises ``StorageError``.
    """
    path, new = folder / FILE_NAME, folder / f"repaired-{os.getpid()}"
    damaged = folder / f"history-damaged-{now}.sqlite"
    own = list(_unique(_readable(path)))
    known = {record.id for record in own if isinstance(record, Review)}
    every = list(_unique([*own, *(record for backup in backups_of(folder) for record in _readable(backup))]))
    reviews = {record.id for record in every if isinstance(record, Review)}
    kept = [record for record in every if not isinstance(record, Amendment | Assignment) or record.review_id in reviews]
    with storage_errors(path):
        try:
            with Store.open(new) as store:
                store.merge_in_parts(kept)
            for ending in ("", "-wal", "-shm"):
                with suppress(FileNotFoundError):
                    path.with_name(FILE_NAME + ending).replace(damaged.with_name(damaged.name + ending))
            (new / FILE_NAME).replace(path)
        finally:
            for file in new.glob("*"):
                file.unlink()
            with suppress(FileNotFoundError):
                new.rmdir()
    return Repaired(len(reviews), len(reviews - known), damaged)


def _unique(records: Iterable[Record]) -> Iterator[Record]:
    """Yield each record once, the first version of a review with the same id."""
    seen = set()
    for record in records:
        key = record.id if isinstance(record, Review) else repr(record)
        if key not in seen:
            seen.add(key)
            yield record


def _readable(path: Path) -> Iterator[Record]:
    """Yield the records of the log that can be read, row by row and from both ends of each table."""
    if not path.exists():
        return
    for table in TABLES.values():
        for order in ("ASC", "DESC"):
            complete = True
            try:
                with closing(sqlite3.connect(path, timeout=1)) as db:
                    # Tolerates damage in parts of the schema that are not used.
                    db.execute("PRAGMA writable_schema = ON")
                    known = _known(db, table)
                    rows = db.execute(f"SELECT {known} FROM {table.name} NOT INDEXED ORDER BY rowid {order}")
                    for row in rows:
                        try:
                            if bytes in map(type, row):  # no column holds any: damage changed the type of a text
                                raise TypeError
                            yield table.record_from(row)
                        except _UNREADABLE:
                            complete = False
            except _UNREADABLE:
                complete = False
            if complete:
                break


def _known(db: sqlite3.Connection, table: Table) -> str:
    """Return the columns of ``table``, with NULL for those that it does not have yet: a backup may be older."""
    names = {row[1] for row in db.execute(f"PRAGMA table_info({table.name})")}
    return ", ".join(name if name in names else "NULL" for name in table.columns.split(", "))
