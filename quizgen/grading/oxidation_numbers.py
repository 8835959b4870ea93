"""Charges and oxidation numbers, whose sign may come first or last: 6+ for +6; oxidation numbers may be Roman: VI."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.formulas import asks_for_charge, asks_for_oxidation_number
from quizgen.text.chemistry.elements import ELEMENTS
from quizgen.text.notation import charge

_OF_ELEMENT = re.compile(
    r"(?P<element>[^\W\d_]{1,15})\s*(?:(?:is|has|=|:)\s*(?P<said>[+\-−]?[\dIV]+[+\-−]?)"
    r"|\((?P<inside>[+\-−]?[\dIVX]+[+\-−]?)\))"
)
"""An element with its number: Fe = +3, Fe(III), iron(III)."""


def charge_in(text: str, key: AnswerKey) -> int | None:
    """Return the charge or oxidation number that ``text`` says, if the stem asks for one; None if it says none."""
    if not asks_for_charge(key.stem):
        return None
    found = _OF_ELEMENT.fullmatch(text.strip(" ."))
    if found and is_asked(found["element"], key):
        text = found["said"] or found["inside"]
    if not asks_for_oxidation_number(key.stem) and not any(map(str.isdigit, text)):
        return None
    return charge(text.strip(" ."))


def is_asked(element: str, key: AnswerKey) -> bool:
    """Return whether the stem asks about the element with this symbol or name, by its name or its symbol."""
    symbol = ELEMENTS.get(element.lower(), element)
    named = symbol in {ELEMENTS.get(word) for word in key.stem_words}
    return named or re.search(rf"\bof {symbol} in\b", key.stem) is not None
