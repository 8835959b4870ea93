"""Which phrase answers a stem: a reason, a change, an observation, a participle, or a list in a particular order."""

import re

from quizgen.text.lazy_pattern import lazy_pattern

BLANK = r"(?:_{2,}|…|\.{3,})"
"""A pattern for what a stem has in the place of words to fill in."""
BLANK_WITH_WORD = lazy_pattern(rf"{BLANK}(?:\s*\([^()]{{1,40}}\))?")
"""A blank, with the word in parentheses after it of which a form is asked for: ___ (venir)."""
_WHY = lazy_pattern(r"\bwhy\b|\bfor what reason\b", re.IGNORECASE)


def asks_why(stem: str) -> bool:
    """Return whether the stem asks for a reason, which may begin with "because"."""
    return _WHY.search(stem) is not None


_CHANGE = lazy_pattern(
    r"""\bhappen(?:s|ed)?\b|\btrend\b|\beffects?\b|\b(?:affect|change|influence|impact)(?:s|e?d)?\b
    |\bhow\ (?:do|does|did|will|would)\b
    |\b(?:do|does|did|will|would)\b.*\bdo\b    # what does it do""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def asks_for_change(stem: str) -> bool:
    """Return whether the stem asks how something changes, so that "it falls" and "it decreases" are one answer."""
    return _CHANGE.search(stem) is not None


_OBSERVATION = lazy_pattern(
    r"\b(?:observ(?:e|ed|ation)s?|see|seen|notice|happens?|forms?|formed|produced?|product"
    r"|precipitates?|evolved|released|given off|reacts?)\b",
    re.IGNORECASE,
)


def asks_for_observation(stem: str) -> bool:
    """Return whether the stem asks what is seen or formed, so that "a white solid forms" may say "a white solid"."""
    return _OBSERVATION.search(stem) is not None


_PARTICIPLE = lazy_pattern(
    r"""\b(?:is|are|was|were|be|been|being|get|gets|got)\s+(?:\w+ly\s+)?(?:\(\d+\)\s*)?_{2,}    # it was quickly ___
    |\b\w+(?:ed|ing)\s+or\s+\w+(?:ed|ing)\b    # bored or boring""",
    re.IGNORECASE | re.VERBOSE,
)


def asks_for_participle(stem: str) -> bool:
    """Return whether the answer follows "is" in the stem, or is one of two participles there: bored or boring."""
    return _PARTICIPLE.search(stem) is not None


_ORDER = lazy_pattern(
    r"""(?<!\bany\ )\border\b(?!\s+to\b)|\brespectively\b|\bsequence\b|\brank\b|\barrange\b|\bsteps\b
    |\b(?:starting|beginning)\s+(?:with|from|at)\b|\bpass(?:es)?\s+through\b
    # From the smallest to …
    |\bfrom\s+(?:the\s+)?(?:\w+est|most\s+\w+|least\s+\w+|first|top|bottom|left|right|north|south|east|west)\b.*\bto\b
    # Name the capital of Peru and its largest city
    |\b(?:name|give|state|(?:what|who|which)\s+(?:is|are|was|were))\s+the\s+(?!two\b|three\b|four\b)[\w'’-]+
        (?:\s+[\w'’-]+){0,3}?\s+and\s+(?:the|its|his|her|their|who|what|which)\s+\w+
    # Share 20 between Ann and Bob in the ratio 2:3
    |\b(?:share|divide|split)[sd]?\b.*\b(?:between|among)\b.*\bratio\b
    # Who wrote it, and who …
    |\b(?:who|which|what)\b[^;.?]{2,60}\band\s+(?:who|which|what)\b""",
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)


def asks_for_order(stem: str) -> bool:
    """Return whether the stem asks for a list in a particular order, or for the capital and the largest city."""
    return _ORDER.search(stem) is not None
