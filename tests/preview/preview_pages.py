"""Sets to show on a page."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter

from quizgen.preview import Entry, Sheet, ShownDiagnostic
from quizgen.preview.sheet import Heading
from quizgen.questions import Question, QuestionSet

if TYPE_CHECKING:
    from playwright.sync_api import Page

Show = Callable[..., "Page"]
"""Opens the page of a sheet."""
WARNING = ShownDiagnostic("warning", "Q101", "an option refers to the other options", "replace the option")

NINE: list[dict[str, Any]] = [
    {"id": "choice", "kind": "choice", "topic": "sky", "stem": "Which planet is *red*?", "answer": "Mars", "distractors": ["Venus", "Saturn"], "hint": "A god of war."},
    {"id": "multiple", "kind": "multiple", "topic": "sky", "stem": "Which are giants?", "answers": ["Jupiter", "Saturn"], "distractors": ["Mars"]},
    {"id": "truth", "kind": "true_false", "topic": "sky", "stem": "The Moon shines by itself.", "answer": False, "explanation": "It reflects the Sun."},
    {"id": "short", "kind": "short", "topic": "sea", "stem": "Which ocean is largest?", "answer": "Pacific", "accept": ["Océan Pacifique"]},
    {"id": "number", "kind": "number", "topic": "sea", "stem": "How much is water?", "answer": 71, "unit": "%", "tolerance": 2},
    {"id": "cloze", "kind": "cloze", "topic": "sea", "text": "{{c1::Tides}} follow the {{c2::Moon}}."},
    {"id": "order", "kind": "order", "topic": "sky", "stem": "From the Sun outwards.", "steps": ["Mercury", "Venus", "Earth"]},
    {"id": "match", "kind": "match", "topic": "sea", "stem": "Which sea?", "pairs": {"Estonia": "Baltic", "Croatia": "Adriatic", "Georgia": "Black Sea"}},
    {"id": "card", "kind": "card", "topic": "sea", "stem": "What is a fathom?", "answer": "- six feet\n- 1.83 m", "priority": "detail", "point": "fathom.c1", "facts": ["fathom", "league"]},
]  # fmt: skip


def sheet(
    questions: list[dict[str, Any]],
    diagnostics: Mapping[int, tuple[ShownDiagnostic, ...]] | None = None,
    **heading: Any,
) -> Sheet:
    adapter: TypeAdapter[Any] = TypeAdapter(Question)
    made = tuple(adapter.validate_python(question) for question in questions)
    entries = tuple(Entry(question, (diagnostics or {}).get(index, ())) for index, question in enumerate(made))
    found = QuestionSet.model_validate({"id": "sky", "title": "Sky and sea", "questions": made, **heading})
    names = ("title", "description", "language", "source", "topics", "retired")
    return Sheet(Heading(**{name: getattr(found, name) for name in names}), entries)
