"""What ``quizgen`` without a command shows on a terminal: what is due today, and a menu of everyday commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizgen.cli.clock import running_clock
from quizgen.cli.common import IN_MENU
from quizgen.cli.say import say
from quizgen.cli.today_screen import AvailableSet, Today, print_today, remember_counted, show_today
from quizgen.loading.diagnostics import LoadError
from quizgen.session.frontend import STOPPED
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.startup import load_prompts
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)

_LEAVING_NOTHING = {messages.MENU_BROWSE, messages.MENU_READ}
"""The entries after which the menu follows at once, because what they showed has been read."""

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

    from quizgen.terminal.screen import Screen

    clock = running_clock(now)
    screen = Screen(Console(highlight=False))
    shown = None
    while True:
        today = Today.read(clock())
        actions = _actions(screen, today)
        if today.texts != shown:  # otherwise, the numbers above the last menu are still right
            show_today(screen, today, len(actions) + 1)
        try:
            # The first menu takes the keys that were pressed while it was loading.
            action = _choose_action(screen, actions, guarded=shown is not None)
        except STOPPED:
            return
        finally:
            remember_counted(today.sets)
        shown = today.texts
        if action is None:
            return
        try:
            _run(ctx, action.arguments, clock() if now else None)
        except STOPPED:
            continue
        if action.text not in _LEAVING_NOTHING and not _returns(screen):
            return


@dataclass(frozen=True, slots=True)
class _Action:
    """An entry of the menu. Its key is always the same, so that a habit never runs another command."""

    key: str
    text: str
    arguments: Callable[[], list[str]]
    """Returns the command to run, and may ask for parts of it."""


def _actions(screen: "Screen", today: Today) -> list[_Action]:
    """Return the entries of the menu, the most likely one first."""
    sets, day, stopped = today.sets, today.day, today.interrupted
    check = _Action("c", messages.MENU_CHECK, lambda: ["check"])
    listing = _Action("l", messages.MENU_LIST, lambda: ["list"])
    if not any(one.question_set for one in sets):
        return [check, listing] if sets else [listing]
    resume = []
    if stopped:
        label = messages.MENU_RESUME_EXAM if stopped.exam else messages.MENU_RESUME
        resume.append(_Action("r", label, lambda: ["quiz", *stopped.names, "--resume"]))
    study, arguments = messages.MENU_STUDY, ["study"]
    if day is not None and day.is_empty:
        if any(one.new for one in day.sets):
            more = messages.MORE_NEW
            study, arguments = messages.menu_more_new(more), ["study", "--new", str(day.introduced + more)]
        else:
            study, arguments = messages.MENU_STUDY_AHEAD, ["study", "--ahead"]
    return [
        _Action("s", study, lambda: arguments),
        *resume,
        _Action("t", messages.MENU_QUIZ, lambda: _choose_quiz(screen, sets)),
        _Action("o", messages.MENU_READ, lambda: ["read", _choose_set(screen, sets)]),
        _Action("b", messages.MENU_BROWSE, lambda: ["browse"]),
        _Action("v", messages.MENU_STATS, lambda: ["stats"]),
        listing,
        _Action("e", messages.MENU_EXPORT, lambda: ["export", _choose_set(screen, sets)]),
        check,
    ]


def _choose_action(screen: "Screen", actions: Sequence[_Action], *, guarded: bool) -> _Action | None:
    """Return the entry that is chosen; None to quit. Keys that may be those of the screen before are ``guarded``."""
    from quizgen.terminal.keys import Footer, Option

    load_prompts()
    from quizgen.terminal.prompts import LEAVING, pick

    options = [Option(action.key, action.text, (action.key,)) for action in actions]
    options.append(Option("q", messages.MENU_QUIT, ("q",)))
    footer = Footer((messages.KEY_LETTER, messages.KEY_QUIT))
    chosen = pick(screen, messages.MENU_TITLE, options, footer, start=0, guarded=LEAVING if guarded else ())
    return actions[chosen] if chosen < len(actions) else None


def _run(ctx: click.Context, choose_arguments: Callable[[], list[str]], now: datetime | None) -> None:
    """Run a command as if it had been typed; show its errors and return to the menu."""
    try:
        arguments = choose_arguments()
        if arguments[0] in _PRINTING:
            click.echo()
        at = ["--now", now.isoformat()] if now else []
        ctx.command.main([*at, *arguments], prog_name="quizgen", standalone_mode=False, obj=IN_MENU)
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


def _choose_quiz(screen: "Screen", sets: Sequence[AvailableSet]) -> list[str]:
    """Return the arguments of a quiz on a set, or on all sets, with as many questions as the user wants."""
    names = _choose_sets(screen, sets)
    chosen = [one.question_set for one in sets if one.question_set and one.location.name in names]
    asked = [
        (one.id, question) for one in chosen if not one.retired for question in one.questions if not question.retired
    ]
    points = {(set_id, point) for set_id, question in asked for point in question.points}
    texts = [count(number, "question") if number else messages.menu_all(len(asked), len(points)) for number in _COUNTS]
    number = _COUNTS[_choose(screen, messages.MENU_HOW_MANY, texts)]
    return ["quiz", *names, *(["-n", str(number)] if number else ["--all"])]


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


def _choose(screen: "Screen", message: str, texts: list[str]) -> int:
    """Return the index of the text that is chosen."""
    from quizgen.terminal.keys import Footer, numbered
    from quizgen.terminal.prompts import LEAVING, pick

    options = numbered(texts)
    keys = messages.keys_to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, messages.KEY_BACK_TO_MENU)), start=0, guarded=LEAVING)
