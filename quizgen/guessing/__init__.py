"""Simulated guessers, who know only tricks such as picking the longest option, and how many questions they get
right.
"""

from quizgen.guessing.guessers import GUESSERS, Guesser
from quizgen.guessing.report import FEW, GuessReport, Score, guess_report

__all__ = ["FEW", "GUESSERS", "GuessReport", "Guesser", "Score", "guess_report"]
