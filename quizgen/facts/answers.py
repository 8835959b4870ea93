"""What a marked answer is: an entity, a date, a number or other text. On that hangs how it is asked, and its rivals."""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizgen.facts.model import Entity, Fact, Seed
from quizgen.questions.marks import Mark
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold
from quizgen.text.numbers import parse_number

# A number and what it counts; 102nd is no number of anything.
_COUNTED = re.compile(
    r"(?P<number>[-−+]?[\d,\u00a0\u202f ]*\d(?:\.\d+)?)\s*(?P<unit>%|(?!(?:st|nd|rd|th)\b)[^\d\s].*)?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class Answer:
    """A marked answer with what is known of it; at most one of ``entity``, ``date`` and ``number`` is set."""

    text: str
    entity: Entity | None = None
    date: PartialDate | None = None
    number: Decimal | None = None
    unit: str | None = None


class Answers:
    """Tells the answers of one seed apart by its entities."""

    def __init__(self, seed: Seed) -> None:
        self._entities = {fold(name): entity for entity in seed.entities.values() for name in entity.names}

    def entity(self, name: str) -> Entity | None:
        """Return the entity that goes by ``name``."""
        return self._entities.get(fold(name))

    def of(self, fact: Fact, mark: Mark) -> Answer:
        """What ``mark`` in ``fact`` marks."""
        text = mark.answer
        if (entity := self.entity(text)) is not None:
            return Answer(text, entity=entity)
        ask = fact.ask_for(mark)
        unit = ask.unit if ask is not None else None
        counted = _COUNTED.fullmatch(text)
        # A bare 2020 is a year unless its author says what it counts.
        if unit is None and (date := parse_date(text)) is not None:
            return Answer(text, date=date)
        if counted is not None and (number := parse_number(counted["number"])) is not None:
            return Answer(text, number=number, unit=unit or counted["unit"])
        return Answer(text)
