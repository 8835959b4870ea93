"""Answers of several parts, in any order."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.given_names import SHORT_FORMS
from quizgen.grading.words import Phrase, phrase, singulars

_SEPARATOR = re.compile(r"\s*(?:[,;/&\n]|\band\b|\+)\s*(?:and\b\s*)?", re.IGNORECASE)


def same_list(form: Phrase, given: Phrase, task: AnswerKey) -> bool:
    """The same parts in any order: Chile and Argentina, Argentina and Chile. No part may be missing or added."""
    parts, given_parts = _parts(form.text), _parts(given.text)
    return len(parts) >= 2 and parts == given_parts


def _parts(text: str) -> frozenset[tuple[str, ...]]:
    pieces = (phrase(piece).words for piece in _SEPARATOR.split(text) if piece.strip())
    return frozenset(singulars(_full_name(words)) for words in pieces if words)


def _full_name(words: tuple[str, ...]) -> tuple[str, ...]:
    """A given name alone in its usual full form: Vince is Vincent."""
    return (SHORT_FORMS.get(words[0], words[0]),) if len(words) == 1 else words
