"""Find distractors for a marked answer: plausible, of the same kind, and never correct.

They are entities of the same type and group from the same seed, numbers near the correct one, and dates near it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from itertools import chain, islice
from random import Random

from quizgen.facts.answers import Answer, Answers
from quizgen.facts.model import Entity, Fact, Seed
from quizgen.facts.truths import Truths
from quizgen.generating.backgrounds import Backgrounds
from quizgen.generating.balance import DISTRACTORS
from quizgen.generating.bounds import (
    RANGE_BEGINS,
    asks_for_limit,
    correct_side,
    follows_from_another,
    is_condition,
    is_on_side,
    possible_side,
    value_of,
)
from quizgen.generating.chronology import Bounds
from quizgen.generating.entities import is_nationality, is_role
from quizgen.generating.entity_names import EntityNames
from quizgen.generating.exactness import HAIR_SPLITTING, is_ability, is_maximum
from quizgen.generating.fitting_dates import is_too_near
from quizgen.generating.fitting_numbers import sole_number
from quizgen.generating.fitting_values import FittingValues
from quizgen.generating.lifetimes import Lifetimes
from quizgen.generating.lookalikes import Lookalikes
from quizgen.generating.near_words import SMALL_WORDS
from quizgen.linting.absolutes import absolute_words
from quizgen.linting.two_claims import joining_words
from quizgen.questions.marks import Mark, unmarked
from quizgen.text.dates import MONTHS
from quizgen.text.folding import fold, fold_option
from quizgen.text.numbers import number_word_run

POOL = 8
"""Number of candidates that are found for each answer."""
POSSIBLE = Decimal("1.25")
"""The largest ratio of the exact amount and its bound: "more than 600" may be 700, but nobody says so of 800."""
_DESCRIBED = re.compile(r", (?:an?|the|then|who|whose|which|where|its|his|her)\b")
_TAIL = re.compile(
    r"(?:,? of|, (?:on|in|at|near|off|above|below|outside)) (?:(?:the|an?|his|her|its) )?(?:[a-zà-þ-]+ ){0,3}"
    rf"(?:(?:of|in) (?:the )?)?(?!(?:{'|'.join(MONTHS)})\b)[A-ZÀ-Þ]"
    r"|, (?:on|at|near|off) (?:the|an?) (?:[a-z-]+ ){1,3}of\b"
)
"""What follows a name and belongs to it alone: "Ida I of Sweden", "Visby, on the island of Gotland"."""
_ANOTHER_YEAR = re.compile(r"(?: and| to|–|-) ?\d{4}\b")
_NO_ARTICLE = frozenset("Street Road Lane Avenue Square Park Lake Hill".split())
"""Last words of names that are never preceded by "the"."""
_IN_WORDS = re.compile("|".join(SMALL_WORDS), re.IGNORECASE)
_ROUGH = re.compile(
    r"\b(?:about|around|roughly|nearly|almost|some|approximately) "
    r"(?:(?:\d+(?:,\d{3})+|\d+ (?:thousand|million|billion)|[a-z-]+ (?:hundred|thousand|million|billion)"
    r"|half|an? (?:third|quarter|fifth|tenth)|two thirds|three quarters)\b|\d+ ?(?:%|per ?cent))",
    re.IGNORECASE,
)
"""A count of so many that it was much the same some years before or after."""
_SOME = r"(?:(?:only|just|about|around|some|roughly|nearly|almost|at least|at most|over|more than|fewer than) ){0,2}"
_COUNT = r"(?P<number>\d[\d,.]*|[a-z]+(?:-[a-z]+)?)(?: (?:hundred|thousand|million|billion))?"
_LEFT = r"known|left|alive|living|in use|in service|registered|enrolled|employed"
_COUNTED_THEN = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b(?:there (?:was|were)|had|numbered|owned|employed|totall?ed|amounted to|stood at) {_SOME}{_COUNT}\b",
        rf"\b(?:population|membership|number|total|share|speed|price)\b[^,;.]*? was {_SOME}{_COUNT}\b",
        rf"(?<![\w.,]){_COUNT} (?:[a-z’'-]+ ){{1,4}}(?:(?:was|were) (?:still )?(?:{_LEFT})|lived|remained|existed)\b",
    )
)
"""How many there were at a time, which was not counted, as far as is known, at another time."""
_STILL = re.compile(r"\b(?:was|were) still\b")
_RANGE = re.compile(r"\b(?:[Ff]rom [^.;]* to|[Bb]etween [^.;]* and) (?:the )?$")
_PART_OF_AMOUNT = re.compile(
    r"\b(?:years|months|weeks|days|hours|minutes|pounds|feet|stone)(?:,| and) $|\b(?:number|no\.) $", re.IGNORECASE
)
"""What is before a number that nobody has to know exactly: "in eighty-one hours and", "in car number"."""
_AND_SMALLER = re.compile(
    r"(?: [a-z]+)? and (?:\d+|[a-z-]+) (?:months?|weeks?|days?|hours?|minutes?|seconds?|feet|foot|inch(?:es)?|ounces?"
    r"|shillings?|pence)\b"
)
"""What is after the larger part of an amount: "and fifteen days"."""
_IN_PLACE = re.compile(rf" (?:in|at|near|from) (?!(?:{'|'.join(MONTHS)})\b)[A-ZÀ-Þ]")
"""What says after a name where somebody was: "Ida Lund in Ostby and Jan Vos in Moss"."""
_LOCATED = re.compile(r" (?:at|in|near|on) (?:the )?[A-ZÀ-Þ]")
_PART_OF_PLACE = re.compile(
    r"\b(?:north|south|east|west|northern|southern|eastern|western|central|upper|lower) $", re.I
)
_CALLED = re.compile(r"\b(?:[Tt]he|[Aa]n?) (?:[\w’'-]+ ){0,2}(?P<word>[\w-]+) $")
"""What is said of somebody before the name: "the playwright", "the Frenchman"."""
_AND_NAME = re.compile(r"(?:, [A-ZÀ-Þ][\w’'-]+)*,? (?:and|or) [A-ZÀ-Þ]")
"""What follows a name in a list: "Ostby, Moss and Tarn"."""
_LISTED = re.compile(r" [\w -]+: \w[^.;]*(?:,| and) ")
"""What follows a number of things that are all named: "four capitals: Vienna, Budapest …"."""
_IN_RELATIVE_CLAUSE = re.compile(
    r", (?:[a-z]+ )?(?:of |in |to |for |at |on |from |with |by |after )?(?:which|who|whose|whom|where|when)\b[^,;]*$"
)
_IN_APPOSITION = re.compile(
    r"\w, (?:an?|the|one of|then|its|their|his|her|[a-z]+(?:ed|en) (?:out )?(?:by|in|at|on|from|to)) [^,;]*$"
    r"|^With [^,;]*$"
)
_OWNED = re.compile(r"\b(?:his|her|their) [a-z]")
_SHORT_JOINT = 4
_ROUNDED = Decimal("0.95")
"""How much a difference may be smaller than the smallest one, because values are rounded."""


class Distractors:
    """Finds distractors among the answers and entities of one seed.

    ``sentences`` are those of its text, by which, like by the facts, it is known who people were and when they lived.
    """

    def __init__(self, seed: Seed, sentences: Sequence[str] = ()) -> None:
        self._seed = seed
        self._text = " ".join(sentences)
        self._answers = Answers(seed)
        self._truths = Truths(seed)
        names = EntityNames(seed.entities.values())
        lifetimes = Lifetimes(seed, self._answers, sentences, names.named_in)
        statements = [fact.plain for fact in seed.facts]
        self._backgrounds = Backgrounds(sentences or statements, names.named_in, statements)
        self.lookalikes = Lookalikes(seed, self._answers, self._truths, names, lifetimes, backgrounds=self._backgrounds)
        self._values = FittingValues(seed, self._answers, names, lifetimes, sentences)

    def find(self, fact: Fact, mark: Mark) -> tuple[str, ...]:
        """Return up to ``POOL`` distractors for ``mark``; of more, the same are chosen every time."""
        if self.is_limit_asked(fact, mark):
            return ()
        wrong = self._wrong(
            fact, mark, self._candidates(fact, mark, f"{fact.id}.{mark.name}", is_asked=True), is_asked=True
        )
        if is_ability(fact, mark):
            wrong = _at_most_one_smaller(wrong, mark.answer)
        return tuple(islice(wrong, POOL))

    def is_limit_asked(self, fact: Fact, mark: Mark) -> bool:
        """Return whether the ask for ``mark`` asks only for a limit of an amount, not for the amount."""
        answer, ask = self._answers.of(fact, mark), fact.ask_for(mark)
        is_amount = answer.entity is None and answer.date is None and value_of(answer.text) is not None
        return is_amount and ask is not None and asks_for_limit(ask.stem)

    def replacement(self, fact: Fact, mark: Mark, key: str) -> str | None:
        """Return a replacement for ``mark`` that makes the statement false, in the form used within a sentence.

        The author's own distractors are tried first. Places and things, and people without a group, are replaced only
        if there are enough options for them: what is not plausible as an option is even less so alone.
        """
        answer = self._answers.of(fact, mark)
        if self._why_fixed(fact, mark) is not None:
            return None
        if (own := answer.entity) is not None:
            is_person_of_group = own.type == "person" and own.group is not None
            if not is_person_of_group and len(self.find(fact, mark)) < DISTRACTORS:
                return None
        ask = fact.ask_for(mark)
        own_words = map(str, ask.offered) if ask is not None else ()
        candidates = chain(own_words, self._nearest_first(answer, self._candidates(fact, mark, key, is_asked=False)))
        wrong = self._wrong(fact, mark, candidates, is_asked=False)
        found = next(
            (one for one in wrong if not _is_close(fact, mark, answer, one) and self._may_replace(fact, answer, one)),
            None,
        )
        entity = self._answers.entity(found) if found is not None else None
        if found is not None and fold(found) == "a half" and fact.statement[mark.end :].startswith(" of "):
            return found.split()[1] if found[0].islower() else "Half"  # "about half of it"
        return entity.in_text if entity is not None else found

    def _nearest_first(self, answer: Answer, candidates: list[str]) -> list[str]:
        """Return ``candidates``, those first that are nearest to ``answer``: entities in the text, amounts in value.

        Dates keep their order.
        """
        if (own := answer.entity) is None:
            return sorted(candidates, key=lambda text: _ratio(text, answer.text)) if answer.date is None else candidates
        found = ((name, self._answers.entity(name)) for name in candidates)
        apart = {name: self._backgrounds.paragraphs_between(own, one) if one is not None else 0 for name, one in found}
        return sorted(candidates, key=lambda name: apart[name])

    def _may_replace(self, fact: Fact, answer: Answer, other: str) -> bool:
        """Return whether ``other`` can be in the place of ``answer`` by its time and its article."""
        entity = self._answers.entity(other)
        return (entity is None or self.lookalikes.lived_then(fact, entity)) and self._has_same_article(answer, other)

    def _has_same_article(self, answer: Answer, other: str) -> bool:
        """Return whether both names follow "the" or neither does: "in Denmark", but "in the Soviet Union"."""
        # "In Mill Street", but "on the Embankment".
        if _is_without_article(answer.text) != _is_without_article(other):
            return False
        one, another = answer.entity, self._answers.entity(other)
        if one is None or another is None or another.in_text != another.name:
            return True
        with_article = [_follows_the(each.name, self._text) for each in (one, another)]
        return None in with_article or with_article[0] == with_article[1]

    def _locates_place(self, fact: Fact, mark: Mark, own: Entity) -> bool:
        """Return whether ``mark`` says where another place is: "near Murchison in New Zealand"."""
        if own.type != "place":
            return False
        before = re.sub(r"(?:,| in|, in) (?:the )?$", "", (whole := unmarked(fact.statement[: mark.start])))
        is_listed = whole == f"{before}, " and _AND_NAME.match(unmarked(fact.statement[mark.end :])) is not None
        return (
            before != whole
            and not is_listed
            and any(
                one.type == "place" and before.endswith(one.names)
                for one in self._seed.entities.values()
                if one is not own
            )
        )

    def _owns_namesake(self, fact: Fact, own: Entity) -> bool:
        """Return whether ``fact`` is about a thing that is called after ``own``: "Gustave Eiffel built his tower"."""
        if own.type != "person" or _OWNED.search(fact.plain) is None:
            return False
        surname = own.name.split()[-1]
        return any(one.type != "person" and surname in one.name.split() for one in self._seed.entities.values())

    def why_not_replaced(self, fact: Fact, mark: Mark) -> str:
        """Return why ``replacement`` finds nothing for ``mark``."""
        if (why := self._why_fixed(fact, mark)) is not None:
            return why
        answer = self._answers.of(fact, mark)
        name, own = repr(answer.text), answer.entity
        if own is not None:
            if (unsafe := self.lookalikes.why_unsafe(fact, mark)) is not None:
                return f"{name} can hardly be replaced: {unsafe}"
            if own.group is None and self.lookalikes.possible(fact, mark, of_any_group=True):
                return f"{name} has no `group`"
            of_time = " from the same period" if self.lookalikes.of_other_times(fact, mark) else ""
            of_group = f"in the group {own.group!r}" if own.group is not None else "in the seed"
            return f"no other {own.type}{of_time} {of_group} can replace {name}"
        rest = f"{unmarked(fact.statement[: mark.start])} {unmarked(fact.statement[mark.end :])}"
        if follows_from_another(answer.text, rest):
            return f"{name} can be worked out from another number in the statement"
        if answer.number is None and answer.date is None and value_of(answer.text) is None:
            return f"{name} is not an entity, number or date"
        return f"no value near {name} is clearly false"

    def _why_fixed(self, fact: Fact, mark: Mark) -> str | None:
        """Return why nothing can replace ``mark`` in this statement; None if something may."""
        answer = self._answers.of(fact, mark)
        name, own = repr(answer.text), answer.entity
        if (joined := joining_words(fact.plain)) is not None:
            by = f", joined by {joined!r}" if len(joined.split()) < _SHORT_JOINT else ""
            return f"the statement makes two claims{by}"
        if (absolute := absolute_words(fact.plain)) is not None:
            return f"{absolute[0]!r} would give away that the statement is false"
        if _is_aside(fact, mark):
            return f"{name} is in a part of the statement that only adds information"
        if own is None and answer.date is None and _LISTED.match(unmarked(fact.statement[mark.end :])) is not None:
            return f"the statement lists what {name} counts"
        if (
            _PART_OF_AMOUNT.search(unmarked(fact.statement[: mark.start])) is not None
            or _AND_SMALLER.match(unmarked(fact.statement[mark.end :])) is not None
            or (own is None and answer.date is None and _is_listed_number(unmarked(fact.statement[mark.end :])))
        ):
            return f"{name} is only a part of an amount or a list, or a number that identifies something"
        if answer.date is None and _is_bound(fact, mark):
            return f"values other than {name} may also be correct, because the statement gives only a limit"
        if own is not None:
            # "The Tay Bridge at Dundee" shows that no other bridge is meant.
            is_located = own.type == "place" and _LOCATED.match(unmarked(fact.statement[mark.end :])) is not None
            if (
                is_located
                or _TAIL.match(unmarked(fact.statement[mark.end :])) is not None
                or self._locates_place(fact, mark, own)
                or _is_described(fact, mark)
                or _is_called_something(fact, mark, own)
                or self._owns_namesake(fact, own)
                or (own.type == "person" and _IN_PLACE.match(unmarked(fact.statement[mark.end :])) is not None)
            ):
                return f"the statement says more about {name} than its name, so a replacement would not fit"
            if _is_end_of_range(fact, mark):
                return f"the statement gives {name} as one end of a range"
        if answer.date is not None and _ANOTHER_YEAR.match(fact.statement, mark.end):
            # "in 1823 and 1849" is absurd if 1848 is correct
            return f"{name} is one of two years that are named together in the statement"
        if answer.date is not None and _ROUGH.search(fact.plain):
            # If about a million people lived there in 1801, about a million did in 1811.
            return f"the large number in the statement may also be correct for years close to {name}"
        if answer.date is not None and _is_state(fact):
            return f"the statement may also be true of times other than {name}"
        return None

    def preference(self, fact: Fact, mark: Mark) -> int:
        """Return how readily ``mark`` is replaced in a false statement: values first, then people, then the rest.

        Another year is hardly ever absurd, but another place often is.
        """
        entity = self._answers.of(fact, mark).entity
        return 0 if entity is None else 1 if entity.type == "person" else 2

    def has_near_values(self, fact: Fact, mark: Mark) -> bool:
        """Return whether there are values near the one that ``mark`` marks, even if all of them may be correct."""
        return self._answers.of(fact, mark).entity is None and bool(self._values.near(fact, mark, is_asked=True))

    def answer(self, fact: Fact, mark: Mark) -> Answer:
        """Return the answer that ``mark`` marks."""
        return self._answers.of(fact, mark)

    def events_around(self, fact: Fact, mark: Mark) -> Bounds | None:
        """Return the dates of the events before and after the one that ``mark`` dates, if the seed has both."""
        return self._values.events_around(fact, mark)

    def _wrong(self, fact: Fact, mark: Mark, candidates: Iterable[str], *, is_asked: bool) -> Iterator[str]:
        """Yield each of ``candidates`` once that is not correct here under any name or by any fact.

        If it ``is_asked``, the stem decides whether more or less is correct too, rather than the statement: "How many
        people died?" about "more than 600" has 400 as a wrong option, although more than 400 people died.
        """
        correct = self._answers.names(fact, mark)
        ask = fact.ask_for(mark)
        before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
        stem = ask.stem if ask is not None else ""
        side = correct_side(mark.answer, before, after, stem)
        possible = possible_side(mark.answer, before) if is_asked and not is_condition(before, after) else 0
        if possible and (side := correct_side(mark.answer, "", after, stem)):
            possible = 0
        if is_maximum(fact, mark, is_asked=is_asked):
            side, possible = -1, 0
        taken = {*map(fold, correct), *map(fold_option, correct), *self._truths.of(fact, mark)}
        for candidate in candidates:
            forms = {fold(candidate), fold_option(candidate)}
            may_be_correct = is_on_side(candidate, mark.answer, side) or (
                is_on_side(candidate, mark.answer, possible) and _is_within(candidate, mark.answer, POSSIBLE)
            )
            if forms.isdisjoint(taken) and not may_be_correct:
                taken |= forms
                yield candidate

    def _candidates(self, fact: Fact, mark: Mark, key: str, *, is_asked: bool) -> list[str]:
        """Return what could be taken for the answer or is correct too, in a random order that ``key`` determines."""
        if self._answers.of(fact, mark).entity is not None:
            found = [one.name for one in self.lookalikes.of(fact, mark)]
        else:
            found = self._values.near(fact, mark, is_asked=is_asked)
        found = list(dict.fromkeys(found))
        Random(key).shuffle(found)
        return found


def _at_most_one_smaller(candidates: Iterable[str], answer: str) -> Iterator[str]:
    """Yield ``candidates`` with only the first of those smaller than ``answer``.

    Who can swim ten miles can also swim five, so that two smaller options would leave nothing to choose from.
    """
    is_one_smaller = False
    for one in candidates:
        is_smaller = is_on_side(one, answer, -1)
        if not (is_smaller and is_one_smaller):
            yield one
        is_one_smaller |= is_smaller


def _is_listed_number(after: str) -> bool:
    """Return whether another number is joined to the one before ``after``: "children of four and five"."""
    found = re.match(r",? (?:and|or) (?P<word>[\w-]+)(?! [a-z]*(?:hundred|thousand|million))", after)
    return found is not None and (found["word"].isdecimal() or number_word_run(tuple(found["word"].split("-")))[0] > 0)


def _is_described(fact: Fact, mark: Mark) -> bool:
    """Return whether the statement says more about what ``mark`` marks: "Texas, a state in the north"."""
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    return _DESCRIBED.match(after) is not None or _PART_OF_PLACE.search(before) is not None


def _is_called_something(fact: Fact, mark: Mark, own: Entity) -> bool:
    """Return whether the statement says before the name who somebody is: "the playwright Ida Lund"."""
    found = _CALLED.search(unmarked(fact.statement[: mark.start])) if own.type == "person" else None
    return found is not None and (is_role(found["word"].lower()) or is_nationality(found["word"]))


def _is_aside(fact: Fact, mark: Mark) -> bool:
    """Return whether ``mark`` is in a relative clause or an apposition, so that the rest remains true without it.

    "The tunnel, which was completed in 2025, is 25 miles long", "With a length of 25 miles, the tunnel is useful".
    """
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    return _IN_RELATIVE_CLAUSE.search(before) is not None or (
        _IN_APPOSITION.search(before) is not None and ", " in after
    )


def _is_bound(fact: Fact, mark: Mark) -> bool:
    """Return whether ``mark`` is an amount that the exact one may be above or below: "more than 600"."""
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    return possible_side(mark.answer, before) != 0 and not is_condition(before, after)


def _is_end_of_range(fact: Fact, mark: Mark) -> bool:
    """Return whether ``mark`` is an end of a range, in which another end is partly true: "from Maine to Texas"."""
    before, after = unmarked(fact.statement[: mark.start]), unmarked(fact.statement[mark.end :])
    return _RANGE.search(before) is not None or (
        RANGE_BEGINS.search(before) is not None and re.match(r" (?:and|to) ", after) is not None
    )


def _is_state(fact: Fact) -> bool:
    """Return whether ``fact`` says how many there were at a time, or what was still so: "In 1995, 51 were known".

    That something else was so in another year is not in the text.
    """
    counts = (found["number"] for counted in _COUNTED_THEN for found in counted.finditer(fact.plain))
    return _STILL.search(fact.plain) is not None or any(
        value_of(number) is not None and not re.fullmatch(r"[12]\d{3}", number) for number in counts
    )


def _is_within(other: str, answer: str, ratio: Decimal) -> bool:
    """Return whether the amounts ``other`` and ``answer`` differ at most by the factor ``ratio``."""
    return 0 < _ratio(other, answer) <= ratio


def _ratio(other: str, answer: str) -> Decimal:
    """Return by which factor the amounts ``other`` and ``answer`` differ; zero if they are no amounts."""
    values = [value[0] for text in (other, answer) if (value := value_of(text)) is not None]
    return max(values) / min(values) if len(values) > 1 and min(values) > 0 else Decimal(0)


def _is_close(fact: Fact, mark: Mark, answer: Answer, other: str) -> bool:
    """Return whether the number ``other`` is so close to ``answer`` that a statement with it would be hair-splitting.

    Of small numbers in words, that is one more or one less; of years, up to three, or all that "around" covers.
    """
    if answer.date is not None:
        return is_too_near(fact, mark, answer.date, other)
    if answer.number is not None:
        value = sole_number(other)
        return value is not None and abs(value - answer.number) < _ROUNDED * HAIR_SPLITTING * answer.number
    if answer.entity is not None:
        return False
    if not _IN_WORDS.fullmatch(answer.text):
        own, near = value_of(answer.text), value_of(other)
        return own is not None and near is not None and abs(near[0] - own[0]) <= HAIR_SPLITTING * own[0]
    return _IN_WORDS.fullmatch(other) is not None and abs(_position(other) - _position(answer.text)) <= 1


def _position(word: str) -> int:
    return number_word_run((word.lower(),))[1] or 0


def _is_without_article(name: str) -> bool:
    return name.rsplit(maxsplit=1)[-1] in _NO_ARTICLE


def _follows_the(name: str, text: str) -> bool | None:
    """Return whether ``name`` always or never follows "the" in ``text``; None if it is not there or does both."""
    found = {bool(one["the"]) for one in re.finditer(rf"(?P<the>\b[Tt]he )?\b{re.escape(name)}\b", text)}
    return found.pop() if len(found) == 1 else None
