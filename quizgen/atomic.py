"""Atomic file writes: the content goes to a temporary file next to the target and is then renamed into place."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import QuizgenError


class WriteError(QuizgenError):
    """A file cannot be written; the message says which file and why."""


@contextmanager
def atomic_write(path: Path, *, replace: bool = True) -> Iterator[BinaryIO]:
    """Open a binary file that replaces ``path`` when the block ends; if the block fails, ``path`` is unchanged.

    A symbolic link keeps its target, and a replaced file keeps its permissions. Raises WriteError if the system does
    not allow the write, or if ``replace`` is false and ``path`` exists.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        if target.is_dir():
            raise WriteError(f"{path} is a folder; name a file in it")
        try:
            with temporary.open("xb") as file:
                yield file
            if not replace:
                _rename_to_new(temporary, target)
            else:
                if target.exists():
                    temporary.chmod(target.stat().st_mode)
                temporary.replace(target)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise WriteError(f"{path} already exists; not overwritten") from None
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error


def write_text(path: Path, text: str, *, replace: bool = True) -> None:
    """Write ``text`` to ``path`` atomically, as UTF-8 with its line ends unchanged; create missing folders.

    Raises WriteError as ``atomic_write`` does.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
    with atomic_write(path, replace=replace) as file:
        file.write(text.encode())


def _rename_to_new(source: Path, target: Path) -> None:
    """Rename ``source`` to ``target``; raise FileExistsError if ``target`` exists, even if it was created just now."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError from None
        source.replace(target)
