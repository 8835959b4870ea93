"""A progress bar for long work."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from quizgen.progress import Watcher

PATIENCE = 1.0
"""Seconds before a bar appears; most work takes less."""


@contextmanager
def progress_bar(what: str) -> Iterator[Watcher | None]:
    """Yield a function to call with (done, total), or None without a terminal; the bar is on the error stream."""
    if not sys.stderr.isatty():
        yield None
        return
    started = time.monotonic()
    with ExitStack() as shown:
        move: Watcher | None = None

        def watch(done: int, total: int) -> None:
            nonlocal move
            if move is None and done < total and time.monotonic() - started >= PATIENCE:
                move = shown.enter_context(_bar(what))
            if move is not None:
                move(done, total)

        yield watch


@contextmanager
def _bar(what: str) -> Iterator[Watcher]:
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what)
        yield lambda done, total: bar.update(task, completed=done, total=total)
