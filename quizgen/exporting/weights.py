"""The share of the credit that each option of a question gives, by the rules of quizgen's own grading."""

from collections.abc import Mapping
from fractions import Fraction

from quizgen.questions import ChoiceQuestion, MultipleQuestion


def weights_of(question: ChoiceQuestion | MultipleQuestion) -> Mapping[str, Fraction]:
    """Return the share of every option, in the author's order.

    If one option is correct, it gives all the credit, and a wrong one what its author wrote. If several are correct,
    each gives an equal part of the credit, and each wrong one takes an equal part away, at most half of it.
    """
    if isinstance(question, ChoiceQuestion):
        shares = {str(one): Fraction(str(one.share)) for one in question.wrong_options if one.share is not None}
        return {option: shares.get(option, Fraction(option == question.answer)) for option in question.shown}
    keys, wrong = set(question.keys), len(question.distractors)
    right, penalty = Fraction(1, len(keys)), Fraction(-1, max(wrong, 2))
    return {option: right if option in keys else penalty for option in question.shown}


def percent(share: Fraction) -> str:
    """Return ``share`` as Moodle writes it, with up to five decimals: ``33.33333``."""
    return f"{float(share * 100):.5f}".rstrip("0").rstrip(".")
