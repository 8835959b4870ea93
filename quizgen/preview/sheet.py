"""What a preview shows, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.questions import Question, QuestionSet


@dataclass(frozen=True, slots=True)
class Note:
    """A fault, or a warning of the linter's, in words; ``place`` is ``file:line:column`` where it has one."""

    level: Literal["error", "warning"]
    code: str
    message: str
    help: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with what is to be said about it. A faulty one that cannot be shown has its ``source`` instead."""

    question: Question | None
    notes: tuple[Note, ...] = ()
    source: str = ""
    """The lines of the file that hold it; empty where the question can be shown."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole set: its questions and those that cannot be shown, in order."""

    question_set: QuestionSet
    """The heading; its questions are those of the entries that can be shown."""
    entries: tuple[Entry, ...]
    notes: tuple[Note, ...] = ()
    """What concerns no single question."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """By an image's path: its content as a ``data:`` URL."""
    text: tuple[ParagraphCoverage, ...] = ()
    """The paragraphs of the text that the facts were taken from, where it is at hand."""
