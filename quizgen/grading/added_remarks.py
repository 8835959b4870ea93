"""Right answers with a remark that no rule can judge, so that only a reader can: haga (subj.), Ming, before the Qing.

``with_remarks`` finds the ways to read a response as an answer and remarks; ``grader`` grades the answer by itself.

- The remark is in brackets, or divided from the answer by a comma, a colon or the like, or by a word such as
  "because". A modifier is not: Pierre Curie, copper(II) oxide, hot water.
- A response may have two, one of them before the answer: presente de subjuntivo: haga (irregular).
- It has words. It does not deny or doubt anything but how the answer is written (no accent), and is neither another
  answer of the set, the stem or the question nor another value, name or term of the same kind: 5, maybe 6; oxygen,
  nitrogen.
- Code and sentences of another language have few dividers, since commas and colons belong to them.

What is known to be false stays wrong: another unit, a year or a region that the answer does not have.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from quizgen.grading.added_dates import adds_wrong_year
from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.opposites import has_opposite
from quizgen.grading.quantities import counts_other_things
from quizgen.grading.readings import CHOOSING, is_oxidation_state, is_wrong_place
from quizgen.grading.stems.code import case_in_code
from quizgen.text.folding import LETTERS, fold
from quizgen.text.guessed_language import looks_english
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import parse_unit
from quizgen.text.word_forms import is_english_word
from quizgen.text.words import FUNCTION_WORDS, listed

LONGEST = 300
"""The number of characters of a response that may be an answer with other words, and not a text."""
_MOST_READINGS = 4
"""The number of ways to find a first remark, and then a second one. What has more dividers is a text."""
_BRACKETS = lazy_pattern(r"(?P<answer>\S(?:.*\S)?)\s+\((?P<remark>[^()]*(?:\([^()]*\)[^()]*)*)\)[.!]?")
_REASONS = r"\b(?:because|since|as\s+(?:it|they|he|she|this)|due\s+to|which|who|whose|where|meaning)\s+"
_RESTATES = r"\b(?:i\.\s?e\.|that\s+is|namely|so|therefore|thus|hence)[,:]?\s+"
_IN_PROSE = lazy_pattern(
    rf"(?P<reason>[,;:]?\s+(?={_REASONS}))|(?P<restates>[,;:]?\s+{_RESTATES}|\s+=\s+|\s*(?:->|=>|[→⟶⇒])\s*|:\s+)"
    r"|(?P<lists>[,;]\s+|\s+[-–—]\s+|\s*—\s*)",
    re.IGNORECASE,
)
"""What divides an answer from a remark: which follows it, which says the same, or which may be another answer."""
_IN_CODE = lazy_pattern(rf"(?P<reason>[,;]?\s+(?={_REASONS}))|(?P<lists>\s+[-–—]\s+)", re.IGNORECASE)
_REASONS_ABROAD = r"(?:because|since|porque|ya\s+que|puesto\s+que)\s"
_WHY = lazy_pattern(_REASONS_ABROAD, re.IGNORECASE)
_ABROAD = lazy_pattern(rf"(?P<reason>,?\s+(?={_REASONS_ABROAD}))|(?P<restates>\s+=\s+|:\s+|\s+[-–—]\s+)", re.IGNORECASE)
DOUBTING = CHOOSING - {"and"} | listed(
    "or no nothing maybe perhaps possibly probably might could guess think believe sure unsure dunno idk instead"
    " rather either alternatively another other otherwise even only almost nearly unlike except excluding"
    " quizas tal vez o"
)
"""Words with which a response says something else, or that it may be wrong."""
_NOT_WRITTEN = lazy_pattern(
    r"\b(?:no|not|without|sin)\s+(?:(?:lleva|have|need|an?|the|any)\s+){0,2}"
    r"(?:(?:written|round|square|curly|double|single|upper|lower)[\s-]+)?"
    r"(?:accents?|accent\s+marks?|acento|tilde|brackets?|parenthes[ei]s|braces|quotes?|quotation\s+marks|capitals?"
    r"|capital\s+letters?|case|spaces?|hyphens?|dots?|semicolons?|colons?|commas?|underscores?|dashes|arguments?"
    r"|articles?|art[ií]culo)\b[!.]?",
    re.IGNORECASE,
)
"""What denies only how an answer is written: no accent, without brackets."""
_VALUE = lazy_pattern(r"[~≈<>±+−-]?\s*\d[\d.,/^ ]*(?:\s*[^\W\d_%°]*[%°]?){0,2}")
_LEADS = lazy_pattern(rf"^(?:{_REASONS}|{_RESTATES})", re.IGNORECASE)
_WORD = lazy_pattern(r"[^\W\d_]{3,}")
_ABBREVIATION = lazy_pattern(r"(?<!\w)[^\W\d_]{1,6}\.")
_ITEMS = lazy_pattern(r"\s*[,;/&()]\s*|\s+(?:and|y)\s+")
_GRAMMAR = listed(
    "irregular regular verbo verb sustantivo noun adjetivo adjective adverbio singular plural masculino femenino"
    " presente preterito imperfecto futuro condicional perfecto subjuntivo indicativo imperativo infinitivo gerundio"
    " participio formal informal usted ustedes tu el ella yo nosotros vosotros ellos forma persona tiempo"
)
"""Terms of grammar, and who is meant by a form."""
CHANGING = listed("minus plus negative positive million thousand hundred billion dozen squared cubed half double")
"""Words that make another number of the one before them."""


@dataclass(frozen=True, slots=True)
class Remarked:
    """A response as an answer and a remark."""

    answer: str
    remark: str
    is_apart: bool
    """Whether the remark cannot be another item of a list: it is in brackets, or a reason, or says the same."""


def with_remarks(given: str, key: AnswerKey) -> Iterator[tuple[str, ...]]:
    """Yield the ways to read ``given`` as an answer and what is said beside it: one remark, or two in their order."""
    for said in _remarked(given, key):
        yield said.answer, said.remark
    for outer in islice(_remarked(given, key), _MOST_READINGS):
        for inner in islice(_remarked(outer.answer, key), _MOST_READINGS):
            yield inner.answer, *sorted((outer.remark, inner.remark), key=given.find)


def _remarked(given: str, key: AnswerKey) -> Iterator[Remarked]:
    """Yield the ways to read ``given`` as an answer to ``key`` with a remark that no rule can judge."""
    text = given.strip()
    if len(text) > LONGEST or "\n" in text or says_rejected(text, key):
        return
    for said in _divided(text, key):
        if _is_unjudged(said, key) and not adds_wrong_year(text, said.answer, key):
            yield said


def _divided(text: str, key: AnswerKey) -> Iterator[Remarked]:
    if (found := _BRACKETS.fullmatch(text)) and not is_oxidation_state(found["remark"], found["answer"]):
        yield Remarked(found["answer"], found["remark"], is_apart=True)
    dividers = _IN_CODE if _is_code(key) else _ABROAD if _is_exercise(key) else _IN_PROSE
    for found in dividers.finditer(text):
        before, after = text[: found.start()].strip(), text[found.end() :].strip()
        if not before or not after or before.count("(") != before.count(")"):
            continue
        is_apart = found.lastgroup != "lists"
        yield Remarked(before, after, is_apart)
        if found.lastgroup != "reason" and not _is_code(key):
            yield Remarked(after, before, is_apart)


def _is_code(key: AnswerKey) -> bool:
    return case_in_code(key.stem) is not None or (key.policy.preset == "exact" and key.policy.word_order)


def _is_exercise(key: AnswerKey) -> bool:
    return key.policy.preset == "spelling" or key.translates or key.changes_sentence


def _is_unjudged(said: Remarked, key: AnswerKey) -> bool:
    """Return whether the remark is words that do not speak against the answer."""
    words = key.phrase(said.remark).words
    plain = _LEADS.sub("", said.remark)
    if not words or "?" in said.remark or not (_WORD.search(plain) or _ABBREVIATION.search(plain)):
        return False  # a calculation, which is known to be true or false
    if not DOUBTING.isdisjoint(map(fold, LETTERS.findall(_NOT_WRITTEN.sub(" ", said.remark)))):
        return False
    if words[0] in {"and", "y"}:
        return False
    if not key.alternatives.isdisjoint(words) or parse_unit(said.remark) is not None:
        return False
    if is_wrong_place(said.answer, said.remark, key) or counts_other_things(said.remark, key):
        return False
    if _NOT_WRITTEN.fullmatch(said.remark.strip()):
        return True
    if key.policy.preset == "exact":
        return _is_sentence(said)
    if _is_exercise(key) and not _is_about_language(said, key):
        return False
    return not any(_is_same_kind(item, said.is_apart, key) for item in _ITEMS.split(said.remark) if item.strip(ENDS))


def _is_sentence(said: Remarked) -> bool:
    """Return whether a remark on code or a formula is itself neither: words, one of which is a small one.

    Two words are enough after a value: 3 (integer division).
    """
    words = [fold(word) for word in LETTERS.findall(said.remark)]
    is_value = not any(map(str.isalpha, said.answer))
    is_small = is_value or any(word in FUNCTION_WORDS or word in LEADING for word in words)
    return len(words) >= (2 if is_value else 3) and is_small and any(map(is_english_word, words))


LEADING = listed(
    "because since as it its is are was were has have which who whose where when while before after during by near from"
    " in on at for with of to that this these meaning due called known born the a an"
)
"""Small words that begin or hold together what is more than a term."""


def _is_about_language(said: Remarked, key: AnswerKey) -> bool:
    """Return whether a remark on a word of another language is in English, about its grammar, or a reason for it."""
    if _ABBREVIATION.search(said.remark) or (_WHY.match(said.remark) and len(said.answer.split()) == 1):
        return True
    words = [fold(word) for word in LETTERS.findall(said.remark)]
    if any(word in _GRAMMAR for word in words):
        return True
    if key.language == "en" and key.translates:
        return said.is_apart
    return looks_english(said.remark) and any(map(is_english_word, words))


def _is_same_kind(item: str, is_apart: bool, key: AnswerKey) -> bool:
    """Return whether a part of the remark may be another answer: of the set, or a value, a name or a term."""
    words = key.phrase(item).words
    if key.is_rival(words):
        return True
    is_value = any(char.isdigit() for answer in key.answers for char in answer)
    if _VALUE.fullmatch(item.strip(ENDS)):
        return is_value
    if _ABBREVIATION.search(item):
        return False
    letters = LETTERS.findall(item)
    if len(words) > 3 or any(fold(word) in LEADING or fold(word) in FUNCTION_WORDS for word in letters):
        return False
    if has_opposite(words, key) or (is_value and not CHANGING.isdisjoint(words)):
        return True
    is_name = bool(letters) and all(word[0].isupper() for word in letters)
    if is_value:
        return not is_name and not is_apart
    if is_name and any(answer[:1].isupper() for answer in key.answers):
        return True
    return not is_apart


def says_rejected(text: str, key: AnswerKey) -> bool:
    said = f" {key.phrase(text).normal} "
    return any(f" {key.phrase(wrong).normal} " in said for wrong in key.rejected)
