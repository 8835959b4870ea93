"""The real Anki backend, ready to import into."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from anki_samples import LONG_AGO, Importer, import_package, question_set
from card_pages import PHONE_SIZE, Reviewer
from card_samples import sample_collection
from chromium import SHARED

from quizgen.anki.export import export_apkg

if TYPE_CHECKING:
    from anki.collection import Collection


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


@pytest.fixture(scope="session")
def exported(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The content of a package with the nine questions."""
    path = tmp_path_factory.mktemp("exported") / "almanac.apkg"
    export_apkg([question_set()], path, modified=LONG_AGO)
    return path.read_bytes()


@pytest.fixture
def package(tmp_path: Path, exported: bytes) -> Path:
    """The nine questions, exported long ago."""
    path = tmp_path / "almanac.apkg"
    path.write_bytes(exported)
    return path


@pytest.fixture(scope="session")
def sample_cards(tmp_path_factory: pytest.TempPathFactory) -> Iterator["Collection"]:
    """A collection with the sample set of `card_samples`."""
    with sample_collection(tmp_path_factory.mktemp("sample")) as collection:
        yield collection


@pytest.fixture
def review_of() -> Iterator[Callable[..., Reviewer]]:
    """Gives a reviewer of a collection, by day on a small screen or as its options say; two with equal options share a page.

    At the end no card may have done what no card should do.
    """
    used: list[Reviewer] = []

    def reviewer_of(
        collection: "Collection",
        *,
        night: bool = False,
        viewport: Any = PHONE_SIZE,
        client: str = "AnkiDroid",
        **options: Any,
    ) -> Reviewer:
        key = (collection.path, *sorted(options.items()))
        reviewer = SHARED.once(key, lambda browser: Reviewer(browser, collection, **options))
        reviewer.reset(night=night, viewport=viewport, client=client)
        used.append(reviewer)
        return reviewer

    yield reviewer_of
    assert not [diagnostic for one in used for diagnostic in one.diagnostics]


@pytest.fixture
def review(review_of: Callable[..., Reviewer], sample_cards: "Collection") -> Callable[..., Reviewer]:
    """Gives a reviewer of the sample set."""
    return partial(review_of, sample_cards)


@pytest.fixture
def reviewer(review: Callable[..., Reviewer]) -> Reviewer:
    """A reviewer of the sample set on a small screen by day."""
    return review()
