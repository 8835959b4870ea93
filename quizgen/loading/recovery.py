"""Recover from broken YAML: read a file without the questions or facts that break it, and report all the others.

The lines of the broken items are left empty, so that everything else keeps its place. A text on one line that breaks
the file, such as a stem with a colon, is read as if it were quoted, so that it hides no other error of its question.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, document_of, is_markdown, read_text
from quizgen.questions.codes import Code
from quizgen.text.lazy_pattern import lazy_pattern

_MAX_BROKEN = 20
"""Each text that is quoted and each item that is left out costs a few parses of the file."""
_LIST = lazy_pattern(r"(?:questions|facts):\s*(?:#.*)?$")
_TEXT = lazy_pattern(
    r"(?P<key>(?:title|description| *(?:- +)*(?:stem|answer|text|statement|explanation|hint|reply)): +)"
    r"(?P<value>[^\s|>].*)"
)
"""A text of one line: at the top of the file, or in an item."""
_DASH = lazy_pattern(r"( *)-")
_BREAKING = {Code.SYNTAX, Code.DUPLICATE_KEY}


class Lines(NamedTuple):
    """The lines of an item, counted from 1: its first, and the first below it."""

    start: int
    end: int


class Salvaged(NamedTuple):
    """What can be read of a file. If ``diagnostics`` has any, the text of ``document`` is not that of the file."""

    document: Document
    text: str
    """The text of the file, with the broken items."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """The errors that keep the rest from being read."""
    broken: tuple[Lines, ...] = ()
    """The items that are left out."""


def read_salvaged(path: Path) -> Salvaged:
    """Read as much of ``path`` as possible; raise LoadError if nothing useful is left."""
    return salvaged(path, read_text(path))


def salvaged(path: Path, text: str) -> Salvaged:
    """Read as much of ``text``, the content of ``path``, as possible; raise LoadError if nothing useful is left."""
    original = text
    if is_markdown(path):
        return _salvaged_markdown(path, text)
    diagnostics: list[Diagnostic] = []
    broken: set[Lines] = set()
    number_quoted = 0
    while True:
        try:
            document = document_of(path, text)
        except LoadError as error:
            diagnostics += error.diagnostics
            may_go_on = len(broken) + number_quoted < _MAX_BROKEN
            if may_go_on and (quoted := _quoted(path, text, error.diagnostics)) is not None:
                text = quoted
                number_quoted += 1
                continue
            left_out = _to_leave_out(path, text, error.diagnostics)
            if not left_out or not may_go_on:
                raise LoadError(diagnostics) from None
            diagnostics += _also_in(path, text, left_out, error.diagnostics)
            broken |= left_out
            text = _without(text, left_out)
        else:
            return Salvaged(document, original, tuple(diagnostics), tuple(sorted(broken)))


def _salvaged_markdown(path: Path, text: str) -> Salvaged:
    if not text.strip():
        document_of(path, text)  # which raises the error of an empty file
    from quizgen.loading.markdown.reader import read_markdown

    read = read_markdown(path, text)
    broken = tuple(Lines(start, end) for start, end in read.broken)
    return Salvaged(read.document, read.document.text, tuple(read.diagnostics), broken)


def _quoted(path: Path, text: str, diagnostics: tuple[Diagnostic, ...]) -> str | None:
    """Return ``text`` with quotes around the value that breaks the file, if it is a text of one line."""
    lines = text.split("\n")
    at = diagnostics[0].line - 1
    found = _TEXT.fullmatch(lines[at]) if diagnostics[0].code is Code.SYNTAX and at < len(lines) else None
    if found is None:
        return None
    below = next((line for line in lines[at + 1 :] if line.strip()), "")
    if len(below) - len(below.lstrip()) > len(found["key"]) - len(found["key"].lstrip(" -")):
        return None  # the text goes on there
    lines[at] = found["key"] + json.dumps(found["value"].rstrip(), ensure_ascii=False)
    quoted = "\n".join(lines)
    return quoted if _gets_further(path, quoted, diagnostics) else None


def _to_leave_out(path: Path, text: str, diagnostics: tuple[Diagnostic, ...]) -> set[Lines]:
    """Return the items that break the file; none if something else does."""
    if any(diagnostic.code not in _BREAKING for diagnostic in diagnostics):
        return set()
    items = list(_items(text))
    found = {
        next((item for item in items if item.start <= diagnostic.line < item.end), None) for diagnostic in diagnostics
    }
    left_out = {item for item in found if item is not None}
    if None in found or len(left_out) == len(items):
        return set()
    # Leaving out the wrong item would turn every item below it into an error.
    return left_out if _gets_further(path, _without(text, left_out), diagnostics) else set()


def _also_in(path: Path, text: str, items: set[Lines], reported: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Yield the lines of ``items`` that tabs or other spaces indent, besides those that are reported."""
    from quizgen.loading.yaml_hints import indentation_slips

    known = {diagnostic.line for diagnostic in reported}
    for item in sorted(items):
        for slip in indentation_slips(text, item.start, item.end):
            if slip.line not in known:
                yield Diagnostic(path, slip.line, slip.column, Code.SYNTAX, slip.message, slip.help)


def _gets_further(path: Path, text: str, diagnostics: tuple[Diagnostic, ...]) -> bool:
    try:
        document_of(path, text)
    except LoadError as error:
        return min(error.diagnostics) > max(diagnostics)
    return True


def _items(text: str) -> Iterator[Lines]:
    """Yield the lines of each item of the top-level lists."""
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
