"""Numbers with their units."""

import re
from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.grading.wordlists import listed
from quizgen.grading.words import FUNCTION_WORDS, Phrase, phrase, singular, singulars
from quizgen.questions.typed import NumberQuestion
from quizgen.text.folding import fold
from quizgen.text.numbers import Quantity, find_quantity

MAX_NUMBER = 500
"""No honest number takes so many characters."""
NOT_A_NUMBER = Verdict(Outcome.WRONG, 0.0, "That is not a number.")
OTHER_WORDS = Verdict(Outcome.WRONG, 0.0, "Type the number alone, or with its unit.")

_UNITS = {
    "%": "percent", "pct": "percent", "per cent": "percent", "$": "dollar", "usd": "dollar", "us$": "dollar",
    "€": "euro", "eur": "euro", "£": "pound", "gbp": "pound", "¥": "yen", "₽": "rouble", "ruble": "rouble",
    "km": "kilometer", "kilometre": "kilometer", "m": "meter", "metre": "meter", "cm": "centimeter",
    "centimetre": "centimeter", "mm": "millimeter", "millimetre": "millimeter", "mi": "mile", "ft": "foot",
    "feet": "foot", "in": "inch", "yd": "yard", "kg": "kilogram", "kilogramme": "kilogram", "kilo": "kilogram",
    "g": "gram", "gramme": "gram", "mg": "milligram", "t": "tonne", "lb": "pound", "lbs": "pound", "oz": "ounce",
    "l": "liter", "litre": "liter", "ml": "milliliter", "s": "second", "sec": "second", "min": "minute", "h": "hour",
    "hr": "hour", "d": "day", "wk": "week", "yr": "year", "yrs": "year", "°c": "celsius", "°f": "fahrenheit",
    "°": "degree", "deg": "degree", "km2": "square kilometer", "m2": "square meter", "km/h": "kilometer per hour",
    "kph": "kilometer per hour", "mph": "mile per hour", "m/s": "meter per second", "kw": "kilowatt", "mw": "megawatt",
    "w": "watt", "v": "volt", "hz": "hertz", "j": "joule", "n": "newton", "pa": "pascal", "ha": "hectare",
    "bc": "bce", "ad": "ce",
}  # fmt: skip
_MEASURES = frozenset(word for unit in _UNITS.values() for word in unit.split())
_ABOUT = re.compile(
    r"^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|~|≈|=|it|is|was|were|are|there|"
    r"they|he|she|in|at|on|for|a|an|the|answer|i|think|exactly|just|only|number|'s|us)\b",
    re.IGNORECASE,
)
_INSIDE_WORD = re.compile(r"\d[^\W\d_]{4,}")
_LIKE_A_YEAR = re.compile(r"1\d{3}|20\d\d")
_ABOUT_SIGN = re.compile(r"^(?:[~≈=:#]|no\.|nr\.?(?!\w))", re.IGNORECASE)
_DOT_IN_THOUSANDS = re.compile(r"(?<![\d.,])(\d{1,3})\.(?=\d{3}(?![\d.,]))")
_SOLDIERS = listed("soldier troop trooper serviceman servicewoman service member personnel peacekeeper")
"""Any of them may stand where the unit is another one: 85 troops, 85 soldiers, 85 service members."""


def grade_number(question: NumberQuestion, given: str) -> Verdict:
    """Right within the tolerance, alone or with the unit and with words of the stem; never with another unit."""
    if fold(given) == fold(question.answer_text):
        return CORRECT
    readings = [quantity for text in _with_and_without_unit(question, given) if (quantity := find_quantity(text))]
    if not readings or len(given) > MAX_NUMBER:
        return NOT_A_NUMBER
    low, high = question.bounds
    within = [quantity for quantity in readings if low <= quantity.value <= high]
    if not within:
        return WRONG
    task = AnswerKey(answers=(question.answer_text,), stem=question.stem)
    unit = _unit_words(question.unit or "")
    right = [quantity.value for quantity in within if _only_known_words(quantity, unit, task)]
    if not right:
        return OTHER_WORDS
    return CORRECT if question.answer in right else Verdict(Outcome.CORRECT, 1.0, f"Exactly {question.answer_text}.")


def _with_and_without_unit(question: NumberQuestion, given: str) -> Iterator[str]:
    """What was typed, and what stands before the unit: in "5 million people" the million may be part of the unit.

    A dot before three digits may be a decimal point or stand between thousands, as in much of Europe: 2.000 is both.
    """
    yield given
    yield _DOT_IN_THOUSANDS.sub(r"\1", given)
    unit = fold(question.unit or "")
    if unit and fold(given).endswith(unit):
        yield fold(given).removesuffix(unit)


def same_quantity(form: Phrase, given: Phrase, task: AnswerKey) -> bool | None:
    """Whether both are numbers of one value and unit; None where either is no number with at most a unit.

    The unit may be left out; it may be added where the stem names it.
    """
    right, said = find_quantity(form.text), find_quantity(given.text)
    if (
        right is None
        or said is None
        or _INSIDE_WORD.search(form.text)
        or not _plain_quantity(right)
        or not _only_known_words(said, _unit_of(right), task)
    ):
        return None
    ratio = right.value / 100 if "percent" in _unit_of(right) and not _unit_of(said) else right.value
    return said.value in {right.value, ratio}


def _unit_of(quantity: Quantity) -> frozenset[str]:
    """The unit as one name for each of its words; money's sign stands before the number."""
    return _unit_words(quantity.after) | {_UNITS[sign] for sign in quantity.before[-1:] if sign in _UNITS}


def _plain_quantity(quantity: Quantity) -> bool:
    """Whether the answer is a number with a unit or a few small words, and not a title such as 50 Cent."""
    after = quantity.after
    if (
        _lead_words(quantity.before) - _unit_of(quantity)
        or any(char.isdigit() for char in after)
        or len(after.split()) > 4
    ):
        return False
    if not after or _unit_words(after) & _MEASURES:
        return True
    return after[0].islower() and not _LIKE_A_YEAR.fullmatch(f"{quantity.value}")  # 2008 alone is not the 2008 war


def _only_known_words(quantity: Quantity, unit: frozenset[str], task: AnswerKey) -> bool:
    """Whether all that was typed besides the number is the unit, or stands in the stem."""
    extra = _unit_words(quantity.after) | _lead_words(quantity.before)
    extra -= unit
    extra -= _SOLDIERS if unit & _SOLDIERS else set()
    extra -= {"person"} if unit and not unit & _MEASURES else set()
    if any(char.isdigit() for word in extra for char in word):
        return False
    return all(word in FUNCTION_WORDS - {"or", "and"} or _said(word, task) for word in extra)


def _said(word: str, task: AnswerKey) -> bool:
    stem = {_UNITS.get(each, each) for each in task.stem_words}
    return word in stem or singular(word) in stem


def _lead_words(before: str) -> frozenset[str]:
    """The words before the number, without those that only lead up to it."""
    rest = before.strip()
    while found := (_ABOUT.match(rest) or _ABOUT_SIGN.match(rest)):
        rest = rest[found.end() :].strip(" ,")
    return _unit_words(rest)


def _unit_words(text: str) -> frozenset[str]:
    """The words of a unit, one name for each: ``km`` and ``kilometres`` are ``kilometer``."""
    tight = text.strip(" .,;:!?-").lower().replace("²", "2").replace("per cent", "%")
    if tight in _UNITS:
        return frozenset(_UNITS[tight].split())
    spaced = re.sub(r"([%$€£¥₽°])", r" \1 ", tight)
    words: set[str] = set()
    for piece in spaced.split():
        for word in _UNITS[piece].split() if piece in _UNITS else singulars(phrase(piece).words):
            words.update(_UNITS.get(word, word).split())
    return frozenset(words - {"of"})
