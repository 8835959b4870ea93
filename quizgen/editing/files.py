"""Text files: written whole or not at all, and never over what is there unless that is meant."""

import os
import secrets
from pathlib import Path

from quizgen.atomic import WriteError, atomic_write

__all__ = ["WriteError", "write_text"]


def write_text(path: Path, text: str, *, replace: bool = True) -> None:
    """Write ``text`` (UTF-8, line ends as they are) to ``path``; after a failure ``path`` is as it was.

    Missing folders are made. Raises UnwritableError where the system refuses, or where there is a file and ``replace``
    is off.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if not replace:
            _write_new(path, text)
            return
    except FileExistsError:
        raise WriteError(f"{path} is there already, and was left as it is") from None
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
    with atomic_write(path) as file:
        file.write(text.encode())


def _write_new(path: Path, text: str) -> None:
    beside = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        beside.write_bytes(text.encode())
        _put_in_place(beside, path)
    finally:
        beside.unlink(missing_ok=True)


def _put_in_place(beside: Path, target: Path) -> None:
    """Give ``beside`` the name ``target``; raises FileExistsError where there is one, even one that came just now."""
    try:
        os.link(beside, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without links
        if target.exists():
            raise FileExistsError from None
        beside.replace(target)
