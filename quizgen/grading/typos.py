"""Slips of the finger, told from other words."""

from collections.abc import Iterator

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.nations import NATIONS
from quizgen.grading.words import Phrase, digits, has_digit, without_article

MIN_WORD = 4
"""Words of fewer letters must be right."""
MAX_EDITS = 3
"""More slips than this in one response are no slips."""

# One letter here makes another word of it, and a learner may well mean that one.
_OPPOSED_STARTS = (
    ("hyper", "hypo"), ("endo", "exo"), ("ab", "ad"), ("inter", "intra"), ("macro", "micro"), ("in", "ex"),
    ("in", "im"), ("over", "under"), ("pre", "pro"), ("super", "sub"), ("homo", "hetero"), ("anti", "ante"),
    ("pro", "per"), ("ecto", "endo"), ("mono", "di"), ("bi", "di"), ("tri", "di"), ("de", "re"), ("e", "i"),
    ("im", "em"), ("ac", "ef"), ("af", "ef"), ("para", "peri"), ("meta", "beta"), ("poly", "mono"),
)  # fmt: skip
_OPPOSED_ENDS = (
    ("ate", "ite"), ("ate", "ide"), ("ite", "ide"), ("ane", "ene"), ("ene", "yne"), ("ane", "yne"), ("ous", "ic"),
    ("er", "ee"), ("or", "ee"), ("ose", "ase"), ("on", "um"), ("al", "an"), ("ine", "ide"), ("ane", "ine"),
)  # fmt: skip


def typo(form: Phrase, given: Phrase, task: AnswerKey) -> int | None:
    """How many slips lie between ``given`` and ``form``; None where they are not the same words misspelt.

    One slip in a word of four to eight letters, two in a longer one, three in all: a letter missing, doubled, wrong, or
    swapped with its neighbour. Never in digits, a word's first letter, or words under four letters; a word of four
    letters may not have a wrong one. Never where the response is, or is nearer to, another answer.
    """
    edits = slips(form.words, given.words) or slips(without_article(form.words), without_article(given.words))
    if not edits or given.normal in NATIONS or _nearer_to_rival(given, edits, task):
        return None
    return edits


def slips(right: tuple[str, ...], given: tuple[str, ...]) -> int | None:
    """The number of slips when ``given`` is ``right`` misspelt word by word, or None."""
    if len(right) != len(given) or digits(right) != digits(given):
        return None
    total = 0
    for word, written in zip(right, given, strict=True):
        if word == written:
            continue
        edits = _word_slips(word, written)
        if edits is None:
            return None
        total += edits
    return total if total <= MAX_EDITS else None


def _word_slips(word: str, written: str) -> int | None:
    from rapidfuzz.distance import OSA

    if min(len(word), len(written)) < MIN_WORD or has_digit((word, written)) or word[0] != written[0]:
        return None
    allowed = 1 if len(word) <= 8 else 2
    edits = OSA.distance(word, written, score_cutoff=allowed)
    if edits > allowed or _opposed(word, written):
        return None
    if len(word) == len(written) == MIN_WORD and sorted(word) != sorted(written):
        return None
    return edits


def _opposed(word: str, written: str) -> bool:
    """Whether the two differ in nothing but a beginning or an ending that turns the meaning."""
    pairs = [*_swapped(_OPPOSED_STARTS)]
    if any(word[len(a) :] == written[len(b) :] for a, b in pairs if word.startswith(a) and written.startswith(b)):
        return True
    pairs = [*_swapped(_OPPOSED_ENDS)]
    return any(word[: -len(a)] == written[: -len(b)] for a, b in pairs if word.endswith(a) and written.endswith(b))


def _swapped(pairs: tuple[tuple[str, str], ...]) -> Iterator[tuple[str, str]]:
    for first, second in pairs:
        yield first, second
        yield second, first


def _nearer_to_rival(given: Phrase, edits: int, task: AnswerKey) -> bool:
    """Whether another answer of the set lies as near to the response, or nearer."""
    rivals = task.rivals
    if not rivals:
        return False
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extractOne

    return extractOne(given.normal, rivals, scorer=OSA.distance, processor=None, score_cutoff=edits) is not None
