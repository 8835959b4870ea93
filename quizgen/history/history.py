"""The learner's history for sessions and scripts: opened on first use."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from quizgen.history.records import Review
    from quizgen.history.store import Store

T = TypeVar("T")

FILE_NAME = "history.sqlite"


def data_folder() -> Path:
    """Return the folder of the learner's data: ``QUIZGEN_HOME`` if set, else the system's folder for user data."""
    if home := os.environ.get("QUIZGEN_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False)


class History:
    """Every answer that was stored in ``folder`` (default: the learner's own data folder).

    Nothing is opened or created until it is needed. Errors are raised as ``StorageError``. With ``on_error``, the first
    error's message goes there instead, and from then on nothing is read or stored.

        for review in History().reviews("rivers"):
            print(review.at, review.question_id, review.outcome)
    """

    def __init__(self, folder: str | Path | None = None, *, on_error: Callable[[str], None] | None = None) -> None:
        self._folder = data_folder() if folder is None else Path(folder)
        self._on_error = on_error
        self._store: Store | None = None
        self._failed = False

    @property
    def available(self) -> bool:
        """Whether answers can be stored, as far as is known."""
        return not self._failed

    @property
    def exists(self) -> bool:
        """Whether there is a history on disk."""
        return (self._folder / FILE_NAME).exists()

    def reviews(self, set_id: str | None = None) -> "Iterator[Review]":
        """Yield the answers to one set's questions, or all answers, oldest first; none if nothing has been stored.

        Overrides and ratings that the learner chose are applied. Raises ``StorageError``.
        """
        if self.exists:
            yield from self.use(lambda store: list(store.reviews(set_id))) or ()

    def use(self, action: "Callable[[Store], T]") -> T | None:
        """Call ``action`` with the store and return its result; None after a failure (see ``on_error``)."""
        if self._failed:
            return None
        # Imported late: a quiz shows its first question before anything is stored.
        from quizgen.history.database import StorageError
        from quizgen.history.store import Store

        try:
            if self._store is None:
                self._store = Store.open(self._folder)
            return action(self._store)
        except StorageError as error:
            if self._on_error is None:
                raise
            self.close()
            self._failed = True
            self._on_error(str(error))
            return None

    def close(self) -> None:
        """Close the history; everything in it is on disk already."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
