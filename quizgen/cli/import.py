# ruff: noqa: N999 (each command's module has the command's name)
"""``quizgen import``."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

_NAMED = 5
_FORMS = ("apkg", "aiken", "gift", "table")


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="SET", required=True, help="The set to write.")
@click.option("--id", "name", metavar="ID", help="Permanent name of the set; made from SET when left out.")
@click.option("--title", metavar="TEXT", help="Its title; the deck's name or SET's when left out.")
@click.option("--format", "form", type=click.Choice(_FORMS), help="What FILE is, where its content does not tell.")
@click.option(
    "--columns", metavar="NAMES", default="", help="Names of a table's columns, where none of its lines has them."
)
@click.option(
    "--encoding", metavar="NAME", help="How a text is encoded, where its letters come out wrong: windows-1251."
)
def import_command(
    *,
    file: Path,
    output: Path,
    name: str | None,
    title: str | None,
    form: str | None,
    columns: str,
    encoding: str | None,
) -> None:
    """Make a question set of FILE: a table (CSV or TSV), Anki's text or package, GIFT, or Aiken.

    Whatever cannot be taken is listed with its place and the reason. What is taken passes `quizgen check`. Pictures go
    into a folder beside SET; notes from Anki keep their guid. Nothing is overwritten.

    The first line of a table names its columns: question, answer, distractors (a | b), explanation, hint, topic, tags,
    and more; docs/importing.md lists them.

    \b
    Examples:
      quizgen import messages.csv -o decks/messages.yaml
      quizgen import quizlet.txt -o decks/messages.yaml --columns question,answer
      quizgen import capitals.apkg -o decks/capitals.yaml
      quizgen import moodle.gift -o decks/moodle.yaml --title "Week 3"
    """
    from quizgen.atomic import WriteError, write_text
    from quizgen.cli.bar import progress_bar
    from quizgen.importing.detect import read
    from quizgen.importing.items import ImportRefusedError
    from quizgen.importing.plain import clean
    from quizgen.importing.setfile import set_text, with_pictures
    from quizgen.importing.validate import accept
    from quizgen.loading.diagnostics import printable
    from quizgen.loading.document import document_of, read_bytes
    from quizgen.loading.error_messages import kebab
    from quizgen.loading.sets import set_from

    if output.exists():
        raise click.ClickException(f"{output} is there already, and was left as it is.")
    content = read_bytes(file)
    try:
        with progress_bar(f"Reading {printable(file.name)}") as watch:
            names = columns.split(",") if columns else ()
            found = read(content, file.suffix, form, names, encoding=encoding, watch=watch)  # type: ignore[arg-type]
    except ImportRefusedError as error:
        raise click.ClickException(printable(f"{file} cannot be imported: {error}.")) from None
    name = name or kebab(output.stem.replace(".", " ")) or "imported"
    found, pictures = with_pictures(found, f"{output.stem}-pictures")
    with progress_bar(f"Checking {printable(file.name)}") as watch:
        accepted = accept(found, watch)
    click.echo(f"Read {file} as {found.how}.")
    for where, reason in accepted.left_out:
        click.echo(printable(f"Left out {where}: {reason}"))
    for remark, places in _by_remark(accepted.remarks):
        click.echo(printable(f"Took {places}, but {remark}"))
    for note in found.notes:
        click.echo(printable(note[0].upper() + note[1:]))
    if not accepted.questions:
        raise click.ClickException("Nothing in it could be taken, so nothing was written.")
    title = title or clean(found.title or "") or output.stem
    text = set_text(accepted, name, " ".join(title.split()), file.name)
    set_from(document_of(output, text))  # faults of the id or the title end the command here
    try:
        for path, picture in pictures.items():
            _write_picture(output.parent / path, picture)
        write_text(output, text, replace=False)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    kinds = ", ".join(f"{count} {kind}" for kind, count in accepted.kinds.most_common())
    click.echo(f"Wrote {output}: {len(accepted.questions)} questions ({kinds}); {len(accepted.left_out)} left out.")


def _by_remark(remarks: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Each remark with the items that it is of; in a deck of thousands, one is often the same for most."""
    places: dict[str, list[str]] = {}
    for where, remark in remarks:
        places.setdefault(remark, []).append(where)
    for remark, them in places.items():
        more = len(them) - _NAMED
        yield remark, ", ".join(them[:_NAMED]) + (f" and {more:,} more" if more > 0 else "")


def _write_picture(path: Path, content: bytes) -> None:
    from quizgen.atomic import WriteError, atomic_write

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with atomic_write(path) as out:
            out.write(content)
    except (WriteError, OSError) as error:
        raise click.ClickException(str(error)) from None
