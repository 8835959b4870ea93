"""Anki: question sets become notes, and notes become a package (`.apkg`) that every Anki client imports."""

from quizgen.anki.errors import ExportError
from quizgen.anki.export import ExportSummary, export_apkg
from quizgen.anki.export_set import DeckSummary
from quizgen.anki.release import Changes, ReleaseRecord
from quizgen.anki.selection import ExportOptions

__all__ = [
    "Changes",
    "DeckSummary",
    "ExportError",
    "ExportOptions",
    "ExportSummary",
    "ReleaseRecord",
    "export_apkg",
]
