"""Classify marked answers as entities, dates, numbers or other text, which decides how they are asked."""

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from quizgen.text.amounts import parse_amount, split_scale
from quizgen.text.dates import PartialDate, parse_date, parse_period
from quizgen.text.folding import fold
from quizgen.text.numbers import number_word_run

if TYPE_CHECKING:
    from quizgen.facts.model import Ask, Entity, Fact, Seed
    from quizgen.questions.marks import Mark


@dataclass(frozen=True, slots=True)
class Answer:
    """A marked answer and its class: at most one of ``entity``, ``date`` and ``number`` is set."""

    text: str
    entity: "Entity | None" = None
    date: PartialDate | None = None
    number: Decimal | None = None
    unit: str | None = None

    @property
    def key(self) -> str:
        """The answer as options and typed questions show it: an entity's usual name, or else the text."""
        return self.entity.name if self.entity is not None else self.text


class Answers:
    """Classifies the marked answers of one seed."""

    def __init__(self, seed: "Seed") -> None:
        self._entities = {fold(name): entity for entity in seed.entities.values() for name in entity.names}

    def entity(self, name: str) -> "Entity | None":
        """Return the entity called ``name``, if there is one."""
        return self._entities.get(fold(name))

    def of(self, fact: "Fact", mark: "Mark") -> Answer:
        """Classify the answer that ``mark`` of ``fact`` marks."""
        text = mark.answer
        if (entity := self.entity(text)) is not None:
            return Answer(text, entity=entity)
        ask = fact.ask_for(mark)
        unit = ask.unit if ask is not None else None
        is_number = ask is not None and (ask.unit is not None or ask.tolerance is not None)
        # A bare 2020 is a year unless the author gives a unit or a tolerance.
        if not is_number and (date := parse_date(text)) is not None:
            return Answer(text, date=date)
        # 1980s is a decade, not 1980 seconds.
        if (is_number or parse_period(text) is None) and (amount := parse_amount(text)) is not None:
            scale = split_scale(unit or "")[0] if amount.scale != 1 else 1  # "318 million", with the unit `million`
            return Answer(text, number=amount.value / scale, unit=unit or amount.unit)
        return Answer(text)

    def names(self, fact: "Fact", mark: "Mark") -> tuple[str, ...]:
        """Return every correct answer for ``mark``: the answer, what its `ask` accepts, an entity's names."""
        ask = fact.ask_for(mark)
        entity = self.entity(mark.answer)
        return (mark.answer, *(ask.accept if ask is not None else ()), *(entity.names if entity is not None else ()))


def as_number(answer: Answer, ask: "Ask") -> Answer:
    """Return ``answer`` as a number if it is one in words that has a unit: "four", in kilometres."""
    number = _spelled_out(answer.text) if answer.entity is None and answer.number is None and ask.unit else None
    return replace(answer, date=None, number=number, unit=ask.unit) if number is not None else answer


def _spelled_out(text: str) -> Decimal | None:
    """Return the number that all of ``text`` is in words."""
    words = fold(text).replace("-", " ").split()
    length, value = number_word_run(words)
    return Decimal(value) if value is not None and length == len(words) else None
