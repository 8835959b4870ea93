"""Stems that are about words: they give a word or a sentence to change, or use terms of grammar, in any wording.

No list of instructions is complete. What such stems share is that they are in another language than English, or have
words of one, and that the answer is made of the words that they give, or means the same as one of them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from quizgen.grading.stems.code import case_in_code
from quizgen.grading.stems.names import asks_for_title
from quizgen.text.folding import LETTERS, fold, without_accents
from quizgen.text.guessed_language import guessed_language, looks_foreign
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.number_words import NUMBER_LANGUAGES, number_words_in_digits, ordinal
from quizgen.text.words import listed

_QUOTED = lazy_pattern(
    r"«\s*([^«»]{1,80}?)\s*»|„([^„“”]{1,80})[“”]|“([^“”]{1,80})”|\"([^\"]{1,80})\"|'([^']{2,80})'(?!\w)"
)
_AFTER_COLON = lazy_pattern(r":\s*([^:?]{2,120}?)\s*$")
_IN_BRACKETS = lazy_pattern(r"\(([^()]{2,40})\)")
_TITLE = lazy_pattern(r"\b(?:title|t[ií]tulo|titre|titel|titolo)\b", re.IGNORECASE)
_TITLED = lazy_pattern(r"[A-ZÀ-Ý][^\W\d_]*\W+(?:[^\W\d_]{1,3}\W+)*[A-ZÀ-Ý]")
"""A name or a title: Don Quijote."""
_OBJECT = listed(
    "el la los las un una unos unas lo le les l une des der das die dem den ein eine einen il gli i uno o os as um uma "
    "con en mit in auf au aux avec del esta este estas estos cette ce ces diese diesen dieses questa questo es"
)
"""Words that may come after the verb of an instruction, and not after a noun: da el, schreibe in; but capital de."""
_NO_VERBS = listed(
    "el la los las lo un una le les l une der die das dem den ein eine il gli i uno o a os as um uma de del du des von "
    "en con por para sin sobre desde hasta durante al según au aux dans sur avec pour par in auf mit bei nach zu im am "
    "nel nella em no na com que qué cual cuál cuánto was wer wo wie wann quel quelle qui où che chi qual"
)
"""Words that may begin a stem before an article, and are no verbs."""
_OF = listed("de del di du von des d da do della dei für para pour per")
_PERSON = lazy_pattern(
    r"\(\s*(?:a\s+)?(?:yo|tú|él|ella|ell[oa]s|usted(?:es)?|nosotr[oa]s|vosotr[oa]s|vous|nous|ils|elles|ihr|wir|Sie|noi|voi|Lei"
    r"|vocês?)(?:\s+(?:form|forma))?\s*\)|\b(?:tú|usted(?:es)?|vosotros|vous|Sie)[- ](?:form|command|imperative)\b"
)
"""The person for whom a form or a sentence is asked for."""
_TERMS = lazy_pattern(
    r"""\b(?:ad(?:verb|jetiv|jectif|jektiv)(?:io|[oe])?|avverbio|aggettivo|substanti[fv]o?|sustantivo|sostantivo|pronombre
    |art[ií]culo\ (?:que|y|correcto|definido|de\ (?:la\ palabra|[«"“]))|preposici[oó]n|präposition|s[ií]labas?|syllabes?
    |tildes?|ortograf\w+|orthographe|rechtschreib\w*|deletrea\w*|buchstabier\w*|[ck]on[ijy]u?g\w+|accorde\w*|steiger[et]\w*
    |verb(?:os?|es?)|plurale?|pluriel|mehrzahl|singolare|singular|singulier|einzahl|f[eé]minino?|femenino|femminile
    |masculino?|maschile|infiniti[fv]o?|part[ií]cip(?:io|e)|partizip|imp[eé]rati[fv]o?|indefinido|persona\ del
    |gentilicio|diminutivo|palabra\ que\ falta|forma\ (?:de|del|para)\W*[«"“'])\b""",
    re.IGNORECASE | re.VERBOSE,
)
"""Terms of grammar and spelling in stems in other languages than English."""
_TASK = lazy_pattern(
    r"\b(?:complete|supply|choose|conjugate|decline|insert|write|give|turn|rewrite|change|make|put|fill|form|use|translate|plural|feminine"
    r"|masculine|opposite|negative|tense|verb|adjective|adverb|pronoun|preposition|article|command|sentence|phrase|word)\b",
    re.IGNORECASE,
)
"""What an English stem has that is about a word of another language."""
_TRANSLATE = lazy_pattern(r"\btranslat(?:e|ion)\b", re.IGNORECASE)
_WORDS = lazy_pattern(r"[¿¡]?[^\W\d_]+(?:[\s,;:!?¡¿.'’-]+[^\W\d_]+)*[.!?]*")
_SENTENCE = lazy_pattern(r"\s.*[.!?]\s*$")
_FEW_WORDS = 3
_LEAST = 3
"""The number of letters that forms of a word share."""


def gives_words_to_change(stem: str, answer: str) -> bool:
    """Return whether the answer is made of a word or a sentence that the stem gives, or the stem is about words.

    Names and titles are no words to change, nor is code.
    """
    if (
        not _WORDS.fullmatch(answer.strip())
        or case_in_code(stem) is not None
        or asks_for_title(stem)
        or _TITLE.search(stem)
    ):
        return False
    is_sentence = answer.strip()[-1:] in {".", "!", "?"}
    if answer[:1].isupper() and not is_sentence:
        return False
    if writes_number(stem, answer):
        return True
    if any(_lacks_accents(given, answer) for given in (*_material(stem), *stem.split())):
        return True
    if _PERSON.search(stem) and looks_foreign(answer):
        return True
    material = list(_material(stem))
    if not looks_foreign(_without(stem, material)):
        short = len(answer) <= _LEAST  # lo, la
        foreign = list(filter(_is_foreign_word, material))
        other = short or looks_foreign(answer) or any(_is_form_of(answer, given) for given in foreign)
        return _TASK.search(stem) is not None and other and bool(foreign)
    if _TERMS.search(stem):
        return True
    if not _is_instruction(stem):
        quoted = [given for given in material if given in _quoted(stem)]
        return any(
            _is_form_of(answer, given) or (_SENTENCE.search(given) and _repeats(answer, given)) for given in quoted
        )
    return any(_repeats(answer, given) or _is_form_of(answer, given) for given in material)


@lru_cache(maxsize=1024)
def may_be_exercise(stem: str, answer: str) -> bool:
    """Return whether the answer, a word or two in small letters, may replace a word that the stem gives.

    It may be a form of a word or only a name for it, so that another ending is wrong, and other slips are not.
    """
    if not answer[:1].islower() or len(answer.split()) > _FEW_WORDS or not _WORDS.fullmatch(answer.strip()):
        return False
    material = list(_material(stem))
    short = any(len(LETTERS.findall(given)) <= _FEW_WORDS for given in material)
    return short and _is_instruction(stem) and looks_foreign(_without(stem, material))


def gives_foreign_words(stem: str) -> bool:
    """Return whether the stem gives words of another language, as for a translation into English."""
    if _TRANSLATE.search(stem):
        return True
    after = _AFTER_COLON.search(stem)
    return any(map(looks_foreign, (*_quoted(stem), *([after[1]] if after else []))))


def writes_number(stem: str, answer: str) -> bool:
    """Return whether the answer has a number in words of another language that the stem has in digits."""
    figures = {
        found.replace(".", "").replace(",", "").replace(" ", "") for found in re.findall(r"\d[\d., ]*\d|\d", stem)
    }
    said = fold(answer.strip(" ."))
    return bool(figures) and any(
        str(ordinal(said, language)) in figures
        or not figures.isdisjoint(re.findall(r"\d+", number_words_in_digits(answer, language)))
        for language in NUMBER_LANGUAGES
    )


def _quoted(stem: str) -> list[str]:
    return [text for found in _QUOTED.findall(stem) for text in found if text]


def _material(stem: str) -> Iterator[str]:
    """Yield the words that a stem gives: in quotes, in brackets, after a colon; no titles, names or formulas."""
    texts = _quoted(stem)
    if found := _AFTER_COLON.search(stem):
        texts.append(found[1])
    texts += _IN_BRACKETS.findall(stem)
    for text in texts:
        plain = text.strip(" .!?¿¡…_–-")
        if (
            any(len(word) >= 3 for word in LETTERS.findall(plain))
            and not any(map(str.isdigit, plain))
            and not _TITLED.match(plain)
        ):
            yield text


def _without(stem: str, material: list[str]) -> str:
    for text in material:
        stem = stem.replace(text, " ")
    return stem


def _is_foreign_word(text: str) -> bool:
    words = LETTERS.findall(text)
    return looks_foreign(text) and all(map(str.islower, words[1:] or words))


def _is_instruction(stem: str) -> bool:
    """Return whether the stem begins with a verb: no small word, and an article, a colon or a quote after it."""
    words = LETTERS.findall(stem)
    first = words[0].lower() if words else ""
    no_verb = first in _NO_VERBS and (first != "une" or guessed_language(stem) == "fr")  # une las frases
    if len(words) < 2 or "?" in stem or no_verb:
        return False
    after = stem[stem.index(words[0]) + len(words[0]) :].lstrip()
    return (
        after[:1] in {":", "«", "„", '"', "“"}
        or words[1].lower() in _OBJECT - _OF
        or _AFTER_COLON.search(stem) is not None
    )


def _lacks_accents(given: str, answer: str) -> bool:
    """Return whether both are one word but for accents, for which the stem must ask."""
    one, other = given.strip(" .,:;?!«»\"'").casefold(), answer.strip(" .").casefold()
    return one != other and without_accents(one) == without_accents(other)


def _repeats(answer: str, given: str) -> bool:
    """Return whether the answer is a sentence with a word of the one that is given: nunca llueve."""
    words = {word.lower() for word in LETTERS.findall(given) if len(word) >= 3}
    return " " in answer.strip() and not words.isdisjoint(word.lower() for word in LETTERS.findall(answer))


def _is_form_of(answer: str, given: str) -> bool:
    """Return whether a word of the answer may be another form of a word that is given: compré of comprar."""
    words = [word.lower() for word in LETTERS.findall(given) if len(word) >= 3]
    said = [word.lower() for word in LETTERS.findall(answer) if len(word) >= 3]
    return any(one != other and _are_akin(fold(one), fold(other)) for one in said for other in words)


def _are_akin(one: str, other: str) -> bool:
    """Return whether both words begin alike, up to an ending."""
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return shared >= _LEAST and 2 * shared >= min(len(one), len(other))
