"""Decide whether the other places or things of a seed can be options for what a stem asks for.

In "In which town was it found?", any other town of the text is plausible. But who reads "Which town did the fleet
sack?" knows that it was not the fleet's own, and to "In which country …?" the countries that a text happens to name
are rarely an answer that anybody would think of.
"""

import re
from collections.abc import Iterable

from quizgen.facts.model import Entity
from quizgen.generating.alike import is_narrow
from quizgen.generating.asked import asked_kinds, asked_nouns
from quizgen.generating.gazetteer import place_kind
from quizgen.text.content_words import words_of
from quizgen.text.word_forms import singular

_LANDS = frozenset("country nation kingdom empire republic land world planet moon star galaxy".split())
"""Kinds of places of which everybody knows so much that those in a text are no alternatives to each other."""
_REGIONS = frozenset("continent state region province county".split())
_ASIDE = r"(?:[^,?]*, )?"
_SETTING = re.compile(
    rf"{_ASIDE}(?:in|at|near|from|off|on|outside|through|into|inside|along|around|over|under|by|beside) "
    r"(?:which|what) ",
    re.IGNORECASE,
)
"""How stems ask where something happened."""
_NAME = re.compile(
    rf"{_ASIDE}(?:what (?:is|was|were|are) (?:.* called\b|(?:the|its|their) (?:[\w-]+ )?names? )|by what name )",
    re.IGNORECASE,
)
_SUBJECT = re.compile(rf"{_ASIDE}(?:which|what) (?P<rest>.*)", re.IGNORECASE)
_OBJECT = re.compile(r"\b(?:did|does|do|could|would|will|can|should)\b")
"""What shows that something is done to what is asked for: "Which town did the fleet sack?"."""
_DONE_TO = re.compile(r"\b(?:was|were|is|are|be|been) (?:\w+ly )?(?:\w{2,}ed|taken|given|chosen|made|sunk|shown)\b")
_EXPECTED = re.compile(r"\b(?:intends?|plans?|hopes?|expects?|wants?) to\b")
_NEVER = 10_000
"""More years than there are between any two dates."""
_AT_DISTANCE = re.compile(
    r"\b(?:(?:kilomet(?:re|er)s|miles) (?:away|from)|far (?:away|from)|(?:near|clos)est to|distant|remote"
    r"|neighbou?ring)\b"
)
_NOT_YET = re.compile(r"\b(?:[Ww]hich|[Ww]hat) (future|new|newly (?:built|founded)) ")
_ECHO = 4
"""The length of a word of the stem that gives away a name that begins with it: "locks" and Lockport."""


def why_unsafe(own: Entity, stem: str) -> str | None:
    """Return why nothing else of the seed is a safe option for ``own``, which is not a person; None if it may be."""
    if own.type == "person" or not stem:
        return None
    if (echo := _echoed(own, stem)) is not None:
        return f"{echo!r} in the stem gives away the answer"
    if own.type == "place":
        asked = {singular(word.lower()) for word in asked_nouns(stem)}
        kinds = asked_kinds(stem) | (asked & (_LANDS | _REGIONS))
        if not kinds and _NAME.match(stem) is None:
            return "the stem does not begin with the kind of place, as in 'In which town …?'"
        if kinds & _LANDS or place_kind(own.name) == "country":
            return (
                f"a {min(kinds & _LANDS, default='country')} that the text names for another reason is easy to rule out"
            )
        if (distance := _AT_DISTANCE.search(stem)) is not None:
            return f"{distance[0]!r} in the stem rules out places that are not so far away"
        if (found := _NOT_YET.search(stem)) is not None:
            return f"{found[1]!r} in the stem rules out places that had existed for long"
        if _SETTING.match(stem) is not None and own.group is not None and not is_narrow(own):
            return (
                f"the group {own.group!r} may contain places where this cannot have happened; put similar ones into a "
                f"narrower `group`, such as 'norwegian-{own.group}'"
            )
    if _EXPECTED.search(stem) is not None:
        return "the stem is about the future, so what existed before is easy to rule out"
    if not (_SETTING.match(stem) or _NAME.match(stem) or _is_subject(stem)):
        return (
            f"the stem asks to which {own.type} something was done, and nothing in the seed shows for which others "
            "that would be plausible but wrong"
        )
    return None


def nearest_in_time(years: Iterable[int], known: dict[str, frozenset[int]], fewest: int) -> set[str]:
    """Return the names whose ``known`` years are nearest to ``years``: at least ``fewest``, and all as near as these.

    Those of which no year is known come last.
    """
    years = frozenset(years)
    apart = {
        name: min((abs(one - other) for one in years for other in own), default=_NEVER) for name, own in known.items()
    }
    farthest = max(sorted(apart.values())[:fewest], default=0)
    return {name for name, distance in apart.items() if distance <= farthest}


def _is_subject(stem: str) -> bool:
    """Return whether ``stem`` asks what is or does something: "Which river flows past Ostby?"."""
    found = _SUBJECT.match(stem)
    return found is not None and _OBJECT.search(found["rest"]) is None and _DONE_TO.search(found["rest"]) is None


def _echoed(own: Entity, stem: str) -> str | None:
    """Return the word of ``stem``, apart from what is asked for, with which a word of the name begins."""
    asked = {word.lower() for word in asked_nouns(stem)}
    words = [word for word in words_of(stem) if word not in asked]
    parts = [word.lower() for word in words_of(own.name)]
    for word in words:
        one = singular(word)
        if len(one) >= _ECHO and any(part.startswith(one) and len(part) > len(one) + 2 for part in parts):
            return word
    return None
