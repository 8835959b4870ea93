"""Every layer knows every kind: one question of each is checked, asked, shown, exported and imported again."""

import shutil
from pathlib import Path

import pytest
from program import run_quizgen

import quizgen
from quizgen.exporting.formats import FORMAT_INFO, FORMATS, Format
from quizgen.questions import KINDS

FILE = Path(__file__).parent / "every-kind.yaml"
SET = quizgen.load(FILE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a copy of the set."""
    shutil.copy2(FILE, tmp_path)
    return tmp_path


def test_there_is_a_question_of_every_kind() -> None:
    assert [question.kind for question in SET.questions] == list(KINDS)


def test_every_kind_is_checked_listed_and_previewed(folder: Path) -> None:
    assert "No errors in 1 file" in run_quizgen(folder, "check", FILE.name).stdout
    shown = run_quizgen(folder, "show", FILE.name).stdout
    assert run_quizgen(folder, "preview", FILE.name, "-o", "page.html").returncode == 0
    page = (folder / "page.html").read_text(encoding="utf-8")
    assert [question.id for question in SET.questions if question.id not in shown or question.id not in page] == []


def test_every_kind_is_asked_in_plain_lines(folder: Path) -> None:
    done = run_quizgen(folder, "quiz", FILE.name, "--all", "--plain", stdin="skip\n" * len(KINDS))
    assert f"{len(KINDS)} skipped" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize("kind", KINDS)
def test_add_asks_for_the_fields_of_every_kind(kind: str, folder: Path) -> None:
    done = run_quizgen(folder, "add", FILE.name, "--plain", stdin=f"{kind}\nWhat is {{{{c1::this}}}}?\n")
    assert done.stderr.endswith("Aborted!\n"), done.stderr  # the input ends at the prompt for the next field


def test_every_kind_comes_back_from_markdown_and_anki(tmp_path: Path) -> None:
    quizgen.save(SET, tmp_path / "set.md")
    assert quizgen.load(tmp_path / "set.md") == SET
    quizgen.export(SET, tmp_path / "set.apkg")
    assert quizgen.import_file(tmp_path / "set.apkg").question_set == SET


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_takes_every_kind(form: Format, tmp_path: Path) -> None:
    exported = quizgen.export(SET, tmp_path / f"set{FORMAT_INFO[form].endings[0]}", form)
    assert exported.questions == len(KINDS)
