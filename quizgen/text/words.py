"""A phrase reduced to the words that count. Rules compare these, never the raw text."""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from quizgen.text.folding import LETTERS, fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import in_digits
from quizgen.text.word_forms import one_spelling, plain_letters, singular, singulars

__all__ = [
    "ARTICLES",
    "ARTICLES_ABROAD",
    "FUNCTION_WORDS",
    "LEADING_ARTICLES",
    "Phrase",
    "digits",
    "function_words",
    "has_value",
    "is_prose",
    "listed",
    "numbers",
    "phrase",
    "singular",
    "singulars",
    "without_article",
]


def listed(words: str) -> frozenset[str]:
    """Return the words of ``words``, which has spaces or line ends between them."""
    return frozenset(words.split())


ARTICLES = frozenset({"a", "an", "the"})
"""English articles."""
ARTICLES_ABROAD = {
    "de": listed("der die das den dem ein eine"),
    "es": listed("el la lo los las un una"),
    "fr": listed("le la les un une"),
    "it": listed("il lo la i gli le un una"),
    "nl": listed("het"),
    "pt": listed("o os as"),
}
"""Articles of other languages that may begin an answer."""
LEADING_ARTICLES = frozenset[str]().union(*ARTICLES_ABROAD.values())
FUNCTION_WORDS = listed(
    "a an the of and or in on at to for from by with as is are was were be de du da di del la le van von"
)
"""Words that carry no meaning of their own."""

_MARKS = str.maketrans("’‘ʼʻ`´′–—‐‑−―", "'''''''------")
_THOUSANDS = lazy_pattern(r"(?<![\d.,])[1-9]\d{0,2}(?:[,\u00a0\u202f]\d{3})+(?![\d,])")
_YEARS = lazy_pattern(r"(?<![\d-])(1\d|20)(\d\d)\s?-\s?(\d\d)(?![\d-])")
_CONTRACTIONS = {"n't": "not", "'m": "am", "'re": "are", "'ll": "will", "'ve": "have", "'s": "is"}
_CONTRACTED = lazy_pattern(
    r"(?<=\w)(?:n't|'m|'re|'ll|'ve)\b|(?<=\bit)'s\b|(?<=\bhe)'s\b|(?<=\bshe)'s\b|(?<=\bthat)'s\b"
)
_WITHOUT_APOSTROPHE = {
    f"{verb}nt": (verb, "not") for verb in "have has had is are was were do does did would could should".split()
}
"""Contractions as they are often typed: havent. None is another word of English, as cant and wont are."""
_POSSESSIVE = lazy_pattern(r"(?<=[^\W\d_])'s\b|(?<=s)'(?!\w)")
_DOTTED = lazy_pattern(r"\b(?:[^\W\d_]\.\s?){2,}")
_MINUS = lazy_pattern(r"(?<!\w)-(?=\d)")
_POINT = lazy_pattern(r"(?<=\d)\.(?=\d)")
_AS_MINUS, _AS_POINT = "\ue000", "\ue001"  # private-use characters that temporarily replace the signs that count
_KEPT = f"#%@&{_AS_MINUS}{_AS_POINT}"  # symbols that distinguish one answer from another: C and C#
_AFTER_A_NOTE = frozenset({"major", "minor", "sharp", "flat"})
_ONLY_LETTERS = lazy_pattern(r"[a-z ]*")
_DIGITS = lazy_pattern(r"\d+")

_SHORT_FORMS = {
    "&": "and",
    "+": "and",
    "st": "saint",
    "ste": "saint",
    "mt": "mount",
    "mts": "mountains",
    "jr": "junior",
    "jnr": "junior",
    "sr": "senior",
    "snr": "senior",
    "dr": "doctor",
    "prof": "professor",
    "univ": "university",
    "sgt": "sergeant",
    "capt": "captain",
    "gen": "general",
    "sen": "senator",
    "gov": "governor",
    "pres": "president",
    "vs": "versus",
    "blvd": "boulevard",
    "ave": "avenue",
    "dept": "department",
    "intl": "international",
    "ltd": "limited",
    "co": "company",
    "corp": "corporation",
    "inc": "incorporated",
}


class Phrase(NamedTuple):
    """What was written, and the words that count in it."""

    text: str
    words: tuple[str, ...]
    plain: tuple[str, ...] = ()
    """The words in the spelling in which they were written."""

    @property
    def joined(self) -> str:
        """The words without spaces."""
        return "".join(self.words)

    @property
    def normal(self) -> str:
        """The words with single spaces: how phrases are looked up."""
        return " ".join(self.words)


@lru_cache(maxsize=8192)
def phrase(text: str, language: str = "en") -> Phrase:
    """Read ``text``: ``phrase("The St. Paul's, 2,000 & II").words == ("saint", "paul", "2000", "and", "2")``.

    Case, accents, punctuation, articles, possessives and spelling variants are gone; numerals are digits. In another
    ``language`` (without a region), it has that language's articles and numerals, and no variants of English spelling.
    """
    if language != "en":
        from quizgen.text.words_abroad import words_abroad

        words = words_abroad(_tokens(fold(plain_letters(text).translate(_MARKS)), english=False), text, language)
        return Phrase(text, words, words)
    plain = _words(text)
    return Phrase(text, tuple(map(one_spelling, plain)), plain)


def _words(text: str) -> tuple[str, ...]:
    plain = fold(plain_letters(text).translate(_MARKS)).translate(_MARKS)
    tokens = plain.split() if _ONLY_LETTERS.fullmatch(plain) else _tokens(plain)
    tokens = [word for token in tokens for word in _WITHOUT_APOSTROPHE.get(token, (token,))]
    known = [_SHORT_FORMS.get(token, token) for token in tokens]
    if len(tokens) > 1 and tokens[-1] == "st":
        known[-1] = "street"
    spelt = in_digits(tuple(known))
    if spelt[:1] == ("a",) and spelt[1:2] and spelt[1] in _AFTER_A_NOTE:
        return spelt  # A major
    last = spelt[-1:] if spelt[-1:] == ("a",) else ()  # vitamin A
    return (*(word for word in spelt[: len(spelt) - len(last)] if word not in ARTICLES), *last) or spelt


def _tokens(plain: str, *, english: bool = True) -> list[str]:
    """The words of folded text, without the signs that do not count."""
    plain = _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
    plain = _YEARS.sub(r"\1\2 \1\3", plain)
    if english:
        plain = _CONTRACTED.sub(lambda found: f" {_CONTRACTIONS[found[0]]}", plain)
        plain = _POSSESSIVE.sub("", plain)
    plain = _DOTTED.sub(lambda found: re.sub(r"[.\s]", "", found[0]) + " ", plain)
    plain = plain.replace("'", "" if english else " ").replace("&", " & ")
    plain = _MINUS.sub(_AS_MINUS, _POINT.sub(_AS_POINT, plain))
    spaced = "".join(char if char in _KEPT or unicodedata.category(char)[0] in "LNMS" else " " for char in plain)
    return spaced.replace(_AS_MINUS, "-").replace(_AS_POINT, ".").split()


def function_words(language: str) -> frozenset[str]:
    """Return the words of ``language`` that carry no meaning of their own; ``and`` and ``or`` if it is not known."""
    if language == "en":
        return FUNCTION_WORDS
    from quizgen.text.words_abroad import SMALL_WORDS

    return SMALL_WORDS.get(language, frozenset({"and", "or"}))


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return ``words`` without a foreign article at the start: ("la", "marseillaise") gives ("marseillaise",)."""
    return words[1:] if len(words) > 1 and words[0] in LEADING_ARTICLES else words


def digits(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words that contain digits; answers that differ in these are different."""
    return tuple(word for word in words if any(char.isdigit() for char in word))


def numbers(words: tuple[str, ...]) -> list[str]:
    """The digits in ``words``, adjacent ones as one: SM-2 and SM2 have the same, 1 2 and 12 do not."""
    return _DIGITS.findall(" ".join(words))


_PROSE = lazy_pattern(r"[^\W\d_]+(?:['’ -][^\W\d_]+)*")
_OWNED = lazy_pattern(r"['’]s\b")
_VALUE_WORDS = listed(
    "half halves quarter quarters noon midday midnight twenties thirties forties fifties sixties seventies eighties "
    "nineties january february march april may june july august september october november december"
)
"""Words that are a value, or a part of one, without being a number."""


def has_value(words: tuple[str, ...]) -> bool:
    """Return whether one of ``words``, in lower case, is a value or a number, or a part of one."""
    return not _VALUE_WORDS.isdisjoint(words) or in_digits(words) != words


def is_prose(text: str) -> bool:
    """Return whether ``text`` is words and nothing else: it is no value, formula, symbol or code.

    A single word in small letters has six letters or more, since a formula may be typed like that: nacl. Names of units
    are words.
    """
    if not _PROSE.fullmatch(text):
        return False
    words = LETTERS.findall(_OWNED.sub("", text))
    long_enough = max(map(len, words)) >= (6 if len(words) == 1 and text.islower() else 4)
    if not long_enough or not all(word.isalpha() and (word.islower() or word.istitle()) for word in words):
        return False
    lower = tuple(map(str.lower, words))
    return all(len(word) >= 3 or (len(word) == 2 and word in FUNCTION_WORDS) for word in lower) and not has_value(lower)
