"""What the real Anki backend makes of our packages."""

import sqlite3
import zipfile
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from anki_samples import LONG_AGO, QUESTIONS, Importer, question_set
from learner import Learner

from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.collection import Collection

pytestmark = pytest.mark.anki


def cards(collection: "Collection", search: str = "") -> list["Card"]:
    return [collection.get_card(card_id) for card_id in collection.find_cards(search, order="c.due, c.ord")]


def test_each_question_becomes_a_note_of_its_type(collection: "Collection", bring_in: Importer, package: Path) -> None:
    log = bring_in(package).log

    assert (len(log.new), len(log.updated), len(log.conflicting)) == (9, 0, 0)
    found = Counter(collection.get_note(note_id).note_type()["name"] for note_id in collection.find_notes(""))  # type: ignore[index]
    assert found == {
        "quizgen card": 1,
        "quizgen choice": 2,
        "quizgen true or false": 1,
        "quizgen typed": 2,
        "quizgen cloze": 1,
        "quizgen order": 1,
        "quizgen match": 1,
    }
    assert collection.card_count() == 12  # one each, and four for the cloze's four marks


def test_no_card_is_empty_and_anki_finds_nothing_to_fix(
    collection: "Collection", bring_in: Importer, package: Path
) -> None:
    bring_in(package)

    assert not collection.get_empty_cards().notes
    problems, sound = collection.fix_integrity()
    assert sound, problems
    assert "rebuilt and optimized" in problems.lower()
    assert len(problems.strip().splitlines()) == 1, problems


def test_every_card_renders_both_sides(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)

    for card in cards(collection):
        output = card.render_output()
        for html in (output.question_text, output.answer_text):
            assert '<div class="quiz' in html  # Anki puts its own words in the place of a template that fails
            assert "{{" not in html
        assert output.question_text != output.answer_text
        assert 'id="answer"' in output.answer_text


@pytest.mark.parametrize("title", ['Say "yes"', "Language::French", "100% & <b>more</b>", "سؤال"])
def test_any_title_makes_a_deck(collection: "Collection", bring_in: Importer, tmp_path: Path, title: str) -> None:
    bring_in(export_apkg([question_set(title=title)], tmp_path / "x.apkg", modified=LONG_AGO).path)

    deck = collection.decks.by_name(title)
    assert deck is not None
    assert collection.decks.card_count(deck["id"], include_subdecks=False) == 12


def test_new_cards_come_in_the_order_of_the_release_record(
    collection: "Collection", bring_in: Importer, tmp_path: Path
) -> None:
    exported = export_apkg([question_set()], tmp_path / "almanac.apkg", modified=LONG_AGO)
    bring_in(exported.path)

    order = dict.fromkeys(card.note().guid for card in cards(collection))
    notes = exported.decks[0].record.notes
    assert sorted(notes) == sorted(question["id"] for question in QUESTIONS)
    assert list(order) == [f"almanac/{name}" for name in sorted(notes, key=lambda name: notes[name].position or 0)]


def test_deck_has_the_sets_title_and_description(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)

    deck = collection.decks.by_name("An almanac of small things")
    assert deck is not None
    assert deck["id"] != 1
    assert deck["desc"].startswith("<p>Nine kinds of question &amp; &lt;b&gt;no&lt;/b&gt; <em>riddles</em>.</p>\n")
    assert collection.decks.card_count(deck["id"], include_subdecks=False) == 12


def test_tags_are_topic_set_and_own(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)

    learner = Learner(collection)
    assert sorted(learner.note("boiling").tags) == ["almanac::matter", "demo", "physics"]
    assert sorted(learner.note("marathon").tags) == ["almanac", "demo"]


def test_importing_again_adds_and_changes_nothing(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)
    before = collection.db.all("select * from notes"), collection.db.all("select * from cards")  # type: ignore[union-attr]

    log = bring_in(package).log

    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 0, 9)
    assert before == (collection.db.all("select * from notes"), collection.db.all("select * from cards"))  # type: ignore[union-attr]


def test_several_sets_go_into_one_package_as_decks(
    collection: "Collection", bring_in: Importer, tmp_path: Path
) -> None:
    sets = [question_set(), question_set(QUESTIONS[:2], id="second", title="Second")]
    summary = export_apkg(sets, tmp_path / "both.apkg", modified=LONG_AGO)
    bring_in(summary.path)

    assert (summary.notes, summary.cards) == (11, 14)
    assert {deck.name for deck in collection.decks.all_names_and_ids(skip_empty_default=True)} == {
        "An almanac of small things",
        "Second",
    }
    assert sorted(
        name for name in (model.name for model in collection.models.all_names_and_ids()) if "quizgen" in name
    ) == [
        "quizgen card",
        "quizgen choice",
        "quizgen cloze",
        "quizgen match",
        "quizgen order",
        "quizgen true or false",
        "quizgen typed",
    ]


@pytest.mark.parametrize("titles", [("Same", "Same"), ("Same", "SAME"), ("Default",)])
def test_titles_that_anki_could_not_distinguish_are_rejected(tmp_path: Path, titles: tuple[str, ...]) -> None:
    sets = [question_set(id=f"set-{at}", title=title) for at, title in enumerate(titles)]

    with pytest.raises(ExportError, match=r"title|Default"):
        export_apkg(sets, tmp_path / "x.apkg", modified=LONG_AGO)
    assert not list(tmp_path.iterdir())


def test_rows_are_what_anki_itself_would_write(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)

    columns = "guid, mid, mod, flds, tags"
    ours = read_rows(package, f"select {columns} from notes order by guid")
    theirs = collection.db.all(f"select {columns} from notes order by guid")  # type: ignore[union-attr]
    assert [list(row) for row in ours] == theirs


def test_ids_asked_for_are_the_ids_given(collection: "Collection", bring_in: Importer, package: Path) -> None:
    bring_in(package)

    for table in ("notes", "cards"):
        ours = read_rows(package, f"select id from {table} order by id")
        assert [list(row) for row in ours] == collection.db.all(f"select id from {table} order by id")  # type: ignore[union-attr]


def read_rows(package: Path, query: str) -> list[Any]:
    with zipfile.ZipFile(package) as archive:
        database = sqlite3.connect(":memory:")
        database.deserialize(archive.read("collection.anki2"))
    try:
        return database.execute(query).fetchall()
    finally:
        database.close()
