"""Pictures of questions as Anki media: named by their content, so that equal ones are one and others never meet."""

import hashlib
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.markup import escape_attribute
from quizgen.questions import Image

MAX_BYTES = 100 * 2**20
"""Anki's sync leaves larger files behind."""

_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""What files of each ending start with; an SVG is text with an ``<svg`` in it."""


class Pictures:
    """Collects the pictures of one set; ``files`` maps each media name to the file that holds it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.files: dict[str, Path] = {}

    def image_html(self, image: Image) -> str:
        """Take the picture in and return its HTML; raise ExportError when it is not there to be taken."""
        if self._folder is None:
            raise ExportError(f"it shows the picture {image.file!r}, but no folder of pictures is given")
        path = self._folder / image.file
        if not path.resolve().is_relative_to(self._folder.resolve()):
            raise ExportError(f"the picture {image.file!r} links out of the set's folder (put a copy beside the set)")
        content = _read(path)
        name = f"quizgen-{hashlib.sha256(content).hexdigest()[:32]}{path.suffix.lower()}"
        self.files[name] = path
        return f'<img alt="{escape_attribute(image.alt)}" src="{name}">'


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MAX_BYTES:
            raise ExportError(f"the picture {path} is larger than the 100 MiB that Anki syncs (make it smaller)")
        content = path.read_bytes()
    except FileNotFoundError:
        raise ExportError(f"there is no picture {path} (put it there or correct the path)") from None
    except OSError as error:
        raise ExportError(f"the picture {path} cannot be read: {error.strerror}") from None
    if not content:
        raise ExportError(f"the picture {path} is empty")
    ending = path.suffix.lower()
    known = content.startswith(_STARTS[ending]) if ending in _STARTS else b"<svg" in content
    if not known:
        raise ExportError(f"{path} does not hold what a {ending} file holds (save the picture anew in that format)")
    return content
