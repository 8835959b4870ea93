"""Answers with several parts, in any order, separated by commas, "and" or spaces; none may be missing or added."""

import re
from functools import lru_cache
from itertools import permutations

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.other_names import documented, named_with_form
from quizgen.grading.people import is_person, person_slips
from quizgen.grading.place_names import country
from quizgen.grading.stems.names import asks_for_one_title, asks_for_people
from quizgen.grading.stems.phrases import asks_for_order
from quizgen.text.countries import NATIONS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import singulars
from quizgen.text.words import Phrase, phrase

_SEPARATOR = lazy_pattern(r"\s*(?:[,;/&\n]|\band\b|\bund\b|\bet\b|\by\b|\be\b|\+)\s*(?:and\b\s*)?", re.IGNORECASE)
_REMARK = lazy_pattern(r"\s*\([\w\s]{1,40}\)")
_BOTH = lazy_pattern(r"^\s*both\s+", re.IGNORECASE)
_JOINT = lazy_pattern(r"[&+]")
_SPEAKERS = frozenset({"i", "we"})


_BETWEEN_KINDS = lazy_pattern(r"\s*,?\s+with\s+(?:an?\s+)?", re.IGNORECASE)
"""What may be between two parts that cannot be mistaken for each other: linear with an angle of 180°."""
_AGAINST = lazy_pattern(r"\s+(?:vs?\.?|versus|against)\s+", re.IGNORECASE)
"""What may be between the two sides of a conflict."""


def split_list(text: str) -> list[str]:
    """Return the parts of a list, as they are written."""
    return [piece.strip() for piece in _SEPARATOR.split(text) if piece.strip()]


def same_parts(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """The same parts in another order: Chile and Argentina. No part may be missing or added."""
    parts, said = (_parts(text, key.language) for text in (form.text, _BOTH.sub("", given.text)))
    if len(parts) < 2:
        return False
    if len(parts) == 2 and _are_of_two_kinds(form):  # neither part can be meant for the other
        said = _parts(_BETWEEN_KINDS.sub(", ", given.text).replace(" of ", " "), key.language)
        return _same_without_stem(parts, said, key) or _same_by_other_names(form, given, key)
    if len(parts) == 2 and is_joined(form):
        said = _parts(_AGAINST.sub(" and ", _BOTH.sub("", given.text)), key.language)
    if order_matters(form, key):
        return _in_order(form, key) == _in_order(given, key)
    numbered = all(part[0].isdigit() for part in parts)
    if numbered and not is_joined(form) and not _count_different_things(parts):  # it may be a sequence
        return [word for word in given.words if word != "and"] == list(form.words)
    if _without_commas(parts, given, key):
        return True
    if not numbered and _same_without_stem(parts, said, key):
        return True
    if len(parts) != len(said):
        return False
    if parts == said or _same_people(form, given, key) or _same_by_other_names(form, given, key):
        return True
    shared = _shared_start(parts)
    return bool(shared) and frozenset(part[len(shared) :] for part in parts) == said and all(map(len, said))


def _are_of_two_kinds(form: Phrase) -> bool:
    """Return whether one of two parts is a value and the other words: linear, 180°."""
    valued = [any(map(str.isdigit, part)) for part in split_list(form.text)]
    return sorted(valued) == [False, True] and not any(map(str.isupper, form.text))


def _count_different_things(parts: frozenset[tuple[str, ...]]) -> bool:
    """Return whether each number has a noun of its own: 11 protons, 12 neutrons; other numbers may be a sequence."""
    nouns = {part[1:] for part in parts}
    return () not in nouns and len(nouns) == len(parts)


def is_joined(form: Phrase) -> bool:
    """Return whether "and" or "or", in the language of the answer, or a sign for them joins the parts."""
    return not {"and", "or"}.isdisjoint(form.words) or _JOINT.search(form.text) is not None


def order_matters(form: Phrase, key: AnswerKey) -> bool:
    """Return whether the parts must be in order: if the stem asks for one, or they are one title or what one said."""
    is_title = asks_for_one_title(key.stem) and form.text[:1].isupper()
    return asks_for_order(key.stem) or is_title or _are_said(form)


def _are_said(form: Phrase) -> bool:
    """Return whether the parts are sentences of which somebody is the subject: I came, I saw, I conquered."""
    words = [phrase(piece).words for piece in split_list(form.text)]
    return len(words) > 1 and all(len(each) > 1 and each[0] in _SPEAKERS for each in words)


def _in_order(given: Phrase, key: AnswerKey) -> list[tuple[str, ...]]:
    """Return the words of each part, without a subject that all sentences may share: I came, (I) saw."""
    found = (key.singulars(key.phrase(piece).words) for piece in split_list(given.text))
    parts = [words for words in found if words]
    subject = parts[0][:1] if parts and parts[0][0] in _SPEAKERS and len(parts[0]) > 1 else ("",)
    return [*parts[:1], *(words[1:] if words[:1] == subject else words for words in parts[1:])]


def _without_commas(parts: frozenset[tuple[str, ...]], given: Phrase, key: AnswerKey) -> bool:
    """Return whether three parts, or two that the stem asks for, of a word each, are typed with spaces between."""
    said = [word for word in key.singulars(given.words) if word != "and"]
    least = 2 if {"2", "both", "pair"} & set(key.phrase(key.stem).words) else 3
    if len(said) == len(parts) >= least and {(word,) for word in said} == parts:
        return True
    several = 2 <= len(parts) <= 4 and len(said) <= 12
    return several and any(said == [word for part in each for word in part] for each in permutations(parts))


def _same_without_stem(parts: frozenset[tuple[str, ...]], said: frozenset[tuple[str, ...]], key: AnswerKey) -> bool:
    """Return whether the parts are the same but for words of the stem: hydrogen (gas) and oxygen (gas).

    A part may add or leave out such words, but have no others: not the mass of what the answer says of the weight.
    """
    one, other = (
        sorted((tuple(word for word in part if not key.in_stem(word)) or part, part) for part in each)
        for each in (parts, said)
    )
    return [rest for rest, _ in one] == [rest for rest, _ in other] and all(
        {*right} <= {*typed} or {*right} >= {*typed} for (_, right), (_, typed) in zip(one, other, strict=True)
    )


def _same_people(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether each part of ``given`` is another person of ``form``, in any short form: Lennon and McCartney."""
    right, said = (list(map(key.phrase, split_list(one.text))) for one in (form, given))
    if len(right) != len(said) or len(right) > 8:
        return False
    in_order = zip(sorted(right, key=_surname), sorted(said, key=_surname), strict=True)
    if asks_for_people(key.stem) and all(_with_given_names(*names) for names in in_order):
        return True
    if not key.asks_for_person:
        return False
    left = list(right)
    for one in said:
        named = next(
            (
                name
                for name in left
                if name.words == one.words or (is_person(name, key) and person_slips(name, one, key) == 0)
            ),
            None,
        )
        if named is None:
            return False
        left.remove(named)
    return True


def _surname(name: Phrase) -> str:
    return name.words[-1] if name.words else ""


def _with_given_names(surname: Phrase, full: Phrase) -> bool:
    """Return whether ``full`` is ``surname``, capitalized, after given names or initials."""
    if NATIONS & {*surname.words}:
        return False  # South Korea
    capitals = all(word[:1].isupper() for word in (*surname.text.split(), *full.text.split()))
    return capitals and len(full.words) in {2, 3, 4} and surname.words == full.words[-1:]


def _same_by_other_names(form: Phrase, given: Phrase, key: AnswerKey) -> bool:
    """Return whether each part of ``given`` is another part of ``form``, by any name: O2 and glucose (C6H12O6)."""
    left = list(map(key.phrase, split_list(form.text)))
    said = list(map(key.phrase, split_list(_REMARK.sub(" ", given.text))))
    if len(left) != len(said) or len(said) > 8 or not all(one.words for one in said):
        return False
    for one in said:
        own = tuple(word for word in one.words if not key.in_category(word) and word != "gas") or one.words
        named = next(
            (
                name
                for name in left
                if key.singulars(name.words) == key.singulars(own)
                or documented(name, one, key)
                or named_with_form(name, one, key)
                or country(name, one, key)
            ),
            None,
        )
        if named is None:
            return False
        left.remove(named)
    return True


@lru_cache(maxsize=256)
def _parts(text: str, language: str) -> frozenset[tuple[str, ...]]:
    pieces = (phrase(piece, language).words for piece in split_list(text))
    return frozenset(singulars(words, language) for words in pieces if words)


def _shared_start(parts: frozenset[tuple[str, ...]]) -> tuple[str, ...]:
    """Return the words with which all parts begin: House of Commons and House of Lords."""
    first, *others = sorted(parts)
    size = 0
    while all(len(part) > size + 1 and part[size] == first[size] for part in (first, *others)):
        size += 1
    return first[:size]
