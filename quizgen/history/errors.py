"""What can go wrong with the history on the disk, in words for the learner."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.errors import QuizgenError


class StorageError(QuizgenError):
    """The history cannot be read or written. The message is one plain sentence or two, ready to be shown."""


_CAUSES = {
    sqlite3.SQLITE_FULL: "The disk is full: {path} cannot take more.",
    sqlite3.SQLITE_READONLY: "{path} cannot be written: it, or its folder, is read-only.",
    sqlite3.SQLITE_PERM: "{path} cannot be opened: permission denied.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened: it, or its folder, is not to be written or read.",
    sqlite3.SQLITE_BUSY: "Another program keeps {path} to itself; try again when it has ended.",
    sqlite3.SQLITE_LOCKED: "Another program keeps {path} to itself; try again when it has ended.",
    sqlite3.SQLITE_NOTADB: "{path} is damaged or no history of quizgen's. Move it away to begin a new one.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged. Move it away to begin a new one, and import a backup if there is one.",
    sqlite3.SQLITE_IOERR: "The disk is full or broken: {path} cannot be read or written.",
}


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turn what SQLite and the system report about ``path`` into a ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind of error, the rest is detail: https://sqlite.org/rescode.html
        cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "{path} cannot be used: {error}.")
        raise StorageError(cause.format(path=path, error=error)) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be used: {error.strerror or error}.") from error
