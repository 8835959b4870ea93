"""``quizgen list``."""

import json
from pathlib import Path

import click

from quizgen.loading.catalog import SetAtHand, sets_at_hand
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set


@click.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
def list_command(paths: tuple[Path, ...], as_json: bool) -> None:
    """Show the question sets at hand: those in ./decks, those that come with quizgen, and any PATH.

    \b
    Examples:
      quizgen list
      quizgen list ~/lessons/decks/*.yaml
    """
    sets = (*sets_at_hand(Path.cwd()), *(SetAtHand(path, bundled=False) for path in paths))
    rows = [_row(at_hand) for at_hand in sets]
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No question sets at hand. Write one in ./decks; docs/authoring.md shows how.")
    width = max((len(str(row["name"])) for row in rows), default=0)
    for row in rows:
        about = f"{row['questions']} questions" if "questions" in row else "has faults: `quizgen check` names them"
        click.echo(f"{row['name']:<{width}}  {row.get('title', '')}".rstrip())
        click.echo(f"{'':<{width}}  {about}, {'comes with quizgen' if row['bundled'] else row['path']}")


def _row(at_hand: SetAtHand) -> dict[str, object]:
    row: dict[str, object] = {"name": at_hand.name, "path": str(at_hand.path), "bundled": at_hand.bundled}
    try:
        found = read_set(at_hand.path).question_set
    except LoadError as error:
        return {**row, "faults": len(error.diagnostics)}
    return {**row, "id": found.id, "title": found.title, "questions": len(found.questions)}
