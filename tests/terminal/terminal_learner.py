"""A learner: the program on a pseudo-terminal, and the keys to press."""

import os
import re
import signal
import sys
import time
from pathlib import Path

import pytest

from quizgen.loading.sets import read_set
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
from quizgen.session.prompt import Prompt
from quizgen.terminal import messages

pexpect = pytest.importorskip("pexpect", reason="pexpect is missing: pip install -e '.[test]'")
if sys.platform == "win32":
    pytest.skip("Windows has no pseudo-terminals that pexpect could open", allow_module_level=True)
from forks import Program  # noqa: E402  # needs pexpect and pseudo-terminals

FILE = Path(__file__).parent / "nine-kinds.yaml"
NINE_KINDS = read_set(FILE).question_set
_UP = re.compile(r"\x1b\[[0-9]*A")
_ESCAPES = re.compile(r"\x1b(?:\[[0-9;?]*[A-Za-z]|[=>]|\][^\x07]*\x07)")
ENTER, TAB, CTRL_C, CTRL_D, CTRL_U, BACKSPACE = "\r", "\t", "\x03", "\x04", "\x15", "\x7f"
ALT_U = "\x1bu"
UP, DOWN, RIGHT, LEFT = "\x1b[A", "\x1b[B", "\x1b[C", "\x1b[D"


STATES = Path("/proc/self")  # only Linux has it
KEY_SECONDS = 0.03
"""How long a program may take to notice the key before, if no output was awaited in between."""


def _is_running(process: int) -> bool:
    """Whether the process is doing something, instead of waiting for input or having ended."""
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state in {"R", "D"}


class Learner:
    """A program on a pseudo-terminal, and a learner who types."""

    def __init__(
        self,
        *arguments: str,
        columns: int = 80,
        rows: int = 24,
        env: dict[str, str] | None = None,
        interpreter: bool = False,
    ) -> None:
        """Start the program: in an ``interpreter`` of its own where the start itself is tested, otherwise as a fork."""
        kept = {name: value for name, value in os.environ.items() if name not in {"NO_COLOR", "COLUMNS", "LINES"}}
        # Without this prompt_toolkit waits for the terminal to say where its cursor is, which pexpect does not.
        kept |= {"TERM": "xterm-256color", "PROMPT_TOOLKIT_NO_CPR": "1", "PYTHONUTF8": "1"}
        kept |= {"VISUAL": "ed", **(env or {})}  # it is named before it opens
        self.written = ""
        self._has_seen = False
        """Whether output was awaited since the last key."""
        self.pause = 0.25 if interpreter else 0.03
        """Seconds from the end of a prompt's output to a key: a little longer than prompts drop keys as unread."""
        if interpreter:
            command = ["-m", "quizgen", *arguments]
            self.process = pexpect.spawn(
                sys.executable, command, env=kept, dimensions=(rows, columns), encoding="utf-8", timeout=30
            )
        else:
            self.process = Program(arguments, kept, dimensions=(rows, columns))

    def sees(self, text: str) -> None:
        """Wait until ``text`` appears on the terminal."""
        self.process.expect_exact(text)
        self._has_seen = True
        self.written += self.process.before + text

    def types(self, keys: str, *, pause: float | None = None) -> None:
        """Press ``keys`` at once, after a ``pause`` in seconds; by default as soon as the prompt takes them."""
        if pause is None:
            self._await_prompt()
        else:
            time.sleep(pause)
        self.process.send(keys)
        self._has_seen = False

    def _await_prompt(self) -> None:
        """Wait until the program has shown all of its prompt, waits for keys, and no longer drops them as unread."""
        if not self._has_seen:
            time.sleep(KEY_SECONDS)
        if STATES.is_dir():
            while _is_running(self.process.pid):
                time.sleep(0.002)
        else:
            time.sleep(0.1)
        time.sleep(self.pause)

    def leaves(self) -> str:
        """Everything written, without escape codes, once the program has ended well."""
        self.process.expect(pexpect.EOF)
        self.written += self.process.before
        self.process.close()
        assert (self.process.exitstatus, self.process.signalstatus) == (0, None)
        return self.text

    @property
    def text(self) -> str:
        """What has been seen so far, without escape codes; a cursor that goes up ends a line."""
        return _ESCAPES.sub("", _UP.sub("\n", self.written))

    def kill(self) -> None:
        """End the program as a power cut would."""
        self.process.kill(signal.SIGKILL)
        self.process.close(force=True)


def start(
    learners: list[Learner],
    *arguments: str,
    columns: int = 80,
    env: dict[str, str] | None = None,
    interpreter: bool = False,
) -> Learner:
    """Start the program."""
    learner = Learner(*arguments, columns=columns, env=env, interpreter=interpreter)
    learners.append(learner)
    return learner


def quiz(
    learners: list[Learner],
    *arguments: str,
    columns: int = 80,
    env: dict[str, str] | None = None,
    interpreter: bool = False,
) -> Learner:
    """Start a quiz on the nine kinds, in their order."""
    whole = ("quiz", str(FILE), "--all", "--no-shuffle", "--seed", "1")
    return start(learners, *whole, *arguments, columns=columns, env=env, interpreter=interpreter)


def answer_rightly(learner: Learner, prompt: Prompt) -> None:
    """Type the right answer to ``prompt``, which is about to be shown."""
    digits = dict(zip(prompt.options, messages.NUMBERS_KEY, strict=False))
    match prompt.question:
        case ChoiceQuestion() as question:
            learner.sees("or ↑↓ Enter")
            learner.types(digits[question.answer])
        case MultipleQuestion() as question:
            learner.sees("Enter submit")
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
            learner.sees("Enter show answer")
            learner.types(ENTER)
            learner.sees("or ↑↓ Enter")
            learner.types("y")


def arrange(learner: Learner, keys: list[str]) -> None:
    """Place by ``keys`` what goes to each place; the last one is placed by itself."""
    for key in keys[:-1]:
        learner.sees("or ↑↓ Enter")
        learner.types(key)
    learner.sees("Enter submit")
    learner.types(ENTER)
