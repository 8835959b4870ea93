"""Find the numbers near an answer that fit what the seed says about its subject."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.bounds import FIGURE, is_beyond, value_of
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.exactness import (
    HAIR_SPLITTING,
    OPTION_APART,
    SHARE,
    is_ability,
    is_maximum,
    margin_of,
    ratio_of_rough,
    stem_on,
    words_after,
)
from quizgen.generating.extremes import Extremes
from quizgen.generating.lifetimes import Lifetimes
from quizgen.generating.near_values import is_near, near_numbers
from quizgen.generating.near_words import is_range, is_range_apart, near_number_words, near_ordinals
from quizgen.questions.marks import Mark
from quizgen.text.amounts import split_scale
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.numbers import parse_number

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
_AGED = re.compile(r"\b(?:aged?|years old|how old)\b", re.IGNORECASE)
_OLDEST = 95
"""The highest age that can be taken for that of people."""
_PEOPLE = re.compile(
    r"\b(?:people|persons?|men|women|adults|patients|residents|volunteers|passengers|settlers|colonists|soldiers)\b"
)
_NEARLY = Decimal("0.05")
"""Two numbers that differ by so little, as a share, are nearly the same."""
_GROUPED = re.compile(r"(?<![\d,.])[1-9],\d{3}(?![\d,])")
_UNGROUPED = re.compile(r"(?<![\d,.])[1-9]\d{3}(?![\d,])")
_WORDS_APART = Decimal(2)
_TEN, _DOZEN, _FIVES = 10, 12, 5
_FARTHEST_WORDS = Decimal(3)
_FEW = 2
"""Below this are fractions, few of which are far apart."""
_LARGEST_DOUBLED = 40
"""The largest percentage that another one can exceed so far."""
_LOST = re.compile(r"\b(?:died|dead|deaths?|killed|drowned|perished|(?:lost|cost) (?:\w+ ){0,3}lives|victims)\b")
_ONE_NUMBER = re.compile(
    rf"(?:about |some |nearly |almost )?[{CURRENCY_SIGNS}]?(\d[\d,]*(?:\.\d+)?)%?(?: [^\W\d]+){{0,3}}"
)


class FittingNumbers:
    """The numbers of a seed, and what limits those near them: other numbers, ages and the people that facts count."""

    def __init__(
        self, seed: Seed, answers: Answers, names: EntityNames, lifetimes: Lifetimes, sentences: Sequence[str]
    ) -> None:
        self._names = names
        self._lifetimes = lifetimes
        self._extremes = Extremes(seed, answers, sentences)
        self._numbers_of: dict[str | None, dict[Decimal, str]] = defaultdict(dict)
        self._people: list[tuple[str, Decimal]] = []
        """The people whom the facts count, each number with the id of its fact."""
        written: list[str] = []
        for fact in seed.facts:
            for mark in fact.marks:
                answer = answers.of(fact, mark)
                if answer.number is not None:
                    self._numbers_of[answer.unit][answer.number] = answer.text
                    written.append(answer.text)
                counted = value_of(mark.answer)
                if counted is not None and _PEOPLE.match(words_after(fact, mark)) and not _LOST.search(fact.plain):
                    self._people.append((fact.id, counted[0]))
        self._is_grouped = any(map(_GROUPED.search, written)) or not any(map(_UNGROUPED.search, written))
        """Whether numbers of four digits have a comma; in some texts, only longer ones have it."""

    def in_figures(
        self, fact: Fact, mark: Mark, answer: Answer, number: Decimal, context: str, *, is_asked: bool
    ) -> list[str]:
        """Return ``answer`` with other numbers that are possible for ``number``."""
        unit = answer.unit or words_after(fact, mark)
        is_share = SHARE.search(f"{answer.text} {unit}") is not None and number > _LARGEST_DOUBLED
        is_on_scale = is_share or _TEMPERATURE.search(unit) is not None
        ratio = Decimal(0) if is_on_scale else ratio_of_rough(fact, mark, stem_on(fact, mark), is_asked=is_asked)
        highest = self._most_people(fact, number)
        near = self._near(
            answer, number, unit, context, margin_of(fact, mark, answer, number), ratio, is_asked=is_asked
        )
        valued = [(one, next(_figures(one), None)) for one in near]
        possible = [(one, value) for one, value in valued if highest is None or value is None or value <= highest]
        return self._extremes.within(fact, answer, possible, is_asked=is_asked)

    def in_words(self, fact: Fact, mark: Mark, answer: Answer, context: str, *, is_asked: bool) -> list[str]:
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
            return [one for one in words if oldest is None or (age := value_of(one)) is None or age[0] <= oldest]
        if own[0] < _FEW:
            found = list(near_number_words(answer.text, margin))
            return found if is_asked else [one for one in found if _is_apart(one, own[0], OPTION_APART)]
        ratio = min(ratio, _WORDS_APART)
        margins = (max(margin, own[0] * (1 - 1 / ratio)), own[0] * (ratio - 1))  # for smaller and for larger ones
        found = [one for each in margins for one in near_number_words(answer.text, each)]
        is_round = own[0] < _TEN or own[0] % _FIVES == 0
        if is_round and not is_maximum(fact, mark, is_asked=is_asked):  # nobody says "about seventeen"
            found = [one for one in found if (other := value_of(one)) and _is_usual(other[0])]
        return [one for one in dict.fromkeys(found) if _is_apart(one, own[0], ratio, _FARTHEST_WORDS)]

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

    def _near(
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
                is_beyond(bound, own, value) or _is_nearly(bound, own, value) for bound in bounds
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


def _is_nearly(bound: Decimal, own: Decimal, other: Decimal) -> bool:
    """Return whether ``other`` is nearly the same as ``bound``, another number in the question."""
    return bound != own and abs(bound - other) <= _NEARLY * abs(bound)
