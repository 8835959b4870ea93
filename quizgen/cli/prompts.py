"""Prompts of the authoring commands: with menus at a terminal, or line by line (``plain_prompts``)."""

import shutil
import sys
import textwrap
from collections.abc import Callable, Sequence
from typing import Any

import click

from quizgen.cli import plain_prompts
from quizgen.cli.plain_prompts import Check
from quizgen.cli.say import say
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.startup import mute

_POINTER = "❯"
_POINTER_CELLS = len(f" {_POINTER} ")
_LONGEST_QUOTED = 20
"""Characters of what was typed that a message quotes."""
_PLAIN = "quizgen.cli.prompts.plain"
"""The key of click's shared state that holds the option ``--plain``."""


def _keep_plain(ctx: click.Context, parameter: click.Parameter, value: bool) -> None:
    ctx.meta[_PLAIN] = value


plain_prompts_option = click.option(
    "--plain",
    is_flag=True,
    expose_value=False,
    callback=_keep_plain,
    help="Ask line by line, for screen readers and scripts (the default with TERM=dumb).",
)
"""The option ``--plain``, which makes a command ask line by line."""


def require_terminal(option: str, problem: str = "is missing") -> None:
    """Raise UsageError with the ``problem`` of a missing option if nothing can be asked; keep keys off menus."""
    if not can_ask():
        raise click.UsageError(
            f"{option} {problem}. quizgen can prompt for a missing option only in a terminal. Specify {option}, or "
            "use --plain to be asked line by line."
        )
    if not _in_lines():
        mute()


def can_ask() -> bool:
    """Return whether there is somebody to answer prompts."""
    return _in_lines() or is_interactive()


def _in_lines() -> bool:
    """Return whether to ask line by line: by option, or because the terminal cannot move its cursor."""
    context = click.get_current_context(silent=True)
    if context is not None and context.meta.get(_PLAIN):
        return True
    return sys.stdin.isatty() and sys.stdout.isatty() and not is_interactive()


def ask_line(message: str, default: str = "", check: Check | None = None) -> str:
    """Ask until ``check`` accepts the line; Ctrl-C and Ctrl-D end the command."""
    if _in_lines():
        return plain_prompts.ask_line(message, default, check)
    import questionary

    text = _hanging(message)
    return _until_accepted(
        lambda answer: questionary.text(text, default=answer, qmark="", prompt_continuation=" "), default, check
    )


def ask_path(message: str, check: Check | None = None) -> str:
    """Ask for the path of a file, which the Tab key completes, until ``check`` accepts it."""
    if _in_lines():
        return plain_prompts.ask_line(message, "", check)
    import questionary

    text = _hanging(message)
    # While a list of completions is open, Enter only closes it.
    return _until_accepted(
        lambda answer: questionary.path(text, default=answer, qmark="", complete_while_typing=False), "", check
    )


def _hanging(message: str, after: str = "") -> str:
    """Return ``message`` broken between words so that ``after`` follows it on its last line or on a new one.

    questionary prints a space before the first line and around ``after``; the other lines get theirs here.
    """
    width = max(20, shutil.get_terminal_size().columns - len("  "))
    lines = textwrap.wrap(f"{message} {after}".rstrip(), width, break_long_words=False, break_on_hyphens=False)
    broken = "\n ".join(lines)
    return broken.removesuffix(after).rstrip(" ")


def _until_accepted(prompt: Callable[[str], Any], default: str, check: Check | None) -> str:
    """Return the text that ``check`` accepts; each ``prompt`` holds the text before it, which was rejected."""
    from quizgen.terminal.word_wrap import break_between_words

    answer = default
    while True:
        question = prompt(answer)
        break_between_words(question.application)
        answer = str(_asked(question)).strip()
        if (diagnostic := check(answer) if check else None) is None:
            return answer
        sentence = diagnostic if diagnostic.endswith((".", "?")) else f"{diagnostic}."
        clear = " Edit your answer; Ctrl-U deletes it." if answer else ""
        say(f" {sentence}{clear}")  # questionary would cut it off at the edge of the screen


def ask_truth(message: str, default: str = "") -> str:
    """Ask for ``true`` or ``false``, typed, so that no answer is given by accident."""

    def check(text: str) -> str | None:
        return None if _truth(text) else "Type true or false (t or f)."

    return _truth(ask_line(f"{message} (t or f):", default, check)) or ""


def _truth(text: str) -> str | None:
    word = text.lower()
    return next((truth for truth in ("true", "false") if word in (truth, truth[0])), None)


def ask_choice(message: str, choices: Sequence[tuple[str, str]]) -> str:
    """Ask for one of ``choices``, pairs of a name and a description (hidden if the terminal is too narrow).

    In the menu, typing the beginning of a name selects it.
    """
    if _in_lines():
        return plain_prompts.ask_choice(message, choices)
    import questionary
    from prompt_toolkit.key_binding import KeyBindings, merge_key_bindings
    from rich.cells import cell_len, set_cell_size

    width = max(cell_len(name) for name, _ in choices)
    titles = {name: f"{set_cell_size(name, width)}  {about}" for name, about in choices}
    if max(map(cell_len, titles.values())) + _POINTER_CELLS >= shutil.get_terminal_size().columns:
        titles = {name: name for name in titles}
    options = [questionary.Choice(title, value=name) for name, title in titles.items()]
    hint = "(arrow keys, or type the name)"
    text = _hanging(message, hint.replace(" ", "\N{NO-BREAK SPACE}"))
    question = questionary.select(text, options, qmark="", pointer=_POINTER, use_jk_keys=False, instruction=hint)
    control = _list_of(question)
    own = KeyBindings()
    own.add("c-d", eager=True)(lambda event: event.app.exit(exception=EOFError))  # which questionary ignores

    @own.add("enter", eager=True)
    def _(event: Any) -> None:
        picked = control.get_pointed_at()
        picked.title = picked.value  # what stays on the screen: its description was there to choose by
        control.is_answered = True
        event.app.exit(result=picked.value)

    application = question.application
    application.key_bindings = merge_key_bindings(
        [application.key_bindings, own, _select_by_name(question, control, list(titles))]  # type: ignore[list-item]
    )
    answer: str = _asked(question)
    return answer


def _list_of(question: Any) -> Any:
    """Return the part of a questionary list that knows where the pointer is."""
    from questionary.prompts.common import InquirerControl

    windows = question.application.layout.find_all_windows()
    return next(window.content for window in windows if isinstance(window.content, InquirerControl))


def _select_by_name(question: Any, control: Any, names: Sequence[str]) -> Any:
    """Return bindings that move the pointer to the first name that begins with what is typed."""
    from prompt_toolkit.filters import Condition, is_done
    from prompt_toolkit.key_binding import KeyBindings
    from prompt_toolkit.keys import Keys
    from prompt_toolkit.layout import ConditionalContainer, FormattedTextControl, Window

    bindings = KeyBindings()
    typed: list[str] = []
    wrong = ""

    def notice() -> str:
        lines = _hanging(f"Nothing in the list begins with {wrong!r}.").split("\n")
        return " " + "\n".join(lines) if wrong else ""

    notices = Window(FormattedTextControl(notice), dont_extend_height=True)
    question.application.layout.container.children.append(
        ConditionalContainer(notices, Condition(lambda: bool(wrong)) & ~is_done)
    )

    @bindings.add(Keys.Any)
    def _(event: Any) -> None:
        nonlocal wrong
        if not event.data.isprintable():
            return
        typed.append(event.data)
        wrong = ""
        for text in ("".join(typed), event.data):  # a new beginning if the text fits no name
            found = next((at for at, name in enumerate(names) if name.lower().startswith(text.lower())), None)
            if found is not None:
                typed[:] = text
                control.pointed_at = found
                return
        wrong = _shortened("".join(typed))
        typed.clear()

    return bindings


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTED else f"{text[:_LONGEST_QUOTED]}…"


def ask_yes_no(message: str, *, default: bool = True) -> bool:
    """Ask a yes-or-no question."""
    if _in_lines():
        return plain_prompts.ask_yes_no(message, default=default)
    import questionary

    answer: bool = _asked(questionary.confirm(_hanging(message, "(Y/n)"), default=default, qmark=""))
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
