"""Lines that are too long for a terminal: where they break, and where the lines after a break begin."""

import re

_LEAD = re.compile(r"(?:\s|[-•▸→›>] |\d{1,3}[.)] |[a-j]\) )*")

_COMMAND = re.compile(r"`quizgen [^`\n]*`")
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


def keep_commands(text: str, columns: int) -> str:
    """Replace the spaces in commands that fit into ``columns``, so that wrapping leaves them on one line, to be copied.

    ``restore_spaces`` brings them back. No character is added or removed.
    """
    return _COMMAND.sub(lambda found: found[0].replace(" ", _NO_BREAK) if len(found[0]) <= columns else found[0], text)


def restore_spaces(line: str) -> str:
    """Undo ``keep_commands`` in a wrapped line."""
    return line.replace(_NO_BREAK, " ")


def hanging(line: str, columns: int) -> list[str]:
    """Return ``line`` broken between words for a terminal with so many ``columns``; the last one stays empty."""
    from textwrap import wrap  # not needed where no line is too long

    width, indent = max(_NARROWEST, columns - 1), " " * len(lead_of(line))
    wrapped = wrap(
        keep_commands(line, width - len(indent)),
        width,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
        replace_whitespace=False,
    )
    return [*map(restore_spaces, wrapped)] or [""]
