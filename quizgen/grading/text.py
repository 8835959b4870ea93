"""A typed word or phrase: which policy applies, and the rules in their order."""

import re
import unicodedata
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.code import is_other_code, same_tag
from quizgen.grading.equivalents import is_other_formula, same_in_writing
from quizgen.grading.formulas import grade_symbol, same_formula
from quizgen.grading.lists import same_parts
from quizgen.grading.policy import ENDS, EXACT, FORMULA, Policy, keeps
from quizgen.grading.prose import RULES, article, turned_around
from quizgen.grading.readings import readings
from quizgen.grading.slips import slips
from quizgen.grading.spelling import comparable, spelled
from quizgen.grading.stem import says_expression
from quizgen.grading.values import grade_value
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.folding import fold, without_accents
from quizgen.text.notation import is_notation
from quizgen.text.patterns import matches
from quizgen.text.units import parse_unit
from quizgen.text.words import phrase

MAX_TYPED = 1_000
"""A longer response is not graded, unless the answer itself is about as long."""

_PROMPT = re.compile(r"\s*[$>]\s+(?=[a-z])")
"""What a shell shows before a command."""
_LISTED = re.compile(r"\s*[,;/&()]\s*(?:and\s+|or\s+)?|\s+and\s+|\s+or\s+", re.IGNORECASE)


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
    if key.pattern is not None and matches(key.pattern, given.strip(), case=key.policy.case):
        return CORRECT
    if not key.policy.word_order and any(same_in_writing(answer, given) for answer in key.answers):
        return CORRECT
    if key.policy.preset != "exact" or any(map(is_notation, key.answers)):
        value = grade_value(key, given)
        if value is not None and (value.counts_right or not any(map(is_notation, key.answers))):
            return value
    return _grade_words(key, given)


def _rejected(key: AnswerKey, given: str) -> str | None:
    """Return the feedback on a rejected answer, empty if it has none; None if the response is not rejected."""
    for answer, feedback in key.rejected.items():
        if fold(answer) == fold(given.strip(ENDS)) or phrase(answer).words == phrase(given).words != ():
            return feedback or ""
    return None


def _grade_words(key: AnswerKey, given: str) -> Verdict:
    answers = tuple(
        answer
        for answer in key.answers
        if not is_other_code(answer, given, key.stem) and not is_other_formula(answer, given)
    )
    if not answers:
        return WRONG
    if any(same_tag(answer, given, key.stem) for answer in answers):
        return CORRECT
    key = replace(key, answers=answers)
    formulas = [answer for answer in key.answers if is_notation(answer)]
    if any(same_formula(answer, given, key) for answer in formulas):
        return CORRECT
    rest = tuple(answer for answer in key.answers if answer not in formulas)
    if not rest:
        return WRONG
    key = replace(key, answers=rest)
    if (verdict := grade_symbol(key, given)) is not None:
        return verdict
    match key.policy.preset:
        case "exact":
            return CORRECT if any(_exactly(answer, given, key.policy) for answer in rest) else WRONG
        case "spelling":
            verdict = spelled(key, given)
            return verdict if verdict.counts_right or key.policy.typos else _lenient(key, given)
        case "lenient":
            return _lenient(key, given)


def _exactly(answer: str, given: str, policy: Policy = EXACT) -> bool:
    """Return whether the texts are equal except for width, spaces, backticks, and what the switches forgive."""
    one, other = (
        " ".join(unicodedata.normalize("NFKC", text).split())
        if policy in {EXACT, FORMULA}
        else comparable(text, policy)
        for text in (answer, given)
    )
    return one in {other, other.strip("`\"'")} or one.strip("`") == other


def _lenient(key: AnswerKey, given: str) -> Verdict:
    policy = key.policy
    said = phrase(given)
    if not said.words:
        unit = parse_unit(given)
        if unit is not None and any(parse_unit(answer) == unit for answer in key.answers):
            return CORRECT  # ¥ for yen
        return CORRECT if any(_exactly(answer, given) for answer in key.answers) else WRONG
    skipped = {
        rule
        for rule, on in (
            (same_parts, policy.word_order),
            (turned_around, policy.word_order),
            (article, policy.articles),
        )
        if on
    }
    said_again = [phrase(reading) for reading in readings(given, key)]
    for said in said_again:
        for rule, forgiven in RULES.items():
            if rule not in skipped and (
                form := next(
                    (form for form in key.forms if rule(form, said, key) and keeps(form.text, given, policy)), None
                )
            ):
                accents = rule is not article and forgiven is None and _accents_missing(form.text, given)
                difference = "accents" if accents else forgiven
                return replace(CORRECT, difference=difference) if difference else CORRECT
    if _every_part_right(key, given):
        return CORRECT
    if policy.typos:
        return WRONG
    found = [
        slip
        for said in said_again
        for form in key.forms
        if (slip := slips(form, said, key)) is not None and keeps(form.text, given, policy)
    ]
    return Verdict.close(min(found)[1]) if found else WRONG


def _accents_missing(answer: str, given: str) -> bool:
    return without_accents(answer) != answer and without_accents(given) == given


def _every_part_right(key: AnswerKey, given: str) -> bool:
    """Return whether each of several answers is right: two of those under ``accept``, a name and its initials."""
    parts = [part for part in _LISTED.split(given) if part.strip()]
    return 2 <= len(parts) <= 8 and all(_lenient(key, part).counts_right for part in parts)
