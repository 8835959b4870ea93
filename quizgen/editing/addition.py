"""A new question for a set's file: checked with the set as `quizgen check` would, before anything is written."""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml_rs
from pydantic import TypeAdapter

from quizgen.editing.append import append_question
from quizgen.editing.ids import fresh_id, released_ids
from quizgen.facts.questions import questions_of
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_bytes, read_document
from quizgen.loading.files import facts_path
from quizgen.loading.sets import ReadSet, seed_from, set_from
from quizgen.questions import Question


@dataclass(frozen=True, slots=True)
class OpenFile:
    """A set's file as it stands; ``text`` has everything in it, a byte order mark too."""

    document: Document
    text: str
    diagnostics: tuple[Diagnostic, ...]
    taken: frozenset[str]
    topics: Mapping[str, str]
    """The names of the topics that the set lists, by id; where it has no faults, of those that its facts list, too."""


@dataclass(frozen=True, slots=True)
class Addition:
    """A question that may be added: what it is, and the file's text with it."""

    question: Question
    text: str


def open_file(path: Path) -> OpenFile:
    """The set's file at ``path``; raises LoadError where it cannot be read at all."""
    document = read_document(path)
    found, diagnostics = _read(document)
    taken = _ids(document, found) | released_ids(path.parent)
    topics = found.question_set.topics if found else _topics(document)
    return OpenFile(document, read_bytes(path).decode(), diagnostics, taken, topics)


def with_id(file: OpenFile, data: dict[str, Any]) -> dict[str, Any]:
    """``data``, with an id of its own in front where it has none."""
    if data.get("id"):
        return data
    words = str(data.get("stem") or data.get("text") or "")
    return {"id": fresh_id(words, file.taken), **data}


def prepare(file: OpenFile, data: dict[str, Any]) -> Addition:
    """``data`` as a question at the end of the file.

    Raises LoadError with what `quizgen check` would say of it, LayoutError where the file has no place for it. Faults
    that the file has already are left alone.
    """
    text = append_question(file.text, data)
    plain = text.removeprefix("\ufeff")
    document = Document(file.document.path, plain, yaml_rs.loads(plain, parse_datetime=False))  # type: ignore[arg-type]
    _, diagnostics = _read(document)
    known = {(diagnostic.path, diagnostic.code, diagnostic.message) for diagnostic in file.diagnostics}
    if new := [
        diagnostic for diagnostic in diagnostics if (diagnostic.path, diagnostic.code, diagnostic.message) not in known
    ]:
        raise LoadError(new)
    question: Question = TypeAdapter[Any](Question).validate_python(data)
    return Addition(question, text)


def _read(document: Document) -> tuple[ReadSet | None, tuple[Diagnostic, ...]]:
    try:
        return set_from(document), ()
    except LoadError as error:
        return None, error.diagnostics


def _topics(document: Document) -> dict[str, str]:
    topics = document.data.get("topics")
    return {str(key): str(name) for key, name in topics.items()} if isinstance(topics, dict) else {}


def _ids(document: Document, found: ReadSet | None) -> frozenset[str]:
    """Every id in use: written, generated, and omitted (which an author may want back)."""
    ids = {question.id for question in found.question_set.questions} if found else set()
    for items in (document.data.get("questions"), document.data.get("facts")):
        if isinstance(items, list):
            ids |= {str(item["id"]) for item in items if isinstance(item, dict) and "id" in item}
    written = document.data.get("facts")
    path = facts_path(document.path, written) if isinstance(written, str) else None
    if path is not None:
        with suppress(LoadError):  # the set's own faults tell of it
            ids |= {question.id for question in questions_of(seed_from(read_document(path)))}
    return frozenset(ids)
