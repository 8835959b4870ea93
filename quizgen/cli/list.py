"""``quizgen list``."""

import json
from pathlib import Path

import click

from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.text.plurals import count


@click.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_command(paths: tuple[Path, ...], as_json: bool) -> None:
    """List the question sets in ./decks, the sets that come with quizgen, and any PATH.

    \b
    Examples:
      quizgen list
      quizgen list ~/lessons/decks/*.yaml
    """
    sets = (*available_sets(Path.cwd()), *(SetLocation(path, bundled=False) for path in paths))
    rows = [_row(location) for location in sets]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No question sets found. Create one with `quizgen new`.")
    from rich.cells import cell_len, set_cell_size

    width = max((cell_len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        about = _status(row)
        click.echo(f"{set_cell_size(str(row['name']), width)}  {row.get('title', '')}".rstrip())
        click.echo(f"{'':<{width}}  {about}, {'comes with quizgen' if row['bundled'] else row['path']}")


def _row(location: SetLocation) -> dict[str, object]:
    row: dict[str, object] = {"name": location.name, "path": str(location.path), "bundled": location.bundled}
    try:
        found = read_set(location.path).question_set
    except LoadError as error:
        return {**row, "errors": len(error.diagnostics)}
    return {**row, "id": found.id, "title": found.title, "questions": len(found.questions)}


def _status(row: dict[str, object]) -> str:
    number = row.get("questions")
    return count(number, "question") if isinstance(number, int) else "has errors; run `quizgen check`"
