"""Pictures of questions as Anki media: named by their content, so that equal ones are one and others never meet."""

import hashlib
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.loading.pictures import PictureError, read_picture
from quizgen.markup import escape_attribute
from quizgen.questions import Image


class Pictures:
    """Collects the pictures of one set; ``files`` maps each media name to the file that holds it."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.files: dict[str, Path] = {}

    def image_html(self, image: Image) -> str:
        """Take the picture in and return its HTML; raise ExportError when it is not there to be taken."""
        if self._folder is None:
            raise ExportError(f"it shows the picture {image.file!r}, but no folder of pictures is given")
        try:
            content = read_picture(self._folder, image)
        except PictureError as error:
            raise ExportError(str(error)) from None
        path = self._folder / image.file
        name = f"quizgen-{hashlib.sha256(content).hexdigest()[:32]}{path.suffix.lower()}"
        self.files[name] = path
        return f'<img alt="{escape_attribute(image.alt)}" src="{name}">'
