"""Verbs that are recognized by their form: the third person singular of verbs that are hardly ever nouns, and pasts."""

from functools import cache

from quizgen.text.data_files import data_file
from quizgen.text.words import listed

SINGULAR_AUXILIARIES = frozenset({"is", "was", "has", "does"})
"""The forms of auxiliary verbs that follow a subject in the singular only."""

_IRREGULAR_PASTS = listed(
    "became began brought built came chose drew fell fought found gave grew held kept knew led lost made met ran rose"
    " sang sent sold spent stood taught told took went won wrote"
)


@cache
def _third_persons() -> frozenset[str]:
    verbs = data_file("verbs.txt").read_text(encoding="ascii").split()
    return frozenset(map(_third_person, verbs))


def _third_person(verb: str) -> str:
    """Return the third person singular of a regular verb: carries, teaches, grows."""
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return f"{verb[:-1]}ies"
    return f"{verb}es" if verb.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{verb}s"


def is_third_person(word: str) -> bool:
    """Return whether ``word`` (lower case) is the third person singular of a verb, and hardly ever a plural noun."""
    return word.endswith("s") and word in _third_persons()


def is_plural_verb(word: str) -> bool:
    """Return whether ``word`` (lower case) is the plural of a verb in the present, and hardly ever a noun: breathe."""
    return _third_person(word) in _third_persons()


def is_irregular_past(word: str) -> bool:
    """Return whether ``word`` (lower case) is the past of a frequent irregular verb: wrote, won."""
    return word in _IRREGULAR_PASTS
