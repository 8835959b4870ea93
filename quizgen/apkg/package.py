"""An Anki package opened to be read: a zip with a collection, and the files that its notes show.

Three forms are about. The oldest hold ``collection.anki2``; later ones ``collection.anki21``, beside which the older
one only says to update Anki; what Anki writes by default since 2.1.50 holds ``collection.anki21b``, and packs it and
each file with Zstandard. Source: proto/anki/import_export.proto in https://github.com/ankitects/anki.
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
_FORMS = (_PACKED_FORM, "collection.anki21", "collection.anki2")
"""The newest first."""
_LAST_VERSION = 3
_MAX_LIST = 50_000_000


class Package:
    """A package, its collection opened."""

    def __init__(self, archive: Archive, form: str, collection: Collection) -> None:
        self.form = form
        """The name of its collection, by which its form is known."""
        self.collection = collection
        self._archive = archive
        self._parts = _parts_by_name(archive, packed=form == _PACKED_FORM)

    def has_media(self, name: str) -> bool:
        """Whether it holds the picture or sound that its notes call ``name``."""
        return self._parts.get(name) in self._archive.names

    def read_media(self, name: str, limit: int) -> bytes:
        """A file that it holds; raises PackageError where that is damaged or has more than ``limit`` bytes."""
        return self._archive.read(self._parts[name], limit, packed=self.form == _PACKED_FORM)


@contextmanager
def opened_package(file: IO[bytes]) -> Iterator[Package]:
    """The package in ``file``. Raises PackageError, also for damage found in reading; the message calls it "it"."""
    archive = Archive(file)
    form = next((name for name in _FORMS if name in archive.names), None)
    if form is None:
        raise PackageError("there is no collection in it: is it an Anki package?")
    _refuse_later_versions(archive)
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        path = Path(folder, "collection")
        with path.open("wb") as unpacked:
            archive.copy(form, unpacked, packed=form == _PACKED_FORM)
        with opened_collection(path) as collection:
            yield Package(archive, form, collection)


@contextmanager
def package_at(path: Path) -> Iterator[Package]:
    """The package at ``path``; raises PackageError, also for what values of a wrong type cause in reading."""
    try:
        with path.open("rb") as file, opened_package(file) as package:
            yield package
    except FileNotFoundError:
        raise PackageError(f"there is no file {path}") from None
    except OSError as error:
        raise PackageError(f"{path} cannot be read: {error.strerror or error}") from None
    except PackageError as error:
        raise PackageError(f"{path} cannot be read: {error}") from None
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PackageError(f"{path} cannot be read: its collection is damaged ({error})") from None


def _refuse_later_versions(archive: Archive) -> None:
    try:
        meta = dict(protobuf.fields(archive.read("meta", 1000))) if "meta" in archive.names else {}
    except ValueError as error:
        raise PackageError(f"'meta' in it is damaged: {error}") from None
    version = meta.get(1, 0)
    if not isinstance(version, int) or version > _LAST_VERSION:
        raise PackageError(
            "it was made by an Anki newer than this quizgen: export it again with “Support older Anki versions” ticked"
            " in Anki's export window"
        )


def _parts_by_name(archive: Archive, *, packed: bool) -> Mapping[str, str]:
    """The archive's own names of the files, by those that notes use; none where the list of them is damaged."""
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
    """Each entry of the list is a file, in the order of their numbers; field 1 of it is its name."""
    entries = [value for field, value in protobuf.fields(listed) if field == 1]
    for place, entry in enumerate(entries):
        name = dict(protobuf.fields(entry)).get(1) if isinstance(entry, bytes) else None
        if isinstance(name, bytes):
            yield name.decode("utf-8", "replace"), str(place)
