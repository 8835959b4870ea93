"""The root of quizgen's own exceptions, so that a caller can catch all of them at once, and the one for arguments."""


class QuizgenError(Exception):
    """Base class of every exception that quizgen raises on purpose. Its message can be shown to users as it is."""


class ArgumentError(QuizgenError, ValueError):
    """A value that a script passed is not one that the function accepts, such as an unknown kind of question."""
