"""The version of the history's database, alone in this module so that `quizgen due` reads it at once."""

VERSION = 8
"""The number of migrations: each gives the next version."""
