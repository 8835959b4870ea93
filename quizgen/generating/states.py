"""Recognize in the past tense what lasted: a state, a measure or a custom, which needs no date, unlike an event."""

import re

from quizgen.generating.tenses import past_verb
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.numbers import any_number_word

_UNIT = r"(?:kilo|centi|milli)?(?:met(?:re|er)s?)|miles?|feet|foot|inch(?:es)?|yards?|fathoms?|km|m|cm|mm"
_NUMBER = rf"(?:\d[\d.,]*|{any_number_word(1, 19)}|(?:twen|thir|for|fif|six|seven|eigh|nine)ty)"
_ABOUT = (
    r"(?:(?:about|around|some|only|nearly|almost|more than|less than|fewer than|over|up to|at least|roughly|for) )*"
)
_IDENTITY = re.compile(
    r"\b[Aa]t any time\b|\b(?:was|were) (?:an?|the|both|one of)\b"
    rf"|\b(?:took|cost) {_ABOUT}(?:{_NUMBER} |an? )|\bhad (?:about |some |only )?(?:\d|an? |no )"
    rf"|^[Tt]he [a-z ]+ had {_NUMBER} "
    r"|\b(?:owned|possessed) (?:about |some |only )?\d"
    r"|^(?:[Tt]he |[A-ZÀ-Þ][\w-]*['’]s )"
    r"[^,;:]* (?:was|were) (?:the [a-z]+ )?[A-ZÀ-Þ][\w’'-]+(?: (?:and )?[A-ZÀ-Þ][\w’'-]+)*(?=[.,;:]| of\b)"
    rf"|\b(?:was|were) (?:[a-z]+ ){{0,4}}(?:[\d.,]+ )?(?:[a-z]+ )?(?:{_UNIT}) "
    r"(?:long|wide|high|deep|tall|thick|across)\b"
    r"|\b(?:consisted of|weighed|measured (?:about |some |only )?\d)|^[Ww]hat (?:made|caused|drove) [^,;:]* was\b"
)
"""What something was, was made of, measured or was caused by."""
_ONE = r"^(?:An?|Each|Every|The [a-z]+|[A-Z][a-z]+s) (?:[a-z-]+ ){0,2}"
_MANY = r"^(?:(?:(?:Most|Many|All|Some|The|Its|Their) )?(?:[a-z-]+ )?[A-Za-z][a-z-]+s|Both|(?:The )?[a-z]+men|People) "
_HELD = re.compile(
    rf"{_ONE}(?:carried|held|seated|stood|contained|covered|required|needed|used"
    r"|(?:could|can) (?:hold|carry|pull|seat|lift|reach)) "
    rf"{_ABOUT}{_NUMBER}"
    rf"|^{_ABOUT}{_NUMBER}(?: (?:hundred|thousand|million))? [a-z -]+ (?:of [a-z ]+ )?were "
    r"(?:built|dug|laid|made|needed|planted|printed|produced|required|used)\b"
    r"|^The [^,;:]* (?:(?:was|were) (?:cut|reduced|shortened)|fell|rose) (?:by|from) (?:about )?[\w.,]+"
    rf"|{_MANY}(?:stood|lay|hung|grew|lived|slept|ate|drank|wore|earned|paid|spoke|worked|travell?ed|carried"
    rf"|burned|required|needed) "
    r"(?!for\b|off\b|out\b|up\b|down\b|away\b|to\b|back\b)"
    rf"|{_MANY}were (?!(?:[a-z]+ly )?[a-z]+(?:ed|wn|ght|pt|ilt|ent|old|ade)\b)(?:[a-z-]+ )*(?:[a-z]+s|[a-z]*men"
    rf"|people) (?:of|from|with)\b"
    rf"|{_MANY}(?:had (?:the|an?|no|\w+) |drove on )",
    re.IGNORECASE,
)
"""What things or people of a kind were like, or always did: "A wagon carried eleven tonnes", "Riders wore red"."""
_SHARE = re.compile(
    rf"^(?:(?:about|nearly|almost|over|more than) )?(?:{_NUMBER} (?:in|out of) {_NUMBER}|[\w.-]+ per ?cent of) ",
    re.IGNORECASE,
)
"""How many of some things were so: "nine in ten cars"."""
_HABIT = re.compile(
    r"\b(?:every|each) (?:day|night|morning|evening|week|month|year|spring|summer|autumn|winter)\b"
    r"|\b(?:usually|normally|as a rule|at any (?:one )?time|at (?:ir)?regular intervals)\b",
    re.IGNORECASE,
)
_AMOUNT = re.compile(
    rf"[{CURRENCY_SIGNS}] ?\d|\d,\d{{3}}|\d (?:thousand|million|billion)\b|\b[3-9]\d\d\b|\d per ?cent|%"
    rf"|\b(?:an?|{any_number_word(1, 10)}) (?:million|billion)\b"
)
_ENOUGH_WORDS = 6
"""The smallest number of words that say for what a figure stands: more than "Ida Lund received £50"."""
_OPENING = re.compile(r"^(?:To|For|In|On|At|With|Under) [^,;:]*, ", re.IGNORECASE)


def is_what_it_was(text: str) -> bool:
    """Return whether ``text`` says what something was, measured or consisted of."""
    return _IDENTITY.search(text) is not None


def is_custom(text: str) -> bool:
    """Return whether ``text`` says in the past tense what things or people of a kind were like, or always did."""
    main = _SHARE.sub("", _OPENING.sub("", text, count=1), count=1)
    return past_verb(text) is not None and (_HELD.search(main) or _HABIT.search(text)) is not None


def has_amount(text: str) -> bool:
    """Return whether ``text`` has a figure of which one thing has only one, unlike "slept for 12 nights"."""
    return _AMOUNT.search(text) is not None and len(text.split()) >= _ENOUGH_WORDS
