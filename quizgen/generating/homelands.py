"""Find the country that a text is about, which its sentences take for granted: "In 1984 Ida Lund became a minister"."""

import re
from collections import Counter
from collections.abc import Sequence

from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import is_place, place_kind
from quizgen.text.countries import are_people_of
from quizgen.text.folding import fold

_CAPITALS = re.compile(r"[A-ZÀ-Þ][\w’'-]*")
_TWO = re.compile(r"(?=(?P<name>\b[A-Z][a-z]+ [A-Z][a-z]+)\b)")
_IRREGULAR = {"american": "united states", "british": "britain", "greek": "greece", "soviet": "soviet union"}
"""The countries of adjectives that have few letters of their names."""
_WITH_ARTICLE = frozenset({"netherlands", "philippines", "soviet union", "united kingdom", "united states"})
_OPENING_SENTENCES, _OFTEN = 3, 2
"""The number of sentences that say where a text is set, and how often they do."""
_GOT = re.compile(
    r"How (?P<who>(?:the )?(?:[\w’'-]+ ){1,3}?)(?:gained|got|lost|won) "
    r"(?P<what>(?:(?:an?|the|their|its) )?[a-z-]+(?: [a-z-]+)?)"
)
"""A title such as "How Swedish cities got the tram"."""


def country_of(title: str, sentences: Sequence[str]) -> str | None:
    """Return the country that ``title`` names, or the first of ``sentences`` most often, or None if it is not clear.

    Only a country whose own name is in the text is certain: "Roman" does not mean Romania.
    """
    names = {name for text in (title, *sentences) for name in _names_in(text) if place_kind(name) == "country"}
    if len(named := _countries_in(title, names)) == 1:
        return next(iter(named))
    if named:
        return None
    counts = Counter[str]()
    for text in sentences[:_OPENING_SENTENCES]:
        counts += _countries_in(text, names)
    (first, often), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    return first if often >= _OFTEN and often > second else None


def places_in(sentences: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern for the well-known places and nationalities in ``sentences``, which say where something is."""
    words = {
        name.removesuffix("'s").removesuffix("’s")
        for text in sentences
        for name in _names_in(text)
        if is_place(name.removesuffix("'s").removesuffix("’s")) or (" " not in name and is_nationality(name))
    }
    return re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, words), key=len, reverse=True))})\b" if words else "(?!)")


def with_article(country: str) -> str:
    """Return the name of ``country`` as within a sentence: "the Netherlands"."""
    return f"the {country}" if fold(country) in _WITH_ARTICLE else country


def subject_of_question(title: str) -> str | None:
    """Return what a ``title`` of the form "How Swedish cities got the tram" is about: "Swedish cities and the tram"."""
    found = _GOT.fullmatch(title.lstrip("# ").strip())
    return f"{found['who'].strip()} and {found['what']}" if found is not None else None


def _names_in(text: str) -> list[str]:
    return [*_CAPITALS.findall(text), *(found["name"] for found in _TWO.finditer(text))]


def _countries_in(text: str, names: set[str]) -> Counter[str]:
    """Return how often ``text`` names each of the countries ``names``, or its people."""
    counts = Counter[str]()
    for word in _names_in(text):
        bare = word.removesuffix("'s").removesuffix("’s")
        of_people = (name for name in names if _is_of(bare, name))
        if (name := bare if bare in names else next(of_people, None)) is not None:
            counts[name] += 1
    return counts


def _is_of(word: str, country: str) -> bool:
    folded = fold(word)
    return _IRREGULAR.get(folded) == fold(country) or (
        is_nationality(word) and are_people_of(folded, fold(country)) and folded not in _IRREGULAR
    )
