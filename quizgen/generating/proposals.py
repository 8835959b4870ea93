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
from random import Random
from typing import TypeVar

from quizgen.facts.answers import Answer
from quizgen.facts.model import EventOrder, Fact, RoleMatch, Seed, TrueFalse
from quizgen.generating.balance import DISTRACTORS, Balance, Name, Slot
from quizgen.generating.distractors import Distractors
from quizgen.text.folding import fold

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
    open_slots: dict[Name, Slot] = {}
    written: dict[Name, Slot] = {}
    unfilled: list[Gap] = []
    for index, fact in enumerate(seed.facts):
        for number, ask in enumerate(fact.ask):
            mark = fact.mark(ask.answer)
            answer = finder.answer(fact, mark)
            is_ordered = answer.number is not None or answer.date is not None
            if ask.distractors is not None:
                if len(ask.distractors) >= DISTRACTORS:
                    written[index, number] = Slot(fact.id, answer.key, ask.distractors, is_ordered)
            elif not fact.todo:
                candidates = finder.find(fact, mark, f"{random_seed}:{fact.id}.{mark.name}.choice")
                if len(candidates) >= DISTRACTORS:
                    open_slots[index, number] = Slot(fact.id, answer.key, candidates, is_ordered)
                else:
                    unfilled.append(Gap(index, number, _way_out(answer)))
    answers = {fact.id: [finder.answer(fact, mark).key for mark in fact.marks] for fact in seed.facts}
    distractors = Balance(open_slots, written, answers, random_seed).choose()
    unfilled += (Gap(*name, _GIVEN_AWAY) for name in open_slots if name not in distractors)
    true_false = _true_false(seed, finder, random_seed)
    return Proposals(
        distractors,
        true_false,
        tuple(_orders(seed)) if seed.orders is None else (),
        tuple(_matches(seed)) if seed.matches is None else (),
        tuple(sorted(unfilled, key=lambda gap: (gap.fact, gap.ask))),
        sum(fact.todo for fact in seed.facts),
    )


_GIVEN_AWAY = (
    "options from this seed would give the answer away, because too many questions share it or because it is the odd "
    "one out; write `distractors`, or `distractors: []` for no choice question"
)


def _way_out(answer: Answer) -> str:
    if answer.entity is None:
        return "write `distractors`, or `distractors: []` for no choice question"
    entity = answer.entity
    if entity.group is None:
        return f"write `distractors`, or give {entity.name!r} and entities that it could be confused with a `group`"
    return f"write `distractors`, or add entities of the type {entity.type!r} and the group {entity.group!r}"


def _true_false(seed: Seed, finder: Distractors, random_seed: int) -> dict[int, TrueFalse]:
    """Propose statements so that half of all in the seed are true.

    A statement is proposed only if it could also be made false; otherwise all such statements would be true.
    """
    found: dict[int, TrueFalse] = {}
    written = [fact.true_false for fact in seed.facts if fact.true_false]
    true = sum(one.wrong is None for one in written)
    false = len(written) - true
    names = {index: f"{random_seed}:{fact.id}.true-false" for index, fact in enumerate(seed.facts)}
    # In the order of the hashes, so that the author's order of facts shows no pattern of true and false.
    for index in sorted(names, key=lambda index: hashlib.sha256(names[index].encode()).digest()):
        fact = seed.facts[index]
        if fact.todo or fact.true_false is not None:
            continue
        marks = {mark.name: mark for mark in fact.marks}.values()
        wrong_for = ((mark, finder.replacement(fact, mark, names[index])) for mark in marks)
        swaps = [(mark.name, wrong) for mark, wrong in wrong_for if wrong is not None]
        if not swaps:
            continue
        rng = Random(names[index])
        mark_name, wrong = rng.choice(swaps)
        is_true = true < false or (true == false and rng.random() < 0.5)
        true, false = true + is_true, false + (not is_true)
        found[index] = TrueFalse(mark=mark_name, wrong=None if is_true else wrong)
    return dict(sorted(found.items()))


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
