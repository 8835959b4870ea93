"""One question as it is put to the learner."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizgen.questions import ChoiceQuestion, MatchQuestion, MultipleQuestion, OrderQuestion, Question
from quizgen.session.answered import Answered


@dataclass(frozen=True, slots=True)
class Prompt:
    """A question with what can be picked, in the order to show it, and where it stands in the session."""

    question: Question
    options: tuple[str, ...]
    """choice, multiple: the options. order: the steps, match: the right sides, both out of order. Others: none."""
    topic: str | None
    """Name of the question's topic; None where it has none."""
    position: int
    """Number of the question in the session, from 1."""
    total: int
    """Number of questions in the session."""
    streak: int = 0
    """How many questions in a row have been right up to here; 0 in an exam, which does not tell."""
    exam: bool = False
    """Whether nothing may be given away: no hint, no answer."""
    given: Answered | None = None
    """What the learner gave before, where an exam's question is answered anew."""
    left: int | None = None
    """In study: how many questions are left for today, this one included."""
    first: bool = False
    """Whether there is no question before this one to go back to."""


def present(question: Question, seed: str) -> tuple[str, ...]:
    """What can be picked for ``question``, in an order that ``seed`` and the question's id decide.

    A choice keeps its author's order where it asks for that, or its last option last.
    Orders and matches never start solved.
    """
    rng = Random(f"{seed} {question.id}")
    match question:
        case ChoiceQuestion() | MultipleQuestion():
            if not question.shuffle:
                return question.shown
            if question.pin_last:
                return (*_shuffled(question.shown[:-1], rng), question.shown[-1])
            return _shuffled(question.shown, rng)
        case OrderQuestion():
            return _unsolved(question.steps, rng)
        case MatchQuestion():
            return _unsolved(tuple(right for _, right in question.pairs), rng)
        case _:
            return ()


def _shuffled(options: Sequence[str], rng: Random) -> tuple[str, ...]:
    return tuple(rng.sample(options, len(options)))


def _unsolved(solved: tuple[str, ...], rng: Random) -> tuple[str, ...]:
    shuffled = _shuffled(solved, rng)
    if shuffled != solved:
        return shuffled
    turn = rng.randrange(1, len(solved))
    return (*solved[turn:], *solved[:turn])
