"""Propose what is missing in a seed: distractors, true/false statements, and order and matching questions.

Proposals only fill gaps. They never change what the author has written, including an explicit "none":
`distractors: []`, `true_false: false`, `orders: []` or `matches: []`.
"""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from math import ceil
from typing import TypeVar

from quizgen.facts.model import Entity, EventOrder, Fact, RoleMatch, Seed, TrueFalse
from quizgen.generating.distractors import Distractors
from quizgen.text.folding import fold

DISTRACTORS = 3
"""Number of distractors proposed for a choice question."""
FEWEST_DISTRACTORS = 2
"""Fewest distractors with which a choice question is proposed."""
FEWEST, MOST = 3, 5
"""Fewest and most events or pairs in a proposed order or matching question."""

_ORDER_STEM = "Put these events in order, the earliest first."
_MATCH_STEMS = {
    "person": "Match each person with their role.",
    "place": "Match each place with its description.",
    "organization": "Match each organization with its description.",
    "event": "Match each event with its description.",
}

_Item = TypeVar("_Item")


@dataclass(frozen=True, slots=True)
class Gap:
    """An ask without plausible distractors: the index of its fact, its index in that fact, and how to fix it."""

    fact: int
    ask: int
    help: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What could be added to a seed. Facts and asks are given by their indexes."""

    distractors: dict[tuple[int, int], tuple[str, ...]]
    true_false: dict[int, TrueFalse]
    orders: tuple[EventOrder, ...]
    matches: tuple[RoleMatch, ...]
    unfilled: tuple[Gap, ...]
    drafts: int
    """How many facts were skipped because they are drafts (`todo: true`)."""

    def __bool__(self) -> bool:
        return bool(self.distractors or self.true_false or self.orders or self.matches)


def propose(seed: Seed, random_seed: int = 0) -> Seed:
    """Return ``seed`` with its gaps filled; a different ``random_seed`` gives different proposals."""
    found = find_proposals(seed, random_seed)
    facts = tuple(
        fact.model_copy(
            update={
                "true_false": found.true_false.get(index, fact.true_false),
                "ask": tuple(
                    ask.model_copy(update={"distractors": found.distractors.get((index, number), ask.distractors)})
                    for number, ask in enumerate(fact.ask)
                ),
            }
        )
        for index, fact in enumerate(seed.facts)
    )
    return seed.model_copy(
        update={"facts": facts, "orders": found.orders or seed.orders, "matches": found.matches or seed.matches}
    )


def find_proposals(seed: Seed, random_seed: int = 0) -> Proposals:
    """Find proposals for the gaps of ``seed``, and the gaps that stay open."""
    finder = Distractors(seed)
    distractors: dict[tuple[int, int], tuple[str, ...]] = {}
    unfilled: list[Gap] = []
    true_false: dict[int, TrueFalse] = {}
    for index, fact in enumerate(seed.facts):
        if fact.todo:
            continue
        for number, ask in enumerate(fact.ask):
            if ask.distractors is not None:
                continue
            mark = fact.mark(ask.answer)
            found = finder.find(fact, mark, DISTRACTORS, f"{random_seed}:{fact.id}.{mark.name}.choice")
            if len(found) >= FEWEST_DISTRACTORS:
                distractors[index, number] = found
            else:
                unfilled.append(Gap(index, number, _way_out(finder.answer(fact, mark).entity)))
        if fact.true_false is None and (proposed := _true_false(fact, finder, random_seed)) is not None:
            true_false[index] = proposed
    return Proposals(
        distractors,
        true_false,
        tuple(_orders(seed)) if seed.orders is None else (),
        tuple(_matches(seed)) if seed.matches is None else (),
        tuple(unfilled),
        sum(fact.todo for fact in seed.facts),
    )


def _way_out(entity: Entity | None) -> str:
    if entity is None:
        return "write `distractors`, or `distractors: []` for no choice question"
    group = f" and the group {entity.group!r}" if entity.group else ""
    return f"write `distractors`, or add entities of the type {entity.type!r}{group}"


def _true_false(fact: Fact, finder: Distractors, random_seed: int) -> TrueFalse | None:
    """Propose a statement only if it could also be made false; otherwise all such statements would be true."""
    name = f"{random_seed}:{fact.id}.true-false"
    marks = {mark.name: mark for mark in fact.marks}.values()
    wrong_for = ((mark, finder.replacement(fact, mark, name)) for mark in marks)
    swaps = [(mark.name, wrong) for mark, wrong in wrong_for if wrong is not None]
    if not swaps:
        return None
    # The choice depends on the fact's id alone, so other facts do not change it; about half become false.
    chance = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
    mark_name, wrong = swaps[(chance // 2) % len(swaps)]
    return TrueFalse(mark=mark_name, wrong=None if chance % 2 == 0 else wrong)


def _orders(seed: Seed) -> Iterator[EventOrder]:
    """Propose groups of events in a certain order. Of events whose dates overlap, only the first is used."""
    dated = sorted(
        ((fact.when.when.span, index, fact) for index, fact in enumerate(seed.facts) if fact.when and not fact.todo),
        key=lambda item: item[:2],
    )
    chosen: list[Fact] = []
    events: set[str] = set()
    last = None
    for span, _, fact in dated:
        event = fold(fact.when.event) if fact.when else ""
        if (last is None or span[0] > last[1]) and event not in events:
            chosen.append(fact)
            events.add(event)
            last = span
    for group in _groups(chosen):
        yield EventOrder(id=group[0].id, topic=group[0].topic, stem=_ORDER_STEM, facts=tuple(fact.id for fact in group))


def _matches(seed: Seed) -> Iterator[RoleMatch]:
    """Propose groups of entities of one type with roles. Of entities with the same role, only the first is used."""
    by_type: dict[str, dict[str, str]] = defaultdict(dict)
    for key, entity in seed.entities.items():
        if entity.role:
            by_type[entity.type].setdefault(fold(entity.role), key)
    for kind, stem in _MATCH_STEMS.items():
        for group in _groups(list(by_type[kind].values())):
            yield RoleMatch(id=group[0], stem=stem, entities=tuple(group))


def _groups(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Split ``items`` into groups of nearly equal size, ``FEWEST`` to ``MOST`` each; none if there are too few."""
    if len(items) < FEWEST:
        return
    count = ceil(len(items) / MOST)
    rest = iter(items)
    for number in range(count):
        yield list(islice(rest, len(items) // count + (number < len(items) % count)))
