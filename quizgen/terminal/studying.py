"""How study looks on a capable terminal, and what is said at its end on every front."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.progress.scheduler import due_words
from quizgen.terminal import describe, study_words, words

if TYPE_CHECKING:
    from quizgen.progress.queue import Waiting
    from quizgen.session import Answered, Prompt
    from quizgen.terminal.screen import Screen
    from quizgen.terminal.study import StudyEnding


def show_study_opening(screen: "Screen", title: str, waiting: "Waiting") -> None:
    """Say what the day holds."""
    screen.gap()
    screen.line((title, "bold"))
    screen.line((study_words.waiting(waiting.learning, waiting.due, waiting.new), "dim"))


def ask_rating(screen: "Screen", prompt: "Prompt", answered: "Answered", suggested: int, whens: Sequence[str]) -> int:
    """Give the feedback, and let the learner say how well it was known; Enter takes ``suggested``."""
    from quizgen.terminal.feedback import show_feedback
    from quizgen.terminal.prompts import Footer, wait
    from quizgen.terminal.wishes import WasRight

    show_feedback(screen, prompt, answered)
    right = answered.may_be_overridden
    ratings = [study_words.rating(n, when, suggested=n == suggested) for n, when in enumerate(whens, 1)]
    keys = (*ratings, study_words.key_take(suggested), *([words.KEY_RIGHT] if right else []), words.KEY_QUIT)
    footer = Footer(keys, {"i": WasRight} if right else {})
    picked = wait(screen, footer, {str(number): number for number in study_words.RATINGS})
    return suggested if picked is None else int(picked)


def show_schedule(screen: "Screen", when: str) -> None:
    """Say when the question comes again."""
    screen.line((study_words.next_review(when), "dim"), lead=" " * 3)


def show_study_closing(screen: "Screen", ending: "StudyEnding") -> None:
    """Say what was studied and when to come back."""
    screen.gap()
    screen.rule()
    for number, line in enumerate(closing_lines(ending)):
        screen.line((line, "" if number else "bold"))


def closing_lines(ending: "StudyEnding") -> list[str]:
    """What was studied and when to come back, in lines."""
    lines = []
    if ending.left:
        lines.append(words.STOPPED)
    else:
        lines.append(study_words.DONE if ending.answers else study_words.NOTHING_DUE)
    if ending.answers:
        lines.append(study_words.studied(ending.answers, ending.remembered))
    if ending.left:
        lines.append(study_words.still_waiting(ending.left))
    elif ending.next_at:
        lines.append(study_words.next_at(describe.moment(ending.next_at), due_words(ending.next_at, ending.now)))
    if ending.new_held_back and not ending.left:
        lines.append(study_words.NEW_DONE)
    return lines
