"""Wrong options for a marked answer: plausible, of its own kind, and wrong beyond doubt.

The author's own come first; then what the same source offers: entities of the same type and group, numbers of the
same unit and magnitude, dates of the same precision, near ones first.
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
from quizgen.questions.marks import BLANK, Mark, replaced
from quizgen.text.dates import PartialDate
from quizgen.text.folding import fold, stands_in

_Ordered = TypeVar("_Ordered", Decimal, PartialDate)

MAGNITUDE = 10
"""A number stands for another only if neither is more than this many times the other."""

NEAR = 6
"""Of this many dates, the nearest to the right one, the wrong ones are drawn: far ones are wrong at first sight, and
were it always the nearest, the right one would mostly stand in the middle."""

_WORD = re.compile(r"\w+")


class Distractors:
    """Finds wrong options among everything that one seed knows."""

    def __init__(self, seed: Seed) -> None:
        self._answers = Answers(seed)
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
        self._true: dict[str, set[str]] = {}
        for fact in seed.facts:
            for mark in fact.marks:
                ask = fact.ask_for(mark)
                for frame in (fold(replaced(fact.statement, mark, BLANK)), fold(ask.stem) if ask else None):
                    if frame is not None:
                        names = self._names(fact, mark)
                        self._true.setdefault(frame, set()).update(map(fold, names))

    def answer(self, fact: Fact, mark: Mark) -> Answer:
        """What ``mark`` marks."""
        return self._answers.of(fact, mark)

    def find(self, fact: Fact, mark: Mark, count: int, key: str, *, in_text: bool = False) -> tuple[str, ...]:
        """Up to ``count`` wrong options for ``mark``, best first, in the form that a sentence takes if ``in_text``.

        ``key`` makes the choice among equals repeatable.
        """
        ask = fact.ask_for(mark)
        taken = self._right(fact, mark)
        found: list[str] = []
        for option in chain(ask.distractors if ask is not None else (), self._candidates(fact, mark, key)):
            folded = fold(option)
            if folded not in taken:
                taken.add(folded)
                entity = self._answers.entity(option)
                found.append(entity.in_text if in_text and entity is not None else option)
                if len(found) == count:  # before another is looked for, which takes a while
                    break
        return tuple(found)

    def _names(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        answer = self._answers.of(fact, mark)
        ask = fact.ask_for(mark)
        accepted = ask.accept if ask is not None else ()
        return (mark.answer, *accepted, *(answer.entity.names if answer.entity else ()))

    def _right(self, fact: Fact, mark: Mark) -> set[str]:
        """Everything that is right here: the key by all its names, and what other facts say in the same words."""
        right = set(map(fold, self._names(fact, mark)))
        ask = fact.ask_for(mark)
        right |= self._true.get(fold(replaced(fact.statement, mark, BLANK)), set())
        if ask is not None:
            right |= self._true.get(fold(ask.stem), set())
        return right

    def _candidates(self, fact: Fact, mark: Mark, key: str) -> Iterator[str]:
        answer = self._answers.of(fact, mark)
        ask = fact.ask_for(mark)
        near = fold(f"{fact.plain} {fact.attribution or ''} {ask.stem if ask else ''}")
        if answer.entity is not None:
            yield from self._entities(answer, near, key)
        elif answer.number is not None:
            yield from self._numbers(answer)
        elif answer.date is not None:
            yield from self._dates(answer, key)

    def _entities(self, answer: Answer, near: str, key: str) -> Iterator[str]:
        own = answer.entity
        assert own is not None
        # Whoever the statement or the stem names already plays another part in it, or would be given away.
        beside = {
            id(entity)
            for word in {*_WORD.findall(near), ""}
            for name, entity in self._named.get(word, ())
            if stands_in(name, near)
        } | {id(own)}
        others = [entity for entity in self._groups[own.type, own.group] if id(entity) not in beside]
        random.Random(key).shuffle(others)
        yield from (entity.name for entity in others)

    def _numbers(self, answer: Answer) -> Iterator[str]:
        own = answer.number
        assert own is not None
        texts, ordered = self._numbers_of[answer.unit], self._ordered_numbers[answer.unit]

        def is_alike(other: Decimal) -> bool:
            return own * other > 0 and max(own, other) <= MAGNITUDE * min(own, other)

        below, above = _both_ways(ordered, own)
        nearest = merge(takewhile(is_alike, below), takewhile(is_alike, above), key=lambda number: abs(number - own))
        yield from (texts[number] for number in nearest)

    def _dates(self, answer: Answer, key: str) -> Iterator[str]:
        own = answer.date
        assert own is not None
        texts = self._dates_of[own.shape]
        nearest = merge(*_both_ways(self._ordered_dates[own.shape], own), key=lambda date: abs(_day(date) - _day(own)))
        near = list(islice(nearest, NEAR))
        random.Random(key).shuffle(near)
        # A date keeps the form in which its source fact writes it, unless the key is written in the usual one.
        usual = answer.text == str(own)
        yield from (str(date) if usual else texts[date] for date in chain(near, nearest))


def _both_ways(ordered: list[_Ordered], own: _Ordered) -> tuple[Iterator[_Ordered], Iterator[_Ordered]]:
    """What lies below ``own``, nearest first, and what lies above it."""
    below = (ordered[place] for place in range(bisect_left(ordered, own) - 1, -1, -1))
    above = (ordered[place] for place in range(bisect_right(ordered, own), len(ordered)))
    return below, above


def _day(date: PartialDate) -> int:
    """Days from year 0, near enough to tell which of two dates of one shape is nearer to a third."""
    return date.year * 372 + date.month * 31 + date.day


def _groups(seed: Seed) -> dict[tuple[str, str | None], list[Entity]]:
    """The entities that stand in for one another."""
    groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in seed.entities.values():
        groups[entity.type, entity.group].append(entity)
    return groups


def _named(seed: Seed) -> dict[str, list[tuple[str, Entity]]]:
    """Each name, folded, under its first word: a text without that word does not hold the name."""
    named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in seed.entities.values():
        for name in map(fold, entity.names):
            first = _WORD.search(name)
            named[first[0] if first else ""].append((name, entity))
    return named
