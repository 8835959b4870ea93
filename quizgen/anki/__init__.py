"""Anki decks: question sets become notes, notes a package that any Anki imports."""

from quizgen.anki.errors import ExportError
from quizgen.anki.export import DeckSummary, ExportSummary, export_apkg
from quizgen.anki.release import Changes, ReleaseRecord

__all__ = ["Changes", "DeckSummary", "ExportError", "ExportSummary", "ReleaseRecord", "export_apkg"]
