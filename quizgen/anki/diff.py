"""What an import would change for a learner who has an older package of the set."""

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from quizgen.anki import identity
from quizgen.anki.export_set import ExportSet, PlacedNote
from quizgen.anki.exported_notes import ExportedNote

TAGS, NOTE_TYPE = "Tags", "Note type"


@dataclass(frozen=True, slots=True)
class Difference:
    """One field, the tags or the note type, before and after, as plain text."""

    name: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class NoteDiff:
    """What differs in one note; ``taken`` is whether Anki would accept the change."""

    question_id: str
    differences: tuple[Difference, ...]
    taken: bool


@dataclass(frozen=True, slots=True)
class SetDiff:
    """Question ids by what an import would do to them, with every change in full.

    ``removed`` are notes of the older package that the new one does not contain; Anki keeps them.
    """

    set_id: str
    new: tuple[str, ...]
    changed: tuple[NoteDiff, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def compare(export_set: ExportSet, old: Mapping[str, ExportedNote]) -> SetDiff:
    """Compare a set with the notes that a learner has, ``old``, by guid."""
    new, changed, unchanged = [], [], []
    kept = set()
    for placed in export_set.notes():
        name, guid = placed.note.question_id, placed.note.guid
        kept.add(guid)
        before = old.get(guid)
        if before is None:
            new.append(name)
        elif differences := tuple(_differences(before, placed)):
            same_type = before.note_type == placed.note.note_type.name
            changed.append(NoteDiff(name, differences, taken=same_type and placed.modified > before.modified))
        else:
            unchanged.append(name)
    set_id = export_set.question_set.id
    removed = tuple(guid.removeprefix(identity.guid(set_id, "")) for guid in old if guid not in kept)
    return SetDiff(set_id, tuple(new), tuple(changed), tuple(unchanged), removed)


def _differences(before: ExportedNote, placed: PlacedNote) -> Iterator[Difference]:
    note = placed.note
    if before.note_type != note.note_type.name:
        yield Difference(NOTE_TYPE, before.note_type, note.note_type.name)
        return
    for name, value in zip(note.note_type.fields, note.fields, strict=True):
        old_value = before.fields.get(name, "")
        if old_value != value:
            yield Difference(name, *_distinct(old_value, value))
    if set(before.tags) != set(note.tags):
        yield Difference(TAGS, " ".join(sorted(before.tags)), " ".join(sorted(note.tags)))


def _distinct(before: str, after: str) -> tuple[str, str]:
    """Return both values as plain text, or as HTML if only their markup differs."""
    plain = _plain(before), _plain(after)
    return plain if plain[0] != plain[1] else (before, after)


def _plain(field: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", field)).split())
