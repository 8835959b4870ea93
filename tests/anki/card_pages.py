"""Cards as web pages: what the real backend renders, in the page that Anki's clients put round it."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.collection import Collection
    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
WIDTHS = (360, 1280)
PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>card</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body class="card card1{night}"><div id="qa">{html}</div></body></html>"""


@dataclass(frozen=True)
class Side:
    """One side of one card in one mode."""

    name: str
    html: str


def sides(collection: "Collection") -> Iterator[Side]:
    """Front and back of each card, by day and by night."""
    for card_id in collection.find_cards("", order="c.due, c.ord"):
        card = collection.get_card(card_id)
        name = f"{card.note().guid.rpartition('/')[2]}-{card.ord + 1}"
        for side, html in (("front", front(card)), ("back", back(card, collection))):
            for mode, night in (("day", ""), ("night", " nightMode")):
                yield Side(f"{name}-{side}-{mode}", PAGE.format(night=night, html=html))


def front(card: "Card") -> str:
    # The desktop's box to type into.
    return card.question().replace("[[type:Answer]]", '<center><input type="text" id="typeans"></center>')


def back(card: "Card", collection: "Collection") -> str:
    html = card.answer()
    if "[[type:Answer]]" in html:
        compared = collection.compare_answer(card.note()["Answer"], "Tokio")
        html = html.replace("[[type:Answer]]", f"<div>{compared}</div>")
    return html


def browser_path() -> str:
    """The system's Chromium; without one the test is skipped, or fails where CI is set."""
    for name in BROWSERS:
        if found := shutil.which(name):
            return found
    missing = f"no browser: none of {', '.join(BROWSERS)} is on the PATH"
    if os.environ.get("CI"):
        pytest.fail(missing)
    pytest.skip(missing)


@contextmanager
def opened_browser() -> Iterator["Browser"]:
    """A headless Chromium that looks for nothing outside."""
    from playwright.sync_api import sync_playwright

    options = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
    options += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path(), args=options)
        try:
            yield browser
        finally:
            browser.close()


def write_page(collection: "Collection", side: Side) -> Path:
    """The page as a file among the collection's media, where pictures are found."""
    path = Path(collection.media.dir()) / "card.html"
    path.write_text(side.html, "utf-8")
    return path
