"""The one place that finds what somebody meant: "did you mean …?"."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str], cutoff: int = 65) -> str | None:
    """Return the entry of ``known`` that is most like ``word``; None if none is at least ``cutoff`` percent alike."""
    from rapidfuzz import fuzz, process

    best = process.extractOne(word.lower(), list(known), scorer=fuzz.ratio, score_cutoff=cutoff)
    return best[0] if best is not None else None
