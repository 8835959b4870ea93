"""Anki's card templates: what a card asks, and which field answers it.

Syntax: https://docs.ankiweb.net/templates/fields.html
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from quizgen.importing.answers import LINE
from quizgen.importing.markup import html_to_text

_TAG = re.compile(r"\{\{\s*(?P<sign>[#^/]?)\s*(?P<filters>(?:[^{}:]*:)*)(?P<field>[^{}:]*?)\s*\}\}")
_UNSEEN = re.compile(r"<(?P<tag>script|style)\b|<!--", re.IGNORECASE)
_ANSWER_LINE = re.compile(r"\bid\s*=\s*[\"']?answer\b", re.IGNORECASE)
_RANK = re.compile(r"freq|rank|index|sort|order|number|\b(?:no|nr|id|key|count|level|lesson)\b", re.IGNORECASE)
# Tables only arrange the fields of a card.
_ROW = re.compile(r"</?(?:table|thead|tbody|tfoot|caption|tr)\b[^<>]*>", re.IGNORECASE)
_CELL = re.compile(r"</?t[dh]\b[^<>]*>", re.IGNORECASE)
_CELL_WITHOUT_WORDS = re.compile(r"<t[dh]\b[^<>]*>(?:[^\w{}<>&]|&\w{1,10};){0,100}</t[dh]\s*>", re.IGNORECASE)
_LABEL = re.compile(r"[^<>\n?!.:]{1,40}:(?P<end>\s*(?:</\w+>\s*){0,3})\Z")
_MAX_LABEL = 100
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
    asks: tuple[str, ...]
    """Fields that the front shows, in order."""
    mentions: tuple[str, ...]
    """Further fields that some card shows, in the order of the note."""
    hidden: tuple[str, ...] = ()
    """Fields that no card shows, and that do not only switch parts of a card on."""


def cards_asked(fronts: Sequence[str], backs: Sequence[str], values: Mapping[str, str]) -> list[Asked]:
    """Return every card that shows anything on its front, in the order of the templates."""
    templates = (*fronts, *backs)
    shown_anywhere = shown_fields(templates)
    hidden = tuple(field for field in values if field not in shown_anywhere | _switches(templates))
    cards = []
    for front, back in zip(fronts, backs, strict=False):
        shown = _filled(front, values)
        if not shown.strip():
            continue
        on_front = tuple(dict.fromkeys(field for filters, field in _fields(front) if not filters & _NOT_ASKED))
        typed = next((field for filters, field in _fields(front) if "type" in filters and values.get(field)), "")
        hint = next((field for filters, field in _fields(front) if "hint" in filters and values.get(field)), "")
        answer = typed or _answer(back, on_front, values)
        used = {*on_front, answer, hint}
        mentions = tuple(field for field in values if field in shown_anywhere and field not in used)
        cards.append(Asked(shown, answer, hint, bool(typed), on_front, mentions, hidden))
    return cards


def _answer(back: str, on_front: Collection[str], values: Mapping[str, str]) -> str:
    """Return the field with the answer: the first one with words that only the back shows.

    Anki separates the question, which the back repeats, from the answer by ``<hr id=answer>``. What is above it may be
    anything, such as the rank of a word in a list of frequencies.
    """
    upper, lower = _around_answer_line(back)
    below, above = ([field for _, field in _fields(part) if field not in on_front] for part in (lower, upper))
    others = [field for field in values if field not in on_front]
    candidates = [field for field in dict.fromkeys([*below, *above, *others]) if html_to_text(values.get(field, ""))]
    words = [field for field in candidates if not _is_rank(field, html_to_text(values[field]))]
    return next(iter([*words, *candidates]), "")


def _around_answer_line(back: str) -> tuple[str, str]:
    """Return the parts of a back above and below the line that separates the answer."""
    lines = list(LINE.finditer(back))
    line = next((line for line in lines if _ANSWER_LINE.search(line[0])), lines[-1] if lines else None)
    return (back[: line.start()], back[line.end() :]) if line else ("", back)


def _is_rank(field: str, text: str) -> bool:
    """Return whether a field only ranks the notes, so that it is not the answer: `Frequency`, `Index`, `Sort key`."""
    return bool(_RANK.search(field)) and not any(char.isalpha() for char in text)


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
            value = values.get(part.field, "")
            if part.field and not value.strip():
                pieces[-1] = _without_label(pieces[-1])
            pieces.append(value)
            size += len(pieces[-1])
            if size > _MAX_FRONT:  # malicious; validation rejects it as too long
                break
    return "".join(pieces)


def _without_label(before: str) -> str:
    """Return the text before an empty field without the label of that field, as in ``Context: ``."""
    return before[:-_MAX_LABEL] + _LABEL.sub(r"\g<end>", before[-_MAX_LABEL:])


@lru_cache(maxsize=1000)
def _parts(template: str) -> tuple[_Part, ...]:
    template = _CELL.sub(" ", _ROW.sub("<br>", _CELL_WITHOUT_WORDS.sub(" ", _without_scripts(template))))
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
def shown_fields(templates: tuple[str, ...]) -> frozenset[str]:
    """Return the names of all fields that ``templates`` show."""
    return frozenset(field for template in templates for _, field in _fields(template))


@lru_cache(maxsize=1000)
def _switches(templates: tuple[str, ...]) -> frozenset[str]:
    return frozenset(part.field for template in templates for part in _parts(template) if part.sign)
