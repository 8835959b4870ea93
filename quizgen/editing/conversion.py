"""Convert a set's file between YAML and Markdown; everything is kept but comments at line ends."""

from pathlib import Path
from typing import Any

from quizgen.editing.comments import comments_of, with_comments
from quizgen.editing.saving import authored_data, file_text
from quizgen.errors import QuizgenError
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import Document, document_of
from quizgen.loading.files import SetFile
from quizgen.loading.sets import examine_set
from quizgen.loading.validate import examine


class ConversionError(QuizgenError):
    """A set's file cannot be converted; the message says why."""


def converted(document: Document, target: Path) -> str:
    """Return the set in ``document`` as the text of ``target``, in the format of its ending.

    Raises LoadError if the set has errors, and ConversionError if ``target`` is in a folder where the set's facts or
    pictures are not found.
    """
    if errors := examine_set(document).diagnostics:
        raise LoadError(errors)
    written = _set_file(document)
    if document.path.resolve().parent != target.resolve().parent and (needs := _relative(written)):
        raise ConversionError(
            f"{target} must be in the same folder as {document.path}, which refers to {needs} by a relative path"
        )
    questions = [
        {**authored_data(question), **({"priority": question.priority} if _is_written(question, "priority") else {})}
        for question in written.questions
    ]
    heading = written.model_dump(exclude={"questions"}, exclude_defaults=True)
    text = with_comments(target, file_text(target, heading, questions), comments_of(document))
    _prove(written, _set_file(document_of(target, text)))
    return text


def lost_comments(document: Document, target: Path, text: str) -> int:
    """Return how many comments of ``document`` are not in ``text``, what ``converted`` returned for ``target``."""
    return comments_of(document).number - comments_of(document_of(target, text)).number


def _is_written(model: Any, name: str) -> bool:
    return name in model.model_fields_set


def _set_file(document: Document) -> SetFile:
    value = examine(SetFile, document).value
    assert value is not None  # a set without errors
    return value


def _relative(written: SetFile) -> str | None:
    """Return a file that the set names relative to its own."""
    files = (part.file for question in written.questions for part in (question.image, question.audio) if part)
    return written.facts or next(files, None)


def _prove(before: SetFile, after: SetFile) -> None:
    # Topics without names are headings in Markdown, which name them.
    same = before.model_copy(update={"topics": after.topics}) if not before.topics else before
    if same != after:
        raise ConversionError("the set cannot be converted without changing its content")
