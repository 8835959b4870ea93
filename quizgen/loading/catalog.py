"""Find question sets: the user's own in ``./decks``, the bundled ones, and paths."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import MARKDOWN_ENDINGS, is_markdown, read_document
from quizgen.loading.files import YAML_ENDINGS
from quizgen.text.lazy_pattern import lazy_pattern

DECKS = "decks"

_HEAD_BYTES = 10_000
_SET_HEAD = lazy_pattern(r"---[ \t]*\r?\n(?:(?!---|\.\.\.).*\n)*?id[ \t]*:")
"""Front matter with an id."""


class SetLocation(NamedTuple):
    """The file of a question set; ``bundled`` if it is part of quizgen."""

    path: Path
    bundled: bool

    @property
    def name(self) -> str:
        """The name users type: the file name without its extension."""
        return self.path.stem


def bundled_folder() -> Path:
    """Return the folder of the bundled sets, in the installed package or in a checkout."""
    package = Path(__file__).parents[1]
    installed = package / "bundled" / DECKS
    return installed if installed.is_dir() else package.parent / DECKS


def available_sets(folder: Path) -> Iterator[SetLocation]:
    """Yield the sets in ``folder/decks``, then the bundled sets with other names."""
    bundled = bundled_folder()
    own = folder / DECKS
    names: set[str] = set()
    # In a checkout of quizgen both folders are the same, and its sets can be changed and exported.
    for decks in dict.fromkeys((own.resolve(), bundled.resolve())):
        for path in set_files(decks):
            if path.stem not in names:
                names.add(path.stem)
                yield SetLocation(_short(path, folder), bundled=decks != own.resolve())


def find_set(wanted: str, folder: Path) -> SetLocation | None:
    """Return the set with the name or path ``wanted``; None if there is no such name and it is not a path."""
    for location in available_sets(folder):
        if wanted == location.name:
            return location
    path = Path(wanted)
    looks_like_path = path.suffix.lower() in (*YAML_ENDINGS, *MARKDOWN_ENDINGS) or len(path.parts) > 1 or path.exists()
    bundled = path.resolve().is_relative_to(bundled_folder().resolve()) and not path.resolve().is_relative_to(
        folder.resolve()
    )
    return SetLocation(path, bundled) if looks_like_path else None


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files directly in ``folder``, sorted by name; none if the folder does not exist."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in YAML_ENDINGS and path.is_file())


def set_files(folder: Path) -> list[Path]:
    """Return the files of question sets directly in ``folder``: YAML files, and Markdown files that hold a set."""
    if not folder.is_dir():
        return []
    return sorted((*yaml_files(folder), *(path for path in folder.iterdir() if is_markdown_set(path))))


def set_with_id(folder: Path, set_id: str) -> Path | None:
    """Return the file directly in ``folder`` whose set has this id; files with errors are skipped."""
    for path in set_files(folder):
        try:
            if str(read_document(path).data.get("id")) == set_id:
                return path
        except LoadError:  # `quizgen check` reports the errors
            continue
    return None


def is_markdown_set(path: Path) -> bool:
    """Return whether ``path`` is a Markdown file with a set's front matter; a README next to sets has none."""
    if not is_markdown(path) or not path.is_file():
        return False
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD_BYTES).decode("utf-8-sig", "replace")
    except OSError:
        return False
    return _SET_HEAD.match(head) is not None


def _short(path: Path, folder: Path) -> Path:
    home = folder.resolve()
    return path.relative_to(home) if path.is_relative_to(home) else path
