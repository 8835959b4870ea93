"""``quizgen browse`` on a terminal: a list to search, and one point at a time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cache, partial

import click
from rich.console import Console, RenderableType

from quizgen.cli.browsing import PointRow
from quizgen.cli.common import IN_MENU
from quizgen.cli.editor import before_editing, edit_question
from quizgen.history.records import Review, Suspension
from quizgen.history.store import Store
from quizgen.loading.diagnostics import LoadError
from quizgen.questions import ChoiceQuestion, MultipleQuestion, Question
from quizgen.questions.kinds import kind_label
from quizgen.questions.view import answer_text
from quizgen.session.frontend import STOPPED, Previous
from quizgen.terminal import key_labels, messages, study_messages
from quizgen.terminal.keys import Footer
from quizgen.terminal.lesson import FEWEST, FOOTER
from quizgen.terminal.prompts import find, wait
from quizgen.terminal.prose import answer_lead, plain_line, plain_lines
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
    editor = _Editor(screen, reload)
    last, search = "", ""
    while True:
        found = rows()
        if not found:
            click.echo(messages.NO_POINTS)
            return
        try:
            picked, search = _pick(screen, found, last, search)
        except STOPPED:
            return
        last = picked.name
        if not _PointView(screen, picked, rows, editor, store=store, clock=clock).show():
            return
        screen.clear()  # the list, which may be short, replaces the point


def _pick(screen: Screen, rows: list[PointRow], last: str, search: str) -> tuple[PointRow, str]:
    """Return the point that the learner picks from a list, and what they searched for; both begin as they were."""
    texts = [f"{row.state_text} · {row.stem} {messages.ARROW} {row.answer} [{row.point}]" for row in rows]
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


class _Editor:
    """The learner's editor, which is named before it opens for the first time."""

    def __init__(self, screen: Screen, reload: Callable[[], None]) -> None:
        self._screen, self._reload = screen, reload
        self._has_opened = False

    def notice(self, row: PointRow) -> str:
        """Return what to say before the first question of a point is opened; empty once an editor was."""
        return "" if self._has_opened else before_editing(row.loaded, row.questions[0])

    def edit(self, row: PointRow) -> bool:
        """Open the first question of a point; return False if a set has errors then, which are shown."""
        self._has_opened = True
        error = edit_question(row.loaded, row.questions[0])
        if error:
            self._screen.line(error)
        try:
            self._reload()
        except LoadError as invalid:
            for diagnostic in invalid.diagnostics:
                self._screen.line(str(diagnostic))
            return False
        return True


class _PointView:
    """A point on the screen, in pages, which the learner can suspend and whose first question they can edit."""

    def __init__(
        self,
        screen: Screen,
        row: PointRow,
        rows: Callable[[], list[PointRow]],
        editor: _Editor,
        *,
        store: Store,
        clock: Callable[[], datetime],
    ) -> None:
        self._screen, self._row, self._rows, self._editor = screen, row, rows, editor
        self._store, self._clock = store, clock
        self._pages: list[list[RenderableType]] = []
        self._number = 1
        self._note = ""

    def show(self) -> bool:
        """Show the point until the learner returns to the list; return False if they quit."""
        self._show(self._row, 1)
        asked_to_edit = False
        while True:
            is_suspended = self._row.point in self._store.suspended(self._row.loaded.question_set.id)
            footer = self._footer(is_suspended=is_suspended)
            try:
                picked = wait(self._screen, footer, {"x": "suspend", "e": "edit", "escape": "leave"})
            except Previous:
                asked_to_edit = False
                if self._number == 1:
                    return True
                self._turn_to(self._number - 1)
                continue
            except STOPPED:
                return False
            if picked != "edit":
                asked_to_edit = False
            if picked == "suspend":
                self._suspend(not is_suspended)
            elif picked == "edit" and not asked_to_edit and (notice := self._editor.notice(self._row)):
                asked_to_edit = True
                self._note = notice
                self._turn_to(self._number)
            elif picked == "edit":
                if not self._edit():
                    return True
            elif picked is None and self._number < len(self._pages):
                self._turn_to(self._number + 1)
            else:
                return True

    def _footer(self, *, is_suspended: bool) -> Footer:
        number, total = self._number, len(self._pages)
        keys = (
            key_labels.ENTER_NEXT_PAGE if number < total else key_labels.ENTER_LIST,
            *([key_labels.BACK] if number > 1 else [key_labels.BACK_TO_LIST] if total > 1 else []),
            key_labels.RESUME if is_suspended else key_labels.SUSPEND,
            *([] if self._row.loaded.bundled else [key_labels.EDIT]),
            key_labels.MENU if _is_in_menu() else key_labels.QUIT,
        )
        place = messages.page(number, total) if total > 1 else ""
        return Footer(keys, {"left": Previous}, note="\n".join(filter(None, (self._note, place))))

    def _show(self, row: PointRow, number: int) -> None:
        """Show ``row`` from the page ``number``, or from its last page if it has fewer."""
        self._row, self._pages = row, _pages(self._screen, row)
        self._turn_to(min(number, len(self._pages)))

    def _turn_to(self, number: int) -> None:
        self._number = number
        self._screen.show_page(self._pages[number - 1])

    def _current(self) -> PointRow | None:
        """Return the point as it is now; None if it is no longer listed."""
        return next((one for one in self._rows() if one.name == self._row.name), None)

    def _suspend(self, suspended: bool) -> None:
        row = self._row
        self._store.suspend(Suspension(row.loaded.question_set.id, row.point, self._clock(), suspended))
        now = self._current() or row  # with its new state, unless the list leaves it out
        resumed = messages.RESUMED_DUE if now.state == "due" else messages.RESUMED
        self._note = messages.POINT_SUSPENDED if suspended else resumed
        self._show(now, self._number)

    def _edit(self) -> bool:
        """Let the learner edit the first question; return False if the point is gone then."""
        self._note = ""
        if not self._editor.edit(self._row):
            return True
        edited = self._current()
        if edited is not None:
            self._show(edited, 1)
        return edited is not None


def _pages(screen: Screen, row: PointRow) -> list[list[RenderableType]]:
    """Return what there is to show about a point, in pages that fit on the screen."""
    room = max(FEWEST, screen.height - FOOTER - 2)  # one line is across the screen, and one may be about suspending
    parts = [screen.lines_of(show) for show in _parts(screen, row)]
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


def _parts(screen: Screen, row: PointRow) -> Iterator[Callable[[], None]]:
    """Yield functions that show a point: each shows lines that stay on one page if they fit on it."""
    question_set = row.loaded.question_set

    def show_heading() -> None:
        screen.line((row.point, "bold"))
        screen.line(f"{row.title}, {question_set.topic_name(row.questions[0].topic)}: {row.state_text}")

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
    if isinstance(question, ChoiceQuestion | MultipleQuestion):
        others = "; ".join(plain_line(option) for option in question.wrong_options)
        screen.item(f"{messages.WRONG_OPTIONS}: {others}", lead=f"{MARGIN}  ")
    answered = row.history.tally.questions.get(question.id)
    text = messages.NOT_ANSWERED
    if answered:
        text = f"average score {study_messages.average_score(answered.share, answered.attempts)}"
    screen.line(f"{kind_label(question.kind)}: {text}")


def _show_review(screen: Screen, review: Review, kinds: Mapping[str, str], *, is_first: bool) -> None:
    if is_first:
        screen.gap()
        screen.line((messages.LATEST_ANSWERS, "bold"))
    sign = messages.SIGNS[review.outcome]
    kind = f" ({kinds[review.question_id]})" if len(kinds) > 1 and review.question_id in kinds else ""
    verdict = f"{sign} {messages.VERDICTS[review.outcome]}{kind}"
    screen.line(verdict, lead=f"{MARGIN}{messages.moment(review.at)}  ")
