"""Telling when files change, by looking at them again and again: no library, the same on every system."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

PAUSE_SECONDS = 0.3


class Watcher:
    """Remembers the state of ``files()`` and of more paths, from before they are read: no save in between is missed."""

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        """``files`` is called at every look, so that files may come and go."""
        self._files = files
        self._more: set[Path] = set()
        self._seen = self._look()

    def also(self, paths: Iterable[Path]) -> None:
        """Watch ``paths`` too, as they are now."""
        for path in paths:
            self._more.add(path)
            self._seen.setdefault(path, _stamp(path))

    def wait(self, pause: Callable[[], None] = lambda: time.sleep(PAUSE_SECONDS)) -> None:
        """Return when a file has been written, has appeared or has gone; call ``pause`` before each look."""
        before = self._seen
        while self._seen == before:
            pause()
            self._seen = self._look()

    def _look(self) -> dict[Path, tuple[int, int] | None]:
        return {path: _stamp(path) for path in {*self._files(), *self._more}}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
