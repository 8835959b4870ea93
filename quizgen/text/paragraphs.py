"""The paragraphs of a plain text or a Markdown file."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SHORTEST, _LONGEST = 40, 120
"""Widths, in characters, to which editors and mail programs wrap lines."""
_FULL = 2 / 3
"""Part of the width that every line but the last of a wrapped paragraph fills."""
# Headings, list items, quotes, tables, code, footnotes and tags begin a paragraph wherever they stand.
_BEGINS = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s|[#>|<]|```|~~~|\[\^[^\]]+\]:|(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"```|~~~")


def paragraphs_of(text: str) -> Iterator[str]:
    """The paragraphs: each line that is not blank, but lines that are plainly wrapped are one."""
    pieces = list(_pieces(text.splitlines()))
    width = max((max(map(len, piece)) for piece in pieces if _is_wrapped(piece)), default=0)
    for piece in pieces:
        if width and _fills(piece, width) and any(_goes_on(*pair) for pair in pairwise(piece)):
            yield " ".join(piece)
        else:
            yield from piece


def _pieces(lines: Sequence[str]) -> Iterator[list[str]]:
    """The lines that may be one paragraph, stripped: what stands between blank lines, or from a list's item on."""
    piece: list[str] = []
    for line in (*map(str.strip, lines), ""):
        if piece and (not line or (_BEGINS.match(line) and not _FENCE.match(piece[0]))):
            yield piece
            piece = []
        if line:
            piece.append(line)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether lines of much the same length go on in mid-sentence, with a small letter."""
    width = max(map(len, lines))
    goes_on = any(_goes_on(before, after) and after[0].islower() for before, after in pairwise(lines))
    return goes_on and _SHORTEST <= width <= _LONGEST and _fills(lines, width)


def _fills(lines: Sequence[str], width: int) -> bool:
    """Whether all lines but the last are about as long as ``width``, and none longer."""
    if _FENCE.match(lines[0]) or max(map(len, lines)) > width:
        return False
    return all(len(line) >= width * _FULL for line in lines[:-1])


def _goes_on(before: str, after: str) -> bool:
    """Whether the line ``before`` ends in mid-sentence."""
    return before[-1].isalnum() or before[-1] in ",—–"
