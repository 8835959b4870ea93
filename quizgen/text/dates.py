"""Dates as people write them, as precise as they were written."""

import re
from calendar import monthrange
from dataclasses import dataclass

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import roman

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
"""A pattern of the names of months."""
MONTH_FORM = "|".join(f"{name}|{name[:3]}" for name in MONTHS) + "|Sept"
"""A pattern of their names and abbreviations."""
YEAR = r"(?:1\d|20)\d\d"
"""A pattern of the years that texts give without an era."""
YEAR_ALONE = lazy_pattern(rf"\b{YEAR}\b")
BEFORE_CHRIST = r"B\.?\s?C\.?(?:\s?E\.?)?(?!\w)"
"""A pattern of the era before Christ: BC, B.C., BCE."""
_SHAPES = tuple(
    lazy_pattern(shape, re.IGNORECASE | re.ASCII)
    for shape in (
        r"(?P<year>\d{4})-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?",
        rf"(?P<name>{MONTH_FORM})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>\d{{3,4}}))?",
        rf"(?:the )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<name>{MONTH_FORM})\.?(?:,? (?P<year>\d{{3,4}}))?",
        rf"(?P<name>{MONTH_FORM})\.?(?:,? (?P<year>\d{{4}}))?",
        r"(?P<year>\d{4})",
    )
)
_WEEKDAY = lazy_pattern(r"\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?", re.IGNORECASE)
DAY_WORDS = (
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth",
    "twentieth", "twenty first", "twenty second", "twenty third", "twenty fourth", "twenty fifth", "twenty sixth",
    "twenty seventh", "twenty eighth", "twenty ninth", "thirtieth", "thirty first",
)  # fmt: skip
"""The ordinals from first to thirty first."""
CENTURY_WORDS = tuple(word.replace(" ", "-") for word in DAY_WORDS[:21])
"""The ordinals from first to twenty-first, as centuries are written."""
_DAY_WORD = lazy_pattern("|".join(sorted((rf"\b{word}\b" for word in DAY_WORDS), key=len, reverse=True)))
_FILLER = frozenset(
    {"on", "in", "the", "of", "day", "month", "year", "ad", "ce", "since", "from", "about", "around", "circa"}
)
_NUMERIC = lazy_pattern(r"\d{1,4}(?:-\d{1,4}){1,2}", re.ASCII)
_ERA = lazy_pattern(
    r"\b(?P<bc>b\.?\s?c\.?(?:\s?e\.?)?|before\s+(?:christ|the\s+common\s+era))(?!\w)"
    r"|\b(?P<ad>a\.?\s?d\.?|c\.?\s?e\.?|after\s+christ|anno\s+domini|of\s+the\s+common\s+era)(?!\w)",
    re.IGNORECASE,
)
_YEAR_BEFORE = lazy_pattern(r"(?<!\d)(?P<year>[1-9]\d?|(?<!\d[ .,])[1-9]\d\d|[1-9]\d{3})\s*$", re.ASCII)
_YEAR_AFTER = lazy_pattern(r"^\s*(?P<year>\d{1,4})(?!\d)", re.ASCII)
_CENTURY = lazy_pattern(
    r"(?P<number>\d{1,2})(?:st|nd|rd|th|\.)? (?:century|cent\.?|c\.?)|century (?P<after>\d{1,2})", re.IGNORECASE
)
_ROMAN_CENTURY = lazy_pattern(r"(?P<number>[ivx]{1,5})(?:th|st|nd|rd)? (?:century|cent\.?|c\.?)")
_DECADE_WORDS = (
    "", "", "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
)  # fmt: skip
_YEAR_OF_ERA = lazy_pattern(r"\d{1,6}|\d{1,3}[, ]\d{3}")
_YEARS_OF = lazy_pattern(r"(?P<years>\d{3,4}|['’]?\d0)['’]?s")

Period = tuple[str, int]
"""A year, decade or century: ``("year", -44)``, ``("decade", 1960)``, ``("century", 14)``; BC is negative."""
_Parts = tuple[int, int, int]


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year; a part that was not written is 0."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def shape(self) -> tuple[bool, bool, bool]:
        """Which of year, month and day are written; only dates of the same shape can be compared."""
        return bool(self.year), bool(self.month), bool(self.day)

    @property
    def span(self) -> tuple[tuple[int, int, int], tuple[int, int, int]]:
        """The first and the last day that the date may mean, as (year, month, day)."""
        last_month = self.month or 12
        last_day = self.day or monthrange(self.year or 2000, last_month)[1]
        return (self.year, self.month or 1, self.day or 1), (self.year, last_month, last_day)

    def __str__(self) -> str:
        """Day, month, year in that order: ``6 September 2023``."""
        parts = (str(self.day or ""), MONTHS[self.month - 1] if self.month else "", str(self.year or ""))
        return " ".join(part for part in parts if part)


def parse_date(text: str) -> PartialDate | None:
    """Read all of ``text`` as a date in words or as ISO 8601, or return None.

    ``parse_date("September 6") == PartialDate(month=9, day=6)``; 31 February is None.
    """
    words = " ".join(text.split())
    for shape in _SHAPES:
        if found := shape.fullmatch(words):
            return _checked(found.groupdict())
    return None


def _checked(parts: dict[str, str | None]) -> PartialDate | None:
    name = parts.get("name")
    month = _month_number(name) if name else int(parts.get("month") or 0)
    year, day = int(parts.get("year") or 0), int(parts.get("day") or 0)
    written_month = name is not None or parts.get("month") is not None
    if written_month and not 1 <= month <= 12:
        return None
    if parts.get("day") is not None and not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return PartialDate(year, month, day)


def _month_number(name: str) -> int:
    start = name[:3].title()
    return next(number for number, month in enumerate(MONTHS, 1) if month.startswith(start))


def date_readings(text: str) -> frozenset[PartialDate]:
    """Return every date that ``text`` as a whole may mean; none if it is not a date.

    Reads what ``parse_date`` reads, and weekdays, ordinals in words, 6 Sep 23, 6.9.2023, 9/11 (two readings) and
    20230906. A year of two digits may lie in either of the last two centuries.
    """
    if (plain := parse_date(text)) is not None:
        return frozenset({plain})
    lower = _WEEKDAY.sub(" ", text.lower().replace("’", "'")).replace(",", " ").replace("–", "-")
    compact = re.sub(r"[\s./-]+", "-", lower.strip(" ."))
    if _NUMERIC.fullmatch(compact):
        return _possible(_numeric_readings(compact.split("-")))
    if len(compact) == 8 and compact.isascii() and compact.isdigit():
        return _possible([(int(compact[:4]), int(compact[4:6]), int(compact[6:]))])
    spelt = _DAY_WORD.sub(lambda found: str(DAY_WORDS.index(found[0]) + 1), re.sub(r"(?<=[a-z])-(?=[a-z])", " ", lower))
    tokens = [token for token in re.split(r"[\s./-]+", spelt) if token and token not in _FILLER]
    if len(tokens) == 1 and re.fullmatch(r"\d{4}", tokens[0], re.ASCII):
        return frozenset({PartialDate(int(tokens[0]))})
    return _possible(_worded_readings(tokens))


def _numeric_readings(parts: list[str]) -> list[_Parts]:
    sizes, numbers = [len(part) for part in parts], [int(part) for part in parts]
    if len(parts) == 2:
        first, second = numbers
        if sizes[0] == 4:
            return [(first, second, 0)]
        return [(second, first, 0)] if sizes[1] == 4 else [(0, first, second), (0, second, first)]
    first, second, third = numbers
    if sizes[0] == 4:
        return [(first, second, third)]
    both = [(year, *order) for year in _years(parts[2]) for order in ((first, second), (second, first))]
    return both + [(year, second, third) for year in _years(parts[0]) if sizes[0] == sizes[2] == 2]


def _worded_readings(tokens: list[str]) -> list[_Parts]:
    """Return the readings of a date with its month in words: at most one month and two numbers."""
    months = [token for token in tokens if re.fullmatch(MONTH_FORM, token, re.IGNORECASE)]
    numbers = [re.sub(r"(?<=\d)(?:st|nd|rd|th)$", "", token) for token in tokens if token not in months]
    if (
        len(months) != 1
        or len(numbers) > 2
        or not all(re.fullmatch(r"'?\d{1,4}", number, re.ASCII) for number in numbers)
    ):
        return []
    month = _month_number(months[0])
    if not numbers:
        return [(0, month, 0)]
    if len(numbers) == 1:
        number = numbers[0]
        as_day = [(0, month, int(number))] if len(number) <= 2 and number.isdigit() and int(number) else []
        return as_day + [(year, month, 0) for year in _years(number)]
    day, year = sorted(numbers, key=len) if len(numbers[0]) == 4 else numbers
    return [(each, month, int(day)) for each in _years(year) if day.isdigit() and int(day)]


def _years(written: str) -> list[int]:
    short = written.lstrip("'")
    return [int(short)] if len(short) == 4 else [1900 + int(short), 2000 + int(short)] if len(short) == 2 else []


def _possible(readings: list[_Parts]) -> frozenset[PartialDate]:
    """Return the readings that are valid dates."""
    return frozenset(
        PartialDate(year, month, day)
        for year, month, day in readings
        if 1 <= month <= 12 and 0 <= day <= monthrange(year or 2000, month)[1]
    )


def dated_readings(text: str) -> frozenset[PartialDate]:
    """Return every date that ``text`` may mean, with an era next to its year or without; years BC are negative.

    ``15 March 44 BC`` and ``March 15, 44 B.C.E.`` are ``PartialDate(-44, 3, 15)``.
    """
    eras = list(_ERA.finditer(text))
    if not eras:
        return date_readings(text)
    before, after = text[: eras[0].start()], text[eras[-1].end() :]
    sign = -1 if eras[0]["bc"] else 1
    if len(eras) == 1 and not after.strip(" .") and _YEAR_OF_ERA.fullmatch(before.strip()):
        return frozenset({PartialDate(sign * int(re.sub("[, ]", "", before)))})
    year_before = _YEAR_BEFORE.search(before)
    year = year_before or _YEAR_AFTER.search(after)
    if len(eras) > 1 or year is None:
        return frozenset()
    written = f" {year['year'].zfill(4)} "
    if year_before:
        before = before[: year.start()] + written
    else:
        after = written + after[year.end() :]
    return frozenset(PartialDate(sign * date.year, date.month, date.day) for date in date_readings(before + after))


def parse_period(text: str) -> Period | None:
    """Read all of ``text`` as a year with its era, a decade or a century, or return None.

    The 1300s and the 14th century are one; so are 44 BC and 44 BCE. A year without an era is not a period.
    """
    plain = " ".join(text.replace("-", " ").split()).strip(" .,")
    plain = re.sub(r"^(?:in |during )?(?:the )?(?:year )?", "", plain, flags=re.IGNORECASE)
    eras = list(_ERA.finditer(plain))
    sign = -1 if any(found["bc"] for found in eras) else 1
    rest = " ".join(_ERA.sub(" ", plain).split()).strip(" .,")
    spelled = _DAY_WORD.sub(lambda found: str(DAY_WORDS.index(found[0]) + 1), rest.lower())
    if (numeral := _ROMAN_CENTURY.fullmatch(spelled)) and (number := roman(numeral["number"])) is not None:
        spelled = f"{number} century"
    if found := _CENTURY.fullmatch(spelled):
        return "century", sign * int(found["number"] or found["after"])
    if rest.lower() in _DECADE_WORDS:
        return "decade", 1900 + 10 * _DECADE_WORDS.index(rest.lower())
    if found := _YEARS_OF.fullmatch(rest):
        years = int(found["years"].lstrip("'’"))
        if years < 100:
            years += 1900
        if years % 100 == 0:
            return "century", sign * (years // 100 + 1)
        return ("decade", sign * years) if years % 10 == 0 else None
    if eras and _YEAR_OF_ERA.fullmatch(rest):
        return "year", sign * int(re.sub("[, ]", "", rest))
    return None
