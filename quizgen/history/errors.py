"""Errors of the history on disk, in words for the learner."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.errors import QuizgenError


class StorageError(QuizgenError):
    """The history cannot be read or written. The message is one or two plain sentences, ready to be shown."""


_LOCKED = "{path} is locked by another program. Try again when that program has ended."
_CAUSES = {
    sqlite3.SQLITE_FULL: "{path} cannot be written: the disk is full.",
    sqlite3.SQLITE_READONLY: "{path} cannot be written: the file or its folder is read-only.",
    sqlite3.SQLITE_PERM: "{path} cannot be opened: permission denied.",
    sqlite3.SQLITE_CANTOPEN: "{path} cannot be opened. Check the permissions of the file and its folder.",
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_NOTADB: "{path} is damaged or not a quizgen history. Move it away to start a new one.",
    sqlite3.SQLITE_CORRUPT: "{path} is damaged. Move it away to start a new one, then import a backup if you have one.",
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk is full or failing.",
}


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system about ``path`` into ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        # The low byte is the kind of error, the rest is detail: https://sqlite.org/rescode.html
        cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "{path} cannot be used: {error}.")
        raise StorageError(cause.format(path=path, error=error)) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be used: {error.strerror or error}.") from error
