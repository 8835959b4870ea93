"""What an import finds, before and after it is checked."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizgen.errors import QuizgenError

Watch = Callable[[int, int], None]
"""Told how much is done, and of how much."""
OFTEN = 100
"""Items between two words to a watcher."""
_NUMBER = re.compile(r"\d+")
MAX_ITEMS = 200_000
"""Far above what people write; a guard against files made to do harm."""


class ImportRefusedError(QuizgenError):
    """The file cannot be imported at all; the message says why and how to mend it."""


@dataclass(frozen=True, slots=True)
class Item:
    """One question as its file has it: the keys of a question, and where it stands.

    ``data`` is None where nothing can be made of it; ``notes`` say what was left out of it, or why all of it was.
    """

    where: str
    data: dict[str, Any] | None
    notes: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    """Names of the pictures that it shows, as its file names them; the first is the question's."""


@dataclass(frozen=True, slots=True)
class Found:
    """Everything in a file. ``how`` tells how it was read: its form and its encoding."""

    how: str
    items: Sequence[Item]
    title: str | None = None
    notes: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict)


def refused(where: str, reason: str) -> Item:
    """An item of which nothing can be made."""
    return Item(where, None, (reason,))


def limited(items: Iterator[Item], total: int, watch: Watch | None = None) -> list[Item]:
    """The items, as many as anybody needs; raises ImportRefusedError beyond.

    ``watch`` is told how far they are read: the last one's number, of ``total`` lines or notes.
    """
    taken = []
    for item in items:
        taken.append(item)
        if len(taken) > MAX_ITEMS:
            raise ImportRefusedError(f"it holds more than {MAX_ITEMS:,} questions: split it")
        if watch is not None and len(taken) % OFTEN == 0:
            watch(min(int(_NUMBER.findall(item.where)[0]), total), total)
    return taken
