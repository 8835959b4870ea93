"""Ids made from names and titles."""

import re
import unicodedata


def kebab(words: str) -> str:
    """Return ``words`` as an id: lower case without accents, hyphens between words; possibly empty."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
