"""Names of table columns, as authors and other quiz programs write them."""

import re
from collections.abc import Sequence

Column = tuple[str, bool]
"""A field of a question, or empty; and whether several columns share it."""

_COLUMNS = {
    "id": ("id", "name"),
    "kind": ("kind", "type", "question type"),
    "stem": ("stem", "question", "front", "term", "prompt", "q", "statement", "question text", "questions"),
    "text": ("text", "cloze"),
    "answer": (
        "answer",
        "back",
        "definition",
        "a",
        "correct",
        "correct answer",
        "right answer",
        "key",
        "solution",
        "answer key",
        "correct option",
        "right option",
        "correct choice",
    ),
    "answers": ("answers", "correct answers", "right answers", "correct options", "right options"),
    "distractors": ("distractors", "wrong answers", "incorrect answers", "wrong options", "wrong"),
    "options": ("options", "choices"),
    "accept": ("accept", "accepted", "also right", "alternatives"),
    "unit": ("unit",),
    "tolerance": ("tolerance",),
    "steps": ("steps",),
    "pairs": ("pairs",),
    "explanation": ("explanation", "feedback", "answer explanation", "rationale", "extra", "notes", "comment"),
    "hint": ("hint",),
    "topic": ("topic", "category", "subject", "chapter"),
    "tags": ("tags", "tag"),
    "guid": ("guid",),
}
NAMES = tuple(_COLUMNS)
"""The names of columns in quizgen's own words."""
_COLUMN_OF = {name: column for column, names in _COLUMNS.items() for name in names}
_SEVERAL = re.compile(
    r"(?:(?P<wrong>distractor|(?:wrong|incorrect)(?: (?:answer|option|choice)s?)?)"
    r"|option|choice|answer(?: (?:option|choice))?) ?(?:[0-9]{1,2}|[a-j])"
)
_ASIDE = re.compile(r"\s[-–—]\s.*", re.DOTALL)  # a template's remark on a column: "Question - max 120 characters"
_IN_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


def columns_named(titles: Sequence[str]) -> list[Column]:
    """Return the columns named ``titles``; a second column for the same field is ignored."""
    names = [_folded(title) for title in titles]
    by_letter = {"a", "b"} <= set(names)  # options named by letters
    columns: list[Column] = []
    for name in names:
        column = ("options", True) if by_letter and re.fullmatch("[a-h]", name) else _column(name)
        columns.append(("", False) if column in columns and not column[1] else column)
    return columns


def make_questions(columns: Sequence[Column]) -> bool:
    """Return whether ``columns`` are enough for questions."""
    keys = {key for key, _ in columns}
    return bool(keys & {"stem", "text"} and keys & {"answer", "answers", "text", "steps", "pairs"})


def _folded(name: str) -> str:
    return " ".join(
        re.sub(r"[_\-.:/]+|#(?=\d)", " ", _ASIDE.sub("", _IN_BRACKETS.sub("", name[:200])).strip().lower()).split()
    )


def _column(name: str) -> Column:
    if name in _COLUMN_OF:
        return _COLUMN_OF[name], False
    if found := _SEVERAL.fullmatch(name):
        return ("distractors" if found["wrong"] else "options"), True
    return "", False
