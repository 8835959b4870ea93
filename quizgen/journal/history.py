"""The history as a session uses it: opened when first needed, given up for good when it fails."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from quizgen.history.store import Store

T = TypeVar("T")


class History:
    """The store in ``folder``; without a folder nothing is stored.

    The first failure is told to ``warn`` in a plain sentence; from then on everything goes on without storing.
    """

    def __init__(self, folder: Path | None, warn: Callable[[str], None] = lambda _: None) -> None:
        self._folder = folder
        self._warn = warn
        self._store: Store | None = None

    @property
    def stores(self) -> bool:
        """Whether anything is stored."""
        return self._folder is not None

    @property
    def is_new(self) -> bool:
        """Whether nothing can have been stored yet."""
        return self._folder is None or not self._folder.exists()

    def use(self, action: "Callable[[Store], T]") -> T | None:
        """What ``action`` gives for the store; None where there is none any more."""
        if self._folder is None:
            return None
        # Imported only now: a quiz shows its first question before anything is stored.
        from quizgen.history.errors import StorageError
        from quizgen.history.store import Store

        try:
            if self._store is None:
                self._store = Store.open(self._folder)
            return action(self._store)
        except StorageError as error:
            self.close()
            self._folder = None
            self._warn(str(error))
            return None

    def close(self) -> None:
        """Close the store; everything in it is on the disk already."""
        if self._store is not None:
            self._store.close()
            self._store = None
