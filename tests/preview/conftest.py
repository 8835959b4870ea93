"""A browser for the tests of a folder, and the pages opened in it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from preview_pages import Show, opened_browser

from quizgen.preview import Sheet, page

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    with opened_browser() as opened:
        yield opened


@pytest.fixture
def show(browser: "Browser", tmp_path: Path) -> Iterator[Show]:
    """Return a function that opens a sheet's page; at the end, check that it logged no error and requested nothing."""
    wrong: list[str] = []
    pages: list[Page] = []

    def opened(made: Sheet, **options: Any) -> "Page":
        path = tmp_path / "page.html"
        path.write_text(page(made), "utf-8")
        pages.append(browser.new_page(**options))
        pages[-1].on("console", lambda message: wrong.append(message.text))
        pages[-1].on("pageerror", lambda error: wrong.append(str(error)))
        pages[-1].on(
            "request",
            lambda request: wrong.append(request.url) if not request.url.startswith(("file:", "data:")) else None,
        )
        pages[-1].goto(path.as_uri())
        return pages[-1]

    yield opened
    for one in pages:
        one.close()
    assert wrong == []
