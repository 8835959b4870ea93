"""Diagnostics: what is wrong in a file, as data, and the one place that turns them into lines of text."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from quizgen.errors import QuizgenError

Severity = Literal["error", "warning"]
"""``error``: the file cannot be used. ``warning``: it can be used but should be improved."""


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One problem in a file. Lines and columns count from 1, columns in characters. They sort in reading order."""

    path: Path
    line: int
    column: int
    code: str
    """A ``Code``, or the code of a lint rule."""
    message: str
    """What is wrong."""
    help: str
    """How to fix it."""
    severity: Severity = "error"

    @property
    def place(self) -> str:
        """``path:line:column``, which editors and terminals turn into a link."""
        return escape_controls(f"{self.path}:{self.line}:{self.column}")

    def __str__(self) -> str:
        return f"{self.place}: {describe(self)}"

    def as_data(self) -> dict[str, Any]:
        """Return the diagnostic as JSON-ready data."""
        return {
            "path": str(self.path),
            "line": self.line,
            "column": self.column,
            "code": str(self.code),
            "severity": self.severity,
            "message": self.message,
            "help": self.help,
        }


def describe(diagnostic: Diagnostic) -> str:
    """Return the code and message of ``diagnostic``, with its help on an indented second line."""
    return f"{escape_controls(f'{diagnostic.code} {diagnostic.message}')}\n  help: {escape_controls(diagnostic.help)}"


class LoadError(QuizgenError):
    """A file cannot be used; ``diagnostics`` holds everything that is wrong with it, in reading order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))


def for_file(help: str, path: Path) -> str:
    """Return ``help`` with ``path`` instead of ``FILE`` in the commands that edit a file."""
    if not any(command in help for command in _EDITING_COMMANDS):
        return help
    from shlex import quote  # few files need it

    for command in _EDITING_COMMANDS:
        help = help.replace(command, command.replace("FILE", quote(str(path))))
    return help


_EDITING_COMMANDS = "`quizgen fix FILE", "`quizgen record FILE"


def escape_controls(text: str) -> str:
    """Return ``text`` with control characters escaped, so that a terminal shows them instead of obeying them."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
