"""Quiz, exam and study: which questions are asked, the loop that asks them, and what is stored about each answer.

The sessions themselves are pure: the clock, random seeds and ids are passed in, and every step returns a new value.
A ``Frontend`` shows it to the learner.
"""

from quizgen.session.prompt import Answered, Prompt, present
from quizgen.session.results import Results, Score
from quizgen.session.selection import select
from quizgen.session.session import Session

__all__ = ["Answered", "Prompt", "Results", "Score", "Session", "present", "select"]
