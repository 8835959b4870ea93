"""Distractors for a marked answer: plausible, of the answer's own kind, and never correct.

They come from the same seed: entities of the same type and group, numbers of the same unit and magnitude, dates of the
same precision, near ones first.
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
from quizgen.text.folding import fold, fold_option, stands_in

_Ordered = TypeVar("_Ordered", Decimal, PartialDate)

MAGNITUDE = 10
"""A number can replace another only if neither is more than this many times the other."""

NEAR = 6
"""Wrong dates are drawn from this many dates nearest to the correct one. Far ones are obviously wrong, and between the
two nearest ones the correct date would usually be in the middle."""

_WORD = re.compile(r"\w+")


class Distractors:
    """Finds distractors among everything that one seed knows."""

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
        """Return up to ``count`` distractors for ``mark``, best first; ``key`` seeds the choice among equals."""
        return tuple(islice(self._wrong(fact, mark, self._candidates(fact, mark, key)), count))

    def replacement(self, fact: Fact, mark: Mark, key: str) -> str | None:
        """Return what can replace ``mark`` to make the statement false, in the form that a sentence takes.

        The author's own distractors come first.
        """
        ask = fact.ask_for(mark)
        candidates = chain(ask.offered if ask is not None else (), self._candidates(fact, mark, key))
        found = next(self._wrong(fact, mark, candidates), None)
        entity = self._answers.entity(found) if found is not None else None
        return entity.in_text if entity is not None else found

    def answer(self, fact: Fact, mark: Mark) -> Answer:
        """Return what ``mark`` marks."""
        return self._answers.of(fact, mark)

    def _wrong(self, fact: Fact, mark: Mark, candidates: Iterator[str]) -> Iterator[str]:
        """Yield those of ``candidates`` that are not correct here by any name or fact, each once."""
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
        # An entity that the statement or the stem names already has another part in it, or would be given away.
        named = {
            id(entity)
            for word in {*_WORD.findall(near), ""}
            for name, entity in self._named.get(word, ())
            if stands_in(name, near)
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
        # A date keeps the form in which its fact writes it, unless the key has the usual form.
        yield from (str(date) if usual_form else texts[date] for date in chain(near, nearest))


def _both_ways(ordered: list[_Ordered], own: _Ordered) -> tuple[Iterator[_Ordered], Iterator[_Ordered]]:
    """Return what lies below ``own`` and what lies above it, each nearest first."""
    below = (ordered[place] for place in range(bisect_left(ordered, own) - 1, -1, -1))
    above = (ordered[place] for place in range(bisect_right(ordered, own), len(ordered)))
    return below, above


def _day(date: PartialDate) -> int:
    """Return days from year 0, precise enough to tell which of two dates of one shape is nearer to a third."""
    return date.year * 372 + date.month * 31 + date.day


def _groups(seed: Seed) -> dict[tuple[str, str | None], list[Entity]]:
    """Return the entities that can replace one another."""
    groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in seed.entities.values():
        groups[entity.type, entity.group].append(entity)
    return groups


def _named(seed: Seed) -> dict[str, list[tuple[str, Entity]]]:
    """Return each name, folded, under its first word: a text without that word does not contain the name."""
    named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in seed.entities.values():
        for name in map(fold, entity.names):
            first = _WORD.search(name)
            named[first[0] if first else ""].append((name, entity))
    return named
