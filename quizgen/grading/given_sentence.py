"""Answers about a sentence or words that the stem gives, in another layout.

Only what changes in a sentence may be typed, the rest of it, or all of it; and each of several words with its meaning.
"""

import re

from quizgen.grading.answer_key import ENDS, AnswerKey
from quizgen.grading.stems.phrases import BLANK_WITH_WORD, asks_for_order
from quizgen.text.folding import LETTERS
from quizgen.text.lazy_pattern import lazy_pattern

_MOST = 300
"""The number of characters up to which a response is looked at."""


def in_full(key: AnswerKey, given: str) -> str | None:
    """Return the response as the answer is written, if it is in another layout; None if it is not, or is no answer."""
    if len(given) > _MOST or key.policy.preset == "exact":
        return None
    for answer in key.answers:
        whole = _with_beginning(answer, given, key) or _corrected(answer, given, key) or _in_order(answer, given, key)
        if whole is not None:
            return whole
    return None


_ELLIPSIS = lazy_pattern(r"\s*(?:\.\.\.|…)\s*")
_BEGIN = lazy_pattern(
    r"\b(?:begin(?:ning)?|start(?:ing)?|comienza|empieza|comenzando|commence[zr]?|beginne?)\b[^\"“«'‘.]{0,20}"
    r"[\"“«'‘](?P<words>[^\"”»’]{2,60}?)\s*(?:\.\.\.|…)?\s*[\"”»’]",
    re.IGNORECASE,
)
"""The words that the stem says to begin with."""


def _words(text: str) -> list[str]:
    return LETTERS.findall(text.lower())


def _with_beginning(answer: str, given: str, key: AnswerKey) -> str | None:
    """Return ``given`` after words of ``answer`` that the stem gives: that he was ill, for "Begin: He said that …".

    One word may be what the stem asks to use, so that it may only be left out with an ellipsis in its place.
    """
    dots = _ELLIPSIS.match(given)
    rest = given[dots.end() :] if dots else given
    right, said = _words(answer), _words(rest)
    left_out = right[: len(right) - len(said)]
    if not said or not left_out or right[len(left_out) :] != said:
        return None
    begin = _BEGIN.search(key.stem)
    opening = _words(begin["words"]) if begin else []
    told = opening[: len(left_out)] == left_out and (len(opening) > 1 or dots)
    in_stem = dots and f" {' '.join(left_out)} " in f" {' '.join(_words(key.stem))} "
    return f"{' '.join(left_out)} {rest}" if told or in_stem else None


_CORRECT = lazy_pattern(
    r"^\W*(?:(?:find\s+and\s+)?correct|corrige|corrija|corrigez?|corriger|korrigiere?|verbessere?|correggi)\b[^:\"“«]{0,60}[:\"“«]\s*"
    r"(?P<sentence>.+)",
    re.IGNORECASE | re.DOTALL,
)


_ARROW = lazy_pattern(r"→|⟶|⇒|[-–=]{1,2}>")


def _corrected(answer: str, given: str, key: AnswerKey) -> str | None:
    """Return ``answer`` if ``given`` is the only word of it that the sentence to correct lacks, or both: is → are."""
    found = _CORRECT.match(key.stem)
    if found is None:
        return None
    wrong, right = _words(found["sentence"]), _words(answer)
    if len(wrong) != len(right):
        return None
    changed = [(other, word) for word, other in zip(right, wrong, strict=True) if word != other]
    *before, said = _ARROW.split(given)
    if len(changed) != 1 or _words(said) != [changed[0][1]]:
        return None
    return answer if not before or list(map(_words, before)) == [[changed[0][0]]] else None


_SEPARATOR = lazy_pattern(r"\s*[,;/]\s*(?:(?:and|y)\s+)?|\s+(?:and|y)\s+")
_SEPARATED = lazy_pattern(r"\s*[,;]\s*")
_LABELLED = lazy_pattern(
    r"[\"“«'‘]?(?P<label>[^\W\d_]+)[\"”»’']?\s*(?:=|:|\bmeans\b|\bis\b|\bsignifica\b|\bes\b)\s*(?P<part>.+)"
)
_QUOTED = lazy_pattern(r"[\"“«‘](?P<word>[^\W\d_]+)[\"”»’]")
_MARKS = "\"“”«»'‘’" + ENDS
_ORDINALS = ("first", "second", "third", "fourth")


def _in_order(answer: str, given: str, key: AnswerKey) -> str | None:
    """Return the parts in ``given`` in order and with the signs of ``answer``: it has a part for each word or blank."""
    parts = _SEPARATED.split(answer.strip(ENDS))
    blanks = len(BLANK_WITH_WORD.findall(key.stem))
    if not 2 <= len(parts) <= len(_ORDINALS) or not (asks_for_order(key.stem) or blanks == len(parts)):
        return None
    if blanks == len(parts) and _fills_blanks(parts, given, key.stem):
        return answer
    said = [part.strip(_MARKS).removeprefix("the ") for part in _SEPARATOR.split(given.strip(ENDS))]
    if len(said) != len(parts) or not all(said):
        return None
    labels = [word.lower() for word in _QUOTED.findall(key.stem)]
    labelled = [_LABELLED.fullmatch(part) for part in said]
    named = [found["label"].lower() if found else "" for found in labelled]
    for known in (labels, list(_ORDINALS[: len(parts)])):
        if len(known) == len(parts) and sorted(named) == sorted(known):
            told = {found["label"].lower(): found["part"].strip(_MARKS) for found in labelled if found}
            said = [told[label] for label in known]
            break
    if blanks == len(parts):
        said = list(map(_without_word_before, said, BLANK_WITH_WORD.split(key.stem)))
    sign = ";" if ";" in answer else ","
    whole = f"{sign} ".join(said)
    return whole if whole != given else None


def _without_word_before(part: str, before: str) -> str:
    """Return ``part`` without the word that the stem has right before its blank: we are, for "we ___"."""
    first, _, rest = part.partition(" ")
    return rest if rest and _words(before)[-1:] == [first.lower()] else part


def _fills_blanks(parts: list[str], given: str, stem: str) -> bool:
    """Return whether ``given`` is the sentence of the stem, or the part of it around its blanks, with ``parts``."""
    rest = iter(parts)
    filled = _words(BLANK_WITH_WORD.sub(lambda _: f" {next(rest)} ", stem))
    first, last = (_words(BLANK_WITH_WORD.split(stem)[at]) for at in (0, -1))
    said = _words(given)
    at = next((at for at in range(len(filled)) if filled[at : at + len(said)] == said), None)
    return bool(said) and at is not None and at <= len(first) and at + len(said) >= len(filled) - len(last)
