"""The session: questions, and the answers so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Self

from quizgen.grading import KnownAnswers, grade, known_answers
from quizgen.grading.verdict import SKIPPED, Response, Verdict
from quizgen.questions import Question, QuestionSet
from quizgen.session.answered import Answered
from quizgen.session.prompt import Prompt, present
from quizgen.session.results import Results


@dataclass(frozen=True, slots=True)
class Session:
    """A quiz or an exam under way. Every step gives a new session; the old one still stands.

    What it depends on is plain data: the set, the questions' ids in order, the seed, the round and the responses so far
    give the same session again.
    """

    question_set: QuestionSet = field(repr=False)
    questions: tuple[Question, ...] = field(repr=False)
    seed: int
    """Decides the order in which options are shown."""
    round: int = 1
    """1 for the quiz itself, one more each time that missed questions are asked again: their options move."""
    exam: bool = False
    """Whether nothing is told before the end; until then answers may be changed."""
    answers: tuple[Answered, ...] = ()
    steps_back: int = 0
    """How many questions before the next new one the learner has gone back, in an exam."""
    rivals: KnownAnswers = field(default_factory=KnownAnswers, repr=False)
    """Every answer known to the set: a typed answer that equals another one is no typo."""

    @classmethod
    def start(cls, question_set: QuestionSet, questions: Sequence[Question], *, seed: int, exam: bool = False) -> Self:
        """Begin a session that asks ``questions`` of ``question_set`` in their order."""
        return cls(question_set, tuple(questions), seed, exam=exam, rivals=known_answers(question_set))

    def at(self, round_number: int, answers: tuple[Answered, ...]) -> Self:
        """The same session at a later point, reached before a break."""
        return replace(self, round=round_number, answers=answers)

    @property
    def finished(self) -> bool:
        """Whether every question has been answered or skipped."""
        return len(self.answers) == len(self.questions)

    @property
    def place(self) -> int:
        """Index of the question at hand; the number of questions when none is left."""
        return len(self.answers) - self.steps_back

    @property
    def prompt(self) -> Prompt | None:
        """The question to put to the learner now; None when none is left."""
        return self.prompt_at(self.place) if self.place < len(self.questions) else None

    def prompt_at(self, place: int) -> Prompt:
        """The question with the index ``place``, as it is or was put to the learner."""
        question = self.questions[place]
        return Prompt(
            question,
            present(question, f"{self.seed} {self.round}"),
            topic=self.question_set.topic_name(question.topic) if question.topic else None,
            position=place + 1,
            total=len(self.questions),
            streak=0 if self.exam else self.streak,
            exam=self.exam,
            given=self.answers[place] if self.exam and place < len(self.answers) else None,
            first=place == 0,
        )

    @property
    def streak(self) -> int:
        """How many of the latest answers in a row were right."""
        run = 0
        for answer in reversed(self.answers):
            if not answer.verdict.counts_right:
                break
            run += 1
        return run

    def answer(self, response: Response, *, seconds: float = 0.0, shown: bool = False) -> tuple[Self, Verdict]:
        """Grade ``response`` to the question at hand and go on to the next one; None skips it.

        ``shown`` says that the learner gave up and asked for the answer. Raises ``ValueError`` when none is left.
        """
        if self.place == len(self.questions):
            raise ValueError("the session is finished: there is no question to answer")
        question = self.questions[self.place]
        verdict = grade(question, response, rivals=self.rivals)
        return self._with(self.place, Answered(question, response, verdict, seconds, shown)).forward(), verdict

    def skip(self) -> Self:
        """Leave the question at hand unanswered and go on to the next one."""
        return self.answer(None)[0]

    def back(self) -> Self:
        """Go back one question, to answer it anew; ``ValueError`` outside an exam, where answers are known."""
        if not self.exam:
            raise ValueError("only an exam lets answers be changed")
        return replace(self, steps_back=min(self.steps_back + 1, len(self.answers)))

    def forward(self) -> Self:
        """Go on to the next question, the answer to the one at hand left as it is."""
        return replace(self, steps_back=max(0, self.steps_back - 1))

    def hand_in(self) -> Self:
        """End an exam: what has not been answered is skipped."""
        rest = tuple(Answered(question, None, SKIPPED) for question in self.questions[len(self.answers) :])
        return replace(self, answers=self.answers + rest, steps_back=0)

    def override(self, place: int) -> Self:
        """Count the answer with the index ``place`` as right, by the learner's own word."""
        return self._with(place, self.answers[place].override())

    @property
    def results(self) -> Results:
        """What the answers so far came to."""
        return Results(self.answers, len(self.questions), self.exam)

    def retry_missed(self) -> Self:
        """A new session of the questions that were missed, in the order in which they were asked; no exam any more."""
        missed = tuple(answer.question for answer in self.results.missed)
        return replace(self, questions=missed, round=self.round + 1, answers=(), exam=False, steps_back=0)

    def _with(self, place: int, answered: Answered) -> Self:
        """The same session with ``answered`` at ``place``; the place at hand stays where it is."""
        new = place == len(self.answers)
        answers = (*self.answers[:place], answered, *self.answers[place + 1 :])
        return replace(self, answers=answers, steps_back=self.steps_back + new)
