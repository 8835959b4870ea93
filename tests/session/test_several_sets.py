"""A quiz on several sets: what is stored, resumed and missed belongs to the questions' own sets."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from program import run_quizgen, with_decks

from quizgen.history.history import data_folder
from quizgen.history.store import Store

if TYPE_CHECKING:
    from subprocess import CompletedProcess

RIVERS = """\
id: rivers
title: Rivers
topics: {size: Sizes}
source: The rivers of Europe
questions:
  - {id: largest, topic: size, kind: short, stem: Which river is the longest?, answer: Volga, tags: [russia]}
  - {id: vienna, kind: cloze, text: "Vienna lies on the {{c1::Danube}}, Paris on the {{c2::Seine}}."}
"""
MOONS = """\
id: moons
title: Moons
tags: [space]
topics: {size: How large}
questions:
  - {id: largest, topic: size, kind: short, stem: Which moon is the largest?, answer: Ganymede}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=RIVERS, moons=MOONS)


def quiz(folder: Path, *arguments: str, stdin: str = "") -> "CompletedProcess[str]":
    return run_quizgen(folder, "quiz", "rivers", "moons", *arguments, stdin=stdin)


def test_answers_are_stored_under_their_own_sets(folder: Path) -> None:
    done = quiz(folder, "--no-shuffle", "--json", "out.json", stdin="volga\ndanube\nrhone\ni was right\ncallisto\n")
    assert done.stdout.startswith("Rivers; Moons: 3 questions\nSource of Rivers: “The rivers of Europe”\n")
    assert "(How large)" in done.stdout
    with Store.open(data_folder()) as store:
        stored = {review.key: (review.outcome, review.credits) for review in store.reviews()}
    assert stored == {
        ("rivers", "largest"): ("correct", {"largest": 1.0}),
        ("rivers", "vienna"): ("correct", {"vienna": 1.0}),
        ("moons", "largest"): ("wrong", {"largest": 0.0}),
    }
    result = json.loads((folder / "out.json").read_text())
    assert result["set"] == {"id": "rivers+moons", "title": "Rivers; Moons"}
    assert [answer["question"] for answer in result["answers"]] == ["rivers/largest", "rivers/vienna", "moons/largest"]


def test_missed_questions_and_suspended_points_of_several_sets(folder: Path) -> None:
    quiz(folder, "--no-shuffle", stdin="nile\ndanube\nseine\ncallisto\n")
    missed = quiz(folder, "--missed").stdout
    assert "2 questions" in missed
    run_quizgen(folder, "browse", "moons", "--suspend", "largest")
    assert "Rivers; Moons: 1 question\n" in quiz(folder, "--missed").stdout
    assert "Which moon" not in quiz(folder, "--seed", "1", stdin="!\n" * 4).stdout


def test_an_unknown_topic_names_those_of_all_sets(folder: Path) -> None:
    assert "Topics in these sets: size." in quiz(folder, "--topic", "colors").stderr


def test_a_quiz_on_several_sets_is_resumed(folder: Path) -> None:
    quiz(folder, "--no-shuffle", stdin="volga\n")
    resumed = quiz(folder, "--resume", stdin="danube\nseine\n").stdout
    assert "1 already answered" in resumed
    assert "longest" not in resumed
    assert "There is no interrupted quiz on rivers" in run_quizgen(folder, "quiz", "rivers", "--resume").stderr


def test_an_interrupted_quiz_is_resumed_whatever_the_order_of_its_sets(folder: Path) -> None:
    quiz(folder, "--no-shuffle", stdin="volga\n")
    resumed = run_quizgen(folder, "quiz", "moons", "rivers", "--resume", stdin="danube\nseine\nganymede\n").stdout
    assert "1 already answered" in resumed
    assert "Score: 100% (3 of 3 correct)" in resumed
    assert "There is no interrupted quiz on rivers and moons to resume.\n" in quiz(folder, "--resume").stderr


def test_another_interrupted_quiz_is_suggested(folder: Path) -> None:
    (folder / "decks" / "moons.yaml").rename(folder / "decks" / "satellites.yaml")
    sets = ("rivers", "satellites")
    run_quizgen(folder, "quiz", *sets, "--no-shuffle", stdin="volga\n")
    refused = run_quizgen(folder, "quiz", "rivers", "--resume")
    assert refused.returncode == 1
    assert refused.stderr.endswith(" to resume. Did you mean `quizgen quiz rivers satellites --resume`?\n")
    refused = run_quizgen(folder, "quiz", "rivers", "--resume", "--plain")
    assert refused.stderr.endswith(" Did you mean `quizgen quiz rivers satellites --plain --resume`?\n")


def test_without_a_set_the_quiz_interrupted_last_is_resumed(folder: Path) -> None:
    nothing = run_quizgen(folder, "quiz", "--resume")
    assert (nothing.returncode, nothing.stderr) == (1, "Error: There is no interrupted quiz to resume.\n")
    run_quizgen(folder, "quiz", "rivers", "--no-shuffle", stdin="volga\n")  # not the first set found
    only = run_quizgen(folder, "quiz", "--resume", stdin="quit\n").stdout
    assert "Rivers: " in only
    assert "1 already answered" in only
    assert "the latest of" not in only
    quiz(folder, "--no-shuffle", stdin="volga\ndanube\nseine\n")
    latest = run_quizgen(folder, "quiz", "--resume", stdin="quit\n").stdout
    assert "Resuming the quiz on rivers and moons, the latest of 2 that were interrupted. To resume another" in latest
    assert "2 already answered" in latest
    assert "1 already answered" in run_quizgen(folder, "quiz", "rivers", "--resume").stdout
    (folder / "decks" / "moons.yaml").unlink()
    first_found = run_quizgen(folder, "quiz", "--no-shuffle", stdin="volga\n").stdout
    assert "Resume later with `quizgen quiz rivers --resume`." in first_found


def test_a_quiz_that_cannot_be_resumed_is_not_suggested(folder: Path) -> None:
    quiz(folder, "--no-shuffle", stdin="volga\n")
    (folder / "decks" / "moons.yaml").unlink()
    assert run_quizgen(folder, "quiz", "rivers", "--resume").stderr.endswith(" on rivers to resume.\n")


def test_topics_and_tags_choose_from_all_sets(folder: Path) -> None:
    assert "2 questions" in quiz(folder, "--topic", "size").stdout
    assert "1 question\n" in quiz(folder, "--topic", "How large").stdout
    assert "1 question\n" in quiz(folder, "--tag", "space").stdout
    assert "2 questions" in quiz(folder, "--tag", "space", "--tag", "Russia").stdout
    assert "Unknown tag 'music'. Tags in these sets: russia, space." in quiz(folder, "--tag", "music").stderr


def test_context_and_suspension_at_the_feedback(folder: Path) -> None:
    written = quiz(folder, "--no-shuffle", stdin="volga\n!read\n!suspend\n").stdout
    assert (
        "Blank 1 of 2:\nSource: “The rivers of Europe”\nSuspended “Which river is the longest?”" in written
    )  # not the question once more
    with Store.open(data_folder()) as store:
        assert (store.suspended("rivers"), store.suspended("moons")) == (frozenset({"largest"}), frozenset())


def test_sets_with_the_same_id(folder: Path) -> None:
    (folder / "other.yaml").write_text(RIVERS)
    done = run_quizgen(folder, "quiz", "rivers", "other.yaml")
    assert (done.returncode, "Two of these sets have the id 'rivers'" in done.stderr) == (2, True)


def test_a_suspended_question_of_one_set_is_not_retried(folder: Path) -> None:
    written = quiz(folder, "--no-shuffle", "--kind", "short", stdin="rhine\n!suspend\ncallisto\ny\nganymede\n").stdout
    assert "Retrying 1 question\n" in written
    assert "Score: 100% (1 of 1 correct)" in written
