"""Question sets to an Anki package: the public way in."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from heapq import merge
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.anki.errors import ExportError
from quizgen.anki.export_set import DeckSummary, ExportSet, PlacedNote, Selection
from quizgen.anki.release import ReleaseRecord
from quizgen.atomic import atomic_write
from quizgen.questions import QuestionSet

if TYPE_CHECKING:
    from quizgen.anki.scheduling import Progress

Watcher = Callable[[int, int], None]
"""Is told from time to time how many notes are done, and of how many."""

_STRIDE = 1000


@dataclass(frozen=True, slots=True)
class ExportSummary:
    """What was written where."""

    path: Path
    decks: tuple[DeckSummary, ...]
    cards: int
    pictures: int
    studied: int | None = None
    """Number of notes that took progress along; None where none was to."""

    @property
    def notes(self) -> int:
        """Number of notes in all decks."""
        return sum(sum(deck.notes.values()) for deck in self.decks)


@dataclass(frozen=True, slots=True)
class Layout:
    """How an export is arranged. ``deck`` is a name for the deck in place of the set's title; with several sets, theirs
    go below it. ``subdecks`` makes a deck for each topic. ``new_per_day`` travels as deck options.
    """

    selection: Selection | None = None
    deck: str | None = None
    subdecks: bool = False
    new_per_day: int | None = None


def export_apkg(
    sets: Sequence[QuestionSet],
    path: Path,
    *,
    modified: int,
    media_roots: Mapping[str, Path] | None = None,
    records: Mapping[str, ReleaseRecord] | None = None,
    layout: Layout | None = None,
    progress: "Progress | None" = None,
    watch: Watcher | None = None,
) -> ExportSummary:
    """Write ``sets`` as one Anki package, a deck for each, to ``path``: whole, or not at all.

    Raises ExportError where the sets stand in the way, UnwritableError where the system does.

    ``modified`` is the time of this release in Unix seconds. ``records`` holds each set's last release by set id: notes
    that have not changed since keep the time they have there. ``media_roots`` holds each set's folder of pictures by
    set id. ``progress`` is what the learner has done so far. Same arguments: same bytes.
    """
    from quizgen.anki import package  # with genanki, which takes longer to load than a small set to write

    layout = layout or Layout()
    going = outgoing_sets(sets, modified, media_roots, records, layout)
    decks = [deck for one in going for deck in one.decks]
    preset = None if layout.new_per_day is None else package.Preset(f"quizgen: {decks[0].name}", layout.new_per_day)
    notes = merge(*(_by_id(one, progress) for one in going), key=attrgetter("id"))
    with atomic_write(path) as file:
        cards = package.write_package(decks, watched(notes, going, watch), partial(_pictures, going), file, preset)
    studied = None
    if progress:
        studied = sum(progress.knows((one.question_set.id, name)) for one in going for name in one.selected_ids)
    return ExportSummary(path, tuple(one.summary() for one in going), cards, len(_pictures(going)), studied)


def outgoing_sets(
    sets: Sequence[QuestionSet],
    modified: int,
    media_roots: Mapping[str, Path] | None,
    records: Mapping[str, ReleaseRecord] | None,
    layout: Layout,
) -> list[ExportSet]:
    """``sets`` made ready to go together; ExportError when they cannot."""
    going = [
        ExportSet(
            question_set,
            modified=modified,
            media_root=(media_roots or {}).get(question_set.id),
            record=(records or {}).get(question_set.id),
            selection=layout.selection,
            deck_name=_deck_name(layout.deck, question_set.title, alone=len(sets) == 1),
            subdecks=layout.subdecks,
        )
        for question_set in sets
    ]
    _refuse_clashes(going)
    if not any(one.selected_ids for one in going):
        raise ExportError("no question is of the kinds, topics and tags asked for")
    return going


def _deck_name(wanted: str | None, title: str, *, alone: bool) -> str:
    if wanted is None:
        return title
    return wanted if alone else f"{wanted}::{title}"


def _by_id(going: ExportSet, progress: "Progress | None") -> Iterator[PlacedNote]:
    notes = going.notes(by_id=True)
    if progress is None:
        return notes
    set_id = going.question_set.id
    return (placed._replace(studied=progress.of((set_id, placed.note.question_id))) for placed in notes)


def watched(notes: Iterable[PlacedNote], going: Iterable[ExportSet], watch: Watcher | None) -> Iterable[PlacedNote]:
    """``notes`` of the sets ``going``, with ``watch`` told how far they are."""
    return _watched(notes, sum(len(one.selected_ids) for one in going), watch) if watch else notes


def _watched(notes: Iterable[PlacedNote], total: int, watch: Watcher) -> Iterator[PlacedNote]:
    for done, note in enumerate(notes):
        if done % _STRIDE == 0:
            watch(done, total)
        yield note
    watch(total, total)


def _pictures(going: Iterable[ExportSet]) -> dict[str, Path]:
    return {name: file for one in going for name, file in one.pictures.items()}


def _refuse_clashes(going: Sequence[ExportSet]) -> None:
    if not going:
        raise ExportError("there is no question set to export")
    decks = [deck for one in going for deck in one.decks]
    if any(deck.name.casefold() == "default" for deck in decks):
        raise ExportError("a deck would be called 'Default', the name of Anki's own deck (call it something else)")
    for what, values in (
        ("id", [one.question_set.id for one in going]),
        ("title", [deck.name.casefold() for deck in decks]),
    ):
        repeated = [one for one, count in Counter(values).items() if count > 1]
        if repeated:
            raise ExportError(
                f"two sets have the {what} {repeated[0]!r} (Anki could not tell them apart: export them one by one)"
            )
