"""A learner who has the notes that an author imports and exports again keeps them, and their history."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import pytest
from import_samples import invoke

from quizgen.anki.export import export_apkg
from quizgen.importing.packages import read_package
from quizgen.loading.sets import load

if TYPE_CHECKING:
    from anki.collection import Collection
    from anki.decks import DeckId

pytestmark = pytest.mark.anki


def study(collection: "Collection", *, times: int, ease: Literal[1, 2, 3, 4]) -> "DeckId":
    """Answer the deck's next ``times`` cards, as a learner does; returns the deck."""
    deck = collection.decks.id_for_name("Rivers::Italy")
    assert deck is not None
    collection.decks.select(deck)
    for _ in range(times):
        card = collection.sched.getCard()
        assert card is not None
        card.start_timer()
        collection.sched.answerCard(card, ease)
    return deck


def test_guids_go_back_into_anki(anki_deck: Path) -> None:
    out = anki_deck / "rivers.yaml"
    invoke("import", anki_deck / "legacy.apkg", "-o", out, "--first-cards")
    guids = {question.guid for question in load(out).questions}
    export_apkg([load(out)], anki_deck / "again.apkg", modified=1_700_000_000, pictures={"rivers": anki_deck})
    again = read_package((anki_deck / "again.apkg").read_bytes())
    assert {item.data["guid"] for item in again.items if item.data} == guids


def test_learners_who_have_the_notes_get_no_duplicates_and_keep_their_history(anki_deck: Path) -> None:
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    out, package = anki_deck / "rivers.yaml", anki_deck / "again.apkg"
    invoke("import", anki_deck / "legacy.apkg", "-o", out, "--first-cards")
    export_apkg([load(out)], package, modified=1_900_000_000, pictures={"rivers": anki_deck})
    collection = Collection(str(anki_deck / "collection.anki2"))
    assert collection.db is not None
    study(collection, times=4, ease=3)
    cards = "SELECT id, nid, ord, reps, ivl, due, type FROM cards ORDER BY id"
    before = (collection.note_count(), collection.db.all(cards), collection.db.all("SELECT id, cid FROM revlog"))

    def imported(**how: int) -> tuple[int, int, int]:
        options = ImportAnkiPackageOptions(**how)  # type: ignore[arg-type]
        log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log
        now = (collection.note_count(), collection.db.all(cards), collection.db.all("SELECT id, cid FROM revlog"))  # type: ignore[union-attr]
        assert now == before
        return len(log.new), len(log.updated), len(log.conflicting)

    assert imported() == (0, 0, 5)
    # What docs/importing.md tells those to do who want the new wording.
    types = {"Basic": "card", "Rivers": "card", "Basic (type in the answer)": "typed", "Cloze": "cloze"}
    for old, new in types.items():
        source, target = collection.models.by_name(old), collection.models.by_name(f"quizgen {new}")
        assert source is not None
        assert target is not None
        change = collection.models.change_notetype_info(
            old_notetype_id=source["id"], new_notetype_id=target["id"]
        ).input
        change.note_ids.extend(collection.find_notes(f'"note:{old}"'))
        collection.models.change_notetype_of_notes(change)
    assert imported(update_notes=1) == (0, 4, 1)
    for number in collection.find_notes('"note:quizgen *"'):
        for one in collection.get_note(number).cards():
            assert "front-of-card-is-blank" not in one.question()
    collection.close()


def test_a_corrected_deck_of_two_card_notes_reaches_learners_who_have_reviewed_both_cards(tmp_path: Path) -> None:
    from anki.collection import Collection, ExportAnkiPackageOptions, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    collection = Collection(str(tmp_path / "collection.anki2"))
    both = collection.models.by_name("Basic (and reversed card)")
    deck = collection.decks.id("Words")
    assert both is not None
    assert deck is not None
    for fields in (["fiume", "riwer"], ["mare", "sea"]):
        note = collection.new_note(both)
        note.fields = fields
        collection.add_note(note, deck)
    everything = ExportAnkiPackageOptions(with_scheduling=False, with_media=True, legacy=False)
    collection.export_anki_package(out_path=str(tmp_path / "words.apkg"), options=everything, limit=None)
    collection.decks.select(deck)
    for _ in range(4):
        card = collection.sched.getCard()
        assert card is not None
        card.start_timer()
        collection.sched.answerCard(card, 4)
    assert collection.db is not None
    reviews = "SELECT notes.guid, cards.ord, cards.reps, cards.ivl, cards.due FROM cards JOIN notes ON notes.id = nid ORDER BY 1, 2"
    before = collection.db.all(reviews)
    assert len(before) == 4
    assert all(reps for _, _, reps, _, _ in before)

    said = invoke("import", tmp_path / "words.apkg", "-o", tmp_path / "words.yaml", "--first-cards").output
    assert "does not change the wording" in said
    assert "keeps only the first card of each note" in said
    corrected = (tmp_path / "words.yaml").read_text("utf-8").replace("riwer", "river")
    (tmp_path / "words.yaml").write_text(corrected, "utf-8")
    export_apkg([load(tmp_path / "words.yaml")], tmp_path / "corrected.apkg", modified=1_900_000_000)

    def taken(**how: int) -> tuple[int, int, int]:
        options = ImportAnkiPackageOptions(**how)  # type: ignore[arg-type]
        request = ImportAnkiPackageRequest(package_path=str(tmp_path / "corrected.apkg"), options=options)
        log = collection.import_anki_package(request).log
        return len(log.new), len(log.updated), len(log.conflicting)

    assert taken() == (0, 0, 2)
    assert collection.db.all(reviews) == before
    own = collection.models.by_name("quizgen card")
    assert own is not None
    change = collection.models.change_notetype_info(old_notetype_id=both["id"], new_notetype_id=own["id"]).input
    change.note_ids.extend(collection.find_notes("deck:Words"))
    collection.models.change_notetype_of_notes(change)
    assert taken(update_notes=1) == (0, 2, 0)
    assert collection.db.all(reviews) == [card for card in before if card[1] == 0]
    assert {collection.get_note(number)["Answer"] for number in collection.find_notes("")} == {"river", "sea"}
    collection.close()


def test_questions_from_further_cards_are_said_to_become_new_notes(anki_deck: Path) -> None:
    said = invoke("import", anki_deck / "legacy.apkg", "-o", anki_deck / "rivers.yaml").output
    assert "1 question was made from an additional card of a note (note type 'Basic (and reversed card)')" in said
    assert (
        "Anki adds the question as a new note when the learners import your deck. To avoid this, use --first-cards"
        in said
    )


def test_merging_note_types_keeps_each_first_card_with_its_history(anki_deck: Path) -> None:
    from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

    out, package = anki_deck / "rivers.yaml", anki_deck / "again.apkg"
    invoke("import", anki_deck / "newer.apkg", "-o", out, "--first-cards")
    export_apkg([load(out)], package, modified=1_900_000_000, pictures={"rivers": anki_deck})
    collection = Collection(str(anki_deck / "collection.anki2"))
    assert collection.db is not None
    collection.db.execute("UPDATE cards SET reps = 7, type = 2, queue = 2, ivl = 30")
    cards = "SELECT id, nid, reps, ivl FROM cards"
    before = collection.db.all(cards)
    options = ImportAnkiPackageOptions(merge_notetypes=True)
    log = collection.import_anki_package(ImportAnkiPackageRequest(package_path=str(package), options=options)).log
    assert (len(log.new), len(log.updated), len(log.conflicting)) == (0, 5, 0)
    # Second cards of the types that were joined may come up, blank, which Anki's Empty Cards takes away.
    after = collection.db.all(cards)
    assert all(card in after for card in before)
    for number in collection.find_notes("note:quizgen*"):
        first = min(collection.get_note(number).cards(), key=lambda one: one.ord)
        assert (first.ord, first.reps, "front-of-card-is-blank" in first.question()) == (0, 7, False)
        assert 'class="quiz"' in first.question()
    collection.close()


def test_studied_notes_keep_their_place_among_new_ones(anki_deck: Path) -> None:
    from anki.collection import Collection, DeckIdLimit, ExportAnkiPackageOptions

    collection = Collection(str(anki_deck / "collection.anki2"))
    deck = study(collection, times=3, ease=4)
    options = ExportAnkiPackageOptions(with_scheduling=True, with_media=True, legacy=False)
    collection.export_anki_package(out_path=str(anki_deck / "studied.apkg"), options=options, limit=DeckIdLimit(deck))
    collection.close()
    places = [[item.where for item in read_package((anki_deck / name).read_bytes()).items] for name in ("newer.apkg", "studied.apkg")]  # fmt: skip
    assert places[0] == places[1]
