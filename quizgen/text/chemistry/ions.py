"""Ions, however their charges are written."""

import re
from typing import NamedTuple

from quizgen.text.chemistry.formulas import is_formula, plain_formula
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import superscripts_as_powers

_ION = lazy_pattern(
    r"(?P<open>[\[(]?)(?P<body>[A-Z][A-Za-z0-9()]*?)(?(open)[\])]?)(?P<gap>[\s^({\])]*)"
    r"(?P<charge>\d?[+-]|[+-]{2,4}|[+-]\d)[)}]?"
)
_UNCLEAR_CHARGE = lazy_pattern(r"\)\d{2,}[+-]$")


_LIGAND = r"\((?:[A-Z][a-z]?\d*)+\)\d?|(?:Cl|Br|[FI])\d?"
_COMPLEX = lazy_pattern(rf"(?P<metal>[A-Z][a-z]?)(?P<ligands>(?:{_LIGAND}){{2,6}})")
_ONE_LIGAND = lazy_pattern(_LIGAND)


class _Ion(NamedTuple):
    body: str
    sign: str
    charge: int


def same_ion(one: str, other: str) -> bool:
    """Return whether both are one ion, however its charge is written: SO₄²⁻, SO4(2-), [SO4]2-, SO4--."""
    first, second = _ion(one), _ion(other)
    return first is not None and first == second


def has_unclear_charge(text: str) -> bool:
    """Return whether the number of a group in brackets and the charge after it are not told apart: Fe(CN)64-."""
    return _UNCLEAR_CHARGE.search(_raised_apart(text)) is not None


def _ion(text: str) -> _Ion | None:
    found = _ION.fullmatch(_raised_apart(text))
    if found is None or not is_formula(found["body"]):
        return None
    body, written = found["body"], found["charge"]
    signs = written.strip("0123456789")
    if written[0].isdigit() and not found["gap"] and len(re.findall("[A-Z]", body)) > 1 and not body[-1].isdigit():
        body, written = body + written[0], signs  # NO3- has a charge of one, Ca2+ of two
    size = int(re.sub(r"\D", "", written) or len(signs))
    return _Ion(_ordered(body), signs[0], size) if len(set(signs)) == 1 else None


def _ordered(body: str) -> str:
    """Return the formula of a complex with its ligands in one order: Cu(NH3)4(H2O)2 is Cu(H2O)2(NH3)4."""
    found = _COMPLEX.fullmatch(body)
    return found["metal"] + "".join(sorted(_ONE_LIGAND.findall(found["ligands"]))) if found else body


def _raised_apart(text: str) -> str:
    return plain_formula(superscripts_as_powers(text.strip()).replace("−", "-"))
