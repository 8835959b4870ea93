"""Taking a quiz as a pure state machine: which questions, in which order, what was answered, what it came to.

Nothing here prints, reads the clock or rolls dice: seeds are handed in, and every step gives a new value.
"""

from quizgen.session.answered import Answered, TypedQuestion
from quizgen.session.prompt import Prompt, present
from quizgen.session.results import Results, TopicScore
from quizgen.session.selection import select
from quizgen.session.session import Session

__all__ = ["Answered", "Prompt", "Results", "Session", "TopicScore", "TypedQuestion", "present", "select"]
