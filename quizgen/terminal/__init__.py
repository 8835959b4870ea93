"""Quizzes on a terminal: one conversation, held by a front with prompts and colour or by one of plain lines."""

from quizgen.terminal.quiz import Front, Quit, Skip, take

__all__ = ["Front", "Quit", "Skip", "take"]
