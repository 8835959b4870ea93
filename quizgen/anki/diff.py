"""What an import of a set would change for somebody who has an older package of it."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki import identity
from quizgen.anki.export_set import ExportSet, PlacedNote
from quizgen.apkg.collection import Collection
from quizgen.apkg.package import package_at

TAGS, NOTE_TYPE = "Tags", "Note type"


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """A note as the older package has it."""

    note_type: str
    modified: int
    fields: Mapping[str, str]
    tags: frozenset[str]


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, the tags or the note type, before and after, as plain text."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NoteDiff:
    """What is different in one note. ``taken`` says whether Anki would take it over."""

    question_id: str
    differences: tuple[Difference, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class SetDiff:
    """Question ids by what an import would do to them, and every change in full."""

    set_id: str
    new: tuple[str, ...]
    changed: tuple[NoteDiff, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def notes_in(path: Path, set_id: str) -> dict[str, ExportedNote]:
    """The notes of a set in the package at ``path``, by question id. Raises PackageError."""
    with package_at(path) as package:
        return dict(_notes_in(package.collection, set_id))


def compare(going: ExportSet, had: Mapping[str, ExportedNote]) -> SetDiff:
    """What importing the set would change where there is what ``had`` holds, by question id."""
    new, changed, unchanged = [], [], []
    for placed in going.notes():
        name = placed.note.question_id
        old = had.get(name)
        if old is None:
            new.append(name)
        elif differences := tuple(_differences(old, placed)):
            same_type = old.note_type == placed.note.note_type.name
            changed.append(NoteDiff(name, differences, taken=same_type and placed.modified > old.modified))
        else:
            unchanged.append(name)
    there = {question.id for question in going.question_set.questions}
    removed = tuple(name for name in had if name not in there)
    return SetDiff(going.question_set.id, tuple(new), tuple(changed), tuple(unchanged), removed)


def _notes_in(collection: Collection, set_id: str) -> Iterator[tuple[str, ExportedNote]]:
    prefix = identity.guid(set_id, "")
    query = "SELECT guid, mid, mod, flds, tags FROM notes WHERE substr(guid, 1, ?) = ? ORDER BY id"
    for guid, kind, modified, fields, tags in collection.database.execute(query, (len(prefix), prefix)):
        note_type = collection.note_types[kind]
        values = dict(zip(note_type.fields, fields.split("\x1f"), strict=False))
        yield guid.removeprefix(prefix), ExportedNote(note_type.name, modified, values, frozenset(tags.split()))


def _differences(old: ExportedNote, placed: PlacedNote) -> Iterator[Difference]:
    note = placed.note
    if old.note_type != note.note_type.name:
        yield Difference(NOTE_TYPE, old.note_type, note.note_type.name)
        return
    for name, value in zip(note.note_type.fields, note.fields, strict=True):
        before = old.fields.get(name, "")
        if before != value:
            yield Difference(name, *_told_apart(before, value))
    if old.tags != set(note.tags):
        yield Difference(TAGS, " ".join(sorted(old.tags)), " ".join(sorted(note.tags)))


def _told_apart(before: str, after: str) -> tuple[str, str]:
    plain = _plain(before), _plain(after)
    return plain if plain[0] != plain[1] else (before, after)


def _plain(field: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", field)).split())
