"""Cards in a browser as Anki's clients show them: what the real backend renders, in the desktop's own reviewer page.

The reviewer's style and scripts come from the `aqt` wheel, which is installed for the tests alone (its Qt is not needed).
"""

import os
import re
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

if TYPE_CHECKING:
    from anki.cards import Card
    from anki.collection import Collection
    from playwright.sync_api import Browser, Dialog, Page, Route

WIDTHS = (360, 1280)
PHONE_SIZE = {"width": 360, "height": 640}
WIDE = {"width": 1280, "height": 640}
SITE = "http://anki.test/"
# As aqt.webview puts it together for aqt.reviewer; its own scripts talk to the program through bridgeCommand.
DESKTOP = """<!doctype html><html class="{theme}" dir="ltr"><head><meta charset="utf-8"><title>review</title><base href="/">
<link rel="stylesheet" href="_anki/css/webview.css"><style>body {{ background-color: var(--canvas) }}</style>
<link rel="stylesheet" href="_anki/css/reviewer.css"></head>
<body class="isLin"><script>var pycmd = function () {{}}, bridgeCommand = pycmd;</script>
<script src="_anki/js/webview.js"></script><script src="_anki/js/reviewer.js"></script>
<div id="_mark" hidden></div><div id="_flag" hidden></div><div id="qa" dir="auto"></div></body></html>"""
# A client that loads a new page for each side, as AnkiDroid's older reviewer does, and typesets its math after that. It
# has none of the desktop's scripts.
PHONE = """<!doctype html><html class="{root}"><head><meta charset="utf-8"><title>review</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>
<body class="{outside}"><div id="content" class="{inside}"><div id="qa">{html}</div></div>{mathjax}</body></html>"""
MATHJAX = """<script src="_anki/js/mathjax.js"></script><script src="_anki/js/vendor/mathjax/tex-chtml-full.js"></script>
<script>MathJax.startup.promise.then(() => MathJax.typesetPromise()).then(() => document.body.dataset.typeset = "yes")</script>"""
SHOW = """async ([front, back, body]) => {
  if (front) _showQuestion(front, back, body); else _showAnswer(back, body);
  await new Promise(done => _queueAction(done));
}"""
SCRIPT = re.compile("<script>.*?</script>", re.DOTALL)
TYPED = re.compile(r"\[\[type:(nc:)?Answer\]\]")
# `aqt.reviewer` writes this in place of {{type:Answer}} and {{type:nc:Answer}}.
TYPE_BOX = '<center><input type=text id=typeans onkeypress="_typeAnsPress();" style="font-size: 20px"></center>'
PLAYED = re.compile(r"\[anki:(play:[qa]:\d+)\]")
# `aqt.sound` writes this in place of a sound.
PLAY_SIGN = """<a class="replay-button soundLink" href=# onclick="pycmd('\\1'); return false;" draggable="false">
<svg class="playImage" viewBox="0 0 64 64" version="1.1"><circle cx="32" cy="32" r="29" />
<path d="M56.502,32.301l-37.502,20.101l0.329,-40.804l37.173,20.703Z" /></svg></a>"""


class Client(NamedTuple):
    """What sets a client apart: the classes of its page, and where it has them; its own colors; and its text box."""

    root: str
    night: str
    style: str = ""
    card_on_body: bool = True
    night_on_root: bool = False
    box_on_card: bool = True


_BLACK = (
    "body.night_mode { color: white; background: black } .night_mode input#typeans { color: white; background: black }"
)
CLIENTS = {
    "AnkiDroid": Client("mobile android linux js", "nightMode night_mode"),
    # Its text box is outside the page, and its own colors at night come before the card's style.
    "AnkiDroid's older reviewer": Client("mobile android linux js", "night_mode", _BLACK, box_on_card=False),
    "AnkiMobile": Client("webkit safari mobile iphone js", "nightMode", "body { text-align: center }"),
    # The card is a part of the page: https://github.com/michalrus/anki-simple-cloze-overlapper/pull/6
    "AnkiWeb": Client("js", "nightMode", card_on_body=False, night_on_root=True),
}


class Reviewer:
    """One review after another on one page; ``diagnostics`` collects whatever a card should not do."""

    def __init__(
        self,
        browser: "Browser",
        collection: "Collection",
        *,
        night: bool = False,
        script: str = "",
        **context: Any,
    ) -> None:
        self._collection = collection
        self._web = aqt_web()
        self._night = night
        self._client = CLIENTS["AnkiDroid"]
        self._card: Card | None = None
        self._served = ""
        self._one_page = False
        self.diagnostics: list[str] = []
        self.page: Page = browser.new_context(**{"viewport": PHONE_SIZE, **context}).new_page()
        if script:
            self.page.add_init_script(script)
        self.page.route("**/*", self._serve)
        self.page.on("console", lambda message: self._heard(message.text))
        self.page.on("pageerror", lambda error: self.diagnostics.append(f"error {error}"))
        self.page.on("dialog", self._asked)

    def close(self) -> None:
        self.page.context.close()

    def reset(self, *, night: bool = False, viewport: Any = PHONE_SIZE, client: str = "AnkiDroid") -> None:
        """Prepare for another test: no media but what ``night`` and ``viewport`` say, nothing stored."""
        self._client = CLIENTS[client]
        if night != self._night:
            self._night, self._one_page = night, False
        self.page.set_viewport_size(viewport)
        self.page.mouse.move(0, 0)
        self.page.emulate_media(contrast="null", forced_colors="null")
        self.page.evaluate("try { window.name = ''; sessionStorage.clear() } catch { }")
        self.diagnostics = []

    def show(self, question_id: str, ordinal: int = 0) -> "Page":
        """The front of a question's card, in the desktop's page."""
        if not self._one_page:
            self._load(DESKTOP.format(theme="night-mode" if self._night else ""))
            self._one_page = True
        self._card = card_of(self._collection, question_id, ordinal)
        self.page.evaluate(SHOW, [self._front(), self._card.answer(), self._body()])
        return self.page

    def skip_front(self, question_id: str, ordinal: int = 0) -> None:
        """Go to a card without showing its front, which takes time."""
        self._card = card_of(self._collection, question_id, ordinal)

    def flip(self, typed: str = "Tokio") -> "Page":
        """The back of the card, put into the same page."""
        self.page.evaluate(SHOW, [None, self._back(typed), self._body()])
        return self.page

    def load_front(self, question_id: str, ordinal: int = 0) -> "Page":
        """The front in a page of its own."""
        self._card = card_of(self._collection, question_id, ordinal)
        return self._load(self._own_page(self._front(TYPE_BOX if self._client.box_on_card else "")))

    def load_back(self, typed: str = "") -> "Page":
        """The back in a page of its own."""
        return self._load(self._own_page(self._back(typed)))

    def _own_page(self, html: str) -> str:
        """Return a page that has only this side, with the style of the card in it, as every client sends it."""
        assert self._card
        client = self._client
        night = client.night if self._night else ""
        card = f"card card{self._card.ord + 1} {'' if client.night_on_root else night}"
        return PHONE.format(
            root=f"{client.root} {night if client.night_on_root else ''}",
            style=client.style,
            outside=card if client.card_on_body else "",
            inside="" if client.card_on_body else card,
            html=html,
            # Loading it takes as long as everything else on the page. The scripts of all cards look for "\\(".
            mathjax=MATHJAX if "\\(" in SCRIPT.sub("", html) else "",
        )

    def _heard(self, message: str) -> None:
        if "No version information available for component [tex]" not in message:  # MathJax on the desktop's own parts
            self.diagnostics.append(f"console says {message}")

    def _asked(self, dialog: "Dialog") -> None:
        self.diagnostics.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def _load(self, html: str) -> "Page":
        self._served, self._one_page = html, False
        self.page.goto(SITE)
        return self.page

    def _body(self) -> str:
        assert self._card
        return f"card card{self._card.ord + 1} isLin fancy" + " nightMode night_mode" * self._night

    def _front(self, box: str = TYPE_BOX) -> str:
        assert self._card
        return PLAYED.sub(PLAY_SIGN, TYPED.sub(box, self._card.question()))

    def _back(self, typed: str) -> str:
        assert self._card
        html = self._card.answer()
        found = TYPED.search(html)
        if found is None:
            return html
        compared = self._collection.compare_answer(self._card.note()["Answer"], typed, combining=not found[1])
        return html.replace(found[0], f"<div style='font-size: 20px'>{compared}</div>")

    def _serve(self, route: "Route") -> None:
        url = route.request.url
        path = url.removeprefix(SITE).partition("?")[0]
        media = Path(self._collection.media.dir()) / path
        if url == SITE:
            route.fulfill(body=self._served, content_type="text/html; charset=utf-8")
        elif url.startswith(f"{SITE}_anki/") and (file := self._web / path.removeprefix("_anki/")).is_file():
            route.fulfill(path=file)
        elif url.startswith(SITE) and "/" not in path and media.is_file():
            route.fulfill(path=media)
        else:
            if not url.endswith("favicon.ico"):
                self.diagnostics.append(f"asks for {url}")
            route.abort()


def card_of(collection: "Collection", question_id: str, ordinal: int) -> "Card":
    """Card number ``ordinal`` (from 0) of the question's note."""
    for note_id in collection.find_notes(""):
        note = collection.get_note(note_id)
        if note.guid.rpartition("/")[2] == question_id:
            return next(card for card in note.cards() if card.ord == ordinal)
    raise LookupError(question_id)


def cards(collection: "Collection") -> list[tuple[str, int]]:
    """Question id and number of each card, in the order in which they come up."""
    found = [collection.get_card(card_id) for card_id in collection.find_cards("", order="c.due, c.ord")]
    return [(card.note().guid.rpartition("/")[2], card.ord) for card in found]


def typeset(page: "Page") -> "Page":
    """Return the page of a client that typesets its math after loading it, when it has."""
    if page.query_selector("script[src*=mathjax]"):
        page.wait_for_selector("[data-typeset]")
    return page


def answer(page: "Page") -> None:
    """Answer by keys: two picks, or everything put in place."""
    for _ in range(len(page.query_selector_all(".steps > li, .right > li")) or 2):
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowRight")


def aqt_web() -> Path:
    """The desktop's web files. Without them, skip the test, or fail it in CI."""
    try:
        web = Path(str(distribution("aqt").locate_file("_aqt/data/web")))
    except PackageNotFoundError:
        missing = "aqt is not installed (pip install --no-deps aqt==26.9.3: its web files are needed, its Qt is not)"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    return web
