"""A rule about figures that nobody knows as exactly as the question asks."""

import re
from collections.abc import Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.item import Item
from quizgen.linting.measured import is_measured, is_measured_finely
from quizgen.linting.registry import question_rule
from quizgen.linting.results import (
    FEWEST_GIVEN,
    FIGURES,
    IRRATIONAL,
    is_exact_result,
    is_irrational_result,
    is_rounded_result,
    is_too_exact,
)
from quizgen.linting.units import is_money
from quizgen.questions import NumberQuestion, ShortQuestion
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.quantities import parse_quantity

_APPROXIMATE = lazy_pattern(
    r"\b(?:approximately|roughly|estimated?|estimates|(?:about|around|nearly|almost|circa) (?:how|what|which|\d))\b",
    re.IGNORECASE,
)
_AVERAGE = lazy_pattern(r"\baverage\b", re.IGNORECASE)
_DEFINED = lazy_pattern(
    r"\b(?:(?:in|per|make|makes|equals?|to) (?:a|an|one|each|the)\b|square|cube|sum|product|plus|minus|times|divided"
    r"|remainder|print\w*|return\w*|output|convert\w*)",
    re.IGNORECASE,
)
_CONSTANT = lazy_pattern(
    r"\b(?:density|specific gravity|wavelength|(?:molar|atomic|molecular) (?:mass|weight)|gravit\w+|constant"
    r"|boiling point|melting point|half-life|conductivity|refractive index|speed of (?:light|sound)|light-years?"
    r"|astronomical unit)\b",
    re.IGNORECASE,
)
_ROUNDING = r"decimals?|round(?:ed|ing| (?:to|off|up|down|your|the|it|all|any|each))|nearest|significant"
"""That something is round, such as a bar, says nothing."""
_ROUNDED = lazy_pattern(
    rf"\b(?:{_ROUNDING}|exact(?:ly)?|in terms of|digits?|figures?|cents?|places?|use"
    r"|take|using|taking)\b",
    re.IGNORECASE,
)
_SAYS_ROUNDING = lazy_pattern(
    r"\bto the nearest (?:whole )?[\w°]+(?:[.?,)]|$| [a-z]+[?.])|\b(?:rounded|round) to\b"
    r"|\bto (?:one|two|three|[1-3]) (?:decimal|significant)",
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
        and not is_exact_result(item.stem, question)
    )
    if _SAYS_ROUNDING.search(item.stem):
        return
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


_DIGIT = lazy_pattern(r"\d")
_SAYS_DIGITS = lazy_pattern(
    rf"\b(?:{_ROUNDING}|exact(?:ly)?|precise(?:ly)?|digits?|figures?|places?"
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
    if _SAYS_DIGITS.search(stem) or is_money(question.unit or "") or is_exact_result(stem, question):
        return None
    given = [found[0].replace(",", "").replace(".", "").strip("0") for found in FIGURES.finditer(stem)]
    return None if any(len(figure) >= wanted - 1 for figure in given) else wanted


def _is_approximate(stem: str) -> bool:
    """Return whether the stem asks for about how much something is, or for an average that it does not give."""
    if _APPROXIMATE.search(stem):
        return True
    return _AVERAGE.search(stem) is not None and len(FIGURES.findall(stem)) < FEWEST_GIVEN


def _is_measured(stem: str, question: NumberQuestion) -> bool:
    unit = question.unit or ""
    return is_measured(stem, unit) or is_measured_finely(stem, unit, question.answer)


def _is_cut_off(stem: str, question: NumberQuestion) -> bool:
    """Return whether the answer is a constant or an irrational result, cut off where the stem does not say."""
    if _ROUNDED.search(stem):
        return False
    if is_irrational_result(stem, question) or is_too_exact(stem, question):
        return True
    if round(question.answer, 1) == question.answer:
        return False
    if is_rounded_result(stem, question):
        return True
    if f"{(question.answer**2).normalize():f}" in stem:  # the root of 0.0625 is exactly 0.25
        return False
    if not IRRATIONAL.search(stem) and is_exact_result(stem, question):
        return False
    return IRRATIONAL.search(stem) is not None or _CONSTANT.search(stem) is not None


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
