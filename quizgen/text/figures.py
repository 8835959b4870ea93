"""Find dates and figures in a text and read their values: 6 Sept. 2023 is 2023-09-06, 2.4 million is 2,400,000."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import chain

from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import MONTH, MONTH_FORM, YEAR, PartialDate, date_readings
from quizgen.text.folding import LETTERS
from quizgen.text.numbers import number_word_run

_DAY = r"\d{1,2}(?:st|nd|rd|th)?(?![\d%:]|[.,]\d)"
_DAYS = rf"{_DAY}(?:(?:\s?[-–,]\s?|\s(?:to|and|or|until)\s(?:the )?){_DAY}){{0,9}}"
_DATES = tuple(
    re.compile(shape, re.ASCII)
    for shape in (
        r"\b(?P<whole>\d{4}-\d\d(?:-\d\d)?|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d\d))(?![\w-])",
        rf"\b(?P<days>{_DAYS})(?: of)? (?P<month>{MONTH_FORM})\b\.?(?:,? (?P<year>{YEAR})\b)?",
        rf"\b(?P<month>{MONTH_FORM})\b\.? (?:the )?(?P<days>{_DAYS})(?:,? (?P<year>{YEAR})\b)?",
        rf"\b(?P<whole>(?:[a-z]+[ -])?[a-z]+(?: day)? of (?:{MONTH_FORM})\b(?:,? {YEAR}\b)?)",
        rf"\b(?P<month>{MONTH_FORM})\b\.?(?: of)?,? (?P<year>{YEAR})\b",
        rf"\b(?P<month>{MONTH})\b",
    )
)

_NUMBER = r"\d{1,3}(?:[,\u00a0\u202f\u2009 '’.]\d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,:]\d+)*"
_SCALES = {
    "thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9,
}  # fmt: skip
_FIGURE = re.compile(
    # The digits in F-16 and H2O belong to names.
    rf"(?<![^\W\d_])(?<![^\W\d_]-)(?P<money>[{CURRENCY_SIGNS}]\s?)?(?<![\d.,:])(?P<number>{_NUMBER})"
    r"(?:(?P<decade>['’]?s)\b|(?P<ordinal>st|nd|rd|th)\b"
    r"|[\s-]?(?P<scale>thousand|million|billion|trillion|bn|mn)\b|(?P<letter>[km])\b)?",
    re.ASCII,
)
_PERCENT = re.compile(r"\s?(?:%|‰|per[ -]?cent\b|percentage\b|Prozent\b)")
_RANGE = re.compile(rf"\s?(?:[-–]|to|and|or)\s?[{CURRENCY_SIGNS}]?(?:{_NUMBER})", re.ASCII)
_SCALE_AFTER = re.compile(r"[\s-]?(thousand|million|billion|trillion)\b")
_CENTURY = re.compile(r"(?:\s(?:and|to|or|or the)\s\S+)?[\s-]centur")
_ORDINALS = {
    "third": "three", "fourth": "four", "fifth": "five", "sixth": "six", "seventh": "seven", "eighth": "eight",
    "ninth": "nine", "tenth": "ten", "eleventh": "eleven", "twelfth": "twelve", "twentieth": "twenty",
    "thirtieth": "thirty", "fortieth": "forty", "fiftieth": "fifty", "sixtieth": "sixty", "seventieth": "seventy",
    "eightieth": "eighty", "ninetieth": "ninety", "hundredth": "hundred",
    **{f"{word}teenth": f"{word}teen" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date in a text, its position, and every date that it may mean (``readings``)."""

    readings: frozenset[PartialDate]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text, its position, and every value that it may mean: 1.200 has two ``values``."""

    values: frozenset[Decimal]
    start: int
    end: int
    in_words: bool = False
    is_ordinal: bool = False
    is_percent: bool = False
    years: range | None = None
    """The years of a decade or a century."""


def dates_in(text: str) -> list[WrittenDate]:
    """Return the dates in ``text`` that have a month, in reading order; `3 and 5 May` gives two."""
    found: list[WrittenDate] = []
    rest = text
    for shape in _DATES:
        spans: list[tuple[int, int]] = []
        for match in shape.finditer(rest):
            parts = match.groupdict()
            if parts.get("whole"):
                groups = [date_readings(parts["whole"])]
            else:
                days = re.findall(r"\d+", parts.get("days") or "") or [""]
                month, year = parts["month"], parts.get("year")
                groups = [date_readings(" ".join(filter(None, (day, month, year)))) for day in days]
            dates = [WrittenDate(readings, match.start(), match.end()) for readings in groups if readings]
            spans += [match.span()] if dates else []
            found += dates
        rest = masked(rest, spans)
    return sorted(found, key=lambda one: one.start)


def masked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return ``text`` with each of ``spans`` (start, end) replaced by spaces; spans may overlap."""
    pieces: list[str] = []
    here = 0
    for start, end in sorted(spans):
        if end > here:
            pieces += [text[here : max(start, here)], " " * (end - max(start, here))]
            here = end
    return "".join((*pieces, text[here:]))


def figures_in(text: str) -> list[Figure]:
    """Return the figures in ``text``, in digits and in words, in reading order. Blank out dates first."""
    return sorted(chain(_in_digits(text), _in_words(text)), key=lambda one: one.start)


def _in_digits(text: str) -> Iterator[Figure]:
    for match in _FIGURE.finditer(text):
        rest = text[match.end() : match.end() + 40]
        letter = match["letter"] if match["money"] else None
        end = match.end("number") if (match["letter"] and not match["money"]) or rest[:1].isalpha() else match.end()
        values = frozenset(_readings(match["number"]))
        scale = match["scale"] or letter
        if scale:
            values = frozenset(value * _SCALES[scale] for value in values)
        last = _RANGE.match(text, end)  # in "2 to 3 million", the 2 may also be in millions
        beyond = last.end() if last and not scale else end
        if beyond != end and (shared := _SCALE_AFTER.match(text, beyond)):
            values |= {value * _SCALES[shared[1]] for value in values}
        years = None
        first = next((int(value) for value in values if value == value.to_integral_value()), 0)
        if match["decade"] and first % 10 == 0:
            years = range(first, first + (100 if first % 100 == 0 else 10))
        elif match["ordinal"] and _CENTURY.match(text, end):
            years = range(first * 100 - 100, first * 100 + 1)
        percent = bool(_PERCENT.match(text, beyond))
        if sign := _PERCENT.match(text, end):
            percent, end = True, sign.end()
        yield Figure(values, match.start("number"), end, False, bool(match["ordinal"]), percent, years)


def _readings(number: str) -> Iterator[Decimal]:
    """Yield the values of a number, with commas and points as decimal or thousands separators; 9:15 is 9.15."""
    if re.fullmatch(r"\d{1,3}(?:[,\u00a0\u202f\u2009 '’.]\d{3})+(?:[.,]\d+)?", number):
        signs = re.findall(r"\D", number)
        whole, last, part = number.rpartition(signs[-1])
        if len(signs) > 1 and signs[-1] != signs[0]:
            yield Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{part}")
        else:
            yield Decimal(re.sub(r"\D", "", number))
            if len(signs) == 1 and last == ".":
                yield Decimal(f"{whole}.{part}")
        return
    parts = re.split(r"[.,:]", number)
    if len(parts) <= 2:
        yield Decimal(".".join(parts))
    else:
        yield from map(Decimal, parts)


def _in_words(text: str) -> Iterator[Figure]:
    words = list(LETTERS.finditer(text))
    spelled = [word[0].lower() for word in words]
    plain = [_ORDINALS.get(word, word) for word in spelled]
    at = 0
    while at < len(words):
        run = 1
        while (
            run < 8
            and at + run < len(words)
            and not text[words[at + run - 1].end() : words[at + run].start()].strip("- ")
        ):
            run += 1
        taken, value = number_word_run(plain[at : at + run])
        if value is None and spelled[at] == "hundredth":
            taken, value = 1, 100
        # An ordinal ends its number: "the fifth thousand" is 5.
        stop = next((index for index in range(at, at + taken) if spelled[index] in _ORDINALS), at + taken - 1)
        if value is not None and stop + 1 < at + taken:
            taken, value = number_word_run(plain[at : stop + 1])
        if value is None:
            at += 1
            continue
        end = words[at + taken - 1].end()
        ordinal = spelled[at + taken - 1] in _ORDINALS
        years = range(value * 100 - 100, value * 100 + 1) if ordinal and _CENTURY.match(text, end) else None
        percent = bool(_PERCENT.match(text, end))
        yield Figure(frozenset({Decimal(value)}), words[at].start(), end, True, ordinal, percent, years)
        at += taken
