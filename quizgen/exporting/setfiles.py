"""A set as JSON or Markdown, which ``quizgen.load`` reads back."""

import json
from collections.abc import Sequence
from pathlib import Path

from quizgen.anki.errors import ExportError
from quizgen.editing.saving import file_text, plain_data, set_data
from quizgen.exporting.selection import Part
from quizgen.questions import QuestionSet


def json_text(parts: Sequence[Part]) -> str:
    """Return the one set in ``parts`` as JSON with the keys of a YAML set. Raises ExportError if there are several."""
    heading, questions = set_data(_only(parts, "JSON"))
    return json.dumps(plain_data({**heading, "questions": questions}), ensure_ascii=False, indent=2) + "\n"


def markdown_text(parts: Sequence[Part]) -> str:
    """Return the one set in ``parts`` as Markdown. Raises ExportError if there are several."""
    return file_text(Path("set.md"), *set_data(_only(parts, "Markdown")))


def _only(parts: Sequence[Part], label: str) -> QuestionSet:
    if len(parts) != 1:
        raise ExportError(f"a {label} file can contain only one set; export each set to its own file")
    (part,) = parts
    return part.question_set.model_copy(update={"questions": part.questions})
