"""States of substances in an equation, (s), (l), (g) and (aq), that cannot be right whatever the conditions are."""

import re

from quizgen.text.chemistry.elements import ELEMENTS, is_metal
from quizgen.text.chemistry.formulas import plain_formula
from quizgen.text.lazy_pattern import lazy_pattern

_WITH_STATE = lazy_pattern(
    r"(?P<formula>(?:[A-Z\[(][\w\[\]()₀-₉{}]*?)(?:\s?[\^{]*[\d⁰-⁹²³¹]*[+\-−⁺⁻]\d?\}?)?)\s?\((?P<state>s|l|g|aq)\)"
)
_IS_ION = lazy_pattern(r"[+-]\d?$")
_GASES = frozenset("H2 N2 O2 O3 F2 Cl2 CO CO2 NO NO2 N2O SO2 NH3 CH4 C2H4 C2H6 C3H8 HCl H2S He Ne Ar".split())
"""Gases at room temperature, which are never a solid or a liquid in a lesson."""
_INSOLUBLE = frozenset(
    "AgCl AgBr AgI Ag2CrO4 Ag2S BaSO4 BaCO3 PbSO4 PbI2 PbCrO4 PbS CaCO3 MgCO3 CuCO3 ZnCO3 FeCO3 CuS ZnS FeS Cu(OH)2 "
    "Fe(OH)2 Fe(OH)3 Al(OH)3 Mg(OH)2 Zn(OH)2 MnO2 CuO Fe2O3 Fe3O4 Al2O3 MgO ZnO SiO2".split()
)
"""Substances that are neither dissolved nor a gas."""
_AS_GAS = lazy_pattern(
    r"\bioni[sz]ation\b|\belectron affinit|\batomi[sz]ation\b|\bgaseous\b|\blattice\b", re.IGNORECASE
)
_AS_COOLED = lazy_pattern(r"\bdry ice\b|\bsolid|\bliqu|\bfro[zs]|\bfree[sz]|\bcondens|\bsublim|\bcool", re.IGNORECASE)
_AS_MELT = lazy_pattern(r"\bmolten\b|\bmelt|\belectroly", re.IGNORECASE)
_AS_PRECIPITATE = lazy_pattern(r"\bprecipit|\binsoluble\b", re.IGNORECASE)
_ARROW = lazy_pattern(r"[-=─]+>|[→⟶⇒⇌⇄]")
_METALS = frozenset(symbol for name, symbol in ELEMENTS.items() if is_metal(name))


def has_wrong_state(text: str, stem: str) -> bool:
    """Return whether a state in ``text``, a formula or an equation, cannot be right for what ``stem`` asks.

    Ions are in water, or in a melt if the stem says so; a precipitate is a solid.
    """
    sides = _ARROW.split(text.strip())
    precipitates = _AS_PRECIPITATE.search(stem) is not None
    for at, side in enumerate(sides):
        formed = precipitates and at == len(sides) - 1
        found = [(plain_formula(one["formula"]).replace("^", ""), one["state"]) for one in _WITH_STATE.finditer(side)]
        neutral = [formula for formula, _ in found if not _IS_ION.search(formula)]
        for formula, state in found:
            only = formed and neutral == [formula] and (len(sides) > 1 or formula in _INSOLUBLE)
            if _is_wrong(formula, state, stem) or (only and state != "s" and formula not in _GASES | {"H2O"}):
                return True
    return False


def _is_wrong(formula: str, state: str, stem: str) -> bool:
    if state == "g" and _AS_GAS.search(stem):
        return False
    if _IS_ION.search(formula):
        return state in {"s", "g"} or (state == "l" and not _AS_MELT.search(stem))
    if formula in _GASES:
        return not _AS_COOLED.search(stem) and state in {"s", "l"}
    if formula in _METALS:
        return state == "aq" or (state == "g" and formula != "Hg")
    return (formula in _INSOLUBLE and state in {"aq", "g"}) or (formula == "H2O" and state == "aq")
