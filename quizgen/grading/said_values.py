"""Read the quantities in a response, without the words and calculations that lead up to them."""

import re
from fractions import Fraction

from quizgen.grading.answer_key import AnswerKey
from quizgen.grading.bases import without_base_mark, without_ten_mark
from quizgen.grading.oxidation_numbers import is_asked
from quizgen.grading.readings import MATHEMATICAL
from quizgen.grading.status_codes import without_status_name
from quizgen.grading.stems.formulas import is_line_instead, is_only_operand, says_expression
from quizgen.text.folding import LETTERS, fold
from quizgen.text.guessed_language import looks_foreign
from quizgen.text.quantities import Measure, parse_quantity, quantity_readings
from quizgen.text.steps import has_unit_once, is_false
from quizgen.text.units import parse_unit
from quizgen.text.words import listed

_LEAD = re.compile(
    r"^(?:it|he|she|they|this|that)\s+(?:[^\W\d_]{3,12}\s+(?:in|on|at)|(?:dates?|dated|began|begins|started|starts|was|is)\s+from)\s+"
    r"|^(?:it|this|that|they)\s+(?:lasts?|lasted|runs?|ran|takes?|took|weighs?|costs?|measures?|equals|gives?|contains?|executes?"
    r"|loops|repeats|prints|makes|means|(?:comes|converges|tends|sums|adds\s+up)\s+to|works\s+out\s+(?:as|at|to\s+be))\s+(?=[\d-])|^(?:about|around|approximately|approx\.?|roughly|circa|ca\.?|c\.|some|nearly|almost|~|≈|=|it|is|was|were|are|has|have|had|"
    r"there|son|es|sont|ist|sind|sono|são|é|è|c'est|they|he|she|we|in|at|on|for|a|an|the|year|early|mid|late|spring|summer|autumn|fall|winter|answer|error|status|code|ad|a\.d\.|i|think|exactly|just|only|number|no\.|nr\.?|#)\s+"
    r"|^[~≈=#]\s*|^(?:early|mid|late)-|^(?P<name>[Δ∆δ]?[^\W\d_]{1,12})[°º⁰]?\s?(?:[=:]\s?|\s(?:is|equals|of)\s)",
    re.IGNORECASE,
)
_ARITHMETIC = re.compile(r"[^a-zA-Z]*\d[^a-zA-Z]*(?:\b(?:x|of|times|plus|minus)\b[^a-zA-Z]*)*")
"""What may be said before an equals sign: 7 x 8 = 56, but not 2x = 56."""
_OPERATES = re.compile(
    r"\d\s*[-−+*/×·⋅÷^!]|\d\s*[CP]\s*\d|[CP√]\s*\(\s*\d|\d\s+(?:choose|x)\s+\d|\b(?:sqrt|log|ln|sin|cos|tan)\b"
)
_BETWEEN_NUMBERS = re.compile(r"\d[\d\s.,)]*(?:\*\*|[-−+*/×·⋅÷^!:CP%]|[^\W\d_]+\s)\s*[\d(]|[^\W\d_]|!|√")
_MULTIPLIED = re.compile(r"(?<=[\d)])\s*x\s*(?=[\d(])", re.IGNORECASE)
_FUNCTIONS = frozenset("C P choose sqrt log ln sin cos tan pi π of times plus minus divided multiplied by over".split())
"""Words and letters in a calculation with numbers: 12C3, 12 choose 3, sqrt(144)."""
_DOTTED = re.compile(r"([^\d.,]*[1-9]\d{0,2})\.(\d{3})((?![\d.,]).*)", re.DOTALL)
_SAID_TWICE = re.compile(r"(?P<one>[^()]{1,60}?)\s*\((?P<other>[^()]{1,60})\)")
_PERCENT = re.compile(r"(?<=\d)\s?per\s?cent(?=\s+[a-z])", re.IGNORECASE)
"""Percent before another word: 15 per cent decrease."""
_UNIT_IN_BRACKETS = re.compile(r"(?P<number>[^()]*\d)\s*\((?P<unit>[^()\d]{1,30})\)")
_AT_THE_END = re.compile(
    r",?\s+(?:in total|in all|altogether|exactly|approximately|or so|i think)\.?$"
    r"|(?<=\w)\s+(?:above (?:mean )?sea[ -]level|tall|high|long|in (?:height|length))\.?$",
    re.IGNORECASE,
)
"""What may follow a value: 8 in total, 8,849 m above sea level."""
_PERCENT_OF = re.compile(r"(?P<number>.*\d\s?(?:%|per\s?cent))\s+(?:of\s+)?(?P<element>[^\W\d_]{1,15})\.?")
_ENDED = listed("ended began started happened occurred fell took place")


def said_quantities(given: str, key: AnswerKey) -> list[Measure]:
    """Read what was typed, without words that only lead up to the number.

    A dot may stand between thousands if the stem is not in English, even if the set does not say so.
    """
    if is_line_instead(key.stem, given):
        return []
    readings = _read(given, key)
    dotted = _DOTTED.fullmatch(given)
    if dotted and looks_foreign(key.stem):
        readings += quantity_readings("".join(dotted.groups()))
    return readings


def _read(given: str, key: AnswerKey) -> list[Measure]:
    rest = without_status_name(_AT_THE_END.sub("", given.strip().strip("\"'`")), key.stem)
    rest = without_ten_mark(rest, key)
    if (share := _PERCENT_OF.fullmatch(rest)) and is_asked(share["element"], key):
        rest = share["number"]
    rest = _PERCENT.sub("%", rest)
    if (measured := _UNIT_IN_BRACKETS.fullmatch(rest)) and parse_unit(measured["unit"]) is not None:
        rest = f"{measured['number']} {measured['unit']}"
    if twice := _SAID_TWICE.fullmatch(rest):  # two (2)
        one, other = (list(quantity_readings(twice[part].strip())) for part in ("one", "other"))
        if one and other and any((each.low, each.high) == (other[0].low, other[0].high) for each in one):
            return one if one[0].unit_text else other
    before, equals, after = rest.rpartition("=")
    if equals and _is_probability(before.strip(), key.stem):
        return list(quantity_readings(after.strip()))
    marked, before = before, without_base_mark(before, key)
    if equals and any(char.isdigit() for char in before):
        if "=" in before and not says_expression(before, key.stem):
            return []  # several steps are judged by ``without_working``
        if (before == marked and _is_false(before, after)) or is_only_operand(before, key.stem):
            return []
        if before == marked and not _calculates(before) and has_unit_once(before, after):
            return []  # 4 bytes = 32
        said_before = _ARITHMETIC.fullmatch(before) or says_expression(before, key.stem) or _calculates(before)
        values = list(quantity_readings(after.strip())) if said_before else []
        if not _BETWEEN_NUMBERS.search(before):  # 4/6 = 2/3, but not 5 = 6
            said = {each.low for each in quantity_readings(before.strip())}
            return [each for each in values if each.low in said or says_expression(before, key.stem)]
        return values
    if readings := list(quantity_readings(rest)):
        return readings
    while (found := _LEAD.match(rest)) and (not found["name"] or _may_be_called(found["name"], key)):
        rest = rest[found.end() :]
    readings = list(quantity_readings(rest))
    stem = {*fold(key.stem).split(), *_ENDED}
    while not readings and rest:
        first, _, rest = rest.lstrip().partition(" ")
        if not first:
            break
        words = key.phrase(first).words
        if (
            first[0].isdigit()
            or first in MATHEMATICAL
            or not words
            or not (fold(first) in stem or all(map(key.in_stem, words)))
        ):
            break
        rest = rest.lstrip()
        while (found := _LEAD.match(rest)) and not found["name"]:
            rest = rest[found.end() :]
        readings = list(quantity_readings(rest))
    return readings


_TIMES = re.compile(r"(?<=[\d)])\s+x\s+(?=[\d(])", re.IGNORECASE)
_FACTORS = tuple(Fraction(10) ** power for power in (0, -9, -6, -3, -2, 2, 3, 6, 9))
"""What a unit may be of another one, so that a calculation without units can be right with either."""


def _is_false(calculation: str, value: str) -> bool:
    """Return whether a calculation in numbers is not worth ``value``; a unit of it may have a prefix."""
    plain = _TIMES.sub("*", calculation)
    measure = parse_quantity(value.strip(" ."))
    if measure is None or not measure.unit_text or measure.is_range:
        return is_false(plain, value)
    return all(is_false(plain, f"{float(measure.low * factor):.12f}") for factor in _FACTORS)


_PROBABILITY = re.compile(r"(?:P|p|Pr)\s?\((?P<event>[^\W\d_]+(?:(?:\s|\s?[,∩&]\s?)[^\W\d_]+){0,4})\)")
_WORD = re.compile(r"[^\W\d_]+")
_ASKED_PROBABILITY = re.compile(
    r".*\b(?:probability|chance|likel\w+)\b(?P<event>(?:(?!\b(?:if|given|when)\b)[^.?!])*)", re.IGNORECASE | re.DOTALL
)
"""The last probability in a stem, without its condition."""
_NEGATED = re.compile(r"\b(?:not|no|never|neither|nor|other|except|without)\b|n['’]t\b", re.IGNORECASE)


def _is_probability(before: str, stem: str) -> bool:
    """Return whether ``before`` names the event whose probability is asked for, or its first letter: P(both red)."""
    found, asked = _PROBABILITY.fullmatch(before), _ASKED_PROBABILITY.match(stem)
    if found is None or asked is None or _NEGATED.search(asked["event"]):
        return False
    event, words = fold(found["event"]), fold(asked["event"]).split()
    if len(event) > 1:
        return {*_WORD.findall(event)} <= {*words, "and"}
    others = set(fold(stem).split()).difference(words)  # P(B) may be blue, where red is asked for
    return any(word[0] == event for word in words) and not any(word[0] == event for word in others)


def _may_be_called(name: str, key: AnswerKey) -> bool:
    """Return whether the value that the stem asks for may be called ``name``: m = 3, ΔH = 5."""
    return len(name) == 1 or (name[0] in "Δ∆" and len(name) <= 3) or key.in_stem(fold(name))


def _calculates(before: str) -> bool:
    """Return whether ``before`` is a calculation in numbers, functions and units: 12C3, 50 g × 4.18 J/(g °C) × 20 °C.

    A number alone is not, nor is a variable: 2x + 4 = 10 does not say that the answer is 10.
    """
    if not _OPERATES.search(before) or re.search(r"[,;]\s*[^\W\d_]", before):
        return False
    words = LETTERS.findall(_MULTIPLIED.sub("*", before))
    return all(word in _FUNCTIONS or parse_unit(word) for word in words)
