"""A note of Anki, and its fields as Markdown."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from quizgen.anki.set_header import SetHeader
from quizgen.importing.markup import html_to_markdown
from quizgen.importing.plain import without_line_ends
from quizgen.importing.question_media import Picture


@dataclass(frozen=True, slots=True)
class NoteData:
    """A note of a package or text file; ``fields`` are (name, HTML), ``cards`` is the number of its cards."""

    where: str
    note_type: str
    fields: tuple[tuple[str, str], ...]
    tags: tuple[str, ...] = ()
    guid: str | None = None
    is_cloze: bool = False
    is_typed: bool = False
    cards: int = 1
    fronts: tuple[str, ...] = ()
    """Templates of the cards' fronts; empty if the file has no templates. ``backs`` are those of the backs."""
    backs: tuple[str, ...] = ()
    topic: str = ""
    headers: Mapping[str, SetHeader] = field(default_factory=dict)
    """What the file says about the sets of quizgen's own notes, by the id of the set."""


class NoteReader:
    """A note being converted; collects its pictures and sounds, and what cannot be converted."""

    def __init__(self, note: NoteData) -> None:
        self.note = note
        self.notes: list[str] = []
        self.pictures: list[Picture] = []
        self.sounds: list[str] = []
        self.sounds_behind: list[str] = []
        self.sound_text = ""
        """The description of the sound, if the note has one."""
        self._values = dict(note.fields)

    def value(self, name: str) -> str:
        return self._values.get(name, "")

    def markdown(self, html: str, *, keep_marks: bool = False) -> str:
        return self._converted(html, keep_marks=keep_marks, after_answer=False)

    def behind(self, html: str) -> str:
        """Return ``html`` as Markdown; its pictures and sounds belong after the answer, which they may contain."""
        return self._converted(html, keep_marks=False, after_answer=True)

    def line(self, html: str) -> str:
        return without_line_ends(self.markdown(html))

    def _converted(self, html: str, *, keep_marks: bool, after_answer: bool) -> str:
        converted = html_to_markdown(html, keep_marks=keep_marks)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.pictures += (Picture(name, alt, after_answer) for name, alt in converted.pictures)
        (self.sounds_behind if after_answer else self.sounds).extend(name for name, _ in converted.sounds)
        return converted.text
