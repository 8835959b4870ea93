"""Writing 100,000 notes as an .apkg: time and memory against the plain genanki loop on the same notes, and the floor.

``python benchmarks/anki_export.py 20000`` writes 20,000. The script needs mistune: ``pip install -e '.[bench]'``.

Each way runs on one core in a process of its own, turn by turn, and measures its own processor time: nothing in it
waits, and other programs on the machine hardly count. "quizgen on all cores" is the exception: it measures elapsed
time, which on an idle machine can be compared with the processor time of the others. Four ways start from finished
notes, the others from question objects. The floor is one executemany for the same rows of notes and one for those of
cards, and the zip.

From question objects, there are two other ways. "genanki with mistune" has no line of quizgen's rendering: it is what a
script would do that renders the texts with a fast Markdown library and fills the same fields. "genanki from questions"
has quizgen's notes, so that only ordering and writing differ.
"""

import json
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Iterable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import genanki
import mistune
from genanki.apkg_col import APKG_COL
from genanki.apkg_schema import APKG_SCHEMA
from timing import add_to_table, cores, on_one_core
from timing import report as report_ratio

from quizgen.anki import identity, package
from quizgen.anki.export import export_apkg
from quizgen.anki.export_set import Deck, PlacedNote
from quizgen.anki.notes import Note, make_note
from quizgen.anki.notetypes import NOTE_TYPE_OF, NOTE_TYPES, style
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

DECKS, ROUNDS = 2_000, 3
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


def notes_by_mistune(made: QuestionSet) -> Iterator[Note]:
    """Yield the questions' notes without quizgen's rendering, and without what only quizgen's cards need.

    The fields with the forms and settings by which a card compares answers stay empty; the options are not shuffled.
    """
    renderer = mistune.HTMLRenderer()
    markdown = mistune.Markdown(renderer)

    def block(text: str | None) -> str:
        return str(markdown(text)) if text else ""

    def line(text: str) -> str:
        return renderer(markdown.inline(text, {}), mistune.BlockState())

    def own(one: Question) -> dict[str, str]:
        match one:
            case ChoiceQuestion():
                options = "".join(f"<li>{line(text)}</li>" for text in (one.answer, *one.distractors))
                return {"Question": block(one.stem), "Options": f"<ul>{options}</ul>", "Answer": line(one.answer)}
            case TrueFalseQuestion():
                return {"Question": block(one.stem), "Answer": str(one.answer)}
            case ShortQuestion():
                accepted = "".join(f"<li>{escape(text)}</li>" for text in one.accept)
                return {"Question": block(one.stem), "Answer": escape(one.answer), "Accepted": f"<ul>{accepted}</ul>"}
            case NumberQuestion():
                return {"Question": block(one.stem), "Answer": str(one.answer), "Unit": escape(one.unit or "")}
            case ClozeQuestion():
                return {"Text": block(one.text)}
            case _:
                raise ValueError(one.kind)

    for one in made.questions:
        topic = escape(one.topic or "")
        common = {"Hint": block(one.hint), "Explanation": block(one.explanation), "Topic": topic, "ID": one.id}
        note_type = NOTE_TYPE_OF[one.kind]
        guid = genanki.guid_for(made.id, one.id)
        yield Note(one.id, guid, note_type, note_type.filled(common | own(one)), (f"{made.id}::{one.topic}",))


def genanki_loop(notes: Iterable[Note], path: Path, *, decks: int = 1) -> None:
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


def prepared(way: str, count: int, path: Path) -> Callable[[], object]:
    """What ``way`` has to do, ready to be timed."""
    match way:
        case "quizgen writes":
            notes = notes_of(many(count))
            return lambda: quizgen_writes(notes, path)
        case "genanki writes":
            notes = notes_of(many(count))
            return lambda: genanki_loop(notes, path)
        case "floor":
            quizgen_writes(notes_of(many(count)), path)
            rows = rows_of(path)
            return lambda: floor(rows, path)
        case "quizgen from questions" | "quizgen on all cores":
            made = many(count)
            return lambda: export_apkg([made], path, modified=LONG_AGO)
        case "genanki from questions":
            made = many(count)
            return lambda: genanki_loop(notes_of(made), path)
        case "genanki with mistune":
            made = many(count)
            return lambda: genanki_loop(notes_by_mistune(made), path)
        case "first release" | "next release":
            made, folder = many(count), path.parent
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


def measure(way: str, count: int) -> tuple[float, float]:
    """Seconds, and megabytes of memory at the peak, of ``way`` in a process of its own."""
    done = subprocess.run([sys.executable, __file__, str(count), way], check=True, capture_output=True, text=True)
    taken, megabytes = json.loads(done.stdout)
    return float(taken), float(megabytes)


def report(
    what: str,
    mine: float,
    theirs: float,
    at_least: float,
    *,
    peer: str = "genanki",
    memory: tuple[float, float] | None = None,
) -> None:
    ratio = theirs / mine
    held = ratio >= at_least
    used = ""
    if memory:
        held = held and memory[0] <= memory[1]
        used = f"; memory {memory[0]:.0f} MB against {memory[1]:.0f} MB (no higher)"
    add_to_table(
        what, mine, peer, theirs, ratio=f"{mine / theirs:.2f}", target=f"at most {1 / at_least:.2f}", held=held
    )
    times = f"{what}: {mine:.2f} s; {peer}: {theirs:.2f} s; {ratio:.2f} times faster (at least {at_least})"
    print(f"{times}{used} {'ok' if held else 'MISSED'}")


def main(count: int) -> None:
    ways = [
        "quizgen writes", "genanki writes", "floor", "quizgen from questions", "genanki from questions",
        "quizgen on all cores", "genanki with mistune", "first release", "next release", "one deck", "many decks",
    ]  # fmt: skip
    taken: dict[str, list[tuple[float, float]]] = {way: [] for way in ways}
    for _ in range(ROUNDS):
        for way in ways:
            taken[way].append(measure(way, count))
    # The least disturbed round of each way: other programs can only slow it down, and a short way relatively more.
    found = {way: (min(t for t, _ in times), min(m for _, m in times)) for way, times in taken.items()}
    found["genanki many decks"] = measure("genanki many decks", count)
    times = {way: taken for way, (taken, _) in found.items()}
    report(f"write {count:,} finished notes", times["quizgen writes"], times["genanki writes"], 2.5)
    whole = "quizgen from questions"
    for loop in ("genanki with mistune", "genanki from questions"):
        memory = found[whole][1], found[loop][1]
        report(f"{count:,} questions to a package", times[whole], times[loop], 2.0, peer=loop, memory=memory)
    on_all, peer = f"{count:,} questions to a package, {cores()} cores (elapsed time)", "genanki with mistune"
    report(on_all, times["quizgen on all cores"], times[peer], 2.0, peer=peer)
    first, following = times["first release"], times["next release"]
    report_ratio(f"{count:,} questions again, one of them changed", following, "the first release", first, 0.9)
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


def run_one(way: str, count: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        act = prepared(way, count, Path(folder) / "many.apkg")
        on_all = way == "quizgen on all cores"
        clock = time.perf_counter if on_all else time.process_time
        start = clock()
        (act if on_all else on_one_core(act))()
        taken = clock() - start
    print(json.dumps([taken, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024]))


if __name__ == "__main__":
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    if len(sys.argv) > 2:
        run_one(sys.argv[2], number)
    else:
        main(number)
