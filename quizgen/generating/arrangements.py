"""Propose order and matching questions that can be answered only by knowing the dates and the roles."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice, pairwise
from math import ceil
from typing import TypeVar

from quizgen.facts.model import Dated, Entity, EventOrder, Fact, RoleMatch, Seed
from quizgen.generating.asked import is_kind_of_place
from quizgen.generating.chronology import connecting_words
from quizgen.generating.given_names import is_woman
from quizgen.generating.lead_ins import lead_in_of
from quizgen.generating.lookalikes import may_be_confused
from quizgen.generating.noun_phrases import VAGUE
from quizgen.generating.tenses import IRREGULAR_PAST
from quizgen.generating.topic import topic_of
from quizgen.text.content_words import content, words_of
from quizgen.text.dates import PartialDate
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lexicon import EVENTS, ORGANISATIONS, PLACES, ROLES
from quizgen.text.noun_kinds import is_kind_of

FEWEST, MOST = 3, 5
"""Fewest and most events or pairs in a proposed question."""
_LOPSIDED = 3
"""How many times longer one of two intervals has to be, so that the order of the events at its ends is obvious."""
_NEAR = 20
"""An interval of so many years is never obvious."""
_FAR = 60
"""If all events are so many years apart, each is of an age of its own."""
_FEW_YEARS = 8
"""Events of so many years are asked for only if one leads to another."""

_GROUP = re.compile(r"[a-z][a-z -]*(?:[^s]|ss)")
_PLACE_NOUNS = PLACES | frozenset("capital continent country state".split())
_NOUNS = {"person": ROLES, "place": _PLACE_NOUNS, "organization": ORGANISATIONS, "event": EVENTS}
"""Nouns for entities of each type, by which a group can be named in a stem: "Match each river …"."""

_BIRTH_OR_DEATH = re.compile(r"\b(?:(?:is|was|were|are) born|dies|died)\b")
"""What is before or after everything else that somebody does."""

_PRONOUN = re.compile(r"\b(?:it|them|him)\b")
"""What a role cannot refer to, as nothing is before it: "Called it a wonder"."""

_DEED = re.compile(rf"(?:{IRREGULAR_PAST}|[a-z]{{2,}}ed) (?!(?:by|of)\b)", re.IGNORECASE)
"""The beginning of a role that says what somebody did: "Built a tower"."""

_HERS, _HIS = re.compile(r"\b(?:she|hers?)\b", re.IGNORECASE), re.compile(r"\b(?:he|his)\b", re.IGNORECASE)

_Item = TypeVar("_Item")


def find_orders(seed: Seed, sentences: Sequence[str] = ()) -> Iterator[EventOrder]:
    """Propose groups of events whose order the dates decide, each event in at most one group.

    Of events whose dates overlap, only the first is used. So it is of events about the same subject, because their
    order often follows from what they are: a war begins before it ends. Births and deaths are not used.
    """
    dated = sorted(
        (
            (fact.when.when.span, index, fact, fact.when)
            for index, fact in enumerate(seed.facts)
            if fact.when and not fact.todo
        ),
        key=lambda item: item[:2],
    )
    counts = Counter(word for _, _, _, when in dated for word in _subject(when.event))
    rare = {word for word, number in counts.items() if number * 3 <= max(len(dated), 6) and len(word) > 3}
    events = [(fact, when) for _, _, fact, when in dated if not _BIRTH_OR_DEATH.search(when.event)]
    by_topic: dict[str, list[tuple[Fact, Dated]]] = defaultdict(list)
    for fact, when in events:
        by_topic[fact.topic].append((fact, when))
    # Events of one topic, if it has enough of them; those of the other topics are put in order together.
    chosen = {topic: _certain(each, rare) for topic, each in by_topic.items()}
    large = {topic: each for topic, each in chosen.items() if len(each) >= FEWEST and not _is_lopsided(each)}
    rest = _certain([one for one in events if one[0].topic not in large], rare)
    smallest = min(large, key=lambda topic: len(large[topic]), default=None)
    if smallest is not None and 0 < len(rest) < FEWEST and len(large[smallest]) == FEWEST:
        # Too few for a question of their own, they make one that is too easy harder.
        together = _certain([one for one in events if one[0].topic == smallest or one in rest], rare)
        large[smallest] = max(large[smallest], together, key=len)
    stems: set[str] = set()
    words = connecting_words(seed)
    for group in (group for each in (*large.values(), rest) for group in _groups(each)):
        stem = f"Put these events {_period(group[0][1].when, group[-1][1].when)} in order, earliest first."
        stem = _with_subject(stem, seed, (when.event for _, when in group), sentences)
        if stem not in stems and not _is_lopsided(group) and not _is_unconnected(group, words):
            stems.add(stem)
            topics = {fact.topic for fact, _ in group}
            yield EventOrder(
                id=group[0][0].id,
                topic=topics.pop() if len(topics) == 1 else None,
                stem=stem,
                facts=tuple(fact.id for fact, _ in group),
            )


def _is_lopsided(events: Sequence[tuple[Fact, Dated]]) -> bool:
    """Return whether the order of ``events`` is obvious, because they are far apart.

    So it is if one of three is so far from the others that only these have to be put in order.
    """
    years = [when.when.year for _, when in events]
    gaps = sorted(later - earlier for earlier, later in pairwise(years))
    return gaps[0] >= _FAR or (len(years) == FEWEST and gaps[-1] > max(_LOPSIDED * gaps[0], _NEAR))


def _is_unconnected(events: Sequence[tuple[Fact, Dated]], words: Mapping[str, frozenset[str]]) -> bool:
    """Return whether ``events`` are of a few years, and most of them have nothing in common with any other.

    Then nothing but the years decides their order, and these are so near that nobody has to know them.
    """
    if events[-1][1].when.year - events[0][1].when.year > _FEW_YEARS:
        return False
    names = [fact.id for fact, _ in events]
    connected = [name for name in names if any(words[name] & words[other] for other in names if other != name)]
    return 2 * len(connected) <= len(names)


def _certain(events: Iterable[tuple[Fact, Dated]], rare: Collection[str]) -> list[tuple[Fact, Dated]]:
    """Return those of ``events``, sorted by date, whose order is certain and does not follow from what they are."""
    chosen: list[tuple[Fact, Dated]] = []
    for fact, when in events:
        is_later = not chosen or when.when.span[0] > chosen[-1][1].when.span[1]
        if is_later and not any(_same_subject(when.event, other.event, rare) for _, other in chosen):
            chosen.append((fact, when))
    return chosen


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
            and not _subject(entity.role) & _subject(" ".join(entity.names))
        ):
            groups[entity.type, entity.group].setdefault(fold(entity.role), key)
    stems: set[str] = set()
    for (kind, group), by_role in groups.items():
        entities = {key: seed.entities[key] for key in by_role.values()}
        if kind == "person":
            entities = _of_either_sex(entities)
        keys = _neutral(_distinct(entities))[:MOST]
        roles = [entities[key].role or "" for key in keys]
        noun = (
            group if group is not None and _is_noun(group, kind) and _all_are(group, kind, entities.values()) else kind
        )
        stem = f"Match each {noun} with {_what_of(kind, roles)}."
        stem = _with_subject(stem, seed, roles, sentences)
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


def _with_subject(stem: str, seed: Seed, items: Iterable[str], sentences: Sequence[str]) -> str:
    """Return ``stem``, beginning with what the text of ``sentences`` is about unless all ``items`` name that."""
    statements = sentences or [fact.plain for fact in seed.facts]
    things = (one.name for one in seed.entities.values() if one.type != "person")
    topic = topic_of(seed.source.title, statements, things, VAGUE)
    lead_in = lead_in_of(seed.source.title, topic, statements)
    if lead_in is None or not any(map(lead_in.is_needed, items)):
        return stem
    return f"{lead_in.name}: {stem[0].lower()}{stem[1:]}"


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
    roles = {key: _subject(one.role or "") for key, one in entities.items()}
    fitting = {key: one for key, one in entities.items() if not any(roles[key] < other for other in roles.values())}
    return {
        key: one
        for key, one in fitting.items()
        if not any(_includes(one.role or "", other.role or "") for other in fitting.values())
    }


def _includes(role: str, other: str) -> bool:
    """Return whether whoever has the ``other`` role has this one, too: a poet is a writer."""
    nouns, others = (ROLES.intersection(words_of(each.lower())) for each in (role, other))
    is_bare = 1 in {len(_subject(role)), len(_subject(other))}
    return is_bare and any(one != noun and is_kind_of(one, noun) for noun in nouns for one in others)


def _same_subject(one: str, other: str, rare: Collection[str]) -> bool:
    """Return whether two events share at least half of the words of the shorter one, or one of the ``rare`` words."""
    words, others = _subject(one), _subject(other)
    shorter = min(len(words), len(others))
    shared = words & others
    return fold(one) == fold(other) or 0 < shorter <= 2 * len(shared) or not shared.isdisjoint(rare)


def _period(first: PartialDate, last: PartialDate) -> str:
    if first.year != last.year:
        return f"from {first.year} to {last.year}"
    if first.month == last.month:
        return f"of {PartialDate(first.year, first.month)}"
    return f"of {first.year}"


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


def _subject(text: str) -> frozenset[str]:
    return frozenset(content(words_of(text)))


def _groups(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Split ``items`` into groups of nearly equal size, ``FEWEST`` to ``MOST`` each; none if there are too few."""
    if len(items) < FEWEST:
        return
    count = ceil(len(items) / MOST)
    rest = iter(items)
    for number in range(count):
        yield list(islice(rest, len(items) // count + (number < len(items) % count)))
