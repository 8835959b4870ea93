"""Decide whether two entities are alike enough that neither stands out among options.

A king does not hide among mayors, a priest or a colonel not among engineers, a province not among states, and
a society not among boards.
"""

import re

from quizgen.facts.model import Entity
from quizgen.generating.gazetteer import place_kind
from quizgen.generating.given_names import is_woman
from quizgen.text.content_words import words_of
from quizgen.text.folding import fold
from quizgen.text.titles import KINGS, LADIES, LORDS, NOBLES, OFFICERS, QUEENS

_ROYAL_GROUPS = frozenset("royal royals royalty ruler rulers monarch monarchs".split())
"""Groups in which nobody has a title that the others lack."""
_COUNTRY_GROUPS = frozenset("country countries kingdom kingdoms nation nations".split())
"""Groups in which a region was a country once: Prussia."""
_TOWN_GROUPS = frozenset("city cities town towns port ports capital capitals".split())
_ALSO_CITIES = frozenset(
    ("new york", "quebec", "luxembourg", "monaco", "panama", "guatemala", "mexico", "singapore", "gibraltar")
)
"""Names of states, regions and countries that are also those of cities."""
_RULERS = KINGS | QUEENS | frozenset("sultan shah pharaoh monarch".split())
_CLERGY = frozenset("father pope saint st bishop archbishop cardinal abbot brother sister reverend rev".split())
_NOBLES = NOBLES | {"prince", "princess"}
_OFFICERS = OFFICERS | {"brigadier", "commodore"}
_REGNAL = re.compile(
    r"(?<=\w )(?:I{1,3}|IV|VI{0,3}|IX|XI{0,3}|XI?V|XVI{0,3}|XI?X)$|\bthe (?!Elder\b|Younger\b)[A-Z]\w+$"
)
"""The end of a ruler's name: "Ida II", "William the Conqueror"."""
_KINDS_OF_ORGANIZATION = tuple(
    frozenset(words.split())
    for words in (
        "academy association club institute institution league society union",
        "agency board bureau commission committee council department ministry office",
        "bank company corporation firm",
        "college school university",
        "journal magazine news newspaper",
        "museum gallery library",
        "army navy force forces regiment",
    )
)
_PART_OF_GROUP = re.compile(r"[\s-]+")
_EPITHET = re.compile(r" (?:of|the) |^the ", re.IGNORECASE)
_MENS_TITLES = KINGS | LORDS | frozenset("sultan shah prince father".split())
_WOMENS_TITLES = QUEENS | LADIES | frozenset("tsarina princess sister".split())
_ASKED = r"\b(?:[Ww]hich|[Ww]hat) (?:[\w-]+ )?"
_HE = re.compile(rf"\b(?:he|his|him|himself)\b|{_ASKED}(?:king|emperor|prince|man)\b")
_SHE = re.compile(rf"\b(?:she|her|herself)\b|{_ASKED}(?:queen|empress|princess|woman)\b")


def is_ruler(person: Entity) -> bool:
    """Return whether the name, the group or the role of ``person`` is that of a king or queen, for example."""
    return _rank(person) == "ruler"


def is_narrow(entity: Entity) -> bool:
    """Return whether the group of ``entity`` says more than its kind: "norwegian-town"."""
    return entity.group is not None and len(_PART_OF_GROUP.split(entity.group)) > 1


def has_surname(person: Entity) -> bool:
    """Return whether ``person`` has a first name and a surname, or a title, unlike Trajan and Pliny the Younger.

    Alexander Campbell of Fonab has both names, too.
    """
    if _rank(person) != "commoner":
        return True
    return " " in _EPITHET.split(person.name)[0]


def is_alike(one: Entity, other: Entity) -> bool:
    """Return whether the names of ``one`` and ``other`` show no difference in rank or in the kind of place or body."""
    if one.type == "place":
        kinds = _kind_of_place(one), _kind_of_place(other)
        was_country = one.group == other.group and one.group in _COUNTRY_GROUPS and {*kinds} <= {"country", "region"}
        return None in kinds or kinds[0] == kinds[1] or was_country
    if one.type == "organization":
        bodies = _organization_kind(one.name), _organization_kind(other.name)
        return None in bodies or bodies[0] == bodies[1]
    return one.type != "person" or _rank(one) == _rank(other)


def is_excluded_by_pronoun(entity: Entity, stem: str, own: Entity) -> bool:
    """Return whether a pronoun or noun in ``stem`` excludes ``entity``: "Which queen …?", "Who taught his pupils?".

    If ``own``, the answer, is a woman, "her" excludes everybody who is not known to be one.
    """
    if entity.type != "person":
        return False
    woman = _is_woman(entity)
    if _SHE.search(stem) is not None:
        return woman is False or (woman is None and _is_woman(own) is True)
    return woman is True and _HE.search(stem) is not None


def _kind_of_place(place: Entity) -> str | None:
    """Return what kind of place ``place`` is; its group decides about one that is a city and a state or a country."""
    is_town = place.group is not None and _PART_OF_GROUP.split(place.group)[-1] in _TOWN_GROUPS
    return "city" if is_town and fold(place.name) in _ALSO_CITIES else place_kind(place.name)


def _is_woman(person: Entity) -> bool | None:
    title = next(iter(words_of(person.name)), "")
    return True if title in _WOMENS_TITLES else False if title in _MENS_TITLES else is_woman(person.name)


def _organization_kind(name: str) -> int | None:
    """Return what kind of organization ``name`` is: a number that is the same for a board and a commission."""
    found = (number for word in words_of(name) for number, words in enumerate(_KINDS_OF_ORGANIZATION) if word in words)
    return next(found, None)


def _rank(person: Entity) -> str:
    if person.group in _ROYAL_GROUPS:
        return "ruler"
    words = words_of(person.name)
    first = words[0] if words else ""
    if _REGNAL.search(person.name) or first in _RULERS or _RULERS.intersection(words_of(person.role or "")[:1]):
        return "ruler"
    if first in _CLERGY:
        return "clergy"
    if first in _OFFICERS:
        return "officer"
    return "noble" if first in _NOBLES else "commoner"
