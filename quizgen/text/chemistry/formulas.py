"""Formulas of substances in one notation."""

import re

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


_GROUP = lazy_pattern(
    r"(?P<first>^(?:HOOC|OHC|HO|H2N|H\d?C))|HC(?=[≡=#])|COOH$|CHO$|OH$|NH2$|CH\d?|Cl|Br|[FI]|(?P<bond>[=≡#])"
)
_REPEATED = lazy_pattern(r"(?<=\w)\(CH2\)([2-9]|1\d)(?!\d)")
_TURNED_GROUPS = {"HOOC": "COOH", "OHC": "CHO", "HO": "OH", "H2N": "NH2", "H3C": "CH3", "H2C": "CH2", "HC": "CH"}


def same_chain(one: str, other: str) -> bool:
    """Return whether both are one chain without branches, from either end: CH3CH2OH, H3C-CH2-OH, HOCH2CH3."""
    groups = _groups_of_chain(one)
    return bool(groups) and _groups_of_chain(other) in (groups, groups[::-1])


def _groups_of_chain(formula: str) -> list[str]:
    """Return the groups of a chain and its multiple bonds; [] for other formulas."""
    plain = re.sub(r"(?<=[\w)])\s?[-–—]\s?(?=[\w(])", "", plain_formula(formula.strip(" .")))
    plain = _REPEATED.sub(lambda times: "CH2" * int(times[1]), plain)
    found = list(_GROUP.finditer(plain)) if len(plain) <= 60 else []
    groups = [_TURNED_GROUPS.get(group[0], group[0].replace("#", "≡")) for group in found]
    is_chain = "".join(group[0] for group in found) == plain and sum(group.startswith("C") for group in groups) > 1
    return groups if is_chain else []
