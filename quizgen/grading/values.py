"""Answers that are values: numbers with units, ranges, dates, periods and times of day, compared as values."""

import re
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.dates import grade_dates
from quizgen.grading.stem import asks_age, asks_how_many
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.questions.typed import NumberQuestion
from quizgen.text.dates import parse_period
from quizgen.text.folding import fold
from quizgen.text.notation import is_notation
from quizgen.text.quantities import Measure, parse_quantity, parse_time, quantity_readings
from quizgen.text.units import parse_unit
from quizgen.text.word_forms import singulars
from quizgen.text.words import FUNCTION_WORDS, listed, phrase

NOT_A_NUMBER = Verdict(Outcome.WRONG, 0.0, "That is not a number.")
OTHER_WORDS = Verdict(Outcome.WRONG, 0.0, "Type the number alone, or with its unit.")

_LEAD = re.compile(
    r"^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|~|≈|=|it|is|was|were|are|has|have|had|"
    r"there|they|he|she|we|in|at|on|for|a|an|the|year|early|mid|late|spring|summer|autumn|fall|winter|answer|error|status|code|ad|a\.d\.|i|think|exactly|just|only|number|no\.|nr\.?|#)\s+"
    r"|^[~≈=#]\s*|^(?:early|mid|late)-|^(?P<name>[^\W\d_]{1,12})\s?=\s?",
    re.IGNORECASE,
)
_AT_THE_END = re.compile(r",?\s+(?:in total|in all|altogether|exactly|approximately|or so|i think)\.?$", re.IGNORECASE)
_ENDED = listed("ended began started happened occurred fell took place")
_SOLDIERS = listed("soldier troop trooper serviceman servicewoman service member personnel peacekeeper")
"""Any of them may be typed for another: 85 troops, 85 soldiers."""
_PEOPLE = listed("person people")
_ERAS_AFTER = re.compile(r"\s*(?:a\.?\s?d\.?|c\.?\s?e\.?)\s*", re.IGNORECASE)
_NAME_LIKE = re.compile(r"[A-Z][a-z]{2,}")
_RATIO = re.compile(r"\d[\d,. ]*(?:\s?(?::|to)\s?\d[\d,. ]*)+")
_BASE_MARKS = {
    "binary": re.compile(r"^0b|(?:₂|_2|_\{2\}|\s?\(2\))$", re.IGNORECASE),
    "hexadecimal": re.compile(r"^0x|^#|(?:₁₆|_16|_\{16\}|\s?\(16\))$", re.IGNORECASE),
    "hex": re.compile(r"^0x|^#|(?:₁₆|_16|_\{16\}|\s?\(16\))$", re.IGNORECASE),
    "octal": re.compile(r"^0o|(?:₈|_8|_\{8\}|\s?\(8\))$", re.IGNORECASE),
}
"""What marks the base of a number, by the word for it in a stem."""


def grade_number(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Grade a number: right within the tolerance, alone, with its unit or an equal one, and with words of the stem."""
    low, high = (Fraction(bound) for bound in question.bounds)
    readings = list(_said(given, key))
    for answer in question.accept:
        if (other := parse_quantity(answer)) and any(_equal(other, said, key, lenient=True) for said in readings):
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
            if low <= value <= high or _rounds_to(value, said, low, high):
                right = said
        elif low <= value <= high:
            if key.policy.units and question.unit and not said.unit_text:
                continue
            if _only_known_words(said.unit_text, question.unit or "", key):
                right = said
    if right is None:
        return OTHER_WORDS if within else WRONG
    exact = right.low == Fraction(question.answer) or right.unit not in {unit, None}
    return CORRECT if exact else Verdict(Outcome.CORRECT, 1.0, f"Exactly {question.answer_text}.")


def _rounds_to(value: Fraction, said: Measure, low: Fraction, high: Fraction) -> bool:
    """Return whether a converted value meets the bounds within the last digit that was typed."""
    return said.digits >= 3 and low * Fraction(999, 1000) <= value <= high * Fraction(1001, 1000) and low == high


def _said(given: str, key: AnswerKey) -> list[Measure]:
    """Read what was typed, without words that only lead up to the number."""
    rest = _AT_THE_END.sub("", given.strip().strip("\"'`"))
    before, equals, after = rest.rpartition("=")
    if equals and any(char.isdigit() for char in before):
        return list(quantity_readings(after.strip()))  # 7 x 8 = 56
    if readings := list(quantity_readings(rest)):
        return readings
    while (found := _LEAD.match(rest)) and (
        not found["name"] or len(found["name"]) == 1 or key.in_stem(fold(found["name"]))
    ):
        rest = rest[found.end() :]
    readings = list(quantity_readings(rest))
    stem = {*fold(key.stem).split(), *_ENDED}
    while not readings and rest:
        first, _, rest = rest.partition(" ")
        words = phrase(first).words
        if first[0].isdigit() or not words or not (fold(first) in stem or all(map(key.in_stem, words))):
            break
        rest = rest.lstrip()
        while (found := _LEAD.match(rest)) and not found["name"]:
            rest = rest[found.end() :]
        readings = list(quantity_readings(rest))
    return readings


def _only_known_words(text: str, unit: str, key: AnswerKey) -> bool:
    """Return whether all that was typed after the number is the unit, or words of the stem."""
    if not text or fold(text) == fold(unit) or _ERAS_AFTER.fullmatch(text):
        return True
    one, other = parse_unit(text), parse_unit(unit) if unit else None
    if one is not None and other is not None:
        return one == other
    if one is not None and one in key.stem_units:
        return not unit
    if unit and other is None:  # a scale or a count that is part of the unit: million people
        text = re.sub(re.escape(unit) + r"$", "", text, flags=re.IGNORECASE).strip()
    words = set(singulars(phrase(text).words)) - set(singulars(phrase(unit).words))
    unit_words = set(singulars(phrase(unit).words))
    if unit_words & _SOLDIERS:
        words -= _SOLDIERS
    if unit and other is None:
        words -= _PEOPLE
    if any(char.isdigit() for char in text) and other is None:
        return False
    if one is not None and not all(map(key.in_stem, words)):
        return False
    return phrase_in_stem(text, key) or all(
        word in FUNCTION_WORDS - {"or", "and"} or (word not in {"or", "not", "no"} and key.in_stem(word))
        for word in words
    )


def phrase_in_stem(text: str, key: AnswerKey) -> bool:
    """Return whether the stem has these words in this order."""
    return f" {' '.join(phrase(text).words)} " in f" {' '.join(phrase(key.stem).words)} "


def grade_value(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a value; None if no answer is one, or the response is none."""
    if (date := grade_dates(key, given)) is not None:
        return date
    if same_base(key, given):
        return CORRECT
    verdict: Verdict | None = None
    for answer in key.answers:
        if parse_time(answer) is None and ":" in answer and (ratio := _ratio(answer)) is not None:
            if (said_ratio := _ratio(given)) is not None:
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
        right = parse_quantity(answer) if is_notation(answer) else next(iter(_said(answer, key)), None)
        if right is None or not _is_plain(right, answer):
            continue
        found = [_equal(right, said, key, lenient=not key.policy.units) for said in _said(given, key)]
        if any(found):
            return CORRECT
        if False in found:
            verdict = WRONG
    return verdict


def _ratio(text: str) -> tuple[str, ...] | None:
    """Return the terms of a ratio such as ``3:1``, ``3 to 1`` or ``1 : 50,000``; None for anything else."""
    terms = re.split(r":|to", text) if _RATIO.fullmatch(text.strip()) else ()
    return tuple(re.sub(r"[,\s]", "", term) for term in terms) or None


def same_base(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is an answer with or without the mark of the base that the stem names: 0xFF, 1010₂."""
    for name, mark in _BASE_MARKS.items():
        if name in key.stem_words:
            said = mark.sub("", given.strip()).casefold()
            return said.isalnum() and said in {mark.sub("", answer).casefold() for answer in key.answers}
    return False


def _is_plain(quantity: Measure, answer: str) -> bool:
    """Return whether the answer is a quantity, and not a title such as 50 Cent or 12 Monkeys."""
    text = quantity.unit_text
    if not text:
        return True
    if _NAME_LIKE.search(text) and not (parse_unit(text) and re.search("celsius|fahrenheit", text, re.IGNORECASE)):
        return False
    return quantity.unit is not None or (
        len(text.split()) <= 3 and text[0].islower() and not any(char.isdigit() for char in text)
    )


def _equal(right: Measure, said: Measure, key: AnswerKey, *, lenient: bool) -> bool | None:
    """Return whether two quantities are equal; None if what was typed has words that say nothing of the value."""
    unit, typed = right.unit, said.unit
    if unit is None and typed is not None and said.unit_text and not right.unit_text:
        if typed.dimension == (("share", 1),) and right.low * 100 == said.low and not right.is_range:
            return True
        typed = None
    if unit is not None and typed is not None:
        if unit.offset and said.unit_text in {"C", "F", "c", "f"}:
            typed = parse_unit(f"°{said.unit_text.upper()}") or typed
        if typed.dimension != unit.dimension:
            return False
        low, high = unit.to_si(right.low), unit.to_si(right.high)
        equal = (typed.to_si(said.low), typed.to_si(said.high)) == (low, high)
        value = unit.from_si(typed.to_si(said.low))
        converted = typed != unit and not right.is_range and _rounds_to(value, said, right.low, right.low)
        close = converted or _within(right, value, key) or _more_digits(right, value, said)
        return equal or (not said.is_range and close)
    if (right.low, right.high) != (said.low, said.high) and (
        said.is_range
        or not (_within(right, said.low, key) or _more_digits(right, said.low, said) or _is_rounded_part(right, said))
    ):
        share = unit is not None and unit.dimension == (("share", 1),) and not said.unit_text
        return share and said.low == right.low / 100
    if not said.unit_text and right.unit_text:
        shown = right.unit_text in "$€£¥%°" or phrase_in_stem(right.unit_text, key)
        named = all(map(key.in_stem, phrase(right.unit_text).words)) or shown or unit in key.stem_units
        named = named or (unit is None and asks_how_many(key.stem))
        named = named or (unit is not None and unit.dimension == (("months", 1),) and asks_age(key.stem))
        return True if named and lenient else (None if unit is None else False)
    return True if _only_known_words(said.unit_text, right.unit_text, key) else None


def _more_digits(right: Measure, value: Fraction, said: Measure) -> bool:
    """Return whether ``value`` has more digits than a rounded answer, and rounds to it: 3.14159 for 3.14."""
    if right.is_range or right.digits < 2 or said.digits <= right.digits:
        return False
    looks_rounded = right.low.denominator > 1 or abs(right.low) >= 10 ** (right.digits + 2)
    near = abs(value - right.low) * 200 <= abs(right.low)
    return looks_rounded and near and _rounded(value, right.digits) == right.low


def _is_rounded_part(right: Measure, said: Measure) -> bool:
    """Return whether ``said`` is a fraction without an end as a decimal, in three digits or more: 0.167 for 1/6."""
    endless = right.low.denominator % 3 == 0 or right.low.denominator % 7 == 0
    return endless and not right.digits and said.digits >= 3 and _rounded(right.low, said.digits) == said.low


def _rounded(value: Fraction, digits: int) -> Fraction:
    """Return ``value`` (not 0) rounded to so many significant digits."""
    place = Fraction(1)
    while abs(value) / place >= 10**digits:
        place *= 10
    while abs(value) / place < 10 ** (digits - 1):
        place /= 10
    return Fraction(round(value / place)) * place


def _within(right: Measure, value: Fraction, key: AnswerKey) -> bool:
    """Return whether a value in the unit of ``right`` is within the tolerance."""
    bounds = key.policy.bounds_of(right)
    return bounds is not None and Fraction(bounds[0]) <= value <= Fraction(bounds[1])
