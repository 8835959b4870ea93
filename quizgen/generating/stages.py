"""Find out at which stage of the history of a thing a fact is: what burst in 1919 was not completed in 1920."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from quizgen.facts.model import Fact
from quizgen.text.content_words import content_set
from quizgen.text.word_forms import singular

_ADVERB = r"(?:(?:[a-z]+ly|first|again|then|soon) )?"
_PASSIVE = rf"(?:is|are|was|were) {_ADVERB}"
_NO_OBJECT = r"(?= (?:in|on|at|by|to|from|after|during|for|because|when|without)\b|[,.;]|$)"
_BEGUN = rf"{_PASSIVE}(?:begun|started|founded|ordered|planned|proposed|designed|laid down)"
_COMPLETED = (
    rf"{_PASSIVE}(?:built|completed|finished|opened|launched|erected|inaugurated|unveiled)"
    rf"|(?:opens?|opened){_NO_OBJECT}"
)
_ENDED = (
    rf"{_PASSIVE}(?:demolished|destroyed|dissolved|abolished|wrecked|sunk|scrapped|dismantled|abandoned|closed"
    r"|torn down|pulled down|blown up)"
    r"|(?:bursts?|burn(?:s|ed|t)(?: down)?|sinks?|sank|collapse[sd]?|explode[sd]?|capsize[sd]?|c[ao]mes? apart"
    rf"|falls? down|fell down|breaks? (?:up|apart)|broke (?:up|apart)|close[sd]){_NO_OBJECT}"
)
_STAGES = tuple(re.compile(rf" {_ADVERB}(?:{verbs})\b") for verbs in (_BEGUN, _COMPLETED, _ENDED))
"""The verbs for the beginning of a thing, its completion, and its end."""
_END = len(_STAGES) - 1
_TIME = re.compile(r"^(?:In|On|By|At|Before|After|Early|Late) [^,;.]*, ")
_SUBJECT = re.compile(
    r"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]his) )?(?:[\w’'-]+ ){0,4}?(?P<head>[\w’'-]+)"
    r"(?: (?:of|in|at|on|near|for|from) (?:[\w’'-]+ ?){1,5})?"
)
_LOOKING_BACK = r"s? had been (?:too|only|not|so|as|far|much)\b"
"""What says after the name of a thing how it had been before its end: "that the tank had been too weak"."""
_NO_NAMES = frozenset("that which who whom whose and or but he she it they".split())


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage in the history of the thing that is called ``head``, and the words that say which one it is."""

    head: str
    words: frozenset[str]
    number: int

    def is_of_same(self, other: "Stage") -> bool:
        """Return whether both are different stages of what is the same thing, as far as its names show."""
        is_same = self.words <= other.words or other.words <= self.words
        return self.head == other.head and self.number != other.number and is_same


def stage_of(fact: Fact) -> Stage | None:
    """Return the stage that ``fact`` tells of, by its statement and its event; None if it tells of none or several."""
    texts = [fact.plain, *([fact.when.event] if fact.when is not None else [])]
    found = [one for text in texts for one in _stages_in(text)]
    if not found or len({(one.head, one.number) for one in found}) > 1:
        return None
    return Stage(found[0].head, frozenset[str]().union(*(one.words for one in found)), found[0].number)


def is_after_end(fact: Fact, stage: Stage) -> bool:
    """Return whether ``fact`` says, looking back, what a thing was like before ``stage``, its end."""
    return stage.number == _END and re.search(rf"\b{re.escape(stage.head)}{_LOOKING_BACK}", fact.plain) is not None


def _stages_in(text: str) -> Iterator[Stage]:
    clause = _TIME.sub("", text)
    verbs = [(found.start(), number) for number, verb in enumerate(_STAGES) if (found := verb.search(clause))]
    if not verbs:
        return
    start, number = min(verbs)
    subject = _SUBJECT.fullmatch(clause[:start])
    if subject is not None and _NO_NAMES.isdisjoint(clause[:start].lower().split()):
        head = singular(subject["head"].lower())
        yield Stage(head, content_set(clause[:start]) - content_set(head), number)
