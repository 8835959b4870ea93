"""Equations of chemical reactions, with formulas or with names of substances."""

import re
import unicodedata
from collections import Counter
from fractions import Fraction
from math import gcd
from typing import NamedTuple

from quizgen.text.chemistry.elements import SYMBOLS
from quizgen.text.chemistry.formulas import on_the_line, without_subscript_marks
from quizgen.text.chemistry.substances import same_substance
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import phrase

_MAX_LENGTH = 200
_ARROW = lazy_pattern(r"\s*(?:<?[-=─]+ ?>|[→⟶⇒⇌⇄↔]|<-+>|=|(?<=\s)(?:gives?|yields?|forms?|produces?)(?=\s))\s*")
_ONE_WAY = lazy_pattern(r"[-=─]+>|[→⟶⇒]")
_WORD_PLUS = lazy_pattern(r"\s\+\s|\s+and\s+|(?<=[a-z])\+(?=[a-z])")
_NAME_OF_SUBSTANCE = lazy_pattern(r"(?:[A-Za-z]*[a-z]{3,}|\([IV]+\)|[\s-])+")
_PLUS = lazy_pattern(r"\s*\+\s*(?=[\d/]*\s?(?:[A-Z\[]|\((?!(?:s|l|g|aq)\))|e\s?[\^{]*-))")
_SPECIES = lazy_pattern(
    r"(?P<number>(?:\d+(?:/[1-9]\d*)?)?)\s*[*·]?\s*(?P<formula>[A-Z(\[].*?|e\s?[\^{]*-\}?)\s*(?:\((?P<state>s|l|g|aq)\))?"
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
_FRACTION = lazy_pattern(
    r"(?<![\w./)])\(?(?:(?P<whole>\d{1,2})\s)?(?P<top>\d{1,3})/(?P<bottom>[1-9]\d?)\)?(?=\s*[A-Z\[(e])"
    r"|(?<![\w./)])(?P<decimal>\d{1,2}\.\d{1,4})(?=\s*[A-Z\[(e])"
)
"""A number before a formula that is not whole: 7/2, (1/2), 3 1/2, 3.5."""
_VULGAR = lazy_pattern(r"(?P<whole>\d?)\s?(?P<sign>[½¼¾⅓⅔])")
_ELEMENT = lazy_pattern(r"[A-Z][a-z]?\d*")


class _Species(NamedTuple):
    formula: str
    number: Fraction
    state: str | None


_Side = list[_Species]
_Reaction = tuple[_Side, _Side]


def is_reaction(text: str) -> bool:
    """Return whether ``text`` is a chemical equation with an arrow, all of whose species are made of elements."""
    found = _reaction(text) if _ONE_WAY.search(text) else None
    formulas = (each.formula for side in found or () for each in side)
    return found is not None and all(
        set(re.findall("[A-Z][a-z]?", formula)) <= SYMBOLS and not re.search("(?<![A-Z])[a-z]", formula)
        for formula in formulas
        if not formula.startswith("e")
    )


def same_reaction(
    one: str, other: str, *, structures: bool = False, states: bool = False, whole_numbers: bool = False
) -> bool:
    """Return whether both are one chemical equation: in any order on each side, with any arrow.

    Unless the ``structures`` count, a chain without branches may be written with its groups: CH3CH2CH3 for C3H8. Unless
    the ``states`` count, they may be left out. Unless it must have ``whole_numbers``, ``other`` may have fractions of
    elements, if ``one`` has whole numbers without a common factor: Mg + 1/2 O2 -> MgO, for 2Mg + O2 -> 2MgO.
    """
    pair = _both(one, other, structures=structures)
    if pair is None:
        return False
    first, second = pair
    if states and _lacks_states(first, second):
        return False
    if all(map(_same_side, first, second)):
        return True
    times = _ratio(first, second)
    if whole_numbers or times is None or times >= 1 or _common_factor(first) > 1:
        return False
    return all(each.number.denominator == 1 or _ELEMENT.fullmatch(each.formula) for side in second for each in side)


def lacks_only_states(one: str, other: str) -> bool:
    """Return whether ``other`` is the chemical equation ``one`` but for states that it does not have."""
    pair = _both(one, other)
    return pair is not None and _lacks_states(*pair) and all(map(_same_side, *pair))


def without_states(one: str, other: str) -> list[str]:
    """Return the formulas in the chemical equation ``other`` that lack the state that they have in ``one``."""
    pair = _both(one, other)
    if pair is None:
        return []
    stated = {each.formula for side in pair[0] for each in side if each.state}
    return [each.formula for side in pair[1] for each in side if each.state is None and each.formula in stated]


def lacks_states(one: str, other: str) -> bool:
    """Return whether ``other``, a chemical equation, has fewer states than ``one``."""
    pair = _both(one, other)
    return pair is not None and _lacks_states(*pair)


def has_whole_numbers(text: str) -> bool:
    """Return whether ``text`` is a chemical equation without fractions."""
    found = _reaction(text)
    return found is not None and all(each.number.denominator == 1 for side in found for each in side)


def has_common_factor(one: str, other: str) -> bool:
    """Return whether ``other`` is the chemical equation ``one`` times a whole number."""
    pair = _both(one, other)
    times = _ratio(*pair) if pair else None
    return times is not None and times > 1 and times.denominator == 1


def _both(one: str, other: str, *, structures: bool = False) -> tuple[_Reaction, _Reaction] | None:
    """Return two chemical equations as they are compared; None if one of them is none, or the first has no arrow."""
    first = _reaction(one) if _ONE_WAY.search(one) else None
    second = _reaction(other) if first else None
    if first is None or second is None:
        return None
    if structures:
        return first, second
    left, right = ((_with_chains_counted(side[0]), _with_chains_counted(side[1])) for side in (first, second))
    return left, right


def _lacks_states(first: _Reaction, second: _Reaction) -> bool:
    """Return whether the second equation has fewer states than the first."""
    return sum(each.state is not None for side in first for each in side) > sum(
        each.state is not None for side in second for each in side
    )


def _ratio(first: _Reaction, second: _Reaction) -> Fraction | None:
    """Return the number by which the first equation is multiplied in the second; None if they are not the same."""
    total, said = (sum((each.number for each in left), Fraction(0)) for left, _ in (first, second))
    times = said / total
    scaled = [[each._replace(number=each.number * times) for each in side] for side in first]
    return times if all(map(_same_side, scaled, second)) else None


def _common_factor(found: _Reaction) -> int:
    """Return the greatest common factor of the numbers of an equation; more than 1 if one is not whole."""
    numbers = [each.number for side in found for each in side]
    return gcd(*(number.numerator for number in numbers)) if all(one.denominator == 1 for one in numbers) else 2


def _with_chains_counted(side: _Side) -> _Side:
    return [each._replace(formula=_chain_counted(each.formula)) for each in side]


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


def _reaction(text: str) -> _Reaction | None:
    plain = _FRACTION.sub(_as_fraction, _VULGAR.sub(_written_out, text))
    plain = _BRACKETED_CHARGE.sub(r"\1", _LEAVES.sub("", plain.strip().strip("`.")).replace("−", "-"))
    sides = _ARROW.split(_GIVEN_AWAY.sub(r" \g<arrow> \g<right> + \g<electrons>", plain))
    if len(sides) != 2 or len(text) > _MAX_LENGTH:
        return None
    left, right = map(_side, sides)
    return (left, right) if left and right else None


def _written_out(found: re.Match[str]) -> str:
    return f"{found['whole']} {unicodedata.normalize('NFKC', found['sign']).replace('⁄', '/')}".strip()


def _as_fraction(found: re.Match[str]) -> str:
    if found["decimal"]:
        return str(Fraction(found["decimal"]))
    return str(int(found["whole"] or 0) + Fraction(int(found["top"]), int(found["bottom"])))


def _side(text: str) -> _Side:
    found: _Side = []
    for part in _PLUS.split(_ELECTRON.sub(r"\g<0>-", on_the_line(text).strip())):
        species = _SPECIES.fullmatch(without_subscript_marks(part))
        if species is None:
            return []
        formula = _SIGN_FIRST.sub(_sign_last, re.sub(r"[\^\s{}]", "", species["formula"]))
        found.append(_Species(formula, Fraction(species["number"] or 1), species["state"]))
    return found


def _sign_last(charge: re.Match[str]) -> str:
    return f"{charge['size'].strip('1')}{charge['sign']}"


def _same_side(one: _Side, other: _Side) -> bool:
    if Counter(each[:2] for each in one) != Counter(each[:2] for each in other):
        return False  # without regard to their states
    states = {each[:2]: each.state for each in one}
    return all(each.state is None or states[each[:2]] in {None, each.state} for each in other)


def same_word_equation(one: str, other: str) -> bool:
    """Return whether both are one reaction with names of substances, in any order on each side, with any arrow."""
    if not _ONE_WAY.search(one) or len(one) > _MAX_LENGTH or len(other) > _MAX_LENGTH:
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
