"""The ladder: which question asks a point next, so that the questions get harder as the memory grows.

`docs/study.md` describes the rule and its sources. The log alone determines where a learner is on a ladder (see
``apply_review``); which questions are on its rungs, the set as it is now.
"""

from collections.abc import Collection, Iterable, Sequence
from enum import IntEnum
from typing import assert_never

from quizgen.history.scheduler import PointState
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.kinds import KIND_INFO, Kind


class Rung(IntEnum):
    """How much a question demands of the memory of a point, from little to much."""

    RECOGNITION = 1
    """The answer is on the screen: to pick, to judge or to arrange."""
    CUED = 2
    """The answer is recalled with help: the rest of a sentence, or a hint."""
    FREE = 3
    """The answer is recalled without help."""
    USE = 4
    """The point is used to answer another question."""


def rung_of(question: Question, point: str) -> Rung:
    """Return the rung of ``question`` on the ladder of ``point``, which it tests.

    A question above recall is one with an id of its own that names the point: the direct questions have the point's id,
    or it is the beginning of theirs.
    """
    names_it = question.id != point and not question.id.startswith(f"{point}.")
    match question:
        case CardQuestion():
            return Rung.USE if names_it else Rung.FREE
        case ShortQuestion() | NumberQuestion():
            return Rung.USE if names_it else Rung.CUED if question.hint else Rung.FREE
        case ClozeQuestion():
            return Rung.CUED
        case ChoiceQuestion() | MultipleQuestion() | TrueFalseQuestion() | OrderQuestion() | MatchQuestion():
            return Rung.RECOGNITION
        case unreachable:
            assert_never(unreachable)


def recalled_points(questions: Iterable[Question]) -> frozenset[str]:
    """Return the points that one of ``questions`` asks to recall."""
    return frozenset(
        point
        for question in questions
        if not question.retired and KIND_INFO[question.kind].recalled
        for point in question.points
    )


def is_recognition(question: Question, recalled: Collection[str]) -> bool:
    """Return whether ``question`` shows the answer to a point that is among the ``recalled`` ones, see there."""
    return not KIND_INFO[question.kind].recalled and any(point in recalled for point in question.points)


def next_question(questions: Sequence[Question], point: str, state: PointState | None) -> Question:
    """Return which of ``questions``, all on ``point``, asks it on a day on which it was not asked yet.

    The lowest rung comes first. After a right answer on a later day comes the next higher rung that has a question, and
    after a miss the next lower one. Questions on one rung take turns.
    """
    rungs: dict[Rung, list[Question]] = {}
    for question in sorted(questions, key=lambda question: len(question.points)):
        rungs.setdefault(rung_of(question, point), []).append(question)
    if state is None or state.memory is None:
        return rungs[min(rungs)][0]
    asked = next((question for question in questions if question.id == state.question_id), None)
    rung = _rung_of_kind(state.kind) if asked is None else rung_of(asked, point)
    candidates = rungs[_moved(rung, state.climb, sorted(rungs))]
    turn = candidates.index(asked) + 1 if asked in candidates else 0
    return candidates[turn % len(candidates)]


def _rung_of_kind(kind: Kind) -> Rung:
    """The rung of a question that the set does not have any more."""
    return Rung.FREE if KIND_INFO[kind].recalled else Rung.RECOGNITION


def _moved(rung: Rung, climb: int, occupied: Sequence[Rung]) -> Rung:
    """Return the rung after ``climb`` from ``rung``, or the nearest of those ``occupied``, given in order."""
    lower = [one for one in occupied if one < rung]
    same = [one for one in occupied if one == rung]
    higher = [one for one in occupied if one > rung]
    if climb > 0:
        return (higher or same or lower[-1:])[0]
    return (([] if climb < 0 else same) or lower[-1:] or same or higher)[0]
