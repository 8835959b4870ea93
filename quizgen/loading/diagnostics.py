"""Faults in files: data first; one formatter turns them into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Diagnostic:
    """One thing wrong in a file. Lines and columns count from 1, columns in characters.

    ``code`` is a ``Code``, or that of a lint rule: then the file can be used, and the fault is a warning.
    """

    path: Path
    line: int
    column: int
    code: str
    message: str
    help: str

    @property
    def is_warning(self) -> bool:
        """Whether the file can be used all the same."""
        return self.code.startswith("Q")

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return printable(f"{place}: {self.code}: {self.message} ({self.help})")

    def as_data(self) -> dict[str, Any]:
        """The fault for scripts."""
        return {
            "path": str(self.path),
            "line": self.line,
            "column": self.column,
            "code": str(self.code),
            "severity": "warning" if self.is_warning else "error",
            "message": self.message,
            "help": self.help,
        }


class LoadError(Exception):
    """A file cannot be used; ``diagnostics`` holds everything that is wrong with it, in reading order."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(sorted(set(diagnostics)))
        super().__init__("\n".join(map(str, self.diagnostics)))


def printable(text: str) -> str:
    """``text`` with everything escaped that a terminal would obey instead of show."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
