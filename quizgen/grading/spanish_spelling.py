"""Words that Spanish may spell in two ways: séptimo, sétimo; aquella, aquélla at the end of a sentence."""

import re

_ABOUT_ACCENTS = re.compile(r"\baccents?\b|\bacentos?\b|\btildes?\b|\bspell", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?P<begin>aqu(?=él)|(?=é[st]))é(?P<end>st[ae]|st[ao]s|s[ae]|s[ao]s|ll[ao]s?|l)"
    r"(?=$| (?:es|son|era|eran|está|están|no|me|te|se|nos|que|de|del|y|o|pero|también|tiene|tienen)\b)"
)
"""A demonstrative with the accent that it may have without a noun."""
_ONLY = re.compile(r"\bsólo\b")
_OTHER = {
    "sétimo": "séptimo", "sétima": "séptima", "setiembre": "septiembre", "obscuro": "oscuro", "obscura": "oscura",
    "obscuros": "oscuros", "obscuras": "oscuras", "período": "periodo", "períodos": "periodos", "vídeo": "video",
    "vídeos": "videos", "fútbol": "futbol", "quizás": "quizá", "méjico": "méxico", "icono": "ícono",
}  # fmt: skip
"""Spellings that the academies of Spanish list beside another one."""


def in_one_spelling(text: str, stem: str) -> str:
    """Return ``text``, in lower case, in one of its spellings, unless the stem asks for the spelling or the accents."""
    if _ABOUT_ACCENTS.search(stem):
        return text
    plain = _ONLY.sub("solo", _POINTING.sub(r"\g<begin>e\g<end>", text))
    return " ".join(_OTHER.get(word, word) for word in plain.split(" "))
