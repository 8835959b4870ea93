"""What a language learner got wrong in a word, in words for the learner."""

from quizgen.text.folding import without_accents
from quizgen.text.words import LEADING_ARTICLES, listed

_GENDERS = tuple(
    map(listed, ("el la lo", "los las", "un una", "unos unas", "le la", "il la lo", "der die das", "o a", "os as"))
)
"""Articles that differ in nothing but gender."""
_LONGEST_ENDING = 3


def slip_note(right: str, said: str, best: str) -> str | None:
    """Return what to check in ``said``, as in ``Check the accents: "año".``; None if it is not the answer misspelled.

    ``right`` is the answer as it is compared with ``said``, ``best`` the answer as it is shown.
    """
    slip = _slip(right.split(), said.split(), right, said)
    return f'Check the {slip}: "{best}".' if slip and right != said else None


def _slip(right_words: list[str], words: list[str], right: str, said: str) -> str | None:
    if without_accents(right) == without_accents(said):
        return "accents"
    if right.casefold() == said.casefold():
        return "capital letters"
    if sorted(right_words) == sorted(words):
        return "word order"
    if _without_signs(right) == _without_signs(said):
        return "punctuation"
    if right_words[1:] == words[1:] and words[1:] and right_words[0] in LEADING_ARTICLES:
        return "gender" if any({right_words[0], words[0]} <= group for group in _GENDERS) else "article"
    if right_words[1:] == words and right_words[0] in LEADING_ARTICLES:
        return "article"
    if len(right_words) == len(words) and all(map(_differ_at_the_end, right_words, words)):
        return "ending"
    from rapidfuzz.distance import OSA

    close = len(right) > 3 and OSA.distance(said, right, score_cutoff=2) <= 2
    return "spelling" if close else None


def _without_signs(text: str) -> str:
    return "".join(char for char in text if char.isalnum())


def _differ_at_the_end(right: str, said: str) -> bool:
    """Return whether two words are equal, or equal but for a short ending: altos and altas, not lápices and lápizes."""
    shared = _shared_start(right, said)
    tails = right[shared:], said[shared:]
    longer = max(len(right), len(said))
    short = longer - shared <= _LONGEST_ENDING and _shared_start(tails[0][::-1], tails[1][::-1]) <= 1
    return right == said or (shared >= 2 and 2 * shared >= longer and short)


def _shared_start(one: str, other: str) -> int:
    """Return the number of letters with which both words begin."""
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
