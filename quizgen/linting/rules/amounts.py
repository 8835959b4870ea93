"""Options that are amounts, dates or lists: their order, their overlaps, their sorts."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations, pairwise

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import Measure, date_shape, parse_measure, ranks
from quizgen.linting.registry import HDR, NBME, question_rule
from quizgen.linting.rules.formats import combination, is_all, is_none
from quizgen.questions import OptionsQuestion
from quizgen.text.folding import fold

_DIGIT = re.compile(r"\d")
WITH_OPTIONS = ("choice", "multiple")
_LETTER = re.compile(r"[^\W\d_]")


@question_rule(
    "Q110",
    "unordered-options",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guideline 21; {NBME} (options in a logical order)",
)
def unordered_options(item: Item) -> Iterator[Flaw]:
    """Numbers or dates that are neither rising nor falling, where the author set the order.

    Readers expect numbers and dates in order; in disorder they search where they should think.
    """
    question = item.question
    assert isinstance(question, OptionsQuestion)
    if question.shuffle or len(item.options) < 3:
        return
    # In many languages 2.962 is nearly three thousand.
    at = _first_disorder(item.options)
    if at is not None and _first_disorder([_POINTED.sub("", option) for option in item.options]) is not None:
        before, after = item.options[at - 1 : at + 1]
        yield Flaw(
            f"the options are not in order: {before!r} stands before {after!r}",
            "put them in rising order",
            ("options",),
        )


_POINTED = re.compile(r"(?<=\d)\.(?=\d{3}(?!\d))")


def _first_disorder(options: Sequence[str]) -> int | None:
    """The place of the first option that is smaller than the one before it, unless they all fall."""
    keys = ranks(options) or []
    rising = [second >= first for first, second in pairwise(keys)]  # type: ignore[operator]
    falling = all(second <= first for first, second in pairwise(keys))  # type: ignore[operator]
    return None if all(rising) or falling else rising.index(False) + 1


_PARTS = re.compile(r"\s*(?:,\s*(?:and|or)?\s|\band\b|\bor\b|&)\s*")


@question_rule(
    "Q112",
    "overlapping-options",
    kinds=("choice",),
    prose=True,
    source=f"{HDR}, guideline 22 (independent options that do not overlap)",
)
def overlapping_options(item: Item) -> Iterator[Flaw]:
    """Spans that share values, and lists of which one holds the other.

    Where one option holds another, both are right or neither is, and the choice is about wording.
    """
    if _DIGIT.search("".join(item.options)):
        seen: set[str] = set()
        spans = [(option, measure) for option in item.options if (measure := parse_measure(option)) is not None]
        for (first, one), (second, other) in combinations(spans, 2):
            are_years = _is_years(one) and _is_years(other)
            if (one.is_span or other.is_span) and one.unit == other.unit and one.overlaps(other) and not are_years:
                if second not in seen:
                    yield _overlap(item, second, first, meeting=one.high == other.low or one.low == other.high)
                seen.add(second)
    # With an `only`, or an `exactly`, the options are whole sets.
    if ("and" in item.words or "or" in item.words) and _EXACT.isdisjoint(item.words):
        # Labels of other options, joined, are another rule's affair.
        lists = {option: Counter(map(fold, _PARTS.split(option))) for option in item.options if not combination(option)}
        whole = frozenset(map(fold, item.options))
        for first, second in combinations(lists, 2):
            small, large = sorted((first, second), key=lambda option: lists[option].total())
            if lists[small] < lists[large] and not lists[large].keys() <= whole:
                yield _overlap(item, large, small)


_EXACT = frozenset({"only", "exactly", "alone", "just"})


def _is_years(measure: Measure) -> bool:
    return not measure.unit and all(1000 <= end <= 2200 for end in (measure.low, measure.high))


def _overlap(item: Item, option: str, other: str, *, meeting: bool = False) -> Flaw:
    if meeting:
        what, help = "both hold the value at which they meet", "end one of them before it"
    else:
        what, help = "overlap", "draw the lines so that each case falls under one option"
    return Flaw(f"{option!r} and {other!r} {what}", help, item.at_option(option))


_COUNTING = frozenset(
    """
    none zero no nothing any error undefined infinity infinite unlimited unknown never one two three four five six seven
    eight nine ten eleven twelve dozen hundred thousand million half twenty thirty forty fifty noon midnight
    """.split()
)
"""Words that may stand beside numbers as a fair answer to how many."""


@question_rule(
    "Q119",
    "mixed-types",
    kinds=WITH_OPTIONS,
    prose=True,
    english=True,
    source=f"{HDR}, guideline 23 (homogeneous in content); {NBME} (numbers stated in one way)",
)
def mixed_types(item: Item) -> Iterator[Flaw]:
    """Numbers beside text, or beside numbers of another unit.

    Options of different sorts (numbers beside words, kilometres beside miles, hours beside miles) are not compared
    but sorted out: the odd one is out, or is the answer. Minutes beside hours, or metres beside kilometres, are one
    sort.
    """
    with_digits = sum(_DIGIT.search(option) is not None for option in item.options)
    if with_digits < 2:
        return
    sorts = {option: _sort_of(option) for option in item.options}
    written = [option for option, sort in sorts.items() if sort != "text"]
    if len(written) < 2:
        return
    others = [
        option
        for option, sort in sorts.items()
        if sort == "text"
        and not _COUNTING.intersection(item.option_words[option])
        and _LETTER.search(option)
        and not (is_all(item, option) or is_none(item, option))
    ]
    kinds = {sort for sort in sorts.values() if sort != "text"}
    if others and "`" not in item.stem:  # code may print a number or a word
        what = f"{others[0]!r} is of another sort than {written[0]!r}"
        yield Flaw(
            what, "give all options the same sort: all numbers, all dates or all words", item.at_option(others[0])
        )
    elif len(kinds) > 1:
        odd = next(option for option in written if sorts[option] != sorts[written[0]])
        what = f"{odd!r} has another unit or form than {written[0]!r}"
        yield Flaw(what, "give all numbers in one unit, and all dates with the same parts", item.at_option(odd))


_LED_IN = re.compile(r"^(?:in|on|by|since|after|before)(?: the year)? ", re.IGNORECASE)


def _sort_of(option: str) -> str:
    option = _LED_IN.sub("", option)
    if (shape := date_shape(option)) is not None:
        return f"date {shape}"
    measure = parse_measure(option)
    # What follows the unit (9.8 m/s² upwards) is what the options differ in.
    return f"number {measure.unit.partition(' ')[0]}" if measure is not None else "text"
