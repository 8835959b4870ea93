"""Measure whether the rest of a cloze says enough to decide what belongs in its blanks."""

import re
from collections.abc import Sequence

from quizgen.questions.marks import Mark, find_marks, unmarked
from quizgen.text.content_words import content, words_of
from quizgen.text.lazy_pattern import lazy_pattern

ENOUGH = 3
"""How many words about the subject are enough for any number of blanks."""
_MARK = lazy_pattern(r"\{\{c\d+::.*?\}\}", re.DOTALL)
WORDS_PER_BLANK = 2
"""How many words about the subject each of several blanks needs, so that no more than a third is hidden."""
SHORT, OF_SHORT = 12, 2
"""A statement of fewer words is short, and this is the largest number of blanks in one."""
_IN_A_ROW = lazy_pattern(r"\}\} ?\{\{")
NAME = lazy_pattern(r"(?<=[a-z,] )[A-Z][a-z]+")
"""A name inside a sentence."""


def is_decidable(text: str, marks: Sequence[Mark] | None = None) -> bool:
    """Return whether ``text``, with marks, says enough about its blanks when all of them are hidden.

    ``marks`` are those of ``find_marks``, if they have been found already.
    """
    marks = find_marks(text) if marks is None else marks
    hints = sum(mark.hint is not None for mark in marks)
    rest = _MARK.sub(" ", text)
    # A name says more than any other word: only one person released Anki.
    left = len(set(content(words_of(rest)))) + len(NAME.findall(rest)) + hints
    # A single lower-case word may be an exercise in grammar, where a short sentence is enough.
    is_word = len(marks) == 1 and marks[0].answer.islower() and " " not in marks[0].answer
    return left >= (1 if is_word else min(len(marks) + 1, ENOUGH))


def is_crowded(text: str) -> bool:
    """Return whether ``text``, with marks, has so many blanks that hardly anybody can fill all of them."""
    marks = find_marks(text)
    if len(marks) < 2:
        return False
    rest = _MARK.sub(" ", text)
    return (
        len(set(content(words_of(rest)))) < WORDS_PER_BLANK * len(marks)
        or (len(marks) > OF_SHORT and len(unmarked(text).split()) < SHORT)
        or _IN_A_ROW.search(text) is not None
    )
