"""The release record of a set: when each note last changed.

Anki updates a note only when the package's time is newer than its own. So a note's time must rise with each change of
its content, and only then: a learner's own edits of unchanged notes survive an update. Pure; the file is the caller's.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from quizgen.anki.errors import ExportError
from quizgen.anki.notes import Note


class Released(BaseModel):
    """One note as it was released: the hash of its content, and its time in Unix seconds."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    modified: int = Field(ge=0, lt=2**40)
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


def update(record: ReleaseRecord | None, set_id: str, notes: Sequence[Note], now: int) -> tuple[ReleaseRecord, Changes]:
    """The record after a release of ``notes`` at ``now`` (Unix seconds), and what is different.

    Unchanged notes keep their time; a changed one gets ``now``, or a second more than its old time if that is later.
    """
    if record is not None and record.set != set_id:
        raise ExportError(f"the release record is of the set {record.set!r}, not of {set_id!r}")
    before = record.notes if record else {}
    after: dict[str, Released] = {}
    new, changed, unchanged = [], [], []
    for note in notes:
        name, content = note.question_id, note.content_hash
        old = before.get(name)
        if old is None:
            new.append(name)
            after[name] = Released(modified=now, content=content)
        elif old.content != content:
            changed.append(name)
            after[name] = Released(modified=max(now, old.modified + 1), content=content)
        else:
            unchanged.append(name)
            after[name] = old
    removed = tuple(name for name in before if name not in after)
    return ReleaseRecord(set=set_id, notes=after), Changes(tuple(new), tuple(changed), tuple(unchanged), removed)


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
    lines = [f"  {json.dumps(name)}: {json.dumps(dict(note))}" for name, note in sorted(record.notes.items())]
    return f'{{"set": {json.dumps(record.set)}, "notes": {{\n' + ",\n".join(lines) + "\n}}\n"
