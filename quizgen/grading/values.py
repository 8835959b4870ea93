"""Answers that are values: numbers with units, ranges, dates, periods and times of day, compared as values."""

import re
from dataclasses import replace
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stem import (
    asked_part_of_date,
    asks_age,
    asks_for_digits,
    asks_for_percentage,
    asks_for_prefix,
    asks_for_pure_number,
    asks_how_many,
    asks_when,
    counted,
    says_about,
    says_expression,
)
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.questions.typed import NumberQuestion
from quizgen.text.dates import MONTHS, PartialDate, dated_readings, parse_date, parse_period
from quizgen.text.folding import LETTERS, fold
from quizgen.text.notation import is_notation
from quizgen.text.numbers import in_digits
from quizgen.text.quantities import MAX_QUANTITY, Measure, parse_quantity, parse_time, quantity_readings
from quizgen.text.units import Unit, parse_unit
from quizgen.text.words import listed

NOT_A_NUMBER = Verdict(Outcome.WRONG, 0.0, "That is not a number.")
UNREADABLE = Verdict(Outcome.WRONG, 0.0, "Type only the number.")
"""The verdict on a number with other words, which say something else: after 1453."""
NUMBER_ALONE = Verdict(Outcome.WRONG, 0.0, "Type the number alone.")
ONE_NUMBER = Verdict(Outcome.WRONG, 0.0, "Type one number.")
_ROUNDED = 3
"""An answer with so many digits or more, some of them decimals, may be rounded."""
OTHER_ERA = Verdict(Outcome.WRONG, 0.0, "The number is right, but the era is wrong.")
OTHER_SIGN = Verdict(Outcome.WRONG, 0.0, "The number is right, but the sign is wrong.")
OTHER_UNIT = Verdict(Outcome.WRONG, 0.0, "The number is right, but the unit is wrong.")
OTHER_WORDS = Verdict(Outcome.WRONG, 0.0, "Type the number alone, or with its unit.")

_WHOLE_NUMBER = re.compile(r"(?<!\w)\d+(?!\w)")
_NUMBERS = re.compile(r"\s*-?\d+(?:\.\d+)?(?:(?:\s*[;&]\s*|,\s+|\s+and\s+)-?\d+(?:\.\d+)?)+\s*")
_SEPARATOR = re.compile(r"\s*[;&]\s*|,\s+|\s+and\s+")
_SIGN_LAST = re.compile(r"\d\s?[-−–+]\s*$")
_FRACTION = re.compile(r"(?P<top>\d{1,9})\s?/\s?(?P<bottom>\d{1,9})")
_RATIO = re.compile(r"\d[\d,. ]*(?:\s?(?::|/|to)\s?\d[\d,. ]*)+")


def _mark(before: str, base: str, small: str, name: str, last: str = "(?!)") -> re.Pattern[str]:
    """Return a pattern for what marks a base: before the number, and after it as a subscript or in words."""
    words = rf"(?:in\s+)?(?:base\s+{base}|{name})"
    return re.compile(
        rf"^(?:{before})|(?:{small}|_{base}|_\{{{base}\}}|\s?\((?:{base}|{words})\)|\s+{words}|{last})\.?$",
        re.IGNORECASE,
    )


_HEX = _mark("0x|[#$]", "16", "₁₆", "hex(?:adecimal)?", "h")
_BASE_MARKS = {
    "binary": _mark("0b", "2", "₂", "binary"),
    "hexadecimal": _HEX,
    "hex": _HEX,
    "octal": _mark("0o", "8", "₈", "octal"),
}
"""What marks the base of a number, by the word for it in a stem."""


def grade_number(question: NumberQuestion, given: str, key: AnswerKey) -> Verdict:
    """Grade a number: right within the tolerance, alone or with its unit, an equal unit, or words from the stem."""
    low, high = (Fraction(bound) for bound in question.bounds)
    readings = list(said_quantities(given, key))
    for answer in question.accept:
        if (other := parse_quantity(answer)) and any(_are_equal(other, said, key, lenient=True) for said in readings):
            return CORRECT
    if question.unit is None and asked_part_of_date(key.stem) == "year":
        dates = dated_readings(given)
        if dates and all(date.month and low <= date.year <= high for date in dates):
            return CORRECT
    if not readings:
        after = list(quantity_readings(given.rpartition("=")[2].strip())) if "=" in given else []
        if not any(low <= said.low <= high for said in after if not said.is_range):
            has_number = "=" not in given and _WHOLE_NUMBER.search(given) is not None
            return WRONG if after else UNREADABLE if has_number else NOT_A_NUMBER
        return OTHER_WORDS if question.unit else NUMBER_ALONE
    unit = parse_unit(question.unit) if question.unit else None
    readings = [_in_degrees(said, unit) for said in readings]
    right: Measure | None = None
    within: Measure | None = None
    for said in readings:
        if said.is_range:
            continue
        value = said.low
        within = within or (said if low <= value <= high else None)
        if unit is not None and (typed := said.unit) is not None and typed != unit:
            if typed.dimension != unit.dimension:
                continue
            value = unit.from_si(typed.to_si(value))
            rounded = _is_rounded_conversion(Fraction(question.answer), unit, said, key)
            if low <= value <= high or _rounds_to(value, said, low, high) or rounded:
                right = said
        elif low <= value <= high or _is_more_precise(question, said):
            if key.policy.units and question.unit and not said.unit_text:
                continue
            if _only_known_words(said.unit_text, question.unit or "", key):
                right = said
    if right is None:
        signed = [_negated(said) for said in readings if said.unit in {unit, None} and not said.is_range]
        if within is None and any(low <= said.low <= high and said.low != 0 for said in signed):
            return OTHER_SIGN
        return _what_is_wrong(question, within) if within else WRONG
    exact = (
        right.low == Fraction(question.answer) or right.unit not in {unit, None} or _is_more_precise(question, right)
    )
    return CORRECT if exact else Verdict(Outcome.CORRECT, 1.0, f"Exactly {question.answer_text}.")


def _negated(said: Measure) -> Measure:
    """Return ``said`` with the opposite sign."""
    return replace(said, low=-said.high, high=-said.low)


def _in_degrees(said: Measure, unit: Unit | None) -> Measure:
    """Return ``said``, with C and F as degrees, not coulombs and farads, if ``unit`` is one of temperature."""
    if unit is None or not unit.offset or said.unit_text not in {"C", "F"}:
        return said
    return replace(said, unit_text=f"°{said.unit_text}")


def _is_more_precise(question: NumberQuestion, said: Measure) -> bool:
    """Return whether ``said`` has more digits than the answer, which may be rounded, and rounds to it."""
    right = parse_quantity(str(question.answer)) if question.tolerance is None and question.range is None else None
    rounded = right is not None and right.digits >= _ROUNDED and right.low.denominator > 1
    return right is not None and rounded and _more_digits(right, said.low, said)


def _what_is_wrong(question: NumberQuestion, said: Measure) -> Verdict:
    """Return the verdict on the right number with something wrong after it."""
    if _ERA_BEFORE.fullmatch(said.unit_text):
        return OTHER_ERA
    if _CHOICE.match(said.unit_text):
        return ONE_NUMBER
    if question.unit:
        return OTHER_UNIT if said.unit is not None or _OF_DATA.fullmatch(said.unit_text) else OTHER_WORDS
    return NUMBER_ALONE


def grade_value(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a value; None if no answer is one, or the response is none."""
    if (date := _grade_dates(key, given)) is not None:
        return date
    if _same_base(key, given):
        return CORRECT
    verdict: Verdict | None = None
    whole = not any("/" in answer or "." in answer for answer in key.answers)
    if whole and (part := _FRACTION.fullmatch(given.strip())) and not int(part["top"]) % (int(part["bottom"]) or 1):
        return WRONG  # 27/3 is not calculated yet
    for answer in key.answers:
        if _is_same_span(answer, given):
            return CORRECT
        if " and " in answer and (numbers := _listed_numbers(answer)) and numbers == _listed_numbers(given):
            return CORRECT  # 45 and 75, which may also be the ends of a range
        if answer[:1] in {'"', "'"} or (_SIGN_LAST.search(given) and answer[:1] in "+-−"):
            continue  # a literal in code, or a charge
        if answer[:1] == "0" and answer.isdigit() and asks_for_digits(key.stem):
            verdict = CORRECT if fold(given) == answer else (verdict or WRONG)  # 0101 has four digits
            continue
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
            other = parse_period(given)
            if other is None and period[0] == "year" and period[1] > 0:
                other = parse_period(f"AD {given}")  # 476, for AD 476
            if other is not None:
                verdict = CORRECT if period == other else (verdict or WRONG)
            continue
        right = parse_quantity(answer) if is_notation(answer) else next(iter(said_quantities(answer, key)), None)
        if right is None or not _is_plain(right, answer):
            continue
        if is_notation(answer) and right.unit_text and right.unit is None:
            continue  # the r of 2πr is no unit
        if _POWER.fullmatch(right.unit_text):
            continue  # 4a^4 is no area, 4a4 no notation for it
        if right.unit is None and any(map(str.isdigit, right.unit_text)):
            continue  # 0 1 2 is no value
        found = [_are_equal(right, said, key, lenient=not key.policy.units) for said in said_quantities(given, key)]
        if any(found):
            return CORRECT
        if False in found:
            verdict = WRONG
            opposite = [
                _are_equal(right, _negated(said), key, lenient=not key.policy.units)
                for said in said_quantities(given, key)
            ]
            if True in opposite and not right.is_range:
                verdict = OTHER_SIGN
    return verdict


_SPAN = re.compile(r"(?P<first>\d{4})\s?[-–—]\s?(?P<last>\d{4})", re.ASCII)
_TYPED_SPAN = re.compile(
    r"(?:(?:from|between)\s+)?(?:(?P<month>[^\W\d_]{3,9})\.?\s+)?(?P<first>\d{4})(?:\s*[-–—,;/&]\s*|\s+)(?:(?:and|to|until|till)\s+)?"
    r"(?:(?P<other>[^\W\d_]{3,9})\.?\s+)?(?P<last>\d{4})",
    re.ASCII | re.IGNORECASE,
)


def _is_same_span(answer: str, given: str) -> bool:
    """Return whether ``given`` names the first and the last year of a span, which may have months."""
    span, typed = _SPAN.fullmatch(answer), _TYPED_SPAN.fullmatch(given.strip(" ."))
    if span is None or typed is None or span.group("first", "last") != typed.group("first", "last"):
        return False
    months = filter(None, typed.group("month", "other"))
    return all(any(name.startswith(month.title()) for name in MONTHS) for month in months)


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


def _same_base(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is an answer with or without the mark of the base that the stem names: 0xFF, 1010₂."""
    named = [name for name in _BASE_MARKS if name in key.stem_words]
    if len(named) > 1:  # the binary number 1101 in hexadecimal
        stem = key.stem.lower()
        named = [name for name in named if re.search(rf"\b(?:in|to|into|as)\s+(?:an?\s+)?{name}\b", stem)]
    if len(named) != 1:
        return False
    mark = _BASE_MARKS[named[0]]
    said = mark.sub("", given.strip()).strip("()").casefold()
    wanted = asks_for_prefix(key.stem)
    counts_zeros = asks_for_digits(key.stem)
    return said.isalnum() and any(
        (bare := mark.sub("", answer).casefold()) == said
        or (not counts_zeros and said.strip("0") and bare.lstrip("0") == said.lstrip("0"))
        for answer in key.answers
        if not wanted or given.strip().casefold()[:2] == answer.casefold()[:2]
    )


_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_YEAR_BC = re.compile(r"\b(\d{1,4})\s?B\.?C", re.ASCII)
_YEAR_LEFT_OUT = re.compile(r"\b(?:in|since|until|till|en|im|nel|em)\s+(?:\(\d+\)\s+)?_{2,}", re.IGNORECASE)
"""A blank in which a year of four digits tells when something happened: it ended in ___."""
_TWO_NUMBERS = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}", re.ASCII)
_SHORT_YEAR = re.compile(r"(?:in\s+)?['’](?P<year>\d\d)\.?", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{4,}")


def _grade_dates(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a date; None if no accepted answer is a date, or the response is not."""
    verdicts = []
    if (short := _SHORT_YEAR.fullmatch(given.strip())) and asks_when(key.stem):
        given = next((answer for answer in key.answers if re.fullmatch(f"(?:19|20){short['year']}", answer)), given)
        if given in key.answers:
            return CORRECT
    for answer in key.answers:
        date = _key_date(answer, key)
        if date is not None and (verdict := _grade_date(date, given, key)) is not None:
            verdicts.append(verdict)
    return max(verdicts, key=lambda verdict: (verdict.share, verdict.note or ""), default=None)


def _grade_date(date: PartialDate, given: str, key: AnswerKey) -> Verdict | None:
    """Right if one reading of ``given`` fits ``date``; close if the month is misspelled; None if it is not a date.

    Every part of the answer is required, except the year if the stem gives it. A more precise date is accepted.
    """
    readings = dated_readings(given)
    corrected = None
    if not readings:
        corrected = _month_corrected(given)
        readings = dated_readings(corrected) if corrected else readings
    if not readings:
        return None
    if 0 < date.year < 100 and not _YEAR.search(given):
        readings = frozenset(replace(reading, year=reading.year % 100) for reading in readings if reading.year >= 0)
    if not date.month and not any(reading.month for reading in readings):
        return None  # a year compared with a year is a number, which may be a range
    years = {int(year) for year in _YEAR.findall(key.stem)}
    years |= {-int(year) for year in _YEAR_BC.findall(key.stem)}
    lacks = [lack for reading in readings if (lack := _lacking(date, reading, years)) is not None]
    if not lacks:
        return WRONG
    missing = min(lacks, key=len)
    if (asked := asked_part_of_date(key.stem)) is not None and asked not in missing and getattr(date, asked):
        missing = ()
    if missing:
        are = "is" if len(missing) == 1 else "are"
        note = f"Right so far, but the {' and '.join(missing)} {are} missing: {key.answers[0]}."
        return Verdict(Outcome.WRONG, 0.0, note)
    return CORRECT if corrected is None else Verdict.close(key.answers[0])


def _key_date(answer: str, key: AnswerKey) -> PartialDate | None:
    """Return ``answer`` as a date; without ``type: date``, it must have a month with a day or a year.

    Two numbers are a date only if the stem asks for one. A year alone counts too if the stem asks for it, to
    compare it with a response that has more than the year.
    """
    if key.type == "date":
        return parse_date(answer)
    if _YEAR.fullmatch(answer):
        return PartialDate(int(answer)) if asks_when(key.stem) or _YEAR_LEFT_OUT.search(key.stem) else None
    if (period := parse_period(answer)) is not None and period[0] == "year":
        return PartialDate(period[1]) if asks_when(key.stem) else None
    if _TWO_NUMBERS.fullmatch(answer) and not asks_when(key.stem):
        return None  # 1/13 is a fraction
    readings = dated_readings(answer)
    date = next(iter(readings)) if len(readings) == 1 else None
    return date if date is not None and date.month and (date.day or date.year) else None


def _lacking(date: PartialDate, given: PartialDate, stem_years: set[int]) -> tuple[str, ...] | None:
    """Return the parts of ``date`` that ``given`` lacks; None if the two contradict each other."""
    lacking = []
    parts = (("day", date.day, given.day), ("month", date.month, given.month), ("year", date.year, given.year))
    for name, right, said in parts:
        if right and said and right != said:
            return None
        if right and not said and not (name == "year" and right in stem_years):
            lacking.append(name)
    if not date.year and given.year and stem_years and given.year not in stem_years:
        return None
    return tuple(lacking) if any(right and said for _, right, said in parts) else None


def _month_corrected(given: str) -> str | None:
    """Return ``given`` with a misspelled month corrected, if only one month can be meant."""
    from rapidfuzz.distance import OSA

    for word in _WORD.findall(given):
        near = [month for month in MONTHS if OSA.distance(word.title(), month) <= (1 if len(month) <= 6 else 2)]
        if len(near) == 1:
            return given.replace(word, near[0], 1)
    return None


_LEAD = re.compile(
    r"^(?:it|he|she|they|this|that)\s+[^\W\d_]{3,12}\s+(?:in|on|at|from)\s+|^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|~|≈|=|it|is|was|were|are|has|have|had|"
    r"there|they|he|she|we|in|at|on|for|a|an|the|year|early|mid|late|spring|summer|autumn|fall|winter|answer|error|status|code|ad|a\.d\.|i|think|exactly|just|only|number|no\.|nr\.?|#)\s+"
    r"|^[~≈=#]\s*|^(?:early|mid|late)-|^(?P<name>[Δ∆δ]?[^\W\d_]{1,12})[°º⁰]?\s?(?:[=:]\s?|\s(?:is|equals|of)\s)",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(r"[^a-zA-Z]*\d[^a-zA-Z]*(?:\b(?:x|of|times|plus|minus)\b[^a-zA-Z]*)*")
"""What may be said before an equals sign: 7 x 8 = 56, but not 2x = 56."""
_OPERATES = re.compile(
    r"\d\s*[-−+*/×·⋅÷^!]|\d\s*[CP]\s*\d|[CP√]\s*\(\s*\d|\d\s+(?:choose|x)\s+\d|\b(?:sqrt|log|ln|sin|cos|tan)\b"
)
_BETWEEN_NUMBERS = re.compile(r"\d[\d\s.,)]*(?:[-−+*/×·⋅÷^!:CP%]|[^\W\d_]+\s)\s*[\d(]|[^\W\d_]|!|√")
_MULTIPLIED = re.compile(r"(?<=[\d)])\s*x\s*(?=[\d(])", re.IGNORECASE)
_FUNCTIONS = frozenset("C P choose sqrt log ln sin cos tan pi π of times plus minus divided multiplied by over".split())
"""Words and letters in a calculation with numbers: 12C3, 12 choose 3, sqrt(144)."""
_SAID_TWICE = re.compile(r"(?P<one>[^()]{1,60}?)\s*\((?P<other>[^()]{1,60})\)")
_AT_THE_END = re.compile(
    r",?\s+(?:in total|in all|altogether|exactly|approximately|or so|i think)\.?$"
    r"|(?<=\w)\s+(?:above (?:mean )?sea[ -]level|tall|high|long|in (?:height|length))\.?$",
    re.IGNORECASE,
)
"""What may follow a value: 8 in total, 8,849 m above sea level."""
_ENDED = listed("ended began started happened occurred fell took place")
_CODES = listed("error status code")
"""What a number may be called that is a code: 404 error, status code 404."""
_SOLDIERS = listed("soldier troop trooper serviceman servicewoman service member personnel peacekeeper")
"""Words that may replace one another: 85 troops, 85 soldiers."""
_EACH = re.compile(r"\b(?:per|each|every|in|on|for)\b", re.IGNORECASE)
_INHABITANTS = listed("person people inhabitant resident citizen")
_PEOPLE = listed("person people")
_ERAS_AFTER = re.compile(r"\s*(?:a\.?\s?d\.?|c\.?\s?e\.?)\s*", re.IGNORECASE)
_ERA_BEFORE = re.compile(r"\s*b\.?\s?c\.?(?:\s?e\.?)?\s*", re.IGNORECASE)
_CHOICE = re.compile(r"\s*or\s+\d", re.IGNORECASE)
_SHARE_OF = re.compile(r"(?:%|\bper ?cent)\s+off?\s+[\d$€£¥]", re.IGNORECASE)
_NAME_LIKE = re.compile(r"[A-Z][a-z]{2,}")


def _rounds_to(value: Fraction, said: Measure, low: Fraction, high: Fraction) -> bool:
    """Return whether a converted value meets the bounds within the last digit that was typed."""
    return said.digits >= 3 and low * Fraction(999, 1000) <= value <= high * Fraction(1001, 1000) and low == high


def _is_rounded_conversion(right: Fraction, unit: Unit, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``said`` is ``right`` in a unit of another system, rounded to two digits or more: 73 mi, 117 km.

    The stem must ask for about how much it is.

    Units of one system are a round number of each other, so that a conversion between them needs no rounding.
    """
    if not says_about(key.stem) or said.unit is None or said.digits < 2 or unit.offset or said.unit.offset:
        return False
    exact = said.unit.from_si(unit.to_si(right))
    near = abs(exact - said.low) * 200 <= abs(exact)
    return near and exact != 0 and _is_odd(unit.factor / said.unit.factor) and _rounded(exact, said.digits) == said.low


def _is_odd(ratio: Fraction) -> bool:
    """Return whether ``ratio`` has other prime factors than 2, 3 and 5, as 1.609344 km in a mile has."""
    rest = ratio.numerator * ratio.denominator
    for prime in (2, 3, 5):
        while rest % prime == 0:
            rest //= prime
    return rest != 1


def said_quantities(given: str, key: AnswerKey) -> list[Measure]:
    """Read what was typed, without words that only lead up to the number."""
    rest = _AT_THE_END.sub("", given.strip().strip("\"'`"))
    if twice := _SAID_TWICE.fullmatch(rest):  # two (2)
        one, other = (list(quantity_readings(twice[part].strip())) for part in ("one", "other"))
        if one and other and any((each.low, each.high) == (other[0].low, other[0].high) for each in one):
            return one if one[0].unit_text else other
    before, equals, after = rest.rpartition("=")
    if equals and any(char.isdigit() for char in before):
        said_before = _ARITHMETIC.fullmatch(before) or says_expression(before, key.stem) or _calculates(before, key)
        values = list(quantity_readings(after.strip())) if said_before else []
        if not _BETWEEN_NUMBERS.search(before):  # 4/6 = 2/3, but not 5 = 6
            said = {each.low for each in quantity_readings(before.strip())}
            return [each for each in values if each.low in said or says_expression(before, key.stem)]
        return values
    if readings := list(quantity_readings(rest)):
        return readings
    while (found := _LEAD.match(rest)) and (
        not found["name"]
        or len(found["name"]) == 1
        or (found["name"][0] in "Δ∆" and len(found["name"]) <= 3)
        or key.in_stem(fold(found["name"]))
    ):
        rest = rest[found.end() :]
    readings = list(quantity_readings(rest))
    stem = {*fold(key.stem).split(), *_ENDED}
    while not readings and rest:
        first, _, rest = rest.lstrip().partition(" ")
        if not first:
            break
        words = key.phrase(first).words
        if first[0].isdigit() or not words or not (fold(first) in stem or all(map(key.in_stem, words))):
            break
        rest = rest.lstrip()
        while (found := _LEAD.match(rest)) and not found["name"]:
            rest = rest[found.end() :]
        readings = list(quantity_readings(rest))
    return readings


def _calculates(before: str, key: AnswerKey) -> bool:
    """Return whether ``before`` is a calculation in numbers, functions and units: 12C3, 50 g × 4.18 J/(g °C) × 20 °C.

    A number alone is not, nor is a variable: 2x + 4 = 10 does not say that the answer is 10.
    """
    if not _OPERATES.search(before) or re.search(r"[,;]\s*[^\W\d_]", before):
        return False
    words = LETTERS.findall(_MULTIPLIED.sub("*", before))
    return all(word in _FUNCTIONS or parse_unit(word) for word in words)


def _only_known_words(text: str, unit: str, key: AnswerKey) -> bool:
    """Return whether the number is followed only by the unit or by words from the stem."""
    if "!" in text:
        return False
    return not text or fold(text) == fold(unit) or _says_no_more(text, unit, key)


def _says_no_more(text: str, unit: str, key: AnswerKey) -> bool:
    """Return whether ``text`` is an era, the unit in another form, or words of the stem."""
    if _ERAS_AFTER.fullmatch(text):
        return True
    one, other = parse_unit(text), parse_unit(unit) if unit else None
    if one is not None and other is not None:
        return one == other
    if not unit and _has_needless_unit(one, key):
        return False
    if one is not None and "share" in dict(one.dimension) and asks_for_percentage(key.stem):
        return not unit
    if one is not None and one in key.stem_units:
        return not unit
    if unit and other is None:  # a scale or a count that is part of the unit: million people
        text = re.sub(re.escape(unit) + r"$", "", text, flags=re.IGNORECASE).strip()
    words = set(key.singulars(key.phrase(text).words)) - set(key.singulars(key.phrase(unit).words))
    unit_words = set(key.singulars(key.phrase(unit).words))
    if unit_words & _SOLDIERS:
        words -= _SOLDIERS
    if unit and other is None:
        words -= _PEOPLE
    if not unit:
        words -= _CODES | {"unit"}  # 5 units, for a length
    if any(char.isdigit() for char in text) and other is None:
        return False
    if one is not None and not all(map(key.in_stem, words)):
        return False
    if asks_how_many(key.stem):
        words -= {"per", "each", "every"}
    if "population" in key.stem_words:
        words -= _INHABITANTS
    return _phrase_in_stem(text, key) or all(
        word in key.function_words - {"or", "and"} or (word not in {"or", "not", "no"} and key.in_stem(word))
        for word in words
    )


def _has_needless_unit(typed: Unit | None, key: AnswerKey) -> bool:
    """Return whether a value that has no unit was typed with one: a pH in mol/L, 15% of 80 in percent."""
    if typed is None:
        return False
    is_share = "share" in dict(typed.dimension)
    return _SHARE_OF.search(key.stem) is not None if is_share else asks_for_pure_number(key.stem)


def _counts_other_things(text: str, key: AnswerKey) -> bool:
    """Return whether ``text`` names other things of the stem than those to count: 2 bars, for how many beats."""
    nouns = set(key.singulars(key.phrase(counted(key.stem)).words))
    named = set(key.singulars(key.phrase(_EACH.split(text)[0]).words)) - key.function_words
    return bool(nouns and named) and not named & nouns and all(map(key.in_stem, named))


def _phrase_in_stem(text: str, key: AnswerKey) -> bool:
    """Return whether the stem has these words in this order."""
    return f" {' '.join(key.phrase(text).words)} " in f" {' '.join(key.phrase(key.stem).words)} "


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


def _are_equal(right: Measure, said: Measure, key: AnswerKey, *, lenient: bool) -> bool | None:
    """Return whether two quantities are equal; None if the response has words that do not belong to the value."""
    if _PAIRS.match(said.unit_text) and "pair" not in key.stem_words and not _PAIRS.match(right.unit_text):
        said = replace(said, low=2 * said.low, high=2 * said.high, unit_text=_PAIRS.sub("", said.unit_text))
    if (way := _direction(right.unit_text)) is not None:
        if _direction(said.unit_text) != way:
            return False
        right, said = (replace(each, unit_text=_undirected(each.unit_text)) for each in (right, said))
    unit, typed = right.unit, said.unit
    if not right.unit_text and _has_needless_unit(typed, key):
        return False
    if unit is None and typed is not None and said.unit_text and not right.unit_text:
        if typed.dimension == (("share", 1),) and not right.is_range:
            percent = replace(right, low=right.low * 100, high=right.low * 100)
            if percent.low == said.low or _is_rounded_part(percent, said):
                return True
        asked = parse_unit(counted(key.stem)) or (next(iter(key.stem_units)) if len(key.stem_units) == 1 else None)
        if asked is not None and asked != typed and asked.dimension == typed.dimension and not right.is_range:
            return typed not in key.stem_units and asked.to_si(right.low) == typed.to_si(said.low)  # 1.5 hours
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
        converted = converted or (not right.is_range and _is_rounded_conversion(right.low, unit, said, key))
        close = converted or _within(right, value, key) or _more_digits(right, value, said)
        return equal or (not said.is_range and close)
    if (right.low, right.high) != (said.low, said.high) and (
        said.is_range
        or not (_within(right, said.low, key) or _more_digits(right, said.low, said) or _is_rounded_part(right, said))
    ):
        share = unit is not None and unit.dimension == (("share", 1),) and not said.unit_text
        return share and said.low == right.low / 100
    if not said.unit_text and right.unit_text:
        shown = right.unit_text in "$€£¥%°" or _phrase_in_stem(right.unit_text, key)
        named = all(map(key.in_stem, key.phrase(right.unit_text).words)) or shown or unit in key.stem_units
        named = named or (unit is None and asks_how_many(key.stem))
        named = named or (unit is not None and unit.dimension == (("months", 1),) and asks_age(key.stem))
        return True if named and lenient else (None if unit is None else False)
    if _counts_other_things(said.unit_text, key):
        return False
    return True if _only_known_words(said.unit_text, right.unit_text, key) else None


_OF_DATA = re.compile(r"\s*[KMGT]i?[bB]\.?\s*")
"""A unit of data that has two sizes, or is written with another capital: KB."""
_POWER = re.compile(r"[a-ln-rt-z]\s?(?:\^\s?\(?\d+\)?|[⁰¹²³⁴-⁹]+)")
"""A power of a letter, which is a variable: only m and s are units of which there are powers."""
_PAIRS = re.compile(r"pairs?\b(?:\s+of\s+)?", re.IGNORECASE)
_DIRECTION = re.compile(
    r"[\s,]+(?:(?:to|towards?)\s+the\s+|due\s+)?\(?(?P<way>(?:north|south)?-?(?:east|west)|north|south|up|down|left|right"
    r"|forward|backward|inward|outward|(?:counter-?|anti-?)?clockwise)(?:wards?|s)?\)?\.?$",
    re.IGNORECASE,
)
"""The direction of a vector after its unit: 5 m/s east."""


def _direction(unit: str) -> str | None:
    """Return the direction after a unit, or None if there is none or what is before it is not a unit."""
    found = _DIRECTION.search(unit)
    if found is None or parse_unit(_undirected(unit)) is None:
        return None
    return re.sub(r"^(?:counter|anti)clock", "counterclock", found["way"].lower().replace("-", ""))


def _undirected(unit: str) -> str:
    return _DIRECTION.sub("", unit)


def _more_digits(right: Measure, value: Fraction, said: Measure) -> bool:
    """Return whether ``value`` has more digits than a rounded answer, and rounds to it: 3.14159 for 3.14."""
    least = 1 if right.unit is not None and abs(right.low) >= 1_000_000 else 2
    if right.is_range or right.digits < least or said.digits <= right.digits:
        return False
    measured = right.unit is not None and not {"time", "months", "angle", "share"} & {
        name for name, _ in right.unit.dimension
    }
    looks_rounded = measured or right.low.denominator > 1 or abs(right.low) >= 10 ** (right.digits + 2)
    near = abs(value - right.low) * 200 <= abs(right.low)
    return looks_rounded and near and _rounded(value, right.digits) == right.low


def _is_rounded_part(right: Measure, said: Measure) -> bool:
    """Return whether ``said`` is a repeating decimal, rounded to three digits or more: 0.167 for 1/6."""
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
