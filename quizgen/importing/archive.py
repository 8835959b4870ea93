"""Zip archives from anybody: their parts read in memory, by name, and never more than a deck can need."""

import zipfile
from io import BytesIO

from quizgen.importing.items import ImportRefusedError

MAX_PART = 300_000_000
"""Bytes of one part, unpacked: far above any collection, far below what fills a machine's memory."""
MAX_ALL = 600_000_000
MAX_PARTS = 200_000
_CHUNK = 1 << 20


class Archive:
    """A zip archive. Its parts are never written anywhere under their own names, so that their names can do no harm."""

    def __init__(self, content: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError, EOFError) as error:
            raise ImportRefusedError(f"it is no package: {error}") from None
        self._left = MAX_ALL
        if len(self._zip.namelist()) > MAX_PARTS:
            raise ImportRefusedError(f"it holds more than {MAX_PARTS:,} files")

    @property
    def names(self) -> frozenset[str]:
        """The names of its parts."""
        return frozenset(self._zip.namelist())

    def read(self, name: str, limit: int = MAX_PART) -> bytes:
        """One part, unpacked; raises ImportRefusedError where it is damaged, locked, or larger than ``limit``.

        What the archive says of sizes is not trusted: unpacking stops at the limit.
        """
        limit = min(limit, self._left)
        pieces, size = [], 0
        try:
            with self._zip.open(name) as part:
                while piece := part.read(min(_CHUNK, limit + 1 - size)):
                    size += len(piece)
                    if size > limit:
                        raise ImportRefusedError(f"{name!r} in it unpacks to more than {limit:,} bytes")
                    pieces.append(piece)
        except ImportRefusedError:
            raise
        except RuntimeError:
            raise ImportRefusedError(f"{name!r} in it is locked with a password") from None
        except Exception as error:  # zlib, lzma and zipfile each have errors of their own for damage
            raise ImportRefusedError(f"{name!r} in it is damaged: {error}") from None
        self._left -= size
        return b"".join(pieces)
