"""What the searches through the English of a stem have in common."""

import re
from collections.abc import Iterable

from quizgen.text import dates
from quizgen.text.lazy_pattern import lazy_pattern

SEVERAL_SENTENCES = lazy_pattern(r"[.!?;:]\s")
"""Between sentences: in a stem with several, the last one may refer to the case that the others describe."""
AUXILIARY = r"(?:did|do|does|was|were|is|are|has|have|had|can|could|will|would|should|may|might|must)(?:n['’]t)?"
NEGATED = tuple(
    f"{verb}n{sign}t"
    for verb in "is are was were do does did has have had ca wo would could should".split()
    for sign in "'’"
)
"""Verbs with "not" in their short form: isn't."""
YEAR = lazy_pattern(rf"\b{dates.YEAR}\b")
"""A number that is probably a year."""
OF_OPTIONS = (["of", "these"], ["of", "those"], ["of", "the"])
"""How a stem refers to its options after "which": "Which of these minerals …"."""


def possessives(words: Iterable[str]) -> frozenset[str]:
    """Return ``words`` and their possessives, each of which is one word of a stem."""
    return frozenset(f"{word}{ending}" for word in words for ending in ("", "'s", "’s"))


def names_something(text: str) -> bool:
    """Return whether ``text`` contains a name: a capitalized word that is not its first."""
    return any(word[0].isupper() and word != "I" for word in re.findall(r"[^\W\d_]+", text)[1:])
