"""The learner's history for sessions and scripts: opened on first use."""

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, Self, TypeVar

from quizgen.errors import QuizgenError
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.history.glance import Glance
    from quizgen.history.records import Record, Review
    from quizgen.history.store import Store

T = TypeVar("T")

FILE_NAME = "history.sqlite"

IMPATIENT_SECONDS = 0.2
"""How long a failing history waits for other programs: not long, because it is tried again with every answer."""


def data_folder() -> Path:
    """Return the folder of the learner's data: ``QUIZGEN_HOME`` if set, else the system's folder for user data.

    Raises ``StorageError`` if the user has no home folder.
    """
    try:
        if home := os.environ.get("QUIZGEN_HOME"):
            return Path(home).expanduser()
        from platformdirs import user_data_path

        return user_data_path("quizgen", appauthor=False).expanduser()
    except RuntimeError:  # neither HOME nor an entry in the system's list of users
        from quizgen.history.errors import StorageError

        raise StorageError(
            "quizgen found no home folder in which to store your history. Set the environment variable QUIZGEN_HOME "
            "to the folder to use instead."
        ) from None


def has_log(path: Path) -> bool:
    """Return whether the database at ``path`` has a write-ahead log that is not empty.

    It is being written then, or was left by a program that was killed; read-only programs leave empty ones.
    """
    with suppress(FileNotFoundError):
        return path.with_name(f"{path.name}-wal").stat().st_size > 0
    return False


class History:
    """Every answer that was stored in ``folder`` (default: the learner's own data folder).

    Nothing is opened or created until it is needed. Errors are raised as ``StorageError``. With ``on_error``, a session
    continues despite them: a message goes there, what cannot be stored is tried again with each later use and on
    ``close``, and is finally saved to a file. With ``today``, the history is backed up once a day.

        for review in History().reviews("rivers"):
            print(review.at, review.question_id, review.outcome)
    """

    def __init__(
        self,
        folder: str | Path | None = None,
        *,
        on_error: Callable[[str], None] | None = None,
        today: Callable[[], date] | None = None,
    ) -> None:
        self._named_folder = None if folder is None else Path(folder)
        self._on_error = on_error
        self._today = today
        self._store: Store | None = None
        self._failing = False
        self._waiting: list[Record] = []
        """What could not be stored yet, in order."""

    @property
    def available(self) -> bool:
        """Whether answers can be stored, as far as is known."""
        return not self._failing

    @property
    def exists(self) -> bool:
        """Whether there is a history on disk."""
        try:
            return (self._folder / FILE_NAME).exists()
        except (QuizgenError, OSError):  # the first use reports it
            return False

    def reviews(self, set_id: str | None = None) -> "Iterator[Review]":
        """Yield the answers to one set's questions, or all answers, oldest first; none if nothing has been stored.

        Overrides and ratings that the learner chose are applied; answers that were undone, or changed in an exam, are
        left out. Raises ``StorageError``, and ``TypeError`` if ``set_id`` is not text.
        """
        if not isinstance(set_id, str | None):
            raise TypeError(f"`set_id` must be a str or None, not {type(set_id).__name__}")
        return iter(self.use(lambda store: list(store.reviews(set_id))) or ()) if self.exists else iter(())

    def glance(self, set_ids: Sequence[str]) -> "Glance":
        """Return what a quiz on the sets needs to know before its first question."""
        from quizgen.history.glance import Glance, glance_at, read_glance

        if not self.exists:
            return Glance()
        seen = read_glance(self._folder / FILE_NAME, set_ids) if self._store is None else None
        return seen or self.use(lambda store: glance_at(store, set_ids)) or Glance()

    def add(self, *records: "Record") -> None:
        """Store ``records``, all or none; after a failure (see ``on_error``), with the next ones."""
        if self._on_error is None:
            self.use(lambda store: store.add(*records))
        else:
            self._waiting += records
            self.use(lambda _: None)

    def use(self, action: "Callable[[Store], T]") -> T | None:
        """Call ``action`` with the store and return its result; None after a failure (see ``on_error``)."""
        return self._use(action, IMPATIENT_SECONDS if self._failing else None)

    def _use(self, action: "Callable[[Store], T]", patience: float | None) -> T | None:
        # Imported late: a quiz shows its first question before anything is stored.
        from quizgen.history.errors import StorageError
        from quizgen.history.store import Store, UnknownReviewsError

        try:
            if self._store is None:
                self._store = Store.open(self._folder, patience=patience)
            if self._waiting:
                self._store.add(*self._waiting)
                self._waiting = []
            result = action(self._store)
        except (StorageError, UnknownReviewsError) as error:
            if self._on_error is None:
                raise
            self._close_store()
            if not self._failing:
                self._failing = True
                self._on_error(f"{error} You can continue the session; quizgen will keep trying to save your answers.")
            return None
        if self._failing and self._on_error is not None:
            self._failing = False
            self._close_store()  # the next one is patient again
            self._on_error("quizgen can save your answers again.")
        return result

    def close(self) -> None:
        """Close the history. Try one last time to store what could not be stored, then save it to a file."""
        if self._waiting:
            self._close_store()
            self._use(lambda _: None, None)
        if self._waiting:
            self._rescue()
        was_used = self._store is not None
        self._close_store()
        if was_used and self._today is not None:
            from quizgen.history.backup import back_up

            with suppress(QuizgenError):  # nothing of the session is lost; tomorrow's backup may succeed
                back_up(self._folder, self._today())

    def _rescue(self) -> None:
        """Save what could not be stored to a file that ``quizgen history import`` reads, and say where it is."""
        from shlex import quote
        from tempfile import gettempdir

        from quizgen.atomic import write_text
        from quizgen.history.transfer import lines

        text = "".join(f"{line}\n" for line in lines(self._waiting))
        name = f"quizgen-answers-{blake2b(text.encode(), digest_size=4).hexdigest()}.jsonl"
        number = count(len(self._waiting), "record")
        self._waiting = []
        report = self._on_error or (lambda _: None)
        folders: tuple[Callable[[], Path], ...] = (lambda: self._folder, Path.cwd, lambda: Path(gettempdir()))
        for folder in folders:
            try:
                path = folder() / name
                write_text(path, text, private=True)
            except (QuizgenError, OSError):
                continue
            report(
                f"Part of this session ({number}) could not be added to your history, but it was saved in {path}. "
                f"To add this part later, run: quizgen history import {quote(str(path))}"
            )
            return
        report(f"Part of this session ({number}) could not be saved anywhere and was lost.")

    @property
    def _folder(self) -> Path:
        return data_folder() if self._named_folder is None else self._named_folder

    def _close_store(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()
