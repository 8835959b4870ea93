"""Which question sets are at hand: the user's own in ``./decks``, those that come with quizgen, and paths given."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from quizgen.loading.files import YAML_ENDINGS

DECKS = "decks"


@dataclass(frozen=True, slots=True)
class SetAtHand:
    """A question set's file; ``bundled`` when it belongs to quizgen and not to the user."""

    path: Path
    bundled: bool

    @property
    def name(self) -> str:
        """What users call the set: its file's name without the ending."""
        return self.path.stem


def bundled_folder() -> Path:
    """The folder of the sets that come with quizgen: in the installed package, or in a checkout beside it."""
    package = Path(__file__).parents[1]
    installed = package / "bundled" / DECKS
    return installed if installed.is_dir() else package.parent / DECKS


def sets_at_hand(folder: Path) -> Iterator[SetAtHand]:
    """The sets in ``folder/decks``, then the bundled ones that have no namesake there."""
    bundled = bundled_folder()
    own = folder / DECKS
    names: set[str] = set()
    # In quizgen's own checkout the two folders are one, and its sets are the user's to export and to change.
    for place in dict.fromkeys((own.resolve(), bundled.resolve())):
        for path in yaml_files(place):
            if path.stem not in names:
                names.add(path.stem)
                yield SetAtHand(_short(path, folder), bundled=place != own.resolve())


def find_set(wanted: str, folder: Path) -> SetAtHand | None:
    """The set that ``wanted`` means: a name from ``sets_at_hand``, else a path. None when it is neither."""
    for at_hand in sets_at_hand(folder):
        if wanted == at_hand.name:
            return at_hand
    path = Path(wanted)
    looks_like_path = path.suffix.lower() in YAML_ENDINGS or len(path.parts) > 1 or path.exists()
    bundled = path.resolve().is_relative_to(bundled_folder().resolve()) and not path.resolve().is_relative_to(
        folder.resolve()
    )
    return SetAtHand(path, bundled) if looks_like_path else None


def yaml_files(folder: Path) -> list[Path]:
    """The YAML files right in ``folder``, in the order of their names; none when there is no such folder."""
    if not folder.is_dir():
        return []
    return sorted(path for path in folder.iterdir() if path.suffix.lower() in YAML_ENDINGS and path.is_file())


def _short(path: Path, folder: Path) -> Path:
    home = folder.resolve()
    return path.relative_to(home) if path.is_relative_to(home) else path
