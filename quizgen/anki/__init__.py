"""Anki decks: question sets become notes, notes a package that any Anki imports."""

from quizgen.anki.errors import ExportError
from quizgen.anki.export import ExportSummary, Layout, export_apkg
from quizgen.anki.export_set import DeckSummary, Selection
from quizgen.anki.release import Changes, ReleaseRecord

__all__ = [
    "Changes",
    "DeckSummary",
    "ExportError",
    "ExportSummary",
    "Layout",
    "ReleaseRecord",
    "Selection",
    "export_apkg",
]
