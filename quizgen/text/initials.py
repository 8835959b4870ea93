"""Initials and the names they stand for: IWC, International Whaling Commission."""

from collections.abc import Sequence

from quizgen.text.words import FUNCTION_WORDS, phrase


def are_initials(short: str, name: str) -> bool:
    """Return whether ``short`` is made of the first letters of ``name``: IWC of International Whaling Commission."""
    return are_initials_of(_letters(short), phrase(name).words)


def are_initials_of(letters: str, words: Sequence[str]) -> bool:
    """Return whether ``letters`` are the first letters of ``words``, with or without function words."""
    content = [word for word in words if word not in FUNCTION_WORDS]
    return len(content) >= 2 and letters in {"".join(word[0] for word in each) for each in (words, content)}


def in_initials(short: str, text: str) -> bool:
    """Return whether ``short`` has three letters or more, the first letters of successive words in ``text``."""
    letters = _letters(short)
    return len(letters) >= 3 and letters in "".join(word[0] for word in phrase(text).words)


def in_initials_of_content(short: str, text: str) -> bool:
    """Return whether the first letters of successive words are ``short``, without the function words.

    "A CTD probe measures the conductivity, temperature and depth" says what CTD is.
    """
    letters = _letters(short)
    content = [word for word in phrase(text).words if word not in FUNCTION_WORDS]
    return len(letters) >= 3 and letters in "".join(word[0] for word in content)


def is_short_for(short: str, name: str) -> bool:
    """Return whether the letters of ``short`` are in ``name``, in order, among them the first one of each word.

    CPR is short for cardiopulmonary resuscitation, although it has two letters of one word.
    """
    letters = _letters(short)
    words = [word for word in phrase(name).words if word not in FUNCTION_WORDS]
    if not 2 <= len(words) <= len(letters):
        return False
    at = 0
    for number, word in enumerate(words):
        if letters[at : at + 1] != word[0]:
            return False
        at += 1
        left = len(words) - number - 1
        for char in word[1:]:
            if len(letters) - at > left and letters[at] == char:
                at += 1
    return at == len(letters)


def _letters(short: str) -> str:
    """Return the letters of an abbreviation in capitals in lower case, without periods; empty for anything else."""
    letters = "".join(char for char in short if char not in ". ")
    return letters.lower() if 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper() else ""
