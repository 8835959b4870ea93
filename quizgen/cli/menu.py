"""What ``quizgen`` without a command shows on a terminal: what is due today, and a menu of everyday commands."""

from collections.abc import Callable, Sequence
from datetime import datetime
from itertools import chain, repeat
from typing import TYPE_CHECKING

import click

from quizgen.cli.say import say
from quizgen.cli.today_screen import AvailableSet, Today, print_today, remember_counted, show_today
from quizgen.loading.diagnostics import LoadError
from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)

_PRINTING = {"list", "export", "check"}
"""The commands that print lines without an empty one before them."""


def run_menu(ctx: click.Context, now: datetime | None) -> None:
    """Show what there is to study today and offer the everyday commands until the user quits.

    On a terminal that cannot show menus, print what there is to study. ``now`` is the time at the start, if given.
    """
    if not is_interactive():
        print_today(now)
        return
    from rich.console import Console

    from quizgen.cli.clock import running_clock
    from quizgen.terminal.screen import Screen

    clock = running_clock(now)
    screen = Screen(Console(highlight=False))
    for is_first in chain([True], repeat(False)):
        today = Today.read(clock())
        actions = _actions(screen, today)
        texts = [*actions, messages.MENU_QUIT]
        show_today(screen, today, len(texts))
        try:
            # The first menu takes the keys that were pressed while it was loading.
            chosen = _choose(screen, messages.MENU_TITLE, texts, leave=messages.KEY_QUIT, is_first=is_first)
        except STOPPED:
            return
        finally:
            remember_counted(today.sets)
        if chosen == len(actions):
            return
        try:
            _run(ctx, list(actions.values())[chosen], clock() if now else None)
        except STOPPED:
            continue
        if [*actions][chosen] != messages.MENU_BROWSE and not _returns(screen):
            return


def _actions(screen: "Screen", today: Today) -> dict[str, Callable[[], list[str]]]:
    """Return the commands by what the menu calls them, the most likely one first."""
    sets, day, stopped = today.sets, today.day, today.interrupted
    if not any(one.question_set for one in sets):
        checks = {messages.MENU_CHECK: lambda: ["check"]} if sets else {}
        return {**checks, messages.MENU_LIST: lambda: ["list"]}
    resume = {messages.MENU_RESUME: lambda: ["quiz", *stopped.names, "--resume"]} if stopped else {}
    study, arguments = messages.MENU_STUDY, ["study"]
    if day is not None and day.is_empty:
        if any(one.new for one in day.sets):
            more = messages.MORE_NEW
            study, arguments = messages.menu_more_new(more), ["study", "--new", str(day.introduced + more)]
        else:
            study, arguments = messages.MENU_STUDY_AHEAD, ["study", "--ahead"]
    return {
        study: lambda: arguments,
        **resume,
        messages.MENU_QUIZ: lambda: ["quiz", *_choose_sets(screen, sets), *_choose_count(screen)],
        messages.MENU_READ: lambda: ["read", _choose_set(screen, sets)],
        messages.MENU_BROWSE: lambda: ["browse"],
        messages.MENU_STATS: lambda: ["stats"],
        messages.MENU_LIST: lambda: ["list"],
        messages.MENU_EXPORT: lambda: ["export", _choose_set(screen, sets)],
        messages.MENU_CHECK: lambda: ["check"],
    }


def _run(ctx: click.Context, choose_arguments: Callable[[], list[str]], now: datetime | None) -> None:
    """Run a command as if it had been typed; show its errors and return to the menu."""
    try:
        arguments = choose_arguments()
        if arguments[0] in _PRINTING:
            click.echo()
        at = ["--now", now.isoformat()] if now else []
        ctx.command.main([*at, *arguments], prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:  # without the usage of a command that was not typed
        say(f"Error: {error.format_message()}", err=True)
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


def _choose_sets(screen: "Screen", sets: Sequence[AvailableSet]) -> list[str]:
    """Return the name of a set, or of all sets without errors, asking if there are several."""
    sound = [one.location.name for one in sets if one.question_set]
    if len(sound) < 2:
        return [_choose_set(screen, sets)]
    chosen = _choose(screen, messages.MENU_WHICH_SET, [*(one.title for one in sets), messages.MENU_ALL_SETS])
    return sound if chosen == len(sets) else [sets[chosen].location.name]


def _choose_set(screen: "Screen", sets: Sequence[AvailableSet]) -> str:
    """Return the name of a set, asking if there are several."""
    if not sets:
        raise click.ClickException(messages.NO_SETS)
    chosen = 0 if len(sets) == 1 else _choose(screen, messages.MENU_WHICH_SET, [one.title for one in sets])
    return sets[chosen].location.name


def _choose(
    screen: "Screen",
    message: str,
    texts: list[str],
    *,
    leave: str = messages.KEY_BACK_TO_MENU,
    is_first: bool = False,
) -> int:
    """Return the index of the text that is chosen; the first menu takes all keys that were pressed meanwhile."""
    from quizgen.terminal.keys import Footer, numbered
    from quizgen.terminal.startup import load_prompts

    load_prompts()
    from quizgen.terminal.prompts import LEAVING, pick

    options = numbered(texts)
    keys = messages.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, leave)), preselected=True, guarded=() if is_first else LEAVING)
