"""The footers of prompts: what each key does, the most useful first."""

from collections.abc import Sequence

from quizgen.session.prompt import Undoable
from quizgen.terminal import messages, study_messages

ENTER_NEXT = "Enter next"
ENTER_RETURN = "Enter return"
ENTER_TURN = "Enter show answer"
ENTER_ANSWER = "Enter submit"
ENTER_SUBMIT = "Enter submit exam"
ENTER_REVIEW = "Enter review answers"
ENTER_NEXT_PAGE = "Enter next page"
ENTER_DONE = "Enter done"
STOP_READING = "q stop reading"
READ_FIRST = "y read"
ENTER_NO = "n or Enter start"
CONTEXT = "r context"
EDIT = "e edit"
RESUME = "x resume"
TYPE_TO_SEARCH = "type to search"
LOOK = "↑↓ Enter view"
ENTER_MENU = "Enter back to the menu"
ENTER_LIST = "Enter back to the list"
BACK_TO_LIST = "← back to the list"
CLEAR_SEARCH = "(Esc clear)"
MENU = "q menu"
SUSPEND = "x suspend"
QUIT = "q quit"
LETTER = "letter or ↑↓ Enter"
BACK_TO_MENU = "q back"
MENU_TYPED = "Ctrl-C back"
QUIT_TYPED = "Ctrl-C quit"
QUIT_REVIEW = "q end review"
SKIP = "s skip"
SKIP_TYPED = "Tab skip"
SHOW = "! show answer"
SHOW_TYPED = "! Enter show answer"
HINT = "? hint"
HINT_TYPED = "? Enter hint"
BACK = "← back"
KEEP = "→ keep"
RIGHT = "i I was right"
UNDO = "u undo"
UNDO_STEP = "Backspace undo step"
UNDO_BLANK = "Backspace previous blank"
BETWEEN = " · "


def to_undo(undoable: Undoable, *, typed: bool = False) -> str:
    """The key that undoes the last answer or skip; ``typed`` where letters are typed."""
    return f"{'Alt-U' if typed else 'u'} undo {undoable}"


def to_rate(number: int) -> str:
    """The key that takes the suggested rating."""
    return f"Enter {study_messages.RATINGS[number]}"


def to_open(pictures: int, sounds: int, *, typed: bool) -> str:
    """Return the key that opens so many pictures and plays so many sounds."""
    shown = f"open {'picture' if pictures == 1 else 'pictures'}" if pictures else ""
    heard = f"{'' if pictures else 'play '}{'sound' if sounds == 1 else 'sounds'}" if sounds else ""
    return f"{'Alt-O' if typed else 'o'} {' and '.join(filter(None, (shown, heard)))}"


def to_pick(labels: Sequence[str]) -> str:
    """The keys that pick one of the options with these labels: ``1-4 or ↑↓ Enter``."""
    return f"{_key_range(labels)} or ↑↓ Enter"


def to_read(labels: Sequence[str]) -> str:
    """The keys that pick one of several lessons."""
    return f"{_key_range(labels)} read"


def to_tick(labels: Sequence[str]) -> str:
    """The keys that select several options."""
    return f"{_key_range(labels)} or ↑↓ Space select"


def _key_range(labels: Sequence[str]) -> str:
    together = "".join(labels)
    if len(labels) > 2 and together in messages.NUMBERS_KEY:
        return "1-9, 0" if len(labels) == 10 else f"{labels[0]}-{labels[-1]}"
    return ", ".join(labels)
