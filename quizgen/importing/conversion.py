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
from quizgen.questions.base import NOT_DESCRIBED

_ONLY_TEXT = ", because an option or item can only be text"
_INSIDE = re.compile(r"\w[^<>]*<img\b[^<>]*>[^<>]*\w", re.IGNORECASE)
"""A picture between words of a paragraph."""


@dataclass
class Conversion:
    """One question being converted; collects its pictures and sounds, and what cannot be converted."""

    files: Mapping[str, str] = field(default_factory=dict)
    """The name of each picture and sound in the file, by its address in a text."""
    notes: list[str] = field(default_factory=list)
    pictures: list[tuple[str, str, bool]] = field(default_factory=list)
    """Each picture with its address, its description, and whether it is shown after the answer."""
    sounds: list[tuple[str, str]] = field(default_factory=list)
    """Each sound that plays before the answer, with its address and its description."""

    @property
    def addresses(self) -> tuple[str, ...]:
        """The addresses of all pictures and sounds."""
        return (*(one[0] for one in self.pictures), *(one[0] for one in self.sounds))

    def markdown(self, text: str, form: str = "html", *, after_answer: bool = False) -> str:
        """Return ``text`` as Markdown; ``form`` is Moodle's name of its format."""
        converted = platform_markdown(text, form)
        self.notes += (f"left out {lost}" for lost in converted.lost)
        self.pictures += ((address, alt, after_answer) for address, alt in converted.pictures)
        if converted.pictures and _INSIDE.search(text):
            self.notes.append("moved a picture from its place between words to the end of the text")
        if after_answer:
            self.notes += (
                f"left out the sound {address} in the feedback, because sounds can be played only with the stem"
                for address, _ in converted.sounds
            )
        else:
            self.sounds += converted.sounds
        return converted.text

    def line(self, text: str, form: str = "html") -> str:
        """Return ``text``, such as an option, as Markdown on one line; it can have no pictures and sounds."""
        pictures, sounds = len(self.pictures), len(self.sounds)
        line = without_line_ends(self.markdown(text, form))
        self.drop_pictures(pictures, _ONLY_TEXT)
        self.notes += (f"left out the sound {address}{_ONLY_TEXT}" for address, _ in self.sounds[sounds:])
        del self.sounds[sounds:]
        return line

    def drop_pictures(self, start: int, why: str) -> None:
        """Leave out the pictures from place ``start``; ``why`` follows the name of each in a note."""
        self.notes += (f"left out the picture {address}{why}" for address, _, _ in self.pictures[start:])
        del self.pictures[start:]

    @staticmethod
    def plain(text: str) -> str:
        """Return ``text``, which is HTML, as a learner types it."""
        return html_to_text(text)

    def passage(self, where: str, words: str) -> Passage:
        """Return ``words``, a text without a question, with its pictures and what could not be converted."""
        pictures = ((self.files.get(address, address), alt, after) for address, alt, after in self.pictures)
        sounds = ((self.files.get(address, address), said) for address, said in self.sounds)
        return Passage(where, words, tuple(dict.fromkeys(self.notes)), tuple(pictures), tuple(sounds))

    def item(self, where: str, data: dict[str, Any], passages: Passages) -> Item:
        """Return the question below its passage, with its first picture and sound; the others are reported."""
        data = passages.above(data, self.notes)
        self.pictures += passages.pictures
        self.sounds += passages.sounds
        first = next((one for one in self.pictures if not one[2]), next(iter(self.pictures), None))
        names: tuple[str, ...] = ()
        if first is not None:
            address, alt, after_answer = first
            names = (self.files.get(address, address),)
            data["image"] = {"alt": alt or NOT_DESCRIBED, **({"after_answer": True} if after_answer else {})}
            if data["kind"] != "cloze" and not data.get("stem", "x"):
                data["stem"] = WHAT_IS_SHOWN
            others = dict.fromkeys(other for other, _, _ in self.pictures if other != address)
            self.notes += (f"left out the picture {other}: a question can have only one picture" for other in others)
        sounds = {self.files.get(address, address): said for address, said in reversed(self.sounds)}
        heard = tuple(reversed(sounds))
        if heard:
            data["audio"] = {"text": plain_to_markdown(sounds[heard[0]]) or NOT_DESCRIBED}
            if data["kind"] != "cloze" and not data.get("stem", "x"):
                data["stem"] = WHAT_IS_HEARD
            self.notes += (f"left out the sound {other}: a question can have only one sound" for other in heard[1:])
        return Item(where, data, tuple(dict.fromkeys(self.notes)), names, heard[:1])
