"""Formulas, code and symbols: what is written with signs, where every sign counts.

One notation for one thing is chosen for comparing: ``x²`` is ``x^2``, ``−`` is ``-``, ``≥`` is ``>=``, and spaces,
which only make a formula easier to read, are gone. Names of functions (``log``) may be written with any capitals;
shorter symbols may not: ``m`` and ``M`` are two things.
"""

import re
import unicodedata

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ", "0123456789+-=()ni")
_SUPERSCRIPT_RUN = re.compile("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱ]+")
_ONE_SIGN = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*", "∗": "*",
    "÷": "/", "⁄": "/", "±": "+-", "+/-": "+-",
    "≥": ">=", "≤": "<=", "≠": "!=", "⩾": ">=", "⩽": "<=", "→": "->", "⟶": "->", "⇒": "=>", "√": "sqrt", "π": "pi",
    "“": '"', "”": '"', "‘": "'", "’": "'", "**": "^",
}  # fmt: skip
_SIGN = re.compile("|".join(map(re.escape, sorted(_ONE_SIGN, key=len, reverse=True))))
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_OPERATOR = re.compile(
    r"""[=<>≤≥≠×÷±^|~√→\[\]{}()\\#$@_*]|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀-₉]   # signs that prose does not have
    |\+|!=|&&|!(?=\w)|(?<=[\w)])!$                              # C++, !a, n!
    |(?:^|\s)[-−](?:\s|(?=\w))|[-−]$                            # x - y, -x, Cl-
    |(?<![\w])[a-z0-9]\s?[-−/]\s?[a-z0-9](?![\w])               # a/b
    |[a-z]\d?/[a-z]""",
    re.VERBOSE,
)
_NUMBER_ONLY = re.compile(r"[\s\d.,]*")
_CODE = re.compile(r"`([^`]+)`")
_CHARGE = re.compile(r"(?<=[A-Za-z0-9)\]])[\s^]*(\d*[+-])$")
_WORD = re.compile(r"[^\W\d_]{3,}")
_SPACE = re.compile(r"(?<!\d)\s+|\s+(?!\d)")
_CALL = re.compile(r"(?<![a-z])(sin|cos|tan|log|ln|exp|sqrt)\(([a-z0-9]+)\)")


def is_notation(text: str) -> bool:
    """Return whether ``text`` is code in backticks, or a formula: it has operators and no word of four letters."""
    if _CODE.fullmatch(text.strip()):
        return True
    return bool(_OPERATOR.search(text)) and not _LONG_WORD.search(text) and not _NUMBER_ONLY.fullmatch(text)


def canonical(text: str) -> str:
    """Return ``text`` in the one notation that is compared: both SO₄²⁻ and SO4^2- give ``SO42-``."""
    plain = _CODE.sub(r"\1", text.strip())
    plain = _SUPERSCRIPT_RUN.sub(lambda run: "^" + run[0].translate(_SUPERSCRIPTS), plain)
    plain = unicodedata.normalize("NFKC", _SIGN.sub(lambda sign: _ONE_SIGN[sign[0]], plain))
    plain = _WORD.sub(lambda word: word[0].lower(), _SIGN.sub(lambda sign: _ONE_SIGN[sign[0]], plain))
    plain = _CHARGE.sub(r"\1", " ".join(plain.split()))
    return _SPACE.sub("", plain)


def arranged(formula: str) -> str:
    """Return a canonical ``formula`` with its terms, and the factors of each, in one order, and needless brackets gone.

    ``-6b+3a`` and ``3a-6b`` are one, as are ``(x+3)(x-3)`` and ``(x-3)(x+3)``. Nothing is calculated. A formula with
    anything but sums and products in it is left as it is.
    """
    plain = _CALL.sub(r"\1\2", formula)
    plain = re.sub(r"\((!?\w+)\)(?=\|\||&&|$)", r"\1", plain)
    if re.search(r"[=<>|&!^]\w*\(|[<>=|&,{}\[\]]", plain):
        return plain
    terms = _split_at(plain, "+-")
    return "".join(sorted("*".join(sorted(_factors(term))) for term in terms)) if terms else plain


def _split_at(formula: str, signs: str) -> list[str]:
    """Split a sum into its terms with their signs, outside brackets."""
    terms: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(formula):
        depth += (char == "(") - (char == ")")
        if char in signs and not depth and at > start and formula[at - 1] not in "*/^(":
            terms.append(formula[start:at])
            start = at
    terms.append(formula[start:])
    return [term if term[:1] in {"-", "+"} else f"+{term}" for term in terms if term]


def _factors(term: str) -> list[str]:
    """Split a product into its factors: brackets side by side, and what * joins; a power is a factor repeated."""
    sign, product = term[:1], term[1:]
    factors: list[str] = []
    for part in re.findall(r"\([^()]*\)(?:\^\w+)?|[^*()]+|\*", product):
        if part == "*":
            continue
        power = re.fullmatch(r"(.+)\^([2-9])", part)
        factors += [power[1]] * int(power[2]) if power else [part]
    return [sign, *factors]
