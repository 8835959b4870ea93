"""A set as one self-contained page for reviewing, sharing, practicing and printing."""

from quizgen.preview.gather import gather
from quizgen.preview.page import page, stamp_script
from quizgen.preview.sheet import Entry, Sheet, ShownDiagnostic

__all__ = ["Entry", "Sheet", "ShownDiagnostic", "gather", "page", "stamp_script"]
