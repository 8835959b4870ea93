"""A typed word or phrase: which policy applies, and the rules in their order."""

import re
import unicodedata
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.lenient import grade_leniently
from quizgen.grading.policy import ENDS
from quizgen.grading.stem import says_expression
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.folding import fold
from quizgen.text.words import is_prose, phrase

MAX_TYPED = 1_000
"""A longer response is not graded, unless the answer itself is about as long."""

_PROMPT = re.compile(r"\s*[$>]\s+(?=[a-z])")
"""What a shell shows before a command."""


def grade_text(key: AnswerKey, given: str) -> Verdict:
    """Grade what was typed: correct by any rule, close by a typo, else wrong."""
    verdict = _grade(key, given)
    if verdict.counts_right or len(given) > MAX_TYPED or verdict.note:
        return verdict
    before, equals, after = given.partition("=")
    if equals and after.strip(" =") and says_expression(before, key.stem):  # 12:8 = 3:2
        return _grade(key, after.strip())
    prompt = _PROMPT.match(given)
    return _grade(key, given[prompt.end() :]) if prompt else verdict


def _grade(key: AnswerKey, given: str) -> Verdict:
    if len(given) > max(MAX_TYPED, 2 * max(map(len, key.answers))):
        return Verdict(Outcome.WRONG, 0.0, f"Too long to grade: keep the answer under {MAX_TYPED:,} characters.")
    if (feedback := _rejected(key, given)) is not None:
        return Verdict(Outcome.WRONG, 0.0, feedback or None)
    tidy = " ".join(unicodedata.normalize("NFC", given).split())
    if tidy in key.answers:
        return CORRECT
    if key.pattern is not None:
        from quizgen.text.patterns import matches

        if matches(key.pattern, given.strip(), case=key.policy.case):
            return CORRECT
    return _grade_words(key, given) if key.is_prose and is_prose(given) else _grade_symbols(key, given)


def _rejected(key: AnswerKey, given: str) -> str | None:
    """Return the feedback on a rejected answer, empty if it has none; None if the response is not rejected."""
    for answer, feedback in key.rejected.items():
        if fold(answer) == fold(given.strip(ENDS)) or phrase(answer).words == phrase(given).words != ():
            return feedback or ""
    return None


def _grade_symbols(key: AnswerKey, given: str) -> Verdict:
    """Grade values, formulas, symbols and code, and then what remains in words."""
    from quizgen.grading.formulas import (
        grade_symbol,
        is_other_code,
        is_other_formula,
        same_formula,
        same_in_writing,
        same_tag,
    )
    from quizgen.grading.values import grade_value
    from quizgen.text.notation import is_notation

    if not key.policy.word_order and any(same_in_writing(answer, given) for answer in key.answers):
        return CORRECT
    formulas = list(filter(is_notation, key.answers))
    if key.policy.preset != "exact" or formulas:
        value = grade_value(key, given)
        if value is not None and (value.counts_right or not formulas):
            return value
    answers = tuple(
        answer
        for answer in key.answers
        if not is_other_code(answer, given, key.stem) and not is_other_formula(answer, given)
    )
    if any(same_tag(answer, given, key.stem) for answer in answers):
        return CORRECT
    key = replace(key, answers=answers)
    if any(same_formula(answer, given, key) for answer in answers if answer in formulas):
        return CORRECT
    rest = tuple(answer for answer in answers if answer not in formulas)
    if not rest:
        return WRONG
    key = replace(key, answers=rest)
    return grade_symbol(key, given) or _grade_words(key, given)


def _grade_words(key: AnswerKey, given: str) -> Verdict:
    if key.policy.preset == "lenient":
        return grade_leniently(key, given)
    from quizgen.grading.spelling import grade_spelling, is_exactly

    if key.policy.preset == "exact":
        return CORRECT if any(is_exactly(answer, given, key.policy) for answer in key.answers) else WRONG
    verdict = grade_spelling(key, given)
    return verdict if verdict.counts_right or key.policy.typos else grade_leniently(key, given)
