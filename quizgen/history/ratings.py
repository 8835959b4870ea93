"""The four ratings of spaced repetition, and which one an answer suggests."""

from enum import IntEnum

from quizgen.grading.verdict import Outcome


class Rating(IntEnum):
    """How well a question was remembered; FSRS's four ratings with FSRS's numbers."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


TYPED = frozenset({"short", "number", "cloze"})
"""Kinds whose answer is recalled and typed; the others show it, or leave the judging to the learner."""

ARRANGED = frozenset({"multiple", "order", "match"})
"""Kinds that take many steps to answer."""

FAST_SECONDS = 5.0
"""A typed answer, reading included, that is right within this time came without a search."""

SLOW_SECONDS = 45.0
"""From this time on a right answer was hard to find: several times what reading and a keystroke take."""

SLOW_ARRANGED_SECONDS = 120.0
"""The same for the kinds that take many steps."""

HALF = 0.5
"""The part of a question that must be right for the answer to be more than a failure."""


def rating_for(outcome: Outcome, share: float, seconds: float, kind: str, *, shown: bool = False) -> Rating | None:
    """The rating that an answer to a question of ``kind`` suggests; the learner may choose another.

    Wrong, or less than half right: Again. Partly right from a half on, right but for the spelling, or right after a
    long search: Hard. Right: Good. Right at once: Easy, but only where the answer was typed, since a quick pick may be
    luck. Easy lengthens the interval most, so it is the one to be sparing with.

    A skipped question tells nothing about memory: None, no review for the schedule, unless the learner asked to be
    ``shown`` the answer. That is how one says "I do not know": Again.
    """
    if outcome is Outcome.SKIPPED:
        return Rating.AGAIN if shown else None
    if outcome is Outcome.WRONG or (outcome is Outcome.PARTLY and share < HALF):
        return Rating.AGAIN
    slow = SLOW_ARRANGED_SECONDS if kind in ARRANGED else SLOW_SECONDS
    if outcome in {Outcome.PARTLY, Outcome.CLOSE} or seconds >= slow:
        return Rating.HARD
    return Rating.EASY if kind in TYPED and seconds <= FAST_SECONDS else Rating.GOOD
