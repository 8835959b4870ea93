"""A learner with the real Anki: imports packages, reviews, edits, and looks at what is there."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.anki.export import ExportSummary, export_apkg
from quizgen.anki.selection import ExportOptions

if TYPE_CHECKING:
    from anki.cards import Card, CardId
    from anki.collection import Collection, ImportLogWithChanges
    from anki.notes import Note

    from quizgen.anki.release import ReleaseRecord
    from quizgen.questions import QuestionSet


class Learner:
    """One collection. Options of an import are those of a new profile unless given."""

    def __init__(self, collection: "Collection") -> None:
        self.collection = collection

    def take(self, package: Path, **options: Any) -> "ImportLogWithChanges.Log":
        """Import a package; returns Anki's log."""
        from anki.collection import ImportAnkiPackageOptions, ImportAnkiPackageRequest

        request = ImportAnkiPackageRequest(package_path=str(package), options=ImportAnkiPackageOptions(**options))
        return self.collection.import_anki_package(request).log

    def card(self, question_id: str, set_id: str = "almanac", ordinal: int = 0) -> "Card":
        """A question's card."""
        query = "select c.id from cards c join notes n on n.id = c.nid where n.guid = ? and c.ord = ?"
        (card_id,) = self.rows(query, f"{set_id}/{question_id}", ordinal)
        return self.collection.get_card(card_id[0])

    def note(self, question_id: str, set_id: str = "almanac") -> "Note":
        """A question's note."""
        ((note_id,),) = self.rows("select id from notes where guid = ?", f"{set_id}/{question_id}")
        return self.collection.get_note(note_id)

    def review(self, card: "Card", rating: int = 2) -> None:
        """Answer a card (0 Again, 1 Hard, 2 Good, 3 Easy), due or not."""
        from anki.scheduler.v3 import Scheduler

        scheduler = self.collection.sched
        assert isinstance(scheduler, Scheduler)
        card.load()
        card.start_timer()
        states = self.collection._backend.get_scheduling_states(card.id)
        ratings: Any = rating
        scheduler.answer_card(scheduler.build_answer(card=card, states=states, rating=ratings))

    def review_all(self) -> dict["CardId", tuple[Any, ...]]:
        """Answer every card once, and return how each then stands."""
        for card_id in self.collection.find_cards(""):
            self.review(self.collection.get_card(card_id), rating=3)
        return self.point_state()

    def point_state(self) -> dict["CardId", tuple[Any, ...]]:
        """Every card's scheduling and number of reviews, by card."""
        query = """
            select id, type, queue, due, ivl, factor, reps, lapses, (select count() from revlog where cid = cards.id)
            from cards
        """
        return {row[0]: tuple(row[1:]) for row in self.rows(query)}

    def deck_of(self, question_id: str, set_id: str = "almanac") -> str:
        """Name of the deck that a question's card is in."""
        return self.collection.decks.name(self.card(question_id, set_id).did)

    def decks(self) -> set[str]:
        """The decks there are, without Anki's own."""
        return {deck.name for deck in self.collection.decks.all_names_and_ids(skip_empty_default=True)}

    def note_types(self) -> set[str]:
        """Our note types."""
        return {kind.name for kind in self.collection.models.all_names_and_ids() if kind.name.startswith("quizgen")}

    def rows(self, query: str, *values: Any) -> list[Sequence[Any]]:
        """What a query finds in the collection."""
        assert self.collection.db is not None
        return self.collection.db.all(query, *values)


class Author:
    """Releases a set time after time, each an hour after the last, with its record."""

    def __init__(self, folder: Path, begin: int, records: "dict[str, ReleaseRecord] | None" = None) -> None:
        self._folder = folder
        self._now = begin
        self.records: dict[str, ReleaseRecord] = dict(records or {})
        self._number = 0

    def release(self, *sets: "QuestionSet", options: ExportOptions | None = None) -> ExportSummary:
        """Export ``sets`` into a package of their own."""
        self._number += 1
        path = self._folder / f"release-{self._now}-{self._number}.apkg"
        for one in sets:
            for former in one.formerly:
                if former in self.records:
                    self.records.setdefault(one.id, self.records[former])
        summary = export_apkg(sets, path, modified=self._now, records=self.records, options=options)
        self.records |= {deck.set_id: deck.record for deck in summary.decks}
        self._now += 3600
        return summary


@contextmanager
def learner_at(path: Path) -> Iterator[Learner]:
    """A learner whose collection is at ``path``, made where it is missing."""
    from anki.collection import Collection

    with closing(Collection(str(path))) as collection:
        yield Learner(collection)
