"""One question as it is shown to the learner, and as it was answered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from random import Random
from typing import TYPE_CHECKING, Literal, Self, assert_never

from quizgen.grading.known import KnownAnswers
from quizgen.grading.verdict import CORRECT, SHOWN, WRONG, Outcome, Response, Verdict
from quizgen.questions import (
    Audio,
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    Image,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
    TypedQuestion,
)

if TYPE_CHECKING:
    from quizgen.history.queue import Waiting

Undoable = Literal["answer", "skip"]
"""What can be undone."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A graded response; the response None is a skip, unless the answer was ``shown``."""

    question: Question
    response: Response
    verdict: Verdict
    seconds: float = 0.0
    """Time from showing the question to the answer."""
    shown: bool = False
    """Whether the learner gave up and asked for the answer, which counts as wrong."""
    overridden: bool = False
    """Whether the learner marked it as correct: "I was right"."""

    @property
    def skipped(self) -> bool:
        """Whether the learner skipped the question without seeing its answer."""
        return self.verdict.outcome is Outcome.SKIPPED

    @property
    def missed(self) -> bool:
        """Whether the question was answered, but not correctly."""
        return not (self.skipped or self.verdict.counts_right)

    @property
    def undecided(self) -> bool:
        """Whether the learner has to say whether the answer is right."""
        return self.verdict.outcome is Outcome.UNDECIDED

    @property
    def may_be_overridden(self) -> bool:
        """Whether "I was right" is available: for a typed answer that does not count as correct."""
        return isinstance(self.question, TypedQuestion) and self.response is not None and not self.verdict.counts_right

    @property
    def credits(self) -> Mapping[str, float]:
        """Each point that the question tests: its credit, from 0 to 1.

        A cloze that tests one point per blank gives each blank its own credit; otherwise all points get the question's.
        """
        points, blanks = self.question.points, self.verdict.blanks
        if isinstance(self.question, ClozeQuestion) and len(points) == len(blanks) == len(self.question.marks):
            return {point: float(right) for point, right in zip(points, blanks, strict=True)}
        return dict.fromkeys(points, self.verdict.share)

    @classmethod
    def of(
        cls, question: Question, response: Response, rivals: KnownAnswers, *, seconds: float = 0.0, shown: bool = False
    ) -> Self:
        """Grade ``response``, or nothing if the learner asked to be ``shown`` the answer."""
        from quizgen.grading.grader import grade  # not needed before the first answer

        verdict = SHOWN if shown else grade(question, response, rivals=rivals)
        return cls(question, response, verdict, seconds, shown)

    def override(self) -> "Answered":
        """Return the same answer marked as correct by the learner."""
        return replace(self, verdict=CORRECT, overridden=True)

    def reject(self) -> "Answered":
        """Return the same undecided answer as wrong: the learner compared it, and it says something else."""
        return replace(self, verdict=WRONG)


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question with its options in the order shown, and its place in the session."""

    question: Question
    options: tuple[str, ...]
    """choice, multiple: the options. order: the steps; match: the right sides; both shuffled. Others: empty."""
    topic: str | None
    """Name of the question's topic; None without a topic, or if its name gives away the answer."""
    position: int
    """Number of the question in the session, from 1. In study: the number of answers that are done."""
    total: int
    """Number of questions in the session. In study: the number of answers that are done or left for today."""
    streak: int = 0
    """Number of consecutive correct answers before this question; always 0 in an exam."""
    exam: bool = False
    """Whether hints and answers are withheld."""
    given: Answered | None = None
    """The earlier answer, when a question of an exam is answered again."""
    left: "Waiting | None" = None
    """In study: numbers of questions left for today, including this one."""
    minutes: int | None = None
    """In study: how long they take, in minutes."""
    first: bool = False
    """Whether there is no earlier question to go back to."""
    undoable: Undoable | None = None
    """What the learner did at the question before this one, if it can be undone."""
    set_id: str = ""
    """Id of the question's set; empty outside a session."""
    recognition: bool = False
    """In study: whether a correct answer is rated Hard at most, because other questions ask to recall the point."""

    early: bool = False
    """In study: whether the points left are asked before they are due."""
    after_reading: bool = False
    """In study: whether the learner answered soon after reading the lesson, so that a correct answer counts less."""

    ahead: tuple[Question, ...] = field(default=(), repr=False)
    """The questions that may still come in the session."""

    def files(self, *, answered: bool) -> tuple[Image | Audio, ...]:
        """Return the picture and the sound of the question; before the answer, without a picture that contains it."""
        image, audio = self.question.image, self.question.audio
        shown = image if image and (answered or not image.after_answer) else None
        return tuple([file for file in (shown, audio) if file])


def present(question: Question, seed: str) -> tuple[str, ...]:
    """Return the options of ``question`` in the order that ``seed`` and the question's id determine.

    A choice keeps its fixed order, if it has one, or its pinned last option. Orders and matches never start solved.
    """
    rng = Random(f"{seed} {question.id}")
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            if (fixed := question.fixed_order) is not None:
                return fixed
            if question.pin_last:
                return (*_shuffled(question.shown[:-1], rng), question.shown[-1])
            return _shuffled(question.shown, rng)
        case OrderQuestion():
            return _unsolved(question.steps, rng)
        case MatchQuestion():
            return _unsolved(tuple(right for _, right in question.pairs), rng)
        case CardQuestion() | TrueFalseQuestion() | ShortQuestion() | NumberQuestion() | ClozeQuestion():
            return ()
        case unreachable:
            assert_never(unreachable)


def _shuffled(options: Sequence[str], rng: Random) -> tuple[str, ...]:
    return tuple(rng.sample(options, len(options)))


def _unsolved(solved: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    shuffled = _shuffled(solved, rng)
    if shuffled != solved:
        return shuffled
    turn = rng.randrange(1, len(solved))
    return (*solved[turn:], *solved[:turn])
