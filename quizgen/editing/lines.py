"""The lines of an author's file with their ends, and the byte order mark before them."""

import re

BYTE_ORDER_MARK = "\ufeff"
_LINE = re.compile(r"[^\r\n]*(?:\r\n?|\n|$)")


def after_mark(text: str) -> tuple[str, str]:
    """Return the byte order mark of ``text``, empty if it has none, and what follows."""
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    return mark, text.removeprefix(mark)


def lines_of(text: str) -> list[str]:
    """Return the lines of ``text``, each with its end."""
    return [line for line in _LINE.findall(text) if line]


def newline_of(text: str) -> str:
    """Return the end of most lines of ``text``."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
