"""The irreversible effects of a set's next release on learners, found before anything is written.

Anki recognizes notes by guid, decks by name and note types by id, and it accepts an update only if it is newer. An edit
of the set that changes one of these splits what learners have from what they get.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from quizgen.anki import identity
from quizgen.anki.errors import RecordError
from quizgen.anki.exported_notes import notes_in
from quizgen.anki.notetypes import NOTE_TYPE_OF
from quizgen.anki.release import (
    ReleaseRecord,
    earlier_names,
    front_checksum,
    last_record,
    read_record,
    record_path,
)
from quizgen.apkg.archive import PackageError
from quizgen.atomic import is_writable
from quizgen.loading.catalog import yaml_files
from quizgen.questions import Question, QuestionSet
from quizgen.questions.problem import DataPath
from quizgen.text.plurals import count


class ReleaseCode(StrEnum):
    """The code of a risk; like all codes, it is permanent."""

    SET_ID = "R101"  # the id of the set changed
    QUESTION_ID = "R102"  # the id of a question changed
    NOTE_TYPE = "R103"  # a question's kind changed, which changes its note type
    TITLE = "R104"  # the title of the set changed
    GUID = "R105"  # `formerly` or `guid` changed, and with it the identity of notes
    NO_RECORD = "R106"  # there is a package, but no release record
    OLD_RECORD = "R107"  # the release record is older than the package
    BAD_RECORD = "R108"  # the release record cannot be read
    FIXED_RECORD = "R109"  # the release record cannot be written


STOPPING = frozenset({ReleaseCode.BAD_RECORD, ReleaseCode.FIXED_RECORD})
"""The codes that make an export impossible; what the others are about can be intended."""


@dataclass(frozen=True, slots=True)
class Risk:
    """One irreversible effect. ``at`` is a path in ``question``, or in the set's file if that is None."""

    code: ReleaseCode
    message: str
    help: str
    at: DataPath
    question: Question | None = None


def find_risks(question_set: QuestionSet, folder: Path) -> Iterator[Risk]:
    """Yield the risks of exporting ``question_set``, whose file, record and package are in ``folder``."""
    path = record_path(folder, question_set.id)
    try:
        record = last_record(path, question_set)
    except RecordError as error:
        yield Risk(ReleaseCode.BAD_RECORD, error.problem, error.help, ("id",))
        return
    if not is_writable(path):
        message = f"the release record {path} cannot be written"
        yield Risk(ReleaseCode.FIXED_RECORD, message, "make its folder writable, or fix the symbolic link", ("id",))
    package = folder / f"{question_set.id}.apkg"
    if record is None:
        yield from _without_record(question_set, folder, package)
        return
    if record.title is not None and record.title != question_set.title:
        message = (
            f"the title is no longer {record.title!r}: new cards would go to a new deck, separate from the existing "
            "cards"
        )
        help = "restore the title, or ask learners to rename their deck in Anki before they import"
        yield Risk(ReleaseCode.TITLE, message, help, ("title",))
    if package.is_file() and _is_older(record, question_set, package):
        message = (
            f"the release record is older than {package.name}: importing the new package would overwrite learners' "
            "edits even in notes whose questions have not changed"
        )
        yield Risk(ReleaseCode.OLD_RECORD, message, f"restore the latest {path.name} from version control", ("id",))
    yield from _of_notes(question_set, record)


def _without_record(question_set: QuestionSet, folder: Path, package: Path) -> Iterator[Risk]:
    if (earlier := _renamed_from(question_set, folder)) is not None:
        message = f"the set's id is no longer {earlier!r}: Anki would add every note again"
        help = f"to keep the notes and their reviews, restore the old id, or add `formerly: [{earlier}]` to the set"
        yield Risk(ReleaseCode.SET_ID, message, help, ("id",))
    elif package.is_file():
        name = record_path(folder, question_set.id).name
        message = (
            f"{package.name} has no release record: importing the new package would overwrite learners' edits to all "
            "notes"
        )
        yield Risk(ReleaseCode.NO_RECORD, message, f"restore {name} from version control", ("id",))


_ID_LINE = re.compile(r"""^id:[ \t]*["']?([\w.-]+)""", re.MULTILINE)


def _renamed_from(question_set: QuestionSet, folder: Path) -> str | None:
    """Return the id of the record in ``folder`` that has most of the set's questions, and whose own set is gone."""
    ids = {question.id for question in question_set.questions}
    found = []
    for path in sorted(folder.glob("*.release.json")):
        try:
            record = read_record(path)
        except RecordError:  # which is reported with its own set
            continue
        if record is not None and len(ids & set(record.notes)) * 2 > len(record.notes):
            found.append(record.set)
    if not found:
        return None
    known = {name for file in yaml_files(folder) for name in _ID_LINE.findall(file.read_text("utf-8", "replace"))}
    return next((name for name in found if name not in known), None)


def _is_older(record: ReleaseRecord, question_set: QuestionSet, package: Path) -> bool:
    try:
        notes = notes_in(package, question_set)
    except PackageError:  # it will be replaced
        return False
    known = {record.guid_of(name): note.modified for name, note in record.notes.items()}
    return any(note.modified > known.get(guid, record.version) for guid, note in notes.items())


def _of_notes(question_set: QuestionSet, record: ReleaseRecord) -> Iterator[Risk]:
    names = earlier_names(question_set, record)
    other_identity = []
    for question in question_set.questions:
        if (name := names.get(question.id)) is None:
            continue
        before, note_type = record.notes[name], NOTE_TYPE_OF[question.kind].name
        if before.note_type is None:  # a record from before these were kept
            continue
        if before.note_type != note_type:
            message = (
                f"the note type of question {question.id!r} changed from {before.note_type!r} to {note_type!r}: "
                "Anki would keep the old question"
            )
            help = "give this question a new id, and restore its previous version under the old id with `retired: true`"
            yield Risk(ReleaseCode.NOTE_TYPE, message, help, ("kind",), question)
        if record.guid_of(name) != identity.guid_of(question_set, question):
            other_identity.append(question)
    if len(other_identity) > len(names) / 2:
        message = f"`formerly` changed since the last release: Anki would add {count(len(names), 'note')} again"
        yield Risk(ReleaseCode.GUID, message, "restore `formerly`, and add new ids only at the end", ("formerly",))
    else:
        for question in other_identity:
            message = f"the `formerly` or `guid` key of question {question.id!r} changed: Anki would add the note again"
            yield Risk(
                ReleaseCode.GUID,
                message,
                "restore the old value; add new ids only at the end of `formerly`",
                ("id",),
                question,
            )
    yield from _renamed(question_set, record, names)


def _is_generated(question: Question) -> bool:
    """Return whether the question comes from a seed, which has no key `formerly`."""
    by_fact = question.fact is not None and question.id.startswith(f"{question.fact}.")
    return by_fact or (question.id in question.points and question.id.endswith((".order", ".match")))


def _renamed(question_set: QuestionSet, record: ReleaseRecord, names: Mapping[str, str]) -> Iterator[Risk]:
    """Yield a risk for each new question with the text of one that is gone."""
    gone: dict[tuple[str, str], list[str]] = defaultdict(list)
    kept = set(names.values())
    for name, note in record.notes.items():
        if name not in kept and note.note_type is not None and note.front is not None:
            gone[note.note_type, note.front].append(name)
    if not gone:
        return
    from quizgen.anki.notes import front_html  # imports Markdown, which takes longer than checking most sets

    for question in question_set.questions:
        if question.id in names:
            continue
        candidates = gone.get(
            (NOTE_TYPE_OF[question.kind].name, front_checksum(front_html(question, question_set.language or "")))
        )
        if candidates:
            earlier = candidates.pop(0)
            message = f"the id of question {question.id!r} is no longer {earlier!r}: Anki would add the note again"
            help = "to keep the note and its reviews, restore the old id"
            if _is_generated(question):
                help += " in the seed"
            else:
                help += f", or add `formerly: [{identity.guid(record.set, earlier)}]` to the question"
            yield Risk(ReleaseCode.QUESTION_ID, message, help, ("id",), question)
