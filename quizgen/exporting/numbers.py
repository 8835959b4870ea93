"""The accepted numbers of a question, as learning platforms write them."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from quizgen.questions import NumberQuestion
from quizgen.text.numbers import parse_decimal


@dataclass(frozen=True, slots=True)
class AcceptedNumber:
    """A number that is accepted, with all numbers that differ from it by no more than ``margin``."""

    number: Decimal
    margin: Decimal = Decimal(0)


def accepted_numbers(question: NumberQuestion) -> tuple[AcceptedNumber, ...]:
    """Return what is accepted, the answer first: bounds to both sides of it become a second number, in their middle."""
    low, high = question.bounds
    others = tuple(AcceptedNumber(number) for text in question.accept if (number := parse_decimal(text)) is not None)
    if question.answer - low == high - question.answer:
        return AcceptedNumber(question.answer, question.answer - low), *others
    return AcceptedNumber(question.answer), AcceptedNumber((low + high) / 2, (high - low) / 2), *others


def without_numbers(answers: Iterable[str]) -> tuple[str, ...]:
    """Return the accepted or rejected answers that are not plain numbers, which no platform takes."""
    return tuple(text for text in answers if parse_decimal(text) is None)
