"""Taking back the last answer, on a real terminal."""

import json
from pathlib import Path

import pytest
from terminal_learner import ALT_U, BACKSPACE, ENTER, FILE, Learner, quiz, start

from quizgen.history.history import data_folder
from quizgen.history.store import Store

pytestmark = pytest.mark.terminal


def responses(file: Path) -> list[object]:
    return [answer["response"] for answer in json.loads(file.read_text())["answers"]]


def test_an_answer_is_undone_at_its_feedback_and_at_the_next_question(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "true_false", "--kind", "short", "--json", str(file))
    learner.sees("s skip · q quit")
    learner.types("t")
    learner.sees("Wrong")
    learner.sees("u undo")
    learner.types("u")
    learner.sees("Answer undone")
    learner.sees("t, f or")
    learner.types("f")
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Alt-U undo answer")
    learner.types("Pac" + ALT_U)  # whether something was typed or not
    learner.sees("Answer undone")
    learner.sees("t, f or")
    learner.types("f")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Alt-U undo answer")
    learner.types("Atlantic" + ENTER)
    learner.sees("u undo")
    learner.types("u")
    learner.sees("Tab skip · ← back · Ctrl-C quit")  # only the last answer is undone
    learner.types(ALT_U + "Pacific" + ENTER)
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 100% (2 of 2 correct)")
    learner.leaves()
    assert responses(file) == [False, "Pacific"]


def test_a_choice_undoes_the_answer_before_it(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "choice", "--kind", "multiple", "--kind", "order", "--json", str(file))
    learner.sees("or ↑↓ Enter")
    learner.types("s")
    learner.sees("u undo skip")
    learner.types("u")
    learner.sees("Skip undone")
    learner.sees("1/3")
    learner.sees("or ↑↓ Enter")
    learner.types("!")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Enter submit")
    learner.sees("u undo answer")
    learner.types("s")
    learner.sees("u undo skip")
    learner.types("1")
    learner.sees("Backspace undo step")
    learner.sees("q quit")
    learner.types(BACKSPACE)
    learner.sees("q quit")
    learner.types("u")
    learner.sees("Enter submit")
    learner.types("q")
    learner.leaves()
    assert responses(file) == [None]


def test_undo_in_study(learners: list[Learner]) -> None:
    learner = start(learners, "study", str(FILE), "--new", "2", "--now", "2026-09-01T18:00")
    learner.sees("! show answer")
    learner.types("!")
    learner.sees("u undo")
    learner.types("u")
    learner.sees("Answer undone")
    learner.sees("s skip · q quit")
    learner.types("!")
    learner.sees("❯1 Again 1 minute · Enter Again")
    learner.types("4")
    learner.sees("You asked for the answer, so the only rating is 1 (Again).")
    learner.types("1")
    learner.sees("Next review in")
    learner.sees("u undo answer")
    learner.types("u")
    learner.sees("Answer undone")
    learner.sees("2 new left")
    learner.sees("s skip · q quit")
    learner.types("q")
    assert "1 answer" not in learner.leaves()


def test_the_last_answer_is_undone_while_a_retry_is_offered(learners: list[Learner], tmp_path: Path) -> None:
    file = tmp_path / "result.json"
    learner = quiz(learners, "--kind", "true_false", "--json", str(file))
    learner.sees("s skip · q quit")
    learner.types("t")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Retry the missed question?")
    learner.sees("u undo answer · q quit")
    learner.types("u")
    learner.sees("\x1b[2J")  # the answers are above
    learner.sees("Answer undone")
    learner.sees("s skip · q quit")
    learner.types("f")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 100% (1 of 1 correct)")
    assert learner.leaves().count("Nine kinds of question") == 1
    assert responses(file) == [False]


def test_undo_takes_back_a_suspension_too(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "true_false", "--kind", "choice")
    learner.sees("or ↑↓ Enter")
    learner.types("!")
    learner.sees("x suspend")
    learner.sees("q quit")
    learner.types("x")
    learner.sees("x resume")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("u undo answer")
    learner.sees("q quit")
    learner.types("u")
    learner.sees("Answer undone and question resumed.")
    learner.sees("1/2")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
    with Store.open(data_folder()) as store:
        assert store.suspended("nine-kinds") == frozenset()
