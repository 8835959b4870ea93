"""Simulated guessers, which know only tricks such as picking the longest option, and the scores that they get."""

from quizgen.guessing.guessers import GUESSERS, Guesser
from quizgen.guessing.report import FEW, GuessReport, Score, guess_report

__all__ = ["FEW", "GUESSERS", "GuessReport", "Guesser", "Score", "guess_report"]
