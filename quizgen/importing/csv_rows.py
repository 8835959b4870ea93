"""The rows of a table of text, each with its line, and those that are none with the reason."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

_SEPARATORS = "\t;,"
_LOOKED_AT = 20
_QUOTED = re.compile(r'"[^"]*"')


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table, with the line that it begins on; ``diagnostic`` says why it cannot be read."""

    line: int
    cells: tuple[str, ...] = ()
    diagnostic: str = ""

    @property
    def where(self) -> str:
        """Its place, for messages."""
        return f"line {self.line}"


def rows_of(text: str, separator: str, first_line: int = 1) -> Iterator[Row]:
    """The rows of ``text`` that hold anything."""
    # Text between tabs often has quotation marks that are only that: then none of them is taken for the table's own.
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
    if separator == "\t" and any(row.diagnostic for row in _read(text, separator, first_line, quoting)):
        quoting = csv.QUOTE_NONE
    return _read(text, separator, first_line, quoting)


def _read(text: str, separator: str, first_line: int, quoting: Literal[0, 3]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True)
    first = first_line
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(first, diagnostic=_fault(str(error), first, reader.line_num + first_line - 1))
        else:
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield Row(first, tuple(cells))
        first = reader.line_num + first_line


def _fault(said: str, first: int, last: int) -> str:
    if "end of data" in said or "field limit" in said:
        return (
            f'a cell of it is too long, or a quotation mark that opens does not close (write "" for a mark in a cell), '
            f"so that lines {first} to {last} are left out"
        )
    return 'a quotation mark stands within a cell that is in quotation marks: write "" for it'


def separator_of(text: str) -> str:
    """The sign between the columns: the tab, semicolon or comma that stands in most of the first lines."""
    lines = [_QUOTED.sub("", line) for line in text[:100_000].split("\n") if line.strip()][:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in lines))
