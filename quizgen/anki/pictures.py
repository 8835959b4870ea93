"""Pictures and sounds of questions as Anki media, named by content: equal ones are one file, others never collide."""

import hashlib
from collections.abc import Callable
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.loading.media import MediaError, read_picture, read_sound
from quizgen.loading.svg import looks_of
from quizgen.markup import escape_attribute
from quizgen.questions import Audio, Image
from quizgen.questions.base import description_of


class Pictures:
    """Collects the pictures and sounds of one set; ``files`` maps each media name to its file."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self.files: dict[str, Path] = {}

    def image_html(self, image: Image) -> str:
        """Add the picture and return its HTML; raise ExportError if it cannot be used."""
        name, content = self._added(image.file, "picture", lambda folder: read_picture(folder, image))
        looks = " ".join(looks_of(content)) if name.endswith(".svg") else ""
        mark = f' class="{looks}"' if looks else ""
        return f'<img alt="{escape_attribute(description_of(image))}" src="{name}"{mark}>'

    def sound_tag(self, audio: Audio) -> str:
        """Add the sound and return the tag that makes Anki play it; raise ExportError if it cannot be used."""
        name, _ = self._added(audio.file, "sound", lambda folder: read_sound(folder, audio))
        return f"[sound:{name}]"

    def _added(self, file: str, what: str, read: Callable[[Path], bytes]) -> tuple[str, bytes]:
        if self._folder is None:
            raise ExportError(
                f"the {what} {file!r} cannot be found, because its folder is not known; pass the folder as `pictures`"
            )
        try:
            content = read(self._folder)
        except MediaError as error:
            raise ExportError(str(error)) from None
        path = self._folder / file
        name = f"quizgen-{hashlib.sha256(content).hexdigest()[:32]}{path.suffix.lower()}"
        self.files[name] = path
        return name, content
