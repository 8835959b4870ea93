"""Reading the history's rows as values."""

import sqlite3
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

from quizgen.history import row_mapping
from quizgen.history.errors import StorageError
from quizgen.history.review import Amendment, Review, amended

T = TypeVar("T")


def select(
    db: sqlite3.Connection, convert: Callable[[tuple[Any, ...]], T], query: str, values: Any = ()
) -> Iterator[T]:
    """What ``query`` finds, each row turned into a value; ``StorageError`` for a row that is none."""
    for row in db.execute(query, values):
        try:
            yield convert(row)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise StorageError(f"The history is damaged: {error}. `quizgen history import` reads a backup.") from error


def effective(db: sqlite3.Connection, where: str, values: tuple[Any, ...] = ()) -> Iterator[Review]:
    """The reviews that ``where`` names, as they count after amendments."""
    query = f"SELECT {row_mapping.AMENDMENT} FROM amendments"
    if values:
        query += f" WHERE review_id IN (SELECT id FROM reviews {where})"
    amendments: dict[str, list[Amendment]] = {}
    for amendment in select(db, row_mapping.amendment_from, query, values):
        amendments.setdefault(amendment.review_id, []).append(amendment)
    for review in select(db, row_mapping.review_from, f"SELECT {row_mapping.REVIEW} FROM reviews {where}", values):
        yield amended(review, amendments[review.id]) if review.id in amendments else review
