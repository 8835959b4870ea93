"""One question with what the learner gave for it."""

from dataclasses import dataclass, replace

from quizgen.grading.verdict import CORRECT, Response, Verdict
from quizgen.questions import ClozeQuestion, NumberQuestion, Question, ShortQuestion

TypedQuestion = ShortQuestion | NumberQuestion | ClozeQuestion
"""The kinds whose answers are typed."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A graded response; the response None is a skip."""

    question: Question
    response: Response
    verdict: Verdict
    seconds: float = 0.0
    """From showing the question to the answer."""
    shown: bool = False
    """Whether the learner gave up and asked for the answer; that is a skip too."""
    overridden: bool = False
    """Whether the learner had the last word: "I was right"."""

    @property
    def skipped(self) -> bool:
        """Whether the learner passed over the question, its answer not seen."""
        return self.response is None and not self.shown

    @property
    def may_be_overridden(self) -> bool:
        """Whether "I was right" may be said: of a typed answer that does not count as right."""
        return isinstance(self.question, TypedQuestion) and self.response is not None and not self.verdict.counts_right

    def override(self) -> "Answered":
        """The same answer, right by the learner's own word."""
        return replace(self, verdict=CORRECT, overridden=True)
