"""hashcards: flashcards in plain text, whose texts are Markdown, as quizgen's.

Format: https://github.com/eudoxia0/hashcards
"""

import re
from collections.abc import Iterator

from quizgen.importing.blanks import marked_data
from quizgen.importing.items import Item, refused
from quizgen.importing.plain import clean, without_front_matter

_LABEL = re.compile(r"(?P<label>[QAC]):(?:[ \t]+(?P<text>.*))?")
_BRACKETS = re.compile(r"(?<![\\!\]])\[(?P<answer>[^\[\]]+)\](?!\()")


def looks_like_hashcards(text: str) -> bool:
    """Return whether lines begin with the labels of hashcards: a question and its answer, or a text with blanks."""
    labels = {found["label"] for line in text.split("\n") if (found := _LABEL.fullmatch(line)) and found["text"]}
    return {"Q", "A"} <= labels or (labels == {"C"} and _BRACKETS.search(text) is not None)


def read_hashcards(text: str) -> Iterator[Item]:
    """Yield each card; a label begins a part of it, and the next question, blank text or line of dashes ends it."""
    parts: dict[str, list[str]] = {}
    start, label = 0, ""
    for number, line in enumerate([*without_front_matter(text).split("\n"), "---"], 1):
        found = _LABEL.fullmatch(line)
        if parts and (line.strip() == "---" or (found and (found["label"] != "A" or "A" in parts))):
            yield _hashcard(f"line {start}", {name: clean("\n".join(lines)) for name, lines in parts.items()})
            parts, label = {}, ""
        if found:
            start, label = start if parts else number, found["label"]
            parts[label] = [found["text"] or ""]
        elif label:
            parts[label].append(line)


def _hashcard(where: str, parts: dict[str, str]) -> Item:
    if "C" in parts:
        try:
            return Item(where, marked_data(parts["C"], _BRACKETS))
        except ValueError as error:
            return refused(where, str(error))
    for label, what in (("Q", "question"), ("A", "answer")):
        if not parts.get(label):
            return refused(where, f"the card has no {what}; write one after `{label}:`")
    return Item(where, {"kind": "card", "stem": parts["Q"], "answer": parts["A"]})
