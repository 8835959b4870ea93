"""The preview: a set as one page that needs nothing else: to look over, to send on, to take and to print."""

from quizgen.preview.gather import gather
from quizgen.preview.page import page, stamp_script
from quizgen.preview.sheet import Entry, Note, Sheet

__all__ = ["Entry", "Note", "Sheet", "gather", "page", "stamp_script"]
