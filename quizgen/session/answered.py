"""One question with what the learner gave for it."""

from dataclasses import dataclass

from quizgen.grading.verdict import Response, Verdict
from quizgen.questions import Question


@dataclass(frozen=True, slots=True)
class Answered:
    """A graded response; the response None is a skip."""

    question: Question
    response: Response
    verdict: Verdict
