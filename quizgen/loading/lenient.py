"""What of a faulty seed can be held against its text all the same, so that an author hears of everything at once."""

from collections.abc import Mapping
from typing import Any, get_args

from quizgen.facts.model import Ask, Dated, Entity, EntityType, Fact, Quotation, Seed, Source


def readable_seed(data: Mapping[str, Any]) -> Seed:
    """The texts in a seed's ``data``, each at its place, in a seed that nobody has checked; what has no form is empty.

    A citation without a paragraph has the number 0.
    """
    entities, facts = data.get("entities"), data.get("facts")
    return Seed.model_construct(
        id=_text(data, "id") or "",
        source=_source(data.get("source")),
        topics={},
        entities={str(key): _entity(value) for key, value in (entities.items() if isinstance(entities, dict) else ())},
        facts=tuple(map(_fact, facts if isinstance(facts, list) else ())),
    )


def _source(data: Any) -> Source:
    try:
        return Source.model_validate(data)
    except ValueError:
        return Source.model_construct(title=_text(data, "title") or "", publisher=_text(data, "publisher"))


def _entity(data: Any) -> Entity:
    kinds: tuple[EntityType, ...] = get_args(EntityType)
    kind = _text(data, "type")
    return Entity.model_construct(
        name=_text(data, "name") or "",
        type=next((one for one in kinds if one == kind), "organisation"),
        role=_text(data, "role"),
        aliases=_texts(data, "aliases"),
    )


def _fact(data: Any) -> Fact:
    asks, when = (_get(data, name) for name in ("ask", "when"))
    return Fact.model_construct(
        id=_text(data, "id") or "?",
        topic="",
        statement=_text(data, "statement") or "",
        attribution=_text(data, "attribution"),
        citation=_citation(_get(data, "citation")),
        ask=tuple(map(_ask, asks if isinstance(asks, list) else ())),
        when=Dated.model_construct(date=_text(when, "date") or "", event=_text(when, "event") or "") if when else None,
        todo=_get(data, "todo") is True,
    )


def _citation(data: Any) -> Quotation:
    number = _get(data, "paragraph")
    return Quotation.model_construct(
        paragraph=number if isinstance(number, int) and number > 0 else 0,
        phrases=_texts(data, "phrases"),
        quote=_text(data, "quote"),
    )


def _ask(data: Any) -> Ask:
    return Ask.model_construct(
        stem=_text(data, "stem") or "", answer=_text(data, "answer") or "", hint=_text(data, "hint")
    )


def _get(data: Any, key: str) -> Any:
    return data.get(key) if isinstance(data, dict) else None


def _text(data: Any, key: str) -> str | None:
    value = _get(data, key)
    return value if isinstance(value, str) else None


def _texts(data: Any, key: str) -> tuple[str, ...]:
    values = _get(data, key)
    return tuple(value if isinstance(value, str) else "" for value in values) if isinstance(values, list) else ()
