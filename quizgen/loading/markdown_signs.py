r"""The signs that structure a Markdown set, and how text that looks like one of them is written literally.

A backslash at the start of a line makes the sign after it plain text: ``\= 5`` is text, ``= 5`` is an answer. Reader
and writer share this module, so that what one escapes is what the other reads back. Code blocks need no escapes.
"""

import re
from collections.abc import Collection

LABELS = ("Why", "Hint", "Answer", "Order", "Match")
"""Words that begin a part of a question, each followed by a colon."""

LABEL = re.compile(rf" {{0,3}}(?P<label>{'|'.join(LABELS)}):(?:[ \t]+|$)")
"""``Why:`` at the start of a line."""
ANSWER = re.compile(r" {0,3}=(?:(?P<number>#)[ \t]*|[ \t]+|$)")
"""``= answer``, or ``=# number``."""
LIST_SIGN = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
"""``- `` or ``1. ``."""
BOX = re.compile(r"\[(?P<sign>[ xX])\](?:[ \t]+|$)")
"""The box of an option: ``[x]`` if it is correct."""
NEAR_BOX = re.compile(r"\[[ \t]*(?P<sign>[xX✓✔*]?)[ \t]*\]")
"""A box, or what is meant as one: ``[]``, ``[ x ]``."""
HEADING_ID = re.compile(r"(?:^|[ \t]+)\{[ \t]*#(?P<id>[^{}]*)\}$")
"""The id at the end of a heading: ``{#danube}``."""
CONFLICT = re.compile(r"^<{7}(?:[ \t]|$)", re.MULTILINE)
"""The first line of a conflict that a merge left behind."""

# What the reader does not take for text at the start of a line.
_SIGN = (
    rf"(?:=(?:#|[ \t]|$)|(?:{'|'.join(LABELS)}):(?:[ \t]|$)|#{{1,6}}(?:[ \t]|$)|#{{2,3}}[^#\s]|<!--|<{{7}}"
    r"|(?:[-*+]|\d{1,9}[.)])[ \t]+\[)"
)
_SIGN_LINE = re.compile(rf"(?P<space>[ \t]*)(?P<rest>\\*{_SIGN})")
_ESCAPED_LINE = re.compile(rf"(?P<space>[ \t]*)\\(?P<rest>\\*{_SIGN})")


def escape_line(line: str) -> str:
    """Return ``line`` with a backslash before a sign that begins it."""
    found = _SIGN_LINE.match(line)
    return f"{found['space']}\\{line[found.start('rest') :]}" if found else line


def unescape_line(line: str) -> str:
    """Return ``line`` without the backslash that ``escape_line`` adds."""
    found = _ESCAPED_LINE.match(line)
    return f"{found['space']}{line[found.start('rest') :]}" if found else line


def escape_lines(lines: Collection[str], code: Collection[int]) -> list[str]:
    """Return ``lines`` escaped, except those whose index is in ``code``."""
    return [line if at in code else escape_line(line) for at, line in enumerate(lines)]
