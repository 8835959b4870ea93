"""Find places in English that depend on who reads them: "our country"."""

import re

from quizgen.linting.wording import names_something
from quizgen.text.content_words import unquoted
from quizgen.text.lazy_pattern import lazy_pattern

_HOME = (
    r"country|nation|state|city|town|village|region|province|county|district|school|university|capital|president"
    r"|prime minister|king|queen|mayor|governor|government|parliament|constitution|currency|flag|anthem|language"
    r"|climate|head of (?:state|government)|national [a-z]+|political system|legal system|electoral system"
)
# "Our planet", "our body" and "our galaxy" are the same for everybody.
_AT_HOME = lazy_pattern(
    rf"\b(?:our (?:(?:own|local|home|current|present) )?(?:{_HOME})"
    r"|your (?:own )?(?:country|home country|home town|state))\b"
    r"|(?:vote|drive|drink|marry|pay|live|legal|allowed|illegal) here(?=\?)"
    r"|\b(?:here )?in (?:this|our) (?:country|city|town|region|county|part of the (?:world|country))\b",
    re.IGNORECASE,
)
_OF_THE_NATION = lazy_pattern(
    r"\bthe (?:national (?:anthem|flag|holiday|day|currency|language|animal|flower|bird|dish)"
    r"|nation['’]s (?:capital|flag))\b(?! of\b)",
    re.IGNORECASE,
)
HOME_WORDS = frozenset("our your here this national nation's nation’s".split())
"""Every reference to a place that depends on the reader contains one of these words."""


def relative_place(stem: str) -> str | None:
    """Return the words of ``stem`` that mean another place to readers from elsewhere: "our country"."""
    plain = unquoted(stem)
    # "Norway has a king. Who rules in this country?" and "What is the national flower of Japan?" name the country.
    named = names_something(plain)
    found = _AT_HOME.search(plain)
    if found is not None and named and " this " in found[0].lower():
        found = None
    if found is None and not named:
        found = _OF_THE_NATION.search(plain)
    return found[0] if found is not None else None
