"""Every fixed text of the menu and of what it says about today."""

from quizgen.text.plurals import count

NO_SETS = "No question sets found. Create one with `quizgen new`."
COMMANDS = "To study, run `quizgen study --plain`. To see all commands, run `quizgen --help`."
TITLE = "What would you like to do?"
QUIZ = "Take a quiz"
STUDY = "Study"
RESUME, RESUME_EXAM = "Resume the interrupted quiz", "Resume the interrupted exam"
STUDY_AHEAD = "Study ahead"
READ = "Open a lesson"
BROWSE = "Browse what your sets teach"
TODAY = "Today"
STATS = "View your statistics"
LIST = "List the question sets"
EXPORT = "Export to Anki"
CHECK = "Check question sets for errors"
QUIT = "Quit"
WHICH_SET = "Which question set?"
WHICH_QUESTIONS = "Which questions?"
ALL_SETS = "All sets"
EXAM = "An exam: feedback comes only at the end"
ONE_TOPIC = "Questions on one topic"
WHICH_TOPIC = "Which topic?"


def every_question(questions: int, points: int) -> str:
    """The menu's offer of a quiz with every question, which may ask several about a point, and about details."""
    on = f" on {count(points, 'point')}" if points < questions else ""
    return f"All {count(questions, 'question')}{on}"


def more_new(number: int) -> str:
    """The menu's offer when nothing is left for today."""
    return f"Study {count(number, 'more new question', 'more new questions')}"


def set_today(title: str, waiting: str) -> str:
    """What there is to study in a set: ``Rivers: 5 due, 53 new``."""
    return f"{title}: {waiting or 'nothing due'}"


def more_sets(number: int, waiting: str) -> str:
    """The sets for which there is no room, and what there is to study in them."""
    return f"… and {count(number, 'more set', 'more sets')}{f': {waiting}' if waiting else ''}"


def interrupted_quiz(titles: str, so_far: str, *, exam: bool) -> str:
    """A quiz that can be resumed, which got ``so_far``."""
    return f"Interrupted {'exam' if exam else 'quiz'} on {titles}: {so_far}"


def set_with_errors(name: str) -> str:
    """A set that cannot be used."""
    return f"{name} has errors. Run `quizgen check` to see them."
