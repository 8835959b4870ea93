"""Blanks of a text with their answers, as the fields of a cloze question."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank: its answer, other accepted answers, and wrong ones with their feedback."""

    answer: str
    accept: Sequence[str] = ()
    reject: Mapping[str, str | None] = field(default_factory=dict)


def blank_sign(place: int) -> str:
    """Return the placeholder for the blank at ``place``, from 0, while the text around it is converted.

    It has noncharacters, which no text contains.
    """
    return f"\ufdd2{place}\ufdd3"


def with_blank_signs(text: str, marks: Iterable[re.Match[str]]) -> str:
    """Return ``text`` with a ``blank_sign`` in place of each of ``marks``, which are in the order of the text."""
    pieces: list[str] = []
    end = 0
    for place, mark in enumerate(marks):
        pieces += (text[end : mark.start()], blank_sign(place))
        end = mark.end()
    return "".join((*pieces, text[end:]))


def marked_data(text: str, mark: re.Pattern[str]) -> dict[str, Any]:
    """Return the fields of a cloze question; the group ``answer`` of each ``mark`` in its Markdown is an answer.

    Raises ValueError if the text has no mark, or if an answer cannot be in a mark of quizgen.
    """
    found = list(mark.finditer(text))
    if not found:
        raise ValueError("the question has no blanks")
    return cloze_data(with_blank_signs(text, found), [Blank(one["answer"].strip()) for one in found])


def note_wrong_options(texts: Sequence[str], notes: list[str]) -> None:
    """Add to ``notes`` that a blank's wrong options are left out."""
    options = f"{'option' if len(texts) == 1 else 'options'} {', '.join(map(repr, texts))}"
    notes.append(f"left out the wrong {options}, because learners type their answers into the blanks")


def cloze_data(markdown: str, blanks: Sequence[Blank]) -> dict[str, Any]:
    """Return the fields of a cloze question, whose ``markdown`` has a ``blank_sign`` for each of ``blanks``.

    Raises ValueError for an answer that cannot be in a mark.
    """
    accept: dict[str, list[str]] = {}
    reject: dict[str, dict[str, str | None]] = {}
    for place, blank in enumerate(blanks):
        if not blank.answer:
            raise ValueError(f"blank {place + 1} has no answer")
        if (sign := next((sign for sign in ("::", "}}") if sign in blank.answer), None)) is not None:
            raise ValueError(
                f"the answer {blank.answer!r} to blank {place + 1} contains `{sign}`, which is reserved for marking "
                "blanks; reword the answer"
            )
        name = f"c{place + 1}"
        markdown = markdown.replace(blank_sign(place), f"{{{{{name}::{blank.answer}}}}}")
        if blank.accept:
            accept[name] = list(blank.accept)
        if blank.reject:
            reject[name] = dict(blank.reject)
    return {"kind": "cloze", "text": markdown, "accept": accept, "reject": reject}
