"""What only the plain front says."""

from quizgen.session import Prompt
from quizgen.terminal import messages

HINT = "? for a hint"
SHOW = "! to see the answer"
SKIP = "s to skip"
BACK = "< for the question before"
KEEP = "> to keep your answer"
QUIT = "q to quit"
SKIP_TYPED = "skip or quit as a word"
WAS_RIGHT = f'If you were right, type "{messages.I_WAS_RIGHT}" at the next question.'
GO_ON_OR_RIGHT = "Press Enter to go on, or type i if you were right."
LOOKED_BACK = "Press Enter to return, < for the question before that one, q to quit."
HAND_IN = "Press Enter to hand in, < for the question before."
TRUE_FALSE = "True or false? (t or f)"
TURN = "Press Enter to see the answer."
KNEW = "Did you know it? (y or n)"
TYPED = "Type the answer."
YES_NO = "y or n"


def question(prompt: Prompt) -> str:
    """The line above a question."""
    place = f"Question {prompt.position} of {prompt.total}" if prompt.left is None else messages.left(prompt.left)
    return place + (f" ({prompt.topic})" if prompt.topic else "")


def choice(labels: str) -> str:
    """How to answer a choice."""
    return f"Type one of {labels}, or the answer's own words."


def multiple(labels: str) -> str:
    """How to answer when several options are right."""
    return f"Type all that are right, of {labels}; {labels[0]} {labels[-1]}, say."


def order(labels: str) -> str:
    """How to give an order."""
    return f"Type all of {labels} in the right order."


def match(labels: str, lefts: int) -> str:
    """How to match."""
    return f"For 1 to {lefts} in turn, type what belongs to each, of {labels}; or pairs, 1{labels[-1]}, say."


UNREADABLE_EMPTY = "Nothing typed. An empty line once more shows the answer."
UNREADABLE_EMPTY_EXAM = "Nothing typed. An empty line once more skips the question."
UNREADABLE_TRUE_FALSE = "Please type t for true or f for false."
UNREADABLE_RATING = "Please type 1, 2, 3 or 4, or press Enter."
UNREADABLE_YES_NO = "Please type y for yes or n for no."


def unreadable_option(text: str, labels: str) -> str:
    """``text`` is none of the options."""
    return f"{text!r} is none of {labels}, nor the words of one of them."


def unreadable_twice(label: str) -> str:
    """One thing was named twice where each has one place."""
    return f"{label} is there twice; each has one place."


def unreadable_count(given: int, wanted: int) -> str:
    """Too few or too many were named."""
    return f"That is {given}, but there are {wanted} to place."


def unreadable_left(number: str, lefts: int) -> str:
    """A pair names a left side that does not exist."""
    return f"There is no {number}; the left sides are 1 to {lefts}."
