"""Recognize answers that are a bound: if a plan was made after 1855, it was also made after 1833.

Wrong options for such an answer may lie on one side only, because the values on the other side are correct too.
"""

import re
from decimal import Decimal
from typing import Literal

from quizgen.generating.near_words import fraction_of
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import MONTH, parse_date, parse_period
from quizgen.text.numbers import number_word_run, parse_number

Side = Literal[-1, 0, 1]
"""Where values are correct too: below the answer (-1), above it (1), or on neither side (0)."""

_EXCEEDS = (
    r"exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|pass(?:es|ed|ing)? the (?:age|mark|limit|height|depth|number|figure) of"
)
_TIMES: tuple[tuple[str, Side], ...] = (
    (r"after|no earlier than|not before", -1),
    (r"by|before|since|no later than|not after", 1),
)
_AMOUNTS: tuple[tuple[str, Side], ...] = (
    (rf"more than|over|at least|no less than|no fewer than|above|beyond|{_EXCEEDS}", -1),
    (r"less than|fewer than|under|at most|up to|no more than|below|within", 1),
)
_BEFORE_TIME = (
    r"(?: the)?(?: (?:end|beginning|start|middle) of)?(?: the)?(?: year| early| late| mid)?"
    rf"(?: (?:\d{{1,2}} )?(?:{MONTH})(?: \d{{1,2}})?,?)?[ -]$"
)
_BEFORE_AMOUNT = rf" [{CURRENCY_SIGNS}]?$"
_ASKED_TIME = r" (?:(?:which|what)(?: \w+)? (?:year|month|day|date|decade|century)\b|when\b)"
_ASKED_AMOUNT = r" (?:how (?:many|much)|(?:which|what) )"
_AFTER_AMOUNT: tuple[tuple[str, Side], ...] = (
    (r"(?: [\w-]+){0,3} or (?:more|over|above|longer|older)\b", -1),
    (r"(?: [\w-]+){0,3} or (?:less|fewer|under|below|shorter|younger)\b", 1),
)
_ASKED_ANYWHERE: tuple[tuple[str, Side], ...] = (
    (r"\bat (?:the )?(?:very )?least\b|\bat a minimum\b", -1),
    (r"\bat (?:the )?(?:very )?most\b|\bat a maximum\b", 1),
)
"""What makes an amount in the answer a bound, wherever it is in the stem: "How many were there, at the least?"."""
_SUBJECT_ASKED = r"[^?,]*? (?:has|have|had|did|do|does|can|could) (?:[\w’'-]+ ){1,8}?(?<!been )(?<!be )"
_NO_OBJECT = r"\b(?! (?:the|an?|its?|this|that|all|any|every|each|them|those)\b)"
_LIMIT_ASKED = re.compile(
    r"\b(?:(?:(?!rather|other)[a-z]{2,}er|more|less) than|at (?:least|most)|up to) (?:how (?:many|much)|what|which)\b"
    # "What length did the wall exceed?", "What age have they passed?"
    rf"|\b(?:what|which|how (?:many|much))\b{_SUBJECT_ASKED}"
    rf"(?:(?:exceed|surpass)(?:ed)?|(?:go|gone) beyond){_NO_OBJECT}"
    r"|\b(?:what|which) (?:[a-z]+ )?(?:age|height|depth|speed|temperature|weight|length|distance|price|size|level"
    rf"|figure|mark|number|value|population|total)\b{_SUBJECT_ASKED}pass(?:ed)?{_NO_OBJECT}",
    re.IGNORECASE,
)
_SUBJECT_BEYOND = re.compile(
    r"(?:(?:An?|The|Any|All) )?(?:[\w-]+ ){1,3}(?:(?:of|with|at|from) )?"
    r"(?:more than|over|at least|above|less than|under|below) "
)
_FRONTED = re.compile(r"(?:More than|Over|At least|Above|Less than|Under|Below) ")
_BEFORE_CLAUSE = re.compile(r"[^,.;:]{0,30}, ")
_GENERALLY = re.compile(
    r" [^,.;:]*?\b(?:can|cannot|may|must|will|should|is|are|needs?|has to|have to|causes?|becomes?)\b"
)
_OPPOSITE: dict[Side, Side] = {-1: 1, 0: 0, 1: -1}
_SHARED_OUT = re.compile(
    r"\b(?:divid\w+|split\w*|shar(?:e[sd]?|ing)|pairs?|each|apiece|every|per|groups|teams|halves|double|twice|times|total"
    r"|altogether)\b"
)
_NUMBER = re.compile(r"(?<![\d,.])\d{1,3}(?![\d,.]*\d)|[a-z]+(?:-[a-z]+)?", re.IGNORECASE)
RANGE_END = re.compile(
    r"\b(?:[Bb]etween|[Ff]rom) (?:the )?(?:[a-z]+ of )?(?:about |some |only )?[\w.,-]+(?: [a-z]+)? (?:and|to) $"
)
"""What precedes the far end of a range: "between three months and"."""
RANGE_BEGINS = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?$")
"""What is before the first end of a range or of a way: "from" in "from Maine to Texas"."""
FIGURE = re.compile(r"(?<![^\W\d_])(?<![^\W\d_]-)\d[\d,]*(?:\.\d+)?")
"""A number in figures, but not that in a name such as "Foton-M2"."""


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
        for pattern, side in _ASKED_ANYWHERE:
            if re.search(pattern, stem, re.IGNORECASE):
                return side
    for pattern, side in words:
        if re.search(rf"\b(?:{pattern}){place}", before, re.IGNORECASE) or re.search(
            rf"\b(?:{pattern}){asked}", stem, re.IGNORECASE
        ):
            return _OPPOSITE[side] if words is _AMOUNTS and is_condition(before, after) else side
    return 0


def asks_for_limit(stem: str) -> bool:
    """Return whether ``stem`` asks for an amount that is only a limit.

    The smallest option is right for "More than how many?" and "What age did she pass?", the largest for "Up to what?".
    """
    return _LIMIT_ASKED.search(stem) is not None


def is_condition(before: str, after: str) -> bool:
    """Return whether the amount between ``before`` and ``after`` is one beyond which a statement is always true.

    "Sounds of more than 85 decibels can damage hearing" is true of 120 decibels, too, and "Below 0 degrees, water
    freezes" is true of lower temperatures.
    """
    return (_SUBJECT_BEYOND.fullmatch(before) is not None and _GENERALLY.match(after) is not None) or (
        _FRONTED.fullmatch(before) is not None and _BEFORE_CLAUSE.match(after) is not None
    )


def possible_side(answer: str, before: str) -> Side:
    """Return on which side of the amount ``answer`` the exact one is, after the words ``before`` it: "more than"."""
    if parse_date(answer) is not None or parse_period(answer) is not None:
        return 0
    side = correct_side(answer, before, "", "")
    return 1 if side < 0 else -1 if side > 0 else 0


def follows_from_another(answer: str, rest: str) -> bool:
    """Return whether another number in ``rest`` says what ``answer`` can be: "nine sailors" are not "six pairs"."""
    own = value_of(answer)
    if own is None or not 1 < own[0] < 1000 or _SHARED_OUT.search(rest) is None:
        return False
    others = (_small_number(found[0]) for found in _NUMBER.finditer(rest))
    return any(other > 1 and (own[0] % other == 0 or other % own[0] == 0) for other in others)


def _small_number(word: str) -> int:
    if word.isdecimal():
        return int(word)
    words = tuple(word.lower().split("-"))
    length, value = number_word_run(words)
    return value if value is not None and length == len(words) else 0


def is_on_side(other: str, answer: str, side: Side) -> bool:
    """Return whether the value ``other`` is on that ``side`` of ``answer``."""
    one, bound = value_of(other), value_of(answer)
    return one is not None and bound is not None and ((side < 0 and one < bound) or (side > 0 and one > bound))


def is_beyond(bound: Decimal | int, own: Decimal | int, other: Decimal | int) -> bool:
    """Return whether ``other`` reaches ``bound``, a value named in the question, or is on its other side."""
    return bound != own and (own < bound <= other or other <= bound < own)


def value_of(text: str) -> tuple[Decimal, int, int] | None:
    """Return what dates, periods and amounts are compared by: the number or year in ``text``, its month, and its day.

    Returns None if ``text`` has none of them.
    """
    if (date := parse_date(text)) is not None:
        return Decimal(date.year), date.month, date.day
    if (period := parse_period(text)) is not None:
        unit, number = period
        return Decimal(number * 100 - 100 if unit == "century" else number), 0, 0
    found = FIGURE.search(text)
    number_read = parse_number(found[0]) if found is not None else _in_words(text)
    return (number_read, 0, 0) if number_read is not None else None


def _in_words(text: str) -> Decimal | None:
    if (fraction := fraction_of(text)) is not None:
        return fraction
    words = text.lower().replace("-", " ").split()
    if words[:2] == ["half", "a"]:
        whole = number_word_run(tuple(words[1:]))[1]
        return Decimal(whole) / 2 if whole is not None else None
    length, value = number_word_run(tuple(words))
    if value is not None and words[length : length + 3] == ["and", "a", "half"]:
        scale = number_word_run(("one", *words[length + 3 :]))[1] or 1
        return (value + Decimal("0.5")) * scale
    return Decimal(value) if value is not None else None
