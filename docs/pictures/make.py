"""Makes the pictures of the terminal from the real program: `python docs/pictures/make.py` (needs tmux)."""

import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

HERE = Path(__file__).parent
SET = HERE.parents[1] / "decks" / "eagle-partner-2023.yaml"
WIDTH, HEIGHT = 80, 24
# rich's template names fonts on a content network; a picture should ask nobody for anything.
FORMAT = re.sub(r"@font-face \{\{.*?\}\}\n", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)


def tmux(*arguments: str) -> str:
    """Run tmux on a socket of our own, so that no session of the user's is touched."""
    command = ["tmux", "-L", "quizgen-pictures", *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def wait_for(sign: str) -> None:
    """Wait until ``sign`` shows on the screen."""
    for _ in range(100):
        if sign in tmux("capture-pane", "-p"):
            return
        time.sleep(0.1)
    raise TimeoutError(f"{sign!r} never showed:\n" + tmux("capture-pane", "-p"))


def picture(name: str, command: str, drive: Callable[[], None]) -> None:
    """Run ``quizgen`` with ``command``, let ``drive`` press the keys, and save the screen as an SVG."""
    with tempfile.TemporaryDirectory() as home:
        program = f"QUIZGEN_HOME={home} {sys.executable} -m quizgen {command}"
        tmux("new-session", "-d", "-x", str(WIDTH), "-y", str(HEIGHT), program)
        try:
            drive()
            screen = tmux("capture-pane", "-e", "-p")
        finally:
            tmux("kill-server")
    text = Text.from_ansi(screen.rstrip())
    console = Console(record=True, width=WIDTH, file=StringIO(), legacy_windows=False)
    console.print(text)
    title = f"quizgen {command.partition(' ')[0]}"
    svg = console.export_svg(title=title, theme=MONOKAI, code_format=FORMAT, unique_id=f"quizgen-{name}")
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


def answer_a_choice() -> None:
    """Answer the first question and stop at its feedback."""
    wait_for("❯")
    tmux("send-keys", "4")
    wait_for("Enter next")


def main() -> None:
    picture("quiz", f"quiz {SET} --seed 12 --kind choice", answer_a_choice)


if __name__ == "__main__":
    main()
