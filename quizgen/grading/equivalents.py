"""Documented equivalences: names and formulas of substances, signs and their names, terms with two names, notations."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stem import asks_for_coordinates, asks_for_interval, asks_for_kind_of_name, asks_for_symbol
from quizgen.text.chemistry import is_formula, same_ion, same_reaction, same_substance, spelled_out_shells
from quizgen.text.mathematics import in_signs, named_sign, same_growth, same_intervals, same_point, same_set
from quizgen.text.notation import arranged, canonical
from quizgen.text.synonyms import synonyms_of
from quizgen.text.word_forms import singulars
from quizgen.text.words import Phrase

_SHELLS = re.compile(r"(?:\[[A-Z][a-z]\]\s?)?(?:[1-7][spdf][\^{]?[\d⁰¹²³⁴-⁹]{1,2}\}?\s*)+")
_OPERANDS = re.compile(r"[a-z]\s*(?P<sign>[^\w\s]{1,3})\s*[a-z]", re.IGNORECASE)


def documented(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Another documented name of the answer: CO2 for carbon dioxide, erythrocyte for red blood cell."""
    if key.is_rival(given.words) or asks_for_kind_of_name(key.stem):
        return False
    if same_substance(form.text, given.text):
        return not set(given.words) <= key.stem_words
    if is_formula(form.text):
        return not asks_for_symbol(key.stem) and same_substance(given.text, form.text) and not _in_stem(given, key)
    return " ".join(singulars(given.words)) in synonyms_of(form.words) and not _in_stem(given, key)


def _in_stem(given: Phrase, key: AnswerKey) -> bool:
    return all(map(key.in_stem, given.words))


def same_in_writing(answer: str, given: str) -> bool:
    """Return whether both are one sign or one electron configuration: ``==``, double equals, ``a == b``; [He] 2s2."""
    if _SHELLS.fullmatch(answer.strip()):
        return spelled_out_shells(answer) == spelled_out_shells(given)
    sign = answer.strip().strip("`")
    if (found := _OPERANDS.fullmatch(given.strip().strip("`"))) and found["sign"] == sign:
        return True
    return named_sign(given) == sign or (named_sign(answer) or answer) == given.strip().strip("`'\"")


def same_notation(answer: str, given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` says what ``answer``, a formula, says, in another notation for the same thing."""
    if same_ion(answer, given) or same_reaction(answer, given) or same_growth(answer, given):
        return True
    if same_set(answer, given) or (asks_for_coordinates(key.stem) and same_point(answer, given)):
        return True
    if (asks_for_interval(key.stem) or "∞" in answer) and same_intervals(answer, given):
        return True
    spoken = in_signs(given)
    return spoken != given and arranged(canonical(answer)) == arranged(canonical(spoken))
