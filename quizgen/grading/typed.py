"""Grade a typed answer by its form: code and its output, calculations, values, formulas, and words."""

import re
import unicodedata
from dataclasses import replace

from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.asked_form import (
    are_other_alleles,
    how_to_write_number,
    is_in_other_form,
    is_unreduced,
    lacks_left_side,
    lacks_percent_sign,
    lacks_power_of_ten,
    names_other_variable,
    repeats_stem,
)
from quizgen.grading.code_answers import (
    code_before_stop,
    grade_emphasis,
    grade_output,
    grade_path,
    has_dash_for_hyphen,
    without_semicolon,
)
from quizgen.grading.data import is_broken_json
from quizgen.grading.given_sentence import in_full
from quizgen.grading.lenient import grade_leniently
from quizgen.grading.policy import FORMULA, LENIENT
from quizgen.grading.preamble import without_preamble, without_smiley
from quizgen.grading.signs import adds_wrong_state, grade_bases, grade_primes, has_other_signs
from quizgen.grading.source_code import same_statement, statement_kind
from quizgen.grading.status_codes import is_version_instead
from quizgen.grading.stems.code import case_in_code, semicolon_counts
from quizgen.grading.stems.formulas import asks_for_symbol, is_about_logic, is_line_instead
from quizgen.grading.stems.values import asks_for_simplest
from quizgen.grading.stems.writing import asks_for_romanization
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.code import plain_sql, without_final_semicolon
from quizgen.text.folding import fold
from quizgen.text.genders import gender_said
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.patterns import matches
from quizgen.text.words import is_prose

MAX_TYPED = 1_000
"""A longer response is not graded, unless the answer itself is about as long."""
TOO_LONG = Verdict(Outcome.WRONG, 0.0, f"Too long to grade: keep the answer under {MAX_TYPED:,} characters.")


def grade_text(key: AnswerKey, given: str) -> Verdict:
    """Grade what was typed: correct by any rule, close by a typo, else wrong."""
    given = without_smiley(key, given)
    if _OR_SIGN.search(given) and not any(map(_LOGIC_SIGN.search, key.answers)):
        given = _OR_SIGN.sub(" or ", given)  # x = 1 ∨ x = 2, in which continental Europe lists solutions
    if _TIMES_X.search(given) and not any(map(_NAMED_X.search, (*key.answers, key.stem))):
        given = _TIMES_X.sub("×", given)  # 5 x √3, 3 x n
    if "deg" in given and any("°" in answer for answer in key.answers):
        given = _DEGREES.sub("°", given)
    if (code := code_before_stop(key, given)) is not None and _grade_once(key, code).counts_right:
        return Verdict(Outcome.WRONG, 0.0, "Leave out the period after the code.")
    verdict = _grade_once(key, given)
    if verdict.counts_right or len(given) > MAX_TYPED or verdict.feedback:
        return verdict
    if (whole := in_full(key, given)) is not None and (complete := _grade_once(key, whole)).counts_right:
        return complete
    if verdict.note:
        return verdict
    if (rest := without_preamble(key, given)) is not None:
        verdict = _grade_once(key, rest)
        return verdict if verdict.counts_right or verdict.note else _with_part_missing(key, rest) or verdict
    return (
        _with_remark(key, given)
        or _with_misspelled_unit(key, given)
        or _with_wrong_date(key, given)
        or _with_part_missing(key, given)
        or verdict
    )


def _with_remark(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on the right answer before a remark in brackets; None for anything else."""
    if "(" not in given:
        return None
    from quizgen.grading.remarks import without_remark

    rest = without_remark(key, given)
    verdict = _grade_once(key, rest) if rest is not None else WRONG
    return verdict if verdict.counts_right else None


def _with_misspelled_unit(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on the right quantity with a typo in the name of its unit; None for anything else."""
    forgives = key.policy == FORMULA or (key.policy.preset == "lenient" and not key.policy.typos)
    if not forgives or not any(map(str.isdigit, given)):
        return None
    from quizgen.grading.misspelled_units import with_unit_spelled

    spelled = with_unit_spelled(given)
    if spelled is None or not _grade_once(key, spelled[0]).counts_right:
        return None
    return Verdict.close(spelled[1])


_OR_SIGN = lazy_pattern("[∨⋁]")
_TIMES_X = lazy_pattern(r"(?<=[\d)π])\s*[xX]\s*(?=√|π|sqrt|root)|(?<=\d)\s+[xX]\s+(?=[a-wyz](?![a-z]))")
_NAMED_X = lazy_pattern(r"(?<![a-z])x(?![a-z])", re.IGNORECASE)
_DEGREES = lazy_pattern(r"(?<=\d)\s?deg(?:ree)?s?(?=\s*(?:[,;)]|(?:and|or)\b|$))")
_LOGIC_SIGN = lazy_pattern("[∨⋁∧⋀¬]")


_TWO_ASKED = lazy_pattern(
    r"\btwo\b|\b(?:name|give|state|list|write|find)\s+both\b|^\s*solve\b|\b(?:roots|solutions)\b", re.IGNORECASE
)
_OF_TWO = lazy_pattern(r"(?P<one>[^,;<>≤≥]{1,60}?)\s*(?:\b(?:and|or)\b|[,;])\s*(?P<other>[^,;<>≤≥]{1,60})")


def _with_part_missing(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on one of two answers that the stem asks for, or some of several; None for anything else."""
    if (missing := _parts_missing(key, given)) is not None:
        return missing
    parts = _OF_TWO.fullmatch(key.answers[0])
    if parts is None or not _TWO_ASKED.search(key.stem) or key.policy.preset == "spelling":
        return None
    if not any(_grade_once(replace(key, answers=(parts[name],)), given).counts_right for name in ("one", "other")):
        return None
    return Verdict(Outcome.WRONG, 0.0, "One of the two answers is missing.")


_LISTED = lazy_pattern(r"\s*[,;]\s*(?:and\s+|or\s+)?|\s+(?:and|or)\s+")
_NUMBERS = ("one", "two", "three", "four", "five", "six")


def _parts_missing(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on some of the three to six parts of an answer, each of which is right; None otherwise."""
    parts = [part for part in _LISTED.split(key.answers[0]) if part]
    said = [part for part in _LISTED.split(given.strip(ENDS)) if part]
    if not 3 <= len(parts) <= len(_NUMBERS) or not 0 < len(said) < len(parts) or key.policy.preset != "lenient":
        return None
    left = list(parts)
    for one in said:
        found = next((part for part in left if _grade_once(replace(key, answers=(part,)), one).counts_right), None)
        if found is None:
            return None
        left.remove(found)
    verb = "is" if len(left) == 1 else "are"
    note = f"{_NUMBERS[len(left) - 1].capitalize()} of the {_NUMBERS[len(parts) - 1]} parts {verb} missing."
    return Verdict(Outcome.WRONG, 0.0, note)


def _with_wrong_date(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict on a right name with a date that is known to be wrong; None for anything else."""
    if key.policy.preset != "lenient" or not key.is_prose:
        return None
    from quizgen.grading.added_dates import name_with_wrong_date

    name = name_with_wrong_date(given, key)
    if name is None or not _grade_once(key, name).counts_right:
        return None
    return Verdict(Outcome.WRONG, 0.0, "The name is right, but the date after it is wrong.")


def _grade_once(key: AnswerKey, given: str) -> Verdict:
    if len(given) > max(MAX_TYPED, 2 * max(map(len, key.answers))):
        return TOO_LONG
    if (feedback := _rejected(key, given)) is not None:
        return replace(WRONG, feedback=feedback or None)
    tidy = " ".join(unicodedata.normalize("NFC", given).split())
    if tidy in key.answers and not (_SPACES_IN_STRING.search(given) and case_in_code(key.stem)):
        return CORRECT
    if key.pattern is not None and matches(key.pattern, given.strip(), case=key.policy.case):
        return CORRECT
    if (difference := _romanization(key, given.strip(ENDS))) is not None:
        return _grade_in_latin(key, given) or replace(CORRECT, difference=difference)
    if (verdict := grade_primes(key, given) or _grade_gender(key, given) or grade_bases(key, given)) is not None:
        return verdict
    if (verdict := grade_output(key, given) or _grade_code(key, given)) is not None:
        return verdict
    if (
        is_version_instead(given, key.stem)
        or adds_wrong_state(key, given)
        or repeats_stem(key, given)
        or has_other_signs(key, given)
    ):
        return WRONG
    if key.is_translation:
        return _grade_words(key, given)
    if note := how_to_write_number(key, given) or lacks_left_side(key, given) or names_other_variable(key, given):
        return Verdict(Outcome.WRONG, 0.0, note)
    if (verdict := _grade_condition(key, given) or _grade_expression(key, given)) is not None:
        return verdict
    if key.language != "en" and (verdict := _grade_value_abroad(key, given)) is not None:
        return verdict
    if key.is_prose and is_prose(given):
        return _grade_words(key, given)
    verdict = _grade_symbols(key, given)
    if verdict.counts_right or verdict.note or not (words := _key_of_names(key, given)):
        return verdict
    named = _grade_once(words, given)
    return named if named.counts_right else verdict


_GENDER = lazy_pattern(
    r"\bgender\b|\bgénero\b|\bgenre\b|\bgenere\b|\bgenus\b(?=.*\bwort|.*\bsubstantiv)|\bgeschlecht\b", re.IGNORECASE
)
_SPACES_IN_STRING = lazy_pattern(r"([\"'`])[^\"'`]*\s{2}[^\"'`]*\1")
"""A string with two spaces next to each other, which code does not take for one."""
_NAME = lazy_pattern(r"[^\W\d_]{4,}(?:[ -][^\W\d_]+)*")


def _key_of_names(key: AnswerKey, given: str) -> AnswerKey | None:
    """Return the key with only those answers that are names beside a formula, graded as names: potassium, for K+.

    None if there are none, ``given`` is no name, or the author chose how strict to be.
    """
    if key.policy != FORMULA or not _NAME.fullmatch(given.strip(ENDS)) or case_in_code(key.stem) is not None:
        return None
    names = tuple(answer for answer in key.answers[1:] if _NAME.fullmatch(answer) and is_prose(answer))
    return replace(key, answers=names, policy=LENIENT) if names else None


def _rejected(key: AnswerKey, given: str) -> str | None:
    """Return the feedback on a rejected answer, empty if it has none; None if the response is not rejected."""
    typed = {fold(given.strip()), fold(given.strip(ENDS))}
    for answer, feedback in key.rejected.items():
        if fold(answer) in typed or key.phrase(answer).words == key.phrase(given).words != ():
            return feedback or ""
    return None


def _romanization(key: AnswerKey, given: str) -> str | None:
    """Return how ``given`` differs from an answer in another script, if it is that answer in Latin letters.

    The stem has to allow Latin letters, or the key to have them already.
    """
    foreign = [answer for answer in key.answers if not answer.isascii()]
    in_latin = asks_for_romanization(key.stem) if foreign else False
    if not foreign or not (in_latin or len(key.answers) > 1):
        return None
    from quizgen.text.romanization import is_romanized, is_same_reading

    if in_latin:
        return "in Latin letters" if any(is_romanized(one, given, key.language) for one in foreign) else None
    is_reading = any(is_same_reading(word, said, given, key.language) for word in foreign for said in key.answers)
    return "another transliteration" if is_reading else None


def _grade_in_latin(key: AnswerKey, given: str) -> Verdict | None:
    """Return the verdict by the answers in Latin letters, if it is right: peskov is Peskov in another case."""
    answers = tuple(filter(str.isascii, key.answers))
    verdict = _grade_once(replace(key, answers=answers), given) if answers else WRONG
    return verdict if verdict.outcome is Outcome.CORRECT else None


_LONGEST_ARTICLE = 3


def _grade_gender(key: AnswerKey, given: str) -> Verdict | None:
    """Grade the gender of a noun, for which its article may stand; None if the answer is an article or another word."""
    answer = key.answers[0]
    if len(answer) <= _LONGEST_ARTICLE or not _GENDER.search(key.stem) or (right := gender_said(answer)) is None:
        return None
    return CORRECT if gender_said(given) == right else WRONG


def _grade_code(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to answers that are statements of code; None if no answer is one, or another policy applies."""
    if has_dash_for_hyphen(key, given):
        return Verdict(Outcome.WRONG, 0.0, "Type a hyphen (-) instead of the dash or minus sign.")
    if key.policy != FORMULA:
        return None
    if (verdict := grade_path(key, given) or grade_emphasis(key, given)) is not None:
        return verdict
    if not (found := [one for one in key.answers if statement_kind(one, key.stem)]):
        return None
    if any(same_statement(answer, given, key.stem) for answer in found):
        return without_semicolon(found, given, key.stem) or CORRECT
    if any(_MAY_BE_CONDITION.search(answer) and _is_regrouped(answer, given, key) for answer in found):
        return CORRECT
    if any(answer.strip("`").endswith(":") and same_statement(answer, f"{given}:", key.stem) for answer in found):
        return Verdict(Outcome.WRONG, 0.0, "The colon at the end is missing.")
    if len(found) == len(key.answers) and is_broken_json(given, key.stem):
        return Verdict(Outcome.WRONG, 0.0, "That is not valid JSON.")
    rest = tuple(answer for answer in key.answers if answer not in found)
    return _grade_once(replace(key, answers=rest), given) if rest else WRONG


_MAY_BE_CONDITION = lazy_pattern(r"\b(?:and|or|not)\b|&&|\|\||[∧∨¬]|!(?!=)|<[^<>]*<", re.IGNORECASE)


def _is_regrouped(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` is the condition ``answer`` in code in another order, or with needless brackets."""
    from quizgen.grading.calculations import has_same_tokens, same_condition

    return has_same_tokens(answer, given) and same_condition(answer, given, key) is True


def _grade_condition(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that joins variables by "and", "or" and "not"; None if no answer is one."""
    if is_about_logic(key.stem):
        from quizgen.text.logic import same_logic

        told = [same_logic(answer, given) for answer in key.answers]
        if True in told or False in told:
            return CORRECT if True in told else WRONG
    if not any(map(_MAY_BE_CONDITION.search, key.answers)):
        return None
    from quizgen.grading.calculations import same_condition

    found = [same_condition(answer, given, key) for answer in key.answers]
    if True in found:
        return CORRECT
    return WRONG if found and all(each is False for each in found) else None


_MAY_BE_EXPRESSION = lazy_pattern(r"[×*÷+=/·⋅²³½√()∧∨¬]|\s[-−–]\s|\bnot\b|&&|\|\|", re.IGNORECASE)


def _grade_expression(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to answers that are calculations or conditions with words; None if no answer is one."""
    if key.policy.preset == "spelling" or not any(map(_MAY_BE_EXPRESSION.search, key.answers)):
        return None
    from quizgen.grading.calculations import grade_expression, is_expression

    found = [answer for answer in key.answers if is_expression(answer)]
    if not found or key.policy.word_order:
        return None
    verdicts = [grade_expression(key, answer, given) for answer in found]
    if rest := tuple(answer for answer in key.answers if answer not in found):
        verdicts.append(_grade_once(replace(key, answers=rest), given))
    return max(verdicts, key=lambda verdict: (verdict.share, verdict.note is None))


def values_in(text: str, key: AnswerKey) -> tuple[str, ...]:
    """Return ``text``, a value, as it is written in English if it is in another language, and then as it is."""
    if key.language == "en":
        return (text,)
    from quizgen.text.values_abroad import in_english

    return tuple(dict.fromkeys((in_english(text, key.locale), text)))


def _grade_value_abroad(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a value in another language than English; None if it is none, or is written as in English."""
    from quizgen.grading.values import grade_value
    from quizgen.text.notation import is_notation

    if key.policy.preset != "lenient" and not any(map(is_notation, key.answers)):
        return None
    answers, said = tuple(values_in(answer, key)[0] for answer in key.answers), values_in(given, key)
    if answers == key.answers and said == (given,):
        return None
    verdicts = [grade_value(replace(key, answers=answers), reading) for reading in said]
    verdict = next((each for each in verdicts if each is not None and each.counts_right), verdicts[0])
    if verdict is None and any(map(str.isdigit, said[0])) and _bare(said[0]) in map(_bare, answers):
        return CORRECT  # a value in words that are not read, such as `the first half of` a century
    if verdict is None or verdict.note is None:
        return verdict
    return replace(verdict, note=verdict.note.replace(answers[0], key.answers[0]))


def _bare(value: str) -> str:
    return value.lower().removeprefix("the ")


def _grade_symbols(key: AnswerKey, given: str) -> Verdict:
    """Grade values, formulas, symbols and code, and then what remains in words."""
    from quizgen.grading.code import is_named, names_error
    from quizgen.grading.formulas import adds_state, without_states_of_stem, without_subscript_marks
    from quizgen.grading.notations import is_abbreviated_configuration
    from quizgen.grading.other_names import dissolved
    from quizgen.text.chemistry.formulas import without_state

    if not key.policy.word_order:
        key, given = _statements(key, given)
    given = without_states_of_stem(without_subscript_marks(given, key), key.stem)
    if _is_in_wrong_form(key, given):
        return WRONG
    if any(names_error(answer, given) or is_named(answer, given, key.stem) for answer in key.answers):
        return CORRECT
    if are_other_alleles(key, given):
        return WRONG
    if any(dissolved(form, key.phrase(given), key) for form in key.forms):
        return replace(CORRECT, difference="another name")
    if adds_state(key, given):
        given = without_state(given)
    full_only = not any("[" in answer for answer in key.answers)
    if full_only and any(is_abbreviated_configuration(answer, given, key.stem) for answer in key.answers):
        return Verdict(Outcome.WRONG, 0.0, "The question asks for the full configuration, without a noble gas.")
    return CORRECT if _is_same_symbol(key, given) else _grade_value_or_formula(key, given)


def _is_in_wrong_form(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is not in the form that the stem asks for, such as a fraction in lowest terms."""
    is_line = is_line_instead(key.stem, given) and not any("=" in answer for answer in key.answers)
    return (
        is_line
        or is_unreduced(key, given)
        or lacks_percent_sign(key, given)
        or is_in_other_form(key, given)
        or lacks_power_of_ten(key, given)
    )


def _is_same_symbol(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is an answer in other signs, an arrangement of electrons, or a unit."""
    from quizgen.grading.formulas import same_unit
    from quizgen.grading.notations import same_arrangement, same_in_writing

    if not key.policy.word_order and any(
        same_in_writing(answer, given, key.stem) or same_arrangement(answer, given, key.stem) for answer in key.answers
    ):
        return True
    asks_for_unit = asks_for_symbol(key.stem) or "unit" in key.stem_words
    return asks_for_unit and any(same_unit(answer, given) and not answer.isalpha() for answer in key.answers)


def _grade_value_or_formula(key: AnswerKey, given: str) -> Verdict:
    """Grade by the answers that are values, then by formulas, tags and symbols, and by the words that remain."""
    from quizgen.grading.code import adds_assignment, is_other_code, same_tag
    from quizgen.grading.formulas import grade_symbol, is_other_formula, same_formula, same_unit
    from quizgen.grading.reactions import grade_other_reaction
    from quizgen.grading.values import grade_value, unit_of_exact_value
    from quizgen.text.notation import is_notation

    formulas = [answer for answer in key.answers if is_notation(answer) or _is_term(answer, key.stem)]
    value: Verdict | None = None
    if key.policy.preset != "exact" or formulas:
        value = grade_value(key, given)
        if value is not None and (value.counts_right or not formulas):
            return value
    answers = tuple(
        answer
        for answer in key.answers
        if not is_other_code(answer, given, key.stem)
        and not adds_assignment(answer, given)
        and not is_other_formula(answer, given)
        and same_unit(answer, given) is not False
    )
    if any(same_tag(answer, given, key.stem) for answer in answers):
        return CORRECT
    key = replace(key, answers=answers)
    if any(same_formula(answer, given, key) for answer in answers if answer in formulas):
        return CORRECT
    if formulas and (wrong_unit := unit_of_exact_value(formulas, given)) is not None:
        return wrong_unit
    rest = tuple(answer for answer in answers if answer not in formulas)
    if not rest:
        return grade_other_reaction(key, given) if value is None else value
    key = replace(key, answers=rest)
    return grade_symbol(key, given) or _grade_words(key, given)


_TERM = lazy_pattern(r"[-−]?\d+[a-z]{1,3}")


def _is_term(answer: str, stem: str) -> bool:
    """Return whether ``answer`` is a number and variables, which the stem has too, and not a quantity: 5a."""
    letters = {char for char in answer if char.isalpha()}
    return _TERM.fullmatch(answer) is not None and asks_for_simplest(stem) and all(letter in stem for letter in letters)


def _statements(key: AnswerKey, given: str) -> tuple[AnswerKey, str]:
    """Return the answers and the response as statements of code in one form, as far as they are code."""
    texts = [plain_sql(text) for text in (*key.answers, given)]
    if not semicolon_counts(key.stem):
        texts = list(map(without_final_semicolon, texts))
    answers = tuple(texts[:-1])
    return (key if answers == key.answers else replace(key, answers=answers)), texts[-1]


def _grade_words(key: AnswerKey, given: str) -> Verdict:
    if key.policy.preset == "lenient":
        return grade_leniently(key, given)
    from quizgen.grading.spelling import grade_spelling, is_exactly

    if key.policy.preset == "exact":
        return CORRECT if any(is_exactly(answer, given, key.policy) for answer in key.answers) else WRONG
    verdict = grade_spelling(key, given)
    return verdict if verdict.counts_right or key.policy.typos else grade_leniently(key, given)
