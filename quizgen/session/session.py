"""A quiz or an exam as a pure state machine: its questions, and the answers so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal, Self

from quizgen.grading.known import KnownAnswers, known_answers
from quizgen.grading.verdict import SKIPPED, Response, Verdict
from quizgen.questions import Question, QuestionSet
from quizgen.questions.giveaways import topic_in_heading
from quizgen.session.combined import original
from quizgen.session.prompt import Answered, Prompt, Undoable, present
from quizgen.session.results import Results


@dataclass(frozen=True, slots=True)
class Session:
    """A quiz or an exam in progress. Immutable: every step returns a new session.

    The set, the ids of the questions in order, the seed, the round and the responses so far determine it completely.
    """

    question_set: QuestionSet = field(repr=False)
    questions: tuple[Question, ...] = field(repr=False)
    seed: int
    """Determines the order in which options are shown."""
    round: int = 1
    """1 for the quiz itself, one more for each retry, which shuffles their options again."""
    exam: bool = False
    """Whether feedback comes only at the end; until then answers may be changed."""
    answers: tuple[Answered, ...] = ()
    steps_back: int = 0
    """In an exam: number of questions that the learner has gone back from the next new one."""
    undone: bool = False
    """Whether the last answer was undone, so that there is none to undo until the next one."""
    members: tuple[QuestionSet, ...] = field(default=(), repr=False)
    """The sets that ``question_set`` combines; empty if it is a single set."""
    rivals: KnownAnswers = field(default_factory=KnownAnswers, repr=False)
    """Every answer in the set: a typed answer that equals another one is not a typo."""

    @classmethod
    def start(cls, question_set: QuestionSet, questions: Sequence[Question], *, seed: int, exam: bool = False) -> Self:
        """Start a session that asks ``questions`` of ``question_set`` in order."""
        return cls(question_set, tuple(questions), seed, exam=exam, rivals=known_answers(question_set))

    def resume(self, round_number: int, answers: tuple[Answered, ...]) -> Self:
        """Return the same session as it was interrupted, in its round and with its answers."""
        return replace(self, round=round_number, answers=answers)

    @property
    def mode(self) -> Literal["quiz", "exam"]:
        """The kind of session, as it is stored."""
        return "exam" if self.exam else "quiz"

    @property
    def finished(self) -> bool:
        """Whether every question has been answered or skipped."""
        return len(self.answers) == len(self.questions)

    @property
    def place(self) -> int:
        """Index of the current question; the number of questions if none is left."""
        return len(self.answers) - self.steps_back

    @property
    def prompt(self) -> Prompt | None:
        """The current question; None if none is left."""
        return self.prompt_at(self.place) if self.place < len(self.questions) else None

    def prompt_at(self, place: int) -> Prompt:
        """Return the question with the index ``place`` as it is shown."""
        question = self.questions[place]
        return Prompt(
            question,
            present(question, f"{self.seed} {self.round}"),
            topic=topic_in_heading(question, self.question_set),
            position=place + 1,
            total=len(self.questions),
            streak=0 if self.exam else self.streak,
            exam=self.exam,
            given=self.answers[place] if self.exam and place < len(self.answers) else None,
            first=place == 0,
            undoable=self.undoable if place == len(self.answers) else None,
            set_id=self.set_id(question),
            ahead=self.questions[place + 1 :],
        )

    @property
    def undoable(self) -> Undoable | None:
        """What ``undo`` takes back; None if it is not possible."""
        if self.exam or self.undone or not self.answers:
            return None
        return "skip" if self.answers[-1].skipped else "answer"

    def set_id(self, question: Question) -> str:
        """Return the id of the set that ``question`` comes from."""
        return original(self.question_set.id, question.id)[0]

    @property
    def streak(self) -> int:
        """Number of correct answers in a row up to now."""
        run = 0
        for answer in reversed(self.answers):
            if not answer.verdict.counts_right:
                break
            run += 1
        return run

    def answer(self, response: Response, *, seconds: float = 0.0, shown: bool = False) -> tuple[Self, Verdict]:
        """Grade ``response`` to the current question and move to the next one; None skips it.

        ``shown`` means that the learner asked for the answer. If an answer is changed in an exam, its ``seconds``
        count, too. Raises ``ValueError`` if no question is left.
        """
        if self.place == len(self.questions):
            raise ValueError("the session is finished: there are no questions left to answer")
        question = self.questions[self.place]
        before = self.answers[self.place].seconds if self.steps_back else 0.0
        answered = Answered.of(question, response, self.rivals, seconds=before + seconds, shown=shown)
        return self._with(self.place, answered).forward(), answered.verdict

    def skip(self) -> Self:
        """Leave the current question unanswered and move to the next one."""
        return self.answer(None)[0]

    def back(self) -> Self:
        """Go back one question to answer it again; ``ValueError`` outside an exam, where the answer has been shown."""
        if not self.exam:
            raise ValueError("answers can be changed only in an exam")
        return replace(self, steps_back=min(self.steps_back + 1, len(self.answers)))

    def undo(self) -> Self:
        """Go back to the question answered last, without its answer; ``ValueError`` in an exam and at the start."""
        if not self.undoable:
            raise ValueError("there is no answer to undo; to change an answer in an exam, go back to its question")
        return replace(self, answers=self.answers[:-1], undone=True)

    def forward(self) -> Self:
        """Move to the next question and keep the answer to the current one."""
        return replace(self, steps_back=max(0, self.steps_back - 1))

    def submit(self) -> Self:
        """End an exam: questions without an answer count as skipped."""
        rest = tuple(Answered(question, None, SKIPPED) for question in self.questions[len(self.answers) :])
        return replace(self, answers=self.answers + rest, steps_back=0)

    def override(self, place: int) -> Self:
        """Mark the answer with the index ``place`` as correct, as the learner decided."""
        return self._with(place, self.answers[place].override())

    def reject(self, place: int) -> Self:
        """Mark the undecided answer with the index ``place`` as wrong, as the learner decided."""
        return self._with(place, self.answers[place].reject())

    @property
    def results(self) -> Results:
        """The results of the answers so far."""
        return Results(self.answers, len(self.questions), self.exam)

    def retry(self, questions: Sequence[Question]) -> Self:
        """Return a new quiz of ``questions`` that were missed or skipped."""
        return replace(self, questions=tuple(questions), round=self.round + 1, answers=(), exam=False, steps_back=0)

    def _with(self, place: int, answered: Answered) -> Self:
        """Return the session with ``answered`` at ``place``; the current place does not change."""
        new = place == len(self.answers)
        answers = (*self.answers[:place], answered, *self.answers[place + 1 :])
        return replace(self, answers=answers, steps_back=self.steps_back + new, undone=self.undone and not new)
