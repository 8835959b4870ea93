"""Anki's collection: its SQLite database, with note types and decks in one form for all schema versions.

Sources of the schemas: rslib/src/storage/schema11.sql and upgrades/schema15_upgrade.sql next to it, of the messages
proto/anki/notetypes.proto and decks.proto, in https://github.com/ankitects/anki.
"""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quizgen.apkg import protobuf
from quizgen.apkg.archive import PackageError

_MAX_VALUE = 100_000_000
_TABLES = frozenset({"col", "notes", "cards"})
_NEWER_TABLES = frozenset({"notetypes", "fields", "templates", "decks"})
_KIND, _FRONT, _BACK = 1, 1, 2  # fields of the messages that configure note types and templates
_NORMAL, _DESCRIPTION = 1, 4  # a deck that is not filtered, and its description
_CLOZE = 1


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: the names of its fields in order, and the front and back of each card, as Anki's templates."""

    name: str
    fields: tuple[str, ...]
    fronts: tuple[str, ...]
    backs: tuple[str, ...]
    is_cloze: bool


@dataclass(frozen=True, slots=True)
class Collection:
    """An open collection. Deck names have ``::`` between their parts; descriptions are HTML."""

    database: sqlite3.Connection
    note_types: Mapping[int, NoteType]
    decks: Mapping[int, str]
    descriptions: tuple[str, ...]
    """The descriptions of all decks that have one."""


@contextmanager
def opened_collection(file: Path) -> Iterator[Collection]:
    """Open the collection in ``file`` read-only. Raises PackageError, also for damage found while reading."""
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.text_factory = lambda raw: raw.decode("utf-8", "replace")
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE)
            database.execute("PRAGMA trusted_schema = OFF")  # a package is somebody else's file
            database.create_collation("unicase", _compare_caseless)
            yield _collection(database)
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as error:
        raise PackageError(f"the package's collection is damaged: {error}") from None


def _collection(database: sqlite3.Connection) -> Collection:
    pages = dict(database.execute("SELECT name, rootpage FROM sqlite_schema WHERE type IN ('table', 'view')"))
    is_newer = pages.keys() >= _NEWER_TABLES
    # A view or a virtual table in place of a table may run forever; neither has pages.
    read = {"revlog"} & pages.keys() | _TABLES | (_NEWER_TABLES if is_newer else set())
    if not all(pages.get(name) for name in read):
        raise PackageError("the package's collection was not made by Anki")
    try:
        return Collection(database, *(_from_tables(database) if is_newer else _from_json(database)))
    except (TypeError, ValueError, AttributeError, KeyError, RecursionError) as error:
        raise PackageError(f"the package's collection is damaged or in an unknown format: {error!r}") from None


_Parts = tuple[dict[int, NoteType], dict[int, str], tuple[str, ...]]
"""Note types, names of decks, and descriptions of decks."""


def _from_json(database: sqlite3.Connection) -> _Parts:
    """Return what schema 11 has."""
    models, decks = (json.loads(part) for part in database.execute("SELECT models, decks FROM col").fetchone())
    note_types = {
        int(number): NoteType(
            str(model["name"]),
            tuple(str(field["name"]) for field in _in_order(model["flds"])),
            tuple(str(template.get("qfmt", "")) for template in _in_order(model["tmpls"])),
            tuple(str(template.get("afmt", "")) for template in _in_order(model["tmpls"])),
            model.get("type") == 1,
        )
        for number, model in models.items()
    }
    names = {int(number): str(deck["name"]) for number, deck in decks.items()}
    return note_types, names, tuple(str(text) for deck in decks.values() if (text := deck.get("desc")))


def _in_order(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(parts, key=lambda part: int(part.get("ord") or 0))


def _from_tables(database: sqlite3.Connection) -> _Parts:
    """Return what schemas 15 to 18 have."""
    names, fronts, backs = (defaultdict[int, list[str]](list) for _ in range(3))
    for note_type, name in database.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord"):
        names[note_type].append(name)
    for note_type, config in database.execute("SELECT ntid, config FROM templates ORDER BY ntid, ord"):
        parts = dict(protobuf.fields(config))
        for sides, side in ((fronts, parts.get(_FRONT)), (backs, parts.get(_BACK))):
            sides[note_type].append(side.decode("utf-8", "replace") if isinstance(side, bytes) else "")
    note_types = {
        number: NoteType(
            str(name),
            tuple(names[number]),
            tuple(fronts[number]),
            tuple(backs[number]),
            dict(protobuf.fields(config)).get(_KIND) == _CLOZE,
        )
        for number, name, config in database.execute("SELECT id, name, config FROM notetypes")
    }
    decks = {number: name.replace("\x1f", "::") for number, name in database.execute("SELECT id, name FROM decks")}
    return note_types, decks, tuple(_descriptions(database))


def _descriptions(database: sqlite3.Connection) -> Iterator[str]:
    for (kind,) in database.execute("SELECT kind FROM decks"):
        deck = dict(protobuf.fields(kind)).get(_NORMAL)
        text = dict(protobuf.fields(deck)).get(_DESCRIPTION) if isinstance(deck, bytes) else None
        if isinstance(text, bytes) and text:
            yield text.decode("utf-8", "replace")


def _compare_caseless(one: str, other: str) -> int:
    """Compare as Anki's own collation does; queries that use its indexes need it."""
    first, second = one.casefold(), other.casefold()
    return (first > second) - (first < second)
