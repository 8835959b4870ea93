"""Isotopes, with the mass number before or after the symbol or the name of the element."""

from typing import NamedTuple

from quizgen.text.chemistry.elements import ELEMENTS, SYMBOLS
from quizgen.text.chemistry.formulas import on_the_line
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import phrase

_MASS_BEFORE = lazy_pattern(r"\^?\{?(?P<mass>\d{1,3})\}?(?:_\{?\d{1,3}\}?)?\s?(?P<name>[A-Z][a-z]?)")
_MASS_AFTER = lazy_pattern(r"(?P<name>[A-Z][a-z]?|[A-Za-z]{3,12})-(?P<mass>\d{1,3})")


class _Nuclide(NamedTuple):
    symbol: str
    mass: str
    is_certain: bool
    """Whether the text can mean nothing else: 2H may be two atoms of hydrogen."""


def same_nuclide(one: str, other: str) -> bool:
    """Return whether both are one isotope, with its mass number before or after: ¹⁴C, ^{14}C, C-14, carbon-14."""
    first, second = _nuclide(one), _nuclide(other)
    return first is not None and second is not None and first.is_certain and first[:2] == second[:2]


def _nuclide(text: str) -> _Nuclide | None:
    plain = text.strip(" .`$")[:40]
    found = _MASS_BEFORE.fullmatch(on_the_line(plain)) or _MASS_AFTER.fullmatch(plain)
    if found is None:
        return None
    name = found["name"]
    symbol = ELEMENTS.get(phrase(name).normal, name) if len(name) > 2 else name
    is_certain = plain[0] in "^⁰¹²³⁴⁵⁶⁷⁸⁹" or not plain[0].isdigit() or len(found["mass"]) > 1
    return _Nuclide(symbol, found["mass"], is_certain) if symbol in SYMBOLS else None
