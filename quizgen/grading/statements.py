"""Statements without their subject, and words around "and" in the other order: greased with pig and cow fat."""

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.readings import CHOOSING
from quizgen.grading.stem import asks_for_one_title, asks_for_order
from quizgen.text.words import Phrase, listed

_SUBJECTS = listed("it they he she this these")
_AUXILIARIES = frozenset("is are was were has have had been being".split())
_NEGATIONS = CHOOSING - {"and", "both"}


def same_predicate(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """What is said about "they" or "it", without the pronoun: greased with fat, for they were greased with fat."""
    rest, said = _predicate(form.words), _predicate(given.words)
    if len(rest) < 2 or rest == form.words or _NEGATIONS & {*rest, *said}:
        return False
    return key.singulars(rest) == key.singulars(said) or _turned(rest, key) == _turned(said, key)


def same_pair(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Two words around "and", before or after others, in the other order: pig and cow fat, cow fat and pig fat."""
    if "and" not in form.words or _NEGATIONS & {*form.words, *given.words} or not form.text.islower():
        return False
    if asks_for_order(key.stem) or asks_for_one_title(key.stem) or key.is_rival(given.words):
        return False
    return _turned(form.words, key) == _turned(given.words, key)


def _predicate(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without "they were" before them, or as they are."""
    start = 1 if words[:1] == ("that",) else 0
    if words[start : start + 1] and words[start] in _SUBJECTS and words[start + 1 : start + 2]:
        end = start + 1
        while end < len(words) and words[end] in _AUXILIARIES:
            end += 1
        return words[end:] if end > start + 1 else words
    return words


def _turned(words: tuple[str, ...], key: AnswerKey) -> tuple[str, ...]:
    """Return ``words`` in the singular, with the two around their only "and" in alphabetical order."""
    one = key.singulars(words)
    at = one.index("and") if one.count("and") == 1 else 0
    if not 0 < at < len(one) - 1:
        return one
    before, first, second, after = one[: at - 1], one[at - 1], one[at + 1], one[at + 2 :]
    if at >= 2 and after == (first,):  # cow fat and pig fat
        before, first = one[: at - 2], one[at - 2]
    return (*before, *sorted((first, second)), "and", *after)
