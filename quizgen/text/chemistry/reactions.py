"""Equations of chemical reactions, with formulas or with names of substances."""

import re
from collections import Counter
from typing import NamedTuple

from quizgen.text.chemistry.elements import SYMBOLS
from quizgen.text.chemistry.formulas import on_the_line, without_subscript_marks
from quizgen.text.chemistry.substances import same_substance
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.words import phrase

_MAX_LENGTH = 200
_ARROW = lazy_pattern(r"\s*(?:<?[-=─]+>|[→⟶⇒⇌⇄↔]|<-+>|=)\s*")
_ONE_WAY = lazy_pattern(r"[-=─]+>|[→⟶⇒]")
_WORD_PLUS = lazy_pattern(r"\s\+\s|\s+and\s+|(?<=[a-z])\+(?=[a-z])")
_NAME_OF_SUBSTANCE = lazy_pattern(r"(?:[A-Za-z]*[a-z]{3,}|\([IV]+\)|[\s-])+")
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


class _Species(NamedTuple):
    formula: str
    number: int
    state: str | None


_Side = list[_Species]


def is_reaction(text: str) -> bool:
    """Return whether ``text`` is a chemical equation with an arrow, all of whose species are made of elements."""
    found = _reaction(text) if _ONE_WAY.search(text) else None
    formulas = (each.formula for side in found or () for each in side)
    return found is not None and all(
        set(re.findall("[A-Z][a-z]?", formula)) <= SYMBOLS and not re.search("(?<![A-Z])[a-z]", formula)
        for formula in formulas
        if not formula.startswith("e")
    )


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


def _reaction(text: str) -> tuple[_Side, _Side] | None:
    plain = _BRACKETED_CHARGE.sub(r"\1", _LEAVES.sub("", text.strip().strip("`.")).replace("−", "-"))
    sides = _ARROW.split(_GIVEN_AWAY.sub(r" \g<arrow> \g<right> + \g<electrons>", plain))
    if len(sides) != 2 or len(text) > _MAX_LENGTH:
        return None
    left, right = map(_side, sides)
    return (left, right) if left and right else None


def _side(text: str) -> _Side:
    found: _Side = []
    for part in _PLUS.split(_ELECTRON.sub(r"\g<0>-", on_the_line(text).strip())):
        species = _SPECIES.fullmatch(without_subscript_marks(part))
        if species is None:
            return []
        formula = _SIGN_FIRST.sub(_sign_last, re.sub(r"[\^\s{}]", "", species["formula"]))
        found.append(_Species(formula, int(species["number"] or 1), species["state"]))
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
