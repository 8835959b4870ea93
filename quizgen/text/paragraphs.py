"""Split a plain text or Markdown file into paragraphs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

_SHORTEST, _LONGEST = 40, 120
"""Shortest and longest width, in characters, to which editors and mail programs wrap lines."""
_FULL = 2 / 3
"""Fraction of the width that each line of a wrapped paragraph fills, except the last."""
# Headings, list items, quotes, tables, code, footnotes and tags always begin a paragraph.
_BEGINS = re.compile(r"(?:[-*+•–—]|\d{1,3}[.)])\s|[#>|<]|```|~~~|\[\^[^\]]+\]:|(?:[-*_=]\s*){3,}$")
_FENCE = re.compile(r"```|~~~")


def paragraphs_of(text: str) -> Iterator[str]:
    """Yield the paragraphs: each nonblank line is one, and wrapped lines are joined into one."""
    pieces = list(_pieces(text.splitlines()))
    width = max((max(map(len, piece)) for piece in pieces if _is_wrapped(piece)), default=0)
    for piece in pieces:
        if width and _fills(piece, width) and any(map(_breaks, piece[:-1])):
            yield " ".join(piece)
        else:
            yield from piece


def _pieces(lines: Sequence[str]) -> Iterator[list[str]]:
    """Yield the groups of stripped lines that may be one paragraph: blank lines and list items separate them."""
    piece: list[str] = []
    for line in (*map(str.strip, lines), ""):
        if piece and (not line or (_BEGINS.match(line) and not _FENCE.match(piece[0]))):
            yield piece
            piece = []
        if line:
            piece.append(line)


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Return whether lines of similar length break in mid-sentence, before a lowercase letter."""
    width = max(map(len, lines))
    breaks = any(_breaks(before) and after[0].islower() for before, after in pairwise(lines))
    return breaks and _SHORTEST <= width <= _LONGEST and _fills(lines, width)


def _fills(lines: Sequence[str], width: int) -> bool:
    """Return whether no line is longer than ``width`` and all lines except the last are nearly as long."""
    if _FENCE.match(lines[0]) or max(map(len, lines)) > width:
        return False
    return all(len(line) >= width * _FULL for line in lines[:-1])


def _breaks(line: str) -> bool:
    """Return whether the sentence in ``line`` continues in the next line."""
    return line[-1].isalnum() or line[-1] in ",—–"
