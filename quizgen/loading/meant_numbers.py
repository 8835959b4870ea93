"""What an author most probably means by a value that is not a number, and how that is written as one."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, NamedTuple

from quizgen.text.amounts import split_scale
from quizgen.text.dates import parse_date
from quizgen.text.numbers import keyboard_number, number_word_run, parse_decimal, parse_number, plain_digits
from quizgen.text.series import series
from quizgen.text.yaml_scalars import scalar

ABOUT = re.compile(
    r"(?:about|around|approximately|approx\.?|circa|ca\.?|c\.|roughly|nearly|almost|over|some|~|≈)\s*", re.IGNORECASE
)
"""What says before a number that it is not exact."""
ABOUT_AT_END = re.compile(
    r",?\s*\(?\b(?:about|around|approximately|approx|circa|ca|roughly|more or less|or so|or thereabouts|give or take"
    r"|at least|at most|or more|or less)\b\.?\)?$",
    re.IGNORECASE,
)
"""What says after a number or its unit that it is not exact."""
_DIGITS = r"[-+−]?\d[\d,. \u00a0\u202f]*"
TWO_NUMBERS = re.compile(r"([-+]?\d+(?:\.\d+)?)\s*(?:-|–|—|\.{2,3}|…|,|;|to|and|bis)\s*([-+]?\d+(?:\.\d+)?)")
"""A range as people write it: ``77-79``, ``77 to 79``."""
_NUMBER_AND_UNIT = re.compile(rf"(?P<number>{_DIGITS})(?P<unit>[^\d\s.,;][^\d]*|)")
_WITH_TOLERANCE = re.compile(
    rf"(?P<number>{_DIGITS}?)\s*(?:±|\+/-|\+-)\s*(?P<off>\d+(?:\.\d+)?%?)\s*(?P<unit>[^\d\s.,;].*|)"
)
_NOT_DIGITS = re.compile(r"[^\d-]")
_FRACTION = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})")
_SCIENTIFIC = re.compile(r"(\d+(?:\.\d+)?)\s*(?:[x×*·]\s*10(?:\s*\^\s*|\s+)|[eE])\+?(-?\d{1,2})")


class Meant(NamedTuple):
    """How to write a value as it is meant; ``message`` replaces the usual one if that does not fit."""

    help: str
    message: str = ""
    writes: tuple[str, ...] = ()
    """Other keys that ``help`` says to write."""


def meant_number(name: str, value: Any, owner: Mapping[str, Any]) -> Meant | None:
    """Return what is meant by ``value``, which is not a number, under the key ``name`` of ``owner``, or None."""
    if isinstance(value, list) and len(value) == 1 and isinstance(value[0], str | int | float):
        return Meant(f"write one number, not a list: `{name}: {value[0]}`")
    if isinstance(value, list) and len(value) == 2:
        bounds = [number for one in value if (number := parse_decimal(str(one))) is not None]
        return _range(*bounds) if name == "answer" and len(bounds) == 2 else None
    if not isinstance(value, str):
        return None
    text = value.strip()
    if name != "answer":
        digits = re.search(r"\d+", text)
        return Meant(f"write only the number: `{name}: {digits[0]}`") if digits else None
    date = parse_date(text)
    if date is not None and date.month and not text.isdigit():
        extra = [f"`{key}`" for key in ("unit", "tolerance", "range") if key in owner]
        also = f", and remove {series(extra)}" if extra else ""
        return Meant(f"use `kind: short` and `type: date`{also}", f"{text!r} is a date, not a number")
    looks = (_with_unit, _between, _tolerance, _calculated, _in_words)
    exact = ABOUT.sub("", text, count=1)
    found = next((found for look in looks if (found := look(exact, owner)) is not None), None)
    if found is None or exact == text or not _takes_tolerance(found) or {"tolerance", "range"} & owner.keys():
        return found
    return found._replace(help=f"{found.help}; to accept numbers close to it, add a tolerance, such as `tolerance: 5%`")


def _takes_tolerance(found: Meant) -> bool:
    """Return whether the number stays a number, and its help does not already say which others are accepted."""
    return not any(word in found.help for word in ("tolerance", "kind: short"))


def _with_unit(text: str, owner: Mapping[str, Any]) -> Meant | None:
    found = _NUMBER_AND_UNIT.fullmatch(text)
    number = _digits(found["number"]) if found is not None else None
    if found is None or number is None or len(found["unit"].split()) > 4:
        return None
    scale, unit = split_scale(found["unit"].strip())
    if scale != 1:
        return Meant(_only(plain_digits(Decimal(number) * scale), unit, owner))
    comma = ", with a point before the decimals" if "," in found["number"] and "." in number else ""
    return Meant(_only(f"{number}{comma}", found["unit"].strip(), owner))


def _only(number: str, unit: str, owner: Mapping[str, Any]) -> str:
    if not unit:
        return f"write {number}"
    if "unit" in owner:
        return f"write only {number}; the unit is already under `unit`"
    return f"write only {number}, and add `unit: {scalar(unit)}`"


def _digits(written: str) -> str | None:
    """Return the number in ``written``, which may have a decimal comma."""
    written = written.strip().rstrip(".,")
    if (number := parse_number(written)) is not None:
        return plain_digits(number)
    if re.fullmatch(r"[-+−]?(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+),\d+", written):
        whole, _, decimals = written.partition(",")
        return f"{_NOT_DIGITS.sub('', whole.replace('−', '-'))}.{decimals}"
    return None


def _range(one: Decimal, other: Decimal) -> Meant:
    low, middle, high = map(plain_digits, (min(one, other), (one + other) / 2, max(one, other)))
    help = (
        f"write one number, such as {middle}, and add `range: [{low}, {high}]` to accept every number from {low} to "
        f"{high}"
    )
    return Meant(help, "'answer' must be one number")


def _between(text: str, owner: Mapping[str, Any]) -> Meant | None:
    found = TWO_NUMBERS.fullmatch(re.sub(r"^(?:between|from) ", "", text))
    return _range(Decimal(found[1]), Decimal(found[2])) if found else None


def _tolerance(text: str, owner: Mapping[str, Any]) -> Meant | None:
    found = _WITH_TOLERANCE.fullmatch(text)
    number = _digits(found["number"]) if found is not None else None
    if found is None or number is None:
        return None
    also = f" and `unit: {scalar(found['unit'].strip())}`" if found["unit"].strip() and "unit" not in owner else ""
    off = found["off"] if re.fullmatch(r"\d+(?:\.\d+)?", found["off"]) else scalar(found["off"])
    return Meant(f"write only {number}, and add `tolerance: {off}`{also}")


def _calculated(text: str, owner: Mapping[str, Any]) -> Meant | None:
    if found := _FRACTION.fullmatch(text):
        number = Decimal(found[1]) / Decimal(found[2]) if int(found[2]) else Decimal("NaN")
        exact = number.is_finite() and number == round(number, 6)
        return Meant(f"write {plain_digits(number)}" if exact else "to ask for a fraction, use `kind: short`")
    if found := _SCIENTIFIC.fullmatch(text):
        number = Decimal(found[1]).scaleb(int(found[2]))
        return Meant(f"write {keyboard_number(number)}")
    return None


def _in_words(text: str, owner: Mapping[str, Any]) -> Meant | None:
    words = text.lower().replace("-", " ").split()
    used, number = number_word_run(words)
    if number is None or len(words) - used > 3:
        return None
    return Meant(_only(str(number), " ".join(words[used:]), owner))
