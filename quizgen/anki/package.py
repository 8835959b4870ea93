"""The package file: notes as rows of a collection in a zip. The only module that uses genanki.

genanki defines note types, decks and the tables. The rows and the zip are written here, because genanki uses one time
for all notes, derives ids from the clock, rewrites the table of decks for each deck, puts the temporary file's date
into the zip, does not compress it, and leaves the temporary file behind.
"""

import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA

from quizgen.anki import identity
from quizgen.anki.export_set import Deck, PlacedNote, ordinals
from quizgen.anki.notetypes import NOTE_TYPES, TEMPLATES_MODIFIED, NoteType, style
from quizgen.loading.garbage_collection import without_garbage_collection

if TYPE_CHECKING:
    from quizgen.anki.scheduling import CardSchedule

_BATCH = 200
"""Number of notes whose rows are made before they are written: few enough to stay in the processor's cache."""
_TUNED = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""For a file that is written once: a tenth faster than with SQLite's default pages of 4096 bytes."""
_COMPRESSION = 1
"""The fastest level: half the time of zlib's default, for a file about 7 % larger."""

_INSERT_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_INSERT_NEW_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)"
_INSERT_ANSWER = "INSERT OR IGNORE INTO revlog VALUES(?, ?, -1, ?, ?, ?, ?, ?, ?)"
"""-1 is Anki's update sequence number for unsynced rows. Literals are faster than bound values."""

_SIBLING_DISTANCE = 10_000
"""Positions between the cards of one note, so that siblings do not follow each other. Anki allows up to 1,000,000."""

_TABLES, _, _INDEXES = APKG_SCHEMA.partition("CREATE INDEX")


@dataclass(frozen=True, slots=True)
class Preset:
    """Deck options, which Anki accepts if the learner asks for them on import."""

    name: str
    new_per_day: int


@without_garbage_collection()
def write_package(
    decks: Sequence[Deck],
    notes: Iterable[PlacedNote],
    pictures: Callable[[], Mapping[str, Path]],
    file: BinaryIO,
    preset: Preset | None = None,
    *,
    descriptions: Callable[[], Mapping[int, str]] = dict,
) -> int:
    """Write an .apkg; return the number of cards.

    ``notes`` are in order of id. ``pictures`` (files by media name) and ``descriptions`` (HTML by deck id) are called
    after the last one. The same arguments give the same bytes with the same SQLite and zlib. Raises OSError.
    """
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder:
        database = Path(folder) / "collection.anki2"
        cards = _write_database(decks, notes, database, preset, descriptions)
        media = pictures()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as package:
            _add(package, "collection.anki2", database)
            names = {str(at): name for at, name in enumerate(media)}
            with package.open("media", "w") as packed:
                packed.write(json.dumps(names).encode())
            for at, path in enumerate(media.values()):
                _add(package, str(at), path)
            for entry in package.infolist():
                entry.create_system = 3  # Unix, on every system
    return cards


def _add(package: zipfile.ZipFile, name: str, path: Path) -> None:
    # An entry opened by name has the earliest date that a zip can hold, not the file's own.
    with path.open("rb") as content, package.open(name, "w") as packed:
        shutil.copyfileobj(content, packed, 2**18)


def _write_database(
    decks: Sequence[Deck],
    notes: Iterable[PlacedNote],
    path: Path,
    preset: Preset | None,
    descriptions: Callable[[], Mapping[int, str]],
) -> int:
    connection = sqlite3.connect(path, isolation_level=None)
    try:
        connection.executescript(_TUNED + _TABLES + APKG_COL)
        connection.execute("BEGIN")
        rows = _Rows()
        remaining = iter(notes)
        while batch := list(islice(remaining, _BATCH)):
            rows.add(batch)
            connection.executemany(_INSERT_NOTE, rows.notes)
            connection.executemany(_INSERT_NEW_CARD, rows.new_cards)
            connection.executemany(_INSERT_CARD, rows.scheduled_cards)
            connection.executemany(_INSERT_ANSWER, rows.answers)
            rows.clear()
        _describe(connection, decks, descriptions(), rows.used, preset)
        # Building an index at the end is faster than updating it row by row.
        for index in f"CREATE INDEX{_INDEXES}".split(";"):
            connection.execute(index)
        connection.execute("COMMIT")
    except sqlite3.Error as error:  # the disk is full, or a limit on file size is reached
        raise OSError(f"{error}; the disk may be full") from error
    finally:
        connection.close()
    return rows.cards


def _describe(
    connection: sqlite3.Connection,
    decks: Sequence[Deck],
    descriptions: Mapping[int, str],
    used: set[str],
    preset: Preset | None,
) -> None:
    """Write note types, decks and options into the collection's one row."""
    models = {str(kind.id): _model_json(kind) for kind in NOTE_TYPES if kind.name in used}
    known_decks, options, settings = map(
        json.loads, connection.execute("SELECT decks, dconf, conf FROM col").fetchone()
    )
    for deck in decks:
        known_decks[str(deck.id)] = genanki.Deck(deck.id, deck.name, descriptions.get(deck.id, "")).to_json()
    if preset:
        number = identity.preset_id(preset.name)
        new_cards = {**options["1"]["new"], "perDay": preset.new_per_day}
        options[str(number)] = {**options["1"], "id": number, "name": preset.name, "new": new_cards}
        for deck in decks:
            known_decks[str(deck.id)]["conf"] = number
    # Scheduled cards use version 2 of the scheduler, and their days are in UTC.
    settings |= {"schedVer": 2, "creationOffset": 0}
    connection.execute(
        "UPDATE col SET models = ?, decks = ?, dconf = ?, conf = ?",
        tuple(map(json.dumps, (models, known_decks, options, settings))),
    )


def _model_json(kind: NoteType) -> dict[str, Any]:
    # If a learner lets Anki merge note types, it matches fields and templates by name, as these have no ids. Named as
    # in Anki's own note types, the first cards of imported notes stay first and keep their history.
    fields = [{"name": name, "collapsed": name.startswith("Spare")} for name in kind.fields]
    template = {"name": "Cloze" if kind.cloze else "Card 1", "qfmt": kind.front, "afmt": kind.back}
    if not kind.cloze:
        template |= {"bqfmt": "{{Question}}", "bafmt": "{{Answer}}"}  # the browser's columns
    variety = genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK
    model = genanki.Model(kind.id, kind.name, fields, [template], style(), variety)
    described: dict[str, Any] = model.to_json(TEMPLATES_MODIFIED, None)
    return described


class _Rows:
    """The rows of notes, their cards and review logs, collected until they are cleared."""

    def __init__(self) -> None:
        self.notes: list[tuple[Any, ...]] = []
        self.new_cards: list[tuple[Any, ...]] = []
        self.scheduled_cards: list[tuple[Any, ...]] = []
        self.answers: list[tuple[Any, ...]] = []
        self.used: set[str] = set()
        self.cards = 0
        self._note_id = 0
        self._card_id = 0

    def add(self, batch: Iterable[PlacedNote]) -> None:
        """Add the rows of ``batch``. If two notes or cards ask for the same id, the second gets the next free one."""
        note_id, card_id, cards = self._note_id, self._card_id, self.cards
        for asked_id, note, modified, deck, position, scheduled in batch:
            kind, fields = note.note_type, note.fields
            self.used.add(kind.name)
            note_id = asked_id if asked_id > note_id else note_id + 1
            # Anki strips the first field for sorting, and adds its checksum, when it imports the note.
            self.notes.append(
                (note_id, note.guid, kind.id, modified, f" {' '.join(note.tags)} ", "\x1f".join(fields), fields[0])
            )
            for ordinal in ordinals(note):
                wanted_id = note_id + ordinal
                card_id = wanted_id if wanted_id > card_id else card_id + 1
                cards += 1
                if scheduled is None:
                    # New cards come up in order of their due number.
                    due = position + ordinal * _SIBLING_DISTANCE
                    self.new_cards.append((card_id, note_id, deck.id, ordinal, modified, due))
                else:
                    self._add_scheduled((card_id, note_id, deck.id, ordinal, modified), scheduled)
        self._note_id, self._card_id, self.cards = note_id, card_id, cards

    def _add_scheduled(self, start: tuple[int, int, int, int, int], known: "CardSchedule") -> None:
        card_id, _, _, ordinal, _ = start
        self.scheduled_cards.append((
            *start, known.type, known.queue, known.due, known.interval, known.ease, known.reps, known.lapses,
            known.left, known.data,
        ))  # fmt: skip
        for one in known.log:
            # Anki identifies a review by its millisecond, so the cards of a note use consecutive ones.
            self.answers.append((
                one.at + ordinal, card_id, one.rating, one.interval, one.last_interval, one.difficulty, one.taken,
                one.type,
            ))  # fmt: skip

    def clear(self) -> None:
        """Drop the rows that have been written."""
        for rows in (self.notes, self.new_cards, self.scheduled_cards, self.answers):
            rows.clear()
