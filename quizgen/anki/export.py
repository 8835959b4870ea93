"""Export question sets to an Anki package, or compare an export with what learners already have."""

import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from heapq import merge
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.anki import identity
from quizgen.anki.errors import ExportError
from quizgen.anki.export_set import DeckSummary, ExportSet, PlacedNote
from quizgen.anki.exported_notes import ExportedNote, notes_in
from quizgen.anki.release import ReleaseRecord, format_record, last_record, record_path
from quizgen.anki.selection import ExportOptions, one_per_point, selected, why_nothing
from quizgen.atomic import AtomicFiles, atomic_files
from quizgen.loading.garbage_collection import without_garbage_collection
from quizgen.progress import Watcher
from quizgen.questions import QuestionSet

if TYPE_CHECKING:
    from quizgen.anki.diff import SetDiff
    from quizgen.anki.scheduling import Progress

StrPath = str | Path
Sets = QuestionSet | Iterable[QuestionSet]
Pictures = StrPath | Mapping[str, StrPath]
"""The folder that picture paths are relative to, or a folder for each set id."""
Records = StrPath | Mapping[str, StrPath | ReleaseRecord]
"""The folder of the release records (``SET.release.json``), or a file for each set id.

A ReleaseRecord in place of a file is used but not updated.
"""

_STRIDE = 1000


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was written to ``path``."""

    path: Path
    decks: tuple[DeckSummary, ...]
    cards: int
    pictures: int
    studied: int | None = None
    """Number of notes with the learner's progress; None if none was exported."""

    @property
    def notes(self) -> int:
        """Number of notes in all decks."""
        return sum(sum(deck.notes.values()) for deck in self.decks)


@without_garbage_collection()  # a set gives many objects and no cycles
def export_apkg(
    sets: Sets,
    path: StrPath,
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    was: StrPath | None = None,
    modified: int | None = None,
    progress: "Progress | None" = None,
    watch: Watcher | None = None,
) -> ExportSummary:
    """Write ``sets`` to ``path`` as one Anki package with a deck for each set.

    ``pictures`` is needed only if questions have pictures. With ``records``, notes that have not changed since the last
    release keep their modification time, and the records are updated. ``was``, with ``options.retired``, is an older
    package: its notes that the deck no longer contains are retired too. ``modified`` is the time of this release in
    Unix seconds, now by default. ``progress`` is what the learner has done so far.

    The same arguments, with ``modified``, give the same bytes. Raises ExportError if the sets cannot be exported,
    PackageError if ``was`` cannot be read and WriteError if a file cannot be written; then no file has changed.
    """
    from quizgen.anki import package  # imports genanki, which takes longer than writing a small set

    options = options or ExportOptions()
    if was is not None and not options.retired:
        raise ExportError("`was` requires `retired`; set `retired=True` in the options")
    prepared = prepare(
        sets, options, pictures=pictures, records=records, was=was, modified=modified
    )  # fmt: skip
    decks = [deck for one in prepared for deck in one.decks]
    preset = None
    if options.new_per_day is not None:
        preset = package.Preset(f"quizgen: {decks[0].name}", options.new_per_day)
    notes = merge(*(_by_id(one, progress) for one in prepared), key=attrgetter("id"))
    target = Path(path)
    with atomic_files() as files:
        cards = package.write_package(
            decks,
            watched(notes, prepared, watch),
            partial(_files, prepared),
            files.open(target),
            preset,
            descriptions=lambda: {one.decks[0].id: one.introduction().for_anki() for one in prepared},
        )
        summaries = tuple(one.summary() for one in prepared)
        update_records(summaries, records, files)
    studied = None
    if progress:
        studied = sum(
            progress.knows(one.question_set.id, question)
            for one in prepared
            for question in one.question_set.questions
            if question.id in one.selected_ids
        )
    return ExportSummary(target, summaries, cards, len(_files(prepared)), studied)


@without_garbage_collection()
def compare_with_release(
    sets: Sets,
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    modified: int | None = None,
) -> tuple[DeckSummary, ...]:
    """Return what an export would change since the last release; write nothing. Raises ExportError."""
    prepared = prepare(sets, options or ExportOptions(), pictures=pictures, records=records, modified=modified)
    return tuple(one.summary() for one in _notes_made(prepared))


@without_garbage_collection()
def describe(
    sets: Sets,
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    modified: int | None = None,
) -> tuple[str, ...]:
    """Return a description of each deck for AnkiWeb, as HTML with few tags; write nothing. Raises ExportError."""
    prepared = prepare(sets, options or ExportOptions(), pictures=pictures, records=records, modified=modified)
    return tuple(one.introduction().for_ankiweb() for one in _notes_made(prepared))


def _notes_made(prepared: list[ExportSet]) -> list[ExportSet]:
    """Make all notes without writing them, as an export does: only then is it known what has changed."""
    for one in prepared:
        for _ in one.notes():
            pass
    return prepared


@without_garbage_collection()
def compare_with_package(
    sets: Sets,
    old: StrPath,
    options: ExportOptions | None = None,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    modified: int | None = None,
) -> "tuple[SetDiff, ...]":
    """Return what an import would change for a learner who has the package ``old``; write nothing.

    Raises ExportError, and PackageError if ``old`` cannot be read.
    """
    from quizgen.anki.diff import compare

    prepared = prepare(sets, options or ExportOptions(), pictures=pictures, records=records, modified=modified)
    return tuple(compare(one, notes_in(Path(old), one.question_set)) for one in prepared)


def prepare(
    sets: Sets,
    options: ExportOptions,
    *,
    pictures: Pictures | None = None,
    records: Records | None = None,
    was: StrPath | None = None,
    modified: int | None = None,
) -> list[ExportSet]:
    """Return ``sets`` prepared for export together; raise ExportError if they cannot be."""
    sets = (sets,) if isinstance(sets, QuestionSet) else tuple(sets)
    modified = int(time.time()) if modified is None else modified  # a script need not pass the time
    prepared = [
        ExportSet(
            question_set,
            options,
            modified=modified,
            pictures=folder_of(pictures, question_set.id),
            record=_record(records, question_set),
            deck_name=_deck_name(options.deck, question_set.title, alone=len(sets) == 1),
            left_over=_left_over(question_set, options, Path(was)) if was is not None else (),
        )
        for question_set in sets
    ]
    _check_names(prepared)
    for question_set in sets:
        _check_guids(question_set)
    if not any(one.note_count for one in prepared):
        raise ExportError(why_nothing(sets, options))
    return prepared


def update_records(summaries: Iterable[DeckSummary], records: Records | None, files: AtomicFiles) -> None:
    """Write the new release record of each set, if it changed, together with ``files``. Raises WriteError."""
    for summary in summaries:
        path = _record_path(records, summary.set_id)
        if path is not None and not (summary.record == summary.last_record and path.exists()):
            files.open(path).write(format_record(summary.record).encode())


def watched(notes: Iterable[PlacedNote], prepared: Iterable[ExportSet], watch: Watcher | None) -> Iterable[PlacedNote]:
    """Return ``notes`` of the sets ``prepared``, reporting progress to ``watch``."""
    return _watched(notes, sum(one.note_count for one in prepared), watch) if watch else notes


def _watched(notes: Iterable[PlacedNote], total: int, watch: Watcher) -> Iterator[PlacedNote]:
    for done, note in enumerate(notes):
        if done % _STRIDE == 0:
            watch(done, total)
        yield note
    watch(total, total)


def _left_over(question_set: QuestionSet, options: ExportOptions, was: Path) -> list[ExportedNote]:
    """Return the notes of the package ``was`` that are neither in the deck nor retired in the file."""
    one_each = one_per_point(question_set)
    kept = {
        identity.guid_of(question_set, question)
        for choice in (options, replace(options, retired=False))
        for question, taken in zip(question_set.questions, selected(question_set, choice, one_each), strict=True)
        if taken
    }
    return [note for guid, note in notes_in(was, question_set).items() if guid not in kept]


def folder_of(pictures: Pictures | None, set_id: str) -> Path | None:
    folder = pictures.get(set_id) if isinstance(pictures, Mapping) else pictures
    return None if folder is None else Path(folder)


def _record(records: Records | None, question_set: QuestionSet) -> ReleaseRecord | None:
    if isinstance(records, Mapping) and isinstance(given := records.get(question_set.id), ReleaseRecord):
        return given
    path = _record_path(records, question_set.id)
    return None if path is None else last_record(path, question_set)


def _record_path(records: Records | None, set_id: str) -> Path | None:
    if not isinstance(records, Mapping):
        return None if records is None else record_path(Path(records), set_id)
    given = records.get(set_id)
    return None if given is None or isinstance(given, ReleaseRecord) else Path(given)


def _deck_name(wanted: str | None, title: str, *, alone: bool) -> str:
    if wanted is None:
        return title
    return wanted if alone else f"{wanted}::{title}"


def _by_id(export_set: ExportSet, progress: "Progress | None") -> Iterator[PlacedNote]:
    notes = export_set.notes(by_id=True)
    if progress is None:
        return notes
    set_id = export_set.question_set.id
    questions = {question.id: question for question in export_set.question_set.questions}
    return (placed._replace(schedule=progress.of(set_id, questions[placed.note.question_id])) for placed in notes)


def _files(prepared: Iterable[ExportSet]) -> dict[str, Path]:
    return {name: file for one in prepared for name, file in one.pictures.items()}


def _check_guids(question_set: QuestionSet) -> None:
    seen: dict[str, str] = {}
    for question in question_set.questions:
        other = seen.setdefault(identity.guid_of(question_set, question), question.id)
        if other != question.id:
            raise ExportError(
                f"{question_set.id}: the questions {other!r} and {question.id!r} would become the same note"
                " in Anki; change `formerly` or `guid` in one of them"
            )


def _check_names(prepared: Sequence[ExportSet]) -> None:
    if not prepared:
        raise ExportError("there are no question sets to export")
    decks = [deck for one in prepared for deck in one.decks]
    if any(deck.name.casefold() == "default" for deck in decks):
        raise ExportError("the deck name 'Default' is reserved for Anki's own deck; choose another name")
    for what, values in (
        ("id", [one.question_set.id for one in prepared]),
        ("title", [deck.name for deck in decks]),
    ):
        names = Counter(value.casefold() for value in values)
        repeated = [value for value in values if names[value.casefold()] > 1]
        if repeated:
            raise ExportError(
                f"two sets have the same {what}, {repeated[0]!r}, and would be merged in Anki, even if exported"
                f" separately; change the {what} of one of them"
            )
