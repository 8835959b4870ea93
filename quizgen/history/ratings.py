"""The four ratings of spaced repetition, and the rating that an answer suggests."""

from collections.abc import Mapping
from enum import IntEnum
from typing import Literal

from quizgen.grading.verdict import Outcome
from quizgen.questions.kinds import Kind


class Rating(IntEnum):
    """How well a question was remembered: FSRS's four ratings with FSRS's numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


_Effort = Literal["typed", "picked", "arranged"]
_EFFORT: Mapping[Kind, _Effort] = {
    "card": "picked",
    "choice": "picked",
    "multiple": "arranged",
    "true_false": "picked",
    "short": "typed",
    "number": "typed",
    "cloze": "typed",
    "order": "arranged",
    "match": "arranged",
}
"""How each kind is answered: recalled and typed, picked (or judged by the learner), or arranged in many steps."""

FAST_SECONDS = 5.0
"""A typed answer that is correct within this time, reading included, was recalled at once."""

SLOW_SECONDS = 45.0
"""A correct answer after this time was hard to recall: it took several times as long as reading and a keystroke."""

SLOW_ARRANGED_SECONDS = 120.0
"""The same for kinds that are arranged in many steps."""

HALF = 0.5
"""The share of a question that must be correct for the answer not to count as forgotten."""


def rating_for(
    outcome: Outcome,
    share: float,
    seconds: float,
    kind: Kind,
    *,
    recognition: bool = False,
    missed: bool = False,
    undone: Rating | None = None,
) -> Rating | None:
    """Return the rating that an answer to a question of ``kind`` suggests; the learner may choose another.

    Again: wrong, or less than half correct. Hard: at least half correct, misspelled, or correct after a long search.
    Good: correct. Easy: correct at once, but only for typed answers, because a quick pick may be luck. Easy lengthens
    the interval most, so it is given sparingly.

    What the answer is worth as a sign of memory limits the rating: ``recognition``, that it was picked, although other
    questions ask to recall it; ``missed``, that the answer was shown shortly before, after a wrong one; ``undone``,
    the rating of an earlier answer that the learner undid after the feedback.

    A skipped question says nothing about memory: None, which keeps it out of the schedule.
    """
    if outcome is Outcome.SKIPPED:
        return None
    limits = [Rating.EASY]
    if recognition:
        limits.append(Rating.HARD)
    if missed:
        limits.append(Rating.GOOD)
    if undone is not None:
        limits.append(max(Rating.HARD, undone))
    return min(_from_result(outcome, share, seconds, _EFFORT[kind]), *limits)


def _from_result(outcome: Outcome, share: float, seconds: float, effort: _Effort) -> Rating:
    if outcome is Outcome.WRONG or (outcome is Outcome.PARTLY and share < HALF):
        return Rating.AGAIN
    slow = SLOW_ARRANGED_SECONDS if effort == "arranged" else SLOW_SECONDS
    if outcome in {Outcome.PARTLY, Outcome.CLOSE} or seconds >= slow:
        return Rating.HARD
    return Rating.EASY if effort == "typed" and seconds <= FAST_SECONDS else Rating.GOOD
