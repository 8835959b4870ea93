"""How study looks on a capable terminal, and what is said at its end on every front."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from quizgen.history.scheduler import due_words
from quizgen.terminal import describe, messages, study_messages

if TYPE_CHECKING:
    from quizgen.history.queue import Waiting
    from quizgen.session import Answered, Prompt
    from quizgen.terminal.screen import Screen
    from quizgen.terminal.study_loop import StudySummary


def show_study_opening(screen: "Screen", title: str, waiting: "Waiting") -> None:
    """Say what the day holds."""
    screen.gap()
    screen.line((title, "bold"))
    screen.line((study_messages.waiting(waiting.learning, waiting.due, waiting.new), "dim"))


def ask_rating(screen: "Screen", prompt: "Prompt", answered: "Answered", suggested: int, whens: Sequence[str]) -> int:
    """Give the feedback, and let the learner say how well it was known; Enter takes ``suggested``."""
    from quizgen.terminal.actions import Override
    from quizgen.terminal.feedback import show_feedback
    from quizgen.terminal.prompts import Footer, wait

    show_feedback(screen, prompt, answered)
    right = answered.may_be_overridden
    ratings = [study_messages.rating(n, when, suggested=n == suggested) for n, when in enumerate(whens, 1)]
    keys = (*ratings, study_messages.key_take(suggested), *([messages.KEY_RIGHT] if right else []), messages.KEY_QUIT)
    footer = Footer(keys, {"i": Override} if right else {})
    picked = wait(screen, footer, {str(number): number for number in study_messages.RATINGS})
    return suggested if picked is None else int(picked)


def show_schedule(screen: "Screen", when: str) -> None:
    """Say when the question comes again."""
    screen.line((study_messages.next_review(when), "dim"), lead=" " * 3)


def show_study_closing(screen: "Screen", ending: "StudySummary") -> None:
    """Say what was studied and when to come back."""
    screen.gap()
    screen.rule()
    for number, line in enumerate(closing_lines(ending)):
        screen.line((line, "" if number else "bold"))


def closing_lines(ending: "StudySummary") -> list[str]:
    """What was studied and when to come back, in lines."""
    lines = []
    if ending.left:
        lines.append(messages.STOPPED)
    else:
        lines.append(study_messages.DONE if ending.answers else study_messages.NOTHING_DUE)
    if ending.answers:
        lines.append(study_messages.studied(ending.answers, ending.remembered))
    if ending.left:
        lines.append(study_messages.still_waiting(ending.left))
    elif ending.next_at:
        lines.append(study_messages.next_at(describe.moment(ending.next_at), due_words(ending.next_at, ending.now)))
    if ending.new_held_back and not ending.left:
        lines.append(study_messages.NEW_DONE)
    return lines
