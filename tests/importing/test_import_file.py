"""``quizgen.import_file``: one call from another program's file to a question set."""

import json
from pathlib import Path

import pytest
from import_samples import invoke

import quizgen

GIFT = "::Seine::Which river flows through Paris? {=Seine ~Rhine ~Loire}\n\nTell me about it. {}\n"


def test_one_call_gives_the_set_and_the_problems(tmp_path: Path) -> None:
    (tmp_path / "Rivers of France.gift").write_text(GIFT, "utf-8")
    imported = quizgen.import_file(str(tmp_path / "Rivers of France.gift"))

    assert (imported.question_set.id, imported.question_set.title) == ("rivers-of-france", "Rivers of France")
    assert [question.kind for question in imported.question_set.questions] == ["choice"]
    assert imported.format == "GIFT, in UTF-8"
    (problem,) = imported.left_out
    assert (problem.where, problem.message) == ("line 3", "the question has no answer; essays are not supported")


def test_what_is_saved_loads_as_the_same_set(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text(GIFT, "utf-8")
    imported = quizgen.import_file(tmp_path / "x.gift", id="rivers", title="Rivers")
    imported.save(tmp_path / "new" / "rivers.yaml")

    assert quizgen.load(tmp_path / "new" / "rivers.yaml") == imported.question_set
    with pytest.raises(quizgen.WriteError, match="already exists; not overwritten"):
        imported.save(tmp_path / "new" / "rivers.yaml")


def test_a_file_without_a_usable_item_is_an_error_that_says_why(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text("Tell me about it. {}\n", "utf-8")
    with pytest.raises(quizgen.NothingImportedError, match="no items could be imported") as caught:
        quizgen.import_file(tmp_path / "x.gift", format="gift")

    assert [problem.where for problem in caught.value.problems] == ["line 1"]
    done = invoke("import", tmp_path / "x.gift", "-o", tmp_path / "x.yaml")
    assert "Left out line 1: the question has no answer" in done.output
    assert "no file was written" in done.output
    assert not (tmp_path / "x.yaml").exists()


def test_an_unsupported_file_is_rejected_with_help(tmp_path: Path) -> None:
    (tmp_path / "x.xlsx").write_bytes(b"PK")
    with pytest.raises(
        quizgen.ImportRefusedError, match=r"cannot be read as a spreadsheet .*; save the sheet as CSV UTF-8"
    ):
        quizgen.import_file(tmp_path / "x.xlsx")


def test_one_question_is_not_counted_as_several(tmp_path: Path) -> None:
    (tmp_path / "x.gift").write_text(GIFT, "utf-8")
    done = invoke("import", tmp_path / "x.gift", "-o", tmp_path / "x.yaml")

    assert done.output.splitlines()[-1].endswith(": 1 question (1 choice); 1 item left out.")


def test_a_report_lists_everything_that_was_left_out(tmp_path: Path) -> None:
    (tmp_path / "many.gift").write_text("One {=a =b#Yes!}\n\nTwo {}\n\nThree {}\n", encoding="utf-8")
    done = invoke("import", tmp_path / "many.gift", "-o", tmp_path / "many.yaml", "--report", tmp_path / "report.json")
    assert "Left out line 3, line 5: the question has no answer" in done.output
    report = json.loads((tmp_path / "report.json").read_text("utf-8"))
    assert (report["format"], report["questions"], report["notes"]) == ("GIFT, in UTF-8", 1, [])
    assert [one["where"] for one in report["left_out"]] == ["line 3", "line 5"]
    assert report["in_part"] == [{"where": "line 1", "message": "left out praise for the correct answer: Yes!"}]


def test_a_report_is_written_even_if_nothing_could_be_imported(tmp_path: Path) -> None:
    (tmp_path / "none.gift").write_text("Two {}\n", encoding="utf-8")
    done = invoke("import", tmp_path / "none.gift", "--dry-run", "--report", tmp_path / "report.json")
    assert done.exit_code == 1
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["questions"] == 0
