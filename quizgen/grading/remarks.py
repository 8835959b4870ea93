"""Remarks in brackets after a complete answer, which they cannot change: +6 (Cr), roto (irregular)."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.oxidation_numbers import is_asked
from quizgen.grading.policy import EXACT
from quizgen.grading.quantities import counts_other_things
from quizgen.grading.readings import CHOOSING
from quizgen.grading.stems.code import case_in_code
from quizgen.text.folding import LETTERS, fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import parse_unit
from quizgen.text.words import listed

_REMARKED = lazy_pattern(r"(?P<before>\S(?:.{0,200}\S)?)\s+\((?P<inside>[^\W\d_]+(?:[\s'’-]+[^\W\d_]+){0,5})\.?\)\.?")
_KINDS = listed("irregular verb noun adjective adverb verbo sustantivo adjetivo adverbio verbe nom adjectif adverbe")
"""What may be said of any word of a language, without saying which form it is in."""
_FORMS = listed(
    "imperfect preterite present future conditional perfect past subjunctive imperative infinitive gerund participle"
    " command plural singular feminine masculine formal informal positive affirmative"
)
"""Forms of a word, which a remark may name if the stem asks for them."""
_SAME_BEGINNING = 6
"""The letters by which a form has the same name in two languages: imperfecto, imperfect."""
_SIGNED = {"exothermic": "-", "endothermic": "+"}
"""What the sign of an enthalpy change says."""
_CHANGING = listed("minus plus negative positive million thousand hundred billion dozen bc squared cubed")
"""Words that make another number of the one before them."""


def without_remark(key: AnswerKey, given: str) -> str | None:
    """Return what is before a remark in brackets, if it only repeats the stem or says what kind of word it is.

    Code has no remarks; prose has its own ways to say more (``readings``).
    """
    found = _REMARKED.fullmatch(given.strip())
    if found is None or key.policy == EXACT or case_in_code(key.stem) is not None:
        return None
    before, inside = found["before"], found["inside"]
    words = key.phrase(inside).words
    if not words or not CHOOSING.isdisjoint(words) or not key.alternatives.isdisjoint(words):
        return None
    if key.policy.preset == "spelling":
        return before if all(_is_said(word, key) for word in words) else None
    if not before[-1].isdigit() and parse_unit(before) is None and not any(map(str.isdigit, before)):
        return None
    if is_asked(inside, key) or (_SIGNED.get(inside) == before[0].replace("−", "-") and "enthalp" in key.stem.lower()):
        return before
    is_other = parse_unit(inside) is not None or counts_other_things(inside, key) or not _CHANGING.isdisjoint(words)
    return before if all(map(key.in_stem, words)) and not is_other else None


def _is_said(word: str, key: AnswerKey) -> bool:
    """Return whether ``word`` says of the answer only what it is, or what the stem asks for.

    Another form of a word of the stem may be another answer: los perros (the dog).
    """
    if word in _KINDS or word in key.function_words:
        return True
    asked = {said[:_SAME_BEGINNING] for said in key.stem_words if said in _FORMS}
    if len(word) >= _SAME_BEGINNING and word[:_SAME_BEGINNING] in asked:
        return True
    return word in LETTERS.findall(fold(key.stem))
