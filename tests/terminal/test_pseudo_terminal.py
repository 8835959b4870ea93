"""The real program on a pseudo-terminal."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.reading.sets import read_set
from quizgen.session import Prompt, Session
from quizgen.terminal import words

pexpect = pytest.importorskip("pexpect", reason="pexpect is missing: pip install -e '.[test]'")
if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals that pexpect could open", allow_module_level=True)

FILE = Path(__file__).parent / "nine-kinds.yaml"
NINE_KINDS = read_set(FILE).question_set
ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>]|\][^\x07]*\x07)")
ENTER, CTRL_C, CTRL_D, BACKSPACE = "\r", "\x03", "\x04", "\x7f"


class Learner:
    """A quiz on a pseudo-terminal, and somebody who types."""

    def __init__(self, *arguments: str, columns: int = 80, env: dict[str, str] | None = None) -> None:
        kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
        # Without this prompt_toolkit waits for the terminal to say where its cursor is, which pexpect does not.
        kept |= {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUTF8": "1", **(env or {})}
        program = ["-c", "from quizgen.cli import main; main()", *arguments]
        self.written = ""
        self.process = pexpect.spawn(
            sys.executable, program, env=kept, dimensions=(24, columns), encoding="utf-8", timeout=30
        )

    def sees(self, text: str) -> None:
        """Wait until ``text`` stands on the terminal."""
        self.process.expect_exact(text)
        self.written += self.process.before + text

    def types(self, keys: str) -> None:
        self.process.send(keys)

    def leaves(self) -> str:
        """Everything written, without escape codes, once the program has ended well."""
        self.process.expect(pexpect.EOF)
        self.written += self.process.before
        self.process.close()
        assert (self.process.exitstatus, self.process.signalstatus) == (0, None)
        return ESCAPES.sub("", self.written)


@pytest.fixture
def learners() -> Iterator[list[Learner]]:
    """Programs started in a test; whatever is still running afterwards is ended."""
    started: list[Learner] = []
    yield started
    for learner in started:
        learner.process.close(force=True)


def quiz(learners: list[Learner], *arguments: str, columns: int = 80, env: dict[str, str] | None = None) -> Learner:
    learner = Learner("quiz", str(FILE), "--all", "--no-shuffle", "--seed", "1", *arguments, columns=columns, env=env)
    learners.append(learner)
    return learner


def answer_rightly(learner: Learner, prompt: Prompt) -> None:
    """Type the right answer to ``prompt``, which is about to be shown."""
    digits = dict(zip(prompt.options, words.NUMBERS_KEY, strict=False))
    match prompt.question:
        case ChoiceQuestion() as question:
            learner.sees("or ↑↓ Enter")
            learner.types(digits[question.answer])
        case MultipleQuestion() as question:
            learner.sees("Enter done")
            learner.types("".join(digits[answer] for answer in question.answers) + ENTER)
        case TrueFalseQuestion() as question:
            learner.sees("t, f or ↑↓ Enter")
            learner.types("t" if question.answer else "f")
        case ShortQuestion() as question:
            learner.sees("Your answer")
            learner.types(question.answer + ENTER)
        case NumberQuestion() as question:
            learner.sees("Your answer")
            learner.types(f"{question.answer}{ENTER}")
        case ClozeQuestion() as question:
            for number, mark in enumerate(question.marks, 1):
                learner.sees(f"Blank {number}")
                learner.types(mark.answer + ENTER)
        case OrderQuestion() as question:
            arrange(learner, [digits[step] for step in question.steps])
        case MatchQuestion() as question:
            arrange(learner, [digits[right] for _, right in question.pairs])
        case CardQuestion():
            learner.sees("Enter show the answer")
            learner.types(ENTER)
            learner.sees("or ↑↓ Enter")
            learner.types("y")


def arrange(learner: Learner, keys: list[str]) -> None:
    """Place by ``keys`` what goes to each place; the last one is placed by itself."""
    for key in keys[:-1]:
        learner.sees("or ↑↓ Enter")
        learner.types(key)
    learner.sees("Enter check")
    learner.types(ENTER)


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
    assert "Score: 9 of 9 (100 %)" in written
    assert "Everything right" in written
    assert max(cell_len(line) for line in re.split(r"[\r\n]+", written)) <= columns


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D, "q"])
def test_stopping_gives_the_score_so_far(learners: list[Learner], key: str) -> None:
    learner = quiz(learners)
    learner.sees("or ↑↓ Enter")
    learner.types(ENTER)
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Enter done")
    learner.types(key)
    written = learner.leaves()
    assert "Stopped here." in written
    assert re.search(r"Score: [01] of 1 ", written)
    assert "8 not asked" in written


@pytest.mark.parametrize("key", [CTRL_C, CTRL_D])
def test_stopping_while_typing(learners: list[Learner], key: str) -> None:
    learner = quiz(learners, "--kind", "short")
    learner.sees("Your answer")
    learner.types(key)
    assert "No question answered." in learner.leaves()


def test_hint_skip_and_the_missed_ones_again(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "choice", "--kind", "short")
    learner.sees("? hint")
    learner.types("?")
    learner.sees("god of war")
    learner.sees("q quit")
    learner.types("s")
    learner.sees("Skipped")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("Your answer")
    learner.types(ENTER)
    learner.sees("Enter once more")
    learner.sees("Your answer")
    learner.types(ENTER)
    learner.sees("Skipped")
    learner.sees("Pacific")
    learner.sees("Enter next")
    learner.types(ENTER)
    learner.sees("No question answered")
    learner.sees("Ask the 2 missed questions again?")
    learner.sees("q quit")
    learner.types("y")
    learner.sees("asked again")
    learner.sees("or ↑↓ Enter")
    learner.types("q")
    assert "Stopped here." in learner.leaves()


def test_a_step_is_taken_back(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "order")
    session = Session.start(NINE_KINDS, [q for q in NINE_KINDS.questions if q.kind == "order"], seed=1)
    assert session.prompt is not None
    learner.sees("or ↑↓ Enter")
    learner.types(words.NUMBERS_KEY[session.prompt.options.index("Mars")])
    learner.sees("Backspace undo")
    learner.types(BACKSPACE)
    answer_rightly(learner, session.prompt)
    learner.sees("Correct")
    learner.types(ENTER)
    learner.leaves()


def test_wrong_says_what_is_right(learners: list[Learner]) -> None:
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
    assert "Score: 0 of 2 (0 %)" in learner.leaves()


def test_a_window_that_changes_its_size(learners: list[Learner]) -> None:
    learner = quiz(learners, "--kind", "multiple")
    learner.sees("Enter done")
    learner.process.setwinsize(20, 40)
    learner.sees("Enter done")
    learner.types("a" + ENTER)
    learner.sees("Enter next")
    learner.types("q")
    learner.leaves()


def test_no_colour_where_none_is_wanted(learners: list[Learner]) -> None:
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


def test_the_menu_opens_and_closes(learners: list[Learner]) -> None:
    learner = Learner()
    learners.append(learner)
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("2")
    learner.sees("eagle-partner-2023")
    learner.sees("What would you like to do?")
    learner.sees("q quit")
    learner.types("q")
    learner.leaves()
