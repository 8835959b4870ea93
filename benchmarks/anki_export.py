"""Writing 100,000 notes as an .apkg: time and memory against the plain genanki loop on the same notes, and the floor.

Each way runs in a process of its own, turn by turn, and measures its own processor time: nothing in it waits, and other
programs on the machine hardly count. Four ways start from finished notes, the others from question objects. The floor
is one executemany for the same rows of notes and one for those of cards, and the zip.
"""

import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import genanki
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from timing import add_to_table
from timing import report as report_ratio

from quizgen.anki import identity, package
from quizgen.anki.export import export_apkg
from quizgen.anki.export_set import Deck, PlacedNote
from quizgen.anki.notes import Note, make_note
from quizgen.anki.notetypes import NOTE_TYPES, style
from quizgen.anki.pictures import Pictures
from quizgen.anki.selection import ExportOptions
from quizgen.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    NumberQuestion,
    Question,
    QuestionSet,
    ShortQuestion,
    TrueFalseQuestion,
)

COUNT, DECKS, ROUNDS = 100_000, 2_000, 3
LONG_AGO = 1_600_000_000


def question(n: int, topics: int) -> Question:
    common: dict[str, Any] = {"id": f"q-{n}", "topic": f"t-{n % topics}"}
    match n % 5:
        case 0:
            options = {"answer": f"A{n}", "distractors": [f"B{n}", f"C{n}", f"D{n}"]}
            return ChoiceQuestion(kind="choice", stem=f"Which one is number {n}?", **options, **common)
        case 1:
            accept = (f"N{n}",)
            return ShortQuestion(kind="short", stem=f"What is {n} called?", answer=f"Name {n}", accept=accept, **common)
        case 2:
            return NumberQuestion(
                kind="number", stem=f"How many is {n}?", answer=n, tolerance="5%", unit="km", **common
            )
        case 3:
            why = f"It is not {n}."
            return TrueFalseQuestion(kind="true_false", stem=f"It is {n}.", answer=False, explanation=why, **common)
        case _:
            text = f"The {{{{c1::first{n}}}}} and the {{{{c2::second{n}}}}}."
            return ClozeQuestion(kind="cloze", text=text, hint="Think.", **common)


def many(count: int, topics: int = 1) -> QuestionSet:
    return QuestionSet(id="many", title="Many", questions=tuple(question(n, topics) for n in range(count)))


def notes_of(made: QuestionSet) -> list[Note]:
    return [make_note(made, one, Pictures(None)) for one in made.questions]


def genanki_loop(notes: list[Note], path: Path, *, decks: int = 1) -> None:
    models = {
        kind: genanki.Model(
            kind.id,
            kind.name,
            [{"name": name} for name in kind.fields],
            [{"name": "Card", "qfmt": kind.front, "afmt": kind.back}],
            style(),
            genanki.Model.CLOZE if kind.cloze else genanki.Model.FRONT_BACK,
        )
        for kind in NOTE_TYPES
    }
    made = [genanki.Deck(1_000_000 + n, f"Many::{n}") for n in range(decks)]
    for n, note in enumerate(notes):
        made[n % decks].add_note(
            genanki.Note(models[note.note_type], list(note.fields), tags=list(note.tags), guid=note.guid)
        )
    genanki.Package(made).write_to_file(path)


def quizgen_writes(notes: list[Note], path: Path) -> None:
    deck = Deck(identity.deck_id("many"), "Many")
    ids = {note.guid: identity.note_id(note.guid) for note in notes}
    by_id = sorted(notes, key=lambda note: ids[note.guid])
    placed = (PlacedNote(ids[note.guid], note, LONG_AGO, deck, n) for n, note in enumerate(by_id, 1))
    with path.open("wb") as file:
        package.write_package([deck], placed, dict, file)


def floor(rows: tuple[list[Any], list[Any]], path: Path) -> None:
    database = path.with_suffix(".anki2")
    connection = sqlite3.connect(database, isolation_level=None)
    tables, _, indexes = APKG_SCHEMA.partition("CREATE INDEX")
    connection.executescript("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;" + tables + APKG_COL)
    connection.execute("BEGIN")  # which executescript ends
    for table, found in zip(("notes", "cards"), rows, strict=True):
        connection.executemany(f"INSERT INTO {table} VALUES({','.join('?' * len(found[0]))})", found)
    connection.executescript(f"CREATE INDEX{indexes}")
    connection.close()
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("collection.anki2", database.read_bytes(), zipfile.ZIP_DEFLATED, 1)


def rows_of(path: Path) -> tuple[list[Any], list[Any]]:
    with zipfile.ZipFile(path) as archive:
        connection = sqlite3.connect(archive.extract("collection.anki2", path.parent))
    notes, cards = (connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("notes", "cards"))
    connection.close()
    return notes, cards


def prepared(way: str, path: Path) -> Callable[[], object]:
    """What ``way`` has to do, ready to be timed."""
    match way:
        case "quizgen writes":
            notes = notes_of(many(COUNT))
            return lambda: quizgen_writes(notes, path)
        case "genanki writes":
            notes = notes_of(many(COUNT))
            return lambda: genanki_loop(notes, path)
        case "floor":
            quizgen_writes(notes_of(many(COUNT)), path)
            rows = rows_of(path)
            return lambda: floor(rows, path)
        case "quizgen from questions":
            made = many(COUNT)
            return lambda: export_apkg([made], path, modified=LONG_AGO)
        case "genanki from questions":
            made = many(COUNT)
            return lambda: genanki_loop(notes_of(made), path)
        case "first release" | "next release":
            made, folder = many(COUNT), path.parent
            if way == "first release":
                return lambda: export_apkg([made], path, modified=LONG_AGO, records=folder)
            export_apkg([made], path, modified=LONG_AGO, records=folder)
            changed = made.questions[0].model_copy(update={"hint": "Think."})
            edited = made.model_copy(update={"questions": (changed, *made.questions[1:])})
            return lambda: export_apkg([edited], path, modified=LONG_AGO + 1, records=folder)
        case "one deck" | "many decks":
            made = many(DECKS, DECKS)
            export_apkg([many(5)], path, modified=LONG_AGO)  # templates are read once in a process
            return lambda: export_apkg(
                [made], path, modified=LONG_AGO, options=ExportOptions(subdecks=way == "many decks")
            )
        case "genanki many decks":
            notes = notes_of(many(DECKS))
            return lambda: genanki_loop(notes, path, decks=DECKS)
    raise ValueError(way)


def measure(way: str) -> tuple[float, float]:
    """Seconds, and megabytes of memory at the peak, of ``way`` in a process of its own."""
    done = subprocess.run([sys.executable, __file__, way], check=True, capture_output=True, text=True)
    taken, megabytes = json.loads(done.stdout)
    return float(taken), float(megabytes)


def report(what: str, mine: float, theirs: float, at_least: float, memory: tuple[float, float] | None = None) -> None:
    ratio = theirs / mine
    held = ratio >= at_least
    used = ""
    if memory:
        held = held and memory[0] <= memory[1]
        used = f"; memory {memory[0]:.0f} MB against {memory[1]:.0f} MB (no higher)"
    add_to_table(
        what, mine, "genanki", theirs, ratio=f"{mine / theirs:.2f}", target=f"at most {1 / at_least:.2f}", held=held
    )
    times = f"{what}: {mine:.2f} s; genanki: {theirs:.2f} s; {ratio:.2f} times faster (at least {at_least})"
    print(f"{times}{used} {'ok' if held else 'MISSED'}")


def main() -> None:
    ways = [
        "quizgen writes", "genanki writes", "floor", "quizgen from questions", "genanki from questions",
        "first release", "next release", "one deck", "many decks",
    ]  # fmt: skip
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            taken[way].append(measure(way))
    # The least disturbed round of each way: other programs can only slow it down, and a short way relatively more.
    found = {way: (min(t for t, _ in times), min(m for _, m in times)) for way, times in taken.items()}
    found["genanki many decks"] = measure("genanki many decks")
    times = {way: taken for way, (taken, _) in found.items()}
    report(f"write {COUNT:,} finished notes", times["quizgen writes"], times["genanki writes"], 2.5)
    whole, loop = "quizgen from questions", "genanki from questions"
    memory = found[whole][1], found[loop][1]
    report(f"{COUNT:,} questions to a package", times[whole], times[loop], 2.0, memory)
    first, following = times["first release"], times["next release"]
    report_ratio(f"{COUNT:,} questions again, one of them changed", following, "the first release", first, 0.9)
    floor_time = times["floor"]
    print(
        f"rows and zip alone: {floor_time:.2f} s; genanki takes {times['genanki writes'] / floor_time:.1f} times that"
    )
    one, more = times["one deck"], times["many decks"]
    verdict = "ok" if more <= 2 * one else "MISSED"
    print(
        f"{DECKS:,} notes in {DECKS:,} sub-decks: {more:.2f} s; in one: {one:.2f} s; "
        f"ratio {more / one:.2f} (at most 2) {verdict}; genanki: {times['genanki many decks']:.1f} s"
    )


def run_one(way: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        act = prepared(way, Path(folder) / "many.apkg")
        start = time.process_time()
        act()
        taken = time.process_time() - start
    print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        run_one(sys.argv[1])
    else:
        main()
