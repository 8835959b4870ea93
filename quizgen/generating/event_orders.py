"""Propose order questions that can be answered only by knowing what came first."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, islice, pairwise

from quizgen.facts.model import Dated, EventOrder, Fact, Seed
from quizgen.generating.chronology import connecting_words
from quizgen.generating.subject_of_stem import with_subject
from quizgen.text.content_words import content_set
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold
from quizgen.text.plurals import count

FEWEST, MOST = 3, 5
"""Fewest and most events in a proposed question."""
_LOPSIDED = 3
"""How many times longer one of two intervals has to be, so that the order of the events at its ends is obvious."""
_NEAR = 20
"""An interval of so many years is never obvious."""
_FAR, _FAR_OF_THREE = 100, 60
"""If all events, or all of only three, are so many years apart, each is of an age of its own."""
_FEW_YEARS = 8
"""Three events of so many years are asked for only if one leads to another."""
_SUCCESSIVE = 2
"""Nobody can reason out the order of three events within so many years."""
_MOST_CHOICES = 200
"""So many ways to leave out events that cannot be together are compared."""
_MORE = 2
"""So many more events have to be put in order for a question to mix topics that have questions of their own."""

_BIRTH_OR_DEATH = re.compile(r"\b(?:(?:is|was|were|are) born|dies|died)\b")
"""What is before or after everything else that somebody does."""
_BEGINS = re.compile(
    r"\b(?:beg[iau]ns?|begun|starts?|started|orders?|ordered|found(?:s|ed)|opens?|opened|proposed?|proposes|calls? for"
    r"|called for|planned|plans?|launch(?:es|ed)?|introduced?|introduces|invent(?:s|ed)|buil[dt]s?|leaves?"
    r"|sets? (?:out|up)|granted)\b"
)
_ENDS = re.compile(
    r"\b(?:stop(?:s|ped)?|ends?|ended|closed?|closes|finish(?:es|ed)?|completed?|completes|abolish(?:es|ed)?"
    r"|dissolv(?:es?|ed)|repaid|repays?|dismiss(?:es|ed)?|collapse[sd]?|replaced|last|given up|gives? up|demolished"
    r"|abandon(?:s|ed)?)\b"
)
_COMES_TO_BE = re.compile(
    r" (?:is|are) (?:first )?(?:found|founded|discovered|invented|described|built|created|opened|begun|launched)\b"
)
"""What is said of the subject of a text before everything else."""
_FIRST_SEEN = re.compile(r"\b(?:is|are|first) (?:noticed|sighted|recogni[sz]ed|spotted|seen)\b|\b(?:notices|sights) ")
_FOLLOWS = re.compile(r"\b(?:second|third|fourth|another|again|further|returns?)\b")
"""What the wording alone puts after something else."""
_LIFETIME = 60
_COMES_TO_END = re.compile(
    r" (?:(?:is|are) (?:closed|finished|completed|abolished|dissolved|replaced|demolished|abandoned)|ends?)\b"
)
"""What is said of it after everything else."""

_Event = tuple[Fact, Dated]
_Score = tuple[int, int, int, int]
"""How many events have no place that is given, how few have a fault, how few questions there are, how equal in size."""


@dataclass(frozen=True, slots=True)
class _Division:
    """Events divided among questions, and how good that is: a larger ``score`` is better."""

    groups: tuple[tuple[_Event, ...], ...] = ()
    score: _Score = (0, 0, 0, 0)

    @property
    def events(self) -> int:
        return sum(map(len, self.groups))


def find_orders(seed: Seed, sentences: Sequence[str] = ()) -> tuple[EventOrder, ...]:
    """Propose groups of events whose order the dates decide, each event in at most one group.

    Events are left out so that as many as possible can be used: no two whose dates overlap or that are about the same
    subject, because their order often follows from what they are. Births and deaths are not used.
    """
    return tuple(_Orders(seed).questions(sentences)) if _usable(seed) else ()


def why_no_order(seed: Seed) -> str | None:
    """Return why no question is found for a seed with enough dated events; None if it has too few."""
    return _Orders(seed).why_none() if len(_dated(seed)) >= FEWEST else None


def _dated(seed: Seed) -> list[_Event]:
    found = [(fact, fact.when) for fact in seed.facts if fact.when is not None and not fact.todo]
    return sorted(found, key=lambda event: event[1].when.span)


def _usable(seed: Seed) -> list[_Event]:
    return [(fact, when) for fact, when in _dated(seed) if not _BIRTH_OR_DEATH.search(when.event)]


class _Orders:
    """Chooses among the events of one seed."""

    def __init__(self, seed: Seed) -> None:
        self._seed = seed
        self._events = _usable(seed)
        dates = (parse_date(mark.answer) for fact in seed.facts for mark in fact.marks)
        self._asked_years = {date.year for date in dates if date is not None}
        self._connecting = connecting_words(seed)
        self._title = content_set(seed.source.title)
        self._words = {fact.id: content_set(f"{fact.plain} {when.event}") for fact, when in self._events}
        self._is_story = self._is_of_few_years()
        dated = _dated(seed)
        counts = Counter(word for _, when in dated for word in content_set(when.event))
        self._rare = {word for word, number in counts.items() if number * 3 <= max(len(dated), 6) and len(word) > 3}

    def questions(self, sentences: Sequence[str]) -> Iterator[EventOrder]:
        stems: set[str] = set()
        for group in self._chosen():
            events = [when.event for _, when in group]
            possible = (
                with_subject(f"Put these events {period}in order, earliest first.", self._seed, events, sentences)
                for period in self._periods(group[0][1].when, group[-1][1].when)
            )
            if (stem := next((one for one in possible if one not in stems), None)) is not None:
                stems.add(stem)
                topics = {fact.topic for fact, _ in group}
                yield EventOrder(
                    id=group[0][0].id,
                    topic=topics.pop() if len(topics) == 1 else None,
                    stem=stem,
                    facts=tuple(fact.id for fact, _ in group),
                )

    def _periods(self, first: PartialDate, last: PartialDate) -> Iterator[str]:
        """Yield words for the time from ``first`` to ``last``, the best ones first.

        They give no year that other questions ask for, unless other words have been used for other events.
        """
        if self._asked_years & {first.year, last.year}:
            yield ""
            decades = [f"the {date.year // 10 * 10}s" for date in (first, last)]
            yield f"from {decades[0]} to {decades[1]} " if decades[0] != decades[1] else f"of {decades[0]} "
        yield f"{_period(first, last)} "

    def why_none(self) -> str:
        """Return why no events are chosen."""
        largest = max((len(each) for each in _compatible(self._events, self._is_excluded)), default=0)
        events = count(len(_dated(self._seed)), "event")
        if largest < FEWEST:
            return (
                f"of the {events} with a date, fewer than {FEWEST} can be put in order: the dates overlap, or what the "
                "events are shows their order"
            )
        if _are_of_few_years(self._events):
            return f"the {events} with a date are from a few years and have too little in common"
        return f"the {events} with a date are so far apart, or so unevenly, that their order would be obvious"

    def _chosen(self) -> list[tuple[_Event, ...]]:
        """Return the events of each question: those of one topic, or of all topics that have too few of their own."""
        by_topic: dict[str, list[_Event]] = defaultdict(list)
        for event in self._events:
            by_topic[event[0].topic].append(event)
        divided = {topic: found for topic, each in by_topic.items() if (found := self._divide(each)).groups}
        rest = [event for event in self._events if event[0].topic not in divided]
        if (of_rest := self._divide(rest)).groups:
            divided[""] = of_rest
        elif rest and divided:
            # Too few for a question of their own, they make one that is too easy harder.
            smallest = min(divided, key=lambda topic: divided[topic].events)
            together = [event for event in self._events if event[0].topic == smallest or event in rest]
            if divided[smallest].events == FEWEST and (joined := self._divide(together)).events > FEWEST:
                divided[smallest] = joined
        mixed = self._divide(self._events)
        totals = [sum(each.score[place] for each in divided.values()) for place in (0, 1)]
        is_better = mixed.score[0] >= totals[0] and mixed.score[1] > totals[1]
        if is_better or mixed.events >= sum(each.events for each in divided.values()) + _MORE:
            return list(mixed.groups)
        return [group for each in divided.values() for group in each.groups]

    def _divide(self, events: Sequence[_Event]) -> _Division:
        """Return the best division of ``events`` or some of them."""
        best = _Division()
        for is_excluded in (
            self._is_excluded,
            lambda *pair: self._is_excluded(*pair) or self._is_given(*pair),
            lambda *pair: self._is_excluded(*pair) or _are_neighbors(*pair),
        ):
            for each in islice(_compatible(events, is_excluded), _MOST_CHOICES):
                best = max(best, self._grouped(each), key=lambda division: division.score)
        return best

    def _is_excluded(self, earlier: _Event, later: _Event) -> bool:
        """Return whether it is not certain which of two events came first, or it follows from what they are."""
        (_, one), (_, other) = earlier, later
        if other.when.span[0] <= one.when.span[1] or fold(one.event) == fold(other.event):
            return True
        words, others = content_set(one.event), content_set(other.event)
        if _BEGINS.search(one.event) and _ENDS.search(other.event) and _is_same(words, others, self._rare):
            return True
        # What the whole text is about is not what makes two of its events belong together.
        return _is_same(words - self._title, others - self._title, self._rare)

    def _is_given(self, earlier: _Event, later: _Event) -> bool:
        """Return whether the order of two events probably follows from what they are: work is ordered, and it stops."""
        (fact, one), (other_fact, other) = earlier, later
        related = fact.topic == other_fact.topic or content_set(one.event) & content_set(other.event)
        return bool(related and _BEGINS.search(one.event) and _ENDS.search(other.event))

    def _are_bounds(self, first: _Event, last: _Event) -> int:
        """Return how many of both events say that the subject of the text came to be, or came to an end."""
        found = (pattern.search(when.event) for pattern, (_, when) in ((_COMES_TO_BE, first), (_COMES_TO_END, last)))
        return sum(one is not None and bool(content_set(one.string[: one.start()]) & self._title) for one in found)

    def _grouped(self, events: Sequence[_Event]) -> _Division:
        """Divide ``events``, which are sorted, among questions about consecutive ones; some may be left out."""
        best = [_Division()] * (len(events) + 1)
        for at in reversed(range(len(events))):
            groups = (events[at : at + size] for size in range(MOST, FEWEST - 1, -1) if at + size <= len(events))
            possible = [each for each in groups if not _is_lopsided(each) and not self._is_unconnected(each)]
            divisions = [self._beginning_with(each, best[at + len(each)]) for each in possible]
            best[at] = max((*divisions, best[at + 1]), key=lambda division: division.score)
        return best[0]

    def _beginning_with(self, group: Sequence[_Event], rest: _Division) -> _Division:
        given = sum(self._is_given(*pair) for pair in combinations(group, 2))
        given += self._are_bounds(group[0], group[-1]) + _places_alone(group) + _are_told_in_order(group)
        given += _crowded(group)
        claimed = sum(fact.attribution is not None for fact, _ in group)
        covered, penalty, questions, unequal = rest.score
        size = len(group)
        score = (covered + size - given, penalty - given - claimed, questions - 1, unequal - size * size)
        return _Division((tuple(group), *rest.groups), score)

    def _is_unconnected(self, events: Sequence[_Event]) -> bool:
        """Return whether three of ``events`` are of a few years, and most of them have nothing in common.

        Then nothing but the years decides their order, and these are so near that nobody has to know them.
        """
        return any(
            _are_of_few_years(three) and not self._are_connected([fact.id for fact, _ in three])
            for three in zip(events, events[1:], events[2:], strict=False)
        )

    def _is_of_few_years(self) -> bool:
        """Return whether most of what the seed tells happened within a few years, so that their order is its story."""
        years = [when.when.year for _, when in self._events]
        most = max((sum(0 <= year - first <= _FEW_YEARS for year in years) for first in years), default=0)
        return most > FEWEST and 2 * most > len(years)

    def _are_connected(self, names: Sequence[str]) -> bool:
        if self._is_story and self._title and 2 * sum(self._title <= self._words[name] for name in names) > len(names):
            return True
        words: Mapping[str, frozenset[str]] = self._connecting
        connected = [name for name in names if any(words[name] & words[other] for other in names if other != name)]
        return 2 * len(connected) > len(names)


def _compatible(
    events: Sequence[_Event], is_excluded: Callable[[_Event, _Event], bool]
) -> Iterator[tuple[_Event, ...]]:
    """Yield all largest parts of ``events`` of which no two exclude each other, early events first."""
    excluded: dict[int, set[int]] = defaultdict(set)
    for one, other in combinations(range(len(events)), 2):
        if is_excluded(events[one], events[other]):
            excluded[one].add(other)
            excluded[other].add(one)
    yield from (tuple(events[at] for at in each) for each in _independent(range(len(events)), excluded))


def _independent(items: Sequence[int], excluded: Mapping[int, set[int]]) -> Iterator[tuple[int, ...]]:
    """Yield parts of ``items`` without two that exclude each other, as large as possible."""
    first = next((one for one in items if any(other in excluded[one] for other in items)), None)
    if first is None:
        yield tuple(items)
        return
    yield from _independent([one for one in items if one not in excluded[first]], excluded)
    yield from _independent([one for one in items if one != first], excluded)


def _is_lopsided(events: Sequence[_Event]) -> bool:
    """Return whether the order of ``events`` is obvious, because they are far apart.

    So it is if one of three is so far from the others that only these have to be put in order.
    """
    years = [when.when.year for _, when in events]
    gaps = sorted(later - earlier for earlier, later in pairwise(years))
    if len(years) > FEWEST:
        return gaps[0] >= _FAR
    return gaps[0] >= _FAR_OF_THREE or gaps[-1] > max(_LOPSIDED * gaps[0], _NEAR)


def _places_alone(events: Sequence[_Event]) -> int:
    """Return how clear it is that the first or the last of ``events`` is of another age than the others.

    The first of 1241, 1926, 1962 and 1979 is, even by more than a lifetime, which counts twice.
    """
    years = [when.when.year for _, when in events]
    before, after = years[1] - years[0], years[-1] - years[-2]
    alone = [
        gap
        for gap, others in ((before, years[-1] - years[1]), (after, years[-2] - years[0]))
        if gap > max(_LOPSIDED * others, _NEAR)
    ]
    return sum(2 if gap > _LIFETIME else 1 for gap in alone)


def _are_neighbors(earlier: _Event, later: _Event) -> bool:
    return later[1].when.year - earlier[1].when.year < _SUCCESSIVE


def _crowded(events: Sequence[_Event]) -> int:
    """Return how much only the years themselves, and not what happened, put ``events`` in order.

    That is one if three of them are too near each other, and one more if all are of a few years. Dates with months are
    those of a story, which has an order of its own.
    """
    dates = [when.when for _, when in events]
    is_near = any(
        three[2].year - three[0].year <= _SUCCESSIVE and not any(date.month for date in three)
        for three in zip(dates, dates[1:], dates[2:], strict=False)
    )
    return is_near + (_are_of_few_years(events) and not any(date.month for date in dates))


def _are_told_in_order(events: Sequence[_Event]) -> bool:
    """Return whether the wording puts all of only three ``events`` in order: something is noticed before a second."""
    (_, first), *later = events
    follows = any(_FOLLOWS.search(when.event) for _, when in later)
    return len(events) == FEWEST and follows and _FIRST_SEEN.search(first.event) is not None


def _are_of_few_years(events: Sequence[_Event]) -> bool:
    return events[-1][1].when.year - events[0][1].when.year <= _FEW_YEARS


def _is_same(words: frozenset[str], others: frozenset[str], rare: set[str]) -> bool:
    """Return whether two events share at least half of the words of the shorter one, or one of the ``rare`` words."""
    shared = words & others
    return 0 < min(len(words), len(others)) <= 2 * len(shared) or not shared.isdisjoint(rare)


def _period(first: PartialDate, last: PartialDate) -> str:
    if first.year != last.year:
        return f"from {first.year} to {last.year}"
    if first.month == last.month:
        return f"of {PartialDate(first.year, first.month)}"
    return f"of {first.year}"
