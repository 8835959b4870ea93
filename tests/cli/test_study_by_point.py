"""Study by point, through the command: one question a day, harder ones later, and the switch that turns this off."""

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from program import run_quizgen, with_decks

from quizgen.history.history import data_folder
from quizgen.history.records import Suspension
from quizgen.history.store import Store

RIVERS = """\
id: rivers
title: Rivers
questions:
  - {id: longest.c1.card, kind: card, point: longest.c1, stem: Name the longest river., answer: Volga}
  - {id: longest.c1.short, kind: short, point: longest.c1, stem: Which river is the longest?, answer: Volga, hint: V}
  - {id: longest.c1.choice, kind: choice, point: longest.c1, stem: Which of these?, answer: Volga, distractors: [Don, Po]}
"""
PICKED = "You picked the answer from a list, so the rating cannot be better than Hard."


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=RIVERS)


def study(folder: Path, day: int, answers: str) -> str:
    noon = f"{date(2026, 4, 30) + timedelta(days=day)}T12:00"
    return run_quizgen(folder, "study", "rivers", "--now", noon, stdin=answers).stdout


def test_questions_get_harder_from_day_to_day(folder: Path) -> None:
    first = study(folder, 1, "volga\n\nvolga\n\n")
    assert first.startswith("Rivers: 1 new\n")
    assert (first.count("Which of these?"), first.count(PICKED)) == (2, 1)  # explained once per session
    # Good and Easy would count as Hard.
    assert "Press Enter for Hard, or type 1 for Again (in 1 minute), 2 for Hard (in 10 minutes)." in first
    assert "Learned: 1 new question." in first
    assert "Which of these?" in study(folder, 2, "volga\n\n")
    # Intervals vary by a few days, so each later day is one on which the point is surely due.
    third = study(folder, 9, "volga\n3\n")
    assert ("Which river is the longest?" in third, PICKED in third) == (True, False)
    assert "Name the longest river." in study(folder, 90, "\nn\n\n\ny\n\n")
    assert "Which river is the longest?" in study(folder, 150, "volga\n\n")


def test_the_ladder_can_be_turned_off(folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nladder = false\n")
    for day in (1, 4):
        assert "Name the longest river." in study(folder, day, "\ny\n\n\ny\n\n")
    run_quizgen(folder, "quiz", "rivers", "--kind", "choice", stdin="volga\n")
    rows = run_quizgen(folder, "history", "export").stdout.splitlines()
    ratings = [row["rating"] for row in map(json.loads, rows) if row["type"] == "review" and row["kind"] == "choice"]
    assert ratings == [3]


def test_an_invalid_switch_is_an_error(folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nladder = 1\n")
    done = run_quizgen(folder, "study", "rivers")
    assert (done.returncode, "ladder = 1 is invalid; it must be true or false." in done.stderr) == (1, True)


@pytest.mark.parametrize("settings", ["[study]\nladder = 1\n", "[study\n", "study = 1\n", "[study]\nnew = -1\n"])
def test_invalid_settings_do_not_disturb_a_quiz(folder: Path, settings: str) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text(settings)
    done = run_quizgen(folder, "quiz", "rivers", "--kind", "choice", stdin="volga\n")
    assert (done.returncode, done.stderr, "Score: 100% (1 of 1" in done.stdout) == (0, "", True)


def test_recognition_in_a_quiz_is_rated_hard(folder: Path) -> None:
    run_quizgen(folder, "quiz", "rivers", "--kind", "choice", stdin="volga\n")
    rows = [json.loads(row) for row in run_quizgen(folder, "history", "export").stdout.splitlines()]
    (review,) = (row for row in rows if row["type"] == "review")
    assert (review["rating"], review["recognition"], review["credits"]) == (2, True, {"longest.c1": 1.0})


@pytest.mark.slow
def test_statistics_by_point_with_the_questions_below(folder: Path) -> None:
    study(folder, 1, "don\n\nvolga\n\nvolga\n\n")
    study(folder, 2, "volga\n\n")
    study(folder, 9, "don\n\nvolga\n\n")
    written = run_quizgen(folder, "stats", "--now", "2026-05-10T12:00").stdout
    assert "Hardest points, each shown by one of its questions (average score):\n" in written
    assert (
        "% in 6 answers: Which river is the longest?\n    Multiple choice: 75% in 4 answers\n    Short answer: 50% in 2 answers\n"
        in written
    )
    data = json.loads(run_quizgen(folder, "stats", "--json", "--now", "2026-05-10T12:00").stdout)
    (point,) = data["points"]
    assert (point["point"], point["attempts"]) == ("longest.c1", 6)
    assert [(below["question"], below["attempts"]) for below in point["questions"]] == [
        ("longest.c1.card", 0), ("longest.c1.short", 2), ("longest.c1.choice", 4),
    ]  # fmt: skip
    assert sum(data["forecast"]) == 1
    with Store.open(data_folder()) as store:
        store.add(Suspension("rivers", "longest.c1", datetime(2026, 5, 4, 11, tzinfo=UTC)))
    data = json.loads(run_quizgen(folder, "stats", "--json", "--now", "2026-05-10T12:00").stdout)
    assert sum(data["forecast"]) == 0


def test_a_renamed_question_keeps_its_history(folder: Path) -> None:
    study(folder, 1, "volga\n\nvolga\n\n")
    path = folder / "decks" / "rivers.yaml"
    path.write_text(
        RIVERS.replace("longest.c1", "the-longest.c1").replace(
            "{id: the-longest.c1.choice,", "{id: the-longest.c1.choice, formerly: rivers/longest.c1.choice,"
        )
    )
    assert study(folder, 2, "").startswith("Rivers: 1 due\n")
    browsed = json.loads(run_quizgen(folder, "browse", "rivers", "--json").stdout)
    assert [(row["point"], len(row["answers"])) for row in browsed] == [("the-longest.c1", 2)]
