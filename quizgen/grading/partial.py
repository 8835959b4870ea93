"""Partial credit, by rules with established names.

``false2`` is R/exams' default for several right options (``exams_eval``, Grün and Zeileis,
https://www.R-exams.org); Moodle's ordering question type names the rule for orders "relative to the next item
(excluding last)". Cloze and match share the credit equally among their parts, as R/exams' cloze does.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict


def false2(right: Collection[str], wrong: Collection[str], picked: Collection[str]) -> Fraction:
    """The share for several correct options, never below 0.

    Each correct pick adds 1 / correct options; each wrong one subtracts 1 / max(wrong options, 2).
    """
    chosen = set(picked)
    gained = Fraction(len(chosen & set(right)), len(set(right)))
    lost = Fraction(len(chosen - set(right)), max(len(set(wrong)), 2))
    return max(gained - lost, Fraction(0))


def relative_to_next(steps: Sequence[str], given: Sequence[str]) -> Fraction:
    """The share for an order: of all steps but the last, how many are followed by the right step."""
    right = set(pairwise(steps))
    return Fraction(len(right & set(pairwise(given))), len(steps) - 1)


def equal_parts(right: Sequence[bool]) -> Fraction:
    """The share for parts of equal weight: blanks of a cloze, pairs of a match."""
    return Fraction(sum(right), len(right))


def verdict_of(share: Fraction, note: str | None = None) -> Verdict:
    """The verdict for a share."""
    if share == 1:
        return CORRECT
    if share <= 0:
        return WRONG if note is None else replace(WRONG, note=note)
    return Verdict(Outcome.PARTLY, float(share), note)
