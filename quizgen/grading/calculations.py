"""Calculations and conditions written with words, in which signs and brackets count as in formulas."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.policy import keeps
from quizgen.grading.readings import readings
from quizgen.grading.stems.code import case_in_code
from quizgen.grading.typos import phrase_typo
from quizgen.grading.verdict import CORRECT, WRONG, Verdict
from quizgen.text.code import code_tokens
from quizgen.text.expressions import Expression, expression, is_calculation, is_condition, operands, renamed

_SIGN = re.compile(r"[×*÷/+=()²³]|\s[-−–]\s")
_LOGICAL = re.compile(r"\bnot\b|[¬!]\s*\w|^\W*[A-Za-z]\W+(?:(?:and|or|[A-Za-z])\W+)*[A-Za-z]\W*$", re.IGNORECASE)
"""What a condition has that is not a list of words: a negation, or letters alone."""
_COMPARES = re.compile(r"[<>≤≥=]")
_ASSIGNS = re.compile(r"(?<![=<>!])=(?!=)")
_SIGNS_OF_LOGIC = re.compile(r"\b(?:and|or|not|AND|OR|NOT)\b|&&|\|\||!(?!=)|[∧∨¬]")
_CHAIN = re.compile(r"[<>]=?(?:(?!\b(?:and|or)\b)[^<>=&|])+[<>]", re.IGNORECASE)
_TRUTH_ASKED = re.compile(r"\bconditions?\s.{0,40}?\b(?:true|holds?|met)\b.{0,10}?\b(?:if|when|for)\b", re.IGNORECASE)
"""What asks for a condition that is true if something holds, so that no other value of it counts."""
_NAMES = re.compile(r"\w+")
_TURNED = str.maketrans(">", "<")
_BRACKETS = re.compile(r"[()]")
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)


def is_expression(answer: str) -> bool:
    """Return whether ``answer`` is a calculation with words, or a condition with brackets, and no value."""
    if is_condition(answer):
        return expression(answer, logic=True) is not None
    if not is_calculation(answer):
        return False
    from quizgen.text.quantities import parse_quantity
    from quizgen.text.units import parse_unit

    quantity = parse_quantity(answer)
    if quantity is None or not quantity.unit_text:
        return parse_unit(answer) is None
    begins_with_unit = any(parse_unit(text) for text in (quantity.unit_text, quantity.unit_text.split()[0]))
    return not begins_with_unit and _SIGN.search(quantity.unit_text) is not None


def same_condition(answer: str, given: str, key: AnswerKey) -> bool | None:
    """Return whether both are one condition of variables; None if ``answer`` is not one, or ``given`` cannot be read.

    In logic, what "and" and "or" join may be in any order. In code it may not, unless every part is a negation or a
    comparison, whose values are True and False, without a call or a division, which may fail.
    """
    language = case_in_code(key.stem)
    code = answer.startswith("`") or language is not None
    if key.policy.word_order or not (code or _LOGICAL.search(answer)) or (not code and _COMPARES.search(answer)):
        return None
    if language is False:
        answer, given = answer.casefold(), given.casefold()
    right, said = expression(answer, logic=True), expression(given, logic=True)
    if right is None or said is None or right.sign not in {"and", "or", "not"}:
        return None
    if any(" " in name for one in (right, said) for name in operands(one)) or _ASSIGNS.search(answer):
        return None
    names = list(operands(right))
    if not code:
        return None if right.sign == "not" and len(names) == 1 and len(names[0]) > 2 else right == said  # Not Found
    if _ASSIGNS.search(given) or answer.count("[") != given.count("["):  # xs[0] is no xs(0)
        return False
    written, typed = _SIGNS_OF_LOGIC.findall(answer), _SIGNS_OF_LOGIC.findall(given)
    chained = _CHAIN.search(given) and not _CHAIN.search(answer)
    same_signs = set(written) == set(typed) or ((_CHAIN.search(answer) or chained) and {*written, *typed} <= {"and"})
    if not same_signs or (chained and "python" not in key.stem_words):
        return False
    in_order = _names_by_part(answer) == _names_by_part(given)
    truth_counts = _TRUTH_ASKED.search(key.stem) is not None
    return right == said and (in_order or _are_boolean(right, truth_counts=truth_counts))


def has_same_tokens(answer: str, given: str) -> bool:
    """Return whether two conditions in code have the same tokens but for round brackets, and for > instead of <."""
    one, other = (code_tokens(text.strip(" `").translate(_TURNED)) for text in (answer, given))
    return sorted(_BRACKETS.sub("", " ".join(one)).split()) == sorted(_BRACKETS.sub("", " ".join(other)).split())


def _names_by_part(condition: str) -> list[list[str]]:
    """Return the names and numbers of each part of a condition, as the sides of a comparison may change places."""
    return [sorted(_NAMES.findall(part)) for part in _SIGNS_OF_LOGIC.split(condition)]


def _are_boolean(one: Expression, *, truth_counts: bool) -> bool:
    """Return whether the order of the parts makes no difference: they are true or false, or only that counts."""
    if one.sign in {"and", "or"}:
        return all(_are_boolean(part, truth_counts=truth_counts) for part in one.parts)
    if truth_counts and one.sign == "words":
        return True
    return one.sign in {"not", "<", "<=", "=", "!="} and all(map(_cannot_fail, one.parts))


def _cannot_fail(one: Expression) -> bool:
    if one.sign == "%" and not (one.parts[1].sign == "number" and one.parts[1].number):
        return False  # by zero
    return one.sign not in {"call", "inverse", "^", "sqrt"} and all(map(_cannot_fail, one.parts))


def grade_expression(key: AnswerKey, answer: str, given: str) -> Verdict:
    """Grade a response to ``answer``, which is an expression: right in any order of terms and factors."""
    logic = is_condition(answer)
    right = expression(answer, logic=logic)
    if right is None:
        return WRONG
    if logic and (answer.startswith("`") or case_in_code(key.stem) is not None):
        return CORRECT if _written(answer) == _written(given) else WRONG
    verdict = WRONG
    for reading in readings(given, key):
        said = expression(reading, logic=logic)
        if said is not None and right.sign == "+" and said.sign != "+":
            said = expression(_AND.sub(" + ", reading))  # red and blue
        if said is not None and (key.policy.preset != "lenient" or keeps(answer, reading, key.policy)):
            found = _compared(right, said, answer, key)
            if found.counts_right and found.note is None:
                return found
            verdict = found if found.counts_right else verdict
    return verdict


def same_calculation(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether both are one calculation, with signs or with words for them."""
    right, said = expression(answer), expression(given)
    if right is None or said is None or len(list(operands(right))) < 2:
        return False
    return _compared(right, said, answer, key) == CORRECT


def _written(condition: str) -> str:
    """Return a condition in code with its brackets, and without spaces next to signs."""
    return re.sub(r"\s*([^\w\s])\s*", r"\1", condition.strip(" .`"))


def _compared(right: Expression, said: Expression, answer: str, key: AnswerKey) -> Verdict:
    """Compare two expressions: correct, close if an operand is misspelled, or wrong."""
    names: dict[str, str] = {}
    misspelled = False
    for name in operands(said):
        same = next((own for own in operands(right) if _name(own, key) == _name(name, key)), None)
        if same is None and not key.policy.typos:
            typed = key.phrase(name)
            same = next((own for own in operands(right) if phrase_typo(key.phrase(own), typed, key)), None)
            misspelled = misspelled or same is not None
        names[name] = _name(same or name, key)
    one, other = renamed(right, lambda own: _name(own, key)), renamed(said, names.__getitem__)
    if one == other or _says_left_side(one, other, key) or _says_left_side(other, one, key):
        return Verdict.close(answer) if misspelled else CORRECT
    return WRONG


def _says_left_side(equation: Expression, other: Expression, key: AnswerKey) -> bool:
    """Return whether ``equation`` is ``other`` after the name of what the stem asks for: speed = distance / time."""
    if equation.sign != "=" or other.sign == "=" or other not in equation.parts:
        return False
    names = [part.words for part in equation.parts if part != other]
    return bool(names) and all(len(name) == 1 or all(map(key.in_stem, name.split())) for name in names)


def _name(operand: str, key: AnswerKey) -> str:
    """Return an operand as it is compared: symbols of one or two letters keep their case."""
    return operand if len(operand) <= 2 else " ".join(key.singulars(key.phrase(operand).words)) or operand
