"""What ``quizgen`` without a command shows on a terminal: what is due today, and a menu of everyday commands."""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, repeat
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.history.today import Day
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)

_PRINTING = {"list", "export", "check"}
"""The commands that print lines without an empty one before them."""

_MORE_NEW = 5
"""Number of new questions that are offered when nothing is left for today."""


@dataclass(frozen=True, slots=True)
class _Available:
    """A set that can be chosen."""

    location: SetLocation
    question_set: QuestionSet | None
    """None if the file has errors."""

    @property
    def title(self) -> str:
        return self.question_set.title if self.question_set else self.location.name


def run_menu(ctx: click.Context, now: datetime | None) -> None:
    """Show what there is to study today and offer the everyday commands until the user quits.

    Without a terminal that can show menus, print the help. If ``now`` is given, it is the time at the start.
    """
    if not is_interactive():
        click.echo(ctx.get_help())
        return
    from rich.console import Console

    from quizgen.cli.clock import running_clock
    from quizgen.terminal.screen import Screen

    clock = running_clock(now)
    screen = Screen(Console(highlight=False))
    for is_first in chain([True], repeat(False)):
        sets = [*_available()]
        day = _show_today(screen, sets, clock())
        actions = _actions(screen, sets, day)
        try:
            # The first menu takes the keys that were pressed while it was loading.
            texts = [*actions, messages.MENU_QUIT]
            chosen = _choose(screen, messages.MENU_TITLE, texts, leave=messages.KEY_QUIT, guarded=not is_first)
        except STOPPED:
            return
        finally:
            _remember(sets)
        if chosen == len(actions):
            return
        try:
            _run(ctx, list(actions.values())[chosen], clock() if now else None)
        except STOPPED:
            continue
        if [*actions][chosen] != messages.MENU_BROWSE and not _returns(screen):
            return


def _actions(screen: "Screen", sets: Sequence[_Available], day: "Day | None") -> dict[str, Callable[[], list[str]]]:
    """Return the commands by what the menu calls them, the most likely one first."""
    study, arguments = messages.MENU_STUDY, ["study"]
    if day is not None and day.is_empty:
        if any(one.new for one in day.sets):
            study, arguments = messages.menu_more_new(_MORE_NEW), ["study", "--new", str(day.introduced + _MORE_NEW)]
        else:
            study, arguments = messages.MENU_STUDY_AHEAD, ["study", "--ahead"]
    return {
        study: lambda: arguments,
        messages.MENU_QUIZ: lambda: ["quiz", *_choose_sets(screen, sets), *_choose_count(screen)],
        messages.MENU_READ: lambda: ["read", _choose_set(screen, sets)],
        messages.MENU_BROWSE: lambda: ["browse"],
        messages.MENU_STATS: lambda: ["stats"],
        messages.MENU_LIST: lambda: ["list"],
        messages.MENU_EXPORT: lambda: ["export", _choose_set(screen, sets)],
        messages.MENU_CHECK: lambda: ["check"],
    }


def _available() -> Iterable[_Available]:
    for location in available_sets(Path.cwd()):
        try:
            yield _Available(location, read_set(location.path).question_set)
        except LoadError:
            yield _Available(location, None)


def _show_today(screen: "Screen", sets: Sequence[_Available], now: datetime) -> "Day | None":
    """Show what is due and new in each set, how long it takes, and the streak; None if that is unknown."""
    from quizgen.cli.due import day_line
    from quizgen.cli.settings import read_study_settings
    from quizgen.cli.today import read_today, studied

    try:
        settings = read_study_settings()
    except click.ClickException as error:
        error.show()
        return None
    day = read_today(now, settings, studied(one.question_set for one in sets if one.question_set))
    screen.begin()
    screen.gap()
    for of_set in day.sets if day else ():
        screen.line(messages.set_today(of_set.title, of_set.due, of_set.learning, of_set.new))
    for one in sets:
        if one.question_set is None:
            screen.line(messages.set_with_errors(one.location.name))
    if day is not None and day.sets:  # at the end, where it is in sight however many sets there are
        screen.gap()
        screen.line((f"{messages.TODAY}: ", "bold"), day_line(day))
        if day.is_empty and any(of_set.new for of_set in day.sets):
            screen.line(messages.NEW_DONE_TODAY if settings.new else messages.NO_NEW)
        if settings.goal:
            screen.line(messages.goal_progress(day.answered, settings.goal))
    return day


def _remember(sets: Iterable[_Available]) -> None:
    """Store which sets were counted, so that `quizgen due` counts them, too, once there is a history."""
    from quizgen.cli.history_io import stored_history
    from quizgen.cli.today import UNREADABLE, remember
    from quizgen.history.history import FILE_NAME, data_folder

    with suppress(*UNREADABLE):
        if (data_folder() / FILE_NAME).exists():
            with stored_history() as store:
                remember(store, [one.question_set for one in sets if one.question_set])


def _run(ctx: click.Context, choose_arguments: Callable[[], list[str]], now: datetime | None) -> None:
    """Run a command as if it had been typed; show its errors and return to the menu."""
    try:
        arguments = choose_arguments()
        if arguments[0] in _PRINTING:
            click.echo()
        at = ["--now", now.isoformat()] if now else []
        ctx.command.main([*at, *arguments], prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    except LoadError as error:
        for diagnostic in error.diagnostics:
            click.echo(diagnostic, err=True)
    except (click.Abort, SystemExit):
        pass


def _returns(screen: "Screen") -> bool:
    """Keep what a command printed in sight until the user returns to the menu; False if they quit."""
    from quizgen.terminal.keys import Footer
    from quizgen.terminal.prompts import wait

    try:
        wait(screen, Footer((messages.KEY_ENTER_MENU, messages.KEY_QUIT)))
    except STOPPED:
        return False
    return True


def _choose_count(screen: "Screen") -> list[str]:
    texts = [count(number, "question") if number else messages.MENU_ALL for number in _COUNTS]
    number = _COUNTS[_choose(screen, messages.MENU_HOW_MANY, texts)]
    return ["-n", str(number)] if number else ["--all"]


def _choose_sets(screen: "Screen", sets: Sequence[_Available]) -> list[str]:
    """Return the name of a set, or of all sets without errors, asking if there are several."""
    sound = [one.location.name for one in sets if one.question_set]
    if len(sound) < 2:
        return [_choose_set(screen, sets)]
    chosen = _choose(screen, messages.MENU_WHICH_SET, [*(one.title for one in sets), messages.MENU_ALL_SETS])
    return sound if chosen == len(sets) else [sets[chosen].location.name]


def _choose_set(screen: "Screen", sets: Sequence[_Available]) -> str:
    """Return the name of a set, asking if there are several."""
    if not sets:
        raise click.ClickException("No question sets found. Create one with `quizgen new`.")
    chosen = 0 if len(sets) == 1 else _choose(screen, messages.MENU_WHICH_SET, [one.title for one in sets])
    return sets[chosen].location.name


def _choose(
    screen: "Screen",
    message: str,
    texts: list[str],
    *,
    leave: str = messages.KEY_BACK_TO_MENU,
    guarded: bool = True,
) -> int:
    from quizgen.terminal.keys import Footer, numbered
    from quizgen.terminal.startup import load_prompts

    load_prompts()
    from quizgen.terminal.prompts import pick

    options = numbered(texts)
    keys = messages.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, leave)), preselected=True, guarded=guarded)
