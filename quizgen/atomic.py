"""Atomic file writes: the content goes to a temporary file next to the target and is then renamed into place."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from quizgen.errors import QuizgenError


class WriteError(QuizgenError):
    """A file cannot be written; the message says which file and why."""


@contextmanager
def atomic_write(path: Path, *, replace: bool = True, private: bool = False) -> Iterator[BinaryIO]:
    """Open a binary file that replaces ``path`` when the block ends; if the block fails, ``path`` is unchanged.

    When the block has ended, the content is on disk, not only in the system's memory. A symbolic link keeps its target,
    and a replaced file keeps its permissions; with ``private``, only its owner can read a new file. Raises WriteError
    if the system does not allow the write, or if ``replace`` is false and ``path`` exists.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        if target.is_dir():
            raise WriteError(f"{path} is a folder; name a file in it")
        try:
            with open(temporary, "xb", opener=_private if private else None) as file:
                yield file
                # After a power failure the new name must not lead to an empty file.
                file.flush()
                os.fsync(file.fileno())
            if not replace:
                _rename_to_new(temporary, target)
            else:
                if target.exists():
                    temporary.chmod(target.stat().st_mode)
                temporary.replace(target)
            _sync_folder(target.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except FileExistsError:
        raise WriteError(f"{path} already exists; not overwritten") from None
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error


def write_text(path: Path, text: str, *, replace: bool = True, private: bool = False) -> None:
    """Write ``text`` to ``path`` atomically, as UTF-8 with its line ends unchanged; create missing folders.

    Raises WriteError as ``atomic_write`` does.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
    with atomic_write(path, replace=replace, private=private) as file:
        file.write(text.encode())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` permanent, on systems where that needs a call of its own."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network file systems cannot, and the file itself is complete
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


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
