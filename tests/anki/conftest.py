"""The real Anki backend, ready to import into."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki_samples import LONG_AGO, Importer, import_package, question_set
from card_pages import Reviewer, opened_browser
from card_samples import sample_collection

from quizgen.anki import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection
    from playwright.sync_api import Browser


@pytest.fixture
def collection(tmp_path: Path) -> Iterator["Collection"]:
    """An empty collection of the real backend."""
    from anki.collection import Collection

    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


@pytest.fixture
def bring_in(collection: "Collection") -> Importer:
    """Imports a package as the desktop does by default."""
    return lambda path: import_package(collection, path)


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The nine questions, exported long ago."""
    path = tmp_path / "almanac.apkg"
    export_apkg([question_set()], path, modified=LONG_AGO)
    return path


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A headless Chromium; one for each module, since Playwright's loop must not outlive its tests."""
    with opened_browser() as opened:
        yield opened


@pytest.fixture(scope="module")
def sample_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Collection"]:
    """A collection with the sample set of `card_samples`."""
    with sample_collection(tmp_path_factory.mktemp("sample")) as collection:
        yield collection


@pytest.fixture(scope="module")
def shared_reviewer(browser: "Browser", sample_cards: "Collection") -> Iterator[Reviewer]:
    """A reviewer on a small screen by day, for one test after another."""
    reviewer = Reviewer(browser, sample_cards)
    yield reviewer
    reviewer.close()


@pytest.fixture
def reviewer(shared_reviewer: Reviewer) -> Iterator[Reviewer]:
    """The shared reviewer; at the end no card may have done what no card should do."""
    yield shared_reviewer
    diagnostics, shared_reviewer.diagnostics = shared_reviewer.diagnostics, []
    assert not diagnostics


@pytest.fixture
def review(browser: "Browser", sample_cards: "Collection") -> Iterator[Callable[..., Reviewer]]:
    """Opens reviewers of a test's own, of whatever kind; the same holds for their cards."""
    opened: list[Reviewer] = []

    def open_reviewer(**options: object) -> Reviewer:
        opened.append(Reviewer(browser, sample_cards, **options))  # type: ignore[arg-type]
        return opened[-1]

    yield open_reviewer
    for one in opened:
        one.close()
    assert not [diagnostic for one in opened for diagnostic in one.diagnostics]
