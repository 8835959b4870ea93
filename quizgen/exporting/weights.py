"""The share of the credit that each option of a question gives on Moodle, close to that in quizgen's own grading."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from quizgen.questions import ChoiceQuestion, MultipleQuestion

_PARTS = tuple(
    Fraction(share)
    for share in "9/10 5/6 4/5 3/4 7/10 2/3 3/5 1/2 2/5 1/3 3/10 1/4 1/5 1/6 1/7 1/8 1/9 1/10 1/20".split()
)
"""The parts of the credit that Moodle knows; it does not import a question with any other."""


def weights_of(question: ChoiceQuestion | MultipleQuestion) -> Mapping[str, Fraction]:
    """Return the share of every option, in the author's order: of those that Moodle knows, the closest."""
    return {option: _known(share) for option, share in _shares(question).items()}


def share_remarks(question: ChoiceQuestion | MultipleQuestion) -> Iterator[tuple[str, str]]:
    """Yield which shares of the credit are others on Moodle, by field."""
    changed = {
        f"{percent(share)}% becomes {percent(_known(share))}%": None
        for share in _shares(question).values()
        if percent(share) != percent(_known(share))
    }
    if changed:
        yield "share", f"the credit for options is rounded to percentages that Moodle supports: {', '.join(changed)}"


def _known(share: Fraction) -> Fraction:
    if share in (0, 1, -1):
        return share
    closest = min(_PARTS, key=lambda part: abs(part - abs(share)))
    return closest if share > 0 else -closest


def _shares(question: ChoiceQuestion | MultipleQuestion) -> Mapping[str, Fraction]:
    """Return the share of every option by the rules of quizgen's own grading, in the author's order.

    If one option is correct, it gives all the credit, and a wrong one what its author wrote. If several are correct,
    each gives an equal part of the credit, and each wrong one takes an equal part away, at most half of it.
    """
    if isinstance(question, ChoiceQuestion):
        shares = {str(one): Fraction(str(one.share)) for one in question.wrong_options if one.share is not None}
        return {option: shares.get(option, Fraction(option == question.answer)) for option in question.listed}
    keys, wrong = set(question.keys), len(question.distractors)
    right, penalty = Fraction(1, len(keys)), Fraction(-1, max(wrong, 2))
    return {option: right if option in keys else penalty for option in question.listed}


def percent(share: Fraction) -> str:
    """Return ``share`` as Moodle writes it, with up to five decimals: ``33.33333``."""
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")
