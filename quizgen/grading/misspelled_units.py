"""Quantities whose unit is misspelled by one letter: 25 gramms, 3 metrs per second."""

import re

from quizgen.text.units import name_nearest

_WITH_WORDS = re.compile(r"(?P<number>[^a-zA-Z]*\d[^a-zA-Z]*)(?P<words>[a-zA-Z]+(?: [a-zA-Z]+){0,4})[\s.]*")


def with_unit_spelled(given: str) -> tuple[str, str] | None:
    """Return a quantity with the only word of its unit that is misspelled in its right spelling, and this spelling."""
    found = _WITH_WORDS.fullmatch(given.strip())
    if found is None:
        return None
    words = found["words"].split()
    right = {at: name for at, word in enumerate(words) if (name := name_nearest(word)) is not None}
    if len(right) != 1:
        return None
    ((at, name),) = right.items()
    return f"{found['number']}{' '.join([*words[:at], name, *words[at + 1 :]])}", name
