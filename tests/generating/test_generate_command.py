"""`quizgen generate` writes proposals into a seed and changes nothing else."""

import difflib
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from click.testing import CliRunner, Result
from hypothesis import given
from hypothesis import strategies as st

from quizgen.cli import cli
from quizgen.editing.insertion import Insertion, inserted
from quizgen.editing.layout import LayoutError

SEED = """\
# My rivers.
id: rivers
source: {title: Rivers}
topics: {rivers: Rivers}
entities: # in the text's order
  po: {name: Po, type: place, group: river, role: Flows to the Adriatic}
  rhine: {name: Rhine, type: place, group: river, role: Flows to the North Sea}
  ebro: {name: Ebro, type: place, group: river, role: Flows to the Balearic Sea}
  vienna: {name: Vienna, type: place, group: city}
facts:
  - id: longest   # a comment
    topic: rivers
    statement: "Italy's longest river is the {{c1::Po}}."
    citation: {paragraph: 1}
    # the stem
    ask:
      - {stem: "Which river is Italy's longest?", answer: c1} # another
  - id: town
    topic: rivers
    statement: "They like {{c1::Vienna}}."
    citation: {paragraph: 2}

    ask:
      - stem: |
          Which city has a fair?
        answer: c1   # where
        hint: A city.
"""


@pytest.fixture
def seed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("rivers.yaml").write_text(SEED, encoding="utf-8")
    return Path("rivers.yaml")


def generate(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["generate", "rivers.yaml", *arguments])


def test_distractors_with_feedback_are_kept(seed: Path) -> None:
    own = '[Rhine, {text: Ebro, feedback: "It is in Spain.", share: 0.5}]'
    written = SEED.replace('longest?", answer: c1}', f'longest?", answer: c1, distractors: {own}}}', 1)
    seed.write_text(written, encoding="utf-8")
    assert generate().exit_code == 0
    after = seed.read_text("utf-8")
    assert own in after
    assert "true_false: {mark: c1, wrong: Rhine}" in after


def test_it_writes_proposals_and_reports_open_gaps(seed: Path) -> None:
    done = generate()
    assert done.exit_code == 0, done.output
    assert done.output == (
        "rivers.yaml:25:9: town.c1: no plausible distractors\n"
        "  help: write your own `distractors`, or add 2 entities of type 'place' and group 'city'; each must be named in the text\n"
        "rivers.yaml:19:5: town: no plausible false statement found\n"
        "  help: no other place in the group 'city' can replace 'Vienna'; write your own `true_false`, or write "
        "`true_false: false` to leave out the question\n"
        "rivers.yaml: added 1 choice question, 1 true/false statement, 1 matching question; review every addition in the file.\n"
    )
    after = seed.read_text(encoding="utf-8")
    removed = [line for line in difflib.ndiff(SEED.splitlines(), after.splitlines()) if line.startswith("- ")]
    assert removed == ['-       - {stem: "Which river is Italy\'s longest?", answer: c1} # another']
    assert "answer: c1, distractors: [" in after
    assert "] } # another" not in after
    assert "# another" in after


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_second_run_changes_nothing(seed: Path, newline: str) -> None:
    seed.write_bytes(SEED.replace("\n", newline).encode())
    generate()
    once = seed.read_bytes()
    assert once != SEED.replace("\n", newline).encode()
    assert once.count(b"\r\n") in (0, once.count(b"\n"))
    assert generate("--seed", "7").output.endswith("rivers.yaml: nothing to add.\n")
    assert seed.read_bytes() == once


@pytest.mark.parametrize(("option", "shown"), [("--diff", "+matches:\n"), ("--dry-run", "")])
def test_diff_and_dry_run_write_nothing(seed: Path, option: str, shown: str) -> None:
    done = generate(option)
    assert (done.exit_code, shown in done.stdout) == (0, True)
    report = done.stderr if option == "--diff" else done.stdout  # what a program reads is the diff only
    assert "would add 1 choice question" in report
    assert ": no plausible " in report
    assert seed.read_text(encoding="utf-8") == SEED


def test_an_explicit_none_is_kept(seed: Path) -> None:
    text = SEED.replace("answer: c1}", "answer: c1, distractors: []}").replace(
        "    ask:", "    true_false: false\n    ask:"
    )
    seed.write_text(f"{text}matches: []\norders: []\n", encoding="utf-8")
    assert "town.c1" in generate().output
    assert generate().output.endswith("rivers.yaml: nothing to add.\n")


def test_a_seed_with_errors_is_not_changed(seed: Path) -> None:
    invalid = SEED.replace('topic: rivers\n    statement: "They', 'topic: lakes\n    statement: "They')
    seed.write_text(invalid, encoding="utf-8")
    done = generate()
    assert done.exit_code != 0
    assert seed.read_text(encoding="utf-8") == invalid


VALUES = (
    st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=12)
    | st.booleans()
    | st.lists(st.text("ab,:# '\"", min_size=1), min_size=1, max_size=3)
    | st.dictionaries(st.sampled_from(["mark", "wrong"]), st.text("ab,:#{}[]", max_size=6), min_size=1)
)


@given(
    value=VALUES, path=st.sampled_from([(), ("facts", 0), ("facts", 1), ("facts", 0, "ask", 0), ("facts", 1, "ask", 0)])
)
def test_any_value_is_read_back_and_every_other_line_stays(value: object, path: tuple[str | int, ...]) -> None:
    try:
        after = inserted(SEED, [Insertion(path, "added", value)])
    except LayoutError:
        return
    assert len(after.splitlines()) >= len(SEED.splitlines())
    owner: Any = yaml_rs.loads(after, parse_datetime=False)
    for step in path:
        owner = owner[step]
    assert owner["added"] == value
