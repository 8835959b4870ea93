# ruff: noqa: N999 (each command's module has the command's name)
"""``quizgen import``: make a question set from another program's file."""

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.files import write_file
from quizgen.cli.say import say
from quizgen.importing.formats import FORMAT_DESCRIPTIONS, FORMATS, Format
from quizgen.loading.diagnostics import escape_controls
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.importing.importer import Imported
    from quizgen.importing.items import ImportProblem

_SHOWN = 5
"""How many items to name that have the same problem."""
_SEPARATORS = {"": None, "tab": "\t", "\\t": "\t", "comma": ",", "semicolon": ";"}
_SAMPLES = 3
"""How many questions of each note type `--dry-run` shows."""


_FORMATS = "\n".join(f"  {form:11} {description}" for form, description in FORMAT_DESCRIPTIONS.items())
_EPILOG = f"""\b
Formats:
{_FORMATS}

\b
Examples:
  quizgen import messages.csv -o decks/messages.yaml
  quizgen import quizlet.txt -o decks/words.yaml --separator " - "
  quizgen import capitals.apkg -o decks/capitals.yaml
  quizgen import capitals.apkg --dry-run --front Country --back Capital
  quizgen import moodle.gift -o decks/moodle.yaml --title "Week 3"
"""


@click.command("import", epilog=_EPILOG)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="SET",
    help="Write the set to SET, which must not exist yet.",
)
@click.option(
    "--id",
    "set_id",
    metavar="ID",
    help=(
        "Permanent id of the set. [default: the original id if FILE is a deck from quizgen; otherwise, an id generated "
        "from the file name of SET]"
    ),
)
@click.option(
    "--title",
    metavar="TEXT",
    help="Title of the set. [default: the title in FILE or, if it has none, the file name of SET]",
)
@click.option("--format", type=click.Choice(FORMATS), help="Format of FILE. [default: detected]")
@click.option(
    "--columns", metavar="NAMES", default="", help="Column names, separated by commas, if the table has no header row."
)
@click.option(
    "--header/--no-header",
    "has_header",
    default=None,
    help="Treat the first row of a table as column names (--header) or as data (--no-header). [default: detected]",
)
@click.option("--separator", metavar="TEXT", help="Separator between cells, such as ' - ' or tab. [default: detected]")
@click.option("--front", metavar="FIELD", default="", help="Anki field to use as the question; requires --back.")
@click.option("--back", metavar="FIELD", default="", help="Anki field to use as the answer; requires --front.")
@click.option("--note-type", metavar="NAME", default="", help="Note type that --front and --back apply to.")
@click.option("--first-cards", is_flag=True, help="Import only the first card of each Anki note.")
@click.option(
    "--report",
    type=click.Path(path_type=Path),
    metavar="REPORT",
    help="Also write a JSON report of everything that was left out and why.",
)
@click.option(
    "--dry-run", is_flag=True, help="Show up to three questions of each note type or kind, without writing a set."
)
@click.option(
    "--encoding",
    metavar="NAME",
    help="Text encoding, such as windows-1251. Use this option if characters look wrong.",
)
def import_command(
    *,
    file: Path,
    output: Path | None,
    set_id: str | None,
    title: str | None,
    format: Format | None,  # noqa: A002 (the option's name)
    columns: str,
    has_header: bool | None,
    separator: str | None,
    front: str,
    back: str,
    note_type: str,
    first_cards: bool,
    report: Path | None,
    dry_run: bool,
    encoding: str | None,
) -> None:
    """Create a question set from FILE, a file exported from another program. The format is detected automatically.

    Everything that cannot be imported is listed with its location and the reason. The result passes `quizgen check`.
    Pictures and sounds go into folders next to SET, and notes from Anki keep their guid. An existing file is never
    overwritten.

    The first row of a table names its columns: question, answer, distractors (separated by |), explanation, hint,
    topic, tags, and more; docs/importing.md lists them. For an Anki package, the output says which fields of each note
    type became the question and the answer. Use --dry-run to see the result without writing it, and --front and --back
    to choose other fields.
    """
    from quizgen.atomic import WriteError
    from quizgen.cli.bar import progress_bar
    from quizgen.importing.anki_notes import ImportChoices
    from quizgen.importing.importer import import_file
    from quizgen.importing.items import ImportRefusedError, NothingImportedError
    from quizgen.loading.catalog import set_with_id

    _check_options(file, output, report, front, back, note_type, dry_run=dry_run)
    try:
        with progress_bar(f"Importing {escape_controls(file.name)}") as watch:
            imported = import_file(
                file,
                id=set_id,
                title=title,
                name=None if output is None else output.stem,
                format=format,
                columns=columns.split(",") if columns else (),
                encoding=encoding,
                separator=_SEPARATORS.get(separator or "", separator),
                has_header=has_header,
                choices=ImportChoices(front, back, note_type, first_cards),
                is_used=lambda name: output is not None and set_with_id(output.parent, name) is not None,
                watch=watch,
            )
    except NothingImportedError as error:
        _tell_problems(file, report, error.format, 0, error.problems, error.notes)
        raise click.ClickException(escape_controls(f"{error}; no file was written")) from None
    except ImportRefusedError as error:
        raise click.ClickException(escape_controls(str(error))) from None
    number = len(imported.question_set.questions)
    _tell_problems(file, report, imported.format, number, imported.problems, imported.notes)
    if output is None or dry_run:
        for line in _samples(imported):
            click.echo(escape_controls(line))
        say(f"{_total(imported)} No set was written, because --dry-run was used.")
        return
    try:
        imported.save(output)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    say(f"Wrote {output}: {_total(imported)}")


def _check_options(
    file: Path, output: Path | None, report: Path | None, front: str, back: str, note_type: str, *, dry_run: bool
) -> None:
    """Raise UsageError for options that do not go together, ClickException if the set's file exists."""
    if output is None and not dry_run:
        raise click.UsageError("Use -o SET to specify the file to write, or --dry-run to see the result first.")
    if bool(front) != bool(back):
        raise click.UsageError("--front and --back must be used together.")
    if note_type and not front:
        raise click.UsageError("--note-type requires --front and --back.")
    if report is not None and report.resolve() in {file.resolve(), output.resolve() if output else None}:
        raise click.UsageError("--report would overwrite FILE or SET. Choose another file for the report.")
    if output is not None and output.exists() and not dry_run:
        raise click.ClickException(f"{output} already exists; not overwritten. Choose another file name.")


def _tell_problems(
    file: Path,
    report: Path | None,
    how: str,
    questions: int,
    problems: "Iterable[ImportProblem]",
    notes: Iterable[str],
) -> None:
    """Print what was left out, and write it to the file ``report`` if there is one."""
    problems, notes = list(problems), list(notes)
    if report is not None:
        write_file(report, _report(file, how, questions, problems, notes))
    _print_problems(file, how, problems, notes)


def _report(file: Path, how: str, questions: int, problems: "Iterable[ImportProblem]", notes: Iterable[str]) -> str:
    """Return what an import did as JSON."""
    import json

    left_out: dict[bool, list[dict[str, str]]] = {True: [], False: []}
    for problem in problems:
        left_out[problem.is_left_out].append({"where": problem.where, "message": problem.message})
    data = {
        "file": str(file), "format": how, "questions": questions,
        "left_out": left_out[True], "in_part": left_out[False], "notes": list(notes),
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _total(imported: "Imported") -> str:
    questions = imported.question_set.questions
    kinds = ", ".join(f"{number} {kind}" for kind, number in Counter(one.kind for one in questions).most_common())
    left_out = count(len(imported.left_out), "item")
    return f"{count(len(questions), 'question')} ({kinds}); {left_out} left out."


def _samples(imported: "Imported") -> Iterator[str]:
    """Yield the first questions of each note type, or of each kind, with their answers."""
    from quizgen.terminal.describe import right_answer_line

    shown: Counter[str] = Counter()
    for question in imported.question_set.questions:
        group = imported.groups.get(question.id, question.kind)
        shown[group] += 1
        if shown[group] <= _SAMPLES:
            yield f"{group}: {' '.join(question.stem.split())}"
            yield f"  answer: {' '.join(right_answer_line(question).split())}"


def _print_problems(file: Path, how: str, problems: "Iterable[ImportProblem]", notes: Iterable[str]) -> None:
    problems = list(problems)
    say(f"Read {file} as {how}.")
    for message, places in _by_message(problem for problem in problems if problem.is_left_out):
        say(escape_controls(f"Left out {places}: {message}"))
    for message, places in _by_message(problem for problem in problems if not problem.is_left_out):
        say(escape_controls(f"Imported {places}, but {message}"))
    for note in notes:
        say(escape_controls(note[0].upper() + note[1:]))


def _by_message(problems: "Iterable[ImportProblem]") -> Iterator[tuple[str, str]]:
    """Yield each message with the items that it applies to: in a deck of thousands, often one applies to most."""
    places: dict[str, list[str]] = {}
    for problem in problems:
        places.setdefault(problem.message, []).append(problem.where)
    for message, items in places.items():
        more = len(items) - _SHOWN
        yield message, ", ".join(items[:_SHOWN]) + (f" and {more:,} more" if more > 0 else "")
