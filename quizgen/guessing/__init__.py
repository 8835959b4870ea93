"""Guessers that know nothing, and how many questions of a set they get right, say by picking the longest option."""

from quizgen.guessing.guessers import GUESSERS, Guesser
from quizgen.guessing.report import FEW, GuessReport, Score, guess_report

__all__ = ["FEW", "GUESSERS", "GuessReport", "Guesser", "Score", "guess_report"]
