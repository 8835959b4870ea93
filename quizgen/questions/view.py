"""Questions as plain data and plain words, for scripts and for printing."""

from typing import Any

from quizgen.questions.arranged import MatchQuestion, OrderQuestion
from quizgen.questions.marks import unmarked
from quizgen.questions.options import MultipleQuestion, OptionsQuestion, TrueFalseQuestion
from quizgen.questions.sets import Question, QuestionSet
from quizgen.questions.typed import CardQuestion, ClozeQuestion, NumberQuestion, ShortQuestion


def set_data(question_set: QuestionSet) -> dict[str, Any]:
    """A set's heading as JSON-ready data."""
    return question_set.model_dump(mode="json", exclude={"questions"}, exclude_none=True)


def question_data(question: Question) -> dict[str, Any]:
    """A question as JSON-ready data; each has ``stem``, ``answer`` and ``options`` (empty where none are shown)."""
    data = question.model_dump(mode="json")
    data["stem"] = question.stem
    data["options"] = list(question.shown) if isinstance(question, OptionsQuestion) else []
    data["answer"] = answer_data(question)
    return data


def answer_data(question: Question) -> Any:
    """The right answer as JSON-ready data: text, number, true or false, a list, or pairs."""
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


def right_answer(question: Question) -> str:
    """The right answer in words."""
    match question:
        case TrueFalseQuestion():
            return "True" if question.answer else "False"
        case MultipleQuestion():
            return "; ".join(question.answers)
        case NumberQuestion():
            return question.answer_text
        case ClozeQuestion():
            return unmarked(question.text)
        case OrderQuestion():
            return "; ".join(f"{number}. {step}" for number, step in enumerate(question.steps, 1))
        case MatchQuestion():
            return "; ".join(f"{left} = {right}" for left, right in question.pairs)
        case CardQuestion() | ShortQuestion():
            return question.answer
        case _:
            return question.answer
