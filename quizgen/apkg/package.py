"""Read Anki packages: a zip with a collection and the files that its notes show.

There are three forms. The oldest has ``collection.anki2``. Later ones have ``collection.anki21``, with an older one
that only asks to update Anki. The default since Anki 2.1.50 has ``collection.anki21b`` and compresses it and every
file with Zstandard. Source: proto/anki/import_export.proto in https://github.com/ankitects/anki.
"""

import json
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from quizgen.apkg import protobuf
from quizgen.apkg.archive import Archive, PackageError
from quizgen.apkg.collection import Collection, opened_collection

_PACKED_FORM = "collection.anki21b"
FORMS = (_PACKED_FORM, "collection.anki21", "collection.anki2")
"""Newest first."""
_LAST_VERSION = 3
_MAX_LIST = 50_000_000


class Package:
    """A package with its collection open."""

    def __init__(self, archive: Archive, form: str, collection: Collection) -> None:
        self.form = form
        """The file name of its collection, which identifies its form."""
        self.collection = collection
        self._archive = archive
        self._parts = _parts_by_name(archive, packed=form == _PACKED_FORM)

    def has_media(self, name: str) -> bool:
        """Return whether the package has the picture or sound ``name``."""
        return self._parts.get(name) in self._archive.names

    def read_media(self, name: str, limit: int) -> bytes:
        """Return a media file; raise PackageError if it is damaged or has more than ``limit`` bytes."""
        return self._archive.read(self._parts[name], limit, packed=self.form == _PACKED_FORM)


@contextmanager
def opened_package(file: IO[bytes]) -> Iterator[Package]:
    """Open the package in ``file``. Raises PackageError, also for damage found later; its message says "it"."""
    archive = Archive(file)
    form = next((name for name in FORMS if name in archive.names), None)
    if form is None:
        raise PackageError("the file has no collection, so it is not an Anki package")
    _refuse_later_versions(archive)
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        path = Path(folder, "collection")
        with path.open("wb") as unpacked:
            archive.copy(form, unpacked, packed=form == _PACKED_FORM)
        with opened_collection(path) as collection:
            yield Package(archive, form, collection)


@contextmanager
def package_at(path: Path) -> Iterator[Package]:
    """Open the package at ``path``. Raises PackageError, also for damage found while reading."""
    try:
        with path.open("rb") as file, opened_package(file) as package:
            yield package
    except FileNotFoundError:
        raise PackageError(f"{path} does not exist") from None
    except OSError as error:
        raise PackageError(f"{path} cannot be read: {error.strerror or error}") from None
    except PackageError as error:
        raise PackageError(f"{path} cannot be read: {error}") from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PackageError(f"{path} cannot be read: the package's collection is damaged ({error})") from None


def _refuse_later_versions(archive: Archive) -> None:
    try:
        meta = dict(protobuf.fields(archive.read("meta", 1000))) if "meta" in archive.names else {}
    except ValueError as error:
        raise PackageError(f"the file 'meta' in the package is damaged: {error}") from None
    version = meta.get(1, 0)
    if not isinstance(version, int) or version > _LAST_VERSION:
        raise PackageError(
            "the package is from a newer version of Anki than quizgen supports; export the deck from Anki again, with "
            "“Support older Anki versions” selected"
        )


def _parts_by_name(archive: Archive, *, packed: bool) -> Mapping[str, str]:
    """Return the archive's names of media files by the names that notes use; empty if the list is damaged."""
    if "media" not in archive.names:
        return {}
    listed = archive.read("media", _MAX_LIST, packed=packed)
    try:
        if packed:
            return dict(_named_entries(listed))
        parts = json.loads(listed)
    except (ValueError, RecursionError):
        return {}
    return {name: part for part, name in parts.items() if isinstance(name, str)} if isinstance(parts, dict) else {}


def _named_entries(listed: bytes) -> Iterator[tuple[str, str]]:
    """Yield the name and number of each file; entries are in order, and field 1 of an entry is its name."""
    entries = [value for field, value in protobuf.fields(listed) if field == 1]
    for place, entry in enumerate(entries):
        name = dict(protobuf.fields(entry)).get(1) if isinstance(entry, bytes) else None
        if isinstance(name, bytes):
            yield name.decode("utf-8", "replace"), str(place)
