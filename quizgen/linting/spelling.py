"""Correct words by one typical slip: a letter left out, doubled, exchanged with its neighbor, or a wrong vowel."""

from collections.abc import Iterator
from functools import cache, lru_cache

from quizgen.text.noun_kinds import is_mainly
from quizgen.text.sorted_lines import SortedLines
from quizgen.text.word_forms import has_english_letters, is_english_word, one_spelling

SHORTEST = 7
"""Shorter words have too many neighbors."""
_SHORTEST_COMMON = 5
"""The list of common words has no shorter ones."""
_LONGEST = 30
"""A longer word is close to no common one, and would have many neighbors."""
_LONG = 9
"""Words of this length have few neighbors with a letter more or less."""
_VOWELS = "aeiou"
_LEFT_OUT = "aeioulnrstchmpgkd"
"""The letters that are left out of words most often."""
_DOUBLED = "lmnprstcfg"
_ENDINGS = ("ings", "ing", "ed", "er", "ers", "ly", "ness", "less", "able", "like", "wise", "ish")
_BEGINNINGS = (
    "anti non un re pre post over under sub super inter multi micro macro mini semi co de dis mis out photo electro bio"
    " hydro hyper hypo neo eco geo nano cyber thermo neuro pseudo counter extra intra trans self mega ultra"
).split()


@lru_cache(maxsize=65_536)
def corrected(word: str) -> str | None:
    """Return the common English word that ``word`` (lower case) is a slip of, None if ``word`` is known or short.

    An unknown word that is close to no common one gives "".
    """
    if len(word) < SHORTEST or not word.isascii() or _is_known(word):
        return None
    if len(word) > _LONGEST:
        return ""
    for right in _corrections(word):
        if _is_common(right):
            return right
    return ""


@lru_cache(maxsize=65_536)
def unswapped(word: str) -> str | None:
    """Return the common English word that an unknown ``word`` is with two letters swapped within: pious, for piuos."""
    if len(word) > _LONGEST or not word.isascii() or _is_known(word):
        return None
    for at in range(1, len(word) - 2):
        one, two = word[at], word[at + 1]
        right = word[:at] + two + one + word[at + 2 :]
        # Latin and names may have letters in an order that is usual in English, too.
        if one != two and _is_common(right) and not has_english_letters(word[at - 1 : at + 3]):
            return right
    return None


@cache
def _common_words() -> SortedLines:
    return SortedLines.from_data("common-words.txt.gz")


def _is_common(word: str) -> bool:
    """Return whether most writers know ``word``: a rare one is seldom what a writer meant."""
    return any(
        len(form) >= _SHORTEST_COMMON
        and _common_words().find(f"{form}\n".encode()) is not None
        and not (form != word and form.endswith("ia") and is_mainly(form, "region"))  # Anglia has no plural
        for form in {word, word if word.endswith("ss") else word.removesuffix("s")}
    )


@cache
def _rare_words() -> SortedLines:
    """The rare words that are one slip away from a common one: pisiform, pluripotent; ``data/README.md``."""
    return SortedLines.from_data("rare-words.txt.gz")


def _is_known(word: str) -> bool:
    if is_english_word(word) or is_english_word(one_spelling(word)):
        return True
    if _rare_words().find(f"{word}\n".encode()) is not None:
        return True
    for ending in _ENDINGS:
        base = word.removesuffix(ending)
        if base != word and (is_english_word(base) or is_english_word(f"{base}e")):
            return True
    if word.endswith("ies") and is_english_word(f"{word[:-3]}y"):
        return True
    if word.endswith("es") and is_english_word(word[:-2]):
        return True
    return any(
        word.startswith(beginning) and len(word) > len(beginning) + 4 and is_english_word(word[len(beginning) :])
        for beginning in _BEGINNINGS
    ) or any(is_english_word(word[:at]) and is_english_word(word[at:]) for at in range(4, len(word) - 3))


def _corrections(word: str) -> Iterator[str]:
    """Yield the words that differ from ``word`` by one typical slip; the first letter is always right."""
    for at in range(1, len(word) - 1):
        one, two = word[at], word[at + 1]
        if one == two and one in _DOUBLED:
            yield word[:at] + word[at + 1 :]  # occassion
    for at in range(1, len(word) - 1):
        one, two = word[at], word[at + 1]
        if one != two:
            yield word[:at] + two + one + word[at + 2 :]  # recieve
    for at in range(1, len(word)):
        if word[at] in _VOWELS:
            for vowel in _VOWELS:
                if vowel != word[at]:
                    yield word[:at] + vowel + word[at + 1 :]  # seperate
    for at in range(1, len(word) if len(word) >= _LONG else 0):
        yield word[:at] + word[at + 1 :]  # explaination
    for at in range(1, len(word)):
        for letter in _LEFT_OUT:
            yield word[:at] + letter + word[at:]  # enviroment
