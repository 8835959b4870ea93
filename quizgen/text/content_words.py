"""Content words, reduced to their stems and without function words, so that texts can be compared by subject."""

import re
from functools import lru_cache

from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.word_forms import stem

WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W_]+)*")
MATHS = r"\\\((?:[^\\]|\\[^()])*\\\)|\\\[(?:[^\\]|\\[^\[\]])*\\\]"
"""A formula. Formulas do not nest, so a match never extends into the next one."""

# Bounded, because in a text of nothing but opening marks each would otherwise be searched to the end.
_QUOTED = lazy_pattern(
    r"“[^”]{0,500}”|„[^“”]{0,500}[“”]|«[^»]{0,500}»|\"[^\"]{0,500}\"|(?<!\w)['‘][^'’]{0,500}['’](?!\w)"
)
_CODE = lazy_pattern(rf"```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`]{{0,2000}}`|{MATHS}|\w\([^()\n]{{0,200}}\)", re.DOTALL)

_MAY_BE_QUOTED = lazy_pattern(r"[\"'“„«‘`~\\]|\((?<=\w\()")
"""The signs without which there is no quotation and no code; a parenthesis belongs to code right after a name."""

# Function words and question words. Two texts that share only these have nothing in common.
SMALL_WORDS = frozenset(
    """
    a about above according account after again against all almost along already also although always am among an and
    another any are around as ask asked at away be became because become been before being below between both but by
    call called can cannot come could describe described did do does doing done down during each either else even ever
    every few first following for from gave get give given goes had has have having he her here him his how however i
    if in into is it its just kind known large last least less let like made make many may me mean means mention
    mentioned mentions might more most much must my name named names near no nor not now number of off often on one
    only or order other others our out over own part per put rather said same say saying says see seen set she should
    since so some sort such take than that the their them then there these they thing this those though through thus
    to too toward towards two under until up upon us use used using very was way we well were what when where whether
    which while who whom whose why will with within without word would yet you your
    """.split()
)


_IN_NAMES = SMALL_WORDS | frozenset("da de del di du el la le les van von und et y e v vs".split())
_LONGEST_NAME = 7


def is_name(text: str) -> bool:
    """Return whether ``text`` looks like a name: every content word is capitalized."""
    words = WORD.findall(text)
    return 0 < len(words) <= _LONGEST_NAME and all(not word[0].islower() or word in _IN_NAMES for word in words)


_SPACED = bytes(ord(chr(code).lower()) if chr(code).isalnum() else ord(" ") for code in range(128)).ljust(256)
"""Each letter and digit of ASCII in lower case, and a space for every other character."""


def words_of(text: str) -> list[str]:
    """Return the words of ``text`` in lower case."""
    if text.isascii() and "'" not in text:
        return text.encode().translate(_SPACED).decode().split()  # up to ten times as fast
    return WORD.findall(text.lower())


_MOST_STEMS = 65_536


class _Stems(dict[str, str]):
    """The stems of words, each computed on first use; to look one up takes half as long as in an ``lru_cache``.

    A large set may have as many figures as questions, so these are not kept.
    """

    def __missing__(self, word: str) -> str:
        plain = word if word.isalnum() else word.replace("’", "'").removesuffix("'s").removesuffix("'")
        if not plain.isalpha():
            return plain
        if len(self) >= _MOST_STEMS:
            self.clear()
        found = self[word] = stem(plain)
        return found


_STEMS = _Stems()


def stem_of(word: str) -> str:
    """Return the stem of ``word`` (in lower case), without its endings of number, tense, and possession."""
    return _STEMS[word]


def content(words: list[str]) -> list[str]:
    """Return the stems of the content words among ``words`` (in lower case), in order."""
    return [_STEMS[word] for word in words if word not in SMALL_WORDS]


def content_set(text: str) -> frozenset[str]:
    """Return the stems of the content words of ``text``."""
    return frozenset(content(words_of(text)))


def unquoted(text: str) -> str:
    """Return ``text`` without quotations and code, whose words the author cannot choose."""
    return _without_quotations(text) if _MAY_BE_QUOTED.search(text) else text


@lru_cache(maxsize=1024)  # several rules ask for this of one stem
def _without_quotations(text: str) -> str:
    return _QUOTED.sub(" ", _CODE.sub(" ", text))


def uncoded(text: str) -> str:
    """Return ``text`` without code and formulas."""
    return _CODE.sub(" ", text)


def shortened(text: str, length: int = 60) -> str:
    """Return ``text`` on one line, cut to ``length`` characters for a message."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rstrip() + "…"
