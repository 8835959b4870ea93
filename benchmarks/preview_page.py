"""The preview of 1,000 questions in Chromium: opening it, one letter in the search box, scrolling through it.

The floor is a page with the same words in plain paragraphs: no styles, no script, nothing to fold or to answer.
"""

import re
import shutil
import tempfile
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

from read_sets import many_questions
from timing import compare, report, seconds

from quizgen.preview import gather, page

if TYPE_CHECKING:
    from playwright.sync_api import Page

COUNT = 1_000
OPEN_SECONDS = 2
SEARCH_MS = 100
FRAME_MS = 1000 / 60
_PAINTED = "() => new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
_SCROLL = """async () => {
  const frames = [];
  let before = performance.now();
  for (let at = 0; at < 240; at++) {
    window.scrollBy(0, 400);
    await new Promise(requestAnimationFrame);
    const now = performance.now();
    frames.push(now - before);
    before = now;
  }
  return frames;
}"""

_SEARCH = """async () => {
  const box = document.getElementById("search"), times = [];
  for (const text of ["7", "77", "777", ""]) {
    const before = performance.now();
    box.value = text;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    times.push(performance.now() - before);
  }
  return times;
}"""


def main() -> None:
    from playwright.sync_api import sync_playwright

    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        many = Path(folder, "many.yaml")
        many.write_text("".join(many_questions().splitlines(keepends=True)[: COUNT + 3]), encoding="utf-8")
        preview, plain = Path(folder, "preview.html"), Path(folder, "plain.html")

        made = seconds(lambda: preview.write_text(page(gather(many)), encoding="utf-8"))
        html = preview.read_text(encoding="utf-8")
        assert html.count("<article") == COUNT
        words = re.sub(r"<(style|script)>.*?</\1>|<head>.*?</head>|<(?!/?p\b)[^>]*>", " ", html, flags=re.DOTALL)
        plain.write_text(f"<!doctype html><meta charset=utf-8>{words}", encoding="utf-8")
        print(f"make the page of {COUNT:,} questions: {made * 1000:.0f} ms, {len(html.encode()) / 1e6:.2f} MB")

        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=["--no-sandbox"])
        shown = browser.new_page(viewport={"width": 1280, "height": 900})

        def opened(path: Path) -> None:
            shown.goto(path.as_uri())
            shown.evaluate(_PAINTED)

        subject, floor = compare(lambda: opened(preview), lambda: opened(plain), rounds=7)
        report(f"open the page of {COUNT:,} questions", subject, "the same words alone", floor, target=2.0)
        print(f"  in seconds: {subject:.2f} (at most {OPEN_SECONDS}) {'ok' if subject <= OPEN_SECONDS else 'MISSED'}")

        opened(plain)
        floor_frames = frames(shown)
        opened(preview)
        subject_frames = frames(shown)
        print(
            f"scroll through it: a frame {median(subject_frames):.1f} ms, 95 % within {late(subject_frames):.1f} ms; "
            f"the same words alone {median(floor_frames):.1f} ms, {late(floor_frames):.1f} ms "
            f"(at most {2 * FRAME_MS:.0f} ms) {'ok' if late(subject_frames) <= 2 * FRAME_MS else 'MISSED'}"
        )

        typed: list[float] = shown.evaluate(_SEARCH)
        verdict = "ok" if max(typed) <= SEARCH_MS else "MISSED"
        print(
            f"a letter in the search box, to the frame with it: {max(typed):.0f} ms (at most {SEARCH_MS} ms) {verdict}"
        )
        browser.close()


def frames(shown: "Page") -> list[float]:
    """Milliseconds between the frames of a scroll through the page."""
    found: list[float] = shown.evaluate(_SCROLL)
    return found


def late(found: list[float]) -> float:
    """What 95 of 100 frames keep to."""
    return quantiles(found, n=20)[-1]


if __name__ == "__main__":
    main()
