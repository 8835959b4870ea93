"""Formulas, code and symbols: text in which every character counts.

For comparison, everything is put into one notation: ``x²`` is ``x^2``, ``−`` is ``-``, ``≥`` is ``>=``, and spaces,
which only make a formula easier to read, are gone. Case does not matter in names of functions (``log``), but does in
shorter symbols: ``m`` and ``M`` are two things.
"""

import re
import unicodedata
from collections import Counter
from fractions import Fraction

from quizgen.text.lazy_pattern import lazy_pattern

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵗᵏ", "0123456789+-=()nixytk")
_LOWERED = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")
_SUPERSCRIPT_RUN = lazy_pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱˣʸᵗᵏ]+")
_ONE_SIGN = {
    "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "×": "*", "·": "*", "⋅": "*", "∙": "*", "∗": "*",
    "÷": "/", "⁄": "/", "±": "+-", "+/-": "+-",
    "≥": ">=", "≤": "<=", "≠": "!=", "⩾": ">=", "⩽": "<=", "→": "->", "⟶": "->", "⇒": "=>", "√": "sqrt",
    "“": '"', "”": '"', "‘": "'", "’": "'", "**": "^",
}  # fmt: skip
_SIGN = lazy_pattern("|".join(map(re.escape, sorted(_ONE_SIGN, key=len, reverse=True))))
_LONG_WORD = lazy_pattern(
    r"(?<![^\W\d_])(?!(?:sqrt|sinh|cosh|tanh|arcsin|arccos|arctan)(?![^\W\d_]))[^\W\d_⁰¹²³⁴-⁹₀-₉¼½¾⅐-⅞]{4,}"
)
"""A word other than the name of a function."""
_OPERATOR = lazy_pattern(
    r"""[=<>≤≥≠×÷±π∞^|~√→⊂⊃⊆⊇∈∉∪∩∧∨¬∀∃≈≡∝∫∑∂\[\]{}()\\#$@_*]|[⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻₀-₉]   # characters that prose does not have
    |\+|!=|&&|!(?=\w)|(?:\)|\d|(?<![^\W\d_])[a-z])!$          # C++, !a, n!, but not "Bom dia!"
    |(?:^|\s)[-−](?:\s|(?=\w))|[-−]$                            # x - y, -x, Cl-
    |(?<![\w])[a-z0-9]\s?[-−/]\s?[a-z0-9](?![\w])               # a/b
    |[a-z]\d?/[a-z]
    |[a-z)\]]\s?%\s?[a-z\d(]                                    # a % b""",
    re.VERBOSE,
)
_ARROW = lazy_pattern("[-=─]>|[→⟶⇒]")
_SPECIES = lazy_pattern(
    r"\[(?P<inside>[A-Z][\w()]*)[\s^{]*[\d⁰-⁹²³]{0,2}[+\-−⁺⁻]{0,3}\}?(?:\((?:aq|g)\))?\]"
    r"|^\W{0,2}(?P<ion>[A-Z][\w()]*?)[\s^{]*[\d⁰-⁹²³]{0,2}[+\-−⁺⁻]{1,3}\}?\W{0,2}$"
)
"""A concentration, or an ion and nothing else, whose symbols may look like a word: [HCOOH], HCOO-."""
_NUMBER_ONLY = lazy_pattern(r"[\s\d.,]*")
_CODE = lazy_pattern(r"`([^`]+)`")
_EXP = lazy_pattern(r"(?<![a-zA-Z])exp\(")
_PI = lazy_pattern(r"(?<![a-zA-Z])pi(?![a-zA-Z])")
_BRACES = lazy_pattern(r"([\^_])\{(\w|\d+[+-]?|-\d+|(?<=_\{)\w+)\}")
_EXPONENT = lazy_pattern(r"\^\{([^{}]+)\}")
"""An exponent of several letters and signs: x^{2y} is x^(2y), which is not x^2y."""
_ONE_EXPONENT = lazy_pattern(r"[+-]?(?:\d+|[a-z])|\d*[+-]{1,4}|\(.*\)")
_INDEX = lazy_pattern(r"(?<=[A-Za-z)\]])_(?=\d)")
"""The mark of a subscript in plain text: H_2O, x_1."""
_CHARGE = lazy_pattern(r"(?<=[A-Za-z0-9)\]])[\s^]{0,3}(\d{0,2}[+-])$")
_WORD = lazy_pattern(r"(?<![^\W\d_])(?!sqrt[^\W\d_]{1,2}(?![^\W\d_]))[^\W\d_]{3,}")
"""A word; the letters in √A keep their capitals."""
_SPACE = lazy_pattern(r"(?<!\d)\s+|\s+(?!\d)")
_JOINED = lazy_pattern(r"\b(?:and|or|und|oder|et|ou|y|o)\b|[∨⋁]")
_JOINT = lazy_pattern(r"\s*(?:[,;]\s*)?(?:\b(?:and|or|und|oder|et|ou|y|o)\b|[∨⋁])\s*|\s*[,;]\s+")
_EQUATION = lazy_pattern(r"\s*(?P<name>[a-zα-ω])(?:_?\d)?\s*(?:=|\bis\b|\bequals\b)\s*(?P<value>[^=]+)", re.IGNORECASE)
_BRACED = lazy_pattern(r"(?:(?P<name>[a-zα-ω])\s*(?:=|∈|in)\s*)?\{(?P<inside>[^{}]*)\}", re.IGNORECASE)
_RATIONAL = lazy_pattern(r"(?P<top>-?\d{1,9}(?:\.\d{1,9})?)(?:/(?P<bottom>\d{1,9}))?")
_MIXED = lazy_pattern(r"(?P<sign>-?)(?P<whole>\d{1,9})\s(?P<top>\d{1,9})/(?P<bottom>[1-9]\d{0,8})")
"""A mixed number in canonical form: 1 1/2."""
_DIGIT_BEFORE_FRACTION = lazy_pattern(r"(?<=\d)(?=[¼½¾⅐-⅞])")
_RELATION = lazy_pattern(r"(!=|<=|>=|=|<|>)")
_SIMPLE = lazy_pattern(r"(?:/?(?:(?<![^\W\d_])\d+(?:\.\d+)?|[^\W\d_])(?:\^\d)?\*?)+")
"""A product of numbers and letters, in which a slash divides by the next one alone; x2 is not 2x."""
_LONG_DIVISOR = lazy_pattern(r"/[^\W\d_]{2}")
"""A slash before two letters or more, as in dy/dx, of which it may divide by one or by all."""
_NESTED = lazy_pattern(r"\([^()]*\(")
_SIMPLE_FACTOR = lazy_pattern(r"/?(?:\d+(?:\.\d+)?|[^\W\d_])(?:\^\d)?")
_POWER = lazy_pattern(r"(.+)\^([2-9])")
"""A power that may be written as a factor repeated."""
_ALL_INSIDE = lazy_pattern(r"\([^(),;|]+\)")
_PRODUCTS = lazy_pattern(r"(?!.*[a-z]{4})[a-zα-ω\d^.*/+()-]+")
"""Sums and products of variables, none of which is a name of several letters."""
_CONFIGURATION = lazy_pattern(r"(?:\[[A-Z][a-z]?\]\s*)?(?:\d[spdf]\^?\d{1,2}\s*){1,20}")
"""Electron configurations, whose numbers may be written as superscripts: 1s2 2s1."""
_POINT = lazy_pattern(r"(?<=\d)\s*;\s*(?=[-\d])")
"""What some countries write between coordinates: (3; -2)."""
_PARTS = {".5": "1/2", ".25": "1/4", ".75": "3/4"}
_PART = lazy_pattern(r"(?<![\w.,])0?(\.(?:5|25|75))(?=[a-zA-Zα-ω(*])")
_ROMAN = ("0", "I", "II", "III", "IV", "V", "VI", "VII", "VIII")
_CHARGE_ALONE = lazy_pattern(r"(?P<before>[+-]?)(?P<size>\d|V?I{1,3}|I?V)(?P<after>[+-]?)", re.IGNORECASE)
_CALL = lazy_pattern(
    r"(?<![a-z])(sin|cos|tan|log|ln|exp)\(((?![a-z0-9]*(?:sin|cos|tan|log|ln))[a-z0-9]+(?:\.\d+)?)\)(?![\w(^!])"
)
"""A function whose brackets can be left out; in cos(3)x they say where its argument ends."""
_ROOT = lazy_pattern(r"(?<![a-z])sqrt\((\d+|[a-z])\)(?![\^!])")
"""The root of one number or letter, after which √3x may be typed for it as well as for √(3x)."""
_FUNCTION = lazy_pattern(r"(?<![a-zA-Zα-ω])[fgh]\((?!\w\))")
_NEEDLESS = lazy_pattern(r"(?<![a-zA-Z])\(([a-z]\^\d+)\)(?!\^)")
"""Parentheses around a power: 3(x^2)."""
_ABSOLUTE = lazy_pattern(r"\|([a-z0-9]+)\||abs\(([a-z0-9]+)\)", re.IGNORECASE)
"""An absolute value: |x| is abs(x)."""


def is_notation(text: str) -> bool:
    """Return whether ``text`` is code in backticks, or a formula: it has operators and no word of four letters.

    The symbols in a chemical equation, a concentration or an ion are not words, even if several are written together:
    ``AgCl``, ``[HCOOH]``.
    """
    if _CODE.fullmatch(text.strip()):
        return True
    if not _OPERATOR.search(text) or _NUMBER_ONLY.fullmatch(text):
        return False
    if not _LONG_WORD.search(text) or not _LONG_WORD.search(_SPECIES.sub(_without_formula, text)):
        return True
    if not _ARROW.search(text):
        return False
    from quizgen.text.chemistry.reactions import is_reaction

    return is_reaction(text)


def _without_formula(species: re.Match[str]) -> str:
    from quizgen.text.chemistry.formulas import is_formula

    return "" if is_formula(species["inside"] or species["ion"]) else species[0]


def canonical(text: str) -> str:
    """Return ``text`` in the one notation that is compared: both SO₄²⁻ and SO4^2- give ``SO42-``."""
    plain = _CODE.sub(r"\1", text.strip())
    plain = _SUPERSCRIPT_RUN.sub(_raised, _DIGIT_BEFORE_FRACTION.sub(" ", plain))  # 1½ is not 11/2
    plain = unicodedata.normalize("NFKC", _SIGN.sub(lambda sign: _ONE_SIGN[sign[0]], plain))
    plain = _WORD.sub(lambda word: word[0].lower(), _SIGN.sub(lambda sign: _ONE_SIGN[sign[0]], plain))
    plain = _EXPONENT.sub(r"^(\1)", _BRACES.sub(r"\1\2", plain))
    plain = _INDEX.sub("", _PI.sub("π", _EXP.sub("e^(", plain)))
    if plain.startswith(("(", "[")):
        plain = _POINT.sub(",", plain)
    plain = _CHARGE.sub(r"\1", " ".join(plain.split()))
    if _CONFIGURATION.fullmatch(plain):
        return plain.replace("^", "").replace(" ", "")
    return _SPACE.sub("", plain)


def _raised(run: re.Match[str]) -> str:
    """Return superscripts after ^, in brackets if they are more than a number, a letter or a charge."""
    exponent = run[0].translate(_SUPERSCRIPTS)
    return f"^{exponent}" if _ONE_EXPONENT.fullmatch(exponent) else f"^({exponent})"


def same_solutions(one: str, other: str, *, any_form: bool = True) -> bool:
    """Return whether two texts list the same two values or more: ``x = 7 or x = -7``, ``7 and -7``, ``±7``.

    Values that commas separate keep their order: they may be the terms of a sequence. In ``any_form``, 0.5 is 1/2.
    """
    first, second = _solutions(one), _solutions(other)
    if any_form:
        first, second = list(map(in_lowest_terms, first)), list(map(in_lowest_terms, second))
    if len(first) < 2 or len(first) != len(second):
        return False
    joined = all(_JOINED.search(text) or "±" in text or "{" in text for text in (one, other))
    return sorted(first) == sorted(second) if joined or len(first) == 2 else first == second


def in_lowest_terms(value: str) -> str:
    """Return a canonical number as a fraction in lowest terms: 1/2 for 0.5, 3/2 for 1 1/2; anything else as it is.

    A fraction that is a whole number has still to be calculated: 27/3.
    """
    if mixed := _MIXED.fullmatch(value):
        part = Fraction(int(mixed["top"]), int(mixed["bottom"]))
        return f"{mixed['sign']}{int(mixed['whole']) + part}"
    found = _RATIONAL.fullmatch(value)
    if found is None or int(found["bottom"] or 1) == 0:
        return value
    number = Fraction(found["top"]) / int(found["bottom"] or 1)
    return value if found["bottom"] and number.denominator == 1 else str(number)


def _solutions(text: str) -> list[str]:
    found: list[str] = []
    name = ""
    plain = _CODE.sub(r"\1", text.strip()).translate(_LOWERED)
    if braced := _BRACED.fullmatch(plain):
        name, plain = braced["name"] or "", braced["inside"].replace(";", ",").replace(",", ", ")
    for part in _JOINT.split(plain):
        if part.count("(") != part.count(")") or part.count("[") != part.count("]"):
            return []
        equation = _EQUATION.fullmatch(part)
        if equation and name not in {"", equation["name"]}:
            return []
        name = equation["name"] if equation else name
        value = canonical(equation["value"] if equation else part)
        if value.startswith("+") and not value.startswith("+-"):
            value = value[1:]
        if value.startswith("+-"):
            found += [value[2:], f"-{value[2:]}"]
        else:
            found.append(value)
    return found if all(found) else []


def arranged(formula: str) -> str:
    """Return a canonical ``formula`` with its terms and their factors in a fixed order, without needless parentheses.

    ``-6b+3a`` and ``3a-6b`` are one, as are ``(x+3)(x-3)`` and ``(x-3)(x+3)``, and ``V=IR`` and ``R*I=V``, and
    ``x>2`` and ``2<x``. Nothing is calculated. A formula with anything else in it is left as it is.
    """
    plain = _CALL.sub(r"\1\2", _ROOT.sub(r"sqrt\1", _ABSOLUTE.sub(r"abs\1\2", formula)))
    plain = _NEEDLESS.sub(r"\1", plain)
    plain = plain[1:-1] if _ALL_INSIDE.fullmatch(plain) else plain
    plain = _PART.sub(lambda part: _PARTS[part[1]], plain)
    plain = re.sub(r"\^\((\d+|[^\W\d_])\)", r"^\1", plain)
    plain = re.sub(r"(?<![/^a-zA-Z])\((!?\w+)\)(?=\|\||&&|$)", r"\1", plain)  # 1/(2x) is not 1/2x, nor x^(2y) x^2y
    if _FUNCTION.search(plain):
        return plain  # f(x+1) is no product
    sides = _RELATION.split(plain)
    if len(sides) == 3 and sides[0] and sides[2] and not re.search(r"[<>|&!,{}\[\]]|==", sides[0] + sides[2]):
        left, sign, right = (_sum(sides[0], letters=True), sides[1], _sum(sides[2], letters=True))
        if sign in {">", ">="}:
            left, sign, right = right, sign.replace(">", "<"), left
        return sign.join(sorted((left, right)) if sign in {"=", "!="} else (left, right))
    if re.search(r"[=<>|&!^]\w*\(|[<>=|&,{}\[\]]", plain):
        return plain
    return _sum(plain, letters=_PRODUCTS.fullmatch(plain) is not None)


def _sum(formula: str, *, letters: bool) -> str:
    """Return a sum in one order; with ``letters`` every letter is a factor of its own."""
    if _NESTED.search(formula):
        return formula  # f(g(x)) is not g(f(x))
    terms = _split_at(formula, "+-")
    return "".join(sorted("*".join(sorted(_factors(term, letters=letters))) for term in terms)) if terms else formula


def _split_at(formula: str, signs: str) -> list[str]:
    """Split a sum into its terms with their signs, outside parentheses."""
    terms: list[str] = []
    depth, start = 0, 0
    for at, char in enumerate(formula):
        depth += (char == "(") - (char == ")")
        if char in signs and not depth and at > start and formula[at - 1] not in "*/^(":
            terms.append(formula[start:at])
            start = at
    terms.append(formula[start:])
    return [term if term[:1] in {"-", "+"} else f"+{term}" for term in terms if term]


def _factors(term: str, *, letters: bool) -> list[str]:
    """Split a product into its factors: parentheses side by side, and what * joins; a power is a factor repeated."""
    sign, product = term[:1], term[1:]
    if letters and _SIMPLE.fullmatch(product) and not _LONG_DIVISOR.search(product):
        parts = _SIMPLE_FACTOR.findall(product)
    else:
        product = re.sub(r"(?<![a-zA-Z\d])(\d+)(?=[a-zπ])|(π)(?=[a-zA-Z])", r"\1\2*", product)
        parts = re.findall(r"\([^()]*\)(?:\^\w+)?|[^*()]+|\*", product)
    powers: list[tuple[str, int]] = []
    for part in parts:
        if part == "*" or (part == "1" and len(parts) > 1):
            continue
        power = _POWER.fullmatch(part)
        base = power[1] if power else part
        if base.startswith("(") and base.endswith(")") and base.count("(") == 1:
            base = f"({_sum(base[1:-1], letters=letters)})"
        powers.append((base, int(power[2]) if power else 1))
    several = Counter(base for base, _ in powers)
    collected = all(exponent == 1 or several[base] == 1 for base, exponent in powers)  # x^2*x is not collected yet
    repeated = ([base] * exponent if collected else [f"{base}^{exponent}"] for base, exponent in powers)
    return [sign, *(factor for each in repeated for factor in each)]


def charge(text: str) -> int | None:
    """Read a charge or, perhaps in Roman numerals, an oxidation number: ``+2``, ``2+``, ``II``; None for other text."""
    found = _CHARGE_ALONE.fullmatch(text.strip().translate(_SUPERSCRIPTS).replace("−", "-").replace("–", "-"))
    if found is None or (found["before"] and found["after"]):
        return None
    size = int(found["size"]) if found["size"].isdigit() else _ROMAN.index(found["size"].upper())
    return -size if "-" in (found["before"], found["after"]) else size
