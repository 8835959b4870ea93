"""Release records: when each note of a set last changed, and its place among new cards.

Anki updates a note only if the package's modification time is newer than its own. So a note's time must rise with every
change of its content, and only then: a learner's own edits of unchanged notes survive an update.
"""

import json
import zlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

from pydantic import Field

from quizgen.anki import identity
from quizgen.anki.errors import ExportError, RecordError
from quizgen.questions import QuestionSet
from quizgen.questions.base import Model
from quizgen.questions.problem import InvalidError

if TYPE_CHECKING:
    from quizgen.anki.notes import Note


_RESTORE = "restore it from version control, so that learners who already have the deck get your changes"


class Released(NamedTuple):
    """One note as it was released. Values that older records lack are None; the next release adds them."""

    modified: Annotated[int, Field(ge=0, lt=2**40)]
    """When the note last changed, in Unix seconds."""
    content: str
    """The hash of everything that an update changes."""
    position: Annotated[int, Field(ge=1, lt=2**31)] | None = None
    """Its place among new cards, from 1."""
    note_type: str | None = None
    """The name of its note type."""
    front: str | None = None
    """A checksum of the question's text, by which a question is recognized if its id changes."""
    guid: str | None = None
    """Its guid in Anki, if that does not follow from the ids of the set and the question."""
    added: Annotated[int, Field(ge=0, lt=2**40)] | None = None
    """When the note was first released, if it has changed since."""


class ReleaseRecord(Model):
    """All notes of a set's last release by question id."""

    set: str
    title: str | None = None
    """The set's title, by which Anki finds its deck; None in records from before titles were kept."""
    notes: dict[str, Released]

    def guid_of(self, name: str) -> str:
        """Return the guid that the note of the question ``name`` was released with."""
        return self.notes[name].guid or identity.guid(self.set, name)

    @property
    def version(self) -> int:
        """The time of the release in which a note last changed, in Unix seconds."""
        return max((note.modified for note in self.notes.values()), default=0)


def front_checksum(front: str) -> str:
    """Return a short checksum of ``front``, the HTML of a question's text."""
    return f"{zlib.crc32(front.encode()):08x}"


def earlier_names(question_set: QuestionSet, record: ReleaseRecord) -> dict[str, str]:
    """Return, for each question that ``record`` has, the id under which it has it: its own, or one of `formerly`."""
    prefix = identity.guid(record.set, "")
    found = {}
    for question in question_set.questions:
        names = (question.id, *(one.removeprefix(prefix) for one in reversed(question.formerly)))
        if (name := next((name for name in names if name in record.notes), None)) is not None:
            found[question.id] = name
    return found


@dataclass(frozen=True, slots=True)
class Changes:
    """Question ids by what happened to them since the last release. A retired question is only in ``retired``."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    retired: tuple[str, ...] = ()

    def by_name(self) -> dict[str, tuple[str, ...]]:
        """Return the five groups by name."""
        return {name: getattr(self, name) for name in self.__slots__}


class Release:
    """A release of a set at ``now`` (Unix seconds), compared note by note with the last one in ``record``."""

    def __init__(self, record: ReleaseRecord | None, question_set: QuestionSet, now: int) -> None:
        if record is not None and record.set not in {question_set.id, *question_set.formerly}:
            raise ExportError(
                f"the release record {record_path(Path(), question_set.id)} belongs to the set {record.set!r}, not to"
                f" {question_set.id!r}; if {record.set!r} is an earlier id of {question_set.id!r}, add {record.set!r}"
                " to `formerly`; otherwise, move the record to another folder"
            )
        self._set = question_set
        self._now = now
        notes: Mapping[str, Released] = record.notes if record else {}
        names = earlier_names(question_set, record) if record else {}
        self._before = {name: notes[earlier] for name, earlier in names.items()}
        kept = set(names.values())
        self._gone = tuple(name for name in notes if name not in kept)
        self._after: dict[str, Released] = {}

    @property
    def positions(self) -> dict[str, int]:
        """The places of the last release, by question id."""
        return {name: note.position for name, note in self._before.items() if note.position is not None}

    @property
    def notes(self) -> Mapping[str, Released]:
        """The notes of this release for which ``time_of`` was called, by question id."""
        return self._after

    def time_of(self, note: "Note", position: int) -> int:
        """Return the note's time: the old one if it is unchanged, otherwise now, or 1 s after the old one if later."""
        content = note.content_hash
        before = self._before.get(note.question_id)
        added = None
        if before is None:
            modified = self._now
        elif before.content == content:
            modified, added = before.modified, before.added
        else:
            modified = max(self._now, before.modified + 1)
            added = before.modified if before.added is None else before.added
        guid = None if note.guid == identity.guid(self._set.id, note.question_id) else note.guid
        self._after[note.question_id] = Released(
            modified, content, position, note.note_type.name, front_checksum(note.fields[0]), guid, added
        )
        return modified

    def finished(self, retired: Collection[str] = ()) -> tuple[ReleaseRecord, Changes]:
        """Return the record of this release and what changed, after ``time_of`` was called for every question."""
        before, after = self._before, self._after
        ids = [question.id for question in self._set.questions]
        asked = [name for name in ids if name not in retired]
        same = {name for name in asked if name in before and before[name].content == after[name].content}
        changes = Changes(
            new=tuple(name for name in asked if name not in before),
            changed=tuple(name for name in asked if name in before and name not in same),
            unchanged=tuple(name for name in asked if name in same),
            removed=self._gone,
            retired=tuple(name for name in ids if name in retired),
        )
        notes = {name: after[name] for name in ids}
        return ReleaseRecord.model_construct(set=self._set.id, title=self._set.title, notes=notes), changes


def record_path(folder: Path, set_id: str) -> Path:
    """Return where the record of the set ``set_id`` is, if the set's file is in ``folder``."""
    return folder / f"{set_id}.release.json"


def last_record(path: Path, question_set: QuestionSet) -> ReleaseRecord | None:
    """Return the record in the file at ``path``; if there is none, the one next to it under the set's former id.

    Raises RecordError if it is bad.
    """
    paths = (path, *(record_path(path.parent, name) for name in reversed(question_set.formerly)))
    return next((record for one in paths if (record := read_record(one)) is not None), None)


def read_record(path: Path) -> ReleaseRecord | None:
    """Return the record in the file at ``path``, or None if there is no file; raise RecordError if it is invalid."""
    try:
        return parse_record(path.read_text("utf-8"), str(path))
    except FileNotFoundError:
        return None
    except OSError as error:
        raise RecordError(
            f"{path} cannot be read: {error.strerror}", "make sure that it is a file that you can read"
        ) from error
    except UnicodeDecodeError as error:
        raise RecordError(f"{path} cannot be read: it is not valid UTF-8", _RESTORE) from error


def parse_record(text: str, where: str) -> ReleaseRecord:
    """Parse a record; raise RecordError, with ``where`` in the message, if it is not one."""
    try:
        return ReleaseRecord.model_validate_json(text)
    except InvalidError as error:
        raise RecordError(f"{where} is not a valid release record ({error.messages[0]})", _RESTORE) from None


def format_record(record: ReleaseRecord) -> str:
    """Return the record as JSON, one line for each note in order of id, so that version control shows what changed."""
    lines = [f"  {json.dumps(name)}: {json.dumps(_written(note))}" for name, note in sorted(record.notes.items())]
    heading = {"set": record.set} | ({} if record.title is None else {"title": record.title})
    return f'{json.dumps(heading)[:-1]}, "notes": {{\n' + ",\n".join(lines) + "\n}}\n"


def _written(note: Released) -> dict[str, str | int]:
    return {name: value for name, value in note._asdict().items() if value is not None}
