"""Find stems in English that do not say what they are about: "the battle", "this chamber"."""

import re

from quizgen.linting.missing_material import DRAWN_OR_PRINTED
from quizgen.linting.wording import AUXILIARY, SEVERAL_SENTENCES, names_something
from quizgen.text.content_words import content, unquoted, words_of
from quizgen.text.lazy_pattern import lazy_pattern

_EVENTS = (
    r"battle|war|siege|treaty|agreement|ceasefire|truce|revolt|revolution|uprising|rebellion|strike|protest|attack"
    r"|massacre|election|referendum|summit|conference|meeting|ceremony|expedition|voyage|invasion|exercise|drill|trial"
    r"|experiment|study|survey|discovery|invention|discoverer|inventor|author|poem|novel|story|play|painting|photograph"
    r"|speech|letter|law|bill|accident|disaster|earthquake|eruption|king|queen|emperor|mayor|governor|minister"
    r"|match|race|tournament|championship|verdict|crisis|famine|festival"
    r"|prime minister|president|company|building|bridge|tower|castle|village|town|institute|ministry|spokesman"
    r"|spokesperson|spokeswoman"
)
_HAPPENED = (
    r"take place|begin|began|begun|end|ended|start|started|happen|happened|fight|fought|die|died|win|won|fail|failed"
    r"|show|shows|showed|prove|proved|cause|caused|lead|led|say|said|live|lived|called|named|built|held|signed|written"
    r"|discovered|come from|cost|last|lasted"
)
_SOMEBODY = (
    "player patient man woman boy girl child driver witness victim defendant plaintiff buyer seller customer composer"
    " poet painter chef baker tailor teacher student soldier captain singer pianist conductor artist scientist"
    " researcher researchers climber pilot doctor nurse judge jury lawyer thief speaker narrator team crew"
).split()
POINTING_WORDS = frozenset(
    ["this", "these", *DRAWN_OR_PRINTED, *(event.split()[-1] for event in _EVENTS.split("|")), *_SOMEBODY]
)
"""Every reference to something that a stem does not name contains one of these nouns."""
# The noun ends the question or is followed by a verb: nothing says which one is meant.
_BARE_EVENT = lazy_pattern(rf"\b[Tt]he (?:\w+ )?(?P<noun>{_EVENTS})\b(?=\s*\?$|\s+(?:{AUXILIARY}|{_HAPPENED})\b)")
# "Which opening did the player choose?": it happened once, to somebody in particular.
_DID_SOMEBODY = lazy_pattern(
    rf"^[^?,]*\b(?:did (?P<noun>the (?:[a-z]+ )?(?:{'|'.join(_SOMEBODY)})) (?:in the [a-z]+ )?[a-z]+\b)", re.IGNORECASE
)
# "A member of this chamber": nothing in the stem says which one.
_THIS_THING = lazy_pattern(
    r"\b(?:this|these) (?:[a-z]+ )?(?!(?:is|are|was|were|do|does|did|can|will|year|month|week|day|century|decade"
    r"|morning|evening|season|spring|summer|fall|autumn|winter|time|way|case|kind|type|sort|one|ones|two|three|four|and|or|in|of"
    r"|on|at|by|to|for|from|with|as|than|be|called|sentences?|words?|questions?|statements?|options?|answers?)\b)[a-z]{3,}\b"
    r"(?! (?:of|in which|where|that|who|which|about|from|called|named)\b)"
)
# "What does a judge read at the end of the trial?": of any trial.
_OF_ANY = lazy_pattern(r"\b(?:does|do|can|may|must|should) an? [a-z]", re.IGNORECASE)
_INDEFINITE = lazy_pattern(r"\b(?:an?|medieval|ancient|early|traditional\w*) [a-z]", re.IGNORECASE)
_CONDITIONAL = lazy_pattern(r"\b(?:if|when|after|before|once|while|because|since|and|but)\b", re.IGNORECASE)
_UNSEEN = lazy_pattern(rf"\b[Tt]he (?:\w+ )?(?:{'|'.join(DRAWN_OR_PRINTED)}) (?:shows?|illustrates?)\b")
BARE_ASKING = frozenset(content("match pair order sort arrange correct answer true false question choose".split()))
"""The word stems of stems that say nothing about a subject."""
BARE_MATCHING = BARE_ASKING | frozenset(
    content(
        "item list column side entry left right box thing correctly connect link pair together belong partner"
        " counterpart mate other half".split()
    )
)
"""The word stems of stems that say nothing about what is matched."""


def missing_anchor(stem: str) -> str | None:
    """Return the words of ``stem`` that point to something it does not name; all of it if it says nothing at all.

    A name, a figure, a quotation or an earlier sentence counts as an anchor.
    """
    plain = unquoted(stem).strip()
    if "\n" in plain or plain != stem.strip():
        return None
    if not plain.endswith("?") and BARE_ASKING.issuperset(content(words_of(plain))):
        return plain
    if any(map(str.isdigit, plain)) or names_something(plain) or SEVERAL_SENTENCES.search(plain):
        return None
    if found := _UNSEEN.search(plain):
        return found[0]
    if "," not in plain and (found := _THIS_THING.search(plain)) and not _CONDITIONAL.search(plain[: found.start()]):
        return found[0]
    if (found := _DID_SOMEBODY.match(plain)) and not _CONDITIONAL.search(plain) and not _INDEFINITE.search(plain):
        return found["noun"]
    if found := _BARE_EVENT.search(plain):
        # "When a king abdicates, who replaces the king?" has explained it.
        before = plain[: found.start()]
        is_explained = re.search(rf"\ban?\b[^?]*\b{found['noun']}\b", before) or _OF_ANY.search(before)
        return None if is_explained else found[0]
    return None
