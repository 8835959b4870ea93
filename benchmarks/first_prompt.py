"""How fast `quizgen quiz` shows its first prompt on a terminal, against its imports and the reading of its set."""

import os
import pty
import sys
from pathlib import Path

from timing import compare, report, run

SET = Path(__file__).parents[1] / "decks" / "eagle-partner-2023.yaml"
QUIZ = [sys.executable, "-m", "quizgen", "quiz", str(SET), "--kind", "choice", "--seed", "1"]
FLOOR = f"import questionary, pydantic, click; from quizgen.loading.sets import load; load({str(SET)!r})"
PROMPT = "↑↓ Enter".encode()
"""Part of the line that names the keys: the program waits for a key once it shows."""


def until_first_prompt() -> None:
    """Start the quiz in a pseudo-terminal, read until its prompt shows, and end it."""
    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(TERM="xterm-256color", COLUMNS="80", LINES="24")
        os.execv(QUIZ[0], QUIZ)
    seen = b""
    while PROMPT not in seen:
        seen += os.read(terminal, 4096)
        if b"\x1b[6n" in seen:  # the program asks where the cursor is, as it may
            os.write(terminal, b"\x1b[1;1R")
            seen = seen.replace(b"\x1b[6n", b"")
    os.kill(child, 9)
    os.waitpid(child, 0)
    os.close(terminal)


def main() -> None:
    subject, base = compare(until_first_prompt, run([sys.executable, "-c", FLOOR]), rounds=15)
    report("quizgen quiz to the first prompt", subject, "its imports and reading the set", base, target=1.2)


if __name__ == "__main__":
    main()
