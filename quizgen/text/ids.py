"""Ids made from names and titles."""

import re
import unicodedata

_LETTERS = str.maketrans({"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "æ": "ae", "Æ": "Ae"})
"""Letters that are not made of a plain one and an accent."""


def kebab(words: str) -> str:
    """Return ``words`` as an id: lower case without accents, hyphens between words; possibly empty."""
    plain = unicodedata.normalize("NFKD", words.translate(_LETTERS)).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
