"""Access to the learner's history, shared by commands."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

import click

from quizgen.history.errors import StorageError
from quizgen.history.history import data_folder
from quizgen.history.store import Store


@contextmanager
def stored_history(*, patience: float | None = None) -> Iterator[Store]:
    """Open the learner's history; its errors end the command with a plain message.

    ``patience`` is how long to wait for other programs, in seconds, if not as long as usual.
    """
    try:
        with Store.open(data_folder(), patience=patience) as store:
            yield store
    except StorageError as error:
        raise click.ClickException(str(error)) from None


@contextmanager
def output(file: str, *, newline: str | None = None) -> Iterator[TextIO]:
    """Open ``file`` for writing text, replaced only when complete; ``-`` is the standard output."""
    if file == "-":
        yield sys.stdout
        return
    from quizgen.atomic import WriteError, atomic_write

    try:
        with atomic_write(Path(file)) as binary:
            text = io.TextIOWrapper(binary, encoding="utf-8", newline=newline)
            yield text
            text.flush()
            text.detach()
    except WriteError as error:
        raise click.ClickException(str(error)) from None
