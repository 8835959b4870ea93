"""What a response is worth: from question and response to verdict. ``docs/grading.md`` names the rules.

Nothing is imported here, so that a quiz shows its first question before what grades its answer is loaded.
"""
