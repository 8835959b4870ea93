"""Choose distractors for all choice questions of a seed together, so that nothing but knowledge finds the key.

What can be counted without knowing the subject must not point at the key: how often other questions name an option,
offer it, or have it as their answer, how long it is, which words it has, and whether it is the smallest, middle or
largest number. The guessers of ``quizgen.guessing`` go by nearly the same things; here each of them gains at most a
little over all questions.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from random import Random

from quizgen import guessing
from quizgen.generating.bounds import value_of
from quizgen.guessing import guessers
from quizgen.guessing.guessers import Guesser
from quizgen.guessing.pool import Choice, Pool, correct_answers, shown_texts
from quizgen.questions import ChoiceQuestion, OptionsQuestion, Question
from quizgen.text.dates import parse_date
from quizgen.text.folding import fold, occurs_in

DISTRACTORS = 2
"""Three options are as good as four, as a fourth is rarely plausible: Rodriguez (2005), *Three options are optimal for
multiple-choice items*, Educational Measurement: Issues and Practice 24(2), 3-13."""
UNFAIR = 0.1
"""The largest share of the questions that a guesser may get right beyond chance; ``check`` reports more than 0.12."""
UNFAIR_OF_PEOPLE = 0.25
"""The same for guessers that go by the other questions, if the key is a person and the set is so small that ``check``
says little about it. A short text names each person for one thing, so that the others answer other questions."""
FEW = 1.5
"""So many questions more are luck in a small seed."""

Open = Mapping[str, tuple[ChoiceQuestion, Sequence[str]]]
"""By name, each question without distractors and the candidates for them."""


_AMOUNTS, _YEARS, _DAYS = range(3)


def _kind_of(options: Sequence[str]) -> int:
    dates = [parse_date(option) for option in options]
    if not all(dates):
        return _AMOUNTS
    return _DAYS if any(date is not None and date.month for date in dates) else _YEARS


def _at_place(kind: int, place: int | None) -> Guesser:
    """Return a guesser that picks the smallest option (0), the largest (1) or one between them (None).

    It guesses only among options of that ``kind``.
    """

    def guess(choice: Choice, pool: Pool) -> Sequence[float]:
        values = [value for option in choice.options if (value := value_of(option)) is not None]
        if len(values) < len(choice.options) or _kind_of(choice.options) != kind:
            return [0.0] * len(choice.options)
        ends = min(values), max(values)
        return [float((ends.index(value) if value in ends else None) == place) for value in values]

    return guess


_PLACES = (
    *(_at_place(_AMOUNTS, place) for place in (0, 1)),
    *(_at_place(kind, place) for kind in (_YEARS, _DAYS) for place in (0, None, 1)),
)
"""Guessers that are only balanced: if more is correct too, all options but the key have to be larger.

Each kind is balanced by itself: who sees years does not care which numbers were correct elsewhere.
"""
_ALONE = (
    *_PLACES,
    guessers.longest,
    guessers.shortest,
    guessers.most_detailed,
    guessers.odd_one_out,
    guessers.most_alike,
    guessers.echoes_stem,
    guessers.middle_number,
)
"""Guessers that look at one question alone."""
_ELSEWHERE = 6
"""The number of guessers that go by the other questions."""
_GUESSERS = len(_ALONE) + _ELSEWHERE
_CERTAIN = 2
"""So many guessers with the key as their one favorite cost something: ``check`` calls a question a giveaway if four
guessers have, among them some that are not counted here."""
_GIVEAWAY_COST = 1.0
_STANDS_OUT_COST = 100.0
"""More than guessers can cost, so that a pair among which the key stands out is only used if there is no other."""
_SAME_PAIR_COST = 10.0
"""What the same two wrong options for two answers of one statement cost, as they show that they are wrong."""
_COUNTED, _FIVES = 100, 5
"""Numbers below so many are even or odd to a reader, if they are not only multiples of five."""
_AGAIN_COST = 0.25
"""What each earlier offer of an option costs beyond those of the option offered least, so that all are offered."""
_ROUNDING = 1e-9
_NOTHING_ELSE = Pool(())
_WORD = re.compile(r"\w+")
_NAMED, _OFFERED, _KEY = range(3)

_Gains = tuple[float, ...]


class Balance:
    """The choice questions of a seed, and what each guesser gains over chance by answering them.

    ``questions`` are all questions of the seed so far, and ``options`` the texts that may be offered.
    """

    def __init__(self, questions: Sequence[Question], options: Iterable[str]) -> None:
        offered = (option for one in questions if isinstance(one, ChoiceQuestion) for option in one.shown)
        self._options = _by_first_word((*options, *offered))
        self._counts: Counter[tuple[int, str]] = Counter()
        self._own: Counter[tuple[int, str, str]] = Counter()
        self._choices: dict[str, Choice] = {}
        self._offering: dict[str, set[str]] = defaultdict(set)
        self._alone: dict[tuple[str, tuple[str, ...]], _Gains] = {}
        self._gains: dict[str, _Gains] = {}
        self._totals: list[float] = [0.0] * _GUESSERS
        self._giveaways = 0
        for question in questions:
            if not isinstance(question, ChoiceQuestion):
                self._count(question, 1)
        for question in questions:
            if isinstance(question, ChoiceQuestion):
                self._put(question)

    def choose(
        self, open_questions: Open, random_seed: int, people: frozenset[str] = frozenset()
    ) -> dict[str, tuple[str, ...]]:
        """Return distractors for each of ``open_questions``, except those whose key they would give away.

        ``people`` are the names of those whose key is a person.
        """
        rng = Random(random_seed)
        found: dict[str, ChoiceQuestion] = {}
        rest = sorted(open_questions)
        rng.shuffle(rest)
        # A question that gives its key away may become fair when others balance it. The loop ends when no question
        # can be added with any distractors, so a second run has nothing to propose.
        while added := self._add_all(open_questions, rest, rng) or self._add_all(
            open_questions, [name for name in rest if name in people], rng, of_people=True
        ):
            found |= added
            rest = [name for name in rest if name not in added]
            for name in [name for name in found if _is_certain(self._gains[found[name].id])] * 2:
                self._take(found[name])
                better = self._add(*open_questions[name], rng, of_people=name in people)
                if better is None:
                    self._put(found[name])
                else:
                    found[name] = better
        return {name: found[name].distractors for name in sorted(found)}

    def _add_all(
        self, open_questions: Open, names: Iterable[str], rng: Random, *, of_people: bool = False
    ) -> dict[str, ChoiceQuestion]:
        tried = {name: self._add(*open_questions[name], rng, of_people=of_people) for name in names}
        return {name: question for name, question in tried.items() if question is not None}

    def _add(
        self, question: ChoiceQuestion, candidates: Sequence[str], rng: Random, *, of_people: bool
    ) -> ChoiceQuestion | None:
        pairs = list(combinations(candidates, DISTRACTORS))
        rng.shuffle(pairs)
        before = list(self._totals)
        offered = {fold(text): self._counts[_OFFERED, fold(text)] for text in candidates}
        fewest = min(offered.values(), default=0)
        same_fact = {
            _values(one.question.distractors) for one in self._choices.values() if one.question.fact == question.fact
        }
        best: tuple[float, ChoiceQuestion] | None = None
        for pair in pairs:
            tried = question.model_copy(update={"distractors": pair, "options": ()})
            self._put(tried)
            # Each guesser counts by itself: two small advantages are better than a large one.
            cost = sum([total * total for total in self._totals if total > 0]) + _GIVEAWAY_COST * self._giveaways
            cost += _AGAIN_COST * sum(max(offered[fold(text)] - fewest, 0) for text in pair)
            cost += _STANDS_OUT_COST * stands_out(question.answer, pair)
            cost += _SAME_PAIR_COST * (_values(pair) in same_fact)
            if self._is_fair(before, of_people=of_people) and (best is None or cost < best[0]):
                best = cost, tried
            self._take(tried)
        if best is None:
            return None
        self._put(best[1])
        return best[1]

    def _is_fair(self, before: Sequence[float], *, of_people: bool) -> bool:
        """Return whether no guesser is above the limit, unless the author's own questions put it there."""
        limit = max(UNFAIR * len(self._choices), FEW)
        limits = [limit] * _GUESSERS
        if of_people and len(self._choices) < guessing.FEW:
            limits[len(_ALONE) :] = [max(limit, UNFAIR_OF_PEOPLE * len(self._choices))] * _ELSEWHERE
        each = list(zip(self._totals, limits, before, strict=True))[len(_PLACES) :]
        return all(total <= max(limit, old) + _ROUNDING for total, limit, old in each)

    def _put(self, question: ChoiceQuestion) -> None:
        choice = Choice(question)
        self._choices[question.id] = choice
        for option in choice.folded:
            self._offering[option].add(question.id)
        self._count(question, 1)
        self._update(choice)

    def _take(self, question: ChoiceQuestion) -> None:
        choice = self._choices.pop(question.id)
        for option in choice.folded:
            self._offering[option].discard(question.id)
        self._count(question, -1)
        self._set_gains(question.id, None)
        self._update(choice)

    def _count(self, question: Question, sign: int) -> None:
        facts = {question.fact, *question.facts} - {None}
        for what, text in self._countable(question):
            self._counts[what, text] += sign
            for fact in facts:
                self._own[what, text, str(fact)] += sign

    def _countable(self, question: Question) -> Iterator[tuple[int, str]]:
        shown = fold(" \n ".join(shown_texts(question)))
        for word in {*_WORD.findall(shown), ""}:
            yield from ((_NAMED, text) for text in self._options.get(word, ()) if occurs_in(text, shown))
        if isinstance(question, OptionsQuestion):
            yield from ((_OFFERED, fold(option)) for option in question.shown)
        yield from ((_KEY, text) for text in set(map(fold, correct_answers(question))))

    def _update(self, changed: Choice) -> None:
        """Recompute the gains of the questions whose counts a change of the question ``changed`` may affect."""
        # Sorted, because the sums of the gains depend on the order in the last digit.
        for name in sorted(set().union(*(self._offering[option] for option in changed.folded))):
            self._set_gains(name, self._gains_of(self._choices[name]))

    def _set_gains(self, name: str, gains: _Gains | None) -> None:
        old = self._gains.pop(name, None)
        for each, sign in ((old, -1), (gains, 1)):
            if each is not None:
                self._totals = [total + sign * gain for total, gain in zip(self._totals, each, strict=True)]
                self._giveaways += sign * _is_certain(each)
        if gains is not None:
            self._gains[name] = gains

    def _gains_of(self, choice: Choice) -> _Gains:
        question = choice.question
        if (alone := self._alone.get((question.id, choice.options))) is None:
            scores = (guesser(choice, _NOTHING_ELSE) for guesser in _ALONE)
            alone = self._alone[question.id, choice.options] = tuple(_gain(each, choice.key, 1) for each in scores)
        elsewhere = (
            [self._counts[what, text] - self._own[what, text, question.fact or ""] for text in choice.folded]
            for what in (_NAMED, _OFFERED, _KEY)
        )
        return (*alone, *(_gain(counts, choice.key, sign) for counts in elsewhere for sign in (1, -1)))


def stands_out(key: str, pair: Sequence[str]) -> bool:
    """Return whether ``key`` is not like both of ``pair``, while these are like each other.

    So it is in the middle of both, far from both, in another year, or the only even or odd number.
    """
    dates = [parse_date(text) for text in (key, *pair)]
    if all(date is not None and date.month for date in dates):
        years = [date.year for date in dates if date is not None]
        return years[0] not in years[1:] and len(set(years[1:])) == 1
    values = [value[0] for text in (key, *pair) if (value := value_of(text)) is not None]
    if len(values) <= len(pair):
        return False
    own, *others = values
    if 3 * abs(others[0] - others[-1]) <= min(abs(own - value) for value in others):
        return True  # both are neighbors of each other, and the key is alone
    is_counted = max(values) < _COUNTED and any(value % _FIVES for value in values)
    return sum(others) == len(others) * own or (is_counted and all(abs(value - own) % 2 == 1 for value in others))


def _values(options: Iterable[str]) -> frozenset[object]:
    """Return what ``options`` are, apart from units."""
    return frozenset(value_of(text) or fold(text) for text in options)


def _is_certain(gains: _Gains) -> bool:
    return sum([gain > 0.5 for gain in gains[len(_PLACES) :]]) >= _CERTAIN


def _by_first_word(options: Iterable[str]) -> dict[str, list[str]]:
    words: dict[str, list[str]] = defaultdict(list)
    for text in dict.fromkeys(map(fold, options)):
        first = _WORD.search(text)
        words[first[0] if first else ""].append(text)
    return words


def _gain(scores: Sequence[float], key: int, sign: int) -> float:
    """Return how much picking the largest of ``scores`` (or the smallest) is better than chance."""
    best = max(sign * score for score in scores)
    hit = 1 / sum(sign * score == best for score in scores) if sign * scores[key] == best else 0.0
    return hit - 1 / len(scores)
