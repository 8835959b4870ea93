"""Rules about options that are amounts or dates: their order, types, and precision."""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measures import date_shape, parse_measure
from quizgen.linting.registry import HDR, NBME, WITH_OPTIONS, question_rule
from quizgen.linting.rules.formats import is_all, is_none
from quizgen.linting.units import in_base
from quizgen.questions import OptionsQuestion
from quizgen.text.amounts import ascending, is_disordered
from quizgen.text.content_words import is_name
from quizgen.text.dates import YEAR
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import BELOW_TWENTY, TENS
from quizgen.text.words import listed

_DIGIT = lazy_pattern(r"\d")
_LETTER = lazy_pattern(r"[^\W\d_]")


@question_rule(
    "Q110",
    "unordered-options",
    kinds=WITH_OPTIONS,
    source=f"{HDR}, guideline 21; {NBME} (options in a logical order)",
)
def unordered_options(item: Item) -> Iterator[Flaw]:
    """Flag numbers and dates that are listed under `options` in neither ascending nor descending order. Learners see
    this order only with `shuffle: false`; otherwise, they see ascending order, and `quizgen fix` sorts the list in a
    YAML file.

    ## Why it matters
    Learners expect numbers and dates to be in order. If they are not, learners spend time searching instead of
    thinking.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: In which year did the First World War begin?
      answer: 1914
      options: [1916, 1912, 1914, 1918]
      shuffle: false
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: In which year did the First World War begin?
      answer: 1914
      options: [1912, 1914, 1916, 1918]
      shuffle: false
    ```
    """
    question = item.question
    assert isinstance(question, OptionsQuestion)
    free = question.options[:-1] if question.pin_last else question.options
    if len(free) < 3 or not is_disordered(free):
        return
    if not question.shuffle:
        order = ascending(free) or ()
        known = [option for option in free if option in order]
        before, after = next(pair for pair in pairwise(known) if order.index(pair[0]) > order.index(pair[1]))
        yield Flaw(
            f"the options are not in order: {before!r} is listed before {after!r}",
            "sort them in ascending order",
            ("options",),
        )
    else:
        yield Flaw(
            "options that are numbers are shown in ascending order, but the file lists them in another order",
            "sort them in the file; if it is a YAML file, `quizgen fix` does this",
            ("options",),
        )


_COUNTING = frozenset((*BELOW_TWENTY[:13], *TENS[:4])) | listed(
    "none no nothing any error undefined infinity infinite unlimited unknown never dozen hundred thousand million half"
    " noon midnight"
)
"""Words that fit among numbers as an answer to "How many?"."""


_ASKS_FOR_THING = lazy_pattern(
    r"which (?:(?:one )?of (?:these|the following|those|the) )?(?:\w+ ){0,2}?"
    r"(?!(?:of|the|these|those|following|is|are|was)\b)"
    r"(?P<thing>[a-z]+) (?:is|are|was|were|of|on|in|has|have|does|do|did|can|belongs?)\b",
    re.IGNORECASE,
)
_QUANTITIES = listed(
    "number numbers figure figures value values year years date dates day days decade decades century centuries time"
    " times period periods amount amounts quantity quantities distance distances length lengths width height heights"
    " depth speed speeds temperature temperatures percentage percentages share weight weights mass masses age ages"
    " angle angles ratio ratios price prices rate rates range ranges size sizes measure measures measurement"
    " measurements option options answer answers statement statements result results score scores dose doses"
)
"""What numbers answer."""


@question_rule(
    "Q119",
    "mixed-types",
    kinds=WITH_OPTIONS,
    skips_code=True,
    english=True,
    source=f"{HDR}, guideline 23 (homogeneous in content); {NBME} (numbers stated in one way)",
)
def mixed_types(item: Item) -> Iterator[Flaw]:
    """Flag numeric options that are mixed with text or with numbers in a different unit. Minutes and hours may be
    mixed, and so may metric units of different size, unless one of them would do for all options: "250 g" and "0.5 kg".
    Also flag three or more units of time among lengths of a similar size: "150 days", "7 months" and "1 year".

    ## Why it matters
    Learners do not compare options of different types. They either pick the odd one out or rule it out.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: How long is a marathon?
      answer: 42 km
      distractors: [26 km, 30 miles, 5 hours]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How long is a marathon?
      answer: 42 km
      distractors: [26 km, 35 km, 50 km]
    ```
    """
    if not _DIGIT.search(item.option_text):
        return
    with_digits = sum([_DIGIT.search(option) is not None for option in item.options])
    if with_digits == 1:
        yield from _lone_number(item)
    if with_digits < 2:
        return
    types = {option: _type_of(option) for option in item.options}
    written = [option for option, type_ in types.items() if type_ != "text"]
    if len(written) < 2:
        return
    others = [
        option
        for option, type_ in types.items()
        if type_ == "text"
        and not _COUNTING.intersection(item.option_words[option])
        and _LETTER.search(option)
        and not (is_all(item, option) or is_none(item, option))
    ]
    number_types = {type_ for type_ in types.values() if type_ != "text"}
    thing = _ASKS_FOR_THING.match(item.stem)
    if others and thing is not None and thing["thing"].lower() not in _QUANTITIES and len(number_types) == 1:
        return  # names, some of which are figures, such as the 800 meters among events
    if others and len(others) > 1 and all(map(_is_of_something, written)):
        return  # things, some of which have their amount: 20 g of sugar, a meal rich in protein
    if others and "`" not in item.stem:  # code may print either a number or a word
        yield Flaw(
            f"{others[0]!r} is a different type of option from {written[0]!r}",
            "make the options all numbers, all dates, or all words",
            item.option_path(others[0]),
        )
    elif len(number_types) > 1:
        odd = next(option for option in written if types[option] != types[written[0]])
        kinds = {types[option].partition(" ")[0] for option in (odd, written[0])}
        if len(kinds) > 1:
            message, help = (
                f"{odd!r} is a different type of option from {written[0]!r}",
                "use only numbers or only dates",
            )
        elif kinds == {"date"}:
            message, help = f"{odd!r} is in a different date format from {written[0]!r}", "use one format for all dates"
        else:
            message, help = f"{odd!r} does not have the same unit as {written[0]!r}", _ONE_UNIT
        yield Flaw(message, help, item.option_path(odd))
    elif len(written) == len(item.options) and (pair := _needless_units(item) or _mixed_times(item)) is not None:
        yield Flaw(f"{pair[0]!r} and {pair[1]!r} have different units", _ONE_UNIT, item.option_path(pair[0]))


_ONE_UNIT = "use one unit for all numbers"
_COMPARES = lazy_pattern(
    r"\b(?:convert\w*|conversion|express\w*|equals?|equivalent|same as|corresponds?|compar\w*|orders? of magnitude"
    r"|prefix|units?|[a-z]+est|most|least|more|less|than|closest)\b|=",
    re.IGNORECASE,
)
_NUMBER_AND_UNIT = lazy_pattern(r"(?P<number>\d[\d,.\u00a0\u202f ]*?)\s*(?P<unit>[^\W\d_][^\s\d]*)")
_SMALLEST, _LARGEST = Decimal("0.01"), Decimal(10_000)
"""The range of numbers that can be read at a glance."""
_LARGEST_NATURAL = 1000
"""A number from 1 to here has the unit in which it is usually given."""


_MIXED_TIMES = 3
_CLOSE_TIMES = 40
"""How many times as long as the shortest time the longest one may be: 36 hours and a month."""
_TIME = in_base("days")[1]
_IS_A_TIME = lazy_pattern(r"how long is an? [a-z]+\?", re.IGNORECASE)
"""How long is a fortnight?"""


def _mixed_times(item: Item) -> tuple[str, str] | None:
    """Return two of at least three lengths of time that are of one size, but not in one unit: 150 days, 7 months."""
    values: list[Decimal] = []
    units: dict[str, str] = {}
    for option in item.options:
        found, measure = _NUMBER_AND_UNIT.search(option), parse_measure(option)
        if found is None or measure is None or measure.unit != _TIME or measure.is_range or measure.low <= 0:
            return None
        values.append(measure.low)
        units.setdefault(found["unit"].lower().removesuffix("s"), option)
    if len(units) < _MIXED_TIMES or max(values) > _CLOSE_TIMES * min(values):
        return None
    if _COMPARES.search(item.stem) or _IS_A_TIME.fullmatch(item.stem.strip()):
        return None
    first, second, *_ = units.values()
    return first, second


def _needless_units(item: Item) -> tuple[str, str] | None:
    """Return two options in metric units of different size, if one of these units would do for all options.

    Options that each have the usual unit of their size (90 m, 1.2 km) may differ in it.
    """
    written: list[tuple[str, Decimal, Decimal]] = []
    for option in item.options:
        found, measure = _NUMBER_AND_UNIT.search(option), parse_measure(option)
        if found is None or measure is None or measure.is_range or measure.low <= 0:
            return None
        factor, base = in_base(found["unit"])
        if base != measure.unit or factor.normalize().as_tuple().digits != (1,):  # minutes, hours
            return None
        written.append((option, measure.low, factor))
    factors = {factor for _, _, factor in written}
    if len(factors) < 2 or _COMPARES.search(item.stem):
        return None
    values = [value for _, value, _ in written]
    ratio = max(values) / min(values)
    if not any(all(_SMALLEST <= value / factor <= _LARGEST for value in values) for factor in factors):
        return None
    if len({value / factor for _, value, factor in written}) == 1:  # 5 mm, 5 cm, 5 m
        return None
    odd = next(
        (
            option
            for option, value, factor in written
            if not 1 <= value / factor < _LARGEST_NATURAL
            and any(1 <= value / other < _LARGEST_NATURAL for other in factors)
        ),
        None,
    )
    if odd is None and (len(factors) < _MANY_UNITS or ratio > _LARGEST_NATURAL):
        return None
    first = odd or written[0][0]
    sizes = {option: factor for option, _, factor in written}
    return first, next(option for option in sizes if sizes[option] != sizes[first])


_MANY_UNITS = 3
"""From so many units on, numbers are hard to compare even if each is in the usual unit of its size."""


def _is_of_something(option: str) -> bool:
    """Return whether ``option`` says what an amount is of: 15 to 20 g of sugar, 1 mg of glucagon by injection."""
    measure = parse_measure(option)
    return measure is not None and " of " in f"{measure.unit} "


def _lone_number(item: Item) -> Iterator[Flaw]:
    """Yield a number among words. Among names it may be one, too, such as the novel 1984."""
    number = next(option for option in item.options if _DIGIT.search(option))
    others = [option for option in item.options if option != number]
    counted = any(_COUNTING.intersection(item.option_words[option]) for option in others)
    # Among names, a number may be a title, but a year is one only among works.
    may_be_name = all(map(is_name, others)) and not (_A_YEAR.fullmatch(number) and not _WORKS.search(item.stem))
    are_words = all(_LETTER.search(option) for option in others) and not may_be_name
    if len(others) > 1 and are_words and not counted and _type_of(number) != "text" and "`" not in item.stem:
        yield Flaw(
            f"{number!r} is a different type of option from {others[0]!r}",
            "replace it with an option of the same type",
            item.option_path(number),
        )


_A_YEAR = lazy_pattern(YEAR)
_WORKS = lazy_pattern(
    r"\b(?:titles?|novels?|books?|films?|movies?|songs?|albums?|plays?|stor(?:y|ies)|works?|called|names?|named|wrote"
    r"|written|write"
    r"|writ\w+|direct\w+|games?|models?|bands?|read|dystopia\w*|cars?|words?|years?|when|dates?)\b",
    re.IGNORECASE,
)
_PREPOSITION = lazy_pattern(r"^(?:in|on|by|since|after|before)(?: the year)? ", re.IGNORECASE)


def _type_of(option: str) -> str:
    if " " in option:
        option = _PREPOSITION.sub("", option)
    if (shape := date_shape(option)) is not None:
        return f"date {shape}"
    measure = parse_measure(option)
    if measure is None:
        return "text"
    # The words after the unit (9.8 m/s² upwards) are what the options differ in; a remark in parentheses is no unit.
    unit = measure.unit.partition(" ")[0]
    return f"number {'' if unit.startswith('(') else unit}"


_NUMBER = lazy_pattern(r"\d[\d,\u00a0\u202f ]*(?:\.\d+)?")
_PRECISE, _MORE_PRECISE = 3, 2
_ABOUT_DIGITS = lazy_pattern(
    r"\b(?:codes?|status|ports?|prime|divisible|multiples?|factors?|digits?|remainder|round\w*|decimals?|fractions?"
    r"|convert\w*"
    r"|written|write|notation|significant|precis\w+|palindrom\w+|square|cube|even|odd|sequence|series|prints?|output"
    r"|roman"
    r"|nearest|estimat\w+|order of magnitude|largest|smallest|greatest|least)\b|[=×*+÷^√]",
    re.IGNORECASE,
)


@question_rule(
    "Q163",
    "precise-key",
    kinds=("choice",),
    skips_code=True,
    english=True,
    source=f"{NBME} (long correct answer: more specific than the others); {HDR}, guideline 28d (no conspicuous choice)",
)
def precise_key(item: Item) -> Iterator[Flaw]:
    """Flag keys that are an exact figure among round ones, such as 343 m/s among 100, 500 and 1000 m/s, or that alone
    have so many decimal places: 2.33 among 0.4, 1.3 and 3.3.

    ## Why it matters
    Authors look up the key and make up the distractors. Learners who know this pick the figure that nobody would make
    up.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: How fast does sound travel in air at 20 °C?
      answer: 343 m/s
      distractors: [100 m/s, 500 m/s, 1000 m/s]
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: How fast does sound travel in air at 20 °C?
      answer: 343 m/s
      distractors: [128 m/s, 512 m/s, 996 m/s]
    ```
    """
    key = item.keys[0]
    if len(item.options) < 3 or _significant_digits(key) < _PRECISE:
        return
    measures = [parse_measure(option) for option in item.options]
    if any(measure is None or measure.is_range for measure in measures) or _ABOUT_DIGITS.search(item.stem):
        return
    others = max(map(_significant_digits, item.distractors))
    digits = _significant_digits(key)
    has_more_decimals = _decimals(key) > max(map(_decimals, item.distractors))
    if digits >= others + _MORE_PRECISE:
        yield Flaw(
            f"{key!r} is the only exact figure among round ones",
            "make the distractors as exact as the key, or round all of them",
            item.option_path(key),
        )
    elif has_more_decimals and digits >= others:
        yield Flaw(
            f"only the key has so many decimal places: {key!r}",
            "give all options as many decimal places as the key",
            item.option_path(key),
        )


def _decimals(option: str) -> int:
    found = _NUMBER.search(option)
    return 0 if found is None else len(found[0].partition(".")[2])


def _significant_digits(option: str) -> int:
    """Return the number of digits that are not just there to give the others their place: 2 in 0.25 and 2500."""
    found = _NUMBER.search(option)
    number = "" if found is None else found[0]
    digits = "".join(char for char in number if char.isdigit()).lstrip("0")
    return len(digits if "." in number else digits.rstrip("0"))
