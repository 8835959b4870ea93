"""Exact values with a unit, such as ``9π cm²`` and ``5√2 m``: a formula of numbers, π and roots, and a unit."""

from quizgen.text.algebra import same_terms
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.mathematics import in_signs
from quizgen.text.units import Unit, parse_unit

_VALUE = lazy_pattern(r"\s*(?P<value>[-+−]?[\d.\s/*·×⋅π√()]*[π√][\d.\s/*·×⋅π√()]*)(?P<unit>[^\d\s=].*)?")
_ROOT = lazy_pattern(r"sqrt\s*(?=[\d(])")
_HALF_POWER = lazy_pattern(r"(?<![\w.^])(\d{1,9})\s?\^\s?(?:\(\s?1\s?/\s?2\s?\)|0?\.5)(?![\d.])")
_DECIMAL = lazy_pattern(r"(?<![\w.,])0?\.(?P<part>5|25|75)\s*[*·×⋅]?\s*(?=√|sqrt)")
_PARTS = {"5": "1/2", "25": "1/4", "75": "3/4"}
_MAX_LENGTH = 80


def exact_value(text: str) -> tuple[str, Unit | None] | None:
    """Read all of ``text`` as a formula with π or a root, and its unit, None if there is none; or return None."""
    if len(text) > _MAX_LENGTH:
        return None
    found = _VALUE.fullmatch(_ROOT.sub("√", in_signs(text.strip(" .`="))))
    if found is None:
        return None
    unit = parse_unit(found["unit"]) if found["unit"] else None
    return None if found["unit"] and unit is None else (found["value"].strip(), unit)


def same_root(answer: str, given: str) -> bool:
    """Return whether ``given`` is the exact value ``answer`` with a decimal or powers of a half: 0.5√3, 3^(1/2)/2."""
    if len(given) > _MAX_LENGTH or exact_value(answer) is None:
        return False
    written = given.strip(" `").rstrip(".")
    plain = _DECIMAL.sub(lambda part: f"{_PARTS[part['part']]}*", _HALF_POWER.sub(r"√\1", written))
    return plain != written and same_terms(answer, plain)


def same_exact_value(answer: str, given: str, named: frozenset[Unit]) -> bool:
    """Return whether both are one exact value; a unit of ``named``, which the stem names, may be left out."""
    right, said = exact_value(answer), exact_value(given)
    if right is None or said is None or not (right[1] or said[1]):
        return False
    same_unit = right[1] == said[1] or (None in {right[1], said[1]} and (right[1] or said[1]) in named)
    return same_unit and same_terms(right[0], said[0])
