"""Numbers with units as people write them, read as values: ``6.022e23``, ``£50m``, ``two thirds``, ``1939 to 1945``."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.folding import LETTERS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import ORDINALS, TENS, number_word_run, superscripts_as_powers
from quizgen.text.units import Unit, parse_unit

MAX_QUANTITY = 200
"""No quantity has more characters than this."""
_MAX_EXPONENT = 9_999

_RAISED_FRACTION = lazy_pattern("[⁰¹²³⁴⁵⁶⁷⁸⁹]+[⁄/][₀₁₂₃₄₅₆₇₈₉]+")
_VULGAR = {
    "¼": "1/4", "½": "1/2", "¾": "3/4", "⅐": "1/7", "⅑": "1/9", "⅒": "1/10", "⅓": "1/3", "⅔": "2/3", "⅕": "1/5",
    "⅖": "2/5", "⅗": "3/5", "⅘": "4/5", "⅙": "1/6", "⅚": "5/6", "⅛": "1/8", "⅜": "3/8", "⅝": "5/8", "⅞": "7/8",
}  # fmt: skip
_MONEY = {"US$": "$", "USD": "$", "EUR": "€", "GBP": "£"} | {sign: sign for sign in CURRENCY_SIGNS}
_SPACE = "\u00a0\u202f\u2009 '’_"
"""What may separate thousands; the underscore does in code."""
_DIGITS = rf"""(?:0,\d+|[1-9]\d{{0,2}}(?:[,{_SPACE}]\d{{3}})+(?!\d)|\d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?!\d)
    |[1-9]\d{{0,2}}(?:\.\d{{3}}){{2,}}(?!\d)|\d+)(?:\.\d+|,\d{{1,2}}(?!\d)|,\d{{4,}}(?!\d))?|\.\d+"""
_NUMBER = lazy_pattern(
    rf"""(?P<sign>[-+]\s?|(?:minus|negative|positive|plus)\s+)?
    (?:(?:(?P<mixed>\d{{1,6}})\s)?(?P<top>\d{{1,9}})\s?/\s?(?P<bottom>\d{{1,9}})(?![\d/])
      |(?:(?P<mantissa>{_DIGITS})(?:\s?[×xX*·⋅]\s?|(?=[eE])))?
        (?:10\s?(?:\^|\*\*)\s?\(?(?P<power>[-+]?\d{{1,6}})\)?|(?<=\d)[eE](?P<exponent>[-+]?\d{{1,6}})(?!\w))
      |(?P<plain>{_DIGITS}))""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_SCALE = lazy_pattern(
    r"\s?(?:(thousand|million|billion|trillion|mio|mn|bn|tn|lakh|crore)\b|(k|m|b)(?![\w/^²³]))", re.IGNORECASE
)
_SCALES = {
    "thousand": 3, "million": 6, "billion": 9, "trillion": 12, "mio": 6, "mn": 6, "bn": 9, "tn": 12,
    "lakh": 5, "crore": 7,
    "k": 3, "m": 6, "b": 9,
}  # fmt: skip
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10, "eleventh": 11, "twelfth": 12, "fifteenth": 15, "sixteenth": 16, "twentieth": 20,
    "thirteenth": 13, "fourteenth": 14, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "thirtieth": 30,
    "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "seventieth": 70, "eightieth": 80, "ninetieth": 90,
    "hundredth": 100, "thousandth": 1000, "millionth": 10**6,
}  # fmt: skip
_GOES_ON = lazy_pattern(r"(?P<number>[-+]?\d*\.\d+)\s?(?:\.{2,4}|…)\s?(?P<unit>%?)")
_SMALL_PART = lazy_pattern(
    rf"(?P<some>[a-z]+)\s+(?P<tens>{'|'.join(TENS)})[-\s](?P<ones>{'|'.join(ORDINALS[:9])})s?",
    re.IGNORECASE,
)
"""A part of more than twenty: one thirty-sixth."""
_RANGE = lazy_pattern(r"\s*(?:-|\bto\b|\bthrough\b|\buntil\b|\btill\b|\band\b|\.\.\.?|…)\s*", re.IGNORECASE)
_BETWEEN = lazy_pattern(r"(?:between|from)\s+", re.IGNORECASE)
_SIGNS = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "⁄": "/", "\u00ad": None, "º": "°"})
_SMALLER = lazy_pattern(
    r"(?P<unit>[^\W\d_]{1,12})\.?(?:,|\s+and)?\s*(?P<number>\d[\d.]*|[a-z]+(?:-[a-z]+)?)\s*(?P<smaller>[^\W\d_]{1,12})\.?",
    re.IGNORECASE,
)
_OUT_OF = lazy_pattern(r"(?P<some>[\w,]+)\s+(?:in|out\s+of)\s+(?P<all>(?:(?:a|one)\s+)?[\w,-]+)\.?", re.IGNORECASE)
"""Odds in words: 1 in 6, three out of four."""
_SHORT_YEAR = lazy_pattern(r"(\d{2})(\d{2})\s*-\s*(\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A value, or a range of values, with the text after it."""

    low: Fraction
    high: Fraction
    unit_text: str = ""
    """The text after the number, or the currency symbol before it."""
    digits: int = 0
    """How many significant digits were written."""
    goes_on: bool = False
    """Whether dots stand for more digits: 0.333…."""

    @property
    def unit(self) -> Unit | None:
        """The unit that ``unit_text`` names, or None."""
        return parse_unit(self.unit_text) if self.unit_text else None

    @property
    def is_range(self) -> bool:
        """Whether two ends were written."""
        return self.low != self.high

    @property
    def number(self) -> Decimal:
        """The value as a decimal number, to 28 digits."""
        return Decimal(self.low.numerator) / Decimal(self.low.denominator)


def parse_quantity(text: str) -> Measure | None:
    """Read all of ``text`` as one quantity or range, or return None: ``parse_quantity("two thirds")``.

    What follows the number is its ``unit_text``, whether it is a unit or not; only the sign or the code of a currency
    may precede it.
    """
    return next(quantity_readings(text), None)


def quantity_readings(text: str) -> Iterator[Measure]:
    """Yield every quantity that all of ``text`` may mean, the likeliest first: ``1939-45`` may be two years."""
    if len(text) > MAX_QUANTITY:
        return
    text = _RAISED_FRACTION.sub(lambda found: unicodedata.normalize("NFKC", found[0]), text)
    plain = superscripts_as_powers(text.translate(_SIGNS))
    for sign, written in _VULGAR.items():
        plain = plain.replace(sign, f" {written}")
    plain = " ".join(plain.split()) if not any(space in plain for space in "\u00a0\u202f\u2009") else plain.strip()
    if cut := _GOES_ON.fullmatch(plain):
        yield from (replace(one, goes_on=True) for one in _readings(f"{cut['number']}{cut['unit']}"))
        return
    if part := _SMALL_PART.fullmatch(plain):
        count = number_word_run(("one" if part["some"].lower() == "a" else part["some"].lower(),))[1]
        tens, ones = TENS.index(part["tens"].lower()), ORDINALS.index(part["ones"].lower())
        if count:
            value = Fraction(count, 10 * (tens + 2) + ones + 1)
            yield Measure(value, value)
            return
    yield from _readings(plain)
    if odds := _OUT_OF.fullmatch(plain):
        some, of_all = (_read_number(odds[part], money=False) for part in ("some", "all"))
        if some and of_all and not some[2] and not of_all[2] and 0 < some[0] < of_all[0]:
            yield Measure(some[0] / of_all[0], some[0] / of_all[0])


def _readings(plain: str) -> Iterator[Measure]:
    plain = _BETWEEN.sub("", plain, count=1) if _BETWEEN.match(plain) else plain
    money, rest = _money(plain)
    first = _read_number(rest, money=bool(money))
    if first is None:
        return
    value, digits, after = first
    if short := _SHORT_YEAR.match(rest):
        end = Fraction(int(short[1] + short[3]))
        if end > value:
            yield Measure(value, end, rest[short.end() :].strip(), digits)
    unit_between = ""
    joint = _RANGE.match(after)
    if joint is None and (found := re.match(r"\s?((?:(?!\w\.\w)[^\d\s^·⋅-]){1,12})\s*(?:-|\bto\b)\s*(?=[\d.])", after)):
        unit_between, joint = found[1], found
    if joint and (second := _read_number(_money(after[joint.end() :])[1], money=bool(money))):
        high, _, tail = second
        if not tail.strip() or not re.match(r"\s*-?\s*\d", tail):
            unit = money or tail.strip() or unit_between
            power = unit_between and not tail.strip() and parse_unit(after) is not None  # 0.5 moldm-3, 0.5 s-1
            if high > value and not (power and parse_unit(unit_between) is None):
                yield Measure(value, high, unit, digits)
            if (high > value and not power) or not unit_between:  # 9.8 ms-2 is no range
                return
    tail = after.strip().strip("-").strip() if after.lstrip().startswith("-") else after.strip()
    if money:
        tail = money if not tail or parse_unit(tail) == parse_unit(money) else f"{money} {tail}"
    tail = tail.rstrip(".,;!?").strip() if tail != "!" else tail  # 3! is a factorial
    if (compound := _with_smaller_unit(value, tail)) is not None:
        yield Measure(compound[0], compound[0], compound[1], digits)
        return
    yield Measure(value, value, tail, digits)


def _with_smaller_unit(value: Fraction, tail: str) -> tuple[Fraction, str] | None:
    """Read ``7 in`` after 19 ft: return the sum in the first unit, and that unit; None if there is none."""
    found = _SMALLER.fullmatch(tail)
    if found is None or (more := _read_number(found["number"], money=False)) is None or more[2]:
        return None
    unit, smaller = parse_unit(found["unit"]), parse_unit(found["smaller"])
    if unit is None or smaller is None or unit.dimension != smaller.dimension or unit.factor <= smaller.factor:
        return None
    return value + more[0] * smaller.factor / unit.factor, found["unit"]


def _money(text: str) -> tuple[str, str]:
    """Split the sign or the code of a currency off the start: ``("£", "50")``."""
    negative = text.startswith("-")
    bare = text[1:].lstrip() if negative else text
    for sign, unit in _MONEY.items():
        if bare.startswith(sign):
            return unit, ("-" if negative else "") + bare[len(sign) :].lstrip()
    return "", text


def _read_number(text: str, *, money: bool) -> tuple[Fraction, int, str] | None:
    """Return the number at the start of ``text``, its significant digits, and the rest."""
    found = _NUMBER.match(text)
    if found is None:
        return _read_words(text)
    value, digits = _value(found)
    if value is None:
        return None
    rest = text[found.end() :]
    if scale := _SCALE.match(rest):
        letter = (scale[2] or "").lower()
        if scale[1] or scale[0] == "k" or (letter and money):
            value *= 10 ** _SCALES[(scale[1] or letter).lower()]
            rest = rest[scale.end() :]
    if re.match(r"(?:st|nd|rd|th|s|'s|’s)\b", rest) and not re.match(r"s(?:\s*$|[/\s·^]|-\d(?!\d))", rest):
        return None
    return value, digits, rest


def _value(found: re.Match[str]) -> tuple[Fraction | None, int]:
    sign = -1 if (found["sign"] or "").strip().lower() in {"-", "minus", "negative"} else 1
    if found["bottom"]:
        if not int(found["bottom"]):
            return None, 0
        return sign * (int(found["mixed"] or 0) + Fraction(int(found["top"]), int(found["bottom"]))), 0
    exponent = int(found["power"] or found["exponent"] or 0)
    if abs(exponent) > _MAX_EXPONENT:
        return None, 0
    written = found["plain"] or found["mantissa"] or "1"
    number, digits = _digits(written)
    return sign * number * Fraction(10) ** exponent, digits


def _digits(written: str) -> tuple[Fraction, int]:
    """Read digits with their signs: a lone dot, or a comma that cannot separate thousands, is a decimal point."""
    bare = re.sub(f"[{_SPACE}]", "", written)
    if bare.count(".") > 1:
        bare = bare.replace(".", "")
    comma = re.fullmatch(r"(.*?),(\d{1,2}|\d{4,})", bare) or re.fullmatch(r"(0),(\d+)", bare)
    if comma and "." not in bare and not re.fullmatch(r"\d{1,2}(?:,\d{2})+,\d{3}", bare):
        bare = comma[1].replace(",", "") + "." + comma[2]
    bare = bare.replace(",", "")
    return Fraction(f"0{bare}" if bare.startswith(".") else bare), len(bare.replace(".", "").lstrip("0"))


def _read_words(text: str) -> tuple[Fraction, int, str] | None:
    """Read a number in English words: ``minus three``, ``two thirds``, ``one and a half``, ``half``."""
    spelled = list(LETTERS.finditer(text[:MAX_QUANTITY]))
    words = [word[0].lower() for word in spelled]
    if not words or text[: spelled[0].start()].strip():
        return None
    sign, at = (-1, 1) if words[0] in {"minus", "negative"} else (1, 1 if words[0] in {"positive", "plus"} else 0)
    length, whole = number_word_run(words[at:])
    value: Fraction | None = None
    if whole is not None:
        value, at = Fraction(whole), at + length
        if (parts := _parts(words, at)) and whole:
            value, at = value / parts, at + 1
        elif words[at : at + 2] == ["and", "a"] and (parts := _parts(words, at + 2)):
            value, at = value + Fraction(1, parts), at + 3
    elif words[at : at + 1] == ["a"] and (parts := _parts(words, at + 1)):
        value, at = Fraction(1, parts), at + 2
    elif words[at : at + 1] and words[at] in {"half", "quarter"}:
        value, at = Fraction(1, _PARTS[words[at]]), at + 1
    if value is None:
        return None
    end = spelled[at - 1].end()
    rest = text[end:]
    if words[at : at + 1] == ["point"]:
        decimals = []
        for word in words[at + 1 :]:
            length, digit = number_word_run((word,))
            if digit is None or digit > 9:
                break
            decimals.append(str(digit))
        if decimals:
            value += Fraction(int("".join(decimals)), 10 ** len(decimals))
            rest = text[spelled[at + len(decimals)].end() :]
    return sign * value, 0, rest


def _parts(words: list[str], at: int) -> int | None:
    word = words[at] if at < len(words) else ""
    return _PARTS.get(word) or _PARTS.get(word.removesuffix("s"))


_CLOCK = lazy_pattern(
    r"(?:at )?(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2}))?(?::\d{2})?\s*"
    r"(?P<half>[ap]\.?\s?m\.?|o['’]clock|hours|h|uhr)?",
    re.IGNORECASE,
)


_PARTS_OF_DAY = {"in the morning": "am", "in the afternoon": "pm", "in the evening": "pm", "at night": "pm"}
_PART_OF_DAY = lazy_pattern(rf"\s(?:{'|'.join(_PARTS_OF_DAY)})$")
_QUARTERS = {"half": 30, "quarter": 15, "a quarter": 15}
_PAST = lazy_pattern(
    r"(?:it(?:'s| is) |at )?(?P<minutes>half|(?:a )?quarter|[a-z]+(?:[ -][a-z]+)?|\d{1,2})(?: minutes?)? "
    r"(?P<to>past|to) (?P<hour>\d{1,2}|[a-z]+)"
)


def parse_time(text: str) -> int | None:
    """Read all of ``text`` as a time of day, in minutes after midnight: ``3:30 pm``, ``15:30``, ``noon``; or None."""
    plain = " ".join(text.lower().split()).strip(" .") if len(text) <= MAX_QUANTITY else ""
    part = next((half for words, half in _PARTS_OF_DAY.items() if plain.endswith(f" {words}")), "")
    plain = _PART_OF_DAY.sub("", plain)
    if found := _PAST.fullmatch(plain):
        hour = number_word_run((found["hour"],))[1] if found["hour"].isalpha() else int(found["hour"])
        number = found["minutes"]
        minutes = _QUARTERS.get(number) or (int(number) if number.isdigit() else number_word_run(number.split())[1])
        if hour is None or not minutes or not 1 <= hour <= 12 or minutes >= 60:
            return None
        plain = f"{hour}:{minutes:02d}" if found["to"] == "past" else f"{(hour - 2) % 12 + 1}:{60 - minutes:02d}"
    plain = f"{plain} {part}" if part and not plain.endswith("m") else plain
    if plain in {"noon", "midday", "12 noon"}:
        return 720
    if plain in {"midnight", "12 midnight"}:
        return 0
    found = _CLOCK.fullmatch(plain)
    if found is None or not (found["minute"] or found["half"]):
        return None
    hour, minute = int(found["hour"]), int(found["minute"] or 0)
    half = (found["half"] or "")[:1]
    if half in {"a", "p"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour * 60 + minute if hour <= 24 and minute < 60 else None
