"""Prompts of the authoring commands, for use at a terminal only."""

import shutil
import sys
from collections.abc import Callable, Sequence
from typing import Any

import click

from quizgen.cli.say import say, wrapped
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.startup import mute

Check = Callable[[str], str | None]
"""Returns what is wrong with a text, or None."""

_POINTER_CELLS = len(" » ")


def require_terminal(missing: str) -> None:
    """Raise UsageError that names the ``missing`` option if there is no terminal; keep keys off it between prompts."""
    if not is_interactive():
        raise click.UsageError(f"{missing} is missing. It is required if quizgen does not run in a terminal.")
    mute()


def ask_line(message: str, default: str = "", check: Check | None = None) -> str:
    """Ask until ``check`` accepts the line; Ctrl-C and Ctrl-D end the command."""
    import questionary

    answer = default
    while True:
        answer = str(_asked(questionary.text(wrapped(message, sys.stdout), default=answer, qmark=""))).strip()
        diagnostic = check(answer) if check else None
        if diagnostic is None:
            return answer
        say(f" {diagnostic}")  # questionary would cut it off at the edge of the screen


def ask_path(message: str, check: Check | None = None) -> str:
    """Ask for the path of a file, which the Tab key completes, until ``check`` accepts it."""
    import questionary

    answer = ""
    while True:
        # While a list of completions is open, Enter only closes it.
        path = questionary.path(wrapped(message, sys.stdout), default=answer, qmark="", complete_while_typing=False)
        answer = str(_asked(path)).strip()
        diagnostic = check(answer) if check else None
        if diagnostic is None:
            return answer
        say(f" {diagnostic}")


def ask_choice(message: str, choices: Sequence[tuple[str, str]]) -> str:
    """Ask for one of ``choices``, pairs of a name and a description (hidden if the terminal is too narrow)."""
    import questionary
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from rich.cells import cell_len, set_cell_size

    width = max(cell_len(name) for name, _ in choices)
    titles = {name: f"{set_cell_size(name, width)}  {about}" for name, about in choices}
    if max(map(cell_len, titles.values())) + _POINTER_CELLS > shutil.get_terminal_size().columns:
        titles = {name: name for name in titles}
    options = [questionary.Choice(title, value=name) for name, title in titles.items()]
    question = questionary.select(wrapped(message, sys.stdout), options, qmark="", use_jk_keys=False)
    end = KeyBindings()  # questionary's lists ignore Ctrl-D
    end.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))
    application = question.application
    application.key_bindings = merge_key_bindings([application.key_bindings, end])  # type: ignore[list-item]
    answer: str = _asked(question)
    return answer


def ask_yes_no(message: str, *, default: bool = True) -> bool:
    """Ask a yes-or-no question."""
    import questionary

    answer: bool = _asked(questionary.confirm(wrapped(message, sys.stdout), default=default, qmark=""))
    return answer


def _asked(question: Any) -> Any:
    from prompt_toolkit.key_binding import merge_key_bindings

    from quizgen.terminal.prompts import suspension

    application = question.application
    application.key_bindings = merge_key_bindings([application.key_bindings, suspension()])
    try:
        return question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        raise click.Abort from None
