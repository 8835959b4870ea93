"""Find the numbers and dates near an answer that fit what the seed says about its subject."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.balance import DISTRACTORS, stands_out
from quizgen.generating.bounds import FIGURE, follows_from_another, value_of
from quizgen.generating.chronology import Bounds, Chronology
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.exactness import (
    HAIR_SPLITTING,
    OPTION_APART,
    SHARE,
    is_ability,
    is_maximum,
    is_rough_date,
    margin_of,
    ratio_of_rough,
    stem_on,
    words_after,
)
from quizgen.generating.extremes import Extremes
from quizgen.generating.lifetimes import ACTIVE, Lifetimes
from quizgen.generating.near_values import (
    FARTHEST,
    dates_in_years,
    is_near,
    least_around,
    months_or_days_near,
    near_dates,
    near_numbers,
    near_periods,
    near_spans,
    near_years_bc,
)
from quizgen.generating.near_words import is_range, is_range_apart, near_number_words, near_ordinals, near_parts
from quizgen.questions.marks import Mark, unmarked
from quizgen.text.amounts import split_scale
from quizgen.text.content_words import content, words_of
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.dates import MONTHS, PartialDate, parse_date
from quizgen.text.folding import fold, occurs_in
from quizgen.text.numbers import parse_number

_RECENT = 2000
"""The latest year that a text without a date of publication is assumed to know."""
_NEIGHBORS = 3
_FEW_YEARS = 4
_BEFORE_PART = re.compile(r"\b[Aa] $")
_SIZE = re.compile(r"\b(?:miles?|kilomet(?:er|re)s?|km|square|acres?|hectares?)\b")
"""Units in which the size of a land or the length of a way is given."""
_LONGER = Decimal("1.7")
"""How much longer than anything in the text a wrong option may be."""
_TEMPERATURE = re.compile(r"°|\bdegrees\b|\b(?:Celsius|Fahrenheit)\b")
_BELOW_ZERO = re.compile(r"\bminus\b|−|\bbelow (?:zero|freezing)\b")
_FAHRENHEIT = re.compile(r"\bFahrenheit\b|°F\b")
_COLDEST = Decimal(273)
"""Nothing is colder than so many degrees Celsius below zero."""
_FARTHEST_DEGREES = Decimal("0.35")
"""The largest difference of two temperatures, as a share of the correct one: water at 150 °C is absurd."""
_WARS = (
    (re.compile(r"\b(?:First World War|World War (?:I|One)|Great War)\b"), 1914, 1918),
    (re.compile(r"\b(?:Second World War|World War (?:II|Two))\b"), 1939, 1945),
)
_OF_WHOLE = re.compile(
    r" (?:[a-z]+ )?(?:(?:in|out of)(?: every| each)? (?P<whole>ten|twelve|twenty|a hundred|a thousand|\d{1,2}0{1,3})"
    r"|(?:out )?of (?:the|its|all|their) (?P<all>[a-z]+(?:-[a-z]+)?|\d[\d,]*))\b"
)
_PLANNED = re.compile(
    r"\b(?:intends?|plans?|planned|expects?|expected|scheduled|due) to\b|\b(?:will|is to|are to) (?:be )?[a-z]"
)
_HOLIDAYS = {(1, 1), (1, 2), (12, 24), (12, 25), (12, 26), (12, 31)}
"""Days on which little happens that is not about them: no court rules on 2 January."""
_PLANNED_YEARS = 8
"""How many years after the planned one another may be; earlier ones may be over, so that nobody would choose them."""
_AGED = re.compile(r"\b(?:aged?|years old|how old)\b", re.IGNORECASE)
_OLDEST = 95
"""The highest age that can be taken for that of people."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|men|women|adults|patients|residents|volunteers|passengers|settlers|colonists|soldiers)\b"
)
_NEARLY = Decimal("0.05")
"""Two numbers that differ by so little, as a share, are nearly the same."""
_SET_PHRASE = re.compile(
    r"\b(?:(?:eighth|seven(?:th)?) wonders? of the world|(?:first|second|third) world\b|seventh heaven|sixth sense"
    r"|fifth column|fourth estate|third estate|eleventh hour|third degree)",
    re.IGNORECASE,
)
"""Phrases in which everybody knows the number."""
_YEAR = re.compile(r"(?<![\d,.])\d{4}(?![\d,])")
_GROUPED = re.compile(r"(?<![\d,.])[1-9],\d{3}(?![\d,])")
_UNGROUPED = re.compile(r"(?<![\d,.])[1-9]\d{3}(?![\d,])")
_WORDS_APART = Decimal(2)
_TEN, _DOZEN, _FIVES = 10, 12, 5
_FARTHEST_WORDS = Decimal(3)
_LARGEST_DOUBLED = 40
"""The largest percentage that another one can exceed so far."""
_LOST = re.compile(r"\b(?:died|dead|deaths?|killed|drowned|perished|(?:lost|cost) (?:\w+ ){0,3}lives|victims)\b")
_ORDER = re.compile(
    r"\b(?P<when>[Aa]fter|[Ff]ollowing|[Ss]ince|[Bb]efore) (?P<what>(?:the|an?|its|his|her|their)? ?[^,;.?]{3,60})"
)
"""What a question puts in order with another event: "after the eruption of the volcano"."""
_PEACE_AFTER = ((1914, 1919), (1939, 1946))
"""The years around a world war; nobody takes those within for the date of what belongs to peace."""
_FEW = 2
_WELL_KNOWN = 30
"""So many years ago, many people know the year itself."""
_MOST_YEARS = 6
_ONE_NUMBER = re.compile(
    rf"(?:about |some |nearly |almost )?[{CURRENCY_SIGNS}]?(\d[\d,]*(?:\.\d+)?)%?(?: [^\W\d]+){{0,3}}"
)


class FittingValues:
    """The numbers and dates of a seed, and what limits those near them: other events, lifetimes, wars and ages."""

    def __init__(
        self, seed: Seed, answers: Answers, names: EntityNames, lifetimes: Lifetimes, sentences: Sequence[str]
    ) -> None:
        self._facts = seed.facts
        self._answers = answers
        self._names = names
        self._lifetimes = lifetimes
        self._chronology = Chronology(seed, answers, names)
        self._extremes = Extremes(seed, answers, sentences)
        numbers = [
            answer.text
            for answer in (answers.of(fact, mark) for fact in seed.facts for mark in fact.marks)
            if answer.number is not None
        ]
        self._is_grouped = any(map(_GROUPED.search, numbers)) or not any(map(_UNGROUPED.search, numbers))
        """Whether numbers of four digits have a comma; in some texts, only longer ones have it."""
        self._numbers_of: dict[str | None, dict[Decimal, str]] = defaultdict(dict)
        self._people: list[tuple[str, Decimal]] = []
        """The people whom the facts count, each number with the id of its fact."""
        for fact in seed.facts:
            for mark in fact.marks:
                counted = value_of(mark.answer)
                if counted is not None and _PEOPLE.match(words_after(fact, mark)) and not _LOST.search(fact.plain):
                    self._people.append((fact.id, counted[0]))
        self._dates_of: dict[tuple[bool, bool, bool], dict[PartialDate, str]] = defaultdict(dict)
        for answer in (self._answers.of(fact, mark) for fact in seed.facts for mark in fact.marks):
            if answer.number is not None:
                self._numbers_of[answer.unit][answer.number] = answer.text
            elif answer.date is not None:
                self._dates_of[answer.date.shape][answer.date] = answer.text
        years = {date.year for dates in self._dates_of.values() for date in dates if date.year}
        self._years = years | {fact.when.when.year for fact in seed.facts if fact.when is not None}
        published = parse_date(str(seed.source.published)) if seed.source.published is not None else None
        self._latest_year = max(*self._years, published.year if published is not None else _RECENT, 0)

    def near(self, fact: Fact, mark: Mark, *, is_asked: bool) -> list[str]:
        """Return numbers, dates or other values near the one that ``mark`` marks; some of them may be correct.

        There are none if the answer can be worked out from another number: one in the stem if it ``is_asked`` for, or
        else one in the statement.
        """
        near = self._near(fact, mark, is_asked=is_asked)
        whole = _whole(fact, mark)
        return [one for one in near if whole is None or (value := value_of(one)) is None or value[0] < whole]

    def _near(self, fact: Fact, mark: Mark, *, is_asked: bool) -> list[str]:
        answer, stem = self._answers.of(fact, mark), stem_on(fact, mark)
        statement = f"{unmarked(fact.statement[: mark.start])} {unmarked(fact.statement[mark.end :])}"
        context = f"{statement} {fact.attribution or ''} {stem}"
        if follows_from_another(answer.text, stem if is_asked else statement):
            return []
        if spans := list(near_spans(answer.text, self._latest_year, FARTHEST)):
            return spans
        if before_christ := list(near_years_bc(answer.text, is_rough=is_rough_date(fact, mark))):
            return _not_in(context, before_christ)
        number = answer.number if answer.number is not None or answer.date is not None else sole_number(answer.text)
        if number is not None and not is_range(answer.text):
            return self._near_number(fact, mark, answer, number, context, is_asked=is_asked)
        if answer.date is not None:
            return self._near_dates(fact, mark, answer, answer.date, context, is_asked=is_asked)
        if _SET_PHRASE.search(fact.plain) is not None:
            return []
        if periods := list(near_periods(answer.text, self._latest_year)):
            return _not_in(context, periods)
        if _BEFORE_PART.search(fact.statement[: mark.start]) and fact.statement[mark.end :].startswith(" of "):
            parts = near_parts(answer.text)  # "a third of it", but "half of it"
            return _not_in(context, parts if is_asked else (part for part in parts if part != "half"))
        return self._near_words(fact, mark, answer, context, is_asked=is_asked)

    def _near_number(
        self, fact: Fact, mark: Mark, answer: Answer, number: Decimal, context: str, *, is_asked: bool
    ) -> list[str]:
        """Return ``answer`` with other numbers that are possible for ``number``."""
        unit = answer.unit or words_after(fact, mark)
        is_share = SHARE.search(f"{answer.text} {unit}") is not None and number > _LARGEST_DOUBLED
        is_on_scale = is_share or _TEMPERATURE.search(unit) is not None
        ratio = Decimal(0) if is_on_scale else ratio_of_rough(fact, mark, stem_on(fact, mark), is_asked=is_asked)
        highest = self._most_people(fact, number)
        near = self._numbers(
            answer, number, unit, context, margin_of(fact, mark, answer, number), ratio, is_asked=is_asked
        )
        valued = [(one, next(_figures(one), None)) for one in near]
        possible = [(one, value) for one, value in valued if highest is None or value is None or value <= highest]
        return self._extremes.within(fact, answer, possible, is_asked=is_asked)

    def _near_dates(
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
            is_clear = is_asked or not all(is_few_years_from(date, text) for text in dates)
            if len(dates) >= DISTRACTORS and is_clear:
                return dates
            if not is_asked and is_clear:
                single = single or dates
        return single

    def _near_words(self, fact: Fact, mark: Mark, answer: Answer, context: str, *, is_asked: bool) -> list[str]:
        """Return other numbers in words, as far apart as what the statement says of the number demands."""
        own = value_of(answer.text)
        margin = margin_of(fact, mark, answer, own[0]) if own is not None else Decimal(0)
        if own is not None and margin:
            margin = max(margin, HAIR_SPLITTING * own[0])  # nine is too near to "about eight per cent"
        ratio = ratio_of_rough(fact, mark, stem_on(fact, mark), is_asked=is_asked)
        is_large_share = own is not None and own[0] > _LARGEST_DOUBLED and SHARE.search(words_after(fact, mark))
        if own is None or not ratio or is_range(answer.text) or is_large_share:
            oldest = self._oldest(own[0], context) if own is not None else None
            words = list(near_ordinals(answer.text)) or near_number_words(answer.text, margin)
            if ratio and is_range(answer.text) and is_ability(fact, mark):
                words = [one for one in words if is_range_apart(one, answer.text, ratio)]
            possible_ages = (
                one for one in words if oldest is None or (age := value_of(one)) is None or age[0] <= oldest
            )
            return _not_in(context, possible_ages)
        if own[0] < _FEW:  # few fractions are farther apart
            found = [one for one in near_number_words(answer.text, margin) if _is_apart(one, own[0], OPTION_APART)]
            return _not_in(context, found if not is_asked else near_number_words(answer.text, margin))
        ratio = min(ratio, _WORDS_APART)
        margins = (max(margin, own[0] * (1 - 1 / ratio)), own[0] * (ratio - 1))  # for smaller and for larger ones
        found = [one for each in margins for one in near_number_words(answer.text, each)]
        is_round = own[0] < _TEN or own[0] % _FIVES == 0
        if is_round and not is_maximum(fact, mark, is_asked=is_asked):  # nobody says "about seventeen"
            found = [one for one in found if (other := value_of(one)) and _is_usual(other[0])]
        return _not_in(context, [one for one in dict.fromkeys(found) if _is_apart(one, own[0], ratio, _FARTHEST_WORDS)])

    def _oldest(self, own: Decimal, context: str) -> Decimal | None:
        """Return the highest age that can be taken for ``own``, if ``context`` is about somebody's age."""
        if _AGED.search(context) is None:
            return None
        return max(own, Decimal(self._lifetimes.age_at_death(context) or _OLDEST))

    def _most_people(self, fact: Fact, number: Decimal) -> Decimal | None:
        """Return how many people can have lost their lives: all that other facts count, if these are so many."""
        if _LOST.search(fact.plain) is None:
            return None
        total = sum((count for name, count in self._people if name != fact.id), Decimal(0))
        return total if total >= number else None

    def _numbers(
        self,
        answer: Answer,
        own: Decimal,
        unit: str,
        context: str,
        margin: Decimal,
        ratio: Decimal,
        *,
        is_asked: bool,
    ) -> Iterator[str]:
        known = [
            text
            for number, text in self._numbers_of[answer.unit].items()
            if not ratio
            and number != own
            and is_near(number, own)
            and abs(number - own) >= max(margin, HAIR_SPLITTING * own)
        ]
        is_of_people = _PEOPLE.search(context) is not None or any(
            one.type == "person" for one in self._names.named_in(context)
        )
        oldest = self._oldest(own, context) if is_of_people else None
        is_cold = _BELOW_ZERO.search(context) is not None and _FAHRENHEIT.search(context) is None
        is_temperature = _TEMPERATURE.search(f"{answer.text} {unit}") is not None
        bounds = list(_figures(context))
        near = near_numbers(answer.text, own, unit, margin, ratio, is_grouped=self._is_grouped, is_asked=is_asked)
        highest = self._longest(answer, own, unit)
        if highest is not None and is_asked:
            highest = max(highest, own * _LONGER)
        for text in (*near, *known):
            value = next(_figures(text), None)
            is_clear = value is None or not any(
                _is_between(bound, own, value) or _is_nearly(bound, own, value) for bound in bounds
            )
            is_far = is_temperature and value is not None and abs(value - own) > _FARTHEST_DEGREES * own
            is_far |= is_cold and value is not None and value > max(_COLDEST, own)
            is_far |= highest is not None and value is not None and value > highest
            if is_clear and not is_far and (oldest is None or value is None or value <= oldest):
                yield text

    def _longest(self, answer: Answer, own: Decimal, unit: str) -> Decimal | None:
        """Return the largest size in ``unit`` that the seed tells of; None if ``own`` is no size.

        What is larger than everything in the text may be larger than the country it is in.
        """
        if _SIZE.search(f"{answer.text} {unit}") is None:
            return None
        return max((*self._numbers_of[answer.unit], own))

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
        first, last = bounds.years
        same_month = _is_month_told(own, context)
        first, last = bounds.years
        ages = range(1 if self._latest_year - own.year <= _WELL_KNOWN or own.month else _FEW, FARTHEST)
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
        years = [year for year in range(first, first + 10) if abs(year - own.year) >= _FEW]
        dates = dates_in_years(answer.text, own, years, same_month=_is_month_told(own, context))
        return self._possible(dates, own, context, limits)

    def _dates(
        self, answer: Answer, own: PartialDate, context: str, limits: tuple[int, int], *, is_rough: bool
    ) -> Iterator[str]:
        made = list(
            near_dates(
                answer.text,
                own,
                self._latest(own, context, limits)[1],
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
        limits = self._latest(own, context, limits)
        for text in texts:
            date = parse_date(text)
            if (
                date is not None
                # A month of the correct year gives the year away, which is what most people would have to know.
                and ((date.year == own.year) is same_year or not own.year or (of_any_year and not same_year))
                and (date.month == own.month or not same_month)
                and (not own.year or limits[0] < date.year <= limits[1])
                and not any(_is_between(bound, own.year, date.year) for bound in bounds)
                and not abs(date.year - own.year) < least
                and not any(first < date.year < last and not first <= own.year <= last for first, last in _PEACE_AFTER)
                and not self._chronology.is_day_of_another(date, own)
                and (not date.day or (date.month, date.day) not in _HOLIDAYS or (own.month, own.day) in _HOLIDAYS)
            ):
                yield text

    def _latest(self, own: PartialDate, context: str, limits: tuple[int, int]) -> tuple[int, int]:
        """Return ``limits`` within the war that ``context`` names, and within what the text can know or plan."""
        for war, first, last in _WARS:
            if first <= own.year <= last and war.search(context) is not None:
                limits = max(limits[0], first - 1), min(limits[1], last)
        if own.year >= self._latest_year and _PLANNED.search(context) is not None:
            return own.year, own.year + _PLANNED_YEARS
        return limits[0], min(self._latest_year, limits[1])

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

    def events_around(self, fact: Fact, mark: Mark) -> Bounds | None:
        """Return the dates of the events before and after the one that ``mark`` dates, if the seed has both."""
        return self._chronology.between(fact, mark)

    def _reach(self, year: int) -> int:
        """Return how many years away a date may be that belongs to the same story: as far as the other dates nearby."""
        apart = sorted(abs(year - other) for other in self._years - {year})[:_NEIGHBORS]
        return apart[-1] if len(apart) == _NEIGHBORS else FARTHEST


def is_too_near(fact: Fact, mark: Mark, own: PartialDate, text: str) -> bool:
    """Return whether the date ``text`` is too near to ``own``, which ``mark`` marks, for a false statement."""
    date = parse_date(text)
    is_within = date is not None and is_rough_date(fact, mark) and abs(date.year - own.year) < least_around(own)
    return is_within or is_few_years_from(own, text)


def is_few_years_from(own: PartialDate, text: str) -> bool:
    """Return whether ``text`` is a date up to three years from ``own``, too near for a false statement."""
    date = parse_date(text)
    return date is not None and 0 < abs(date.year - own.year) < _FEW_YEARS


def sole_number(text: str) -> Decimal | None:
    """Return the number that ``text`` consists of, apart from a currency and a few words: "$5.25 billion"."""
    found = _ONE_NUMBER.fullmatch(text)
    number = parse_number(found[1]) if found is not None else None
    if found is None or number is None:
        return None
    return number * split_scale(text[found.end(1) :].lstrip())[0]


def _figures(text: str) -> Iterator[Decimal]:
    """Yield the numbers that ``text`` writes in figures, with the words for a million and so on after them."""
    for found in FIGURE.finditer(text):
        if (number := parse_number(found[0])) is not None:
            yield number * split_scale(text[found.end() :].lstrip())[0]


def _whole(fact: Fact, mark: Mark) -> Decimal | None:
    """Return how many there are in all, of which ``mark`` says how many are meant: ten, in "nine in ten cars"."""
    found = _OF_WHOLE.match(unmarked(fact.statement[mark.end :]))
    if found is None or (value := value_of(found["whole"] or found["all"])) is None:
        return None
    return value[0]


def _is_usual(number: Decimal) -> bool:
    """Return whether ``number`` can be approximate: up to ten, a dozen, or a multiple of five."""
    return number <= _TEN or number == _DOZEN or number % _FIVES == 0


def _is_apart(text: str, own: Decimal, least: Decimal, most: Decimal | None = None) -> bool:
    """Return whether the number in ``text`` differs from ``own`` at least by the factor ``least``, but not by more."""
    value = value_of(text)
    if value is None or value[0] <= 0:
        return False
    factor = max(own, value[0]) / min(own, value[0])
    return least <= factor and (most is None or factor <= most)


def _not_in(context: str, texts: Iterable[str]) -> list[str]:
    """Return those of ``texts`` that ``context`` does not contain."""
    folded = fold(context)
    return [text for text in texts if not occurs_in(fold(text), folded)]


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


def _is_between(bound: Decimal | int, own: Decimal | int, other: Decimal | int) -> bool:
    """Return whether ``other`` reaches ``bound``, a value named in the question, or is on its other side."""
    return bound != own and (own < bound <= other or other <= bound < own)


def _is_nearly(bound: Decimal, own: Decimal, other: Decimal) -> bool:
    """Return whether ``other`` is nearly the same as ``bound``, another number in the question."""
    return bound != own and abs(bound - other) <= _NEARLY * abs(bound)


def _day(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day
