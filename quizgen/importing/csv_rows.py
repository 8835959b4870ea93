"""Rows of a text table, each with its line number; unreadable rows with the reason."""

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
    """A row of a table with its first line; ``diagnostic`` says why it cannot be read."""

    line: int
    cells: tuple[str, ...] = ()
    diagnostic: str = ""

    @property
    def where(self) -> str:
        """The row's place, for messages."""
        return f"line {self.line}"


def rows_of(text: str, separator: str, first_line: int = 1) -> Iterator[Row]:
    """Yield the rows of ``text`` that are not empty."""
    # Tab-separated text often has quotation marks that are just text: then none of them is treated as CSV quoting.
    if len(separator) > 1:
        return _split(text, separator, first_line)
    quoting: Literal[0, 3] = csv.QUOTE_MINIMAL
    if separator == "\t" and any(row.diagnostic for row in _read(text, separator, first_line, quoting)):
        quoting = csv.QUOTE_NONE
    return _read(text, separator, first_line, quoting)


def _split(text: str, separator: str, first_line: int) -> Iterator[Row]:
    """Yield the rows of text with a separator of several characters, which CSV does not have: ``term - definition``."""
    for number, line in enumerate(text.split("\n"), first_line):
        if line.strip():
            yield Row(number, tuple(line.split(separator)))


def _read(text: str, separator: str, first_line: int, quoting: Literal[0, 3]) -> Iterator[Row]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator, quoting=quoting, strict=True)
    first = first_line
    while True:
        try:
            cells = next(reader, None)
        except csv.Error as error:
            yield Row(first, diagnostic=_reason(str(error), first, reader.line_num + first_line - 1))
        else:
            if cells is None:
                return
            if any(cell.strip() for cell in cells):
                yield Row(first, tuple(cells))
        first = reader.line_num + first_line


def _reason(said: str, first: int, last: int) -> str:
    also = f", so lines {first} to {last} are left out" if first < last else ""
    if "end of data" in said:
        return f'the quotation mark that opens a cell is not closed{also} (write "" for a quotation mark in a cell)'
    if "field limit" in said:
        return f"a cell is too long, perhaps because the quotation mark that opens it is not closed{also}"
    return 'a quoted cell contains a quotation mark; write the mark as ""'


def separator_of(text: str) -> str:
    """Return the column separator: the tab, semicolon or comma that is in most of the first lines."""
    lines = [_QUOTED.sub("", line) for line in text[:100_000].split("\n") if line.strip()][:_LOOKED_AT]
    return max(_SEPARATORS, key=lambda sign: sum(sign in line for line in lines))
