"""Checking what no schema can: the flaws that the literature on writing questions names, one rule each.

Every rule is a function with a code for ever: Q1 looks at a question, Q2 at a set, Q3 at facts. Nothing is refused
here: a finding is a warning, and an author with a reason switches it off where it comes.
"""

from quizgen.linting.finding import Finding
from quizgen.linting.linter import lint_apart, lint_seed, lint_set
from quizgen.linting.registry import RULES, Rule, find_rules
from quizgen.linting.selection import ALL, Selection

__all__ = ["ALL", "RULES", "Finding", "Rule", "Selection", "find_rules", "lint_apart", "lint_seed", "lint_set"]
