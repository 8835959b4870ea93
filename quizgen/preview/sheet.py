"""What a preview shows, as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.facts.coverage import ParagraphCoverage
from quizgen.loading.diagnostics import Severity
from quizgen.questions import Question
from quizgen.questions.base import Reference


@dataclass(frozen=True, slots=True)
class ShownDiagnostic:
    """A diagnostic as the page shows it; ``place`` is ``file:line:column``, or empty if that says nothing new."""

    severity: Severity
    code: str
    message: str
    help: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A question with its errors and warnings, or the source of one that has too many errors to be shown."""

    question: Question | None
    diagnostics: tuple[ShownDiagnostic, ...] = ()
    source: str = ""
    """The lines of the file that define it; empty if the question can be shown."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What the page says about the set; in a file with errors, everything except the title may be missing."""

    title: str
    description: str | None = None
    language: str | None = None
    source: Reference | None = None
    topics: Mapping[str, str] = field(default_factory=dict)
    retired: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A set: its questions, and those that cannot be shown, in order."""

    heading: Heading
    entries: tuple[Entry, ...]
    diagnostics: tuple[ShownDiagnostic, ...] = ()
    """Errors and warnings that do not belong to a single question."""
    guesses: tuple[str, ...] = ()
    """How well the choice questions can be guessed, in words."""
    pictures: Mapping[str, str] = field(default_factory=dict)
    """The content of each picture as a ``data:`` URL, by its path in the set."""
    text: tuple[ParagraphCoverage, ...] = ()
    """The paragraphs of the article that the facts were taken from, if it is available."""
