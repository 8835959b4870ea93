"""Propose matching questions that can be answered only by knowing who did what."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from quizgen.facts.model import Entity, RoleMatch, Seed
from quizgen.generating.asked import is_kind_of_place
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.given_names import is_woman
from quizgen.generating.lookalikes import may_be_confused
from quizgen.generating.subject_of_stem import with_subject
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.text.content_words import content_set, words_of
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lexicon import EVENTS, ORGANISATIONS, PLACES, ROLES
from quizgen.text.noun_kinds import is_kind_of

FEWEST, MOST = 3, 5
"""Fewest and most pairs in a proposed question."""

_GROUP = re.compile(r"[a-z][a-z -]*(?:[^s]|ss)")
_PLACE_NOUNS = PLACES | frozenset("capital continent country state".split())
_NOUNS = {"person": ROLES, "place": _PLACE_NOUNS, "organization": ORGANISATIONS, "event": EVENTS}
"""Nouns for entities of each type, by which a group can be named in a stem: "Match each river …"."""

_PRONOUN = re.compile(r"\b(?:it|them|him)\b")
"""What a role cannot refer to, as nothing is before it: "Called it a wonder"."""

_DEED = re.compile(rf"(?:{IRREGULAR_PAST}|[a-z]{{2,}}ed) (?!(?:by|of)\b)", re.IGNORECASE)
"""The beginning of a role that says what somebody did: "Built a tower"."""

_HERS, _HIS = re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE), re.compile(r"\b(?:he|his)\b", re.IGNORECASE)


def find_matches(seed: Seed, sentences: Sequence[str] = ()) -> Iterator[RoleMatch]:
    """Propose a question for each type and group with enough entities whose roles give nothing away.

    ``sentences`` are those of the text, which may say what its title is about.
    """
    groups: dict[tuple[str, str | None], dict[str, str]] = defaultdict(dict)
    for key, entity in seed.entities.items():
        if (
            entity.role
            and may_be_confused(entity)
            and _PRONOUN.search(entity.role) is None
            and not content_set(entity.role) & content_set(" ".join(entity.names))
        ):
            groups[entity.type, entity.group].setdefault(fold(entity.role), key)
    names = EntityNames(seed.entities.values())
    told = {one.name for fact in seed.facts for one in names.named_in(fact.plain)}
    stems: set[str] = set()
    for (kind, group), by_role in groups.items():
        entities = {key: seed.entities[key] for key in by_role.values()}
        if kind == "person":
            entities = _of_either_sex(entities)
        # Whom a fact names comes first, since nobody has to know the others.
        possible = _neutral(_distinct(entities))
        first = sorted(possible, key=lambda key: seed.entities[key].name not in told)[:MOST]
        keys = [key for key in possible if key in first]
        roles = [entities[key].role or "" for key in keys]
        noun = (
            group if group is not None and _is_noun(group, kind) and _all_are(group, kind, entities.values()) else kind
        )
        stem = f"Match each {noun} with {_what_of(kind, roles)}."
        stem = with_subject(stem, seed, roles, sentences)
        if len(keys) >= FEWEST and stem not in stems:
            stems.add(stem)
            yield RoleMatch(id=keys[0], stem=stem, entities=tuple(keys))


def _of_either_sex(people: dict[str, Entity]) -> dict[str, Entity]:
    """Return the ``people`` without those whose role shows that it is a man's or a woman's, if others are not."""
    women = [is_woman(one.name) for one in people.values()]
    # Kings and others whose names say nothing are mostly men.
    telling = [word for word, tells in ((_HERS, not all(women)), (_HIS, any(women))) if tells]
    return {key: one for key, one in people.items() if not any(word.search(one.role or "") for word in telling)}


def _what_of(kind: str, roles: Sequence[str]) -> str:
    """Return what entities of this ``kind`` are matched with: "what they did" if most of their ``roles`` are deeds."""
    if kind != "person":
        return "its description"
    return "what they did" if 2 * sum(_DEED.match(role) is not None for role in roles) > len(roles) else "their role"


def _is_noun(group: str, kind: str) -> bool:
    """Return whether ``group`` is a noun in the singular for entities of type ``kind``, unlike "dutch"."""
    noun = group.rsplit(maxsplit=1)[-1]
    return _GROUP.fullmatch(group) is not None and (
        noun in _NOUNS[kind] or (kind == "place" and noun != "water" and is_kind_of_place(noun))
    )


def _all_are(group: str, kind: str, entities: Iterable[Entity]) -> bool:
    """Return whether the roles of ``entities`` call all people by the noun of ``group``, and nobody by another one."""
    noun = group.rsplit(maxsplit=1)[-1]
    roles = [frozenset(words_of((one.role or "").lower())) for one in entities]
    return all(ROLES & words <= {noun} and (kind != "person" or noun in words) for words in roles)


def _distinct(entities: dict[str, Entity]) -> dict[str, Entity]:
    """Return the entities whose role does not also fit one with a longer role: "Economist" for a British economist."""
    roles = {key: content_set(one.role or "") for key, one in entities.items()}
    fitting = {key: one for key, one in entities.items() if not any(roles[key] < other for other in roles.values())}
    return {
        key: one
        for key, one in fitting.items()
        if not any(_includes(one.role or "", other.role or "") for other in fitting.values())
    }


def _includes(role: str, other: str) -> bool:
    """Return whether whoever has the ``other`` role has this one, too: a poet is a writer."""
    nouns, others = (ROLES.intersection(words_of(each.lower())) for each in (role, other))
    is_bare = 1 in {len(content_set(role)), len(content_set(other))}
    return is_bare and any(one != noun and is_kind_of(one, noun) for noun in nouns for one in others)


def _neutral(entities: dict[str, Entity]) -> list[str]:
    """Return the keys of the entities whose roles name no other of them."""
    names = {key: [fold(name) for name in entity.names] for key, entity in entities.items()}
    return [
        key
        for key, entity in entities.items()
        if not any(
            occurs_in(name, fold(entity.role or "")) for other in entities if other != key for name in names[other]
        )
    ]
