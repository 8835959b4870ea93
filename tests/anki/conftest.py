"""The real Anki backend, ready to import into."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from anki_samples import LONG_AGO, Importer, import_package, question_set

from quizgen.anki import export_apkg

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


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """The nine questions, exported long ago."""
    path = tmp_path / "almanac.apkg"
    export_apkg([question_set()], path, modified=LONG_AGO)
    return path
