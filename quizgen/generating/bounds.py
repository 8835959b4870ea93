"""Recognize answers that are a bound: if a plan was made after 1855, it was also made after 1833.

Wrong options for such an answer may lie on one side only, because the values on the other side are correct too.
"""

import re
from decimal import Decimal
from typing import Literal

from quizgen.text.dates import parse_date, parse_period
from quizgen.text.numbers import parse_number

Side = Literal[-1, 0, 1]
"""Where values are correct too: below the answer (-1), above it (1), or on neither side (0)."""

_TIMES: tuple[tuple[str, Side], ...] = (
    (r"after|no earlier than|not before", -1),
    (r"by|before|since|no later than|not after", 1),
)
_AMOUNTS: tuple[tuple[str, Side], ...] = (
    (r"more than|over|at least|no less than|no fewer than|above", -1),
    (r"less than|fewer than|under|at most|up to|no more than|below", 1),
)
_BEFORE_TIME = r"(?: the)?(?: (?:end|beginning|start|middle) of)?(?: the)?(?: year| early| late| mid)?[ -]$"
_BEFORE_AMOUNT = r" [$€£¥]?$"
_ASKED_TIME = r" (?:(?:which|what)(?: \w+)? (?:year|month|day|date|decade|century)\b|when\b)"
_ASKED_AMOUNT = r" (?:how (?:many|much)|(?:which|what) )"
_AFTER_AMOUNT: tuple[tuple[str, Side], ...] = (
    (r"(?: [\w-]+){0,3} or (?:more|over|above|longer|older)\b", -1),
    (r"(?: [\w-]+){0,3} or (?:less|fewer|under|below|shorter|younger)\b", 1),
)
_FIGURE = re.compile(r"\d[\d,]*(?:\.\d+)?")


def correct_side(answer: str, before: str, after: str, stem: str) -> Side:
    """Return on which side of ``answer`` other values are correct too.

    ``before`` and ``after`` are the rest of the statement, and ``stem`` is the question about the answer, if any.
    """
    if parse_date(answer) is not None or parse_period(answer) is not None:
        words, place, asked = _TIMES, _BEFORE_TIME, _ASKED_TIME
    else:
        words, place, asked = _AMOUNTS, _BEFORE_AMOUNT, _ASKED_AMOUNT
        for pattern, side in _AFTER_AMOUNT:
            if re.match(pattern, after):
                return side
    for pattern, side in words:
        if re.search(rf"\b(?:{pattern}){place}", before, re.IGNORECASE) or re.search(
            rf"\b(?:{pattern}){asked}", stem, re.IGNORECASE
        ):
            return side
    return 0


def is_on_side(other: str, answer: str, side: Side) -> bool:
    """Return whether the value ``other`` is on that ``side`` of ``answer``."""
    one, bound = _value(other), _value(answer)
    return one is not None and bound is not None and ((side < 0 and one < bound) or (side > 0 and one > bound))


def _value(text: str) -> tuple[Decimal, int, int] | None:
    if (date := parse_date(text)) is not None:
        return Decimal(date.year), date.month, date.day
    if (period := parse_period(text)) is not None:
        unit, number = period
        return Decimal(number * 100 - 100 if unit == "century" else number), 0, 0
    found = _FIGURE.search(text)
    number_read = parse_number(found[0] if found is not None else text)
    return (number_read, 0, 0) if number_read is not None else None
