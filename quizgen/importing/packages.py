"""Anki packages as questions: their notes in the order of their author, and the pictures that these show."""

import re
from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from quizgen.apkg.archive import PackageError
from quizgen.apkg.collection import Collection, NoteType
from quizgen.apkg.opened import Package, opened_package
from quizgen.importing.anki_notes import NoteData, note_item
from quizgen.importing.items import Found, ImportRefusedError, Item, limited, refused
from quizgen.questions.base import IMAGE_ENDINGS

MAX_PICTURE = 20_000_000
# New cards are due in the order that their author gave them.
_IN_ORDER = """
    SELECT guid, mid, tags, flds FROM notes
    LEFT JOIN (SELECT nid, min(due) AS place FROM cards WHERE type = 0 GROUP BY nid) AS fresh ON fresh.nid = notes.id
    ORDER BY fresh.place IS NULL, fresh.place, notes.id
"""
_TYPED = re.compile(r"\{\{\s*type:(?:nc:)?(?P<field>[^{}]+)\}\}")


def is_package(content: bytes) -> bool:
    """Whether ``content`` is a zip archive."""
    return content.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def read_package(content: bytes) -> Found:
    """Everything in a package; raises ImportRefusedError."""
    try:
        with opened_package(BytesIO(content)) as package:
            items = limited(_notes(package.collection))
            pictures, notes = _pictures(package, items)
            return Found(f"an Anki package ({package.form})", items, _deck_name(package.collection), notes, pictures)
    except PackageError as error:
        raise ImportRefusedError(str(error)) from None


def _deck_name(collection: Collection) -> str | None:
    """The deck of most cards, or the one above all of them."""
    counts: Counter[str] = Counter()
    for number, count in collection.database.execute("SELECT did, count(*) FROM cards GROUP BY did"):
        if number in collection.decks:
            counts[collection.decks[number].split("::")[0]] += count
    return counts.most_common(1)[0][0] if counts else None


def _notes(collection: Collection) -> Iterator[Item]:
    for number, (guid, kind, tags, fields) in enumerate(collection.database.execute(_IN_ORDER), 1):
        note_type = collection.note_types.get(kind)
        if note_type is None or not all(isinstance(part, str) for part in (guid, tags, fields)):
            yield refused(f"note {number}", "it is damaged: its note type or its fields are missing")
        else:
            yield note_item(_note_data(f"note {number} ({guid})", note_type, fields, tags, guid))


def _note_data(where: str, note_type: NoteType, fields: str, tags: str, guid: str) -> NoteData:
    values = fields.split("\x1f")
    names = [*note_type.fields, *(f"Field {place}" for place in range(len(note_type.fields), len(values)))]
    return NoteData(
        where,
        note_type.name,
        tuple(zip(names, values, strict=False)),
        tuple(tags.split()),
        guid,
        is_cloze=note_type.is_cloze,
        is_typed=_asks_to_type(note_type),
        cards=1 if note_type.is_cloze else len(note_type.fronts),
    )


def _asks_to_type(note_type: NoteType) -> bool:
    """Whether the first card asks for the second field to be typed."""
    asked = _TYPED.search(note_type.fronts[0]) if note_type.fronts else None
    return asked is not None and asked["field"].strip() in note_type.fields[1:2]


def _pictures(package: Package, items: list[Item]) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The pictures that questions show, by their names in the deck, and a word on those that cannot be had."""
    found: dict[str, bytes] = {}
    notes = []
    for name in dict.fromkeys(name for item in items for name in item.pictures):
        if Path(name).suffix.lower() not in IMAGE_ENDINGS:
            notes.append(f"left out the picture {name}: cards show {', '.join(IMAGE_ENDINGS)}")
        elif not package.has_media(name):
            notes.append(f"the picture {name} is not in the package")
        else:
            found[name] = package.read_media(name, MAX_PICTURE)
    return found, tuple(notes)
