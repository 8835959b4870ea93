"""Texts without a question, which learning platforms show above the questions that follow them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from quizgen.importing.items import Item, refused
from quizgen.importing.question_media import Picture, Sound


@dataclass
class Passage:
    """One such text as Markdown, at ``where`` in the file."""

    where: str
    words: str
    notes: tuple[str, ...] = ()
    """What was left out of it; reported with the first question below it."""
    pictures: tuple[Picture, ...] = ()
    sounds: tuple[Sound, ...] = ()
    is_used: bool = False


class Passages:
    """The text that is above the current question, if there is one; ``unused`` is why a text may not be imported."""

    def __init__(self, unused: str) -> None:
        self._unused = unused
        self._current: Passage | None = None

    def next(self, passage: Passage | None) -> Iterator[Item]:
        """Replace the text, and report the one before if no question followed it."""
        if self._current is not None and not self._current.is_used:
            yield refused(self._current.where, self._unused)
        self._current = passage

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """The pictures of the text."""
        return self._current.pictures if self._current is not None else ()

    @property
    def sounds(self) -> tuple[Sound, ...]:
        """The sounds of the text."""
        return self._current.sounds if self._current is not None else ()

    def above(self, data: dict[str, Any], notes: list[str]) -> dict[str, Any]:
        """Return the fields of a question with the text above it; what was left out of it is added to ``notes``."""
        if self._current is None:
            return data
        notes[:0] = () if self._current.is_used else self._current.notes
        self._current.is_used = True
        field = "text" if data["kind"] == "cloze" else "stem"
        return {**data, field: "\n\n".join(filter(None, (self._current.words, data[field])))}
