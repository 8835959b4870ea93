"""What there is to study today, as `quizgen` without a command shows it: above its menu, or in plain lines."""

from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Self

import click

from quizgen.cli import menu_messages
from quizgen.cli.clock import running_clock
from quizgen.cli.say import say
from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.terminal import messages, study_messages

if TYPE_CHECKING:
    from quizgen.cli.interrupted import InterruptedQuiz
    from quizgen.history.today import Day, SetDay
    from quizgen.terminal.screen import Screen

_AROUND_ENTRIES = 4
"""Lines that a menu takes besides its entries: its title, its keys, and empty lines."""


@dataclass(frozen=True, slots=True)
class AvailableSet:
    """A set that can be chosen."""

    location: SetLocation
    question_set: QuestionSet | None
    """None if the file has errors."""

    @property
    def title(self) -> str:
        """The title, or the name of a file with errors."""
        return self.question_set.title if self.question_set else self.location.name


@dataclass(frozen=True, slots=True)
class Today:
    """What there is to study today."""

    sets: Sequence[AvailableSet]
    interrupted: "InterruptedQuiz | None"
    day: "Day | None"
    """None if it is unknown."""
    notes: Sequence[str]
    """What to say about the day's limit and goal, or why the day is unknown."""

    @classmethod
    def read(cls, now: datetime) -> Self:
        """Read the available sets, the settings and the history."""
        sets = [*_read_available()]
        return cls(sets, _find_interrupted(sets), *_read_day(sets, now))

    @property
    def line(self) -> str:
        """The numbers of all sets in one line; empty if they are unknown."""
        from quizgen.cli.due import day_line

        return (
            f"{menu_messages.TODAY}: {day_line(self.day, of_all=True)}"
            if self.day is not None and self.day.sets
            else ""
        )

    @property
    def counted(self) -> "Sequence[SetDay]":
        """The sets that were counted."""
        return self.day.sets if self.day else ()

    @property
    def waiting(self) -> list[tuple[str, str]]:
        """The title of each set that was counted, and what there is to study in it."""
        return [(one.title, _waiting(one)) for one in self.counted]

    @property
    def texts(self) -> tuple[object, ...]:
        """All that is shown, to see whether it changed."""
        return (*self.waiting, *self.with_errors, self.line, *self.notes, self.interrupted and self.interrupted.text)

    @property
    def with_errors(self) -> list[str]:
        """A line for each set that cannot be read."""
        return [menu_messages.set_with_errors(one.location.name) for one in self.sets if one.question_set is None]


def _read_available() -> Iterable[AvailableSet]:
    for location in available_sets(Path.cwd()):
        try:
            yield AvailableSet(location, read_set(location.path).question_set)
        except LoadError:
            yield AvailableSet(location, None)


def _read_day(sets: Sequence[AvailableSet], now: datetime) -> tuple["Day | None", list[str]]:
    """Return what there is to study today, None if that is unknown, and notes on the day's limit and goal."""
    from quizgen.cli.settings import read_study_settings
    from quizgen.cli.today import read_today, studied

    try:
        settings = read_study_settings()
    except click.ClickException as error:
        return None, [f"Error: {error.format_message()}"]
    day = read_today(now, settings, studied(one.question_set for one in sets if one.question_set))
    notes = []
    if day is not None and day.sets:
        if day.is_empty and any(of_set.new for of_set in day.sets):
            notes.append(study_messages.new_done(day.introduced) if settings.new else study_messages.NO_NEW)
        if settings.goal:
            notes.append(messages.goal_progress(day.answered, settings.goal))
    return day, notes


def _find_interrupted(sets: Iterable[AvailableSet]) -> "InterruptedQuiz | None":
    """Return the quiz on available sets that was interrupted last; None if the history cannot be read."""
    from quizgen.cli.interrupted import interrupted_quizzes
    from quizgen.cli.today import UNREADABLE
    from quizgen.history.history import History

    with suppress(*UNREADABLE), History() as history:
        sound = [(one.location.name, one.question_set) for one in sets if one.question_set]
        return next(interrupted_quizzes(history, sound), None)
    return None


def show_today(screen: "Screen", today: Today, entries: int) -> None:
    """Show what there is to study, as far as the menu with its ``entries`` leaves room.

    If there is none for all sets, those with due reviews are shown, then those with questions that are being learned.
    """
    from quizgen.terminal.screen import MARGIN

    width = screen.width - len(MARGIN)
    line = today.line
    below = [text for text in (line, *today.notes) if text]

    def room_for_sets(below: Sequence[str]) -> int:
        taken = sum(len(screen.wrapped(text, width)) for text in below)
        return screen.height - entries - _AROUND_ENTRIES - taken - 1

    if today.interrupted:
        with_interrupted = [*below, today.interrupted.text]
        if room_for_sets(with_interrupted) > 1:  # otherwise, the menu's entry says it
            below = with_interrupted
    room = room_for_sets(below)
    sets = [*today.counted]
    more = len(sets) + len(today.with_errors) - room
    if more > 0:
        sets.sort(key=lambda one: (not one.due, not one.learning))
    lines = [*(_set_line(screen, one, width) for one in sets), *today.with_errors]
    kept = max(1, room - 1)
    if more > 0 and len(lines) > kept:
        lines = [*lines[:kept], _more_line(len(lines) - kept, sets[kept:], width)]
    screen.begin()
    screen.gap()
    for text in lines:
        screen.line(text)
    if below:  # at the end, where it is in sight however many sets there are
        if len(lines) < room:
            screen.gap()
        start = len(f"{menu_messages.TODAY}:") if line else 0
        screen.line((below[0][:start], "bold"), below[0][start:])
        for text in below[1:]:
            screen.line(text)


def _waiting(one: "SetDay") -> str:
    return study_messages.waiting(one.due, one.learning, one.new)


def _set_line(screen: "Screen", one: "SetDay", width: int) -> str:
    waiting = _waiting(one)
    return menu_messages.set_today(screen.cut(one.title, width - len(menu_messages.set_today("", waiting))), waiting)


def _more_line(number: int, hidden: "Sequence[SetDay]", width: int) -> str:
    """Return a line for the sets that are not shown, with as much of what there is to study in them as fits."""
    due, learning = sum(one.due for one in hidden), sum(one.learning for one in hidden)
    new = sum(one.new for one in hidden)
    waiting = (
        study_messages.waiting(due, learning, new),
        study_messages.waiting(due, learning, 0),
        study_messages.waiting(due, 0, 0),
    )
    lines = (menu_messages.more_sets(number, each) for each in waiting)
    return next((line for line in lines if len(line) <= width), menu_messages.more_sets(number, ""))


def print_today(now: datetime | None) -> None:
    """Print what there is to study today, in plain lines."""
    today = Today.read(running_clock(now)())
    if not today.sets:
        say(menu_messages.NO_SETS)
    for title, waiting in today.waiting:
        say(menu_messages.set_today(title, waiting))
    for text in (*today.with_errors, *filter(None, [today.line]), *today.notes):
        say(text)
    if found := today.interrupted:
        say(f"{found.text} Resume it with {messages.resume_command([*found.names, '--plain'])}.")
    say(menu_messages.COMMANDS)
    remember_counted(today.sets)


def remember_counted(sets: Iterable[AvailableSet]) -> None:
    """Store which sets were counted, so that `quizgen due` counts them, too, once there is a history."""
    from quizgen.cli.today import UNREADABLE, remember
    from quizgen.history.history import History

    with suppress(*UNREADABLE), History() as history:
        if history.exists:
            history.use(lambda store: remember(store, [one.question_set for one in sets if one.question_set]))
