"""The command line. Each command has its own module, which is imported when the command runs."""

import gc
import os
import sys
from datetime import datetime
from importlib import import_module
from typing import Any

import click

from quizgen import __version__
from quizgen.cli.clock import now_option
from quizgen.cli.guard import run_guarded
from quizgen.terminal.startup import mute

_COMMANDS = {
    "quiz": "Take a quiz.",
    "study": "Study with spaced repetition.",
    "read": "Read a set as a short lesson.",
    "browse": "Browse the points (things to know) in your sets.",
    "due": "Print a summary of today's reviews and new questions.",
    "stats": "Show your statistics.",
    "history": "Export, import or repair your answer history.",
    "list": "List the available question sets.",
    "show": "Print the questions of a set.",
    "check": "Check question sets and seeds for errors and warnings.",
    "export": "Write Anki packages, or files for Moodle and Canvas.",
    "new": "Create a question set.",
    "add": "Add a question to a set.",
    "fix": "Add missing ids and sort the keys.",
    "convert": "Convert a set between YAML and Markdown.",
    "rename": "Change the id of a set or question and keep its history.",
    "preview": "Open a set in the browser.",
    "record": "Record which version of an article a seed was checked against.",
    "import": "Import a set from a table, Anki, Moodle or Canvas.",
    "draft": "Draft a seed from an article.",
    "generate": "Propose distractors and more questions for a seed.",
    "coverage": "Show which paragraphs of an article the facts cover.",
    "schema": "Print the JSON Schema for sets or seeds.",
}
"""Every command with its line in the help."""

_SESSIONS = {"quiz", "study"}
"""The commands that import more before their first prompt; their frontends switch garbage collection on."""

_PROMPTING = {*_SESSIONS, "browse", "read"}
"""The commands that keep keys off the screen between their prompts."""

_EPILOG = """\b
Examples:
  quizgen quiz                     answer ten questions from the first set
  quizgen quiz my-set.yaml -n 5    answer five questions from your set
  quizgen study                    study due reviews, then new questions
  quizgen check                    check ./decks and ./seeds
  quizgen export -o deck.apkg      export a deck for Anki
"""


class _Commands(click.Group):
    """Load a command's module only when that command runs, so that help and version are fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_COMMANDS]  # not list(...): importing quizgen.cli.list shadows that name here

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        if cmd_name in _PROMPTING:
            mute()
        command: click.Command = getattr(import_module(f"quizgen.cli.{cmd_name}"), f"{cmd_name}_command")
        if cmd_name not in _SESSIONS:
            gc.freeze()
            gc.enable()
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            if not sys.stderr.isatty():
                raise
            _show_wrapped(error)
            raise click.exceptions.Exit(error.exit_code) from None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from quizgen.text.suggestions import nearest

            if (near := nearest(args[0], _COMMANDS)) is None:
                raise
            raise click.UsageError(f"{error.message} Did you mean {near!r}?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*_COMMANDS.items()])


def _show_wrapped(error: click.ClickException) -> None:
    """Show an error as click does, but break its lines between words, where a terminal would break words."""
    from io import StringIO

    from quizgen.cli.say import say

    shown = StringIO()
    error.show(shown)
    say(shown.getvalue(), err=True)


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.option("--debug", is_flag=True, expose_value=False, help="Print a traceback for every error.")
@click.option(
    "--plain",
    is_flag=True,
    help="Print a summary of today's reviews and new questions as plain text, for screen readers and scripts.",
)
@click.version_option(__version__, prog_name="quizgen")
@now_option
@click.pass_context
def cli(ctx: click.Context, now: datetime | None, *, plain: bool) -> None:
    """Take quizzes in the terminal and build Anki decks from plain-text question sets.

    Without a command, show a menu and a summary of today's reviews and new questions.
    """
    if ctx.invoked_subcommand is not None:
        if plain:
            raise click.UsageError(_plain_before_a_command(ctx, ctx.invoked_subcommand))
        return
    if plain:
        from quizgen.cli.today_screen import print_today

        print_today(now)
        return
    if sys.stdin.isatty() and sys.stdout.isatty():
        mute()
        from quizgen.cli.menu import run_menu

        run_menu(ctx, now)
    else:
        click.echo(ctx.get_help())


def _plain_before_a_command(ctx: click.Context, name: str) -> str:
    command = cli.get_command(ctx, name)
    has_option = command is not None and any("--plain" in parameter.opts for parameter in command.params)
    if has_option:
        return f"--plain must come after the command: `quizgen {name} --plain`."
    return f"`quizgen {name}` has no --plain option."


def main() -> None:
    """Run the command line; print errors as plain lines and exit with a status above 0."""
    # What is imported stays until the end; looking for garbage in it takes a tenth of a second.
    gc.disable()
    # pydantic would search every installed package for a plugin, which takes the longer the more are installed.
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    try:
        run_guarded(lambda: cli(prog_name="quizgen"))
    finally:
        gc.freeze()  # at exit, Python would look for garbage once more, in everything
