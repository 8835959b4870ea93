"""Find distractors for a marked answer: plausible, of the same kind, and never correct.

They are entities of the same type and group from the same seed, numbers near the correct one, and dates near it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from random import Random

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Entity, Fact, Seed
from quizgen.facts.questions import usual_tolerance
from quizgen.facts.truths import Truths
from quizgen.generating.asked import Excluded, excluding_words, leave_out, naming_words, why_unlike
from quizgen.generating.balance import DISTRACTORS
from quizgen.generating.bounds import (
    FIGURE,
    correct_side,
    follows_from_another,
    is_on_side,
    possible_side,
    value_of,
)
from quizgen.generating.entities import is_nationality
from quizgen.generating.lifetimes import Lifetimes
from quizgen.generating.near_values import (
    FARTHEST,
    is_near,
    near_dates,
    near_numbers,
    near_periods,
    near_spans,
)
from quizgen.generating.near_words import SMALL_WORDS, is_range, near_number_words, near_ordinals
from quizgen.linting.two_claims import joining_words
from quizgen.questions.marks import Mark, unmarked
from quizgen.questions.tolerance import parse_tolerance
from quizgen.text.dates import MONTHS, PartialDate, parse_date
from quizgen.text.folding import fold, fold_option, occurs_in
from quizgen.text.numbers import number_word_run, parse_number

POOL = 8
"""Number of candidates that are found for each answer."""

_RECENT = 2000
"""The latest year that a text without a date of publication is assumed to know."""
_NEIGHBORS = 3
HAIR_SPLITTING = Decimal("0.2")
"""The smallest difference of a number in a false statement from the correct one, as a share of it."""
POSSIBLE = Decimal("1.25")
"""The largest ratio of the exact amount and its bound: "more than 600" may be 700, but nobody says so of 800."""
_DESCRIBED = re.compile(r", (?:an?|the|then|who|whose|which|where|its|his|her)\b")
_ANOTHER_YEAR = re.compile(r"(?: and| to|–|-) ?\d{4}\b")
_NO_ARTICLE = frozenset("Street Road Lane Avenue Square Park Lake Hill".split())
"""Last words of names that are never preceded by "the"."""
_IN_WORDS = re.compile("|".join(SMALL_WORDS), re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|approximately) "
    r"(?:\d+(?:,\d{3})+|\d+ (?:thousand|million|billion)|[a-z-]+ (?:hundred|thousand|million|billion))\b",
    re.IGNORECASE,
)
"""A count of so many that it was much the same some years before or after."""
_RANGE = re.compile(r"\b(?:[Ff]rom [^.;]* to|[Bb]etween [^.;]* and) (?:the )?$")
_RANGE_BEGINS = re.compile(r"\b(?:[Ff]rom|[Bb]etween) (?:the )?$")
_SHARE = re.compile(r"%|per ?cent")
_BEYOND_SHARE = Decimal("1.25")
_LOCATED = re.compile(r" (?:at|in|near|on) (?:the )?[A-ZÀ-Þ]")
_PART_OF_PLACE = re.compile(
    r"\b(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower) $", re.I
)
_OWNED = re.compile(r"\b(?:his|her|their) [a-z]")
_WARS = (
    (re.compile(r"\b(?:First World War|World War (?:I|One)|Great War)\b"), 1914, 1918),
    (re.compile(r"\b(?:Second World War|World War (?:II|Two))\b"), 1939, 1945),
)
_AGED = re.compile(r"\b(?:aged?|years old|how old)\b", re.IGNORECASE)
_OLDEST = 95
"""The highest age that can be taken for that of people."""
_PEOPLE = re.compile(r"\b(?:people|persons?|men|women|adults|patients|residents|volunteers)\b")
_SHORT_JOINT = 4
_NEARLY = Decimal("0.05")
"""Two numbers that differ by so little, as a share, are nearly the same."""
_NOWADAYS = re.compile(r"\b(?:now|today|nowadays|present-day|modern|current)\b", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_CAPITAL = re.compile(r"(?<=[a-z,] )[A-ZÀ-Þ][^\W\d_]{3,}")
"""A name within a sentence."""
_YEAR = re.compile(r"(?<![\d,.])\d{4}(?![\d,])")
_ONE_NUMBER = re.compile(r"(?:about |some |nearly |almost )?[$€£¥]?(\d[\d,]*(?:\.\d+)?)%?(?: [^\W\d]+){0,3}")


class Distractors:
    """Finds distractors among the answers and entities of one seed.

    ``sentences`` are those of its text, by which it is known when people lived.
    """

    def __init__(self, seed: Seed, sentences: Sequence[str] = ()) -> None:
        self._seed = seed
        self._subjects_of: dict[str, frozenset[str]] = {}
        self._answers = Answers(seed)
        self._truths = Truths(seed)
        self._entities = tuple(seed.entities.values())
        self._groups = _groups(seed)
        self._named = _named(seed)
        self._text = " ".join(sentences)
        self._lifetimes = Lifetimes(seed, self._answers, sentences, self._named_in)
        self._numbers_of: dict[str | None, dict[Decimal, str]] = defaultdict(dict)
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

    def find(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return up to ``POOL`` distractors for ``mark``; of more, the same are chosen every time."""
        wrong = self._wrong(
            fact, mark, self._candidates(fact, mark, f"{fact.id}.{mark.name}", is_asked=True), is_asked=True
        )
        return tuple(islice(wrong, POOL))

    def replacement(self, fact: Fact, mark: Mark, key: str) -> str | None:
        """Return a replacement for ``mark`` that makes the statement false, in the form used within a sentence.

        The author's own distractors are tried first. Entities without a group are not replaced: nothing shows that
        the statement would be believable.
        """
        answer = self._answers.of(fact, mark)
        if self._why_fixed(fact, mark) is not None or (answer.entity is not None and answer.entity.group is None):
            return None
        ask = fact.ask_for(mark)
        own_words = map(str, ask.offered) if ask is not None else ()
        candidates = chain(own_words, self._candidates(fact, mark, key, is_asked=False))
        wrong = self._wrong(fact, mark, candidates, is_asked=False)
        found = next((one for one in wrong if not _is_close(answer, one) and self._has_same_article(answer, one)), None)
        entity = self._answers.entity(found) if found is not None else None
        return entity.in_text if entity is not None else found

    def _has_same_article(self, answer: Answer, other: str) -> bool:
        """Return whether both names follow "the" or neither does: "in Denmark", but "in the Soviet Union"."""
        if not _has_same_article(answer.text, other):
            return False
        one, another = answer.entity, self._answers.entity(other)
        if one is None or another is None or another.in_text != another.name:
            return True
        with_article = [_follows_the(each.name, self._text) for each in (one, another)]
        return None in with_article or with_article[0] == with_article[1]

    def excluding_words(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return the words of the stem that say what the answer is, if they exclude other entities of its group.

        For "Which king signed it?", that is "king" if the role of another person in the group does not fit.
        """
        own = self._answers.of(fact, mark).entity
        ask = fact.ask_for(mark)
        if own is None or ask is None:
            return ()
        return excluding_words(ask.stem, own, self._others(own))

    def _others(self, own: Entity) -> list[Entity]:
        return [other for other in self._groups[own.type, own.group] if other is not own]

    def of_other_times(self, fact: Fact, mark: Mark) -> list[Entity]:
        """Return the people who could be taken for the one that ``mark`` marks, if they had lived at that time."""
        own, ask = self._answers.of(fact, mark).entity, fact.ask_for(mark)
        if own is None or own.type != "person":
            return []
        stem = ask.stem if ask is not None else ""
        alike = self._like(fact, own, stem)
        return [one for one in self._of_any_time(fact, own, stem) if one not in alike]

    def _owns_namesake(self, fact: Fact, own: Entity) -> bool:
        """Return whether ``fact`` is about a thing that is called after ``own``: "Gustave Eiffel built his tower"."""
        if own.type != "person" or _OWNED.search(fact.plain) is None:
            return False
        surname = own.name.split()[-1]
        return any(one.type != "person" and surname in one.name.split() for one in self._entities)

    def why_not_replaced(self, fact: Fact, mark: Mark) -> str:
        """Return why ``replacement`` finds nothing for ``mark``."""
        if (why := self._why_fixed(fact, mark)) is not None:
            return why
        answer = self._answers.of(fact, mark)
        name, own = repr(answer.text), answer.entity
        if own is not None:
            if own.group is None and self.possible(fact, mark, of_any_group=True):
                return f"{name} has no `group`"
            of_time = " of that time" if self.of_other_times(fact, mark) else ""
            of_group = f"in the group {own.group!r}" if own.group is not None else "of the seed"
            return f"no other {own.type} {of_group}{of_time} fits in place of {name}"
        if follows_from_another(answer.text, fact.plain.replace(mark.answer, " ", 1)):
            return f"{name} can be worked out from another number in the statement"
        if answer.number is None and answer.date is None and value_of(answer.text) is None:
            return f"{name} is not an entity, number or date"
        return f"nothing near {name} is clearly false"

    def _why_fixed(self, fact: Fact, mark: Mark) -> str | None:
        """Return why nothing can replace ``mark`` in this statement; None if something may."""
        answer = self._answers.of(fact, mark)
        name, own = repr(answer.text), answer.entity
        if (joined := joining_words(fact.plain)) is not None:
            by = f", joined by {joined!r}" if len(joined.split()) < _SHORT_JOINT else ""
            return f"the statement makes two claims{by}"
        if own is not None:
            # "The Tay Bridge at Dundee" shows that no other bridge is meant.
            is_located = own.type == "place" and _LOCATED.match(unmarked(fact.statement[mark.end :])) is not None
            if is_located or _is_described(fact, mark) or self._owns_namesake(fact, own):
                return f"the statement describes {name} further, or {name} is the end of a range"
        if answer.date is not None and _ANOTHER_YEAR.match(fact.statement, mark.end):
            # "in 1823 and 1849" is absurd if 1848 is correct
            return f"{name} is one of two years that the statement names together"
        if answer.date is not None and _ROUGH.search(fact.plain):
            # If about a million people lived there in 1801, about a million did in 1811.
            return f"such a large number may also be correct some years from {name}"
        return None

    def answer(self, fact: Fact, mark: Mark) -> Answer:
        """Return the answer that ``mark`` marks."""
        return self._answers.of(fact, mark)

    def _wrong(self, fact: Fact, mark: Mark, candidates: Iterator[str], *, is_asked: bool) -> Iterator[str]:
        """Yield each of ``candidates`` once that is not correct here under any name or by any fact.

        If it ``is_asked``, the stem decides whether more or less is correct too, rather than the statement: "How many
        people died?" about "more than 600" has 400 as a wrong option, although more than 400 people died.
        """
        correct = self._answers.names(fact, mark)
        ask = fact.ask_for(mark)
        before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
        stem = ask.stem if ask is not None else ""
        side = correct_side(mark.answer, before, after, stem)
        possible = possible_side(mark.answer, before) if is_asked else 0
        if possible and (side := correct_side(mark.answer, "", after, stem)):
            possible = 0
        taken = {*map(fold, correct), *map(fold_option, correct), *self._truths.of(fact, mark)}
        for candidate in candidates:
            forms = {fold(candidate), fold_option(candidate)}
            may_be_correct = is_on_side(candidate, mark.answer, side) or (
                is_on_side(candidate, mark.answer, possible) and _is_within(candidate, mark.answer, POSSIBLE)
            )
            if forms.isdisjoint(taken) and not may_be_correct:
                taken |= forms
                yield candidate

    def _candidates(self, fact: Fact, mark: Mark, key: str, *, is_asked: bool) -> Iterator[str]:
        answer = self._answers.of(fact, mark)
        ask = fact.ask_for(mark)
        stem = ask.stem if ask is not None else ""
        statement = fact.plain.replace(mark.answer, " ", 1)
        context = f"{statement} {fact.attribution or ''} {stem}"
        number = answer.number if answer.number is not None or answer.date is not None else _sole_number(answer.text)
        if answer.entity is not None:
            yield from _shuffled((one.name for one in self._like(fact, answer.entity, stem)), key)
        elif follows_from_another(answer.text, stem if is_asked else statement):
            return
        elif spans := list(near_spans(answer.text, self._latest_year, FARTHEST)):
            yield from _shuffled(spans, key)
        elif number is not None and not is_range(answer.text):
            unit = answer.unit or _words_after(fact, mark)
            margin = _margin(fact, mark, answer, number)
            yield from _shuffled(self._numbers(answer, number, unit, context, margin), key)
        elif answer.date is not None:
            limits = self._lifetimes.limits(fact.plain, answer.date.year)
            dates = list(self._dates(answer, answer.date, context, self._between(fact, answer.date.year, limits)))
            if len(dates) < DISTRACTORS:  # there is no room between the events before and after
                dates = list(self._dates(answer, answer.date, context, limits))
            yield from _shuffled(dates, key)
        elif periods := list(near_periods(answer.text, self._latest_year)):
            yield from _shuffled(_not_in(context, periods), key)
        else:
            others = [*near_ordinals(answer.text)] or near_number_words(answer.text)
            yield from _shuffled(_not_in(context, others), key)

    def possible(
        self, fact: Fact, mark: Mark, *, without: Iterable[str] = (), with_role: str = "", of_any_group: bool = False
    ) -> int:
        """Return how many entities could be taken for the one that ``mark`` marks if the author changed something.

        That is, if the stem asked for it ``without`` these words, if the roles of all others began ``with_role``, or
        if all entities of its type were in one group.
        """
        own, ask = self._answers.of(fact, mark).entity, fact.ask_for(mark)
        if own is None:
            return 0
        stem = leave_out(ask.stem, without) if ask is not None else ""
        others = [one for one in self._entities if one.type == own.type] if of_any_group else self._others(own)
        if with_role:
            others = [one.model_copy(update={"role": f"{with_role} {one.role or ''}"}) for one in others]
        correct = self._truths.of(fact, mark)
        alike = self._like(fact, own, stem, [one for one in others if one.name != own.name])
        return sum(one is not own and fold(one.name) not in correct for one in alike)

    def naming_words(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return the words of the stem that say what the answer is and are in its name: "society"."""
        own, ask = self._answers.of(fact, mark).entity, fact.ask_for(mark)
        return naming_words(ask.stem, own) if own is not None and ask is not None else ()

    def _like(self, fact: Fact, own: Entity, stem: str, others: Sequence[Entity] | None = None) -> list[Entity]:
        """Return the entities, of those in its group or of ``others``, that could be taken for ``own`` here."""
        fitting = self._of_any_time(fact, own, stem, others)
        if own.type != "person":
            return fitting
        return self._lifetimes.nearest(fitting, self._lifetimes.years_of(fact), DISTRACTORS)

    def _of_any_time(self, fact: Fact, own: Entity, stem: str, others: Sequence[Entity] | None = None) -> list[Entity]:
        """Return the entities that could be taken for ``own`` here, if nobody knew when each of them lived."""
        near = fold(f"{fact.plain} {fact.attribution or ''} {stem}")
        # An entity that the statement or the stem already names would be obviously wrong, or given away.
        named = {entity.name for entity in self._named_in(near)} | {own.name}
        if others is None:
            others = self._others(own) if may_be_confused(own) else []
        return [one for one in others if one.name not in named and self._why_unlike(fact, own, one, stem) is None]

    def excluded(self, fact: Fact, mark: Mark) -> list[Excluded]:
        """Return the other entities of the group that cannot be taken for the one that ``mark`` marks."""
        own, ask = self._answers.of(fact, mark).entity, fact.ask_for(mark)
        if own is None:
            return []
        stem = ask.stem if ask is not None else ""
        named = {id(entity) for entity in self._named_in(fold(f"{fact.plain} {fact.attribution or ''} {stem}"))}
        alike, correct = self._like(fact, own, stem), self._truths.of(fact, mark)
        found: list[Excluded] = []
        for one in self._others(own) if may_be_confused(own) else self._entities:
            if one is own or one.type != own.type:
                continue
            why = self._why_unlike(fact, own, one, stem)
            if id(one) in named:
                why = Excluded(one.name, "is named in the statement or in the stem")
            elif why is None and one not in alike:
                why = Excluded(one.name, "lived at a different time", (f"have lived at the time of {own.name}",))
            elif why is None and fold(one.name) in correct:
                why = Excluded(one.name, "is also correct")
            if why is not None:
                found.append(why)
        return found

    def _why_unlike(self, fact: Fact, own: Entity, one: Entity, stem: str) -> Excluded | None:
        """Return why ``one`` cannot be taken for ``own``, or None if it can, apart from when it lived."""
        if (why := why_unlike(fact.plain, own, one, stem)) is not None:
            return why
        is_old = bool(self._lifetimes.years_of(fact)) and _NOWADAYS.search(stem) is None
        return (
            Excluded(one.name, "had a different name then")
            if is_old and self._lifetimes.is_called_so_later(one)
            else None
        )

    def _named_in(self, text: str) -> list[Entity]:
        """Return the entities that ``text`` names, each once, in order."""
        folded = fold(text)
        found = sorted(
            (
                (folded.find(name), id(entity), entity)
                for word in {*_WORD.findall(folded), ""}
                for name, entity in self._named.get(word, ())
                if occurs_in(name, folded)
            ),
            key=lambda one: one[:2],
        )
        return list({name: entity for _, name, entity in found}.values())

    def _numbers(self, answer: Answer, own: Decimal, unit: str, context: str, margin: Decimal) -> Iterator[str]:
        known = [
            text
            for number, text in self._numbers_of[answer.unit].items()
            if number != own and is_near(number, own) and abs(number - own) >= margin
        ]
        is_of_people = _PEOPLE.search(context) is not None or any(
            one.type == "person" for one in self._named_in(context)
        )
        oldest = max(own, Decimal(_OLDEST)) if is_of_people and _AGED.search(context) is not None else None
        bounds = [number for text in FIGURE.findall(context) if (number := parse_number(text)) is not None]
        for text in (*near_numbers(answer.text, own, unit, margin), *known):
            value = parse_number(figures[0]) if (figures := FIGURE.findall(text)) else None
            is_clear = value is None or not any(
                _is_between(bound, own, value) or _is_nearly(bound, own, value) for bound in bounds
            )
            if is_clear and (oldest is None or value is None or value <= oldest):
                yield text

    def _dates(self, answer: Answer, own: PartialDate, context: str, limits: tuple[int, int]) -> Iterator[str]:
        bounds = [int(text) for text in _YEAR.findall(context)]
        same_year = own.year in bounds
        same_month = own.month > 0 and MONTHS[own.month - 1].lower() in context.lower()
        reach_in_years = self._reach(own.year)
        for war, first, last in _WARS:
            if first <= own.year <= last and war.search(context) is not None:
                limits = max(limits[0], first - 1), min(limits[1], last)
        latest = min(self._latest_year, limits[1])
        made = list(near_dates(answer.text, own, latest, reach_in_years, same_year=same_year, same_month=same_month))
        reach = [date for text in made if (date := parse_date(text)) is not None]
        known = [
            date
            for date in self._dates_of[own.shape]
            if date != own and reach and min(reach, key=_day) <= date <= max(reach, key=_day)
        ]
        usual_form = answer.text == str(own)
        found = [*made, *(str(date) if usual_form else self._dates_of[own.shape][date] for date in known)]
        for text in found:
            date = parse_date(text)
            if (
                date is not None
                # A month of the correct year gives the year away, which is what most people would have to know.
                and ((date.year == own.year) is same_year or not own.year)
                and (date.month == own.month or not same_month)
                and (not own.year or limits[0] < date.year <= limits[1])
                and not any(_is_between(bound, own.year, date.year) for bound in bounds)
            ):
                yield text

    def _between(self, fact: Fact, year: int, limits: tuple[int, int]) -> tuple[int, int]:
        """Return ``limits`` narrowed to the years between the facts before and after about what ``fact`` is about.

        What was sunk in 1628 was not begun in 1645.
        """
        own = self._subjects(fact)
        others = {
            each
            for other in self._seed.facts
            if other is not fact and not own.isdisjoint(self._subjects(other))
            for each in self._lifetimes.years_of(other)
        }
        before = max((each for each in others if each < year), default=0)
        after = min((each for each in others if each > year), default=limits[1] + 1)
        return max(limits[0], before), min(limits[1], after - 1)

    def _subjects(self, fact: Fact) -> frozenset[str]:
        """Return the names in ``fact`` of people and things that have a history, which places have with anybody."""
        if (known := self._subjects_of.get(fact.id)) is None:
            named = self._named_in(fact.plain)
            places = {word for one in named if one.type == "place" for name in one.names for word in name.split()}
            words = {one for one in _CAPITAL.findall(fact.plain) if one not in MONTHS and not is_nationality(one)}
            known = frozenset({one.name for one in named if one.type != "place"} | (words - places))
            self._subjects_of[fact.id] = known
        return known

    def _reach(self, year: int) -> int:
        """Return how many years away a date may be that belongs to the same story: as far as the other dates nearby."""
        apart = sorted(abs(year - other) for other in self._years - {year})[:_NEIGHBORS]
        return apart[-1] if len(apart) == _NEIGHBORS else FARTHEST


def _margin(fact: Fact, mark: Mark, answer: Answer, own: Decimal) -> Decimal:
    """Return how far wrong numbers have to be from ``own``: more than what would be graded as correct.

    It is twice the tolerance of an approximate number, or a little more than the tolerance of a share, which cannot be
    more than 100 percent. "More than 600" is approximate, too.
    """
    ask = fact.ask_for(mark)
    written = ask.tolerance if ask is not None else None
    tolerance = parse_tolerance(written or usual_tolerance(fact, mark, answer) or "0")
    times = _BEYOND_SHARE if _SHARE.search(f"{answer.text} {_words_after(fact, mark)}") else 2
    margin = times * (tolerance.bounds(own)[1] - own) if tolerance is not None else Decimal(0)
    is_bound = possible_side(mark.answer, unmarked(fact.statement[: mark.start])) != 0
    return max(margin, HAIR_SPLITTING * abs(own)) if is_bound else margin


def _is_described(fact: Fact, mark: Mark) -> bool:
    """Return whether the statement says more about what ``mark`` marks, or makes it the end of a range.

    "Texas, a state in the north" and "the western Alps" say more, and "from Maine to Texas" is partly true.
    """
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    return (
        _DESCRIBED.match(after) is not None
        or _PART_OF_PLACE.search(before) is not None
        or _RANGE.search(before) is not None
        or (_RANGE_BEGINS.search(before) is not None and re.match(r" (?:and|to) ", after) is not None)
    )


def _is_within(other: str, answer: str, ratio: Decimal) -> bool:
    """Return whether the amounts ``other`` and ``answer`` differ at most by the factor ``ratio``."""
    one, own = value_of(other), value_of(answer)
    return one is not None and own is not None and max(one[0], own[0]) <= ratio * min(one[0], own[0])


def _is_close(answer: Answer, other: str) -> bool:
    """Return whether the number ``other`` is so close to ``answer`` that a statement with it would be hair-splitting.

    Of small numbers in words, that is one more or one less.
    """
    if answer.number is not None:
        value = _sole_number(other)
        return value is not None and abs(value - answer.number) < HAIR_SPLITTING * answer.number
    if answer.entity is not None or answer.date is not None:
        return False
    if not _IN_WORDS.fullmatch(answer.text):
        own, near = value_of(answer.text), value_of(other)
        return own is not None and near is not None and abs(near[0] - own[0]) <= HAIR_SPLITTING * own[0]
    return _IN_WORDS.fullmatch(other) is not None and abs(_position(other) - _position(answer.text)) <= 1


def _position(word: str) -> int:
    return number_word_run((word.lower(),))[1] or 0


def _has_same_article(own: str, other: str) -> bool:
    """Return whether both names have "the" before them or neither has: "in Mill Street", but "on the Embankment"."""
    return (own.rsplit(maxsplit=1)[-1] in _NO_ARTICLE) == (other.rsplit(maxsplit=1)[-1] in _NO_ARTICLE)


def _follows_the(name: str, text: str) -> bool | None:
    """Return whether ``name`` always or never follows "the" in ``text``; None if it is not there or does both."""
    found = {bool(one["the"]) for one in re.finditer(rf"(?P<the>\b[Tt]he )?\b{re.escape(name)}\b", text)}
    return found.pop() if len(found) == 1 else None


def may_be_confused(entity: Entity) -> bool:
    """Return whether entities like ``entity`` are similar enough to be taken for one another.

    People are. Among the places, organizations, and events of a text are too many kinds, unless they have a group.
    """
    return entity.group is not None or entity.type == "person"


def _not_in(context: str, texts: Iterable[str]) -> list[str]:
    """Return those of ``texts`` that ``context`` does not contain."""
    folded = fold(context)
    return [text for text in texts if not occurs_in(fold(text), folded)]


def _shuffled(texts: Iterable[str], key: str) -> list[str]:
    """Return ``texts``, each once, in a random order that ``key`` determines."""
    shuffled = list(dict.fromkeys(texts))
    Random(key).shuffle(shuffled)
    return shuffled


def _sole_number(text: str) -> Decimal | None:
    """Return the number that ``text`` consists of, apart from a currency and a few words: 5.25 in "$5.25 billion"."""
    found = _ONE_NUMBER.fullmatch(text)
    return parse_number(found[1]) if found is not None else None


def _words_after(fact: Fact, mark: Mark) -> str:
    """Return the first words that follow ``mark``, which name its unit: "hours" after 24."""
    return " ".join(fact.statement[mark.end :].split()[:2])


def _is_between(bound: Decimal | int, own: Decimal | int, other: Decimal | int) -> bool:
    """Return whether ``other`` reaches ``bound``, a value named in the question, or is on its other side."""
    return bound != own and (own < bound <= other or other <= bound < own)


def _is_nearly(bound: Decimal, own: Decimal, other: Decimal) -> bool:
    """Return whether ``other`` is nearly the same as ``bound``, another number in the question."""
    return bound != own and abs(bound - other) <= _NEARLY * abs(bound)


def _day(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month, date.day


def _groups(seed: Seed) -> dict[tuple[str, str | None], list[Entity]]:
    """Group the entities that can replace one another, by type and group."""
    groups: dict[tuple[str, str | None], list[Entity]] = defaultdict(list)
    for entity in seed.entities.values():
        groups[entity.type, entity.group].append(entity)
    return groups


def _named(seed: Seed) -> dict[str, list[tuple[str, Entity]]]:
    """Index all names, folded, by their first word, because a text without that word does not contain the name."""
    named: dict[str, list[tuple[str, Entity]]] = defaultdict(list)
    for entity in seed.entities.values():
        for name in map(fold, entity.names):
            first = _WORD.search(name)
            named[first[0] if first else ""].append((name, entity))
    return named
