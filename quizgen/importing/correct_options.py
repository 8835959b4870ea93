"""Which options are right, where a table tells it: by their words, their letters or their numbers."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

Told = Literal["words", "places"] | None
"""How a table tells the right options; None where it is not the same in all rows, or cannot be known."""

_PLACE = re.compile(r"(?:(?:option|choice|answer)[ _]?)?([a-z]|[0-9]{1,2})", re.IGNORECASE)

_BETWEEN_PLACES = re.compile(r" ?[,;|&] ?|(?<=\b[a-z0-9]) (?=[a-z0-9]\b)", re.IGNORECASE)


def right_options(options: Sequence[str], said: Sequence[str], told: Told) -> list[str]:
    """The options that ``said`` calls right; raises ValueError where it names none, or one in each way."""
    words, places = _by_words(options, said), _by_places(options, said)
    found = (words or places) if told == "words" else (places or words)
    if not found:
        raise ValueError(f"its right answer {' | '.join(said)!r} is none of its options")
    if told is None and words and places and set(words) != set(places):
        raise ValueError(f"its right answer {' | '.join(said)!r} is one option, and the letter or number of another")
    return found


def how_told(rows: Sequence[Mapping[str, Any]]) -> Told:
    """How the rows with options tell the right ones, if all of them can be read in one way only."""
    answered = [(row["options"], said) for row in rows if "options" in row and (said := said_of(row))]
    words, places = (
        sum(by(options, said) is not None for options, said in answered) == len(answered)
        for by in (_by_words, _by_places)
    )
    return None if words == places else "words" if words else "places"


def said_of(row: Mapping[str, Any]) -> list[str]:
    """What a row gives as right, in the column of one answer, or of several, or both."""
    answers = [*row.get("answers", ()), *row.get("answer", "").split("|")]
    return list(dict.fromkeys(part.strip() for part in answers if part.strip()))


def _by_words(options: Sequence[str], said: Sequence[str]) -> list[str] | None:
    return list(said) if said and set(said) <= set(options) else None


def _by_places(options: Sequence[str], said: Sequence[str]) -> list[str] | None:
    """The options at the places that ``said`` names, such as B, or 1,3."""
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
