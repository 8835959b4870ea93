"""The readable parts of a seed with errors, so that its facts can still be checked against the article.

Only texts and paragraph numbers are kept, in their original positions; values of the wrong type are empty.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.facts.model import Ask, Entity, Fact, Seed
from quizgen.questions.marks import Mark, find_marks, unmarked


@dataclass(frozen=True, slots=True)
class PartialSource:
    """The source of a seed with errors."""

    title: str
    publisher: str | None
    text: str | None
    sha256: str | None
    paragraphs: str | None


@dataclass(frozen=True, slots=True)
class PartialCitation:
    """A citation that may lack its paragraph number."""

    paragraph: int | None
    phrases: tuple[str, ...]
    quote: str | None


@dataclass(frozen=True, slots=True)
class PartialEntity:
    """An entity of a seed with errors."""

    name: str
    type: str | None
    role: str | None
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the usual one first."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class PartialAsk:
    """The texts of an `ask` that the article must support."""

    stem: str
    hint: str | None


@dataclass(frozen=True, slots=True)
class PartialWhen:
    """The texts of a `when`."""

    date: str
    event: str


@dataclass(frozen=True, slots=True)
class PartialFact:
    """A fact of a seed with errors."""

    id: str
    statement: str
    attribution: str | None
    citation: PartialCitation
    derived: str | None
    ask: tuple[PartialAsk, ...]
    when: PartialWhen | None
    todo: bool

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked answers in reading order."""
        return find_marks(self.statement)

    @property
    def plain(self) -> str:
        """The statement without marks."""
        return unmarked(self.statement)


@dataclass(frozen=True, slots=True)
class PartialSeed:
    """A seed with errors."""

    source: PartialSource
    entities: Mapping[str, PartialEntity]
    facts: tuple[PartialFact, ...]


AnySeed = Seed | PartialSeed
AnyFact = Fact | PartialFact
AnyEntity = Entity | PartialEntity


def facts_of(seed: AnySeed) -> Sequence[AnyFact]:
    """Return the facts of ``seed``, complete or partial."""
    return seed.facts


def asks_of(fact: AnyFact) -> Sequence[Ask | PartialAsk]:
    """Return the asks of ``fact``, complete or partial."""
    return fact.ask


def partial_seed(data: Mapping[str, Any]) -> PartialSeed:
    """Return what can be read of a seed's ``data``, which may have any errors."""
    source, entities, facts = (data.get(name) for name in ("source", "entities", "facts"))
    return PartialSeed(
        source=PartialSource(
            title=_text(source, "title") or "",
            publisher=_text(source, "publisher"),
            text=_text(source, "text"),
            sha256=_text(source, "sha256"),
            paragraphs=_text(source, "paragraphs"),
        ),
        entities={str(key): _entity(value) for key, value in (entities.items() if isinstance(entities, dict) else ())},
        facts=tuple(map(_fact, facts if isinstance(facts, list) else ())),
    )


def _entity(data: Any) -> PartialEntity:
    return PartialEntity(
        name=_text(data, "name") or "",
        type=_text(data, "type"),
        role=_text(data, "role"),
        aliases=_texts(data, "aliases"),
    )


def _fact(data: Any) -> PartialFact:
    asks, when = (_get(data, name) for name in ("ask", "when"))
    return PartialFact(
        id=_text(data, "id") or "?",
        statement=_text(data, "statement") or "",
        attribution=_text(data, "attribution"),
        citation=_citation(_get(data, "citation")),
        derived=_text(data, "derived"),
        ask=tuple(
            PartialAsk(_text(ask, "stem") or "", _text(ask, "hint")) for ask in (asks if isinstance(asks, list) else ())
        ),
        when=PartialWhen(_text(when, "date") or "", _text(when, "event") or "") if when else None,
        todo=_get(data, "todo") is True,
    )


def _citation(data: Any) -> PartialCitation:
    number = _get(data, "paragraph")
    valid = isinstance(number, int) and not isinstance(number, bool) and number > 0
    return PartialCitation(number if valid else None, _texts(data, "phrases"), _text(data, "quote"))


def _get(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _text(data: Any, key: str) -> str | None:
    value = _get(data, key)
    return value if isinstance(value, str) else None


def _texts(data: Any, key: str) -> tuple[str, ...]:
    values = _get(data, key)
    return tuple(value if isinstance(value, str) else "" for value in values) if isinstance(values, list) else ()
