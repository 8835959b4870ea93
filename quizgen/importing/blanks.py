"""Blanks of a text with their answers, as the fields of a cloze question."""

from collections.abc import Mapping, Sequence
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
