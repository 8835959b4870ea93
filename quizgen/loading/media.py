"""Read the pictures and sounds of a question set: they must exist, be in its folder, and match their file extension."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from pathlib import Path
from stat import S_ISREG

from quizgen.errors import QuizgenError
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.loading.validate import located
from quizgen.questions import Audio, Image, Question
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath, Problem
from quizgen.text.suggestions import nearest

MAX_BYTES = 100 * 2**20
"""Anki's sync leaves larger files behind."""

_PICTURES = {
    ".png": rb"\x89PNG\r\n\x1a\n",
    ".jpg": rb"\xff\xd8\xff",
    ".jpeg": rb"\xff\xd8\xff",
    ".gif": rb"GIF8[79]a",
    ".webp": rb"RIFF....WEBP",
    ".svg": rb".*<svg",
}
"""Patterns for the beginning of pictures, by file extension. RIFF files name their type after their length."""

_SOUNDS = {
    ".mp3": rb"ID3|\xff[\xfb\xfa\xf3\xf2\xe3]",
    ".ogg": rb"OggS",
    ".oga": rb"OggS",
    ".opus": rb"OggS",
    ".wav": rb"RIFF....WAVE",
    ".flac": rb"fLaC",
    ".m4a": rb"....ftyp",
}
"""Patterns for the beginning of sounds, by file extension."""


class MediaError(QuizgenError):
    """A picture or sound cannot be used; ``message`` says why and ``help`` how to fix it."""

    def __init__(self, message: str, help: str) -> None:
        self.message, self.help = message, help
        super().__init__(f"{message} ({help})")


def read_picture(folder: Path, image: Image) -> bytes:
    """Return the content of ``image``, whose set is in ``folder``; raise MediaError if it cannot be shown."""
    path = folder / image.file
    content = _content(folder, path, "picture")
    _require_extension(path, content, _PICTURES, "picture")
    if path.suffix.lower() == ".svg":
        _require_safe(path, content)
    return content


def read_sound(folder: Path, audio: Audio) -> bytes:
    """Return the content of ``audio``, whose set is in ``folder``; raise MediaError if it cannot be played."""
    path = folder / audio.file
    content = _content(folder, path, "sound")
    _require_extension(path, content, _SOUNDS, "sound")
    return content


def _require_extension(path: Path, content: bytes, patterns: Mapping[str, bytes], what: str) -> None:
    ending = path.suffix.lower()
    if not re.match(patterns[ending], content, re.DOTALL):
        raise MediaError(
            f"the content of {path} does not match its extension, {ending}", f"save the {what} again in that format"
        )


def _content(folder: Path, path: Path, what: str) -> bytes:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise MediaError(
                f"the {what} {path} is a link to a file outside the set's folder", "put a copy in the set's folder"
            )
        status = path.stat()
        if not S_ISREG(status.st_mode):  # reading a pipe or a device may never end
            raise MediaError(f"the {what} {path} is not a regular file", f"save the {what} as a regular file")
        if status.st_size > MAX_BYTES:
            raise MediaError(
                f"the {what} {path} is larger than {MAX_BYTES // 2**20} MiB, Anki's limit for syncing",
                "make it smaller",
            )
        content = path.read_bytes()
    except FileNotFoundError:
        near = _near(folder, path)
        help = f"did you mean {near}?" if near else "add the file, or correct the path"
        raise MediaError(f"the {what} {path} does not exist", help) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise MediaError(f"the {what} {path} cannot be read: {reason}", "check its path and permissions") from None
    if not content:
        raise MediaError(f"the {what} file {path} is empty", "save it again")
    return content


def _near(folder: Path, path: Path) -> str | None:
    """Return the file of the same name in ``folder`` or the folders in it, or one with a similar name; None if none."""
    files = [found for pattern in ("*", "*/*") for found in islice(folder.glob(pattern), 1000) if found.is_file()]
    same = [found for found in files if found.name.lower() == path.name.lower()]
    alike = {found.name: found for found in files if found.suffix.lower() == path.suffix.lower()}
    name = None if same else nearest(path.name, alike, cutoff=80)
    found = same[0] if same else alike[name] if name else None
    return found.relative_to(folder).as_posix() if found else None


def _require_safe(path: Path, content: bytes) -> None:
    from quizgen.loading.svg import UnsafeSvgError, require_safe_svg

    try:
        require_safe_svg(content)
    except UnsafeSvgError as error:
        raise MediaError(
            f"the picture {path} contains {error}",
            "save it without scripts or links to other files",
        ) from None


def picture_ending_of(content: bytes, wanted: str) -> str | None:
    """Return the ending for a picture's file, ``wanted`` if it fits; None if ``content`` is not such a picture."""
    return _ending_of(content, wanted, _PICTURES)


def sound_ending_of(content: bytes, wanted: str) -> str | None:
    """Return the ending for a sound's file, ``wanted`` if it fits; None if ``content`` is not such a sound."""
    return _ending_of(content, wanted, _SOUNDS)


def _ending_of(content: bytes, wanted: str, patterns: Mapping[str, bytes]) -> str | None:
    endings = (wanted, *patterns) if wanted in patterns else patterns
    return next((ending for ending in endings if re.match(patterns[ending], content, re.DOTALL)), None)


def media_diagnostics(questions: Iterable[Question], document: Document) -> Iterator[Diagnostic]:
    """Yield an error for each picture or sound of the ``questions`` written in ``document`` that cannot be used."""
    illustrated = {question.id: question for question in questions if question.image or question.audio}
    if not illustrated:
        return
    folder = document.path.parent
    written = document.data.get("questions")
    for index, item in enumerate(written if isinstance(written, list) else ()):
        if not isinstance(item, dict) or (question := illustrated.get(str(item.get("id")))) is None:
            continue
        if question.image is not None:
            try:
                read_picture(folder, question.image)
            except MediaError as error:
                yield _located(document, error, ("questions", index, "image", "file"))
        if question.audio is not None:
            try:
                read_sound(folder, question.audio)
            except MediaError as error:
                yield _located(document, error, ("questions", index, "audio", "file"))


def _located(document: Document, error: MediaError, at: DataPath) -> Diagnostic:
    return located(document, Problem(Code.NO_PICTURE, error.message, error.help, at))
