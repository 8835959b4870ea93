"""Lists of things in a sentence."""

from collections.abc import Iterable


def series(items: Iterable[str], conjunction: str = "and") -> str:
    """Return ``items``, of which there is at least one, as in a sentence: ``a``, ``a and b``, ``a, b and c``."""
    *others, last = items
    return f"{', '.join(others)} {conjunction} {last}" if others else last
