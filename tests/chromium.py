"""One headless Chromium for all tests: a browser costs a second of CPU time and a context two, a page used again nothing."""

import os
import shutil
from collections.abc import Callable, Hashable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"]  # fmt: skip
T = TypeVar("T")


@contextmanager
def opened_browser() -> Iterator["Browser"]:
    """Open a headless Chromium that contacts no server. Without one, skip the test, or fail it in CI."""
    from playwright.sync_api import sync_playwright

    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        missing = f"no browser: none of {', '.join(NAMES)} is on the PATH"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(missing)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        try:
            yield browser
        finally:
            browser.close()


class SharedBrowser:
    """A Chromium that is opened for the first test with the marker `browser` and used by the following ones."""

    def __init__(self) -> None:
        self._open = ExitStack()
        self._browser: Browser | None = None
        self._kept: dict[Hashable, Any] = {}

    @property
    def browser(self) -> "Browser":
        """The browser, opened if necessary."""
        if self._browser is None:
            self._browser = self._open.enter_context(opened_browser())
        return self._browser

    def once(self, key: Hashable, make: Callable[["Browser"], T]) -> T:
        """Return what ``make`` made for ``key`` since the browser was opened; make it now if there is nothing yet."""
        if key not in self._kept:
            self._kept[key] = make(self.browser)
        made: T = self._kept[key]
        return made

    def close(self) -> None:
        """Close the browser before a test without one: Playwright's event loop would keep others from running."""
        self._kept.clear()
        self._browser = None
        self._open.close()


SHARED = SharedBrowser()
