"""Numbers as people write them: in digits, in words, as Roman numerals and as ordinals."""

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache

from quizgen.text.languages import has_decimal_comma
from quizgen.text.lazy_pattern import lazy_pattern

# 2,000 and 2 000 and 2000; a decimal point; never a comma for decimals, which would make 2,000 two things.
_NUMBER = lazy_pattern(
    r"(?P<sign>[-−+]?)(?P<whole>[1-9]\d{0,2}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?P<fraction>\.\d+)?", re.ASCII
)


def parse_number(text: str) -> Decimal | None:
    """Read all of ``text`` as one number in digits, or return None: ``parse_number("2,000") == 2000``."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    whole = re.sub(r"\D", "", found["whole"])
    sign = "-" if found["sign"] in {"-", "−"} else ""
    return Decimal(f"{sign}{whole}{found['fraction'] or ''}")


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
_SUPERSCRIPT_RUN = lazy_pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺]+")
_TIMES_TEN = r"[ \t]?[×xX*·⋅][ \t]?10"
POWER_OF_TEN = (
    rf"(?:(?:{_TIMES_TEN}[ \t]?(?:\^|\*\*)[ \t]?|[eE])[-−+]?\d{{1,3}}(?!\d)|{_TIMES_TEN}[⁻⁺]?[⁰¹²³⁴-⁹]{{1,3}})"
)
"""A power of ten after a number, as a regular expression: `` × 10^23``, ``e23``, ``·10⁻¹⁹``."""
_SCIENTIFIC = lazy_pattern(rf"(?P<number>[-−+]?\d+(?:\.\d+)?)(?=[^\d.])(?P<power>{POWER_OF_TEN})", re.ASCII)


def superscripts_as_powers(text: str) -> str:
    """Return ``text`` with powers as typed on a keyboard: ``10⁻³`` gives ``10^-3``."""
    return _SUPERSCRIPT_RUN.sub(lambda run: "^" + run[0].translate(_SUPERSCRIPTS), text)


def parse_decimal(text: str) -> Decimal | None:
    """Read all of ``text`` as a number in digits, possibly with a power of ten, or return None.

    ``6.022 × 10^23``, ``6.022e23`` and ``6.022·10²³`` give the same.
    """
    found = _SCIENTIFIC.fullmatch(text.strip())
    number = parse_number(found["number"] if found else text)
    if found is None or number is None:
        return number
    power = superscripts_as_powers(found["power"])
    return number.scaleb(int(re.split(r"[\^*eE]", power)[-1].replace("−", "-")))


def _mantissa_and_power(number: Decimal) -> tuple[str, int] | None:
    """Return a number from 1 to 10 and the power of ten that it is multiplied by; None if ``number`` is better in full.

    Numbers above 10^15 with six zeros or more at their end have one, and those under 0.000001.
    """
    power = number.adjusted()
    if -6 <= power < 15:
        return None
    digits = "".join(map(str, number.as_tuple().digits)).rstrip("0")
    if not digits or not (power < -6 or (abs(number) > 10**15 and power - len(digits) >= 5)):
        return None
    sign = "-" if number < 0 else ""
    return f"{sign}{digits[0]}{'.' if digits[1:] else ''}{digits[1:]}", power


def keyboard_number(value: Decimal) -> str:
    """Return ``value`` as a learner types it, without separators: ``8849``, ``6.022e23``."""
    parts = _mantissa_and_power(value)
    return f"{parts[0]}e{parts[1]}" if parts else format_number(value).replace(",", "")


def format_number(value: Decimal | float, language: str | None = None) -> str:
    """Write a number as the texts of its language do: ``12,345.6``, or ``12 345,6`` where a comma is the decimal sign.

    There, numbers under 10,000 have no separator. Very large and very small numbers have a power of ten:
    ``6.022 × 10^23``.
    """
    number = value if isinstance(value, Decimal) else Decimal(str(value))
    if parts := _mantissa_and_power(number):
        text = f"{parts[0]} × 10^{parts[1]}"
    elif number.adjusted() < 28 and number == number.to_integral_value():  # beyond, quantize has no digits left
        text = f"{number.quantize(Decimal(1)):,}"
    else:
        text = f"{number:,}"
    if not has_decimal_comma(language):
        return text
    separator = "\N{NARROW NO-BREAK SPACE}" if abs(number) >= 10_000 else ""
    return text.translate({ord(","): separator, ord("."): ","})


def plain_digits(value: Decimal) -> str:
    """Return ``value`` in digits, without an exponent, separators or trailing zeros after the decimal point."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")


def any_number_word(first: int, last: int) -> str:
    """Return a pattern for the words of the numbers from ``first`` to ``last``, at most nineteen: ``two|three``."""
    return "|".join(BELOW_TWENTY[first : last + 1])


_SMALL = {word: value for value, word in enumerate(BELOW_TWENTY)}
_ROUND = {word: value for value, word in zip(range(20, 100, 10), TENS, strict=True)}
_SCALES = {
    "thousand": 10**3,
    "million": 10**6,
    "billion": 10**9,
    "trillion": 10**12,
    "quadrillion": 10**15,
    "quintillion": 10**18,
}


def number_word_run(words: Sequence[str]) -> tuple[int, int | None]:
    """Read the longest written number at the start of ``words`` (lower case, hyphens already parted).

    Returns how many words it takes and its value, or (0, None):
    ``number_word_run(("two", "thousand", "and", "five", "men")) == (4, 2005)``. Years in pairs are read too:
    nineteen eighty-four is 1984.
    """
    total, end, at = 0, 0, 0
    smallest = max(_SCALES.values()) + 1
    while (group := _up_to_thousand(words, at)) is not None:
        after, value = group
        scale = _SCALES.get(_word(words, after))
        if scale is None:
            return after, total + value
        if scale >= smallest:
            break
        total, smallest, end = total + value * scale, scale, after + 1
        at = end + (_word(words, end) == "and")
    return (end, total) if end else (0, None)


def _up_to_thousand(words: Sequence[str], at: int) -> tuple[int, int] | None:
    """Where the group of hundreds, tens and ones that starts ``at`` ends, and its value."""
    counted = {"hundred", "dozen", *_SCALES}
    if _word(words, at) == "a" and _word(words, at + 1) in counted:
        end, value = at + 1, 1
    elif _word(words, at) == "dozen":
        return at + 1, 12
    elif (tens := _up_to_hundred(words, at)) is not None:
        end, value = tens
    else:
        return None
    if _word(words, end) == "dozen":
        return end + 1, value * 12
    if _word(words, end) == "hundred":
        end, value = end + 1, value * 100
        rest = _up_to_hundred(words, end + (_word(words, end) == "and"))
        return (rest[0], value + rest[1]) if rest else (end, value)
    second_half = _up_to_hundred(words, end) if 10 <= value <= 20 else None
    if second_half and second_half[1] >= 10:
        return second_half[0], value * 100 + second_half[1]
    return end, value


def _up_to_hundred(words: Sequence[str], at: int) -> tuple[int, int] | None:
    word = _word(words, at)
    if word in _ROUND:
        ones = _SMALL.get(_word(words, at + 1), 0)
        return (at + 2, _ROUND[word] + ones) if 0 < ones < 10 else (at + 1, _ROUND[word])
    return (at + 1, _SMALL[word]) if word in _SMALL else None


def _word(words: Sequence[str], at: int) -> str:
    return words[at] if at < len(words) else ""


_ROMAN = lazy_pattern(r"(?:m{0,3})(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30, "fortieth": 40,
    "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}  # fmt: skip
ORDINALS = tuple(_ORDINALS)
"""Ordinals in words: first to twentieth, then by tens."""
_ORDINAL_DIGITS = lazy_pattern(r"(\d+)(?:st|nd|rd|th)")


def in_digits(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` with every numeral as digits: ``("world", "war", "ii")`` gives ``("world", "war", "2")``.

    An ordinal becomes a number with ``th`` (``2th``), or just ``2`` after a name (Mary the Second is Mary II).
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


_FIRST_WORDS = frozenset({"a", "dozen", *_SMALL, *_ROUND, *_ORDINALS})
"""Words with which a number in words may begin."""


@lru_cache(maxsize=8192)
def _may_be_numeral(word: str) -> bool:
    """Whether a numeral may begin with ``word``."""
    return (
        word in _FIRST_WORDS
        or _ORDINAL_DIGITS.fullmatch(word) is not None
        or roman(word) is not None
        or bool(_world_war(word))
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
    values = [_ROMAN_VALUES[letter] for letter in word]
    return sum(
        -value if value < following else value for value, following in zip(values, [*values[1:], 0], strict=True)
    )


def _ordinal(words: tuple[str, ...], at: int) -> tuple[int, int | None]:
    word = words[at]
    if found := _ORDINAL_DIGITS.fullmatch(word):
        return 1, int(found[1])
    following = words[at + 1] if at + 1 < len(words) else ""
    if word in _ROUND and _ORDINALS.get(following, 10) < 10:
        return 2, _ROUND[word] + _ORDINALS[following]
    return 1, _ORDINALS.get(word)
