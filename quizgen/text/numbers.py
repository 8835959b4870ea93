"""Numbers as people write them."""

import re
from collections.abc import Sequence
from decimal import Decimal

# 2,000 and 2 000 and 2000; a decimal point; never a comma for decimals, which would make 2,000 two things.
_NUMBER = re.compile(r"(?P<sign>[-−+]?)(?P<whole>\d{1,3}(?:[,\u00a0\u202f ]\d{3})+|\d+)(?P<fraction>\.\d+)?", re.ASCII)


def parse_number(text: str) -> Decimal | None:
    """Read all of ``text`` as one number in digits, or return None: ``parse_number("2,000") == 2000``."""
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    whole = re.sub(r"\D", "", found["whole"])
    sign = "-" if found["sign"] in {"-", "−"} else ""
    return Decimal(f"{sign}{whole}{found['fraction'] or ''}")


def format_number(value: Decimal | float) -> str:
    """Write a number as this project's texts do: a comma between thousands from 10,000 on or in round thousands."""
    number = Decimal(str(value))
    if number.adjusted() < 28 and number == number.to_integral_value():  # beyond, quantize has no digits left
        number = number.quantize(Decimal(1))
    return f"{number:,}" if abs(number) >= 1000 else f"{number}"


_BELOW_TWENTY = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SMALL = {word: value for value, word in enumerate(_BELOW_TWENTY)}
_ROUND = {word: value for value, word in zip(range(20, 100, 10), _TENS, strict=True)}
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
    second_half = _up_to_hundred(words, end) if 11 <= value <= 20 else None
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
