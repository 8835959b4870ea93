"""New ids: made from the wording once, and permanent afterward."""

import json
from collections.abc import Collection
from pathlib import Path

from quizgen.questions.marks import unmarked
from quizgen.text.ids import kebab

_WORDS = 6
# Words that do not distinguish anything; an id made only of them keeps them.
_SMALL = frozenset(
    "a an and are as at by did do does for from has have how in into is it its many much of on or that the these this"
    " those to was were what when where which who whom whose why will with".split()
)


def fresh_id(words: str, taken: Collection[str], fallback: str = "question") -> str:
    """Return an id that is not in ``taken``, made from the first significant words or from ``fallback``."""
    names = [name for name in kebab(unmarked(words)).split("-") if name]
    distinctive = [name for name in names if name not in _SMALL] or names
    base = "-".join(distinctive[:_WORDS])[:60].strip("-") or fallback
    return with_free_number(base, taken, 1) if base == fallback else unlike(base, taken)


def unlike(base: str, taken: Collection[str]) -> str:
    """Return ``base``, with a number appended if it is taken."""
    return with_free_number(base, taken, 2) if base in taken else base


def with_free_number(base: str, taken: Collection[str], first: int) -> str:
    """Return ``base`` with a free number from ``first`` on; a binary search, because thousands may be taken."""
    last_taken, step = first - 1, 1
    while f"{base}-{last_taken + step}" in taken:
        last_taken, step = last_taken + step, step * 2
    while step > 1:
        step //= 2
        if f"{base}-{last_taken + step}" in taken:
            last_taken += step
    return f"{base}-{last_taken + 1}"


def released_ids(folder: Path) -> frozenset[str]:
    """Return the ids that learners have from exported packages of ``folder``, even if the sets no longer have them."""
    ids: set[str] = set()
    for record in folder.glob("*.release.json"):
        try:
            ids |= set(json.loads(record.read_text("utf-8"))["notes"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # `quizgen export` reports a record that it cannot read
    return frozenset(ids)
