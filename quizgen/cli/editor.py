"""The author's editor, opened at the line of a question."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quizgen.cli.common import LoadedSet
from quizgen.loading.diagnostics import LoadError
from quizgen.questions import Question
from quizgen.terminal import messages
from quizgen.terminal.startup import echoing

_GOTO = {"code", "codium", "code-insiders", "cursor"}
"""Editors that take ``--goto FILE:LINE``."""

_AFTER_FILE = {"hx", "helix", "subl", "zed", "micro"}
"""Editors that take ``FILE:LINE``; most others take ``+LINE FILE``."""

_INTERRUPTED = {-signal.SIGINT, 128 + signal.SIGINT}
"""Statuses of a program that Ctrl-C ended, and of a shell script in which it did."""


def edit_question(loaded: LoadedSet, question: Question) -> str | None:
    """Open the file of ``question`` at its line, and wait for the editor; return what went wrong, if anything."""
    if loaded.bundled:
        return messages.NOT_EDITABLE
    try:
        path, line = _place(loaded, question)
    except LoadError as error:
        return str(error.diagnostics[0])
    command = editor_command(path, line)
    if command is None:
        return messages.NO_EDITOR
    try:
        with _leaving_interrupts_to_the_editor(), echoing():
            status = subprocess.run(command, check=False).returncode
    except OSError as error:
        return messages.editor_fails(command[0], str(error.strerror))
    if status in _INTERRUPTED:
        return messages.EDIT_CANCELED
    return f"{command[0]} exited with status {status}." if status else None


def before_editing(loaded: LoadedSet, question: Question) -> str:
    """Return which file ``edit_question`` would open in which editor; empty if it cannot open any."""
    command = _chosen_command()
    if loaded.bundled or not command:
        return ""
    try:
        path, _ = _place(loaded, question)
    except LoadError:
        return ""
    return messages.before_editing(str(path), _name(command[0]))


def _place(loaded: LoadedSet, question: Question) -> tuple[Path, int]:
    """Return the file of ``question`` and its line; raises LoadError if the set's file is gone."""
    from quizgen.linting.locator import Locator  # not needed before something is edited
    from quizgen.loading.document import read_document

    try:
        document = read_document(loaded.path)
        return Locator(document, loaded.read.seed, loaded.read.seed_document).line_of(question)
    except LoadError as error:  # an earlier edit may have left the error, and this is how to correct it
        if not loaded.path.is_file():
            raise
        return loaded.path, error.diagnostics[0].line


@contextmanager
def _leaving_interrupts_to_the_editor() -> Iterator[None]:
    """Let Ctrl-C end the editor, or the menu that asks for one, but not the session.

    The terminal sends it to both. A handler that does nothing is not inherited, as SIG_IGN would be.
    """
    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def editor_command(path: Path, line: int) -> list[str] | None:
    """Return the command that opens ``path`` at ``line``: VISUAL, EDITOR, or a usual editor; None if there is none."""
    command = _chosen_command()
    if not command:
        return None
    name = Path(command[0]).stem.casefold()
    if name in _GOTO:
        return [*command, "--wait", "--goto", f"{path}:{line}"]
    if name in _AFTER_FILE:
        return [*command, f"{path}:{line}"]
    return [*command, str(path)] if name == "notepad" else [*command, f"+{line}", str(path)]


def _name(program: str) -> str:
    """Return the name of an editor, such as ``nano``; for the system's default editor, the name of what it opens."""
    name = Path(program).stem
    if name not in {"sensible-editor", "editor"}:
        return name
    with suppress(OSError):  # the choice is a line of a shell script: SELECTED_EDITOR="/bin/nano"
        for line in (Path.home() / ".selected_editor").read_text(encoding="utf-8").splitlines():
            if line.startswith("SELECTED_EDITOR=") and name == "sensible-editor":
                return Path(line.partition("=")[2].strip("\"' ")).stem
    found = shutil.which("editor")
    return Path(found).resolve().stem if found else name


def _chosen_command() -> list[str]:
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor() or ""
    return shlex.split(chosen, posix=sys.platform != "win32")


def _usual_editor() -> str | None:
    return next((name for name in ("sensible-editor", "nano", "vim", "vi", "notepad") if shutil.which(name)), None)
