"""Formulas of sums, products, powers and functions, compared term by term and factor by factor, or by their values.

Terms and factors may be in any order, with any sign of multiplication. Nothing is expanded, factored or calculated, so
that ``(x+1)(x-1)`` is not ``x^2-1``; only ``same_values`` compares what formulas are worth.
"""

import cmath
import math
from collections.abc import Callable, Iterable, Iterator
from math import gcd
from typing import Any

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.notation import canonical

Node = tuple[Any, ...]
"""A number, a name, or an operation: ``("num", "2")``, ``("name", "x")``, ``("sum", terms)``, ``("*", sign, factors)``,
``("inverse", node)``, ``("^", base, exponent)`` and ``("call", function, argument)``, parts in a fixed order."""

_TOKEN = lazy_pattern(
    r"(?P<num>\d+(?:\.\d+)?)|(?P<call>arcsin|arccos|arctan|sin|cos|tan|sec|csc|cot|ln|log|sqrt|abs)"
    r"|(?P<name>\[[A-Z][A-Za-z0-9^+\-]*\]|[a-zA-Zα-ωΔ]\d*'*)|(?P<sign>[-+*/^()|])"
)
_FACTORIAL = lazy_pattern(r"(?<![\w.])(\d|1\d|20)!")
_MAX_LENGTH = 120
_MAX_DEPTH = 12
_FUNCTIONS: dict[str, Callable[[complex], complex]] = {
    "arcsin": cmath.asin, "arccos": cmath.acos, "arctan": cmath.atan, "sin": cmath.sin, "cos": cmath.cos,
    "tan": cmath.tan, "ln": cmath.log, "log": cmath.log10, "sqrt": cmath.sqrt, "abs": abs,
    "sec": lambda at: 1 / cmath.cos(at), "csc": lambda at: 1 / cmath.sin(at), "cot": lambda at: 1 / cmath.tan(at),
}  # fmt: skip
_ODD_OR_EVEN = frozenset("sin cos tan sec csc cot arcsin arctan abs".split())
"""Functions before which a minus sign can be moved out of the brackets, or dropped."""
_POINTS = (0.7317, 1.9203, -1.3719, 2.8127, -0.4451, 0.2939, -2.1873, 1.1459, 3.3671, -3.0113, 0.5557)
"""Values of variables, on both sides of 0 and 1, without a simple relation to each other."""
_CHECKS = 8
_MAX_NAMES = 4
_TOLERANCE = 1e-9


class _UnreadableError(Exception):
    """The text is not such a formula, or may be read in two ways."""


def same_terms(one: str, other: str) -> bool:
    """Return whether both are one formula up to the order of terms and factors, signs of multiplication, and brackets.

    ``-1/2x`` and ``-(1/2)x`` are the same, as are ``[A]^2[B]`` and ``[B] * [A]²``.
    """
    first = _read_sides(one)
    return first is not None and first == _read_sides(other)


def same_values(one: str, other: str, *, positive: bool = False, simplified: bool = True) -> bool:
    """Return whether two formulas of the same variables are equal at eight points, to nine digits.

    The points are positive only, or on both sides of 0.

    Logarithms and roots of negative numbers are complex, so that ``ln(x)`` is not ``ln|x|``. If ``one`` is simplified,
    ``other`` must be, too, unless it need not be ``simplified``.
    """
    first, second = _read(canonical(one)), _read(canonical(other))
    if first is None or second is None:
        return False
    if simplified and _is_simplified(first) and not _is_simplified(second):
        return False
    names = sorted(_names(first))
    if not 0 < len(names) <= _MAX_NAMES or set(names) != _names(second):
        return False
    for check in range(_CHECKS):
        values = {name: _POINTS[(check + 3 * at) % len(_POINTS)] for at, name in enumerate(names)}
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
    whole, wanted = _read(canonical(formula)), _read(canonical(part))
    return whole is not None and wanted is not None and wanted[0] == "sum" and _has_terms(whole, set(wanted[1]))


def _has_terms(one: Node, terms: set[Node]) -> bool:
    return (one[0] == "sum" and terms <= {*one[1]}) or any(_has_terms(part, terms) for part in _inner(one))


_PLANE = (
    {"x": 0.0, "y": 0.0, "z": 0.0},
    *({"x": x, "y": y, "z": z} for x, y, z in zip(_POINTS, _POINTS[3:], _POINTS[5:], strict=False)),
)
"""Points at which two equations are compared, the origin among them."""


def same_zeros(one: str, other: str) -> bool:
    """Return whether two linear equations in x, y and z, in one notation, are multiples of each other.

    Their sides may have brackets: y - 2 = 3(x - 1). Both are compared as left side minus right side, at several points.
    """
    first, second = (_difference(text) for text in (one, other))
    if first is None or second is None or not {*_names(first), *_names(second)} <= {"x", "y", "z"}:
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


def _difference(equation: str) -> Node | None:
    """Read an equation as its left side minus its right side."""
    left, equals, right = equation.partition("=")
    sides = (_read(left), _read(right)) if equals and "=" not in right else (None, None)
    return None if sides[0] is None or sides[1] is None else _sum([sides[0], _product([sides[1]], -1)])


def is_worth(formula: str, number: str) -> bool:
    """Return whether ``formula``, of numbers alone, has the value ``number``, as far as that is rounded."""
    plain = _FACTORIAL.sub(lambda found: str(math.factorial(int(found[1]))), canonical(formula))
    found = _read(plain)
    if found is None or _names(found):
        return False
    try:
        value = _value(found, {})
    except (ArithmeticError, ValueError):
        return False
    decimals = len(number.partition(".")[2])
    return bool(abs(value - float(number.replace("−", "-"))) <= 0.5 * 10**-decimals * (1 if decimals else _TOLERANCE))


def _read_sides(text: str) -> list[Node] | None:
    """Read a formula or the two sides of an equation, in a fixed order."""
    if len(text) > _MAX_LENGTH:
        return None
    sides = [_read(side) for side in canonical(text).split("=")]
    found = [side for side in sides if side is not None]
    return sorted(found, key=repr) if len(found) == len(sides) <= 2 else None


def _read(plain: str) -> Node | None:
    if len(plain) > _MAX_LENGTH:
        return None
    try:
        return _Reader(plain).read()
    except _UnreadableError:
        return None


def _sum(terms: list[Node]) -> Node:
    flat = [inner for term in terms for inner in (term[1] if term[0] == "sum" else (term,))]
    return flat[0] if len(flat) == 1 else ("sum", tuple(sorted(flat, key=repr)))


def _product(factors: list[Node], sign: int = 1) -> Node:
    flat: list[Node] = []
    for factor in factors:
        if factor[0] == "*":
            sign *= factor[1]
            flat += factor[2]
        elif factor != ("num", "1"):
            flat.append(factor)
    if sign == 1 and len(flat) <= 1:
        return flat[0] if flat else ("num", "1")
    if len(flat) > 1:
        turned = [_is_turned(factor) for factor in flat]
        sign *= (-1) ** sum(turned)
        flat = [_negative(factor) if turn else factor for factor, turn in zip(flat, turned, strict=True)]
    return ("*", sign, tuple(sorted(flat, key=repr)))


def _is_turned(factor: Node) -> bool:
    """Return whether the first term of a sum has a minus sign, so that its sign is better before the product."""
    if factor[0] != "sum":
        return False
    first = min(factor[1], key=lambda term: repr(_product([term], -1) if _is_negative(term) else term))
    return _is_negative(first)


def _is_negative(term: Node) -> bool:
    return term[0] == "*" and bool(term[1] == -1)


def _negative(one: Node) -> Node:
    """Return a sum with the signs of all terms changed."""
    return _sum([_product([term], -1) for term in one[1]])


def _inverse(one: Node) -> Node:
    match one:
        case ("*", sign, factors):
            return _product([_inverse(factor) for factor in factors], sign)
        case ("inverse", (*inner,)):
            return tuple(inner)
        case _:
            return one if one == ("num", "1") else ("inverse", one)


class _Reader:
    """A parser by recursive descent. A letter, with its index, is a name of its own; names of functions are not."""

    def __init__(self, plain: str) -> None:
        self.tokens = [(str(found.lastgroup), found[0]) for found in _TOKEN.finditer(plain)]
        if "".join(text for _, text in self.tokens) != plain:
            raise _UnreadableError
        self.at = 0
        self.depth = 0

    def peek(self) -> tuple[str, str]:
        return self.tokens[self.at] if self.at < len(self.tokens) else ("", "")

    def take(self, *signs: str) -> str:
        kind, text = self.peek()
        if kind != "sign" or text not in signs:
            return ""
        self.at += 1
        return text

    def read(self) -> Node:
        found = self.sum()
        if self.at < len(self.tokens):
            raise _UnreadableError
        return found

    def sum(self) -> Node:
        sign = self.take("+", "-")
        terms = [_product([self.product()], -1 if sign == "-" else 1)]
        while sign := self.take("+", "-"):
            terms.append(_product([self.product()], -1 if sign == "-" else 1))
        return _sum(terms)

    def product(self) -> Node:
        factors = [self.power()]
        while True:
            kind, text = self.peek()
            if self.take("*"):
                factors.append(self.power())
            elif self.take("/"):
                divisor = self.power()
                after, following = self.peek()
                joined = after in {"name", "num", "call"} or following == "("
                number = divisor[0] == "num"
                half = number and (following == "(" or all(factor[0] == "num" for factor in factors))
                if joined and not half:
                    raise _UnreadableError  # a/bc; but 1/2x is half of x, and n/2(a + l) half of n(a + l)
                factors.append(_inverse(divisor))
            elif kind in {"name", "call", "num"} or text == "(":
                if text == "(" and self._may_be_called():
                    raise _UnreadableError
                if kind == "num" and self.tokens[self.at - 1][0] == "num":
                    raise _UnreadableError
                factors.append(self.power())
            else:
                return _product(factors)

    def _may_be_called(self) -> bool:
        """Return whether a letter before brackets may be a function: f(x + 1), N(t), but not x(x + 1)."""
        before, (inside, after) = self.tokens[self.at - 1], [*self.tokens[self.at + 1 :], ("", ""), ("", "")][:2]
        return before[0] == "name" and (before[1][0] in "fgh" or (inside[0] == "name" and after[1] == ")"))

    def power(self) -> Node:
        base = self.operand()
        if not self.take("^"):
            return base
        sign = self.take("-")
        exponent = self.power()
        if exponent == ("num", "1"):  # 7^1 is 7
            return _inverse(base) if sign else base
        return ("^", base, _product([exponent], -1 if sign else 1))

    def operand(self) -> Node:
        kind, text = self.peek()
        self.at += 1
        if kind in {"num", "name"}:
            return kind, text
        if kind == "call":
            return self.call(text)
        if text == "-" and self.tokens[self.at - 2 : self.at - 1] not in ([], [("sign", "-")], [("sign", "+")]):
            return _product([self.power()], -1)  # x * -2
        if text not in {"(", "|"}:
            raise _UnreadableError
        self.depth += 1
        inner = self.sum() if self.depth <= _MAX_DEPTH else None
        self.depth -= 1
        if inner is None or not self.take(")" if text == "(" else "|"):
            raise _UnreadableError
        return inner if text == "(" else ("call", "abs", inner)

    def call(self, function: str) -> Node:
        """Read the argument of a function: in brackets, or the letters and numbers up to the next sign."""
        power = None
        if self.take("^"):
            power = self.operand()
        if self.peek()[1] in {"(", "|"}:
            argument = self.operand()
        else:
            factors = []
            while self.peek()[0] in {"num", "name"}:
                factors.append(self.operand())
            if not factors or self.peek()[1] == "^":
                raise _UnreadableError
            argument = _product(factors)
        found = ("call", function, argument)
        return ("^", found, power) if power else found


def _is_simplified(one: Node) -> bool:
    """Return whether there is nothing to collect or cancel in ``one``: no ``x^3/x``, ``2*3x`` or ``sin(-x)``."""
    match one:
        case ("*", _, factors):
            others = [base for base in map(_base, factors) if base[0] != "num"]
            if not _is_reduced(factors) or len(set(others)) < len(others):
                return False
        case ("sum", terms):
            like = [_without_number(term) for term in terms]
            if len(set(like)) < len(like):
                return False
        case ("call", function, ("*", -1, _)) if function in _ODD_OR_EVEN:
            return False
        case _:
            pass
    return all(map(_is_simplified, _inner(one)))


def _base(factor: Node) -> Node:
    """Return what a factor is a power of, above or below the fraction bar; a power of a number is its own base."""
    if factor[0] == "inverse":
        return _base(factor[1])
    return _base(factor[1]) if factor[0] == "^" and factor[1][0] != "num" else factor


def _is_reduced(factors: Iterable[Node]) -> bool:
    """Return whether a product has at most one number above and one below the fraction bar, in lowest terms."""
    above = [factor[1] for factor in factors if factor[0] == "num"]
    below = [factor[1][1] for factor in factors if factor[0] == "inverse" and factor[1][0] == "num"]
    if len(above) > 1 or len(below) > 1:
        return False
    both = [*above, *below]
    return len(both) < 2 or not all(map(str.isdigit, both)) or gcd(*map(int, both)) == 1


def _without_number(term: Node) -> Node:
    """Return a term without its sign and its numbers: x, for -3x."""
    if term[0] != "*":
        return ("num", "1") if term[0] == "num" else term
    return _product([factor for factor in term[2] if _base(factor)[0] != "num"])


def _inner(one: Node) -> Iterator[Node]:
    """Yield the parts of a formula that are formulas themselves."""
    for item in one[1:]:
        if isinstance(item, tuple):
            yield from (item,) if _is_node(item) else item


def _names(one: Node) -> set[str]:
    if one[0] == "name":
        return {one[1]} - {"e", "π"}
    return {name for part in _inner(one) for name in _names(part)}


def _is_node(item: tuple[Any, ...]) -> bool:
    return bool(item) and isinstance(item[0], str)


def _value(one: Node, values: dict[str, float]) -> complex:
    match one:
        case ("num", text):
            return complex(float(text))
        case ("name", name):
            return complex({"e": math.e, "π": math.pi, **values}[name])
        case ("sum", terms):
            return sum((_value(term, values) for term in terms), 0j)
        case ("*", sign, factors):
            return math.prod((_value(factor, values) for factor in factors), start=complex(sign))
        case ("inverse", inner):
            return 1 / _value(inner, values)
        case ("^", base, exponent):
            return _value(base, values) ** _value(exponent, values)
        case ("call", function, argument):
            return complex(_FUNCTIONS[function](_value(argument, values)))
        case _:
            raise ValueError(one)
