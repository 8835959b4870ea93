"""``quizgen history``: the whole history out to a file, and in from one."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click

from quizgen.cli.history_io import output, stored_history
from quizgen.history.review import Amendment
from quizgen.history.store import Record, UnknownReviewsError
from quizgen.history.transfer import BadLineError, lines, record_from
from quizgen.loading.diagnostics import printable

PACKAGE_ENDINGS = (".apkg", ".colpkg")


@click.group("history")
def history_command() -> None:
    """Back up your answers, or take them to another machine.

    \b
    Examples:
      quizgen history export backup.jsonl
      quizgen history export - | gzip > backup.jsonl.gz
      quizgen history import backup.jsonl
      quizgen history import my-deck.apkg
    """


@history_command.command("export", short_help="Write every answer to a file.")
@click.argument("file", default="-", metavar="[FILE]", type=click.Path(allow_dash=True))
def export_history(file: str) -> None:
    """Write every answer to FILE, one JSON object a line; `-`, the default, is the standard output.

    \b
    Examples:
      quizgen history export backup.jsonl
      quizgen history export | head
    """
    records = -1  # the heading is none
    with stored_history() as store, output(file) as out:
        for line in lines(store.log()):
            out.write(f"{line}\n")
            records += 1
    if file != "-":
        click.echo(f"{records} records written to {file}.")


@history_command.command("import", short_help="Add the answers in a file, or in an Anki package.")
@click.argument("file", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_history(file: Path) -> None:
    """Add the answers in FILE to your own: what `quizgen history export` wrote, or a package that Anki exported.

    What is there already is left as it is, so importing a file twice does no harm. A file with a bad line is refused
    whole. Of a package (.apkg or .colpkg, with scheduling information and for older versions of Anki), the reviews of
    quizgen's cards are taken. Exit status: 0 imported, 1 nothing imported.

    \b
    Examples:
      quizgen history import backup.jsonl
      quizgen history import my-deck.apkg
    """
    if file.suffix.lower() in PACKAGE_ENDINGS:
        _import_package(file)
        return
    diagnostics, amendments = _check(file)
    if not diagnostics:
        with stored_history() as store:
            try:
                added = store.merge(record for _, record in _records(file, {}))
            except UnknownReviewsError as error:
                diagnostics = {
                    amendments[amendment]: f"there is no review {amendment.review_id!r} to amend"
                    for amendment in error.amendments
                }
            else:
                click.echo(f"{added} new records imported." if added else "Nothing new: all of it is there already.")
                return
    if 1 in diagnostics and not any(_records(file, {})):
        diagnostics = {1: "this file is none that `quizgen history export` wrote"}
    for number, message in sorted(diagnostics.items()):
        click.echo(printable(f"{file}:{number}: {message}"), err=True)
    click.echo("Nothing was imported.", err=True)
    sys.exit(1)


def _import_package(file: Path) -> None:
    from quizgen.anki.history import not_known, read_reviews
    from quizgen.apkg.archive import PackageError

    try:
        reviews = read_reviews(file)
    except PackageError as error:
        raise click.ClickException(str(error)) from None
    if not reviews:
        click.echo("There are no reviews of quizgen's cards in it (export with scheduling information).")
        return
    with stored_history() as store:
        added = store.merge(list(not_known(reviews, store.reviews())))
    what = "review" if added == 1 else "reviews"
    click.echo(f"{added} new {what} imported." if added else "Nothing new: all of it is there already.")


def _check(file: Path) -> tuple[dict[int, str], dict[Amendment, int]]:
    """What is wrong, by line, and where the amendments stand."""
    diagnostics: dict[int, str] = {}
    amendments = {record: number for number, record in _records(file, diagnostics) if isinstance(record, Amendment)}
    return diagnostics, amendments


def _records(file: Path, diagnostics: dict[int, str]) -> Iterator[tuple[int, Record]]:
    """The records in ``file`` with the numbers of their lines; what cannot be read goes into ``diagnostics``."""
    with file.open("rb") as lines_of_bytes:
        for number, line in enumerate(lines_of_bytes, 1):
            try:
                record = record_from(line.decode("utf-8-sig" if number == 1 else "utf-8"))
            except UnicodeDecodeError:
                diagnostics[number] = "this is not UTF-8"
            except BadLineError as error:
                diagnostics[number] = str(error)
            else:
                if record is not None:
                    yield number, record
