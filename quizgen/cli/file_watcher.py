"""Detect file changes by polling, which needs no library and works the same on every system."""

import time
from collections.abc import Callable, Iterable
from pathlib import Path

PAUSE_SECONDS = 0.3


class Watcher:
    """Waits for changes. It records the state of files before they are read, so that no save in between is missed."""

    def __init__(self, files: Callable[[], Iterable[Path]]) -> None:
        """Watch what ``files`` returns; it is called at every poll, because files may appear and disappear."""
        self._files = files
        self._more: set[Path] = set()
        self._last = self._state()

    def also(self, paths: Iterable[Path]) -> None:
        """Watch ``paths`` too, from their current state."""
        for path in paths:
            self._more.add(path)
            self._last.setdefault(path, _stamp(path))

    def wait(self, pause: Callable[[], None] = lambda: time.sleep(PAUSE_SECONDS)) -> None:
        """Return when a file was written, created or deleted; call ``pause`` before each poll."""
        before = self._last
        while self._last == before:
            pause()
            self._last = self._state()

    def _state(self) -> dict[Path, tuple[int, int] | None]:
        return {path: _stamp(path) for path in {*self._files(), *self._more}}


def _stamp(path: Path) -> tuple[int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
