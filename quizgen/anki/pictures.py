"""Pictures of questions as Anki media, named by content: equal pictures are one file, different ones never collide."""

import hashlib
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.loading.pictures import PictureError, read_picture
from quizgen.markup import escape_attribute
from quizgen.questions import Image


class Pictures:
    """Collects the pictures of one set; ``files`` maps each media name to its file."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.files: dict[str, Path] = {}

    def image_html(self, image: Image) -> str:
        """Add the picture and return its HTML; raise ExportError if it cannot be used."""
        if self._folder is None:
            raise ExportError(f"it uses the picture {image.file!r}, but no folder for pictures was given")
        try:
            content = read_picture(self._folder, image)
        except PictureError as error:
            raise ExportError(str(error)) from None
        path = self._folder / image.file
        name = f"quizgen-{hashlib.sha256(content).hexdigest()[:32]}{path.suffix.lower()}"
        self.files[name] = path
        return f'<img alt="{escape_attribute(image.alt)}" src="{name}">'
