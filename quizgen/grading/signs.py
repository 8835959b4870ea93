"""Answers of a few letters and signs, each of which counts: primes, the bases of a nucleic acid, intervals, states."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.verdict import CORRECT, WRONG, Verdict
from quizgen.text.lazy_pattern import lazy_pattern

_PRIMED = lazy_pattern(r"[A-Za-z](?:['’′]{1,4}|[\"”″])")
"""A letter with primes: f''."""
_MAY_BE_PRIMED = lazy_pattern(r"[A-Za-z](?:['’′]{0,4}|[\"”″])")


def grade_primes(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a letter with primes, each of which counts; None if an answer or ``given`` is something else."""
    if not _PRIMED.fullmatch(given.strip()) or not all(map(_MAY_BE_PRIMED.fullmatch, key.answers)):
        return None
    primes = str.maketrans({"’": "'", "′": "'", '"': "''", "”": "''", "″": "''"})
    said = given.strip().translate(primes)
    return CORRECT if said in [answer.translate(primes) for answer in key.answers] else WRONG


_BASES = lazy_pattern(r"[ACGTU]{3,}")
_AROUND_BASES = lazy_pattern(r"[\s'’′.\-–]|[35](?=\s?['’′])")


def grade_bases(key: AnswerKey, given: str) -> Verdict | None:
    """Grade the sequence of a nucleic acid, of which every letter counts; None if an answer is something else."""
    said = _AROUND_BASES.sub("", given).upper()
    if not _BASES.fullmatch(said) or not all(map(_BASES.fullmatch, key.answers)):
        return None
    return CORRECT if said in key.answers else WRONG


_STATE = lazy_pattern(r"[\w)\]}+\-−⁺⁻₀-₉]\s?\((?:s|l|g|aq)\)")


def adds_wrong_state(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` adds a state to a formula that cannot be right, and no answer has states: BaSO4(aq)."""
    if not _STATE.search(given) or any(map(_STATE.search, key.answers)):
        return False
    from quizgen.text.chemistry.states import has_wrong_state

    return has_wrong_state(given, key.stem)


_SIGNS = lazy_pattern(r"[^\w\s]{1,4}")
_PAIR = lazy_pattern(r"\s*[(\[\]][^()\[\]]+[)\[\]]\s*")


def has_other_signs(key: AnswerKey, given: str) -> bool:
    """Return whether answers and ``given`` are only signs, or intervals whose brackets count, and differ in them."""
    said = given.strip("` ")
    if len(said) > 2 and said[0] == said[-1] in {'"', "'"}:
        said = said[1:-1]
    if _SIGNS.fullmatch(said) and all(_SIGNS.fullmatch(answer.strip("`")) for answer in key.answers):
        from quizgen.text.notation import canonical

        return canonical(said) not in map(canonical, key.answers)
    if not _PAIR.fullmatch(said) or not all(map(_PAIR.fullmatch, key.answers)):
        return False
    from quizgen.text.mathematics import has_other_ends

    return all(has_other_ends(answer, said) for answer in key.answers)
