"""Quizzes on a terminal: one conversation, held by a front with prompts and colour or by one of plain lines."""

from quizgen.terminal.quiz_loop import Frontend, SessionSummary, run_quiz

__all__ = ["Frontend", "SessionSummary", "run_quiz"]
