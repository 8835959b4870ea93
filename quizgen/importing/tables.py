"""Tables: CSV and TSV with named columns, in a header row or given by the author."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from quizgen.importing.columns import Column, columns_named, make_questions
from quizgen.importing.correct_options import Naming, answers_of, naming_of, right_options
from quizgen.importing.csv_rows import Row, rows_of, separator_of
from quizgen.importing.items import ImportRefusedError, Item, refused
from quizgen.importing.plain import clean, plain_to_markdown, without_line_ends
from quizgen.questions.kinds import kind_from_name

_LISTS = frozenset({"answers", "distractors", "options", "accept", "steps", "pairs"})
_LINES = frozenset({"distractors", "answers", "steps"})
_MARKDOWN = frozenset({"stem", "explanation", "hint"})
_BETWEEN = re.compile(r"[|\n]")
_BETWEEN_SIDES = re.compile(r"=|->")
_TRUE, _FALSE = frozenset({"true", "t", "yes", "1"}), frozenset({"false", "f", "no", "0"})
_EXCEL_LINE = re.compile(r"sep=(?P<separator>[^\n])\n", re.IGNORECASE)
_HTML = re.compile(r"<(?:br ?/?|/?[biu]|/?div|/?su[bp])>|<img [^<>\n]{1,50}>", re.IGNORECASE)
_OF_ANKI = "; if this is Anki text, add a first line #html:true and do not use --columns"
_HEADER_WITHIN = 20


def read_table(text: str, names: Sequence[str] = ()) -> tuple[tuple[str, ...], Iterator[Item]]:
    """Return remarks on the table, and its questions. Without ``names`` of columns, the table needs a header row.

    Raises ImportRefusedError if there is none.
    """
    excel = _EXCEL_LINE.match(text)  # Excel's own line for the separator
    if excel:
        rows = list(rows_of(text[excel.end() :], excel["separator"], 2))
    else:
        rows = list(rows_of(text, separator_of(text)))
    if not rows:
        raise ImportRefusedError("it is empty")
    header = -1 if names else _header_of(rows)
    titles = names or rows[header].cells
    columns = columns_named(titles)
    if not make_questions(columns):
        raise ImportRefusedError(
            f"{','.join(names)!r} does not name the columns of a question, such as question,answer,explanation"
        )
    filled = {
        place for row in rows[header + 1 :] for place, cell in enumerate(row.cells) if cell and not cell.isspace()
    }
    notes = tuple(
        f"left out the column {' '.join(name.split()) or place + 1!r}: {_why_not(columns, name)}"
        for place, name in enumerate(titles)
        if not columns[place][0] and place in filled
    )
    if markup := _HTML.search(text):
        notes += (f"imported HTML such as {markup[0]} as plain text{_OF_ANKI}",)
    return notes, _items(rows, header, columns)


def _why_not(columns: Sequence[Column], name: str) -> str:
    if not name.strip():
        return "it has no name"
    own = columns_named([name])[0]
    return "another column has the same meaning" if own in columns and own[0] else "questions have no such field"


def _header_of(rows: Sequence[Row]) -> int:
    """Return the place of the header row; other quiz programs put a title above it."""
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = columns_named(row.cells)
        # In a later row, a single cell that happens to be a column's name means nothing.
        if make_questions(columns) and (place == 0 or sum(bool(key) for key, _ in columns) > 1):
            return place
    raise ImportRefusedError(
        "the table has no header row; add one such as question,answer,explanation, or use --columns question,answer"
    )


def _items(rows: Sequence[Row], header: int, columns: Sequence[Column]) -> Iterator[Item]:
    for row in rows[: max(header, 0)]:
        yield refused(row.where, row.diagnostic or "this line is above the header row")
    taken = [(row, _data(row, columns)) for row in rows[header + 1 :]]
    naming = naming_of([data for _, data in taken])
    for row, data in taken:
        if row.diagnostic:
            yield refused(row.where, row.diagnostic)
        elif any(cell.strip() for cell in row.cells[len(columns) :]):
            yield refused(row.where, f"it has {len(row.cells)} cells, but the table has {len(columns)} columns")
        elif any(key and cell.strip() for cell, (key, _) in zip(row.cells, columns, strict=False)):
            # Otherwise only columns that are ignored have content, such as a number: an empty row of a template.
            try:
                yield Item(row.where, _question(data, naming))
            except ValueError as error:
                yield refused(row.where, str(error))


def _data(row: Row, columns: Sequence[Column]) -> dict[str, Any]:
    """Return the cells by field."""
    data: dict[str, Any] = {}
    for (key, several), cell in zip(columns, row.cells, strict=False):
        words = clean(cell)
        if several and key:
            data.setdefault(key, []).append(words)  # also if empty: the correct option may be given by its place
        elif not key or not words:
            continue
        elif key in _LISTS:
            data.setdefault(key, []).extend(filter(None, map(str.strip, _BETWEEN.split(words))))
        elif key == "tags":
            data["tags"] = words.replace(",", " ").split()
        else:
            data[key] = words
    return {key: value for key, value in data.items() if not isinstance(value, list) or any(value)}


def _question(data: dict[str, Any], naming: Naming) -> dict[str, Any]:
    """Return the cells as a question; the kind follows from the fields if no column gives it."""
    said = " ".join(re.sub(r"[/_-]+", " ", data.get("kind", "").lower()).split())
    kind = kind_from_name(said) or said.replace(" ", "_") or _kind_of(data)
    if kind in {"choice", "multiple"}:
        kind = _options(data, kind, naming)
    elif kind == "short" and "options" in data:  # other quiz programs list all answers that are right
        right = [one for one in data.pop("options") if one and one != data.get("answer")]
        data["accept"] = [*(right if "answer" in data else right[1:]), *data.get("accept", ())]
        data.setdefault("answer", right[0] if right else "")
    elif kind == "true_false":
        said = str(data.get("answer", "")).lower()
        if said not in _TRUE | _FALSE:
            raise ValueError(f"its answer {said!r} is neither true nor false")
        data["answer"] = said in _TRUE
    elif kind == "match":
        pairs = [[side.strip() for side in _BETWEEN_SIDES.split(pair, maxsplit=1)] for pair in data.get("pairs", ())]
        if any(len(pair) != 2 for pair in pairs):
            raise ValueError("its pairs are not in the form left = right | left = right")
        data["pairs"] = dict(pairs)
    elif kind == "cloze":
        data["text"] = data.pop("text", None) or data.pop("stem", "")
        accepted = data.pop("accept", None)
        data |= {"accept": {"c1": accepted}} if accepted else {}
    data["kind"] = kind
    for key, value in data.items():
        if key in _MARKDOWN or (key == "answer" and kind == "card"):
            data[key] = plain_to_markdown(value)
        elif key in _LINES and isinstance(value, list):
            data[key] = [_line(one) for one in value]
        elif key == "answer" and kind == "choice":
            data[key] = _line(value)
    return data


def _line(words: str) -> str:
    return without_line_ends(plain_to_markdown(words))


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


def _options(data: dict[str, Any], kind: str, naming: Naming) -> str:
    """Set the correct options and the distractors; return the kind, which depends on how many are correct."""
    options, said = data.pop("options", []), answers_of(data)
    right = right_options(options, said, naming) if options and said else said
    data.pop("answers", None)
    data.pop("answer", None)
    wrong = [*data.get("distractors", ()), *(one for one in options if one not in right)]
    data["distractors"] = [one for one in wrong if one]
    if kind == "multiple" or len(right) > 1:
        data["answers"] = right
        return "multiple"
    data["answer"] = right[0] if right else ""
    return kind
