"""Units as the rules compare them: minutes and hours share a base unit, kilometers and miles do not."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from quizgen.text.amounts import split_scale
from quizgen.text.units import Unit, parse_unit
from quizgen.text.word_forms import singular

_TIME = (("time", 1),)
_MONTHS = (("months", 1),)
_MONTH = 30 * 86_400
"""Seconds of a month: close enough to put months and days in order."""


@lru_cache(maxsize=1024)
def in_base(unit: str) -> tuple[Decimal, str]:
    """Return how many base units ``unit`` is, and the base unit.

    Metric units of one dimension share a base unit, and so do units of time. Any other unit is its own base, in the
    singular. Words after a unit are kept: ``hours late`` is 3600 of the base unit of time, late.
    """
    factor, unit = split_scale(unit)
    for name, rest in ((unit, ""), unit.partition(" ")[::2]):
        if name and (known := parse_unit(name)) is not None:
            size, base = _size(known)
            return factor * size.numerator / size.denominator, f"{base} {rest}".rstrip()
    return factor, " ".join(map(singular, unit.lower().split()))


def _size(unit: Unit) -> tuple[Fraction, str]:
    if unit.dimension == _MONTHS:
        return unit.factor * _MONTH, _base(_TIME)
    if not unit.offset and (unit.dimension == _TIME or _is_power_of_ten(unit.factor)):
        return unit.factor, _base(unit.dimension)
    return Fraction(1), f"{_base(unit.dimension)}*{unit.factor}+{unit.offset}"


def _base(dimension: tuple[tuple[str, int], ...]) -> str:
    return "".join(f"{name}{exponent}" for name, exponent in dimension)


def _is_power_of_ten(factor: Fraction) -> bool:
    digits = str(max(factor.numerator, factor.denominator))
    return min(factor.numerator, factor.denominator) == 1 and digits.rstrip("0") == "1"
