"""Files written whole or not at all: aside first, then renamed into place."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO


class WriteError(Exception):
    """A file cannot be written; the message says which and why."""


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """A file to write to that takes the place of ``path`` at the end; after a failure ``path`` is as it was.

    A link keeps pointing where it points, and a file that is replaced hands on its permissions. Raises UnwritableError
    where the system refuses.
    """
    target = path.resolve()
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        if target.is_dir():
            raise WriteError(f"{path} is a folder (name a file in it)")
        try:
            with beside.open("xb") as file:
                yield file
            if target.exists():
                beside.chmod(target.stat().st_mode)
            beside.replace(target)
        finally:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
