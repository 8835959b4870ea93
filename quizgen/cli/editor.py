"""The author's editor, opened at the line of a question."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
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
    from quizgen.linting.locator import Locator  # not needed to name the editor
    from quizgen.loading.document import read_document

    if loaded.bundled:
        return messages.NOT_EDITABLE
    try:
        document = read_document(loaded.path)
        path, line = Locator(document, loaded.read.seed, loaded.read.seed_document).line_of(question)
    except LoadError as error:  # an earlier edit may have left the error, and this is how to correct it
        if not loaded.path.is_file():
            return str(error.diagnostics[0])
        path, line = loaded.path, error.diagnostics[0].line
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


def editor_name() -> str | None:
    """Return the name of the editor that ``editor_command`` opens, such as ``nano``."""
    command = _chosen_command()
    return Path(command[0]).stem if command else None


def _chosen_command() -> list[str]:
    chosen = os.environ.get("VISUAL") or os.environ.get("EDITOR") or _usual_editor() or ""
    return shlex.split(chosen, posix=sys.platform != "win32")


def _usual_editor() -> str | None:
    return next((name for name in ("sensible-editor", "nano", "vim", "vi", "notepad") if shutil.which(name)), None)
