"""Files that commands write, and how changes to them are shown."""

import difflib
from collections.abc import Iterator
from pathlib import Path

import click

from quizgen.atomic import WriteError, write_text
from quizgen.loading.diagnostics import escape_controls


class ChangedError(click.ClickException):
    """A file was changed after it had been read."""


def write_file(path: Path, text: str, *, replace: bool = True) -> None:
    """Write ``text`` to ``path``; raise ClickException if that fails or, unless ``replace`` is set, if it exists."""
    try:
        write_text(path, text, replace=replace)
    except WriteError as error:
        raise click.ClickException(str(error)) from None


def overwrite(path: Path, old: str, new: str) -> None:
    """Write ``new`` to a file whose text was ``old`` when it was read.

    Raises ChangedError if it has changed since, ClickException if it cannot be written.
    """
    from quizgen.loading.document import read_bytes

    if read_bytes(path).decode(errors="replace") != old:
        raise ChangedError(
            f"{path} was changed by another program in the meantime; not overwritten. Run the command again."
        )
    write_file(path, new)


def unified_diff(path: Path, old: str, new: str) -> Iterator[str]:
    """Yield the lines of a unified diff between two texts of the file at ``path``."""
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, str(path), str(path)):
        yield f"{escape_controls(line.rstrip(chr(10)).rstrip(chr(13)))}\n"
