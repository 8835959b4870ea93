"""Formulas of substances in one notation."""

import re
import unicodedata

from quizgen.text.chemistry.elements import SYMBOLS
from quizgen.text.lazy_pattern import lazy_pattern

_RAISED_AND_LOWERED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉−–", "0123456789+-0123456789--")
_MARKED_SUBSCRIPT = lazy_pattern(r"_\{?(\d+)\}?")
_FORMULA = lazy_pattern(r"(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+")
_ATOMS = lazy_pattern(r"([A-Z][a-z]?)(\d*)")
_STATE = lazy_pattern(r"(?<=[A-Za-z\d)+\-⁺⁻₀-₉])\s?\((?:s|l|g|aq)\)$")
_WATER = lazy_pattern(r"(?<=[A-Za-z\d)])\s*[.·•⋅∙*]\s*(?=\d{0,2}H2O$)")
"""What joins a salt and the water in its crystals."""


def plain_formula(text: str) -> str:
    """Return ``text`` with its subscripts and superscripts on the line: ``CO₂`` and ``CO_2`` are ``CO2``."""
    return without_subscript_marks(on_the_line(text.strip().strip("`.")))


def on_the_line(text: str) -> str:
    """Return ``text`` with raised and lowered digits and signs as ordinary ones: ``SO₄²⁻`` is ``SO42-``."""
    return text.translate(_RAISED_AND_LOWERED)


def without_subscript_marks(text: str) -> str:
    """Return ``text`` without what marks a number as a subscript: ``CO_2`` and ``CO_{2}`` are ``CO2``."""
    return _MARKED_SUBSCRIPT.sub(r"\1", text)


def is_formula(text: str) -> bool:
    """Return whether ``text`` reads as the formula of a substance, made of symbols of elements: H2O, Na, Ca(OH)2."""
    if text[:1].isdigit() or text[:1].islower():
        return False  # the first element has a capital
    plain = plain_formula(text)
    return _FORMULA.fullmatch(plain) is not None and set(re.findall(r"[A-Z][a-z]?", plain)) <= SYMBOLS


def atoms_in(formula: str) -> dict[str, int]:
    """Return how many atoms of each element a formula without parentheses has: two of O in CH3COOH."""
    atoms: dict[str, int] = {}
    for symbol, number in _ATOMS.findall(plain_formula(formula)):
        atoms[symbol] = atoms.get(symbol, 0) + int(number or 1)
    return atoms


def has_only_symbols(text: str) -> bool:
    """Return whether ``text``, in some capitals, is symbols of elements and nothing else: bacon, BaCoN."""
    ends = {0}
    for at in range(len(text)):
        if at in ends:
            ends.update(at + length for length in (1, 2) if text[at : at + length].capitalize() in SYMBOLS)
    return len(text) in ends


def without_state(text: str) -> str:
    """Return a formula without the state of the substance after it: H2SO4(aq)."""
    return _STATE.sub("", text)


def same_hydrate(one: str, other: str) -> bool:
    """Return whether both are one salt with water in its crystals, with any dot: ``CuSO4·5H2O``, ``CuSO4.5H2O``."""
    first, second = (_WATER.sub("·", plain_formula(text)) for text in (one, other))
    return "·" in first and first == second


_GENERAL = lazy_pattern(
    r"(?P<formula>C(?P<letter>[a-z])H(?:\d?(?P=letter)|\(\d(?P=letter)\s?[+-]\s?\d\))(?:\s?[+-]\s?\d)?[A-Z\d]{0,5})"
    r"(?:\s*[,;(]?\s*(?:where\s+|with\s+|for\s+)?(?P=letter)\s*(?:(?:≥|>=|=>)\s*(?P<least>\d)"
    r"|(?:is|=)\s+an?\s+(?:positive\s+)?(?:whole\s+number|integer))\)?)?"
)
"""The formula of a homologous series, perhaps with the numbers that its letter stands for: CnH2n (n ≥ 2)."""


def same_general_formula(one: str, other: str) -> bool:
    """Return whether both are one formula of a homologous series, with any letter: CnH2n+2, CxH2x+2."""
    first, second = (_GENERAL.fullmatch(unicodedata.normalize("NFKC", plain_formula(text))) for text in (one, other))
    if first is None or second is None:
        return False
    least = 1 if "+" in first["formula"] else 2  # a double bond needs two atoms of carbon
    in_n = ["".join(re.findall(r"[^\s()]", each["formula"].replace(each["letter"], "n"))) for each in (first, second)]
    return in_n[0] == in_n[1] and int(second["least"] or least) == least
