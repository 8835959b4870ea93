"""What becomes of questions for which learning platforms have no form of their own."""

from collections.abc import Iterator
from typing import assert_never

from quizgen.exporting.html import line_html
from quizgen.exporting.numbers import lost_answers
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)

STEPS_AS_PAIRS = "the steps become a matching question that pairs each step with its number"


def common_remarks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what changes in a question on every platform, by field; steps are up to the platform."""
    match question:
        case CardQuestion():
            yield "kind", "a flashcard becomes an essay question with the answer as feedback"
        case NumberQuestion():
            if lost := lost_answers(question):
                yield "accept", f"answers that are not plain numbers are left out: {', '.join(lost)}"
        case ClozeQuestion():
            if any(mark.hint for mark in question.marks):
                yield "text", "hints of blanks are shown in brackets"
        case MatchQuestion():
            if any("<" in line_html(right) for _, right in question.pairs):
                yield "pairs", "the right-hand items lose their formatting"
        case ChoiceQuestion() | MultipleQuestion() | TrueFalseQuestion() | ShortQuestion() | OrderQuestion():
            pass
        case _:
            assert_never(question)


def numbered_steps(question: OrderQuestion) -> list[tuple[str, str]]:
    """Return each step with its number, in an order that does not give the answer away and is always the same."""
    pairs = [(step, str(place)) for place, step in enumerate(question.steps, 1)]
    shown = sorted(pairs)
    return shown if shown != pairs else [*shown[1:], shown[0]]
