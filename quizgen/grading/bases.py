"""Numbers in another base or as a power of two: 0xFF, 1010₂, 17 octal; 2^15 - 1."""

import re

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.stems.values import asks_for_digits, asks_for_prefix, counts_in_bits
from quizgen.text.quantities import quantity_readings
from quizgen.text.units import parse_unit


def _mark(before: str, base: str, small: str, name: str, last: str = "(?!)") -> re.Pattern[str]:
    """Return a pattern for what marks a base: before the number, and after it as a subscript or in words."""
    words = rf"(?:in\s+)?(?:base\s+{base}|{name})"
    return re.compile(
        rf"^(?:{before})|(?:{small}|_{base}|_\{{{base}\}}|\s?\((?:{base}|{words})\)|\s+{words}|{last})\.?$",
        re.IGNORECASE,
    )


_HEX = _mark("0x|[#$]", "16", "₁₆", "hex(?:adecimal)?", "h")
_BASE_MARKS = {
    "binary": _mark("0b", "2", "₂", "binary"),
    "hexadecimal": _HEX,
    "hex": _HEX,
    "octal": _mark("0o", "8", "₈", "octal"),
}
"""What marks the base of a number, by the word for it in a stem."""


_TEN = _mark("(?!)", "10", "₁₀", "decimal|denary")
_BASES = frozenset({*_BASE_MARKS, "denary", "base"})
_TO_TEN = re.compile(r"\b(?:in|to|into|as)\s+(?:an?\s+)?(?:decimal|denary|base\s+(?:10|ten))\b", re.IGNORECASE)
_NIBBLES = re.compile(r"[01]{1,4}(?: [01]{4})+")
"""Binary digits in groups of four."""


def _joined(digits: str) -> str:
    return digits.replace(" ", "") if _NIBBLES.fullmatch(digits) else digits


def without_base_mark(number: str, key: AnswerKey) -> str:
    """Return ``number`` without what marks its base, if the stem gives it in that base: 2F, for 0x2F."""
    for name, mark in _BASE_MARKS.items():
        if name in key.stem_words and not _is_asked_for(name, key.stem):
            number = mark.sub("", number.strip())
    return without_ten_mark(number, key)


def without_ten_mark(number: str, key: AnswerKey) -> str:
    """Return ``number`` without what says that its base is ten, unless the stem asks for another: 26₁₀."""
    about_bases = not key.stem_words.isdisjoint(_BASES)
    in_ten = about_bases and not any(_is_asked_for(name, key.stem) for name in _BASE_MARKS)
    return _TEN.sub("", number.strip()) if in_ten else number


def _is_asked_for(base: str, stem: str) -> bool:
    return re.search(rf"\b(?:in|to|into|as)\s+(?:an?\s+)?{base}\b", stem.lower()) is not None


def is_same_in_base(key: AnswerKey, given: str) -> bool:
    """Return whether ``given`` is an answer with or without the mark of the base that the stem names: 0xFF, 1010₂."""
    named = [name for name in _BASE_MARKS if name in key.stem_words]
    if not named and are_bits(key):
        named = ["binary"]
    if len(named) > 1:  # the binary number 1101 in hexadecimal
        named = [name for name in named if _is_asked_for(name, key.stem)]
    if len(named) != 1 or _TO_TEN.search(key.stem):
        return False
    mark = _BASE_MARKS[named[0]]
    said = mark.sub("", given.strip()).strip("()").casefold()
    said = _joined(said)
    if named[0] in {"hex", "hexadecimal"} and _OTHER_PREFIX.match(said):
        return False
    wanted = asks_for_prefix(key.stem)
    counts_zeros = asks_for_digits(key.stem)
    return said.isalnum() and any(
        (bare := _joined(mark.sub("", answer).casefold())) == said
        or (not counts_zeros and said.strip("0") and bare.lstrip("0") == said.lstrip("0"))
        for answer in key.answers
        if not wanted or given.strip().casefold()[:2] == answer.casefold()[:2]
    )


_OTHER_PREFIX = re.compile(r"0b", re.IGNORECASE)
"""What marks binary digits, although it could begin a hexadecimal number too."""
_BITS = re.compile(r"[01]{3,}")


def are_bits(key: AnswerKey) -> bool:
    """Return whether the answers are binary digits, and the stem is about them, so that they have no thousands."""
    return not key.stem_words.isdisjoint({"binary", "bit", "complement"}) and all(map(_BITS.fullmatch, key.answers))


_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹−–", "0123456789--")
_IN_BITS = re.compile(
    r"(?P<literal>0x[0-9a-f]+|0b[01]+)"
    r"|\(?2\s?(?:\^|\*\*|(?=[⁰¹²³⁴-⁹]))\s?[({]?(?P<power>[\d⁰¹²³⁴-⁹]{1,2})[)}]?\)?(?P<less>\s?[-−–]\s?1)?(?:\s(?P<unit>[a-z]+))?",
    re.IGNORECASE,
)


def form_in_bits(key: AnswerKey, given: str) -> str | None:
    """Return in which form of bits ``given`` is an answer, if the stem is about bits: a power of two, a literal.

    A power of two may be one less: 2^16 - 1.
    """
    found = _IN_BITS.fullmatch(given.strip(" .`"))
    if found is None or not counts_in_bits(key.stem) or (found["unit"] and not key.in_stem(found["unit"])):
        return None
    if found["literal"]:
        value, form = int(found["literal"], 0), "in another base"
    else:
        value = 2 ** int(found["power"].translate(_SUPERSCRIPTS)) - (found["less"] is not None)
        form = "as a power of two"
    unit = parse_unit(found["unit"]) if found["unit"] else None
    answers = (said for answer in key.answers for said in quantity_readings(answer))
    return form if any(said.low == value and (unit is None or said.unit in {unit, None}) for said in answers) else None
