"""The data of a set that its notes do not hold, as a line that nobody sees: an import reads it back.

In a package, it is a comment in the HTML of the deck's description, which Anki keeps and updates with each import; in a
text file, it is one of the lines that Anki skips. Notes would be the wrong place: each change there would replace
learners' edits, and Anki's search would find it.
"""

import binascii
import json
import re
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import Field, ValidationError

from quizgen.questions import Question, QuestionSet
from quizgen.questions.base import Citation, LintSuppressions, Model
from quizgen.questions.fields import Id, Line, Tag
from quizgen.questions.sets import SetHeading, topic_name

_LABEL = "quizgen:"
_PACKED = re.compile(rf"{_LABEL}([A-Za-z0-9+/]+=*)")
MAX_BYTES = 30_000_000
"""Size of the largest data that is unpacked; a guard against malicious files."""


_COMPARED = {"topic", "image", "audio", "tags", "citation", "lint"}
"""The fields that an import compares with the note, or that have a form of their own."""


class QuestionData(Model):
    """What a note does not hold of its question."""

    topic: Id | None = None
    point: tuple[Id, ...] = ()
    fact: Id | None = None
    facts: tuple[Id, ...] = ()
    citation: Citation | None = None
    """Only if it quotes phrases; a card shows the paragraph."""
    lint: LintSuppressions | None = None
    retired: bool = False
    formerly: tuple[Line, ...] = ()
    image: Line | None = None
    """The path of the picture; a package names files by their content."""
    audio: Line | None = None
    """The path of the sound."""
    tags: tuple[Tag, ...] = ()
    """Only if a note does not show them as they are: it has them in another order, and each of the set's once."""

    def authored(self) -> dict[str, Any]:
        """Return the fields that are not empty, as an author would write them, without what a note shows."""
        data = self.model_dump(mode="json", exclude_defaults=True, exclude=_COMPARED)
        return data | ({"lint": self.lint.model_dump(mode="json")} if self.lint is not None else {})


class SetHeader(SetHeading):
    """The fields of a set besides its questions, and what notes do not hold of each question, in the set's order."""

    questions: dict[Id, QuestionData] = Field(default_factory=dict)

    def authored(self) -> dict[str, Any]:
        """Return the fields of the set that are not empty, as an author would write them."""
        return self.model_dump(mode="json", exclude_defaults=True, exclude={"questions"})

    @property
    def all_topics(self) -> dict[str, str]:
        """The names of the set's topics, and of those that questions have without a name in the set, by their ids."""
        used = (one.topic for one in self.questions.values())
        return self.topics | {topic: topic_name(topic, self.topics) for topic in used if topic is not None}


def packed_header(question_set: QuestionSet) -> str:
    """Return the header of ``question_set`` in a few printable characters, none of which ends a comment in HTML."""
    heading = question_set.model_dump(mode="json", exclude={"questions"}, exclude_defaults=True)
    shared = frozenset(question_set.tags)
    questions = {question.id: dict(_data_of(question, shared)) for question in question_set.questions}
    data = json.dumps({**heading, "questions": questions}, ensure_ascii=False, separators=(",", ":"))
    return _LABEL + b64encode(zlib.compress(data.encode())).decode()


def _data_of(question: Question, shared: frozenset[str]) -> Iterator[tuple[str, Any]]:
    for name in ("topic", "point", "fact", "facts", "retired", "formerly"):
        if value := getattr(question, name):
            yield name, value
    if question.citation is not None and question.citation.phrases:
        yield "citation", question.citation.model_dump(mode="json", exclude_defaults=True)
    for name, media in (("image", question.image), ("audio", question.audio)):
        if media is not None:
            yield name, media.file
    if question.lint is not None:
        yield "lint", question.lint.model_dump(mode="json")
    if len(question.tags) > 1 or not shared.isdisjoint(question.tags):
        yield "tags", question.tags


def headers_in(*texts: str) -> Mapping[str, SetHeader]:
    """Return the headers in descriptions of decks or in a text file, by the id of the set; damaged ones are skipped."""
    found = (_unpacked(match[1]) for text in texts for match in _PACKED.finditer(text))
    return {header.id: header for header in found if header is not None}


def _unpacked(packed: str) -> SetHeader | None:
    reader = zlib.decompressobj()
    try:
        content = reader.decompress(b64decode(packed, validate=True), MAX_BYTES)
        return SetHeader.model_validate_json(content) if reader.eof else None
    except (binascii.Error, zlib.error, ValidationError, ValueError):
        return None
