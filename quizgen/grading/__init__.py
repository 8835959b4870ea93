"""What a response is worth: from question and response to verdict. ``docs/grading.md`` names the rules."""

from quizgen.grading.accepted import Accepted, accepted, rejected
from quizgen.grading.grader import grade, reads_as_number
from quizgen.grading.known import KnownAnswers, known_answers
from quizgen.grading.verdict import Outcome, Response, Verdict

__all__ = [
    "Accepted",
    "KnownAnswers",
    "Outcome",
    "Response",
    "Verdict",
    "accepted",
    "grade",
    "known_answers",
    "reads_as_number",
    "rejected",
]
