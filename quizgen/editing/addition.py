"""Prepare a new question for a set's file: validate it with the set, as `quizgen check` does, before writing."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from quizgen.editing.append import append_question
from quizgen.editing.ids import fresh_id, released_ids
from quizgen.facts.questions import questions_of
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, document_of, read_bytes, read_document
from quizgen.loading.files import SetFile, facts_path
from quizgen.loading.sets import ReadSet, seed_from, set_from
from quizgen.loading.validate import examine
from quizgen.questions import Question
from quizgen.questions.sets import question_adapter


@dataclass(frozen=True, slots=True)
class OpenFile:
    """The current content of a set's file; ``text`` is complete, with a byte order mark if there is one."""

    document: Document
    text: str
    diagnostics: tuple[Diagnostic, ...]
    taken: frozenset[str]
    topics: Mapping[str, str]
    """The names of the set's topics by id; if the set has no errors, those of its facts too."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A valid new question, and the file's text with it."""

    question: Question
    text: str


def open_file(path: Path) -> OpenFile:
    """Open the set's file at ``path``; raise LoadError if it cannot be read at all."""
    document = read_document(path)
    found, diagnostics = _read(document)
    taken = ids_in_use(document, found)
    topics = found.question_set.topics if found else _topics(document)
    return OpenFile(document, read_bytes(path).decode(), diagnostics, taken, topics)


def with_id(file: OpenFile, data: dict[str, Any]) -> dict[str, Any]:
    """Return ``data`` with a new id in front if it has none."""
    if data.get("id"):
        return data
    words = str(data.get("stem") or data.get("text") or "")
    return {"id": fresh_id(words, file.taken), **data}


def prepare(file: OpenFile, data: dict[str, Any]) -> Addition:
    """Return ``data`` as a question at the end of the file.

    Raises LoadError with what `quizgen check` reports about the question, and LayoutError if it cannot be inserted.
    Errors that the file already has are ignored.
    """
    text = _appended(file, data)
    _, diagnostics = _read(document_of(file.document.path, text.removeprefix("\ufeff")))
    known = {(diagnostic.path, diagnostic.code, diagnostic.message) for diagnostic in file.diagnostics}
    if new := [
        diagnostic for diagnostic in diagnostics if (diagnostic.path, diagnostic.code, diagnostic.message) not in known
    ]:
        raise LoadError(new)
    question: Question = question_adapter().validate_python(data)
    return Addition(question, text)


def _appended(file: OpenFile, data: dict[str, Any]) -> str:
    if file.document.markdown is None:
        return append_question(file.text, data)
    from quizgen.editing.markdown_edits import append_markdown  # imports markdown-it

    try:
        return append_markdown(file.text, data, file.topics)
    except ValidationError:  # the question itself has errors, which reading it as a set names in full
        pictured = {"id": "x", "title": "x", "questions": [data]}
        raise LoadError(examine(SetFile, Document(file.document.path, "", pictured)).diagnostics) from None


def _read(document: Document) -> tuple[ReadSet | None, tuple[Diagnostic, ...]]:
    try:
        return set_from(document), ()
    except LoadError as error:
        return None, error.diagnostics


def _topics(document: Document) -> dict[str, str]:
    topics = document.data.get("topics")
    return {str(key): str(name) for key, name in topics.items()} if isinstance(topics, dict) else {}


def ids_in_use(document: Document, found: ReadSet | None = None) -> frozenset[str]:
    """Return every id in use: written, from the facts, omitted (an author may want it back), or released to learners.

    ``found`` is the set in ``document``, if that has no errors.
    """
    ids = {question.id for question in found.question_set.questions} if found else set()
    for items in (document.data.get("questions"), document.data.get("facts")):
        if isinstance(items, list):
            ids |= {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
    written = document.data.get("facts")
    path = facts_path(document.path, written) if isinstance(written, str) else None
    if path is not None:
        with suppress(LoadError):  # the set's own errors report it
            ids |= {question.id for question in questions_of(seed_from(read_document(path)))}
    return frozenset(ids) | released_ids(document.path.parent)
