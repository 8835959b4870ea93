"""The source of a set on the screen, misspelled names of sets, and completion of topics and tags."""

import json
from pathlib import Path

import pytest
from click.shell_completion import ShellComplete
from program import run_quizgen, with_decks

from quizgen.cli import cli

RIVERS = """\
id: rivers
title: Rivers
source: {title: The rivers of Europe, publisher: Atlas House, published: 2021-05, url: "https://example.org/rivers"}
topics: {length: Lengths, mouths: Where they end}
tags: [europe]
questions:
  - {id: longest, topic: length, kind: short, stem: Which river is the longest?, answer: Volga, tags: [russia]}
  - {id: black, topic: mouths, kind: short, stem: Which sea does the Danube flow into?, answer: Black Sea}
"""
MOONS = """\
id: moons
title: Moons
questions: [{id: largest, topic: size, kind: short, stem: Which moon is the largest?, answer: Ganymede, tags: [space]}]
"""
CITED = "“The rivers of Europe”, Atlas House, May 2021, https://example.org/rivers"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=RIVERS, moons=MOONS)


@pytest.mark.parametrize("command", ["quiz", "study", "show"])
def test_a_session_and_show_begin_with_the_source(folder: Path, command: str) -> None:
    lines = run_quizgen(folder, command, "rivers").stdout.splitlines()
    assert lines[1] == f"Source: {CITED}"
    assert "Source" not in run_quizgen(folder, command, "moons").stdout


@pytest.mark.parametrize("command", ["quiz", "study"])
def test_later_sessions_show_the_source_only_in_the_context(folder: Path, command: str) -> None:
    run_quizgen(folder, command, "rivers", stdin="volga\n\n")
    written = run_quizgen(folder, command, "rivers", stdin="black sea\n!read\n").stdout
    assert "Source" not in written.split("?", 1)[0]
    assert f"Source: {CITED}\n" in written


def test_study_of_several_sets_names_the_set_of_each_source(folder: Path) -> None:
    written = run_quizgen(folder, "study", "moons", "rivers").stdout
    assert written.splitlines()[1:3] == [f"Source of Rivers: {CITED}", ""]


def test_a_misspelled_set_is_suggested(folder: Path) -> None:
    done = run_quizgen(folder, "quiz", "rivrs")
    assert done.returncode == 2
    assert "Unknown question set 'rivrs'. Did you mean 'rivers'? Available sets: moons, rivers" in done.stderr
    assert "Unknown question set 'Oon'. Did you mean 'moons'?" in run_quizgen(folder, "quiz", "Oon").stderr
    assert "Did you mean" not in run_quizgen(folder, "quiz", "xyz").stderr


@pytest.mark.parametrize(
    ("arguments", "incomplete", "completed"),
    [
        (["quiz", "rivers", "--topic"], "", ["length", "mouths"]),
        (["quiz", "rivers", "--topic"], "m", ["mouths"]),
        (["show", "moons", "--topic"], "", ["size"]),
        (["quiz", "nowhere.yaml", "--topic"], "", []),
        (["quiz", "rivers", "moons", "--topic"], "", ["length", "mouths", "size"]),
        (["quiz", "rivers", "moons", "--tag"], "", ["europe", "russia", "space"]),
        (["quiz", "--tag"], "", ["space"]),
        (["browse", "--tag"], "e", ["europe"]),
    ],
)
def test_completion(
    folder: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], incomplete: str, completed: list[str]
) -> None:
    monkeypatch.chdir(folder)
    items = ShellComplete(cli, {}, "quizgen", "_QUIZGEN_COMPLETE").get_completions(arguments, incomplete)
    assert [item.value for item in items] == completed


def test_statistics_of_another_day(folder: Path) -> None:
    # One right answer, and one wrong one, whose point is being learned and therefore not due.
    run_quizgen(folder, "quiz", "rivers", "--now", "2026-05-01T12:00", stdin="volga\nvolga\n")
    forecasts = [
        json.loads(run_quizgen(folder, "stats", "--json", "--now", now).stdout)["forecast"]
        for now in ("2026-05-01T12:30", "2027-05-01T12:30")
    ]
    assert [sum(forecast) for forecast in forecasts] == [1, 1]
    assert forecasts[1][0] == 1
