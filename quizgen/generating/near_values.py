"""Make numbers and dates that are near a correct one and written in the same way."""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

from quizgen.text.amounts import split_scale
from quizgen.text.dates import CENTURY_WORDS, PartialDate

_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d.,]*\d)|(?<![\d.,])\d{1,15}(?:\.\d+)?(?![\d.,]*\d)")
_YEAR = re.compile(r"(?<![\d.,])\d{3,4}(?![\d.,]*\d)")

SHARES = (Decimal("0.1"), Decimal("0.2"), Decimal("0.35"))
"""How far from the correct number a proposed one is, as a share of it."""
_FARTHER = (Decimal(1), Decimal("1.4"), Decimal("1.8"))
"""The same in margins, if a number has to be farther away than the nearest share."""
_TIMES_APART = (Decimal(1), Decimal("1.3"), Decimal("1.7"))
FARTHEST_RATIO = Decimal("1.4")
"""The largest ratio of two numbers that can be confused."""
FARTHEST_BELOW = Decimal("1.6")
"""The largest ratio of the correct number and a smaller one that is made from it."""
YEARS_SHARE = 0.15
"""How far a year may be, as a share of the time since: few people confuse 1990 with 1970, but 1610 with 1590."""
NEAREST = 6
"""The smallest distance in years of the farthest year; nearer years are a matter of luck."""
FARTHEST = 30
"""The largest distance in years."""
FARTHEST_DAY = 12
"""The same for a day or a month: nobody has to know those of a year that is wrong by decades."""
_ROUGHLY = ((1500, 100), (1700, 50), (1850, 30))
"""The smallest distance in years from one before each year that is only approximate."""
_ROUGHLY_RECENT = 20
_ROUGHLY_TIMES = (Decimal(1), Decimal("1.5"), Decimal(2))
"""How many such distances away wrong years are."""
_ROUGHLY_WITH_MONTH = 10
_NONE = Decimal(0)
_SPAN = re.compile(r"(?P<first>[12]\d{3})(?P<between> (?:to|and|or) |[-–/])(?P<last>[12]\d{3})")
_PERIOD = re.compile(
    r"(?<![\w.,-])(?P<years>[1-9]\d{1,2}0)(?=['’]?s\b)(?!.*\bB\.?C)"
    rf"|\b(?P<century>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(sorted(CENTURY_WORDS, key=len, reverse=True))})"
    r"(?=[ -]century\b)(?!.*\bB\.?C)",
    re.IGNORECASE,
)
_YEAR_BC = re.compile(r"(?P<year>[1-9]\d{0,3})(?P<era> (?:BCE?|B\.C\.(?:E\.)?))")
_STEPS_BC = 6
_PERIODS = (-2, -1, 1, 2)
_FIRST_DECADE = 2000
_DAYS = (-4, 3, -9, 8, -14, 13, 18)
_WEEKS = (-23, 19, -44, 36, -68, 61)
_NO_LEAP_YEAR = 2001
_SMALL = 10
_PRECISE = 100
"""A number of so many steps is an exact one, such as 363."""
_EXACT_SHARES = (Decimal("0.02"), Decimal("0.035"), Decimal("0.05"))
"""The shares for a figure as exact as 273.15: who knows roughly what it is would rule out all others."""
_DECIMALS = 2
_FIVES, _TENS, _FIFTIES, _ROUND, _HUNDRED = 5, 10, 50, 20, 100
_ROUND_DIGITS = tuple(map(Decimal, ("1", "1.5", "2", "3", "4", "5", "6", "8")))
_ROUND_APART, _ROUND_APART_IN_STATEMENT = Decimal("1.3"), Decimal("1.9")
"""The smallest factors between round numbers: nobody confuses 400 with 500 by more than luck."""
_TINY = Decimal(2)
_LARGER_SHARES = ("5", "7.5", "12.5", "20")
_NATURAL = {"minute": 15, "hour": 12, "day": 7, "month": 6}
"""Steps between usual amounts of time: 24 hours are a day, and nobody takes 21 hours for a plausible answer."""


def near_numbers(
    text: str,
    own: Decimal,
    unit: str | None,
    margin: Decimal = _NONE,
    ratio: Decimal = _NONE,
    *,
    is_grouped: bool = True,
    is_asked: bool = True,
) -> Iterator[str]:
    """Yield ``text`` with its number ``own`` replaced by larger and smaller ones that are as round.

    Those for a number that ``is_asked`` for may be nearer than those for a false statement.

    They differ from it at least by ``margin`` and, if that is given, by the factor ``ratio``. If ``is_grouped``, those
    of four digits have a comma. Yields nothing if ``text`` writes the number in another way, for example in words.
    """
    found = _NUMBER.findall(text)
    if len(found) == 1 and (scale := split_scale(text.partition(found[0])[2].lstrip())[0]) != 1:
        own, margin = own / scale, margin / scale  # "318 million"
    if len(found) != 1 or Decimal(found[0].replace(",", "")) != own or own <= 0:
        return
    if not ratio and (others := list(_round_or_tiny(own, found[0], text, unit, is_asked=is_asked))):
        yield from (
            text.replace(found[0], _as_written(value, found[0], is_grouped=is_grouped))
            for value in others
            if abs(value - own) >= margin
        )
        return
    step = max(_roundness(own), _natural_step(own, unit))
    highest = None if not _is_share(text, unit) or own > 100 else 95 if own <= 90 else 100
    if ratio:
        for rounded in _apart(own, step, ratio):
            is_half_round = own % (_FIVES * _place(own)) == 0  # 450 is hardly less round than 600
            value = rounded if rounded <= 0 or is_half_round else _as_precise(rounded, own, step)
            if value > 0 and abs(value - own) >= margin and (highest is None or value <= highest):
                yield text.replace(found[0], _as_written(value, found[0], is_grouped=is_grouped))
        return
    is_exact = _is_exact(text, found[0], own)
    if is_exact:
        step = Decimal(1).scaleb(1 - len(found[0].partition(".")[2]))  # so that all end in the same digit
    distances = [own * share for share in (_EXACT_SHARES if is_exact else SHARES)]
    if margin > distances[0]:
        distances = [max(margin * times, step) for times in _FARTHER]
    if _is_of_few_digits(own):  # 2,200 is too near to 2,000
        distances = [max(wanted, own * SHARES[1]) for wanted in distances]
    values: list[Decimal] = []
    for place, wanted in enumerate(distances):
        steps = max((wanted / step).to_integral_value(), Decimal(place + 1))
        if steps * step < margin:
            steps += 1
        if _SMALL <= own < _HUNDRED and step == 1:
            steps += steps % 2  # nobody knows 13 from 14, and the only even number would stand out
        distance = steps * step
        for value in (own - distance, own + distance):
            is_far = step != _natural_step(own, unit) and value * FARTHEST_BELOW < own  # after rounding to steps
            if value > 0 and not is_far and (highest is None or value <= highest):
                values.append(value)
    for value in values:
        precise = value if is_exact or (moved := _as_precise(value, own, step)) in values else moved
        if highest is None or precise <= highest:
            yield text.replace(found[0], _as_written(precise, found[0], is_grouped=is_grouped))


def _round_or_tiny(own: Decimal, figures: str, text: str, unit: str | None, *, is_asked: bool) -> Iterator[Decimal]:
    """Yield round numbers for one that is as round as 100, and larger ones for a share as small as 1.5 percent.

    Who knows that a reward was 100 pounds takes 120 for no reward, and who knows that a share is tiny need not know
    the figure after its point.
    """
    if _is_share(text, unit):
        if own < _TINY and "." in figures:
            yield from (Decimal(value) for value in _LARGER_SHARES)
        return
    if not _is_of_one_digit(own) or "." in figures or _natural_step(own, unit):
        return
    scale = Decimal(1).scaleb(own.adjusted())
    apart = _ROUND_APART if is_asked else _ROUND_APART_IN_STATEMENT
    amounts = [digits * scale * times for times in (Decimal("0.1"), 1, 10) for digits in _ROUND_DIGITS]
    yield from sorted((one for one in amounts if one * apart <= own), reverse=True)[:2]
    yield from [one for one in amounts if one >= own * apart][:2]


def _apart(own: Decimal, step: Decimal, ratio: Decimal) -> Iterator[Decimal]:
    """Yield numbers of whole steps that are at least by the factor ``ratio`` smaller or larger than ``own``."""
    is_round = _is_of_few_digits(own) or (own % _FIVES == 0 if own < _HUNDRED else own % _FIFTIES == 0)
    for times in _TIMES_APART:
        for value, rounding in ((own / (ratio * times), ROUND_FLOOR), (own * ratio * times, ROUND_CEILING)):
            # Who says about 40 does not say about 105.
            is_rounder = is_round and own % Decimal(5).scaleb(own.adjusted() - 1) == 0
            wanted = max(step, Decimal(5).scaleb(value.adjusted() - 1)) if is_rounder else step
            if is_round and own >= _SMALL:
                wanted = max(wanted, Decimal(_FIVES))
            nearest = (value / wanted).to_integral_value() * wanted
            is_far = nearest > 0 and max(nearest, own) >= ratio * min(nearest, own)
            yield nearest if is_far else (value / wanted).to_integral_value(rounding) * wanted


def _as_precise(value: Decimal, own: Decimal, step: Decimal) -> Decimal:
    """Return ``value``, moved away from ``own`` by a few steps if it is rounder, so that ``own`` would stand out.

    Who sees 92 among 60 and 110, or 360,000 among 700,000 and 900,000, takes the exact figure for the correct one.
    """
    place = _place(own)
    if value.adjusted() > own.adjusted() and own >= _PRECISE:
        place = place.scaleb(value.adjusted() - own.adjusted())
    if own < place * 10 or _place(value) <= place or step >= place * 10:
        return value
    tens = value / (place * 10)
    # By an even number of places, or the only even number would stand out.
    moved = step if step > place else place * (2 if own < _PRECISE else tens % 8 + 1)
    return value + moved if value > own else value - moved


def _place(number: Decimal) -> Decimal:
    """Return the place of the last digit of ``number`` that is not zero: 10,000 for 360,000, and 0.1 for 4.60."""
    exponent = number.normalize().as_tuple().exponent
    assert isinstance(exponent, int)  # not infinite
    return Decimal(1).scaleb(exponent)


def near_dates(
    text: str, own: PartialDate, latest: int, reach: int, *, same_year: bool, same_month: bool, is_rough: bool = False
) -> Iterator[str]:
    """Yield ``text`` with another year, month, or day near ``own``, at the latest in the year ``latest``.

    A year is farther away the longer ago it is, but at most ``reach`` years or six. The month or day of another year
    is another one too, unless all dates are in the ``same_month``: what has to be known is when it was, not which
    month of a year that the options give away. If all are in the ``same_year``, a day is some weeks away, so that the
    question is not about a day more or less. If ``own`` ``is_rough``, years nearby may be correct, too. Yields nothing
    if ``text`` names a weekday, or a month alone.
    """
    if re.search(r"\w+day\b", text):
        return
    is_usual = str(own) == text and own.month > 0
    if is_usual and (same_year or not own.year) and (own.year or own.day):
        yield from (str(other) for other in _neighbors(own, same_month=same_month) if other.year <= latest)
        return
    if not own.year:
        return
    reach = min(reach, FARTHEST_DAY) if own.month else reach
    near = _years_around(own.year, least_around(own)) if is_rough else _years_near(own.year, latest, reach)
    years = [year for year in near if year <= latest]
    yield from dates_in_years(text, own, years, same_month=same_month)


def dates_in_years(text: str, own: PartialDate, years: Iterable[int], *, same_month: bool) -> Iterator[str]:
    """Yield ``text``, the date ``own``, in each of ``years``, with another month or day as in ``near_dates``."""
    if str(own) != text or not own.month:
        if _YEAR.findall(text) == [str(own.year)]:
            yield from (text.replace(str(own.year), str(year)) for year in years)
        return
    others = list(_neighbors(own, same_month=same_month))
    for place, year in enumerate(years):
        other = own if same_month and not own.day else others[place % len(others)]
        day = min(other.day, monthrange(year, other.month)[1])
        yield str(PartialDate(year, other.month, day))


def months_or_days_near(text: str, own: PartialDate) -> Iterator[str]:
    """Yield dates some months or weeks before and after ``own``, the date that ``text`` is, if it has a month."""
    if str(own) == text and own.year and own.month:
        found = list(_neighbors(own, same_month=False))
        yield from map(str, found)
        if own.day:  # in December and January, most others are of another year
            yield from (str(other) for other in _neighbors(own, same_month=True) if abs(other.day - own.day) > _FIVES)


def near_periods(text: str, latest: int) -> Iterator[str]:
    """Yield ``text`` with its decade or century replaced by others that begin at the latest in the year ``latest``."""
    found = _PERIOD.search(text)
    if found is None:
        return
    if found["years"] is not None:
        own = int(found["years"])
        # "The 1800s" are a century, but "the 2000s" are a decade.
        step = 100 if own % 100 == 0 and own < _FIRST_DECADE else 10
        others = ((own + step * steps, f"{own + step * steps}") for steps in _PERIODS)
        bounds = found.span("years")
    else:
        model = found["century"]
        own = int(model[:-2]) if model[0].isdecimal() else CENTURY_WORDS.index(model.lower()) + 1
        others = ((100 * (number - 1), _ordinal(number, model)) for steps in _PERIODS if (number := own + steps) > 0)
        bounds = found.span("century")
    for start, written in others:
        if 0 < start <= latest:
            yield f"{text[: bounds[0]]}{written}{text[bounds[1] :]}"


def near_spans(text: str, latest: int, reach: int) -> Iterator[str]:
    """Yield the years of ``text``, such as "1535 to 1536", all moved by so much that they do not overlap with it."""
    found = _SPAN.fullmatch(text)
    if found is None or (length := int(found["last"]) - int(found["first"])) <= 0:
        return
    for year in _years_near(int(found["first"]), latest, reach):
        if abs(year - int(found["first"])) > length and year + length <= latest:
            yield f"{year}{found['between']}{year + length}"


def near_years_bc(text: str, *, is_rough: bool) -> Iterator[str]:
    """Yield ``text``, a year BC, with other years that are as round and as far away as the steps of such years.

    If it ``is_rough``, they are at least a century away.
    """
    found = _YEAR_BC.fullmatch(text)
    if found is None:
        return
    own = int(found["year"])
    step = next(step for step in (_HUNDRED, _FIFTIES, _TENS, 1) if own % step == 0)
    step = max(step, _HUNDRED if is_rough else _STEPS_BC)
    for steps in (1, -1, 2, -2):
        if own + steps * step > 0:
            yield f"{own + steps * step}{found['era']}"


def is_near(number: Decimal, own: Decimal) -> bool:
    """Return whether ``number`` is near enough to ``own`` to be confused with it."""
    return own * number > 0 and max(own, number) <= FARTHEST_RATIO * min(own, number)


def least_around(own: PartialDate) -> int:
    """Return how many years away from ``own``, a date that is only approximate, another one is clearly wrong.

    "Around 1280" may be 1300, but not 1180; "around 1950" may be 1945, but not 1930.
    """
    if own.month:
        return _ROUGHLY_WITH_MONTH
    return next((least for before, least in _ROUGHLY if own.year < before), _ROUGHLY_RECENT)


def _years_around(own: int, least: int) -> Iterator[int]:
    """Yield years at least so far from ``own``, by multiples of ten, so that they are as round."""
    for times in _ROUGHLY_TIMES:
        distance = int((least * times / _TENS).to_integral_value(ROUND_CEILING)) * _TENS
        yield from (own - distance, own + distance)


def _years_near(own: int, latest: int, reach: int) -> Iterator[int]:
    farthest = max(min(round((latest - own) * YEARS_SHARE), reach, FARTHEST), NEAREST)
    for part in (1, 2, 3):
        distance = max(round(farthest * part / 3), part)
        yield from (own - distance, own + distance)


def _neighbors(own: PartialDate, *, same_month: bool) -> Iterator[PartialDate]:
    if not own.day:
        for months in (-2, 1, -1, 2, -4, 3):
            year, month = divmod(own.year * 12 + own.month - 1 + months, 12)
            yield PartialDate(year, month + 1)
        return
    day = date(own.year or _NO_LEAP_YEAR, own.month, min(own.day, monthrange(own.year or _NO_LEAP_YEAR, own.month)[1]))
    for days in _DAYS if same_month else _WEEKS:
        other = day + timedelta(days)
        yield PartialDate(other.year if own.year else 0, other.month, other.day)


def _ordinal(number: int, model: str) -> str:
    """Return ``number`` as an ordinal, in figures or in words like ``model``."""
    if model[0].isdecimal():
        ending = "th" if 10 < number % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
        return f"{number}{ending}"
    word = CENTURY_WORDS[number - 1] if number <= len(CENTURY_WORDS) else f"{number}th"
    return word.capitalize() if model[0].isupper() else word


def _natural_step(own: Decimal, unit: str | None) -> Decimal:
    """Return the usual step of an amount of time that is a multiple of it, or else zero."""
    for name, step in _NATURAL.items():
        if re.search(rf"\b{name}s?\b", unit or "") and own % step == 0:
            return Decimal(step)
    return Decimal(0)


def _roundness(number: Decimal) -> Decimal:
    """Return the largest power of ten, or five times one, that divides ``number`` and is at most a tenth of it.

    For a multiple of 5 of at least 20, it is at least 5, because 33 is not as round as 25. For hundreds, thousands and
    so on, it is half of one, or a fifth: 320 is not as round as 400.
    """
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)  # not infinite
    step = best = Decimal(1).scaleb(min(exponent, 0))
    while step * 10 <= number:
        for candidate in (step, step * 5):
            if number % candidate == 0 and candidate * 10 <= number:
                best = max(best, candidate)
        step *= 10
    if _is_of_one_digit(number):
        return step / 2 if number >= 3 * step else step / 5
    return max(best, Decimal(_FIVES)) if number >= _ROUND and number % _FIVES == 0 else best


def _is_of_one_digit(number: Decimal) -> bool:
    """Return whether ``number`` is a multiple of a hundred, a thousand and so on with one digit before the zeros."""
    return number >= _HUNDRED and number % Decimal(1).scaleb(number.adjusted()) == 0


def _is_of_few_digits(number: Decimal) -> bool:
    """Return whether ``number`` is as round as 400 or 1,300."""
    is_of_two = number >= 10 * _HUNDRED and number % Decimal(1).scaleb(number.adjusted() - 1) == 0
    return is_of_two or _is_of_one_digit(number)


def _is_share(text: str, unit: str | None) -> bool:
    return re.search(r"%|per ?cent", f"{text} {unit or ''}") is not None


def _is_exact(text: str, figures: str, own: Decimal) -> bool:
    """Return whether ``figures``, all of ``text``, give a measured value as exactly as 273.15; prices are no such."""
    return text == figures and own >= _HUNDRED and len(figures.partition(".")[2]) >= _DECIMALS


def _as_written(value: Decimal, model: str, *, is_grouped: bool) -> str:
    decimals = len(model.partition(".")[2])
    number = Decimal(model.replace(",", ""))
    if value == value.to_integral_value() and number < _TINY:
        decimals = 0
    grouped = "," in model or (value >= 10_000 > number) or (is_grouped and value >= 1_000 > number)
    return f"{value:{',' if grouped else ''}.{decimals}f}"
