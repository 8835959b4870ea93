"""Which number or date a stem asks for: a count, an age, a year, a percentage, a fraction in lowest terms."""

import re

from quizgen.text.dates import BEFORE_CHRIST
from quizgen.text.lazy_pattern import lazy_pattern

_HOW_MANY = lazy_pattern(
    r"\bhow many\b|\b(?:what|which) number\b|\bnumber of\b|\bwie viele\b|\bcu[aá]nt[oa]s\b|\bcombien\b|\bquant[ie]\b"
    r"|\bquant[oa]s\b",
    re.IGNORECASE,
)


def asks_how_many(stem: str) -> bool:
    """Return whether the stem asks for a count, so that what is counted need not be typed."""
    return _HOW_MANY.search(stem) is not None


_COUNTED = lazy_pattern(
    r"""\bhow\ many\s+(?P<nouns>(?:[\w'’-]+\s+){0,5}?[\w'’-]+?)\s*
        (?=\s(?:do|does|did|is|are|was|were|will|can|could|has|have|had|in|on|of|to|per|from|make|go|fit|the|a|an|at|by
            |there|that|which|each|must|should|would|may|took|take|takes)\b|[?.,]|$)
    # How many in other languages, with its noun: cuántas provincias, combien d'élèves
    |\b(?:cu[aá]nt[oa]s|wie\s+viele|quant[eio]|quant[oa]s|combien\s+de)\s+(?P<abroad>[^\W\d_]+)
    |\bcombien\s+d['’](?P<elided>[^\W\d_]+)""",
    re.IGNORECASE | re.VERBOSE,
)


def counted(stem: str) -> str:
    """Return what the stem asks to count: "permanent members", for how many permanent members there are; or ""."""
    found = _COUNTED.search(stem)
    return found["nouns"] or found["abroad"] or found["elided"] if found else ""


_ABOUT = lazy_pattern(r"\b(?:about|approximately|roughly|around|nearly|estimate[ds]?)\b", re.IGNORECASE)


def says_about(stem: str) -> bool:
    """Return whether the stem asks about how much something is."""
    return _ABOUT.search(stem) is not None


_AGE = lazy_pattern(r"\bhow old\b|\bage\b|\baged\b", re.IGNORECASE)


def asks_age(stem: str) -> bool:
    """Return whether the stem asks for an age, which is in years."""
    return _AGE.search(stem) is not None


_WHEN = lazy_pattern(r"\b(?:when|year|date|wann|jahr|quand|année|cuándo|año|quando)\b", re.IGNORECASE)


def asks_when(stem: str) -> bool:
    """Return whether the stem asks for a date or a year."""
    return _WHEN.search(stem) is not None


_ONLY_PART = lazy_pattern(
    r"""\b(?:which|what)\s+(?:\w+\s+){0,1}?(?P<part>year|month)\b(?!\s+and\b)(?!.*\bdate\b)
    # The same in other languages: en qué año, quel mois
    |\b(?:qué|quel(?:le)?|welche[mrs]|quale|che|que)\s+
        (?:(?P<year>año|année|an|jahr|anno|ano)|(?:mes|mois|monat|mese|mês))\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def asked_part_of_date(stem: str) -> str | None:
    """Return ``year`` or ``month`` if the stem asks for that part of a date alone, else None."""
    found = _ONLY_PART.search(stem)
    return (found["part"] or ("year" if found["year"] else "month")).lower() if found else None


_PURE_NUMBER = lazy_pattern(
    r"\bp(?-i:OH|H|K[ab]?)\b|\bratio\b|\bprobabilit|\boxidation\s+(?:state|number)|\b(?:atomic|mass|quantum)\s+number\b"
    r"|\b(?:largest|smallest|highest|lowest|biggest|greatest|maximum|minimum)\s+(?:\w+\s+)?(?:value|number|integer)\b(?!\s+of\s+(?:bits|bytes)\b)"
    r"(?=.*(?:\d+[- ]bits?|bytes?)\b)",
    re.IGNORECASE,
)


def asks_for_pure_number(stem: str) -> bool:
    """Return whether the stem asks for a value that has no unit: a pH, a ratio, the largest value of 8 bits."""
    return _PURE_NUMBER.search(stem) is not None


_PERCENTAGE = lazy_pattern(
    r"\b(?:what|which|how\s+many)\s+(?:percent(?:age)?|per\s+cent)\b|\bas\s+a\s+percentage", re.IGNORECASE
)


def asks_for_percentage(stem: str) -> bool:
    """Return whether the stem asks for a number of percent, whose sign may be typed."""
    return _PERCENTAGE.search(stem) is not None


_SIMPLEST = lazy_pattern(
    r"""\bsimplest\ form\b|\blowest\ terms\b|\bsimplif|\breduced\ (?:form|fraction)\b
    |\breduce\ (?:the\ fraction\b|\d+\s?/)|\birreducible\b
    # Simplify, and irreducible, in other languages
    |\bvereinfach|\bkürze\b|\bsimplifi|\bréduis\b|\bsemplific|\birréductible\b""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_simplest(stem: str) -> bool:
    """Return whether the stem asks for a fraction or a ratio in lowest terms."""
    return _SIMPLEST.search(stem) is not None


_ROUND = lazy_pattern(r"\bround(?:ed|ing)?\b.{0,60}?\b(?:to|nearest|up|down)\b", re.IGNORECASE)


def asks_to_round(stem: str) -> bool:
    """Return whether the stem asks for a rounded number, so that more digits are not what it asks for."""
    return _ROUND.search(stem) is not None


_FRACTION_TOO = lazy_pattern(r"\bor\s+(?:as\s+)?(?:an?\s+)?(?:exact\s+)?fraction|\bfractions?\s+or\b", re.IGNORECASE)
_IN_DECIMALS = lazy_pattern(
    r"\bdecimal|\bround|\bsig(?:nificant|\.)?\s+fig|\b\d\s?[ds]\.?[pf]\b|\bper\s?cent|\bnearest\b", re.IGNORECASE
)


def may_be_fraction(stem: str) -> bool:
    """Return whether a fraction may be typed for a number with decimals: the stem asks for none, or for either."""
    return _FRACTION_TOO.search(stem) is not None or _IN_DECIMALS.search(stem) is None


_BEFORE_CHRIST = lazy_pattern(rf"\b{BEFORE_CHRIST}")
_AFTER_CHRIST = lazy_pattern(r"\bA\.?\s?D\b|(?<!B)(?<!B[.\s])(?<!B\.\s)\bC\.?\s?E\b")


def names_before_christ(stem: str) -> bool:
    """Return whether the stem names the era before Christ."""
    return _BEFORE_CHRIST.search(stem) is not None


def is_before_christ(stem: str) -> bool:
    """Return whether the only era that the stem names is that before Christ."""
    return names_before_christ(stem) and _AFTER_CHRIST.search(stem) is None


_NUMBER_AS = lazy_pattern(
    r"\b(?:as|to|into)\s+(?:an?\s+)?(?:(?:simplified|proper|improper|single|common|vulgar|exact|recurring|terminating)\s+)?"
    r"(?P<form>fraction|decimal|percentage|percent|mixed\s+(?:number|fraction|numeral))s?\b",
    re.IGNORECASE,
)


_WHAT_PERCENTAGE = lazy_pattern(
    r"\b(?:what|which)\s+percent(?:age)?\b|\bwhat\s+per\s+cent\b|\bhow\s+many\s+percent\b", re.IGNORECASE
)


def asks_for_number_as(stem: str) -> str | None:
    """Return ``fraction``, ``decimal`` or ``percent`` if the stem asks for a number in this form, else None."""
    found = _NUMBER_AS.search(stem)
    if found is None:
        return "percent" if _WHAT_PERCENTAGE.search(stem) else None
    form = found["form"].lower().removesuffix("age")
    return "fraction" if form.startswith("mixed") else form


_WHOLE_DAY = lazy_pattern(
    r"\b(?:24|twenty-four)[- ]?h(?:ou)?r?s?\s+(?:clock|format|time|notation|system)\b", re.IGNORECASE
)


def asks_for_24_hours(stem: str) -> bool:
    """Return whether the stem asks for a time of day in the 24-hour clock."""
    return _WHOLE_DAY.search(stem) is not None


_SCIENTIFIC = lazy_pattern(r"\bscientific\s+notation\b|\bstandard\s+(?:index\s+)?form\b", re.IGNORECASE)


def asks_for_scientific(stem: str) -> bool:
    """Return whether the stem asks for a number as a power of ten, with one digit before the point."""
    return _SCIENTIFIC.search(stem) is not None


_DIGITS = lazy_pattern(r"\b(?:\d+|[a-z]+)[ -](?:digits?|bits?)\b|\bleading\s+zero", re.IGNORECASE)


def asks_for_digits(stem: str) -> bool:
    """Return whether the stem asks for a number with so many digits, so that zeros at its start count."""
    return _DIGITS.search(stem) is not None


_PREFIX = lazy_pattern(
    r"\b(?:prefix|starting\s+with|beginning\s+with)\b|\bwith\s+(?:the\s+|an?\s+)?\W?0[xbo]\b", re.IGNORECASE
)
_WITHOUT_PREFIX = lazy_pattern(r"\b(?:without|no)\s+(?:\S+\s+){0,2}?prefix", re.IGNORECASE)


def asks_for_prefix(stem: str) -> bool:
    """Return whether the stem asks for the prefix that marks the base of a number: with the 0x prefix."""
    return _PREFIX.search(stem) is not None and not _WITHOUT_PREFIX.search(stem)


_BITS = lazy_pattern(r"\b(?:bits?|bytes?|nibbles?|[kmgt]ib|unsigned|signed)\b", re.IGNORECASE)
_BE_CALCULATED = lazy_pattern(
    r"""\b(?:calculate|evaluate|compute|work\s+out|simplify|decimal|denary|binary|hex(?:adecimal)?|octal|power|digits|base)\b
    |[\^⁰¹²³⁴-⁹]|\*\*    # 2^10""",
    re.IGNORECASE | re.VERBOSE,
)


def counts_in_bits(stem: str) -> bool:
    """Return whether the stem is about bits or bytes, which come in powers of two, and gives nothing to calculate."""
    return _BITS.search(stem) is not None and not _BE_CALCULATED.search(stem)
