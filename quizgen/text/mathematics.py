"""Sets, intervals, points, the growth of functions, and signs in words: answers that have several notations."""

import re
from dataclasses import dataclass
from fractions import Fraction

from quizgen.text.algebra import same_terms, same_zeros
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.notation import canonical, in_lowest_terms

_LINEAR_TERM = re.compile(r"(?P<sign>[+-])(?P<times>\d{1,9}(?:\.\d{1,9})?)?\*?(?P<name>[xyz])?(?:/(?P<part>\d{1,9}))?")
_UNIT_VECTOR = re.compile(r"(?P<sign>[+-])(?P<size>\d+(?:[./]\d+)?)?\*?(?P<name>[ijk])")
_GROWTH = re.compile(r"(?P<letter>[OoΘθΩω0])\s?\((?P<inside>.*)\)")
_CLASSES = {
    "constant": "1", "logarithmic": "logn", "linear": "n", "linearithmic": "nlogn", "loglinear": "nlogn",
    "log linear": "nlogn", "quasilinear": "nlogn", "quadratic": "n^2", "cubic": "n^3", "exponential": "2^n",
    "factorial": "n!",
}  # fmt: skip
_TIME = re.compile(r"^(?:it(?:'s| is)\s+)?|\s+(?:time|complexity|growth|runtime|running)\b", re.IGNORECASE)

_NAME = r"(?:[A-Za-zα-ω]_?\d?|[A-Z]{2})"
_SET = re.compile(rf"(?:{_NAME}\s*(?:[∩∪]\s*{_NAME}\s*)?(?:=|∈|:)\s*)?\{{(?P<inside>[^{{}}]*)\}}")
_SPACED_INTEGERS = re.compile(r"-?\d{1,2}(?: -?\d{1,2})+")
"""Small numbers with only spaces between them: 2 4 6 8."""
_POINT = re.compile(rf"(?:{_NAME}\s*[=:]?\s*)?[(\[<⟨](?P<inside>[^()\[\]<>⟨⟩]*)[)\]>⟩]")
_END = r"[^,;()\[\]]{1,40}"
_INTERVAL = re.compile(rf"(?P<open>[(\[\]])\s*(?P<low>{_END}?)\s*[,;]\s*(?P<high>{_END}?)\s*(?P<close>[)\]\[])")
_COORDINATE = re.compile(rf"\s*(?P<name>{_NAME})\s*=\s*(?P<value>[^=]+?)\s*")
_TUPLE = re.compile(r"(?:\((?P<names>[a-z](?:\s?[,;]\s?[a-z])+)\)\s*=\s*)?\((?P<inside>[^()]*)\)")
_EACH = re.compile(r"\s*[,;∧&]\s*(?:and\s+)?|\s+and\s+")
_BETWEEN = re.compile(r"\s*[,;|]\s*|\s+(?:and|or)\s+")
_BOUND = r"-?[\d./πa-z√()]{1,20}"
_BOUNDS = re.compile(rf"(?:(?P<low>{_BOUND})(?P<below><=?))?[a-zA-Z](?:(?P<above><=?)(?P<high>{_BOUND}))?")
_NO_BOUND = re.compile(r"^-∞<(?=[a-zA-Z]<)|(?<=[<=][a-zA-Z])<∞$")
"""What says that there is no bound on one side: 2 <= x < ∞."""
_CONDITION = re.compile(r"^\{\s*[a-z]\s*(?:(?:∈|\bin\b)\s*(?:ℝ|R)\s*)?[|:]\s*(?P<condition>[^{}]*)\}$")
"""A set by a condition: {x : x > 3}."""
_IN_REALS = re.compile(
    r"\s*[,;]?\s*(?:(?:where|with|for)\s+)?\b[a-z]\s*(?:∈|in)\s*(?:ℝ|R)$|^[a-z]\s*(?:∈|in)\s*(?:ℝ|R)\s*[,;:|]\s*"
)
"""That the variable is a real number, which goes without saying: x ≥ 2, x ∈ ℝ."""
_BOTH_BOUNDS = re.compile(r"\s+and\s+|\s*[,∧&]\s*")
_VARIABLE = re.compile(r"(?<![a-zA-Z])[a-zA-Z](?![a-zA-Z])")
_OF_VARIABLE = re.compile(r"(?P<name>[A-Za-zα-ω]\w{0,2})\s*(?:∈|in\b)")
_UNION = re.compile(r"\s*(?:∪|\bU\b|\bor\b|\bunion\b)\s*")
_INFINITY = re.compile(r"\+?(?:∞|infinity|inf\b|oo\b)", re.IGNORECASE)
_MAX_PARTS = 30
_MAX_LENGTH = 80
"""A longer text is no vector, line or interval; the beginning of one would be another."""


@dataclass(frozen=True, slots=True)
class _Interval:
    low: str
    high: str
    has_low: bool
    has_high: bool


def same_set(answer: str, given: str) -> bool:
    """Return whether both are one set: ``{1, 2}``, ``{2; 1}``, ``A = {1, 2}``, and ``1, 2`` without the braces."""
    right = _SET.fullmatch(answer.strip().strip("`"))
    if right is None:
        return False
    typed = given.strip().strip("`.")
    said = _SET.fullmatch(typed)
    one = _parts(right["inside"])
    if said is None and _SPACED_INTEGERS.fullmatch(typed):
        typed = typed.replace(" ", ", ")
    other = _parts(said["inside"] if said else typed) if said or typed not in {"∅", "Ø", "ø"} else []
    return bool(one or said or not other) and sorted(one) == sorted(other)


def same_point(answer: str, given: str) -> bool:
    """Return whether both are one point or vector: ``(2, 3)``, ``P(2|3)``, ``x = 2, y = 3``, ``2, 3``.

    Each coordinate is compared by its value: ``(1.5, 2)`` is ``(3/2, 2.0)`` and ``(1½, 2)``.
    """
    right = _POINT.fullmatch(answer.strip().strip("`"))
    if right is None or len(one := _parts(right["inside"])) not in {2, 3}:
        return False
    typed = given.strip().strip("`.")
    if (components := _components(typed)) and len(components) >= len(one):
        same = _by_value(one) == _by_value(components[: len(one)])
        return same and set(components[len(one) :]) <= {"0"}
    found = _POINT.fullmatch(typed)
    inside = found["inside"].strip() if found else typed
    other = _parts(inside.replace(" ", ", ") if found and _SPACED_INTEGERS.fullmatch(inside) else inside)
    named = [_COORDINATE.fullmatch(part) for part in other]
    if len(other) == len(one) and all(named):
        names = "".join(part["name"] for part in named if part).lower()
        other = [part["value"] for part in named if part] if "xyz".startswith(names) else []
    return _by_value(one) == _by_value(list(map(canonical, other)))


_POINTS = re.compile(r"\(([^()]*)\)")
_BETWEEN_POINTS = re.compile(r"\s*(?:,|;|&|\band\b|\bor\b|,\s*and\b)\s*", re.IGNORECASE)


def same_points(answer: str, given: str, *, in_order: bool) -> bool:
    """Return whether both list the same points, in any order unless ``in_order``: (2, 0) and (-2, 0), (±2, 0)."""
    one, other = _points(answer), _points(given)
    if not in_order:
        one, other = sorted(one), sorted(other)
    return len(one) > 1 and one == other


def _points(text: str) -> list[list[str]]:
    """Return the coordinates of each point in a list; [] for anything else."""
    plain = text.strip(" .`").replace("−", "-")
    if len(plain) > _MAX_LENGTH or not all(map(_BETWEEN_POINTS.fullmatch, filter(None, _POINTS.split(plain)[::2]))):
        return []
    found = []
    for inside in _POINTS.findall(plain):
        signs = ("", "-") if inside.count("±") == 1 else ("±",)
        found += [_by_value(_parts(inside.replace("±", sign))) for sign in signs]
    return found if all(len(point) in {2, 3} for point in found) else []


_MATRIX = lazy_pattern(
    r"(?:[A-Z]{1,3}(?:\^\{?-?\w\}?|⁻¹|[²³ᵀ])?\s*=\s*)?(?P<open>[\[(])\s*(?P<inside>.+?)\s*(?P<close>[\])])\.?"
)
_ROW = lazy_pattern(r"[\[(]([^\[\]()]*)[\])]")
_BETWEEN_ROWS = lazy_pattern(r"\s*[,;]?\s*")
_BETWEEN_ENTRIES = lazy_pattern(r"\s*[,|&]\s*|\s+")


def same_matrix(answer: str, given: str) -> bool:
    """Return whether both are one matrix: ``[[1, 2], [3, 4]]``, ``((1, 2), (3, 4))``, ``A = (1 2; 3 4)``.

    Each entry is compared by its value.
    """
    right = _rows(answer)
    return len(right) > 1 and right == _rows(given)


def _rows(matrix: str) -> list[list[str]]:
    """Return the rows of a matrix with two columns or more, each entry in lowest terms; [] for anything else."""
    if len(matrix) > _MAX_LENGTH or not (found := _MATRIX.fullmatch(matrix.strip(" `"))):
        return []
    if {found["open"], found["close"]} not in ({"[", "]"}, {"(", ")"}):
        return []
    inside = found["inside"]
    if inside[0] in "[(":
        rows = _ROW.findall(inside) if not _BETWEEN_ROWS.sub("", _ROW.sub("", inside)) else []
    else:
        rows = inside.split(";")
    entries = [_by_value(list(map(canonical, _BETWEEN_ENTRIES.split(row.strip())))) for row in rows]
    columns = {len(row) for row in entries}
    return entries if len(columns) == 1 and columns != {1} and all(map(all, entries)) else []


def _by_value(coordinates: list[str]) -> list[str]:
    """Return ``coordinates``, in canonical form, as fractions in lowest terms where they are numbers."""
    return list(map(in_lowest_terms, coordinates))


def _components(text: str) -> list[str]:
    """Return the coordinates of a vector that is a sum of unit vectors, such as ``-6i - j + 3k``; [] for others."""
    if len(text) > _MAX_LENGTH:
        return []
    plain = canonical(text)
    terms = list(_UNIT_VECTOR.finditer(plain if plain[:1] in {"+", "-"} else f"+{plain}"))
    names = [term["name"] for term in terms]
    if len(terms) < 2 or len("".join(term[0] for term in terms).lstrip("+")) != len(plain.lstrip("+")):
        return []
    size = {term["name"]: f"{term['sign'].strip('+')}{term['size'] or '1'}" for term in terms}
    return [size.get(name, "0") for name in "ijk"] if sorted(set(names)) == sorted(names) else []


def same_assignments(answer: str, given: str) -> bool:
    """Return whether both give the same values to several variables: ``x = 3, y = 2``, ``y = 2, x = 3``, ``(3, 2)``."""
    right = _assignments(answer)
    said = _assignments(given, tuple(sorted(right)))
    return (
        len(right) >= 2
        and right.keys() == said.keys()
        and all(in_lowest_terms(value) == in_lowest_terms(said[name]) for name, value in right.items())
    )


def _assignments(text: str, names: tuple[str, ...] = ()) -> dict[str, str]:
    """Read values with the names of their variables; a point has those of ``names``, if they follow one another."""
    if len(text) > _MAX_LENGTH:
        return {}
    plain = text.strip().strip("`.")
    if found := _TUPLE.fullmatch(plain):
        parts = _parts(found["inside"])
        named = tuple(re.findall("[a-z]", found["names"] or "")) or names
        return dict(zip(named, parts, strict=True)) if len(named) == len(parts) and "".join(named) in "abc xyz" else {}
    found_parts = [_COORDINATE.fullmatch(part) for part in _EACH.split(plain) if part]
    values = {part["name"]: canonical(part["value"]) for part in found_parts if part}
    return values if all(found_parts) and len(values) == len(found_parts) else {}


_PART_OF = lazy_pattern(r"(?<![\d.])(\d{1,9})/(\d{1,9})\*?([xyz]|\([^()/]{1,20}\))")
"""A part of a variable, or of brackets: 1/2 x is x/2, since 1/(2x) is in no equation of a line."""
_FUNCTION_OF_X = lazy_pattern(r"^[fgh]\(x\)=")


def same_line(answer: str, given: str) -> bool:
    """Return whether both are linear equations of one line or plane: ``y = 2x - 3``, ``y - 2x = -3``."""
    one, other = _linear(answer), _linear(given)
    if len(one.keys() - {""}) < 2:
        return False
    named = _FUNCTION_OF_X.sub("y=", canonical(given.strip(" .")))
    return one == (other or _linear(named)) or same_curve(answer, given)


def same_curve(answer: str, given: str) -> bool:
    """Return whether both are equations of one curve: ``(x - 1)² + y² = 9``, ``x² + y² - 2x - 8 = 0``."""
    one, other = (canonical(text.strip(" .")) for text in (answer, given))
    sides = (_PART_OF.sub(r"\1*\3/\2", text) for text in (one, _FUNCTION_OF_X.sub("y=", other)))
    return same_zeros(*sides)


def _linear(equation: str) -> dict[str, Fraction]:
    """Return the coefficients of a linear equation in x, y and z, the first one 1, the constant under ""; or {}."""
    if len(equation) > _MAX_LENGTH:
        return {}
    sides = _PART_OF.sub(r"\1\3/\2", canonical(equation.strip(" ."))).split("=")
    found: dict[str, Fraction] = {}
    for side, factor in zip(sides, (1, -1), strict=False):
        plain = side if side[:1] in {"+", "-"} else f"+{side}"
        terms = list(_LINEAR_TERM.finditer(plain))
        if len(sides) != 2 or "".join(term[0] for term in terms) != plain:
            return {}
        for term in terms:
            if not (term["times"] or term["name"]) or term["part"] == "0":
                return {}
            size = Fraction(term["times"] or 1) / int(term["part"] or 1) * (factor if term["sign"] == "+" else -factor)
            found[term["name"] or ""] = found.get(term["name"] or "", Fraction()) + size
    left = {name: size for name, size in sorted(found.items(), reverse=True) if size}
    first = next((size for name, size in left.items() if name), None)
    return {name: size / first for name, size in left.items()} if first else {}


def same_intervals(answer: str, given: str) -> bool:
    """Return whether both are the same intervals: ``[2, ∞)``, ``[2; +∞[``, ``[2, infinity)``."""
    right = _intervals(answer) or _inequality(answer)
    if not right or (is_inequality(answer) and is_inequality(given) and _variables(answer) != _variables(given)):
        return False
    return right == (_intervals(given) or _inequality(given))


def is_interval_of(answer: str, given: str) -> bool:
    """Return whether ``answer`` is an inequality, and ``given`` an interval of its variable: ``x ∈ (3, ∞)``."""
    named = _OF_VARIABLE.match(given.strip(" `"))
    return is_inequality(answer) and bool(_intervals(given)) and (not named or named["name"] in _variables(answer))


def is_half_open(text: str) -> bool:
    """Return whether ``text`` is an interval with one of its ends, which is no point, vector or list: ``(3, 5]``."""
    found = _intervals(text)
    return len(found) == 1 and found[0].has_low is not found[0].has_high


def has_other_ends(answer: str, given: str) -> bool:
    """Return whether one of two pairs in brackets is half open, so that both are intervals, and they differ."""
    half_open = is_half_open(answer) or is_half_open(given)
    return half_open and bool(_intervals(answer) and _intervals(given)) and not same_intervals(answer, given)


def _variables(inequality: str) -> set[str]:
    return set(_VARIABLE.findall(inequality))


def _inequality(text: str) -> list[_Interval]:
    """Read ``x > 3``, ``2 < x ≤ 5`` or ``{x | x > 3}`` as an interval."""
    if len(text) > _MAX_LENGTH:
        return []
    text = without_reals(text.strip(" ."))
    if len(both := _BOTH_BOUNDS.split(text)) == 2:
        return _between(*both)
    plain = canonical(_INFINITY.sub("∞", in_signs(text)))
    if "<" not in plain:
        plain = "".join(part.replace(">", "<") for part in reversed(re.split(r"(>=?)", plain)))  # 3 > x > -2
    plain = _NO_BOUND.sub("", plain)
    found = _BOUNDS.fullmatch(plain)
    if found is None or not (found["low"] or found["high"]):
        return []
    low, high = in_lowest_terms(found["low"] or "-∞"), in_lowest_terms(found["high"] or "∞")
    return [_Interval(low, high, found["below"] == "<=", found["above"] == "<=")]


def without_reals(text: str) -> str:
    """Return a condition on a real number alone: ``x ≥ 2`` for ``x ≥ 2, x ∈ ℝ`` and ``{x ∈ ℝ : x ≥ 2}``."""
    return _CONDITION.sub(r"\g<condition>", _IN_REALS.sub("", text))


def _between(one: str, other: str) -> list[_Interval]:
    """Read two bounds of one variable as an interval: ``x > -2``, ``x < 3``."""
    names = _variables(f"{one} {other}")
    found = [interval for part in (one, other) for interval in _inequality(part)]
    if len(names) != 1 or len(found) != 2:
        return []
    low, high = sorted(found, key=lambda each: each.low == "-∞")
    if low.high != "∞" or high.low != "-∞" or "∞" in low.low + high.high:
        return []
    return [_Interval(low.low, high.high, low.has_low, high.has_high)]


def is_inequality(text: str) -> bool:
    """Return whether ``text`` is an inequality of a variable with bounds: ``x > 3``, ``-2 < x < 3``."""
    return any(sign in text for sign in "<>≤≥") and bool(_inequality(text))


def _intervals(text: str) -> list[_Interval]:
    plain = re.sub(rf"^{_NAME}\s*(?:∈|in)\s*", "", text.strip().strip("`."))
    found = []
    for part in _UNION.split(plain)[:_MAX_PARTS]:
        interval = _INTERVAL.fullmatch(part.strip())
        if interval is None:
            return []
        low, high = (in_lowest_terms(canonical(_INFINITY.sub("∞", interval[end]))) for end in ("low", "high"))
        found.append(_Interval(low, high, interval["open"] == "[", interval["close"] == "]"))
    return sorted(found, key=lambda each: (each.low, each.high))


def _parts(inside: str) -> list[str]:
    parts = [part for part in _BETWEEN.split(inside.strip()) if part]
    return list(map(canonical, parts)) if len(parts) <= _MAX_PARTS else []


def same_growth(answer: str, given: str, *, tight: bool = False) -> bool:
    """Return whether both are one order of growth: ``O(log n)``, ``O(log₂ n)``, ``log n``, ``logarithmic time``.

    If the answer is a ``tight`` bound, ``Θ(log n)`` says the same as ``O(log n)``.
    """
    right = _GROWTH.fullmatch(answer.strip().strip("`"))
    if right is None or len(given) > 60:
        return False
    typed = _TIME.sub("", given.strip().strip("`.")).strip()
    if (named := _CLASSES.get(typed.lower())) is not None:
        return named == _growth(right["inside"])
    said = _GROWTH.fullmatch(typed)
    if said is None and typed.isdigit():
        return False  # 1 is no order of growth
    if said is not None:
        letter, bound = (found["letter"].replace("0", "O").replace("θ", "Θ") for found in (said, right))
        if letter != bound and not (tight and (bound, letter) == ("O", "Θ")):  # o(n) and ω(n) say more
            return False
    one, other = _growth(said["inside"] if said else typed), _growth(right["inside"])
    return one == other or same_terms(one, other)


def _growth(inside: str) -> str:
    plain = canonical(re.sub(r"\|([a-z])\|", r"\1", inside.lower()).replace("₂", "2")).replace("*", "").replace(" ", "")
    plain = re.sub(r"(?:log|lg|ln)_?2?(?=\(|[a-z])", "log", plain)
    return re.sub(r"log\(([a-z])\)", r"log\1", plain)


_SPOKEN = tuple(
    (re.compile(pattern, re.IGNORECASE), sign)
    for pattern, sign in (
        (r"\s*\b(?:raised\s+to\s+the|to\s+the)\s+power(?:\s+of)?\s+", "^"),
        (r"\s*\bsquared\b", "^2"),
        (r"\s*\bcubed\b", "^3"),
        (r"\s*\b(?:multiplied\s+by|times)\b\s*", "*"),
        (r"\s*\b(?:divided\s+by|over)\b\s*", "/"),
        (r"\s*\bplus\s+or\s+minus\b\s*", "±"),
        (r"\s*\bplus\b\s*", "+"),
        (r"\s*\bminus\b\s*", " - "),
        (r"\s*\b(?:is\s+)?less\s+than\s+or\s+equal(?:\s+to|s)?\b\s*", "<="),
        (r"\s*\b(?:is\s+)?greater\s+than\s+or\s+equal(?:\s+to|s)?\b\s*", ">="),
        (r"\s*\b(?:is\s+)?(?:less|smaller)\s+than\b\s*", "<"),
        (r"\s*\b(?:is\s+)?(?:greater|more|larger)\s+than\b\s*", ">"),
        (r"\s*\b(?:is\s+equal\s+to|equals)\b\s*", "="),
        (r"\b(?:the\s+)?square\s+root\s+(?:of\s+)?", " sqrt "),
        (r"(?<!cube )(?<!cubic )(?<!th )\broot\s+(?:of\s+)?(?=\d|\(|[a-z]\b)", " sqrt "),
        (r"\binfinity\b", "∞"),
        (r"(?<=\d)\s+factorial\b", "!"),
    )
)
_GREEK = dict(
    zip(
        "alpha beta gamma delta epsilon theta lambda mu pi rho sigma tau phi omega".split(), "αβγδεθλμπρστφω",
        strict=True,
    )
)  # fmt: skip
_GREEK_NAME = re.compile(rf"(?<![a-z])(?:{'|'.join(_GREEK)})(?![a-z])", re.IGNORECASE)


def in_signs(text: str) -> str:
    """Return ``text`` with signs in place of words: ``pi times r squared`` is ``π*r^2``.

    Spaces are left around signs that could be read as a part of a word, such as a hyphen.
    """
    for pattern, sign in _SPOKEN:
        text = pattern.sub(sign, text)
    return _GREEK_NAME.sub(_greek, text)


def _greek(found: re.Match[str]) -> str:
    name = found[0].lower()
    is_change = name == "delta" and re.match(r"\s?[A-Za-z]", found.string[found.end() :])
    return _GREEK[name].upper() if is_change or found[0][0].isupper() else _GREEK[name]


_SIGNS = {
    "==": "double equals, double equal sign, double equals sign, two equals signs, two equal signs, equals equals",
    "===": "triple equals, three equals signs, triple equal sign",
    "=": "equals sign, equal sign, equals, single equals",
    "!=": "not equal, not equals, not equal to, exclamation mark equals",
    "&&": "double ampersand, two ampersands",
    "||": "double pipe, two pipes, double bar",
    "++": "plus plus, double plus",
    "--": "minus minus, double minus",
    "**": "double asterisk, two asterisks, double star, two stars",
    "//": "double slash, two slashes",
    "&": "ampersand", "|": "pipe, vertical bar", "%": "percent, percent sign, modulo", "*": "asterisk, star",
    "+": "plus, plus sign", "-": "minus, minus sign, hyphen", "/": "slash, forward slash", "\\": "backslash",
    "#": "hash, hash sign, pound sign, number sign, hashtag", "@": "at, at sign", "!": "exclamation mark, "
    "exclamation point", "?": "question mark", ";": "semicolon", ":": "colon", ",": "comma",
    ".": "dot, period, full stop, point", "_": "underscore", "^": "caret", "~": "tilde", "$": "dollar sign, dollar",
    "<": "less than, less than sign", ">": "greater than, greater than sign",
    "{}": "curly braces, curly brackets, braces", "[]": "square brackets, brackets", "()": "parentheses, "
    "round brackets", "∞": "infinity", "π": "pi", "√": "square root, radical",
}  # fmt: skip
"""What signs are called."""
_NAMES = {name: sign for sign, names in _SIGNS.items() for name in names.split(", ")}
_DETERMINER = re.compile(r"^(?:it\s+is\s+|it's\s+)?(?:the|an?)\s+|\s+(?:operator|symbol|sign|character|key)s?$", re.I)


def named_sign(text: str) -> str | None:
    """Return the sign that ``text`` names or has with words around it (``a semicolon``, ``the ; sign``), or None."""
    if len(text) > 60:
        return None
    plain = " ".join(text.lower().replace("-", " ").strip(" .").split())
    bare = _DETERMINER.sub("", plain)
    bare_twice = _DETERMINER.sub("", bare)
    own = bare_twice if bare_twice and not any(char.isalnum() or char.isspace() for char in bare_twice) else None
    return _NAMES.get(plain) or _NAMES.get(bare) or _NAMES.get(bare_twice) or own
