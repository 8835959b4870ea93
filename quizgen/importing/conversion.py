"""A question of a learning platform being converted: its texts, its pictures and sounds, and what is left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from quizgen.importing.items import WHAT_IS_HEARD, WHAT_IS_SHOWN, Item
from quizgen.importing.markup import html_to_text
from quizgen.importing.passages import Passage, Passages
from quizgen.importing.plain import plain_to_markdown, without_line_ends
from quizgen.importing.platform_text import platform_markdown
from quizgen.importing.question_media import Picture, Sound, add_picture, add_sound

_ONLY_TEXT = ", because an option or item can only be text"
_INSIDE = re.compile(r"\w[^<>]*<img\b[^<>]*>[^<>]*\w", re.IGNORECASE)
"""A picture between words of a paragraph."""


@dataclass
class Conversion:
    """One question being converted; collects its pictures and sounds, and what cannot be converted."""

    files: Mapping[str, str] = field(default_factory=dict)
    """The name of each picture and sound in the file, by its address in a text."""
    notes: list[str] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    """Every picture in the texts, by its address."""
    sounds: list[Sound] = field(default_factory=list)
    """Every sound that plays before the answer, by its address."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pictures and sounds."""
        return (*(one.name for one in self.pictures), *(one.name for one in self.sounds))

    def markdown(self, text: str, form: str = "html", *, after_answer: bool = False) -> str:
        """Return ``text`` as Markdown; ``form`` is Moodle's name of its format."""
        converted = platform_markdown(text, form)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.pictures += (Picture(address, alt, after_answer) for address, alt in converted.pictures)
        if converted.pictures and _INSIDE.search(text):
            self.notes.append("moved a picture from its place between words to the end of the text")
        if after_answer:
            self.notes += (
                f"left out the sound {address} in the feedback, because sounds can be played only with the stem"
                for address, _ in converted.sounds
            )
        else:
            self.sounds += (Sound(address, plain_to_markdown(said)) for address, said in converted.sounds)
        return converted.text

    def line(self, text: str, form: str = "html") -> str:
        """Return ``text``, such as an option, as Markdown on one line; it can have no pictures and sounds."""
        pictures, sounds = len(self.pictures), len(self.sounds)
        line = without_line_ends(self.markdown(text, form))
        self.drop_pictures(pictures, _ONLY_TEXT)
        self.notes += (f"left out the sound {sound.name}{_ONLY_TEXT}" for sound in self.sounds[sounds:])
        del self.sounds[sounds:]
        return line

    def drop_pictures(self, start: int, why: str) -> None:
        """Leave out the pictures from place ``start``; ``why`` follows the name of each in a note."""
        self.notes += (f"left out the picture {picture.name}{why}" for picture in self.pictures[start:])
        del self.pictures[start:]

    @staticmethod
    def plain(text: str) -> str:
        """Return ``text``, which is HTML, as a learner types it."""
        return html_to_text(text)

    def passage(self, where: str, words: str) -> Passage:
        """Return ``words``, a text without a question, with its pictures and what could not be converted."""
        return Passage(where, words, tuple(dict.fromkeys(self.notes)), *self._named())

    def item(self, where: str, data: dict[str, Any], passages: Passages) -> Item:
        """Return the question below its passage, with its first picture and sound; the others are reported."""
        data = passages.above(data, self.notes)
        pictures, sounds = self._named()
        shown = add_picture(data, (*pictures, *passages.pictures), self.notes)
        heard = add_sound(data, (*sounds, *passages.sounds), self.notes)
        if (shown or heard) and data["kind"] != "cloze" and not data.get("stem", "x"):
            data["stem"] = WHAT_IS_SHOWN if shown else WHAT_IS_HEARD
        return Item(where, data, tuple(dict.fromkeys(self.notes)), shown, heard)

    def _named(self) -> tuple[tuple[Picture, ...], tuple[Sound, ...]]:
        """Return the pictures and the sounds by their names in the file."""
        pictures = (one._replace(name=self.files.get(one.name, one.name)) for one in self.pictures)
        sounds = (one._replace(name=self.files.get(one.name, one.name)) for one in self.sounds)
        return tuple(pictures), tuple(sounds)
