"""Rules about answers from memory: figures, typed words, and the backs of cards."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import permutations
from math import hypot, pi

from quizgen.grading.exercises import is_language_exercise
from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measured import is_measured, is_measured_finely
from quizgen.linting.measures import listed_items
from quizgen.linting.registry import HDR, WOZNIAK, question_rule
from quizgen.linting.wording import YEAR
from quizgen.questions import CardQuestion, NumberQuestion, ShortQuestion
from quizgen.questions.problem import DataPath
from quizgen.text.content_words import is_name, uncoded, words_of
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.numbers import any_number_word
from quizgen.text.plurals import count
from quizgen.text.quantities import parse_quantity

_APPROXIMATE = lazy_pattern(
    r"\b(?:approximately|roughly|estimated?|estimates|(?:about|around|nearly|almost|circa) (?:how|what|which|\d))\b",
    re.IGNORECASE,
)
_AVERAGE = lazy_pattern(r"\baverage\b", re.IGNORECASE)
_FEWEST_GIVEN = 2
"""With so many figures in the stem, an average is calculated from them."""
_DEFINED = lazy_pattern(
    r"\b(?:(?:in|per|make|makes|equals?|to) (?:a|an|one|each|the)\b|square|cube|sum|product|plus|minus|times|divided"
    r"|remainder|print\w*|return\w*|output|convert\w*)",
    re.IGNORECASE,
)
_DIGIT = lazy_pattern(r"\d")
_IRRATIONAL = lazy_pattern(
    r"\b(?:circles?|spheres?|cylinders?|cones?|circumference|square root|cube root|sin|sine|cos|cosine|tan|tangent"
    r"|logarithm|ln|log|pi|diagonal|hypotenuse|golden ratio|standard deviation)\b|[√π]",
    re.IGNORECASE,
)
_CONSTANT = lazy_pattern(
    r"\b(?:density|specific gravity|wavelength|(?:molar|atomic|molecular) (?:mass|weight)|gravit\w+|constant"
    r"|boiling point|melting point|half-life|conductivity|refractive index|speed of (?:light|sound)|light-years?"
    r"|astronomical unit)\b",
    re.IGNORECASE,
)
_ROUNDED = lazy_pattern(
    r"\b(?:decimals?|round(?:ed|ing)?|nearest|significant|exact(?:ly)?|in terms of|digits?|figures?|cents?|places?|use"
    r"|take|using|taking)\b",
    re.IGNORECASE,
)
_ROUND = 10_000
"""Figures of at least this size that end in two zeros count as rounded, unless they are exact by definition."""


@question_rule(
    "Q130",
    "exact-figure",
    kinds=("number", "short"),
    english=True,
    source="quizgen (grading should not demand more precision than the sources support)",
)
def exact_figure(item: Item) -> Iterator[Flaw]:
    """Flag approximate figures that are graded exactly: estimates, averages, round figures, constants of nature,
    measurements (the length of a river, the population of a city), and other physical quantities that are given to two
    or more decimal places. Also flag results that have to be rounded, such as the area of a circle, and tolerances that
    demand many digits (4.2465 ± 0.0005), if the stem does not say how to round. Counts, years, numbers that are set by
    a rule or law, and other computed values are not checked.

    ## Why it matters
    A learner who knows that the Moon is about 380,000 km away is right but is marked wrong. Sources also disagree: no
    river has an exact length.

    ## Example
    ```yaml
    - id: q
      kind: number
      stem: How far is the Moon from the Earth on average?
      answer: 384400
      unit: km
    ```

    ## Better
    ```yaml
    - id: q
      kind: number
      stem: How far is the Moon from the Earth on average?
      answer: 384400
      tolerance: 5%
      unit: km
    ```
    """
    question = item.question
    if isinstance(question, ShortQuestion):
        yield from _typed_measurement(item, question)
        return
    assert isinstance(question, NumberQuestion)
    low, high = question.bounds
    if low < high and (wanted := _unstated_digits(item.stem, question)) is not None:
        yield Flaw(
            f"answers need the first {wanted} digits of {question.answer_text}, which the stem does not ask for",
            "accept rounder answers, or say in the stem how to round",
            ("tolerance",) if question.tolerance is not None else ("range",) if question.range else ("answer",),
        )
    if question.tolerance is not None or question.range is not None or low < high:
        return
    is_round = (
        abs(question.answer) >= _ROUND
        and question.answer % 100 == 0
        and not _DEFINED.search(item.stem)
        and not _is_exact_result(item.stem, question)
    )
    if is_round or _is_approximate(item.stem) or _is_measured(item.stem, question):
        yield Flaw(
            f"only the exact value {question.answer_text} is accepted, but the figure is approximate",
            # An `ask` has no `range`.
            "add `tolerance: 5%` to the `ask`" if item.is_generated else "add `tolerance: 5%`, or a `range`",
            ("answer",),
        )
    elif _is_cut_off(item.stem, question):
        yield Flaw(
            f"only the value {question.answer_text} is accepted, but the exact result has more decimal places",
            "add a `tolerance`, or say in the stem how to round",
            ("answer",),
        )


_SAYS_DIGITS = lazy_pattern(
    r"\b(?:decimals?|round(?:ed|ing)?|nearest|significant|exact(?:ly)?|precise(?:ly)?|digits?|figures?|places?"
    r"|(?:use|take|using|taking|with|if|given) [^?]*(?:=|\bas\b|\bis\b))|=",
    re.IGNORECASE,
)
_MANY_DIGITS, _DIGITS_OF_DECIMALS = 4, 3
"""From so many digits on, with so many of them after the point, nobody knows how exact an answer must be."""


def _unstated_digits(stem: str, question: NumberQuestion) -> int | None:
    """Return how many digits of the answer are needed, if they are many, and nothing in ``stem`` says so.

    What figures in the stem give exactly, or are as exact as themselves, needs no rounding.
    """
    low, high = question.bounds
    exponent = question.answer.adjusted()
    wanted = next(
        (
            digits
            for digits in range(1, len(question.answer.as_tuple().digits) + 1)
            if low <= round(question.answer, digits - 1 - exponent) <= high
        ),
        None,
    )
    if wanted is None or wanted < _MANY_DIGITS or wanted - 1 - exponent < _DIGITS_OF_DECIMALS - (wanted > _MANY_DIGITS):
        return None
    if _SAYS_DIGITS.search(stem) or _is_money(question.unit or "") or _is_exact_result(stem, question):
        return None
    given = [found[0].replace(",", "").replace(".", "").strip("0") for found in _FIGURES.finditer(stem)]
    return None if any(len(figure) >= wanted - 1 for figure in given) else wanted


def _is_money(unit: str) -> bool:
    return not set(CURRENCY_SIGNS).isdisjoint(unit) or bool(_NAMED_CURRENCY.search(unit))


def _is_approximate(stem: str) -> bool:
    """Return whether the stem asks for about how much something is, or for an average that it does not give."""
    if _APPROXIMATE.search(stem):
        return True
    return _AVERAGE.search(stem) is not None and len(_FIGURES.findall(stem)) < _FEWEST_GIVEN


def _is_measured(stem: str, question: NumberQuestion) -> bool:
    unit = question.unit or ""
    return is_measured(stem, unit) or is_measured_finely(stem, unit, question.answer)


def _is_cut_off(stem: str, question: NumberQuestion) -> bool:
    """Return whether the answer is a constant or an irrational result, cut off where the stem does not say."""
    if _ROUNDED.search(stem):
        return False
    if _is_irrational_result(stem, question):
        return True
    if round(question.answer, 1) == question.answer:
        return False
    if _is_rounded_result(stem, question):
        return True
    if f"{(question.answer**2).normalize():f}" in stem:  # the root of 0.0625 is exactly 0.25
        return False
    if not _IRRATIONAL.search(stem) and _is_exact_result(stem, question):
        return False
    return _IRRATIONAL.search(stem) is not None or _CONSTANT.search(stem) is not None


_FIGURES = lazy_pattern(r"(?<![\w.,])\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?(?![\d])")
_MOST_FIGURES = 6
_DECIMALS = 2
"""Answers with fewer decimals may be exact."""


def _is_rounded_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether two figures in ``stem`` give the answer only after rounding: 77 / 1.73² is 25.727…, not 25.73."""
    figures = [Fraction(found[0].replace(",", "")) for found in _FIGURES.finditer(stem)]
    if not 2 <= len(figures) <= _MOST_FIGURES or round(question.answer, _DECIMALS - 1) == question.answer:
        return False
    answer, half = Fraction(question.answer), Fraction(1, 2 * 10**_DECIMALS)
    results = {
        result * scale
        for one, other in permutations(figures, 2)
        if other
        for result in (one / other, one / other**2, one * other, one * other**2 / 2)
        for scale in (1, 100)
    }
    return answer not in results and any(abs(result - answer) <= half for result in results)


_OF_IRRATIONAL = lazy_pattern(
    r"\b(?:rms|root[- ]mean[- ]square|peak|effective (?:value|voltage|current)|three-phase|line voltage|phase voltage"
    r"|pendulum|equilateral|hexagon\w*|octagon\w*|geometric mean|escape (?:speed|velocity)|resonan\w+"
    r"|right(?:-angled)? triangle|ladder|as the crow flies|straight-line distance|displacement)\b",
    re.IGNORECASE,
)
_ROOTS = (2**0.5, 3**0.5, 3**0.5 / 2, 3**0.5 / 4, 2 * 2**0.5, pi, 2 * pi, pi / 2, pi / 4, pi / 6, 4 * pi / 3)
_FEWEST_DIGITS = 3


def _is_irrational_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether one or two figures in ``stem`` give the answer only after rounding: √2 × 230 is 325.269…"""
    if not (_IRRATIONAL.search(stem) or _OF_IRRATIONAL.search(stem)):
        return False
    figures = [float(found[0].replace(",", "")) for found in _FIGURES.finditer(stem)]
    digits = question.answer.as_tuple()
    if not 1 <= len(figures) <= 2 or len(digits.digits) < _FEWEST_DIGITS:
        return False
    results = [
        result
        for figure in filter(None, figures)
        for root in _ROOTS
        for result in (figure * root, figure / root, figure**2 * root, figure**3 * root, figure**0.5)
    ]
    results += [
        result
        for one, other in permutations(figures, 2)
        for result in (hypot(one, other), abs(one**2 - other**2) ** 0.5, (one * other) ** 0.5, pi * one**2 * other)
    ]
    answer, unit = float(question.answer), 10.0 ** min(int(digits.exponent), 0)
    exact = 1e-9 * abs(answer)
    differences = [abs(result - answer) for result in results]
    return min(differences) > exact and any(difference <= unit / 2 for difference in differences)


_FACTORS = (1, 2, 3, 4, 7, 8, 10, 12, 16, 24, 60, 100, 365, 1000, 1024, 3600, 1_000_000)
"""What else may be multiplied or divided by: a half, the bits of a byte, percent, hours, and prefixes of units."""


def _is_exact_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether two or more figures in ``stem`` give exactly the answer by multiplying and dividing."""
    figures = [Fraction(found[0].replace(",", "")) for found in _FIGURES.finditer(stem)]
    if not 2 <= len(figures) <= _MOST_FIGURES or question.answer == 0:
        return False
    products = {Fraction(1): 0}
    for figure in filter(None, figures):
        for product, used in list(products.items()):
            for result in (product * figure, product / figure):
                products[result] = max(used + 1, products.get(result, 0))
    answer = abs(Fraction(question.answer))
    if any(products.get(wanted, 0) > 1 for factor in _FACTORS for wanted in (answer * factor, answer / factor)):
        return True
    return any(_adds_up(answer, figure, products) for figure in figures)


def _adds_up(answer: Fraction, figure: Fraction, products: Mapping[Fraction, int]) -> bool:
    """Return whether ``answer`` is ``figure`` plus or minus a product of others: 90,000 − 35,000, 50,000 plus 4%."""
    rest = abs(answer - figure)
    return any(products.get(rest * factor, 0) > 0 for factor in (1, 100))


def _typed_measurement(item: Item, question: ShortQuestion) -> Iterator[Flaw]:
    """Yield a measurement that is typed as text, which has no tolerance."""
    if question.pattern is not None or not _DIGIT.match(question.answer.lstrip("-−")):
        return
    quantity = parse_quantity(question.answer)
    if quantity is None or quantity.low < quantity.high:  # a range is not exact
        return
    if quantity.unit is not None and is_measured(item.stem, question.answer):
        yield Flaw(
            f"only {question.answer!r} is accepted, but the figure is approximate",
            "change the kind to `number`, with a `unit` and a `tolerance`",
            ("answer",),
        )


_MODIFIERS = r"(?:(?!(?:of|atomic|molecular|relative)\b)[a-z-]+ ){0,2}?"
_MEASURED = lazy_pattern(
    r"\bhow (?:far|long|tall|high|deep|heavy|wide|fast|hot|warm|cold|large|thick)\b"
    r"|\bhow much (?:does|do|did)\b.*\bweigh\b"
    r"|\bhow much (?:water|energy|heat|oxygen|air|milk|oil|fuel|blood|flour|sugar|salt|power|electricity|gas|gasoline"
    r"|petrol|alcohol|caffeine|protein|fat|fib(?:er|re)|work|rain|snow|precipitation|wood|coal|carbon dioxide"
    r"|coffee|tea|rice|pasta|butter|cheese|meat|nitrogen|calcium|iron|waste)"
    r" (?:is|are|was|were|does|do|did|can|will|must|should|may|falls?|fell|goes)\b"
    r"|\bwhat (?:is|was|are) the (?!(?:\w+ )?(?:atomic|molecular|relative) |mass number)(?:\w+ ){0,2}(?:length|height"
    r"|dose|(?:daily|dietary|caloric) intake|energy (?:content|value|need|needs|requirement)|rainfall|precipitation"
    r"|mass|weight|distance|speed|velocity|temperature|area"
    r"|depth|boiling point|melting point|freezing point|diameter|radius|circumference|volume|density|wavelength"
    r"|frequency|pressure|width|altitude|elevation|acceleration|momentum|voltage|half-life|kinetic energy"
    r"|potential energy|electrical resistance|range(?! of [-−]?\d)|wingspan|span|thickness|capacity|body temperature"
    r"|heart rate)\b"
    rf"|\b(?:what|which) {_MODIFIERS}(?:length|height|mass|weight|distance|speed|velocity|temperature|depth|diameter"
    r"|radius|volume|pressure|width|altitude|elevation|acceleration|voltage|current|area|wavelength|wingspan|thickness"
    r"|(?:mass|weight|volume) of (?!the\b)[a-z]+(?: [a-z]+)?)"
    r" (?:does|do|did|is|was|are|were|must|should|can|will|would|has)\b"
    rf"|\b(?:at|to|from|under|with) (?:what|which) {_MODIFIERS}(?:temperature|pressure|altitude|depth|speed|height"
    r"|distance|voltage)\b",
    re.IGNORECASE,
)
# A quantity per another one: no single unit will do.
_RATE = lazy_pattern(
    r"\bwhat (?:is|was|are) the (?:\w+ ){0,2}(?:density|acceleration|molar mass|(?:speed|velocity) of)\b", re.IGNORECASE
)
_RATE_UNIT = lazy_pattern(
    r"\w/\w|\bper\b|\b(?:mph|kph|knots?|mach|[kcm]?m s|g mol|kg m)\b|⁻|\^|\b(?:light|relative|fraction|ratio)\b"
    r"|\(in [^)]+\)|, in \w+(?: \w+)?\W*$",
    re.IGNORECASE,
)
_GIVEN = lazy_pattern(r"\d[\d.,]* ?[^\s?.,;]+")
_CONDITION = lazy_pattern(
    r"\b(?:at|of|from|to|and|under|near|above|below|with|by|in|for|after|within) (?:about |an? \w+ of |an? |the |its )?"
    r"[-−+]?\d[\d.,]* ?"
    r"(?:°\s?[CF]?|degrees(?: \w+)?|K|kPa|bar|atm|k?g|m/s|km/h|mph|[kcmµn]?m|cm|V|A|W|s|h|hours?|minutes?|seconds?"
    r"|days?|years?|meters?|metres?|grams?|kilograms?)(?!\w)"
)
"""A given quantity, such as the temperature at which something else is measured, or the size of a lens."""
_GIVEN_UNIT = lazy_pattern(
    rf"(?<!\bto )(?<!\bunit )\b(?:an?|each|every|{any_number_word(1, 19)}) (?:[a-z]+ ){{0,2}}?"
    r"(?:\w*met(?:er|re)s?|\w*grams?|lit(?:er|re)s?|tons?|tonnes?|pounds?|ounces?|hectares?|acres?|miles?|feet|foot"
    r"|inch(?:es)?|hours?|minutes?|seconds?|days?|weeks?|months?|years?)\b(?! (?:long|high|tall|deep|wide|far|old)\b)",
    re.IGNORECASE,
)
"""A given amount of which something is asked, such as one gram of fat, and the time in which it happens."""
_UNIT = lazy_pattern(
    rf"[°%{CURRENCY_SIGNS}]|\b(?:\w*met(?:er|re)s?|[kcm]?m|miles?|feet|foot|inch(?:es)?|yards?|\w*grams?|kg|tons?"
    rf"|tonnes?|pounds?"
    r"|degrees?|celsius|fahrenheit|kelvin|seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centuries"
    r"|percent|per cent|lit(?:er|re)s?|km/h|mph|hertz|\w?hz|pascals?|dollars?|euros?|hectares?|acres?|newtons?"
    r"|joules?|watts?|volts?|knots?|light-years?)\b"
    r"|\b(?:many|in) (?:bits?|bytes?|characters?|words?|lines?|units?|pages?|generations?|cups?|bars?|spoons?"
    r"|ounces?)\b"
    r"|\b(?:pH|index|ratio|score|magnitude|scale|factor|probability|list|array|string)\b"
    r"|\(in [^)]+\)|, in \w+(?: \w+)?\W*$",
    re.IGNORECASE,
)


@question_rule(
    "Q131",
    "missing-unit",
    kinds=("number",),
    english=True,
    source=f"{HDR}, guideline 14 (the stem clear by itself)",
)
def missing_unit(item: Item) -> Iterator[Flaw]:
    """Flag questions that ask for a length, weight, time, price or other measurement without naming a unit. The unit of
    a given amount ("in one gram of fat") is not the one of the answer. Also flag questions that ask for a figure such
    as a margin or an increase, which may be an amount or a percentage, without saying which.

    ## Why it matters
    Learners cannot tell whether kilometers or miles are meant, and a learner who types the unit may be marked wrong.

    ## Example
    ```yaml
    - id: q
      kind: number
      stem: How long is the Danube?
      answer: 2850
      tolerance: 50
    ```

    ## Better
    ```yaml
    - id: q
      kind: number
      stem: How long is the Danube?
      answer: 2850
      tolerance: 50
      unit: km
    ```
    """
    question = item.question
    assert isinstance(question, NumberQuestion)
    if question.unit is None and (figure := _amount_or_share(item.stem)) is not None:
        yield Flaw(
            f"{figure!r} may be an amount or a percentage",
            "ask 'how much' or 'by how many percent', and add `unit`",
            ("answer",),
        )
        return
    if question.unit is not None:
        return
    if _MEASURED.search(item.stem) and not _names_unit(item.stem):
        yield Flaw(
            "the answer is a measurement without a unit", "add `unit`, or name the unit in the stem", ("answer",)
        )
    elif _PRICE.search(item.stem) and not _names_currency(item.stem):
        yield Flaw(
            "the answer is an amount of money without a currency",
            "add `unit`, or name the currency in the stem",
            ("answer",),
        )


_HOW_MUCH = lazy_pattern(r"\bhow much\b", re.IGNORECASE)
_PER_TIME = lazy_pattern(r"\bper (?:second|minute|hour|day|week|month|year)\b", re.IGNORECASE)
_PRICE = lazy_pattern(
    r"\bhow much (?:money|(?:does|do|did|would|will) [^?.]*\b(?:cost|pay|paid|earn|charge|fetch|sell for)\b"
    r"|(?:is|was|were) [^?.]*\b(?:paid|charged)\b)"
    r"|^what (?:does|did|do) [^?.]*\bcost(?= [^?.]{0,40}\?|\?)"
    r"|\b(?:what|which) (?:is|was|were|are) the (?:[\w-]+ ){0,2}(?:price|cost|fee|fine|fare|salary|wage|rent|toll"
    r"|(?:national|public|government) debt|revenue|budget|turnover)"
    r"(?! (?:index|elasticit\w+|ratio|factor|increase|level|ceiling)\b)",
    re.IGNORECASE,
)
_NAMED_CURRENCY = lazy_pattern(
    r"\b(?:currency|cents?|pence|penny|yen|yuan|renminbi|won|francs?|rupees?|rou?bles?|pesos?|kron(?:a|or|er|e)"
    r"|lira|lire|z[lł]oty\w*|forints?|marks?|reichsmarks?|shillings?|guilders?|guineas?|coins?|dinars?|drachmas?"
    r"|denarii|sesterces|florins?|ducats?|thalers?|crowns?|gold|silver|credits?|points?|tokens?|times"
    r"|relative|more|less|USD|EUR|GBP|JPY|CHF|CNY|INR)\b"
)


def _names_currency(stem: str) -> bool:
    """Return whether ``stem`` names a currency, or has figures in which the answer is to be given as well."""
    return (
        _UNIT.search(_GIVEN_UNIT.sub(" ", stem)) is not None
        or _NAMED_CURRENCY.search(stem) is not None
        or _FIGURES.search(YEAR.sub("", stem)) is not None
    )


_AMOUNT_OR_SHARE = lazy_pattern(
    r"\b(?:what|which|calculate|find|determine|work out|compute|give|state|enter)\b[^.?!]{0,200}?"
    r"\b(?:the|its|their|his|her|[\w-]{1,30}['’]s?) (?:(?:total|annual|yearly|monthly|gross|net|trade|price|overall"
    r"|average|sales|weekly|daily|wage|salary|population|profits?) )*"
    r"(?P<figure>margin|mark-?up|growth|increase|decrease|change|discount"
    r"|rise|fall|drop"
    r"|decline|reduction|return|interest|commission|mark-?down|raise|pay rise|surcharge|deduction|loss of weight"
    r"|weight loss)"
    r"(?: in (?!terms\b)(?:the |its |their |his |her )?[a-z]+(?: [a-z]+)?)?(?: (?:on|of|from|for|over"
    r"|between) [^.?!]*)?[.?!]*$",
    re.IGNORECASE,
)
_SAYS_FORM = lazy_pattern(
    r"%|\b(?:per ?cent\w*|in (?:dollars|euros|pounds|cents|pence|yen|[a-z]+s)|rate|ratio|fraction|decimal|amount"
    r"|how (?:much|many)"
    r"|[a-z]\([a-z0-9]\)|in [a-z](?:,|\?|\.|$)|points?|index)",
    re.IGNORECASE,
)
_VARIABLE = lazy_pattern(r"(?<![\w'’])[b-hj-z](?![\w'’.])")


def _amount_or_share(stem: str) -> str | None:
    """Return the figure that ``stem``, with two or more figures, asks for without saying in which form."""
    found = _AMOUNT_OR_SHARE.search(stem)
    if found is None or len(_FIGURES.findall(stem)) < _FEWEST_GIVEN or _VARIABLE.search(stem):
        return None
    return None if _SAYS_FORM.search(stem) else found["figure"]


def _names_unit(stem: str) -> bool:
    if _RATE.search(stem):
        return _RATE_UNIT.search(_GIVEN.sub(" ", stem)) is not None
    asked = _GIVEN_UNIT.sub(" ", _CONDITION.sub(" ", stem))
    return _UNIT.search(_PER_TIME.sub(" ", asked) if _HOW_MUCH.search(stem) else asked) is not None


_WORD = lazy_pattern(r"[^\W\d_]{2}|\d|^[aI]$")
"""What makes a part of an answer a word or a number, and not a sign or a variable."""
TYPED_WORDS = 6
"""The maximum number of words that a learner can be expected to type as the author did."""


@question_rule(
    "Q134",
    "long-typed-answer",
    kinds=("short", "cloze"),
    source=f"{WOZNIAK}, rule 4 (stick to the minimum information principle)",
)
def long_typed_answer(item: Item) -> Iterator[Flaw]:
    """Flag typed answers of more than 6 words, except names, code and answers to language exercises.

    ## Why it matters
    A long answer can be worded in many ways, but only the listed wordings are accepted.

    ## Example
    ```yaml
    - id: q
      kind: short
      stem: Why do leaves turn yellow in fall?
      answer: because the green pigment breaks down before the yellow pigments do
    ```

    ## Better
    ```yaml
    - id: q
      kind: card
      stem: Why do leaves turn yellow in fall?
      answer: Because the green pigment breaks down before the yellow pigments do.
    ```
    """
    for at, answer in _typed(item):
        words = sum(_WORD.search(part) is not None for part in answer.split())
        if words > TYPED_WORDS and not is_name(answer.replace("-", "")) and words_of(uncoded(answer)):
            from quizgen.grading.source_code import statement_kind  # needed for few sets

            if statement_kind(answer, item.stem) is not None or is_language_exercise(item.stem, answer):
                continue  # there is one wording, or practice in it is the point
            yield Flaw(
                f"the typed answer has {words} words",
                "ask for only a word or two, or change the kind to `card`",
                at,
            )
            return


def _typed(item: Item) -> Iterator[tuple[DataPath, str]]:
    question = item.question
    if question.kind == "short" and question.pattern is None:
        yield ("answer",), question.answer
    elif question.kind == "cloze":
        yield from ((("text",), mark.answer) for mark in question.marks)


BACK_WORDS = 40
"""The maximum number of words on the back of a card."""
BACK_ITEMS = 4
"""The most items of a list on the back of a card."""
_LINE = lazy_pattern(r"^\s*(?:[-*•]|\d+[.)])\s", re.MULTILINE)
_LAST_ITEM = lazy_pattern(r"[^\s,;] (?:and|or|&) (?:\S+ ?){1,3}$")
"""The last item of a list without a comma before "and"."""
_ANY = lazy_pattern(r"\s*(?:any|one|two|three)\b", re.IGNORECASE)
"""The start of a list of which the learner has to recall only a part: "any two of"."""


@question_rule(
    "Q135",
    "long-back",
    kinds=("card",),
    source=f"{WOZNIAK}, rules 4 and 9 (the minimum information principle; avoid sets)",
)
def long_back(item: Item) -> Iterator[Flaw]:
    """Flag cards whose answer has more than 40 words, not counting code, or lists more than 4 items.

    ## Why it matters
    A learner who recalls only half of a long answer has to mark it as either correct or wrong, and then to review all
    of it because of one missing part.

    ## Example
    ```yaml
    - id: q
      kind: card
      stem: Which countries does the Danube flow through or along?
      answer: Germany, Austria, Slovakia, Hungary, Croatia, Serbia, Romania, Bulgaria, Moldova, Ukraine
    ```

    ## Better
    ```yaml
    - id: q
      kind: card
      stem: Which two countries share the delta of the Danube?
      answer: Romania and Ukraine
    ```
    """
    question = item.question
    assert isinstance(question, CardQuestion)
    answer = uncoded(question.answer)
    if _ANY.match(answer):
        return
    words = len(words_of(answer))
    items = max(len(_LINE.findall(answer)), *map(_likely_number_of_items, re.split(r"[.:()]\s?", answer)))
    is_list = items > BACK_ITEMS and words <= 4 * items
    if words > BACK_WORDS or is_list:
        yield Flaw(
            f"the answer lists {count(items, 'item')}" if is_list else f"the answer has {words} words",
            "change the kind to `multiple` or `order`, or ask for the items in several questions"
            if is_list
            else "ask for one part of the answer, or move the details to the explanation",
            ("answer",),
        )


def _likely_number_of_items(text: str) -> int:
    """Return the number of items in ``text``, of which "and" may join only the last two."""
    number = len(listed_items(text))
    return number + bool(number > 1 and _LAST_ITEM.search(text))
