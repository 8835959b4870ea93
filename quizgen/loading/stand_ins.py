"""Neutral values for required parts of a file that have errors, so that the checks of all parts together still run.

They are never returned: each is chosen so that no check can object to it.
"""

from collections.abc import Mapping
from typing import Any

from quizgen.facts.model import Seed
from quizgen.loading.files import SetFile
from quizgen.questions.base import Model

CITATION = {"paragraph": 1}

_ANSWER = "\N{SYMBOL FOR NULL}"
IN_ITEMS: Mapping[str | int, Any] = {
    "id": "x",
    "stem": "x",
    "answer": _ANSWER,
    "answers": [_ANSWER],
    "citation": CITATION,
}
"""Values for required keys of a question or a fact. What a check finds in such a value itself is no error."""


def stand_ins(model: type[Model], parts: Mapping[str, Any]) -> dict[str, Any]:
    """Return a value for each required field of ``model`` that is missing or empty in the sound ``parts``."""
    values: dict[str, Any] = {}
    if model is Seed:
        values = _of_seed(parts)
    elif model is SetFile:
        values = {"id": "x", "title": "x"}
    return {name: value for name, value in values.items() if not parts.get(name)}


def _of_seed(parts: Mapping[str, Any]) -> dict[str, Any]:
    used = {item.topic for name in ("facts", "orders", "matches") for item in parts.get(name) or () if item.topic}
    topics = dict.fromkeys(used or {"x"}, "x")
    fact = {"id": "x", "topic": next(iter(parts.get("topics") or topics)), "statement": "{{c1::x}}"}
    return {
        "id": "x",
        "source": {"title": "x", "text": "x.md"},  # it names a text, so that quotes are allowed
        "topics": topics,
        "facts": [{**fact, "citation": CITATION}],
    }
