"""Who and what an article names: one entity for all names of a thing, its type guessed, its role from the words beside.

The guesses go by the shape of names and the words next to them, in English; whoever curates the seed decides.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from quizgen.facts.model import EntityType
from quizgen.grading.given_names import GIVEN_NAMES
from quizgen.text.folding import fold
from quizgen.text.lexicon import EVENTS, JOINS, ORGANISATIONS, PLACES, ROLES, TITLES
from quizgen.text.mentions import Mention

_ACTS = (
    r"said|says|told|wrote|writes|argued|claimed|concluded|announced|noted|added|warned|proposed|described|published|"
    r"discovered|invented|founded|reported|stated|explained|suggested|won|died|married|became|was born|tested|found"
)
_PERSON_AFTER = re.compile(rf"\s+(?:had |has |also |later |then |himself |herself )?(?:{_ACTS})\b(?! off)")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|across|around|outside|north of|south of|east of|west of)\s+(?:the\s+)?$")
_THING_BEFORE = re.compile(
    r"(?:\b(?:the|a|an|its|their|his|her|our|this|that|called|named|newspaper|magazine|ship|firm|book|film|on)\s+[“\"]?|['’]s\s|\*)$"
)
_STATES = frozenset({"US", "U.S.", "USA", "U.S.A.", "UK", "U.K.", "UAE", "USSR"})
_QUARTERS = frozenset("North South East West Northern Southern Eastern Western Central Latin".split())
_BEFORE_PLACES = frozenset({"St.", "Mt.", "Fort", "Port"})
_THINGS = frozenset("act award bill code constitution express game law link medal prize protocol".split())
_PEOPLE = re.compile(r"(?:an|ish|ese|ch|ic|iet)$")
_PEOPLES = re.compile(r"(?:an|ish)s$")
_WORDS_BESIDE = 6
_ROLE_BEFORE = re.compile(r"(?:[\w'’-]+\s+)+$")
_BEFORE_ROLE = frozenset("a an the and but by when while that then in of to with his her their".split())
_ROLE_AFTER = re.compile(r"^,\s+(?:then\s+)?(?:(?:the|a|an|his|her|their)\s+)?([^,.;:()]+?)(?=[,.;:()])")


@dataclass
class Found:
    """An entity as far as its looks tell; ``name`` is the fullest of its names."""

    name: str
    type: EntityType | None
    """None where nothing tells it."""
    aliases: list[str] = field(default_factory=list)
    role: str | None = None


def gather(told: Iterable[tuple[str, Sequence[Mention]]]) -> dict[str, Found]:
    """The entities of an article, by each of their names folded; ``told`` are its sentences with what they tell."""
    places: dict[str, list[tuple[str, str]]] = {}
    written: dict[str, str] = {}
    for sentence, tellings in told:
        for one in tellings:
            if one.kind == "name":
                key = fold(one.text)
                written.setdefault(key, one.text)
                places.setdefault(key, []).append((sentence[: one.start], sentence[one.end :]))
    found: dict[str, Found] = {}
    surnames: dict[str, Found] = {}
    initials: dict[str, Found] = {}
    # The fullest names first, so that a surname finds its owner.
    for key in sorted(places, key=lambda name: -len(name.split())):
        beside = places[key]
        if _is_of_a_people(written[key], beside):
            continue
        owner = surnames.get(key) or initials.get(written[key])
        if owner is not None:
            owner.aliases.append(written[key])
            owner.role = owner.role or _role(beside)
            found[key] = owner
            continue
        kind = _type(written[key], beside, places)
        found[key] = new = Found(written[key], kind, role=_role(beside) if kind == "person" else None)
        if kind == "person":
            for surname in _surnames(key):
                surnames.setdefault(surname, new)
        else:
            initials.setdefault("".join(word[0] for word in new.name.split() if word[0].isupper()), new)
    return {key: found[key] for key in places if key in found}


def _surnames(name: str) -> Iterator[str]:
    """Meer and van der Meer of Pieter van der Meer."""
    words = name.split()
    start = len(words) - 1
    yield words[start]
    while start > 1 and words[start - 1] in JOINS:
        start -= 1
        yield " ".join(words[start:])


def _is_of_a_people(name: str, beside: Sequence[tuple[str, str]]) -> bool:
    """Whether ``name`` is an adjective such as German: it always stands before what it describes."""
    if " " in name:
        return name.split(maxsplit=1)[0] in _QUARTERS and bool(_PEOPLE.search(name) or _PEOPLES.search(name))
    describes = all(re.match(r" [a-z\d]", after) for _, after in beside)
    return bool(_PEOPLES.search(name)) or (bool(_PEOPLE.search(name)) and describes)


def _type(name: str, beside: Sequence[tuple[str, str]], used: Collection[str]) -> EntityType | None:
    """What ``name`` is by its words and those beside it; ``used`` are all names of the article, folded."""
    parts = name.split()
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", name)]
    if name in _STATES or parts[0] in _BEFORE_PLACES:
        return "place"
    if words and words[-1] in _THINGS:
        return None
    if any(word in ORGANISATIONS for word in words):
        return "organisation"
    if any(word in EVENTS for word in words) or re.search(r"\b\d{4}$", name):
        return "event"
    if any(word in PLACES for word in words):
        return "place"
    if (name.isalpha() and name.isupper()) or "&" in name:
        return "organisation"
    if _role(beside) is not None or any(_last_word(before) in TITLES for before, _ in beside):
        return "person"
    if len(parts) == 1 and any(_PLACE_BEFORE.search(before) for before, _ in beside):
        return "place"
    if any(_PERSON_AFTER.match(after) or _last_word(before) in ROLES for before, after in beside):
        return "person"
    if any(_PLACE_BEFORE.search(before) for before, _ in beside):
        return "place"
    if any(_THING_BEFORE.search(before) for before, _ in beside) or not 2 <= len(parts) <= 4:
        return None
    is_surname = any(surname in used for surname in _surnames(fold(name)))
    looks_so = len(parts) < 4 and all(part[0].isupper() and len(part) > 1 and not part.isupper() for part in parts)
    return "person" if words[0] in GIVEN_NAMES or is_surname or looks_so else None


def _last_word(text: str) -> str:
    words = re.findall(r"[^\W\d_]+", text)
    return words[-1].lower() if words else ""


def _role(beside: Sequence[tuple[str, str]]) -> str | None:
    for before, after in beside:
        if _last_word(before) in ROLES and (stands := _ROLE_BEFORE.search(before)):
            words = stands[0].split()
            limits = [place for place, word in enumerate(words, 1) if word.lower() in _BEFORE_ROLE]
            words = words[limits[-1] if limits else 0 :][-_WORDS_BESIDE:]
        elif (stands := _ROLE_AFTER.match(after)) and any(word.lower() in ROLES for word in stands[1].split()):
            words = stands[1].split()[:_WORDS_BESIDE]
        else:
            continue
        role = " ".join(words)
        return role[0].upper() + role[1:]
    return None
