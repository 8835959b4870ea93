"""Amounts, which are numbers with units, and how to sort amounts and dates."""

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from quizgen.text.dates import MONTH_FORM, parse_date, parse_period
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.quantities import parse_quantity, parse_time
from quizgen.text.units import ONE, in_seconds, parse_unit
from quizgen.text.word_forms import singular

# An ordinal such as 102nd is not an amount, nor is a range such as 70 to 80.
_COUNTED = lazy_pattern(
    r"(?P<number>[-−+]?[\d,\u00a0\u202f ]*\d(?:\.\d+)?)\s*"
    r"(?P<unit>%|(?!(?:st|nd|rd|th)\b|(?:to|or|and)\s+\d|[-–]\s*\d)[^\d\s].*)?",
    re.ASCII,
)


SCALES = {
    "hundred": Decimal(10) ** 2,
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_SCALE = lazy_pattern(rf"({'|'.join(SCALES)})s?(?:\s+|$)", re.IGNORECASE)
_A_SCALE = lazy_pattern(rf"^an? (?=(?:{'|'.join(SCALES)})\b)", re.IGNORECASE)  # "half a million"
_OR = lazy_pattern(r"(?<=\w) or (?=\w)")  # "three or four"


class Amount(NamedTuple):
    """A number and the unit that follows it, if any."""

    value: Decimal
    unit: str | None
    scale: Decimal = Decimal(1)
    """The word of the number, which ``value`` includes: a million, in "318 million bricks"."""


def parse_amount(text: str) -> Amount | None:
    """Read all of ``text`` as a number in digits with an optional unit: ``parse_amount("2,850 km")``."""
    found = _COUNTED.fullmatch(text)
    if found is None or (number := parse_number(found["number"])) is None:
        return None
    scale, unit = split_scale(found["unit"] or "")
    return Amount(number * scale, unit or None, scale)


def split_scale(unit: str) -> tuple[Decimal, str]:
    """Return the number word that ``unit`` begins with, as a number, and the rest: a million and people."""
    found = _SCALE.match(unit)
    return (SCALES[found[1].lower()], unit[found.end() :]) if found is not None else (Decimal(1), unit)


def in_order(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Sort ``texts`` if all but one, at most, are amounts, dates or times on one scale; otherwise return None.

    What is none of these, such as "it depends", comes last, or first if it is nothing at all.
    """
    found = ascending(texts)
    others = [text for text in texts if text not in found] if found else []
    return (*others, *found) if found and any(map(_NONE.fullmatch, others)) else found and (*found, *others)


def is_disordered(texts: Sequence[str]) -> bool:
    """Return whether ``texts`` are amounts, dates or times, as for ``in_order``, that neither ascend nor descend."""
    found = ascending(texts)
    return found is not None and tuple(text for text in texts if text in found) not in {found, found[::-1]}


def ascending(texts: Sequence[str]) -> tuple[str, ...] | None:
    """Sort the amounts of one dimension, dates of one precision, or times that all ``texts``, except one at most, are.

    If points may be decimal or not (2.962 m, 980 m), the order is not certain, and there is none.
    """
    if sum(_NUMBER_OR_TIME.search(text) is None for text in texts) > 1:
        return None  # much faster than the readers, which find nothing in most options
    for read in _READERS:
        places: dict[str, tuple[Fraction | int, ...]] = {}
        scales, others = set(), []
        for text in texts:
            if (place := read(text)) is not None:
                scales.add(place[0])
                places[text] = place[1]
            else:
                others.append(text)
            if len(scales) > 1 or len(others) > 1:
                break
        else:
            if len(places) >= 2 and not any(map(_is_on_a_scale, others)):
                found = tuple(sorted((text for text in texts if text in places), key=places.__getitem__))
                return found if read is not _amount or _is_order_certain(found) else None
    return None


# Each reader needs a number in digits or one of these words, or the beginning of one.
_NUMBER_OR_TIME = lazy_pattern(
    r"(?<!\w)\d|[½⅓¼⅔¾⅐-⅞]|\b(?:zero|one|two|thr|four|fi[fv]|six|seven|eight|nin|ten|elev|twel|twen|thir|fort"
    r"|dozen|hundr|thous|[mbtr]{1,2}illion|quadr|quint|half|halves|quart|noon|mid(?:day|night)|cent|c\b"
    rf"|(?:{MONTH_FORM})\b)",
    re.IGNORECASE,
)
_NONE = lazy_pattern(r"(?:none|nothing|never)(?: at all)?\.?", re.IGNORECASE)


def _is_order_certain(ascending: Sequence[str]) -> bool:
    """Return whether the order is the same if points separate thousands, as far as they may: 1.980 m, 980 m."""
    points = sum(text.count(".", 0, -1) for text in ascending)
    grouped = [_GROUPING_POINT.sub("", text) for text in ascending]
    if points == 0 or points > sum(len(text) - len(other) for text, other in zip(ascending, grouped, strict=True)):
        return True
    places = [place for _, place in filter(None, map(_amount, grouped))]
    return places == sorted(places)


_GROUPING_POINT = lazy_pattern(r"(?<=\d)(?<!\b0)\.(?=\d{3}(?!\d))")


def _is_on_a_scale(text: str) -> bool:
    """Return whether ``text`` says a number, in digits or in words, or a date."""
    return any(character.isdecimal() for character in text) or any(read(text) is not None for read in _READERS)


_Place = tuple[object, tuple[Fraction | int, ...]]
"""A scale, such as a dimension, and a place on it; only places on the same scale can be compared."""
_UNDER = r"under|less than|fewer than|below|shorter than|younger than|at most|up to|no more than|<|≤"
_OVER = r"over|more than|greater than|above|longer than|older than|at least|no less than|from|>|≥"
_LIMIT = lazy_pattern(
    rf"(?:(?P<under>{_UNDER})|(?P<over>{_OVER})|about|around|roughly|approximately|nearly|almost|circa|ca?\.|≈|~)?\s*"
    r"(?P<amount>.+?)(?:,? (?:or|and) (?:(?P<less>less|fewer|under|below|younger)"
    r"|(?P<more>more|over|above|older|longer)))?\.?",
    re.IGNORECASE,
)


def _amount(text: str) -> _Place | None:
    """Return the dimension (or else the words after the number) and the value, with its side for a limit."""
    found = _LIMIT.fullmatch(text)
    if found is None or (read := _lower_end(found["amount"])) is None:
        return None
    value, written = read
    unit = parse_unit(written) if written else ONE
    side = 1 if found["over"] or found["more"] else -1 if found["under"] or found["less"] else 0
    if unit is None:
        return " ".join(map(singular, written.lower().split())), (value, side)
    unit = in_seconds(unit)
    return unit.dimension, (unit.to_si(value), side)


def _date(text: str) -> _Place | None:
    date = parse_date(text)
    return None if date is None else (date.shape, (date.year, date.month, date.day))


def _period(text: str) -> _Place | None:
    period = parse_period(text)
    return None if period is None else (period[0], (period[1],))


def _clock(text: str) -> _Place | None:
    minutes = parse_time(text)
    return None if minutes is None else ("time of day", (minutes,))


# A year is read as a date of its era before it is read as an amount, and 10 a.m. as a time.
_READERS: tuple[Callable[[str], _Place | None], ...] = (_clock, _date, _period, _amount)


def is_bare_amount(text: str) -> bool:
    """Return whether all of ``text`` is a number or a range, in digits or in words, without a unit: "three or four"."""
    found = _lower_end(text)
    return found is not None and not found[1]


def range_in_digits(text: str) -> str | None:
    """Return the range that all of ``text`` is, in digits: "3 to 4", for "three or four".

    Which numbers "two or three hundred" joins is not certain.
    """
    found = parse_quantity(_OR.sub(" to ", text, count=1))
    if (
        found is None
        or found.unit_text
        or found.low >= found.high
        or not SCALES.keys().isdisjoint(text.lower().split())
    ):
        return None
    return f"{found.low} to {found.high}"


def _lower_end(text: str) -> tuple[Fraction, str] | None:
    """Return the number in ``text`` (the lower one of a range such as ``20 to 40 km``) and its unit."""
    found = parse_quantity(_OR.sub(" to ", text, count=1))
    if found is None:
        return None
    scale, unit = split_scale(_A_SCALE.sub("", found.unit_text))
    return found.low * Fraction(scale), unit
