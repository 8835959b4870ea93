"""Which physical quantity a stem asks for, so that a unit of another one is wrong: 12 cm, for an area."""

import re
from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.values import asks_age, asks_for_percentage
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import Unit, parse_unit

_UNITS = {
    "area": "m^2", "volume": "m^3", "capacity": "m^3 bit", "length": "m", "width": "m", "height": "m", "depth": "m",
    "distance": "m", "displacement": "m", "perimeter": "m", "circumference": "m", "radius": "m", "diameter": "m",
    "wavelength": "m", "hypotenuse": "m", "altitude": "m", "thickness": "m", "time": "s",
    "duration": "s", "period": "s", "half-life": "s", "age": "s", "speed": "m/s", "velocity": "m/s",
    "acceleration": "m/s^2", "force": "N", "weight": "N kg", "tension": "N", "thrust": "N", "mass": "kg",
    "energy": "J", "work done": "J", "heat": "J", "power": "W", "pressure": "Pa", "density": "kg/m^3",
    "current": "A", "voltage": "V", "potential difference": "V", "emf": "V",
    "resistance": "ohm", "frequency": "Hz", "temperature": "K C F", "efficiency": "%", "percentage": "%",
    "number of moles": "mol", "moles": "mol", "amount of substance": "mol",
    "concentration": "mol/dm^3 g/dm^3 %", "molar mass": "g/mol",
    "refractive index": "", "magnification": "", "ratio": "", "scale factor": "", "coefficient": "", "probability": "",
    "atomic number": "", "mass number": "", "proton number": "", "relative density": "", "gcd": "", "lcm": "",
    "highest common factor": "", "relative atomic mass": "", "relative formula mass": "", "relative molecular mass": "",
}  # fmt: skip
"""Quantities, with a unit of each, more if the name or a sign has several senses (C and F may be degrees), or none."""
_IN_UNIT = lazy_pattern(r"\bin\s+(?P<unit>(?:square\s+|cubic\s+)?[^\s?.,()]+(?:\s+(?:per\s+\w+|squared|cubed))?)")
_ASKED = lazy_pattern(
    r"\b(?:what(?:['’]s|\s+is|\s+was|\s+are|\s+will\s+be)?|calculate|find|determine|work\s+out|compute|give|state|estimate"
    r"|which)\s+(?:(?!of\b|to\b|per\b|in\b|for\b|by\b)[a-z'’-]+\s+){0,4}?"
    rf"(?P<noun>{'|'.join(sorted(_UNITS, key=len, reverse=True))})"
    r"(?=\s+(?:of|in|to(?!\s+\w+\s+ratio)|at|for|that|needed|required|when|if|as|between|does|do|is|was|by|on|from|under|taken"
    r"|travel+ed|covered|and|the|after|with|stored|used|released|transferred|lost|gained|supplied|through|across|after"
    r"|has|have|can|its?|this|a|an)\b|[?.,(:;]|$)",
    re.IGNORECASE,
)
_HOW = lazy_pattern(
    r"\bhow\s+(?:(?P<length>far|tall|high|wide|deep|thick)|(?P<time>old|long\s+(?:does|did|will|do|would)\s+(?:it|the\s+\w+)"
    r"\s+(?:take|last))|(?P<speed>fast)|(?P<mass>heavy)|(?P<temperature>hot|cold)|much\s+(?P<noun>energy|time|work|heat|power"
    r"|charge|current|pressure|force))\b",
    re.IGNORECASE,
)
_AFTER_NUMBER = lazy_pattern(r"\d\s?(?P<unit>[a-zA-ZµμΩ°%][\w/^²³⁻¹·]*)")


def is_of_other_quantity(unit: Unit, key: AnswerKey) -> bool:
    """Return whether ``unit`` measures something else than the quantity that the stem asks for."""
    if asks_for_percentage(key.stem):
        return unit.dimension != (("share", 1),)
    asked = _asked(key.stem)
    if asked is None or unit in _named(key.stem):
        return False
    units = [parse_unit(name) for name in _UNITS[asked].split()]
    dimensions = {one.dimension for one in units if one is not None}
    if (("time", 1),) in dimensions:
        dimensions.add((("months", 1),))
    return unit.dimension not in dimensions and (unit.dimension != (("share", 1),) or asked == "efficiency")


def fits_given_units(unit: Unit, key: AnswerKey) -> bool:
    """Return whether ``unit`` is the one of the quantity asked for that follows from the units in the stem: cm²."""
    if _asked(key.stem) is None or is_of_other_quantity(unit, key):
        return False
    if unit in _named(key.stem) or (asks_age(key.stem) and unit == parse_unit("years")):
        return True
    given = list(_given(key.stem))
    found = {*given, *(one.powered(power) for one in given for power in (2, 3))}
    found |= {one.times(other.powered(-1)) for one in given for other in given if one != other}
    return unit in found


def _named(stem: str) -> set[Unit]:
    """Return the units in which ``stem`` asks for something: in square kilometers."""
    return {unit for name in _IN_UNIT.findall(stem) if (unit := parse_unit(name)) is not None}


def _given(stem: str) -> Iterator[Unit]:
    """Yield the units after numbers in ``stem``, and those that they are made of."""
    for found in _AFTER_NUMBER.finditer(stem):
        for name in dict.fromkeys((found["unit"], *found["unit"].split("/"))):
            if (unit := parse_unit(name)) is not None:
                yield unit


def _asked(stem: str) -> str | None:
    """Return the quantity that ``stem`` asks for, as the table has it; None if it is not known."""
    if found := _ASKED.search(stem):
        return found["noun"].lower()
    if found := _HOW.search(stem):
        return (found["noun"] or found.lastgroup or "").lower() or None
    return None
