"""A set as one self-contained page for reviewing, sharing, practicing and printing."""

from quizgen.preview.gather import gather
from quizgen.preview.page import page, stamp_script
from quizgen.preview.sheet import Entry, Remark, Sheet

__all__ = ["Entry", "Remark", "Sheet", "gather", "page", "stamp_script"]
