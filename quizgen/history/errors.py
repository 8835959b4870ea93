"""The error of a history that cannot be read or written, and its causes in words."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from quizgen.errors import QuizgenError


class StorageError(QuizgenError):
    """The history cannot be read or written. The message is one or two plain sentences, ready to be shown."""


_DAMAGED = "{path} is damaged. Run `quizgen history repair` to recover what can be read."
_LOCKED = "{path} is locked by another program. Close that program so that quizgen can use the file."
_CHECK_PERMISSIONS = "Check the permissions of the file and its folder."
_CAUSES = {
    sqlite3.SQLITE_FULL: "{path} cannot be written: the disk is full. Free some space and try again.",
    sqlite3.SQLITE_READONLY: f"{{path}} cannot be written: the file or its folder is read-only. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_PERM: f"{{path}} cannot be opened: permission denied. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_CANTOPEN: f"{{path}} cannot be opened. {_CHECK_PERMISSIONS}",
    sqlite3.SQLITE_BUSY: _LOCKED,
    sqlite3.SQLITE_LOCKED: _LOCKED,
    sqlite3.SQLITE_NOTADB: (
        "{path} is damaged or is not a quizgen history. If it is a quizgen history, run `quizgen history repair` to "
        "recover what can be read."
    ),
    sqlite3.SQLITE_CORRUPT: _DAMAGED,
    sqlite3.SQLITE_IOERR: "{path} cannot be read or written: the disk may be full or failing.",
}


def unreadable(path: Path, error: Exception) -> str:
    """Say in plain sentences why ``path`` cannot be used: an error of SQLite, or one about a value in a row."""
    if not isinstance(error, sqlite3.Error):
        return _DAMAGED.format(path=path)
    # The low byte is the kind of error, the rest is detail: https://sqlite.org/rescode.html
    cause = _CAUSES.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, "{path} cannot be used: {error}.")
    return cause.format(path=path, error=" ".join(str(error).split()))


@contextmanager
def storage_errors(path: Path) -> Iterator[None]:
    """Turn errors of SQLite and the system about ``path`` into ``StorageError``."""
    try:
        yield
    except sqlite3.Error as error:
        raise StorageError(unreadable(path, error)) from error
    except UnicodeError as error:  # SQLite quotes damaged names in its messages
        raise StorageError(unreadable(path, error)) from error
    except OSError as error:
        raise StorageError(f"{path} cannot be used: {error.strerror or error}.") from error
