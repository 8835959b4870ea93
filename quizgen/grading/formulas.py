"""Formulas and symbols: answers in which every character counts, compared by meaning, in any order or notation."""

import re
from dataclasses import replace

from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.code import is_call_of, same_code
from quizgen.grading.oxidation_numbers import charge_in
from quizgen.grading.reactions import is_same_reaction
from quizgen.grading.stems.code import asks_for_function, asks_for_regex, case_in_code, semicolon_counts
from quizgen.grading.stems.formulas import (
    asks_for_any_equation_of_curve,
    asks_for_any_equation_of_line,
    asks_for_any_form,
    asks_for_coordinates,
    asks_for_equation,
    asks_for_form,
    asks_for_integral,
    asks_for_interval,
    asks_for_state,
    asks_for_subject,
    asks_for_symbol,
    asks_for_tight_bound,
    asks_only_to_simplify,
    asks_to_rationalize,
    factors_commute,
    may_be_unsimplified,
    repeats_formula,
    says_expression,
)
from quizgen.grading.stems.phrases import asks_for_order
from quizgen.grading.verdict import CORRECT, WRONG, Verdict
from quizgen.text.algebra import is_worth, same_powers, same_relation, same_surd, same_terms, same_values
from quizgen.text.chemistry.formulas import is_formula, plain_formula, without_state
from quizgen.text.chemistry.ions import has_unclear_charge, same_ion
from quizgen.text.chemistry.reactions import is_reaction
from quizgen.text.exact_values import same_exact_value, same_root
from quizgen.text.folding import fold
from quizgen.text.mathematics import (
    in_signs,
    is_half_open,
    is_inequality,
    is_interval_of,
    same_assignments,
    same_curve,
    same_growth,
    same_intervals,
    same_line,
    same_matrix,
    same_point,
    same_points,
    same_set,
)
from quizgen.text.notation import arranged, canonical, in_lowest_terms, is_notation, same_solutions
from quizgen.text.regular_expressions import same_pattern
from quizgen.text.units import parse_unit
from quizgen.text.words import listed

_ROUND = str.maketrans("[]", "()")
_SYMBOL = re.compile(r"[A-Z][a-z]?|[a-z][A-Z]|[A-Z]{2}|[a-zα-ωΑ-Ω]")
_LEFT_SIDE = re.compile(
    r"^\s*(?:[a-zA-Z]['′]{0,2}(?:\([a-z]\))?|[a-zA-Z](?:\^\{?-1\}?|⁻¹)\([a-z]\)|[a-zA-Z]_?(?:n|\{n\}|ₙ)|d[a-z]\s?/\s?d[a-z])(?:\s*=(?!=)|\s+is\s|\s+equals\s)\s*"
)
_CONSTANT = re.compile(r"(\+\s*)(?:c|k|const(?:ant)?\.?)\s*$|^\s*(?:c|k|const(?:ant)?\.?)(?=\s*[+\-−])", re.IGNORECASE)
"""The constant of an integral, for which any letter will do."""
_PRIME = re.compile(r"(?<=\b[a-zA-Z])[’ʹ]{1,2}(?=\s*[(=])")
"""A typographic apostrophe that is used as a prime: f’(x), y’ = 2x."""
_DERIVATIVE = re.compile(r"^\s*d(?P<name>[a-z])\s?/\s?d(?P<of>[a-z])(?=\s*=)")
_PRIMED = re.compile(r"^\s*(?P<name>[a-z])['′](?:\((?P<of>[a-z])\))?(?=\s*=)")
_RATE = re.compile(r"d[a-z]\s?(?=/\s?d)|(?<=/)\s?d[a-z]|['′]")
_NAMED_CONSTANT = re.compile(
    r"(?P<letter>[cCkK])(?:,?\s*where\s+|\s*[,;]\s*|\s*\()(?P=letter)\s+(?:(?:is|=|being)\s+)?"
    r"(?:(?:an?|any|the|some)\s+)?(?:(?:arbitrary|real)\s+)*constant(?:\s+of\s+integration)?\s*\)?\.?\s*$"
)
"""What says that the letter after an integral is its constant: x² + C, where C is a constant."""
_SUBSCRIPT = re.compile(r"(?<=[A-Za-z)])_(?:(?P<one>[a-z0-9])|\{(?P<many>[a-z0-9+-]+)\})")
_RELATION = re.compile(
    r"\blaw\b|\b(?:equation|formula)\s+(?:of\s+\w+\s+)?(?:that\s+)?(?:relat|link|connect)|\brelationship\s+between",
    re.IGNORECASE,
)
"""What asks for an equation of several quantities, whichever of them is on the left."""
_BY_INEQUALITY = re.compile(r"\b(?:as|with|using|by|form\s+of)\s+(?:an?\s+)?inequalit", re.IGNORECASE)
_ALL = re.compile(r"^(?:for\s+)?all\s+(?:real\s+)?(?=[a-z]\s*[<>≤≥])")
"""What may be said before an inequality: all x > 0."""
_EQUALS_FIRST = re.compile(r"\s*=\s*[^=\s>]")
_AND_OR = re.compile(r"(?<=[<>≤≥=\s\d])(?:\band\b|\bor\b|[∧∨∪])(?=[^<>≤≥]*[<>≤≥])")
_TIMES_AS_LETTER = re.compile(r"(?<=[\d⁰¹²³⁴-⁹)])\s*[xX]\s*(?=[\d(])")
_BETWEEN_FORMULAS = re.compile(r"[`·•⋅∙*.+\-−^\[\]⁺⁻\s]")
_UNIT_SIGN = re.compile(r"[/·⋅^²³⁻]")
_LOGARITHM = re.compile(r"\bln\b|\blog", re.IGNORECASE)
_DECIMAL = re.compile(r"[-−]?\d+(?:\.\d+)?")
_LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹ⁿⁱˣʸᵗᵏ₀-₉¼½¾⅐-⅞]{2,}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PRESENTED = re.compile(
    r"^(?:it is\s+|it's\s+)?(?:the\s+)?(?:letter|symbol|sign|numeral|roman numeral)\s+", re.IGNORECASE
)
_NAMES_OF_SIGNS = listed(
    "the operator symbol sign character keyword das der die zeichen el la símbolo signo carácter operador "
    "le signe symbole caractère opérateur"
)


_STATE_ALONE = re.compile(r"\((?P<state>s|l|g|aq)\)|(?P<bare>aq)")


def same_formula(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether a response is the formula ``answer``, possibly in another order or without its left side."""
    if state := _STATE_ALONE.fullmatch(answer.strip("`")):
        return given.strip(" `().") == (state["state"] or state["bare"])  # its letters are no factors
    answer, given = _PRIME.sub("'", answer), _ALL.sub("", _PRIME.sub("'", given))
    if "×" in answer and not any(map(str.isalpha, answer)):
        given = _TIMES_AS_LETTER.sub("×", given)
    given = _with_derivative_of(answer, given)
    if asks_for_integral(key.stem):
        given = _NAMED_CONSTANT.sub(r"\g<letter>", given)
    if _AND_OR.search(answer) and _AND_OR.search(given) and _joined_by(answer) != _joined_by(given):
        return False  # x < 2 and x > 5
    if "[" in given and "[" not in answer and (is_formula(answer) or _brackets_group(given, key)):
        given = given.translate(_ROUND)  # [NH4]2SO4, 3[(x + 2)(x - 2)]
    if has_unclear_charge(given) and not has_unclear_charge(answer):
        return False
    if _same_in_other_notation(answer, given, key):
        return True
    in_order = key.policy.word_order or not factors_commute(key.stem)
    if not in_order and is_reaction(answer):
        return is_same_reaction(answer, given, key.stem)  # 2I- is not I2-, as factors would be
    if _EQUALS_FIRST.match(given) and not re.match(r"[`\s]*=", answer) and case_in_code(key.stem) is None:
        given = given.lstrip(" =")  # what is 2 + 3? = 5
    if _only_xyz(answer) and not re.search(r"\b[XYZ]\b", key.stem):
        given = given.lower() if _only_xyz(given.lower()) else given
    bare = answer.strip("`").removesuffix("()")
    if not in_order and bare != answer.strip("`") and bare == given.strip(" `"):
        return True  # the name of a function
    if not in_order and asks_for_function(key.stem) and is_call_of(answer, given):
        return True
    any_form = not in_order and not asks_for_form(key.stem) and case_in_code(key.stem) is None
    if not in_order and (
        same_solutions(answer, in_signs(given), any_form=any_form) or _same_notation(answer, given, key)
    ):
        return True
    if (number := charge_in(answer, key)) is not None and number == charge_in(given, key):
        return True
    if _LEFT_SIDE.match(answer) and "=" not in given and (right := _LEFT_SIDE.sub("", answer)) != answer:
        return same_formula(right, given, key)
    if (asks_for_equation(key.stem) or "inverse" in key.stem_words) and (
        renamed := _as_function(answer, given)
    ) is not None:
        return same_formula(answer, renamed, key)
    if _same_right_side(answer, given, any_form=any_form):
        return True
    return _same_expression(answer, given, key, in_order=in_order)


def without_subscript_marks(given: str, key: AnswerKey) -> str:
    """Return a formula without what marks its subscripts, as in C_nH_{2n}, unless an answer has it."""
    if "_" not in given or any("_" in answer for answer in key.answers) or case_in_code(key.stem) is not None:
        return given
    return _SUBSCRIPT.sub(r"\g<one>\g<many>", given)


def _with_derivative_of(answer: str, given: str) -> str:
    """Return ``given`` with the left side of ``answer`` if both have the derivative of one function: y', dy/dx."""
    one, other = ((_DERIVATIVE.match(text) or _PRIMED.match(text)) for text in (answer, given))
    if one is None or other is None or (one["of"] and other["of"] and one["of"] != other["of"]):
        return given
    if one["name"] != other["name"] and {one["name"], other["name"]} != {"f", "y"}:
        return given
    return f"{one[0].strip()} {given[other.end() :].lstrip()}"


_CONCENTRATION = re.compile(r"\[(?P<species>[^\[\]()\s]{1,20})\s?\((?P<state>aq|g)\)\]")


def without_states_of_stem(given: str, stem: str) -> str:
    """Return ``given`` without those states of concentrations that ``stem`` has: [NO2(g)]."""
    said = plain_formula(stem).replace(" ", "") if _CONCENTRATION.search(given) else ""

    def plain(found: re.Match[str]) -> str:
        is_said = f"{plain_formula(found['species'])}({found['state']})" in said
        return f"[{found['species']}]" if is_said else found[0]

    return _CONCENTRATION.sub(plain, given)


_GROUPED = re.compile(r"[\d\w)]\s?\[[^\[\],;]*\]|\[[^\[\],;]*\]\s?[\[(²³^]")
"""Square brackets after or before a factor, which are no interval and no list."""


def _brackets_group(given: str, key: AnswerKey) -> bool:
    """Return whether the square brackets in ``given`` only group what is in them: 3[(x + 2)(x - 2)]."""
    return case_in_code(key.stem) is None and "," not in given and _GROUPED.search(given) is not None


def _same_right_side(answer: str, given: str, *, any_form: bool) -> bool:
    """Return whether both are one value of one variable, or one number; in ``any_form``, 0.5 is 1/2."""
    one, other = (canonical(_LEFT_SIDE.sub("", text)) for text in (answer, given))
    if any_form:
        one, other = in_lowest_terms(one), in_lowest_terms(other)
    if one != other:
        return False
    named = [found[0] for found in map(_LEFT_SIDE.match, (answer, given)) if found]
    if len({"".join(_RATE.findall(side)) for side in named}) > 1:
        return False  # dx/dy for dy/dx, f(x) for f'(x)
    return len({side.strip()[0].lower() for side in named}) == 1 or (any_form and "=" not in answer + given)


def _same_expression(answer: str, given: str, key: AnswerKey, *, in_order: bool) -> bool:
    """Return whether ``given`` is ``answer`` in its characters or, unless ``in_order``, in its terms or its algebra."""
    value = given if "=" in answer else _LEFT_SIDE.sub("", given)
    value = _without_words(value, key) if not _LETTERS.search(answer) else value
    ignored = ". " if semicolon_counts(key.stem) else ";. "
    value = value if answer.rstrip("`").endswith((";", ".")) else value.rstrip(ignored)
    if asks_for_integral(key.stem):
        answer, value = _CONSTANT.sub(r"\1C", answer), _CONSTANT.sub(r"\1C", value)
    one, other = canonical(answer), canonical(value.strip().strip("\"'"))
    if one == other or same_code(answer, value, key.stem):
        return True
    if answer.startswith("`") or in_order or (asks_for_form(key.stem) and says_expression(value, key.stem)):
        return False  # what the stem asks to simplify is not the answer
    return arranged(one) == arranged(other) or _same_algebra(answer, value, key.stem)


_FUNCTION_OF_X = re.compile(r"^\s*[a-zA-Z](?:\^\{?-1\}?|⁻¹)?\(x\)(?=\s*=)")
_Y = re.compile(r"^\s*y(?=\s*=)")


def _as_function(answer: str, given: str) -> str | None:
    """Return ``given`` with the left side of ``answer`` if one has y and the other a function of x, else None."""
    for one, other in ((_Y, _FUNCTION_OF_X), (_FUNCTION_OF_X, _Y)):
        if (left := one.match(answer)) and other.match(given):
            return other.sub(left[0], given)
    return None


def _only_xyz(formula: str) -> bool:
    """Return whether x, y and z are the only letters, so that their capitals mean the same."""
    letters = {char for char in formula if char.isalpha()}
    return bool(letters) and letters <= {"x", "y", "z"}


def left_side_missing(key: AnswerKey, given: str) -> str | None:
    """Return the left side of the answer of which ``given`` is the right side, such as ``y =``; None for any other."""
    for answer in key.answers:
        if (left := _LEFT_SIDE.match(answer)) and same_formula(answer[left.end() :], given, key):
            return left[0].strip()
    return None


def _says_value_of(answer: str, given: str) -> bool:
    """Return whether ``given`` is the formula ``answer`` and what it is worth: 5! = 120."""
    formula, equals, number = given.strip(" `.").replace("≈", "=").partition("=")
    if not equals or "=" in answer or not _DECIMAL.fullmatch(number.strip()):
        return False
    return canonical(formula) == canonical(answer) and is_worth(answer, number.strip())


def _same_in_other_notation(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether both are one point, one regular expression, or formulas with one value or one set of values."""
    if key.policy.word_order:
        return False
    if asks_for_coordinates(key.stem) and same_point(answer, given):
        return True
    if asks_for_regex(key.stem) and same_pattern(answer, given):
        return True
    if case_in_code(key.stem) is not None:
        return False
    if same_points(answer, given, in_order=asks_for_order(key.stem)):
        return True
    if _says_value_of(answer, given) or same_matrix(answer, given):
        return True
    any_root = not asks_for_form(key.stem) or asks_only_to_simplify(key.stem)
    if any_root and not says_expression(given, key.stem) and same_root(answer, given):
        return True
    return same_assignments(answer, given) or same_exact_value(answer, given, key.stem_units)


def _joined_by(text: str) -> set[str]:
    return {"or" if word in {"or", "∨", "∪"} else "and" for word in _AND_OR.findall(text)}


def _same_algebra(answer: str, given: str, stem: str) -> bool:
    """Return whether both have the same terms and factors, or the same value if the stem asks for it in any form."""
    if case_in_code(stem) is not None or is_formula(_BETWEEN_FORMULAS.sub("", answer)):
        return False
    if same_terms(answer, given) or (asks_only_to_simplify(stem) and same_powers(answer, given)):
        return True
    left, equals, right = answer.rpartition("=")
    if equals and given.count("=") == answer.count("=") == 1:
        side, _, value = given.partition("=")
        if canonical(left) == canonical(value):
            side, value = value, side
        if canonical(left) != canonical(side):
            return False
        answer, given = right, value
    # The derivative of a function with a logarithm exists where the logarithm does; quantities are positive.
    positive = not asks_for_integral(stem) and (_LOGARITHM.search(stem) is not None or asks_for_subject(stem))
    simplified = not may_be_unsimplified(stem)
    if simplified and not asks_for_integral(stem) and repeats_formula(stem, answer, given):
        return False
    return same_values(answer, given, positive=positive, simplified=simplified) and asks_for_any_form(stem, answer)


def same_unit(answer: str, given: str) -> bool | None:
    """Return whether two units, one of them with signs between its parts, are the same: ``m/s²`` and ``m s⁻²``.

    None if one of them is not a unit, or neither has a sign.
    """
    if not _UNIT_SIGN.search(answer + given):
        return None
    unit, said = parse_unit(answer), parse_unit(given)
    return None if unit is None or said is None else unit == said


def grade_symbol(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a symbol, a name in code or a unit; None if neither the answers nor the response is one."""
    symbols = [answer for answer in key.answers if _SYMBOL.fullmatch(answer)]
    bare, _, inside = given.strip(ENDS).partition("(")
    bare = _PRESENTED.sub("", bare.strip(ENDS)).strip(ENDS)
    if symbols and len(bare) <= 2:
        lazy = bare.islower() and not asks_for_symbol(key.stem)
        same = bare in symbols or (lazy and bare in {symbol.lower() for symbol in symbols})
        return CORRECT if same and (not inside or all(map(key.in_stem, key.phrase(inside).words))) else WRONG
    if asks_for_function(key.stem) and any(is_call_of(answer, given) for answer in key.answers):
        return CORRECT
    if (
        key.policy.preset != "spelling"
        and is_notation(given)
        and not any(_LONG_WORD.search(answer) for answer in key.answers)
    ):
        written = arranged(canonical(_LEFT_SIDE.sub("", given)))
        return CORRECT if written in {arranged(canonical(answer)) for answer in key.answers} else WRONG
    if not asks_for_symbol(key.stem):
        return None
    short = {answer.casefold() for answer in key.answers if len(answer) <= 3}
    symbols_only = all(
        parse_unit(answer) and parse_unit(answer.swapcase()) != parse_unit(answer) for answer in key.answers
    )
    if given.strip().casefold() in short and symbols_only:
        return CORRECT if given.strip() in key.answers else WRONG  # mHz is not MHz
    if any((unit := parse_unit(answer)) and unit == parse_unit(given) for answer in key.answers):
        return replace(CORRECT, difference="name or symbol of the unit")
    return None


def _without_words(given: str, key: AnswerKey) -> str:
    """Return what remains of a response to an answer that is a sign, without words such as "the == operator"."""
    return _LETTERS.sub(
        lambda word: "" if word[0].lower() in _NAMES_OF_SIGNS or key.in_stem(fold(word[0])) else word[0], given
    )


_VALUES_OF_FUNCTION = re.compile(r"\b[fgh]\([a-z]\)|\b[fgh]\b(?!\()")


def adds_state(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is a formula with its state, of which neither the answers nor the stem say anything."""
    plain = without_state(given)
    if plain == given or asks_for_state(key.stem) or any(without_state(answer) != answer for answer in key.answers):
        return False
    return is_formula(_BETWEEN_FORMULAS.sub("", plain))


_COMPOUND = re.compile(r"(?=.*(?:[2-9+−-]))(?:\(?[A-Z][a-z]?\)?[2-9]{0,2}){2,8}(?:\^?\d?[+−-])?")
"""A formula of several elements with a subscript or a charge, which is nothing else: HCO3-, PbI2; but not H1N1."""


def is_other_formula(answer: str, given: str) -> bool:
    """Return whether ``given`` is a formula with other capitals than ``answer``, another one: Co2, not CO2."""
    one, other = plain_formula(answer), plain_formula(given)
    if one == other or one.casefold() != other.casefold():
        return False
    return (is_formula(one) and is_formula(other)) or _COMPOUND.fullmatch(one) is not None


def _same_notation(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` says what ``answer``, a formula, says, in another notation for the same thing."""
    if "range" in key.stem_words:
        answer, given = (_VALUES_OF_FUNCTION.sub("y", text) for text in (answer, given))
    if same_ion(answer, given) or is_same_reaction(answer, given, key.stem):
        return True
    if same_growth(answer, given, tight=asks_for_tight_bound(key.stem)):
        return True
    if _RELATION.search(key.stem) and same_relation(answer, given):
        return True
    if asks_for_any_equation_of_line(key.stem) and same_line(answer, given):
        return True
    if asks_for_any_equation_of_curve(key.stem) and not says_expression(given, key.stem) and same_curve(answer, given):
        return True
    if asks_to_rationalize(key.stem) and same_surd(answer, given.strip(" .=")):
        return True
    if same_set(answer, given):
        return True
    compares = re.search("[<>≤≥]", given) is not None
    other_form = ("interval" in key.stem.lower() and compares) or (_BY_INEQUALITY.search(key.stem) and not compares)
    solved = is_interval_of(answer, given) and not says_expression(given, key.stem)
    both = is_inequality(answer) and is_inequality(given)
    asked = both or solved or asks_for_interval(key.stem) or "∞" in answer or is_half_open(answer)
    if asked and not other_form and same_intervals(answer, given):
        return True
    spoken = in_signs(given)
    return spoken != given and arranged(canonical(answer)) == arranged(canonical(spoken))
