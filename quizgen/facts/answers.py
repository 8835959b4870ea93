"""What a marked answer is: an entity, a date, a number or other text. How it is asked depends on that."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from quizgen.text.amounts import parse_amount
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold

if TYPE_CHECKING:
    from quizgen.facts.model import Entity, Fact, Seed
    from quizgen.questions.marks import Mark


@dataclass(frozen=True, slots=True)
class Answer:
    """A marked answer and what is known about it; at most one of ``entity``, ``date`` and ``number`` is set."""

    text: str
    entity: "Entity | None" = None
    date: PartialDate | None = None
    number: Decimal | None = None
    unit: str | None = None

    @property
    def key(self) -> str:
        """The answer as an option or a typed answer shows it: an entity by its usual name."""
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
        # A bare 2020 is a year, unless its author says what it counts or how far off it may be.
        if not is_number and (date := parse_date(text)) is not None:
            return Answer(text, date=date)
        if (amount := parse_amount(text)) is not None:
            return Answer(text, number=amount.value, unit=unit or amount.unit)
        return Answer(text)

    def names(self, fact: "Fact", mark: "Mark") -> tuple[str, ...]:
        """Return everything that is correct for ``mark``: the answer, what its `ask` accepts, an entity's names."""
        ask = fact.ask_for(mark)
        entity = self.entity(mark.answer)
        return (mark.answer, *(ask.accept if ask is not None else ()), *(entity.names if entity is not None else ()))
