"""Questions that commands put to authors at a terminal. Off a terminal nothing may be asked: options say it all."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from quizgen.terminal.capability import is_interactive

Check = Callable[[str], str | None]
"""Says what is wrong with a text, or None."""


def require_terminal(missing: str) -> None:
    """Raise UsageError, naming the ``missing`` option, where there is nobody to ask."""
    if not is_interactive():
        raise click.UsageError(f"{missing} is missing, and there is no terminal to ask on.")


def ask_line(message: str, default: str = "", check: Check | None = None) -> str:
    """A line from the author, free of faults; Ctrl-C and Ctrl-D end the command."""
    import questionary

    def valid(text: str) -> bool | str:
        return (check(text.strip()) if check else None) or True

    answer: str = _asked(questionary.text(message, default=default, validate=valid, qmark=""))
    return answer.strip()


def ask_choice(message: str, choices: Sequence[tuple[str, str]]) -> str:
    """One of ``choices``, each a name and what it is."""
    import questionary

    width = max(len(name) for name, _ in choices)
    options = [questionary.Choice(f"{name:<{width}}  {about}", value=name) for name, about in choices]
    answer: str = _asked(questionary.select(message, options, qmark="", use_jk_keys=False))
    return answer


def ask_yes_no(message: str, *, default: bool = True) -> bool:
    """Yes or no."""
    import questionary

    answer: bool = _asked(questionary.confirm(message, default=default, qmark=""))
    return answer


def _asked(question: Any) -> Any:
    try:
        return question.unsafe_ask()
    except (KeyboardInterrupt, EOFError):
        raise click.Abort from None
