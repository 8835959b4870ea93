"""Answers that are values: numbers with units, ranges, dates, periods and times of day, compared as values."""

import re
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.dates import grade_dates
from quizgen.grading.measurements import are_equal, is_plain, only_known_words, rounds_to, said_quantities
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.questions.typed import NumberQuestion
from quizgen.text.dates import parse_period
from quizgen.text.notation import is_notation
from quizgen.text.numbers import in_digits
from quizgen.text.quantities import MAX_QUANTITY, Measure, parse_quantity, parse_time
from quizgen.text.units import parse_unit

NOT_A_NUMBER = Verdict(Outcome.WRONG, 0.0, "That is not a number.")
OTHER_WORDS = Verdict(Outcome.WRONG, 0.0, "Type the number alone, or with its unit.")

_FRACTION = re.compile(r"(?P<top>\d{1,9})\s?/\s?(?P<bottom>\d{1,9})")
_RATIO = re.compile(r"\d[\d,. ]*(?:\s?(?::|/|to)\s?\d[\d,. ]*)+")
_HEX = re.compile(r"^0x|^[#$]|(?:₁₆|_16|_\{16\}|\s?\((?:16|hex)\)|h)$", re.IGNORECASE)
_BASE_MARKS = {
    "binary": re.compile(r"^0b|(?:₂|_2|_\{2\}|\s?\((?:2|binary)\))$", re.IGNORECASE),
    "hexadecimal": _HEX,
    "hex": _HEX,
    "octal": re.compile(r"^0o|(?:₈|_8|_\{8\}|\s?\(8\))$", re.IGNORECASE),
}
"""What marks the base of a number, by the word for it in a stem."""


def grade_number(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Grade a number: right within the tolerance, alone or with its unit, an equal unit, or words from the stem."""
    low, high = (Fraction(bound) for bound in question.bounds)
    readings = list(said_quantities(given, key))
    for answer in question.accept:
        if (other := parse_quantity(answer)) and any(are_equal(other, said, key, lenient=True) for said in readings):
            return CORRECT
    if not readings:
        return NOT_A_NUMBER
    unit = parse_unit(question.unit) if question.unit else None
    right: Measure | None = None
    within = False
    for said in readings:
        if said.is_range:
            continue
        value = said.low
        within = within or low <= value <= high
        if unit is not None and (typed := said.unit) is not None and typed != unit:
            if typed.dimension != unit.dimension:
                continue
            value = unit.from_si(typed.to_si(value))
            if low <= value <= high or rounds_to(value, said, low, high):
                right = said
        elif low <= value <= high:
            if key.policy.units and question.unit and not said.unit_text:
                continue
            if only_known_words(said.unit_text, question.unit or "", key):
                right = said
    if right is None:
        return OTHER_WORDS if within else WRONG
    exact = right.low == Fraction(question.answer) or right.unit not in {unit, None}
    return CORRECT if exact else Verdict(Outcome.CORRECT, 1.0, f"Exactly {question.answer_text}.")


def grade_value(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a value; None if no answer is one, or the response is none."""
    if (date := grade_dates(key, given)) is not None:
        return date
    if same_base(key, given):
        return CORRECT
    verdict: Verdict | None = None
    whole = not any("/" in answer or "." in answer for answer in key.answers)
    if whole and (part := _FRACTION.fullmatch(given.strip())) and not int(part["top"]) % (int(part["bottom"]) or 1):
        return WRONG  # 27/3 is not calculated yet
    for answer in key.answers:
        if answer[:1] in {'"', "'"}:
            continue  # a literal in code
        if parse_time(answer) is None and ":" in answer and (ratio := _ratio(answer)) is not None:
            if (said_ratio := _ratio(given.rpartition("=")[2])) is not None:
                verdict = CORRECT if ratio == said_ratio else (verdict or WRONG)
            continue
        if (time := parse_time(answer)) is not None and (said := parse_time(given)) is not None:
            return (
                CORRECT
                if time == said or ((said + 720) % 1440 == time and "m" not in answer.lower() + given.lower())
                else WRONG
            )
        if (period := parse_period(answer)) is not None:
            if (other := parse_period(given)) is not None:
                verdict = CORRECT if period == other else (verdict or WRONG)
            continue
        right = parse_quantity(answer) if is_notation(answer) else next(iter(said_quantities(answer, key)), None)
        if right is None or not is_plain(right, answer):
            continue
        if is_notation(answer) and right.unit_text and right.unit is None:
            continue  # the r of 2πr is no unit
        found = [are_equal(right, said, key, lenient=not key.policy.units) for said in said_quantities(given, key)]
        if any(found):
            return CORRECT
        if False in found:
            verdict = WRONG
    return verdict


def _ratio(text: str) -> tuple[str, ...] | None:
    """Return the terms of a ratio such as ``3:1``, ``three to one`` or ``1 : 50,000``; None for anything else."""
    plain = " ".join(in_digits(tuple(text.strip().rstrip(".").lower().split()))) if len(text) <= MAX_QUANTITY else ""
    terms = re.split(r":|/|to", plain) if _RATIO.fullmatch(plain) else ()
    return tuple(re.sub(r"[,\s]", "", term) for term in terms) or None


def same_base(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is an answer with or without the mark of the base that the stem names: 0xFF, 1010₂."""
    for name, mark in _BASE_MARKS.items():
        if name in key.stem_words:
            said = mark.sub("", given.strip()).casefold()
            return said.isalnum() and said in {mark.sub("", answer).casefold() for answer in key.answers}
    return False
