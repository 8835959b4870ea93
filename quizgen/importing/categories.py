"""Categories of a question bank as topics."""

import re
from collections.abc import Iterable

_BETWEEN = re.compile(r"(?<!/)/(?!/)")  # a doubled slash is a literal one
_TOP = "top"
"""The name of Moodle's top category, which every path of its exports begins with."""


def category_parts(path: str) -> tuple[str, ...]:
    """Return the names in ``path``, without the course and without Moodle's top category."""
    parts = [part.replace("//", "/").strip() for part in _BETWEEN.split(path)]
    named = [part for part in parts if part and not part.startswith("$")]
    return tuple(named[1:] if named[:1] == [_TOP] else named)


class Categories:
    """All categories of one file. A name that they share and that has categories below it is the file's title."""

    def __init__(self, paths: Iterable[str]) -> None:
        found = [parts for parts in map(category_parts, paths) if parts]
        first = {parts[0] for parts in found}
        is_shared = len(first) == 1 and any(len(parts) > 1 for parts in found)
        self.title = next(iter(first)) if is_shared else None
        """What all categories are below; None if there is no such name."""

    def topic_of(self, path: str) -> str | None:
        """Return the topic of the questions in the category ``path``: its names below the title, if there are any."""
        parts = category_parts(path)
        return ": ".join(parts[1:] if self.title is not None else parts) or None
