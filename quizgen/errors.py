"""The base class of quizgen's exceptions, which lets a caller catch them all, and the one for invalid arguments."""


class QuizgenError(Exception):
    """Base class of every exception that quizgen raises on purpose. Its message can be shown to users as it is."""


class ArgumentError(QuizgenError, ValueError):
    """A value that a script passed is not one that the function accepts, such as an unknown kind of question."""
