"""Answers that say that an equation has no solution, in other words or signs: no real roots, none, ∅."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.text.lazy_pattern import lazy_pattern

_IN_REALS = r"\s+(?:in|over|among)\s+(?:the\s+)?(?:reals?(?:\s+numbers)?|ℝ|R)"
_NO_SOLUTION = lazy_pattern(
    rf"(?:(?:it|(?:the|this)\s+(?:equation|system|inequality))\s+has\s+|there\s+(?:is|are)\s+)?"
    rf"no\s+(?P<real>real\s+)?(?:solutions?|roots?)(?P<reals>{_IN_REALS})?(?:\s+exists?)?",
    re.IGNORECASE,
)
_EMPTY = lazy_pattern(
    r"(?:there\s+(?:is|are)\s+)?none|(?:[a-zLS]\s*[=∈]\s*)?(?:∅|\{\s*\})|(?:the\s+)?empty\s+set", re.IGNORECASE
)


def says_no_solution(key: AnswerKey, given: str) -> str | None:
    """Return the answer if it says that there is no solution, and so does ``given``; None otherwise.

    One of them may leave out "real" if the stem is about real numbers.
    """
    plain = given.strip(" .!")
    said = _NO_SOLUTION.fullmatch(plain)
    if said is None and not _EMPTY.fullmatch(plain):
        return None
    is_real = said is not None and bool(said["real"] or said["reals"])
    about_reals = not {"real", "reals"}.isdisjoint(key.stem_words)
    for answer in key.answers:
        found = _NO_SOLUTION.fullmatch(answer.strip(" ."))
        if found and (about_reals or is_real == bool(found["real"] or found["reals"])):
            return answer
    return None
