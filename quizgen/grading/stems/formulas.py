"""Which formula or symbol a stem asks for: an equation, an integral, a point, a symbol, a charge."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grading.stems.code import asks_for_regex, case_in_code
from quizgen.grading.stems.phrases import BLANK
from quizgen.text.lazy_pattern import lazy_pattern

_SYMBOL = lazy_pattern(
    r"\b(?:symbol|formula|sign|notation|unit|genotypes?|alleles?|abbreviat\w+|einheit|si-einheit|unité|unidad)\b",
    re.IGNORECASE,
)


def asks_for_symbol(stem: str) -> bool:
    """Return whether the stem asks for a symbol, whose capitals count."""
    return _SYMBOL.search(stem) is not None


_CHARGE = lazy_pattern(r"\boxidation\b|\bcharge\b|\bvalen", re.IGNORECASE)


def asks_for_charge(stem: str) -> bool:
    """Return whether the stem asks for a charge or an oxidation number, whose sign may come first or last."""
    return _CHARGE.search(stem) is not None


_OXIDATION_NUMBER = lazy_pattern(r"\boxidation\s+(?:state|number)", re.IGNORECASE)


def asks_for_oxidation_number(stem: str) -> bool:
    """Return whether the stem asks for an oxidation number, which may be a Roman numeral."""
    return _OXIDATION_NUMBER.search(stem) is not None


_STRUCTURE = lazy_pattern(r"\bstructur|\b(?:condensed|displayed|skeletal)\b", re.IGNORECASE)


def asks_for_structure(stem: str) -> bool:
    """Return whether the stem asks for formulas that show how the atoms are joined, not only for their numbers."""
    return _STRUCTURE.search(stem) is not None


_SHELLS = lazy_pattern(
    r"\belectron(?:ic)?\s+(?:arrangement|configuration|structure)|\belectrons?\b.*\bshells?\b", re.IGNORECASE
)


def asks_for_shells(stem: str) -> bool:
    """Return whether the stem asks for the numbers of electrons in the shells of an atom."""
    return _SHELLS.search(stem) is not None


_STATE = lazy_pattern(r"\bstates?\b|\b(?:solid|liquid|gas|gaseous|aqueous)\b", re.IGNORECASE)


def asks_for_state(stem: str) -> bool:
    """Return whether the stem asks for the state of a substance."""
    return _STATE.search(stem) is not None


_STATE_SYMBOLS = lazy_pattern(r"\bstate\s+symbols?\b|\bsymbols?\s+of\s+state\b", re.IGNORECASE)
_WITHOUT_STATES = lazy_pattern(
    r"\b(?:without|no|ignor\w+|omit\w*|leave\s+out|not\s+(?:need|requir)\w*)\s+(?:\w+\s+){0,2}?(?:state|symbol)"
    r"|\b(?:state\s+symbols?|symbols?\s+of\s+state)\s+(?:are|is|may|need)\b.{0,20}\b(?:not|optional|omitted|left)\b",
    re.IGNORECASE,
)


def asks_for_state_symbols(stem: str) -> bool:
    """Return whether the stem asks for an equation with the states of all substances."""
    return _STATE_SYMBOLS.search(stem) is not None and not _WITHOUT_STATES.search(stem)


_WHOLE_NUMBERS = lazy_pattern(r"\b(?:whole|integers?|integral|smallest|lowest|simplest)\b", re.IGNORECASE)


def asks_for_whole_numbers(stem: str) -> bool:
    """Return whether the stem asks for an equation without fractions."""
    return _WHOLE_NUMBERS.search(stem) is not None


_SMALLEST_NUMBERS = lazy_pattern(
    r"\b(?:smallest|lowest|simplest|least)\b|enthalp|energ|ioni[sz]ation|affinity|\bmoles?\b|\bmol\b|\bΔH",
    re.IGNORECASE,
)


def asks_for_smallest_numbers(stem: str) -> bool:
    """Return whether the numbers of an equation may not be multiplied: by the stem, or since it is of one mole."""
    return _SMALLEST_NUMBERS.search(stem) is not None


_FULL_CONFIGURATION = lazy_pattern(
    r"\b(?:full|complete)\s+(?:ground[- ]state\s+)?electron(?:ic)?\s+(?:configuration|structure|arrangement)"
    r"|\belectron(?:ic)?\s+(?:configuration|structure)\b.*(?:\bin\s+full\b|\bnoble[- ]gas)",
    re.IGNORECASE,
)


def asks_for_full_configuration(stem: str) -> bool:
    """Return whether the stem asks for an electron configuration with all subshells."""
    return _FULL_CONFIGURATION.search(stem) is not None


_GENOTYPE = lazy_pattern(r"\b(?:genotypes?|alleles?|gametes?)\b", re.IGNORECASE)


def asks_for_genotype(stem: str) -> bool:
    """Return whether the stem asks for alleles, whose capitals say which are dominant."""
    return _GENOTYPE.search(stem) is not None


_CURVE = r"(?:line|curve|graph|parabola|circle|ellipse|hyperbola|tangent|normal|asymptote|axis|bisector|function)s?\b"
_EQUATION = lazy_pattern(
    rf"""\bequations?\s+(?:of|for)\s+(?:(?:the|an?|this|that|its|each|one)\s+)?(?:(?!of\b)[\w-]+\s+){{0,4}}?{_CURVE}
    |\b{_CURVE}.*\b(?:its|the|whose|an|what)\s+equation\b    # a line passes through …; what is its equation
    # The same in other languages: ecuación de la recta
    |\becuaci[oó]n\s+de\s+(?:la|una?)\b|\béquation\s+d(?:e\s+la|u|['’]une?)\b|\bgleichung\s+(?:der|einer|des)\b
    |\bequazione\s+della\b""",
    re.IGNORECASE | re.VERBOSE,
)
_RIGHT_SIDE_GIVEN = lazy_pattern(rf"\b[a-z](?:\([a-z]\))?\s*=\s*(?:{BLANK}|\?|$)", re.IGNORECASE)
"""A stem that writes the left side of the equation: y = ___."""


def asks_for_equation(stem: str) -> bool:
    """Return whether the stem asks for the equation of a line or a curve, of which one side is not enough."""
    return _EQUATION.search(stem) is not None and not _RIGHT_SIDE_GIVEN.search(stem)


_LINE = lazy_pattern(r"\bequation\b.*\bline\b|\bline\b.*\bequation\b", re.IGNORECASE | re.DOTALL)
_FORM_OF_LINE = lazy_pattern(
    r"\bforms?\b|\bin terms of\b|\bsubject\b|\bsolve\b|\brearrange|\bexpress\b|\bslope-intercept\b", re.IGNORECASE
)


def asks_for_any_equation_of_line(stem: str) -> bool:
    """Return whether the stem asks for the equation of a line and does not say in which form."""
    return _LINE.search(stem) is not None and _FORM_OF_LINE.search(stem) is None


_WITH_FORM = lazy_pattern(
    r"\b(?:expand\w*|factor\w*|complet\w+|simplif\w+|rewrite|convert|polar|parametric|standard|general|centre-radius)\b",
    re.IGNORECASE,
)


def asks_for_any_equation_of_curve(stem: str) -> bool:
    """Return whether the stem asks for the equation of a curve, such as a circle, and does not say in which form."""
    return asks_for_equation(stem) and not (_FORM_OF_LINE.search(stem) or _WITH_FORM.search(stem))


_OF_GRAPH = lazy_pattern(
    r"""\b(?:what(?:['’]s|\s+is)|find|state|give|calculate|determine)\s+the\s+(?:\w+\s+)?
    (?:gradient|slope|coefficient|degree|discriminant)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_VARIABLE_IS = lazy_pattern(r"\s*[xyXY]\s*=(?!=)")


def is_line_instead(stem: str, given: str) -> bool:
    """Return whether ``given`` is a line, y = 3, where the stem asks for a number of a graph, such as its gradient."""
    return _VARIABLE_IS.match(given) is not None and _OF_GRAPH.search(stem) is not None


_INTEGRAL = lazy_pattern(r"∫|\bintegra|\bantiderivative|\bprimitive\b", re.IGNORECASE)


def asks_for_integral(stem: str) -> bool:
    """Return whether the stem asks for an integral."""
    return _INTEGRAL.search(stem) is not None


_CALCULUS = lazy_pattern(r"\bdifferentiat|\bderivative|\bd[a-z]?\s?/\s?d[a-z]\b", re.IGNORECASE)


_INVERSE = lazy_pattern(r"\binverse\b", re.IGNORECASE)
_TO_DO = lazy_pattern(r"∫|\bd[a-z]?\s?/\s?d[a-z]\b|\bint|^\s*[a-z](?:['’′]+|\^\{?-1\}?|⁻¹)\s*(?:\(|$)", re.IGNORECASE)
"""What is done to a function: an integral, a derivative, an inverse."""


def is_only_operand(text: str, stem: str) -> bool:
    """Return whether ``stem`` asks for an integral, a derivative or an inverse, and ``text`` is of what: 4x + 1."""
    asked = _INTEGRAL.search(stem) or _CALCULUS.search(stem) or _INVERSE.search(stem)
    return asked is not None and any(map(str.isalpha, text)) and _TO_DO.search(text) is None


_TERM = lazy_pattern(r"\b(?:n(?:-|\s)?th|general|k(?:-|\s)?th)\s+term\b", re.IGNORECASE)
_SIMPLIFIED = lazy_pattern(r"\bexpand|\bsimpl|\bform\b|\bmultiply\s+out", re.IGNORECASE)


def asks_for_any_form(stem: str, answer: str) -> bool:
    """Return whether any formula that is equal to ``answer`` is right.

    It is, unless the stem names a form ("expand", "in the form"), computes with functions that it defines, or has a
    formula that is equal to the answer, so that it asks for this formula to be rewritten.
    """
    if _TERM.search(stem):
        return _SIMPLIFIED.search(stem) is None  # an expression for the nth term may be any
    if _INTEGRAL.search(stem) or _CALCULUS.search(stem) or _INVERSE.search(stem):
        return not asks_for_form(stem)
    if _ONE_FORM.search(stem) or _OF_FUNCTION.search(stem) or asks_for_regex(stem):
        return False
    from quizgen.text.algebra import same_values

    return not any(same_values(answer, formula, simplified=False) for formula in _formulas_in(stem))


def may_be_unsimplified(stem: str) -> bool:
    """Return whether the stem asks for a formula for something, so that terms may be left to combine."""
    return _FORMULA_FOR.search(stem) is not None and _TERM.search(stem) is None


def repeats_formula(stem: str, answer: str, given: str) -> bool:
    """Return whether ``given`` has a sum of the stem that ``answer`` does not have, and so leaves it as it is."""
    from quizgen.text.algebra import has_sum

    sums = [formula for formula in _formulas_in(stem) if _SUM.search(formula)]
    return any(has_sum(given, one) and not has_sum(answer, one) for one in sums)


_SUM = lazy_pattern(r"[\w)²³]\s*[-+−]\s*[\w(]")
_FORMULA_FOR = lazy_pattern(
    r"""\b(?:formula|expression|rule|how\s+many|number\s+of|total|sum\s+(?:to|of\s+(?:the|all|an?)\b)|area|volume
    |perimeter|fórmula|expresión|expression|formule|formel|term|ausdruck)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ONE_FORM = lazy_pattern(
    r"""\b(?:expand|factor|simpl|multiply\s+out|remove\s+the\s+brackets|collect|combine|complet\w+\s+the\s+square
    |partial\s+fraction|rationali[sz]|single|product|rewrite|without|form\b|as\s+(?:an?|the)\b|difference\s+of
    |common\s+factor|lowest\s+terms|factori[sz]
    # Expand, factor and simplify in other languages
    |desarroll|développ|réduis|ausmultipli|multipliziere|klammer|faktor|vereinfach|semplific|fattorizz|scompon|svilupp
    |fatora|expanda)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What asks for a formula in one form."""
_OF_FUNCTION = lazy_pattern(r"\b[fgh](?:\^\{?-1\}?|⁻¹)?\(")
_BETWEEN_FORMULAS = lazy_pattern(
    r"""(?<![a-zA-Z])(?!(?:arc)?(?:sin|cos|tan)|sec|csc|cot|ln|log|sqrt|abs)[^\W\d_]{3,}
    |\b(?:is|of|in|by|to|if|at|on|or|as|de|la|un|le)\b
    |[,;:?!=<>≤≥]|\.(?!\d)""",
    re.IGNORECASE | re.VERBOSE,
)
"""What is not part of a formula in a stem: words, and signs between formulas."""
_OPERATION = lazy_pattern(r"[-+−*/·×÷^²³(]|\d[a-z]|(?:sin|cos|tan|sec|csc|cot|ln|log|sqrt)", re.IGNORECASE)


def _formulas_in(stem: str) -> Iterator[str]:
    """Yield what may be a formula in the stem."""
    for part in _BETWEEN_FORMULAS.split(stem):
        if _OPERATION.search(part):
            yield part.strip()


_FORM_ASKED = lazy_pattern(
    r"""\bexpand|\bfactor|\bsimpl|\bmultiply\s+out|\bform\b|\bexpress|\bin\s+terms\s+of\b|\bas\s+(?:an?|the)\b
    |\bproduct\b|\bpowers\b|\brewrite|\bwithout\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_form(stem: str) -> bool:
    """Return whether the stem asks for a formula in a form: expanded, factored, as a single power."""
    return _FORM_ASKED.search(stem) is not None


_SIMPLIFY = lazy_pattern(r"\bsimpl", re.IGNORECASE)
_FORM_OF_POWERS = lazy_pattern(
    r"""\b(?:ind(?:ex|ices)|exponents?|powers?|positive|negative|factor\w*|expand\w*|multiply|brackets?|roots?|surds?
    |radicals?|rational\w*|single|without|denominators?|fractions?|in\s+the\s+form)\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_only_to_simplify(stem: str) -> bool:
    """Return whether the stem asks for a simplified formula and does not say whether it has powers or fractions."""
    return _SIMPLIFY.search(stem) is not None and not _FORM_OF_POWERS.search(stem)


_SUBJECT = lazy_pattern(r"\bsubject\b", re.IGNORECASE)


def asks_for_subject(stem: str) -> bool:
    """Return whether the stem asks to solve a formula for one of its quantities."""
    return _SUBJECT.search(stem) is not None


_RATIONALIZE = lazy_pattern(r"\bra[ct]ionali[sz]", re.IGNORECASE)
_ONE_SURD = lazy_pattern(r"\bform\b|\bsingle\b|\bas\s+(?:an?|the)\b|\bexpress", re.IGNORECASE)


def asks_to_rationalize(stem: str) -> bool:
    """Return whether the stem asks for a fraction without a root below its bar, and for no other form."""
    return _RATIONALIZE.search(stem) is not None and _ONE_SURD.search(stem) is None


_MATRICES = lazy_pattern(r"\bmatri(?:x|ces)\b|\bcompos(?:ite|ition)\b", re.IGNORECASE)


def factors_commute(stem: str) -> bool:
    """Return whether factors in the answer may be in any order: not those of matrices or of composed functions."""
    return _MATRICES.search(stem) is None


_COORDINATES = lazy_pattern(
    r"""\b(?:cross\s+product|coordinates?|points?|vert(?:ex|ices)|vectors?|ordered\s+pairs?|intersect\w*|midpoint
    |cent(?:er|re)|focus|minimum|maximum|extremum|system|translat\w*|reflect\w*|origin|located)\b""",
    re.IGNORECASE | re.VERBOSE,
)


_VECTOR_GIVEN = lazy_pattern(r"\b[a-z]\s*=\s*[(\[]\s*-?\d+(?:\s*[,;]\s*-?\d+){1,2}\s*[)\]]")
"""A vector with its components: a = (2, -1)."""


def asks_for_coordinates(stem: str) -> bool:
    """Return whether the stem asks for a point or a vector, whose coordinates have several notations."""
    return _COORDINATES.search(stem) is not None or len(_VECTOR_GIVEN.findall(stem)) >= 2


_INTERVAL = lazy_pattern(r"\binterval|\bdomain\b|\brange\b|\binequalit|\bsolution set\b", re.IGNORECASE)


def asks_for_interval(stem: str) -> bool:
    """Return whether the stem asks for an interval, whose brackets say whether its ends belong to it."""
    return _INTERVAL.search(stem) is not None


_CASE = lazy_pattern(r"\b(?:worst|best|average)[- ]case\b", re.IGNORECASE)
_UPPER_BOUND = lazy_pattern(r"\bbig[- ]?O\b|\bO[- ]notation\b|\bupper\s+bound|\bO\(", re.IGNORECASE)


def asks_for_tight_bound(stem: str) -> bool:
    """Return whether the stem asks how the time or space of one case grows, and names no notation for it."""
    return _CASE.search(stem) is not None and _UPPER_BOUND.search(stem) is None


_ONE_SIGN = str.maketrans("×·−÷", "**-/")
_LOGARITHM = lazy_pattern(r"(?<=log)_?(\d+)\((\d+)\)")
"""A logarithm of a number, whose parentheses may be left out."""


def _expression(text: str) -> str:
    plain = unicodedata.normalize("NFKC", text).lower().translate(_ONE_SIGN)
    return _LOGARITHM.sub(r"\1\2", "".join(plain.split()))


_AROUND = "+-*/^=<>%"
_TO_FILL_IN = lazy_pattern(rf"={BLANK}")
_POWER_DIGITS = lazy_pattern(r"(?<=[^\W_])[⁰¹²³⁴-⁹]+(?![⁺⁻⁰¹²³⁴-⁹])|(?<=\))[⁰¹²³⁴-⁹]+")
"""A power, and not a charge: x²."""


def _power(digits: re.Match[str]) -> str:
    return f"^{unicodedata.normalize('NFKC', digits[0])}"


_APART = lazy_pattern(r"\s*(\d+)\s+(\d+)")


def says_expression(text: str, stem: str) -> bool:
    """Return whether the stem has the expression ``text`` complete, with any spaces: 12:8, but not 2x of 2x + 4."""
    if len(text.strip()) <= 2 and text.strip().isalpha():  # not the U of formula
        return re.search(rf"(?<!\w){text.strip()}(?!\w)", stem) is not None
    if (apart := _APART.match(text)) and re.search(rf"(?<![\w^]){apart[1]}\s+{apart[2]}", stem) is None:
        return False  # not the 3 81 of log_3 81
    powers = [_POWER_DIGITS.sub(_power, part) for part in (text, stem)]
    return _has_expression(text, stem) or (powers != [text, stem] and _has_expression(*powers))


def _has_expression(text: str, stem: str) -> bool:
    wanted, plain = map(_expression, (text, stem))
    start = plain.find(wanted) if any(map(str.isalnum, wanted)) else -1
    while start >= 0:
        before, after = plain[max(0, start - 1) : start], plain[start + len(wanted) :][:1]
        number_goes_on = (before.isdigit() and wanted[0].isdigit()) or (after.isdigit() and wanted[-1].isdigit())
        ends = not (after and after in _AROUND) or _TO_FILL_IN.match(plain, start + len(wanted)) is not None
        if not number_goes_on and not (before and before in _AROUND) and ends:
            return True
        start = plain.find(wanted, start + 1)
    return False


_LOGIC = lazy_pattern(
    r"""\b(?:boolean|logic(?:al)?|gates?|de\s+morgan|complement\s+of\s+(?:the\s+)?(?:set|[A-Z])|truth
    |(?-i:AND|OR|NOT|NAND|NOR|XOR))\b|[∩∪∧∨¬]""",
    re.IGNORECASE | re.VERBOSE,
)


@lru_cache(maxsize=1024)
def is_about_logic(stem: str) -> bool:
    """Return whether the stem is about Boolean expressions or sets, and not about code."""
    return _LOGIC.search(stem) is not None and case_in_code(stem) is None
