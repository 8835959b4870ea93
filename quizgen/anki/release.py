"""The release record of a set: when each note last changed.

Anki updates a note only when the package's time is newer than its own. So a note's time must rise with each change of
its content, and only then: a learner's own edits of unchanged notes survive an update. Pure; the file is the caller's.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quizgen.anki.errors import ExportError
from quizgen.anki.notes import Note


class Released(NamedTuple):
    """One note as it was released: its time in Unix seconds, and the hash of its content."""

    modified: Annotated[int, Field(ge=0, lt=2**40)]
    content: str


class ReleaseRecord(BaseModel):
    """All notes of the last release by question id."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    set: str
    notes: dict[str, Released]


@dataclass(frozen=True, slots=True)
class Changes:
    """Question ids by what happened to them since the last release."""

    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()

    def by_name(self) -> dict[str, tuple[str, ...]]:
        """The four by what they are called."""
        return {"new": self.new, "changed": self.changed, "unchanged": self.unchanged, "removed": self.removed}


class Release:
    """A release of a set at ``now`` (Unix seconds) after the one in ``record``, note by note."""

    def __init__(self, record: ReleaseRecord | None, set_id: str, now: int) -> None:
        if record is not None and record.set != set_id:
            raise ExportError(f"the release record is of the set {record.set!r}, not of {set_id!r}")
        self._set_id = set_id
        self._now = now
        self._before: Mapping[str, Released] = record.notes if record else {}
        self._after: dict[str, Released] = {}

    def time_of(self, note: Note) -> int:
        """The note's time: its old one while it is as it was, else now, or just after the old one if that is later."""
        content = note.content_hash
        released = self._before.get(note.question_id)
        if released is None:
            released = Released(self._now, content)
        elif released.content != content:
            released = Released(max(self._now, released.modified + 1), content)
        self._after[note.question_id] = released
        return released.modified

    def finished(self, order: Iterable[str]) -> tuple[ReleaseRecord, Changes]:
        """The record of this release, and what is different; ``order`` holds the question ids of all notes seen."""
        before, after = self._before, self._after
        ids = tuple(order)
        changes = Changes(
            new=tuple(name for name in ids if name not in before),
            changed=tuple(name for name in ids if name in before and after[name] is not before[name]),
            unchanged=tuple(name for name in ids if after[name] is before.get(name)),
            removed=tuple(name for name in before if name not in after),
        )
        record = ReleaseRecord.model_construct(set=self._set_id, notes={name: after[name] for name in ids})
        return record, changes


def parse_record(text: str, where: str) -> ReleaseRecord:
    """Read a record back; raise ExportError naming ``where`` when it is none."""
    try:
        return ReleaseRecord.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        raise ExportError(
            f"{where} is no release record: {first['msg']} (restore it from your version control: without it,"
            " learners' Anki may not take over changes)"
        ) from None


def format_record(record: ReleaseRecord) -> str:
    """The record as JSON, one line for each note by order of id, so that version control shows what changed."""
    lines = [f"  {json.dumps(name)}: {json.dumps(note._asdict())}" for name, note in sorted(record.notes.items())]
    return f'{{"set": {json.dumps(record.set)}, "notes": {{\n' + ",\n".join(lines) + "\n}}\n"
