"""Whether the steps of a calculation are true: ``√36 × √2 = 6√2``, and ``2x = 14``, from which ``x = 7`` follows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from quizgen.text.algebra import POINTS, read_calculation, value_of
from quizgen.text.formula_trees import Formula, variables
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.quantities import parse_quantity

_EQUALS = lazy_pattern(r"\s*(?:(?<![<>=!])=(?!=)|[≈≃≅])\s*")
_RELATION = lazy_pattern(r"\s*(<=|>=|[<>≤≥])\s*")
_OR = lazy_pattern(r"\s*,?\s+or\s+|\s*∨\s*", re.IGNORECASE)
_AND = lazy_pattern(r"\s*[,;]?\s+and\s+|\s*[,;]\s*", re.IGNORECASE)
_ASSIGNED = lazy_pattern(r"(?P<name>[a-zA-Zα-ωΔ]'{0,2})\s*=\s*(?P<value>[^=]+)")
_SIGNED = lazy_pattern(r"[±∓]|\+/?-")
_CURRENCY = lazy_pattern(r"[£$€]\s?(?=\d)")
_IN_DEGREES = lazy_pattern(r"(?<![a-z])(sin|cos|tan)\s*(?:\(\s*(\d+(?:\.\d+)?)\s*°?\s*\)|(\d+(?:\.\d+)?)\s*°?)")
_PLAIN = lazy_pattern(r"[-−]?\d+(?:\.\d+)?")
_GOES_ON = lazy_pattern(r"\s*(?P<result>[-−]?\d+(?:\.\d+)?)\s*[-−+×*·÷/]")
_INSIDE = r"(?:[^(),;]|\([^(),;]*\))+"
_VECTOR = lazy_pattern(rf"\({_INSIDE}(?:[,;]{_INSIDE})+\)")
_BY_FRACTION = lazy_pattern(r"÷\s*(\d+/\d+)")
_TOLERANCE = 1e-9
_ROUNDED_BY = 0.02
"""The part of a number by which it may differ from an exact one, as far as its digits allow."""
_CHECKS = 5
_PROBES = (*(at + 0.37 for at in range(-40, 41)), *POINTS)
"""Values of the variable at which two inequalities are compared."""

Values = Mapping[str, complex]


def sides(text: str) -> list[str]:
    """Return what equals signs separate, also those for "about"."""
    return _EQUALS.split(text.strip(" ."))


def are_equal(parts: Sequence[str]) -> bool:
    """Return whether each of ``parts`` is worth the next one, up to its rounding: numbers, formulas or vectors.

    A part may also begin with the result of the one before, as in 60/4 = 15 × 3 = 45.
    """
    return all(_same(part, other) or _goes_on(part, other) for part, other in pairwise(parts))


def is_false(calculation: str, value: str) -> bool:
    """Return whether a calculation with numbers is worth something else than ``value``, which may be rounded."""
    found = [(value_of(one, {}), value_of(other, {})) for one, other in _read_both(calculation, value)]
    known = [(one, other) for one, other in found if one is not None and other is not None]
    return bool(known) and not any(abs(one - other) <= _ROUNDED_BY * abs(one) for one, other in known)


def has_unit_once(before: str, after: str) -> bool:
    """Return whether ``before`` is in a unit, and ``after`` is a number without one, which cannot be the same."""
    measured, value = parse_quantity(before.strip()), parse_quantity(after.strip(" ."))
    if measured is None or measured.unit is None or value is None or value.unit_text:
        return False
    return {name for name, _ in measured.unit.dimension}.isdisjoint({"share", "angle"})


def follows(step: str, conclusion: str) -> bool:
    """Return whether ``step`` is true of the solution ``conclusion``, or simply true.

    An equation holds if the values of the solution, for each of several ones, are put into it. An inequality holds for
    the same numbers as the solution. A calculation without its result is worth the conclusion.
    """
    if _RELATION.search(step):
        return _same_numbers(step, conclusion)
    parts = sides(step)
    if len(parts) == 1:
        return not _PLAIN.fullmatch(step.strip()) and _same(step, conclusion)
    read = [read_calculation(part) for part in parts]
    names = {name for one in read if one for name in variables(one)}
    if not names:
        return are_equal(parts)
    known = list(_solutions(conclusion))
    formulas = [one for one in read if one is not None]
    return len(formulas) == len(parts) and bool(known) and all(_hold(formulas, names, each) for each in known)


def _goes_on(part: str, other: str) -> bool:
    found = _GOES_ON.match(other)
    return found is not None and _same_values(part, found["result"])


def _same(one: str, other: str) -> bool:
    first, second = _components(one), _components(other)
    if len(first) != len(second):
        return False
    return all(_same_values(part, whole) for part, whole in zip(first, second, strict=True))


def _same_values(one: str, other: str) -> bool:
    """Return whether both are one formula of the same variables, number or quantity."""
    if any(_equal_formulas(*pair) for pair in _read_both(one, other)):
        return True
    first, second = parse_quantity(one), parse_quantity(other)
    if second is None or second.unit is None or second.is_range:
        return False
    if first is not None and first.unit is not None:
        same_kind = first.unit.dimension == second.unit.dimension and not first.is_range
        return same_kind and first.unit.to_si(first.low) == second.unit.to_si(second.low)
    value = value_of(one, {})
    return value is not None and _is_near(value, str(float(second.low)).removesuffix(".0"))


def _read_both(one: str, other: str) -> Iterator[tuple[str, str]]:
    return zip(_readings(one), _readings(other), strict=True)


def _readings(text: str) -> Iterator[str]:
    """Yield a formula with angles in radians and in degrees, and with the percent sign left out and divided by 100."""
    plain = _BY_FRACTION.sub(r"÷(\1)", _CURRENCY.sub("", text))  # 12 ÷ 2/3 is 18
    degrees = _IN_DEGREES.sub(lambda found: f"{found[1]}({found[2] or found[3]}*π/180)", plain)
    yield from (plain, degrees, plain.replace("%", ""), plain.replace("%", "/100"))


def _equal_formulas(one: str, other: str) -> bool:
    first, second = read_calculation(one), read_calculation(other)
    if first is None or second is None:
        return False
    names = variables(first) | variables(second)
    if not names:
        value = value_of(first, {})
        return value is not None and _is_near(value, other)
    if names == {"i"}:
        return _agree([first, second], {"i": 1j})
    return all(_agree([first, second], values) for values in _points(names))


def _is_near(value: complex, number: str) -> bool:
    """Return whether ``value`` is that of ``number`` or, if it has a plain one, rounds to it."""
    plain = _PLAIN.fullmatch(number.strip())
    other = value_of(number, {})
    if other is None:
        return False
    allowed = 0.5 * 10 ** -len(number.strip().partition(".")[2]) if plain else 0.0
    allowed = min(allowed, _ROUNDED_BY * abs(other))
    return abs(value - other) <= max(allowed, _TOLERANCE * abs(other))


def _points(names: set[str]) -> Iterator[dict[str, complex]]:
    """Yield positive values of variables, as those of most formulas are."""
    for check in range(_CHECKS):
        yield {name: abs(POINTS[(check + 3 * at) % len(POINTS)]) for at, name in enumerate(sorted(names))}


def _agree(formulas: Sequence[Formula], values: Values) -> bool:
    found = [value_of(one, values) for one in formulas]
    return all(
        value is not None and found[0] is not None and abs(value - found[0]) <= _TOLERANCE * max(1, abs(value))
        for value in found
    )


def _components(text: str) -> list[str]:
    """Return a calculation with vectors once for each of their components: 2(1, 3) is 2(1) and 2(3)."""
    vectors = [re.split("[,;]", found[0][1:-1]) for found in _VECTOR.finditer(text)]
    if len({*map(len, vectors)}) != 1:
        return [text]
    between = _VECTOR.split(text)
    return ["".join(_alternated(between, [f"({each[at]})" for each in vectors])) for at in range(len(vectors[0]))]


def _alternated(texts: Sequence[str], between: Sequence[str]) -> Iterator[str]:
    return (part for pair in zip(texts, [*between, ""], strict=True) for part in pair)


def _hold(formulas: Sequence[Formula], names: set[str], known: Mapping[str, Formula]) -> bool:
    """Return whether all sides of an equation are equal if its variables have the values that are ``known``."""
    free = {name for value in known.values() for name in variables(value)} - known.keys()
    if names.isdisjoint(known) or not names <= known.keys() | free:
        return False
    for point in _points(free) if free else [{}]:
        given = {name: value_of(value, point) for name, value in known.items()}
        values = point | {name: value for name, value in given.items() if value is not None}
        if not _agree(formulas, values):
            return False
    return True


def _solutions(conclusion: str) -> Iterator[dict[str, Formula]]:
    """Yield the values of variables in each solution; also the slope m and the intercept c of a line."""
    name = ""
    for part in _OR.split(_SIGNED.sub("±", conclusion.strip(" ."))):
        known: dict[str, Formula] = {}
        for sign in "+-" if "±" in part else "+":
            known = {}
            for each in _AND.split(part):
                found = _ASSIGNED.fullmatch(each if "=" in each else f"{name} = {each}")
                value = read_calculation(found["value"].replace("±", sign).lstrip("+ ")) if found else None
                if found is None or value is None or found["name"] in variables(value):
                    return
                name = found["name"]
                known[name] = value
            yield known | _line(known)


def _line(known: Mapping[str, Formula]) -> dict[str, Formula]:
    """Return the slope and the intercept of a line for which ``known`` has y."""
    if known.keys() != {"y"} or variables(known["y"]) != {"x"}:
        return {}
    start, one, three = (value_of(known["y"], {"x": at}) for at in (0, 1, 3))
    if start is None or one is None or three is None or abs(three - start - 3 * (one - start)) > _TOLERANCE:
        return {}
    named = {"m": one - start, "c": start, "b": start}
    read = {name: read_calculation(f"{value.real!r}") for name, value in named.items()}
    return {name: value for name, value in read.items() if value is not None}


def _same_numbers(one: str, other: str) -> bool:
    """Return whether two inequalities of one variable hold for the same numbers."""
    names = {name for text in (one, other) for name in _names(text)}
    if len(names) != 1:
        return False
    (name,) = names
    return all(
        (first := _is_met(one, {name: at})) is not None and first == _is_met(other, {name: at}) for at in _PROBES
    )


def _names(condition: str) -> set[str]:
    parts = [part for each in _OR.split(condition) for one in _AND.split(each) for part in _RELATION.split(one)[::2]]
    read = [read_calculation(part) for part in parts]
    return {name for one in read for name in (variables(one) if one else {"?", "??"})}


def _is_met(condition: str, values: Values) -> bool | None:
    """Return whether an inequality, or several with "and" or "or", holds; None if it cannot be read."""
    found = [[_holds(part, values) for part in _AND.split(each)] for each in _OR.split(condition.strip(" ."))]
    if any(each is None for part in found for each in part):
        return None
    return any(all(part) for part in found)


def _holds(inequality: str, values: Values) -> bool | None:
    first, *rest = _RELATION.split(inequality)
    numbers = [value_of(part, values) for part in (first, *rest[1::2])]
    if not rest or any(number is None for number in numbers):
        return None
    reals = [number.real for number in numbers if number is not None]
    return all(
        low < high if sign[0] in "<≤" else low > high
        for sign, low, high in zip(rest[::2], reals, reals[1:], strict=False)
    )
