"""A phrase reduced to the words that count: rules compare these, never the raw text."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from quizgen.grading.numerals import in_digits
from quizgen.grading.wordlists import listed
from quizgen.text.folding import fold

ARTICLES = frozenset({"a", "an", "the"})
LEADING_ARTICLES = frozenset({"la", "le", "les", "el", "il", "der", "das"})
FUNCTION_WORDS = listed(
    "a an the of and or in on at to for from by with as is are was were be de du da di del la le van von"
)

_LETTERS = str.maketrans(
    {
        "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th",
        "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ı": "i", "ħ": "h",
        "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "`": "'", "´": "'", "′": "'",
        "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "―": "-",
    }
)  # fmt: skip
_THOUSANDS = re.compile(r"(?<![\d.,])\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?![\d,])")
_YEARS = re.compile(r"(?<![\d-])(1\d|20)(\d\d)\s?-\s?(\d\d)(?![\d-])")
_UNIT = re.compile(r"(?<=\d)\s?(km|kg|cm|mm|m|ft)(?!\w)")
_UNITS = {
    "km": " kilometers",
    "kg": " kilograms",
    "cm": " centimeters",
    "mm": " millimeters",
    "m": " meters",
    "ft": " feet",
}
_POSSESSIVE = re.compile(r"(?<=[^\W\d_])'s\b|(?<=s)'(?!\w)")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}")
_MINUS = re.compile(r"(?<!\w)-(?=\d)")
_POINT = re.compile(r"(?<=\d)\.(?=\d)")
_AS_MINUS, _AS_POINT = "\ue000", "\ue001"  # private characters that stand for the signs that count, for a moment
_KEPT = f"#%@&{_AS_MINUS}{_AS_POINT}"  # signs that tell one answer from another: C and C#
_ONLY_LETTERS = re.compile(r"[a-z ]*")
_DIGITS = re.compile(r"\d+")

_SHORT_FORMS = {
    "&": "and",
    "+": "and",
    "st": "saint",
    "ste": "saint",
    "mt": "mount",
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
    "grey": "gray",
    "jail": "gaol",
    "programme": "program",
    "aluminium": "aluminum",
    "metre": "meter",
    "metres": "meters",
}
# British and American spelling, both brought to one form (the left and the right side of a comparison go through here).
_SPELLINGS = (
    (re.compile(r"(?<=\w\w)our(?=(?:s|ed|ing|ful|ite|able|er|ers)?$)"), "or"),
    (re.compile(r"(?<=\w\w\w)is(?=(?:e|es|ed|ing|er|ation|ations)$)"), "iz"),
    (re.compile(r"(?<=\w\w\w)ys(?=(?:e|es|ed|ing|er)$)"), "yz"),
    (re.compile(r"(?<=\w\wt)re(?=s?$)"), "er"),
    (re.compile(r"(?<=\w\w)ogue(?=s?$)"), "og"),
    (re.compile(r"(?<=\w)ae(?=\w\w)|^ae(?=\w\w\w)"), "e"),
    (re.compile(r"^oe(?=\w\w\w)"), "e"),
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What was written, and the words that count in it."""

    text: str
    words: tuple[str, ...]

    @property
    def joined(self) -> str:
        """The words without spaces."""
        return "".join(self.words)

    @property
    def normal(self) -> str:
        """The words with single spaces: how phrases are looked up."""
        return " ".join(self.words)


@lru_cache(maxsize=8192)
def phrase(text: str) -> Phrase:
    """Read ``text``: ``phrase("The St. Paul's, 2,000 & II").words == ("saint", "paul", "2000", "and", "2")``.

    Case, accents, punctuation, articles, possessives and spelling habits are gone; numerals are digits.
    """
    return Phrase(text, _words(text))


def _words(text: str) -> tuple[str, ...]:
    plain = fold(text.translate(_LETTERS)).translate(_LETTERS)
    tokens = plain.split() if _ONLY_LETTERS.fullmatch(plain) else _tokens(plain)
    known = [_SHORT_FORMS.get(token, token) for token in tokens]
    if len(tokens) > 1 and tokens[-1] == "st":
        known[-1] = "street"
    spelt = tuple(map(_one_spelling, in_digits(tuple(known))))
    return tuple(word for word in spelt if word not in ARTICLES) or spelt


def _tokens(plain: str) -> list[str]:
    """The words of folded text, without the signs that do not count."""
    plain = _THOUSANDS.sub(lambda found: re.sub(r"\D", "", found[0]), plain)
    plain = _YEARS.sub(r"\1\2 \1\3", plain)
    plain = _UNIT.sub(lambda found: _UNITS[found[1]], plain)
    plain = _POSSESSIVE.sub("", plain)
    plain = _DOTTED.sub(lambda found: found[0].replace(".", "") + " ", plain)
    plain = plain.replace("'", "").replace("&", " & ")
    plain = _MINUS.sub(_AS_MINUS, _POINT.sub(_AS_POINT, plain))
    spaced = "".join(char if char in _KEPT or unicodedata.category(char)[0] in "LNMS" else " " for char in plain)
    return spaced.replace(_AS_MINUS, "-").replace(_AS_POINT, ".").split()


@lru_cache(maxsize=8192)
def _one_spelling(word: str) -> str:
    if len(word) >= 5 and word.isalpha():
        for shape, replacement in _SPELLINGS:
            word = shape.sub(replacement, word)
    return word


_IRREGULAR = {
    "men": "man", "women": "woman", "children": "child", "teeth": "tooth", "feet": "foot", "geese": "goose",
    "mice": "mouse", "oxen": "ox", "people": "person", "wolves": "wolf", "knives": "knife", "lives": "life",
    "leaves": "leaf", "wives": "wife", "halves": "half", "shelves": "shelf", "thieves": "thief", "calves": "calf",
    "loaves": "loaf", "scarves": "scarf", "criteria": "criterion", "phenomena": "phenomenon", "bacteria": "bacterium",
    "cacti": "cactus", "fungi": "fungus", "nuclei": "nucleus", "larvae": "larva",
}  # fmt: skip


def singular(word: str) -> str:
    """``word`` in the singular, as far as its ending tells: ``singular("armies") == "army"``."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men") and len(word) > 5:
        return word[:-2] + "an"
    if len(word) < 4 or not word.isalpha() or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses", "zes")):
        return word[:-2]
    return word[:-1]


def singulars(words: tuple[str, ...]) -> tuple[str, ...]:
    """All ``words`` in the singular."""
    return tuple(singular(word) for word in words)


def without_article(words: tuple[str, ...]) -> tuple[str, ...]:
    """``words`` without a foreign article at their head: ("la", "marseillaise") gives ("marseillaise",)."""
    return words[1:] if len(words) > 1 and words[0] in LEADING_ARTICLES else words


def has_digit(words: tuple[str, ...]) -> bool:
    """Whether a number stands among ``words``."""
    return any(char.isdigit() for word in words for char in word)


def digits(words: tuple[str, ...]) -> tuple[str, ...]:
    """The words with digits in them: where these differ, nothing else can make up for it."""
    return tuple(word for word in words if any(char.isdigit() for char in word))


def numbers(words: tuple[str, ...]) -> list[str]:
    """The digits in ``words``, those that stand together in one: SM-2 and SM2 have the same, 1 2 and 12 have not."""
    return _DIGITS.findall(" ".join(words))
