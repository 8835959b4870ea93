"""What ``quizgen`` without a command shows on a terminal: what is due today, and a menu of everyday commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

import click

from quizgen.cli import menu_messages
from quizgen.cli.clock import running_clock
from quizgen.cli.common import IN_MENU
from quizgen.cli.say import say
from quizgen.cli.today_screen import AvailableSet, Today, print_today, remember_counted, show_today
from quizgen.loading.diagnostics import LoadError
from quizgen.session.frontend import STOPPED
from quizgen.terminal import key_labels, study_messages
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.startup import load_prompts
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.terminal.screen import Screen

_COUNTS = (5, 10, 20, None)

_LEAVING_NOTHING = {menu_messages.BROWSE, menu_messages.READ}
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
    shown, is_first = None, True
    while True:
        today = Today.read(clock())
        actions = _actions(screen, today)
        if today.texts != shown:  # otherwise, the numbers above the last menu are still right
            show_today(screen, today, len(actions) + 1)
        try:
            # The first menu takes the keys that were pressed while it was loading.
            action = _choose_action(screen, actions, guarded=not is_first)
        except STOPPED:
            return
        finally:
            remember_counted(today.sets)
        if action is None:
            return
        is_first = False
        shown = None if action.text in _LEAVING_NOTHING else today.texts  # those clear the screen
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
    check = _Action("c", menu_messages.CHECK, lambda: ["check"])
    listing = _Action("l", menu_messages.LIST, lambda: ["list"])
    if not any(one.question_set for one in sets):
        return [check, listing] if sets else [listing]
    resume = []
    if stopped:
        label = menu_messages.RESUME_EXAM if stopped.exam else menu_messages.RESUME
        resume.append(_Action("r", label, lambda: ["quiz", *stopped.names, "--resume"]))
    study, arguments = menu_messages.STUDY, ["study"]
    if day is not None and day.is_empty:
        if more := min(study_messages.MORE_NEW, sum(one.new for one in day.sets)):
            study, arguments = menu_messages.more_new(more), ["study", "--new", str(day.introduced + more)]
        else:
            study, arguments = menu_messages.STUDY_AHEAD, ["study", "--ahead"]
    return [
        _Action("s", study, lambda: arguments),
        *resume,
        _Action("t", menu_messages.QUIZ, lambda: _choose_quiz(screen, sets)),
        _Action("o", menu_messages.READ, lambda: ["read", _choose_set(screen, sets)]),
        _Action("b", menu_messages.BROWSE, lambda: ["browse"]),
        _Action("v", menu_messages.STATS, lambda: ["stats"]),
        listing,
        _Action("e", menu_messages.EXPORT, lambda: ["export", _choose_set(screen, sets)]),
        check,
    ]


def _choose_action(screen: "Screen", actions: Sequence[_Action], *, guarded: bool) -> _Action | None:
    """Return the entry that is chosen; None to quit. Keys that may be those of the screen before are ``guarded``."""
    from quizgen.terminal.keys import Footer, Option

    load_prompts()
    from quizgen.terminal.prompts import LEAVING, pick

    options = [Option(action.key, action.text, (action.key,)) for action in actions]
    options.append(Option("q", menu_messages.QUIT, ("q",)))
    footer = Footer((key_labels.LETTER, key_labels.QUIT))
    chosen = pick(screen, menu_messages.TITLE, options, footer, start=0, guarded=LEAVING if guarded else ())
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
            say(str(diagnostic), err=True)
    except (click.Abort, SystemExit):
        pass


def _returns(screen: "Screen") -> bool:
    """Keep what a command printed in sight until the user returns to the menu; False if they quit."""
    from quizgen.terminal.keys import Footer
    from quizgen.terminal.prompts import wait

    try:
        wait(screen, Footer((key_labels.ENTER_MENU, key_labels.QUIT)))
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
    texts = [
        count(number, "question") if number else menu_messages.every_question(len(asked), len(points))
        for number in _COUNTS
    ]
    topics = [
        *dict.fromkeys(one.topic_name(question.topic) for one in chosen for question in one.questions if question.topic)
    ]
    texts.append(menu_messages.EXAM)
    if len(topics) > 1:
        texts.append(menu_messages.ONE_TOPIC)
    picked = _choose(screen, menu_messages.WHICH_QUESTIONS, texts)
    if picked < len(_COUNTS):
        number = _COUNTS[picked]
        return ["quiz", *names, *(["-n", str(number)] if number else ["--all"])]
    if texts[picked] == menu_messages.EXAM:
        return ["quiz", *names, "--exam"]
    return ["quiz", *names, "--topic", topics[_choose(screen, menu_messages.WHICH_TOPIC, topics)]]


def _choose_sets(screen: "Screen", sets: Sequence[AvailableSet]) -> list[str]:
    """Return the name of a set, or of all sets without errors, asking if there are several."""
    sound = [one.location.name for one in sets if one.question_set]
    if len(sound) < 2:
        return [_choose_set(screen, sets)]
    chosen = _choose(screen, menu_messages.WHICH_SET, [*(one.title for one in sets), menu_messages.ALL_SETS])
    return sound if chosen == len(sets) else [sets[chosen].location.name]


def _choose_set(screen: "Screen", sets: Sequence[AvailableSet]) -> str:
    """Return the name of a set, asking if there are several."""
    if not sets:
        raise click.ClickException(menu_messages.NO_SETS)
    chosen = 0 if len(sets) == 1 else _choose(screen, menu_messages.WHICH_SET, [one.title for one in sets])
    return sets[chosen].location.name


def _choose(screen: "Screen", message: str, texts: list[str]) -> int:
    """Return the index of the text that is chosen."""
    from quizgen.terminal.keys import Footer, numbered
    from quizgen.terminal.prompts import LEAVING, pick

    options = numbered(texts)
    keys = key_labels.to_pick([option.label for option in options if option.keys])
    return pick(screen, message, options, Footer((keys, key_labels.BACK_TO_MENU)), start=0, guarded=LEAVING)
