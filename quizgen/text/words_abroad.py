"""Words in other languages than English: articles, small words, words that connect, and plurals."""

import re
from functools import lru_cache

from quizgen.text.number_words import number_words_in_digits, ordinal
from quizgen.text.numbers import roman

_ARTICLES = {
    "es": "el la los las lo un una unos unas",
    "fr": "le la les l un une des du",
    "de": "der die das den dem des ein eine einen einem einer eines",
    "it": "il lo la i gli le l un uno una",
    "pt": "o a os as um uma uns umas",
    "ca": "el la els les l un una uns unes",
    "nl": "de het een",
}
_SMALL_WORDS = {
    "es": "a al con de del en es fue era son por para que se su sus como the and or",
    "fr": "a au aux avec de d en est et dans par pour que qu se sa son ses sur c ce etait the and or",
    "de": "am an auf aus bei fur im in ins ist mit nach sind und von vom war waren wurde zu zum zur es the and or",
    "it": "a al alla con d da dal dei del della delle dello di e nel nella per su sul che the and or",
    "pt": "ao com da das de do dos em na nas no nos para pela pelo por que se sua the and or",
    "ca": "a al amb d de del en es i per que and or",
    "nl": "aan bij in is met op te van voor was zijn and or",
}
_CONNECTING = {
    "es": "y=and e=and o=or u=or no=not ni=nor sin=without ambos=both",
    "fr": "et=and ou=or pas=not ne=not non=not ni=nor sans=without",
    "de": "und=and oder=or nicht=not kein=no keine=no ohne=without weder=neither noch=nor beide=both",
    "it": "e=and ed=and o=or od=or non=not ne=nor senza=without",
    "pt": "e=and ou=or nao=not nem=nor sem=without ambos=both",
    "ca": "i=and o=or no=not ni=nor sense=without",
    "nl": "en=and of=or niet=not geen=no zonder=without",
}
"""Words with which an answer says two things, or the opposite, with the English ones that the rules know."""
_INVARIABLE = {
    "es": frozenset("lunes martes miercoles jueves viernes dios caos".split()),
    "fr": frozenset("fils cours temps corps poids vers fonds sens gens mois bois pois".split()),
}
"""Words that end like a plural and are none, where the singular would be another word."""

_ITALIAN = tuple(pair.split("/") for pair in "cia/ce gia/ge ca/che ga/ghe a/e co/chi go/ghi io/i o/i".split())
"""The endings of the singular in Italian, and of the plural."""


def _listed(words: dict[str, str]) -> dict[str, frozenset[str]]:
    return {language: frozenset(each.split()) for language, each in words.items()}


ARTICLES = _listed(_ARTICLES)
SMALL_WORDS = {language: words | ARTICLES[language] for language, words in _listed(_SMALL_WORDS).items()}
_JOINING = {language: dict(pair.split("=") for pair in pairs.split()) for language, pairs in _CONNECTING.items()}


def words_abroad(tokens: list[str], text: str, language: str) -> tuple[str, ...]:
    """Return the folded words ``tokens`` of ``text`` that count in ``language``: without articles, numbers in digits.

    Words for "and" and "or" become English, as the rules know them. Other languages only have their numerals read.
    """
    articles, joining = ARTICLES.get(language, frozenset()), _JOINING.get(language, {})
    known = number_words_in_digits(" ".join(tokens), language).split()
    starts_with_numeral = text.lstrip()[:1].isupper() and text.split(maxsplit=1)[0].isupper()
    spelt = []
    for at, word in enumerate(known):
        value = roman(word) if (at or (starts_with_numeral and len(known) > 1)) and word not in articles else None
        nth = ordinal(word, language)
        if value is not None:
            spelt.append(f"{value}" if at else f"{value}th")
        elif nth is not None and len(known) > 1:
            spelt.append(f"{nth}th" if at + 1 < len(known) else f"{nth}")
        else:
            spelt.append(joining.get(word, word))
    return tuple(word for word in spelt if word not in articles) or tuple(spelt)


@lru_cache(maxsize=65_536)
def singular_abroad(word: str, language: str) -> str:
    """Return what all numbers of ``word`` (folded) are compared as; it is made for comparing, not for reading.

    ``lapices`` and ``lapiz`` give ``lapiz``, ``clases`` and ``clase`` give ``clas``.
    """
    if len(word) < 4 or not word.isalpha() or word in _INVARIABLE.get(language, ()):
        return word
    match language:
        case "es" | "pt":
            return _iberian(word, language)
        case "fr":
            if word.endswith(("eaux", "oux", "eux")):
                return word[:-1]
            if word.endswith("aux"):
                return word[:-3] + "al"
            return word[:-1] if word[-1] == "s" and word[-2] not in "siua" else word
        case "de":
            base = re.sub("en$|(?<=e)n$|e$", "", word)
            return base if len(base) >= (3 if word.endswith("en") else 4) else word
        case "it":
            return next((word.removesuffix(end) + own for end, own in _ITALIAN if word.endswith(end)), word)
        case _:
            return word


def _iberian(word: str, language: str) -> str:
    """Return a Spanish or Portuguese word without the endings of its number."""
    if language == "pt":
        if word.endswith(("oes", "aes")):
            return word[:-3] + "ao"
        if word.endswith("is") and word[-3] in "aeou":
            return word[:-2] + "l"
        if word.endswith("ns"):
            return word[:-2] + "m"
    if word.endswith("s") and not word.endswith(("is", "us", "ss")):
        word = word[:-1]
    if word.endswith("e") and len(word) >= 4:
        word = word[:-1]
    return word[:-1] + "z" if word.endswith("c") else word
