"""From a question and a response to a verdict. docs/grading.md describes the rules.

Nothing is imported here, so that a quiz can show its first question before the grader is loaded.
"""
