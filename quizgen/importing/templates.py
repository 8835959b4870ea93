"""Anki's card templates: what a card asks, and which field answers it.

Syntax: https://docs.ankiweb.net/templates/fields.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

_TAG = re.compile(r"\{\{\s*(?P<sign>[#^/]?)\s*(?P<filters>(?:[^{}:]*:)*)(?P<field>[^{}:]*?)\s*\}\}")
_UNSEEN = re.compile(r"<(?P<tag>script|style)\b|<!--", re.IGNORECASE)
_MAX_FRONT = 1_000_000
_NOT_ASKED = frozenset({"type", "hint"})


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as its author meant it; ``answer`` and ``hint`` are field names, or empty."""

    front: str
    """The question, as HTML."""
    answer: str
    hint: str
    is_typed: bool
    used: frozenset[str]
    """Fields that need no further mention: the front shows them, or they only switch parts of a card on."""


def asked_by(fronts: Sequence[str], backs: Sequence[str], values: Mapping[str, str]) -> Asked | None:
    """Return the first card that shows anything; None if no template is known or none shows anything."""
    for front, back in zip(fronts, backs, strict=False):
        shown = _filled(front, values)
        if not shown.strip():
            continue
        on_front = {field for filters, field in _fields(front) if not filters & _NOT_ASKED}
        typed = next((field for filters, field in _fields(front) if "type" in filters and values.get(field)), "")
        hint = next((field for filters, field in _fields(front) if "hint" in filters and values.get(field)), "")
        behind = [field for _, field in _fields(back) if field not in on_front and values.get(field)]
        rest = [field for field, value in values.items() if field not in on_front and value]
        return Asked(
            shown,
            typed or next(iter([*behind, *rest]), ""),
            hint,
            bool(typed),
            frozenset(on_front) | _switches((*fronts, *backs)),
        )
    return None


def cloze_fields(fronts: Sequence[str]) -> Iterator[str]:
    """Yield the fields whose marks the cards of a cloze type ask."""
    return (field for front in fronts for filters, field in _fields(front) if "cloze" in filters)


@dataclass(frozen=True, slots=True)
class _Part:
    """The text before a tag of a template, and the tag."""

    before: str
    sign: str
    filters: frozenset[str]
    field: str

    @property
    def is_spoken(self) -> bool:
        return any(name.startswith("tts") for name in self.filters)


def _filled(template: str, values: Mapping[str, str]) -> str:
    """Return ``template`` filled in, without fields to type or to reveal, and without empty parts."""
    pieces: list[str] = []
    size = 0
    open_parts: list[bool] = []
    hidden = 0
    for part in _parts(template):
        if not hidden:
            pieces.append(part.before)
        if part.sign == "/":
            hidden -= open_parts.pop() if open_parts else False
        elif part.sign:
            open_parts.append(bool(values.get(part.field, "").strip()) == (part.sign == "^"))
            hidden += open_parts[-1]
        elif not hidden and not part.filters & _NOT_ASKED and not part.is_spoken:
            pieces.append(values.get(part.field, ""))
            size += len(pieces[-1])
            if size > _MAX_FRONT:  # malicious; validation rejects it as too long
                break
    return "".join(pieces)


@lru_cache(maxsize=1000)
def _parts(template: str) -> tuple[_Part, ...]:
    template = _without_scripts(template)
    parts = []
    end = 0
    for tag in _TAG.finditer(template):
        filters = frozenset(name.strip() for name in tag["filters"].split(":"))
        parts.append(_Part(template[end : tag.start()], tag["sign"], filters, tag["field"]))
        end = tag.end()
    return (*parts, _Part(template[end:], "", frozenset(), ""))


def _without_scripts(template: str) -> str:
    pieces = []
    end = 0
    lower = template.lower()
    for opening in _UNSEEN.finditer(template):
        if opening.start() >= end:
            pieces.append(template[end : opening.start()])
            closing = lower.find(f"</{opening['tag'].lower()}" if opening["tag"] else "-->", opening.end())
            end = template.find(">", closing) + 1 if closing >= 0 else 0
            if not end:  # it never closes and hides everything below
                return "".join(pieces)
    return "".join((*pieces, template[end:]))


def _fields(template: str) -> Iterator[tuple[frozenset[str], str]]:
    return ((part.filters, part.field) for part in _parts(template) if part.field and not part.sign)


@lru_cache(maxsize=1000)
def _switches(templates: tuple[str, ...]) -> frozenset[str]:
    """Return the fields that templates only test and never show."""
    asked = {part.field for template in templates for part in _parts(template) if part.sign}
    return frozenset(asked - {field for template in templates for _, field in _fields(template)})
