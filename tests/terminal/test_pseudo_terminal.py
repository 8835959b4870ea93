"""The real program on a pseudo-terminal: every kind, the keys, the ways to stop, sizes and colours."""

import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from terminal_learner import BACKSPACE, CTRL_C, CTRL_D, ENTER, FILE, NINE_KINDS, Learner, answer_rightly, quiz, start

from quizgen.session.session import Session
from quizgen.terminal import messages

pytestmark = pytest.mark.terminal


@pytest.mark.parametrize("columns", [80, 40])
def test_every_kind_is_answered_by_its_keys(learners: list[Learner], columns: int) -> None:
    learner = quiz(learners, columns=columns)
    session = Session.start(NINE_KINDS, NINE_KINDS.questions, seed=1)
    while (prompt := session.prompt) is not None:
        answer_rightly(learner, prompt)
        learner.sees("✓")
        learner.sees("Correct")
        learner.sees("Enter next")
        learner.types(ENTER)
        session = session.skip()
    written = learner.leaves()
    assert "Score: 100% (9 of 9 correct)" in written
    assert "All correct" in written
    assert max(cell_len(line) for line in re.split(r"[\r\n]+", written)) <= columns


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "q"])
def test_stopping_gives_the_score_so_far(learners: list[Learner], key: str) -> None:
    learner = quiz(learners, interpreter=key == "q")
    learner.sees("or ↑↓ Enter")
    learner.types("1")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Enter submit")
    learner.types(key)
    written = learner.leaves()
    assert "Stopped." in written
    assert re.search(r"Score: \d+% \([01] of 1 ", written)
    assert "8 not answered" in written


@pytest.mark.parametrize("key", [CTRL_C, "q"])
def test_stopping_at_the_last_feedback_leaves_nothing_to_resume(learners: list[Learner], key: str) -> None:
    learner = quiz(learners, "--kind", "choice")
    learner.sees("or ↑↓ Enter")
    learner.types("1")
    learner.sees("Enter next")
    learner.types(key)
    written = learner.leaves()
    assert re.search(r"Score: \d+% \([01] of 1 ", written)
    assert not re.search(r"Stopped|--resume|Retry\?", written)
    learner = start(learners, "quiz", str(FILE), "--kind", "choice")
    learner.sees("q quit")
    learner.types("q")
    assert "Resume the" not in learner.leaves()


def test_escape_sequences_typed_do_no_harm(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "short")
    learner.sees("Your answer")
    learner.types("Pac\x1b[31mif\x1b[0mic" + ENTER)
    learner.sees("Enter next")
    learner.types(ENTER)
    assert "Traceback" not in learner.leaves()


def test_blanks_are_marked_one_by_one(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "cloze")
    for blank, typed in enumerate(("Tides", "Sun"), 1):
        learner.sees(f"Blank {blank} of 2")
        learner.types(typed + ENTER)
    learner.sees("Enter next")
    assert re.search(
        r"✓ \(1\) Tides\s+○ \(2\) Moon  \(your answer: ✗ Sun\)\s+◐ Partly correct \(1 of 2\)\s+Enter next", learner.text
    )
    learner.types("q")
    learner.leaves()


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_stopping_while_typing(learners: list[Learner], key: str) -> None:
    learner = quiz(learners, "--kind", "short")
    learner.sees("Your answer")
    learner.types(key)
    assert "No questions answered." in learner.leaves()


def test_hint_skip_and_retry(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "short")
    learner.sees("? hint")
    learner.types("?")
    learner.sees("god of war")
    learner.sees("q quit")
    learner.types("s")
    learner.sees("Skipped")
    learner.sees("Your answer")
    learner.types(ENTER)
    learner.sees("Your answer")
    learner.sees("Press Enter again")
    learner.types(ENTER)
    learner.sees("You asked for the answer.")
    learner.sees("Pacific")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Score: 0% (0 of 1 answered question correct; 1 skipped)")
    learner.sees("Retry 2 questions (1 missed, 1 skipped)?")
    learner.sees("q quit")
    learner.types("y")
    learner.sees("Retrying 2 questions")
    learner.sees("or ↑↓ Enter")
    learner.types("q")
    assert "Stopped." in learner.leaves()


def test_a_step_is_undone(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "order")
    session = Session.start(NINE_KINDS, [q for q in NINE_KINDS.questions if q.kind == "order"], seed=1)
    assert session.prompt is not None
    learner.sees("or ↑↓ Enter")
    learner.types(messages.NUMBERS_KEY[session.prompt.options.index("Mars")])
    learner.sees("Backspace undo")
    learner.types(BACKSPACE)
    answer_rightly(learner, session.prompt)
    learner.sees("Correct")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.leaves()


def test_wrong_shows_the_correct_answer(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "true_false", "--kind", "number")
    learner.sees("t, f")
    learner.types("t")
    learner.sees("Wrong")
    learner.sees("It reflects the light of the Sun.")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Your answer")
    learner.types("12" + ENTER)
    learner.sees("Wrong")
    learner.sees("71%")
    learner.sees("q quit")
    learner.types("q")
    assert "Score: 0% (0 of 2 correct)" in learner.leaves()


def test_a_window_that_changes_its_size(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "multiple")
    learner.sees("Enter submit")
    learner.process.setwinsize(20, 40)
    learner.sees("Enter submit")
    learner.types("a" + ENTER)
    learner.sees("Enter next")
    learner.types("q")
    learner.leaves()


def test_no_color(learners: list[Learner]) -> None:
    for env in ({}, {"NO_COLOR": "1"}):
        learner = quiz(learners, "--kind", "choice", env=env)
        learner.sees("or ↑↓ Enter")
        learner.types("1")
        learner.sees("Enter next")
        learner.types("q")
        learner.leaves()
        codes = {code for found in re.findall(r"\x1b\[([0-9;]*)m", learner.written) for code in found.split(";")}
        colours = {code for code in codes if code.isdigit() and (30 <= int(code) <= 48 or int(code) >= 90)}
        assert (colours - {"39", "49"} == set()) == bool(env)


def test_a_dumb_terminal_gets_plain_lines(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "short", env={"TERM": "dumb"})
    learner.sees("Type the answer.")
    learner.types("Pacific\n")
    learner.sees("Correct.")
    learner.leaves()
    assert "\x1b" not in learner.written


def test_plain_lines_on_a_terminal_break_between_words(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "short", columns=40, env={"TERM": "dumb"})
    learner.sees("quit)")
    learner.types("quit\n")
    lines = learner.leaves().splitlines()
    assert max(map(len, lines)) < 40
    assert "Type the answer." in " ".join(lines)
    assert '"skip" to skip, "quit" to quit)' in " ".join(line.strip() for line in lines if line)


def test_the_menu_opens_and_closes(learners: list[Learner]) -> None:
    learner = start(learners)
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("l")
    learner.sees("eagle-partner-2023")
    learner.sees("Enter back to the menu")
    learner.sees("q quit")
    learner.types(ENTER)
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()


def test_the_menu_comes_back_after_every_command(
    learners: list[Learner], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "nine-kinds.yaml").write_text(FILE.read_text("utf-8"), "utf-8")
    (tmp_path / "decks" / "zz.yaml").write_text("id: zz\ntitle: T\nquestions: [{id: a, kind: chioce}]\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    learner = start(learners)
    menu, which, count = "What would you like to do?", "Which question set?", "Which questions?"
    for prompts, seen in (
        (((menu, "t"), (which, "1"), (count, "1"), ("1/5", CTRL_C)), "Stopped."),
        (((menu, "s"), ("are new to you.", "n"), ("left, ", CTRL_C)), "Stopped."),
        (((menu, "v"),), "No answers yet"),
        (((menu, "e"), (which, "1")), "nine-kinds.apkg"),
        (((menu, "c"),), "zz.yaml:3:"),
    ):
        for prompt, key in prompts:
            learner.sees(prompt)
            learner.sees(" back" if prompt in {which, count} else " quit")
            learner.types(key)
        learner.sees(seen)
        learner.sees("Enter back to the menu")
        learner.sees("q quit")
        learner.types(ENTER)
    learner.sees(menu)
    learner.sees("q quit")
    learner.types("q")
    assert "Traceback" not in learner.leaves()
