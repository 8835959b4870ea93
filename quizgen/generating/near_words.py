"""Make numbers in words, fractions and ranges that are near a correct one and written in the same way."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quizgen.generating.near_values import SHARES
from quizgen.text.dates import CENTURY_WORDS
from quizgen.text.numbers import BELOW_TWENTY, TENS, number_word_run
from quizgen.text.word_forms import capitalized

SMALL_WORDS = BELOW_TWENTY[2:13]
"""The numbers of which each neighbor is a plausible wrong answer, as their order has to be counted."""
_SCALES = frozenset("hundred thousand million billion".split())
_HALF = {"hundred": "fifty", "thousand": "five hundred"}
_TEN, _LEAST_OF_TEN = 10, 2
"""From ten on, nobody knows a number from the next one."""
_ONE = re.compile(rf"\b(?P<one>one|a) (?=(?:{'|'.join(sorted(_SCALES))})\b)", re.IGNORECASE)
_HALF_OF = re.compile(rf"\bhalf an? (?P<scale>{'|'.join(sorted(_SCALES))})\b", re.IGNORECASE)
_LOWER_SCALE = {"thousand": "hundred", "million": "hundred thousand", "billion": "hundred million"}
_ONE_UNIT = re.compile(
    r"(?:one|an?) (?P<unit>pound|dollar|euro|franc|crown|guinea|mile|(?:kilo)?met(?:re|er)|ton|tonne|lit(?:re|er)"
    r"|year|month|week|hour|minute|decade)",
    re.IGNORECASE,
)
"""An amount of which a half and a multiple are usual."""
_AND_A_HALF = re.compile(rf"\b(?P<whole>{'|'.join(BELOW_TWENTY[1:13])}) and a half\b", re.IGNORECASE)
_IN_WORDS = rf"(?:{'|'.join(TENS)})(?:-(?:{'|'.join(BELOW_TWENTY[1:10])}))?|{'|'.join(BELOW_TWENTY[1:])}"
_LARGE = re.compile(
    rf"\b(?:(?:{'|'.join(TENS)})-(?:{'|'.join(BELOW_TWENTY[1:10])})|{'|'.join(BELOW_TWENTY[13:])})\b", re.IGNORECASE
)
_RANGE = re.compile(
    rf"(?<![\d,.])(?P<low>\d{{1,3}}|\b(?:{_IN_WORDS}))(?P<between> (?:to|or|and) | ?– ?|(?<=\d)-(?=\d))"
    rf"(?P<high>\d{{1,3}}|(?:{_IN_WORDS}))\b(?![,.]\d|-)",
    re.IGNORECASE,
)
_FRACTION = re.compile(
    r"(?:an? (?:half|third|quarter|fifth|tenth)|half|two thirds|three quarters)\b(?! an?\b)", re.IGNORECASE
)
_NAMES_OF_PARTS = dict(
    zip("half third quarter fifth sixth seventh eighth ninth tenth".split(), range(2, 11), strict=True)
)
_PARTS = re.compile(
    rf"(?P<number>an?|{'|'.join(BELOW_TWENTY[1:10])}) (?P<part>{'|'.join(_NAMES_OF_PARTS)})s?\b(?! an?\b)",
    re.IGNORECASE,
)
"""A fraction such as "four fifths"."""
_FRACTIONS = ("a tenth", "a quarter", "a half", "three quarters")
"""Fractions so far apart that none is nearly another one."""
_LIKE = {"a third": "a quarter", "a fifth": "a quarter", "two thirds": "three quarters", "half": "a half"}
"""The fraction of the list to which another one is so close that it cannot be offered as a wrong answer."""


_NONE = Decimal(0)
_ORDINALS = CENTURY_WORDS[:12]


def fraction_of(text: str) -> Decimal | None:
    """Return the value of the fraction at the beginning of ``text``: 0.8 for "four fifths"."""
    if text.lower() == "half":
        return Decimal("0.5")
    if (found := _PARTS.match(text)) is None:
        return None
    number = 1 if found["number"].lower() in {"a", "an"} else BELOW_TWENTY.index(found["number"].lower())
    return Decimal(number) / _NAMES_OF_PARTS[found["part"].lower()]


def near_parts(text: str) -> Iterator[str]:
    """Yield other names of parts for ``text``, one that follows "a": "half" for the "third" in "a third of it"."""
    if (own := _NAMES_OF_PARTS.get(text.lower())) is not None:
        parts = ("half", "third", "fifth", "tenth")
        yield from (one for one in parts if not own * 0.7 < _NAMES_OF_PARTS[one] < own * 1.5)


def is_range(text: str) -> bool:
    """Return whether ``text`` is about a range: "10 to 20 days"."""
    found = _RANGE.match(text)
    return found is not None and _value(found["low"]) < _value(found["high"])


def is_range_apart(one: str, other: str, ratio: Decimal) -> bool:
    """Return whether the ends of two ranges that are next to each other differ at least by the factor ``ratio``."""
    first, last = sorted((_ends(text) for text in (one, other)), key=lambda ends: ends[0])
    return last[0] >= ratio * first[1]


def _ends(text: str) -> tuple[int, int]:
    found = _RANGE.search(text)
    assert found is not None
    return _value(found["low"]), _value(found["high"])


def near_ordinals(text: str) -> Iterator[str]:
    """Yield ordinals near ``text``, which is one in words: "fourth" for "sixth"."""
    folded = text.lower()
    if folded in _ORDINALS:
        own = _ORDINALS.index(folded)
        others = (_ORDINALS[at] for at in (own - 2, own - 1, own + 1, own + 2) if 0 <= at < len(_ORDINALS))
        yield from (_like(text, other) for other in others)


def near_number_words(text: str, margin: Decimal = _NONE) -> Iterator[str]:
    """Yield ``text`` with its number in words replaced by others: "three prisoners" for "two prisoners".

    A range, such as "one to three months", is replaced by ranges that do not overlap with it, since a part of it is
    correct as well. Other numbers differ from the correct one at least by ``margin``.
    """
    if (found := _RANGE.search(text)) is not None:
        yield from _replaced(text, found, _near_ranges(found))
    elif (found := _AND_A_HALF.search(text)) is not None:
        # Not all of them with a half, or every option would repeat these words.
        number = _value(found["whole"])
        smallest = 1 if text[found.end() :].strip().split(" ")[0] in _SCALES else 2  # not "one hours"
        others = [number + 2, number - 1, number + 1, number + 3]
        yield from _replaced(text, found, [_in_words(other) for other in others if other >= smallest])
    elif (found := _HALF_OF.search(text)) is not None:
        scale = found["scale"].lower()
        lower = _LOWER_SCALE.get(scale)
        parts = (
            [f"{number} {lower}" for number in ("two", "three", "eight")] if lower is not None else ["twenty", "thirty"]
        )
        yield from _replaced(text, found, [*parts, f"one {scale}"])
    elif (found := _ONE.search(text)) is not None:
        scale = text[found.end() :].split(maxsplit=1)[0].lower()
        if scale in _HALF:  # "half a hundred" is no number that anybody gives
            yield f"{text[: found.start()]}{_like(found[0], _HALF[scale])}{text[found.end() + len(scale) :]}"
        yield from _replaced(text, found, ["two ", "three "] if scale in _HALF else ["half a ", "two ", "three "])
    elif (found := _ONE_UNIT.fullmatch(text)) is not None:
        unit = found["unit"]
        yield from _replaced(text, found, [f"half a{'n' if unit == 'hour' else ''} {unit}", f"two {unit}s"])
        yield from _replaced(text, found, [f"{number} {unit}s" for number in ("three", "five")])
    elif (found := _LARGE.search(text)) is not None:
        yield from _replaced(text, found, map(_in_words, _near(_value(found[0]), margin)))
    elif (found := _FRACTION.match(text)) is not None:
        close = _LIKE.get(found[0].lower(), found[0].lower())
        yield from _replaced(text, found, [other for other in _FRACTIONS if other != close])
    elif (found := _PARTS.match(text)) is not None:
        own, whole = BELOW_TWENTY.index(found["number"].lower()), _NAMES_OF_PARTS[found["part"].lower()]
        if own == 1:  # nobody takes "two sevenths" for a usual fraction
            parts = [part for part, of in _NAMES_OF_PARTS.items() if not whole * 0.7 < of < whole * 1.4]
            yield from _replaced(text, found, [f"{found['number']} {part}" for part in parts])
            return
        others = [other for other in range(2, whole) if abs(other - own) * 10 >= whole]
        yield from _replaced(text, found, [f"{BELOW_TWENTY[other]} {found['part']}s" for other in others])
    else:
        yield from _small(text, margin)


def _small(text: str, margin: Decimal) -> Iterator[str]:
    words = text.split()
    for place, word in enumerate(words):
        is_scaled = any(following.lower() in _SCALES for following in words[place + 1 : place + 2])
        for series in (("one", *SMALL_WORDS) if is_scaled else SMALL_WORDS, TENS):
            if word.lower() in series:
                at = series.index(word.lower())
                own = _value(word)
                reach = 3 + int(margin) // 10 if series is TENS else max(3, int(margin) + 3)
                least = max(margin, Decimal(_LEAST_OF_TEN if own >= _TEN and not is_scaled else 1))
                around = series[max(at - reach, 0) : at + reach + 1]
                if series is not TENS and margin > 0:
                    around = (*around, *BELOW_TWENTY[max(_value(series[-1]), own) + 1 : own + reach + 1])
                if is_scaled and own == _TEN:
                    around = ("five", "fifteen", "twenty")  # "eleven thousand" is not as round
                for other in around:
                    if abs(_value(other) - own) >= least:
                        yield " ".join([*words[:place], _like(word, other), *words[place + 1 :]])
                return


def _replaced(text: str, found: re.Match[str], others: Sequence[str] | Iterator[str]) -> Iterator[str]:
    for other in others:
        yield f"{text[: found.start()]}{_like(found[0], other)}{text[found.end() :]}"


def _near_ranges(found: re.Match[str]) -> Iterator[str]:
    low, high = _value(found["low"]), _value(found["high"])
    length = high - low
    if length <= 0:
        return
    step = 1 if low % 5 or high % 5 else 5
    moves = (length + step, 2 * (length + step), -(length + step), 3 * (length + step))
    for move in moves:
        if low + move > 0:
            ends = [low + move, high + move]
            is_in_digits = found["low"].isdecimal() or max(ends) >= 100
            first, last = map(str, ends) if is_in_digits else map(_in_words, ends)
            yield f"{first}{found['between']}{last}"


def _near(number: int, margin: Decimal) -> Iterator[int]:
    """Yield numbers from 10 to 99 at some distance from ``number``, the nearer ones first."""
    for place, share in enumerate(SHARES, 2):
        distance = max(round(number * share), place) + int(margin)
        # so that the number is not the only one that is even, or a multiple of five
        distance = distance + distance % 2 if number % 5 else 5 * max(-(-distance // 5), place - 2)
        yield from (other for other in (number - distance, number + distance) if 10 <= other < 100)


def _value(word: str) -> int:
    if word.isdecimal():
        return int(word)
    return number_word_run(tuple(word.lower().split("-")))[1] or 0


def _in_words(number: int) -> str:
    if number < len(BELOW_TWENTY):
        return BELOW_TWENTY[number]
    tens, ones = TENS[number // 10 - 2], number % 10
    return f"{tens}-{BELOW_TWENTY[ones]}" if ones else tens


def _like(model: str, other: str) -> str:
    return capitalized(other) if model[0].isupper() else other
