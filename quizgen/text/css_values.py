"""Values of CSS in one notation: a color by its name, in hexadecimal digits or by its parts."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

_NAMED = {
    "black": "000000", "silver": "c0c0c0", "gray": "808080", "grey": "808080", "white": "ffffff", "maroon": "800000",
    "red": "ff0000", "purple": "800080", "fuchsia": "ff00ff", "magenta": "ff00ff", "green": "008000", "lime": "00ff00",
    "olive": "808000", "yellow": "ffff00", "navy": "000080", "blue": "0000ff", "teal": "008080", "aqua": "00ffff",
    "cyan": "00ffff", "orange": "ffa500", "pink": "ffc0cb", "brown": "a52a2a",
}  # fmt: skip
_COLOR = lazy_pattern(
    r"(?P<property>(?<![\w-])(?:background-|border-)?color\s*:\s*)(?:(?P<name>[a-z]+)|\#(?P<hex>[0-9a-f]{6}|[0-9a-f]{3})"
    r"|rgb\(\s*(?P<parts>\d{1,3}(?:\s*,\s*\d{1,3}|\s+\d{1,3}){2})\s*\))(?=\s*(?:[;}]|$))",
    re.IGNORECASE,
)


def with_plain_colors(code: str) -> str:
    """Return a rule or a declaration of a style sheet with each color in hexadecimal digits."""
    return _COLOR.sub(lambda found: f"{found['property']}{_in_digits(found)}", code)


def _in_digits(found: re.Match[str]) -> str:
    if found["name"]:
        digits = _NAMED.get(found["name"].lower())
        return f"#{digits}" if digits else found["name"]
    if found["parts"]:
        parts = [int(part) for part in re.findall(r"\d+", found["parts"])]
        return "#" + "".join(f"{part:02x}" for part in parts)
    digits = found["hex"].lower()
    return "#" + (digits if len(digits) == 6 else "".join(2 * digit for digit in digits))
