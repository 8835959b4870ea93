"""English words, so that one word is not taken for a typo of another. ``data/README.md`` names the source."""

import gzip
from bisect import bisect_left
from functools import cache
from importlib.resources import files


@cache
def _english() -> bytes:
    """The folded words of the list, each between line feeds."""
    return gzip.decompress(files("quizgen.text").joinpath("data/english-words.txt.gz").read_bytes())


def is_english_word(word: str) -> bool:
    """Return whether ``word`` (folded, lower case) is an English word or a well-known name of four letters or more."""
    if len(word) < 4 or not (word.isascii() and word.isalpha()):
        return False
    return any(_is_listed(form.encode()) for form in (word, word.removesuffix("s")) if len(form) >= 4)


def _is_listed(word: bytes) -> bool:
    """Search the list, which is sorted, by halves."""
    words = _english()

    def line(at: int) -> bytes:
        return words[words.rfind(b"\n", 0, at) + 1 : words.find(b"\n", at)]

    at = bisect_left(range(len(words) - 1), word, key=line)
    return at < len(words) - 1 and line(at) == word
