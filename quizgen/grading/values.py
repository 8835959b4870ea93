"""Answers that are values: numbers with units, ranges, ratios, dates, periods and times of day, compared as values."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.asked_form import NOT_ROUNDED
from quizgen.grading.asked_quantity import is_of_other_quantity
from quizgen.grading.bases import are_bits, form_in_bits, is_same_in_base
from quizgen.grading.date_values import grade_dates, is_same_span
from quizgen.grading.oxidation_numbers import charge_in
from quizgen.grading.quantities import (
    ERA_BEFORE,
    Match,
    compare,
    counted_unit,
    counts_other_things,
    has_more_digits,
    in_unit_meant,
    is_conversion,
    is_rounded_fraction,
    measures_other_things,
    only_known_words,
    unit_in_english,
)
from quizgen.grading.said_values import said_quantities
from quizgen.grading.stems.phrases import asks_for_order
from quizgen.grading.stems.values import (
    asked_part_of_date,
    asks_for_24_hours,
    asks_for_digits,
    asks_for_percentage,
    asks_for_pure_number,
    asks_for_simplest,
    asks_to_round,
    is_before_christ,
    may_be_fraction,
)
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.questions.typed import NumberQuestion
from quizgen.text.algebra import same_terms
from quizgen.text.amounts import split_scale
from quizgen.text.dates import dated_readings, parse_period
from quizgen.text.exact_values import exact_value
from quizgen.text.folding import fold
from quizgen.text.notation import is_notation, same_solutions
from quizgen.text.numbers import in_digits
from quizgen.text.quantities import MAX_QUANTITY, Measure, parse_quantity, parse_time, quantity_readings
from quizgen.text.units import Unit, parse_unit

NOT_A_NUMBER = Verdict(Outcome.WRONG, 0.0, "That is not a number.")
OTHER_WORDS = "The number is right, but the answer contains other text."
UNREADABLE = Verdict(Outcome.WRONG, 0.0, "Type only the number.")
"""The verdict on a number with other words, which say something else: after 1453."""
ONE_NUMBER = Verdict(Outcome.WRONG, 0.0, "You typed more than one number. Type only one.")
_ROUNDED = 3
"""An answer with so many digits or more, some of them decimals, may be rounded."""
OTHER_ERA = Verdict(Outcome.WRONG, 0.0, "The number is right, but the era is wrong.")
OTHER_SIGN = Verdict(Outcome.WRONG, 0.0, "The number is right, but the sign is wrong.")
OTHER_UNIT = Verdict(Outcome.WRONG, 0.0, "The number is right, but the unit is wrong.")
UNROUNDED = Verdict(Outcome.WRONG, 0.0, NOT_ROUNDED)
NEEDLESS_UNIT = Verdict(Outcome.WRONG, 0.0, "The number is right, but the answer has no unit.")
NO_UNIT = Verdict(Outcome.WRONG, 0.0, "The number is right, but the unit is missing.")
_WHOLE_NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
_NUMBERS = re.compile(r"\s*-?\d+(?:\.\d+)?(?:(?:\s*[;&]\s*|,\s+|\s+and\s+)-?\d+(?:\.\d+)?)+\s*")
_SEPARATOR = re.compile(r"\s*[;&]\s*|,\s+|\s+and\s+")
_JOINT = re.compile(r"\s*[;&]\s*|,\s+(?:(?:and|or)\s+)?|\s+(?:and|or)\s+")
_NAMED = re.compile(r"\s*(?P<name>[a-zα-ω])\s*=\s*")
_ENDS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?:from\s+)?(?P<low>[-−]?\d[^\n]*?)\s*(?:\bto\b|[-–—])\s*(?P<high>\d[^\n]*)",
        r"between\s+(?P<low>[-−]?\d[^\n]*?)\s+and\s+(?P<high>\d[^\n]*)",
    )
)
_MINUTES = re.compile(r"[-−]?\d+(?:\.\d+)?\s?['’′\"”″]{1,2}")
"""Minutes or seconds of an angle: 35'."""
_MIXED = re.compile(r"\d{1,6}\s\d{1,6}/\d{1,6}")
_AND_MORE = re.compile(r"\s+and\s+|\s*\+\s*")
_HAS_COMMA = re.compile(r"\d+[.,]\d+")
_REMAINDER = re.compile(
    r"(?:quotient\s+)?(\d{1,9})\s*,?\s*(?:and\s+|with\s+)?(?:an?\s+|the\s+)?r(?:em(?:ainder)?)?\.?\s*(?:of\s+)?(\d{1,9})",
    re.IGNORECASE,
)
"""The result of a division with its remainder: 7 remainder 5, 7 r 5."""
_SIGN_LAST = re.compile(r"\d\s?[-−–+]\s*$")
_PLAIN = re.compile(r"[-−+]?\d+")
_FRACTION = re.compile(r"(?P<top>\d{1,9})\s?/\s?(?P<bottom>\d{1,9})")
_RATIO = re.compile(r"\d[\d,. ]*(?:\s?(?::|/|to)\s?\d[\d,. ]*)+")
_AFTER_CHRIST = re.compile(r"\s*(?:a\.?\s?d|c\.?\s?e)\b", re.IGNORECASE)
_CHOICE = re.compile(r"\s*or\s+\d", re.IGNORECASE)
_NAME_LIKE = re.compile(r"[A-Z][a-z]{2,}")
_OF_DATA = re.compile(r"\s*[KMGT]i?[bB]\.?\s*")
"""A unit of data that has two sizes, or is written with another capital: KB."""
_POWER = re.compile(r"[a-ln-rt-z]\s?(?:\^\s?\(?\d+\)?|[⁰¹²³⁴-⁹]+)")
"""A power of a letter, which is a variable: only m and s are units of which there are powers."""


def grade_number(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Grade a number: right within the tolerance, alone or with its unit, an equal unit, or words from the stem."""
    if is_before_christ(key.stem) and _AFTER_CHRIST.match(given):
        return OTHER_ERA
    readings = list(said_quantities(given, key))
    for answer in question.accept:
        other = parse_quantity(answer)
        if other and any(compare(other, said, key, lenient=True) is Match.EQUAL for said in readings):
            return CORRECT
    if _is_date_in_year(question, given, key):
        return CORRECT
    if not question.unit and (charge := _grade_charge(question.answer, given, key)) is not None:
        return charge
    if (form := form_in_bits(key, given)) is not None:
        return replace(CORRECT, difference=form)
    if not readings:
        return _without_reading(question, given, key)
    unit = parse_unit(unit_in_english(question.unit or "", key))
    numbers = [
        in_unit_meant(said, unit or counted_unit(key), question.unit or "years")
        for said in readings
        if not said.is_range
    ]
    fitting = [said for said in numbers if _fits(question, unit, said, key)]
    if not fitting:
        return _what_is_wrong(question, unit, numbers, key)
    right = fitting[-1]
    whole = Fraction(question.answer)
    exact = (
        right.low in {whole, whole * Fraction(split_scale(question.unit or "")[0])}
        or (right.unit not in {unit, None} and _is_exact_conversion(whole, unit, right, key))
        or _is_more_precise(question, right, key)
    )
    if exact:
        return CORRECT
    return Verdict(Outcome.CORRECT, 1.0, f"Close enough: the expected answer is {question.answer_text}.")


def _is_exact_conversion(answer: Fraction, unit: Unit | None, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``said``, in another unit, is the answer itself, rounded or not, or cannot be compared with it."""
    if unit is None or said.unit is None or said.unit.dimension != unit.dimension:
        return True
    return is_conversion(answer, (answer, answer), unit, said, key)


def _bounds(question: NumberQuestion) -> tuple[Fraction, Fraction]:
    low, high = question.bounds
    return Fraction(low), Fraction(high)


def _is_date_in_year(question: NumberQuestion, given: str, key: AnswerKey) -> bool:
    """Return whether a year is asked for, and a date in it was typed."""
    if question.unit is not None or asked_part_of_date(key.stem) != "year":
        return False
    low, high = _bounds(question)
    dates = dated_readings(given)
    return bool(dates) and all(date.month and low <= date.year <= high for date in dates)


def _without_reading(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Return the verdict on a response that cannot be read as a number."""
    low, high = _bounds(question)
    after = list(quantity_readings(given.rpartition("=")[2].strip())) if "=" in given else []
    if any(low <= said.low <= high for said in after if not said.is_range):
        return _other_words(question, key)
    has_number = "=" not in given and _WHOLE_NUMBER.search(given) is not None
    return WRONG if after else UNREADABLE if has_number else NOT_A_NUMBER


def _fits(question: NumberQuestion, unit: Unit | None, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``said`` is the answer, in its unit or an equal one."""
    low, high = _bounds(question)
    typed = said.unit
    if unit is not None and typed is not None and typed != unit:
        is_same = typed.dimension == unit.dimension
        is_given = typed in key.stem_units or re.search(rf"\d\s?{re.escape(said.unit_text)}(?!\w)", key.stem)
        if is_given and counted_unit(key) == unit:
            return False  # how many hours are 180 minutes?
        return is_same and is_conversion(Fraction(question.answer), (low, high), unit, said, key)
    is_share = typed is not None and "share" in dict(typed.dimension) and unit is None and not question.unit
    if is_share and abs(question.answer) <= 1 and asks_for_pure_number(key.stem) and not asks_for_percentage(key.stem):
        return low <= said.low / 100 <= high  # 37.5%, for 0.375
    name = unit_in_english(question.unit or "", key)
    scale, scaled_unit = split_scale(name)
    if scale != 1 and low <= said.low / Fraction(scale) <= high:  # 318,000,000 bricks, for 318 million bricks
        return only_known_words(said.unit_text, scaled_unit, key)
    if not (low <= said.low <= high or _is_more_precise(question, said, key)):
        return False
    if counts_other_things(said.unit_text, key) and not _shares_word(said.unit_text, f"{name} {question.unit}", key):
        return False
    measured = said.unit_text.partition("/")[0]  # barrels/min is not min
    if measures_other_things(said.unit_text, unit, key) and not _shares_word(measured, name, key):
        return False
    lacks_unit = key.policy.units and question.unit and not said.unit_text
    return not lacks_unit and only_known_words(said.unit_text, name, key)


def _shares_word(one: str, other: str, key: AnswerKey) -> bool:
    return not {*key.singulars(key.phrase(one).words)}.isdisjoint(key.singulars(key.phrase(other).words))


def _grade_charge(answer: Decimal | int, given: str, key: AnswerKey) -> Verdict | None:
    """Grade a charge or an oxidation number that is not written as a plain number; None for anything else."""
    said = None if _PLAIN.fullmatch(given.strip()) else charge_in(given, key)
    if said is None or said == answer:
        return None if said is None else CORRECT
    return OTHER_SIGN if said == -answer else WRONG


def _negated(said: Measure) -> Measure:
    """Return ``said`` with the opposite sign."""
    return replace(said, low=-said.high, high=-said.low)


def _is_more_precise(question: NumberQuestion, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``said`` has more digits than the answer, which may be rounded, and rounds to it."""
    right = parse_quantity(str(question.answer)) if question.tolerance is None and question.range is None else None
    rounded = right is not None and right.digits >= _ROUNDED and "." in str(question.answer)
    if right is None or not rounded:
        return False
    return has_more_digits(right, said.low, said, key) or (
        may_be_fraction(key.stem) and is_rounded_fraction(right, said)
    )


def _is_unrounded(question: NumberQuestion, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``said`` is the answer before it was rounded, as the stem asks."""
    step = Fraction(1, 10 ** len(str(question.answer).partition(".")[2]))
    near = 2 * abs(said.low - Fraction(question.answer)) <= step
    return near and asks_to_round(key.stem) and (said.low / step).denominator > 1


def _what_is_wrong(question: NumberQuestion, unit: Unit | None, numbers: Sequence[Measure], key: AnswerKey) -> Verdict:
    """Return the verdict on ``numbers`` that do not fit: what is wrong with the right one, if it is among them."""
    low, high = _bounds(question)
    said = next((said for said in numbers if low <= said.low <= high), None)
    if said is None:
        if any(_is_unrounded(question, each, key) for each in numbers if each.unit in {unit, None}):
            return UNROUNDED
        signed = [_negated(each) for each in numbers if each.unit in {unit, None}]
        return OTHER_SIGN if any(low <= each.low <= high and each.low != 0 for each in signed) else WRONG
    if ERA_BEFORE.fullmatch(said.unit_text):
        return OTHER_ERA
    if _CHOICE.match(said.unit_text):
        return ONE_NUMBER
    if question.unit and not said.unit_text:
        return NO_UNIT
    if question.unit and (said.unit is not None or _OF_DATA.fullmatch(said.unit_text)):
        return OTHER_UNIT
    if measures_other_things(said.unit_text, unit, key):
        return OTHER_UNIT
    if not question.unit and said.unit is not None and asks_for_pure_number(key.stem):
        return NEEDLESS_UNIT
    is_other = said.unit is not None and (
        is_of_other_quantity(said.unit, key) or counted_unit(key) not in {None, said.unit}
    )
    if not question.unit and is_other:
        return OTHER_UNIT
    return _other_words(question, key)


def _other_words(question: NumberQuestion, key: AnswerKey) -> Verdict:
    """Return the verdict on the right number with text that is neither its unit nor from the stem."""
    unit = "" if not question.unit else " with its unit" if key.policy.units else ", with or without its unit"
    return Verdict(Outcome.WRONG, 0.0, f"{OTHER_WORDS} Type only the number{unit}.")


def grade_value(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a value; None if no answer is one, or the response is none."""
    if (date := grade_dates(key, given)) is not None:
        return date
    if is_same_in_base(key, given):
        return CORRECT
    if (form := form_in_bits(key, given)) is not None:
        return replace(CORRECT, difference=form)
    if _is_not_calculated(key, given) or (_HAS_COMMA.fullmatch(given.strip()) and are_bits(key)):
        return WRONG
    verdicts = [verdict for answer in key.answers if (verdict := _grade_by(answer, given, key)) is not None]
    return CORRECT if CORRECT in verdicts else max(verdicts, key=lambda verdict: bool(verdict.note), default=None)


def _is_not_calculated(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is a fraction that is a whole number, and the answers are whole numbers: 27/3."""
    if any("/" in answer or "." in answer for answer in key.answers):
        return False
    part = _FRACTION.fullmatch(given.strip())
    return part is not None and not int(part["top"]) % (int(part["bottom"]) or 1)


def _grade_by(answer: str, given: str, key: AnswerKey) -> Verdict | None:
    """Grade a response by one answer; None if one of the two is not a value, or they are values of different types."""
    if is_same_span(answer, given):
        return CORRECT
    if answer.endswith("°") and _MINUTES.fullmatch(given.strip()):
        return OTHER_UNIT
    if " and " in answer and (numbers := _listed_numbers(answer)):
        if numbers == _listed_numbers(given):
            return CORRECT  # 45 and 75, which may also be the ends of a range
        if "=" in given and same_solutions(answer, given):
            return CORRECT  # x = 45 or x = 75
    if _same_quantities(answer, given, key) or _same_ends(answer, given):
        return CORRECT
    if _PLAIN.fullmatch(answer) and (charge := _grade_charge(int(answer.replace("−", "-")), given, key)) is not None:
        return charge
    if answer[:1] in {'"', "'"} or (_SIGN_LAST.search(given) and answer[:1] in "+-−"):
        return None  # a literal in code, or a charge
    if _MIXED.fullmatch(answer) and (sum_of_parts := _mixed(given)) is not None:
        return _graded(_mixed(answer) == sum_of_parts)
    if (divided := _REMAINDER.fullmatch(answer)) and (said_so := _REMAINDER.fullmatch(given.strip(" ."))):
        return _graded(divided.groups() == said_so.groups())
    if answer[:1] == "0" and answer.isdigit() and asks_for_digits(key.stem):
        return _graded(fold(given) == answer)  # 0101 has four digits
    time = parse_time(answer)
    if time is None and ":" in answer and (ratio := _ratio(answer)) is not None:
        said_ratio = _ratio(given.rpartition("=")[2])
        return None if said_ratio is None else _graded(ratio == said_ratio)
    if time is not None and (said := parse_time(given)) is not None:
        if asks_for_24_hours(key.stem):
            return _graded(time == said and "m" not in given.lower())
        is_half_day_off = (said + 720) % 1440 == time and "m" not in answer.lower() + given.lower()
        return _graded(time == said or is_half_day_off)
    if (period := parse_period(answer)) is not None:
        other = parse_period(given)
        if other is None and period[0] == "year" and period[1] > 0:
            other = parse_period(f"AD {given}")  # 476, for AD 476
        return None if other is None else _graded(period == other)
    return _grade_quantity(answer, given, key)


def _graded(is_right: bool) -> Verdict:
    return CORRECT if is_right else WRONG


def _grade_quantity(answer: str, given: str, key: AnswerKey) -> Verdict | None:
    """Grade a response by an answer that is a quantity; None if one of the two is not a quantity."""
    right = parse_quantity(answer) if is_notation(answer) else next(iter(said_quantities(answer, key)), None)
    if right is None or not _is_plain(right):
        return None
    if is_notation(answer) and right.unit_text and right.unit is None:
        return None  # the r of 2πr is no unit
    if right.unit_text.isalpha() and len(right.unit_text) == 1 and asks_for_simplest(key.stem):
        same = (
            said for said in said_quantities(given, key) if (said.low, said.unit_text) == (right.low, right.unit_text)
        )
        return CORRECT if next(same, None) else None  # 5a is no number of years
    if _POWER.fullmatch(right.unit_text):
        return None  # 4a^4 is no area, 4a4 no notation for it
    if right.unit is None and any(map(str.isdigit, right.unit_text)):
        return None  # 0 1 2 is no value
    lenient = not key.policy.units
    readings = said_quantities(given, key)
    found = {compare(right, said, key, lenient=lenient) for said in readings}
    if Match.EQUAL in found:
        return CORRECT
    if Match.DIFFERENT not in found:
        return None
    opposite = (compare(right, _negated(said), key, lenient=lenient) for said in readings)
    return OTHER_SIGN if not right.is_range and Match.EQUAL in opposite else WRONG


def unit_of_exact_value(answers: Sequence[str], given: str) -> Verdict | None:
    """Return the verdict on an exact value that lacks its unit or has another one: 36π, for 36π cm²."""
    said = exact_value(given)
    for answer in answers if said else ():
        right = exact_value(answer)
        if said and right and right[1] and right[1] != said[1] and same_terms(right[0], said[0]):
            return NO_UNIT if said[1] is None else OTHER_UNIT
    return None


def _same_quantities(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether both list the same quantities of one kind in any order: 30° and 150°, x = 150° or x = 30°.

    The order counts where the stem asks for one.
    """
    right, said = _listed_quantities(answer), _listed_quantities(given)
    kinds = {one.unit.dimension if one.unit else None for one in right}
    if len(right) < 2 or len(right) != len(said) or len(kinds) > 1 or None in kinds:
        return False
    if len({one.unit for one in (*right, *said)}) > 2:
        return False
    lenient = not key.policy.units
    pairs = zip(right, said, strict=True)
    if not asks_for_order(key.stem):
        pairs = zip(sorted(right, key=_size), sorted(said, key=_size), strict=True)
    return all(compare(one, other, key, lenient=lenient) is Match.EQUAL for one, other in pairs)


def _mixed(text: str) -> Fraction | None:
    """Return a whole number and a fraction under 1 as one number: 3 2/5, 3 and 2/5, 3 + 2/5, three and two fifths."""
    parts = [parse_quantity(part) for part in _AND_MORE.split(text.strip(" ."), maxsplit=1)]
    if len(parts) == 1:
        return parts[0].low if parts[0] and _MIXED.fullmatch(text.strip(" .")) else None
    whole, rest = parts
    if whole is None or rest is None or whole.unit_text or rest.unit_text or whole.is_range or rest.is_range:
        return None
    return whole.low + rest.low if whole.low.denominator == 1 and 0 < rest.low < 1 else None


def _same_ends(answer: str, given: str) -> bool:
    """Return whether both are a range whose ends both have units, and are equal: 20 Hz to 20 kHz, 20-20000 Hz."""
    right, said = _ends(answer), _ends(given)
    if right is None or said is None:
        return False
    return all(
        one.unit and other.unit and one.unit.dimension == other.unit.dimension and _size(one) == _size(other)
        for one, other in zip(right, said, strict=True)
    )


def _ends(text: str) -> tuple[Measure, Measure] | None:
    """Return the ends of a range, of which the first may have its unit from the last; None for anything else."""
    plain = text.strip(" .") if len(text) <= MAX_QUANTITY else ""
    found = next((found for pattern in _ENDS if (found := pattern.fullmatch(plain))), None)
    if found is None:
        return None
    low, high = parse_quantity(found["low"]), parse_quantity(found["high"])
    if low is None or high is None or high.unit is None or low.is_range or high.is_range:
        return None
    low = low if low.unit_text else replace(low, unit_text=high.unit_text)
    return None if low.unit is None else (low, high)


def _size(quantity: Measure) -> Fraction:
    return Fraction(quantity.unit.to_si(quantity.low) if quantity.unit else quantity.low)


def _listed_quantities(text: str) -> list[Measure]:
    """Return the quantities in a list, which may all have the name of one variable before them; [] for others."""
    if len(text) > MAX_QUANTITY:
        return []
    parts = _JOINT.split(text.strip(" .").replace("−", "-"))
    names = [named["name"] for named in map(_NAMED.match, parts) if named]
    if len(set(names)) > 1 or (names and not _NAMED.match(parts[0])):
        return []
    found = [parse_quantity(_NAMED.sub("", part)) for part in parts]
    return [one for one in found if one is not None] if None not in found else []


def _listed_numbers(text: str) -> list[str]:
    """Return the numbers in a list with signs or "and" between them, in a fixed order; [] for anything else."""
    return sorted(_SEPARATOR.split(text.strip())) if _NUMBERS.fullmatch(text) else []


def _ratio(text: str) -> tuple[str, ...] | None:
    """Return the terms of a ratio such as ``3:1``, ``three to one`` or ``1 : 50,000``; None for anything else."""
    if len(text) > MAX_QUANTITY:
        return None
    plain = " ".join(in_digits(tuple(text.replace("∶", ":").strip().rstrip(".").lower().split())))
    terms = re.split(r":|/|to", plain) if _RATIO.fullmatch(plain) else ()
    return tuple(re.sub(r"[,\s]", "", term) for term in terms) or None


def _is_plain(quantity: Measure) -> bool:
    """Return whether the answer is a quantity, and not a title such as 50 Cent or 12 Monkeys."""
    text = quantity.unit_text
    if not text:
        return True
    if _NAME_LIKE.search(text) and not (parse_unit(text) and re.search("celsius|fahrenheit", text, re.IGNORECASE)):
        return False
    return quantity.unit is not None or (
        len(text.split()) <= 3 and text[0].islower() and not any(char.isdigit() for char in text)
    )
