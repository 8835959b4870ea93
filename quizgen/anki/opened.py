"""Packages that others wrote, opened to be read: .apkg and .colpkg in the form that all versions of Anki know.

A package is a zip with a SQLite database. Since 2.1.50 Anki writes another form by default, compressed with Zstandard;
"Support older Anki versions" in its export window gives the one that is read here.
"""

import shutil
import sqlite3
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from quizgen.anki.errors import PackageError

_NEW_FORM = "collection.anki21b"
_KNOWN_FORMS = ("collection.anki21", "collection.anki2")
"""The newer first: beside it, the older one holds only a note that Anki is to be updated."""


@contextmanager
def opened_package(path: Path) -> Iterator[sqlite3.Connection]:
    """The database of the package at ``path``, read-only. Raises PackageError, also for what goes wrong in reading."""
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        database = Path(folder) / "collection"
        try:
            with zipfile.ZipFile(path) as package:
                _extract(package, path, database)
        except FileNotFoundError:
            raise PackageError(f"there is no file {path}") from None
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise PackageError(f"{path} is no Anki package, or a damaged one") from None
        except OSError as error:
            raise PackageError(f"{path} cannot be read: {error.strerror or error}") from None
        try:
            with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
                connection.execute("PRAGMA trusted_schema = OFF")  # a package is somebody else's file
                yield connection
        except (sqlite3.Error, ValueError, TypeError, KeyError, AttributeError) as error:
            raise PackageError(f"{path} does not hold an Anki collection as it should be ({error})") from None


def _extract(package: zipfile.ZipFile, path: Path, database: Path) -> None:
    names = package.namelist()
    if _NEW_FORM in names:
        raise PackageError(
            f"{path} is in Anki's newer form (export it again with 'Support older Anki versions' ticked)"
        )
    name = next((name for name in _KNOWN_FORMS if name in names), None)
    if name is None:
        raise PackageError(f"{path} is no Anki package: there is no collection in it")
    with package.open(name) as packed, database.open("wb") as file:
        shutil.copyfileobj(packed, file, 2**20)
