"""Anki's card templates: what a card asks of a note, and which field answers it.

Syntax: https://docs.ankiweb.net/templates/fields.html
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

_TAG = re.compile(r"\{\{\s*(?P<sign>[#^/]?)\s*(?P<filters>(?:[^{}:]*:)*)(?P<field>[^{}:]*?)\s*\}\}")
_NOT_SHOWN = re.compile(r"<(script|style)\b.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Asked:
    """A card as its author meant it; all but ``front`` are names of fields, empty where there is none."""

    front: str
    """What is asked, as HTML."""
    answer: str
    hint: str
    is_typed: bool
    used: frozenset[str]
    """The fields of which no more is to be said: the front shows them, or they only switch parts of a card on."""


def asked_by(fronts: Sequence[str], backs: Sequence[str], values: Mapping[str, str]) -> Asked | None:
    """The first card that shows anything; None where no template is known or none shows anything."""
    for front, back in zip(fronts, backs, strict=False):
        shown = _filled(front, values)
        if not shown.strip():
            continue
        on_front = {field for filters, field in _fields(front) if not filters & {"type", "hint"}}
        typed = next((field for filters, field in _fields(front) if "type" in filters and values.get(field)), "")
        hint = next((field for filters, field in _fields(front) if "hint" in filters and values.get(field)), "")
        behind = [field for _, field in _fields(back) if field not in on_front and values.get(field)]
        rest = [field for field, value in values.items() if field not in on_front and value]
        return Asked(
            shown,
            typed or next(iter([*behind, *rest]), ""),
            hint,
            bool(typed),
            frozenset(on_front) | _switches(fronts, backs),
        )
    return None


def _filled(template: str, values: Mapping[str, str]) -> str:
    """``template`` with its fields filled in, without what is to be typed or asked for, and without empty parts."""
    pieces: list[str] = []
    closed: list[bool] = []
    end = 0
    template = _NOT_SHOWN.sub("", template)
    for tag in _TAG.finditer(template):
        if not any(closed):
            pieces.append(template[end : tag.start()])
        end, value = tag.end(), values.get(tag["field"], "")
        if tag["sign"] == "/":
            del closed[-1:]
        elif tag["sign"]:
            closed.append(bool(value.strip()) == (tag["sign"] == "^"))
        elif not any(closed) and not _filters(tag) & {"type", "hint"} and "tts" not in tag["filters"]:
            pieces.append(value)
    return "".join((*pieces, template[end:]))


def _fields(template: str) -> Iterator[tuple[set[str], str]]:
    for tag in _TAG.finditer(_NOT_SHOWN.sub("", template)):
        if not tag["sign"]:
            yield _filters(tag), tag["field"]


def _switches(fronts: Sequence[str], backs: Sequence[str]) -> frozenset[str]:
    templates = (*fronts, *backs)
    asked = {tag["field"] for template in templates for tag in _TAG.finditer(template) if tag["sign"]}
    return frozenset(asked - {field for template in templates for _, field in _fields(template)})


def _filters(tag: re.Match[str]) -> set[str]:
    return {part.strip() for part in tag["filters"].split(":")}
