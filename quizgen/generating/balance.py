"""Choose distractors for all choice questions of a seed together, so that counting options does not give the key away.

Some features of an option say nothing about the subject, but can be counted: how often other facts have it as their
answer, how often other questions offer it, how long it is and, among numbers and dates, whether it is in the middle.
In a fair selection, picking the option with the most or the least of a feature is no better than picking at random.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from quizgen.text.amounts import in_order
from quizgen.text.folding import fold

Name = tuple[int, int]
"""The indexes of a fact and of its ask."""

ROUNDS = 3
"""How often every question is reconsidered."""
POOL = 8
"""The most candidates that are considered for one question."""
DISTRACTORS = 2
"""Three options are as good as four, as a fourth is rarely plausible: Rodriguez (2005), *Three options are optimal for
multiple-choice items*, Educational Measurement: Issues and Practice 24(2), 3-13."""
UNFAIR = 0.1
"""The largest share of the questions that a guesser may get right beyond chance."""
FEW = 2.0
"""So many questions are luck in a small seed."""

_Gains = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """A choice question: its fact's id, its key, and the candidates for its distractors, the best first."""

    fact: str
    key: str
    candidates: tuple[str, ...]
    is_ordered: bool
    """Whether the options are numbers or dates, which are shown in order."""


class Balance:
    """Chooses distractors for ``slots``, given those that are ``written`` and how often each answer is a key."""

    def __init__(
        self,
        slots: Mapping[Name, Slot],
        written: Mapping[Name, Slot],
        answers: Mapping[str, Sequence[str]],
        random_seed: int,
    ) -> None:
        self._slots = {**written, **slots}
        self._open = list(slots)
        self._answers = {fact: Counter(map(fold, own)) for fact, own in answers.items()}
        self._keys = sum(self._answers.values(), Counter[str]())
        self._offered: Counter[str] = Counter()
        self._offering: dict[str, set[Name]] = defaultdict(set)
        self._chosen: dict[Name, tuple[str, ...]] = {}
        self._gains: dict[Name, _Gains] = {}
        self._rng = Random(random_seed)
        for name, slot in written.items():
            self._put(name, slot.candidates)

    def choose(self) -> dict[Name, tuple[str, ...]]:
        """Return the distractors of each slot. Slots whose key would be given away in any selection are left out."""
        for name in self._open:
            self._put(name, self._slots[name].candidates[:DISTRACTORS])
        self._update(self._chosen)
        for _ in range(ROUNDS):
            self._rng.shuffle(self._open)
            for name in self._open:
                self._improve(name)
        while self._open and (name := self._most_telling()) is not None:
            self._open.remove(name)
            self._remove(name)
        return {name: self._chosen[name] for name in sorted(self._open)}

    def _improve(self, name: Name) -> None:
        candidates = self._slots[name].candidates[:POOL]
        pairs = list(combinations(candidates, DISTRACTORS))
        self._rng.shuffle(pairs)
        costs = {pair: self._cost_with(name, pair) for pair in [self._chosen[name], *pairs]}
        self._move(name, min(costs, key=costs.__getitem__))

    def _cost_with(self, name: Name, distractors: tuple[str, ...]) -> float:
        self._move(name, distractors)
        # Each guesser counts by itself: two small advantages are better than a large one.
        return sum(max(total, 0.0) ** 2 for total in self._totals())

    def _move(self, name: Name, distractors: tuple[str, ...]) -> None:
        if distractors == self._chosen[name]:
            return
        affected = self._remove(name)
        self._put(name, distractors)
        self._update({*affected, *self._sharing(name), name})

    def _put(self, name: Name, distractors: tuple[str, ...]) -> None:
        self._chosen[name] = distractors
        for option in self._options(name):
            self._offered[option] += 1
            self._offering[option].add(name)

    def _remove(self, name: Name) -> set[Name]:
        affected = self._sharing(name)
        for option in self._options(name):
            self._offered[option] -= 1
            self._offering[option].discard(name)
        del self._chosen[name]
        self._gains.pop(name, None)
        affected.discard(name)
        self._update(affected)
        return affected

    def _options(self, name: Name) -> list[str]:
        return [fold(option) for option in (self._slots[name].key, *self._chosen[name])]

    def _sharing(self, name: Name) -> set[Name]:
        return set().union(*(self._offering[option] for option in self._options(name)))

    def _update(self, names: Iterable[Name]) -> None:
        for name in list(names):
            self._gains[name] = self._gains_of(name)

    def _gains_of(self, name: Name) -> _Gains:
        slot, options = self._slots[name], self._options(name)
        own = self._answers.get(slot.fact, Counter())
        keys = [self._keys[option] - own[option] for option in options]
        offered = [self._offered[option] for option in options]
        named = [key + offers for key, offers in zip(keys, offered, strict=True)]
        lengths = [len(option) for option in options]
        features = [keys, offered, named, lengths]
        gains = [_gain(values, sign) for values in features for sign in (1, -1)]
        gains.append(_middle(slot, self._chosen[name]) if slot.is_ordered else 0.0)
        return tuple(gains)

    def _totals(self) -> list[float]:
        return [sum(column) for column in zip(*self._gains.values(), strict=True)]

    def _most_telling(self) -> Name | None:
        """Return the question that helps the best guesser most, if that guesser is better than is fair."""
        totals = self._totals()
        worst = max(range(len(totals)), key=totals.__getitem__)
        if totals[worst] <= max(UNFAIR * len(self._chosen), FEW):
            return None
        return max(self._open, key=lambda name: (self._gains[name][worst], name))


def _gain(values: Sequence[int], sign: int) -> float:
    """Return how much picking the largest value (or the smallest) is better than chance; the key's comes first."""
    best = max(sign * value for value in values)
    hit = 1 / sum(sign * value == best for value in values) if sign * values[0] == best else 0.0
    return hit - 1 / len(values)


def _middle(slot: Slot, distractors: Sequence[str]) -> float:
    """Return the same for picking the middle one of numbers or dates."""
    options = (slot.key, *distractors)
    ordered = in_order(options)
    if ordered is None:
        return 0.0
    middle = len(ordered) / 2 - 0.5
    return (abs(ordered.index(slot.key) - middle) < 1) / (1 if len(options) % 2 else 2) - 1 / len(options)
