"""An answer in own words that no rule can judge: the learner compares it with the correct one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from terminal_learner import CTRL_C, ENTER, Learner, start

from quizgen.cli import cli
from quizgen.grading.verdict import Outcome
from quizgen.history.history import data_folder
from quizgen.history.store import Store
from quizgen.terminal import messages

SET = """\
id: tides
title: Tides
questions:
  - id: cause
    kind: short
    stem: What causes the tides?
    answer: The gravity of the moon pulls the water of the oceans
    explanation: The sun helps a little.
  - {id: name, kind: short, stem: What is a high tide called at new moon?, answer: spring tide, priority: detail}
"""
SAID = "the moon attracts the seas"
SIDE_BY_SIDE = f"Your answer: {SAID}\nAnswer: The gravity of the moon pulls the water of the oceans\n"


@pytest.fixture
def tides(tmp_path: Path) -> str:
    file = tmp_path / "tides.yaml"
    file.write_text(SET)
    return str(file)


def run(*arguments: str, answers: str) -> str:
    done = CliRunner().invoke(cli, list(arguments), input=answers)
    assert done.exit_code == 0, done.output
    return done.output


def stored() -> list[Outcome]:
    """Return the outcomes in the history as they count now."""
    with Store.open(data_folder()) as store:
        return [review.outcome for review in store.reviews()]


QUIZ = ("--all", "--no-shuffle")


@pytest.mark.parametrize(
    ("decision", "outcome", "score"),
    [
        ("y", Outcome.CORRECT, "100% (2 of 2 correct)"),
        ("i was right", Outcome.CORRECT, "100% (2 of 2 correct)"),
        ("n", Outcome.WRONG, "50% (1 of 2 correct)"),
        ("", Outcome.WRONG, "50% (1 of 2 correct)"),
        ("perhaps\nn", Outcome.WRONG, "50% (1 of 2 correct)"),
    ],
)
def test_in_a_quiz_the_learner_decides(tides: str, decision: str, outcome: Outcome, score: str) -> None:
    written = run("quiz", tides, *QUIZ, answers=f"{SAID}\n{decision}\nspring tide\n")
    assert SIDE_BY_SIDE in written
    assert written.count(messages.SAYS_THE_SAME) == 1
    assert (messages.MARKED_CORRECT in written) == ("Wrong." not in written) == outcome.counts_right
    assert "The sun helps a little." in written
    assert f"Score: {score}" in written
    assert ("Retry" in written) != outcome.counts_right
    assert stored() == [outcome, Outcome.CORRECT]


def test_undo_and_quit_at_the_question(tides: str, tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    answers = f"{SAID}\n!undo\nthe moon pulls seawater\nq\n"
    written = run("quiz", tides, *QUIZ, "--json", str(file), answers=answers)
    assert "Answer undone" in written
    assert "Wrong" not in written
    assert stored() == [Outcome.WRONG]
    assert [answer["outcome"] for answer in json.loads(file.read_text())["answers"]] == ["undecided"]
    written = run("quiz", tides, "--resume", answers="<\n\ni was right\nspring tide\n")
    assert "Not graded. quizgen cannot grade this wording, so it does not count as correct." in written
    assert "Score: 100% (2 of 2 correct)" in written


def test_in_an_exam_nobody_decides(tides: str) -> None:
    written = run("quiz", tides, *QUIZ, "--exam", answers=f"{SAID}\nspring tide\n\n\n\n")
    assert messages.SAYS_THE_SAME not in written
    assert "Not graded. quizgen cannot grade this wording, so it does not count as correct." in written
    assert "Score: 50% (1 of 2 correct)" in written
    assert stored() == [Outcome.WRONG, Outcome.CORRECT]


@pytest.mark.parametrize(("decision", "suggested"), [("y", "Easy"), ("n", "Again")])
def test_in_study_the_rating_follows(tides: str, decision: str, suggested: str) -> None:
    written = run("study", tides, answers=f"{SAID}\n{decision}\n\nq\n")
    assert f"Press Enter for {suggested}" in written
    assert written.count("The sun helps a little.") == 1
    assert stored() == [Outcome.CORRECT if decision == "y" else Outcome.WRONG]


@pytest.mark.terminal
@pytest.mark.parametrize(("command", "key"), [("quiz", "y"), ("quiz", ENTER), ("study", "n"), ("study", CTRL_C)])
def test_on_a_terminal(learners: list[Learner], tides: str, command: str, key: str) -> None:
    learner = start(learners, command, tides, *(QUIZ if command == "quiz" else ()))
    learner.sees("Enter submit")
    learner.types(SAID + ENTER)
    learner.sees("? Not graded")
    learner.sees(messages.SAYS_THE_SAME)
    learner.sees("u undo answer")
    learner.types(key)
    if key != CTRL_C:
        learner.sees("✓ Correct" if key == "y" else "✗ Wrong")
        learner.sees("Enter next" if command == "quiz" else "Enter Again")
        learner.types("q")
    written = learner.leaves()
    assert ("✗" in written) == (key in {ENTER, "n"})
    assert stored() == [Outcome.CORRECT if key == "y" else Outcome.WRONG]


@pytest.mark.terminal
def test_undo_on_a_terminal(learners: list[Learner], tides: str) -> None:
    learner = start(learners, "quiz", tides, *QUIZ)
    learner.sees("Enter submit")
    learner.types(SAID + ENTER)
    learner.sees("u undo answer")
    learner.types("u")
    learner.sees("Answer undone")
    learner.sees("Enter submit")
    learner.types(CTRL_C)
    learner.leaves()
    assert stored() == []


def test_the_learner_judges_what_was_added_to_a_right_answer(tides: str) -> None:
    written = run("quiz", tides, *QUIZ, answers="!\nspring tide, which is the highest\ny\n")
    assert 'quizgen cannot judge the rest: "which is the highest".\nYour answer: spring tide, which is' in written
    assert (written.count(messages.IS_REST_CORRECT), written.count(messages.SAYS_THE_SAME)) == (1, 0)
    assert stored() == [Outcome.WRONG, Outcome.CORRECT]
