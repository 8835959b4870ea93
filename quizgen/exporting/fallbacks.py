"""What becomes of questions for which learning platforms have no form of their own."""

from collections.abc import Iterator
from typing import assert_never

from quizgen.exporting.html import block_html, line_html
from quizgen.exporting.numbers import without_numbers
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
from quizgen.questions.tolerance import parse_tolerance
from quizgen.text.numbers import format_number

STEPS_AS_PAIRS = "the steps become a matching question that pairs each step with its number"


def common_remarks(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what changes in a question on every platform, by field; steps are up to the platform."""
    if question.audio is not None and "<" in block_html(question.audio.text):
        yield "audio", "the description of the sound loses its formatting"
    match question:
        case CardQuestion():
            yield "kind", "a flashcard becomes an essay question with the answer as feedback"
        case NumberQuestion():
            for field, answers in (("accept", question.accept), ("reject", question.reject)):
                if lost := without_numbers(answers):
                    yield field, f"answers that are not plain numbers are left out: {', '.join(lost)}"
            tolerance = parse_tolerance(question.tolerance or "")
            if tolerance is not None and (tolerance.percent or tolerance.figures):
                low, high = map(format_number, question.bounds)
                yield "tolerance", f"the tolerance of {tolerance} is converted to fixed limits: {low} to {high}"
        case ClozeQuestion():
            if any(mark.hint for mark in question.marks):
                yield "text", "hints of blanks become part of the text"
            feedback = [text for texts in question.reject.values() for text in texts.values() if text]
            if any("<" in block_html(text) for text in feedback):
                yield "reject", "the feedback for wrong answers in blanks loses its formatting"
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
