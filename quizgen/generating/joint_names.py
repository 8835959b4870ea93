"""Find the names of two people that are one name: of a firm, or of what both made, such as "Lund and Krag engine"."""

import re
from collections.abc import Iterator

from quizgen.generating.entities import is_nationality
from quizgen.generating.gazetteer import is_place
from quizgen.generating.given_names import GIVEN_NAMES
from quizgen.text.folding import fold
from quizgen.text.noun_kinds import is_noun
from quizgen.text.word_forms import is_english_word, singular

_TWO = r"(?P<first>[A-ZÀ-Þ][\w’-]+) (?:and|&) (?P<second>[A-ZÀ-Þ][\w’-]+(?: [A-ZÀ-Þ][\w’-]+)*)(?![\w’-])"
_BODY = "agency|bank|brewery|business|chain|company|corporation|firm|foundry|manufactory|partnership"
_FIRM = re.compile(
    rf"(?<![\w’'-])(?<![A-ZÀ-Þ]\. ){_TWO}(?=, (?:an?|the) (?:[A-Za-z-]+ ){{0,4}}?(?:{_BODY})\b)"
    rf"|\b(?:{_BODY}) (?:of )?{_TWO.replace('first', 'one').replace('second', 'other')}"
)
"""A firm that is called after two people: "Lund and Krag, a Danish firm", "the firm of Lund and Krag"."""
_PRODUCT = re.compile(rf"\b[Tt]he {_TWO}(?= (?P<thing>[a-z-]+)\b)")
"""What two people made or led: "the Lund and Krag engine"."""


def joint_names(text: str) -> Iterator[tuple[int, int]]:
    """Yield the bounds of the names of two people in ``text`` that are one name."""
    for found in _FIRM.finditer(text):
        start = found.start("first") if found["first"] is not None else found.start("one")
        yield start, found.end()
    for found in _PRODUCT.finditer(text):
        names, thing = (found["first"], found["second"]), found["thing"]
        is_one = is_noun(thing) and singular(thing) == thing and not thing.endswith(("ed", "ing"))
        if is_one and not any(map(_is_no_surname, names)):
            yield found.start("first"), found.end("second")


def is_in_joint_name(text: str, start: int, end: int) -> bool:
    """Return whether a name from ``start`` to ``end`` in ``text`` is only a part of such a name."""
    return any(first <= start and end <= last for first, last in joint_names(text))


def _is_no_surname(word: str) -> bool:
    """Return whether ``word`` may be a place, a nationality or a common word: "the Danish and Swedish fleet"."""
    is_common = is_english_word(word.lower()) and fold(word) not in GIVEN_NAMES
    return is_common or is_place(word) or is_nationality(word)
