"""Prompts that ask line by line, and print everything in the order in which a screen reader reads it.

They are for terminals that cannot move their cursor (``TERM=dumb``), and for the option ``--plain``.
"""

import sys
from collections.abc import Callable, Sequence

import click

from quizgen.cli.say import say, wrapped

Check = Callable[[str], str | None]
"""Returns what is wrong with a text, or None."""

_YES_NO = {"y": True, "yes": True, "n": False, "no": False}
_CLEAR = "-"


def ask_line(message: str, default: str = "", check: Check | None = None) -> str:
    """Ask until ``check`` accepts the line; an empty one means ``default``."""
    if default:
        message = f"{message} (Enter keeps {default!r}; {_CLEAR} deletes it)"
    while True:
        text = _line(message)
        answer = default if not text else "" if default and text == _CLEAR else text
        if (diagnostic := check(answer) if check else None) is None:
            return answer
        say(diagnostic)


def ask_choice(message: str, choices: Sequence[tuple[str, str]]) -> str:
    """Ask for one of ``choices``, pairs of a name and a description, by its number or the beginning of its name."""
    names = [name for name, _ in choices]
    by_number = {str(number): name for number, name in enumerate(names, 1)}
    for number, (name, about) in enumerate(choices, 1):
        say(f"{number}. {name}: {about}")
    while True:
        text = _line(f"{message.rstrip(':')} (name or number):")
        if text in by_number:
            return by_number[text]
        exact = [name for name in names if name.lower() == text.lower()]
        found = exact or [name for name in names if text and name.lower().startswith(text.lower())]
        if len(found) == 1:
            return found[0]
        problem = "matches several names" if found else "is not in the list"
        wrong = f"{text!r} {problem}. " if text else ""
        say(f"{wrong}Type one of the names, or a number from 1 to {len(names)}.")


def ask_yes_no(message: str, *, default: bool) -> bool:
    """Ask a yes-or-no question."""
    answered = "yes" if default else "no"
    while True:
        text = _line(f"{message} (yes or no; Enter for {answered})").lower() or answered
        if text in _YES_NO:
            return _YES_NO[text]
        say("Type yes or no.")


def _line(message: str) -> str:
    """Return a line from the input; its end ends the command."""
    click.echo(f"{wrapped(message, sys.stdout)} ", nl=False)
    text = sys.stdin.readline()
    if not text:
        raise click.Abort
    return text.strip()
