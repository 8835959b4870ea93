"""`quizgen browse` without a terminal, and due counts in `quizgen list`."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_quizgen, with_decks

if TYPE_CHECKING:
    from subprocess import CompletedProcess

RIVERS = """\
id: rivers
title: Rivers
topics: {length: Lengths, cities: Cities}
questions:
  - {id: a, topic: length, kind: short, stem: Which river is the longest?, answer: Volga, tags: [russia]}
  - {id: a-card, topic: length, kind: card, point: a, stem: Name the longest river., answer: Volga}
  - {id: b, topic: cities, kind: short, stem: Which river flows through Vienna?, answer: Danube}
  - {id: old, kind: short, stem: Old?, answer: Old, retired: true}
"""
MOONS = "id: moons\ntitle: Moons\nquestions: [{id: b, kind: short, stem: Largest moon?, answer: Ganymede}]\n"
NOON = ("--now", "2026-05-01T12:00")
LATER = ("--now", "2026-05-20T12:00")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with_decks(tmp_path, rivers=RIVERS)
    run_quizgen(tmp_path, "study", "rivers", *NOON, stdin="volga\n4\n")
    return tmp_path


def browse(folder: Path, *arguments: str) -> "CompletedProcess[str]":
    return run_quizgen(folder, "browse", "rivers", *arguments)


def points(folder: Path, *arguments: str) -> dict[str, str]:
    return {row["point"]: row["state"] for row in json.loads(browse(folder, "--json", *arguments).stdout)}


def test_points_with_their_states(folder: Path) -> None:
    assert browse(folder, *NOON).stdout == (
        "Rivers\n  a: later, in 8 days\n    Which river is the longest?\n    → Volga\n    Name the longest river.\n    → Volga\n"
        "  b: new\n    Which river flows through Vienna?\n    → Danube\n"
    )
    assert points(folder, *NOON) == {"a": "later", "b": "new"}
    assert points(folder, *LATER) == {"a": "due", "b": "new"}


def test_questions_and_answers_of_a_point(folder: Path) -> None:
    row = json.loads(browse(folder, "--json", *NOON).stdout)[0]
    assert row["due"] is not None
    assert [(question["id"], question["attempts"], question["share"]) for question in row["questions"]] == [
        ("a", 1, 1.0),
        ("a-card", 0, None),
    ]
    assert [(answer["question"], answer["outcome"]) for answer in row["answers"]] == [("a", "correct")]


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--search", "DANUBE"], {"b"}), (["--search", "lengths"], {"a"}), (["--search", "a-card"], {"a"}),
        (["--search", "nothing"], set()), (["--state", "new"], {"b"}), (["--tag", "Russia"], {"a"}),
        (["--state", "new", "--search", "volga"], set()),
    ],
)  # fmt: skip
def test_points_are_found(folder: Path, arguments: list[str], found: set[str]) -> None:
    assert points(folder, *NOON, *arguments).keys() == found


def test_a_point_is_suspended_and_resumed(folder: Path) -> None:
    assert browse(folder, "--suspend", "b").stderr == "Suspended 'b'.\n"
    assert points(folder, *NOON) == {"a": "later", "b": "suspended"}
    assert "Vienna" not in run_quizgen(folder, "study", "rivers", *NOON, stdin="volga\n4\nx\n").stdout
    assert browse(folder, "--resume", "b").stderr == "Resumed 'b'.\n"
    assert points(folder, *NOON) == {"a": "later", "b": "new"}


def test_a_point_that_is_unknown_or_in_several_sets(folder: Path) -> None:
    done = browse(folder, "--suspend", "c")
    advice = "Unknown point 'c'. To list the available points, run `quizgen browse rivers --plain`."
    assert (done.returncode, advice in done.stderr) == (2, True), done.stderr
    (folder / "decks" / "moons.yaml").write_text(MOONS)
    done = run_quizgen(folder, "browse", "--suspend", "b")
    assert (
        done.returncode,
        "The point 'b' is in several sets: moons, rivers. Specify one of these sets." in done.stderr,
    ) == (
        2,
        True,
    )


@pytest.mark.slow
def test_list_counts_what_is_due(folder: Path) -> None:
    row = json.loads(run_quizgen(folder, "list", "--json", *LATER).stdout)[0]
    assert (row["questions"], row["due"], row["new"]) == (4, 1, 1)
    assert "4 questions on 2 points (1 due, 1 new), decks/rivers.yaml" in run_quizgen(folder, "list", *LATER).stdout
    assert "4 questions on 2 points (1 new, 1 not due), decks/rivers.yaml" in run_quizgen(folder, "list", *NOON).stdout
