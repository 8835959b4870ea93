"""Formulas, symbols and names in code: answers in notation, compared by meaning."""

import re
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.equivalents import same_notation
from quizgen.grading.policy import ENDS
from quizgen.grading.stem import asks_for_charge, asks_for_function, asks_for_symbol
from quizgen.grading.verdict import CORRECT, WRONG, Verdict
from quizgen.text.folding import fold
from quizgen.text.notation import arranged, canonical, charge, is_notation, same_solutions
from quizgen.text.units import parse_unit
from quizgen.text.words import listed, phrase

_SYMBOL = re.compile(r"[A-Z][a-z]?|[a-z][A-Z]|[A-Z]{2}|[a-zα-ωΑ-Ω]")
_LEFT_SIDE = re.compile(
    r"^\s*(?:[a-zA-Z]['′]{0,2}(?:\([a-z]\))?|d[a-z]\s?/\s?d[a-z])(?:\s*=(?!=)|\s+is\s|\s+equals\s)\s*"
)
_CALLED = re.compile(r"`?(?P<name>[\w.]+)\(\w*\)`?")
_LETTERS = re.compile(r"[^\W\d_⁰¹²³⁴-⁹₀-₉¼½¾⅐-⅞]{2,}")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_PRESENTED = re.compile(
    r"^(?:it is\s+|it's\s+)?(?:the\s+)?(?:letter|symbol|sign|numeral|roman numeral)\s+", re.IGNORECASE
)
_NAMES_OF_SIGNS = listed("the operator symbol sign character keyword")


def same_formula(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether a response is the formula ``answer``, possibly in another order or without its left side."""
    in_order = key.policy.word_order
    bare = answer.strip("`").removesuffix("()")
    if not in_order and bare != answer.strip("`") and bare == given.strip(" `"):
        return True  # the name of a function
    if not in_order and (same_solutions(answer, given) or same_notation(answer, given, key)):
        return True
    if asks_for_charge(key.stem) and charge(answer) is not None and charge(answer) == charge(given):
        return True
    if _LEFT_SIDE.match(answer) and canonical(_LEFT_SIDE.sub("", answer)) == canonical(_LEFT_SIDE.sub("", given)):
        named = [found[0].strip()[0] for found in map(_LEFT_SIDE.match, (answer, given)) if found]
        if len({name.lower() for name in named}) == 1:
            return True
    value = given if "=" in answer else _LEFT_SIDE.sub("", given)
    value = _without_words(value, key) if not _LETTERS.search(answer) else value
    value = value if answer.rstrip("`").endswith((";", ".")) else value.rstrip(";. ")
    one, other = canonical(answer), canonical(value.strip().strip("\"'"))
    return one == other or (not answer.startswith("`") and not in_order and arranged(one) == arranged(other))


def grade_symbol(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a symbol, a name in code or a unit; None if neither the answers nor the response is one."""
    symbols = [answer for answer in key.answers if _SYMBOL.fullmatch(answer)]
    bare, _, inside = given.strip(ENDS).partition("(")
    bare = _PRESENTED.sub("", bare.strip(ENDS)).strip(ENDS)
    if symbols and len(bare) <= 2:
        lazy = bare.islower() and not asks_for_symbol(key.stem)
        same = bare in symbols or (lazy and bare in {symbol.lower() for symbol in symbols})
        return CORRECT if same and (not inside or all(map(key.in_stem, phrase(inside).words))) else WRONG
    if asks_for_function(key.stem) and (call := _CALLED.fullmatch(given.strip(ENDS))) and call["name"] in key.answers:
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
