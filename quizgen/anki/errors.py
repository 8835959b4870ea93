"""What can be in the way of an export."""

from quizgen.errors import QuizgenError


class ExportError(QuizgenError):
    """An export that cannot be; the message says what is in the way and how to mend it. Nothing has been written."""


class QuestionError(ExportError):
    """A question that cannot be exported; ``set_id`` and ``question_id`` say which."""

    def __init__(self, set_id: str, question_id: str, message: str) -> None:
        self.set_id = set_id
        self.question_id = question_id
        self.message = message
        super().__init__(f"{set_id}: question {question_id!r}: {message}")
