"""Untrusted zip archives: parts are read by name, up to the size that a deck can need."""

import sys
import zipfile
from io import BytesIO
from typing import IO, Protocol

from quizgen.errors import QuizgenError

MAX_PART = 1_000_000_000
"""Bytes of one unpacked part: more than any real collection has, but not enough to fill a disk."""
MAX_ALL = 1_500_000_000
MAX_PARTS = 200_000
_CHUNK = 1 << 20


class PackageError(QuizgenError):
    """An Anki package cannot be read; the message says why and what to do."""


class Archive:
    """A zip archive. Its parts are never written under their own names, which might be malicious."""

    def __init__(self, file: IO[bytes]) -> None:
        """Open the archive; raise PackageError if ``file`` is not a zip archive."""
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise PackageError(f"the file is damaged or is not an Anki package: {error}") from None
        self._left = MAX_ALL
        self.names = frozenset(self._zip.namelist())
        """The names of its parts."""
        if len(self.names) > MAX_PARTS:
            raise PackageError(f"the package has more than {MAX_PARTS:,} files")

    def read(self, name: str, limit: int = MAX_PART, *, packed: bool = False) -> bytes:
        """Return one part, unpacked, as ``copy`` does."""
        content = BytesIO()
        self.copy(name, content, limit, packed=packed)
        return content.getvalue()

    def copy(self, name: str, target: IO[bytes], limit: int = MAX_PART, *, packed: bool = False) -> None:
        """Write one part to ``target``, unpacked; ``packed`` means that it is Zstandard inside the zip.

        Sizes in the archive are not trusted: unpacking stops at ``limit`` bytes. Raises PackageError then, and if the
        part is damaged or encrypted.
        """
        limit = min(limit, self._left)
        size = 0
        try:
            with self._zip.open(name) as stored:
                part: _Readable = _unpacked(stored) if packed else stored
                while piece := part.read(min(_CHUNK, limit + 1 - size)):
                    size += len(piece)
                    if size > limit:
                        raise PackageError(f"the file {name!r} in the package unpacks to more than {limit:,} bytes")
                    target.write(piece)
        except PackageError:
            raise
        except RuntimeError:
            raise PackageError(f"the file {name!r} in the package is encrypted with a password") from None
        except Exception as error:  # zlib, lzma, zstd and zipfile have different errors for damage
            raise PackageError(f"the file {name!r} in the package is damaged: {error}") from None
        self._left -= size


class _Readable(Protocol):
    def read(self, size: int = ..., /) -> bytes: ...


def _unpacked(part: IO[bytes]) -> _Readable:
    if sys.version_info >= (3, 14):
        from compression.zstd import ZstdFile
    else:
        from backports.zstd import ZstdFile
    return ZstdFile(part)
