"""The settings of a question that no card shows, as JSON in a spare field of its note.

They come back when a deck is imported. Anki keeps fields only: the column ``data`` of a note, and files that no field
names, are lost when a collection is exported again. Most notes have no such settings, and their field is empty.
"""

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from quizgen.markup import escape_literal
from quizgen.questions import ClozeQuestion, NumberQuestion, Question, ShortQuestion
from quizgen.questions.kinds import Kind
from quizgen.text.numbers import parse_decimal

KEY = "settings"
_JSON = json.JSONEncoder(ensure_ascii=False)
_TYPED = ("reject", "grading", "answer_language", "language")
_FIELDS: Mapping[Kind, tuple[str, ...]] = {
    "card": (),
    "choice": (),
    "multiple": (),
    "true_false": (),
    "short": ("pattern", "type", *_TYPED),
    "number": ("tolerance", "accept", *_TYPED),
    "cloze": _TYPED,
    "order": (),
    "match": (),
}
"""The fields of each kind that are kept as settings, besides those of every question."""
_OF_EVERY_QUESTION = ("priority",)
NAMES = frozenset({"kind", *_OF_EVERY_QUESTION}.union(*_FIELDS.values()))
"""All fields that may be among the settings of a question."""


def settings_of(question: Question) -> dict[str, Any]:
    """Return the fields of ``question`` that the other fields of its note do not hold, as an author would write them.

    Other accepted answers are among them only if the list on the card could be read in two ways, and the kind only if
    the note of another kind would look the same.
    """
    names = {name for name, usual in _defaults(type(question)) if getattr(question, name) != usual}
    match question:
        case ShortQuestion() if not {*",;"}.isdisjoint("".join(question.accept)):
            names.add("accept")
        case ClozeQuestion() if not {*",;()"}.isdisjoint("".join(map("".join, question.accept.values()))):
            names.add("accept")
    settings = question.model_dump(include=names, exclude_defaults=True, mode="json") if names else {}
    return {**_kind(question), **settings}


@cache
def _defaults(model: type[Question]) -> tuple[tuple[str, Any], ...]:
    """Return the names of the fields that are kept for questions of this class, with their defaults."""
    names = (*_OF_EVERY_QUESTION, *_FIELDS[model.model_fields["kind"].default])
    return tuple((name, model.model_fields[name].get_default(call_default_factory=True)) for name in names)


def _kind(question: Question) -> dict[str, Any]:
    """Return the kind of a typed question if its note does not show whether it asks for a number."""
    match question:
        case ShortQuestion() if parse_decimal(question.answer) is not None:
            return {"kind": question.kind}
        case NumberQuestion() if question.unit is None and question.bounds[0] == question.bounds[1]:
            return {"kind": question.kind}
    return {}


def data_field(data: Mapping[str, Any], question: Question) -> str:
    """Return ``data``, which a card's script reads, with the settings of ``question``, as JSON in HTML; or nothing."""
    settings = settings_of(question)
    everything = {**data, KEY: settings} if settings else data
    return escape_literal(_JSON.encode(everything)) if everything else ""


def blank_answers(accept: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """Return the other accepted answers of each blank that has any, by the number of the blank."""
    return {name.removeprefix("c"): texts for name, texts in accept.items() if texts}
