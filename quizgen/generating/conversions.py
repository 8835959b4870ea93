"""Leave out an amount that a sentence gives again in another unit, since each would give the other away as a blank."""

import re
from fractions import Fraction

from quizgen.text.numbers import parse_number
from quizgen.text.units import parse_unit

_AGAIN = re.compile(
    r"(?: \(| ?(?P<comma>,)? or )(?:about |almost |just over |just under |nearly |roughly |some )?"
    r"(?P<minus>minus |[-−])?(?P<number>\d[\d,.]*)[ \u00a0-]?(?P<unit>[^\W\d_°]{1,12}(?: [a-z]{3,12}| [CF])?|°[CF])"
    r"(?(comma)(?:,|(?=[.;]))|(?=[).,;]| (?:and|but|long|high|wide|deep|tall|across|in)\b))\)?"
)
_AMOUNT = re.compile(r"(?P<minus>minus |[-−])?(?P<number>\d[\d,.]*)[ \u00a0-](?P<unit>°[CF]|[^\W\d_°]+(?: [a-z]+)?)")
_NEAR = 40
"""The largest number of characters between an amount and what it is in another unit."""
_ALIKE = Fraction(1, 12)
"""The largest difference of amounts that are the same, one of which has been rounded."""


def without_conversions(text: str) -> str:
    """Return ``text`` without amounts in a second unit: "8,094 feet long (2,467 metres)" and "4 miles, or 6 km,"."""
    for found in reversed(list(_AGAIN.finditer(text))):
        is_closed = found[0].startswith(" (") == found[0].endswith(")")
        second = _size(found)
        before = _AMOUNT.finditer(text, max(found.start() - _NEAR, 0), found.start())
        if is_closed and second is not None and any(_is_same(_size(one), second) for one in before):
            text = f"{text[: found.start()]}{text[found.end() :]}"
    return text


def _size(found: re.Match[str]) -> tuple[object, Fraction] | None:
    """Return what the amount ``found`` measures, and its size in the SI unit, or None if it has no known unit."""
    number = parse_number(found["number"].rstrip(".,"))
    words = found["unit"].split()
    units = (parse_unit(" ".join(words[:length])) for length in range(len(words), 0, -1))
    unit = next((one for one in units if one is not None), None)
    if number is None or unit is None:
        return None
    value = Fraction(number)
    return unit.dimension, unit.to_si(-value if found["minus"] else value)


def _is_same(one: tuple[object, Fraction] | None, other: tuple[object, Fraction]) -> bool:
    return one is not None and one[0] == other[0] and abs(one[1] - other[1]) <= abs(other[1]) * _ALIKE
