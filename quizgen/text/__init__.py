"""String functions: folding, numbers, dates, names, sentences. This package imports no other quizgen package."""
