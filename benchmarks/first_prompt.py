"""How fast `quizgen quiz` shows its first question on a terminal and takes a key, with a history on disk.

The floor is outside quizgen: a program that does nothing but import questionary, pydantic and click. The text shows
when the beginning of a stem can be read, the prompt when the line that names the keys is drawn, and a key is taken when
the terminal shows what was typed (in a typed question, because a choice ignores keys for a moment on purpose). Ratios
are taken round by round; the median counts.
"""

import os
import pty
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median
from subprocess import DEVNULL

from timing import compile_package, report, run, seconds

from quizgen.history.history import FILE_NAME
from quizgen.loading.sets import load

SET = Path(__file__).parents[1] / "decks" / "eagle-partner-2023.yaml"
FLOOR = [sys.executable, "-c", "import questionary, pydantic, click"]
TARGETS = {"text": 1.5, "prompt": 2.0, "key": 2.2}
ROUNDS = 11
KEYS_SHOWN = "or ↑↓"
"""Part of the line that names the keys of a choice."""
KEY = "x"
_ESCAPE = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")
_WHERE_IS_THE_CURSOR = b"\x1b[6n"


def quiz(*options: str) -> list[str]:
    return [sys.executable, "-m", "quizgen", "quiz", str(SET), *options]


class Terminal:
    """A quiz in a pseudo-terminal, with what it has shown so far."""

    def __init__(self, command: list[str], home: str) -> None:
        self.begun = time.perf_counter()
        self._child, self._terminal = pty.fork()
        if self._child == 0:
            os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24", QUIZGEN_HOME=home)
            os.execv(command[0], command)
        self._seen = b""

    def seconds_until(self, shows: Callable[[str], bool]) -> float:
        """Read until ``shows`` is true of the text shown; return the seconds since the start."""
        while not shows(_ESCAPE.sub("", self._seen.decode(errors="ignore"))):
            self._seen += os.read(self._terminal, 4096)
            if _WHERE_IS_THE_CURSOR in self._seen:
                self._seen = self._seen.replace(_WHERE_IS_THE_CURSOR, b"")
                os.write(self._terminal, b"\x1b[1;1R")
        return time.perf_counter() - self.begun

    def type(self, keys: str) -> None:
        os.write(self._terminal, keys.encode())
        self._seen = b""

    def close(self) -> None:
        os.kill(self._child, 9)
        os.waitpid(self._child, 0)
        os.close(self._terminal)


def one_round(home: str, beginnings: tuple[str, ...]) -> dict[str, float]:
    """Start two quizzes; return the seconds until each thing in ``TARGETS``."""
    choice = Terminal(quiz("--kind", "choice"), home)
    took = {"text": choice.seconds_until(lambda shown: any(beginning in shown for beginning in beginnings))}
    took["prompt"] = choice.seconds_until(lambda shown: KEYS_SHOWN in shown)
    choice.close()
    short = Terminal(quiz("--kind", "short"), home)
    short.seconds_until(lambda shown: "›" in shown)
    short.type(KEY)
    took["key"] = short.seconds_until(lambda shown: KEY in shown)
    short.close()
    return took


def main() -> None:
    compile_package()
    beginnings = tuple(question.stem[:24] for question in load(SET).questions)
    with tempfile.TemporaryDirectory() as home:
        os.environ["QUIZGEN_HOME"] = home
        answers = "a\na\nn\n"  # right or wrong, and no retry
        command = quiz("--plain", "-n", "2", "--kind", "choice")
        subprocess.run(command, input=answers, text=True, stdout=DEVNULL, check=True)
        assert (Path(home) / FILE_NAME).exists()
        floor = run(FLOOR)
        one_round(home, beginnings)
        floor()
        rounds = [(one_round(home, beginnings), seconds(floor)) for _ in range(ROUNDS)]
    for name, target in TARGETS.items():
        base = median(base for _, base in rounds)
        ratio = median(took[name] / base for took, base in rounds)
        report(f"quizgen quiz to the first {name}", ratio * base, "import questionary, pydantic, click", base, target)


if __name__ == "__main__":
    main()
