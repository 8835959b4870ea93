"""`quizgen rename`: the new id, the old one under `formerly`, and everything else as it was."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import quizgen
from quizgen.cli import cli

YAML = """\
# sets
id: rivers   # permanent
title: Rivers
questions:
  - id: po  # a note
    kind: short
    stem: Which river flows through Turin?
    answer: Po
  - {id: po-choice, kind: choice, stem: Which?, answer: Po, distractors: [Arno, Tiber], point: po}
  - id: arno
    kind: card
    stem: Which river flows through Pisa?
    answer: Arno
    formerly:
      - old/arno-1
"""
MARKDOWN = """\
---
# sets
id: rivers   # permanent
title: Rivers
---

### Which river flows through Turin? {#po} ###
= Po

### Which? {#po-choice}
- [x] Po
- [ ] Arno

```yaml
point: po  # a note
```

### Which river flows through Pisa? {#arno}
Answer: Arno

```yaml
formerly:
  - old/arno-1
```
"""


@pytest.fixture(params=["yaml", "md"])
def path(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    file = tmp_path / "decks" / f"rivers.{request.param}"
    file.parent.mkdir()
    file.write_text(YAML if request.param == "yaml" else MARKDOWN, encoding="utf-8")
    return file


def run(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["rename", *arguments])


def lost(path: Path) -> list[str]:
    """Return the lines of the file that are gone."""
    after = path.read_text(encoding="utf-8").split("\n")
    return [line for line in (YAML if path.suffix == ".yaml" else MARKDOWN).split("\n") if line not in after]


def test_a_set_gets_another_id(path: Path) -> None:
    assert run("rivers", "rivers-of-italy").exit_code == 0
    assert run(str(path.relative_to(Path.cwd())), "italy").exit_code == 0
    found = quizgen.load(path)
    assert (found.id, found.formerly) == ("italy", ("rivers", "rivers-of-italy"))
    assert "# permanent" in path.read_text(encoding="utf-8")


def test_a_question_gets_another_id_and_its_point_follows(path: Path) -> None:
    result = run("rivers/po", "turin")
    assert result.exit_code == 0, result.output
    first, second, _ = quizgen.load(path).questions
    assert (first.id, first.formerly, first.points) == ("turin", ("rivers/po",), ("turin",))
    assert (second.id, second.points) == ("po-choice", ("turin",))
    assert len(lost(path)) == 2  # the line of the id, and that of the point
    assert "# a note" in path.read_text(encoding="utf-8")


def test_earlier_names_are_kept_in_front(path: Path) -> None:
    assert run("rivers", "italy").exit_code == 0
    assert run(f"{path}/arno", "pisa").exit_code == 0
    last = quizgen.load(path).questions[-1]
    assert (last.id, last.formerly) == ("pisa", ("old/arno-1", "rivers/arno", "italy/arno"))


def test_windows_line_ends_are_kept(path: Path) -> None:
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert run("rivers/po", "turin").exit_code == 0
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")
    assert quizgen.load(path).questions[0].formerly == ("rivers/po",)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("rivers/po", "arno"), "The id 'arno' is already used"),
        (("rivers/anro", "turin"), "has no question 'anro'. Did you mean 'arno'?"),
        (("rivers", "Rivers of Italy"), "is not a valid id"),
        (("rivers", "rivers"), "The id 'rivers' is already used by"),
        (("lakes/po", "turin"), "Unknown question set 'lakes'"),
        (("spaced-practice", "practice"), "comes with quizgen, so its ids cannot be changed"),
    ],
)
def test_what_cannot_be_renamed_is_explained(path: Path, arguments: tuple[str, str], message: str) -> None:
    before = path.read_bytes()
    result = run(*arguments)
    assert result.exit_code != 0
    assert message in result.output
    assert path.read_bytes() == before
