"""One question as it is put to the learner."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from quizgen.questions import ChoiceQuestion, MatchQuestion, MultipleQuestion, OrderQuestion, Question


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
    streak: int
    """How many questions in a row have been right up to here."""


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
