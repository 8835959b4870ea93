"""Messages of the commands, which break between words on a terminal."""

import sys
from typing import TextIO

import click


def say(text: str = "", *, err: bool = False) -> None:
    """Print a message to the output or, if ``err``, the error stream."""
    click.echo(wrapped(text, sys.stderr if err else sys.stdout), err=err)


def wrapped(text: str, stream: TextIO) -> str:
    """Return ``text`` with its lines broken between words if ``stream`` is a terminal, and unchanged otherwise."""
    if not stream.isatty():
        return text
    from shutil import get_terminal_size

    from quizgen.text.wrapping import hanging

    columns = get_terminal_size().columns
    return "\n".join(part for line in text.splitlines() for part in hanging(line, columns))
