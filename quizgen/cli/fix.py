"""``quizgen fix``."""

import os
import sys
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import click

from quizgen.cli.files import overwrite, unified_diff
from quizgen.cli.prompts import ask_yes_no
from quizgen.editing.addition import OpenFile, ids_in_use, open_file
from quizgen.editing.answer_forms import with_plain_answers
from quizgen.editing.fixing import fixed, with_missing_ids
from quizgen.editing.layout import LayoutError
from quizgen.loading.catalog import set_files, yaml_files
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.document import read_bytes
from quizgen.loading.provenance import own_article
from quizgen.loading.recovery import Salvaged, read_salvaged
from quizgen.terminal.capability import is_interactive
from quizgen.text.plurals import count
from quizgen.text.series import series


@click.command("fix")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option(
    "--answers",
    is_flag=True,
    help="Also split answers such as `Mumbai or Bombay` and `Paris (the capital)`: move alternatives to `accept` and "
    "remarks to `explanation`.",
)
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option(
    "--diff",
    is_flag=True,
    help="Show what would change without writing it, and exit with status 1 if anything would change.",
)
def fix_command(paths: tuple[Path, ...], *, answers: bool, yes: bool, diff: bool) -> None:
    """Tidy sets and seeds: add missing ids, sort keys and options that are numbers, and trim trailing spaces.

    In a seed with `source.text`, also correct the paragraph number of each quote. In a Markdown set, and in a file with
    errors that keep part of it from being read, only missing ids are added. Comments are kept. Nothing else changes
    unless you use --answers. quizgen shows the changes and asks before it writes them; outside a terminal, --yes is
    required. The default PATHs are ./seeds and ./decks.

    \b
    Examples:
      quizgen fix
      quizgen fix decks/rivers.yaml --diff
      quizgen fix decks/rivers.yaml --answers
      quizgen fix --yes
    """
    found = [*_files(paths)]
    if not found:
        where = series(map(str, paths or ("./seeds", "./decks")), "or")
        raise click.UsageError(f"No sets or seeds found in {where}. Specify the path to a file.")
    changes, has_errors = 0, False
    only_shown = not (diff or yes or is_interactive())
    for path in found:
        file = _read_fixed(path, answers=answers)
        has_errors |= file is None or file.errors is not None
        if file is None or file.old == file.new:
            continue
        if only_shown and not changes:
            click.echo("Use --yes to write these changes:", err=True)
        changes += 1
        click.echo("".join(_colored(unified_diff(path, file.old, file.new))), nl=False)
        if not diff and (yes or (is_interactive() and ask_yes_no(f"Write {path}?"))):
            overwrite(path, file.old, file.new)
            changes -= 1
            click.echo(f"Wrote {path}")
    if changes:
        how = "" if only_shown else f" Use --yes to write {'it' if changes == 1 else 'them'}."
        files = count(changes, "file")
        click.echo(f"{files} would change." if diff else f"{files} not changed.{how}", err=True)
    if changes or has_errors:
        raise click.exceptions.Exit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    paths = tuple(paths)
    for path in paths or (Path("seeds"), Path("decks")):
        if path.is_dir() or not paths:
            yield from yaml_files(path) if path.name == "seeds" else set_files(path)
        else:
            yield path


class _FixedFile(NamedTuple):
    old: str
    new: str
    errors: LoadError | None = None
    """What keeps all but the ids from being fixed."""


def _read_fixed(path: Path, *, answers: bool) -> _FixedFile | None:
    """Read and fix a file, and print its errors; None if nothing in it can be fixed."""
    try:
        file = _fixed(path, answers=answers)
    except LoadError as error:
        click.echo(error, err=True)
        click.echo(f"{path} not changed: it cannot be read until this is corrected.", err=True)
        return None
    except LayoutError as error:
        click.echo(f"Error: {path} cannot be fixed: {error}.", err=True)
        return None
    if file.errors is not None:
        click.echo(file.errors, err=True)
        message = (
            f"{path} not changed: correct these errors first."
            if file.old == file.new
            else f"Despite these errors, {path} can get its missing ids."
        )
        click.echo(message, err=True)
    return file


def _fixed(path: Path, *, answers: bool) -> _FixedFile:
    """Return the file before and after. Raises LoadError and LayoutError if nothing can be fixed."""
    readable = read_salvaged(path)
    if readable.diagnostics:
        text, taken = read_bytes(path).decode(), ids_in_use(readable.document)
        return _FixedFile(text, _with_ids(readable, text, taken), LoadError(readable.diagnostics))
    file = open_file(path)
    if file.document.markdown is not None:
        return _FixedFile(file.text, _fixed_markdown(file, answers=answers))
    try:
        article = own_article(file.document)
    except LoadError:  # `quizgen check` reports what is wrong with the text
        article = None
    text = with_plain_answers(file.text) if answers else file.text
    return _FixedFile(file.text, fixed(text, file.taken, article))


def _with_ids(readable: Salvaged, text: str, taken: Collection[str]) -> str:
    if readable.document.markdown is None:
        return with_missing_ids(readable, text, taken)
    from quizgen.editing.markdown_edits import with_heading_ids

    return with_heading_ids(text, taken)


def _fixed_markdown(file: OpenFile, *, answers: bool) -> str:
    from quizgen.editing.markdown_edits import with_heading_ids, with_plain_markdown_answers

    text = with_plain_markdown_answers(file.text) if answers else file.text
    return with_heading_ids(text, file.taken)


def _colored(lines: Iterable[str]) -> Iterator[str]:
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        yield from lines
        return
    colors = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        yield click.style(line, fg=colors.get(line[0]), bold=line.startswith(("+++", "---")) or None)
