"""Data written in code, read into values: lists, objects, dictionaries, tuples and sets of strings, numbers and names.

The reader executes nothing. What it cannot read, or what is nested too deep, is no data.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from quizgen.text.lazy_pattern import lazy_pattern

_LONGEST = 2_000
_DEEPEST = 20

Value = tuple[str, object]
"""What kind of value it is, and the value, both comparable: ("string", "Ana"), ("[", (…))."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How a language writes data."""

    quotes: str = "\"'"
    """The signs that a string may be between, which mean the same."""
    same_quotes: bool = True
    """Whether the kind of quotes makes no difference."""
    pairs: tuple[str, ...] = (":", "=>")
    """What may be between a key and its value."""
    bare_keys: bool = False
    """Whether a name before a colon is a string: {name: "Ana"}."""
    bare_strings: bool = False
    """Whether every name that is no constant is a string."""
    trailing_comma: bool = False
    """Whether a comma may follow the last value."""
    pairs_in: str = "[{"
    """The brackets in which there may be pairs."""
    values_in: str = "[{("
    """The brackets in which there may be values without keys."""
    sets: bool = False
    """Whether braces around values without keys are a set, whose order is free."""
    bare_tuples: bool = False
    """Whether values with commas between them need no brackets, and brackets around one value mean nothing."""
    one_number: bool = False
    """Whether 1 and 1.0 are one number."""
    names: bool = True
    """Whether there are variables."""
    raw_quotes: str = ""
    """The signs between which a backslash is one, except before a quote or another backslash."""
    drops_backslash: bool = False
    """Whether a backslash means nothing before a character with which it has no meaning; elsewhere, it is kept."""
    strict: bool = False
    """Whether keys are strings, numbers have digits around the point and no other signs than a minus, and a backslash
    has a meaning."""
    constants: frozenset[str] = frozenset({"true", "false", "null", "True", "False", "None"})


JSON = Dialect(
    quotes='"',
    pairs=(":",),
    pairs_in="{",
    values_in="[",
    one_number=True,
    names=False,
    strict=True,
    constants=frozenset({"true", "false", "null"}),
)
PYTHON = Dialect(
    pairs=(":",),
    trailing_comma=True,
    pairs_in="{",
    sets=True,
    bare_tuples=True,
    constants=frozenset({"True", "False", "None"}),
)
JAVASCRIPT = Dialect(
    quotes="\"'`",
    pairs=(":",),
    bare_keys=True,
    trailing_comma=True,
    pairs_in="{",
    values_in="[",
    one_number=True,
    drops_backslash=True,
    constants=frozenset({"true", "false", "null", "undefined", "NaN"}),
)
YAML = Dialect(
    pairs=(":",),
    bare_strings=True,
    trailing_comma=True,
    pairs_in="{",
    values_in="[",
    one_number=True,
    raw_quotes="'",
    constants=frozenset({"true", "false", "null"}),
)

OTHER = Dialect(raw_quotes="'")
"""Of any other language: the order and the kind of brackets count."""

_TOKEN = lazy_pattern(
    r"""\s*(?:(?P<string>"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\$]|\\.)*`)
    |(?P<number>[-+]?(?:(?:0|[1-9][\d_]*)(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?(?![\w.]))
    |(?P<name>[A-Za-z_$][\w$]*)
    |(?P<sign>=>|[\[\]{}(),:]))\s*""",
    re.VERBOSE,
)
_STRICT_NUMBER = lazy_pattern(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")
_ESCAPE = lazy_pattern(r"\\(?:u(?P<code>[0-9a-fA-F]{4})|(?P<char>.))", re.DOTALL)
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0", "\\": "\\", '"': '"', "'": "'"}
_STRICT_ESCAPES = frozenset('"\\/bfnrt')
_CLOSING = {"[": "]", "{": "}", "(": ")"}


class _NoDataError(ValueError):
    """The text is no data in the dialect."""


def read_literal(text: str, dialect: Dialect) -> Value | None:
    """Return the value of ``text``, which is a literal in ``dialect`` and nothing else; None if it is none."""
    if len(text) > _LONGEST:
        return None
    try:
        return _Reader(text, dialect).read()
    except (_NoDataError, ArithmeticError):  # ArithmeticError: a number with an exponent of many digits
        return None


class _Reader:
    """Reads the tokens of a literal one after the other."""

    def __init__(self, text: str, dialect: Dialect) -> None:
        self._dialect = dialect
        self._tokens: list[tuple[str, str]] = []
        self._at = 0
        end = 0
        while end < len(text):
            found = _TOKEN.match(text, end)
            if found is None or found.lastgroup is None:
                raise _NoDataError
            self._tokens.append((found.lastgroup, found[found.lastgroup]))
            end = found.end()

    def read(self) -> Value:
        if self._dialect.bare_tuples and not self._ends():
            values, _, comma = self._items("", 0)
            value: Value = values[0] if len(values) == 1 and not comma else ("(", tuple(values))
        else:
            value = self._value(0)
        if not self._ends():
            raise _NoDataError
        return value

    def _ends(self) -> bool:
        return self._at == len(self._tokens)

    def _takes(self, *signs: str) -> str | None:
        """Return the next token, which is then behind the reader, if it is one of ``signs``."""
        kind, text = self._tokens[self._at] if not self._ends() else ("", "")
        if kind != "sign" or text not in signs:
            return None
        self._at += 1
        return text

    def _value(self, depth: int) -> Value:
        if self._ends() or depth > _DEEPEST:
            raise _NoDataError
        kind, text = self._tokens[self._at]
        self._at += 1
        match kind:
            case "string":
                return self._string(text)
            case "number":
                return self._number(text)
            case "name" if text in self._dialect.constants:
                return "constant", text
            case "name" if self._dialect.bare_strings:
                return "string", text
            case "name" if self._dialect.names:
                return "name", text
            case "sign" if text in self._dialect.pairs_in + self._dialect.values_in:
                return self._bracketed(text, depth + 1)
            case _:
                raise _NoDataError

    def _string(self, text: str) -> Value:
        if text[0] not in self._dialect.quotes:
            raise _NoDataError
        unescaped = self._raw_escape if text[0] in self._dialect.raw_quotes else self._escape
        return "string" if self._dialect.same_quotes else text[0], _ESCAPE.sub(unescaped, text[1:-1])

    def _raw_escape(self, found: re.Match[str]) -> str:
        return found["char"] if found["char"] in {"\\", "'"} else found[0]

    def _escape(self, found: re.Match[str]) -> str:
        """Return the character for which a backslash and what is after it stand."""
        if found["code"]:
            return chr(int(found["code"], 16))
        char = found["char"]
        if self._dialect.strict and char not in _STRICT_ESCAPES:
            raise _NoDataError
        return _ESCAPED.get(char, char if self._dialect.drops_backslash or self._dialect.strict else found[0])

    def _number(self, text: str) -> Value:
        plain = text.replace("_", "")
        if self._dialect.strict and not _STRICT_NUMBER.fullmatch(text):
            raise _NoDataError
        is_whole = self._dialect.one_number or not set(plain) & {".", "e", "E"}
        return "number" if is_whole else "float", Decimal(plain)

    def _bracketed(self, bracket: str, depth: int) -> Value:
        """Return what is between ``bracket``, which has been read, and the one that closes it."""
        values, keys, comma = self._items(bracket, depth)
        if not self._takes(_CLOSING[bracket]):
            raise _NoDataError
        if keys:
            if len({*keys}) < len(keys):
                raise _NoDataError  # the last one wins, which nobody means
            return f"{bracket}:", frozenset(zip(keys, values, strict=True))
        if values and bracket not in self._dialect.values_in:
            raise _NoDataError
        if bracket == "{" and self._dialect.sets:
            return ("set", frozenset(values)) if values else ("{:", frozenset())
        if bracket == "(" and self._dialect.bare_tuples and len(values) == 1 and not comma:
            return values[0]
        return bracket, tuple(values)

    def _items(self, bracket: str, depth: int) -> tuple[list[Value], list[Value], bool]:
        """Return the values up to the end, their keys, and whether a comma follows the last one."""
        values: list[Value] = []
        keys: list[Value] = []
        comma = False
        while not self._ends() and self._tokens[self._at] != ("sign", _CLOSING.get(bracket, "")):
            if values and not comma:
                raise _NoDataError
            value = self._value(depth)
            if bracket and bracket in self._dialect.pairs_in and (sign := self._takes(*self._dialect.pairs)):
                keys.append(self._key(value))
                value = self._value(depth) if sign == ":" else (sign, self._value(depth))
            values.append(value)
            if keys and len(keys) < len(values):
                raise _NoDataError
            comma = self._takes(",") is not None
        if comma and not self._dialect.trailing_comma:
            raise _NoDataError
        return values, keys, comma

    def _key(self, value: Value) -> Value:
        kind, content = value
        if self._dialect.strict and kind != "string":
            raise _NoDataError
        if self._dialect.bare_keys and kind in {"name", "constant", "number"}:
            return "string", str(content)
        return value
