"""What only the plain frontend says: how to answer by typing, and what it could not read."""

from collections.abc import Sequence
from datetime import timedelta

from quizgen.terminal import study_messages
from quizgen.text.series import series

I_WAS_RIGHT = "i was right"
"""What to type in the plain frontend."""
UNDO = "!undo"
HINT = "? for a hint"
SHOW = "! to see the answer"
SKIP = "s to skip"
BACK = "< for the previous question"
KEEP = "> to keep your answer"
TO_UNDO = f"{UNDO} to undo your last answer or skip"
QUIT = "q to quit"
SKIP_TYPED = '"skip" to skip, "quit" to quit'
WAS_RIGHT = f'If you were right, type "{I_WAS_RIGHT}" at the next prompt.'
QUIT_REVIEW = "q to end the review"
LOOKED_BACK = "Press Enter to return to the current question, type < to go back one more question, or type q to quit."
SUBMIT = "Press Enter to submit the exam, or type < to go back to the previous question."
TRUE_FALSE = "True or false? Type t or f."
TURN = "Press Enter to see the answer."
KNEW = "Did you know it? (y or n)"
TIPS = {"q": 'To quit, type "quit".', "s": 'To skip this question, type "skip".'}
UNDO_TIP = {"u": f'To undo your last answer, type "{UNDO}".'}
NO_PREVIOUS = "There is no previous question."
NO_WAY_BACK_IN_STUDY = f'You cannot go back in a study session. To undo your last answer, type "{UNDO}".'
NOTHING_TO_KEEP = "You have not answered this question yet, so there is no answer to keep."
KEEP_ONLY_IN_EXAM = "You can use > only in an exam."
NOTHING_TO_OVERRIDE = "There is no answer to mark as correct."
NOTHING_TO_UNDO = "There is no answer to undo."
NOTHING_TO_UNDO_EXAM = "You cannot undo answers in an exam. To change an answer, type < to go back to it."
UNREADABLE_TRUE_FALSE = "Type t for true or f for false."
UNREADABLE_YES_NO = "Type y for yes or n for no."


def suspended_by_name(stem: str) -> str:
    """The confirmation that a question was suspended."""
    return (
        f"Suspended “{stem}”. quizgen will no longer ask this question or any other question on the same point. "
        'To resume them, type "!suspend" again now, or run `quizgen browse` later.'
    )


def resumed_by_name(stem: str) -> str:
    """The confirmation that a question was resumed."""
    return f"Resumed “{stem}”. quizgen will ask it again when it is due."


def typed(unit: str) -> str:
    """What to type in the plain frontend, with the unit of a number."""
    return f"Type the answer. Unit: {unit}." if unit else "Type the answer."


def to_continue(*, is_first: bool) -> str:
    """How to continue the review of an exam."""
    keys = [QUIT_REVIEW] if is_first else [BACK, QUIT_REVIEW]
    return f"Press Enter to continue, or type {series(keys, 'or')}."


def question(position: int, total: int) -> str:
    """The line above a question."""
    return f"Question {position} of {total}"


def yes_no(*, by_default: bool) -> str:
    """What to type for yes and no, one of which an empty line means."""
    return f"y or n, Enter for {'y' if by_default else 'n'}"


def choice(labels: str) -> str:
    """How to answer a choice."""
    return f"Type {labels}, or the text of an option."


def multiple(labels: Sequence[str]) -> str:
    """How to answer if several options are correct."""
    what = "letters" if labels[0].isalpha() else "numbers"
    return f'Type the {what} of all correct options, such as "{labels[0]} {labels[-1]}".'


def order(labels: Sequence[str]) -> str:
    """How to give an order."""
    what = "letters" if labels[0].isalpha() else "numbers"
    return f"Type the {what} {series(labels)} in the correct order, for example: {' '.join(reversed(labels))}."


def match(labels: Sequence[str], lefts: int) -> str:
    """How to match."""
    return (
        f"Match each item from 1 to {lefts} with {series(labels, 'or')}. Type the letters for items "
        f"1 to {lefts} in order, or type pairs such as 1{labels[-1]}."
    )


def rating(suggested: int, intervals: Sequence[timedelta], *, may_override: bool) -> str:
    """How to rate an answer by typing."""
    choices = ", ".join(
        f"{', '.join(f'{number} for {study_messages.RATINGS[number]}' for number in numbers)} "
        f"({['', 'both ', 'all '][min(len(numbers), 3) - 1]}{interval})"
        for interval, numbers in study_messages.by_interval(intervals)
    )
    right = " If you were right, type i." if may_override else ""
    return (
        f"{study_messages.HOW_WELL} Press Enter for {study_messages.RATINGS[suggested]}, or type {choices}.{right} To "
        f'change your answer, type "{UNDO}".'
    )


def unreadable_rating(highest: int) -> str:
    """What was typed is not a rating from 1 to ``highest``."""
    return f"Type {series(map(str, range(1, highest + 1)), 'or')}, or press Enter."


def unreadable_option(text: str, labels: str) -> str:
    """``text`` is not one of the options."""
    return f"{text!r} is not an option. Type {labels}, or the text of an option."


def unreadable_twice(label: str) -> str:
    """An option was named more than once."""
    return f"You used {label!r} more than once. Use it only once."


def unreadable_count(given: int, wanted: int) -> str:
    """Too few or too many options were named."""
    return f"Use each of the {wanted} options exactly once; you used {given}."


def unreadable_left(number: str, lefts: int) -> str:
    """A pair names a left-hand item that does not exist."""
    return f"There is no left-hand item {number}; use a number from 1 to {lefts}."
