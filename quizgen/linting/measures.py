"""Options and answers that are amounts, ranges, dates, or lists, parsed so that they can be compared."""

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from quizgen.linting.units import in_base
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import parse_date
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number

_NUMBER = r"[-−+]?(?:\d{0,30}[½⅓⅔¼¾⅛]|\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d{1,30})(?:\.\d{1,30})?"
_OVER = r"over|more than|greater than|above|longer than|older than|>"
_UNDER = r"under|less than|fewer than|below|shorter than|younger than|<"
_FROM = r"at least|no less than|from|≥"
_TO = r"at most|up to|no more than|≤"
_ABOUT = r"about|around|roughly|approximately|nearly|almost|some|circa|ca\.?|c\.|≈|~"
_MEASURE = lazy_pattern(
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<from>{_FROM})|(?P<to>{_TO})|(?:{_ABOUT})|(?P<between>between))?\s*(?P<sign>[{CURRENCY_SIGNS}])?\s*"
    # A currency sign, or a short unit, may be at both ends: $20 to $30, 10 °C to 20 °C.
    rf"(?P<low>{_NUMBER})(?:(?:\s?(?P<each>%|°?[a-z]{{1,3}}))?(?:[-–—]|\s+(?:[-–—]|to|(?(between)and|to))\s+)"
    rf"(?:(?P=sign)\s?)?(?P<high>{_NUMBER})(?(each)(?=\s?(?P=each)(?!\w))))?\s*"
    rf"(?P<unit>(?!-)[^\d,;]{{0,40}}?)\s*"
    r"(?:(?:or|and) (?P<way>more|over|above|older|longer|less|fewer|under|below|younger))?\.?",
    re.IGNORECASE | re.ASCII,
)
_ORDINAL = lazy_pattern(r"(?:st|nd|rd|th)\b")
_A_TITLE = lazy_pattern(r"[A-Z][a-z]{3,}")
_CLOCK = lazy_pattern(r"(?:[ap]\.? ?m\b|o['’]clock)", re.IGNORECASE)
_EXPONENT = lazy_pattern(r"[⁰¹²³⁴-⁹⁻⁺^*×·/+=]")
_MONTH = lazy_pattern(r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\d{4}-\d", re.IGNORECASE)
_BETWEEN = {sign: lazy_pattern(rf"{sign}\s+(?:(?:and|or)\s+)?") for sign in ";,"}
LONGEST = 80
"""The most characters of an amount with its unit; longer options are text."""
_ENDLESS = Decimal("Infinity")
_MANY = 1000
"""From here on, a plain number is a count, and "between 1,000 and 2,000" includes its ends."""


class Measure(NamedTuple):
    """An amount or a range in its base unit (seconds, meters). ``unit`` may be empty; an open end is excluded."""

    low: Decimal
    high: Decimal
    unit: str
    low_open: bool = False
    high_open: bool = False

    @property
    def is_range(self) -> bool:
        """Whether it covers more than one value."""
        return self.low != self.high

    def overlaps(self, other: "Measure") -> bool:
        """Return whether the two have a value in common."""
        left, right = (self, other) if (self.low, self.high) <= (other.low, other.high) else (other, self)
        if left.high == right.low:
            return not (left.high_open or right.low_open)
        return left.high > right.low


@lru_cache(maxsize=4096)  # several rules parse the same options
def parse_measure(option: str) -> Measure | None:
    """Parse ``option`` as a number or a range with a unit (``over 20 km``, ``5–10 %``); else return None."""
    found = _MEASURE.fullmatch(option.strip()) if len(option) <= LONGEST else None
    if found is None:
        return None
    low = _number(found["low"])
    high = _number(found["high"]) if found["high"] else low
    unit = found["unit"].strip()
    if low is None or high is None or high < low or any(no.match(unit) for no in (_A_TITLE, _CLOCK, _EXPONENT)):
        return None
    factor, unit = (Decimal(1), "th") if _ORDINAL.match(unit) else in_base(unit)
    unit = found["sign"] or unit
    low, high = low * factor, high * factor
    way = (found["way"] or "").lower()
    is_lower_limit = found["from"] and not found["high"]  # unlike "from 2 to 4 km"
    if found["over"] or is_lower_limit or way in {"more", "over", "above", "older", "longer"}:
        return Measure(low, _ENDLESS, unit, low_open=bool(found["over"]))
    if found["under"] or found["to"] or way:
        return Measure(-_ENDLESS, high, unit, high_open=bool(found["under"]))
    # An unknown number that lies between 2 and 3 is neither of them; a price between $2 and $3 may be.
    is_between = found["between"] is not None and not unit and high < _MANY
    return Measure(low, high, unit, low_open=is_between, high_open=is_between)


_LIMIT = lazy_pattern(
    rf"(?:(?P<over>{_OVER})|(?P<under>{_UNDER})|(?P<from>{_FROM})|(?P<to>{_TO})) (?P<number>[a-z][a-z -]*)",
    re.IGNORECASE,
)


def parse_limit_in_words(option: str) -> Measure | None:
    """Parse ``option`` as a range with one end that is written in words (``at least two thirds``); else return None."""
    may_be_limit = " " in option and len(option) <= LONGEST
    found = _LIMIT.fullmatch(option.strip(" .")) if may_be_limit else None
    if found is None:
        return None
    from quizgen.text.quantities import parse_quantity  # needed for few options

    value = parse_quantity(found["number"])
    if value is None or value.is_range:
        return None
    if found["over"] or found["from"]:
        return Measure(value.number, _ENDLESS, value.unit_text, low_open=bool(found["over"]))
    return Measure(-_ENDLESS, value.number, value.unit_text, high_open=bool(found["under"]))


def _number(text: str) -> Decimal | None:
    """Return the value of digits, which may end in a fraction of one character: 2½."""
    if text[-1].isdecimal():
        return parse_number(text)
    return Decimal(text[:-1] or 0) + Decimal(unicodedata.numeric(text[-1]))


def listed_items(text: str) -> list[str]:
    """Return the items that semicolons, or else commas, separate in ``text``; "and" alone may join two in one."""
    return _BETWEEN[";" if "; " in text else ","].split(text)


def date_shape(option: str) -> tuple[bool, bool, bool] | None:
    """Return whether ``option`` gives a year, a month, and a day; None if it is not a date with a month."""
    if not _MONTH.search(option):
        return None
    date = parse_date(option)
    return date.shape if date is not None else None
