"""Find distractors for a marked answer: plausible, of the same kind, and never correct.

They come from the same seed: entities of the same type and group, numbers of the same unit and magnitude, and dates of
the same precision, nearest first.
"""

import random
import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from heapq import merge
from itertools import chain, islice, takewhile
from typing import TypeVar

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Entity, Fact, Seed
from quizgen.facts.truths import Truths
from quizgen.questions.marks import Mark
from quizgen.text.dates import PartialDate
from quizgen.text.folding import fold, fold_option, occurs_in

_Ordered = TypeVar("_Ordered", Decimal, PartialDate)

MAGNITUDE = 10
"""Largest ratio between a number and its distractors."""

NEAR = 6
"""Number of nearest dates from which distractors are drawn. Distant dates are obviously wrong, and with only the two
nearest the correct date would usually be the middle one."""

_WORD = re.compile(r"\w+")


class Distractors:
    """Finds distractors among the answers and entities of one seed."""

    def __init__(self, seed: Seed) -> None:
        self._answers = Answers(seed)
        self._truths = Truths(seed)
        self._groups = _groups(seed)
        self._named = _named(seed)
        self._numbers_of: dict[str | None, dict[Decimal, str]] = defaultdict(dict)
        self._dates_of: dict[tuple[bool, bool, bool], dict[PartialDate, str]] = defaultdict(dict)
        for answer in (self._answers.of(fact, mark) for fact in seed.facts for mark in fact.marks):
            if answer.number is not None:
                self._numbers_of[answer.unit][answer.number] = answer.text
            elif answer.date is not None:
                self._dates_of[answer.date.shape][answer.date] = answer.text
        self._ordered_numbers = {unit: sorted(texts) for unit, texts in self._numbers_of.items()}
        self._ordered_dates = {shape: sorted(texts) for shape, texts in self._dates_of.items()}

    def find(self, fact: Fact, mark: Mark, count: int, key: str) -> tuple[str, ...]:
        """Return up to ``count`` distractors for ``mark``, best first; ``key`` seeds the shuffle of equal ones."""
        return tuple(islice(self._wrong(fact, mark, self._candidates(fact, mark, key)), count))

    def replacement(self, fact: Fact, mark: Mark, key: str) -> str | None:
        """Return a replacement for ``mark`` that makes the statement false, in the form used within a sentence.

        The author's own distractors are tried first.
        """
        ask = fact.ask_for(mark)
        candidates = chain(ask.offered if ask is not None else (), self._candidates(fact, mark, key))
        found = next(self._wrong(fact, mark, candidates), None)
        entity = self._answers.entity(found) if found is not None else None
        return entity.in_text if entity is not None else found

    def answer(self, fact: Fact, mark: Mark) -> Answer:
        """Return the answer that ``mark`` marks."""
        return self._answers.of(fact, mark)

    def _wrong(self, fact: Fact, mark: Mark, candidates: Iterator[str]) -> Iterator[str]:
        """Yield each of ``candidates`` once that is not correct here under any name or by any fact."""
        correct = self._answers.names(fact, mark)
        taken = {*map(fold, correct), *map(fold_option, correct), *self._truths.of(fact, mark)}
        for candidate in candidates:
            forms = {fold(candidate), fold_option(candidate)}
            if forms.isdisjoint(taken):
                taken |= forms
                yield candidate

    def _candidates(self, fact: Fact, mark: Mark, key: str) -> Iterator[str]:
        answer = self._answers.of(fact, mark)
        ask = fact.ask_for(mark)
        near = fold(f"{fact.plain} {fact.attribution or ''} {ask.stem if ask else ''}")
        if answer.entity is not None:
            yield from self._entities(answer.entity, near, key)
        elif answer.number is not None:
            yield from self._numbers(answer.number, answer.unit)
        elif answer.date is not None:
            yield from self._dates(answer.date, key, usual_form=answer.text == str(answer.date))

    def _entities(self, own: Entity, near: str, key: str) -> Iterator[str]:
        # An entity that the statement or the stem already names would be obviously wrong, or given away.
        named = {
            id(entity)
            for word in {*_WORD.findall(near), ""}
            for name, entity in self._named.get(word, ())
            if occurs_in(name, near)
        } | {id(own)}
        others = [entity for entity in self._groups[own.type, own.group] if id(entity) not in named]
        random.Random(key).shuffle(others)
        yield from (entity.name for entity in others)

    def _numbers(self, own: Decimal, unit: str | None) -> Iterator[str]:
        def is_alike(other: Decimal) -> bool:
            return own * other > 0 and max(own, other) <= MAGNITUDE * min(own, other)

        below, above = _both_ways(self._ordered_numbers[unit], own)
        nearest = merge(takewhile(is_alike, below), takewhile(is_alike, above), key=lambda number: abs(number - own))
        yield from (self._numbers_of[unit][number] for number in nearest)

    def _dates(self, own: PartialDate, key: str, *, usual_form: bool) -> Iterator[str]:
        texts = self._dates_of[own.shape]
        nearest = merge(*_both_ways(self._ordered_dates[own.shape], own), key=lambda date: abs(_day(date) - _day(own)))
        near = list(islice(nearest, NEAR))
        random.Random(key).shuffle(near)
        # Write the date in the usual form if the correct one is, and otherwise as its own fact writes it.
        yield from (str(date) if usual_form else texts[date] for date in chain(near, nearest))


def _both_ways(ordered: list[_Ordered], own: _Ordered) -> tuple[Iterator[_Ordered], Iterator[_Ordered]]:
    """Return the values below ``own`` and those above it, each nearest first."""
    below = (ordered[index] for index in range(bisect_left(ordered, own) - 1, -1, -1))
    above = (ordered[index] for index in range(bisect_right(ordered, own), len(ordered)))
    return below, above


def _day(date: PartialDate) -> int:
    """Return an approximate number of days since year 0, for comparing distances between dates of one shape."""
    return date.year * 372 + date.month * 31 + date.day


def _groups(seed: Seed) -> dict[tuple[str, str | None], list[Entity]]:
    """Group the entities that can replace one another, by type and group."""
    groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in seed.entities.values():
        groups[entity.type, entity.group].append(entity)
    return groups


def _named(seed: Seed) -> dict[str, list[tuple[str, Entity]]]:
    """Index all names, folded, by their first word, because a text without that word does not contain the name."""
    named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in seed.entities.values():
        for name in map(fold, entity.names):
            first = _WORD.search(name)
            named[first[0] if first else ""].append((name, entity))
    return named
