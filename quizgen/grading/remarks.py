"""Remarks in an answer that need not be typed: a bracket at its end, a clause after a name, another name after "or"."""

import re
from collections.abc import Iterator

from quizgen.text.folding import fold
from quizgen.text.lexicon import ROLES
from quizgen.text.notation import is_notation
from quizgen.text.quantities import parse_quantity
from quizgen.text.words import FUNCTION_WORDS, listed, phrase

_BRACKET = re.compile(r"(?P<core>.*\w.*?)\s+\((?P<inside>[^()]*)\)\.?")
_CLAUSE = re.compile(r"(?P<core>[^,;:]{3,}?),\s+(?:who|which|whose|whom|where|when)\b.*")
_APPOSITION = re.compile(
    r"(?P<core>[^,;:]{3,}?),\s+(?:the|an?|in|on|at|by|from|near|during)\s+(?P<rest>[^,]*)(?P<more>,.*)?"
)
_ROLE_AFTER = re.compile(r"(?P<core>[^,;:]{3,}?),\s+(?P<role>(?:[^\W\d_]+\s+){0,2}[^\W\d_]+)\.?")
_AS = re.compile(r"(?P<core>[^,;:]{3,}?)\s+as\s+(?P<part>.+)")
_OTHER_NAME = re.compile(
    r"(?P<one>[^,;:()]{2,}?),?\s+(?:(?:also|otherwise)\s+(?:known as|called)|better known as|a\.?k\.?a\.?)\s+"
    r"(?P<other>.{2,})|(?P<first>[^,;:()]{2,}?)(?P<comma>,?)\s+or\s+(?P<second>[^,;:()]{2,})",
    re.IGNORECASE,
)
_NEGATIONS = listed("not no never non without except only but or and")


def cores(answer: str) -> Iterator[str]:
    """Yield what of ``answer`` is enough without its remark: ``echidna`` of ``echidna (spiny anteater)``.

    In mark schemes, words in brackets are those that are not needed for credit.
    """
    if (found := _BRACKET.fullmatch(answer)) and _is_optional(found["core"], found["inside"]):
        yield found["core"]
    if core := apposed(answer):
        yield core
    if found := _OTHER_NAME.fullmatch(answer):
        one, other = found["one"] or found["first"], found["other"] or found["second"]
        if (
            found["one"]
            or found["comma"]
            or are_initials(one, other)
            or are_initials(other, one)
            or (_is_long_name(one) and _is_long_name(other))
            or _same_kind(one, other)
        ):
            yield from (one, other)


def apposed(text: str) -> str | None:
    """Return the name in ``text`` before a clause or an apposition: Ottawa, the capital of Canada; None if none is."""
    clause = _CLAUSE.fullmatch(text)
    if clause is None and (found := _APPOSITION.fullmatch(text)) and _is_remark(found):
        clause = found
    if clause is None and (found := _ROLE_AFTER.fullmatch(text)) and phrase(found["role"]).words[-1:][0] in ROLES:
        clause = found
    if clause is None and (found := _AS.fullmatch(text)) and _is_long_name(found["core"]) and _is_name(found["part"]):
        clause = found
    return clause["core"] if clause and _is_name(clause["core"]) else None


def _is_optional(core: str, inside: str) -> bool:
    """Return whether a bracket after ``core`` is a remark: words, or the same quantity in another unit."""
    one, other = parse_quantity(core), parse_quantity(inside)
    if one and other and one.unit and other.unit:
        return one.unit.dimension == other.unit.dimension
    words = phrase(inside).words
    return (
        not is_notation(f"{core} ({inside})")
        and re.search(r"[^\W\d_]{3}", core) is not None
        and re.search(r"[^\W\d_]{3}", inside) is not None
        and words[0] not in _NEGATIONS
    )


def _is_name(text: str) -> bool:
    """Return whether every word but the small ones has a capital."""
    words = [word for word in re.findall(r"[^\W\d_][^\W_]*", text) if fold(word) not in FUNCTION_WORDS]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_long_name(text: str) -> bool:
    return len(phrase(text).words) > 1 and _is_name(text)


def _same_kind(one: str, other: str) -> bool:
    """Return whether two terms of several words end in the same word: hit points or health points."""
    first, second = phrase(one).words, phrase(other).words
    return len(first) > 1 and len(second) > 1 and first[-1] == second[-1]


def _is_remark(found: re.Match[str]) -> bool:
    """Return whether what follows a comma says something of the name before it, and is no further item of a list."""
    return found["rest"][:1].islower() and not re.search(r"\b(?:and|or)\b", found["rest"] + (found["more"] or ""))


def are_initials(short: str, name: str) -> bool:
    """Return whether ``short`` is made of the first letters of ``name``: IWC of International Whaling Commission."""
    words = phrase(name).words
    content = [word for word in words if word not in FUNCTION_WORDS]
    return len(content) >= 2 and _letters(short) in {"".join(word[0] for word in each) for each in (words, content)}


def in_initials(short: str, text: str) -> bool:
    """Return whether ``short`` has three letters or more, which are the first ones of words in a row in ``text``."""
    letters = _letters(short)
    return len(letters) >= 3 and letters in "".join(word[0] for word in phrase(text).words)


def _letters(short: str) -> str:
    """Return an abbreviation in capitals in small letters, without points; empty for anything else."""
    letters = "".join(char for char in short if char not in ". ")
    return letters.lower() if 2 <= len(letters) <= 8 and letters.isalpha() and letters.isupper() else ""
