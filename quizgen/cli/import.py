# ruff: noqa: N999 (each command's module has the command's name)
"""``quizgen import``: make a question set from another program's file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

if TYPE_CHECKING:
    from quizgen.importing import ImportProblem
    from quizgen.importing.detect import Form

_SHOWN = 5
"""How many items to name that have the same problem."""
_FORMATS = ("apkg", "aiken", "gift", "table")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="SET", required=True, help="File to write.")
@click.option("--id", "set_id", metavar="ID", help="Permanent id of the set. [default: made from SET]")
@click.option("--title", metavar="TEXT", help="Title of the set. [default: the name of the deck or of SET]")
@click.option("--format", type=click.Choice(_FORMATS), help="Format of FILE. [default: detected]")
@click.option("--columns", metavar="NAMES", default="", help="Column names, if the table has no header row.")
@click.option(
    "--encoding", metavar="NAME", help="Encoding of a text file, such as windows-1251; set it if characters look wrong."
)
def import_command(
    *,
    file: Path,
    output: Path,
    set_id: str | None,
    title: str | None,
    format: str | None,  # noqa: A002 (the option's name)
    columns: str,
    encoding: str | None,
) -> None:
    """Make a question set from FILE: a table (CSV or TSV), Anki text or package, GIFT, or Aiken.

    Everything that cannot be imported is listed with its location and the reason. The result passes `quizgen check`.
    Pictures go into a folder next to SET, and notes from Anki keep their guid. An existing file is never overwritten.

    The first row of a table names its columns: question, answer, distractors (a | b), explanation, hint, topic, tags,
    and more; docs/importing.md lists them.

    \b
    Examples:
      quizgen import messages.csv -o decks/messages.yaml
      quizgen import quizlet.txt -o decks/messages.yaml --columns question,answer
      quizgen import capitals.apkg -o decks/capitals.yaml
      quizgen import moodle.gift -o decks/moodle.yaml --title "Week 3"
    """
    from quizgen.atomic import WriteError
    from quizgen.cli.bar import progress_bar
    from quizgen.importing import ImportRefusedError, NothingImportedError, import_file
    from quizgen.loading.diagnostics import escape_controls
    from quizgen.text.plurals import count

    if output.exists():
        raise click.ClickException(f"{output} already exists; not overwritten")
    try:
        with progress_bar(f"Importing {escape_controls(file.name)}") as watch:
            imported = import_file(
                file,
                id=set_id,
                title=title,
                name=output.stem,
                format=cast("Form | None", format),
                columns=columns.split(",") if columns else (),
                encoding=encoding,
                watch=watch,
            )
    except NothingImportedError as error:
        _print_problems(file, error.format, error.problems, error.notes)
        raise click.ClickException(escape_controls(f"{error}; no file was written")) from None
    except ImportRefusedError as error:
        raise click.ClickException(escape_controls(str(error))) from None
    _print_problems(file, imported.format, imported.problems, imported.notes)
    try:
        imported.save(output)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    questions = imported.question_set.questions
    kinds = ", ".join(f"{number} {kind}" for kind, number in Counter(one.kind for one in questions).most_common())
    left_out = count(len(imported.left_out), "item")
    click.echo(f"Wrote {output}: {count(len(questions), 'question')} ({kinds}); {left_out} left out.")


def _print_problems(file: Path, how: str, problems: "Iterable[ImportProblem]", notes: Iterable[str]) -> None:
    from quizgen.loading.diagnostics import escape_controls

    problems = list(problems)
    click.echo(f"Read {file} as {how}.")
    for problem in problems:
        if problem.is_left_out:
            click.echo(escape_controls(f"Left out {problem.where}: {problem.message}"))
    for message, places in _by_message(problem for problem in problems if not problem.is_left_out):
        click.echo(escape_controls(f"Imported {places}, but {message}"))
    for note in notes:
        click.echo(escape_controls(note[0].upper() + note[1:]))


def _by_message(problems: "Iterable[ImportProblem]") -> Iterator[tuple[str, str]]:
    """Yield each message with the items that it applies to: in a deck of thousands, often one applies to most."""
    places: dict[str, list[str]] = {}
    for problem in problems:
        places.setdefault(problem.message, []).append(problem.where)
    for message, items in places.items():
        more = len(items) - _SHOWN
        yield message, ", ".join(items[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
