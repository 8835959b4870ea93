"""Who is who in Anki, for ever: ids follow from the set's id and the question's, never from wording, order or time."""

import hashlib

# Anki's ids are milliseconds since 1970 and shown as dates of creation, so ours keep to the years 2001 to 2014: never
# in the future, and wide enough that packages of different sets rarely meet. Where two do, Anki moves the newcomer.
_FIRST_ID = 1_000_000_000_000
_ID_SPAN = 400_000_000_000


def guid(set_id: str, question_id: str, kept: str | None = None) -> str:
    """By which Anki knows a note again. Ids hold no slash, so no two pairs of ids give the same.

    ``kept`` is the guid of a note that was in Anki before it became a question.
    """
    return kept or f"{set_id}/{question_id}"


def deck_id(set_id: str, topic: str | None = None) -> int:
    """Permanent id of a set's deck, or of its topic's deck below it; never 1, which is Anki's own default deck."""
    return _number(f"deck {set_id}" if topic is None else f"deck {set_id}/{topic}")


def preset_id(name: str) -> int:
    """Permanent id of the deck options called ``name``; never 1, which are Anki's own default options."""
    return _number(f"preset {name}")


def note_id(guid: str) -> int:
    """The id that a note asks for. Its cards ask for the same and those after it."""
    return _number(f"note {guid}")


def _number(name: str) -> int:
    return _FIRST_ID + int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big") % _ID_SPAN
