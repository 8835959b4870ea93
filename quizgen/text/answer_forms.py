"""Answers that contain more than one answer: alternatives, a remark, or a list of several answers."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal, NamedTuple

from quizgen.text.chemistry.substances import same_substance
from quizgen.text.dates import date_readings
from quizgen.text.folding import fold
from quizgen.text.initials import are_initials
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.lexicon import ROLES
from quizgen.text.notation import is_notation
from quizgen.text.numbers import any_number_word
from quizgen.text.quantities import parse_quantity
from quizgen.text.romanization import asks_for_reading, is_romanized
from quizgen.text.synonyms import are_synonyms
from quizgen.text.units import parse_unit
from quizgen.text.word_forms import singulars
from quizgen.text.words import FUNCTION_WORDS, phrase

_OR = lazy_pattern(r"\s+or\s+", re.IGNORECASE)
_SLASH = lazy_pattern(r"\s*/\s*")
_OPERATOR = lazy_pattern(r"[=×÷*^√\[\]]|\s[+\-−–]\s")
_FORMULA_ASKED = lazy_pattern(
    r"\b(?:formulas?|formulae|equations?|expressions?|ratio|fraction|quotient|calculate[ds]?|computed?|divided?"
    r"|worked\s+out|work\s+out)\b",
    re.IGNORECASE,
)
_KNOWN_AS = lazy_pattern(
    r",?\s+(?:(?:also|otherwise|better)\s+)(?:known\s+as|called)\s+|,?\s+a\.?k\.?a\.?\s+", re.IGNORECASE
)
_BRACKET = lazy_pattern(r"(?P<core>[^()]*\w[^()]*?)\s+\((?P<inside>[^()]+)\)\.?")
_THINGS = frozenset({"something", "sth", "sth."})
_OBJECT = lazy_pattern(
    r"(?P<verb>[^()]*\w)\s+\((?P<object>someone|somebody|sb\.?|s\.o\.|something|sth\.?)\)\.?", re.IGNORECASE
)
"""A verb with what it is done to: to miss (someone)."""
_OBJECTS = (("someone", "somebody", "someone or something", "somebody or something"), ("something",))
_ANOTHER = lazy_pattern(r"(?:or|also|formerly|a\.?k\.?a\.?|now)[\s,]+(?:known\s+as\s+|called\s+)?", re.IGNORECASE)
_PLURAL = lazy_pattern(r"^(?:plural|pl\.?)[:\s]\s*", re.IGNORECASE)
_CLAUSE = lazy_pattern(r"(?P<core>[^,;:]{3,}?),\s+(?:who|which|whose|whom|where|when)\s+\w.*")
_APPOSITION = lazy_pattern(
    r"(?P<core>[^,;:]{3,}?),\s+(?:the|an?|in|on|at|by|from|near|during)\s+(?P<rest>[^,]*)(?P<more>,.*)?"
)
_ROLE_AFTER = lazy_pattern(r"(?P<core>[^,;:]{3,}?),\s+(?P<role>(?:[^\W\d_]+\s+){0,2}[^\W\d_]+)\.?")
_BETWEEN = lazy_pattern(r"\s*[,;]\s*(?:(?:and|or|&)\s+)?|\s+(?:and|&)\s+")
_SEVERAL = lazy_pattern(
    rf"\b(?:{any_number_word(2, 10)}|\d+|are|were|list|all|both)\b|\b(?:name|give)\s+the\b",
    re.IGNORECASE,
)
_MAY_HOLD_MORE = lazy_pattern(r"[(,;/]|\s(?:or|(?:known\s+as|called)|a\.?k\.?a\.?)\s", re.IGNORECASE)
"""What every alternative, remark and list has; most answers have none of it."""
_LONG_WORD = lazy_pattern(r"[^\W\d_]{3}")
_NOT = lazy_pattern(r"\bnot\b", re.IGNORECASE)
_MAX_WORDS = 4
_SET_PHRASES = frozenset(
    " ".join(expression.split())
    for expression in """
    trick or treat, now or never, dead or alive, truth or dare, more or less, sink or swim, sooner or later,
    heads or tails, all or nothing, do or die, make or break, rain or shine, life or death, hit or miss, win or lose,
    like it or not, believe it or not, take it or leave it, fight or flight, double or nothing, double or quits,
    yes or no, true or false, boom or bust, feast or famine, publish or perish, for better or worse, to be or not to be,
    ready or not, one way or another, deal or no deal, naughty or nice, fact or fiction, input or output,
    client or server, read or write, male or female, and or, his or her, he or she
    """.split(",")
)
"""Expressions with "or" (or a slash, which is compared as "or") that are one answer."""
_QUANTITIES = frozenset(
    "distance displacement time mass volume force area work energy power charge current voltage resistance moles "
    "opposite adjacent hypotenuse rise run circumference diameter radius length number total sum change x y".split()
)
"""What is divided in formulas: change in y / change in x, opposite/hypotenuse."""
_NOT_A_REMARK = frozenset("not no never non without except only but".split())


class AnswerForm(NamedTuple):
    """What an answer seems to contain: ``answer`` itself, and ``others``: further answers, or the items of a list."""

    kind: Literal["alternatives", "remark", "list"]
    answer: str
    others: tuple[str, ...] = ()


def answer_form(answer: str, stem: str) -> AnswerForm | None:
    """Return what ``answer`` contains, or None if it is one answer, a value, a formula or code.

    A list of names is one only if ``stem`` asks for several things, since titles have commas too.
    """
    if not _MAY_HOLD_MORE.search(answer):
        return None
    text = " ".join(answer.split())
    if same := _same_quantity(text):
        return AnswerForm("remark", same)
    if is_notation(text) or parse_quantity(text) or date_readings(text) or not _LONG_WORD.search(text):
        return None
    for found in (_alternatives(text, stem), _remark(text, stem), _list(text, stem)):
        if found is not None:
            return found
    return None


def _alternatives(text: str, stem: str) -> AnswerForm | None:
    if " ".join(_SLASH.sub(" or ", text).casefold().strip(' .!?"').split()) in _SET_PHRASES:
        return None
    for between in (_KNOWN_AS, _OR, _SLASH):
        parts = between.split(text)
        if any(part.startswith("not ") for part in parts):
            return None  # a condition
        if between is _SLASH and (_is_compound(text, parts) or _is_division(text, parts, stem)):
            return None
        if len(parts) > 1 and all(map(_is_answer, parts)):
            return AnswerForm("alternatives", parts[0], tuple(parts[1:]))
    return None


def _is_answer(part: str) -> bool:
    """Return whether a part can be an answer: words (not only "not a"), and not a sentence or an item of a list."""
    return (
        _LONG_WORD.search(_NOT.sub("", part)) is not None
        and not re.search(r"[,;:()]", part)
        and len(part.split()) <= 2 * _MAX_WORDS
    )


def _is_compound(text: str, parts: list[str]) -> bool:
    """Return whether a slash joins a unit, acronyms or an address: meters/second, TCP/IP, en.wiktionary.org/wiki."""
    return parse_unit(text) is not None or "." in text or all(part.isupper() for part in parts)


def _is_division(text: str, parts: list[str], stem: str) -> bool:
    """Return whether a slash divides: in a formula in words, if the stem asks for one, or between two quantities."""
    if _OPERATOR.search(text) or _FORMULA_ASKED.search(stem):
        return True
    words = [phrase(part).words for part in parts]
    return all(each and not _QUANTITIES.isdisjoint((each[0], each[-1])) for each in words)


def with_objects(answer: str) -> Iterator[str]:
    """Yield a phrase without the object that it has in parentheses, and with each word for it: to miss (someone)."""
    found = _OBJECT.fullmatch(" ".join(answer.split()))
    if found is not None:
        yield found["verb"]
        yield from (f"{found['verb']} {each}" for each in _OBJECTS[found["object"].lower() in _THINGS])


def _remark(text: str, stem: str) -> AnswerForm | None:
    if _OBJECT.fullmatch(text):
        return None
    if found := _BRACKET.fullmatch(text):
        core, inside = found["core"], found["inside"]
        first = inside.split()[0].casefold().strip(",.")
        if first in _NOT_A_REMARK or not _LONG_WORD.search(core):
            return None
        if _is_same(core, inside, stem) and not _says(stem, inside):
            return AnswerForm("alternatives", core, (_without_plural(inside),))
        if not _LONG_WORD.search(inside):
            return None
        if another := _ANOTHER.match(inside):
            return AnswerForm("alternatives", core, (inside[another.end() :],))
        return AnswerForm("remark", core)
    core = apposed(text)
    return AnswerForm("remark", core) if core else None


def written_twice(answer: str, stem: str) -> Iterator[str]:
    """Yield each name in an answer that names one thing twice: hydrogen (H2), newton (N), молоко (moloko).

    What is in parentheses has the same meaning by a rule: it has the initials, the formula, the unit, the plural, a
    documented synonym, or it is the same word in another script. Nothing is yielded if the stem says what is in
    parentheses.
    """
    text = " ".join(answer.split())
    if (found := _BRACKET.fullmatch(text)) and _is_same(found["core"], found["inside"], stem):
        core, inside = found["core"], _without_plural(found["inside"])
        if not _says(stem, inside):
            yield from (core, inside)


def _is_same(core: str, inside: str, stem: str) -> bool:
    """Return whether a remark in parentheses is the answer before it in another form."""
    plain = _without_plural(inside)
    words, others = phrase(core).words, phrase(plain).words
    unit = parse_unit(core)
    return (
        are_initials(inside, core)
        or are_initials(core, inside)
        or same_substance(core, inside)
        or same_substance(inside, core)
        or (unit is not None and unit == parse_unit(inside))
        or are_synonyms(words, others)
        or (words != others and singulars(words) == singulars(others))
        or _is_in_other_script(core, inside, stem)
    )


def _is_in_other_script(core: str, inside: str, stem: str) -> bool:
    """Return whether ``inside`` is ``core`` in another script, and not a remark: молоко (moloko), 水 (みず).

    Words in Latin letters are often remarks: молоко (noun). They have to be a romanization or the name of the letter;
    where that cannot be computed (kanji, Hangul), they need marks that English does not use, or a stem that asks for
    the reading.
    """
    script, other = _script(core), _script(inside)
    if not script or not other or script == other:
        return False
    is_letter_name = len(core) == 1 and unicodedata.name(core, "").endswith(f" LETTER {inside.upper()}")  # π (pi)
    if is_letter_name or is_romanized(core, inside):
        return True
    has_as_many_words = len(phrase(core).words) == len(phrase(inside).words)
    if other == "LATIN":
        may_be_reading = script not in _READABLE and (not inside.isascii() or asks_for_reading(stem))
        return may_be_reading and has_as_many_words
    return has_as_many_words


def _says(stem: str, inside: str) -> bool:
    return set(phrase(inside).words) <= set(phrase(stem).words)


def _without_plural(inside: str) -> str:
    return _PLURAL.sub("", inside)


def _script(text: str) -> str:
    """Return the script of the letters in ``text``; the kana of Japanese count as one, and as another than kanji."""
    scripts = {unicodedata.name(char, "").split()[0] for char in text if char.isalpha()}
    scripts = {"KANA" if script in {"HIRAGANA", "KATAKANA"} else script for script in scripts}
    return "CJK" if "CJK" in scripts else scripts.pop() if len(scripts) == 1 else ""


_READABLE = frozenset({"CYRILLIC", "DEVANAGARI", "KANA"})
"""The scripts that ``is_romanized`` reads."""


def _same_quantity(text: str) -> str | None:
    """Return the quantity before another unit of the same kind in parentheses: 5.97 m (19 ft 7 in)."""
    if (found := _BRACKET.fullmatch(text)) is None:
        return None
    one, other = parse_quantity(found["core"]), parse_quantity(found["inside"])
    same = one and other and one.unit and other.unit and one.unit.dimension == other.unit.dimension
    return found["core"] if same else None


def apposed(text: str) -> str | None:
    """Return the name in ``text`` before a clause or an apposition: Ottawa, the capital of Canada; None if none is."""
    found = _CLAUSE.fullmatch(text)
    if found is None and (apposition := _APPOSITION.fullmatch(text)) and _is_apposition(apposition):
        found = apposition
    if found is None and (role := _ROLE_AFTER.fullmatch(text)) and phrase(role["role"]).words[-1:][0] in ROLES:
        found = role
    return found["core"] if found and _is_name(found["core"]) else None


def _is_apposition(found: re.Match[str]) -> bool:
    """Return whether what follows a comma describes the name before it, and is not another item of a list."""
    return found["rest"][:1].islower() and not re.search(r"\b(?:and|or)\b", found["rest"] + (found["more"] or ""))


def _is_name(text: str) -> bool:
    """Return whether every word has a capital, apart from function words."""
    words = [word for word in re.findall(r"[^\W\d_][^\W_]*", text) if fold(word) not in FUNCTION_WORDS]
    return bool(words) and all(word[0].isupper() for word in words)


def _list(text: str, stem: str) -> AnswerForm | None:
    parts = [part for part in _BETWEEN.split(text) if part]
    separated = len(parts) >= 3 and re.search("[,;]", text)
    if not separated or not _SEVERAL.search(stem) or not all(map(_is_answer, parts)):
        return None
    return (
        AnswerForm("list", parts[0], tuple(parts)) if max(len(part.split()) for part in parts) <= _MAX_WORDS else None
    )
