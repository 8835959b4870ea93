"""Suggestions for misspelled names: "did you mean …?"."""

from collections.abc import Iterable

from quizgen.text.differences import difference


def nearest(word: str, known: Iterable[str], cutoff: int = 65) -> str | None:
    """Return the entry of ``known`` most similar to ``word``; None if no similarity reaches ``cutoff`` percent."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return best[0] if best is not None else None


def closest(name: str, known: Iterable[str]) -> str | None:
    """Return the question "did you mean …?" with the entry of ``known`` most similar to ``name``, or None."""
    guess = nearest(name, known)
    if guess is None:
        return None
    change = difference(name, guess)
    return f"did you mean `{guess}`?" + (f" {change[0].upper()}{change[1:]}" if change else "")
