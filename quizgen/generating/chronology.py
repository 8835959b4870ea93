"""What happened before and after something, by the facts of a seed: it limits which other dates are plausible.

Who knows that the first stamp is of 1840 rules out all earlier years for a stamp of another country, and a tax that
led to a revolt was not raised after it. A tank that burst in 1919 was not completed in 1920.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from quizgen.facts.answers import Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.entities import is_nationality
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.stages import is_after_end, stage_of
from quizgen.questions.marks import Mark
from quizgen.text.content_words import content, content_set
from quizgen.text.dates import MONTHS, PartialDate

_CAPITAL = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][^\W\d_]{3,}")
"""A name within a sentence."""
_YEAR = re.compile(r"(?<![\w,.])(?:1[1-9]|20)\d\d(?!\d|,\d|s\b| [a-z]+s\b)")
"""A year that a statement gives, which need not be marked."""
_FIRST_OF_ALL = re.compile(
    r"\bfirst (?:ever )?(?P<what>(?:[a-z-]+ ){0,3}?[a-z-]+) (?:in|of) the world\b"
    r"|\bworld['’]s (?:very )?first (?P<whose>(?:[a-z-]+ ){0,3}?[a-z-]+)(?=[,.;?]| [a-z]+ed\b| (?:is|was|in|on|by)\b)"
)
"""What says that everything else of its kind is later."""
_ASKING = frozenset(content("year month day date time name many much long".split()))
"""Words that ask for an answer and say nothing about it."""
_MOST_OF_TIME = 0.75
"""The largest share of the time between two events by which a date may be moved from one to the other."""
_COMMON = 3
"""A word of more than one in so many facts connects none of them, unless they are so few."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The last date before something and the first one after it, as far as they are known."""

    after: PartialDate | None = None
    before: PartialDate | None = None

    def include(self, date: PartialDate) -> bool:
        """Return whether all of ``date`` is between both."""
        first, last = date.span
        return (self.after is None or self.after.span[1] < first) and (
            self.before is None or last < self.before.span[0]
        )

    def leave_time(self, date: PartialDate, own: PartialDate) -> bool:
        """Return whether ``date`` is not just after what was before ``own``, or just before what was after it."""
        apart = _days(date) - _days(own)
        bound = self.before if apart > 0 else self.after
        return bound is None or abs(apart) <= _MOST_OF_TIME * abs(_days(bound) - _days(own))

    @property
    def years(self) -> tuple[int, int]:
        """The first and the last year of which a part is between both."""
        return (self.after.year if self.after is not None else 0), (self.before.year if self.before else 9999)


class Chronology:
    """The dates that the facts of a seed give, and what connects the facts."""

    def __init__(self, seed: Seed, answers: Answers, names: EntityNames) -> None:
        self._facts = seed.facts
        self._names = names
        self._dates: dict[str, set[PartialDate]] = {}
        for fact in seed.facts:
            dates = [answers.of(fact, mark).date for mark in fact.marks]
            dates += [fact.when.when] if fact.when is not None else []
            known = {date for date in dates if date is not None and date.year}
            years = {int(year) for year in _YEAR.findall(fact.plain)} - {date.year for date in known}
            self._dates[fact.id] = known | {PartialDate(year) for year in years}
        self._answers = answers
        self._subjects = {fact.id: self._subjects_of(fact) for fact in seed.facts}
        self._stages = {fact.id: stage_of(fact) for fact in seed.facts}
        self._words = connecting_words(seed)
        self._is_story = self._is_told_in_order()

    def around(self, fact: Fact, own: PartialDate) -> Iterator[Bounds]:
        """Yield what limits dates for ``fact`` other than ``own``: by everything near it, then by what surely does.

        That is what has the same subject, or the same topic and a word in common. If the topics are parts of one
        story, the topics before and after that of ``fact`` limit it, too.
        """
        of_topic = [other for other in self._others(fact) if self._is_story or other.topic == fact.topic]
        yield self._bounds(own, [*of_topic, *self._related(fact)])
        yield self._surely(fact, own)

    def around_in_statement(self, fact: Fact, own: PartialDate) -> Iterator[Bounds]:
        """Yield what limits a wrong date in the statement of ``fact``, from the narrowest limits to the widest.

        They are all other dates, then what limits options, related facts, and those about the same subjects only.
        """
        yield self._bounds(own, self._others(fact))
        yield from self.around(fact, own)
        yield self._bounds(own, self._related(fact))
        yield self._bounds(own, self._closest(fact))

    def between(self, fact: Fact, mark: Mark) -> Bounds | None:
        """Return what surely limits the date that ``mark`` marks, if it is limited on both sides."""
        own = self._answers.of(fact, mark).date
        found = self._surely(fact, own) if own is not None and own.year else Bounds()
        return found if found.after is not None and found.before is not None else None

    def is_day_of_another(self, date: PartialDate, own: PartialDate) -> bool:
        """Return whether another fact happened on that day and month, so that a reader knows ``date`` from there."""
        days = {(one.month, one.day) for dates in self._dates.values() for one in dates if one.day and one != own}
        return bool(date.day) and (date.month, date.day) in days

    def _surely(self, fact: Fact, own: PartialDate) -> Bounds:
        words = self._words[fact.id]
        connected = [
            other
            for other in self._others(fact)
            if (other.topic == fact.topic and words & self._words[other.id])
            or (self._is_story and other.topic != fact.topic)
        ]
        found = self._bounds(own, [*connected, *self._closest(fact)])
        firsts = [date for date in self._firsts(fact) if date.span[1] < own.span[0]]
        after = max([*firsts, *([found.after] if found.after is not None else [])], key=_end, default=None)
        return Bounds(after, found.before)

    def _bounds(self, own: PartialDate, facts: Iterable[Fact]) -> Bounds:
        first, last = own.span
        dates = {date for fact in facts for date in self._dates[fact.id]}
        return Bounds(
            max((date for date in dates if date.span[1] < first), key=_end, default=None),
            min((date for date in dates if last < date.span[0]), key=_begin, default=None),
        )

    def _others(self, fact: Fact) -> list[Fact]:
        return [other for other in self._facts if other is not fact]

    def _closest(self, fact: Fact) -> list[Fact]:
        """Return the other facts about the same subjects, and those about other stages of the same thing."""
        return [*self._of_same_subject(fact), *(one for one in self._others(fact) if self._is_of_same_thing(fact, one))]

    def _of_same_subject(self, fact: Fact) -> list[Fact]:
        own = self._subjects[fact.id]
        return [other for other in self._others(fact) if not own.isdisjoint(self._subjects[other.id])]

    def _is_of_same_thing(self, fact: Fact, other: Fact) -> bool:
        own, stage = self._stages[fact.id], self._stages[other.id]
        if own is not None and stage is not None:
            return own.is_of_same(stage)
        return (own is not None and is_after_end(other, own)) or (stage is not None and is_after_end(fact, stage))

    def _related(self, fact: Fact) -> list[Fact]:
        """Return the other facts about the subjects of ``fact`` or about anything else in those.

        What was sunk in 1628 was not begun in 1645.
        """
        own = self._subjects[fact.id]
        related = own.union(*(self._subjects[other.id] for other in self._of_same_subject(fact)))
        others = [other for other in self._others(fact) if not related.isdisjoint(self._subjects[other.id])]
        return [*others, *self._closest(fact)]

    def _firsts(self, fact: Fact) -> Iterator[PartialDate]:
        """Yield the dates of the first thing of a kind in the world, of which ``fact`` mentions another one."""
        words = content_set(_told(fact))
        for other in self._others(fact):
            for found in _FIRST_OF_ALL.finditer(other.plain):
                noun = content_set((found["what"] or found["whose"]).split()[-1])
                if noun & words:
                    yield from self._dates[other.id]

    def _is_told_in_order(self) -> bool:
        """Return whether the topics follow each other in time, so that they are parts of one story."""
        of_topic: dict[str, list[PartialDate]] = defaultdict(list)
        for fact in self._facts:
            of_topic[fact.topic] += self._dates[fact.id]
        dated = [dates for dates in of_topic.values() if dates]
        is_long = sum(len(dates) > 1 for dates in dated) > 1
        return is_long and all(max(map(_end, one)) <= min(map(_begin, other)) for one, other in pairwise(dated))

    def _subjects_of(self, fact: Fact) -> frozenset[str]:
        """Return the names in ``fact`` of people and things that have a history, which places have with anybody."""
        named = self._names.named_in(fact.plain)
        places = {word for one in named if one.type == "place" for name in one.names for word in name.split()}
        words = {one for one in _CAPITAL.findall(fact.plain) if one not in MONTHS and not is_nationality(one)}
        return frozenset({one.name for one in named if one.type != "place"} | (words - places))


def connecting_words(seed: Seed) -> dict[str, frozenset[str]]:
    """Return, by id, the words of each fact that connect it with others: not those of the title, nor of many facts."""
    title = _ASKING | content_set(seed.source.title)
    found = {fact.id: content_set(_told(fact)) - title for fact in seed.facts}
    counts = Counter(word for words in found.values() for word in words)
    most = max(len(found) // _COMMON, _COMMON)
    return {
        name: frozenset(word for word in words if counts[word] <= most and word.isalpha())
        for name, words in found.items()
    }


def _told(fact: Fact) -> str:
    """Return what ``fact`` tells and asks, without the names of months."""
    text = " ".join((fact.plain, fact.when.event if fact.when is not None else "", *(ask.stem for ask in fact.ask)))
    return re.sub(rf"\b(?:{'|'.join(MONTHS)})\b", " ", text)


def _days(date: PartialDate) -> int:
    """Return about how many days after the year 0 the middle of ``date`` is."""
    return 365 * date.year + (30 * date.month + (date.day or 15) - 30 if date.month else 182)


def _begin(date: PartialDate) -> tuple[int, int, int]:
    return date.span[0]


def _end(date: PartialDate) -> tuple[int, int, int]:
    return date.span[1]
