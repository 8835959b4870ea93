"""Find who says what a sentence reports: "Ida Lund argued that …", "according to Ida Lund"."""

import re
from collections.abc import Mapping, Sequence
from functools import partial

from quizgen.generating.entities import FoundEntity
from quizgen.text.folding import fold
from quizgen.text.mentions import Mention
from quizgen.text.noun_kinds import is_kind_of
from quizgen.text.word_forms import singular

CLAIM = re.compile(
    r"\b(?:(?<!is )(?<!are )(?<!was )(?<!were )said|says|(?<!, )told|argued"
    r"|(?<!been )claimed(?! (?:it|them|him|her) as\b)"
    r"|concluded|noted"
    r"|announced(?! (?:by|an?|its|his|her|their) [a-z])"
    r"|(?<!been )(?<!was )(?<!were )added(?=,? [a-z]+ that\b|,? that\b|[.,;:]| in\b)"
    r"|(?<!nothing )(?<!nobody )warned(?=[.,;:]| that\b| of\b"
    r"| against\b| [^,;:]* that\b)"
    r"|stated|explained(?! (?:(?:the|an?|his|her|its|their) |[a-z]+s[’'] )[a-z])"
    r"|suggested|believes|responded|contends|contended|reiterated)\b"
)
_SPEAKS = re.compile(
    rf"{CLAIM.pattern}|\b(?:called|calls|described|wrote|writes|asked|replied|recalled|in the words of)\b"
)
_ADDRESSING = frozenset({"told", "asked", "called", "calls", "described", "warned"})
"""Verbs that are followed by the person spoken to or about, not by the speaker."""
_NEAR_BEFORE = re.compile(
    r"(?: (?:had|has|also|later|then|once))?(?:,? (?!and\b|but\b)[^,.;:]{0,90},)? (?:has |had |later )?"
)
_PRONOUN = re.compile(r"[:;] (?:[^:;]* )?(?:he|she) $")
"""Whoever was named before, as in "Ida Lund had no doubts: in a letter she"."""
_NEAR_AFTER = re.compile(r" (?:the )?(?:[a-z]+ ){0,3}(?:[A-Z][a-z]+ ){0,3}")
_ACCORDING = re.compile(r"\b[Aa]ccording to (?P<who>[^,.;:()]+)")
_NOUN = re.compile(r"(?:the|its|their|his|her) (?:[a-z]+ )*?(?P<noun>[a-z]+)(?= ?$| (?:and|at|for|in|of|or)\b)")
_MEASURES = ("attribute", "phenomenon", "measure")
_SOURCES = ("person", "group", "communication", "publication", "document", "organization")
_OF_ONESELF = re.compile(r"claimed to (?:be|have)\b")
_AND = re.compile(r".* and (?:also |later |once )?")
_CALLED = re.compile(
    r"\b[Tt]he (?:word|term|name|title|phrase|expression|nickname|motto) $"
    r"|\b[A-Z][a-z]+ (?:words? )?for (?:an? )?$|\b(?:signed|entitled|inscribed|labell?ed|marked|meaning|means) $"
    r"|\b(?:called|known as|named|nicknamed|termed)(?: (?:it|them|him|her|himself|herself|itself|themselves))?"
    r"(?: (?:the|an?|its|their))? $|\($"
)
_MEANING = re.compile(
    r"\b(?:meaning|means?|meant|translates?|translated)(?: (?:roughly|literally|about|something like|as))* $"
)
_TITLE = re.compile(r"\W*[A-ZÀ-Þ][\w’'-]*(?: (?:(?:an?|and|at|for|in|of|on|the|to) )*[A-ZÀ-Þ][\w’'-]*)*\W*")
"""A quotation that is the title of something, such as “Vertebrate of the Year”."""
_OF_CLAUSE = re.compile(rf"\b(?:where|which|what|whom|than) (?:[A-ZÀ-Þ][\w’'-]* )+(?:had |has )?{CLAIM.pattern}")
"""What somebody said of a thing that a sentence mentions, not what it reports: "the place where Ida Lund had said"."""
NO_SOURCE = "it does not say clearly who makes the claim"
_LONGEST_NAME = 3
_THEY_CONCLUDED = re.compile(
    r"(?:(?:In|On|By|Around) [^,;:]*?\d{4},? )?(?P<who>(?:[Tt]he )?[A-Z][\w-]+(?:['’]s)? [a-z]+s)(?:, [^,;:]*,)? "
    rf"(?:[^,;:]* and )?(?:later |also |then )?{CLAIM.pattern} that\b"
)
"""A claim of several people without names, who are named by what they are: "Napoleon's surveyors concluded that"."""


def attribution(
    sentence: str, mentions: Sequence[Mention], found: Mapping[str, FoundEntity]
) -> tuple[str | None, bool]:
    """Return who says so, if that can be found, and whether the sentence seems to report a claim."""
    if (source := _ACCORDING.search(sentence)) is not None and not _is_measure(source["who"]):
        return source["who"].strip(), True
    quotes = [one for one in mentions if one.kind == "quote"]
    outside = _OF_CLAUSE.sub(lambda found: " " * len(found[0]), sentence)
    for one in quotes:
        outside = f"{outside[: one.start]}{' ' * (one.end - one.start)}{outside[one.end :]}"
    people = [(one, found[fold(one.text)]) for one in mentions if one.kind == "name" and fold(one.text) in found]
    people = [(one, who) for one, who in people if who.type == "person"]
    for speaks in (CLAIM if not quotes else _SPEAKS).finditer(outside):
        may_follow = quotes and speaks[0] not in _ADDRESSING
        for one, who in people:
            # "Peskov said", "said Peskov", "said the spokesman Peskov"
            before, after = outside[one.end : speaks.start()], outside[speaks.end() : one.start]
            is_pronoun = quotes and len(people) == 1 and one.end <= speaks.start() and _PRONOUN.search(before)
            is_subject = not outside[: one.start].strip() and one is people[0][0] and _AND.fullmatch(before)
            if (
                is_pronoun
                or (is_subject and _OF_ONESELF.match(outside, speaks.start()))
                or (one.end <= speaks.start() and _NEAR_BEFORE.fullmatch(before))
                or (may_follow and speaks.end() <= one.start and _NEAR_AFTER.fullmatch(after))
            ):
                return who.name, True
    if (said := _THEY_CONCLUDED.match(outside)) is not None and not quotes:
        return said["who"], True
    is_speech = _SPEAKS.search(outside) is not None
    is_quoting = any(not _is_name_for(sentence[: one.start], one, is_speech=is_speech) for one in quotes)
    return None, bool(CLAIM.search(outside)) or is_quoting


def may_claim(sentence: str) -> bool:
    """Return whether ``sentence`` may report what somebody says."""
    source = _ACCORDING.search(sentence)
    return _SPEAKS.search(sentence) is not None or (source is not None and not _is_measure(source["who"]))


def _is_measure(who: str) -> bool:
    """Return whether ``who``, after "according to", is what something depends on: "the temperature of the sea"."""
    found = _NOUN.match(who)
    if found is None:
        return False
    of_kind = partial(is_kind_of, singular(found["noun"]))
    return any(map(of_kind, _MEASURES)) and not any(map(of_kind, _SOURCES))


def _is_name_for(before: str, quote: Mention, *, is_speech: bool) -> bool:
    """Return whether ``quote`` is what something is called, or a translation, rather than what somebody said."""
    if _MEANING.search(before) is not None:
        return True
    is_short = len(quote.text.split()) <= _LONGEST_NAME or _TITLE.fullmatch(quote.text) is not None
    return is_short and (not is_speech or _CALLED.search(before) is not None)
