"""`quizgen check` with the linter: warnings at their places, formats, exit status, watching."""

import json
import re
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from program import run_quizgen

from quizgen.checking import check
from quizgen.cli.file_watcher import Watcher
from quizgen.linting import Selection

ROOT = Path(__file__).parents[2]
SEED = """\
id: rivers
source: {title: Rivers}
topics: {rivers: Rivers}
entities:
  po: {name: Po, type: place, role: "Flows “east"}
  arno: {name: Arno, type: place, role: Flows west}
  tiber: {name: Tiber, type: place, role: Flows south}
facts:
  - id: longest
    topic: rivers
    statement: "The “longest river of Italy is the {{c1::Po}}."
    citation: {paragraph: 1}
    ask:
      - {stem: Which river is not short?, answer: c1, distractors: [Arno, Tiber, "never the (Adige"], hint: "Not “short"}
  - id: unused
    topic: rivers
    statement: "Rivers {{c1::run all the way down to the sea}}."
    citation: {paragraph: 1}
"""
SET = """\
id: rivers
title: Rivers
facts: ../seeds/rivers.yaml
questions:
  - id: own
    kind: choice
    stem: Which town lies on the Tiber?
    answer: Rome
    distractors:
      - Turin
      - None of the above
      - Pisa
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, text in (("seeds", SEED), ("decks", SET)):
        (tmp_path / name).mkdir()
        (tmp_path / name / "rivers.yaml").write_text(text)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def quizgen(*arguments: str) -> subprocess.CompletedProcess[str]:
    return run_quizgen(Path.cwd(), *arguments)


def places(text: str) -> set[str]:
    return set(map(" ".join, re.findall(r"^(\S+): ([EQ]\d{3}) ", text, re.MULTILINE)))


def test_warnings_point_at_the_option_or_the_fact(project: Path) -> None:
    done = quizgen("check")
    assert (done.returncode, done.stderr) == (0, "")
    assert places(done.stdout) == {
        "decks/rivers.yaml:11:9 Q102",  # the very option
        "seeds/rivers.yaml:11:16 Q123",  # the statement, shown in the cloze and in explanations
        "seeds/rivers.yaml:14:16 Q104",  # the stem of an ask
        "seeds/rivers.yaml:14:82 Q105",  # the author's own distractor
        "seeds/rivers.yaml:14:82 Q123",
        "seeds/rivers.yaml:14:109 Q123",  # the hint
        "seeds/rivers.yaml:15:5 Q302",
    }
    assert done.stdout.endswith("No errors, 7 warnings in 2 files.\n")


def test_warnings_fail_only_if_strict(project: Path) -> None:
    assert quizgen("check", "--strict").returncode == 1
    assert quizgen("check", "--strict", "--ignore", "Q1,Q302").returncode == 0


def test_errors_and_warnings_are_reported_together(project: Path) -> None:
    (project / "decks" / "other.yaml").write_text("id: Other\ntitle: Other\n")
    done = quizgen("check")
    assert done.returncode == 1
    assert done.stdout.endswith("1 error and 7 warnings in 3 files.\n")


def test_sound_questions_of_a_set_with_errors_are_linted_too(project: Path) -> None:
    faulty = "  - {id: wrong, kind: choice, stem: Which?, answer: Po, distractors: [Po]}\n"
    (project / "decks" / "rivers.yaml").write_text(SET + faulty)
    assert places(quizgen("check", "decks").stdout) == {"decks/rivers.yaml:11:9 Q102", "decks/rivers.yaml:13:71 E201"}
    (project / "decks" / "rivers.yaml").write_text(SET + faulty + "lint: {ignore: [Q102]}\n")
    assert places(quizgen("check", "decks").stdout) == {"decks/rivers.yaml:13:71 E201"}


def test_an_alias_of_the_answer_is_reported_at_the_option(project: Path) -> None:
    seed = SEED.replace("role: Flows south", "role: Flows south, aliases: [Tevere]")
    (project / "seeds" / "rivers.yaml").write_text(seed)
    (project / "decks" / "rivers.yaml").write_text(SET.replace("Rome", "Tiber").replace("Turin", "Tevere"))
    assert "decks/rivers.yaml:10:9 E217" in places(quizgen("check", "decks").stdout)


def test_an_id_that_is_a_number_has_its_place(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text(SET.replace("id: own", "id: 2024"))
    assert "decks/rivers.yaml:11:9 Q102" in places(quizgen("check", "decks").stdout)


def test_a_missing_picture_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "seen.yaml"
    image = "image: {file: dot.png, alt: A dot}"
    path.write_text(
        f"id: a\ntitle: A\nquestions:\n  - {{id: x, kind: card, stem: What?, answer: That., {image}}}\n", "utf-8"
    )
    (diagnostic,) = check(path).diagnostics
    assert (diagnostic.line, diagnostic.column, diagnostic.code) == (4, 67, "E112")

    (tmp_path / "dot.png").write_bytes(b"<html>")
    (diagnostic,) = check(path).diagnostics
    assert "does not match its extension, .png" in diagnostic.message

    (tmp_path / "dot.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    assert check(path).diagnostics == []


def test_rules_are_selected(project: Path) -> None:
    assert places(quizgen("check", "--select", "Q104,Q3").stdout) == {
        "seeds/rivers.yaml:14:16 Q104",
        "seeds/rivers.yaml:15:5 Q302",
    }
    assert "Q102" not in quizgen("check", "--ignore", "none-of-the-above").stdout
    wrong = quizgen("check", "--select", "Q9")
    assert wrong.returncode == 2
    assert "Q9" in wrong.stderr


def test_a_seed_alone_is_linted_with_the_questions_that_it_would_give(project: Path) -> None:
    found = check("seeds").diagnostics
    assert {diagnostic.code for diagnostic in found} == {
        "Q104",
        "Q105",
        "Q123",
    }  # nobody knows yet which facts are asked


def test_a_set_is_checked_together_with_its_seed(project: Path) -> None:
    cited = SEED.replace("{paragraph: 1}", "{paragraph: 1, phrases: [all 60,000 workers]}", 1)
    (project / "seeds" / "rivers.yaml").write_text(cited)
    for paths in (["rivers"], ["decks/rivers.yaml"], []):  # each once, although both files are checked
        found = [(str(one.path), one.line) for one in check(*paths).diagnostics if one.code == "W102"]
        assert found == [("seeds/rivers.yaml", 12)]


def test_two_sets_share_the_facts_of_a_seed(project: Path) -> None:
    other = "id: more\ntitle: More\nfacts: ../seeds/rivers.yaml\nkinds: []\nquestions:\n"
    own = "  - {id: own, kind: card, fact: unused, stem: Where do rivers end?, answer: in the sea}\n"
    (project / "decks" / "more.yaml").write_text(other + own)
    assert "Q302" not in {diagnostic.code for diagnostic in check().diagnostics}


def test_as_json(project: Path) -> None:
    found = json.loads(quizgen("check", "--json", "--select", "Q102").stdout)
    assert found == json.loads(quizgen("check", "--format", "json", "--select", "Q102").stdout)
    (warning,) = found["diagnostics"]
    assert warning["severity"] == "warning"
    assert (warning["path"], warning["line"], warning["code"]) == ("decks/rivers.yaml", 11, "Q102")
    (project / "decks" / "rivers.yaml").write_text("id: rivers\n")
    broken = quizgen("check", "decks", "--json").stdout
    assert {diagnostic["severity"] for diagnostic in json.loads(broken)["diagnostics"]} == {"error"}


def test_as_annotations(project: Path) -> None:
    (project / "decks" / "100%, so.yaml").write_text("id: a\ntitle: '50%'\nquestions: []\n")
    lines = quizgen("check", "--format", "github", "decks", "--select", "Q102").stdout.splitlines()
    assert lines[0].startswith(
        "::error file=decks/100%25%2C so.yaml,line=1,col=1,title=E304::the set has no questions (help: "
    )
    assert lines[1].startswith(
        "::warning file=decks/rivers.yaml,line=11,col=9,title=Q102::the option 'None of the above'"
    )


def test_explaining(project: Path) -> None:
    for wanted in ("Q107", "echo-of-the-stem"):
        page = quizgen("check", "--explain", wanted).stdout
        assert page.startswith("# Q107 echo-of-the-stem\n\n## What it does\n")
        assert "Haladyna" in page
    assert quizgen("check", "--explain", "all").stdout == (ROOT / "docs" / "lint.md").read_text(encoding="utf-8")
    assert quizgen("check", "--explain", "Q999").returncode == 2
    assert "E102 is not a lint rule. docs/diagnostics.md explains it." in quizgen("check", "--explain", "e102").stderr


def test_unknown_rule_codes_are_reported_at_their_place(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text(SET + "lint: {ignore: [Q102, Q999]}\n")
    found = check("decks", selection=Selection(("Q2",))).diagnostics
    assert [(diagnostic.code, diagnostic.line, diagnostic.column) for diagnostic in found] == [("Q205", 13, 23)]


def test_a_set_is_checked_by_its_name(tmp_path: Path) -> None:
    folder = tmp_path / "decks"
    folder.mkdir()
    (folder / "rivers.yaml").write_text("id: rivers\ntitle: Rivers\nquestions: []\n")
    result = run_quizgen(tmp_path, "check", "rivers")
    assert result.returncode == 1
    assert "rivers.yaml:1:1: E304 the set has no questions" in result.stdout
    assert "E001 the file does not exist" in run_quizgen(tmp_path, "check", "lakes").stdout


@pytest.mark.slow
def test_shipped_sets_are_clean() -> None:
    checked = check(ROOT / "seeds", ROOT / "decks")
    assert checked.diagnostics == []
    assert checked.questions >= 2 * 100


def test_changes_are_seen_one_by_one(tmp_path: Path) -> None:
    one, two, three = (tmp_path / name for name in ("one", "two", "three"))
    one.write_text("1")
    three.write_text("3")
    looks: list[str] = []
    acts: dict[int, Callable[[], object]] = {  # by the look before which they are done
        3: lambda: one.write_text("22"),
        5: lambda: two.write_text("2"),
        6: one.unlink,
        8: lambda: three.write_text("33"),
    }

    def pause() -> None:
        looks.append("look")
        if act := acts.get(len(looks)):
            act()

    watcher = Watcher(lambda: (one, two))
    watcher.also((one, three))
    for look in acts:
        watcher.wait(pause)
        assert len(looks) == look


def test_a_save_during_the_first_check_is_not_missed(tmp_path: Path) -> None:
    path = tmp_path / "one"
    path.write_text("1")
    watcher = Watcher(lambda: (path,))
    path.write_text("22")
    watcher.also((path,))
    watcher.wait(lambda: None)


@pytest.mark.slow
def test_watching_checks_again_until_it_is_stopped(project: Path) -> None:
    command = [sys.executable, "-u", "-W", "error", "-m", "quizgen", "check", "decks", "--watch", "--select", "Q102"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as running:
        alarm = threading.Timer(60, running.kill)
        alarm.start()
        assert running.stdout is not None
        printed = until_waiting(running.stdout)
        assert printed[0].startswith("decks/rivers.yaml:11:9: Q102 ")
        assert re.match(r"Checked at \d\d:\d\d:\d\d\.", printed[-1])
        (project / "decks" / "rivers.yaml").write_text(SET.replace("None of the above", "Milan"))
        assert until_waiting(running.stdout)[0].startswith("No errors in 1 file")
        running.send_signal(signal.SIGINT)
        rest, errors = running.communicate()
        alarm.cancel()
    assert (running.returncode, rest.strip(), errors) == (0, "", "")
    assert quizgen("check", "--watch", "--json").returncode == 2


def until_waiting(lines: Iterator[str]) -> list[str]:
    printed: list[str] = []
    for line in lines:
        printed.append(line)
        if "Waiting for changes" in line:
            return printed
    raise AssertionError(printed)


def test_the_hook_runs_the_command_on_our_own_files(project: Path) -> None:
    hooks: Any = yaml_rs.loads((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    (hook,) = hooks
    assert set(hook) >= {"id", "name", "entry", "language"}
    paths = "decks/rivers.yaml", "seeds/rivers.yaml", "docs/x.yaml", "decks/README.md", "seeds/article.md"
    files = [path for path in paths if re.search(hook["files"], path)]
    assert re.search(hook["files"], "decks/rivers.md")
    assert files == ["decks/rivers.yaml", "seeds/rivers.yaml"]
    program, *arguments = hook["entry"].split()
    assert program == "quizgen"
    assert quizgen(*arguments, *files).stdout.endswith("No errors, 7 warnings in 2 files.\n")


def test_two_sets_with_one_id_are_an_error(project: Path) -> None:
    (project / "decks" / "copy.yaml").write_text(SET)
    (error,) = check("decks").errors
    assert (error.path, error.line, error.column, error.code) == (Path("decks/rivers.yaml"), 1, 5, "E301")
    assert "decks/copy.yaml" in error.message
