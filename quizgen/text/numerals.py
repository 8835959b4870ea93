"""Roman, written and ordinal numerals among words, all brought to digits."""

import re
from functools import lru_cache

from quizgen.text.numbers import number_word_run

_ROMAN = re.compile(r"(?:m{0,3})(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_ORDINAL_DIGITS = re.compile(r"(\d+)(?:st|nd|rd|th)")


def in_digits(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` with every numeral as digits: ``("world", "war", "ii")`` gives ``("world", "war", "2")``.

    An ordinal becomes ``2nd``'s plain form ``2th``, or just ``2`` after a name (Mary the Second is Mary II).
    """
    if not any(map(_may_be_numeral, words)):
        return words
    done: list[str] = []
    at = 0
    while at < len(words):
        width, spelt = _numeral(words, at)
        done += spelt
        at += width
    return tuple(done)


@lru_cache(maxsize=8192)
def _may_be_numeral(word: str) -> bool:
    """Whether a numeral may begin with ``word``."""
    return (
        _ORDINAL_DIGITS.fullmatch(word) is not None
        or _numeral((word, "hundred"), 0)[1] != (word,)  # "a" begins a hundred
        or _numeral(("x", word), 1)[1] != (word,)  # roman numerals only follow
    )


def _numeral(words: tuple[str, ...], at: int) -> tuple[int, tuple[str, ...]]:
    """How many words from ``at`` on belong together, and what they become."""
    word = words[at]
    if glued := _world_war(word):
        return 1, glued
    if at and (value := roman(word)) is not None:
        return 1, (str(value),)
    width, ordinal = _ordinal(words, at)
    if ordinal is not None:
        named = at >= 2 and words[at - 1] == "the" and at + width == len(words)
        return width, (str(ordinal) if named else f"{ordinal}th",)
    length, number = number_word_run(words[at:])
    if number is not None:
        return length, (str(number),)
    return 1, (word,)


def _world_war(word: str) -> tuple[str, ...]:
    """``wwii`` and ``ww2`` are two words and a number."""
    if word.startswith("ww"):
        rest = word[2:]
        value = int(rest) if rest in {"1", "2"} else roman(rest)
        if value:
            return ("world", "war", str(value))
    return ()


def roman(word: str) -> int | None:
    """Return the value of a roman numeral, or None. Words that might be a name or a letter are not read as numerals.

    A single letter is read only if it is i, v or x. Numerals with l, c, d or m need three letters or more, or four
    if they have no x, v or i.
    """
    if not word or not _ROMAN.fullmatch(word):
        return None
    large = set(word) & set("lcdm")
    if large and len(word) < (3 if set(word) & set("xvi") else 4):
        return None
    if word in {"mix", "dim", "mid", "lid", "did", "mil", "mill", "dill", "vim", "mild", "civil", "livid", "vivid"}:
        return None
    values = [_VALUES[letter] for letter in word]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _ordinal(words: tuple[str, ...], at: int) -> tuple[int, int | None]:
    word = words[at]
    if found := _ORDINAL_DIGITS.fullmatch(word):
        return 1, int(found[1])
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _TENS and _ORDINALS.get(following, 10) < 10:
        return 2, _TENS[word] + _ORDINALS[following]
    return 1, _ORDINALS.get(word)
