"""Lines that are too long for a terminal: where they break, and where the lines after a break begin."""

import re

_LEAD = re.compile(r"(?:\s|[-•▸→›>] |\d{1,3}[.)] |[a-j]\) )*")

_NARROWEST = 20
"""Columns below which a line is not broken further."""


def lead_of(line: str) -> str:
    """Return what precedes the text of ``line``: spaces, and the signs and numbers of list items.

    The lines after a break are indented by as many columns, so that a list item hangs.
    """
    found = _LEAD.match(line)
    return found[0] if found else ""


def hanging(line: str, columns: int) -> list[str]:
    """Return ``line`` broken between words for a terminal with so many ``columns``; the last one stays empty."""
    from textwrap import wrap  # not needed where no line is too long

    return wrap(
        line,
        max(_NARROWEST, columns - 1),
        subsequent_indent=" " * len(lead_of(line)),
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    ) or [""]
