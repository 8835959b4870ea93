"""``quizgen fix``."""

import difflib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from quizgen.atomic import WriteError, write_text
from quizgen.cli.prompts import ask_yes_no
from quizgen.editing.addition import open_file
from quizgen.editing.fixing import fixed
from quizgen.editing.layout import LayoutError
from quizgen.loading.catalog import yaml_files
from quizgen.loading.diagnostics import LoadError, printable
from quizgen.loading.document import read_bytes
from quizgen.loading.provenance import own_article
from quizgen.terminal.capability import is_interactive


@click.command("fix")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--yes", is_flag=True, help="Write without asking.")
@click.option("--diff", is_flag=True, help="Only show what would change; exit status 1 if anything would.")
def fix_command(paths: tuple[Path, ...], *, yes: bool, diff: bool) -> None:
    """Tidy sets and seeds: give ids to questions and facts without one, put their keys in order, trim line ends.

    In a seed that names its text, a citation's quote tells its paragraph number. Nothing else changes: comments stay,
    and reading the file gives the same as before, but for the new ids and numbers. Shows the changes and asks before it
    writes; off a terminal it writes only with --yes. Without PATH: ./decks and ./seeds.

    \b
    Examples:
      quizgen fix
      quizgen fix decks/rivers.yaml --diff
      quizgen fix --yes
    """
    changes, unreadable = 0, False
    for path in _files(paths):
        try:
            old, new = _fixed(path)
        except LoadError as error:
            click.echo(error, err=True)
            unreadable = True
            continue
        if old == new:
            continue
        changes += 1
        click.echo("".join(_coloured(_diff(path, old, new))), nl=False)
        if not diff and (yes or (is_interactive() and ask_yes_no(f"Write {path}?"))):
            _write(path, old, new)
            changes -= 1
            click.echo(f"Wrote {path}")
    if changes:
        files = f"{changes} file{'' if changes == 1 else 's'}"
        click.echo(f"{files} would change." if diff else f"{files} left as they were; --yes writes.", err=True)
    if changes or unreadable:
        raise click.exceptions.Exit(1)


def _files(paths: Iterable[Path]) -> Iterator[Path]:
    paths = tuple(paths)
    for path in paths or (Path("seeds"), Path("decks")):
        yield from yaml_files(path) if path.is_dir() or not paths else (path,)


def _fixed(path: Path) -> tuple[str, str]:
    """The file's text as it is and as it should be."""
    file = open_file(path)
    try:
        article = own_article(file.document)
    except LoadError:  # `quizgen check` says what is wrong with the text
        article = None
    try:
        return file.text, fixed(file.text, file.taken, article)
    except LayoutError as error:
        raise click.ClickException(f"{path} cannot be tidied: {error}.") from None


def _diff(path: Path, old: str, new: str) -> Iterator[str]:
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for line in difflib.unified_diff(before, after, str(path), str(path)):
        yield f"{printable(line.rstrip(chr(10)).rstrip(chr(13)))}\n"


def _coloured(lines: Iterable[str]) -> Iterator[str]:
    if os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        yield from lines
        return
    colours = {"+": "green", "-": "red", "@": "cyan"}
    for line in lines:
        yield click.style(line, fg=colours.get(line[0]), bold=line.startswith(("+++", "---")) or None)


def _write(path: Path, old: str, new: str) -> None:
    if read_bytes(path).decode(errors="replace") != old:
        raise click.ClickException(f"{path} has changed meanwhile, and was left as it is.")
    try:
        write_text(path, new)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
