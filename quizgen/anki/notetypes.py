"""Our Anki note types. Learners' collections refer to them by id, so ids, names and field lists are frozen.

Adding, renaming or moving a field would make Anki create a second note type and stop updating notes of the first: new
data goes into a spare field instead. Fields hold data and templates hold the design, which may change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from quizgen.anki.words import words_css
from quizgen.questions.kinds import Kind
from quizgen.questions.marks import MAX_MARK

TEMPLATES_MODIFIED = 1_795_906_999
"""When templates or style last changed (Unix seconds). Raise it with each change: Anki accepts only newer ones."""

CONTEXT_FIELD = "Spare 1"
"""The spare field for what is above the question: the topic and the sound. Only the front has it."""

LANGUAGE_FIELD = "Spare 2"
"""The spare field for the language of the question, a BCP 47 code.

On a typed note it is empty unless accents may be left out, because the template chooses Anki's comparison by it. If
they count, the question's own HTML names the language.
"""
DATA_FIELD = "Spare 3"
"""The spare field for JSON: on a typed note the accepted forms, for the card's script, and on any note its settings."""

_COMMON = ("Image", "Hint", "Explanation", "Attribution", "Citation", "Topic", "ID", "Spare 1", "Spare 2", "Spare 3")
_MARKED = "padding: .1em .2em; border-radius: .2em; background: var(--mark-ground); color: var(--mark);"
_EMPTY = "font-weight: 700; box-shadow: inset 0 -1px var(--mark);"
_INCLUDE = re.compile(r"\{\{> ([\w.]+)\}\}")


@dataclass(frozen=True, slots=True)
class NoteType:
    """A note type: its fields, and the one template that shows them (a cloze makes one card for each mark number)."""

    id: int
    name: str
    file: str
    fields: tuple[str, ...]
    cloze: bool = False

    @property
    def front(self) -> str:
        """The template of the question side."""
        return _template(f"{self.file}.front.html")

    @property
    def back(self) -> str:
        """The template of the answer side."""
        return _template(f"{self.file}.back.html")

    def filled(self, values: Mapping[str, str]) -> tuple[str, ...]:
        """Return the field contents in the note type's order; fields that are not given are empty."""
        unknown = dict(values)
        contents = tuple([unknown.pop(field, "") for field in self.fields])
        if unknown:
            raise KeyError(f"unknown fields for the note type {self.name!r}: {', '.join(sorted(unknown))}")
        return contents


CARD = NoteType(1685472506, "quizgen card", "card", ("Question", "Answer", *_COMMON))
CHOICE = NoteType(2140192212, "quizgen choice", "choice", ("Question", "Options", "Answer", "Multiple", *_COMMON))
TRUE_FALSE = NoteType(2079972251, "quizgen true or false", "true_false", ("Question", "Answer", *_COMMON))
TYPED = NoteType(
    1863706686, "quizgen typed", "typed", ("Question", "Answer", "Full Answer", "Unit", "Accepted", *_COMMON)
)
CLOZE = NoteType(1356065014, "quizgen cloze", "cloze", ("Text", "Accepted", *_COMMON), cloze=True)
ORDER = NoteType(1543479348, "quizgen order", "order", ("Question", "Steps", "Answer", *_COMMON))
MATCH = NoteType(1317927316, "quizgen match", "match", ("Question", "Left", "Right", "Answer", *_COMMON))

NOTE_TYPES = (CARD, CHOICE, TRUE_FALSE, TYPED, CLOZE, ORDER, MATCH)

NOTE_TYPE_OF: Mapping[Kind, NoteType] = {
    "card": CARD,
    "choice": CHOICE,
    "multiple": CHOICE,
    "true_false": TRUE_FALSE,
    "short": TYPED,
    "number": TYPED,
    "cloze": CLOZE,
    "order": ORDER,
    "match": MATCH,
}
"""The note type of each kind of question."""


def style() -> str:
    """Return the stylesheet that all note types share."""
    return _file("style.css") + words_css() + _blanks_css()


def _blanks_css() -> str:
    """Return the rules by which a cloze card lists accepted answers of its own blank only, and marks it in a formula.

    Clients put the number of the card into a class around it. If one does not, the card lists all, with their numbers.
    """
    return "".join(
        f".card{number} .blank:not(.blank-{number}), .card{number} .number {{ display: none; }}\n"
        f".card{number} .in-formula-{number} {{ {_MARKED} }}\n"
        f".card{number} .quiz:not(.back) .in-formula-{number} {{ {_EMPTY} }}\n"
        for number in range(1, MAX_MARK + 1)
    )


@cache
def _template(name: str) -> str:
    return _INCLUDE.sub(lambda found: _part(found[1]).strip(), _file(name)).strip()


def _part(name: str) -> str:
    return _file(name if name.endswith(".js") else f"{name}.html")


def _file(name: str) -> str:
    return files("quizgen.anki").joinpath("templates", name).read_text("utf-8")
