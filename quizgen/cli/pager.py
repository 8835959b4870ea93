"""The user's pager, for what is longer than the terminal."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import click


def page(text: str, name: str) -> None:
    """Show ``text``, which ``name`` names, in the user's pager."""
    with _keys_named(name):
        click.echo_via_pager(text.rstrip("\n"))


@contextmanager
def _keys_named(name: str) -> Iterator[None]:
    """Let the pager ``less`` name its keys, unless the user has set options for it."""
    if "LESS" in os.environ:
        yield
        return
    os.environ["LESS"] = f"-R -Ps?eEnd of the {name}, b back, q quit:Space next page, b back, q quit.$"
    try:
        yield
    finally:
        del os.environ["LESS"]
