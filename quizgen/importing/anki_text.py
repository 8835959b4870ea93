"""Anki's text export: a table whose header lines name the columns that are not fields.

Header lines: https://docs.ankiweb.net/importing/text-files.html#file-headers
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import escape

from quizgen.anki.notetypes import NOTE_TYPES
from quizgen.anki.set_header import SetHeader, headers_in
from quizgen.importing.anki_notes import ImportChoices, note_items, topic_of
from quizgen.importing.csv_rows import Row, rows_of, separator_of
from quizgen.importing.items import Item, refused
from quizgen.importing.note_reader import NoteData

_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_HEADER = re.compile(
    r"#(quizgen|separator|html|columns|notetype|deck|tags|guid|if matches|[a-z ]+ column)\s*:(.*)", re.IGNORECASE
)


@dataclass
class _Headers:
    separator: str = ""
    html: bool = False
    columns: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    note_type: str = ""
    deck: str = ""
    places: dict[str, int] = field(default_factory=dict)
    sets: dict[str, SetHeader] = field(default_factory=dict)


def has_anki_headers(text: str) -> bool:
    """Return whether ``text`` begins with Anki's header lines."""
    return _HEADER.match(text) is not None


def read_anki_text(text: str, choices: ImportChoices) -> tuple[str | None, Mapping[str, SetHeader], Iterator[Item]]:
    """Return the deck's name, if the file has one, the headers of quizgen's own sets, and the notes as questions."""
    headers, lines = _Headers(), text.split("\n")
    number = 0
    while number < len(lines) and (found := _HEADER.fullmatch(lines[number])):
        _header(headers, found[1].strip().lower(), found[2])
        number += 1
    rest = "\n".join(lines[number:])
    rows = rows_of(rest, headers.separator or separator_of(rest), number + 1)
    taken = [(row, _special(row, headers, "deck")) for row in rows]
    # As in a package, the top deck is the set, and its subdecks are topics.
    tops = Counter(deck.split("::")[0] for _, deck in taken if deck)
    title = headers.deck or next((top for top, _ in tops.most_common(1)), None)
    items = (item for row, deck in taken for item in _note(row, headers, topic_of(deck, title), choices))
    return title, headers.sets, items


def _special(row: Row, headers: _Headers, name: str) -> str:
    """Return the cell in the column ``name``, one of those that are not fields."""
    place = headers.places.get(name, -1)
    return row.cells[place].strip() if 0 <= place < len(row.cells) else ""


def _header(headers: _Headers, name: str, value: str) -> None:
    plain = value.strip()
    if name == "separator":
        headers.separator = _SEPARATORS.get(plain.lower(), plain[:1] or "\t")
    elif name == "html":
        headers.html = plain.lower() == "true"
    elif name == "columns":
        headers.columns = [part.strip() for part in value.split(headers.separator or separator_of(value))]
    elif name == "quizgen":
        headers.sets |= headers_in(f"{name}:{plain}")
    elif name == "tags":
        headers.tags = plain.split()
    elif name == "notetype":
        headers.note_type = plain
    elif name == "deck":
        headers.deck = plain
    elif name.endswith(" column") and plain.isascii() and plain.isdigit() and len(plain) < 4:
        headers.places[name.removesuffix(" column")] = int(plain) - 1


def _note(row: Row, headers: _Headers, topic: str, choices: ImportChoices) -> list[Item]:
    if row.diagnostic:
        return [refused(row.where, row.diagnostic)]

    note_type = _special(row, headers, "notetype") or headers.note_type
    own = next((kind.fields for kind in NOTE_TYPES if kind.name == note_type), ())
    cells = [(place, cell) for place, cell in enumerate(row.cells) if place not in headers.places.values()]
    fields = []
    for order, (place, cell) in enumerate(cells):
        named = headers.columns[place] if place < len(headers.columns) else ""
        name = own[order] if order < len(own) else named or f"Field {order + 1}"
        fields.append((name, cell if headers.html else escape(cell, quote=False).replace("\n", "<br>")))
    tags = (*headers.tags, *_special(row, headers, "tags").split())
    guid = _special(row, headers, "guid") or None
    first, second = ([f"{{{{{name}}}}}" for name, _ in fields[:2]] + ["", ""])[:2]
    is_reversed = note_type == "Basic (and reversed card)"
    return note_items(
        NoteData(
            row.where,
            note_type or "Basic",
            tuple(fields),
            tags,
            guid,
            # Text has no templates, so only names can tell; these are Anki's own, in English.
            is_cloze="cloze" in note_type.lower(),
            is_typed="type in" in note_type.lower(),
            cards=2 if is_reversed else 1,
            fronts=(first, second) if is_reversed else (),
            backs=(second, first) if is_reversed else (),
            topic=topic,
            headers=headers.sets,
        ),
        choices,
    )
