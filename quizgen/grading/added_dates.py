"""Dates that a response may add to a name, unless they are known to be wrong: Waterloo (18 June 1815)."""

import re
from typing import TYPE_CHECKING

from quizgen.grading.answer_key import AnswerKey
from quizgen.text.dates import BEFORE_CHRIST
from quizgen.text.lazy_pattern import lazy_pattern

if TYPE_CHECKING:
    from quizgen.text.dates import PartialDate

_YEAR = lazy_pattern(r"(?<![\d.,])\d{3,4}(?![\d.,]*\d)|(?<![\d.,])\d{1,4}(?=\s?(?:BC|AD|CE)\b)|(?<=AD )\d{1,4}")
_YEARS = lazy_pattern(r"(?P<first>\d{2,4})(?:\s?(?:-|–|to)\s?(?P<last>\d{2,4}))?(?:\s?(?:AD|BCE?|CE))?")
_DATED = lazy_pattern(
    r"(?P<before>.{2,100}?[^,\s(])(?:,\s+(?:(?:in|of|on|from)\s+)?|\s+(?:in|of|on|from)\s+|(?<=\bAct)\s+|\s*\()(?:the\s+)?"
    r"(?:year\s+)?(?P<date>(?:(?:about|around|circa|ca?\.|AD)\s*|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s+)?\d[^()]*)\)?\.?"
)
"""A name, and when it was: Trafalgar (21 October 1805), Hastings in 1066."""
_SHARE = lazy_pattern(r"(?:about|around|approximately|~|ca\.?)?\s*\d{1,3}(?:\.\d+)?\s?(?:%|percent)")
_ERA = lazy_pattern(r"\b([AB])\.?\s?([CD])\b\.?")
_DATE = lazy_pattern(
    r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+(?:of\s+)?[A-Z][a-z]{2,8}\.?,?\s+\d{3,4}"
    r"|[A-Z][a-z]{2,8}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{3,4})\b"
)

_BOUND = lazy_pattern(r"\b(?:(?P<after>after|since)|until|before|by)\s+(?:\w+\s+)?(?P<year>\d{4})\b", re.IGNORECASE)
"""A year of which a stem only says that something was earlier or later."""


def without_date(given: str, key: AnswerKey) -> str | None:
    """When something was, after its name, unless that is known to be wrong: the Battle of Waterloo (18 June 1815)."""
    found = _DATED.fullmatch(given)
    return found["before"] if found and _may_be_date(found["date"], key) else None


def _may_be_date(date: str, key: AnswerKey) -> bool:
    """Return whether the years that are known include those of ``date``, and no other day in them is known.

    If none are known, any date will do that the stem does not put before or after it, and any share.
    """
    known = _known_dates(key)
    if not (years := set(_YEAR.findall(known))):
        said = _YEAR.findall(date)
        within = all(_is_within(year, bound) for year in said for bound in _BOUND.finditer(key.stem))
        return within if said else _SHARE.fullmatch(date) is not None
    date = _ERA.sub(r"\1\2", date.strip())
    if span := _YEARS.fullmatch(date):
        first, last = span["first"], span["last"] or span["first"]
        eras = {era for era in ("BC", "AD") if era in date}
        return {first, first[: len(first) - len(last)] + last} <= years and all(era in known for era in eras)
    from quizgen.text.dates import dated_readings

    days = [reading for written in _DATE.findall(known) for reading in dated_readings(written)]
    return any(
        said.month
        and str(abs(said.year)) in years
        and (said.year > 0 or "BC" in known)
        and _is_one_of(said, [date for date in days if date.year == abs(said.year)])
        for said in dated_readings(date)
    )


def _known_dates(key: AnswerKey) -> str:
    """Return the texts that date the answer: what the question says, and the table of events."""
    from quizgen.text.event_dates import date_of_event

    texts = (key.said_by_question, *(date_of_event(form.normal) for form in key.forms))
    return _ERA.sub(r"\1\2", _BOUND.sub("", " ".join(texts)))


def _is_within(year: str, bound: re.Match[str]) -> bool:
    if bound["after"]:
        return int(year) >= int(bound["year"])
    return int(year) <= int(bound["year"])


def _is_one_of(said: "PartialDate", known: "list[PartialDate]") -> bool:
    """Return whether ``said`` is one of the ``known`` dates of its year, of which there may be none."""
    return not known or any(said.month == date.month and said.day in {0, date.day} for date in known)


def name_with_wrong_date(given: str, key: AnswerKey) -> str | None:
    """Return the name in ``given`` before a date that is known to be wrong: Waterloo (1066)."""
    found = _DATED.fullmatch(given)
    return found["before"] if found and adds_wrong_year(given, found["before"], key) else None


def adds_wrong_year(given: str, rest: str, key: AnswerKey) -> bool:
    """Return whether ``given`` has a year that neither ``rest`` nor the known dates have, if there are any of those."""
    known = set(_YEAR.findall(_known_dates(key)))
    return bool(known) and not set(_YEAR.findall(given)) <= {*_YEAR.findall(rest), *known}


_BEFORE_CHRIST = lazy_pattern(
    rf"(?:from\s+|between\s+)?(?P<first>\d{{1,4}})(?:\s?{BEFORE_CHRIST})?\s?(?:-|–|to|until|till|and)\s?(?P<last>\d{{1,4}})"
    rf"\s?{BEFORE_CHRIST}",
    re.IGNORECASE,
)


def years_before_christ(given: str, key: AnswerKey) -> str | None:
    """Years before Christ with other words between them: from 431 BC to 404 BC, for 431-404 BC."""
    found = _BEFORE_CHRIST.fullmatch(given.strip(" ."))
    if found is None:
        return None
    spans = ((answer, _BEFORE_CHRIST.fullmatch(answer)) for answer in key.answers)
    return next((answer for answer, span in spans if span is not None and span.groups() == found.groups()), None)
