"""English words, so that one word is not taken for a typo of another. ``data/README.md`` names the source."""

import gzip
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
    words = _english()
    return any(f"\n{form}\n".encode() in words for form in (word, word.removesuffix("s")) if len(form) >= 4)
