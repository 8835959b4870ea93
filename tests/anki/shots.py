"""Take pictures of cards: ``PYTHONPATH=.:tests python tests/anki/shots.py FOLDER``, or ``--docs`` for the docs.

The first shows every card of the tests' set by day and by night, on the page of a phone (touched) and on the desktop's (by
keys): the front, with its hint open, and answered, and the back, also as far as Anki scrolls it, and after no answer; a typed
one after a near miss, after an answer far off, and after the right one. It also puts them on sheets, which the front and the
back of each card of the shipped decks are put on, too. The second shows some cards of the shipped set, and one of each note
type of the tests' set on a sheet, and writes to docs/pictures.

Phones have other fonts than most Linux machines. To see the cards in one of theirs without installing it, unpack it into a
folder and add ``--fonts FOLDER``: apt-get download fonts-roboto-unhinted && dpkg -x fonts-roboto-*.deb FOLDER
Another font than Roboto is named by ``--family NAME``. If the cards get yet another one, no picture is taken. A few letters of
Urdu are in no font of such a machine: unpack fonts-noto-core, which has Noto Naskh Arabic, into the same folder.
"""

import argparse
import base64
import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from anki.collection import Collection
from anki_samples import LONG_AGO, import_package
from card_pages import PHONE_SIZE, Reviewer, answer, card_of, cards, typeset
from card_samples import sample_collection
from chromium import opened_browser

from quizgen.anki.export import export_apkg
from quizgen.anki.selection import ExportOptions
from quizgen.loading.sets import read_set

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

DECKS = Path(__file__).parents[2] / "decks"
PICTURES = Path(__file__).parents[2] / "docs" / "pictures"
# Name of the picture, question, what is tapped on it, and whether at night.
DOCS_CARDS = (
    ("recall", "contingent-task.c1.card", (), False),
    ("order", "road-to-september", ("Kansas", "declines", "brokers", "announces"), True),
)
# A fixed sequence of random numbers, so that each picture is shuffled the same way every time.
ALWAYS_ALIKE = "let n = 4; Math.random = () => (n = (n * 1103515245 + 12345) % 2147483648) / 2147483648;"
# One card of each note type on a phone, then math, another direction, long options and code; every second one at night.
SHEET = (
    "boiling", "largest-planet", "sun-planet", "capital-of-japan", "rivers", "seasons", "long-pairs", "maths-options",
    "ar-choice", "long", "table", "code",
)  # fmt: skip
MODES = {"light": False, "dark": True}
PHONE, DESKTOP = 360, 1200
ON_A_SHEET = {PHONE: 20, DESKTOP: 8}
# What a card's look takes from the height of its screen, which is changed to photograph all of it.
KEEP_HEIGHTS = """() => {
  for (const e of document.querySelectorAll('.quiz img')) e.style.maxHeight = getComputedStyle(e).maxHeight;
  for (const e of document.querySelectorAll('.card')) e.style.paddingBlockStart = getComputedStyle(e).paddingBlockStart;
}"""
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{folder}</dir><dir>/usr/share/fonts</dir>
<cachedir>{cache}</cachedir>
<match><test name="family"><string>sans-serif</string></test>
<edit name="family" mode="prepend" binding="strong"><string>{family}</string></edit></match>
<match target="pattern"><edit name="family" mode="append_last" binding="strong"><string>{family}</string></edit></match></fontconfig>"""


def everything(folder: Path, family: str | None) -> None:
    """Take all pictures, with the font ``family`` if it is named."""
    folder.mkdir(parents=True, exist_ok=True)
    names: list[str] = []
    with (
        tempfile.TemporaryDirectory() as scratch,
        sample_collection(Path(scratch)) as samples,
        shipped_decks(Path(scratch)) as shipped,
        opened_browser() as browser,
    ):
        if family and (used := fonts_of_cards(browser)) != {family}:
            raise SystemExit(f"The cards' font is {', '.join(sorted(used))} instead of {family}.")
        for mode, night in MODES.items():
            for width in (PHONE, DESKTOP):
                names += photographed(browser, samples, folder, "", mode, width, night)
                names += photographed(browser, shipped, folder, "decks-", mode, width, night)
    (folder / "index.txt").write_text(
        "note type - side - theme - width in pixels - question\n" + "\n".join(sorted(names)) + "\n"
    )


def fonts_of_cards(browser: "Browser") -> set[str]:
    """Return the names of the fonts that Chromium takes for the first font that cards name."""
    page = browser.new_page()
    page.set_content("<p style='font-family: system-ui'>Words <b>and</b> bold ones")
    protocol = page.context.new_cdp_session(page)
    protocol.send("DOM.enable")
    protocol.send("CSS.enable")
    root = protocol.send("DOM.getDocument")["root"]["nodeId"]
    node = protocol.send("DOM.querySelector", {"nodeId": root, "selector": "p"})["nodeId"]
    fonts = protocol.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
    page.close()
    return {font["familyName"] for font in fonts}


@contextmanager
def shipped_decks(folder: Path) -> Iterator[Collection]:
    """Yield a collection with the decks of the repository."""
    with closing(Collection(str(folder / "shipped.anki2"))) as collection:
        for deck in sorted(DECKS.glob("*.apkg")):
            import_package(collection, deck)
        yield collection


def photographed(
    browser: "Browser", collection: Collection, folder: Path, prefix: str, mode: str, width: int, night: bool
) -> list[str]:
    """Photograph the cards of a collection and put them on sheets; return the names. With ``prefix``, only two sides."""
    touch = width == PHONE
    viewport = PHONE_SIZE if touch else {"width": width, "height": 400}  # low, so that Anki scrolls
    reviewer = Reviewer(
        browser, collection, night=night, script=ALWAYS_ALIKE, has_touch=touch, is_mobile=touch, viewport=viewport
    )
    shown: list[tuple[str, bytes]] = []
    for question_id, ordinal in cards(collection):
        card = card_of(collection, question_id, ordinal)
        kind = card.note_type()["name"].removeprefix("quizgen ").replace(" ", "_")
        typed = card.note()["Answer"] if kind == "typed" else ""
        for side, page in sides(reviewer, question_id, ordinal, typed, touch):
            if prefix and side not in {"front", "back"}:
                continue
            name = f"{prefix}{kind}-{side}-{mode}-{width}-{question_id}{f'-{ordinal + 1}' if ordinal else ''}.png"
            take = on_screen if side == "scrolled" else whole_page
            shown.append((name, take(page, folder / name)))
    print(*reviewer.diagnostics, sep="\n", end="")
    reviewer.close()
    for start in range(0, len(shown), ON_A_SHEET[width]):
        name = f"{prefix}sheet-{mode}-{width}-{start // ON_A_SHEET[width] + 1:02}.png"
        on_sheet = shown[start : start + ON_A_SHEET[width]]
        put_on_sheet(browser, on_sheet, folder / name, 5 if touch else 2, width if touch else 720)
    return [name for name, _ in shown]


def sides(reviewer: Reviewer, question_id: str, ordinal: int, typed: str, touch: bool) -> Iterator[tuple[str, "Page"]]:
    """Yield what there is to see of a card, each with its name: by ``touch`` each side in a page of its own."""

    def front() -> "Page":
        return typeset(reviewer.load_front(question_id, ordinal)) if touch else reviewer.show(question_id, ordinal)

    def back(text: str) -> "Page":
        return typeset(reviewer.load_back(text)) if touch else reviewer.flip(text)

    def turned(text: str) -> Iterator[tuple[str, "Page"]]:
        page = back(text)
        if page.evaluate("scrollY"):
            yield "scrolled", page
        yield "back", page

    page = front()
    yield "front", page
    if page.query_selector(".hint"):
        page.evaluate("document.querySelector('.hint').open = true")
        yield "hint", page
        page.evaluate("document.querySelector('.hint').open = false")
    live = page.query_selector(".live") is not None
    if live:
        if page.query_selector("[data-share]"):
            page.locator("[data-share]").click()  # partly right
            page.mouse.move(0, 0)
        elif touch:
            for item in page.locator(".options > li, .steps > li, .right > li").all()[
                : 9 if page.query_selector(".steps, .sides") else 2
            ]:
                item.tap()
        else:
            answer(page)
        yield "answered", page
    yield from turned(typed[:1] + typed[2:])
    if typed:
        front()
        yield "far off", back("something else")
        front().fill("#typeans", typed)
        yield "right", back(typed)
    if typed or live:
        front()
        yield "unanswered", back("")


def on_screen(page: "Page", path: Path) -> bytes:
    """Take a picture of what is on the screen as the page is scrolled."""
    return page.screenshot(path=path)


def whole_page(page: "Page", path: Path) -> bytes:
    """Take a picture as long as the card. With `full_page`, a phone would be told that it has a mouse."""
    page.evaluate("scrollTo(0, 0)")
    page.evaluate(KEEP_HEIGHTS)
    size = page.viewport_size
    assert size
    width = size["width"]
    end = "Math.ceil(document.querySelector('.quiz').getBoundingClientRect().bottom) + 16"
    page.set_viewport_size({"width": width, "height": max(size["height"], page.evaluate(end))})
    height = page.evaluate(end)
    image = page.screenshot(path=path, clip={"x": 0, "y": 0, "width": width, "height": height})
    page.set_viewport_size(size)
    return image


def put_on_sheet(browser: "Browser", images: Sequence[tuple[str, bytes]], path: Path, columns: int, width: int) -> None:
    """Put pictures on a sheet side by side, ``width`` pixels wide each, with their names below; wider ones are cut."""
    cells = "".join(
        f"<figure><img alt='' src='data:image/png;base64,{base64.b64encode(image).decode()}'>"
        f"<figcaption>{name.removesuffix('.png')}</figcaption></figure>"
        for name, image in images
    )
    page = browser.new_page(viewport={"width": columns * (width + 8) + 8, "height": 100})
    page.set_content(
        "<!doctype html><style>body { margin: 0; padding: 8px; background: #888; column-gap: 8px;"
        f" column-count: {columns}; font: 12px sans-serif }} figure {{ margin: 0 0 8px; break-inside: avoid; overflow: hidden }}"
        " img { display: block; position: relative; left: 50%; transform: translateX(-50%) }</style>" + cells
    )
    page.screenshot(path=path, full_page=True)
    page.close()


def for_the_docs() -> None:
    everything = ExportOptions(everything=True)
    made = read_set(DECKS / "eagle-partner-2023.yaml").question_set
    with tempfile.TemporaryDirectory() as scratch, opened_browser() as browser:
        collection = Collection(str(Path(scratch) / "collection.anki2"))
        package = export_apkg(
            made, Path(scratch) / "x.apkg", everything, modified=LONG_AGO, pictures={made.id: DECKS}
        ).path
        import_package(collection, package)
        for name, question_id, picks, night in DOCS_CARDS:
            reviewer = Reviewer(browser, collection, night=night, is_mobile=True, has_touch=True)
            reviewer.page.add_init_script(ALWAYS_ALIKE)
            page = reviewer.load_front(question_id)
            for words in picks:
                page.locator(".tappable").filter(has_text=words).tap()
            page.locator("body").screenshot(path=PICTURES / f"card-{name}-front.png")
            reviewer.load_back().locator("body").screenshot(path=PICTURES / f"card-{name}-back.png")
            reviewer.close()
        collection.close()


def sheet() -> None:
    """Put the answered front and the back of each card of ``SHEET`` side by side in one picture, four cards in a row."""
    with (
        tempfile.TemporaryDirectory() as scratch,
        sample_collection(Path(scratch)) as collection,
        opened_browser() as browser,
    ):
        images = []
        for number, question_id in enumerate(SHEET):
            night = (number + number // 4) % 2 == 1
            reviewer = Reviewer(browser, collection, night=night, viewport={"width": 360, "height": 300})
            reviewer.page.add_init_script(ALWAYS_ALIKE)
            page = reviewer.show(question_id)
            if page.query_selector(".live"):
                answer(page)
            images += [page.screenshot(full_page=True), reviewer.flip().screenshot(full_page=True)]
            reviewer.close()
        cells = "".join(
            f"<img alt='' src='data:image/png;base64,{base64.b64encode(image).decode()}'>" for image in images
        )
        page = browser.new_page(viewport={"width": 8 * 240 + 9 * 8, "height": 100})
        page.set_content(
            "<style>body { margin: 0; padding: 8px; background: #888; display: grid; gap: 8px; align-items: start;"
            f" grid-template-columns: repeat(8, 240px) }} img {{ width: 240px }}</style>{cells}"
        )
        page.screenshot(path=PICTURES / "cards.png", full_page=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description="Take pictures of cards.")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("folder", nargs="?", type=Path, help="show every card of the tests' set in this folder")
    where.add_argument("--docs", action="store_true", help="make the pictures of the docs again")
    parser.add_argument("--fonts", type=Path, help="a folder with a font such as those of phones")
    parser.add_argument("--family", default="Roboto", help="the name of that font")
    arguments = parser.parse_args()
    if arguments.fonts:
        settings = Path(tempfile.mkdtemp()) / "fonts.conf"
        settings.write_text(
            FONTS.format(folder=arguments.fonts.resolve(), cache=settings.parent, family=escape(arguments.family)),
            "utf-8",
        )
        os.environ["FONTCONFIG_FILE"] = str(settings)
    if arguments.docs:
        for_the_docs()
        sheet()
    else:
        everything(arguments.folder, arguments.family if arguments.fonts else None)
