"""Release records: when each note of a set last changed, and its place among new cards.

Anki updates a note only if the package's modification time is newer than its own. So a note's time must rise with every
change of its content, and only then: a learner's own edits of unchanged notes survive an update.
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, NamedTuple

from pydantic import Field

from quizgen.anki.errors import ExportError
from quizgen.anki.notes import Note
from quizgen.questions.base import Model
from quizgen.questions.problem import InvalidError


class Released(NamedTuple):
    """One note as it was released: its time in Unix seconds, the hash of its content, and its place from 1."""

    modified: Annotated[int, Field(ge=0, lt=2**40)]
    content: str
    position: Annotated[int, Field(ge=1, lt=2**31)] | None = None
    """None in records from before positions were kept; the next release adds them."""


class ReleaseRecord(Model):
    """All notes of a set's last release by question id."""

    set: str
    notes: dict[str, Released]


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

    def __init__(self, record: ReleaseRecord | None, set_id: str, now: int) -> None:
        if record is not None and record.set != set_id:
            raise ExportError(f"the release record belongs to the set {record.set!r}, not to {set_id!r}")
        self._set_id = set_id
        self._now = now
        self._before: Mapping[str, Released] = record.notes if record else {}
        self._after: dict[str, Released] = {}

    @property
    def positions(self) -> dict[str, int]:
        """The places of the last release, by question id."""
        return {name: note.position for name, note in self._before.items() if note.position is not None}

    def time_of(self, note: Note, position: int) -> int:
        """Return the note's time: the old one if it is unchanged, otherwise now, or 1 s after the old one if later."""
        content = note.content_hash
        before = self._before.get(note.question_id)
        if before is None:
            modified = self._now
        elif before.content == content:
            modified = before.modified
        else:
            modified = max(self._now, before.modified + 1)
        self._after[note.question_id] = Released(modified, content, position)
        return modified

    def finished(self, order: Iterable[str], retired: Collection[str] = ()) -> tuple[ReleaseRecord, Changes]:
        """Return the record of this release and what changed; ``order`` holds the question ids of all notes seen."""
        before, after = self._before, self._after
        ids = tuple(order)
        asked = [name for name in ids if name not in retired]
        same = {name for name in asked if name in before and before[name].content == after[name].content}
        changes = Changes(
            new=tuple(name for name in asked if name not in before),
            changed=tuple(name for name in asked if name in before and name not in same),
            unchanged=tuple(name for name in asked if name in same),
            removed=tuple(name for name in before if name not in after),
            retired=tuple(name for name in ids if name in retired),
        )
        record = ReleaseRecord.model_construct(set=self._set_id, notes={name: after[name] for name in ids})
        return record, changes


def read_record(path: Path) -> ReleaseRecord | None:
    """Return the record in the file at ``path``, or None if there is no such file; raise ExportError if it is bad."""
    try:
        return parse_record(path.read_text("utf-8"), str(path))
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError) as error:
        raise ExportError(f"{path} cannot be read: {getattr(error, 'strerror', None) or 'it is not UTF-8'}") from error


def parse_record(text: str, where: str) -> ReleaseRecord:
    """Parse a record; raise ExportError, with ``where`` in the message, if it is not one."""
    try:
        return ReleaseRecord.model_validate_json(text)
    except InvalidError as error:
        raise ExportError(
            f"{where} is not a release record: {error.messages[0]}. Restore it from version control. Without it,"
            " Anki may ignore your changes for learners who already have the deck."
        ) from None


def format_record(record: ReleaseRecord) -> str:
    """Return the record as JSON, one line for each note in order of id, so that version control shows what changed."""
    lines = [f"  {json.dumps(name)}: {json.dumps(note._asdict())}" for name, note in sorted(record.notes.items())]
    return f'{{"set": {json.dumps(record.set)}, "notes": {{\n' + ",\n".join(lines) + "\n}}\n"
