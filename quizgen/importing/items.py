"""What an import finds in a file, and the errors of an import."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from quizgen.errors import QuizgenError
from quizgen.progress import Watcher
from quizgen.questions.fields import ID_PATTERN
from quizgen.text.ids import kebab

OFTEN = 100
"""Number of items between two calls of a watcher."""
_NUMBER = re.compile(r"(?<!card )\b\d+")
MAX_ITEMS = 200_000
"""Far more than people write; a guard against malicious files."""
MAX_MEDIA_BYTES = 20_000_000
"""Size of the largest picture or sound that is read."""
WHAT_IS_SHOWN = "What does the picture show?"
"""The stem of a question that consists only of a picture."""
WHAT_IS_HEARD = "What do you hear?"
"""The stem of a question that consists only of a sound."""


class ImportRefusedError(QuizgenError):
    """The file cannot be imported; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Something that could not be imported: ``where`` is its place in the file, such as ``line 3``."""

    where: str
    message: str
    is_left_out: bool
    """Whether the item was left out; otherwise it was imported without the part that ``message`` names."""


class NothingImportedError(ImportRefusedError):
    """No item of a file could be imported; ``problems`` says why for each."""

    def __init__(self, message: str, how: str, problems: tuple[ImportProblem, ...], notes: tuple[str, ...]) -> None:
        self.format = how
        self.problems = problems
        self.notes = notes
        super().__init__(message)


@dataclass(frozen=True, slots=True)
class Item:
    """One question of a file: the fields of a question, and its place in the file.

    ``data`` is None if the item cannot be imported; ``notes`` say what was left out of it, or why all of it was.
    """

    where: str
    data: dict[str, Any] | None
    notes: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    """The file's names of its pictures; the first is the question's."""
    sounds: tuple[str, ...] = ()
    """The file's names of its sounds; the first is the question's."""
    group: str = ""
    """What the file calls items of its kind, such as an Anki note type."""
    fields: str = ""
    """For an Anki note: which of its fields became what."""
    set_id: str = ""
    """For a note that quizgen made: the id of its set."""


@dataclass(frozen=True, slots=True)
class Found:
    """The items of a file; ``how`` is its format and encoding."""

    how: str
    items: Sequence[Item]
    title: str | None = None
    notes: tuple[str, ...] = ()
    media: Mapping[str, bytes] = field(default_factory=dict)
    """Pictures and sounds by their names in the file."""
    media_names: Mapping[str, str] = field(default_factory=dict)
    """What its author called a picture or sound, by its name in the file, if that is another one."""
    heading: Mapping[str, Any] = field(default_factory=dict)
    """The fields of the set besides its questions, if the file has them."""
    topics: Mapping[str, str] = field(default_factory=dict)
    """Names of topics by their ids, if the file has them."""


def refused(where: str, reason: str) -> Item:
    """Return an item that cannot be imported."""
    return Item(where, None, (reason,))


def filled_in(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a question that are not empty."""
    return {key: value for key, value in data.items() if value not in (None, "", [], {}, ())}


def usable_id(name: str) -> str:
    """Return an ID number that can be the id of a question; a bare number says too little to be one."""
    return name if re.fullmatch(ID_PATTERN, name) and not name.isdecimal() and len(name) <= 200 else ""


def title_id(title: str) -> str:
    """Return the id that a question or a topic gets from its title."""
    return kebab(title)[:100].strip("-")


def limited(items: Iterator[Item], total: int, watch: Watcher | None = None) -> list[Item]:
    """Return the items; raise ImportRefusedError if there are more than ``MAX_ITEMS``.

    ``watch`` is called with the last item's line or number, and ``total`` lines or notes.
    """
    taken = []
    for item in items:
        taken.append(item)
        if len(taken) > MAX_ITEMS:
            raise ImportRefusedError(f"the file has more than {MAX_ITEMS:,} questions; split it into smaller files")
        if watch is not None and len(taken) % OFTEN == 0:
            watch(min(int(_NUMBER.findall(item.where)[0]), total), total)
    return taken
