"""Units as the rules compare them: minutes and hours share a base unit, kilometers and miles do not."""

import re
from decimal import Decimal

_IRREGULAR = {"feet": "foot", "people": "person", "children": "child", "men": "man", "women": "woman"}
_SYMBOL = 3
"""The most letters of a unit symbol. In a symbol, case matters (mW, MW)."""
_MULTIPLES = {
    "hundred": Decimal(10) ** 2,
    "thousand": Decimal(10) ** 3,
    "million": Decimal(10) ** 6,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
_MULTIPLE = re.compile(rf"({'|'.join(_MULTIPLES)})s?(?:\s+|$)", re.IGNORECASE)
_DAY = 86_400
_TIMES = {
    1: "s sec second",
    60: "min minute",
    3_600: "h hr hrs hour",
    _DAY: "day",
    7 * _DAY: "week",
    30 * _DAY: "month",
    365 * _DAY: "year",
    3_650 * _DAY: "decade",
    36_500 * _DAY: "century",
}
_PREFIXES = {
    "n nano": Decimal("1e-9"),
    "µ μ micro": Decimal("1e-6"),
    "m milli": Decimal("1e-3"),
    "c centi": Decimal("1e-2"),
    "k kilo": Decimal("1e3"),
    "M mega": Decimal("1e6"),
    "G giga": Decimal("1e9"),
    "T tera": Decimal("1e12"),
}
_BASES = {"m": "metre meter", "g": "gram gramme", "l": "litre liter", "L": "", "B": "byte", "W": "watt", "Hz": "hertz"}


def _known_units() -> dict[str, tuple[Decimal, str]]:
    known = {name: (Decimal(factor), "s") for factor, names in _TIMES.items() for name in names.split()}
    for symbol, names in _BASES.items():
        base = symbol.lower()
        known |= dict.fromkeys((symbol, *names.split()), (Decimal(1), base))
        for prefixes, factor in _PREFIXES.items():
            *signs, word = prefixes.split()
            known |= dict.fromkeys((f"{sign}{symbol}" for sign in signs), (factor, base))
            known |= dict.fromkeys((f"{word}{name}" for name in names.split()), (factor, base))
    return known | {"KB": (Decimal(1000), "b"), "t": (Decimal(10) ** 6, "g"), "tonne": (Decimal(10) ** 6, "g")}


_KNOWN = _known_units()


def in_base(unit: str) -> tuple[Decimal, str]:
    """Return how many base units ``unit`` is, and the base unit. An unknown unit is its own base, in the singular."""
    factor = Decimal(1)
    if multiple := _MULTIPLE.match(unit):
        factor, unit = _MULTIPLES[multiple[1].lower()], unit[multiple.end() :]
    name = unit if len(unit) <= _SYMBOL else _singular(unit.lower())
    own, base = _KNOWN.get(name, (Decimal(1), name))
    return factor * own, base


def _singular(unit: str) -> str:
    if unit in _IRREGULAR:
        return _IRREGULAR[unit]
    if unit.endswith(("ches", "shes", "sses")):
        return unit.removesuffix("es")
    if unit.endswith("ies"):
        return f"{unit[:-3]}y"
    return unit.removesuffix("s") if len(unit) > _SYMBOL else unit
