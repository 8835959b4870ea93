"""Read the pictures and sounds of a question set: they must exist, be in its folder, and match their file extension."""

from collections.abc import Iterable, Iterator
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

_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".gif": (b"GIF87a", b"GIF89a"),
    ".webp": (b"RIFF",),
}
"""The first bytes of files of each ending; an SVG is text that contains ``<svg``."""


_AUDIO_STARTS = {
    ".mp3": (b"ID3", b"\xff\xfb", b"\xff\xfa", b"\xff\xf3", b"\xff\xf2", b"\xff\xe3"),
    ".ogg": (b"OggS",),
    ".oga": (b"OggS",),
    ".opus": (b"OggS",),
    ".wav": (b"RIFF",),
    ".flac": (b"fLaC",),
}
"""The first bytes of sounds of each ending; those of an MP4 file say after its first four bytes that it is one."""


class PictureError(QuizgenError):
    """A picture or sound cannot be used; ``message`` says why and ``help`` how to fix it."""

    def __init__(self, message: str, help: str) -> None:
        self.message, self.help = message, help
        super().__init__(f"{message} ({help})")


def read_picture(folder: Path, image: Image) -> bytes:
    """Return the content of ``image``, whose set is in ``folder``; raise PictureError if it cannot be shown."""
    path = folder / image.file
    content = _content(folder, path, "picture")
    ending = path.suffix.lower()
    if not _holds(content, ending):
        raise PictureError(
            f"the content of {path} does not match its extension, {ending}", "save the picture again in that format"
        )
    if ending == ".svg":
        _require_safe(path, content)
    return content


def read_sound(folder: Path, audio: Audio) -> bytes:
    """Return the content of ``audio``, whose set is in ``folder``; raise PictureError if it cannot be played."""
    path = folder / audio.file
    content = _content(folder, path, "sound")
    ending = path.suffix.lower()
    is_sound = content[4:8] == b"ftyp" if ending == ".m4a" else content.startswith(_AUDIO_STARTS[ending])
    if not is_sound:
        raise PictureError(
            f"the content of {path} does not match its extension, {ending}", "save the sound again in that format"
        )
    return content


def _content(folder: Path, path: Path, what: str) -> bytes:
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise PictureError(
                f"the {what} {path} is a link to a file outside the set's folder", "put a copy next to the set"
            )
        status = path.stat()
        if not S_ISREG(status.st_mode):  # reading a pipe or a device may never end
            raise PictureError(f"the {what} {path} is not a regular file", f"save the {what} as a regular file")
        if status.st_size > MAX_BYTES:
            raise PictureError(f"the {what} {path} is larger than 100 MiB, Anki's limit for syncing", "make it smaller")
        content = path.read_bytes()
    except FileNotFoundError:
        near = _near(folder, path)
        help = f"did you mean {near}?" if near else "add it or correct the path"
        raise PictureError(f"the {what} {path} does not exist", help) from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PictureError(f"the {what} {path} cannot be read: {reason}", "check its path and permissions") from None
    if not content:
        raise PictureError(f"the {what} file {path} is empty", "save it again")
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
        raise PictureError(
            f"the picture {path} contains {error}",
            "save it without scripts or links to other files",
        ) from None


def ending_of(content: bytes, wanted: str) -> str | None:
    """Return the ending for a picture's file, ``wanted`` if it fits; None if ``content`` is not such a picture."""
    return next((ending for ending in (wanted, *_STARTS, ".svg") if _holds(content, ending)), None)


def _holds(content: bytes, ending: str) -> bool:
    return content.startswith(_STARTS[ending]) if ending in _STARTS else ending == ".svg" and b"<svg" in content


def picture_diagnostics(questions: Iterable[Question], document: Document) -> Iterator[Diagnostic]:
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
            except PictureError as error:
                yield _located(document, error, ("questions", index, "image", "file"))
        if question.audio is not None:
            try:
                read_sound(folder, question.audio)
            except PictureError as error:
                yield _located(document, error, ("questions", index, "audio", "file"))


def _located(document: Document, error: PictureError, at: DataPath) -> Diagnostic:
    return located(document, Problem(Code.NO_PICTURE, error.message, error.help, at))
