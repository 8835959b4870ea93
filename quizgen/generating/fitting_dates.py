"""Find the dates near an answer that fit what the seed says about its subject."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.balance import DISTRACTORS, stands_out
from quizgen.generating.bounds import is_beyond
from quizgen.generating.chronology import Bounds, Chronology
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.exactness import is_rough_date, stem_on
from quizgen.generating.lifetimes import ACTIVE, Lifetimes
from quizgen.generating.near_values import (
    FARTHEST,
    dates_in_years,
    least_around,
    months_or_days_near,
    near_dates,
)
from quizgen.questions.marks import Mark
from quizgen.text.content_words import content, words_of
from quizgen.text.dates import MONTHS, PartialDate, parse_date

_RECENT = 2000
"""The latest year that a text without a date of publication is assumed to know."""
_NEIGHBORS = 3
_FEW_YEARS = 4
_WARS = (
    (re.compile(r"\b(?:First World War|World War (?:I|One)|Great War)\b"), 1914, 1918),
    (re.compile(r"\b(?:Second World War|World War (?:II|Two))\b"), 1939, 1945),
)
"""What a text calls each world war, and its first and last year; nobody dates what belongs to peace within one."""
_PLANNED = re.compile(
    r"\b(?:intends?|plans?|planned|expects?|expected|scheduled|due) to\b|\b(?:will|is to|are to) (?:be )?[a-z]"
)
_HOLIDAYS = {(1, 1), (1, 2), (12, 24), (12, 25), (12, 26), (12, 31)}
"""Days on which little happens that is not about them: no court rules on 2 January."""
_PLANNED_YEARS = 8
"""How many years after the planned one another may be; earlier ones may be over, so that nobody would choose them."""
_YEAR = re.compile(r"(?<![\d,.])\d{4}(?![\d,])")
_ORDER = re.compile(
    r"\b(?P<when>[Aa]fter|[Ff]ollowing|[Ss]ince|[Bb]efore) (?P<what>(?:the|an?|its|his|her|their)? ?[^,;.?]{3,60})"
)
"""What a question puts in order with another event: "after the eruption of the volcano"."""
_APART = 2
"""So many years lie between dates of one decade, or between those of long ago, which few people know exactly."""
_WELL_KNOWN = 30
"""So many years ago, many people know the year itself."""
_MOST_YEARS = 6


class FittingDates:
    """The dates of a seed, and what limits those near them: other events, lifetimes and wars."""

    def __init__(self, seed: Seed, answers: Answers, names: EntityNames, lifetimes: Lifetimes) -> None:
        self._facts = seed.facts
        self._lifetimes = lifetimes
        self._chronology = Chronology(seed, answers, names)
        self._dates_of: dict[tuple[bool, bool, bool], dict[PartialDate, str]] = defaultdict(dict)
        for answer in (answers.of(fact, mark) for fact in seed.facts for mark in fact.marks):
            if answer.number is None and answer.date is not None:
                self._dates_of[answer.date.shape][answer.date] = answer.text
        years = {date.year for dates in self._dates_of.values() for date in dates if date.year}
        self._years = years | {fact.when.when.year for fact in seed.facts if fact.when is not None}
        published = parse_date(str(seed.source.published)) if seed.source.published is not None else None
        self.latest_year = max(*self._years, published.year if published is not None else _RECENT, 0)
        """The latest year of which the text can tell."""

    def near(
        self, fact: Fact, mark: Mark, answer: Answer, date: PartialDate, context: str, *, is_asked: bool
    ) -> list[str]:
        """Return other dates that are possible for ``date``; an empty list if there are too few.

        For a statement, a single one is enough if no limits leave more.
        """
        single: list[str] = []
        is_rough = is_rough_date(fact, mark)
        active = max(ACTIVE, 2 * least_around(date)) if is_rough else ACTIVE
        limits = self._told_order(fact, stem_on(fact, mark), self._lifetimes.limits(fact.plain, date.year, active))
        around = self._chronology.around if is_asked else self._chronology.around_in_statement
        for bounds in around(fact, date) if date.year else [Bounds()]:
            dates = self._dates_between(answer, date, context, limits, bounds, is_rough, is_asked)
            if is_asked and not is_rough and _is_decade_told(fact, date):
                within = [
                    text for text in self._dates_of_decade(answer, date, context, limits) if _is_within(text, bounds)
                ]
                dates = within if _are_enough(answer.text, within) else dates
            is_clear = is_asked or not all(_is_few_years_from(date, text) for text in dates)
            if len(dates) >= DISTRACTORS and is_clear:
                return dates
            if not is_asked and is_clear:
                single = single or dates
        return single

    def events_around(self, fact: Fact, mark: Mark) -> Bounds | None:
        """Return the dates of the events before and after the one that ``mark`` dates, if the seed has both."""
        return self._chronology.between(fact, mark)

    def _dates_between(
        self,
        answer: Answer,
        own: PartialDate,
        context: str,
        limits: tuple[int, int],
        bounds: Bounds,
        is_rough: bool,
        is_asked: bool,
    ) -> list[str]:
        """Return dates near ``own`` within ``bounds``.

        If there are too few in other years, they are nearer, or in the same year if it ``is_asked`` for the month or
        the day.
        """
        nearby = list(self._dates(answer, own, context, limits, is_rough=is_rough))
        found = [text for text in nearby if _is_within(text, bounds)]
        if not own.year or not is_asked or is_rough:
            return found
        # Work that ended in 1869 did not begin in that year.
        likely = [text for text in found if _leaves_time(text, bounds, own)]
        if _are_enough(answer.text, likely):
            return likely
        same_month = _is_month_told(own, context)
        first, last = bounds.years
        ages = range(1 if self.latest_year - own.year <= _WELL_KNOWN or own.month else _APART, FARTHEST)
        years = [year for age in ages for year in (own.year - age, own.year + age) if first <= year <= last]
        closer = dates_in_years(answer.text, own, years[:_MOST_YEARS], same_month=same_month)
        added = [text for text in self._possible(closer, own, context, limits) if _is_within(text, bounds)]
        likely = list(dict.fromkeys([*likely, *(text for text in added if _leaves_time(text, bounds, own))]))
        if len(found) >= DISTRACTORS or _are_enough(answer.text, likely):
            return likely if _are_enough(answer.text, likely) else found
        found += added
        if len(set(found)) < DISTRACTORS and not same_month:
            finer = self._possible(months_or_days_near(answer.text, own), own, context, limits, of_any_year=True)
            found += [text for text in finer if _is_within(text, bounds)]
        return list(dict.fromkeys(found))

    def _dates_of_decade(
        self, answer: Answer, own: PartialDate, context: str, limits: tuple[int, int]
    ) -> Iterator[str]:
        """Yield dates in other years of the decade of ``own``."""
        first = own.year - own.year % 10
        years = [year for year in range(first, first + 10) if abs(year - own.year) >= _APART]
        dates = dates_in_years(answer.text, own, years, same_month=_is_month_told(own, context))
        return self._possible(dates, own, context, limits)

    def _dates(
        self, answer: Answer, own: PartialDate, context: str, limits: tuple[int, int], *, is_rough: bool
    ) -> Iterator[str]:
        made = list(
            near_dates(
                answer.text,
                own,
                self._within_war_or_plan(own, context, limits)[1],
                self._reach(own.year),
                same_year=own.year in _years_told(context),
                same_month=_is_month_told(own, context),
                is_rough=is_rough,
            )
        )
        reach = [date for text in made if (date := parse_date(text)) is not None]
        known = [
            date
            for date in self._dates_of[own.shape]
            if date != own and not date.day and reach and min(reach, key=_day) <= date <= max(reach, key=_day)
        ]
        usual_form = answer.text == str(own)
        found = [*made, *(str(date) if usual_form else self._dates_of[own.shape][date] for date in known)]
        return self._possible(found, own, context, limits, least=least_around(own) if is_rough else 0)

    def _possible(
        self,
        texts: Iterable[str],
        own: PartialDate,
        context: str,
        limits: tuple[int, int],
        *,
        least: int = 0,
        of_any_year: bool = False,
    ) -> Iterator[str]:
        """Yield those of ``texts`` that are dates within ``limits`` and of the year and month that ``context`` gives.

        They are at least so many years away from ``own``.
        """
        bounds = _years_told(context)
        same_year = own.year in bounds
        same_month = _is_month_told(own, context)
        limits = self._within_war_or_plan(own, context, limits)
        for text in texts:
            date = parse_date(text)
            if (
                date is not None
                # A month of the correct year gives the year away, which is what most people would have to know.
                and ((date.year == own.year) is same_year or not own.year or (of_any_year and not same_year))
                and (date.month == own.month or not same_month)
                and (not own.year or limits[0] < date.year <= limits[1])
                and not any(is_beyond(bound, own.year, date.year) for bound in bounds)
                and not abs(date.year - own.year) < least
                and not any(first < date.year <= last and not first <= own.year <= last + 1 for _, first, last in _WARS)
                and not self._chronology.is_day_of_another(date, own)
                and (not date.day or (date.month, date.day) not in _HOLIDAYS or (own.month, own.day) in _HOLIDAYS)
            ):
                yield text

    def _within_war_or_plan(self, own: PartialDate, context: str, limits: tuple[int, int]) -> tuple[int, int]:
        """Return ``limits`` within the war that ``context`` names, and within what the text can know or plan."""
        for war, first, last in _WARS:
            if first <= own.year <= last and war.search(context) is not None:
                limits = max(limits[0], first - 1), min(limits[1], last)
        if own.year >= self.latest_year and _PLANNED.search(context) is not None:
            return own.year, own.year + _PLANNED_YEARS
        return limits[0], min(self.latest_year, limits[1])

    def _told_order(self, fact: Fact, stem: str, limits: tuple[int, int]) -> tuple[int, int]:
        """Return ``limits`` without the years that contradict the order in the question: "after the eruption".

        They are the year before the first one, and the last one. Another fact dates the eruption.
        """
        before, last = limits
        own = self._lifetimes.years_of(fact)
        for text in (fact.plain, stem):
            for found in _ORDER.finditer(text):
                words = set(content(words_of(found["what"])))
                years = [
                    other.when.when.year
                    for other in self._facts
                    if other is not fact and other.when is not None and len(words) > 1
                    if words <= set(content(words_of(f"{other.when.event} {other.plain}")))
                ]
                if years and found["when"].lower() == "before" and max(own, default=0) <= min(years):
                    last = min(last, *years)
                elif years and found["when"].lower() != "before" and min(own, default=9999) >= min(years):
                    before = max(before, min(years) - 1)
        return before, last

    def _reach(self, year: int) -> int:
        """Return how many years away a date may be that belongs to the same story: as far as the other dates nearby."""
        apart = sorted(abs(year - other) for other in self._years - {year})[:_NEIGHBORS]
        return apart[-1] if len(apart) == _NEIGHBORS else FARTHEST


def is_too_near(fact: Fact, mark: Mark, own: PartialDate, text: str) -> bool:
    """Return whether the date ``text`` is too near to ``own``, which ``mark`` marks, for a false statement."""
    date = parse_date(text)
    is_within = date is not None and is_rough_date(fact, mark) and abs(date.year - own.year) < least_around(own)
    return is_within or _is_few_years_from(own, text)


def _is_few_years_from(own: PartialDate, text: str) -> bool:
    """Return whether ``text`` is a date up to three years from ``own``, too near for a false statement."""
    date = parse_date(text)
    return date is not None and 0 < abs(date.year - own.year) < _FEW_YEARS


def _is_within(text: str, bounds: Bounds) -> bool:
    """Return whether the date in ``text`` is within ``bounds``."""
    date = parse_date(text)
    return date is None or not date.year or bounds.include(date)


def _leaves_time(text: str, bounds: Bounds, own: PartialDate) -> bool:
    """Return whether the date in ``text``, a wrong one for ``own``, is some time away from what limits both."""
    date = parse_date(text)
    return date is None or bounds.leave_time(date, own)


def _are_enough(key: str, texts: Sequence[str]) -> bool:
    """Return whether there are two of ``texts`` among which ``key`` does not stand out."""
    return any(not stands_out(key, pair) for pair in combinations(texts, DISTRACTORS))


def _is_decade_told(fact: Fact, own: PartialDate) -> bool:
    """Return whether a stem about ``fact`` names the decade of ``own``, which would rule out dates of all others."""
    decade = re.compile(rf"\b{own.year // 10}0s\b")
    return bool(own.year) and any(decade.search(ask.stem) for ask in fact.ask)


def _years_told(context: str) -> list[int]:
    return [int(text) for text in _YEAR.findall(context)]


def _is_month_told(own: PartialDate, context: str) -> bool:
    return own.month > 0 and MONTHS[own.month - 1].lower() in context.lower()


def _day(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day
