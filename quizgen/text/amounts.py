"""Amounts, which are numbers with units, and how to sort amounts and dates."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TypeVar

from quizgen.text.dates import parse_date
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import parse_number
from quizgen.text.quantities import parse_quantity

T = TypeVar("T")

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


@dataclass(frozen=True, slots=True)
class Amount:
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
    """Sort ``texts`` if all are amounts of one unit, or all are dates of one precision; otherwise return None."""
    amounts = _each(texts, _lower_end)
    if len({unit for _, unit in amounts.values()}) == 1:
        return tuple(sorted(texts, key=lambda text: amounts[text]))
    dates = _each(texts, parse_date)
    if len({date.shape for date in dates.values()}) == 1:
        return tuple(sorted(texts, key=lambda text: dates[text]))
    return None


def _each(texts: Iterable[str], read: Callable[[str], T | None]) -> dict[str, T]:
    """Return what each of ``texts`` is read as; nothing if one of them cannot be read."""
    found = {}
    for text in texts:
        if (value := read(text)) is None:
            return {}
        found[text] = value
    return found


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
