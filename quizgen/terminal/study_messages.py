"""What learners read in study only."""

from collections.abc import Sequence

RATINGS = {1: "Again", 2: "Hard", 3: "Good", 4: "Easy"}
HOW_WELL = "How well did you know it?"
NOTHING_DUE = "Nothing is due."
DONE = "Done for today. Well done!"
NEW_DONE = "Today's new questions are done; `quizgen study --new N` allows more."
SUGGESTED = "❯"


def several(sets: int) -> str:
    """The title of study over several sets."""
    return f"{sets} question sets"


def left_out(name: str) -> str:
    """A set that cannot be studied."""
    return f"{name} is left out: it has faults, which `quizgen check` names."


def waiting(learning: int, due: int, new: int) -> str:
    """What a day holds: ``5 due, 2 being learnt, 20 new``."""
    parts = [(due, "due"), (learning, "being learnt"), (new, "new")]
    return ", ".join(f"{number} {what}" for number, what in parts if number)


def rating(number: int, when: str, *, suggested: bool) -> str:
    """One of the four ratings with the time that it leads to; the suggested one is marked."""
    return f"{SUGGESTED if suggested else ''}{number} {RATINGS[number]} {when.removeprefix('in ')}"


def key_take(number: int) -> str:
    """The key that takes the suggested rating."""
    return f"Enter {RATINGS[number]}"


def next_review(when: str) -> str:
    """When a question comes again."""
    return f"Next review {when}"


def next_at(moment: str, how_soon: str) -> str:
    """When there is something to study again."""
    return f"Next at {moment}, {how_soon}."


def studied(answers: int, remembered: int) -> str:
    """What a study session came to."""
    return f"{answers} answer{'' if answers == 1 else 's'}, {remembered} remembered."


def still_waiting(number: int) -> str:
    """How many questions a stopped session leaves for today."""
    return f"{number} more for today."


def plain_rating(suggested: int, whens: Sequence[str], *, may_override: bool) -> str:
    """How to rate an answer by typing."""
    choices = ", ".join(f"{number} {RATINGS[number]} ({when})" for number, when in enumerate(whens, 1))
    right = " Type i if you were right." if may_override else ""
    return f"{HOW_WELL} Enter for {RATINGS[suggested]}, or {choices}.{right}"
