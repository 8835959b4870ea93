"""Find out whether a question asks for a measured size, which is never known exactly."""

import re
from decimal import Decimal

from quizgen.linting.wording import YEAR
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.units import parse_unit

_SIZE = (
    r"length|height|mass|weight|distance|depth|diameter|radius|circumference|area|volume|density|altitude|elevation"
    r"|width|span|wingspan|(?:boiling|melting|freezing) point|(?:top|average|mean|surface) (?:speed|temperature)"
    r"|half-life|population"
)
_NATURE = r"Earth|Moon|Sun|earth|moon|sun|sunlight|[a-z]+ (?:whale|elephant|giraffe|hummingbird|eagle|turtle)"
_MEASURED_THING = lazy_pattern(
    r"(?:(?:^|[.,;] )(?:About )?[Hh]ow (?:far|long|tall|high|deep|heavy|wide|large|thick|big|fast)"
    r"|[Hh]ow many (?:(?:kilo|centi|milli)?met(?:er|re)s|miles|feet) (?:far|long|tall|high|deep|wide|thick)"
    r"|[Hh]ow many (?:people|inhabitants)(?: \w+)? (?:live|lived|inhabit|inhabited)\b"
    rf"|[Hh]ow much (?:does|do|did)\b(?=[^?]*\bweigh\b)|\b[Ww]hat (?:is|was|are) the (?:\w+ ){{0,2}}(?:{_SIZE}))\b"
    rf"[^.?]*(?:(?<=[\w,] )[A-Z]\w+|\b(?:{_NATURE})\b)"
)
_BY_RULE = lazy_pattern(
    r"\b(?:standard|official|regulation|rules?|legal|law|required|must|may|should|limit|allowed|maximum|minimum|scale"
    r"|defined|definition|exact(?:ly)?|calculate|compute|force of|according to"
    r"|(?i:in) the (?:\w+ )?(?:novel|story|film|book|game|feature|movie|show|series)"
    r"|Olympic|marathon|pool|pitch|court|goal|track|sentence|word|list|string|array|term|mandate|reign\w*|war|War"
    r"|circle|square(?! (?:\w{0,5}met|mile|feet|foot|inch|yard))|rectangle|cube"
    r"|sphere|triangle|(?:in|per|makes?|equals?) (?:an?|one|each)|sum|product|plus|minus"
    r"|times|divided|print\w*|return\w*|output|convert\w*)\b"
)
_TIME = lazy_pattern(
    r"(?<![/\w])(?:s|h|mins?|secs?|hours?|minutes?|seconds?|days?|weeks?|months?|years?|decades?|centuries)\b",
    re.IGNORECASE,
)
_LENGTH = lazy_pattern(r"\b(?:kilo|centi|milli)?met(?:er|re)s?\b|\b(?:km|miles?|feet|yards?)\b", re.IGNORECASE)
_HOW_LONG = lazy_pattern(r"\bhow long\b", re.IGNORECASE)
_FIGURE = lazy_pattern(r"\d")


def is_measured(stem: str, unit: str) -> bool:
    """Return whether ``stem`` asks for a measured size of something named, such as a river, a mountain or a star.

    ``unit`` is the unit of the answer, or the answer with its unit; empty if the stem names it. What a rule says, what
    a computation gives, and how long something takes is not measured, or not only.
    """
    if _MEASURED_THING.search(stem) is None or _BY_RULE.search(stem) or _FIGURE.search(YEAR.sub("", stem)):
        return False
    if unit:
        return _TIME.search(unit) is None
    return _LENGTH.search(stem) is not None or not (_TIME.search(stem) or _HOW_LONG.search(stem))


_FINE = 2
"""How many decimals a value has at least that was measured rather than counted or set."""
_COUNTED = lazy_pattern(
    rf"\b(?:half|{any_number_word(1, 10)}|twelve|dozen|hundred|thousand|million|single"
    r"|records?|winning|won|prices?|costs?|paid)\b",
    re.IGNORECASE,
)
"""A number from which the value may be computed, and what is set or timed once and for all."""

_PHYSICAL = frozenset({"length", "mass", "temperature", "amount", "current"})
"""Base dimensions of units in which values are measured; amounts of money and data are counted."""


def is_measured_finely(stem: str, unit: str, value: Decimal) -> bool:
    """Return whether ``value`` has decimals that only a measurement in a physical ``unit`` gives.

    What can be computed from figures in ``stem``, and amounts of money and time are left out.
    """
    if round(value, _FINE - 1) == value or _FIGURE.search(YEAR.sub("", stem)):
        return False
    return not is_set_exactly(stem) and is_physical(unit)


def is_set_exactly(stem: str) -> bool:
    """Return whether ``stem`` asks for what a rule sets, what is counted, or what is measured once and for all."""
    return _BY_RULE.search(stem) is not None or _COUNTED.search(stem) is not None


def is_physical(unit: str) -> bool:
    """Return whether ``unit`` is one in which values are measured."""
    known = parse_unit(unit) or parse_unit(unit.partition("/")[0])
    return known is not None and not _PHYSICAL.isdisjoint(name for name, _ in known.dimension)
