"""The notes of a set as an older package has them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki import identity
from quizgen.apkg.package import package_at
from quizgen.questions import QuestionSet


@dataclass(frozen=True, slots=True)
class ExportedNote:
    """A note in a package; ``modified`` is in Unix seconds, ``fields`` are HTML by name."""

    guid: str
    note_type: str
    modified: int
    fields: Mapping[str, str]
    tags: tuple[str, ...]


def notes_in(path: Path, question_set: QuestionSet) -> dict[str, ExportedNote]:
    """Return the notes of ``question_set`` in the package at ``path``, by guid. Raises PackageError."""
    prefixes = tuple(identity.guid(name, "") for name in (question_set.id, *question_set.formerly))
    expected = {identity.guid_of(question_set, question) for question in question_set.questions}
    with package_at(path) as package:
        database, note_types = package.collection.database, package.collection.note_types

        def found() -> Iterator[ExportedNote]:
            for guid, kind, modified, values, tags in database.execute(
                "SELECT guid, mid, mod, flds, tags FROM notes ORDER BY id"
            ):
                if guid in expected or str(guid).startswith(prefixes):
                    note_type = note_types[kind]
                    fields = dict(zip(note_type.fields, values.split("\x1f"), strict=False))
                    yield ExportedNote(guid, note_type.name, modified, fields, tuple(tags.split()))

        return {note.guid: note for note in found()}
