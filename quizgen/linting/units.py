"""Units as the rules compare them: minutes and hours share a base unit, kilometers and miles do not."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from quizgen.text.amounts import split_scale
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import TIME, Unit, in_seconds, parse_unit
from quizgen.text.word_forms import singular

NAMED_CURRENCY = lazy_pattern(
    r"\b(?:currency|cents?|pence|penny|yen|yuan|renminbi|won|francs?|rupees?|rou?bles?|pesos?|kron(?:a|or|er|e)"
    r"|lira|lire|z[lł]oty\w*|forints?|marks?|reichsmarks?|shillings?|guilders?|guineas?|coins?|dinars?|drachmas?"
    r"|denarii|sesterces|florins?|ducats?|thalers?|crowns?|gold|silver|credits?|points?|tokens?|times"
    r"|relative|more|less|USD|EUR|GBP|JPY|CHF|CNY|INR)\b"
)
"""A currency by its name or code, or what is paid with in stories and games."""


@lru_cache(maxsize=1024)
def in_base(unit: str) -> tuple[Decimal, str]:
    """Return how many base units ``unit`` is, and the base unit.

    Units that differ only in a metric prefix share a base unit (J and kJ, eV and keV), and so do units of time. Any
    other unit is its own base, in the singular. Words after a unit are kept: ``hours late`` is 3600 of the base unit of
    time, late.
    """
    factor, unit = split_scale(unit)
    for name, rest in ((unit, ""), unit.partition(" ")[::2]):
        if name and (known := parse_unit(name)) is not None:
            size, base = _size(known)
            return factor * size.numerator / size.denominator, f"{base} {rest}".rstrip()
    return factor, " ".join(map(singular, unit.lower().split()))


def _size(unit: Unit) -> tuple[Fraction, str]:
    unit = in_seconds(unit)
    if unit.dimension == TIME:
        return unit.factor, _base(unit.dimension)
    size = _power_of_ten(unit.factor)
    rest = unit.factor / size
    plain = _base(unit.dimension)
    return size, plain if rest == 1 and not unit.offset else f"{plain}*{rest}+{unit.offset}"


def _base(dimension: tuple[tuple[str, int], ...]) -> str:
    return "".join(f"{name}{exponent}" for name, exponent in dimension)


def _power_of_ten(factor: Fraction) -> Fraction:
    """Return the largest power of ten that is not larger than ``factor``."""
    power = Fraction(10) ** (len(str(factor.numerator)) - len(str(factor.denominator)))
    return power if power <= factor else power / 10


def is_money(unit: str) -> bool:
    """Return whether ``unit`` is a currency, by its sign or its name."""
    return not set(CURRENCY_SIGNS).isdisjoint(unit) or bool(NAMED_CURRENCY.search(unit))
