"""Wrong options for a marked answer: plausible, of its own kind, and wrong beyond doubt.

The author's own come first; then what the same source offers: entities of the same type and group, numbers of the
same unit and magnitude, dates of the same precision.
"""

import random
from collections.abc import Iterator

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Fact, Seed
from quizgen.questions.marks import BLANK, Mark, replaced
from quizgen.values.folding import fold, stands_in

MAGNITUDE = 10
"""A number stands for another only if neither is more than this many times the other."""


class Distractors:
    """Finds wrong options among everything that one seed knows."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._answers = Answers(seed)
        self._pool = [self._answers.of(fact, mark) for fact in seed.facts for mark in fact.marks]
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
        for option in (*(ask.distractors if ask is not None else ()), *self._candidates(fact, mark, key)):
            if len(found) == count:
                break
            folded = fold(option)
            if folded not in taken:
                taken.add(folded)
                entity = self._answers.entity(option)
                found.append(entity.in_text if in_text and entity is not None else option)
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
        others = [
            entity
            for entity in self._seed.entities.values()
            if entity is not own
            and (entity.type, entity.group) == (own.type, own.group)
            and not any(stands_in(fold(name), near) for name in entity.names)
        ]
        random.Random(key).shuffle(others)
        yield from (entity.name for entity in others)

    def _numbers(self, answer: Answer) -> Iterator[str]:
        own = answer.number
        assert own is not None
        alike = {
            other.number: other.text
            for other in self._pool
            if other.number is not None
            and other.unit == answer.unit
            and other.number != own
            and own * other.number > 0
            and max(own, other.number) <= MAGNITUDE * min(own, other.number)
        }
        yield from (alike[number] for number in sorted(alike, key=lambda number: (abs(number - own), number)))

    def _dates(self, answer: Answer, key: str) -> Iterator[str]:
        own = answer.date
        assert own is not None
        alike = {
            other.date: other.text
            for other in self._pool
            if other.date is not None and other.date != own and other.date.shape == own.shape
        }
        others = sorted(alike)
        random.Random(key).shuffle(others)
        # A date keeps the form in which its source fact writes it, unless the key is written in the usual one.
        usual = answer.text == str(own)
        yield from (str(date) if usual else alike[date] for date in others)
