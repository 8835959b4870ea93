"""Expressions of equilibrium constants: products and quotients of concentrations in square brackets."""

from collections import Counter

from quizgen.text.chemistry.formulas import plain_formula
from quizgen.text.chemistry.ions import same_ion
from quizgen.text.lazy_pattern import lazy_pattern

_MAX_LENGTH = 150
_LEFT_SIDE = lazy_pattern(r"\s*(?P<name>K[\s_{]*[A-Za-z]{0,3}\}?)\s*=\s*")
_FACTOR = lazy_pattern(
    r"\s*(?P<sign>[*·×⋅/÷]?)\s*(?P<close>\)?)\s*(?P<open>\(?)\s*\[(?P<species>[^\[\]]{1,30})\]"
    r"\s*(?:(?P<inverse>\^\s*[{(]?[-−]|⁻)?(?:\^?\s*\{?(?P<power>\d)[})]?|(?P<raised>[¹²³⁴⁵⁶])))?(?P<end>\)?)"
)
_SPECIES = lazy_pattern(r"[A-Z(][\w()]*[\s^{]*[\d⁰-⁹²³]*[+\-−⁺⁻]{0,3}\}?(?:\((?:aq|g)\))?")
"""A substance or an ion, and not a class of characters: [A-Z]."""
_HYDRONIUM = lazy_pattern(r"^H[_{]*[3₃]\}?O[\s^{]*[+⁺]\}?(?:\(aq\))?$")
_RAISED = "¹²³⁴⁵⁶"
_OF_SPECIES = lazy_pattern(r"(?<![A-Za-z])c\((?P<species>[A-Z][A-Za-z\d₀-₉]*(?:\^?[\d⁰-⁹²³]?[+\-−⁺⁻])?)\)")
"""A concentration as continental Europe writes it: c(NH3)."""

Expression = tuple[str, tuple[tuple[str, int], ...]]


def same_equilibrium(answer: str, given: str) -> bool:
    """Return whether both are one expression of concentrations: ``Ksp = [Ag+]^2 [Cl-]``, ``[Cl⁻][Ag⁺]²``.

    The factors may be in any order, and the constant may be left out on one side.
    """
    right, said = _expression(answer), _expression(given)
    if right is None or said is None or (right[0] != said[0] and right[0] and said[0]):
        return False
    rest = list(said[1])
    for species, power in right[1]:
        found = next((other for other in rest if other[1] == power and _same_species(species, other[0])), None)
        if found is None:
            return False
        rest.remove(found)
    return not rest


def _same_species(one: str, other: str) -> bool:
    """Return whether both are one substance or ion; in water, H+ is H3O+."""
    one, other = (_HYDRONIUM.sub("H+", species) for species in (one, other))
    return same_ion(one, other) or plain_formula(one) == plain_formula(other)


def _expression(text: str) -> Expression | None:
    """Read the name of the constant, or "", and the power of each species, below the line a negative one."""
    if len(text) > _MAX_LENGTH:
        return None
    text = _OF_SPECIES.sub(r"[\g<species>]", text)
    if "[" not in text:
        return None
    left = _LEFT_SIDE.match(text)
    name = "".join(filter(str.isalpha, left["name"])).casefold() if left else ""
    at = left.end() if left else 0
    powers: Counter[str] = Counter()
    below = inside = False
    while at < len(text.rstrip(" .`")):
        factor = _FACTOR.match(text, at)
        if factor is None:
            return None
        inside = inside and not factor["close"]
        below = factor["sign"] in {"/", "÷"} or (below and inside)
        inside = inside or bool(factor["open"])
        if not _SPECIES.fullmatch(factor["species"]):
            return None
        power = int(factor["power"] or 1) if not factor["raised"] else _RAISED.index(factor["raised"]) + 1
        powers[factor["species"]] += -power if below != bool(factor["inverse"]) else power
        inside = inside and not factor["end"]
        at = factor.end()
    return (name, tuple(sorted(powers.items()))) if powers else None
