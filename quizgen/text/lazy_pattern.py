"""Regular expressions that are compiled when they are first used.

Compiling takes longer than most uses: the hundreds of patterns of the lint rules, of grading, and of the functions for
text would take a quarter of the time in which a small set is checked, although few of them are needed for it.
"""

import re
from typing import Any, cast


class LazyPattern:
    """Stands in for a compiled pattern, and keeps each of its attributes that has been used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        value = getattr(re.compile(*self._source), name)  # ``re`` caches the compiled pattern
        setattr(self, name, value)
        return value


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression with the methods and attributes of ``re.compile(pattern, flags)``.

    An invalid pattern raises ``re.error`` when it is first used.
    """
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))
