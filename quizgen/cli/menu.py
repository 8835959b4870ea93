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
    actions: dict[str, Callable[[], list[str]]] = {
        words.MENU_QUIZ: lambda: ["quiz", _choose_set(screen), *_choose_count(screen)],
        words.MENU_STUDY: lambda: ["study"],
        words.MENU_STATS: lambda: ["stats"],
        words.MENU_LIST: lambda: ["list"],
        words.MENU_EXPORT: lambda: ["export", _choose_set(screen)],
        words.MENU_CHECK: lambda: ["check"],
    }
    while True:
        try:
            chosen = _choose(screen, words.MENU_TITLE, [*actions, words.MENU_QUIT])
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
    from quizgen.reading.faults import FaultsError

    try:
        ctx.command.main(arguments(), prog_name="quizgen", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    except FaultsError as error:
        for fault in error.faults:
            click.echo(fault, err=True)
    except (click.Abort, SystemExit):
        pass


def _choose_count(screen: "Screen") -> list[str]:
    texts = [words.count(count, "question") if count else words.MENU_ALL for count in _COUNTS]
    count = _COUNTS[_choose(screen, words.MENU_HOW_MANY, texts)]
    return ["-n", str(count)] if count else ["--all"]


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
