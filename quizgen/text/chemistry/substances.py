"""Names of substances, and the formulas they belong to.

Names follow the rules of the IUPAC (Nomenclature of Inorganic Chemistry, 2005; Nomenclature of Organic Chemistry, 2013)
for the compounds that schools teach; the table of other names has what those rules retain or what has no rule.
"""

from collections.abc import Collection
from functools import lru_cache
from math import gcd

from quizgen.text.chemistry.elements import DIATOMIC, ELEMENTS
from quizgen.text.chemistry.formulas import plain_formula
from quizgen.text.chemistry.organic_names import CHAINS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import phrase

_GASES = frozenset(
    "hydrogen nitrogen oxygen fluorine chlorine bromine iodine helium neon argon krypton xenon radon ozone ammonia "
    "methane ethane propane butane ethene ethylene ethyne acetylene".split()
) | {
    "carbon dioxide", "carbon monoxide", "sulfur dioxide", "sulfur trioxide", "nitrogen dioxide", "nitrogen monoxide",
    "nitric oxide", "nitrous oxide", "hydrogen chloride", "hydrogen sulfide", "hydrogen fluoride", "hydrogen bromide",
}  # fmt: skip
"""Substances that are gases, or that a reaction gives off as one."""
_CATIONS = {
    "hydrogen": 1, "lithium": 1, "sodium": 1, "potassium": 1, "rubidium": 1, "cesium": 1, "silver": 1, "beryllium": 2,
    "magnesium": 2, "calcium": 2, "strontium": 2, "barium": 2, "zinc": 2, "cadmium": 2, "aluminum": 3,
}  # fmt: skip
"""The charges of the metals that have only one."""
_ANIONS = {
    "hydride": ("H", 1), "fluoride": ("F", 1), "chloride": ("Cl", 1), "bromide": ("Br", 1), "iodide": ("I", 1),
    "oxide": ("O", 2), "sulfide": ("S", 2), "nitride": ("N", 3), "phosphide": ("P", 3), "hydroxide": ("OH", 1),
    "nitrate": ("NO3", 1), "nitrite": ("NO2", 1), "sulfate": ("SO4", 2), "sulfite": ("SO3", 2),
    "carbonate": ("CO3", 2), "hydrogen carbonate": ("HCO3", 1), "hydrogencarbonate": ("HCO3", 1),
    "bicarbonate": ("HCO3", 1), "phosphate": ("PO4", 3), "chlorate": ("ClO3", 1), "hypochlorite": ("ClO", 1),
    "perchlorate": ("ClO4", 1), "permanganate": ("MnO4", 1), "chromate": ("CrO4", 2), "dichromate": ("Cr2O7", 2),
    "cyanide": ("CN", 1), "acetate": ("CH3COO", 1), "ethanoate": ("CH3COO", 1),
}  # fmt: skip
_PREFIXES = {
    "mono": 1, "mon": 1, "di": 2, "tri": 3, "tetra": 4, "tetr": 4, "penta": 5, "pent": 5, "hexa": 6, "hepta": 7,
}  # fmt: skip
_NONMETALS = frozenset("boron carbon nitrogen silicon phosphorus sulfur chlorine oxygen selenium xenon".split())
_CHAIN = lazy_pattern(rf"(?P<length>{'|'.join(CHAINS)})(?P<kind>ane|ene|yne|anol)")
_OTHER_NAMES = {
    "water": "H2O", "ammonia": "NH3", "ozone": "O3", "hydrogen peroxide": "H2O2", "heavy water": "D2O",
    "hydrochloric acid": "HCl", "sulfuric acid": "H2SO4", "sulfurous acid": "H2SO3", "nitric acid": "HNO3",
    "nitrous acid": "HNO2", "carbonic acid": "H2CO3", "phosphoric acid": "H3PO4", "hydrofluoric acid": "HF",
    "hydrobromic acid": "HBr", "acetic acid": "CH3COOH C2H4O2 HC2H3O2", "ethanoic acid": "CH3COOH C2H4O2",
    "formic acid": "HCOOH CH2O2", "methanoic acid": "HCOOH CH2O2", "glucose": "C6H12O6", "sucrose": "C12H22O11",
    "benzene": "C6H6", "toluene": "C7H8 C6H5CH3", "acetone": "CH3COCH3 C3H6O", "formaldehyde": "CH2O HCHO",
    "acetylene": "C2H2", "ethylene": "C2H4", "propylene": "C3H6", "table salt": "NaCl", "common salt": "NaCl",
    "baking soda": "NaHCO3", "nitrous oxide": "N2O", "nitric oxide": "NO", "silica": "SiO2", "quartz": "SiO2",
    "laughing gas": "N2O", "dry ice": "CO2", "urea": "CO(NH2)2 CH4N2O", "caustic soda": "NaOH", "alcohol": "C2H5OH",
    "quicklime": "CaO", "slaked lime": "Ca(OH)2", "chloroform": "CHCl3",
}  # fmt: skip
"""Names without a rule, each with the formulas that are written for it."""


def is_gas(name: str) -> bool:
    """Return whether ``name``, as ``phrase`` reduces it to words, is a substance that may be called a gas."""
    return name in _GASES


@lru_cache(maxsize=4096)
def formulas_of(name: str) -> frozenset[str]:
    """Return the formulas of a substance in words, as they may be written; none if ``name`` is not one.

    ``formulas_of("iron(III) oxide") == {"Fe2O3"}``. An element that is a gas of two atoms has two: O and O2.
    """
    words = phrase(name).words
    normal = " ".join(words)
    if normal in _OTHER_NAMES:
        return frozenset(_OTHER_NAMES[normal].split())
    if (symbol := ELEMENTS.get(normal.removesuffix(" gas"))) is not None:
        return frozenset({symbol, f"{symbol}2"} if normal.removesuffix(" gas") in DIATOMIC else {symbol})
    if (chain := _CHAIN.fullmatch(normal)) is not None:
        return _organic(CHAINS.index(chain["length"]) + 1, chain["kind"])
    if len(words) < 2:
        return frozenset()
    return _covalent(words) or _ionic(words)


def _organic(carbons: int, kind: str) -> frozenset[str]:
    """Return the formulas of a chain of so many carbon atoms; the shortest are also written group by group."""
    if carbons < 2 and kind in {"ene", "yne"}:
        return frozenset()
    hydrogens = 2 * carbons + {"ane": 2, "ene": 0, "yne": -2, "anol": 2}[kind]
    carbon = f"C{_times(carbons)}"
    if kind == "anol":
        groups = {1: "CH3OH", 2: "CH3CH2OH"}.get(carbons, "CH3CH2CH2OH" if carbons == 3 else "")
        return frozenset({f"{carbon}H{hydrogens}O", f"{carbon}H{hydrogens - 1}OH", groups} - {""})
    groups = {"C2H6": "CH3CH3", "C2H4": "CH2CH2", "C3H8": "CH3CH2CH3"}.get(f"{carbon}H{hydrogens}", "")
    return frozenset({f"{carbon}H{hydrogens}", groups} - {""})


def _covalent(words: tuple[str, ...]) -> frozenset[str]:
    """Read two nonmetals with prefixes for their numbers: carbon dioxide, dinitrogen pentoxide."""
    if len(words) != 2:
        return frozenset()
    first, number = _without_prefix(words[0], ELEMENTS)
    second, times = _without_prefix(words[1], _ANIONS)
    if first not in _NONMETALS or second not in _ANIONS or (words[1] == second and words[0] == first):
        return frozenset()
    return frozenset({f"{ELEMENTS[first]}{_times(number)}{_ANIONS[second][0]}{_times(times)}"})


def _without_prefix(word: str, names: Collection[str]) -> tuple[str, int]:
    for prefix, number in _PREFIXES.items():
        if word.startswith(prefix) and word[len(prefix) :] in names:
            return word[len(prefix) :], number
    return word, 1


def _ionic(words: tuple[str, ...]) -> frozenset[str]:
    """Read a metal, or ammonium, and an ion: sodium chloride, iron(III) oxide."""
    anion = _ANIONS.get(" ".join(words[-2:])) or _ANIONS.get(words[-1])
    rest = words[:-2] if " ".join(words[-2:]) in _ANIONS else words[:-1]
    if anion is None or not rest or (rest[0] not in ELEMENTS and rest != ("ammonium",)):
        return frozenset()
    if len(rest) == 2 and rest[1].isdigit() and 1 <= int(rest[1]) <= 7:
        charge = int(rest[1])
    elif len(rest) == 1 and (rest[0] in _CATIONS or rest[0] == "ammonium"):
        charge = _CATIONS.get(rest[0], 1)
    else:
        return frozenset()
    symbol = ELEMENTS.get(rest[0], "NH4")
    ion, size = anion
    if rest[0] == "hydrogen" and len(ion) > 2:
        return frozenset()
    shared = gcd(charge, size)
    cations, anions = size // shared, charge // shared
    metal = f"(NH4){cations}" if symbol == "NH4" and cations > 1 else f"{symbol}{_times(cations)}"
    several = anions > 1 and sum(map(str.isupper, ion)) > 1
    found = {f"{metal}({ion}){anions}" if several else f"{metal}{ion}{_times(anions)}"}
    if ion == "CH3COO":
        found.add(f"{ion}{metal}" if anions == 1 else f"({ion}){anions}{metal}")
    return frozenset(found)


def _times(number: int) -> str:
    return str(number) if number > 1 else ""


def same_substance(name: str, formula: str) -> bool:
    """Return whether ``formula`` is a formula of the substance ``name``; small letters pass where nothing else fits."""
    plain = plain_formula(formula)
    if not 1 <= len(plain) <= 12:
        return False
    known = formulas_of(name)
    if plain in known:
        return True
    typed_small = plain.islower() and (any(map(str.isdigit, plain)) or len(plain) >= 4)
    return typed_small and plain in {one.lower() for one in known}
