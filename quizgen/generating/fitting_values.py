"""Find the numbers, dates and other values near an answer that fit what the seed says about its subject."""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal

from quizgen.facts.answers import Answers
from quizgen.facts.model import Fact, Seed
from quizgen.generating.bounds import follows_from_another, value_of
from quizgen.generating.chronology import Bounds
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.exactness import is_rough_date, stem_on
from quizgen.generating.fitting_dates import FittingDates
from quizgen.generating.fitting_numbers import FittingNumbers, sole_number
from quizgen.generating.lifetimes import Lifetimes
from quizgen.generating.near_values import FARTHEST, near_periods, near_spans, near_years_bc
from quizgen.generating.near_words import is_range, near_parts
from quizgen.questions.marks import Mark, unmarked
from quizgen.text.folding import fold, occurs_in

_BEFORE_PART = re.compile(r"\b[Aa] $")
_OF_WHOLE = re.compile(
    r" (?:[a-z]+ )?(?:(?:in|out of)(?: every| each)? (?P<whole>ten|twelve|twenty|a hundred|a thousand|\d{1,2}0{1,3})"
    r"|(?:out )?of (?:the|its|all|their) (?P<all>[a-z]+(?:-[a-z]+)?|\d[\d,]*))\b"
)
_SET_PHRASE = re.compile(
    r"\b(?:(?:eighth|seven(?:th)?) wonders? of the world|(?:first|second|third) world\b|seventh heaven|sixth sense"
    r"|fifth column|fourth estate|third estate|eleventh hour|third degree)",
    re.IGNORECASE,
)
"""Phrases in which everybody knows the number."""


class FittingValues:
    """The numbers and dates of a seed, and other values near them."""

    def __init__(
        self, seed: Seed, answers: Answers, names: EntityNames, lifetimes: Lifetimes, sentences: Sequence[str]
    ) -> None:
        self._answers = answers
        self._numbers = FittingNumbers(seed, answers, names, lifetimes, sentences)
        self._dates = FittingDates(seed, answers, names, lifetimes)

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
        if spans := list(near_spans(answer.text, self._dates.latest_year, FARTHEST)):
            return spans
        if before_christ := list(near_years_bc(answer.text, is_rough=is_rough_date(fact, mark))):
            return _not_in(context, before_christ)
        number = answer.number if answer.number is not None or answer.date is not None else sole_number(answer.text)
        if number is not None and not is_range(answer.text):
            return self._numbers.in_figures(fact, mark, answer, number, context, is_asked=is_asked)
        if answer.date is not None:
            return self._dates.near(fact, mark, answer, answer.date, context, is_asked=is_asked)
        if _SET_PHRASE.search(fact.plain) is not None:
            return []
        if periods := list(near_periods(answer.text, self._dates.latest_year)):
            return _not_in(context, periods)
        if _BEFORE_PART.search(fact.statement[: mark.start]) and fact.statement[mark.end :].startswith(" of "):
            parts = near_parts(answer.text)  # "a third of it", but "half of it"
            return _not_in(context, parts if is_asked else (part for part in parts if part != "half"))
        return _not_in(context, self._numbers.in_words(fact, mark, answer, context, is_asked=is_asked))

    def events_around(self, fact: Fact, mark: Mark) -> Bounds | None:
        """Return the dates of the events before and after the one that ``mark`` dates, if the seed has both."""
        return self._dates.events_around(fact, mark)


def _whole(fact: Fact, mark: Mark) -> Decimal | None:
    """Return how many there are in all, of which ``mark`` says how many are meant: ten, in "nine in ten cars"."""
    found = _OF_WHOLE.match(unmarked(fact.statement[mark.end :]))
    if found is None or (value := value_of(found["whole"] or found["all"])) is None:
        return None
    return value[0]


def _not_in(context: str, texts: Iterable[str]) -> list[str]:
    """Return those of ``texts`` that ``context`` does not contain."""
    folded = fold(context)
    return [text for text in texts if not occurs_in(fold(text), folded)]
