"""The set in docs/markdown.md has every kind, no errors and no warnings."""

import re
from pathlib import Path

import quizgen
from quizgen.checking import check
from quizgen.questions import KINDS

PAGE = Path(__file__).parents[2] / "docs" / "markdown.md"


def test_the_example_shows_every_kind_and_passes_the_check(tmp_path: Path) -> None:
    example = re.search(r"^````markdown\n(.*?)^````$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    assert example is not None
    path = tmp_path / "rivers.md"
    path.write_text(example[1], encoding="utf-8")
    assert check(path).diagnostics == []
    assert {question.kind for question in quizgen.load(path).questions} == set(KINDS)


def test_the_authoring_page_shows_one_set_in_both_formats(tmp_path: Path) -> None:
    text = (PAGE.parent / "authoring.md").read_text(encoding="utf-8")
    sets = []
    for language in ("yaml", "markdown"):
        example = re.search(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
        assert example is not None
        path = tmp_path / f"rivers.{'md' if language == 'markdown' else language}"
        path.write_text(example[1], encoding="utf-8")
        sets.append(quizgen.load(path))
    assert sets[0] == sets[1]
