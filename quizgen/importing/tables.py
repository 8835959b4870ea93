"""Tables: CSV and TSV whose first line names the columns, and the text that Anki exports, with its header lines.

Anki's header lines: https://docs.ankiweb.net/importing/text-files.html#file-headers
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizgen.importing.anki_notes import NoteData, note_item
from quizgen.importing.items import ImportRefusedError, Item, refused
from quizgen.importing.markup import clean, plain_to_markdown

_COLUMNS = {
    "id": ("id", "name"),
    "kind": ("kind", "type", "question type"),
    "stem": ("stem", "question", "front", "term", "prompt", "q", "statement"),
    "text": ("text", "cloze"),
    "answer": ("answer", "back", "definition", "a", "correct", "correct answer", "right answer", "key", "solution"),
    "answers": ("answers", "correct answers", "right answers"),
    "distractors": ("distractors", "wrong answers", "incorrect answers", "wrong"),
    "options": ("options", "choices"),
    "accept": ("accept", "accepted", "also right", "alternatives"),
    "unit": ("unit",),
    "tolerance": ("tolerance",),
    "steps": ("steps",),
    "pairs": ("pairs",),
    "explanation": ("explanation", "feedback", "extra", "notes", "comment"),
    "hint": ("hint",),
    "topic": ("topic", "category", "subject", "chapter"),
    "tags": ("tags", "tag"),
    "guid": ("guid",),
}
_COLUMN_OF = {name: column for column, names in _COLUMNS.items() for name in names}
_SEVERAL = re.compile(
    r"(?P<what>distractor|wrong answer|wrong|incorrect|option|choice|answer) ?(?P<place>[0-9]{1,2}|[a-j])"
)
_LISTS = frozenset({"answers", "distractors", "options", "accept", "steps", "pairs"})
_MARKDOWN = frozenset({"stem", "text", "explanation", "hint"})
_BETWEEN = re.compile(r"\s*[|\n]\s*")
_SEPARATORS = {"comma": ",", "semicolon": ";", "tab": "\t", "space": " ", "pipe": "|", "colon": ":"}
_TRUE, _FALSE = frozenset({"true", "t", "yes", "1"}), frozenset({"false", "f", "no", "0"})


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with the line that it begins on."""

    line: int
    cells: tuple[str, ...]


def rows_of(text: str, separator: str, first_line: int = 1) -> Iterator[Row]:
    """The rows of ``text`` that hold anything; raises ImportRefusedError where it is no table."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=False)
    before = 0
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield Row(before + first_line, tuple(cells))
            before = reader.line_num
    except csv.Error as error:
        raise ImportRefusedError(f"line {reader.line_num + first_line - 1} is no row of a table: {error}") from None


def separator_of(text: str) -> str:
    """The sign between the columns: a tab, comma or semicolon, whichever its first line has most of."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    return max("\t,;", key=first.count)


def read_table(text: str) -> Iterator[Item]:
    """The questions of a table whose first row names the columns; raises ImportRefusedError without such a row."""
    rows = rows_of(text, separator_of(text))
    header = next(rows, None)
    if header is None:
        raise ImportRefusedError("it is empty")
    columns = [_column(name) for name in header.cells]
    known = {column for column, _ in columns}
    if not known & {"stem", "text"} or not known & {"answer", "answers", "text", "steps", "pairs"}:
        raise ImportRefusedError(
            "its first line does not name the columns: write one above the others, such as question,answer,explanation"
        )
    unknown = [name for name, (column, _) in zip(header.cells, columns, strict=True) if column == "" and name.strip()]
    for row in rows:
        yield _row(row, columns, unknown)


def _column(name: str) -> tuple[str, bool]:
    """What a column is, and whether it is one of several of its kind."""
    folded = " ".join(re.sub(r"[_\-#.]+", " ", name.strip().lower()).split())
    if folded in _COLUMN_OF:
        return _COLUMN_OF[folded], False
    if found := _SEVERAL.fullmatch(folded):
        return ("options" if found["what"] in {"option", "choice", "answer"} else "distractors"), True
    return "", False


def _row(row: Row, columns: Sequence[tuple[str, bool]], unknown: Sequence[str]) -> Item:
    data: dict[str, Any] = {}
    notes = [f"left out the column {name!r}, which no question has" for name in unknown]
    for (column, several), cell in zip(columns, row.cells, strict=False):
        words = clean(cell)
        if not column or not words:
            continue
        if several:
            data.setdefault(column, []).append(words)
        elif column in _LISTS:
            data[column] = [part for part in _BETWEEN.split(words) if part]
        elif column == "tags":
            data["tags"] = words.replace(",", " ").split()
        else:
            data[column] = words
    if len(row.cells) > len(columns) and any(cell.strip() for cell in row.cells[len(columns) :]):
        return refused(f"line {row.line}", f"it has {len(row.cells)} cells under {len(columns)} columns")
    try:
        return Item(f"line {row.line}", _question(data), tuple(notes))
    except ValueError as error:
        return refused(f"line {row.line}", str(error))


def _question(data: dict[str, Any]) -> dict[str, Any]:
    """The cells as a question's keys, the kind told by the keys where no column tells it."""
    kind = data.setdefault("kind", _kind_of(data)).lower().replace("/", "_").replace("-", "_").replace(" ", "_")
    data["kind"] = kind
    if kind in {"choice", "multiple"}:
        _options(data, kind)
    elif kind == "true_false":
        said = str(data.get("answer", "")).lower()
        if said not in _TRUE | _FALSE:
            raise ValueError(f"its answer is {said!r}, neither true nor false")
        data["answer"] = said in _TRUE
    elif kind == "match":
        pairs = [re.split(r"\s*(?:=|->)\s*", pair, maxsplit=1) for pair in data.get("pairs", ())]
        if any(len(pair) != 2 for pair in pairs):
            raise ValueError("its pairs are not written as left = right | left = right")
        data["pairs"] = dict(pairs)
    elif kind == "cloze":
        data["text"] = data.pop("text", None) or data.pop("stem", "")
        accepted = data.pop("accept", None)
        data |= {"accept": {"c1": accepted}} if accepted else {}
    lines = {"options", "distractors", "answers", "steps"} | ({"answer"} if kind in {"choice", "card"} else set())
    for key, value in data.items():
        if key in _MARKDOWN and key != "text":
            data[key] = plain_to_markdown(value)
        elif key in lines:
            data[key] = (
                [plain_to_markdown(one) for one in value] if isinstance(value, list) else plain_to_markdown(value)
            )
    return data


def _kind_of(data: dict[str, Any]) -> str:
    if "pairs" in data:
        return "match"
    if "steps" in data:
        return "order"
    if "answers" in data:
        return "multiple"
    if "distractors" in data or "options" in data:
        return "choice"
    if "text" in data or "{{c1::" in data.get("stem", ""):
        return "cloze"
    return "number" if "unit" in data or "tolerance" in data else "short" if "accept" in data else "card"


def _options(data: dict[str, Any], kind: str) -> None:
    options = data.pop("options", [])
    right = data.pop("answers", None) or _BETWEEN.split(data.pop("answer", ""))
    # Spreadsheets often give the right option by its letter or its number.
    by_place = {
        **{chr(ord("A") + n): one for n, one in enumerate(options)},
        **{str(n): one for n, one in enumerate(options, 1)},
    }
    if options and not set(right) <= set(options):
        named = [by_place.get(one.upper()) for one in right]
        if None in named:
            raise ValueError(f"its right answer {' | '.join(right)!r} is none of its options")
        right = [one for one in named if one is not None]
    data.setdefault("distractors", [one for one in options if one not in right])
    if kind == "multiple":
        data["answers"] = right
    else:
        data["answer"] = right[0] if len(right) == 1 else " | ".join(right)


@dataclass
class _Headers:
    separator: str = "\t"
    html: bool = False
    columns: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    note_type: str = ""
    deck: str = ""
    places: dict[str, int] = field(default_factory=dict)


def has_anki_headers(text: str) -> bool:
    """Whether ``text`` begins with Anki's header lines."""
    return bool(
        re.match(r"#(?:separator|html|columns|notetype|deck|tags|guid|if matches)\b[^:\n]*:", text, re.IGNORECASE)
    )


def read_anki_text(text: str) -> tuple[str | None, Iterator[Item]]:
    """The name of the deck, if the headers tell it, and the notes as questions."""
    headers, lines = _Headers(), text.split("\n")
    number = 0
    while number < len(lines) and (found := re.fullmatch(r"#([^:]+):(.*)", lines[number])):
        _header(headers, found[1].strip().lower(), found[2])
        number += 1
    rows = rows_of("\n".join(lines[number:]), headers.separator, number + 1)
    return headers.deck.strip() or None, (_note(row, headers) for row in rows)


def _header(headers: _Headers, name: str, value: str) -> None:
    plain = value.strip()
    if name == "separator":
        headers.separator = _SEPARATORS.get(plain.lower(), plain[:1] or "\t")
    elif name == "html":
        headers.html = plain.lower() == "true"
    elif name == "columns":
        headers.columns = [part.strip() for part in value.split(headers.separator)]
    elif name == "tags":
        headers.tags = plain.split()
    elif name == "notetype":
        headers.note_type = plain
    elif name == "deck":
        headers.deck = plain
    elif name.endswith(" column") and plain.isascii() and plain.isdigit() and len(plain) < 4:
        headers.places[name.removesuffix(" column")] = int(plain) - 1


def _note(row: Row, headers: _Headers) -> Item:
    from html import escape

    from quizgen.anki.notetypes import NOTE_TYPES

    def special(name: str) -> str:
        place = headers.places.get(name, -1)
        return row.cells[place].strip() if 0 <= place < len(row.cells) else ""

    note_type = special("notetype") or headers.note_type
    own = next((kind.fields for kind in NOTE_TYPES if kind.name == note_type), ())
    cells = [(place, cell) for place, cell in enumerate(row.cells) if place not in headers.places.values()]
    fields = []
    for order, (place, cell) in enumerate(cells):
        named = headers.columns[place] if place < len(headers.columns) else ""
        name = own[order] if order < len(own) else named or f"Field {order + 1}"
        fields.append((name, cell if headers.html else escape(cell, quote=False).replace("\n", "<br>")))
    tags = (*headers.tags, *special("tags").split())
    guid = special("guid") or None
    return note_item(
        NoteData(
            f"line {row.line}",
            note_type or "Basic",
            tuple(fields),
            tags,
            guid,
            # Text has no templates, so names must tell; these are Anki's own, in English.
            is_cloze="cloze" in note_type.lower(),
            is_typed="type in" in note_type.lower(),
        )
    )
