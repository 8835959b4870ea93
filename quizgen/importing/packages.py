"""Anki packages (.apkg, .colpkg): the collection in them, an SQLite database, and its pictures.

Source of the layout: https://github.com/ankitects/anki/blob/main/rslib/src/storage/schema11.sql
"""

import json
import sqlite3
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from quizgen.importing.anki_notes import NoteData, note_item
from quizgen.importing.archive import Archive
from quizgen.importing.items import Found, ImportRefusedError, Item, limited
from quizgen.questions.base import IMAGE_ENDINGS

MAX_PICTURE = 20_000_000
_MAX_VALUE = 10_000_000
# New cards are due in the order that their author gave them.
_IN_ORDER = """
    SELECT guid, mid, tags, flds FROM notes
    LEFT JOIN (SELECT nid, min(due) AS place FROM cards WHERE type = 0 GROUP BY nid) AS fresh ON fresh.nid = notes.id
    ORDER BY fresh.place IS NULL, fresh.place, notes.id
"""
_NEWER = (
    "it is in the format of newer Anki versions: export it again with “Support older Anki versions” ticked in Anki's"
    " export window"
)


def is_package(content: bytes) -> bool:
    """Whether ``content`` is a zip archive."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_package(content: bytes) -> Found:
    """Everything in a package; raises ImportRefusedError."""
    archive = Archive(content)
    # Beside the newer form lies an old one that holds nothing but a word that Anki must be updated.
    name = "collection.anki21" if "collection.anki21" in archive.names else "collection.anki2"
    if "collection.anki21b" in archive.names and name != "collection.anki21":
        raise ImportRefusedError(_NEWER)
    if name not in archive.names:
        raise ImportRefusedError("there is no collection in it: is it an Anki package?")
    database = archive.read(name)
    if not database.startswith(b"SQLite format 3\0"):
        raise ImportRefusedError("the collection in it is no database")
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        file = Path(folder, "collection")
        file.write_bytes(database)
        title, items = _collection(file)
    pictures, notes = _pictures(archive, items)
    return Found(f"an Anki package ({name})", items, title, notes, pictures)


def _collection(file: Path) -> tuple[str | None, list[Item]]:
    try:
        with closing(sqlite3.connect(f"{file.as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            database.text_factory = lambda raw: raw.decode("utf-8", "replace")
            database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _MAX_VALUE * 10)
            database.execute("PRAGMA trusted_schema = OFF")
            _refuse_views(database)
            models, decks = _models_and_decks(database)
            return _deck_name(database, decks), limited(_notes(database, models))
    except (sqlite3.Error, OverflowError) as error:
        raise ImportRefusedError(f"the collection in it cannot be read: {error}") from None


def _refuse_views(database: sqlite3.Connection) -> None:
    # A view in a table's place may run for ever.
    tables = dict(database.execute("SELECT name, type FROM sqlite_schema WHERE name IN ('col', 'notes', 'cards')"))
    if any(tables.get(name) != "table" for name in ("col", "notes", "cards")):
        raise ImportRefusedError("the collection in it is none that Anki makes")


def _models_and_decks(database: sqlite3.Connection) -> tuple[Mapping[int, Any], Mapping[str, Any]]:
    row = database.execute("SELECT models, decks FROM col").fetchone()
    try:
        models, decks = (json.loads(part) for part in row)
        return {int(number): model for number, model in models.items()}, decks
    except (TypeError, ValueError, AttributeError, RecursionError):
        raise ImportRefusedError(f"the collection in it is of a form that is not known; {_NEWER[3:]}") from None


def _deck_name(database: sqlite3.Connection, decks: Mapping[str, Any]) -> str | None:
    """The deck of most cards, or the one above all of them."""
    counts: Counter[str] = Counter()
    for number, count in database.execute("SELECT did, count(*) FROM cards GROUP BY did"):
        deck = decks.get(str(number)) if isinstance(decks, dict) else None
        if isinstance(deck, dict) and isinstance(deck.get("name"), str):
            counts[deck["name"].split("::")[0]] += count if isinstance(count, int) else 0
    return counts.most_common(1)[0][0] if counts else None


def _notes(database: sqlite3.Connection, models: Mapping[int, Any]) -> Iterator[Item]:
    for number, (guid, kind, tags, fields) in enumerate(database.execute(_IN_ORDER), 1):
        where = f"note {number}"
        model = models.get(kind)
        if not (
            isinstance(model, dict) and isinstance(fields, str) and isinstance(guid, str) and isinstance(tags, str)
        ):
            yield Item(where, None, ("it is damaged: its note type or its fields are missing",))
            continue
        values = fields.split("\x1f")
        names = _field_names(model)
        named = tuple(
            zip([*names, *(f"Field {place}" for place in range(len(names), len(values)))], values, strict=False)
        )
        templates = model.get("tmpls")
        cards = len(templates) if isinstance(templates, list) else 1
        is_cloze = model.get("type") == 1
        note_type = str(model.get("name", ""))
        yield note_item(
            NoteData(
                f"{where} ({guid})", note_type, named, tuple(tags.split()), guid, is_cloze, 1 if is_cloze else cards
            )
        )


def _field_names(model: Mapping[str, Any]) -> list[str]:
    fields = model.get("flds")
    named = [field for field in fields if isinstance(field, dict)] if isinstance(fields, list) else []
    return [str(field.get("name", "")) for field in sorted(named, key=lambda field: str(field.get("ord", "")).zfill(6))]


def _pictures(archive: Archive, items: list[Item]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The pictures that questions show, by their names in the deck, and a word on those that cannot be had."""
    wanted = dict.fromkeys(name for item in items for name in item.pictures)
    if not wanted:
        return {}, ()
    try:
        listed = json.loads(archive.read("media", _MAX_VALUE)) if "media" in archive.names else {}
    except (ValueError, RecursionError):
        listed = {}
    parts = {name: part for part, name in listed.items() if isinstance(name, str)} if isinstance(listed, dict) else {}
    found: dict[str, bytes] = {}
    notes = []
    for name in wanted:
        if Path(name).suffix.lower() not in IMAGE_ENDINGS:
            notes.append(f"left out the picture {name}: cards show {', '.join(IMAGE_ENDINGS)}")
        elif parts.get(name) not in archive.names:
            notes.append(f"the picture {name} is not in the package")
        else:
            found[name] = archive.read(parts[name], MAX_PICTURE)
    return found, tuple(notes)
