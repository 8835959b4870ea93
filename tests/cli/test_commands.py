"""The commands, run as subprocesses in a temporary folder."""

import hashlib
import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from program import run_quizgen

from quizgen.cli import cli

SEED = """\
id: rivers
source: {title: Rivers, sha256: SHA}
topics: {rivers: Rivers}
facts:
  - id: longest
    topic: rivers
    statement: "The longest river of Italy is the {{c1::Po}}."
    citation: {paragraph: 2, phrases: [the Po is longest]}
    ask:
      - {stem: Which river is Italy's longest?, answer: c1, distractors: [Arno, Tiber]}
"""
SET = "id: rivers\ntitle: Rivers\nfacts: ../seeds/rivers.yaml\n"
ARTICLE = "Rivers\n\nOf all the rivers of Italy, the Po is longest.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "decks").mkdir()
    digest = hashlib.sha256(ARTICLE.encode()).hexdigest()
    (tmp_path / "seeds" / "rivers.yaml").write_text(SEED.replace("SHA", digest))
    (tmp_path / "decks" / "rivers.yaml").write_text(SET)
    (tmp_path / "article.txt").write_text(ARTICLE)
    return tmp_path


def test_the_short_form_of_help(tmp_path: Path) -> None:
    for command in ((), ("quiz",), ("history", "import")):
        short, long = (run_quizgen(tmp_path, *command, option) for option in ("-h", "--help"))
        assert (short.returncode, short.stdout) == (0, long.stdout)


def test_help_without_a_terminal_lists_every_command(tmp_path: Path) -> None:
    done = run_quizgen(tmp_path)
    assert done.returncode == 0
    for command in ("quiz", "list", "show", "check", "export"):
        assert command in done.stdout
        helped = run_quizgen(tmp_path, command, "--help")
        assert helped.returncode == 0
        assert "Examples:" in helped.stdout


def test_version(tmp_path: Path) -> None:
    assert run_quizgen(tmp_path, "--version").stdout.startswith("quizgen, version ")


def test_check_of_a_valid_project(project: Path) -> None:
    done = run_quizgen(project, "check")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == "No errors in 2 files, 1 fact, 4 questions.\n"
    alone = project / "alone.yaml"
    alone.write_text("id: alone\ntitle: Alone\nquestions: [{id: q, kind: short, stem: Which river?, answer: Po}]\n")
    assert run_quizgen(project, "check", str(alone)).stdout == "No errors in 1 file, 1 question.\n"


def test_check_reports_errors_of_several_files(project: Path) -> None:
    (project / "decks" / "one.yaml").write_text("id: One\ntitle: One\nquestions: []\n")
    (project / "decks" / "two.yaml").write_text("id: [two\n")
    done = run_quizgen(project, "check", "decks", "nowhere.yaml")
    assert done.returncode == 1
    assert re.findall(r"^(\S+): ([EQ]\d{3}) ", done.stdout, re.MULTILINE) == [
        ("decks/one.yaml:1:5", "E104"),
        ("decks/two.yaml:1:5", "E006"),
        ("nowhere.yaml:1:1", "E001"),
    ]
    assert "\n3 errors in 3 of 4 files." in done.stdout


def test_check_as_json(project: Path) -> None:
    (project / "decks" / "one.yaml").write_text("id: One\ntitle: One\n")
    (diagnostic,) = json.loads(run_quizgen(project, "check", "decks/one.yaml", "--json").stdout)["diagnostics"]
    assert (diagnostic["path"], diagnostic["line"], diagnostic["column"], diagnostic["code"]) == (
        "decks/one.yaml",
        1,
        5,
        "E104",
    )
    assert json.loads(run_quizgen(project, "check", "--json", "decks/rivers.yaml").stdout)["diagnostics"] == []


@pytest.mark.parametrize("paths", [(), ("decks/rivers.yaml",), ("seeds",)])
def test_check_verifies_citations_against_the_article(project: Path, paths: tuple[str, ...]) -> None:
    assert run_quizgen(project, "check", *paths, "--article", "article.txt").returncode == 0
    (project / "article.txt").write_text(ARTICLE.replace("the Po", "the Arno"))
    done = run_quizgen(project, "check", *paths, "--article", "article.txt")
    assert done.returncode == 1
    assert "seeds/rivers.yaml:2:33: E501" in done.stdout
    assert "seeds/rivers.yaml:8:40: E503 fact longest" in done.stdout


@pytest.mark.parametrize("article", ["nowhere.txt", "decks"])
def test_an_article_that_cannot_be_read(project: Path, article: str) -> None:
    done = run_quizgen(project, "check", "--article", article)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{article}:1:1: E00")


def test_an_empty_folder_is_an_error(project: Path) -> None:
    (project / "empty").mkdir()
    done = run_quizgen(project, "check", "empty")
    assert done.returncode == 1
    assert done.stdout.startswith("empty:1:1: E002")


def test_list_shows_own_and_bundled_sets(project: Path) -> None:
    rows = json.loads(run_quizgen(project, "list", "--json").stdout)
    assert [(row["name"], row["bundled"]) for row in rows] == [
        ("rivers", False),
        ("eagle-partner-2023", True),
        ("spaced-practice", True),
    ]
    assert rows[0] == {"name": "rivers", "path": "decks/rivers.yaml", "bundled": False, "id": "rivers", "title": "Rivers", "questions": 4, "points": 1, "details": 0, "due": 0, "learning": 0, "new": 1}  # fmt: skip
    assert "4 questions on 1 point (1 new), decks/rivers.yaml" in run_quizgen(project, "list").stdout


def test_list_rejects_a_missing_file(project: Path) -> None:
    done = run_quizgen(project, "list", "nowhere.yaml")
    assert (done.returncode, "does not exist" in done.stderr) == (2, True)


def test_list_takes_names_and_paths(project: Path) -> None:
    listed = json.loads(run_quizgen(project, "list", "spaced-practice", "decks/rivers.yaml", "--json").stdout)
    assert [row["name"] for row in listed] == ["spaced-practice", "rivers"]
    assert "Did you mean 'rivers'?" in run_quizgen(project, "list", "river").stderr


def test_a_misspelled_command_gets_a_suggestion(project: Path) -> None:
    done = run_quizgen(project, "qiuz")
    assert (done.returncode, "Did you mean 'quiz'?" in done.stderr) == (2, True)
    assert "Did you mean" not in run_quizgen(project, "banana").stderr


def test_list_marks_a_set_with_errors(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text("id: [\n")
    assert "has errors" in run_quizgen(project, "list").stdout


def test_show_as_json_has_what_scripts_need(project: Path) -> None:
    shown = json.loads(run_quizgen(project, "show", "rivers", "--json").stdout)
    assert (shown["id"], shown["title"]) == ("rivers", "Rivers")
    questions = {question["kind"]: question for question in shown["questions"]}
    assert set(questions) == {"card", "cloze", "choice", "short"}
    choice = questions["choice"]
    assert choice["id"] == "longest.c1.choice"
    assert choice["answer"] == "Po"
    assert choice["options"] == ["Po", "Arno", "Tiber"]
    assert choice["fact"] == "longest"
    assert choice["citation"] == {"paragraph": 2, "phrases": ["the Po is longest"]}
    for question in questions.values():
        assert question["priority"] == "core"
        assert question["point"] == ["longest.c1"]
        assert {"id", "kind", "topic", "stem", "answer", "options", "explanation", "fact", "citation"} <= set(question)


def test_show_groups_questions_by_point(project: Path) -> None:
    (project / "decks" / "rivers.yaml").write_text(
        SET + "questions:\n"
        "  - {id: own, kind: short, stem: Which sea?, answer: Adriatic, accept: [Adria, the Adriatic], priority: detail}\n"
        "  - {id: again, kind: card, stem: Which river?, answer: Po, point: longest.c1}\n"
    )
    out = run_quizgen(project, "show", "rivers").stdout
    assert re.findall(r"^Points? (.+)$", out, re.MULTILINE) == ["longest.c1"]  # a point of one question has its id
    assert out.index("again  [card, core]") < out.index("own  [short, detail]")
    assert "  Answer: Adriatic\n  Also correct: Adria, the Adriatic\n" in out


def test_list_aligns_names_of_double_width_characters(tmp_path: Path) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "河川河川河川河川河川河川.yaml").write_text(
        "id: rivers\ntitle: Wide\nquestions: [{id: q, kind: card, stem: a, answer: b}]\n"
    )
    lines = run_quizgen(tmp_path, "list").stdout.splitlines()
    assert lines[0] == "河川河川河川河川河川河川  Wide"
    assert lines[1].startswith(" " * 26 + "1 question on 1 point (1 new), decks/")
    assert lines[2].startswith("eagle-partner-2023" + " " * 8)


def test_show_prints_questions_and_filters_them(project: Path) -> None:
    out = run_quizgen(project, "show", "decks/rivers.yaml", "--kind", "choice").stdout
    assert "Which river is Italy's longest?" in out
    assert "longest.cloze" not in out


def test_show_takes_topics_by_id_or_name_and_rejects_unknown_ones(project: Path) -> None:
    (project / "decks" / "seas.yaml").write_text(
        "id: seas\ntitle: Seas\ntopics: {north: The North}\nquestions:\n"
        "  - {id: cold, kind: true_false, stem: The North Sea is cold., answer: true, topic: north}\n"
        "  - {id: warm, kind: card, stem: Which sea is warm?, answer: The Aegean Sea}\n"
    )
    for topic in ("north", "the north"):
        out = run_quizgen(project, "show", "seas", "--topic", topic, "--kind", "True-False").stdout
        assert re.findall(r"^(\S+)  \[", out, re.MULTILINE) == ["cold"]
    done = run_quizgen(project, "show", "seas", "--topic", "south")
    assert (done.returncode, "Unknown topic 'south'. Topics in this set: north." in done.stderr) == (2, True)
    assert (
        "Unknown topic 'nort'. Did you mean 'north'?" in run_quizgen(project, "show", "seas", "--topic", "nort").stderr
    )
    lakes = "id: lakes\ntitle: Lakes\nquestions: [{id: a, kind: card, stem: Deepest?, answer: Baikal}]\n"
    for command, first in (
        ("show", "Topics in 'rivers', the first set found: "),
        ("quiz", "'lakes', the first set found, has no topics."),
    ):
        done = run_quizgen(project, command, "--topic", "nato")
        assert (done.returncode, first in done.stderr) == (2, True)
        other = f"`quizgen {command} eagle-partner-2023 --topic nato`"
        assert done.stderr.endswith(f" Another set has this topic. To use that set, run {other}.\n")
        (project / "decks" / "lakes.yaml").write_text(lakes)
    done = run_quizgen(project, "show", "seas", "--kind", "essay")
    assert (done.returncode, "Unknown question kind 'essay'. Valid kinds: card," in done.stderr) == (2, True)


def test_show_lists_what_is_accepted_and_rejected(project: Path) -> None:
    (project / "decks" / "typed.yaml").write_text(
        "id: typed\ntitle: Typed\ngrading: {tolerance: 1%}\nquestions:\n"
        "  - {id: tea, kind: short, stem: Tea?, answer: té, grading: spelling, reject: {te: Mind the accent.}}\n"
        "  - {id: color, kind: short, stem: Color?, answer: hue, pattern: hues?, grading: {case: strict}}\n"
        "  - {id: mass, kind: number, stem: Mass?, answer: 200, unit: g}\n"
        "  - {id: why, kind: short, stem: Why drink it?, answer: caffeine keeps tired people awake}\n"
        "  - {id: blank, kind: cloze, text: 'It is {{c1::50 km}} to the {{c2::Rhine}}.', reject: {c2: [Rhone]}}\n"
    )
    out = run_quizgen(project, "show", "typed", "--answers").stdout
    lines = [line.strip() for line in out.splitlines() if line.startswith(("  Accepted: ", "  Rejected: "))]
    assert lines == [
        "Accepted: té (spelling; counts: accents, articles, word order, typos)",
        "Rejected: te: Mind the accent.",
        "Accepted: hue (lenient; counts: case)",
        "Accepted: anything that matches hues?",
        "Accepted: 200 g | 200 | 200g (lenient)",
        "Accepted: any number from 198 to 202",
        "Accepted: caffeine keeps tired people awake (lenient)",
        "Accepted: other wordings that the learner compares with the answer",
        "Accepted: 50 km (lenient)",
        "Accepted: any number from 49.5 to 50.5",
        "Accepted: Rhine (lenient)",
        "Rejected: c2: Rhone",
    ]


@pytest.mark.parametrize("command", ["quiz", "show", "export"])
@pytest.mark.parametrize("name", ["nowhere", "nowhere.yaml", "decks"])
def test_a_missing_set(project: Path, command: str, name: str) -> None:
    done = run_quizgen(project, command, name)
    assert done.returncode in {1, 2}
    assert name in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["quiz", "show", "export"])
def test_a_set_with_errors_is_rejected_with_its_diagnostics(project: Path, command: str) -> None:
    (project / "decks" / "rivers.yaml").write_text("id: Rivers\ntitle: R\nquestions: [{}]\n")
    done = run_quizgen(project, command, "rivers")
    assert done.returncode == 1
    assert re.findall(r"^\S+:(\d+):\d+: E", done.stderr, re.MULTILINE) == ["1", "3"]


@pytest.mark.slow
def test_a_reader_that_stops_early_is_not_an_error(project: Path) -> None:
    shell = f"{sys.executable} -W error -m quizgen show eagle-partner-2023 | head -1"
    done = subprocess.run(shell, shell=True, cwd=project, capture_output=True, text=True, check=False)
    assert done.stdout.startswith("Armenia between Moscow and NATO")
    assert done.stderr == ""


def test_tab_completes_set_names_or_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "decks").mkdir()
    for name in ("rivers", "rifts"):
        (tmp_path / "decks" / f"{name}.yaml").write_text(SET)
    monkeypatch.chdir(tmp_path)
    complete = ShellComplete(cli, {}, "quizgen", "_QUIZGEN_COMPLETE").get_completions
    for command in ("quiz", "study", "stats", "show", "export", "preview", "add"):
        assert sorted(item.value for item in complete([command], "ri")) == ["rifts", "rivers"]
        assert [(item.value, item.type) for item in complete([command], "decks/ri")] == [("decks/ri", "file")]
    assert [item.value for item in complete(["export", "rivers"], "rif")] == ["rifts"]


def test_a_misspelled_command_is_suggested(project: Path) -> None:
    done = run_quizgen(project, "chek")
    assert done.returncode == 2
    assert "Did you mean 'check'?" in done.stderr
    assert "Did you mean" not in run_quizgen(project, "zzzzzz").stderr


@pytest.mark.parametrize("command", ["show", "preview"])
def test_a_seed_is_not_taken_for_a_set(project: Path, command: str) -> None:
    done = run_quizgen(project, command, "seeds/rivers.yaml", *(["-o", "page.html"] if command == "preview" else []))
    assert done.returncode == 2
    assert done.stderr.splitlines() == [
        "Error: seeds/rivers.yaml is a seed. To make a set of it, run `quizgen new --seed seeds/rivers.yaml`."
    ]
    assert not (project / "page.html").exists()
