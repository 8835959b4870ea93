"""What a response is worth: from question and response to verdict. ``docs/grading.md`` names the rules.

Nothing is imported here, so that a quiz can show its first question before the grader is loaded.
"""
