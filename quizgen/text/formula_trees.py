"""Formulas of sums, products, powers and functions as trees, whose terms and factors have a fixed order.

Nothing is expanded, factored or calculated, so that ``(x+1)(x-1)`` is not ``x^2-1``. The variables are letters: ``ab``
is a product. ``expressions`` reads formulas whose operands are words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.tokens import Token, TokenReader, UnreadableError

MAX_LENGTH = 120
_MAX_DEPTH = 12
_TOKEN = lazy_pattern(
    r"(?P<number>\d+(?:\.\d+)?)|(?P<function>arcsin|arccos|arctan|sin|cos|tan|sec|csc|cot|ln|log|sqrt|abs)"
    r"|(?P<name>\[[A-Z][A-Za-z0-9^+\-]*\]|[a-zA-Zα-ωΔ]\d*'*)|(?P<sign>[-+*/^()|])"
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number as it is written: ``2``, ``0.50``."""

    text: str


@dataclass(frozen=True, slots=True)
class Name:
    """A letter with its index or its strokes (``x``, ``v0``, ``y'``), or a concentration: ``[A]``."""

    text: str


@dataclass(frozen=True, slots=True)
class Sum:
    """Two or more terms, of which none is a sum; a term that is subtracted is a product with the sign -1."""

    terms: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Product:
    """Factors, of which none is a product, after the sign 1 or -1; a divisor is an inverse factor.

    Minus one is the sign alone, without factors.
    """

    sign: int
    factors: tuple["Formula", ...]


@dataclass(frozen=True, slots=True)
class Inverse:
    """What is below a fraction bar."""

    divisor: "Formula"


@dataclass(frozen=True, slots=True)
class Power:
    """A power; a root is a call."""

    base: "Formula"
    exponent: "Formula"


@dataclass(frozen=True, slots=True)
class Call:
    """A function with its argument; ``|x|`` is the function ``abs``."""

    function: str
    argument: "Formula"


Formula = Number | Name | Sum | Product | Inverse | Power | Call

ONE = Number("1")


def read_formula(plain: str) -> Formula | None:
    """Read all of ``plain``, in the notation of ``notation.canonical``; None if it is no formula, or is ambiguous."""
    if len(plain) > MAX_LENGTH:
        return None
    try:
        return _Reader(plain).read()
    except UnreadableError:
        return None


def parts_of(one: Formula) -> tuple[Formula, ...]:
    """Return the formulas that ``one`` is made of directly."""
    match one:
        case Number() | Name():
            return ()
        case Sum(terms):
            return terms
        case Product(_, factors):
            return factors
        case Inverse(divisor):
            return (divisor,)
        case Power(base, exponent):
            return base, exponent
        case Call(_, argument):
            return (argument,)


def variables(one: Formula) -> set[str]:
    """Return the names in ``one`` that are not constants."""
    if isinstance(one, Name):
        return {one.text} - {"e", "π"}
    return {name for part in parts_of(one) for name in variables(part)}


def sum_of(terms: Sequence[Formula]) -> Formula:
    """Return the sum of one or more terms."""
    flat = [inner for term in terms for inner in (term.terms if isinstance(term, Sum) else (term,))]
    return flat[0] if len(flat) == 1 else Sum(_in_order(flat))


def product_of(factors: Sequence[Formula], sign: int = 1) -> Formula:
    """Return the product of any number of factors; the sign of a sum in it is put before it."""
    flat: list[Formula] = []
    for factor in factors:
        if isinstance(factor, Product):
            sign *= factor.sign
            flat += factor.factors
        elif factor != ONE:
            flat.append(factor)
    if sign == 1 and len(flat) <= 1:
        return flat[0] if flat else ONE
    if len(flat) > 1:
        for at, factor in enumerate(flat):
            if isinstance(factor, Sum) and _begins_with_minus(factor):
                sign = -sign
                flat[at] = sum_of([negative(term) for term in factor.terms])
    return Product(sign, _in_order(flat))


def negative(one: Formula) -> Formula:
    """Return ``one`` with a minus sign."""
    return product_of([one], -1)


def with_powers(one: Formula) -> Formula:
    """Return ``one`` with powers in place of roots and of divisors that are no numbers: x^-2 for 1/x^2."""
    match one:
        case Inverse(divisor) if not isinstance(divisor, Number):
            inner = with_powers(divisor)
            if isinstance(inner, Power):
                return Power(inner.base, negative(inner.exponent))
            return Power(inner, negative(ONE))
        case Call("sqrt", argument) if not isinstance(argument, Number):
            return Power(with_powers(argument), Inverse(Number("2")))
        case Call(function, argument):
            return Call(function, with_powers(argument))
        case Power(base, exponent):
            return Power(with_powers(base), with_powers(exponent))
        case Sum(terms):
            return sum_of(list(map(with_powers, terms)))
        case Product(sign, factors):
            return product_of(list(map(with_powers, factors)), sign)
        case _:
            return one


def _begins_with_minus(one: Sum) -> bool:
    """Return whether the term that comes first, if signs do not count, has a minus sign."""
    return _is_negative(min(one.terms, key=lambda term: repr(negative(term) if _is_negative(term) else term)))


def _is_negative(term: Formula) -> bool:
    return isinstance(term, Product) and term.sign == -1


def _inverse(one: Formula) -> Formula:
    match one:
        case Product(sign, factors):
            return product_of([_inverse(factor) for factor in factors], sign)
        case Inverse(divisor):
            return divisor
        case _:
            return one if one == ONE else Inverse(one)


def _in_order(parts: Sequence[Formula]) -> tuple[Formula, ...]:
    return tuple(sorted(parts, key=repr))


def _tokens(plain: str) -> Iterator[Token]:
    at = 0
    for found in _TOKEN.finditer(plain):
        if found.start() != at:
            raise UnreadableError
        yield Token(str(found.lastgroup), found[0])
        at = found.end()
    if at < len(plain):
        raise UnreadableError


class _Reader(TokenReader):
    """A parser by recursive descent. A letter, with its index, is a name of its own; names of functions are not."""

    def __init__(self, plain: str) -> None:
        super().__init__(list(_tokens(plain)))
        self.depth = 0

    def read(self) -> Formula:
        found = self.sum()
        self.finish()
        return found

    def sum(self) -> Formula:
        terms = [self.term(self.take("+", "-"))]
        while sign := self.take("+", "-"):
            terms.append(self.term(sign))
        return sum_of(terms)

    def term(self, sign: str) -> Formula:
        return negative(self.product()) if sign == "-" else self.product()

    def product(self) -> Formula:
        factors = [self.power()]
        while True:
            kind, text, _ = self.peek()
            if self.take("*"):
                factors.append(self.power())
            elif self.take("/"):
                divisor = self.power()
                after, following, _ = self.peek()
                joined = after in {"name", "number", "function"} or following == "("
                half = isinstance(divisor, Number) and (
                    following == "(" or all(isinstance(factor, Number) for factor in factors)
                )
                if joined and not half:
                    raise UnreadableError  # a/bc; but 1/2x is half of x, and n/2(a + l) half of n(a + l)
                factors.append(_inverse(divisor))
            elif kind in {"name", "function", "number"} or text == "(":
                if text == "(" and self._may_be_called():
                    raise UnreadableError
                if kind == "number" and self.tokens[self.at - 1].kind == "number":
                    raise UnreadableError
                factors.append(self.power())
            else:
                return product_of(factors)

    def _may_be_called(self) -> bool:
        """Return whether a letter before brackets may be a function: f(x + 1), N(t), but not x(x + 1)."""
        before, inside = self.tokens[self.at - 1], self.tokens[self.at + 1 : self.at + 3]
        is_single_name = [token.kind for token in inside] == ["name", "sign"] and inside[1].text == ")"
        return before.kind == "name" and (before.text[0] in "fgh" or is_single_name)

    def power(self) -> Formula:
        base = self.operand()
        if not self.take("^"):
            return base
        sign = self.take("-")
        exponent = self.power()
        if exponent == ONE:  # 7^1 is 7
            return _inverse(base) if sign else base
        return Power(base, negative(exponent) if sign else exponent)

    def operand(self) -> Formula:
        kind, text, _ = self.peek()
        self.at += 1
        if kind == "number":
            return Number(text)
        if kind == "name":
            return Name(text)
        if kind == "function":
            return self.call(text)
        if text == "-" and self.at > 1 and self.tokens[self.at - 2].text not in {"-", "+"}:
            return negative(self.power())  # x * -2
        if text not in {"(", "|"}:
            raise UnreadableError
        self.depth += 1
        inner = self.sum() if self.depth <= _MAX_DEPTH else None
        self.depth -= 1
        if inner is None or not self.take(")" if text == "(" else "|"):
            raise UnreadableError
        return inner if text == "(" else Call("abs", inner)

    def call(self, function: str) -> Formula:
        """Read the argument of a function: in brackets, or the letters and numbers up to the next sign."""
        power = self.operand() if self.take("^") else None
        if self.peek().text in {"(", "|"}:
            argument = self.operand()
        else:
            factors = []
            while self.peek().kind in {"number", "name"}:
                factors.append(self.operand())
            if not factors or self.peek().text == "^":
                raise UnreadableError
            argument = product_of(factors)
        found = Call(function, argument)
        return Power(found, power) if power else found
