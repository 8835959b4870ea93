"""Kinds of things: which nouns name a kind of what other nouns name, according to WordNet."""

from functools import cache, lru_cache
from typing import NamedTuple

from quizgen.text.sorted_lines import SortedLines
from quizgen.text.word_forms import singular


class _Senses(NamedTuple):
    """The senses of a noun as places in a tree of kinds, in which everything below a kind follows it."""

    spans: tuple[range, ...]
    """For each sense, the most common first, its own place and the places of all its kinds."""
    places: frozenset[int]
    """Their own places, and those of the kinds to which a sense belongs besides the branch that it is on."""


@cache
def _nouns() -> SortedLines:
    return SortedLines.from_data("nouns.txt.gz")


@lru_cache(maxsize=8192)
def _senses_of(noun: str) -> _Senses | None:
    """Return the senses of ``noun`` (lower case, singular or plural); None if it is unknown."""
    line = _line_of(singular(noun)) or _line_of(noun)  # bones are also an instrument
    if line is None:
        return None
    own, _, above = line.partition(";")
    spans = []
    for place in own.split(","):
        first, _, below = place.partition("+")
        spans.append(range(int(first, 36), int(first, 36) + int(below or "0", 36) + 1))
    places = {span[0] for span in spans}.union(int(place, 36) for place in above.split(",") if place)
    return _Senses(tuple(spans), frozenset(places))


def _line_of(noun: str) -> str | None:
    if not (noun.isascii() and noun.isalpha()):
        return None
    line = _nouns().find(f"{noun}:".encode())
    return None if line is None else line.decode()


def is_noun(word: str) -> bool:
    """Return whether ``word`` (lower case) is a known noun."""
    return word.isalpha() and _senses_of(word) is not None


def is_kind_of(noun: str, kind: str) -> bool:
    """Return whether ``noun`` names a kind of ``kind``, or the same thing, in any sense of both: a spleen, an organ."""
    senses, kinds = _senses_of(noun), _senses_of(kind)
    if senses is None or kinds is None:
        return False
    return any(place in branch for branch in kinds.spans for place in senses.places)


def is_mainly(noun: str, kind: str) -> bool:
    """Return whether ``noun`` names a kind of ``kind`` in its most common sense and any sense of ``kind``."""
    senses, kinds = _senses_of(noun), _senses_of(kind)
    return senses is not None and kinds is not None and any(senses.spans[0][0] in branch for branch in kinds.spans)


def is_first_kind_of(noun: str, kind: str) -> bool:
    """Return whether ``noun`` names a kind of ``kind`` in the most common sense of both."""
    senses, kinds = _senses_of(noun), _senses_of(kind)
    return senses is not None and kinds is not None and senses.spans[0][0] in kinds.spans[0]


def are_one_sense(one: str, other: str) -> bool:
    """Return whether both nouns are known, have one sense each, and mean the same."""
    first, second = _senses_of(one), _senses_of(other)
    if first is None or second is None or not len(first.spans) == len(second.spans) == 1:
        return False
    return first.spans == second.spans
