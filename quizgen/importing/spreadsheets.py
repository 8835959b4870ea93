"""Spreadsheets (.xlsx, .xls, .ods) as tables: the first sheet that has questions."""

import datetime
from collections.abc import Iterator, Sequence
from io import BytesIO

from quizgen.importing.csv_rows import Row
from quizgen.importing.items import ImportRefusedError, Item
from quizgen.importing.tables import questions_in

ENDINGS = frozenset({".xlsx", ".xlsm", ".xls", ".ods"})
MAX_BYTES = 50_000_000
"""Size of the largest spreadsheet that is opened: its content, unpacked in memory, is about ten times as large."""


def read_spreadsheet(content: bytes, names: Sequence[str] = ()) -> tuple[tuple[str, ...], Iterator[Item]]:
    """Return remarks on the sheet, and its questions; ``names`` are those of the columns if no row has them.

    Raises ImportRefusedError if the file cannot be read or no sheet has a header row.
    """
    from python_calamine import CalamineError, CalamineWorkbook

    if len(content) > MAX_BYTES:
        raise ImportRefusedError(f"it has more than {MAX_BYTES:,} bytes; save the sheet as CSV UTF-8 and import that")
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        names_of_sheets = workbook.sheet_names
        sheets = [(name, workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in names_of_sheets]
    except CalamineError as error:
        raise ImportRefusedError(
            f"it cannot be read as a spreadsheet ({error}); save the sheet as CSV UTF-8 and import that"
        ) from None
    reason = "it is empty"
    for name, cells in sheets:
        rows = [row for number, values in enumerate(cells, 1) if (row := _row(number, values)) is not None]
        if not rows:
            continue
        try:
            remarks, items = questions_in(rows, names)
        except ImportRefusedError as error:
            reason = str(error)
            continue
        others = [other for other, values in sheets if other != name and any(map(any, values))]
        left = f"left out the {'sheet' if len(others) == 1 else 'sheets'} {', '.join(map(repr, others))}"
        return (*remarks, *([left] if others else [])), items
    raise ImportRefusedError(reason)


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
