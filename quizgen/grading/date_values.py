"""Answers that are dates, periods or spans of years."""

import re
from dataclasses import replace

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.values import asked_part_of_date, asks_when, names_before_christ
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.dates import BEFORE_CHRIST, MONTHS, PartialDate, dated_readings, parse_date, parse_period
from quizgen.text.series import series

_SPAN = re.compile(r"(?P<first>\d{4})\s?[-–—]\s?(?P<last>\d{4})", re.ASCII)
_TYPED_SPAN = re.compile(
    r"(?:(?:from|between)\s+)?(?:(?P<month>[^\W\d_]{3,9})\.?\s+)?(?P<first>\d{4})(?:\s*[-–—,;/&]\s*|\s+)(?:(?:and|to|until|till)\s+)?"
    r"(?:(?P<other>[^\W\d_]{3,9})\.?\s+)?(?P<last>\d{4})",
    re.ASCII | re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_YEAR_BC = re.compile(r"\b(\d{1,4})\s?B\.?C", re.ASCII)
_YEAR_LEFT_OUT = re.compile(
    r"\b(?:in|since|until|till|from|between|en|im|nel|em|desde|hasta|de|von)\s+(?:\(\d+\)\s+)?_{2,}"
    r"|_{2,}\s+(?:to|until|and|bis|a|à|y)\s+(?:\(\d+\)\s+)?(?:_{2,}|\d{4}\b)|\d{4}\s+(?:to|until|and|bis|a|à|y)\s+(?:\(\d+\)\s+)?_{2,}",
    re.IGNORECASE,
)
"""A blank in which a year of four digits tells when something happened: it ended in ___."""
_TWO_NUMBERS = re.compile(r"\d{1,2}\s?[./-]\s?\d{1,2}", re.ASCII)
_SHORT_YEAR = re.compile(r"(?:in\s+)?['’](?P<year>\d\d)\.?", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{4,}")


def is_same_span(answer: str, given: str) -> bool:
    """Return whether ``given`` names the first and the last year of a span, which may have months."""
    span, typed = _SPAN.fullmatch(answer), _TYPED_SPAN.fullmatch(given.strip(" ."))
    if span is None or typed is None or span.group("first", "last") != typed.group("first", "last"):
        return False
    months = filter(None, typed.group("month", "other"))
    return all(any(name.startswith(month.title()) for name in MONTHS) for month in months)


def grade_dates(key: AnswerKey, given: str) -> Verdict | None:
    """Grade a response to an answer that is a date; None if no accepted answer is a date, or the response is not."""
    verdicts = []
    if (short := _SHORT_YEAR.fullmatch(given.strip())) and asks_when(key.stem):
        given = next((answer for answer in key.answers if re.fullmatch(f"(?:19|20){short['year']}", answer)), given)
        if given in key.answers:
            return CORRECT
    if _lacks_era(given, key):
        return Verdict(Outcome.WRONG, 0.0, "The era is missing; the rest is right.")
    for answer in key.answers:
        date = _key_date(answer, key)
        if date is not None and (verdict := _grade_date(date, given, key)) is not None:
            verdicts.append(verdict)
    return max(verdicts, key=lambda verdict: (verdict.share, verdict.note or ""), default=None)


_BEFORE_CHRIST = re.compile(rf"(?P<year>\d{{1,4}})\s?{BEFORE_CHRIST}", re.ASCII)


def _lacks_era(given: str, key: AnswerKey) -> bool:
    """Return whether ``given`` is the number of a year before Christ, without what says so, unless the stem does."""
    if not given.strip(" .").isdecimal() or not asks_when(key.stem) or names_before_christ(key.stem):
        return False
    years = [found["year"] for found in map(_BEFORE_CHRIST.fullmatch, key.answers) if found]
    return len(years) == len(key.answers) and given.strip(" .") in years


def _grade_date(date: PartialDate, given: str, key: AnswerKey) -> Verdict | None:
    """Right if one reading of ``given`` fits ``date``; close if the month is misspelled; None if it is not a date.

    Every part of the answer is required, except the year if the stem gives it. A more precise date is accepted.
    """
    readings = dated_readings(given)
    corrected = None
    if not readings:
        corrected = _month_corrected(given)
        readings = dated_readings(corrected) if corrected else readings
    if not readings:
        return None
    if 0 < date.year < 100 and not _YEAR.search(given):
        readings = frozenset(replace(reading, year=reading.year % 100) for reading in readings if reading.year >= 0)
    if not date.month and not any(reading.month for reading in readings):
        return None  # a year compared with a year is a number, which may be a range
    years = {int(year) for year in _YEAR.findall(key.stem)}
    years |= {-int(year) for year in _YEAR_BC.findall(key.stem)}
    lacks = [lack for reading in readings if (lack := _lacking(date, reading, years)) is not None]
    if not lacks:
        return WRONG
    missing = min(lacks, key=len)
    if (asked := asked_part_of_date(key.stem)) is not None and asked not in missing and getattr(date, asked):
        missing = ()
    if missing:
        are = "is" if len(missing) == 1 else "are"
        note = f"The {series(missing)} {are} missing; the rest is right."
        return Verdict(Outcome.WRONG, 0.0, note)
    return CORRECT if corrected is None else Verdict.close(key.answers[0])


def _key_date(answer: str, key: AnswerKey) -> PartialDate | None:
    """Return ``answer`` as a date; without ``type: date``, it must have a month with a day or a year.

    Two numbers are a date only if the stem asks for one. A year alone counts too if the stem asks for it, to
    compare it with a response that has more than the year.
    """
    if key.type == "date":
        return parse_date(answer)
    if _YEAR.fullmatch(answer):
        return PartialDate(int(answer)) if asks_when(key.stem) or _YEAR_LEFT_OUT.search(key.stem) else None
    if (period := parse_period(answer)) is not None and period[0] == "year":
        return PartialDate(period[1]) if asks_when(key.stem) else None
    if _TWO_NUMBERS.fullmatch(answer) and not asks_when(key.stem):
        return None  # 1/13 is a fraction
    readings = dated_readings(answer)
    date = next(iter(readings)) if len(readings) == 1 else None
    return date if date is not None and date.month and (date.day or date.year) else None


def _lacking(date: PartialDate, given: PartialDate, stem_years: set[int]) -> tuple[str, ...] | None:
    """Return the parts of ``date`` that ``given`` lacks; None if the two contradict each other."""
    lacking = []
    parts = (("day", date.day, given.day), ("month", date.month, given.month), ("year", date.year, given.year))
    for name, right, said in parts:
        if right and said and right != said:
            return None
        if right and not said and not (name == "year" and right in stem_years):
            lacking.append(name)
    if not date.year and given.year and stem_years and given.year not in stem_years:
        return None
    return tuple(lacking) if any(right and said for _, right, said in parts) else None


def _month_corrected(given: str) -> str | None:
    """Return ``given`` with a misspelled month corrected, if only one month can be meant."""
    from rapidfuzz.distance import OSA

    for word in _WORD.findall(given):
        near = [month for month in MONTHS if OSA.distance(word.title(), month) <= (1 if len(month) <= 6 else 2)]
        if len(near) == 1:
            return given.replace(word, near[0], 1)
    return None
