"""How far a number may be from the answer, as an author writes it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from functools import lru_cache

from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.plurals import count

_SIZE = r"\d+(?:\.\d+)?"
_FIGURES = r"[1-9]\d? ?(?:significant|sig\.?) ?(?:figures?|digits?|figs?\.?)|[1-9]\d? ?s\.?f\.?"
TOLERANCE_PATTERN = rf"^\s*(?:(?:±|\+/-|\+-)?\s*{_SIZE}\s*%?|{_FIGURES})\s*$"
"""What a tolerance looks like, as a regular expression of JSON Schema."""
TOLERANCE_FORMS = "use a form such as 5, ±5, 10% or 3 significant figures"
_PRECISION = 1_000
"""Digits enough for the sum of the largest and the smallest number."""
_TOLERANCE = lazy_pattern(TOLERANCE_PATTERN, re.ASCII)
_NUMBER = lazy_pattern(_SIZE, re.ASCII)


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The largest accepted difference: ``size`` itself, ``size`` percent, or half a unit of the last of ``figures``."""

    size: Decimal = Decimal(0)
    percent: bool = False
    figures: int | None = None

    def __str__(self) -> str:
        if self.figures is not None:
            return count(self.figures, "significant figure")
        return f"{self.size}%" if self.percent else f"±{self.size}"

    def bounds(self, answer: Decimal) -> tuple[Decimal, Decimal]:
        """Return the lowest and the highest accepted number.

        With significant figures, these are the numbers that round to the same value as ``answer``, and those as near
        to ``answer`` itself.
        """
        with localcontext(prec=_PRECISION):
            return self._bounds(answer)

    def _bounds(self, answer: Decimal) -> tuple[Decimal, Decimal]:
        if self.figures is None:
            margin = abs(answer) * self.size / 100 if self.percent else self.size
            return answer - margin, answer + margin
        unit = Decimal(1).scaleb(answer.adjusted() - self.figures + 1) if answer else Decimal(0)
        rounded = (answer / unit).to_integral_value(ROUND_HALF_UP) * unit if unit else answer
        return min(answer, rounded) - unit / 2, max(answer, rounded) + unit / 2


@lru_cache(maxsize=64)
def parse_tolerance(text: str) -> Tolerance | None:
    """Return the tolerance that ``text`` states, or None: ``5``, ``±5``, ``10%``, ``3 significant figures``."""
    if _TOLERANCE.fullmatch(text) is None or (number := _NUMBER.search(text)) is None:
        return None
    if "s" in text:
        return Tolerance(figures=int(number[0]))
    return Tolerance(Decimal(number[0]), percent="%" in text)


def tolerance_problems(tolerance: str | None) -> Iterator[Problem]:
    """Yield a problem if ``tolerance``, as written by the author, is invalid."""
    if tolerance is not None and parse_tolerance(tolerance) is None:
        negative = tolerance.startswith(("-", "−"))
        message = f"the tolerance {tolerance!r} is {'negative' if negative else 'not a number'}"
        number = _NUMBER.search(re.sub(r"(?<=\d),(?=\d)", ".", tolerance))
        percent = "%" if re.search(r"%|per ?cent", tolerance) else ""
        forms = "other forms are ±5 and 3 significant figures"
        help = f"write {number[0]}{percent}; {forms}" if number else TOLERANCE_FORMS
        yield Problem(Code.TOLERANCE, message, help, ("tolerance",))
