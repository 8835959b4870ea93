"""Zip archives from anybody: their parts read by name, and never more of them than a deck can need."""

import sys
import zipfile
from io import BytesIO
from typing import IO, Protocol

from quizgen.errors import QuizgenError

MAX_PART = 1_000_000_000
"""Bytes of one part, unpacked: above any collection that people study with, below what fills a disk."""
MAX_ALL = 1_500_000_000
MAX_PARTS = 200_000
_CHUNK = 1 << 20


class PackageError(QuizgenError):
    """A package of Anki's that cannot be read; the message says why and what to do."""


class Archive:
    """A zip archive. Its parts are never written anywhere under their own names, so that their names can do no harm."""

    def __init__(self, file: IO[bytes]) -> None:
        """Raises PackageError where ``file`` is no archive."""
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise PackageError(f"it is no Anki package, or a damaged one: {error}") from None
        self._left = MAX_ALL
        self.names = frozenset(self._zip.namelist())
        """The names of its parts."""
        if len(self.names) > MAX_PARTS:
            raise PackageError(f"it holds more than {MAX_PARTS:,} files")

    def read(self, name: str, limit: int = MAX_PART, *, packed: bool = False) -> bytes:
        """One part, as `copy` gives it."""
        content = BytesIO()
        self.copy(name, content, limit, packed=packed)
        return content.getvalue()

    def copy(self, name: str, target: IO[bytes], limit: int = MAX_PART, *, packed: bool = False) -> None:
        """Write one part to ``target``, unpacked; ``packed`` says that it is Zstandard inside the zip.

        What the archive says of sizes is not trusted: unpacking stops at ``limit`` bytes. Raises PackageError there,
        and where the part is damaged or locked.
        """
        limit = min(limit, self._left)
        size = 0
        try:
            with self._zip.open(name) as stored:
                part: _Readable = _unpacked(stored) if packed else stored
                while piece := part.read(min(_CHUNK, limit + 1 - size)):
                    size += len(piece)
                    if size > limit:
                        raise PackageError(f"{name!r} in it unpacks to more than {limit:,} bytes")
                    target.write(piece)
        except PackageError:
            raise
        except RuntimeError:
            raise PackageError(f"{name!r} in it is locked with a password") from None
        except Exception as error:  # zlib, lzma, zstd and zipfile each have errors of their own for damage
            raise PackageError(f"{name!r} in it is damaged: {error}") from None
        self._left -= size


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def _unpacked(part: IO[bytes]) -> _Readable:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile
    else:
        from backports.zstd import ZstdFile
    return ZstdFile(part)
