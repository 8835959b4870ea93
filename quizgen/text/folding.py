"""Fold text, so that pieces of text that are the same to a reader compare as equal."""

import unicodedata
from functools import lru_cache

from quizgen.text.lazy_pattern import lazy_pattern

LETTERS = lazy_pattern(r"[^\W\d_]+")
"""A word of letters only, in any script."""
_SPACES = lazy_pattern(r"\s+")


def fold(text: str) -> str:
    """Reduce ``text`` to what a reader sees in it: case, accents, width, invisible characters and spacing are dropped.

    ``fold("  Café  NOIR") == "cafe noir"``; folding twice changes nothing more. Marks that make another letter stay:
    the breve of Cyrillic й, dakuten, and the vowel and tone signs of scripts other than Latin, Greek, Cyrillic, Arabic
    and Hebrew.
    """
    if text.isascii():
        return " ".join(text.lower().split())
    return _fold_any(text)


@lru_cache(maxsize=8192)  # checks fold each option several times, and other text than ASCII takes thirty times as long
def _fold_any(text: str) -> str:
    folded = text
    # Casefolding can bring new compositions and decomposing new capitals, so repeat until nothing changes.
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def _fold_once(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return _SPACES.sub(" ", unicodedata.normalize("NFKC", without_accents(decomposed))).strip()


def without_accents(text: str) -> str:
    """Drop invisible characters from ``text``, and the marks that are an accent in the script of their letter."""
    kept: list[str] = []
    base = ""
    for char in unicodedata.normalize("NFD", text):
        category = unicodedata.category(char)
        if category == "Cf":
            continue
        if category == "Mn":
            if _is_accent(base, char):
                continue
        else:
            base = char
        kept.append(char)
    return "".join(kept)


def _is_accent(base: str, mark: str) -> bool:
    if (mark == "\u0306" and base in {"и", "И"}) or (mark == "\u0338" and not base.isalpha()):
        return False  # й is a letter, and ≠ is not =
    return mark < "\u0370" or "\u0591" <= mark <= "\u06ed" or "\u1ab0" <= mark <= "\u20ff" or mark >= "\ufe00"


_RAISED = str.maketrans(
    {char: f"^{digit}" for digit, char in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")}
    | {char: f"_{digit}" for digit, char in enumerate("₀₁₂₃₄₅₆₇₈₉")}
)
_EXACT = lazy_pattern(r"`[^`]*`|\\\(.*?\\\)")
_CAPITAL = lazy_pattern(r"[A-Z]")


def fold_option(text: str) -> str:
    """Fold an option like ``fold``, but keep what readers see in options: superscripts, and capitals in code or math.

    ``10²`` is not ``102``, nor is ``\\d`` in code ``\\D``.
    """
    if "`" in text or "\\(" in text:
        text = _EXACT.sub(lambda exact: _CAPITAL.sub(lambda capital: f"^{capital[0]}", exact[0]), text)
    return fold(text if text.isascii() else text.translate(_RAISED))


def occurs_in(words: str, text: str) -> bool:
    """Return whether folded ``words`` occur in folded ``text`` as whole words: "no" in "a no-go", not in "nothing"."""
    start = text.find(words) if words else -1
    while start >= 0:
        end = start + len(words)
        if not (start and _in_word(text[start - 1])) and not (end < len(text) and _in_word(text[end])):
            return True
        start = text.find(words, start + 1)
    return False


def _in_word(char: str) -> bool:
    return char.isalnum() or char == "_"
