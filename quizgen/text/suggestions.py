"""Suggestions for misspelled names: "did you mean …?"."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], cutoff: int = 65) -> str | None:
    """Return the entry of ``known`` most similar to ``word``; None if no similarity reaches ``cutoff`` percent."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return best[0] if best is not None else None
