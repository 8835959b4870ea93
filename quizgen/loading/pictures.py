"""Pictures beside a question set: whether they are there, inside its folder, and what their names say."""

from collections.abc import Iterator
from pathlib import Path

from quizgen.errors import QuizgenError
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document
from quizgen.loading.validate import located
from quizgen.questions import Image, QuestionSet
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem

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


class PictureError(QuizgenError):
    """A picture that cannot be shown: ``message`` says why, ``help`` what to do."""

    def __init__(self, message: str, help: str) -> None:
        self.message, self.help = message, help
        super().__init__(f"{message} ({help})")


def read_picture(folder: Path, image: Image) -> bytes:
    """The content of ``image``, which belongs to a set in ``folder``; raises PictureError."""
    path = folder / image.file
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            raise PictureError(f"the picture {path} links out of the set's folder", "put a copy beside the set")
        if path.stat().st_size > MAX_BYTES:
            raise PictureError(f"the picture {path} is larger than the 100 MiB that Anki syncs", "make it smaller")
        content = path.read_bytes()
    except FileNotFoundError:
        raise PictureError(f"there is no picture {path}", "put it there or correct the path") from None
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise PictureError(f"the picture {path} cannot be read: {reason}", "check its path and permissions") from None
    if not content:
        raise PictureError(f"the picture {path} is empty", "save it anew")
    ending = path.suffix.lower()
    if not _holds(content, ending):
        raise PictureError(f"{path} does not hold what a {ending} file holds", "save the picture anew in that format")
    return content


def ending_of(content: bytes, wanted: str) -> str | None:
    """The ending that a picture's file should have: ``wanted`` if that is one; None where it is no picture we show."""
    return next((ending for ending in (wanted, *_STARTS, ".svg") if _holds(content, ending)), None)


def _holds(content: bytes, ending: str) -> bool:
    return content.startswith(_STARTS[ending]) if ending in _STARTS else ending == ".svg" and b"<svg" in content


def picture_faults(question_set: QuestionSet, document: Document) -> Iterator[Diagnostic]:
    """The pictures of questions written in ``document`` that cannot be shown."""
    pictured = {question.id: question.image for question in question_set.questions if question.image is not None}
    if not pictured:
        return
    for index, written in enumerate(document.data["questions"]):
        if (image := pictured.get(str(written.get("id")))) is None:
            continue
        try:
            read_picture(document.path.parent, image)
        except PictureError as error:
            at = ("questions", index, "image", "file")
            yield located(document, Problem(Code.NO_PICTURE, error.message, error.help, at))
