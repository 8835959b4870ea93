"""The answer of a number question on one line: ``2850 ± 50 km``, ``80..90 %``, ``82 (80..90) %``."""

import re
from decimal import Decimal
from typing import Any

from quizgen.loading.meant_numbers import ABOUT, ABOUT_AT_END
from quizgen.text.dates import MONTH
from quizgen.text.numbers import POWER_OF_TEN, keyboard_number, number_word_run, parse_decimal

_NUMBER = r"[-−+]?(?:\d{1,3}(?:[,\u00a0\u202f ]\d{3})+(?!\d)|\d+)(?:\.\d+)?" + POWER_OF_TEN + "?"
_RANGE = rf"(?P<low>{_NUMBER})[ \t]*\.\.[ \t]*(?P<high>{_NUMBER})"
_OFF = r"(?:±|\+/-|\+-)[ \t]*(?P<off>[1-9]\d? significant (?:figures?|digits?)|\d+(?:\.\d+)?%?)"
_UNIT = r"(?P<unit>(?!.*(?:±|\+/?-))[ \t]*[^\d\s.,;(±+-].*)?"
_FORMS = (
    re.compile(rf"{_RANGE}{_UNIT}", re.ASCII),
    re.compile(rf"(?P<value>{_NUMBER})[ \t]*\({_RANGE}\){_UNIT}", re.ASCII),
    re.compile(rf"(?P<value>{_NUMBER})(?:[ \t]*{_OFF})?{_UNIT}", re.ASCII),
)


_DAY_AND_MONTH = re.compile(rf"\d{{1,2}} (?:{MONTH})\b")
"""The start of a date, whose month is not a unit."""


def read_number(text: str) -> dict[str, Any] | None:
    """Return the fields ``answer``, ``tolerance`` or ``range``, and ``unit`` that ``text`` states; None if it is wrong.

    A range alone has its middle as the answer. ``± 5%`` is a share of the number; in ``± 5 %`` the unit is percent.
    """
    if _DAY_AND_MONTH.match(text.strip()) or ABOUT_AT_END.search(text.strip()):
        return None
    for form in _FORMS:
        if (found := form.fullmatch(text.strip())) is not None:
            parts = found.groupdict()
            fields: dict[str, Any] = {}
            if parts.get("low") and parts.get("high"):
                low, high = parse_decimal(parts["low"]), parse_decimal(parts["high"])
                if low is None or high is None:
                    return None
                fields = {"answer": _plain((low + high) / 2), "range": [_plain(low), _plain(high)]}
            if parts.get("value"):
                value = parse_decimal(parts["value"])
                if value is None:
                    return None
                fields["answer"] = _plain(value)
            if parts.get("off"):
                fields["tolerance"] = parts["off"]
            if (parts["unit"] or "").strip():
                fields["unit"] = parts["unit"].strip()
            return fields
    return None


_THOUSANDS = re.compile(r"(?<=[1-9])\.(?=\d{3}(?:\D|$))|(?<=[1-9]\d)\.(?=\d{3}(?:\D|$))")
"""A dot that separates thousands in many languages, and decimals in English."""
_LATE_TOLERANCE = re.compile(r"(?P<value>\S+)(?P<unit>.*?)[ \t]*\(?(?P<off>(?:±|\+/?-)[ \t]*[\d.]+%?)\)?", re.ASCII)


def number_help(text: str) -> str:
    """Return how to write ``text``, which ``read_number`` does not accept."""
    if _DAY_AND_MONTH.match(text.strip()):
        return f"this is a date; write `= {text}`, and add `type: date` in a YAML block"
    exact = ABOUT.sub("", ABOUT_AT_END.sub("", text.strip()), count=1)
    meant = re.sub(r"(?<=\d),(?=\d{1,2}(?:\D|$))", ".", exact)
    words = meant.lower().replace("-", " ").split()
    used, value = number_word_run(words)
    if value is not None:
        meant = " ".join((str(value), *words[used:]))
    if read_number(meant) is None and (late := _LATE_TOLERANCE.fullmatch(meant)) is not None:
        meant = f"{late['value']} {late['off']} {late['unit'].strip()}".strip()
    if read_number(meant) is not None:
        without = _THOUSANDS.sub("", meant)
        also = f", or `=# {without}` if the dot separates thousands" if without != meant else ""
        if exact != text.strip() and (tolerant := _with_tolerance(meant)) is not None:
            also += f"; to accept numbers close to it, add a tolerance, such as `=# {tolerant}`"
        return f"write `=# {meant}`{also}"
    return "write the number in digits, then the tolerance, then the unit: `=# 2850 ± 50 km`"


def _with_tolerance(number: str) -> str | None:
    """Return ``number`` with a tolerance of 5%, or None if it has a tolerance or a range."""
    read = read_number(number)
    if read is None or {"tolerance", "range"} & read.keys():
        return None
    return " ".join(filter(None, (read["answer"], "± 5%", read.get("unit"))))


def written_number(
    answer: Decimal, tolerance: str | None, bounds: tuple[Decimal, Decimal] | None, unit: str | None
) -> str | None:
    """Return the line that ``read_number`` reads as these fields; None if there is none."""
    ending = f" {unit}" if unit else ""
    if bounds is not None:
        span = f"{_plain(bounds[0])}..{_plain(bounds[1])}"
        text = f"{span}{ending}" if sum(bounds) / 2 == answer else f"{_plain(answer)} ({span}){ending}"
    else:
        off = f" ± {tolerance}" if tolerance else ""
        text = f"{_plain(answer)}{off}{ending}"
    read = read_number(text)
    if (
        read is None
        or Decimal(read["answer"]) != answer
        or (read.get("tolerance"), read.get("unit")) != (tolerance, unit)
    ):
        return None
    return text if [Decimal(one) for one in read.get("range", ())] == [*(bounds or ())] else None


def _plain(number: Decimal) -> str:
    typed = keyboard_number(number)
    return typed if "e" in typed else f"{number:f}"
