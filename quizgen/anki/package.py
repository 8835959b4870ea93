"""The one place that knows genanki: our notes become its decks, and those a package file.

genanki defines note types, decks, which cards a note has, and the tables. The rows and the zip are ours: its own take
one time for all notes, count ids up from the clock, carry the temporary file's date, are not compressed, and leave that
file behind.
"""

import html
import json
import re
import sqlite3
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Any, BinaryIO

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.anki import identity
from quizgen.anki.notes import Note
from quizgen.anki.notetypes import NOTE_TYPES, TEMPLATES_MODIFIED, NoteType, style

_DOS_EPOCH = (1980, 1, 1, 0, 0, 0)
_UNSENT = -1  # Anki's update sequence number for what no server has seen


@dataclass(frozen=True, slots=True)
class Deck:
    """A deck to write: ``description`` is HTML, ``modified`` each note's time in Unix seconds by question id."""

    id: int
    name: str
    description: str
    notes: Sequence[Note]
    modified: Mapping[str, int]


def write_package(decks: Sequence[Deck], pictures: Mapping[str, Path], file: BinaryIO) -> int:
    """Write ``decks`` and ``pictures`` (media name: file) as an .apkg; return the number of cards.

    Same decks and pictures, same bytes, given the same SQLite and zlib.
    """
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        database = Path(folder) / "collection.anki2"
        cards = _write_database(decks, database)
        with zipfile.ZipFile(file, "w") as package:
            _add(package, "collection.anki2", database)
            _add(package, "media", json.dumps({str(at): name for at, name in enumerate(pictures)}).encode())
            for at, path in enumerate(pictures.values()):
                _add(package, str(at), path)
    return cards


def _add(package: zipfile.ZipFile, name: str, content: Path | bytes) -> None:
    entry = zipfile.ZipInfo(name, _DOS_EPOCH)
    entry.compress_type = zipfile.ZIP_DEFLATED
    entry.create_system = 3  # Unix, whatever this is
    entry.external_attr = 0o644 << 16
    package.writestr(entry, content.read_bytes() if isinstance(content, Path) else content)


def _write_database(decks: Sequence[Deck], path: Path) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + APKG_SCHEMA + APKG_COL)
        connection.execute("BEGIN")
        _describe(connection, decks)
        rows = _Rows(decks)
        connection.executemany(f"INSERT INTO notes VALUES({_marks(11)})", rows.notes())
        connection.executemany(f"INSERT INTO cards VALUES({_marks(18)})", rows.cards)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return len(rows.cards)


def _marks(count: int) -> str:
    return ",".join("?" * count)


def _describe(connection: sqlite3.Connection, decks: Sequence[Deck]) -> None:
    """Write note types and decks into the collection's one row."""
    used = {note.note_type for deck in decks for note in deck.notes}
    models = {str(kind.id): _model_json(kind) for kind in NOTE_TYPES if kind in used}
    default = json.loads(connection.execute("SELECT decks FROM col").fetchone()[0])
    ours = {str(deck.id): genanki.Deck(deck.id, deck.name, deck.description).to_json() for deck in decks}
    connection.execute("UPDATE col SET models = ?, decks = ?", (json.dumps(models), json.dumps(default | ours)))


def _model(kind: NoteType) -> Any:
    # Fields and templates carry ids of their own, by which Anki matches them when it merges two note types.
    fields = [
        {"name": name, "id": identity.permanent_number(f"{kind.id} {name}"), "collapsed": name.startswith("Spare")}
        for name in kind.fields
    ]
    template = {"name": "Card", "qfmt": kind.front, "afmt": kind.back, "id": identity.permanent_number(str(kind.id))}
    if not kind.cloze:
        template |= {"bqfmt": "{{Question}}", "bafmt": "{{Answer}}"}  # the browser's columns
    variety = genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK
    return genanki.Model(kind.id, kind.name, fields, [template], style(), variety)


def _model_json(kind: NoteType) -> dict[str, Any]:
    described: dict[str, Any] = _model(kind).to_json(TEMPLATES_MODIFIED, None)
    return described


class _Rows:
    """The rows of notes and cards; ``cards`` is complete once ``notes`` has run through."""

    def __init__(self, decks: Sequence[Deck]) -> None:
        self._decks = decks
        self._models = {kind: _model(kind) for kind in NOTE_TYPES}
        self._note_ids: set[int] = set()
        self._card_ids: set[int] = set()
        self.cards: list[tuple[Any, ...]] = []

    def notes(self) -> Iterator[tuple[Any, ...]]:
        for deck in self._decks:
            # New cards come up by their due number: the set's order, from 1.
            for due, note in enumerate(deck.notes, 1):
                yield self._note(deck, note, due)

    def _note(self, deck: Deck, note: Note, due: int) -> tuple[Any, ...]:
        modified = deck.modified[note.question_id]
        note_id = _free(identity.note_id(note.guid), self._note_ids)
        known = genanki.Note(self._models[note.note_type], list(note.fields), tags=list(note.tags), guid=note.guid)
        for ordinal in sorted(card.ord for card in known.cards):
            card_id = _free(identity.card_id(note.guid, ordinal), self._card_ids)
            self.cards.append(
                (card_id, note_id, deck.id, ordinal, modified, _UNSENT, 0, 0, due, 0, 0, 0, 0, 0, 0, 0, 0, "")
            )
        first = _plain(note.fields[0])
        checksum = int(sha1(first.encode(), usedforsecurity=False).hexdigest()[:8], 16)
        tags, fields = f" {' '.join(known.tags)} ", "\x1f".join(known.fields)
        return note_id, known.guid, note.note_type.id, modified, _UNSENT, tags, fields, first, checksum, 0, ""


def _free(wanted: int, taken: set[int]) -> int:
    while wanted in taken:
        wanted += 1
    taken.add(wanted)
    return wanted


def _plain(field: str) -> str:
    """A field without its markup, as Anki compares first fields for duplicates."""
    return html.unescape(re.sub(r"<[^>]*>", "", field))
