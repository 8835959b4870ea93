"""Atomic file writes: the content goes to a temporary file next to the target and is then renamed into place."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, NamedTuple

from quizgen.errors import QuizgenError


class WriteError(QuizgenError):
    """A file cannot be written; the message says which file and why."""


@contextmanager
def atomic_write(path: Path, *, replace: bool = True, private: bool = False) -> Iterator[BinaryIO]:
    """Open a binary file that replaces ``path`` when the block ends; if the block fails, ``path`` is unchanged.

    When the block has ended, the content is on disk, not only in the system's memory. A symbolic link keeps its target,
    and a replaced file keeps its permissions; with ``private``, only its owner can read a new file. Raises WriteError
    if the system does not allow the write, or if ``replace`` is false and ``path`` exists.
    """
    with atomic_files() as files:
        yield files.open(path, replace=replace, private=private)


@contextmanager
def atomic_files() -> "Iterator[AtomicFiles]":
    """Write several files together: when the block ends, all that it opened are in place; if it fails, none is.

    An error of the system in the block is taken for one of the file that was opened last. Raises WriteError.
    """
    files = AtomicFiles()
    try:
        yield files
        files.commit()
    except FileExistsError:
        raise WriteError(f"{files.current} already exists; not overwritten. Choose another file name.") from None
    except OSError as error:
        raise WriteError(f"{files.current} cannot be written: {error.strerror or error}") from error
    finally:
        files.discard()


class AtomicFiles:
    """Files that are written to temporary names; ``commit`` renames all of them, or none."""

    def __init__(self) -> None:
        self.current: Path | None = None
        """The file that was opened, or is being renamed, last."""
        self._files: list[_Pending] = []

    def open(self, path: Path, *, replace: bool = True, private: bool = False) -> BinaryIO:
        """Return a binary file that ``commit`` moves to ``path``; the arguments are those of ``atomic_write``."""
        self.current = path
        target = path.resolve()
        if target.is_dir():
            raise WriteError(f"{path} is a folder; specify a file in it")
        temporary = target.with_name(f".{target.name}.{os.urandom(4).hex()}")
        # The block that writes ends before the file is closed: `commit` or `discard` closes it.
        file = open(temporary, "xb", opener=_private if private else None)  # noqa: SIM115
        self._files.append(_Pending(path, target, temporary, file, replace))
        return file

    def commit(self) -> None:
        """Move every file to its place; if one cannot be, put back what was there before. Raises OSError."""
        for one in self._files:
            self.current = one.path
            # After a power failure the new name must not lead to an empty file.
            one.file.flush()
            os.fsync(one.file.fileno())
            one.file.close()
        done: list[_Pending] = []
        try:
            for one in self._files:
                self.current = one.path
                one.move(keep_old=len(self._files) > 1)
                done.append(one)
        except OSError:
            for one in reversed(done):
                one.move_back()
            raise

    def discard(self) -> None:
        """Close the files and remove what is temporary."""
        for one in self._files:
            with suppress(OSError):  # closing writes what is left in memory, which fails again if the disk is full
                one.file.close()
            one.temporary.unlink(missing_ok=True)
            one.old.unlink(missing_ok=True)


class _Pending(NamedTuple):
    path: Path
    target: Path
    temporary: Path
    file: BinaryIO
    replace: bool

    @property
    def old(self) -> Path:
        """The second name of the file that is replaced, until all files are in place."""
        return self.temporary.with_name(f"{self.temporary.name}.old")

    def move(self, *, keep_old: bool) -> None:
        if not self.replace:
            _rename_to_new(self.temporary, self.target)
        else:
            if self.target.exists():
                self.temporary.chmod(self.target.stat().st_mode)
                if keep_old:
                    shutil.copy2(self.target, self.old)
            self.temporary.replace(self.target)
        _sync_folder(self.target.parent)

    def move_back(self) -> None:
        with suppress(OSError):
            if self.old.exists():
                self.old.replace(self.target)
            else:
                self.target.unlink()


def is_writable(path: Path) -> bool:
    """Return whether ``atomic_write`` could replace ``path``: whether the system lets us write to its folder."""
    folder = path.resolve().parent
    return folder.is_dir() and os.access(folder, os.W_OK) and not path.resolve().is_dir()


def write_text(path: Path, text: str, *, replace: bool = True, private: bool = False) -> None:
    """Write ``text`` to ``path`` atomically, as UTF-8 with its line ends unchanged; create missing folders.

    Raises WriteError as ``atomic_write`` does.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise WriteError(f"{path} cannot be written: {error.strerror or error}") from error
    with atomic_write(path, replace=replace, private=private) as file:
        file.write(text.encode())


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` permanent, on systems where that needs a call of its own."""
    if os.name == "nt":
        return
    with suppress(OSError):  # some network file systems cannot, and the file itself is complete
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _rename_to_new(source: Path, target: Path) -> None:
    """Rename ``source`` to ``target``; raise FileExistsError if ``target`` exists, even if it was created just now."""
    try:
        os.link(source, target)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if target.exists():
            raise FileExistsError from None
        source.replace(target)
