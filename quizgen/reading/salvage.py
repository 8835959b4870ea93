"""A file whose YAML is broken, read without the questions or facts that break it: the others have faults of their own.

The broken items' lines are left empty, so that everything else keeps its place.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from quizgen.questions.codes import Code
from quizgen.reading.document import Document, document_of, read_text
from quizgen.reading.faults import Fault, FaultsError

_MAX_BROKEN = 20
"""Each broken item costs some readings of the file."""
_LIST = re.compile(r"(?:questions|facts):\s*(?:#.*)?$")
_DASH = re.compile(r"( *)-")
_BREAKING = {Code.SYNTAX, Code.DUPLICATE_KEY}


class Lines(NamedTuple):
    """The lines of an item, counted from 1: its first, and the first below it."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What of a file can be read. Where ``faults`` has any, ``document`` is for looking at and never to be written."""

    document: Document
    faults: tuple[Fault, ...] = ()
    """What stands in the way of reading all of it."""
    broken: tuple[Lines, ...] = ()
    """The items that were left out."""


def read_salvaged(path: Path) -> Salvaged:
    """Read ``path`` as far as possible; raise FaultsError where nothing of use is left."""
    text = read_text(path)
    faults: list[Fault] = []
    broken: set[Lines] = set()
    while True:
        try:
            document = document_of(path, text)
        except FaultsError as error:
            faults += error.faults
            left_out = _to_leave_out(path, text, error.faults)
            if not left_out or len(broken) >= _MAX_BROKEN:
                raise FaultsError(faults) from None
            broken |= left_out
            text = _without(text, left_out)
        else:
            return Salvaged(document, tuple(faults), tuple(sorted(broken)))


def _to_leave_out(path: Path, text: str, faults: tuple[Fault, ...]) -> set[Lines]:
    """The items that break the file; none where something else does."""
    if any(fault.code not in _BREAKING for fault in faults):
        return set()
    items = list(_items(text))
    found = {next((item for item in items if item.start <= fault.line < item.end), None) for fault in faults}
    left_out = {item for item in found if item is not None}
    if None in found or len(left_out) == len(items):
        return set()
    # To leave the wrong one out would make a fault of every item below it.
    return left_out if _gets_further(path, _without(text, left_out), faults) else set()


def _gets_further(path: Path, text: str, faults: tuple[Fault, ...]) -> bool:
    try:
        document_of(path, text)
    except FaultsError as error:
        return min(error.faults) > max(faults)
    return True


def _items(text: str) -> Iterator[Lines]:
    """The lines of each item of the file's lists; only those of the top level are looked for."""
    column: int | None = None
    inside, start = False, 0
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        dash = _DASH.match(line)
        if inside and dash is not None and column in (None, len(dash[1])):
            column = len(dash[1])
            if start:
                yield Lines(start, number)
            start = number
        elif line[:1].strip() and line[0] != "#":
            if start:
                yield Lines(start, number)
            inside, column, start = _LIST.match(line) is not None, None, 0
    if start:
        yield Lines(start, len(lines) + 1)


def _without(text: str, items: set[Lines]) -> str:
    lines = text.split("\n")
    for item in items:
        lines[item.start - 1 : item.end - 1] = [""] * (item.end - item.start)
    return "\n".join(lines)
