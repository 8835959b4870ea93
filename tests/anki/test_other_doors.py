"""Text, several sets, sub-decks, filters, deck names and options: what the real Anki makes of them."""

import csv
import html
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from anki_samples import LONG_AGO, QUESTIONS, edited, pictured_set, question_set
from hypothesis import given
from hypothesis import strategies as st
from learner import Author, Learner, learner_at

from quizgen.anki.errors import ExportError
from quizgen.anki.export import export_apkg
from quizgen.anki.selection import ExportOptions
from quizgen.anki.text import TextFormat, export_text
from quizgen.questions import QuestionSet

pytestmark = pytest.mark.anki

TITLE = "An almanac of small things"
AWKWARD = question_set(
    edited("boiling", stem='Say "yes",\tor; *no*', explanation='one\n\n- two, "three"\n- four\tfive', answer="#html:false")
)  # fmt: skip


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        yield one


def take_text(learner: Learner, path: Path) -> Any:
    """Import a text file as the desktop does, with what its header lines say."""
    from anki.collection import ImportCsvRequest

    metadata = learner.collection.get_csv_metadata(str(path), None)
    return learner.collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


def contents(learner: Learner) -> list[Sequence[Any]]:
    """Notes with their decks, cards and positions."""
    return learner.rows("""
        select n.guid, n.mid, n.flds, n.tags, n.sfld, n.csum, d.name, c.ord, c.due
        from notes n join cards c on c.nid = n.id join decks d on d.id = c.did order by n.guid, c.ord
    """)


def in_order(rows: list[Sequence[Any]]) -> list[tuple[str, str]]:
    """Decks and notes as new cards come up."""
    return [(row[6], row[0]) for row in sorted(rows, key=lambda row: (row[6], row[8], row[7]))]


def only_note_types(learner: Learner, author: Author) -> None:
    """A collection that knows our note types and holds none of our notes."""
    learner.take(author.release(question_set(id="other", title="Another")).path)
    learner.collection.remove_notes(learner.collection.find_notes("deck:Another"))
    learner.collection.decks.remove([learner.collection.decks.id("Another")])  # type: ignore[list-item]
    learner.collection.set_config("nextPos", 1)


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_text_has_the_same_notes_as_a_package(tmp_path: Path, learner: Learner, form: TextFormat) -> None:
    author = Author(tmp_path, LONG_AGO)
    only_note_types(learner, author)
    options = ExportOptions(subdecks=True)
    summary = export_text([AWKWARD], tmp_path / f"x.{form}", form, modified=LONG_AGO, options=options)
    log = take_text(learner, summary.path)

    assert (summary.notes, summary.cards, len(log.new)) == (9, 12, 9)
    with learner_at(tmp_path / "other.anki2") as other:
        other.take(author.release(AWKWARD, options=options).path)
        by_text, by_package = contents(learner), contents(other)
    assert [row[:-1] for row in by_text] == [row[:-1] for row in by_package]
    # Positions count differently where a note has several cards, but the order in each deck is the same.
    assert in_order(by_text) == in_order(by_package)


def test_text_puts_a_set_with_an_odd_title_into_one_deck(tmp_path: Path, learner: Learner) -> None:
    only_note_types(learner, Author(tmp_path, LONG_AGO))
    odd = question_set(title="Cafe\u0301 :: a, b ::::c")
    take_text(learner, export_text([odd], tmp_path / "x.csv", "csv", modified=LONG_AGO).path)

    assert learner.decks() == {"Café", "Café::a, b", "Café::a, b::blank", "Café::a, b::blank::c"}
    assert learner.deck_of("boiling") == learner.deck_of("rivers") == "Café::a, b::blank::c"


def test_text_updates_the_notes_of_a_package_and_keeps_reviews(tmp_path: Path, learner: Learner) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(question_set()).path)
    before = learner.review_all()

    changed = question_set(edited("boiling", hint=None, answer="At 100 °C."))
    export_text([changed], tmp_path / "x.tsv", "tsv", modified=LONG_AGO)
    log = take_text(learner, tmp_path / "x.tsv")

    assert (len(log.new), len(log.updated), len(log.duplicate)) == (0, 1, 8)
    assert (learner.note("boiling")["Answer"], learner.note("boiling")["Hint"]) == ("At 100 °C.", "")
    assert learner.point_state() == before


@pytest.mark.parametrize("form", ["csv", "tsv"])
def test_no_cell_of_a_text_is_a_formula(tmp_path: Path, learner: Learner, form: TextFormat) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(question_set()).path)
    risky = question_set(edited("boiling", stem="=1+2", answer="@SUM(A1)", hint="-1", explanation="+1"))
    path = export_text([risky], tmp_path / f"x.{form}", form, modified=LONG_AGO).path

    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file, delimiter="," if form == "csv" else "\t"))
    assert [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@"))] == []
    take_text(learner, path)
    note = learner.note("boiling")
    assert [html.unescape(note[name]) for name in ("Question", "Answer", "Hint", "Explanation")] == [
        "=1+2", "@SUM(A1)", "-1", "+1",
    ]  # fmt: skip


def test_a_deck_name_that_is_a_formula_is_not_written_as_text(tmp_path: Path) -> None:
    risky = question_set(title="=cmd|'/c calc'!A1")
    with pytest.raises(ExportError, match="starts with '=', so a spreadsheet would treat it as a formula"):
        export_text([risky], tmp_path / "x.csv", "csv", modified=LONG_AGO)
    assert not (tmp_path / "x.csv").exists()
    named = export_text([risky], tmp_path / "x.csv", "csv", ExportOptions(deck="Formulas"), modified=LONG_AGO)
    assert named.notes == 9


def test_text_without_the_note_types_adds_nothing(tmp_path: Path, learner: Learner) -> None:
    export_text([question_set()], tmp_path / "x.tsv", "tsv", modified=LONG_AGO)
    log = take_text(learner, tmp_path / "x.tsv")

    assert (len(log.new), len(log.missing_notetype)) == (0, 9)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from('",;\t#'), min_size=1, max_size=40))
def test_any_text_reads_back_from_its_row(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    if not words.strip():
        return
    folder = tmp_path_factory.mktemp("text")
    made = QuestionSet.model_construct(
        **{**dict(question_set()), "questions": (question_set().questions[0].model_copy(update={"stem": words}),)}
    )
    package = export_apkg([made], folder / "x.apkg", modified=LONG_AGO)
    assert package.notes == 1
    path = export_text([made], folder / "x.csv", "csv", modified=LONG_AGO).path

    with path.open(encoding="utf-8", newline="") as file:
        lines = [line for line in file if not line.startswith("#")]
    (row,) = csv.reader(lines)
    assert row[0] == "almanac/boiling"
    assert len(row) == 4 + 15


def test_a_selection_takes_only_what_it_names(tmp_path: Path) -> None:
    def ids(options: ExportOptions) -> list[str]:
        path = export_text([question_set()], tmp_path / "x.csv", "csv", modified=1, options=options).path
        return [
            line.split(",")[0].removeprefix("almanac/")
            for line in path.read_text("utf-8").splitlines()
            if line.startswith("almanac/")
        ]

    assert ids(ExportOptions(kinds=frozenset({"order", "match"}))) == ["seasons", "currencies"]
    assert ids(ExportOptions(topics=frozenset({"matter"}))) == ["boiling"]
    assert ids(ExportOptions(tags=frozenset({"PHYSICS"}))) == ["boiling"]
    assert ids(ExportOptions(tags=frozenset({"almanac::space"}), kinds=frozenset({"choice"}))) == ["largest-planet"]
    assert len(ids(ExportOptions(tags=frozenset({"almanac"})))) == 9
    with pytest.raises(ExportError, match="no question matches the given tag"):
        ids(ExportOptions(tags=frozenset({"phys"})))


def test_a_selection_does_not_shorten_the_record(tmp_path: Path) -> None:
    whole = export_apkg([question_set()], tmp_path / "x.apkg", modified=LONG_AGO)
    records = {"almanac": whole.decks[0].record}
    cards_only = ExportOptions(kinds=frozenset({"card"}))
    changed = question_set(edited("marathon", unit="m"))
    part = export_apkg([changed], tmp_path / "x.apkg", modified=LONG_AGO + 9, records=records, options=cards_only)

    assert part.notes == 1
    assert part.decks[0].changes.changed == ("marathon",)
    assert part.decks[0].changes.removed == ()
    assert part.decks[0].record.notes["marathon"].modified == LONG_AGO + 9
    assert len(part.decks[0].record.notes) == 9


def test_pictures_of_removed_questions_are_not_exported(tmp_path: Path) -> None:
    options = ExportOptions(kinds=frozenset({"card"}))
    roots = {"almanac": tmp_path}
    made = pictured_set(tmp_path)

    whole = export_apkg([made], tmp_path / "x.apkg", modified=LONG_AGO, pictures=roots)
    part = export_apkg([made], tmp_path / "x.apkg", modified=LONG_AGO, pictures=roots, options=options)

    assert (whole.pictures, part.pictures) == (1, 0)
    assert part.decks[0].record == whole.decks[0].record


def test_sub_decks_hold_their_topics(tmp_path: Path, learner: Learner) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(question_set(), options=ExportOptions(subdecks=True)).path)

    assert learner.decks() == {TITLE, f"{TITLE}::Space", f"{TITLE}::Matter", f"{TITLE}::Places & rivers"}
    assert {one["id"]: learner.deck_of(one["id"]) for one in QUESTIONS} == {
        one["id"]: "::".join((TITLE, *filter(None, [question_set().topics.get(one.get("topic", ""))])))
        for one in QUESTIONS
    }


def test_topics_of_one_name_share_a_sub_deck(tmp_path: Path, learner: Learner) -> None:
    topics = {"space": "Other", "matter": "other", "places": "A::B"}
    learner.take(
        Author(tmp_path, LONG_AGO).release(question_set(topics=topics), options=ExportOptions(subdecks=True)).path
    )

    assert learner.decks() == {TITLE, f"{TITLE}::Other", f"{TITLE}::A: B"} or learner.decks() == {
        TITLE, f"{TITLE}::other", f"{TITLE}::A: B",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("sets", "decks"),
    [
        ([question_set()], {"School::Term 1"}),
        (
            [question_set(), question_set(id="b", title="B")],
            {"School", "School::Term 1", f"School::Term 1::{TITLE}", "School::Term 1::B"},
        ),
    ],
    ids=["one set", "two sets"],
)
def test_a_deck_name_is_for_one_set_or_the_parent_of_several(
    tmp_path: Path, learner: Learner, sets: list[QuestionSet], decks: set[str]
) -> None:
    learner.take(Author(tmp_path, LONG_AGO).release(*sets, options=ExportOptions(deck="School::Term 1")).path)

    assert learner.decks() == decks | {"School"}


def test_a_deck_name_cannot_be_that_of_ankis_own_deck(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Default"):
        export_apkg([question_set()], tmp_path / "x.apkg", modified=LONG_AGO, options=ExportOptions(deck="default"))


def test_deck_options_arrive_if_the_learner_allows_it(tmp_path: Path, learner: Learner) -> None:
    package = (
        Author(tmp_path, LONG_AGO).release(question_set(), options=ExportOptions(new_per_day=7, subdecks=True)).path
    )
    decks = learner.collection.decks

    learner.take(package)
    assert all(decks.config_dict_for_deck_id(decks.id(name))["id"] == 1 for name in learner.decks())  # type: ignore[arg-type]

    learner.take(package, with_deck_configs=True)
    for name in learner.decks():
        options = decks.config_dict_for_deck_id(decks.id(name))  # type: ignore[arg-type]
        assert (options["name"], options["new"]["perDay"]) == (f"quizgen: {TITLE}", 7)


def test_text_cannot_carry_deck_options(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="deck options"):
        export_text([question_set()], tmp_path / "x.csv", "csv", modified=1, options=ExportOptions(new_per_day=7))


def test_progress_is_reported(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    export_apkg([question_set()], tmp_path / "x.apkg", modified=1, watch=lambda done, total: told.append((done, total)))

    assert told == [(0, 9), (9, 9)]
