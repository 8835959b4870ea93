"""`fix`, `add` and `new` on Markdown sets: what they write, and that no other line changes."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import quizgen
from quizgen.checking import check
from quizgen.cli import cli

SET = """\
---
id: rivers
title: Rivers
---
<!-- a note -->

### Which river flows through Turin?
= Po

## Seas {#seas}

### Into which sea does the Danube flow? {#danube} ###
- [x] Black Sea
- [ ] Baltic Sea

###

What does this print?

```python
print(2)
```

= 2 or two

## Lengths

### How long is the Danube? ###
=# 2850 km
"""


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "decks").mkdir()
    file = tmp_path / "decks" / "rivers.md"
    file.write_text(SET, encoding="utf-8")
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, arguments)


def test_fix_adds_the_ids_that_are_missing(path: Path) -> None:
    assert run("fix", "--yes").exit_code == 0
    assert path.read_text(encoding="utf-8") == SET.replace("through Turin?", "through Turin? {#river-flows-through-turin}").replace(
        "###\n\nWhat", "### {#print-python-print-2}\n\nWhat"
    ).replace("How long is the Danube? ###", "How long is the Danube? {#long-danube} ###")  # fmt: skip
    assert run("fix", "--yes").output == ""
    assert check(path).errors == []


def test_fix_splits_answers_on_request(path: Path) -> None:
    path.write_text(SET.replace("= Po", "= Mumbai or Bombay"), encoding="utf-8")
    assert run("fix", "--answers", "--yes").exit_code == 0
    assert "= Mumbai\n= Bombay\n" in path.read_text(encoding="utf-8")


def test_fix_keeps_windows_line_ends_and_a_byte_order_mark(path: Path) -> None:
    path.write_bytes(b"\xef\xbb\xbf" + SET.replace("\n", "\r\n").encode())
    assert run("fix", "--yes").exit_code == 0
    content = path.read_bytes()
    assert content.startswith(b"\xef\xbb\xbf---\r\n")
    assert content.count(b"\r\n") == content.count(b"\n") == SET.count("\n")


SHORT = ["--kind", "short", "--stem", "Where does the Rhine end?", "--answer", "North Sea"]


@pytest.mark.parametrize(
    ("options", "expected", "above"),
    [
        ([], ["", "### Where does the Rhine end? {#rhine-end}", "= North Sea"], "= Po"),
        (["--topic", "seas"], ["", "### Where does the Rhine end? {#rhine-end}", "= North Sea"], "= 2 or two"),
        (["--topic", "lengths", "--hint", "It is cold."], ["", "### Where does the Rhine end? {#rhine-end}", "= North Sea", "", "Hint: It is cold."], "=# 2850 km"),
    ],
)  # fmt: skip
def test_add_puts_a_question_at_the_end_of_its_topic(
    path: Path, options: list[str], expected: list[str], above: str
) -> None:
    assert run("fix", "--yes").exit_code == 0
    before = path.read_text(encoding="utf-8")
    result = run("add", "rivers", *SHORT, *options)
    assert result.exit_code == 0, result.output
    assert path.read_text(encoding="utf-8") == before.replace(above, "\n".join([above, *expected]), 1)
    assert check(path).errors == []


def test_add_reports_what_is_wrong_with_a_question(path: Path) -> None:
    assert run("fix", "--yes").exit_code == 0
    before = path.read_text(encoding="utf-8")
    result = run("add", "rivers", "--kind", "choice", "--stem", "Which?", "--answer", "Po", "--distractor", "po")
    assert result.exit_code == 1
    assert "E201 the correct answer 'Po' is also listed as a distractor" in result.output
    assert "E302 unknown topic" in run("add", "rivers", *SHORT, "--topic", "oceans").output
    assert path.read_text(encoding="utf-8") == before


def test_add_reports_that_another_question_cannot_be_read(path: Path) -> None:
    path.write_text(SET.replace("= Po\n", ""), encoding="utf-8")
    result = run("add", "rivers", *SHORT)
    assert "7:5: E219 the question has no answer" in str(result.exception)
    assert path.read_text(encoding="utf-8") == SET.replace("= Po\n", "")


@pytest.mark.slow
def test_new_writes_a_valid_markdown_set(path: Path) -> None:
    path.unlink()
    assert run("new", "--title", "Lakes", "--no-seed", "--markdown").exit_code == 0
    assert check(path.with_name("lakes.md")).errors == []
    assert [question.kind for question in quizgen.load(path.with_name("lakes.md")).questions] == ["choice", "short"]
    assert run("new", "--title", "Seas", "--markdown", "--language", "en").exit_code == 0
    assert {question.topic for question in quizgen.load(path.with_name("seas.md")).questions} == {"general", "example"}
