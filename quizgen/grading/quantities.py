"""Whether a quantity that was typed is the one that is asked for: its number, its unit, and the words after it."""

import re
from dataclasses import replace
from enum import Enum
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.asked_quantity import fits_given_units, is_of_other_quantity
from quizgen.grading.stems.code import case_in_code
from quizgen.grading.stems.values import (
    asks_age,
    asks_for_percentage,
    asks_for_pure_number,
    asks_how_many,
    asks_to_round,
    counted,
    is_before_christ,
    says_about,
)
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.folding import fold
from quizgen.text.quantities import Measure
from quizgen.text.units import Unit, parse_unit
from quizgen.text.words import listed

_SHARE = (("share", 1),)
"""The dimension of a percentage."""
_CODES = listed("error status code")
"""What a number may be called that is a code: 404 error, status code 404."""
_ROUNDED_PART = 3
"""The digits that a fraction is rounded to, at least."""
_TOLD = 2
"""The digits after which dots may replace the rest."""
_SOLDIERS = listed("soldier troop trooper serviceman servicewoman service member personnel peacekeeper")
"""Words that may replace one another: 85 troops, 85 soldiers."""
_REPETITIONS = listed("x time iteration repetition execution")
"""What times may be called: 6x, 6 iterations."""
_EACH = re.compile(r"\b(?:per|each|every|in|on|for)\b", re.IGNORECASE)
_INHABITANTS = listed("person people inhabitant resident citizen")
_PEOPLE = listed("person people")
_ERAS_AFTER = re.compile(r"\s*(?:a\.?\s?d\.?|c\.?\s?e\.?)\s*", re.IGNORECASE)
ERA_BEFORE = re.compile(r"\s*b\.?\s?c\.?(?:\s?e\.?)?\s*", re.IGNORECASE)
"""BC or BCE, in any notation, as all that follows a number."""
_SHARE_OF = re.compile(rf"(?:%|\bper ?cent)\s+(?:off?|de|von|di|d[eo]s?)\s+[\d{CURRENCY_SIGNS}]", re.IGNORECASE)
_GIVEN_SHARE = re.compile(r"\d\s?%")
"""A percentage that the stem gives, so that its sign is not the unit of the answer."""
_PAIRS = re.compile(r"pairs?\b(?:\s+of\s+)?", re.IGNORECASE)
_DIRECTION = re.compile(
    r"[\s,]+(?:(?:to|towards?)\s+the\s+|due\s+)?\(?(?P<way>(?:north|south)?-?(?:east|west)|north|south|up|down|left|right"
    r"|forward|backward|inward|outward|(?:counter-?|anti-?)?clockwise)(?:wards?|s)?\)?\.?$",
    re.IGNORECASE,
)
"""The direction of a vector after its unit: 5 m/s east."""


_OF_STRING = re.compile(r"\b(?:len|strlen|length|LEN|LENGTH)\(\s*[\"'“‘]|[\"'”’]\.length\b")
_OF_LIST = re.compile(r"\b(?:len|count|sizeof)\(\s*\[|\]\.length\b")
"""Code that counts the characters of a string, or the items of a list, which a number of them may name."""


class Match(Enum):
    """How a quantity that was typed compares with the one that is asked for."""

    EQUAL = "equal"
    DIFFERENT = "different"
    OTHER_WORDS = "other words"
    """The number fits, but what follows it does not belong to the value, so that the response may not be one."""


def compare(right: Measure, said: Measure, key: AnswerKey, *, lenient: bool) -> Match:
    """Compare what was ``said`` with the ``right`` quantity; ``lenient`` accepts a number without its unit."""
    said = _counted_singly(right, said, key)
    if (way := _direction(right.unit_text)) is not None:
        if _direction(said.unit_text) != way:
            return Match.DIFFERENT
        right, said = (replace(each, unit_text=_undirected(each.unit_text)) for each in (right, said))
    said = in_unit_meant(said, right.unit, right.unit_text)
    unit, typed = right.unit, said.unit
    if not right.unit_text and _has_needless_unit(typed, key):
        return Match.DIFFERENT
    if unit is not None and typed is not None:
        return _matched(typed.dimension == unit.dimension and _is_same_measure(right, unit, said, typed, key))
    if not right.unit_text and typed is not None:
        if _is_same_share(right, typed, said):
            return Match.EQUAL
        if (asked := _asked_unit(right, typed, key)) is not None:
            is_equal = asked.to_si(right.low) == typed.to_si(said.low)
            return _matched(is_equal and typed not in key.stem_units)  # 1.5 hours
    if not _is_same_number(right, said, key):
        is_share = unit is not None and unit.dimension == _SHARE and not said.unit_text
        return _matched(is_share and said.low == right.low / 100)
    if right.unit_text and not said.unit_text:
        if lenient and _is_unit_understood(right, unit, key):
            return Match.EQUAL
        return Match.OTHER_WORDS if unit is None else Match.DIFFERENT
    if counts_other_things(said.unit_text, key) or measures_other_things(said.unit_text, unit, key):
        return Match.DIFFERENT
    return Match.EQUAL if only_known_words(said.unit_text, right.unit_text, key) else Match.OTHER_WORDS


def _matched(is_equal: bool) -> Match:
    return Match.EQUAL if is_equal else Match.DIFFERENT


def _counted_singly(right: Measure, said: Measure, key: AnswerKey) -> Measure:
    """Return ``said``, as single things if it counts in pairs and the answer does not."""
    if not _PAIRS.match(said.unit_text) or "pair" in key.stem_words or _PAIRS.match(right.unit_text):
        return said
    return replace(said, low=2 * said.low, high=2 * said.high, unit_text=_PAIRS.sub("", said.unit_text))


def in_unit_meant(said: Measure, unit: Unit | None, unit_text: str) -> Measure:
    """Return ``said`` in the unit that its writer means, given the ``unit`` that is asked for, also as it is written.

    For a temperature, C and F are degrees, not coulombs and farads; for money, pounds are not a weight; M is molar, and
    y a year rather than a variable.
    """
    if unit is None:
        return said
    if unit.offset and said.unit_text in {"C", "F", "c", "f"}:
        return replace(said, unit_text=f"°{said.unit_text.upper()}")
    if said.unit_text == "M" and unit == parse_unit("mol/dm^3"):
        return replace(said, unit_text="mol/dm^3")
    if said.unit_text == "y" and unit == parse_unit("year") and len(unit_text) > 1:
        return replace(said, unit_text="years")
    is_sterling = unit.dimension == (("pound-sterling", 1),) and fold(said.unit_text) in {"pound", "pounds"}
    return replace(said, unit_text="£") if is_sterling else said


def _is_same_measure(right: Measure, unit: Unit, said: Measure, typed: Unit, key: AnswerKey) -> bool:
    """Return whether two quantities of one dimension are equal, or as near as their rounding or the policy allows."""
    if (typed.to_si(said.low), typed.to_si(said.high)) == (unit.to_si(right.low), unit.to_si(right.high)):
        return True
    if said.is_range:
        return False
    value = unit.from_si(typed.to_si(said.low))
    exact = (right.low, right.low)
    is_converted = typed != unit and not right.is_range and is_conversion(right.low, exact, unit, said, key)
    return is_converted or _within(right, value, key) or has_more_digits(right, value, said, key)


def is_conversion(
    right: Fraction, bounds: tuple[Fraction, Fraction], unit: Unit, said: Measure, key: AnswerKey
) -> bool:
    """Return whether ``said``, in another unit of the same dimension, is the value, apart from its rounding."""
    assert said.unit is not None
    value = unit.from_si(said.unit.to_si(said.low))
    low, high = bounds
    return low <= value <= high or _rounds_to(value, said, low, high) or _is_rounded_conversion(right, unit, said, key)


def _is_same_share(right: Measure, typed: Unit, said: Measure) -> bool:
    """Return whether a percentage is the share that is asked for as a number: 25% for 0.25."""
    if typed.dimension != _SHARE or right.is_range:
        return False
    percent = replace(right, low=right.low * 100, high=right.low * 100)
    return percent.low == said.low or _is_rounded_part(percent, said)


def _asked_unit(right: Measure, typed: Unit, key: AnswerKey) -> Unit | None:
    """Return the unit that the stem asks for, if it is another one of the dimension that was ``typed``."""
    asked = counted_unit(key) or (next(iter(key.stem_units)) if len(key.stem_units) == 1 else None)
    is_other = asked is not None and asked != typed and asked.dimension == typed.dimension
    return asked if is_other and not right.is_range else None


def counted_unit(key: AnswerKey) -> Unit | None:
    """Return the unit of which the stem asks how many there are: minutes, for how many minutes an hour has."""
    return parse_unit(unit_in_english(counted(key.stem), key))


def unit_in_english(name: str, key: AnswerKey) -> str:
    """Return the name of a unit as responses are read, which are translated: minutes, for minutos."""
    if not name or key.language == "en" or parse_unit(name) is not None:
        return name
    from quizgen.text.values_abroad import in_english

    return in_english(name, key.locale)


def _is_same_number(right: Measure, said: Measure, key: AnswerKey) -> bool:
    """Return whether two numbers are equal, or as near as their rounding or the policy allows."""
    if (right.low, right.high) == (said.low, said.high):
        return True
    is_near = (
        _within(right, said.low, key) or has_more_digits(right, said.low, said, key) or _is_rounded_part(right, said)
    )
    return is_near and not said.is_range


def _is_unit_understood(right: Measure, unit: Unit | None, key: AnswerKey) -> bool:
    """Return whether the stem says which unit is meant, so that a number alone is enough."""
    if right.unit_text in f"{CURRENCY_SIGNS}%°" or _phrase_in_stem(right.unit_text, key) or unit in key.stem_units:
        return True
    if all(map(key.in_stem, key.phrase(right.unit_text).words)):
        return True
    return asks_how_many(key.stem) if unit is None else unit.dimension == (("months", 1),) and asks_age(key.stem)


def _direction(unit: str) -> str | None:
    """Return the direction after a unit, or None if there is none or what is before it is not a unit."""
    found = _DIRECTION.search(unit)
    if found is None or parse_unit(_undirected(unit)) is None:
        return None
    return re.sub(r"^(?:counter|anti)clock", "counterclock", found["way"].lower().replace("-", ""))


def _undirected(unit: str) -> str:
    return _DIRECTION.sub("", unit)


def _has_needless_unit(typed: Unit | None, key: AnswerKey) -> bool:
    """Return whether a value that has no unit was typed with one: a pH in mol/L, 15% of 80 in percent."""
    if typed is None:
        return False
    is_share = "share" in dict(typed.dimension)
    if is_share and case_in_code(key.stem) is not None:
        return not asks_for_percentage(key.stem)  # the % of the stem is an operator
    if is_of_other_quantity(typed, key):
        return True
    return _SHARE_OF.search(key.stem) is not None if is_share else asks_for_pure_number(key.stem)


_VERBS = r"(?:are|is|were|was|do|does|did|will|has|have|had|remain)\b"
_VERB = re.compile(_VERBS, re.IGNORECASE)
_THINGS = re.compile(r"\d\s+([^\W\d_]{3,})")
"""What the stem has so many of."""
_MORE_THAN = re.compile(r"(?:more|fewer)\s+(?P<things>[^\W\d_]+)\s+than\b", re.IGNORECASE)
_COMPARED = listed("more fewer")
_BOTH_THINGS = re.compile(
    rf"\bhow\s+many\s+(?P<one>[^\W\d_]+)\s+and\s+(?:how\s+many\s+)?(?P<other>[^\W\d_]+)\s{_VERBS}",
    re.IGNORECASE,
)
"""Two kinds of things that are counted together, or each."""
_GIVEN_ALONE = re.compile(
    r"\b(?:give|state|write|enter|type)\s+(?:only\s+)?(?:the\s+)?(?:number\s+of\s+)?(?P<things>[^\W\d_]+)\W*$",
    re.IGNORECASE,
)
"""Which of them the answer is about: Give the electrons."""


def counts_other_things(text: str, key: AnswerKey) -> bool:
    """Return whether ``text`` names other things of the stem than those to count: 2 bars, for how many beats.

    Where two kinds of things are to be counted, one of them is another answer.
    """
    nouns = set(key.singulars(key.phrase(counted(key.stem)).words))
    if more := _MORE_THAN.match(counted(key.stem)):
        nouns = {key.singular(fold(more["things"]))}  # how many more boys than girls there are
    if (
        _VERB.match(counted(key.stem))
        and len(things := {key.singular(fold(one)) for one in _THINGS.findall(key.stem)}) == 1
    ):
        nouns = things  # Tom has 7 apples and eats 3. How many are left?
    named = set(key.singulars(key.phrase(_EACH.split(text)[0]).words)) - key.function_words - _COMPARED
    if (asked := counted_unit(key)) is not None and parse_unit(text) == asked:
        return False
    if both := _BOTH_THINGS.search(key.stem):
        kinds = {key.singular(fold(kind)) for kind in both.group("one", "other")}
        alone = _GIVEN_ALONE.search(key.stem)
        wanted = kinds & {key.singular(fold(alone["things"]))} if alone else kinds
        return not kinds.isdisjoint(named) and kinds & named != (wanted or kinds)
    return bool(nouns and named) and not named & nouns and all(map(key.in_stem, named))


_ASKED_IN = re.compile(r"\bin\s+(?P<unit>[^\W\d_]{2,})\s*[?.]")
"""The unit in which the stem asks for a value: what is its size in bytes?"""


def measures_other_things(text: str, unit: Unit | None, key: AnswerKey) -> bool:
    """Return whether ``text`` names things of the stem although a value in a unit is asked for: 15000 pixels."""
    found = _ASKED_IN.search(key.stem)
    if (unit or counted_unit(key)) is not None and _is_given_unit(text, key.stem):
        return True
    if unit is None and (found is None or parse_unit(found["unit"]) is None):
        return False
    named = [word for word in key.phrase(_EACH.split(text)[0]).words if word not in key.function_words]
    if parse_unit(text) is not None or any(parse_unit(word) is not None for word in named):
        return False
    return any(word != key.singular(word) and key.in_stem(word) for word in named)


_FIRST_WORD = re.compile(r"[^\W\d_]+")


def _is_given_unit(text: str, stem: str) -> bool:
    """Return whether ``text`` is what ``stem`` measures or counts something else in: barrels/min, after a number."""
    head = _FIRST_WORD.match(text)
    if head is None or " " in text or parse_unit(text) is not None or parse_unit(head[0]) is not None:
        return False
    return re.search(rf"\d\s?{re.escape(text)}(?!\w)", stem) is not None


def only_known_words(text: str, unit: str, key: AnswerKey) -> bool:
    """Return whether the number is followed only by the unit or by words from the stem."""
    if "!" in text:
        return False
    return not text or fold(text) == fold(unit) or _says_no_more(text, unit, key)


def _says_no_more(text: str, unit: str, key: AnswerKey) -> bool:
    """Return whether ``text`` is an era, the unit in another form, or words of the stem."""
    if _ERAS_AFTER.fullmatch(text):
        return not is_before_christ(key.stem)
    if ERA_BEFORE.fullmatch(text) and is_before_christ(key.stem):
        return True
    text = text.removesuffix(" old") if asks_age(key.stem) else text
    one, other = parse_unit(text), parse_unit(unit) if unit else None
    if one is not None and other is not None:
        return one == other
    if not unit and _has_needless_unit(one, key):
        return False
    if one is not None and "share" in dict(one.dimension) and asks_for_percentage(key.stem):
        return not unit
    if one is not None and "share" in dict(one.dimension) and _GIVEN_SHARE.search(key.stem):
        return False
    if one is not None and not unit and (asked := counted_unit(key)) is not None:
        return one == asked  # 180 h, for how many minutes there are in three hours
    if one is not None and not unit and fits_given_units(one, key):
        return True
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
        words -= {"character"} if _OF_STRING.search(key.stem) else frozenset()
        words -= {"item", "element"} if _OF_LIST.search(key.stem) else frozenset()
    if any(char.isdigit() for char in text) and other is None:
        return False
    if one is not None and not all(map(key.in_stem, words)):
        return False
    if asks_how_many(key.stem):
        words -= {"per", "each", "every"}
        words -= _REPETITIONS if counted(key.stem) == "times" else frozenset()
    if "population" in key.stem_words:
        words -= _INHABITANTS
    return _phrase_in_stem(text, key) or all(
        word in key.function_words - {"or", "and"} or (word not in {"or", "not", "no"} and key.in_stem(word))
        for word in words
    )


def _phrase_in_stem(text: str, key: AnswerKey) -> bool:
    """Return whether the stem has these words in this order."""
    return f" {' '.join(key.phrase(text).words)} " in f" {' '.join(key.phrase(key.stem).words)} "


def _within(right: Measure, value: Fraction, key: AnswerKey) -> bool:
    """Return whether a value in the unit of ``right`` is within the tolerance."""
    bounds = key.policy.bounds_of(right)
    return bounds is not None and Fraction(bounds[0]) <= value <= Fraction(bounds[1])


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


def has_more_digits(right: Measure, value: Fraction, said: Measure, key: AnswerKey) -> bool:
    """Return whether ``value`` has more digits than a rounded answer, and rounds to it: 3.14159 for 3.14."""
    least = 1 if right.unit is not None and abs(right.low) >= 1_000_000 else 2
    if right.is_range or right.digits < least or said.digits <= right.digits or asks_to_round(key.stem):
        return False
    measured = right.unit is not None and not {"time", "months", "angle", "share"} & {
        name for name, _ in right.unit.dimension
    }
    has_decimals = right.digits > len(str(int(abs(right.low))))  # 66.0
    looks_rounded = measured or has_decimals or right.low.denominator > 1 or abs(right.low) >= 10 ** (right.digits + 2)
    near = abs(value - right.low) * 200 <= abs(right.low)
    return looks_rounded and near and _rounded(value, right.digits) == right.low


def is_rounded_fraction(right: Measure, said: Measure) -> bool:
    """Return whether ``said`` is a fraction, and ``right`` what it is rounded to: 7/12, for 0.583."""
    exact = not said.is_range and not said.digits and said.low.denominator > 1
    return exact and _rounded(said.low, right.digits) == right.low


def _is_rounded_part(right: Measure, said: Measure) -> bool:
    """Return whether ``said`` is a repeating decimal, rounded to three digits or more: 0.167 for 1/6; 0.16…."""
    endless = right.low.denominator % 3 == 0 or right.low.denominator % 7 == 0
    if not endless or right.digits:
        return False
    if said.goes_on:
        return said.digits >= _TOLD and _cut(right.low, said.digits) == said.low
    return said.digits >= _ROUNDED_PART and _rounded(right.low, said.digits) == said.low


def _cut(value: Fraction, digits: int) -> Fraction:
    """Return ``value`` (not 0) without what follows so many significant digits: 0.0277 for 1/36."""
    place = Fraction(1)
    while abs(value) / place >= 10:
        place *= 10
    while abs(value) / place < 1:
        place /= 10
    place /= Fraction(10) ** (digits - 1)
    return int(value / place) * place


def _rounded(value: Fraction, digits: int) -> Fraction:
    """Return ``value`` (not 0) rounded to so many significant digits."""
    place = Fraction(1)
    while abs(value) / place >= 10**digits:
        place *= 10
    while abs(value) / place < 10 ** (digits - 1):
        place /= 10
    return Fraction(round(value / place)) * place
