"""Faults in files: data first; one formatter turns them into words."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing wrong in a file. Lines and columns count from 1, columns in characters.

    ``code`` is a ``Code``, or that of a lint rule: then the file can be used, and the fault is a warning.
    """

    path: Path
    line: int
    column: int
    code: str
    problem: str
    mend: str

    @property
    def is_warning(self) -> bool:
        """Whether the file can be used all the same."""
        return self.code.startswith("Q")

    def __str__(self) -> str:
        place = f"{self.path}:{self.line}:{self.column}"
        return printable(f"{place}: {self.code}: {self.problem} ({self.mend})")

    def as_data(self) -> dict[str, Any]:
        """The fault for scripts."""
        return {
            "path": str(self.path),
            "line": self.line,
            "column": self.column,
            "code": str(self.code),
            "severity": "warning" if self.is_warning else "error",
            "problem": self.problem,
            "mend": self.mend,
        }


class FaultsError(Exception):
    """A file cannot be used; ``faults`` holds everything that is wrong with it, in reading order."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


def printable(text: str) -> str:
    """``text`` with everything escaped that a terminal would obey instead of show."""
    return "".join(char if char.isprintable() else f"\\u{ord(char):04x}" for char in text)
