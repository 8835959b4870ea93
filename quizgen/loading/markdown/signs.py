r"""The signs that structure a Markdown set, and how text that looks like one of them is written literally.

A backslash at the start of a line makes the sign after it plain text: ``\= 5`` is text, ``= 5`` is an answer. Reader
and writer share this module, so that what one escapes is what the other reads back. Code blocks need no escapes.
"""

import re
from functools import cache
from typing import NamedTuple, get_args

LABELS = ("Why", "Hint", "Answer", "Order", "Match")
"""Words that begin a part of a question, each followed by a colon."""

LABEL = re.compile(rf" {{0,3}}(?P<label>{'|'.join(LABELS)}):(?:[ \t]+|$)")
"""``Why:`` at the start of a line."""
ANSWER_LABEL = re.compile(r" {0,3}(?:Answer|Order|Match):(?:[ \t]|$)")
"""A label that begins an answer."""
ANSWER = re.compile(r" {0,3}=(?:(?P<number>#)[ \t]*|[ \t]+|$)")
"""``= answer``, or ``=# number``."""
LIST_SIGN = re.compile(r"[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)")
"""``- `` or ``1. ``."""
BOX = re.compile(r"\[(?P<sign>[ xX])\](?:[ \t]+|$)")
"""The box of an option: ``[x]`` if it is correct."""
NEAR_BOX = re.compile(r"\[[ \t]*(?P<sign>[xX✓✔*]?)[ \t]*\]")
"""A box, or what is meant as one: ``[]``, ``[ x ]``."""
HEADING_ID = re.compile(r"(?:^|[ \t]+)\{[ \t]*#(?P<id>[^{}]*)\}$")
"""The id at the end of a heading: ``{#danube}``."""

FIELD_LINE = re.compile(r"^(?P<key>[a-z_]+):(?=[ \t]|$)", re.MULTILINE)
"""What may be a key of a question: ``priority: detail``."""
NEAR_FENCE = re.compile(r"(?:'{2,4}|\"{3}|[´‘’“”]{2,3}|`{1,2}|---)(?:[ \t]*ya?ml)?[ \t]*", re.IGNORECASE)
"""A line that is meant as one of the lines around a YAML block."""
IN_BLOCK = "put it between the lines ```yaml and ``` at the end of the question"

# What the reader does not take for text at the start of a line.
_SIGN = re.compile(
    rf"=(?:#|[ \t]|$)|(?:{'|'.join(LABELS)}):(?:[ \t]|$)|#{{1,6}}(?:[ \t]|$)|#{{2,3}}[^#\s]|<!--|<{{7}}"
    r"|(?:[-*+]|\d{1,9}[.)])[ \t]+\["
)
_LIKE_LABEL = re.compile(
    r"[ \t]{0,3}(?P<x>(?P<mark>\*\*|__|\*|_)?(?P<word>[A-Za-z]{2,11})(?(mark)(?::(?P=mark)|(?P=mark):)|:))(?=\s|$)"
)
# English words that are one letter away from a label.
_WORDS = frozenset(
    "who way whey shy wry wily hit hind mint lint tint pint dint hunt flint hing hilt older border elder odder ordeal"
    " march watch catch patch batch hatch latch mach thatch snatch".split()
)

_SYNONYMS = {
    "ans": "Answer", "antwort": "Answer",
    "explanation": "Why", "because": "Why", "reason": "Why", "rationale": "Why", "feedback": "Why", "clue": "Hint"
}  # fmt: skip
"""Other words for a label, which mean it below an answer only: a question may end with "Reason: …"."""


class LabelSlip(NamedTuple):
    """What is meant as the label ``meant``, from ``start`` to before ``end`` of a line, its colon included."""

    start: int
    end: int
    meant: str
    is_synonym: bool = False


def label_slip(line: str) -> LabelSlip | None:
    """Return what begins ``line`` if it is almost a label, such as ``Hnit:``, ``**Why:**`` or ``Because:``."""
    found = _LIKE_LABEL.match(line)
    if found is None:
        return None
    if (synonym := _SYNONYMS.get(found["word"].lower())) is not None:
        return LabelSlip(found.start("x"), found.end("x"), synonym, is_synonym=True)
    if (label := _meant_label(found["word"], is_marked=found["mark"] is not None)) is None:
        return None
    return LabelSlip(found.start("x"), found.end("x"), label)


def _meant_label(word: str, *, is_marked: bool) -> str | None:
    name = word.capitalize()
    if name in LABELS:
        return name if is_marked or word != name else None
    if word.lower() in _WORDS:
        return None
    from rapidfuzz.distance import OSA

    return next((one for one in LABELS if OSA.distance(name, one, score_cutoff=1) <= 1), None)


def field_key(line: str) -> str | None:
    """Return the key of a question with which ``line`` begins, or None."""
    found = FIELD_LINE.match(line)
    return found["key"] if found is not None and found["key"] in _question_keys() else None


@cache
def _question_keys() -> frozenset[str]:
    from quizgen.questions.sets import Question

    return frozenset(name for model in get_args(get_args(Question)[0]) for name in model.model_fields)


def _is_sign(text: str) -> bool:
    return _SIGN.match(text) is not None or label_slip(text) is not None


def escape_line(line: str) -> str:
    """Return ``line`` with a backslash before a sign that begins it."""
    space, slashes, rest = _split(line)
    return f"{space}\\{slashes}{rest}" if _is_sign(rest) else line


def unescape_line(line: str) -> str:
    """Return ``line`` without the backslash that ``escape_line`` adds."""
    space, slashes, rest = _split(line)
    return f"{space}{slashes[1:]}{rest}" if slashes and _is_sign(rest) else line


def _split(line: str) -> tuple[str, str, str]:
    """Return the spaces at the start of ``line``, the backslashes after them, and the rest."""
    body = line.lstrip(" \t")
    rest = body.lstrip("\\")
    return line[: len(line) - len(body)], body[: len(body) - len(rest)], rest
