"""Anki notes as questions: Anki's own note types, quizgen's, and all others as flashcards, without loss.

Note types: https://docs.ankiweb.net/getting-started.html#note-types
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from quizgen.importing.items import Item, refused
from quizgen.importing.markup import html_to_markdown, html_to_text
from quizgen.importing.plain import begins_block, without_line_ends
from quizgen.importing.templates import Asked, cards_asked, cloze_fields, shown_fields
from quizgen.questions.distractor import Distractor
from quizgen.questions.fields import ID_PATTERN
from quizgen.text.numbers import parse_decimal

_CLOZE = re.compile(r"\{\{c\d+::")
_OCCLUSION = "::image-occlusion:"
_OURS = "quizgen "
NOT_DESCRIBED = "(not described yet)"
"""Placeholder for a picture's description. The file's name is not used: it often contains the answer."""
WHAT_IS_SHOWN = "What does the picture show?"
# Field names that do not describe their content.
_EXTRA = re.compile(r"back extra|extra|explanation|notes|comments|remarks|field \d+", re.IGNORECASE)
_FEEDBACK, _FEEDBACK_END = '<ul class="feedback">', "</ul>"
"""Around the feedback for wrong options, which quizgen writes above the explanation."""
_FEEDBACK_ITEM = re.compile(
    r'<li(?: data-share="(?P<share>0\.\d{1,20})")?><b>(?P<option>(?:(?!</b>).)*)</b>'
    r"(?:<div>(?P<feedback>(?:(?!</div></li>).)*)</div>)?</li>",
    re.DOTALL,
)
_OWN_GUID = re.compile(r"(?P<set>[a-z0-9.-]+)/(?P<id>[a-z0-9.-]+)")
_TO = re.compile(r"(\S.*?) to (\S.*)")


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
        self.pictures_behind: list[tuple[str, str]] = []
        self._values = dict(note.fields)

    def value(self, name: str) -> str:
        return self._values.get(name, "")

    def markdown(self, html: str, *, keep_marks: bool = False) -> str:
        converted = html_to_markdown(html, keep_marks=keep_marks)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.pictures += converted.pictures
        return converted.text

    def behind(self, html: str) -> str:
        """Return ``html`` as Markdown; its pictures are shown after the answer, which they may contain."""
        before = len(self.pictures)
        text = self.markdown(html)
        self.pictures_behind += self.pictures[before:]
        del self.pictures[before:]
        return text

    def line(self, html: str) -> str:
        return without_line_ends(self.markdown(html))


@dataclass(frozen=True, slots=True)
class ImportChoices:
    """What the author of an import chooses, where the templates of the cards do not fit."""

    front: str = ""
    """Name of the field with the question; empty if the templates decide."""
    back: str = ""
    """Name of the field with the answer."""
    note_type: str = ""
    """Name of the note type that has these fields; empty for every type that has them."""
    first_cards: bool = False
    """Whether only the first card of each note is imported."""

    def fit(self, note_type: str, fields: Collection[str]) -> bool:
        """Return whether notes of this type have the chosen fields."""
        return bool(self.front) and self.note_type in ("", note_type) and {self.front, self.back} <= {*fields}


def note_items(note: NoteData, choices: ImportChoices = ImportChoices()) -> list[Item]:
    """Return the questions that ``note`` makes: one for each of its cards that asks something else."""
    if note.fields and _OCCLUSION in note.fields[0][1]:
        return [
            refused(
                note.where,
                "the note hides parts of a picture (image occlusion), which quizgen does not support; ask for each "
                "part in "
                "a separate question that has the picture as its `image`",
            )
        ]
    if note.note_type.startswith(_OURS):
        return [_item(note, _ours)]
    if note.is_cloze or (not note.fronts and note.fields and _CLOZE.search(note.fields[0][1])):
        return [_item(note, _cloze)]
    cards = _cards(note, choices)
    items = [_item(note, partial(_card, asked=card), number) for number, card in enumerate(cards, 1)]
    if not items[0].data:
        return items[:1]
    # A further card without words, such as one that only plays a sound, is reported with the note's first card.
    asked = [item for place, item in enumerate(items) if item.data and place < note.cards]
    if left := note.cards - len(asked):
        kept = f"{len(asked)} of the {note.cards} cards {'was' if len(asked) == 1 else 'were'} imported"
        said = f"only {kept} (note type {note.note_type!r})" if left > 0 else ""
        asked[0] = replace(asked[0], notes=tuple(filter(None, (*asked[0].notes, said))))
    return asked


def _item(note: NoteData, make: "Callable[[_Note], tuple[dict[str, Any], str]]", card: int = 1) -> Item:
    """Return one question of a note, or why there is none; only that of the first card keeps the note's guid."""
    made = _Note(note)
    where = note.where if card == 1 else f"{note.where}, card {card}"
    try:
        data, fields = make(made)
    except ValueError as error:
        return refused(where, str(error))
    data |= {
        "tags": list(note.tags),
        "guid": note.guid if card == 1 else None,
        "topic": data.get("topic") or note.topic,
    }
    if (ours := _OWN_GUID.fullmatch(note.guid or "")) is not None and re.fullmatch(ID_PATTERN, ours["id"]):
        data["id"] = ours["id"]
        data["tags"] = [tag for tag in note.tags if tag.split("::")[0] != ours["set"]]
    front = tuple(dict.fromkeys(name for name, _ in made.pictures))
    back = tuple(dict.fromkeys(name for name, _ in made.pictures_behind))
    if shown := front or back:
        alt = next(alt for name, alt in (*made.pictures, *made.pictures_behind) if name == shown[0])
        data["image"] = {"alt": alt or NOT_DESCRIBED, **({} if front else {"after_answer": True})}
        named = {name: alt for name, alt in reversed((*made.pictures, *made.pictures_behind)) if name != shown[0]}
        made.notes += (
            f"left out the picture {name}{f' ({alt})' if alt else ''}: a question can have only one"
            for name, alt in named.items()
        )
    return Item(where, data, tuple(dict.fromkeys(made.notes)), shown[:1], group=note.note_type, fields=fields)


def _cards(note: NoteData, choices: ImportChoices) -> list[Asked]:
    """Return what the cards of ``note`` ask; at least one."""
    values = dict(note.fields)
    names = tuple(values)
    if choices.fit(note.note_type, names):
        rest = tuple(name for name in names if name not in (choices.front, choices.back))
        return [Asked(values[choices.front], choices.back, "", note.is_typed, (choices.front,), rest)]
    if cards := cards_asked(note.fronts, note.backs, values):
        return cards[:1] if choices.first_cards else [cards[0], *_new(cards)]
    first, second, rest = names[:1], "".join(names[1:2]), names[2:]
    return [Asked("".join(values[name] for name in first), second, "", note.is_typed, first, rest)]


def _new(cards: Sequence[Asked]) -> Iterator[Asked]:
    """Yield the cards after the first that ask for something that no earlier card asks for."""
    for place, card in enumerate(cards):
        earlier = {(other.asks, other.answer) for other in cards[:place]}
        if place and card.asks and (card.asks, card.answer) not in earlier:
            yield card


def _card(made: _Note, asked: Asked) -> tuple[dict[str, Any], str]:
    """Return the question of a card, typed if it asks for that, and its fields; others become the explanation."""
    stem = made.markdown(asked.front)
    if not stem and not made.pictures:
        raise ValueError("the front of the card has no text")
    if not stem:
        made.notes.append(f"the front is only a picture, so the question is: {WHAT_IS_SHOWN}")
    answer = made.behind(made.value(asked.answer))
    if not answer:
        raise ValueError("the back of the card has no text")
    typed = asked.is_typed and not any(sign in answer for sign in ("\n", "]("))  # nobody types lines or links
    data: dict[str, Any] = {"kind": "short" if typed else "card", "stem": stem or WHAT_IS_SHOWN}
    data["answer"] = html_to_text(made.value(asked.answer)) if typed else answer
    data["hint"] = made.behind(made.value(asked.hint))
    data["explanation"] = _explanation(made, asked.mentions)
    if hidden := [name for name in asked.hidden if html_to_text(made.value(name))]:
        made.notes.append(f"left out fields that no card shows: {', '.join(map(repr, hidden))}")
    return data, f"the question comes from {', '.join(asked.asks)}; the answer comes from {asked.answer}"


def _explanation(made: _Note, names: Iterable[str]) -> str:
    """Return the fields ``names`` as text, each with its name."""
    more = [(name, made.behind(made.value(name))) for name in names]
    return "\n\n".join(text if _EXTRA.fullmatch(name) else _labelled(name, text) for name, text in more if text)


def _labelled(name: str, text: str) -> str:
    label = html_to_text(name).replace("*", "") or "More"
    space = "\n\n" if begins_block(text) else " "
    return f"**{label}**:{space}{text}"


def topic_of(deck: str, title: str | None) -> str:
    """Return the topic for a subdeck; empty for the deck ``title`` itself."""
    parts = [part for part in deck.split("::") if part]
    return ": ".join(parts[1:] if parts[:1] == [title] else parts)


def _cloze(made: _Note) -> tuple[dict[str, Any], str]:
    names = [name for name, _ in made.note.fields]
    marked = (*cloze_fields(made.note.fronts), *names)
    asked = next((name for name in marked if _CLOZE.search(made.value(name))), "".join(names[:1]))
    text = made.markdown(made.value(asked), keep_marks=True)
    shown = shown_fields((*made.note.fronts, *made.note.backs)) if made.note.fronts else names
    others = [name for name in names if name in shown and name != asked]
    return {"kind": "cloze", "text": text, "explanation": _explanation(made, others)}, f"the text comes from {asked}"


def _ours(made: _Note) -> tuple[dict[str, Any], str]:
    """Return the question that a note of quizgen's own types was made from."""
    kind = made.note.note_type.removeprefix(_OURS)
    data: dict[str, Any] = {
        "explanation": made.markdown(_split_feedback(made.value("Explanation"))[1]),
        "hint": made.markdown(made.value("Hint")),
        "topic": html_to_text(made.value("Topic")),
    }
    for field in ("Image", "Spare 1"):  # collects the picture, and reports a sound
        made.markdown(made.value(field))
    if made.value("Attribution"):
        data["attribution"] = made.line(made.value("Attribution"))
    if found := re.match(r"Paragraph ([0-9]{1,5})\b", html_to_text(made.value("Citation"))):
        data["citation"] = {"paragraph": int(found[1])}
    if kind != "cloze":
        data["stem"] = made.markdown(made.value("Question"))
    own = _OWN_KINDS.get(kind)
    return data | (own(made) if own else _card(made, _cards(made.note, ImportChoices())[0])[0]), ""


def _own_card(made: _Note) -> dict[str, Any]:
    return {"kind": "card", "answer": made.markdown(made.value("Answer"))}


def _own_choice(made: _Note) -> dict[str, Any]:
    items = sorted(_items(made.value("Options")), key=lambda item: item.position)
    options = [made.line(item.html) for item in items]
    right = [text for text, item in zip(options, items, strict=True) if item.right]
    wrong = [text for text, item in zip(options, items, strict=True) if not item.right]
    said = _feedback(made)
    order: dict[str, Any] = {"distractors": [Distractor(one, *said.get(one, ())).data() for one in wrong]}
    if 'data-shuffle="yes"' not in made.value("Options"):
        order |= {"options": options, "shuffle": False}
    elif 'data-pin-last="yes"' in made.value("Options"):
        order |= {"options": options, "pin_last": True}
    if made.value("Multiple"):
        return {"kind": "multiple", "answers": right, **order}
    return {"kind": "choice", "answer": right[0] if right else "", **order}


def _feedback(made: _Note) -> dict[str, tuple[str | None, float | None]]:
    """Return the feedback and the share of each wrong option that has some."""
    return {
        made.line(item["option"]): (
            made.markdown(item["feedback"] or "") or None,
            float(item["share"]) if item["share"] else None,
        )
        for item in _split_feedback(made.value("Explanation"))[0]
    }


def _split_feedback(html: str) -> tuple[list[re.Match[str]], str]:
    """Return the feedback for each wrong option at the start of ``html``, and the explanation below it."""
    items: list[re.Match[str]] = []
    end = len(_FEEDBACK) if html.startswith(_FEEDBACK) else 0
    while end and (item := _FEEDBACK_ITEM.match(html, end)):
        items.append(item)
        end = item.end()
    if items and html.startswith(_FEEDBACK_END, end):
        return items, html[end + len(_FEEDBACK_END) :]
    return [], html


def _own_true_false(made: _Note) -> dict[str, Any]:
    return {"kind": "true_false", "answer": html_to_text(made.value("Answer")) == "True"}


def _own_typed(made: _Note) -> dict[str, Any]:
    answer, accepted = html_to_text(made.value("Full Answer")), html_to_text(made.value("Accepted"))
    number, unit = parse_decimal(html_to_text(made.value("Answer"))), html_to_text(made.value("Unit"))
    span = _TO.fullmatch(accepted)
    bounds = [parse_decimal(part) for part in span.groups()] if span else []
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
