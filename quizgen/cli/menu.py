"""What ``quizgen`` without a command shows on a terminal: what is due today, and a menu of everyday commands."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)


def run_menu(ctx: click.Context) -> None:
    """Show what there is to study today and offer the everyday commands until the user quits.

    Without a terminal that can show menus, print the help.
    """
    if not is_interactive():
        click.echo(ctx.get_help())
        return
    from rich.console import Console

    from quizgen.terminal.screen import Screen

    screen = Screen(Console(highlight=False))
    actions: dict[str, Callable[[], list[str]]] = {
        messages.MENU_STUDY: lambda: ["study"],
        messages.MENU_QUIZ: lambda: ["quiz", _choose_set(screen), *_choose_count(screen)],
        messages.MENU_READ: lambda: ["read", _choose_set(screen)],
        messages.MENU_BROWSE: lambda: ["browse"],
        messages.MENU_STATS: lambda: ["stats"],
        messages.MENU_LIST: lambda: ["list"],
        messages.MENU_EXPORT: lambda: ["export", _choose_set(screen)],
        messages.MENU_CHECK: lambda: ["check"],
    }
    while True:
        _show_today(screen)
        try:
            chosen = _choose(screen, messages.MENU_TITLE, [*actions, messages.MENU_QUIT])
        except STOPPED:
            return
        if chosen == len(actions):
            return
        try:
            _run(ctx, list(actions.values())[chosen])
        except STOPPED:
            continue


def _show_today(screen: "Screen") -> None:
    """Show what is due and new in each set, how long it takes, and the streak."""
    from quizgen.cli.clock import running_clock
    from quizgen.cli.due import day_line
    from quizgen.cli.settings import read_study_settings
    from quizgen.cli.today import read_today, studied
    from quizgen.loading.catalog import available_sets
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import read_set

    sets = []
    for location in available_sets(Path.cwd()):
        try:
            sets.append(read_set(location.path).question_set)
        except LoadError:  # `quizgen check` shows the errors
            continue
    try:
        settings = read_study_settings()
    except click.ClickException as error:
        error.show()
        return
    day = read_today(running_clock(None)(), settings, studied(sets))
    if day is None or not day.sets:
        return
    screen.gap()
    screen.line((f"{messages.TODAY}: ", "bold"), day_line(day))
    if settings.goal:
        screen.line(messages.goal_progress(day.answered, settings.goal))
    for one in day.sets:
        numbers = ", ".join(
            text for number, text in ((one.due, f"{one.due} due"), (one.new, f"{one.new} new")) if number
        )
        if numbers:
            screen.line(f"{one.title}: {numbers}", lead="   ")


def _run(ctx: click.Context, arguments: Callable[[], list[str]]) -> None:
    """Run a command as if it had been typed; show its errors and return to the menu."""
    from quizgen.loading.diagnostics import LoadError

    try:
        ctx.command.main(arguments(), prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    except LoadError as error:
        for diagnostic in error.diagnostics:
            click.echo(diagnostic, err=True)
    except (click.Abort, SystemExit):
        pass


def _choose_count(screen: "Screen") -> list[str]:
    texts = [count(number, "question") if number else messages.MENU_ALL for number in _COUNTS]
    number = _COUNTS[_choose(screen, messages.MENU_HOW_MANY, texts)]
    return ["-n", str(number)] if number else ["--all"]


def _choose_set(screen: "Screen") -> str:
    """Return the name of a set, asking if there are several."""
    from quizgen.loading.catalog import available_sets

    names = [location.name for location in available_sets(Path.cwd())]
    if not names:
        raise click.ClickException("No question set found. Create one with `quizgen new`.")
    return names[0] if len(names) == 1 else names[_choose(screen, messages.MENU_WHICH_SET, names)]


def _choose(screen: "Screen", message: str, texts: list[str]) -> int:
    from quizgen.terminal.keys import Footer, numbered
    from quizgen.terminal.startup import load_prompts

    load_prompts()
    from quizgen.terminal.prompts import pick

    options = numbered(texts)
    keys = messages.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, messages.KEY_QUIT)), preselected=True)
