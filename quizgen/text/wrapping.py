"""Lines that are too long for a terminal: where they break, and where the lines after a break begin."""

import re

_LEAD = re.compile(r"(?:\s|[-•▸→›>] |\d{1,3}[.)] |[a-j]\) )*")

_COMMAND = re.compile(r"`quizgen [^`\n]*`")
_NUMBER = re.compile(r"\(\d{1,2}\) (?=__)|(?:^|(?<=; ))(?:\d{1,2}\.|[✓✗]) (?=\S)")
"""The number of a blank or of a step, or the sign of a step, with the space after it."""
_COUNT = re.compile(r"(?<![\w.,:])\d{1,3}(?:,\d{3})* (?:of \d{1,3}(?:,\d{3})* )?(?=[a-z])")
"""A number, or one of a larger one, before the word for what it counts, with the space after it."""
_NO_BREAK = "\ue000"
"""A character for private use, which stands for a space at which a line must not break."""

_NARROWEST = 20
"""Columns below which a line is not broken further."""


def lead_of(line: str) -> str:
    """Return what precedes the text of ``line``: spaces, and the signs and numbers of list items.

    The lines after a break are indented by as many columns, so that a list item hangs.
    """
    found = _LEAD.match(line)
    return found[0] if found else ""


def keep_together(text: str, columns: int) -> str:
    """Replace the spaces in what wrapping leaves on one line if it fits into ``columns``.

    These are commands, to be copied, the numbers and signs of blanks and steps, and numbers with what they count.
    ``restore_spaces`` brings them back. No character is added or removed.
    """

    def kept(found: re.Match[str]) -> str:
        return found[0].replace(" ", _NO_BREAK) if len(found[0]) <= columns else found[0]

    for pattern in (_COMMAND, _NUMBER, _COUNT):
        text = pattern.sub(kept, text)
    return text


def restore_spaces(line: str) -> str:
    """Undo ``keep_together`` in a wrapped line."""
    return line.replace(_NO_BREAK, " ")


def hanging(line: str, columns: int) -> list[str]:
    """Return ``line`` broken between words for a terminal with so many ``columns``; the last one stays empty."""
    from textwrap import wrap  # not needed where no line is too long

    width, indent = max(_NARROWEST, columns - 1), " " * len(lead_of(line))
    wrapped = wrap(
        keep_together(line, width - len(indent)),
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return [*map(restore_spaces, wrapped)] or [""]
