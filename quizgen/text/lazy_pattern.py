"""Regular expressions that are compiled when they are first used, and searched for in lower case if they ignore case.

Compiling takes longer than most uses: the hundreds of patterns of the lint rules, of grading, and of the functions for
text would take a quarter of the time in which a small set is checked, although few of them are needed for it.
"""

import re
from collections.abc import Callable
from functools import cache
from typing import Any, cast

_Search = Callable[..., re.Match[str] | None]


class LazyPattern:
    """Stands in for a compiled pattern, and keeps each of its attributes that has been used."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        pattern, flags = self._source
        if name == "search" and flags & re.IGNORECASE and (lower := _in_lower_case(pattern)) is not None:
            value: Any = _search_without_case(pattern, flags, lower)
        else:
            value = getattr(re.compile(pattern, flags), name)  # ``re`` caches the compiled pattern
        setattr(self, name, value)
        return value


def lazy_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Return a regular expression with the methods and attributes of ``re.compile(pattern, flags)``.

    An invalid pattern raises ``re.error`` when it is first used.
    """
    return cast("re.Pattern[str]", LazyPattern(pattern, flags))


_SYNTAX = lazy_pattern(r"(\\.|\(\?P[<=])", re.DOTALL)
"""What stays as it is when a pattern is put into lower case: \\S, and what begins the name of a group."""
_NAMED_CHARACTER = lazy_pattern(r"\\[xuUN]")
_RANGE = lazy_pattern(r"(?<!\(\?)([^\[?])-([^\]])")
_CASED = "(?-i:"
"""Begins a part in which case counts."""
_ALL_BUT_LETTERS = lazy_pattern(r"\[\^(?:\\.|[\x00-@\[^-`{-\x7f])*+[^\]]")
"""A class of all characters but some letters: where case counts, it may have a letter only as a capital."""
_GROUP = lazy_pattern(r"\\.|\((?:[^()\\]|\\.)*\)", re.DOTALL)
_UNLESS = lazy_pattern(r"\(\?<?!")
_LOWERABLE = lazy_pattern(r"[\x00-\xb4\xb6-\xff\u2010-\u2044]*")
"""Text that matches the same without regard to case as its lower case does: it has no micro sign, ſ, or İ."""


def _search_without_case(pattern: str, flags: int, lower: str) -> _Search:
    """Return the method ``search`` of a pattern that ignores case.

    Most texts have nothing that matches. To find that out in lower case takes a third of the time, because ``re`` then
    skips an alternative by its first letter.
    """
    search_lower = re.compile(lower, flags & ~re.IGNORECASE).search

    @cache
    def exact() -> _Search:
        return re.compile(pattern, flags).search

    def search(text: str, *limits: int) -> re.Match[str] | None:
        if not limits and (text.isascii() or _LOWERABLE.fullmatch(text)) and search_lower(text.lower()) is None:
            return None
        return exact()(text, *limits)

    return search


def _in_lower_case(pattern: str) -> str | None:
    """Return a pattern that finds something in a text's lower case if ``pattern`` does without regard to case; or None.

    It may find more, since case counts nowhere in it.
    """
    *before, _ = pattern.split(_CASED)
    if before and _ALL_BUT_LETTERS.search(pattern):
        return None
    for at in range(len(before)):
        open_groups = _CASED.join(before[: at + 1])
        while (rest := _GROUP.sub("", open_groups)) != open_groups:
            open_groups = rest
        if _UNLESS.search(open_groups):
            return None
    plain = pattern.replace(_CASED, "(?:")
    if _NAMED_CHARACTER.search(plain) or not all(map(_same_range, _RANGE.findall(plain))):
        return None
    return "".join([part if at % 2 else part.lower() for at, part in enumerate(_SYNTAX.split(plain))])


def _same_range(ends: tuple[str, str]) -> bool:
    """Return whether a range of characters has the same letters in lower case: a-z, but not +-_ or A-z."""
    first, last = ends
    if "A" <= first <= last <= "Z":
        return True
    return ends == (first.lower(), last.lower()) and all(
        first <= chr(code).lower() <= last for code in range(ord(first), ord(last) + 1)
    )
