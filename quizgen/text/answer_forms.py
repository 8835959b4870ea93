"""Answers that contain more than one answer: alternatives, a remark, or a list of several answers."""

import re
from dataclasses import dataclass
from typing import Literal

from quizgen.text.dates import date_readings
from quizgen.text.folding import fold
from quizgen.text.initials import are_initials
from quizgen.text.lexicon import ROLES
from quizgen.text.notation import is_notation
from quizgen.text.quantities import parse_quantity
from quizgen.text.units import parse_unit
from quizgen.text.words import FUNCTION_WORDS, phrase

_OR = re.compile(r"\s+or\s+", re.IGNORECASE)
_SLASH = re.compile(r"\s*/\s*")
_KNOWN_AS = re.compile(
    r",?\s+(?:(?:also|otherwise|better)\s+)(?:known\s+as|called)\s+|,?\s+a\.?k\.?a\.?\s+", re.IGNORECASE
)
_BRACKET = re.compile(r"(?P<core>[^()]*\w[^()]*?)\s+\((?P<inside>[^()]+)\)\.?")
_ANOTHER = re.compile(r"(?:or|also|formerly|a\.?k\.?a\.?|now)[\s,]+(?:known\s+as\s+|called\s+)?", re.IGNORECASE)
_CLAUSE = re.compile(r"(?P<core>[^,;:]{3,}?),\s+(?:who|which|whose|whom|where|when)\s+\w.*")
_APPOSITION = re.compile(
    r"(?P<core>[^,;:]{3,}?),\s+(?:the|an?|in|on|at|by|from|near|during)\s+(?P<rest>[^,]*)(?P<more>,.*)?"
)
_ROLE_AFTER = re.compile(r"(?P<core>[^,;:]{3,}?),\s+(?P<role>(?:[^\W\d_]+\s+){0,2}[^\W\d_]+)\.?")
_BETWEEN = re.compile(r"\s*[,;]\s*(?:(?:and|or|&)\s+)?|\s+(?:and|&)\s+")
_SEVERAL = re.compile(
    r"\b(?:two|three|four|five|six|seven|eight|nine|ten|\d+|are|were|list|all|both)\b|\b(?:name|give)\s+the\b",
    re.IGNORECASE,
)
_MAY_HOLD_MORE = re.compile(r"[(,;/]|\s(?:or|(?:known\s+as|called)|a\.?k\.?a\.?)\s", re.IGNORECASE)
"""What every alternative, remark and list has; most answers have none of it."""
_LONG_WORD = re.compile(r"[^\W\d_]{3}")
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
_NOT_A_REMARK = frozenset("not no never non without except only but".split())


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """What an answer seems to contain: ``answer`` itself, and ``others``: further answers, or the items of a list."""

    kind: Literal["alternatives", "remark", "list"]
    answer: str
    others: tuple[str, ...] = ()


def answer_form(answer: str, stem: str) -> AnswerForm | None:
    """Return what ``answer`` contains, or None if it is one answer, a value, a formula or code.

    A list of names is one only if ``stem`` asks for several things, since titles have commas too.
    """
    text = " ".join(answer.split())
    if not _MAY_HOLD_MORE.search(text):
        return None
    if same := _same_quantity(text):
        return AnswerForm("remark", same)
    if is_notation(text) or parse_quantity(text) or date_readings(text) or not _LONG_WORD.search(text):
        return None
    for found in (_alternatives(text), _remark(text), _list(text, stem)):
        if found is not None:
            return found
    return None


def _alternatives(text: str) -> AnswerForm | None:
    if " ".join(_SLASH.sub(" or ", text).casefold().strip(' .!?"').split()) in _SET_PHRASES:
        return None
    for between in (_KNOWN_AS, _OR, _SLASH):
        parts = between.split(text)
        if len(parts) > 1 and all(map(_is_answer, parts)) and not (between is _SLASH and _is_compound(text, parts)):
            return AnswerForm("alternatives", parts[0], tuple(parts[1:]))
    return None


def _is_answer(part: str) -> bool:
    """Return whether a part can be an answer: words, and not a sentence or an item of a list."""
    return (
        _LONG_WORD.search(part) is not None and not re.search(r"[,;:()]", part) and len(part.split()) <= 2 * _MAX_WORDS
    )


def _is_compound(text: str, parts: list[str]) -> bool:
    """Return whether a slash joins a unit, acronyms or an address: meters/second, TCP/IP, en.wiktionary.org/wiki."""
    return parse_unit(text) is not None or "." in text or all(part.isupper() for part in parts)


def _remark(text: str) -> AnswerForm | None:
    if found := _BRACKET.fullmatch(text):
        core, inside = found["core"], found["inside"]
        first = inside.split()[0].casefold().strip(",.")
        if not (_LONG_WORD.search(core) and _LONG_WORD.search(inside)) or first in _NOT_A_REMARK:
            return None
        if another := _ANOTHER.match(inside):
            return AnswerForm("alternatives", core, (inside[another.end() :],))
        if are_initials(inside, core) or are_initials(core, inside):
            return AnswerForm("alternatives", core, (inside,))
        return AnswerForm("remark", core)
    core = apposed(text)
    return AnswerForm("remark", core) if core else None


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
