"""Makes pictures from the real program: `python docs/pictures/make.py` (needs tmux, and Chromium with Playwright)."""

import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from quizgen import ChoiceQuestion, load
from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import rating_for
from quizgen.history.records import Mode, Review
from quizgen.history.store import Store

HERE = Path(__file__).parent
SET = HERE.parents[1] / "decks" / "eagle-partner-2023.yaml"
WIDTH, HEIGHT = 80, 24
TODAY = datetime.now(UTC)
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


def press(key: str) -> None:
    """Press ``key`` once the prompt takes keys."""
    time.sleep(0.5)
    tmux("send-keys", key)


def learnt(home: Path) -> None:
    """Give the learner in ``home`` three months of made-up answers, the same ones each time."""
    chance = random.Random(1)
    questions = [one for one in load(SET).questions if isinstance(one, ChoiceQuestion) and not one.retired]
    reviews = []
    for day in range(90, 0, -1):
        at = TODAY - timedelta(days=day)
        for question in chance.sample(questions, chance.choice((0, 3, 6, 9, 14))):
            right = chance.random() < 0.85
            outcome, share = (Outcome.CORRECT, 1.0) if right else (Outcome.WRONG, 0.0)
            response = question.answer if right else chance.choice(question.distractors)
            rating = rating_for(outcome, share, 6.0, question.kind)
            at += timedelta(seconds=9)
            session = f"day-{day}"
            reviews.append(
                Review(SET.stem, question.id, session, at, Mode.STUDY, "choice", outcome, share, response, 6.0, rating)
            )
    with Store.open(home) as store:
        store.merge(reviews)


def picture(
    name: str,
    command: str,
    drive: Callable[[], None],
    prepare: Callable[[Path], None] = lambda home: None,
    height: int = HEIGHT,
) -> None:
    """Run ``quizgen`` with ``command``, let ``drive`` press the keys, and save the screen as an SVG."""
    with tempfile.TemporaryDirectory() as home:
        prepare(Path(home))
        program = f"QUIZGEN_HOME={home} {sys.executable} -m quizgen {command}"
        tmux("new-session", "-d", "-x", str(WIDTH), "-y", str(height), f"{program}; sleep 60")
        try:
            drive()
            screen = tmux("capture-pane", "-e", "-p")
        finally:
            tmux("kill-server")
    text = Text.from_ansi(screen.rstrip())
    console = Console(record=True, width=WIDTH, file=StringIO(), legacy_windows=False)
    console.print(text)
    title = f"quizgen {command.partition(' ')[0]}".rstrip()
    svg = console.export_svg(title=title, theme=MONOKAI, code_format=FORMAT, unique_id=f"quizgen-{name}")
    (HERE / f"{name}.svg").write_text(svg, encoding="utf-8")


def answer_a_choice() -> None:
    """Answer the first question and stop at its feedback."""
    wait_for("↑↓ Enter")
    press("3")
    wait_for("Enter next")


def see_today() -> None:
    """Wait for the menu."""
    wait_for("q quit")
    time.sleep(0.5)


def see_the_stats() -> None:
    """Wait for the last part of the statistics."""
    wait_for("Hardest")
    time.sleep(0.5)


def submit_an_exam() -> None:
    """Answer two questions of an exam, one of them wrong, submit, and walk to the second answer."""
    for place, key in (("1/2", "1"), ("2/2", "2")):
        wait_for(f"{place} ")
        wait_for("↑↓ Enter")
        press(key)
    wait_for("submit exam ·")
    press("Enter")
    wait_for("Review")
    press("Enter")
    wait_for("2/2 ")
    time.sleep(0.5)


def page_picture(name: str, text: str) -> None:
    """Save the top of the preview of the set in ``text`` as a PNG."""
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        file = Path(folder, "rivers.yaml")
        file.write_text(text, encoding="utf-8")
        page_file = file.with_suffix(".html")
        command = [sys.executable, "-m", "quizgen", "preview", str(file), "-o", str(page_file)]
        subprocess.run(command, check=True, capture_output=True)
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 760, "height": 860})
        page.goto(page_file.as_uri())
        page.locator("details").first.evaluate("answer => { answer.open = true }")
        page.screenshot(path=HERE / f"{name}.png")
        browser.close()


RIVERS = """\
id: rivers
title: Rivers of Europe
topics:
  sources: Where they rise
  mouths: Where they end
questions:
  - id: danube-mouth
    kind: choice
    topic: mouths
    stem: Into which sea does the Danube flow?
    answer: Black Sea
    distractors: [Adriatic Sea, Caspian Sea, Baltic Sea]
    explanation: Its delta lies in Romania and Ukraine.
  - id: rhine-source
    kind: choice
    topic: sources
    stem: Where does the Rhine rise?
    answer: in the Alps, in the Swiss canton of Grisons
    distractors: [Vosges, Jura, all of the above]
    explanation: Its two headstreams meet at Reichenau.
"""


def main() -> None:
    picture("quiz", f"quiz {SET} --seed 12 --kind choice", answer_a_choice)
    picture("exam", f"quiz {SET} --seed 7 --kind choice --exam --time 10 -n 2", submit_an_exam, height=56)
    page_picture("preview", RIVERS)
    picture("today", "", see_today, learnt)
    picture("stats", f"stats {SET}", see_the_stats, learnt, height=60)


if __name__ == "__main__":
    main()
