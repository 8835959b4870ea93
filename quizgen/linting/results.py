"""Whether the answer to a question follows from the figures in its stem, exactly or only after rounding."""

import re
from collections.abc import Mapping
from fractions import Fraction
from itertools import permutations, product
from math import hypot, pi, prod

from quizgen.linting.measured import is_physical, is_set_exactly
from quizgen.linting.wording import YEAR
from quizgen.questions import NumberQuestion
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.units import parse_unit

IRRATIONAL = lazy_pattern(
    r"\b(?:circles?|spheres?|cylinders?|cones?|circumference|square root|cube root|sin|sine|cos|cosine|tan|tangent"
    r"|logarithm|ln|log|pi|diagonal|hypotenuse|golden ratio|standard deviation)\b|[√π]",
    re.IGNORECASE,
)
"""What has an irrational measure."""
_FIGURE = r"(?<![\w.,])\d{1,9}(?:,\d{3})*(?:\.\d{1,6})?(?![\d])"
FIGURES = lazy_pattern(_FIGURE)
FEWEST_GIVEN = 2
"""With so many figures in a stem, the answer is calculated from them."""
_MOST_FIGURES = 6
_DECIMALS = 2
"""Answers with fewer decimals may be exact."""


def _figures(stem: str) -> list[Fraction]:
    return [Fraction(found[0].replace(",", "")) for found in FIGURES.finditer(stem)]


def is_rounded_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether two figures in ``stem`` give the answer only after rounding: 77 / 1.73² is 25.727…, not 25.73."""
    figures = _figures(stem)
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


def is_irrational_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether one or two figures in ``stem`` give the answer only after rounding: √2 × 230 is 325.269…"""
    if not (IRRATIONAL.search(stem) or _OF_IRRATIONAL.search(stem)):
        return False
    figures = list(map(float, _figures(stem)))
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


_QUANTITY = lazy_pattern(
    rf"(?P<figure>{_FIGURE})(?: |-|\u00a0|\u202f)?(?P<unit>[^\W\d]+(?:/[^\W\d]+)?[²³⁴]?|[°%]\s?[CF]?)?"
)
_TOO_MANY_DIGITS = 5
_POWERS = range(-2, 5)
_SIMPLE = 100
"""The largest numerator or denominator, apart from powers of 2 and 5, of a factor that a formula has: 1/12, 9/5."""


def is_too_exact(stem: str, question: NumberQuestion) -> bool:
    """Return whether the answer has more digits than one or two quantities in ``stem`` can give: 30 mm, 39760.78 mm⁴.

    Products of powers of the figures and a simple factor are exact, and so are conversions into another unit.
    """
    digits = question.answer.as_tuple()
    decimals = -int(digits.exponent)
    if len(digits.digits) < _TOO_MANY_DIGITS or decimals < 1 or not is_physical(question.unit or ""):
        return False
    given = list(_QUANTITY.finditer(YEAR.sub("", stem)))
    if not 1 <= len(given) <= 2 or is_set_exactly(stem):
        return False
    written = [found["figure"].replace(",", "") for found in given]
    if decimals <= 2 * sum(len(figure.partition(".")[2]) for figure in written):
        return False
    unit = parse_unit(question.unit or "")
    units = [parse_unit(found["unit"]) for found in given if found["unit"]]
    if None in units or not units or any(one and unit and one.dimension == unit.dimension for one in units):
        return False
    answer = abs(Fraction(question.answer))
    figures = [figure for figure in map(Fraction, written) if figure]
    return bool(figures) and not any(
        _is_simple(answer / prod(figure**power for figure, power in zip(figures, powers, strict=True)))
        for powers in product(_POWERS, repeat=len(figures))
    )


def _is_simple(factor: Fraction) -> bool:
    return all(_without_twos_and_fives(part) <= _SIMPLE for part in (factor.numerator, factor.denominator))


def _without_twos_and_fives(number: int) -> int:
    for prime in (2, 5):
        while number % prime == 0:
            number //= prime
    return number


_FACTORS = (1, 2, 3, 4, 7, 8, 10, 12, 16, 24, 60, 100, 365, 1000, 1024, 3600, 1_000_000)
"""What else may be multiplied or divided by: a half, the bits of a byte, percent, hours, and prefixes of units."""


def is_exact_result(stem: str, question: NumberQuestion) -> bool:
    """Return whether two or more figures in ``stem`` give exactly the answer by multiplying and dividing."""
    figures = _figures(stem)
    if not 2 <= len(figures) <= _MOST_FIGURES or question.answer == 0:
        return False
    products = {Fraction(1): 0}
    for figure in filter(None, figures):
        for value, used in list(products.items()):
            for result in (value * figure, value / figure):
                products[result] = max(used + 1, products.get(result, 0))
    answer = abs(Fraction(question.answer))
    if any(products.get(wanted, 0) > 1 for factor in _FACTORS for wanted in (answer * factor, answer / factor)):
        return True
    return any(_adds_up(answer, figure, products) for figure in figures)


def _adds_up(answer: Fraction, figure: Fraction, products: Mapping[Fraction, int]) -> bool:
    """Return whether ``answer`` is ``figure`` plus or minus a product of others: 90,000 − 35,000, 50,000 plus 4%."""
    rest = abs(answer - figure)
    return any(products.get(rest * factor, 0) > 0 for factor in (1, 100))
