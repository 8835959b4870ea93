"""``quizgen browse`` on a terminal: a list to search, and one point at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial

import click
from rich.console import Console, RenderableType

from quizgen.cli.browsing import PointRow
from quizgen.cli.common import IN_MENU
from quizgen.cli.editor import edit_question
from quizgen.history.records import Review, Suspension
from quizgen.history.store import Store
from quizgen.loading.diagnostics import LoadError
from quizgen.questions import Question
from quizgen.questions.kinds import kind_label
from quizgen.questions.view import answer_text
from quizgen.session.frontend import STOPPED, Previous
from quizgen.terminal import key_labels, messages
from quizgen.terminal.keys import Footer
from quizgen.terminal.lesson import FEWEST, FOOTER
from quizgen.terminal.prompts import find, wait
from quizgen.terminal.prose import answer_lead, plain_lines
from quizgen.terminal.screen import MARGIN, Screen
from quizgen.text.folding import fold

LATEST = 5
"""Number of answers shown for a point."""


def browse_on_screen(
    rows: Callable[[], list[PointRow]], reload: Callable[[], None], store: Store, clock: Callable[[], datetime]
) -> None:
    """Let the learner pick points until they quit; ``rows`` is called each time, because states change.

    ``reload`` reads the sets again after one was edited; it may raise ``LoadError``.
    """
    screen = Screen(Console(highlight=False))
    last, search = "", ""
    while True:
        found = rows()
        if not found:
            click.echo(messages.NO_POINTS)
            return
        try:
            picked, search = _pick(screen, found, clock(), last, search)
        except STOPPED:
            return
        last = picked.name
        if not _look_at(screen, picked, rows, reload, store=store, clock=clock):
            return
        screen.clear()  # the list, which may be short, replaces the point


def _pick(screen: Screen, rows: list[PointRow], now: datetime, last: str, search: str) -> tuple[PointRow, str]:
    """Return the point that the learner picks from a list, and what they searched for; both begin as they were."""
    texts = [f"{row.state_text(now)} · {row.stem} {messages.ARROW} {row.answer} [{row.point}]" for row in rows]
    names = [row.name for row in rows]
    leave = key_labels.MENU_TYPED if _is_in_menu() else key_labels.QUIT_TYPED
    footer = Footer((key_labels.TYPE_TO_SEARCH, key_labels.LOOK, leave))
    start = names.index(last) if last in names else 0

    def title(shown: Sequence[int]) -> str:
        return messages.points(len(shown), sum(rows[index].is_detail for index in shown))

    @cache
    def searched() -> list[list[str]]:
        return [[fold(text), *row.searched] for text, row in zip(texts, rows, strict=True)]

    def search_in(typed: str) -> list[int]:
        folded = fold(typed)
        return [index for index, parts in enumerate(searched()) if any(folded in part for part in parts)]

    index, search = find(
        screen, title, texts, footer,
        search_in=search_in, start=start, search=search, nothing_found=messages.NO_POINTS,
    )  # fmt: skip
    return rows[index], search


def _is_in_menu() -> bool:
    return bool(click.get_current_context().obj == IN_MENU)


def _look_at(
    screen: Screen,
    row: PointRow,
    rows: Callable[[], list[PointRow]],
    reload: Callable[[], None],
    *,
    store: Store,
    clock: Callable[[], datetime],
) -> bool:
    """Show a point until the learner returns to the list; return False if they quit."""
    set_id = row.loaded.question_set.id
    pages, number, note = _pages(screen, row, clock()), 1, ""
    screen.show_page(pages[0])
    while True:
        suspended = row.point in store.suspended(set_id)
        keys = (
            key_labels.ENTER_NEXT_PAGE if number < len(pages) else key_labels.ENTER_LIST,
            *([key_labels.BACK] if number > 1 else [key_labels.BACK_TO_LIST] if len(pages) > 1 else []),
            key_labels.RESUME if suspended else key_labels.SUSPEND,
            key_labels.EDIT,
            key_labels.MENU if _is_in_menu() else key_labels.QUIT,
        )
        place = messages.page(number, len(pages)) if len(pages) > 1 else ""
        footer = Footer(keys, {"left": Previous}, note="\n".join(filter(None, (note, place))))
        try:
            picked = wait(screen, footer, {"x": "suspend", "e": "edit", "escape": "leave"})
        except Previous:
            number -= 1
            if not number:
                return True
            screen.show_page(pages[number - 1])
            continue
        except STOPPED:
            return False
        if picked is None and number < len(pages):
            number += 1
            screen.show_page(pages[number - 1])
            continue
        if picked is None or picked == "leave":
            return True
        if picked == "edit":
            if not _edit(screen, row, reload):
                continue
            edited = next((each for each in rows() if each.name == row.name), None)
            if edited is None:
                return True
            row, number = edited, 1
            pages = _pages(screen, row, clock())
            screen.show_page(pages[0])
        else:
            store.suspend(Suspension(set_id, row.point, clock(), not suspended))
            note = messages.POINT_RESUMED if suspended else messages.POINT_SUSPENDED
            row = next((each for each in rows() if each.name == row.name), row)  # with its new state, unless left out
            pages = _pages(screen, row, clock())
            number = min(number, len(pages))
            screen.show_page(pages[number - 1])


def _edit(screen: Screen, row: PointRow, reload: Callable[[], None]) -> bool:
    """Open the first question of a point in the editor; return False if a set has errors then, which are shown."""
    error = edit_question(row.loaded, row.questions[0])
    if error:
        screen.line(error)
    try:
        reload()
    except LoadError as invalid:
        for diagnostic in invalid.diagnostics:
            screen.line(str(diagnostic))
        return False
    return True


def _pages(screen: Screen, row: PointRow, now: datetime) -> list[list[RenderableType]]:
    """Return what there is to show about a point, in pages that fit on the screen."""
    room = max(FEWEST, screen.height - FOOTER - 2)  # one line is across the screen, and one may be about suspending
    parts = [screen.lines_of(show) for show in _parts(screen, row, now)]
    if sum(map(len, parts)) <= room + 1:  # a single page has no number below it
        return [[line for lines in parts for line in lines]]
    pages: list[list[RenderableType]] = [[]]
    for lines in parts:
        if len(pages[-1]) + len(lines) > room and len(lines) <= room:
            pages.append([])
        for line in lines:
            if len(pages[-1]) == room:
                pages.append([])
            pages[-1].append(line)
    return pages


def _parts(screen: Screen, row: PointRow, now: datetime) -> Iterator[Callable[[], None]]:
    """Yield functions that show a point: each shows lines that stay on one page if they fit on it."""
    question_set = row.loaded.question_set

    def show_heading() -> None:
        screen.line((row.point, "bold"))
        screen.line(f"{row.title}, {question_set.topic_name(row.questions[0].topic)}: {row.state_text(now)}")

    yield show_heading
    for question in row.questions:
        yield partial(_show_question, screen, row, question)
    kinds = {question.id: kind_label(question.kind) for question in row.questions}
    for number, review in enumerate(row.history.reviews[-LATEST:]):
        yield partial(_show_review, screen, review, kinds, is_first=number == 0)


def _show_question(screen: Screen, row: PointRow, question: Question) -> None:
    screen.gap()
    for line in plain_lines(question.stem):
        screen.line(line)
    for number, line in enumerate(plain_lines(answer_text(question))):
        screen.item(line, lead=f"{MARGIN}{'  ' if number else answer_lead(line)}")
    answered = row.history.tally.questions.get(question.id)
    text = messages.NOT_ANSWERED
    if answered:
        text = f"average score {messages.average_score(answered.share, answered.attempts)}"
    screen.line(f"{kind_label(question.kind)}: {text}")


def _show_review(screen: Screen, review: Review, kinds: Mapping[str, str], *, is_first: bool) -> None:
    if is_first:
        screen.gap()
        screen.line((messages.LATEST_ANSWERS, "bold"))
    sign = messages.SIGNS[review.outcome]
    kind = f" ({kinds[review.question_id]})" if len(kinds) > 1 and review.question_id in kinds else ""
    verdict = f"{sign} {messages.VERDICTS[review.outcome]}{kind}"
    screen.line(verdict, lead=f"{MARGIN}{messages.moment(review.at)}  ")
