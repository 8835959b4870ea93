"""Dates, in the precision that the answer has."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.verdict import CORRECT, WRONG, Outcome, Verdict
from quizgen.text.dates import MONTHS, PartialDate, date_readings, parse_date

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{4,}")


def grade_date(key: PartialDate, given: str, task: AnswerKey) -> Verdict | None:
    """Right where one reading of ``given`` fits ``key``; close where the month is misspelt; None where it is no date.

    A part that the answer has must be there, the year only where the stem does not give it. What is said beyond the
    answer's precision does no harm, but for a year that is not the stem's.
    """
    readings = date_readings(given)
    mended = None
    if not readings:
        mended = _month_mended(given)
        readings = date_readings(mended) if mended else readings
    if not readings:
        return None
    years = {int(year) for year in _YEAR.findall(task.stem)}
    lacks = [lack for reading in readings if (lack := _lacking(key, reading, years)) is not None]
    if not lacks:
        return WRONG
    missing = min(lacks, key=len)
    if missing:
        return Verdict(
            Outcome.WRONG, 0.0, f"Right so far, but the {' and '.join(missing)} is missing: {task.answers[0]}."
        )
    return CORRECT if mended is None else Verdict(Outcome.CLOSE, 1.0, f"Spelt {task.answers[0]}.")


def key_date(answer: str, task: AnswerKey) -> PartialDate | None:
    """The date that ``answer`` is. Where no date is stated to be meant, only a month beside a day or year makes one."""
    if task.type == "date":
        return parse_date(answer)
    readings = date_readings(answer)
    date = next(iter(readings)) if len(readings) == 1 else None
    return date if date is not None and date.month and (date.day or date.year) else None


def _lacking(key: PartialDate, given: PartialDate, stem_years: set[int]) -> tuple[str, ...] | None:
    """The parts of ``key`` that ``given`` lacks; None where it contradicts."""
    lacking = []
    for name, right, said in (
        ("day", key.day, given.day),
        ("month", key.month, given.month),
        ("year", key.year, given.year),
    ):
        if right and said and right != said:
            return None
        if right and not said and not (name == "year" and right in stem_years):
            lacking.append(name)
    if not key.year and given.year and stem_years and given.year not in stem_years:
        return None
    shared = any(
        right and said for right, said in ((key.day, given.day), (key.month, given.month), (key.year, given.year))
    )
    return tuple(lacking) if shared else None


def _month_mended(given: str) -> str | None:
    """``given`` with a misspelt month put right, where only one month can be meant."""
    from rapidfuzz.distance import OSA

    for word in _WORD.findall(given):
        near = [month for month in MONTHS if OSA.distance(word.title(), month) <= (1 if len(month) <= 6 else 2)]
        if len(near) == 1:
            return given.replace(word, near[0], 1)
    return None
