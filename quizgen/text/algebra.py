"""Whether two formulas are one: term by term and factor by factor, or by what they are worth.

Only ``same_values``, ``same_zeros``, ``is_worth`` and ``value_of`` calculate; the others compare what is written
(``formula_trees``).
"""

import cmath
import math
from collections.abc import Callable, Iterable, Mapping
from math import gcd

from quizgen.text.formula_trees import (
    MAX_LENGTH,
    ONE,
    Call,
    Formula,
    Inverse,
    Name,
    Number,
    Power,
    Product,
    Sum,
    negative,
    parts_of,
    product_of,
    read_formula,
    sum_of,
    variables,
    with_powers,
)
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.notation import canonical

_FACTORIAL = lazy_pattern(r"(?<![\w.])(\d|1\d|20)!")
_FUNCTIONS: dict[str, Callable[[complex], complex]] = {
    "arcsin": cmath.asin, "arccos": cmath.acos, "arctan": cmath.atan, "sin": cmath.sin, "cos": cmath.cos,
    "tan": cmath.tan, "ln": cmath.log, "log": cmath.log10, "sqrt": cmath.sqrt, "abs": abs,
    "sec": lambda at: 1 / cmath.cos(at), "csc": lambda at: 1 / cmath.sin(at), "cot": lambda at: 1 / cmath.tan(at),
}  # fmt: skip
_CONSTANTS = {"e": math.e, "π": math.pi}
_ODD_OR_EVEN = frozenset("sin cos tan sec csc cot arcsin arctan abs".split())
"""Functions before which a minus sign can be moved out of the brackets, or dropped."""
POINTS = (0.7317, 1.9203, -1.3719, 2.8127, -0.4451, 0.2939, -2.1873, 1.1459, 3.3671, -3.0113, 0.5557)
"""Values of variables, on both sides of 0 and 1, without a simple relation to each other."""
_PLANE = (
    {"x": 0.0, "y": 0.0, "z": 0.0},
    *({"x": x, "y": y, "z": z} for x, y, z in zip(POINTS, POINTS[3:], POINTS[5:], strict=False)),
)
"""Points at which two equations are compared, the origin among them."""
_CHECKS = 8
_MAX_NAMES = 4
_TOLERANCE = 1e-9


def same_terms(one: str, other: str) -> bool:
    """Return whether both are one formula up to the order of terms and factors, signs of multiplication, and brackets.

    ``-1/2x`` and ``-(1/2)x`` are the same, as are ``[A]^2[B]`` and ``[B] * [A]²``.
    """
    first = _read_sides(one)
    return first is not None and first == _read_sides(other)


def same_powers(one: str, other: str) -> bool:
    """Return whether both have the same terms, if roots and what is below a fraction bar are powers: x^-2 and 1/x^2."""
    first, second = (_read_sides(text) for text in (one, other))
    if first is None or second is None:
        return False
    return sorted(map(with_powers, first), key=repr) == sorted(map(with_powers, second), key=repr)


def same_values(one: str, other: str, *, positive: bool = False, simplified: bool = True) -> bool:
    """Return whether two formulas of the same variables are equal at eight points, to nine digits.

    The points are positive only, or on both sides of 0.

    Logarithms and roots of negative numbers are complex, so that ``ln(x)`` is not ``ln|x|``. If ``one`` is simplified,
    ``other`` must be, too, unless it need not be ``simplified``.
    """
    first, second = read_formula(canonical(one)), read_formula(canonical(other))
    if first is None or second is None:
        return False
    if simplified and _is_simplified(first) and not _is_simplified(second):
        return False
    names = sorted(variables(first))
    if not 0 < len(names) <= _MAX_NAMES or set(names) != variables(second):
        return False
    for check in range(_CHECKS):
        values = {name: POINTS[(check + 3 * at) % len(POINTS)] for at, name in enumerate(names)}
        values = {name: abs(value) for name, value in values.items()} if positive else values
        try:
            left, right = _value(first, values), _value(second, values)
        except (ArithmeticError, ValueError):
            return False
        if not abs(left - right) <= _TOLERANCE * max(abs(left), abs(right)):
            return False
    return True


def has_sum(formula: str, part: str) -> bool:
    """Return whether ``formula`` has all terms of the sum ``part`` in one of its sums, in any order."""
    whole, wanted = read_formula(canonical(formula)), read_formula(canonical(part))
    return whole is not None and isinstance(wanted, Sum) and _has_terms(whole, set(wanted.terms))


def _has_terms(one: Formula, terms: set[Formula]) -> bool:
    in_this_sum = isinstance(one, Sum) and terms <= {*one.terms}
    return in_this_sum or any(_has_terms(part, terms) for part in parts_of(one))


def same_zeros(one: str, other: str) -> bool:
    """Return whether two equations in x, y and z, in one notation, are multiples of each other.

    Their sides may have brackets: y - 2 = 3(x - 1). Both are compared as left side minus right side, at several points.
    """
    first, second = (_difference(text) for text in (one, other))
    if first is None or second is None or not {*variables(first), *variables(second)} <= {"x", "y", "z"}:
        return False
    try:
        left, right = ([_value(side, at) for at in _PLANE] for side in (first, second))
    except (ArithmeticError, ValueError):
        return False
    pairs = list(zip(left, right, strict=True))
    a, b = max(pairs, key=lambda pair: abs(pair[1]))
    if not a or not b:
        return False
    return all(abs(p * b - q * a) <= _TOLERANCE * abs(a * b) for p, q in pairs)


def same_relation(one: str, other: str) -> bool:
    """Return whether both are one equation of three quantities or more: ``V = IR``, ``I = V/R``; ``v = u + at``.

    One of them has to be solved for a letter, whose values are put into the other.
    """
    equations = [canonical(text.strip(" .")) for text in (one, other)]
    return any(_holds(solved, rest) for solved, rest in (equations, equations[::-1]))


def _holds(solved: str, rest: str) -> bool:
    """Return whether ``rest`` holds for exactly the values that ``solved``, an equation for a letter, gives."""
    left, _, right = solved.partition("=")
    value, difference = read_formula(right) if right else None, _difference(rest)
    if value is None or difference is None or not (len(left) == 1 and left.isalpha()):
        return False
    names = sorted(variables(value))
    if len(names) < 2 or left in names or {left, *names} != variables(difference):
        return False
    try:
        for check in range(_CHECKS):
            values = {name: abs(POINTS[(check + 3 * at) % len(POINTS)]) for at, name in enumerate(names)}
            found = _value(value, values).real
            right_one, wrong_one = (abs(_value(difference, values | {left: size})) for size in (found, found + 1))
            if right_one > _TOLERANCE or wrong_one < _TOLERANCE:
                return False
    except (ArithmeticError, ValueError):
        return False
    return True


def _difference(equation: str) -> Formula | None:
    """Read an equation as its left side minus its right side."""
    left, equals, right = equation.partition("=")
    if not equals or "=" in right:
        return None
    first, second = read_formula(left), read_formula(right)
    return None if first is None or second is None else sum_of([first, negative(second)])


def same_surd(one: str, other: str) -> bool:
    """Return whether ``other`` is worth ``one``, a number with roots, and has a rational denominator and no more roots.

    Its terms are collected and its fractions are in lowest terms: ``3(3 + √5)/2`` and ``4.5 + 1.5√5``, but neither
    ``6/(3 - √5)`` nor ``(18 + 6√5)/4``.
    """
    first, second = read_formula(canonical(one)), read_formula(canonical(other))
    if first is None or second is None or variables(first) or variables(second):
        return False
    if not (roots := _roots(first)) or roots != _roots(second) or not _is_rationalized(second):
        return False
    try:
        left, right = _value(first, {}), _value(second, {})
    except (ArithmeticError, ValueError):
        return False
    return abs(left - right) <= _TOLERANCE * abs(left)


def _roots(one: Formula) -> set[Formula]:
    """Return the numbers under the roots in ``one``."""
    here = {one.argument} if isinstance(one, Call) else set()
    return here.union(*map(_roots, parts_of(one)))


def _is_rationalized(one: Formula) -> bool:
    """Return whether ``one`` is a simplified sum or product of numbers and roots, divided by whole numbers alone."""
    match one:
        case Number() | Inverse(Number()) | Call("sqrt", Number()):
            return True
        case Sum(terms):
            return _is_simplified(one) and all(map(_is_rationalized, terms))
        case Product(_, factors):
            below = [factor.divisor for factor in factors if isinstance(factor, Inverse)]
            above = [factor for factor in factors if not isinstance(factor, Inverse)]
            if not _is_simplified(one) or not all(isinstance(each, Number) and each.text.isdigit() for each in below):
                return False
            return all(map(_is_rationalized, above)) and not any(_shares_factor(sums, below) for sums in above)
        case _:
            return False


def _shares_factor(one: Formula, below: Iterable[Formula]) -> bool:
    """Return whether the whole numbers of all terms of a sum can be divided by a factor of those ``below`` it."""
    if not isinstance(one, Sum):
        return False
    divisors = [int(each.text) for each in below if isinstance(each, Number)]
    return bool(divisors) and gcd(*divisors, *map(_whole_factor, one.terms)) > 1


def _whole_factor(term: Formula) -> int:
    """Return the whole number that ``term`` is a multiple of: 6, for 6√5."""
    match term:
        case Number(text) if text.isdigit():
            return int(text)
        case Product(_, factors):
            return math.prod(map(_whole_factor, factors))
        case _:
            return 1


def read_calculation(text: str) -> Formula | None:
    """Read a formula, in which there may be factorials of numbers; None if ``text`` is none."""
    return read_formula(_FACTORIAL.sub(lambda found: f"({math.factorial(int(found[1]))})", canonical(text)))


def value_of(formula: str | Formula, values: Mapping[str, complex]) -> complex | None:
    """Return what ``formula`` is worth if its variables have these values; None if that cannot be calculated."""
    found = read_calculation(formula) if isinstance(formula, str) else formula
    if found is None or not variables(found) <= values.keys():
        return None
    try:
        return _value(found, values)
    except (ArithmeticError, ValueError):
        return None


def is_worth(formula: str, number: str) -> bool:
    """Return whether ``formula``, of numbers alone, has the value ``number``, as far as that is rounded."""
    value = value_of(formula, {})
    if value is None:
        return False
    decimals = len(number.partition(".")[2])
    return bool(abs(value - float(number.replace("−", "-"))) <= 0.5 * 10**-decimals * (1 if decimals else _TOLERANCE))


def _read_sides(text: str) -> list[Formula] | None:
    """Read a formula or the two sides of an equation, in a fixed order."""
    if len(text) > MAX_LENGTH:
        return None
    sides = [read_formula(side) for side in canonical(text).split("=")]
    found = [side for side in sides if side is not None]
    return sorted(found, key=repr) if len(found) == len(sides) <= 2 else None


def _is_simplified(one: Formula) -> bool:
    """Return whether there is nothing to collect or cancel in ``one``: no ``x^3/x``, ``2*3x`` or ``sin(-x)``."""
    match one:
        case Product(_, factors):
            others = [base for base in map(_base, factors) if not isinstance(base, Number)]
            if not _is_reduced(factors) or len(set(others)) < len(others):
                return False
        case Sum(terms):
            like = [_without_number(term) for term in terms]
            if len(set(like)) < len(like):
                return False
        case Call(function, Product(-1, _)) if function in _ODD_OR_EVEN:
            return False
        case _:
            pass
    return all(map(_is_simplified, parts_of(one)))


def _base(factor: Formula) -> Formula:
    """Return what a factor is a power of, above or below the fraction bar; a power of a number is its own base."""
    match factor:
        case Inverse(divisor):
            return _base(divisor)
        case Power(base, _) if not isinstance(base, Number):
            return _base(base)
        case _:
            return factor


def _is_reduced(factors: Iterable[Formula]) -> bool:
    """Return whether a product has at most one number above and one below the fraction bar, in lowest terms."""
    above = [factor.text for factor in factors if isinstance(factor, Number)]
    below = [
        factor.divisor.text for factor in factors if isinstance(factor, Inverse) and isinstance(factor.divisor, Number)
    ]
    if len(above) > 1 or len(below) > 1:
        return False
    both = [*above, *below]
    return len(both) < 2 or not all(map(str.isdigit, both)) or gcd(*map(int, both)) == 1


def _without_number(term: Formula) -> Formula:
    """Return a term without its sign and its numbers: x, for -3x."""
    match term:
        case Product(_, factors):
            return product_of([factor for factor in factors if not isinstance(_base(factor), Number)])
        case Number():
            return ONE
        case _:
            return term


def _value(one: Formula, values: Mapping[str, complex]) -> complex:
    match one:
        case Number(text):
            return complex(float(text))
        case Name(text):
            return complex(values[text] if text in values else _CONSTANTS[text])
        case Sum(terms):
            return sum((_value(term, values) for term in terms), 0j)
        case Product(sign, factors):
            return math.prod((_value(factor, values) for factor in factors), start=complex(sign))
        case Inverse(divisor):
            return 1 / _value(divisor, values)
        case Power(base, exponent):
            return _value(base, values) ** _value(exponent, values)
        case Call(function, argument):
            return complex(_FUNCTIONS[function](_value(argument, values)))
