"""Permanent ids in Anki: derived from the set's id and the question's id, never from wording, order or time."""

import hashlib

from quizgen.questions import BaseQuestion, QuestionSet

# Anki's ids are milliseconds since 1970, and it shows them as creation dates. Ours lie in the years 2001 to 2014: never
# in the future, and the range is wide enough that two sets rarely collide. If they do, Anki renumbers the later one.
_FIRST_ID = 1_000_000_000_000
_ID_SPAN = 400_000_000_000


def guid(set_id: str, question_id: str) -> str:
    """Return the guid by which Anki recognizes a note. Ids contain no slash, so each pair has a guid of its own."""
    return f"{set_id}/{question_id}"


def guid_of(question_set: QuestionSet, question: BaseQuestion) -> str:
    """Return the guid of a question's note; it survives a rename and an import from Anki.

    An imported note keeps its own guid, and a renamed question or set the guid of its first name.
    """
    if question.guid:
        return question.guid
    if question.formerly:
        return question.formerly[0]
    return guid((question_set.formerly or (question_set.id,))[0], question.id)


def deck_id(set_id: str, topic: str | None = None) -> int:
    """Return the permanent id of a set's deck, or of a topic's subdeck; never 1, Anki's own default deck."""
    return _number(f"deck {set_id}" if topic is None else f"deck {set_id}/{topic}")


def preset_id(name: str) -> int:
    """Return the permanent id of the deck options ``name``; never 1, Anki's own default options."""
    return _number(f"preset {name}")


def note_id(guid: str) -> int:
    """Return the id that a note asks for. Its cards ask for the same number and those after it."""
    return _number(f"note {guid}")


def _number(name: str) -> int:
    return _FIRST_ID + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % _ID_SPAN
