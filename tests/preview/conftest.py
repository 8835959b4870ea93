"""The pages of sheets, opened one after another in the same tab of the shared browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from chromium import SHARED
from preview_pages import Show

from quizgen.preview import Sheet, page

if TYPE_CHECKING:
    from playwright.sync_api import ConsoleMessage, Error, Page, Request

DESKTOP_SIZE = {"width": 1280, "height": 720}


@pytest.fixture
def tab() -> "Page":
    """A blank page that has nothing stored."""
    tab = SHARED.once("preview", lambda browser: browser.new_page())
    if tab.url != "about:blank":
        tab.evaluate("sessionStorage.clear()")
        tab.goto("about:blank")
    return tab


@pytest.fixture
def show(tab: "Page", tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens a sheet's page; at the end, check that it logged no error and requested nothing."""
    wrong: list[str] = []

    def logged(message: "ConsoleMessage") -> None:
        wrong.append(message.text)

    def failed(error: "Error") -> None:
        wrong.append(str(error))

    def requested(request: "Request") -> None:
        if not request.url.startswith(("file:", "data:")):
            wrong.append(request.url)

    def opened(made: Sheet, *, color_scheme: Any = "null", viewport: Any = DESKTOP_SIZE) -> "Page":
        path = tmp_path / "page.html"
        path.write_text(page(made), "utf-8")
        tab.emulate_media(media="null", color_scheme=color_scheme)
        tab.set_viewport_size(viewport)
        tab.goto(path.as_uri())
        return tab

    tab.on("console", logged)
    tab.on("pageerror", failed)
    tab.on("request", requested)
    yield opened
    tab.remove_listener("console", logged)
    tab.remove_listener("pageerror", failed)
    tab.remove_listener("request", requested)
    assert wrong == []
