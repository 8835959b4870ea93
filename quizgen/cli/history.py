"""``quizgen history``: export and import of the history."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from quizgen.cli.bar import progress_bar
from quizgen.cli.clock import running_clock
from quizgen.cli.history_io import output, stored_history
from quizgen.cli.say import say
from quizgen.history.errors import StorageError
from quizgen.history.history import FILE_NAME, data_folder
from quizgen.history.records import Record
from quizgen.history.store import UnknownReviewsError
from quizgen.history.transfer import BadLineError, lines, record_from
from quizgen.loading.diagnostics import escape_controls
from quizgen.text.plurals import count

PACKAGE_ENDINGS = (".apkg", ".colpkg")
_PATIENCE = 60.0
"""Seconds that an import waits for other programs: nobody is waiting for the next question."""
_NOTHING_NEW = "Nothing to import: your history already contains everything in this file."


@click.group("history")
def history_command() -> None:
    """Back up your answers, or move them to another computer.

    \b
    Examples:
      quizgen history export backup.jsonl
      quizgen history export - | gzip > backup.jsonl.gz
      quizgen history import backup.jsonl
      quizgen history import my-deck.apkg
      quizgen history repair
    """


@history_command.command("export", short_help="Write every answer to a file.")
@click.argument("file", required=False, metavar="[FILE]", type=click.Path(allow_dash=True))
@click.option("-o", "--output", "named", metavar="FILE", type=click.Path(allow_dash=True), help="The same as FILE.")
def export_history(file: str | None, named: str | None) -> None:
    """Write every answer to FILE, one JSON object per line. The default, `-`, is standard output.

    \b
    Examples:
      quizgen history export backup.jsonl
      quizgen history export -o backup.jsonl
      quizgen history export | head
    """
    if file and named:
        raise click.UsageError(f"The answers can be written to only one file. Leave out {file!r} or -o.")
    file = file or named or "-"
    records = -1  # the heading is not a record
    with stored_history() as store, output(file) as out:
        for line in lines(store.log()):
            out.write(f"{line}\n")
            records += 1
    if file != "-":
        say(f"{count(records, 'record')} written to {file}.")


@history_command.command("import", short_help="Add the answers in a file or an Anki package to your history.")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_history(file: Path) -> None:
    """Add the answers in FILE to your history.

    FILE is a JSONL file from `quizgen history export`, or an Anki package (.apkg or .colpkg) that was exported with
    scheduling information. From an Anki package, the reviews of quizgen's cards are imported. If a line of a JSONL file
    is invalid, nothing is imported. Answers that are already stored are not changed, so it is safe to import a file
    twice.

    Exit status: 0 on success, 1 on error.

    \b
    Examples:
      quizgen history import backup.jsonl
      quizgen history import my-deck.apkg
    """
    if file.suffix.lower() in PACKAGE_ENDINGS:
        _import_package(file)
        return
    diagnostics: dict[int, str] = {}
    records = dict(_records(file, diagnostics))
    if not diagnostics:
        # Everything has been parsed before the history is opened: meanwhile, other programs can use it.
        with stored_history(patience=_PATIENCE) as store, progress_bar("Importing") as watch:
            try:
                added = store.merge_in_parts(records.values(), watch)
            except UnknownReviewsError as error:
                unknown = {id(record): record.review_id for record in error.records}
                diagnostics = {
                    number: f"this line changes the review {unknown[id(record)]!r}, which does not exist"
                    for number, record in records.items()
                    if id(record) in unknown
                }
            else:
                say(f"{count(added, 'new record')} imported." if added else _NOTHING_NEW)
                return
    if 1 in diagnostics and not records:
        diagnostics = {1: "this is not a file from `quizgen history export`"}
    for number, message in sorted(diagnostics.items()):
        click.echo(escape_controls(f"{file}:{number}: {message}"), err=True)
    click.echo("Nothing was imported.", err=True)
    sys.exit(1)


@history_command.command("repair", short_help="Recover what can still be read from a damaged history.")
def repair_history() -> None:
    """Rebuild a damaged history from the answers that can still be read from it and from its daily backups.

    First, close all other programs that use the history. The damaged file is kept under another name.

    \b
    Example:
      quizgen history repair
    """
    from quizgen.history.backup import repair

    folder = data_folder()
    if not (folder / FILE_NAME).exists():
        raise click.ClickException(f"No history found in {folder}; nothing to repair.")
    try:
        result = repair(folder, f"{running_clock(None)():%Y-%m-%d-%H%M%S}")
    except StorageError as error:
        raise click.ClickException(str(error)) from None
    backups = f" ({result.from_backups:,} from backups)" if result.from_backups else ""
    say(f"{count(result.answers, 'answer')} recovered{backups}. The damaged file was renamed to {result.damaged}.")


def _import_package(file: Path) -> None:
    from quizgen.anki.history import not_known, read_reviews
    from quizgen.apkg.archive import PackageError
    from quizgen.cli.common import readable_sets
    from quizgen.history.assigning import assign

    sets = [loaded.question_set for loaded in readable_sets()]
    try:
        reviews = read_reviews(file, sets)
    except PackageError as error:
        raise click.ClickException(str(error)) from None
    if not reviews:
        click.echo(
            f"{file} contains no reviews of quizgen's cards. If you have studied these cards in Anki, export the deck "
            "again, with scheduling information."
        )
        return
    with stored_history(patience=_PATIENCE) as store:
        now = running_clock(None)()
        assign(store, sets, now)
        new = list(not_known(reviews, store.reviews(undone=True)))
        with progress_bar("Importing") as watch:
            added = store.merge_in_parts(new, watch)
        assign(store, sets, now)
    say(f"{count(added, 'new review')} imported." if added else _NOTHING_NEW)


def _records(file: Path, diagnostics: dict[int, str]) -> Iterator[tuple[int, Record]]:
    """Yield the records in ``file`` with their line numbers; invalid lines go into ``diagnostics``."""
    with file.open("rb") as lines_of_bytes:
        for number, line in enumerate(lines_of_bytes, 1):
            try:
                record = record_from(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except UnicodeDecodeError:
                diagnostics[number] = "not valid UTF-8"
            except BadLineError as error:
                diagnostics[number] = str(error)
            else:
                if record is not None:
                    yield number, record
