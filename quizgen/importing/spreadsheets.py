"""Spreadsheets (.xlsx, .xls, .ods) as tables: the first sheet that has questions.

A sheet with two columns and no header row is a list of terms and definitions, unless another sheet has a header row.
"""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO

from quizgen.importing.csv_rows import Row
from quizgen.importing.items import ImportRefusedError, Item
from quizgen.importing.tables import questions_in

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
MAX_BYTES = 50_000_000
"""Size of the largest spreadsheet that is opened: its content, unpacked in memory, is about ten times as large."""


def read_spreadsheet(
    content: bytes, names: Sequence[str] = (), *, has_header: bool | None = None
) -> tuple[tuple[str, ...], Iterator[Item]]:
    """Return remarks on the sheet, and its questions; ``names`` are those of the columns if no row has them.

    ``has_header`` says whether the first row names the columns, if the author knows.

    Raises ImportRefusedError if the file cannot be read or no sheet has a header row or two columns.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    if len(content) > MAX_BYTES:
        raise ImportRefusedError(
            f"the file has more than {MAX_BYTES:,} bytes; save the sheet as CSV UTF-8 and import that file"
        )
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        names_of_sheets = workbook.sheet_names
        sheets = [(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names_of_sheets]
    except CalamineError as error:
        raise ImportRefusedError(
            f"the file cannot be read as a spreadsheet ({error}); save the sheet as CSV UTF-8 and import that file"
        ) from None
    filled = {name: rows for name, cells in sheets if (rows := _rows(cells))}
    reason = "the file is empty"
    for name, rows, is_list in (
        *((name, rows, False) for name, rows in filled.items()),
        *((name, pairs, True) for name, rows in filled.items() if (pairs := _pairs(rows))),
    ):
        try:
            remarks, items = questions_in(rows, names, is_list=is_list, has_header=has_header)
        except ImportRefusedError as error:
            reason = str(error)
            continue
        others = [other for other in filled if other != name]
        sheets_named = f"{'sheet' if len(others) == 1 else 'sheets'} {', '.join(map(repr, others))}"
        left = f"left out the {sheets_named}, because only one sheet can be imported"
        return (*remarks, *([left] if others else [])), items
    raise ImportRefusedError(reason)


def _rows(cells: Sequence[Sequence[object]]) -> list[Row]:
    return [row for number, values in enumerate(cells, 1) if (row := _row(number, values)) is not None]


def _pairs(rows: Sequence[Row]) -> list[Row]:
    """Return ``rows`` without empty columns if two columns are left, else nothing."""
    used = sorted({place for row in rows for place, cell in enumerate(row.cells) if cell.strip()})
    if len(used) != 2:
        return []
    return [replace(row, cells=tuple(row.cells[place] for place in used)) for row in rows]


def _row(number: int, values: Sequence[object]) -> Row | None:
    cells = tuple(_text(value) for value in values)
    return Row(number, cells) if any(cell.strip() for cell in cells) else None


def _text(value: object) -> str:
    """Return a cell as the spreadsheet shows it: whole numbers without decimals, dates as year-month-day."""
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
