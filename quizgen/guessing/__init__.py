"""Guessers that know nothing about the subject, and how many questions they get right, say by picking long options."""

from quizgen.guessing.guessers import GUESSERS, Guesser
from quizgen.guessing.report import FEW, GuessReport, Score, guess_report

__all__ = ["FEW", "GUESSERS", "GuessReport", "Guesser", "Score", "guess_report"]
