"""The accepted numbers of a question, as learning platforms write them."""

from dataclasses import dataclass
from decimal import Decimal

from quizgen.questions import NumberQuestion
from quizgen.text.numbers import parse_decimal


@dataclass(frozen=True, slots=True)
class Accepted:
    """A number that is accepted, with all numbers that differ from it by no more than ``margin``."""

    number: Decimal
    margin: Decimal = Decimal(0)


def accepted_numbers(question: NumberQuestion) -> tuple[Accepted, ...]:
    """Return what is accepted, the answer first: bounds to both sides of it become a second number, in their middle."""
    low, high = question.bounds
    others = tuple(Accepted(number) for text in question.accept if (number := parse_decimal(text)) is not None)
    if question.answer - low == high - question.answer:
        return Accepted(question.answer, question.answer - low), *others
    return Accepted(question.answer), Accepted((low + high) / 2, (high - low) / 2), *others


def lost_answers(question: NumberQuestion) -> tuple[str, ...]:
    """Return the accepted and rejected answers that are not plain numbers, which no platform takes."""
    return tuple(text for text in (*question.accept, *question.reject) if parse_decimal(text) is None)
