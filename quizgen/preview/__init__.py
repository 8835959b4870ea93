"""The preview: a set as one self-contained page, to review, to share, to practice with, and to print."""

from quizgen.preview.gather import gather
from quizgen.preview.page import page, stamp_script
from quizgen.preview.sheet import Entry, Remark, Sheet

__all__ = ["Entry", "Remark", "Sheet", "gather", "page", "stamp_script"]
