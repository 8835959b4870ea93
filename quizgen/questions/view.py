"""Questions as JSON-ready data and as text to print, and the answers that they accept as written."""

from typing import Any, assert_never

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.base import Reference
from quizgen.questions.marks import unmarked
from quizgen.questions.options import MultipleQuestion, OptionsQuestion
from quizgen.questions.sets import Question, QuestionSet
from quizgen.questions.typed import ClozeQuestion, NumberQuestion
from quizgen.text.dates import parse_date
from quizgen.text.numbers import keyboard_number


def set_data(question_set: QuestionSet) -> dict[str, Any]:
    """Return the fields of a set, without its questions, as JSON-ready data."""
    return question_set.model_dump(mode="json", exclude={"questions"}, exclude_none=True)


def question_data(question: Question) -> dict[str, Any]:
    """Return ``question`` as JSON-ready data.

    ``stem``, ``answer``, ``options`` (empty if none are shown) and ``point`` (never empty) are always present.
    """
    data = question.model_dump(mode="json")
    data["stem"] = question.stem
    data["options"] = list(question.listed) if isinstance(question, OptionsQuestion) else []
    data["answer"] = answer_data(question)
    data["point"] = list(question.points)
    return data


def answer_data(question: Question) -> Any:
    """Return the correct answer as JSON-ready data: text, a number, true or false, a list, or pairs."""
    if isinstance(question, MultipleQuestion):
        return list(question.answers)
    if isinstance(question, OrderQuestion):
        return list(question.steps)
    if isinstance(question, MatchQuestion):
        return dict(question.pairs)
    if isinstance(question, ClozeQuestion):
        return [mark.answer for mark in question.marks]
    if isinstance(question, NumberQuestion):
        whole = question.answer == question.answer.to_integral_value()
        return int(question.answer) if whole else float(question.answer)
    return question.answer


def answer_text(question: Question) -> str:
    """Return the correct answer as text."""
    match question.kind:  # faster than its class
        case "true_false":
            return "True" if question.answer else "False"
        case "multiple":
            return "; ".join(question.answers)
        case "number":
            return question.answer_text
        case "cloze":
            return unmarked(question.text)
        case "order":
            return "; ".join(f"{number}. {step}" for number, step in enumerate(question.steps, 1))
        case "match":
            return "; ".join(f"{left} = {right}" for left, right in question.pairs)
        case "card" | "short" | "choice":
            return question.answer
        case _:
            assert_never(question.kind)


def accepted_forms(question: Question) -> tuple[tuple[str, ...], ...]:
    """Return the literal forms of each typed answer, the best form first, without determining how they are compared."""
    match question.kind:  # faster than its class
        case "short":
            return ((question.answer, *question.accept),)
        case "number":
            return (_number_forms(question),)
        case "cloze":
            return tuple(map(question.accepted, question.marks))
        case "card" | "choice" | "multiple" | "true_false" | "order" | "match":
            return ()
        case _:
            assert_never(question.kind)


def _number_forms(question: NumberQuestion) -> tuple[str, ...]:
    """Return the number with and without thousands separators and unit."""
    typed = keyboard_number(question.answer)
    powers = (typed, *(typed.replace("e", sign) for sign in (" x 10^", "*10^"))) if "e" in typed else ()
    numbers = dict.fromkeys((question.number_text, *powers, f"{question.answer:f}"))
    units = (f" {question.unit}", question.unit) if question.unit else ()
    with_unit = tuple(f"{number}{unit}" for unit in units for number in numbers)
    return (question.answer_text, *numbers, *with_unit, *question.accept)


def reference_text(reference: Reference) -> str:
    """Return title, publisher, date and link on one line, without the parts that are unknown."""
    date = parse_date(reference.published) if reference.published else None
    parts = (f"“{reference.title}”", reference.publisher, str(date or reference.published or ""), reference.url)
    return ", ".join(part for part in parts if part)
