"""Which options are correct in a table: given by their text, their letters or their numbers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

Naming = Literal["words", "places"] | None
"""How a table names the correct options; None if rows differ or it cannot be determined."""

_PLACE = re.compile(r"(?:(?:option|choice|answer)[ _]?)?([a-z]|[0-9]{1,2})", re.IGNORECASE)

_BETWEEN_PLACES = re.compile(r" ?[,;|&] ?|(?<=\b[a-z0-9]) (?=[a-z0-9]\b)", re.IGNORECASE)


def right_options(options: Sequence[str], said: Sequence[str], naming: Naming) -> list[str]:
    """Return the options that ``said`` names; raise ValueError if it names none, or if its readings differ."""
    words, places = _by_words(options, said), _by_places(options, said)
    found = (words or places) if naming == "words" else (places or words)
    if not found:
        texts = ", ".join(map(repr, said))
        problem = f"the correct answer {texts} is not" if len(said) == 1 else f"none of the correct answers {texts} is"
        raise ValueError(f"{problem} one of the options")
    if naming is None and words and places and set(words) != set(places):
        raise ValueError(
            f"the correct answer {' | '.join(said)!r} is ambiguous: it could refer to options by their text or by "
            "their position"
        )
    return found


def naming_of(rows: Sequence[Mapping[str, Any]]) -> Naming:
    """Return how the rows name their correct options, if only one way fits all of them."""
    answered = [(row["options"], said) for row in rows if "options" in row and (said := answers_of(row))]
    words, places = (
        sum(by(options, said) is not None for options, said in answered) == len(answered)
        for by in (_by_words, _by_places)
    )
    return None if words == places else "words" if words else "places"


def answers_of(row: Mapping[str, Any]) -> list[str]:
    """Return the correct answers of a row, from the columns for one answer and for several."""
    answers = [*row.get("answers", ()), *row.get("answer", "").split("|")]
    return list(dict.fromkeys(part.strip() for part in answers if part.strip()))


def _by_words(options: Sequence[str], said: Sequence[str]) -> list[str] | None:
    """Return the options that ``said`` quotes, if need be separated by semicolons or commas."""
    for separator in (None, ";", ","):
        parts = said if separator is None else [part.strip() for one in said for part in one.split(separator)]
        words = list(dict.fromkeys(filter(None, parts)))
        if words and set(words) <= set(options):
            return words
    return None


def _by_places(options: Sequence[str], said: Sequence[str]) -> list[str] | None:
    """Return the options at the places that ``said`` names, such as B, or 1,3."""
    found = []
    for part in _BETWEEN_PLACES.split(" ".join("|".join(said).split())):
        place = _PLACE.fullmatch(part.strip())
        number = _number(place[1]) if place else 0
        if not 1 <= number <= len(options) or not options[number - 1]:
            return None
        found.append(options[number - 1])
    return list(dict.fromkeys(found)) or None


def _number(place: str) -> int:
    return int(place) if place.isdigit() else ord(place.lower()) - ord("a") + 1
