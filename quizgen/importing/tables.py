"""Tables: CSV and TSV with named columns, in a header row or given by the author."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from quizgen.importing.columns import Column, columns_named, make_questions
from quizgen.importing.correct_options import Naming, answers_of, naming_of, right_options
from quizgen.importing.csv_rows import Row, rows_of, separator_of
from quizgen.importing.explanations import FALSE_STATEMENT
from quizgen.importing.headings import is_heading
from quizgen.importing.items import ImportRefusedError, Item, refused
from quizgen.importing.plain import clean, plain_to_markdown, without_line_ends
from quizgen.questions.kinds import kind_from_name
from quizgen.text.plurals import count
from quizgen.text.series import series

_LISTS = frozenset({"answers", "distractors", "options", "accept", "steps", "pairs"})
_LINES = frozenset({"distractors", "answers", "steps"})
_MARKDOWN = frozenset({"stem", "explanation", "hint"})
_BETWEEN = re.compile(r"[|\n]")
_BETWEEN_SIDES = re.compile(r"=|->")
_TRUE, _FALSE = frozenset({"true", "t", "yes", "1"}), frozenset({"false", "f", "no", "0"})
_EXCEL_LINE = re.compile(r"sep=(?P<separator>[^\n])\n", re.IGNORECASE)
_HTML = re.compile(r"<(?:br ?/?|/?[biu]|/?div|/?su[bp])>|<img [^<>\n]{1,50}>", re.IGNORECASE)
_OF_ANKI = "; if the file is a plain-text export from Anki, add #html:true as its first line and do not use --columns"
_HEADER_WITHIN = 20
_LONGEST_NAME, _MOST_NAMES = 30, 20
"""What an error shows of the names of columns; without a header, these are the cells of a question."""
_TIME = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4},? [0-9]{1,2}[:.][0-9]{2}")
_RESPONSES = (
    "the file contains the responses to a form, such as a Google form, but not the correct answers; copy the form's "
    "questions and their correct answers into a table, as shown in docs/importing.md"
)


def read_table(
    text: str,
    names: Sequence[str] = (),
    separator: str | None = None,
    *,
    is_csv: bool = False,
    has_header: bool | None = None,
) -> tuple[tuple[str, ...], Iterator[Item]]:
    """Return remarks on the table, and its questions; ``separator`` between cells is detected if it is None.

    ``is_csv`` says that the file is CSV by its name; in other text, commas may be those of sentences. ``has_header``
    says whether the first row names the columns, if the author knows.

    A table without ``names`` of columns needs a header row, unless it is a list of terms and definitions. Raises
    ImportRefusedError if it has neither.
    """
    has_cells = is_csv or separator is not None
    first, body = 1, text
    if separator is None and (excel := _EXCEL_LINE.match(text)):  # Excel's own line for the separator
        first, body, separator, has_cells = 2, text[excel.end() :], excel["separator"], True
    separator = separator or separator_of(text)
    rows = list(rows_of(body, separator, first))
    may_be_list = (has_cells or separator != ",") and is_list(rows, separator)
    return questions_in(rows, names, is_list=may_be_list, text=text, has_header=has_header)


def questions_in(
    rows: Sequence[Row],
    names: Sequence[str] = (),
    *,
    is_list: bool = False,
    text: str = "",
    has_header: bool | None = None,
) -> tuple[tuple[str, ...], Iterator[Item]]:
    """Return remarks on a table, and its questions; ``is_list`` says that its rows may be terms and definitions.

    ``has_header`` says whether the first row names the columns, if the author knows. ``names`` replace its cells.
    """
    if not rows:
        raise ImportRefusedError("the file is empty")
    said: tuple[str, ...] = ()
    header = (0 if has_header else -1) if names else None if has_header is False else _header_of(rows)
    if header is None and _are_responses(rows):
        raise ImportRefusedError(_RESPONSES)
    if header is None and is_list:
        rows = _joined(rows)
        is_first = is_heading([row.cells for row in rows]) if has_header is None else has_header
        header, names = (0 if is_first else -1), ("question", "answer")
        said = (_reading_of(rows[0], is_header=is_first, is_chosen=has_header is not None),)
    if header is None:
        raise ImportRefusedError(_without_header(rows[0]))
    titles = names or rows[header].cells
    columns = columns_named(titles)
    if not make_questions(columns):
        raise ImportRefusedError(
            f"the columns {','.join(names)!r} must include a question column and an answer column, such as "
            "`question,answer`"
        )
    filled = {
        place for row in rows[header + 1 :] for place, cell in enumerate(row.cells) if cell and not cell.isspace()
    }
    notes = tuple(
        f"left out column {' '.join(name.split()) or place + 1!r}: {_why_not(columns, name)}"
        for place, name in enumerate(titles)
        if not columns[place][0] and place in filled
    )
    if above := [str(row.line) for row in rows[: max(header, 0)] if not row.diagnostic]:
        lines, are = ("line", "is") if len(above) == 1 else ("lines", "are")
        notes += (f"left out {lines} {series(above)}, which {are} above the header row",)
    if markup := _HTML.search(text):
        notes += (f"imported HTML such as {markup[0]} as plain text{_OF_ANKI}",)
    return (*said, *notes), _items(rows, header, columns)


def _reading_of(first: Row, *, is_header: bool, is_chosen: bool) -> str:
    """Return how the first row of a list was read, and how to overrule that."""
    cells = " and ".join(repr(cell.strip()) for cell in first.cells)
    if is_header:
        how = f"the first row ({cells}) was read as the header, and its columns as question and answer"
        return how if is_chosen else f"{how}; if it is a question, use --no-header"
    how = f"the first row ({cells}) was read as a question and its answer, because the table has no header row"
    return how if is_chosen else f"{how}; if it is the header, use --header"


def _why_not(columns: Sequence[Column], name: str) -> str:
    if not name.strip():
        return "it has no name"
    own = columns_named([name])[0]
    return "another column has the same meaning" if own in columns and own[0] else "questions have no such field"


def is_list(rows: Sequence[Row], separator: str) -> bool:
    """Return whether the rows are terms and definitions, as vocabulary programs write them.

    A definition may have several lines; all but its first have no separator. With commas, every row needs two cells:
    CSV has quotation marks around a cell with several lines.
    """
    widths = Counter(len(row.cells) for row in rows)
    further = 0 if separator == "," else widths[1]
    return widths[2] > 0 and widths[2] + further == len(rows) and len(rows[0].cells) == 2


def _are_responses(rows: Sequence[Row]) -> bool:
    """Return whether the rows are responses to a form: below the names of its questions, each begins with its time."""
    first, *others = ["".join(row.cells[:1]).strip() for row in rows]
    if first.casefold() == "timestamp":
        return True
    return len(rows[0].cells) > 1 and bool(others) and not _TIME.match(first) and all(map(_TIME.match, others))


def _joined(rows: Sequence[Row]) -> list[Row]:
    """Return the rows of a list, with the further lines of a definition added to it."""
    joined: list[Row] = []
    for row in rows:
        if len(row.cells) == 2:
            joined.append(row)
        else:
            term, definition = joined[-1].cells
            joined[-1] = replace(joined[-1], cells=(term, f"{definition}\n{row.cells[0]}"))
    return joined


def _without_header(row: Row) -> str:
    """Return why a table cannot be read: what its first row has, and what it needs."""
    cells = [" ".join(cell.split()) for cell in row.cells]
    shown = [repr(cell if len(cell) <= _LONGEST_NAME else f"{cell[:_LONGEST_NAME]}…") for cell in cells[:_MOST_NAMES]]
    if more := len(cells) - len(shown):
        shown.append(f"{more} more")
    return (
        f"its first row is {series(shown)}. It must name a question column and an answer column, for example "
        "`question,answer,topic`; or name all columns with an option such as `--columns question,answer,topic`"
    )


def _header_of(rows: Sequence[Row]) -> int | None:
    """Return the place of the header row, if there is one; other quiz programs put a title above it."""
    for place, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = columns_named(row.cells)
        # In a later row, a single cell that happens to be a column's name means nothing.
        if make_questions(columns) and (place == 0 or sum(bool(key) for key, _ in columns) > 1):
            return place
    return None


def _items(rows: Sequence[Row], header: int, columns: Sequence[Column]) -> Iterator[Item]:
    yield from (refused(row.where, row.diagnostic) for row in rows[: max(header, 0)] if row.diagnostic)
    taken = [(row, _data(row, columns)) for row in rows[header + 1 :]]
    naming = naming_of([data for _, data in taken])
    for row, data in taken:
        if row.diagnostic:
            yield refused(row.where, row.diagnostic)
        elif any(cell.strip() for cell in row.cells[len(columns) :]):
            width = f"{'only ' if len(columns) == 1 else ''}{count(len(columns), 'column')}"
            yield refused(row.where, f"the row has {len(row.cells)} cells, but the table has {width}")
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
        if not said and kind == "choice" and _is_statement(data):
            kind = "true_false"
    if (complete := _COMPLETE.get(kind)) is not None:
        complete(data)
    data["kind"] = kind
    for key, value in data.items():
        if key in _MARKDOWN or (key == "answer" and kind == "card"):
            data[key] = plain_to_markdown(value)
        elif key in _LINES and isinstance(value, list):
            data[key] = [_line(one) for one in value]
        elif key == "answer" and kind == "choice":
            data[key] = _line(value)
    return data


def _complete_short(data: dict[str, Any]) -> None:
    """Other quiz programs list all answers that are right as options."""
    if "options" in data:
        right = [one for one in data.pop("options") if one and one != data.get("answer")]
        data["accept"] = [*(right if "answer" in data else right[1:]), *data.get("accept", ())]
        data.setdefault("answer", right[0] if right else "")


def _complete_true_false(data: dict[str, Any]) -> None:
    said = str(data.get("answer", "")).lower()
    if said not in _TRUE | _FALSE:
        raise ValueError(f"the answer {said!r} is neither true nor false")
    data["answer"] = said in _TRUE
    for key in ("distractors", "options"):  # the other answer, which every such statement has
        if all(not one or one.lower() in _TRUE | _FALSE for one in data.get(key, ())):
            data.pop(key, None)
    if not data["answer"]:
        data.setdefault("explanation", FALSE_STATEMENT)


def _complete_match(data: dict[str, Any]) -> None:
    pairs = [[side.strip() for side in _BETWEEN_SIDES.split(pair, maxsplit=1)] for pair in data.get("pairs", ())]
    if any(len(pair) != 2 for pair in pairs):
        raise ValueError("the pairs are not in the form left = right | left = right")
    data["pairs"] = dict(pairs)


def _complete_cloze(data: dict[str, Any]) -> None:
    data["text"] = data.pop("text", None) or data.pop("stem", "")
    accepted = data.pop("accept", None)
    data |= {"accept": {"c1": accepted}} if accepted else {}


_COMPLETE: Mapping[str, Callable[[dict[str, Any]], None]] = {
    "short": _complete_short,
    "true_false": _complete_true_false,
    "match": _complete_match,
    "cloze": _complete_cloze,
}
"""What turns the cells of a row into the fields of its kind, where they differ; raises ValueError if they cannot be."""


def _is_statement(data: Mapping[str, Any]) -> bool:
    """Return whether the options are True and False; some quiz programs have no other form for a statement."""
    return sorted(one.lower() for one in (data["answer"], *data["distractors"])) == ["false", "true"]


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
    has_answers = ("answers" in data and bool(data.get("kind"))) or len(right) != 1
    for key in ("answers", "answer"):
        data.pop(key, None)
    wrong = [*data.get("distractors", ()), *(one for one in options if one not in right)]
    data["distractors"] = [one for one in wrong if one]
    # Quiz programs call a question with one correct option "multiple", short for multiple choice.
    if len(right) > 1 or (kind == "multiple" and has_answers):
        data["answers"] = right
        return "multiple"
    data["answer"] = right[0] if right else ""
    return "choice"
