"""Condensed structural formulas as molecules: which atoms they have, and how these are joined."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from quizgen.text.chemistry.formulas import plain_formula
from quizgen.text.lazy_pattern import lazy_pattern

_MAX_LENGTH = 60
_MAY_BE = lazy_pattern(r"(?=.*C(?![a-z]))(?:Cl|Br|[CHNOFI]|[()\d\s]|[-–—=≡#])+")
_TOKEN = lazy_pattern(
    r"\s*(?:(?P<bond>[-–—=≡#])|\((?P<inside>(?:[^()]|\([^()]*\))+)\)(?P<times>\d{0,2})"
    r"|(?P<ring>C6H5)|C2H5(?P<ethyl>)|(?P<atom>Cl|Br|NO2(?![A-Z])|[CNOFI])(?P<hydrogens>H?)(?P<number>\d?))\s*"
)
_HYDROGEN_FIRST = lazy_pattern(r"^H(?P<number>\d?)(?P<atom>[CNO])")
_CARBONYL_FIRST = lazy_pattern(r"^(?:OHC(?!H)|HCO(?P<acid>O|2)?|HC(?P<one>HO)$)")
"""A carbonyl group with a hydrogen atom at the beginning: OHCCH3, HCOOCH3, HCHO."""
_ORDERS = {"-": 1, "–": 1, "—": 1, "=": 2, "≡": 3, "#": 3}
_VALENCES = {"C": 4, "N": 3, "O": 2}
"""The bonds of an atom; all others, and groups that count as one, have a single one."""


@dataclass(eq=False)
class _Atom:
    element: str
    hydrogens: int = 0
    bonds: list[tuple["_Atom", int]] = field(default_factory=list)

    @property
    def free(self) -> int:
        """How many bonds are left."""
        return _VALENCES.get(self.element, 1) - self.hydrogens - sum(order for _, order in self.bonds)

    def join(self, other: "_Atom", order: int = 1) -> None:
        self.bonds.append((other, order))
        other.bonds.append((self, order))

    def written(self, parent: "_Atom | None" = None) -> str:
        """Return the molecule, seen from this atom, without the branch of ``parent``, in the only way to write it."""
        branches = sorted(f"{order}{atom.written(self)}" for atom, order in self.bonds if atom is not parent)
        return f"{self.element}{self.hydrogens}({''.join(branches)})"


class _UnreadableError(Exception):
    """The text is not a condensed formula."""


class _Reader:
    """Reads a formula from the left to the right, atom by atom."""

    def __init__(self, last: _Atom | None = None) -> None:
        self.atoms: list[_Atom] = []
        self.last = last
        """The atom to which the next one is joined."""
        self.waiting: list[str] = []
        """Groups before the first atom, which they belong to: (CH3)2CH."""
        self.order: int | None = None
        self.next_is_carbonyl = False

    def read(self, text: str) -> None:
        at = 0
        while at < len(text):
            found = _TOKEN.match(text, at)
            if found is None:
                raise _UnreadableError
            at = found.end()
            is_end = at == len(text)
            if found["bond"]:
                self.order = _ORDERS[found["bond"]]
            elif found["inside"]:
                self._group(found["inside"], int(found["times"] or 1), is_end=is_end)
            elif found["ring"]:
                self._add(_Atom("C6H5"))
            elif found["ethyl"] is not None:
                if self.last is not None and not is_end:
                    raise _UnreadableError
                for hydrogens in (2, 3) if self.last is not None else (3, 2):
                    self._add(_Atom("C", hydrogens))
            else:
                self._atom(found["atom"], found["hydrogens"], int(found["number"] or 1), is_end=is_end)
        if self.waiting or self.order is not None or self.next_is_carbonyl:
            raise _UnreadableError

    def _add(self, atom: _Atom) -> None:
        """Join ``atom`` to the last one, whose place it takes if it has bonds left."""
        order, self.order = self.order or 1, None
        self.atoms.append(atom)
        if self.last is not None:
            self.last.join(atom, order)
        for group in self.waiting:
            self._branch(atom, group)
        self.waiting = []
        if atom.element == "C" and self.next_is_carbonyl:
            self._branch(atom, "=O")
            self.next_is_carbonyl = False
        if self.last is None or atom.free > 0:
            self.last = atom

    def _branch(self, atom: _Atom, text: str) -> None:
        reader = _Reader(atom)
        reader.read("=O" if text == "O" else text)
        self.atoms += reader.atoms

    def _group(self, inside: str, times: int, *, is_end: bool) -> None:
        if inside == "CH2" and self.last is not None and not is_end:
            for _ in range(times):
                self._add(_Atom("C", 2))
        elif self.last is None:
            self.waiting += [inside] * times
        else:
            for _ in range(times):
                self._branch(self.last, inside)

    def _atom(self, element: str, hydrogen: str, number: int, *, is_end: bool) -> None:
        if element == "O" and not hydrogen:
            self._oxygen(number, is_end=is_end)
        elif hydrogen or element == "C":
            if not hydrogen and number > 1:
                raise _UnreadableError  # C3H7 has several forms
            self._add(_Atom(element, number if hydrogen else 0))
        elif element == "N" and is_end and self.order is None and self.last is not None and self.last.free == 3:
            self._branch(self.last, "≡N")  # CH3CN
        else:
            for _ in range(number):
                self._add(_Atom(element))

    def _oxygen(self, number: int, *, is_end: bool) -> None:
        """Read the oxygen of a carbonyl group, after its carbon (CO, CHO, COO) or before it (OOC), or of an ether."""
        if self.last is not None and self._is_carbonyl(self.last, number, is_end=is_end):
            self._branch(self.last, "=O")
            number -= 1
        elif number == 2 or (self.last is not None and self.last.element == "O"):
            self.next_is_carbonyl = True
            number -= 1
        if number > 1:
            raise _UnreadableError
        if number:
            self._add(_Atom("O"))

    def _is_carbonyl(self, carbon: _Atom, number: int, *, is_end: bool) -> bool:
        """Return whether the atom before an oxygen has a double bond to it: a carbon without hydrogen, or CHO."""
        is_aldehyde = is_end and number == carbon.hydrogens == 1
        is_joined_by = self.order is None and carbon.element == "C" and carbon.free >= 2
        return is_joined_by and (not carbon.hydrogens or is_aldehyde)


def _carbonyl(first: re.Match[str]) -> str:
    return f"CH{'2' if first['one'] else ''}(=O){'O' if first['acid'] else ''}"


@lru_cache(maxsize=512)
def _molecule(formula: str) -> str | None:
    """Return the molecule of a condensed formula in the only way to write it; None for another text."""
    plain = plain_formula(formula.strip(" .")).replace("CO2H", "COOH").replace("HO2C", "HOOC")
    if len(plain) > _MAX_LENGTH or not _MAY_BE.fullmatch(plain):
        return None
    plain = _CARBONYL_FIRST.sub(_carbonyl, plain)
    if plain.startswith("OH"):
        return None  # its bond would be at the hydrogen
    plain = _HYDROGEN_FIRST.sub(r"\g<atom>H\g<number>", plain)
    reader = _Reader()
    try:
        reader.read(plain)
    except _UnreadableError:
        return None
    atoms = reader.atoms
    if len(atoms) < 2 or any(atom.free for atom in atoms):
        return None
    return min(atom.written() for atom in atoms)


def same_structure(one: str, other: str) -> bool:
    """Return whether both are condensed formulas of one molecule: CH3CH2OH, C2H5OH, HO-CH2-CH3."""
    molecule = _molecule(one)
    return molecule is not None and molecule == _molecule(other)
