"""The end of a quiz on a real terminal: the score in sight, retries on a clean screen, stopping, suspending."""

import os
import shlex
import signal
import sys
from pathlib import Path

import pytest
from terminal_learner import BACKSPACE, CTRL_C, CTRL_D, ENTER, FILE, NINE_KINDS, Learner, pexpect, quiz, start

from quizgen.history.store import Store

pytestmark = pytest.mark.terminal
CLEARED = "\x1b[2J"
STEMS: dict[str, str] = {question.kind: question.stem for question in NINE_KINDS.questions}
KINDS = ("--kind", "choice", "--kind", "true_false", "--kind", "short", "--kind", "number")


def miss_all(learner: Learner) -> None:
    """Ask for the answer to all nine questions."""
    for question in NINE_KINDS.questions:
        learner.sees("Enter show answer" if question.kind == "card" else "show answer")
        learner.sees(" quit")
        if question.kind == "card":
            learner.types(ENTER)
            learner.sees("y, n or")
            learner.types("n")
        else:
            learner.types("!" + (ENTER if question.kind in {"short", "number", "cloze"} else ""))
        learner.sees("Enter next")
        learner.types(ENTER)


def test_the_score_is_in_sight_and_the_answers_are_not_when_all_is_missed(learners: list[Learner]) -> None:
    learner = quiz(learners)
    miss_all(learner)
    learner.sees("y, n or ↑↓ Enter · u undo answer · q quit")
    lines = learner.text.splitlines()
    score = next(place for place, line in enumerate(lines) if "Score: 0% (0 of 9 correct)" in line)
    assert len([line for line in lines[score:] if line.strip()]) < 12
    assert not any("Answer:" in line for line in lines[score:])
    learner.types("y")
    learner.sees(CLEARED)
    learner.sees("Retrying 9 questions")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


@pytest.mark.parametrize("at", ["question", "feedback", "retry"])
def test_q_ctrl_c_and_ctrl_d_do_the_same(learners: list[Learner], at: str, tmp_path: Path) -> None:
    endings = []
    for number, key in enumerate(("q", CTRL_C, CTRL_D)):
        home = tmp_path / str(number)
        learner = quiz(learners, "--kind", "true_false", env={"QUIZGEN_HOME": str(home)})
        learner.sees("s skip · q quit")
        if at != "question":
            learner.types("t")
            learner.sees("u undo · q quit")
        if at == "retry":
            learner.types(ENTER)
            learner.sees("y, n or ↑↓ Enter · u undo answer · q quit")
        before = len(learner.text)
        learner.types(key)
        written = learner.leaves()[before:]
        with Store.open(home) as store:
            endings.append(
                (
                    written.split(),
                    [review.outcome for review in store.reviews()],
                    store.unfinished("nine-kinds") is None,
                )
            )
    assert endings[0] == endings[1] == endings[2]


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_stopping_at_a_rating_keeps_the_answer(learners: list[Learner], key: str) -> None:
    endings = []
    for pressed in ("q", key):
        learner = start(learners, "study", str(FILE), "--now", "2026-09-01T18:00")
        learner.sees("! show answer")
        learner.sees("q quit")
        learner.types("!")
        learner.sees("u undo")
        learner.sees("q quit")
        before = len(learner.text)
        learner.types(pressed)
        endings.append("1 answer, 0 correct." in learner.leaves()[before:])
    assert endings == [True, True]


def test_text_where_a_number_is_expected_is_asked_again(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "number")
    for typed in ("b", "no idea\x1b[D"):
        learner.sees("Ctrl-C quit")
        learner.types(typed + ENTER)
        learner.sees("That is not a number.")
    learner.sees("Ctrl-C quit")
    learner.types("71" + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    assert "Score: 100% (1 of 1 correct)" in learner.leaves()


def test_a_notice_is_erased_by_the_next_key(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "number")
    learner.sees("Your answer (%)")
    learner.sees("Ctrl-C quit")
    for typed, notice in (ENTER, "Nothing typed."), (f"{BACKSPACE}b{ENTER}", "That is not a number."):
        learner.types(typed)
        learner.sees(notice)
        learner.sees("Ctrl-C quit")
        learner.types("x")
        learner.sees("Enter submit")  # the keys move up to where the notice was
    learner.types(BACKSPACE + "71" + ENTER)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.leaves()


@pytest.mark.parametrize("kind", ["true_false", "multiple", "short", "card"])
def test_ctrl_z_suspends_and_fg_draws_the_question_again(learners: list[Learner], kind: str) -> None:
    shell = Learner.__new__(Learner)
    shell.written, shell.pause = "", 0.3
    environment = {**os.environ, "TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PS1": "shell$ "}
    shell.process = pexpect.spawn("bash", ["--norc", "-i"], env=environment, encoding="utf-8", dimensions=(24, 80))
    learners.append(shell)
    shell.sees("shell$ ")
    program = [sys.executable, "-m", "quizgen", "quiz", str(FILE), "--seed", "1", "--kind", kind]
    shell.types(shlex.join(program) + "\r")
    footer = "Ctrl-C quit" if kind == "short" else "q quit"
    shell.sees(footer)
    shell.types("\x1a")
    shell.sees("Stopped")
    shell.types("clear; fg\r")
    shell.sees("\x1b[2J")
    for part in ("1/", STEMS[kind], footer):
        shell.sees(part)
    shell.types(CTRL_C)
    shell.sees("No questions answered.")
    shell.sees("shell$ ")


def test_a_signal_ends_a_prompt_as_ctrl_c_does(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "true_false")
    learner.sees("s skip · q quit")
    learner.process.kill(signal.SIGINT)  # as Ctrl-C just before the prompt reads keys
    learner.sees("No questions answered.")
    learner.leaves()
