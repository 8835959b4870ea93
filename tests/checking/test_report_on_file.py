"""`report_on_file`: one examination finds the sound questions of a set and every error and warning, each at its question."""

from pathlib import Path

import pytest

import quizgen
from quizgen.checking import SetReport, report_on_file

SET = """\
id: rivers
title: Rivers
questions:
  - id: town
    kind: choice
    stem: Which town lies on the Tiber?
    answer: Rome
    distractors: [Turin, None of the above, Pisa]
  - {id: sea, kind: short, stem: Where does the Po end?, answer: Adriatic}
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "rivers.yaml"


def codes(report: SetReport) -> list[tuple[str | None, list[str]]]:
    return [
        (one.question.id if one.question else None, [diagnostic.code for diagnostic in one.diagnostics])
        for one in report.questions
    ]


def test_a_sound_set_is_ready_for_use_and_has_its_warnings(path: Path) -> None:
    path.write_text(SET)
    report = report_on_file(path)
    assert report.read is not None
    assert report.read.question_set == quizgen.load(path)
    assert codes(report) == [("town", ["Q102"]), ("sea", [])]


def test_a_question_with_errors_is_shown_as_written_and_the_others_stay(path: Path) -> None:
    path.write_text(SET.replace("kind: short", "kind: number") + "  - id: end\n    kind: card\n    stem: a: b\n")
    report = report_on_file(path)
    assert report.read is None
    assert codes(report) == [("town", ["Q102"]), (None, ["E103"]), (None, ["E102", "E006"])]
    assert report.questions[1].source.startswith("  - {id: sea, kind: number")
    assert report.questions[2].source.endswith("stem: a: b")
    assert [diagnostic.line for diagnostic in report.diagnostics] == [8, 9, 10, 12]


def test_a_file_that_cannot_be_read_has_only_errors(path: Path) -> None:
    report = report_on_file(path)
    assert (report.examined, report.questions) == (None, ())
    assert [diagnostic.code for diagnostic in report.general] == ["E001"]


def test_errors_of_the_heading_belong_to_no_question_and_hide_no_other(path: Path) -> None:
    path.write_text(SET.replace("id: rivers", "id: Rivers!").replace("answer: Adriatic", "answer: Po, topic: Seas"))
    report = report_on_file(path)
    assert [diagnostic.code for diagnostic in report.general] == ["E104"]
    assert codes(report) == [("town", ["Q102"]), (None, ["E104"])]


def test_a_question_that_lacks_only_an_id_has_its_warnings(path: Path) -> None:
    path.write_text(SET.replace("id: town\n    ", "").replace("{id: sea, ", "{"))
    assert codes(report_on_file(path)) == [(None, ["E102", "Q102"]), (None, ["E102"])]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("{kind: choice, stem: Which?, answer: Po, distractors: [Arno, po, arno]}", {"E102", "E201", "E202"}),
        ("{id: a, kind: choice, stem: , answer: Po, distractors: [Arno, Po]}", {"E103", "E201"}),
        ("{id: A!, kind: choice, stem: Which?, answer: , distractors: [Arno, arno]}", {"E104", "E103", "E202"}),
        ("{id: a, kind: choice, stem: Which?, options: [Arno, Po]}", {"E102"}),  # the stand-in is not missing there
        ("{id: a, kind: multiple, stem: Which?, distractors: [Arno, arno]}", {"E102", "E202"}),
        ("{kind: true_false, stem: The Po is long., answer: false}", {"E102", "E215"}),
        ("{kind: number, stem: How long?, answer: long, range: [3, 2]}", {"E102", "E103"}),
        ("{kind: short, stem: When?, answer: soon, type: date}", {"E102", "E216"}),
        ("{kind: order, stem: true, steps: [a, b]}", {"E102", "E103", "E209"}),
    ],
)
def test_an_error_in_one_key_hides_none_of_the_question_together(path: Path, question: str, expected: set[str]) -> None:
    path.write_text(f"id: rivers\ntitle: Rivers\nquestions:\n  - {question}\n")
    assert {diagnostic.code for diagnostic in report_on_file(path).diagnostics} == expected


def test_checks_of_all_parts_run_even_if_required_parts_have_errors(tmp_path: Path) -> None:
    path = tmp_path / "seed.yaml"
    path.write_text(
        "id: Bad!\nsource: {titel: x}\ntopics: [x]\nentities:\n  a: {name: Po, type: place}\n"
        "  b: {name: Arno, type: place, aliases: [Po]}\n"
        'facts:\n  - {id: f, topic: t, statement: "The {{c1::Po}}.", citation: {paragraph: 1, quote: The Po}}\n'
    )
    found = {diagnostic.code for diagnostic in quizgen.check(path).errors}
    assert found == {"E101", "E103", "E104", "E402"}  # neither an unknown topic nor a forbidden quote
