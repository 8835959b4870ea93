"""Errors of an export."""

from quizgen.errors import QuizgenError


class ExportError(QuizgenError):
    """The sets cannot be exported as asked; the message says why and what to do. Nothing has been written."""


class RecordError(ExportError):
    """A release record cannot be used: ``problem`` says why, and ``help`` what to do."""

    def __init__(self, problem: str, help: str) -> None:
        self.problem = problem
        self.help = help
        super().__init__(f"{problem}; {help}")


class QuestionError(ExportError):
    """A question cannot be exported; ``set_id`` and ``question_id`` say which one."""

    def __init__(self, set_id: str, question_id: str, message: str) -> None:
        self.set_id = set_id
        self.question_id = question_id
        self.message = message
        super().__init__(f"{set_id}: question {question_id!r}: {message}")
