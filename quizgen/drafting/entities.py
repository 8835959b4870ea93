"""Who and what an article names: one entity for all names of a thing, its type guessed, its role from the words beside.

The guesses go by the shape of names and the words next to them, in English; whoever curates the seed decides.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from quizgen.facts.model import EntityType
from quizgen.facts.telling import ROLES, Telling
from quizgen.values.folding import fold

_ORGANISATIONS = frozenset(
    """academy agency alliance army association bank board bureau church club college commission committee company
    congress corporation council court department federation force forces foundation fund government group guard inc
    institute institution laboratory league ltd ministry museum navy newspaper office organisation organization
    parliament party police press school senate service society union university""".split()
)
_PLACES = frozenset(
    """airport archipelago avenue bay bridge canal canyon castle city coast county desert district forest gulf hill
    hills island islands isle lake mount mountain mountains ocean park peninsula plateau province region republic river
    road sea square state states strait street town valley village""".split()
)
_EVENTS = frozenset(
    """battle championship conference congress cup day election exhibition expedition festival fire flood games
    olympics rebellion revolution siege summit treaty war""".split()
)
_ACTS = (
    r"said|says|told|wrote|writes|argued|claimed|concluded|announced|noted|added|warned|proposed|described|published|"
    r"discovered|invented|founded|reported|stated|explained|suggested|won|died|married|became|was born|tested|found"
)
_PERSON_AFTER = re.compile(rf"(?:'s|’s)?,?\s+(?:had |has |also |later |then |himself |herself )?(?:{_ACTS})\b")
_PLACE_BEFORE = re.compile(r"\b(?:in|at|near|across|around|outside|north of|south of|east of|west of)\s+(?:the\s+)?$")
_PEOPLE = re.compile(r"(?:an|ish|ese|ch|ic|iet)$")
_PEOPLES = re.compile(r"(?:an|ish)s$")
_WORDS_BESIDE = 6
_ROLE_BEFORE = re.compile(r"(?:[\w'’-]+\s+)+$")
_BEFORE_ROLE = frozenset("a an the and but by when while that then in of to with his her their".split())
_ROLE_AFTER = re.compile(r"^,\s+(?:then\s+)?(?:the|a|an)\s+([^,.;:()]+?)(?=[,.;:()])")


@dataclass
class Found:
    """An entity as far as its looks tell; ``name`` is the fullest of its names."""

    name: str
    type: EntityType | None
    """None where nothing tells it."""
    aliases: list[str] = field(default_factory=list)
    role: str | None = None


def gather(told: Iterable[tuple[str, Sequence[Telling]]]) -> dict[str, Found]:
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
        kind = _type(written[key], beside)
        found[key] = new = Found(written[key], kind, role=_role(beside) if kind == "person" else None)
        if kind == "person":
            surnames.setdefault(key.split()[-1], new)
        else:
            initials.setdefault("".join(word[0] for word in new.name.split() if word[0].isupper()), new)
    return {key: found[key] for key in places if key in found}


def _is_of_a_people(name: str, beside: Sequence[tuple[str, str]]) -> bool:
    """Whether ``name`` is an adjective such as German: it always stands before what it describes."""
    if " " in name:
        return False
    describes = all(re.match(r" [a-z\d]", after) for _, after in beside)
    return bool(_PEOPLES.search(name)) or (bool(_PEOPLE.search(name)) and describes)


def _type(name: str, beside: Sequence[tuple[str, str]]) -> EntityType | None:
    parts = name.split()
    words = [word.lower() for word in re.findall(r"[^\W\d_]+", name)]
    if any(word in _ORGANISATIONS for word in words):
        return "organisation"
    if any(word in _EVENTS for word in words) or re.search(r"\b\d{4}$", name):
        return "event"
    if any(word in _PLACES for word in words):
        return "place"
    if name.isalpha() and name.isupper():
        return "organisation"
    if _role(beside) is not None:
        return "person"
    if len(parts) == 1 and any(_PLACE_BEFORE.search(before) for before, _ in beside):
        return "place"
    if any(_PERSON_AFTER.match(after) or _last_word(before) in ROLES for before, after in beside):
        return "person"
    if any(_PLACE_BEFORE.search(before) for before, _ in beside):
        return "place"
    return "person" if len(parts) in (2, 3) and all(part[0].isupper() for part in parts) else None


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
