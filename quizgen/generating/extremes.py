"""Keep wrong amounts within the extremes that a seed and its text give: none is above the highest on record."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.balance import DISTRACTORS
from quizgen.generating.bounds import FIGURE
from quizgen.text.content_words import content, words_of
from quizgen.text.numbers import parse_number

_LOWEST = re.compile(r"\b(?:lowest|coldest|record(?:ed)? (?:low|minimum))\b", re.IGNORECASE)
_HIGHEST = re.compile(r"\b(?:highest|hottest|record(?:ed)? (?:high|maximum))\b", re.IGNORECASE)
_BELOW = re.compile(r"\bbelow (?:the )?(?:freezing|ground|sea|surface|zero)\b")
"""What makes the lowest level the one with the largest number."""


@dataclass(frozen=True, slots=True)
class _Told:
    """An amount and what the sentence with it is about; ``extreme`` is -1 for the lowest and 1 for the highest."""

    value: Decimal
    unit: str
    words: frozenset[str]
    extreme: int


class Extremes:
    """The amounts with a unit in a seed and its text, some of which are the lowest or the highest."""

    def __init__(self, seed: Seed, answers: Answers, sentences: Sequence[str]) -> None:
        self._told: list[_Told] = []
        units: set[str] = set()
        for fact in seed.facts:
            for answer in (answers.of(fact, mark) for mark in fact.marks):
                if answer.number is not None and answer.unit:
                    units.add(answer.unit)
                    self._told.append(_told(answer.number, answer.unit, fact.plain))
        for text in sentences:
            if not _extreme(text):
                continue
            for unit in units:
                amounts = set(re.findall(rf"({FIGURE.pattern}) {re.escape(unit)}\b", text))
                if len(amounts) == 1 and (value := parse_number(amounts.pop())) is not None:
                    self._told.append(_told(value, unit, text))

    def within(
        self, fact: Fact, answer: Answer, amounts: Iterable[tuple[str, Decimal | None]], *, is_asked: bool
    ) -> list[str]:
        """Return the texts of those ``amounts`` that ``answer``, a number of ``fact``, could be.

        They are between the lowest and the highest amount of the same unit that the seed gives for the same subject. If
        ``answer`` is the lowest one itself, they are below all others, and not much farther from it than these. In a
        statement rather than among options, they are above it: a lower one would be absurd.
        """
        texts, own, extreme = list(amounts), answer.number, _extreme(fact.plain)
        if own is None or answer.unit is None:
            return [text for text, _ in texts]
        words = _words(fact.plain, answer.unit)
        others = [one for one in self._told if one.unit == answer.unit and words & one.words]
        above = [one.value for one in others if one.value > own and (one.extreme > 0 or extreme < 0)]
        below = [one.value for one in others if one.value < own and (one.extreme < 0 or extreme > 0)]
        is_above = extreme < 0 and above and not is_asked
        is_below = extreme > 0 and below and not is_asked
        possible = [
            (text, value)
            for text, value in texts
            if value is None
            or not (
                (above and value >= min(above))
                or (below and value <= max(below))
                or (is_above and value < own)
                or (is_below and value > own)
            )
        ]
        nearest = min((abs(value - own) for value in (above if extreme < 0 else below)), default=None)
        near = [text for text, value in possible if nearest and value is not None and abs(value - own) <= nearest]
        return near if extreme and len(near) >= DISTRACTORS else [text for text, _ in possible]


def _told(value: Decimal, unit: str, text: str) -> _Told:
    return _Told(value, unit, _words(text, unit), _extreme(text))


def _words(text: str, unit: str) -> frozenset[str]:
    """Return what ``text`` is about, apart from numbers, extremes and the ``unit``."""
    bare = _HIGHEST.sub(" ", _LOWEST.sub(" ", re.sub(rf"\b{re.escape(unit)}\b", " ", text)))
    return frozenset(word for word in content(words_of(bare)) if word.isalpha()) - frozenset(("record",))


def _extreme(text: str) -> int:
    """Return whether ``text`` tells the lowest (-1) or the highest amount (1); zero if it tells neither or both."""
    found = (_HIGHEST.search(text) is not None) - (_LOWEST.search(text) is not None)
    return -found if _BELOW.search(text) is not None else found
