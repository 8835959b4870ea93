"""The names in a sentence, and what the sentence is about."""

from collections.abc import Callable
from dataclasses import dataclass

from quizgen.text.lexicon import ORGANISATIONS
from quizgen.text.word_forms import possessive


@dataclass(frozen=True, slots=True)
class Subject:
    """What a sentence is about."""

    text: str
    is_person: bool = False
    is_plural: bool = False

    @property
    def possessive(self) -> str:
        return possessive(self.text, is_plural=self.is_plural)


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: its bounds there, the usual name, and whether it is a person's."""

    start: int
    end: int
    name: str
    is_person: bool

    @property
    def is_body(self) -> bool:
        """Whether the name says that it is an organization's."""
        return "&" in self.name or not ORGANISATIONS.isdisjoint(self.name.lower().split())


NamedIn = Callable[[str], list[Named]]
"""A function that finds the names in a sentence, in order."""


def people_in(text: str, named_in: NamedIn) -> list[str]:
    """Return the people in ``text``, as it calls them."""
    return [text[one.start : one.end] for one in named_in(text) if one.is_person]
