"""What a question of a Markdown set says, where it says it, and what is wrong with it."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.loading.diagnostics import Diagnostic
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath

if TYPE_CHECKING:
    from quizgen.loading.document import Place, YamlPart


class Written:
    """What the section of a question says; ``at`` is the path of the question in the set's data.

    Lines and columns are counted from 0 here, and from 1 in places and diagnostics.
    """

    def __init__(self, path: Path, at: DataPath) -> None:
        self._path, self._at = path, at
        self.data: dict[str, Any] = {}
        self.places: dict[DataPath, Place] = {}
        self.parts: list[YamlPart] = []
        self.diagnostics: list[Diagnostic] = []
        self.is_broken = False
        """Whether the question cannot be understood, so that no further checks make sense."""

    def put(self, at: DataPath, value: Any, line: int, column: int) -> None:
        """Set the field at ``at`` to ``value``, which is written there."""
        self.data[str(at[0])] = value
        self.place(at, line, column)

    def place(self, at: DataPath, line: int, column: int) -> None:
        """Remember where ``at`` is written."""
        self.places[(*self._at, *at)] = (line + 1, column + 1)

    def error(self, line: int, column: int, code: Code, message: str, help: str) -> None:
        """Report an error that makes further checks of the question useless."""
        self.report(line, column, code, message, help)
        self.is_broken = True

    def report(self, line: int, column: int, code: Code, message: str, help: str) -> None:
        """Report an error."""
        self.diagnostics.append(Diagnostic(self._path, line + 1, column + 1, code, message, help))
