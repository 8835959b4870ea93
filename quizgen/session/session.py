"""The session: questions, and the answers so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from quizgen.grading import grade, known_answers
from quizgen.grading.verdict import Response, Verdict
from quizgen.questions import Question, QuestionSet
from quizgen.session.answered import Answered
from quizgen.session.prompt import Prompt, present
from quizgen.session.results import Results


@dataclass(frozen=True, slots=True)
class Session:
    """A quiz under way. Every step gives a new session; the old one still stands.

    What it depends on is plain data: the set, the questions' ids in order, the seed, the round and the responses so far
    give the same session again.
    """

    question_set: QuestionSet = field(repr=False)
    questions: tuple[Question, ...] = field(repr=False)
    seed: int
    """Decides the order in which options are shown."""
    round: int = 1
    """1 for the quiz itself, one more each time that missed questions are asked again: their options move."""
    answers: tuple[Answered, ...] = ()
    rivals: frozenset[str] = field(default=frozenset(), repr=False)
    """Every answer known to the set: a typed answer that equals another one is no typo."""

    @classmethod
    def start(cls, question_set: QuestionSet, questions: Sequence[Question], *, seed: int) -> Self:
        """Begin a session that asks ``questions`` of ``question_set`` in their order."""
        return cls(question_set, tuple(questions), seed, rivals=known_answers(question_set))

    @property
    def finished(self) -> bool:
        """Whether every question has been answered or skipped."""
        return len(self.answers) == len(self.questions)

    @property
    def prompt(self) -> Prompt | None:
        """The question to put to the learner now; None when the session is finished."""
        if self.finished:
            return None
        question = self.questions[len(self.answers)]
        options = present(question, f"{self.seed} {self.round}")
        topic = self.question_set.topic_name(question.topic) if question.topic else None
        return Prompt(question, options, topic, len(self.answers) + 1, len(self.questions), self.streak)

    @property
    def streak(self) -> int:
        """How many of the latest answers in a row were right."""
        run = 0
        for answer in reversed(self.answers):
            if not answer.verdict.counts_right:
                break
            run += 1
        return run

    def answer(self, response: Response) -> tuple[Self, Verdict]:
        """Grade ``response`` to the question at hand and go on to the next one; None skips it.

        Raises ``ValueError`` when the session is finished.
        """
        if self.finished:
            raise ValueError("the session is finished: there is no question to answer")
        question = self.questions[len(self.answers)]
        verdict = grade(question, response, rivals=self.rivals)
        return replace(self, answers=(*self.answers, Answered(question, response, verdict))), verdict

    def skip(self) -> Self:
        """Leave the question at hand unanswered and go on to the next one."""
        return self.answer(None)[0]

    @property
    def results(self) -> Results:
        """What the answers so far came to."""
        return Results(self.answers, len(self.questions))

    def retry_missed(self) -> Self:
        """A new session of the questions that were missed, in the order in which they were asked."""
        missed = tuple(answer.question for answer in self.results.missed)
        return replace(self, questions=missed, round=self.round + 1, answers=())
