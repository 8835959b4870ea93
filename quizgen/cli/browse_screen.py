"""``quizgen browse`` on a terminal: a list to search, and one point at a time."""

from collections.abc import Callable
from datetime import datetime

import click
import questionary
from rich.console import Console

from quizgen.cli.browsing import PointRow
from quizgen.cli.editor import edit_question
from quizgen.history.records import Suspension
from quizgen.history.store import Store
from quizgen.questions.view import answer_text
from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.keys import Footer
from quizgen.terminal.prompts import wait
from quizgen.terminal.prose import plain_lines
from quizgen.terminal.screen import MARGIN, Screen

LATEST = 5
"""Number of answers shown for a point."""

_LIST_ROOM = 6
"""Columns that the list leaves to questionary's pointer."""


def browse_on_screen(rows: Callable[[], list[PointRow]], store: Store, clock: Callable[[], datetime]) -> None:
    """Let the learner pick points until they quit; ``rows`` are read again each time, because states change."""
    screen = Screen(Console(highlight=False))
    last: str | None = None
    while True:
        found = rows()
        if not found:
            click.echo(messages.NO_POINTS)
            return
        picked = _pick(screen, found, clock(), last)
        if picked is None:
            return
        last = f"{picked.loaded.question_set.id} {picked.point}"
        if not _look_at(screen, picked, store, clock):
            return


def _pick(screen: Screen, rows: list[PointRow], now: datetime, last: str | None) -> PointRow | None:
    """Return the point that the learner picks from a list with search; None if they quit."""
    choices = []
    for number, row in enumerate(rows):
        text = f"{row.state_text(now)} · {row.stem} [{row.point}]"
        choices.append(questionary.Choice(screen.cut(text, screen.width - _LIST_ROOM), value=number))
    names = [f"{row.loaded.question_set.id} {row.point}" for row in rows]
    question = questionary.select(
        messages.browse_title(len(rows)),
        choices,
        default=choices[names.index(last)] if last in names else None,
        qmark="",
        instruction=messages.BROWSE_KEYS,
        use_jk_keys=False,
        use_search_filter=True,
        erase_when_done=True,
    )
    try:
        return rows[int(question.unsafe_ask())]
    except STOPPED:
        return None


def _look_at(screen: Screen, row: PointRow, store: Store, clock: Callable[[], datetime]) -> bool:
    """Show a point until the learner returns to the list; return False if they quit."""
    set_id = row.loaded.question_set.id
    _show(screen, row, clock())
    while True:
        suspended = row.point in store.suspended(set_id)
        keys = (
            messages.KEY_ENTER_LIST,
            messages.KEY_RESUME if suspended else messages.KEY_SUSPEND,
            messages.KEY_EDIT,
            messages.KEY_QUIT,
        )
        try:
            picked = wait(screen, Footer(keys), {"x": "suspend", "e": "edit"})
        except STOPPED:
            return False
        if picked is None:
            return True
        if picked == "edit":
            error = edit_question(row.loaded, row.questions[0])
            if error:
                screen.line(error)
        else:
            store.add(Suspension(set_id, row.point, clock(), not suspended))
            screen.line(messages.RESUMED if suspended else messages.POINT_SUSPENDED)


def _show(screen: Screen, row: PointRow, now: datetime) -> None:
    question_set = row.loaded.question_set
    screen.gap()
    screen.rule()
    screen.line((row.point, "bold"))
    screen.line(f"{row.title}, {question_set.topic_name(row.questions[0].topic)}: {row.state_text(now)}")
    results = row.history.record.questions
    for question in row.questions:
        screen.gap()
        for line in plain_lines(question.stem):
            screen.line(line)
        screen.line(f"{answer_text(question)}", lead=f"{MARGIN}{messages.ARROW} ")
        answered = results.get(question.id)
        text = messages.answered_correctly(answered.share, answered.attempts) if answered else messages.NOT_ANSWERED
        screen.line(f"({question.kind}) {text}")
    if row.history.reviews:
        screen.gap()
        screen.line((messages.LATEST_ANSWERS, "bold"))
        for review in row.history.reviews[-LATEST:]:
            sign = messages.SIGNS[review.outcome]
            screen.line(f"{messages.moment(review.at)}  {sign} {messages.VERDICTS[review.outcome]} ({review.kind})")
