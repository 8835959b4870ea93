"""Who is who in Anki, for ever: ids follow from the set's id and the question's, never from wording, order or time."""

import hashlib

# Anki's ids are milliseconds since 1970 and shown as dates of creation, so ours keep to the years 2001 to 2014: never
# in the future, and wide enough that packages of different sets rarely meet. Where two do, Anki moves the newcomer.
_FIRST_ID = 1_000_000_000_000
_ID_SPAN = 400_000_000_000


def guid(set_id: str, question_id: str) -> str:
    """By which Anki knows a note again. Ids hold no slash, so no two pairs of ids give the same."""
    return f"{set_id}/{question_id}"


def deck_id(set_id: str) -> int:
    """Permanent id of a set's deck; never 1, which is Anki's own default deck."""
    return _number(f"deck {set_id}")


def note_id(guid: str) -> int:
    """The id that a note asks for."""
    return _number(f"note {guid}")


def card_id(guid: str, ordinal: int) -> int:
    """The id that card number ``ordinal`` (from 0) of a note asks for."""
    return _number(f"card {ordinal} {guid}")


def permanent_number(name: str) -> int:
    """A number that stands for ``name`` where Anki would draw a random one; exact in JavaScript too."""
    return _digest(name) % 2**53


def _number(name: str) -> int:
    return _FIRST_ID + _digest(name) % _ID_SPAN


def _digest(name: str) -> int:
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big")
