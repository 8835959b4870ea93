"""Import: questions from other programs' files, with a report of everything that could not be imported."""

from quizgen.importing.anki_notes import ImportChoices
from quizgen.importing.importer import Imported, import_file
from quizgen.importing.items import ImportProblem, ImportRefusedError, NothingImportedError

__all__ = ["ImportChoices", "ImportProblem", "ImportRefusedError", "Imported", "NothingImportedError", "import_file"]
