"""Everything that learners read, apart from the questions.

``study_words`` and ``plain_words`` have what only those need.
"""

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
RESUME, BEGIN_ANEW = "Yes, go on", "No, begin a new one"
ARROW = "→"

HINT = "Hint"
NO_HINT = "This question has no hint."
ANSWER = "Answer"
YOUR_ANSWER = "Your answer"
YOURS = "yours"
NOT_PICKED = "not picked"
LEFT_EMPTY = "(left empty)"
ALL_THAT_ARE_RIGHT = "Choose all that are right."
KNEW_IT = "Did you know it?"
CHECK_ARRANGEMENT = "That is my answer"
EMPTY_AGAIN = "Nothing typed. Enter once more shows the answer."
EMPTY_AGAIN_EXAM = "Nothing typed. Enter once more skips the question."
EMPTY_BLANK_AGAIN = "Nothing typed. Enter once more leaves this blank empty."
PICK_ONE = " Pick at least one, or press s to skip."
SCORE_BY_TOPIC = "By topic"
TO_LOOK_AT = "To look at again"
ALL_RIGHT = "Everything right. Well done!"
STOPPED = "Stopped here."
NOTHING_ANSWERED = "No question answered."
SKIPPED_FOR_NOW = "Skipped."
I_WAS_RIGHT = "i was right"
"""What to type for it on the plain front."""
COUNTED_RIGHT = "Counted as right, on your word."
YOU_GAVE = "You gave"
LOOKING_BACK = "Looking back"
REVIEW = "Your answers"
TIME_UP = "Time is up. What you have answered counts."
EXAM_DONE = "That was the last question."
HAND_IN = "Hand in?"
EARLIER = "Earlier attempts"
NOW = "now"


def not_stored(message: str) -> str:
    """What went wrong with storing, and what that means."""
    return f"{message} The quiz goes on, but no answer is stored from here on."


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


def opening(questions: int, round_number: int, *, exam: bool = False, answered: int = 0) -> str:
    """What is about to be asked, or goes on."""
    asked = count(questions, "question")
    if round_number > 1:
        asked += " asked again"
    if exam:
        asked += ", an exam: no feedback before the end"
    return f"{asked}, {answered} done before" if answered else asked


def resume(when: str, answered: int, total: int, *, exam: bool) -> str:
    """The offer at the start."""
    return f"Go on with the {'exam' if exam else 'quiz'} of {when}? {answered} of {total} done."


def resumable(answered: int, total: int) -> str:
    """How to go on another time."""
    return f"{answered} of {total} done. To go on another time, add --resume to the command."


def hand_in(answered: int, skipped: int) -> str:
    """What an exam holds when it can be handed in."""
    return f"{answered} answered" + (f", {skipped} skipped" if skipped else "")


def given_before(given: str) -> str:
    """What was answered to an exam's question before."""
    return f"Your answer so far: {given}" if given else "Skipped so far"


def time_left(seconds: float) -> str:
    """The time that an exam leaves: ``12:05 left``."""
    minutes, rest = divmod(int(seconds + 0.999), 60)
    return f"{minutes}:{rest:02} left"


def left(number: int) -> str:
    """How many questions are left for today."""
    return f"{number} left"


def again(missed: int) -> str:
    """The offer at the end."""
    return "Ask the missed question again?" if missed == 1 else f"Ask the {missed} missed questions again?"


def place(number: int, total: int) -> str:
    """Which place of an order is to be filled."""
    return f"Which comes first? (1 of {total})" if number == 1 else f"And then? ({number} of {total})"


def blank(number: int, total: int) -> str:
    """Which blank of a cloze is to be filled."""
    return YOUR_ANSWER if total == 1 else f"Blank {number} of {total}"


def blank_was(number: int, answer: str, *, right: bool) -> str:
    """What belongs into a blank of several, and whether that was there."""
    return f"({number}) {answer}: {'right' if right else 'wrong'}"


# The footers of the prompts with keys: what each key does, the most needed first.
HINT_SIGN, SHOW_SIGN = "?", "!"
KEY_ENTER_NEXT = "Enter next"
KEY_ENTER_RETURN = "Enter return"
KEY_ENTER_TURN = "Enter show the answer"
KEY_ENTER_ANSWER = "Enter answer"
KEY_ENTER_HAND_IN = "Enter hand in"
KEY_QUIT = "q quit"
KEY_QUIT_TYPED = "Ctrl-C quit"
KEY_QUIT_REVIEW = "q to the end"
KEY_SKIP = "s skip"
KEY_SKIP_TYPED = "Tab skip"
KEY_SHOW = "! show me"
KEY_SHOW_TYPED = "Enter twice show me"
KEY_SHOW_BLANKS = "! Enter show me"
KEY_HINT = "? hint"
KEY_HINT_TYPED = "? Enter hint"
KEY_BACK = "← back"
KEY_KEEP = "→ keep"
KEY_RIGHT = "i I was right"
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
MENU_STUDY = "Study what is due"
MENU_STATS = "See what you have learnt"
MENU_LIST = "List the question sets"
MENU_EXPORT = "Export to Anki"
MENU_CHECK = "Check question sets for faults"
MENU_QUIT = "Quit"
MENU_WHICH_SET = "Which question set?"
MENU_HOW_MANY = "How many questions?"
MENU_ALL = "All of them"
