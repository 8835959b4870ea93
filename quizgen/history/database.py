"""The file of the history's database, and the queries that several modules share."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, TypeVar

from quizgen.history.errors import StorageError
from quizgen.history.records import Amendment, Assignment, Review, amended, assigned, withdrawn
from quizgen.history.rows import AMENDMENT, ASSIGNMENT, REVIEW, amendment_from, assignment_from, review_from

T = TypeVar("T")


def keep_private(path: Path) -> None:
    """Create the file ``path`` if it is missing; let only its owner read it and SQLite's files next to it."""
    # An existing database is never opened here: closing it again would release SQLite's locks on it.
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    for file in (path, *(path.with_name(path.name + ending) for ending in ("-wal", "-shm"))):
        with suppress(OSError):  # another user's file, or one that has just been deleted
            if file.stat().st_mode & 0o077:
                file.chmod(0o600)


def require_intact(db: sqlite3.Connection) -> None:
    """Raise ``sqlite3.DatabaseError`` if the structure of the database is damaged."""
    if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
        error = sqlite3.DatabaseError("damaged")
        error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
        raise error


def select(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], T], query: str, values: Any = ()
) -> Iterator[T]:
    """Yield the rows that ``query`` finds as values; ``StorageError`` for a row that cannot be one."""
    for row in db.execute(query, values):
        try:
            yield convert(row)
        except (ValueError, TypeError, KeyError, AttributeError, OverflowError) as error:
            raise StorageError(
                f"The history is damaged: {error}. Run `quizgen history repair` to recover what can be read."
            ) from error


def effective(
    db: sqlite3.Connection, where: str, values: tuple[Any, ...] = (), *, undone: bool = False
) -> Iterator[Review]:
    """Yield the reviews that the clause ``where`` selects, assignments and amendments applied; undone ones on request.

    The clause sees the questions as they were stored, see ``answering``.
    """
    amendments = _changes(db, amendment_from, f"SELECT {AMENDMENT} FROM amendments", where, values)
    for review in counted(db, where, values):
        own = amendments.get(review.id, ())
        if undone or not withdrawn(own):
            yield amended(review, own) if own else review


def counted(db: sqlite3.Connection, where: str, values: tuple[Any, ...] = ()) -> Iterator[Review]:
    """Yield the reviews that the clause ``where`` selects as they were given, with assignments applied."""
    assignments = _changes(db, assignment_from, f"SELECT {ASSIGNMENT} FROM assignments", where, values)
    for review in select(db, review_from, f"SELECT {REVIEW} FROM reviews {where}", values):
        yield assigned(review, assignments[review.id]) if review.id in assignments else review


C = TypeVar("C", Amendment, Assignment)


def _changes(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], C], query: str, where: str, values: tuple[Any, ...]
) -> dict[str, list[C]]:
    """Return the records that change the reviews which the clause ``where`` selects, by review."""
    of_reviews = f" WHERE review_id IN (SELECT id FROM reviews {where})" if values else ""
    changes: dict[str, list[C]] = {}
    for change in select(db, convert, f"{query}{of_reviews}", values):
        changes.setdefault(change.review_id, []).append(change)
    return changes


def answering(set_id: str, question_id: str | None = None) -> tuple[str, tuple[str, ...]]:
    """Return a clause, with its values, for reviews of a question or a set that were stored as such or assigned to it.

    It also selects reviews that were assigned to something else later.
    """
    names = {"set_id": set_id} if question_id is None else {"set_id": set_id, "question_id": question_id}
    condition = " AND ".join(f"{name} = ?" for name in names)
    found = f"SELECT id FROM reviews WHERE {condition} UNION SELECT review_id FROM assignments WHERE {condition}"
    return f"WHERE reviews.id IN ({found})", (*names.values(), *names.values())
