"""Anki notes as questions: Anki's own note types, quizgen's, and all others as flashcards, without loss.

Note types: https://docs.ankiweb.net/getting-started.html#note-types
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from quizgen.importing.items import Item, refused
from quizgen.importing.markup import html_to_markdown, html_to_text
from quizgen.importing.plain import begins_block, without_line_ends
from quizgen.importing.templates import Asked, asked_by, cloze_fields
from quizgen.questions.fields import ID_PATTERN
from quizgen.text.numbers import parse_number

_CLOZE = re.compile(r"\{\{c\d+::")
_OCCLUSION = "::image-occlusion:"
_OURS = "quizgen "
NOT_DESCRIBED = "(not described yet)"
"""Placeholder for a picture's description. The file's name is not used: it often contains the answer."""
WHAT_IS_SHOWN = "What does the picture show?"
# Field names that do not describe their content.
_EXTRA = re.compile(r"back extra|extra|explanation|notes|comments|remarks|field \d+", re.IGNORECASE)
_OWN_GUID = re.compile(r"(?P<set>[a-z0-9.-]+)/(?P<id>[a-z0-9.-]+)")
_TO = re.compile(r"(\S+) to (\S+)")


@dataclass(frozen=True, slots=True)
class NoteData:
    """A note of a package or text file; ``fields`` are (name, HTML), ``cards`` is the number of its cards."""

    where: str
    note_type: str
    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    guid: str | None = None
    is_cloze: bool = False
    is_typed: bool = False
    cards: int = 1
    fronts: tuple[str, ...] = ()
    """Templates of the cards' fronts; empty if the file has no templates. ``backs`` are those of the backs."""
    backs: tuple[str, ...] = ()
    topic: str = ""


class _Note:
    """A note being converted; collects its pictures and what cannot be converted."""

    def __init__(self, note: NoteData) -> None:
        self.note = note
        self.notes: list[str] = []
        self.pictures: list[tuple[str, str]] = []
        self._values = dict(note.fields)

    def value(self, name: str) -> str:
        return self._values.get(name, "")

    def markdown(self, html: str, *, keep_marks: bool = False) -> str:
        converted = html_to_markdown(html, keep_marks=keep_marks)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.pictures += converted.pictures
        return converted.text

    def behind(self, html: str) -> str:
        """Return ``html`` as Markdown without pictures: those of a back would give the answer away."""
        before = len(self.pictures)
        text = self.markdown(html)
        shown = {name for name, _ in self.pictures[:before]}
        self.notes += (
            f"left out the picture {name}{f' ({alt})' if alt else ''}, which is on the back; only pictures that are "
            "part of the question are imported"
            for name, alt in self.pictures[before:]
            if name not in shown
        )
        del self.pictures[before:]
        return text

    def line(self, html: str) -> str:
        return without_line_ends(self.markdown(html))


def note_item(note: NoteData) -> Item:
    """Return the question that ``note`` makes."""
    if note.fields and _OCCLUSION in note.fields[0][1]:
        return refused(note.where, "it hides parts of a picture (image occlusion), which quizgen does not support")
    made = _Note(note)
    try:
        data = _data(made)
    except ValueError as error:
        return refused(note.where, str(error))
    data |= {"tags": list(note.tags), "guid": note.guid, "topic": data.get("topic") or note.topic}
    if (ours := _OWN_GUID.fullmatch(note.guid or "")) is not None and re.fullmatch(ID_PATTERN, ours["id"]):
        data["id"] = ours["id"]
        data["tags"] = [tag for tag in note.tags if tag.split("::")[0] != ours["set"]]
    shown = tuple(dict.fromkeys(name for name, _ in made.pictures))
    if shown:
        alt = next(alt for name, alt in made.pictures if name == shown[0])
        data["image"] = {"alt": alt or NOT_DESCRIBED}
        made.notes += (f"left out the picture {name}: a question can have only one" for name in shown[1:])
    return Item(note.where, data, tuple(dict.fromkeys(made.notes)), shown[:1])


def _data(made: _Note) -> dict[str, Any]:
    note = made.note
    if note.note_type.startswith(_OURS):
        return _ours(made)
    has_templates = bool(note.fronts)
    if note.is_cloze or (not has_templates and note.fields and _CLOZE.search(note.fields[0][1])):
        return _cloze(made)
    return _card(made)


def _card(made: _Note) -> dict[str, Any]:
    """Return the first card, with a typed answer if it asks for one; other fields become the explanation."""
    note = made.note
    names = [name for name, _ in note.fields]
    asked = asked_by(note.fronts, note.backs, dict(note.fields)) or Asked(
        "".join(html for _, html in note.fields[:1]), "".join(names[1:2]), "", note.is_typed, frozenset(names[:1])
    )
    stem = made.markdown(asked.front)
    if not stem and not made.pictures:
        raise ValueError("the front of its card has no text")
    if not stem:
        made.notes.append(f"its front is only a picture, so the question is: {WHAT_IS_SHOWN}")
    answer = made.behind(made.value(asked.answer))
    if not answer:
        raise ValueError("the back of its card has no text")
    typed = asked.is_typed and not any(sign in answer for sign in ("\n", "]("))  # nobody types lines or links
    data: dict[str, Any] = {"kind": "short" if typed else "card", "stem": stem or WHAT_IS_SHOWN}
    data["answer"] = html_to_text(made.value(asked.answer)) if typed else answer
    data["hint"] = made.behind(made.value(asked.hint))
    used = asked.used | {asked.answer, asked.hint}
    data["explanation"] = _other_fields(made, used)
    if note.cards > 1:
        made.notes.append(f"only the first of the {note.cards} cards was imported (note type {note.note_type!r})")
    return data


def _other_fields(made: _Note, used: Collection[str]) -> str:
    """Return the fields that are not in ``used``, with their names."""
    more = [(name, made.behind(html)) for name, html in made.note.fields if name not in used]
    return "\n\n".join(text if _EXTRA.fullmatch(name) else _labelled(name, text) for name, text in more if text)


def _labelled(name: str, text: str) -> str:
    label = html_to_text(name).replace("*", "") or "More"
    space = "\n\n" if begins_block(text) else " "
    return f"**{label}**:{space}{text}"


def topic_of(deck: str, title: str | None) -> str:
    """Return the topic for a subdeck; empty for the deck ``title`` itself."""
    parts = [part for part in deck.split("::") if part]
    return ": ".join(parts[1:] if parts[:1] == [title] else parts)


def _cloze(made: _Note) -> dict[str, Any]:
    names = [name for name, _ in made.note.fields]
    marked = (*cloze_fields(made.note.fronts), *names)
    asked = next((name for name in marked if _CLOZE.search(made.value(name))), "".join(names[:1]))
    text = made.markdown(made.value(asked), keep_marks=True)
    return {"kind": "cloze", "text": text, "explanation": _other_fields(made, {asked})}


def _ours(made: _Note) -> dict[str, Any]:
    """Return the question that a note of quizgen's own types was made from."""
    kind = made.note.note_type.removeprefix(_OURS)
    data: dict[str, Any] = {
        "explanation": made.markdown(made.value("Explanation")),
        "hint": made.markdown(made.value("Hint")),
        "topic": html_to_text(made.value("Topic")),
    }
    made.markdown(made.value("Image"))
    if made.value("Attribution"):
        data["attribution"] = made.line(made.value("Attribution"))
    if found := re.match(r"Paragraph ([0-9]{1,5})\b", html_to_text(made.value("Citation"))):
        data["citation"] = {"paragraph": int(found[1])}
    if kind != "cloze":
        data["stem"] = made.markdown(made.value("Question"))
    return data | _OWN_KINDS.get(kind, _card)(made)


def _own_card(made: _Note) -> dict[str, Any]:
    return {"kind": "card", "answer": made.markdown(made.value("Answer"))}


def _own_choice(made: _Note) -> dict[str, Any]:
    items = sorted(_items(made.value("Options")), key=lambda item: item.position)
    options = [made.line(item.html) for item in items]
    right = [text for text, item in zip(options, items, strict=True) if item.right]
    wrong = [text for text, item in zip(options, items, strict=True) if not item.right]
    order: dict[str, Any] = {"distractors": wrong}
    if 'data-shuffle="yes"' not in made.value("Options"):
        order = {"options": options, "shuffle": False}
    elif 'data-pin-last="yes"' in made.value("Options"):
        order = {"options": options, "pin_last": True}
    if made.value("Multiple"):
        return {"kind": "multiple", "answers": right, **order}
    return {"kind": "choice", "answer": right[0] if right else "", **order}


def _own_true_false(made: _Note) -> dict[str, Any]:
    return {"kind": "true_false", "answer": html_to_text(made.value("Answer")) == "True"}


def _own_typed(made: _Note) -> dict[str, Any]:
    answer, accepted = html_to_text(made.value("Full Answer")), html_to_text(made.value("Accepted"))
    number, unit = parse_number(html_to_text(made.value("Answer"))), html_to_text(made.value("Unit"))
    span = _TO.fullmatch(accepted)
    bounds = [parse_number(part) for part in span.groups()] if span else []
    is_span = bool(bounds) and None not in bounds
    if number is not None and (unit or is_span):
        spans = {"range": [_plain_number(bound) for bound in bounds]} if is_span else {}
        return {"kind": "number", "answer": _plain_number(number), "unit": unit, **spans}
    return {"kind": "short", "answer": answer, "accept": [part for part in accepted.split(", ") if part]}


def _own_cloze(made: _Note) -> dict[str, Any]:
    data: dict[str, Any] = {"kind": "cloze", "text": made.markdown(made.value("Text"), keep_marks=True)}
    accepted = html_to_text(made.value("Accepted"))
    if accepted and not accepted.startswith("("):
        data["accept"] = {"c1": accepted.split(", ")}
    elif accepted:
        parts = re.findall(r"\((\d+)\) ([^;]+)", accepted)
        data["accept"] = {f"c{number}": text.strip().split(", ") for number, text in parts}
    return data


def _own_order(made: _Note) -> dict[str, Any]:
    return {"kind": "order", "steps": [made.line(_without_letter(item.html)) for item in _items(made.value("Answer"))]}


def _own_match(made: _Note) -> dict[str, Any]:
    pairs = [re.split(r" <b>–</b> ", _without_letter(item.html), maxsplit=1) for item in _items(made.value("Answer"))]
    return {"kind": "match", "pairs": {made.line(pair[0]): made.line(pair[1]) for pair in pairs if len(pair) == 2}}


_OWN_KINDS = {
    "card": _own_card,
    "choice": _own_choice,
    "true or false": _own_true_false,
    "typed": _own_typed,
    "cloze": _own_cloze,
    "order": _own_order,
    "match": _own_match,
}


def _plain_number(value: Any) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)


def _without_letter(html: str) -> str:
    return re.sub(r'<span class="letter">\([A-Z]\)</span>\s*$', "", html).rstrip()


@dataclass(frozen=True, slots=True)
class _ListItem:
    html: str
    position: int
    right: bool


def _items(html: str) -> Sequence[_ListItem]:
    """Return the items of a list that quizgen wrote; its tags have a known form."""
    items = []
    for number, (attributes, inner) in enumerate(re.findall(r"<li([^<>]*)>((?:(?!<li).)*?)</li>", html, re.DOTALL)):
        place = re.search(r'data-position="([0-9]{1,4})"', attributes)
        items.append(_ListItem(inner, int(place[1]) if place else number, "data-right" in attributes))
    return items
