"""``quizgen.export`` and ``quizgen export -o FILE``: formats by ending, what is left out, and what is refused."""

import base64
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

import quizgen
from quizgen.cli import cli
from quizgen.cli.export import export_command
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, format_of

NINE_KINDS = Path(__file__).parents[1] / "terminal" / "nine-kinds.yaml"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63606060f80f00010401005fe5c34b0000000049454e44ae426082"
)
SET = """\
id: rivers
title: Rivers
topics: {sea: The sea, long/short: "Long / short"}
questions:
  - {id: po, kind: short, topic: sea, stem: Which?, answer: Po, hint: Think of Turin., image: {file: po.png, alt: A river}}
  - {id: old, kind: card, stem: Old?, answer: Yes, retired: true}
  - {id: long, kind: number, stem: How long?, answer: 652, unit: km, tolerance: 10%, image: {file: po.png, alt: A river, after_answer: true}}
""".replace("long/short:", "long-short:")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "rivers.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "po.png").write_bytes(PNG)
    return tmp_path


def run(*arguments: str) -> Result:
    return CliRunner().invoke(export_command, arguments)


def test_the_ending_of_a_file_names_its_format() -> None:
    for form in FORMATS:
        for ending in FORMAT_INFO[form].endings:
            assert format_of(Path(f"Rivers{ending.upper()}")) == form
    assert format_of(Path("rivers.doc")) is None


def test_the_help_lists_every_format() -> None:
    said = run("--help").output
    for info in FORMAT_INFO.values():
        assert re.search(rf"^ *{re.escape(info.endings[0])} +{re.escape(info.description)}$", said, re.MULTILINE)


RETIRED = "left out, because the question is retired; use --retired to export it"


@pytest.mark.parametrize(
    ("name", "questions", "said"),
    [("rivers.gift", 2, f"GIFT: {RETIRED} (old)\n"), ("rivers.qti.zip", 2, f"QTI: {RETIRED} (old)\n"), ("rivers.xml", 3, "")],
)  # fmt: skip
@pytest.mark.parametrize("is_set_retired", [False, True])
def test_a_question_bank_has_no_retired_question_that_it_cannot_hide(
    folder: Path, name: str, questions: int, said: str, is_set_retired: bool
) -> None:
    if is_set_retired:
        Path("rivers.yaml").write_text(SET.replace("title: Rivers\n", "title: Rivers\nretired: true\n"), "utf-8")
        if said:
            assert "nothing to export" in run("rivers.yaml", "-o", name).output
            return
    result = run("rivers.yaml", "-o", name)
    assert result.exit_code == 0, result.output
    assert f"Wrote {name}: {questions} questions" in result.output
    assert said in result.output
    if not said:
        assert CliRunner().invoke(cli, ["import", name, "-o", "back.yaml"]).exit_code == 0
        retired = [question.id for question in quizgen.load("back.yaml").questions if question.retired]
        assert retired == (["po", "old", "long"] if is_set_retired else ["old"])
    assert not (folder / "rivers.release.json").exists()


def test_what_a_format_cannot_hold_is_said_before_the_file_is_written(folder: Path) -> None:
    said = run("rivers.yaml", "-o", "rivers.gift").output.splitlines()
    assert said == [
        f"GIFT: {RETIRED} (old)",
        "GIFT: the hint is left out (po)",
        "GIFT: the picture is left out (po, long)",
        "GIFT: the unit, which the question should name, is left out (long)",
        "GIFT: the tolerance of 10% is converted to fixed limits: 586.8 to 717.2 (long)",
        "Wrote rivers.gift: 2 questions",
    ]
    assert run("rivers.yaml", "-o", "rivers.xml").output.splitlines() == [
        "Moodle XML: a flashcard becomes an essay question with the answer as feedback (old)",
        "Moodle XML: the tolerance of 10% is converted to fixed limits: 586.8 to 717.2 (long)",
        "Wrote rivers.xml: 3 questions",
    ]


@pytest.mark.parametrize(
    ("name", "lost"),
    [
        ("rivers.gift", "GIFT: the description, license and language of the set are left out (rivers)"),
        ("rivers.xml", "Moodle XML: the description, license and language of the set are left out (rivers)"),
        ("rivers.qti.zip", "QTI: the license and language of the set are left out (rivers)"),
    ],
)
def test_the_fields_of_the_set_are_named_once_and_its_tags_are_those_of_each_question(
    folder: Path, name: str, lost: str
) -> None:
    heading = "title: Rivers\ndescription: Long ones.\nlicense: CC0-1.0\nlanguage: en\ntags: [europe, geo]\n"
    tagged = SET.replace("title: Rivers\n", heading).replace("stem: Which?", "stem: Which?, tags: [geo, italy]")
    Path("rivers.yaml").write_text(tagged, encoding="utf-8")
    said = run("rivers.yaml", "-o", name).output.splitlines()
    assert [line for line in said if "of the set" in line] == [lost]
    assert not any("tags" in line for line in said)
    assert CliRunner().invoke(cli, ["import", name, "-o", "back.yaml"]).exit_code == 0
    assert [question.tags for question in quizgen.load("back.yaml").questions] == [
        ("europe", "geo", "italy"), *[("europe", "geo")] * (2 if name.endswith(".xml") else 1),
    ]  # fmt: skip


def test_qti_names_rejected_answers_as_lost() -> None:
    question = quizgen.ShortQuestion(id="q", stem="Which?", answer="Po", reject={"Arno": "It is shorter."})
    (loss,) = quizgen.losses(quizgen.QuestionSet(id="s", title="S", questions=(question,)), "qti")
    assert (loss.question_id, loss.field) == ("q", "reject")


def test_what_cards_do_not_show_is_said_before_the_deck_is_written(folder: Path) -> None:
    Path("set.yaml").write_text(
        """\
id: set
title: Set
questions:
  - {id: po, kind: short, stem: Which?, answer: Po, pattern: Pado?, reject: {Arno: It is shorter.}}
  - {id: po-card, kind: card, point: po, stem: Which is longest?, answer: Po, image: {file: po.png, alt: A map}}
  - {id: tiber, kind: card, stem: Which is second?, answer: Tiber, retired: true}
""",
        encoding="utf-8",
    )
    said = run("set.yaml", "-o", "set.apkg").output
    left = "Anki: 1 question is not in the deck, which has one question for each core point"
    assert said.index(left) < said.index("Wrote set.apkg")
    assert "for each point;" in run("set.yaml", "-o", "set.apkg", "--detail").output
    fields = [(loss.question_id, loss.field) for loss in quizgen.losses(quizgen.load("set.yaml"), "csv")]
    assert fields == [("tiber", "retired"), ("", "set"), ("po-card", "image")]
    (package,) = json.loads(run("set.yaml", "-o", "set.apkg", "--all", "--json").stdout)["packages"]
    assert [(loss["question"], loss["field"]) for loss in package["losses"]] == [
        ("tiber", "retired"), ("po", "reject"), ("po", "pattern"),
    ]  # fmt: skip


def test_json_names_each_question_and_field_that_is_left_out(folder: Path) -> None:
    (written,) = json.loads(run("rivers.yaml", "-o", "rivers.gift", "--json").stdout)["files"]
    assert (written["path"], written["format"], written["questions"]) == ("rivers.gift", "gift", 2)
    assert [(loss["question"], loss["field"]) for loss in written["losses"]] == [
        ("old", "retired"), ("po", "hint"), ("po", "image"), ("long", "image"), ("long", "unit"), ("long", "tolerance"),
    ]  # fmt: skip
    losses = quizgen.losses(quizgen.load("rivers.yaml"), "gift")
    assert [vars_of["message"] for vars_of in written["losses"]] == [loss.message for loss in losses]


@pytest.mark.parametrize("ending", ["json", "md"])
def test_a_set_file_reads_back_as_the_same_set(folder: Path, ending: str) -> None:
    for source in (Path("rivers.yaml"), NINE_KINDS):
        result = run(str(source), "-o", f"copy.{ending}")
        assert result.exit_code == 0, result.output
        assert quizgen.load(f"copy.{ending}") == quizgen.load(source)


def test_a_set_in_json_may_have_an_answer_that_looks_like_gift(folder: Path) -> None:
    question_set = quizgen.QuestionSet(
        id="s", title="S", questions=(quizgen.CardQuestion(id="a", stem="a", answer="{ =b }"),)
    )
    quizgen.export(question_set, "s.json")
    assert quizgen.load("s.json") == question_set


def test_the_same_set_gives_the_same_bytes(folder: Path) -> None:
    for name in ("one.gift", "one.xml", "one.json", "one.md"):
        quizgen.export(quizgen.load("rivers.yaml"), name, pictures=folder)
        before = Path(name).read_bytes()
        quizgen.export(quizgen.load("rivers.yaml"), name, pictures=folder)
        assert Path(name).read_bytes() == before


def test_one_function_writes_ankis_formats_too(folder: Path) -> None:
    exported = quizgen.export(quizgen.load("rivers.yaml"), "rivers.apkg", pictures=folder)
    assert (exported.format, exported.questions) == ("apkg", 2)
    assert [(loss.question_id, loss.field) for loss in exported.losses] == [("old", "retired")]
    assert exported.anki is not None
    assert exported.anki.cards == 2
    assert quizgen.export(quizgen.load("rivers.yaml"), "rivers.csv", pictures=folder).format == "csv"


def test_options_choose_the_questions(folder: Path) -> None:
    options = quizgen.ExportOptions(kinds=frozenset({"short"}))
    assert quizgen.export(quizgen.load("rivers.yaml"), "a.gift", options=options).questions == 1
    assert "Wrote rivers.gift: 1 question\n" in run("rivers.yaml", "--to", "gift", "--retired").output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("-o", "rivers.doc"), "rivers.doc does not have a known extension. Use .apkg, .csv, .tsv, .gift, .xml,"),
        (("-o", "a.gift", "--deck", "Deck"), "--deck applies only to Anki files, not to GIFT files."),
        (("-o", "a.xml", "--diff"), "--diff applies only to Anki files"),
        (("-o", "a.gift", "--kind", "match"), "no question matches the given kind"),
        (("-o", "rivers.yaml", "--to", "json"), "rivers.yaml is the set file itself"),
        (("-o", "missing/a.gift"), "missing/a.gift cannot be written"),
    ],
)
def test_what_makes_no_sense_is_refused_and_nothing_is_written(
    folder: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    result = run("rivers.yaml", *arguments)
    assert result.exit_code in {1, 2}
    assert said in " ".join(result.output.split())
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


def test_no_file_is_written_if_one_would_replace_its_set(folder: Path) -> None:
    (folder / "lakes.md").write_text(
        "---\nid: lakes\ntitle: Lakes\n---\n\n### Which? {#q}\n= Garda\n", encoding="utf-8"
    )
    result = run("rivers.yaml", "lakes.md", "--to", "md")
    assert "lakes.md is the set file itself" in " ".join(result.output.split())
    assert not (folder / "rivers.md").exists()


def test_a_missing_picture_stops_the_export_at_its_line(folder: Path) -> None:
    (folder / "po.png").unlink()
    result = run("rivers.yaml", "-o", "rivers.xml")
    assert "rivers.yaml:5:" in result.output
    assert "question 'po': the picture po.png does not exist" in result.output
    assert not (folder / "rivers.xml").exists()


def test_several_sets_become_categories_of_one_file_but_not_one_set(folder: Path) -> None:
    other = SET.replace("id: rivers", "id: lakes").replace("title: Rivers", "title: Lakes/ponds")
    (folder / "lakes.yaml").write_text(other, encoding="utf-8")
    run("rivers.yaml", "lakes.yaml", "-o", "all.gift")
    assert re.findall(r"^\$CATEGORY: (.*)$", (folder / "all.gift").read_text("utf-8"), re.MULTILINE) == [
        "$course$/top/Rivers/The sea", "$course$/top/Rivers",
        "$course$/top/Lakes//ponds/The sea", "$course$/top/Lakes//ponds",
    ]  # fmt: skip
    assert "a JSON file can contain only one set" in run("rivers.yaml", "lakes.yaml", "-o", "all.json").output


def test_moodle_gets_ids_pictures_hints_and_units(folder: Path) -> None:
    quizgen.export(quizgen.load("rivers.yaml"), "rivers.xml", pictures=folder)
    quiz = ElementTree.parse("rivers.xml").getroot()
    _, po, _, _, long = quiz.findall("question")
    assert (po.findtext("idnumber"), po.findtext("name/text"), po.findtext("hint/text")) == ("po", "po", "Think of Turin.")  # fmt: skip
    assert po.findtext("questiontext/text") == '<p>Which?</p>\n<p><img src="@@PLUGINFILE@@/po.png" alt="A river"></p>'
    picture = po.find("questiontext/file")
    assert picture is not None
    assert (picture.get("name"), base64.b64decode(picture.text or "")) == ("po.png", PNG)
    assert long.find("questiontext/file") is None
    assert long.find("generalfeedback/file") is not None
    assert [long.findtext(path) for path in ("answer/text", "answer/tolerance", "units/unit/unit_name")] == [
        "652", "65.2", "km",
    ]  # fmt: skip
