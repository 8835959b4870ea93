"""The one place that knows genanki: our notes become its decks, and those a package file.

genanki defines note types, decks and the tables. The rows and the zip are ours: its own take one time for all notes,
count ids up from the clock, rewrite the table of decks for each deck, carry the temporary file's date, are not
compressed, and leave that file behind.
"""

import gc
import json
import shutil
import sqlite3
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
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

if TYPE_CHECKING:
    from quizgen.anki.scheduling import Studied

_BATCH = 200
"""Notes whose rows are made before they are written: so few that they are still in the processor's cache by then."""
_TUNED = "PRAGMA page_size = 16384; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;"
"""For a file that is written once, in one go: a tenth faster than with SQLite's own pages of 4096 bytes."""
_COMPRESSION = 1
"""Of one in nine: half the time of zlib's default, for a file some seven in a hundred larger."""

_INSERT_NOTE = "INSERT INTO notes VALUES(?, ?, ?, ?, -1, ?, ?, ?, 0, 0, '')"
_INSERT_NEW_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, 0, 0, ?, 0, 0, 0, 0, 0, 0, 0, 0, '')"
_INSERT_CARD = "INSERT INTO cards VALUES(?, ?, ?, ?, ?, -1, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?)"
_INSERT_ANSWER = "INSERT OR IGNORE INTO revlog VALUES(?, ?, -1, ?, ?, ?, ?, ?, ?)"
"""-1 is Anki's update sequence number for what no server has seen. Literals are faster than values to bind."""

_TABLES, _, _INDEXES = APKG_SCHEMA.partition("CREATE INDEX")


@dataclass(frozen=True, slots=True)
class Preset:
    """Deck options, which Anki takes over where the learner asks for it."""

    name: str
    new_per_day: int


def write_package(
    decks: Sequence[Deck],
    notes: Iterable[PlacedNote],
    pictures: Callable[[], Mapping[str, Path]],
    file: BinaryIO,
    preset: Preset | None = None,
) -> int:
    """Write an .apkg; return the number of cards.

    ``notes`` come in the order of their ids. ``pictures`` (media name: file) are asked for after the last one. Same
    arguments, same bytes, given the same SQLite and zlib.
    """
    with tempfile.TemporaryDirectory(prefix="quizgen-") as folder, _set_aside():
        database = Path(folder) / "collection.anki2"
        cards = _write_database(decks, notes, database, preset)
        media = pictures()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=_COMPRESSION) as package:
            _add(package, "collection.anki2", database)
            names = {str(at): name for at, name in enumerate(media)}
            with package.open("media", "w") as packed:
                packed.write(json.dumps(names).encode())
            for at, path in enumerate(media.values()):
                _add(package, str(at), path)
            for entry in package.infolist():
                entry.create_system = 3  # Unix, whatever this is
    return cards


@contextmanager
def _set_aside() -> Iterator[None]:
    """Spare the garbage collector what is there already: it would look at every note of a large set many times."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _add(package: zipfile.ZipFile, name: str, path: Path) -> None:
    # An entry opened by its name bears the first day that a zip can name, not that of the file.
    with path.open("rb") as content, package.open(name, "w") as packed:
        shutil.copyfileobj(content, packed, 2**18)


def _write_database(decks: Sequence[Deck], notes: Iterable[PlacedNote], path: Path, preset: Preset | None) -> int:
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
            connection.executemany(_INSERT_CARD, rows.studied_cards)
            connection.executemany(_INSERT_ANSWER, rows.answers)
            rows.clear()
        _describe(connection, decks, rows.used, preset)
        # An index is built in one go faster than row by row.
        for index in f"CREATE INDEX{_INDEXES}".split(";"):
            connection.execute(index)
        connection.execute("COMMIT")
    finally:
        connection.close()
    return rows.cards


def _describe(connection: sqlite3.Connection, decks: Sequence[Deck], used: set[str], preset: Preset | None) -> None:
    """Write note types, decks and options into the collection's one row."""
    models = {str(kind.id): _model_json(kind) for kind in NOTE_TYPES if kind.name in used}
    known_decks, options, settings = map(
        json.loads, connection.execute("SELECT decks, dconf, conf FROM col").fetchone()
    )
    for deck in decks:
        known_decks[str(deck.id)] = genanki.Deck(deck.id, deck.name, deck.description).to_json()
    if preset:
        number = identity.preset_id(preset.name)
        new_cards = {**options["1"]["new"], "perDay": preset.new_per_day}
        options[str(number)] = {**options["1"], "id": number, "name": preset.name, "new": new_cards}
        for deck in decks:
            known_decks[str(deck.id)]["conf"] = number
    # Scheduled cards are those of the scheduler's second version, and their days are counted in UTC.
    settings |= {"schedVer": 2, "creationOffset": 0}
    connection.execute(
        "UPDATE col SET models = ?, decks = ?, dconf = ?, conf = ?",
        tuple(map(json.dumps, (models, known_decks, options, settings))),
    )


def _model_json(kind: NoteType) -> dict[str, Any]:
    # Where a learner lets Anki merge note types, it matches fields and templates by name, as these have no ids. Named
    # as in Anki's own note types, the first cards of imported notes stay the first, and keep their history.
    fields = [{"name": name, "collapsed": name.startswith("Spare")} for name in kind.fields]
    template = {"name": "Cloze" if kind.cloze else "Card 1", "qfmt": kind.front, "afmt": kind.back}
    if not kind.cloze:
        template |= {"bqfmt": "{{Question}}", "bafmt": "{{Answer}}"}  # the browser's columns
    variety = genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK
    model = genanki.Model(kind.id, kind.name, fields, [template], style(), variety)
    described: dict[str, Any] = model.to_json(TEMPLATES_MODIFIED, None)
    return described


class _Rows:
    """Makes the rows of notes, their cards and review logs, which collect until they are cleared."""

    def __init__(self) -> None:
        self.notes: list[tuple[Any, ...]] = []
        self.new_cards: list[tuple[Any, ...]] = []
        self.studied_cards: list[tuple[Any, ...]] = []
        self.answers: list[tuple[Any, ...]] = []
        self.used: set[str] = set()
        self.cards = 0
        self._note_id = 0
        self._card_id = 0

    def add(self, batch: Iterable[PlacedNote]) -> None:
        """Make the rows of ``batch``. Where two notes or cards ask for one id, the later gets the next that is free."""
        note_id, card_id, cards = self._note_id, self._card_id, self.cards
        for asked_id, note, modified, deck, position, studied in batch:
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
                if studied is None:
                    # New cards come up by their due number.
                    self.new_cards.append((card_id, note_id, deck.id, ordinal, modified, position))
                else:
                    self._add_studied((card_id, note_id, deck.id, ordinal, modified), studied)
        self._note_id, self._card_id, self.cards = note_id, card_id, cards

    def _add_studied(self, start: tuple[int, int, int, int, int], known: "Studied") -> None:
        card_id, _, _, ordinal, _ = start
        self.studied_cards.append((
            *start, known.type, known.queue, known.due, known.interval, known.ease, known.reps, known.lapses,
            known.left, known.data,
        ))  # fmt: skip
        for one in known.log:
            # A review is known by its millisecond, so the cards of one note take one after the other.
            self.answers.append((
                one.at + ordinal, card_id, one.rating, one.interval, one.last_interval, one.difficulty, one.taken,
                one.type,
            ))  # fmt: skip

    def clear(self) -> None:
        """Forget the rows that have been written."""
        for rows in (self.notes, self.new_cards, self.studied_cards, self.answers):
            rows.clear()
