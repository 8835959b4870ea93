"""Chemical formulas, the names they belong to, ions, and equations in one notation.

Names follow the rules of the IUPAC (Nomenclature of Inorganic Chemistry, 2005; Nomenclature of Organic Chemistry, 2013)
for the compounds that schools teach; the table of other names has what those rules retain or what has no rule.
"""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache, lru_cache
from math import gcd

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import superscripts_as_powers
from quizgen.text.words import phrase

_SYMBOLS = """
    hydrogen H helium He lithium Li beryllium Be boron B carbon C nitrogen N oxygen O fluorine F neon Ne sodium Na
    magnesium Mg aluminum Al silicon Si phosphorus P sulfur S chlorine Cl argon Ar potassium K calcium Ca scandium Sc
    titanium Ti vanadium V chromium Cr manganese Mn iron Fe cobalt Co nickel Ni copper Cu zinc Zn gallium Ga germanium
    Ge arsenic As selenium Se bromine Br krypton Kr rubidium Rb strontium Sr yttrium Y zirconium Zr niobium Nb
    molybdenum Mo technetium Tc ruthenium Ru rhodium Rh palladium Pd silver Ag cadmium Cd indium In tin Sn antimony Sb
    tellurium Te iodine I xenon Xe cesium Cs barium Ba lanthanum La cerium Ce neodymium Nd europium Eu hafnium Hf
    tantalum Ta tungsten W rhenium Re osmium Os iridium Ir platinum Pt gold Au mercury Hg thallium Tl lead Pb bismuth Bi
    polonium Po astatine At radon Rn francium Fr radium Ra actinium Ac thorium Th protactinium Pa uranium U neptunium Np
    plutonium Pu americium Am curium Cm
""".split()
ELEMENTS = dict(zip(_SYMBOLS[::2], _SYMBOLS[1::2], strict=True))
"""The symbols of the elements by their names, in the spelling in which words are compared."""
_DIATOMIC = frozenset("hydrogen nitrogen oxygen fluorine chlorine bromine iodine".split())
_NOT_METALS = _DIATOMIC | frozenset(
    "helium boron carbon neon silicon phosphorus sulfur argon germanium arsenic selenium krypton tellurium xenon "
    "astatine radon tennessine oganesson".split()
)
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
_CHAINS = ("meth", "eth", "prop", "but", "pent", "hex", "hept", "oct", "non", "dec")
_CHAIN = lazy_pattern(rf"(?P<length>{'|'.join(_CHAINS)})(?P<kind>ane|ene|yne|anol)")
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

_SUBSCRIPTS = lazy_pattern(r"_\{?(\d+)\}?")
_FORMULA = lazy_pattern(r"(?:[A-Z][a-z]?\d*|\((?:[A-Z][a-z]?\d*)+\)\d*)+")
_ION = lazy_pattern(
    r"(?P<open>[\[(]?)(?P<body>[A-Z][A-Za-z0-9()]*?)(?(open)[\])]?)(?P<gap>[\s^({\])]*)"
    r"(?P<charge>\d?[+-]|[+-]{2,4}|[+-]\d)[)}]?"
)
_ARROW = lazy_pattern(r"\s*(?:<?[-=─]+>|[→⟶⇒⇌⇄↔]|<-+>|=)\s*")
_ONE_WAY = lazy_pattern(r"[-=─]+>|[→⟶⇒]")
_WORD_PLUS = lazy_pattern(r"\s\+\s|\s+and\s+|(?<=[a-z])\+(?=[a-z])")
_NAME_OF_SUBSTANCE = lazy_pattern(r"(?:[A-Za-z]*[a-z]{3,}|\([IV]+\)|[\s-])+")
_MAX_EQUATION = 200
_PLUS = lazy_pattern(r"\s*\+\s*(?=\d*\s?(?:[A-Z\[]|\((?!(?:s|l|g|aq)\))|e\s?[\^{]*-))")
_SPECIES = lazy_pattern(
    r"(?P<number>\d*)\s*[*·]?\s*(?P<formula>[A-Z(\[].*?|e\s?[\^{]*-\}?)\s*(?:\((?P<state>s|l|g|aq)\))?"
)
_LEAVES = lazy_pattern(r"\s*[↓↑]")
"""What says that a product is a solid or a gas."""
_GIVEN_AWAY = lazy_pattern(
    r"\s-\s*(?P<electrons>\d*\s?e(?:\s?[\^{]*[-⁻]\}?)?)\s*(?P<arrow>[-=─]+>|[→⟶⇒⇌=])\s*(?P<right>.+)$"
)
"""Electrons that are taken away on the left instead of formed on the right: Na - e- -> Na+."""
_ELECTRON = lazy_pattern(r"(?<![A-Za-z\d)])\d*\s?e(?=\s*$|\s+\+\s)")
"""An electron without its charge: Cu2+ + 2e."""
_BRACKETED_CHARGE = lazy_pattern(r"(?<=[A-Za-z\d)\]])\s?\((\d?[+-])\)")
"""A charge in brackets: MnO4(-), Mn(2+)."""
_SIGN_FIRST = lazy_pattern(r"(?<=[A-Za-z\d)\]])(?P<sign>[+-])(?P<size>\d)$")
"""A charge whose sign comes first: SO4-2."""
_GROUPS = lazy_pattern(r"CH3(?:(?:CH2)*|\(CH2\)(?P<times>\d{1,2}))(?P<end>CH3|OH)")
_WATER = lazy_pattern(r"(?<=[A-Za-z\d)])\s*[.·•⋅∙*]\s*(?=\d{0,2}H2O$)")
"""What joins a salt and the water in its crystals."""
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀₁₂₃₄₅₆₇₈₉−–", "0123456789+-0123456789--")
_SUBSHELL = lazy_pattern(r"[1-7][spdf](?:1[0-4]|[1-9])(?=[1-7][spdf]|$)")
_EMPTY_SUBSHELL = lazy_pattern(r"[1-7][spdf]0(?!\d)")
_SHELLS = {
    "He": "1s2", "Ne": "1s22s22p6", "Ar": "1s22s22p63s23p6", "Kr": "1s22s22p63s23p64s23d104p6",
}  # fmt: skip


def plain_formula(text: str) -> str:
    """Return ``text`` with its subscripts and superscripts on the line: ``CO₂`` and ``CO_2`` are ``CO2``."""
    return _SUBSCRIPTS.sub(r"\1", text.strip().strip("`.").translate(_SUPERSCRIPTS))


def is_metal(name: str) -> bool:
    """Return whether ``name``, as ``phrase`` reduces it to words, is an element that is a metal."""
    return name in ELEMENTS and name not in _NOT_METALS


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
        return frozenset({symbol, f"{symbol}2"} if normal.removesuffix(" gas") in _DIATOMIC else {symbol})
    if (chain := _CHAIN.fullmatch(normal)) is not None:
        return _organic(_CHAINS.index(chain["length"]) + 1, chain["kind"])
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


@cache
def _symbols() -> frozenset[str]:
    return frozenset(ELEMENTS.values()) | {"D"}


def is_formula(text: str) -> bool:
    """Return whether ``text`` reads as the formula of a substance, made of symbols of elements: H2O, Na, Ca(OH)2."""
    if text[:1].isdigit() or text[:1].islower():
        return False  # the first element has a capital
    plain = plain_formula(text)
    return _FORMULA.fullmatch(plain) is not None and set(re.findall(r"[A-Z][a-z]?", plain)) <= _symbols()


def same_word_equation(one: str, other: str) -> bool:
    """Return whether both are one reaction with names of substances, in any order on each side, with any arrow."""
    if not _ONE_WAY.search(one) or len(one) > _MAX_EQUATION or len(other) > _MAX_EQUATION:
        return False
    first, second = (
        [[part.strip() for part in _WORD_PLUS.split(side)] for side in _ARROW.split(text.strip(" ."))]
        for text in (one, other)
    )
    named = all(_NAME_OF_SUBSTANCE.fullmatch(name) for side in first for name in side)
    return named and len(first) == len(second) == 2 and all(map(_same_names, first, second))


def _same_names(right: list[str], said: list[str]) -> bool:
    rest = list(said)
    for name in right:
        same = (at for at, typed in enumerate(rest) if _same_name(name, typed))
        found = next(same, None)
        if found is None:
            return False
        del rest[found]
    return not rest


def _same_name(name: str, typed: str) -> bool:
    return phrase(name).words == phrase(typed).words or same_substance(name, typed) or same_substance(typed, name)


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


def same_ion(one: str, other: str) -> bool:
    """Return whether both are one ion, however its charge is written: SO₄²⁻, SO4(2-), [SO4]2-, SO4--."""
    first, second = _ion(one), _ion(other)
    return first is not None and first == second


def has_unclear_charge(text: str) -> bool:
    """Return whether the number of a group in brackets and the charge after it are not told apart: Fe(CN)64-."""
    return _UNCLEAR_CHARGE.search(_raised_apart(text)) is not None


def _raised_apart(text: str) -> str:
    return plain_formula(superscripts_as_powers(text.strip()).replace("−", "-"))


def _ion(text: str) -> tuple[str, str, int] | None:
    found = _ION.fullmatch(_raised_apart(text))
    if found is None or not is_formula(found["body"]):
        return None
    body, written = found["body"], found["charge"]
    signs = written.strip("0123456789")
    if written[0].isdigit() and not found["gap"] and len(re.findall("[A-Z]", body)) > 1 and not body[-1].isdigit():
        body, written = body + written[0], signs  # NO3- has a charge of one, Ca2+ of two
    size = int(re.sub(r"\D", "", written) or len(signs))
    return (body, signs[0], size) if len(set(signs)) == 1 else None


_MASS_BEFORE = lazy_pattern(r"\^?\{?(?P<mass>\d{1,3})\}?(?:_\{?\d{1,3}\}?)?\s?(?P<name>[A-Z][a-z]?)")
_MASS_AFTER = lazy_pattern(r"(?P<name>[A-Z][a-z]?|[A-Za-z]{3,12})-(?P<mass>\d{1,3})")
_STATE = lazy_pattern(r"(?<=[A-Za-z\d)+\-⁺⁻₀-₉])\s?\((?:s|l|g|aq)\)$")
_UNCLEAR_CHARGE = lazy_pattern(r"\)\d{2,}[+-]$")


def same_nuclide(one: str, other: str) -> bool:
    """Return whether both are one isotope, with its mass number before or after: ¹⁴C, ^{14}C, C-14, carbon-14."""
    first, second = _nuclide(one), _nuclide(other)
    return first is not None and second is not None and first[:2] == second[:2] and first[2]


def _nuclide(text: str) -> tuple[str, str, bool] | None:
    """Return the symbol of an isotope and its mass number, and whether it can be nothing else: 2H may be two H."""
    plain = text.strip(" .`$")[:40]
    found = _MASS_BEFORE.fullmatch(plain.translate(_SUPERSCRIPTS)) or _MASS_AFTER.fullmatch(plain)
    if found is None:
        return None
    name = found["name"]
    symbol = ELEMENTS.get(phrase(name).normal, name) if len(name) > 2 else name
    sure = plain[0] in "^⁰¹²³⁴⁵⁶⁷⁸⁹" or not plain[0].isdigit() or len(found["mass"]) > 1
    return (symbol, found["mass"], sure) if symbol in _symbols() else None


def without_state(text: str) -> str:
    """Return a formula without the state of the substance after it: H2SO4(aq)."""
    return _STATE.sub("", text)


def same_hydrate(one: str, other: str) -> bool:
    """Return whether both are one salt with water in its crystals, with any dot: ``CuSO4·5H2O``, ``CuSO4.5H2O``."""
    first, second = (_WATER.sub("·", plain_formula(text)) for text in (one, other))
    return "·" in first and first == second


def is_reaction(text: str) -> bool:
    """Return whether ``text`` is a chemical equation with an arrow, all of whose species are made of elements."""
    found = _reaction(text) if _ONE_WAY.search(text) else None
    species = (formula for side in found or () for formula, _, _ in side if not formula.startswith("e"))
    return found is not None and all(
        set(re.findall("[A-Z][a-z]?", formula)) <= _symbols() and not re.search("(?<![A-Z])[a-z]", formula)
        for formula in species
    )


_Side = list[tuple[str, int, str | None]]


def same_reaction(one: str, other: str, *, structures: bool = False) -> bool:
    """Return whether both are one chemical equation: in any order on each side, with any arrow, states optional.

    Unless the ``structures`` count, a chain without branches may be written with its groups: CH3CH2CH3 for C3H8.
    """
    first = _reaction(one)
    if first is None or not _ONE_WAY.search(one):
        return False
    second = _reaction(other)
    if second is None:
        return False
    if not structures:
        first, second = ((_with_chains_counted(left), _with_chains_counted(right)) for left, right in (first, second))
    return all(map(_same_side, first, second))


def _with_chains_counted(side: _Side) -> _Side:
    return [(_chain_counted(formula), number, state) for formula, number, state in side]


def _chain_counted(formula: str) -> str:
    """Return the formula of an alkane, or of an alcohol at the end of one, with its carbons counted: C2H5OH."""
    if formula in {"CH2=CH2", "CH2CH2", "H2C=CH2"}:
        return "C2H4"
    found = _GROUPS.fullmatch(formula)
    if found is None:
        return formula
    groups = int(found["times"] or formula.count("CH2"))
    ends_in_methyl = found["end"] == "CH3"
    carbons = 1 + groups + ends_in_methyl
    return f"C{carbons}H{2 * carbons + (2 if ends_in_methyl else 1)}{'' if ends_in_methyl else 'OH'}"


def _reaction(text: str) -> tuple[_Side, _Side] | None:
    plain = _BRACKETED_CHARGE.sub(r"\1", _LEAVES.sub("", text.strip().strip("`.")).replace("−", "-"))
    sides = _ARROW.split(_GIVEN_AWAY.sub(r" \g<arrow> \g<right> + \g<electrons>", plain))
    if len(sides) != 2 or len(text) > 200:
        return None
    left, right = map(_side, sides)
    return (left, right) if left and right else None


def _side(text: str) -> _Side:
    found: _Side = []
    for part in _PLUS.split(_ELECTRON.sub(r"\g<0>-", text.translate(_SUPERSCRIPTS).strip())):
        species = _SPECIES.fullmatch(_SUBSCRIPTS.sub(r"\1", part))
        if species is None:
            return []
        formula = _SIGN_FIRST.sub(_sign_last, re.sub(r"[\^\s{}]", "", species["formula"]))
        found.append((formula, int(species["number"] or 1), species["state"]))
    return found


def _sign_last(charge: re.Match[str]) -> str:
    return f"{charge['size'].strip('1')}{charge['sign']}"


def _same_side(one: _Side, other: _Side) -> bool:
    if Counter(each[:2] for each in one) != Counter(each[:2] for each in other):
        return False
    states = {(formula, number): state for formula, number, state in one}
    return all(not state or states[formula, number] in {None, state} for formula, number, state in other)


def subshells(text: str) -> list[str]:
    """Return the parts of an electron configuration in a fixed order, with a noble gas in brackets written out.

    ``[He] 2s2`` has the parts 1s2 and 2s2. Anything else is returned as one part.
    """
    plain = _EMPTY_SUBSHELL.sub("", re.sub(r"[\s^{},]", "", plain_formula(text)))
    plain = re.sub(r"^[\[(](\w+)[\])]", lambda found: _SHELLS.get(found[1], found[0]), plain)
    parts = _SUBSHELL.findall(plain)
    return sorted(parts) if "".join(parts) == plain else [plain]
