"""A deck goes into Anki and out again: what no card shows comes back, and what a person changed there wins."""

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from learner import Learner, learner_at

import quizgen
from quizgen.questions import Citation, ClozeQuestion, NumberQuestion, Question, QuestionSet, ShortQuestion

pytestmark = pytest.mark.anki

QUESTIONS = (
    NumberQuestion(id="long", stem="How long is the Po?", answer=Decimal(650), unit="km", tolerance="10%"),
    NumberQuestion(id="mile", stem="Seemeile?", answer="1.852", range=("1.8", "12345.25"), unit="km", language="de"),
    NumberQuestion(
        id="year", stem="When?", answer=Decimal(1706), reject={"1707": "A year too late."}, topic="north",
        tags=("z", "dates"), point=("year",), fact="flood", facts=("flood", "dike"), citation={"paragraph": 2, "phrases": ["in 1706"]},
        lint={"ignore": ["Q107"]},
    ),
    ShortQuestion(
        id="po", stem="Which river?", answer="Po", accept=("Po, the river", "Eridanus"), reject={"Arno": "*No*  {{c1::"},
        pattern="(il )?Po", type="place", grading={"preset": "exact"}, answer_language="it",
    ),
    ShortQuestion(id="many", stem="Who?", answer="Ada", accept=("A; L", "A. L.", "Augusta", "A. Byron", "Lovelace")),
    ClozeQuestion(
        id="gaps", text="From {{c1::Germany}} to {{c2::Romania}}, a sea of {{c12::reeds}}.",
        accept={"c1": ("Deutschland", "Baden"), "c12": ("(giant) reeds; grass",)},
    ),
    ClozeQuestion(
        id="plain-gaps", text="From {{c1::Germany}} to {{c2::Romania}}, a sea of {{c3::reeds}}.",
        accept={"c1": ("Deutschland", "Baden"), "c3": ("grass",)},
    ),
    ClozeQuestion(
        id="formulas", text=r"So \(x = {{c1::\frac{1}{2} }} + {{c2::y}}\) {{c3::or}} \({{c2::z}} < 1\).",
        accept={"c1": ("0.5", "1/2"), "c3": ("and",)},
    ),
    ClozeQuestion(id="one-formula", text=r"Add \(x = {{c1::2 < 3}}\).", accept={"c1": ("3 > 2",)}),
    ClozeQuestion(id="second-mark", text="It rises in {{c2::Germany}}.", accept={"c2": ("Deutschland",)}),
    ClozeQuestion(id="gap", text="It flows into the {{c1::Adriatic}}.", reject={"c1": {"Ionian": "Too far south."}}),
)  # fmt: skip


SET = QuestionSet(
    id="rivers", title="Rivers", questions=QUESTIONS, description="*All* rivers.", license="CC BY 4.0",
    source={"title": "A text", "published": "2023", "url": "https://a.example/?a=1&b=-->"}, tags=("geo",),
    topics={"south": "The south", "north": "The north"},
)  # fmt: skip


@pytest.fixture
def learner(tmp_path: Path) -> Iterator[Learner]:
    with learner_at(tmp_path / "collection.anki2") as one:
        path = tmp_path / "rivers.apkg"
        quizgen.export(SET, path)
        one.take(path)
        yield one


def exported(learner: Learner, path: Path, *, legacy: bool = False) -> tuple[dict[str, Question], quizgen.Imported]:
    from anki.collection import ExportAnkiPackageOptions

    options = ExportAnkiPackageOptions(with_scheduling=False, with_media=True, legacy=legacy)
    learner.collection.export_anki_package(out_path=str(path), options=options, limit=None)
    imported = quizgen.import_file(path)
    return {question.id: question for question in imported.question_set.questions}, imported


def edit(learner: Learner, question_id: str, **fields: str) -> None:
    note = learner.note(question_id, "rivers")
    for name, value in fields.items():
        note[name.replace("_", " ")] = value
    learner.collection.update_note(note)


@pytest.mark.parametrize("legacy", [False, True])
def test_a_set_survives_ankis_own_export(learner: Learner, tmp_path: Path, *, legacy: bool) -> None:
    _, imported = exported(learner, tmp_path / "out.apkg", legacy=legacy)
    assert (imported.problems, imported.notes, imported.question_set) == ((), (), SET)


def test_an_update_brings_the_sets_new_data_and_edits_in_anki_win(learner: Learner, tmp_path: Path) -> None:
    changed = SET.model_copy(update={"license": "CC0", "topics": {**SET.topics, "east": "The east"}})
    quizgen.export(changed, tmp_path / "rivers.apkg")
    learner.take(tmp_path / "rivers.apkg")
    edit(learner, "year", Topic="The west", Citation="Paragraph 7, A text")
    back, imported = exported(learner, tmp_path / "out.apkg")
    assert imported.question_set.license == "CC0"
    assert imported.question_set.topics == {**changed.topics, "the-west": "The west"}
    assert (back["year"].topic, back["year"].citation) == ("the-west", Citation(paragraph=7))


def test_a_deck_whose_description_was_deleted_says_what_is_missing(learner: Learner, tmp_path: Path) -> None:
    deck = learner.collection.decks.by_name("Rivers")
    assert deck is not None
    deck["desc"] = "Mine"
    learner.collection.decks.save(deck)
    back, imported = exported(learner, tmp_path / "out.apkg")
    assert any("lacks the set's description, source and license" in note for note in imported.notes)
    assert back["year"].topic == "the-north"


def test_what_a_person_changed_in_anki_wins(learner: Learner, tmp_path: Path) -> None:
    edit(learner, "long", Accepted="600–700")
    edit(learner, "year", Answer="about 1706", Full_Answer="about 1706", Spare_3="")
    edit(learner, "po", Accepted="Padus", Full_Answer="the Po")
    edit(learner, "gaps", Accepted="(2) Rumania; (12) grass")
    edit(learner, "second-mark", Accepted="Bavaria, the state; Swabia")
    back, _ = exported(learner, tmp_path / "out.apkg")
    long, year, po = back["long"], back["year"], back["po"]
    assert isinstance(long, NumberQuestion)
    assert isinstance(po, ShortQuestion)
    assert (long.tolerance, long.range) == (None, (Decimal(600), Decimal(700)))
    assert year.kind == "short"
    assert (po.answer, po.accept, po.pattern) == ("the Po", ("Padus",), "(il )?Po")
    gaps, second_mark = back["gaps"], back["second-mark"]
    assert isinstance(gaps, ClozeQuestion)
    assert isinstance(second_mark, ClozeQuestion)
    assert gaps.accept == {"c2": ("Rumania",), "c12": ("grass",)}
    assert second_mark.accept == {"c2": ("Bavaria, the state", "Swabia")}


@pytest.mark.parametrize(
    "damaged",
    ["{", "[]", '{"settings": 1}', '{"settings": {"type": "no such type"}}', '{"settings": {"accept": {"c1": 3}}}'],
)
def test_damaged_settings_do_not_stop_an_import(learner: Learner, damaged: str, tmp_path: Path) -> None:
    edit(learner, "po", Spare_3=damaged)
    back, _ = exported(learner, tmp_path / "out.apkg")
    assert isinstance(back["po"], ShortQuestion)
    assert back["po"].type == "text"
