"""Everything that learners read, apart from the questions themselves."""

from collections.abc import Sequence

from quizgen.grading.verdict import Outcome

SIGNS = {
    Outcome.CORRECT: "✓",
    Outcome.CLOSE: "≈",
    Outcome.PARTLY: "◐",
    Outcome.WRONG: "✗",
    Outcome.SKIPPED: "–",
}
VERDICTS = {
    Outcome.CORRECT: "Correct",
    Outcome.CLOSE: "Close",
    Outcome.PARTLY: "Partly",
    Outcome.WRONG: "Wrong",
    Outcome.SKIPPED: "Skipped",
}
NUMBERS_KEY = "1234567890"
LETTERS = "abcdefghij"
TRUE, FALSE = "True", "False"
KNEW, DID_NOT_KNOW = "Yes, I knew it", "No, not yet"
YES, NO = "Yes", "No"
ARROW = "→"

HINT = "Hint"
NO_HINT = "This question has no hint."
ANSWER = "Answer"
YOUR_ANSWER = "Your answer"
YOURS = "yours"
NOT_PICKED = "not picked"
LEFT_EMPTY = "(left empty)"
KNEW_IT = "Did you know it?"
CHECK_ARRANGEMENT = "That is my answer"
EMPTY_AGAIN = "Nothing typed. Enter once more skips the question."
EMPTY_BLANK_AGAIN = "Nothing typed. Enter once more leaves this blank empty."
PICK_ONE = " Pick at least one, or press s to skip."
SCORE_BY_TOPIC = "By topic"
TO_LOOK_AT = "To look at again"
ALL_RIGHT = "Everything right. Well done!"
STOPPED = "Stopped here."
NOTHING_ANSWERED = "No question answered."


def count(number: int, thing: str) -> str:
    """``3 questions``, ``1 question``."""
    return f"{number} {thing}{'' if number == 1 else 's'}"


def points(value: float) -> str:
    """A sum of shares, to one decimal where it has any: ``7``, ``7.5``."""
    return f"{value:.1f}".removesuffix(".0")


def streak(length: int) -> str:
    """A run of right answers worth a word, or nothing."""
    return f"{length} in a row" if length > 1 else ""


def best_streak(length: int) -> str:
    """The longest run of a session."""
    return f"Longest run: {length} in a row"


def opening(questions: int, round_number: int) -> str:
    """What is about to be asked."""
    asked = count(questions, "question")
    return asked if round_number == 1 else f"{asked} asked again"


def again(missed: int) -> str:
    """The offer at the end."""
    return "Ask the missed question again?" if missed == 1 else f"Ask the {missed} missed questions again?"


def place(number: int, total: int) -> str:
    """Which place of an order is to be filled."""
    return f"Which comes first? (1 of {total})" if number == 1 else f"And then? ({number} of {total})"


def blank(number: int, total: int) -> str:
    """Which blank of a cloze is to be filled."""
    return YOUR_ANSWER if total == 1 else f"Blank {number} of {total}"


# The footers of the prompts with keys: what each key does, the most needed first.
KEY_ENTER_NEXT = "Enter next"
KEY_ENTER_TURN = "Enter show the answer"
KEY_ENTER_ANSWER = "Enter answer"
KEY_QUIT = "q quit"
KEY_QUIT_TYPED = "Ctrl-C quit"
KEY_SKIP = "s skip"
KEY_SKIP_TYPED = "Enter twice skip"
KEY_HINT = "? hint"
KEY_HINT_TYPED = "? Enter hint"
KEY_UNDO = "Backspace undo"
KEY_DONE = "Enter done"
KEY_CHECK = "Enter check"
KEYS_BETWEEN = " · "


def keys_to_pick(labels: Sequence[str]) -> str:
    """The keys that pick one of the options with these labels: ``1-4 or ↑↓ Enter``."""
    return f"{_key_range(labels)} or ↑↓ Enter"


def keys_to_tick(labels: Sequence[str]) -> str:
    """The keys that tick an option."""
    return f"{_key_range(labels)} or ↑↓ Space tick"


def _key_range(labels: Sequence[str]) -> str:
    together = "".join(labels)
    if len(labels) > 2 and together in NUMBERS_KEY:
        return "1-9, 0" if len(labels) == 10 else f"{labels[0]}-{labels[-1]}"
    return ", ".join(labels)


# The menu.
MENU_TITLE = "What would you like to do?"
MENU_QUIZ = "Take a quiz"
MENU_LIST = "List the question sets"
MENU_EXPORT = "Export to Anki"
MENU_CHECK = "Check question sets for faults"
MENU_QUIT = "Quit"
MENU_WHICH_SET = "Which question set?"
MENU_HOW_MANY = "How many questions?"
MENU_ALL = "All of them"

# The plain front.
PLAIN_KEYS_SHORT = "s to skip, q to quit"
PLAIN_KEYS_TYPED = "skip or quit as a word"
PLAIN_HINT_KEY = "? for a hint"
PLAIN_TRUE_FALSE = "True or false? (t or f)"
PLAIN_TURN = "Press Enter to see the answer."
PLAIN_KNEW = "Did you know it? (y or n)"
PLAIN_TYPED = "Type the answer."
PLAIN_YES_NO = "y or n"


def plain_question(position: int, total: int, topic: str | None) -> str:
    """The line above a question."""
    return f"Question {position} of {total}" + (f" ({topic})" if topic else "")


def plain_choice(labels: str) -> str:
    """How to answer a choice."""
    return f"Type one of {labels}, or the answer's own words."


def plain_multiple(labels: str) -> str:
    """How to answer when several options are right."""
    return f"Type all that are right, of {labels}; {labels[0]} {labels[-1]}, say."


def plain_order(labels: str) -> str:
    """How to give an order."""
    return f"Type all of {labels} in the right order."


def plain_match(labels: str, lefts: int) -> str:
    """How to match."""
    return f"For 1 to {lefts} in turn, type what belongs to each, of {labels}; or pairs, 1{labels[-1]}, say."


UNREADABLE_EMPTY = "Nothing typed. An empty line once more skips the question."
UNREADABLE_TRUE_FALSE = "Please type t for true or f for false."
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
