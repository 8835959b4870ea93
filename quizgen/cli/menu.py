"""What ``quizgen`` alone opens on a terminal."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.terminal import messages
from quizgen.terminal.actions import STOPPED
from quizgen.terminal.capability import is_interactive

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
    actions: dict[str, Callable[[], list[str]]] = {
        messages.MENU_QUIZ: lambda: ["quiz", _choose_set(screen), *_choose_count(screen)],
        messages.MENU_STUDY: lambda: ["study"],
        messages.MENU_STATS: lambda: ["stats"],
        messages.MENU_LIST: lambda: ["list"],
        messages.MENU_EXPORT: lambda: ["export", _choose_set(screen)],
        messages.MENU_CHECK: lambda: ["check"],
    }
    while True:
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


def _run(ctx: click.Context, arguments: Callable[[], list[str]]) -> None:
    """Run a command as if it had been typed; what would end it is said, and the menu comes back."""
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
    texts = [messages.count(count, "question") if count else messages.MENU_ALL for count in _COUNTS]
    count = _COUNTS[_choose(screen, messages.MENU_HOW_MANY, texts)]
    return ["-n", str(count)] if count else ["--all"]


def _choose_set(screen: "Screen") -> str:
    """The name of a set at hand, asked for where there are several."""
    from quizgen.loading.catalog import sets_at_hand

    names = [at_hand.name for at_hand in sets_at_hand(Path.cwd())]
    if not names:
        raise click.ClickException(
            "There is no question set at hand. Write one in ./decks; docs/authoring.md shows how."
        )
    return names[0] if len(names) == 1 else names[_choose(screen, messages.MENU_WHICH_SET, names)]


def _choose(screen: "Screen", message: str, texts: list[str]) -> int:
    from quizgen.terminal.prompts import Footer, numbered, pick

    options = numbered(texts)
    keys = messages.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, messages.KEY_QUIT)))
