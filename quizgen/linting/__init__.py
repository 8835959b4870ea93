"""Warnings about flaws in questions that no schema can catch, one rule per flaw.

A rule is a function with a permanent code: rules that begin with Q1 check one question; those that begin with Q2 check
a set; and those that begin with Q3 check the facts of a seed. A finding is a warning, never an error, and an author
can suppress it where there is a reason.
"""

from quizgen.linting.duplicates import Asked
from quizgen.linting.finding import Finding
from quizgen.linting.linter import lint_questions, lint_seed, lint_set
from quizgen.linting.registry import RULES, QuestionRule, Rule, SeedRule, SetRule, find_rules
from quizgen.linting.selection import ALL, Selection

__all__ = [
    "ALL",
    "RULES",
    "Asked",
    "Finding",
    "QuestionRule",
    "Rule",
    "SeedRule",
    "Selection",
    "SetRule",
    "find_rules",
    "lint_questions",
    "lint_seed",
    "lint_set",
]
