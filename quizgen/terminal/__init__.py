"""Quizzes on a terminal: one conversation, held by a front with prompts and colour or by one of plain lines."""

from quizgen.terminal.quiz import Ending, Front, take

__all__ = ["Ending", "Front", "take"]
