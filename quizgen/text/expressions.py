"""Calculations and conditions written with words: ``2 × (length + width)``, ``not (raining and cold)``.

All orders of terms and factors give the same expression, so that brackets count exactly where they change the value.
Nothing is calculated but the numbers in a product. ``formula_trees`` reads formulas whose variables are letters.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import prod

from quizgen.text.mathematics import in_signs
from quizgen.text.tokens import Token, TokenReader, UnreadableError

MAX_LENGTH = 200
_MAX_BRACKETS = 12


@dataclass(frozen=True, slots=True)
class Expression:
    """An operand, or an operator with its operands in a fixed order.

    Subtraction and division are a sum and a product with ``negative`` and ``inverse`` parts.
    """

    sign: str
    """``words``, ``number``, or the operator."""
    parts: tuple["Expression", ...] = ()
    words: str = ""
    number: Fraction = Fraction(1)


_SIGNS = str.maketrans(
    {"×": "*", "·": "*", "⋅": "*", "∙": "*", "÷": "/", "∕": "/", "⁄": "/", "−": "-", "–": "-", "—": "-", "≤": "<=",
     "≥": ">=", "≠": "!=", "²": "^2", "³": "^3",
     "∧": " and ", "∨": " or ", "¬": " not ", "[": "(", "]": ")", "’": "'", "√": " sqrt"}
)  # fmt: skip
_OTHER_SIGNS = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\bpercentage\b|\bper cent\b", "percent"),
        (r"\*\*", "^"),
        (r"(?<=[a-z)])\s+x\s+(?=[a-z(])", "*"),
        (r"&&", " and "),
        (r"\|\|", " or "),
        (r"!(?!=)", " not "),
        (r"==", "="),
    )
)
_THOUSANDS = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?")
_HALF = re.compile(r"(?<![-\w])(?<!\w )half\b(?!-)(?:\s+of\b)?(?:\s+the\b)?", re.IGNORECASE)
"""A half of something; the first half is a name."""
_IS = re.compile(r"\bis\b", re.IGNORECASE)
_TOKEN = re.compile(
    rf"\s*(?:(?P<number>{_THOUSANDS.pattern}(?!\d)|\d+(?:[.,]\d+)?|[¼-¾⅐-⅞])|(?P<word>[^\W\d_]+(?:['-]?[^\W_]+)*)"
    r"|(?P<sign><=|>=|!=|[-+*/^=<>()%])|(?P<other>\S))"
)
_PERCENT = re.compile(r"%")
_PERCENT_IN_LOGIC = re.compile(r"%(?!\s*(?!(?:and|or|not)\b)[\w(])", re.IGNORECASE)
"""A sign after which no operand comes: before one, it is the operator of a remainder in code."""
_WEAK = re.compile(r"[^\W\d_]\s*/\s*[^\W\d_]|\s[-−–]\s")
_STRONG = re.compile(r"[×*÷+=·⋅²³¼-¾⅐-⅞√]|\d\s?[(/]|[/(]\s*[\d(]|\)\s*/")
_LETTER = r"[^\W\d_⁰¹²³⁴-⁹₀-₉¼-¾⅐-⅞]"
_LONG_WORD = re.compile(rf"(?<![^\W_])(?!sqrt(?![^\W\d_])){_LETTER}(?:(?![A-Z]){_LETTER}){{3,}}")
_LOGIC = re.compile(r"\b(?:and|or|not)\b|&&|\|\||[∧∨¬]", re.IGNORECASE)
_NOT = re.compile(r"(?:\bnot\b|!|¬)\s*\(|\(\s*(?:not\b|!|¬)", re.IGNORECASE)
_GROUPED = re.compile(r"\((?=[^()]*(?:\s(?:and|or)\s|[-+*/×÷]|&&|\|\|))[^()]+\)", re.IGNORECASE)
_ARROW = re.compile(r"->|→|⟶|=>|⇌|,|;|\?|:")
_ALTERNATIVES = frozenset("a an and or he she his her him they it its the yes no".split())


def is_condition(text: str) -> bool:
    """Return whether ``text`` joins words or symbols by "and", "or" or "not", with brackets that matter."""
    return _LOGIC.search(text) is not None and (_NOT.search(text) or _GROUPED.search(text)) is not None


def is_calculation(text: str) -> bool:
    """Return whether ``text`` is a calculation with signs and words: ``distance / time``, and no list or title.

    A slash or a dash alone joins words in small letters: TCP/IP is a name.
    """
    if _ARROW.search(text) or not _LONG_WORD.search(text) or not (_STRONG.search(text) or _WEAK.search(text)):
        return False
    found = expression(text)
    if found is None or not (len(list(operands(found))) >= 2 or found.sign in {"+", "="}):
        return False
    words = re.findall(r"[^\W\d_]+", text)
    in_small_letters = all(word.islower() or len(word) == 1 for word in words[1:])
    return _STRONG.search(text) is not None or (in_small_letters and _ALTERNATIVES.isdisjoint(map(str.lower, words)))


def expression(text: str, *, logic: bool = False) -> Expression | None:
    """Read all of ``text`` as an expression, or return None.

    "Times", "divided by", "is" and others are operators, and with ``logic`` "and", "or" and "not" are, too.
    """
    if len(text) > MAX_LENGTH or text.count("(") > _MAX_BRACKETS or text.count("(") != text.count(")"):
        return None
    plain = in_signs(text.strip(" .`").translate(_SIGNS))
    plain = (_PERCENT_IN_LOGIC if logic else _PERCENT).sub(" percent ", plain)
    for pattern, sign in _OTHER_SIGNS:
        plain = pattern.sub(sign, plain)
    if not logic and "=" not in plain:
        plain = _IS.sub("=", plain, count=1)
    plain = _HALF.sub("½", plain)
    try:
        return _Parser(plain, logic=logic).whole()
    except UnreadableError:
        return None


def operands(one: Expression) -> Iterator[str]:
    """Yield the words of every operand."""
    if one.sign == "words":
        yield one.words
    for part in one.parts:
        yield from operands(part)


def renamed(one: Expression, name: Callable[[str], str]) -> Expression:
    """Return ``one`` with ``name`` applied to the words of every operand, in its fixed order."""
    if one.sign == "words":
        return Expression("words", words=name(one.words))
    return one if one.sign == "number" else _made(one.sign, [renamed(part, name) for part in one.parts])


def _made(sign: str, parts: Sequence[Expression]) -> Expression:
    """Return an expression in its fixed order."""
    match sign:
        case "+" | "*":
            return _sum(parts) if sign == "+" else _product(parts)
        case "negative" | "inverse":
            return _opposite(parts[0], sign)
        case "and" | "or" | "=" | "!=":
            flat = (inner for part in parts for inner in (part.parts if part.sign == sign != "=" else (part,)))
            return Expression(sign, tuple(sorted(flat, key=repr)))
        case ">" | ">=":
            return Expression(sign.replace(">", "<"), tuple(parts[::-1]))
        case _:
            return Expression(sign, tuple(parts))


def _opposite(one: Expression, sign: str) -> Expression:
    """Return an expression with a minus before it, or under a fraction bar: in all its terms, or in all its factors."""
    if one.sign == sign:
        return one.parts[0]
    if one.sign == ("+" if sign == "negative" else "*"):
        return _made(one.sign, [_opposite(part, sign) for part in one.parts])
    if one.sign == "number":
        if sign == "inverse" and not one.number:
            raise UnreadableError
        return Expression("number", number=-one.number if sign == "negative" else 1 / one.number)
    return Expression(sign, (one,))


def _sum(terms: Iterable[Expression]) -> Expression:
    flat = [inner for term in terms for inner in (term.parts if term.sign == "+" else (term,))]
    return flat[0] if len(flat) == 1 else Expression("+", tuple(sorted(flat, key=repr)))


def _product(factors: Iterable[Expression]) -> Expression:
    flat = [inner for factor in factors for inner in (factor.parts if factor.sign == "*" else (factor,))]
    number = prod((factor.number for factor in flat if factor.sign == "number"), start=Fraction(1))
    rest = [factor for factor in flat if factor.sign != "number"]
    if number != 1 or not rest:
        rest.append(Expression("number", number=number))
    return rest[0] if len(rest) == 1 else Expression("*", tuple(sorted(rest, key=repr)))


def _number(text: str) -> Fraction:
    """Read ``1,000`` (a thousand), ``1.5``, ``1,5`` or ``½``."""
    if not text[0].isdecimal():
        return Fraction(unicodedata.numeric(text)).limit_denominator(10)
    return Fraction(text.replace(",", "") if _THOUSANDS.fullmatch(text) else text.replace(",", "."))


def _tokens(text: str, logic: bool) -> Iterator[Token]:
    """Yield the tokens of ``text``, in which with ``logic`` "and", "or" and "not" are signs."""
    for found in _TOKEN.finditer(text):
        kind = str(found.lastgroup)
        if kind == "other":
            raise UnreadableError
        is_sign = kind == "word" and logic and found[kind].lower() in {"and", "or", "not"}
        value = found[kind].lower() if is_sign else found[kind]
        yield Token("sign" if is_sign else kind, value, found[0][:1].isspace())


class _Parser(TokenReader):
    """A parser by recursive descent, with one method for each precedence."""

    def __init__(self, text: str, *, logic: bool) -> None:
        super().__init__(list(_tokens(text, logic)))
        self.logic = logic

    def whole(self) -> Expression:
        found = self.choice()
        self.finish()
        return found

    def choice(self) -> Expression:
        return self.joined("or", self.both)

    def both(self) -> Expression:
        return self.joined("and", self.negated)

    def joined(self, sign: str, part: Callable[[], Expression]) -> Expression:
        parts = [part()]
        while self.take(sign):
            parts.append(part())
        return parts[0] if len(parts) == 1 else _made(sign, parts)

    def negated(self) -> Expression:
        return Expression("not", (self.negated(),)) if self.take("not") else self.compared()

    def compared(self) -> Expression:
        left = self.sum()
        found: list[Expression] = []
        while sign := self.take("=", "!=", "<", ">", "<=", ">="):
            if found and (not self.logic or sign in {"=", "!="}):
                raise UnreadableError
            right = self.sum()
            found.append(_made(sign, (left, right)))
            left = right
        if not found:
            return left
        return found[0] if len(found) == 1 else _made("and", found)  # 1 <= x <= 10

    def sum(self) -> Expression:
        sign = self.take("+", "-")
        first = self.product()
        if sign == "-" and first.sign == "%":
            raise UnreadableError  # languages differ in the sign of what remains
        terms = [first if sign != "-" else _opposite(first, "negative")]
        while sign := self.take("+", "-"):
            terms.append(self.product() if sign == "+" else _opposite(self.product(), "negative"))
        return _sum(terms)

    def product(self) -> Expression:
        factors = [self.power()]
        while True:
            kind, value, _ = self.peek()
            if sign := self.take("*", "/"):
                factors.append(self.power() if sign == "*" else _opposite(self.power(), "inverse"))
            elif self.take("%"):
                factors = [Expression("%", (_product(factors), self.power()))]
            elif (kind, value) == ("sign", "(") or (kind == "word" and self.tokens[self.at - 1][0] == "number"):
                factors.append(self.power())  # 2(a + b), 2 length
            else:
                return _product(factors)

    def power(self) -> Expression:
        base = self.operand()
        return Expression("^", (base, self.power())) if self.take("^") else base

    def operand(self) -> Expression:
        kind, value, _ = self.peek()
        self.at += 1
        if kind == "number":
            return Expression("number", number=_number(value))
        if (kind, value) == ("sign", "-"):
            return _opposite(self.power(), "negative")
        if (kind, value) == ("sign", "("):
            return self.closed()
        if kind != "word":
            raise UnreadableError
        if value == "sqrt":
            return Expression("sqrt", (self.power(),))
        words = [value]
        while self.peek()[0] in {"word", "number"}:
            words.append(self.peek()[1])
            self.at += 1
        _, following, spaced = self.peek()
        if following != "(":
            return Expression("words", words=" ".join(words))
        if spaced or len(words) > 1:
            raise UnreadableError  # a remark in parentheses
        self.at += 1
        return Expression("call", (Expression("words", words=value), self.closed()))

    def closed(self) -> Expression:
        """Read what is in parentheses, of which the first one is already read."""
        inner = self.choice()
        if not self.take(")"):
            raise UnreadableError
        return inner
