"""The command line: parses arguments, calls one function, prints. One file per command, imported when it is called."""

import sys
from importlib import import_module

import click

from quizgen import __version__

_COMMANDS = {
    "quiz": "Take a quiz.",
    "study": "Study with spaced repetition.",
    "stats": "Show your statistics.",
    "history": "Back up your answers, or move them to another computer.",
    "list": "Show the question sets at hand.",
    "show": "Print the questions of a set.",
    "check": "Find every fault in question sets and seeds.",
    "export": "Write Anki packages (.apkg).",
    "new": "Begin a question set of your own.",
    "add": "Add a question to a set.",
    "fix": "Add missing ids and put keys in order.",
    "preview": "Show a set as a page in the browser.",
    "record": "Record the text that a seed was checked against.",
    "import": "Make a set of a table, an Anki deck, GIFT or Aiken.",
    "draft": "Draft a seed from an article.",
    "generate": "Propose distractors and more questions for a seed.",
    "coverage": "Show what of a text the facts cover.",
    "schema": "Print the JSON Schema of sets or seeds.",
}
"""Every command with its line in the help; `quizgen COMMAND --help` says more."""

_EPILOG = """\b
Examples:
  quizgen quiz                     ten questions from the set that comes with quizgen
  quizgen quiz my-set.yaml -n 5    five from a set of your own
  quizgen study                    due reviews, then new questions
  quizgen check                    every fault in ./decks and ./seeds
  quizgen export -o deck.apkg      a deck to import into Anki
"""


class _Commands(click.Group):
    """Loads a command's module only when that command runs, so that help and version come at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return [*_COMMANDS]  # not list(...): importing quizgen.cli.list gives that name to the module

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"quizgen.cli.{cmd_name}"), f"{cmd_name}_command")
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches

            if not (near := get_close_matches(args[0].lower(), _COMMANDS, n=1)):
                raise
            raise click.UsageError(f"{error.message} Did you mean {near[0]!r}?", ctx) from None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([*_COMMANDS.items()])


@click.group(
    cls=_Commands,
    invoke_without_command=True,
    epilog=_EPILOG,
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, prog_name="quizgen")
@click.pass_context
def cli(ctx: click.Context) -> None:
    """Quizzes in the terminal and decks for Anki, from question sets in plain files.

    Without a command, a menu opens on a terminal.
    """
    if ctx.invoked_subcommand is not None:
        return
    if sys.stdin.isatty() and sys.stdout.isatty():
        from quizgen.cli.menu import run_menu

        run_menu(ctx)
    else:
        click.echo(ctx.get_help())


def main() -> None:
    """Run the command line; faults in files end it with status 1 and a line for each."""
    try:
        cli(prog_name="quizgen")
    except BrokenPipeError:
        # Whoever read our output has seen enough; say nothing more, not even at exit.
        sys.stdout = None
        sys.exit(1)
    except Exception as error:
        # Looked at only now: a run without faults need not import what reports them.
        from quizgen.loading.diagnostics import LoadError

        if not isinstance(error, LoadError):
            raise
        for diagnostic in error.diagnostics:
            click.echo(diagnostic, err=True)
        sys.exit(1)
