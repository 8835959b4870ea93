"""A first id for something new. It is made from the wording once, and is permanent from then on."""

import json
from collections.abc import Collection
from pathlib import Path

from quizgen.loading.error_messages import kebab
from quizgen.questions.marks import unmarked

_WORDS = 6
# Words that tell nothing apart; a name made of nothing else keeps them.
_SMALL = frozenset(
    "a an and are as at by did do does for from has have how in into is it its of on or that the these this those to"
    " was were what when where which who whom whose why will with".split()
)


def fresh_id(words: str, taken: Collection[str], fallback: str = "question") -> str:
    """An id from the first telling words of ``words``, unlike all in ``taken``; ``fallback`` where no word will do."""
    names = [name for name in kebab(unmarked(words).replace(".", " ")).split("-") if name]
    distinctive = [name for name in names if name not in _SMALL] or names
    base = "-".join(distinctive[:_WORDS])[:60].strip("-") or fallback
    return numbered(base, taken, 1) if base == fallback else unlike(base, taken)


def unlike(base: str, taken: Collection[str]) -> str:
    """``base``, with a number behind it where it is taken."""
    return numbered(base, taken, 2) if base in taken else base


def numbered(base: str, taken: Collection[str], first: int) -> str:
    """``base`` with a number from ``first`` on that is free; among thousands that begin alike, not each is tried."""
    last_taken, step = first - 1, 1
    while f"{base}-{last_taken + step}" in taken:
        last_taken, step = last_taken + step, step * 2
    while step > 1:
        step //= 2
        if f"{base}-{last_taken + step}" in taken:
            last_taken += step
    return f"{base}-{last_taken + 1}"


def released_ids(folder: Path) -> frozenset[str]:
    """Ids that learners have from packages of the sets in ``folder``, whether the sets still have them or not."""
    ids: set[str] = set()
    for record in folder.glob("*.release.json"):
        try:
            ids |= set(json.loads(record.read_text("utf-8"))["notes"])
        except (OSError, ValueError, KeyError, TypeError):
            continue  # `quizgen export` tells of a record that it cannot read
    return frozenset(ids)
