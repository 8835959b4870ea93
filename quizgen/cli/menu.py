"""What ``quizgen`` alone opens on a terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.terminal import words
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.wishes import STOPPED

if TYPE_CHECKING:
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)


def run_menu(ctx: click.Context) -> None:
    """Offer the everyday commands until the user quits; the help where the terminal cannot show a menu."""
    if not is_interactive():
        click.echo(ctx.get_help())
        return
    from rich.console import Console

    from quizgen.terminal.screen import Screen

    screen = Screen(Console(highlight=False))
    actions: dict[str, Callable[[], None]] = {
        words.MENU_QUIZ: lambda: _take_quiz(ctx, screen),
        words.MENU_STUDY: lambda: _study(ctx),
        words.MENU_STATS: lambda: _stats(ctx),
        words.MENU_LIST: lambda: _list(ctx),
        words.MENU_EXPORT: lambda: _export(ctx, screen),
        words.MENU_CHECK: lambda: _check(ctx),
    }
    while True:
        try:
            chosen = _choose(screen, words.MENU_TITLE, [*actions, words.MENU_QUIT])
        except STOPPED:
            return
        if chosen == len(actions):
            return
        try:
            _run(list(actions.values())[chosen])
        except STOPPED:
            continue


def _run(action: Callable[[], None]) -> None:
    """Run a command; what would end it on the command line is said, and the menu comes back."""
    from quizgen.reading.faults import FaultsError

    try:
        action()
    except click.ClickException as error:
        error.show()
    except FaultsError as error:
        for fault in error.faults:
            click.echo(fault, err=True)
    except click.exceptions.Exit:
        pass


def _take_quiz(ctx: click.Context, screen: "Screen") -> None:
    from quizgen.cli.quiz import quiz_command

    name = _choose_set(screen)
    counts = [words.count(count, "question") if count else words.MENU_ALL for count in _COUNTS]
    count = _COUNTS[_choose(screen, words.MENU_HOW_MANY, counts)]
    ctx.invoke(quiz_command, name=name, count=count, ask_all=count is None)


def _study(ctx: click.Context) -> None:
    from quizgen.cli.study import study_command

    ctx.invoke(study_command)


def _stats(ctx: click.Context) -> None:
    from quizgen.cli.stats import stats_command

    ctx.invoke(stats_command)


def _list(ctx: click.Context) -> None:
    from quizgen.cli.list import list_command

    ctx.invoke(list_command)


def _export(ctx: click.Context, screen: "Screen") -> None:
    from quizgen.cli.export import export_command

    ctx.invoke(export_command, names=(_choose_set(screen),))


def _check(ctx: click.Context) -> None:
    from quizgen.cli.check import check_command

    ctx.invoke(check_command)


def _choose_set(screen: "Screen") -> str:
    """The name of a set at hand, asked for where there are several."""
    from quizgen.reading.catalog import sets_at_hand

    names = [at_hand.name for at_hand in sets_at_hand(Path.cwd())]
    if not names:
        raise click.ClickException(
            "There is no question set at hand. Write one in ./decks; docs/authoring.md shows how."
        )
    return names[0] if len(names) == 1 else names[_choose(screen, words.MENU_WHICH_SET, names)]


def _choose(screen: "Screen", message: str, texts: list[str]) -> int:
    from quizgen.terminal.prompts import Footer, numbered, pick

    options = numbered(texts)
    keys = words.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, words.KEY_QUIT)))
