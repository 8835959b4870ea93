"""Everything that `quizgen check` does, as a library: read files, find every error and every warning, print nothing."""

from quizgen.checking.report import Report, check, find_files
from quizgen.checking.sets import QuestionReport, SetReport, examine_set

__all__ = ["QuestionReport", "Report", "SetReport", "check", "examine_set", "find_files"]
