"""Question sets to an Anki package: the public way in."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from quizgen.anki import identity, package, release
from quizgen.anki.errors import ExportError
from quizgen.anki.files import written_whole
from quizgen.anki.notes import Note, make_note
from quizgen.anki.pictures import Pictures
from quizgen.anki.release import Changes, ReleaseRecord
from quizgen.markup import to_html
from quizgen.questions import QuestionSet


@dataclass(frozen=True, slots=True)
class DeckSummary:
    """One deck of a package: what it holds by note type, what changed since its record, and its new record."""

    set_id: str
    name: str
    notes: Mapping[str, int]
    changes: Changes
    record: ReleaseRecord


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was written where."""

    path: Path
    decks: tuple[DeckSummary, ...]
    cards: int
    pictures: int

    @property
    def notes(self) -> int:
        """Number of notes in all decks."""
        return sum(sum(deck.notes.values()) for deck in self.decks)


def export_apkg(
    sets: Sequence[QuestionSet],
    path: Path,
    *,
    modified: int,
    media_roots: Mapping[str, Path] | None = None,
    records: Mapping[str, ReleaseRecord] | None = None,
) -> ExportSummary:
    """Write ``sets`` as one Anki package, a deck for each, to ``path``: whole, or not at all (ExportError).

    ``modified`` is the time of this release in Unix seconds. ``records`` holds each set's last release by set id: notes
    that have not changed since keep the time they have there. ``media_roots`` holds each set's folder of pictures by
    set id. Same sets, pictures, records and time: same bytes.
    """
    _refuse_clashes(sets)
    pictures: dict[str, Path] = {}
    decks, summaries = [], []
    for question_set in sets:
        taken = Pictures((media_roots or {}).get(question_set.id))
        notes = [make_note(question_set, question, taken) for question in question_set.questions]
        pictures |= taken.files
        record, changes = release.update((records or {}).get(question_set.id), question_set.id, notes, modified)
        decks.append(_deck(question_set, notes, record))
        counts = Counter(note.note_type.name for note in notes)
        summaries.append(DeckSummary(question_set.id, question_set.title, counts, changes, record))
    with written_whole(path) as file:
        cards = package.write_package(decks, pictures, file)
    return ExportSummary(path, tuple(summaries), cards, len(pictures))


def _deck(question_set: QuestionSet, notes: Sequence[Note], record: ReleaseRecord) -> package.Deck:
    description = to_html(question_set.description or "")
    modified = {question_id: note.modified for question_id, note in record.notes.items()}
    return package.Deck(identity.deck_id(question_set.id), question_set.title, description, notes, modified)


def _refuse_clashes(sets: Sequence[QuestionSet]) -> None:
    if not sets:
        raise ExportError("there is no question set to export")
    if any(one.title.casefold() == "default" for one in sets):
        raise ExportError(
            "a set has the title 'Default', which is the name of Anki's own deck (call it something else)"
        )
    for what, values in (("id", [one.id for one in sets]), ("title", [one.title.casefold() for one in sets])):
        repeated = [one for one, count in Counter(values).items() if count > 1]
        if repeated:
            raise ExportError(
                f"two sets have the {what} {repeated[0]!r} (Anki could not tell them apart: export them one by one)"
            )
