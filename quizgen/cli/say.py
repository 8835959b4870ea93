"""Messages of the commands, which break between words on a terminal."""

import sys
from typing import TextIO

import click

_NARROWEST = 20


def say(text: str = "", *, err: bool = False) -> None:
    """Print a message to the output or, if ``err``, the error stream."""
    click.echo(wrapped(text, sys.stderr if err else sys.stdout), err=err)


def wrapped(text: str, stream: TextIO) -> str:
    """Return ``text`` with its lines broken between words if ``stream`` is a terminal, and unchanged otherwise."""
    if not stream.isatty():
        return text
    from shutil import get_terminal_size
    from textwrap import fill

    from quizgen.text.wrapping import lead_of

    width = max(_NARROWEST, get_terminal_size().columns - 1)
    return "\n".join(
        fill(
            line, width, subsequent_indent=" " * len(lead_of(line)), break_long_words=False, break_on_hyphens=False
        )
        for line in text.splitlines()
    )  # fmt: skip
