"""Everything that `quizgen check` does, as a library: read files, find every error and every warning, print nothing."""

from quizgen.checking.report import Report, check, find_files
from quizgen.checking.sets import QuestionReport, SetReport, report_on_file

__all__ = ["QuestionReport", "Report", "SetReport", "check", "find_files", "report_on_file"]
