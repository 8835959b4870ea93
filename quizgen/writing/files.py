"""Text files: written whole or not at all, and never over what is there unless that is meant."""

import os
import secrets
from pathlib import Path


class UnwritableError(Exception):
    """A file cannot be written; the message says which and why."""


def write_whole(path: Path, text: str, *, replace: bool = True) -> None:
    """Write ``text`` (UTF-8, line ends as they are) to ``path``; after a failure ``path`` is as it was.

    Missing folders are made. Raises UnwritableError where the system refuses, or where there is a file and ``replace``
    is off.
    """
    target = path.resolve() if replace else path  # a link keeps pointing where it points
    beside = target.with_name(f".{target.name}.{secrets.token_hex(4)}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            beside.write_bytes(text.encode())
            if replace:
                if target.exists():
                    beside.chmod(target.stat().st_mode)
                beside.replace(target)
            else:
                _put_in_place(beside, target)
        finally:
            beside.unlink(missing_ok=True)
    except FileExistsError:
        raise UnwritableError(f"{path} is there already, and was left as it is") from None
    except OSError as error:
        raise UnwritableError(f"{path} cannot be written: {error.strerror or error}") from error


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
