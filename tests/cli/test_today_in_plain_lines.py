"""The today screen in plain lines, sets with errors, and what is said about an interrupted quiz."""

import re
from pathlib import Path

import pytest
from program import run_quizgen, with_decks

from quizgen.history.history import data_folder

RIVERS = """\
id: rivers
title: Rivers
questions:
  - {id: a, kind: short, stem: Which river is the longest?, answer: Volga}
  - {id: b, kind: true_false, stem: The Danube ends in Vienna., answer: false, explanation: It flows to the Black Sea.}
"""
BROKEN = "id: broken\ntitle: Broken\nquestions: [{id: a, kind: chioce}]\n"
MOONS = "id: moons\ntitle: Moons\nquestions: [{id: m, kind: short, stem: Largest?, answer: Ganymede}]\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=RIVERS, moons=MOONS)


def test_today_in_plain_lines(folder: Path) -> None:
    (folder / "decks" / "broken.yaml").write_text(BROKEN)
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 2\ngoal = 3\n")
    done = run_quizgen(folder, "--plain")
    lines = done.stdout.splitlines()
    assert (done.returncode, done.stderr) == (0, "")
    assert {"Rivers: 2 new", "Moons: 1 new", "broken has errors. Run `quizgen check` to see them."} <= {*lines}
    all_new = sum(int(line.split()[-2]) for line in lines if re.search(r": \d+ new$", line))
    assert lines[-3:] == [
        f"Today: 2 of {all_new} new, about 1 minute",
        "Daily goal: 0 of 3 answers",
        "To study, run `quizgen study --plain`. To see all commands, run `quizgen --help`.",
    ]


def test_plain_before_a_command_is_explained(folder: Path) -> None:
    done = run_quizgen(folder, "--plain", "study")
    assert (done.returncode, "--plain must come after the command: `quizgen study --plain`." in done.stderr) == (
        2,
        True,
    )
    done = run_quizgen(folder, "--plain", "list")  # which has no such option
    assert (done.returncode, "`quizgen list` has no --plain option." in done.stderr) == (2, True)


def test_an_interrupted_quiz_is_named_with_the_command_that_resumes_it(folder: Path) -> None:
    command = "`quizgen quiz rivers moons --resume`"
    stopped = run_quizgen(folder, "quiz", "rivers", "moons", "--no-shuffle", stdin="volga\n").stdout
    assert f"1 of 3 questions answered. Resume later with {command}." in stopped
    today = run_quizgen(folder, "--plain").stdout
    in_plain_lines = command.replace("--resume", "--plain --resume")
    assert f"Interrupted quiz on Rivers, Moons: 1 of 3 questions answered. Resume it with {in_plain_lines}." in today
    stopped = run_quizgen(folder, "quiz", "rivers", "moons", "--plain", "--resume", stdin="s\n").stdout
    assert f"1 of 3 questions answered, 1 skipped. Resume later with {in_plain_lines}." in stopped
    assert "1 of 3 questions answered, 1 skipped." in run_quizgen(folder, "--plain").stdout
    assert (
        "3 questions, 1 already answered, 1 skipped"
        in run_quizgen(folder, "quiz", "rivers", "moons", "--resume").stdout
    )
    run_quizgen(folder, "quiz", "moons", "rivers", "--resume", stdin="f\nganymede\n")
    assert "Interrupted" not in run_quizgen(folder, "--plain").stdout
    stopped = run_quizgen(folder, "quiz", "--all", stdin="ganymede\nq\n").stdout
    assert "Resume later with" not in stopped  # its only question was answered
    run_quizgen(folder, "quiz", "rivers", "--exam", "--no-shuffle", stdin="volga\nquit\n")
    assert "Interrupted exam on Rivers: 1 of " in run_quizgen(folder, "--plain").stdout


def test_a_quiz_that_cannot_be_resumed_is_not_named(folder: Path) -> None:
    run_quizgen(folder, "quiz", "rivers", "--no-shuffle", stdin="volga\n")
    assert "Interrupted quiz on Rivers" in run_quizgen(folder, "--plain").stdout
    path = folder / "decks" / "rivers.yaml"
    path.write_text(RIVERS.replace("id: a", "id: other"))  # the only question that was answered is gone
    assert "Interrupted" not in run_quizgen(folder, "--plain").stdout
    assert "no interrupted quiz" in run_quizgen(folder, "quiz", "rivers", "--resume").stderr


def test_a_suspended_question_is_named(folder: Path) -> None:
    written = run_quizgen(folder, "quiz", "rivers", "--no-shuffle", stdin="volga\n!suspend\n!suspend\nf\n").stdout
    question = "“Which river is the longest?”"
    assert (
        f"Suspended {question}. quizgen will no longer ask this question or any other question on the same point. To "
        'resume them, type "!suspend" again' in written
    )
    assert f"Resumed {question}. quizgen will ask it again when it is due." in written


def test_a_missing_seed_is_reported_at_the_line_that_names_it(folder: Path) -> None:
    path = folder / "decks" / "moons.yaml"
    path.write_text("id: moons\ntitle: Moons\nfacts: ../seeds/moons.yaml\n")
    checked = run_quizgen(folder, "check", "decks/moons.yaml").stdout
    assert "decks/moons.yaml:3:8: E001 the seed ../seeds/moons.yaml does not exist" in checked
    assert "help: correct the path, or copy the seed to that location" in checked


def test_a_lesson_of_a_set_without_facts_and_topics(folder: Path) -> None:
    assert run_quizgen(folder, "read", "rivers").stdout == (
        "Rivers\n2 points\n\n- Which river is the longest?\n  → Volga\n"
        "- True or false? The Danube ends in Vienna.\n  → False\n  It flows to the Black Sea.\n"
    )


def test_all_sets_with_errors(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from click.testing import CliRunner

    from quizgen.cli import cli
    from quizgen.loading.catalog import SetLocation

    path = folder / "decks" / "rivers.yaml"
    path.write_text(BROKEN)
    monkeypatch.setattr("quizgen.cli.common.available_sets", lambda _: iter([SetLocation(path, bundled=False)]))
    done = CliRunner().invoke(cli, ["study"])
    assert done.exit_code == 1
    assert "Error: All question sets have errors. Run `quizgen check` to see them.\n" in done.output
    assert "Usage" not in done.output


@pytest.mark.parametrize("year", ["1970", "2500"])
def test_a_year_that_the_history_cannot_store_is_rejected(folder: Path, year: str) -> None:
    done = run_quizgen(folder, "due", "--now", f"{year}-06-01T12:00")
    assert (done.returncode, "use a year from 1971 to 2499" in done.stderr) == (2, True)
