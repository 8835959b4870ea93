"""``quizgen list``."""

import json
import sys
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.settings import StudySettings
from quizgen.cli.today import read_today, studied
from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.terminal import messages
from quizgen.text.plurals import count, numbered_states

_ROOM = 60
"""Columns next to the names that titles and paths need; on a narrower terminal, they are below the names."""


@click.command("list")
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@now_option
def list_command(paths: tuple[Path, ...], as_json: bool, now: datetime | None) -> None:
    """List the question sets in ./decks, the sets that come with quizgen, and any set files given as PATH, with the
    number of due questions in each.

    \b
    Examples:
      quizgen list
      quizgen list ~/lessons/decks/*.yaml
    """
    sets = (*available_sets(Path.cwd()), *(SetLocation(path, bundled=False) for path in paths))
    rows = _with_due([_row(location) for location in sets], running_clock(now)())
    if as_json:
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No question sets found. Create one with `quizgen new`.")
    from rich.cells import cell_len, set_cell_size

    width = max((cell_len(str(row["name"])) for row in rows), default=0)
    columns = get_terminal_size().columns if sys.stdout.isatty() else None
    for row in rows:
        name, title = str(row["name"]), str(row.get("title", ""))
        about = f"{_status(row)}, {'comes with quizgen' if row['bundled'] else row['path']}"
        is_wide = columns is None or columns >= width + _ROOM
        indent = " " * (width + 2 if is_wide else 2)
        texts = filter(None, (title, about))
        lines = [line for text in texts for line in _wrapped(text, columns, indent)]
        if is_wide:
            lines[0] = f"{set_cell_size(name, width)}{lines[0][width:]}"
        else:
            lines.insert(0, name)
        click.echo("\n".join(lines))


def _wrapped(text: str, columns: int | None, indent: str) -> list[str]:
    if columns is None:
        return [f"{indent}{text}"]
    return wrap(text, columns, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False)


def _row(location: SetLocation) -> dict[str, object]:
    row: dict[str, object] = {"name": location.name, "path": str(location.path), "bundled": location.bundled}
    try:
        found = read_set(location.path).question_set
    except LoadError as error:
        return {**row, "errors": len(error.diagnostics)}
    points = len({point for question in found.questions if not question.retired for point in question.points})
    details = points - len(studied([found])[found.id].points)
    numbers = {"questions": len(found.questions), "points": points, "details": details}
    return {**row, "id": found.id, "title": found.title, **numbers, "set": found}


def _with_due(rows: list[dict[str, object]], now: datetime) -> list[dict[str, object]]:
    """Replace the question set in each row by the numbers of its due and new questions, if the history can be read."""
    sets = [found for row in rows if isinstance(found := row.get("set"), QuestionSet)]
    day = read_today(now, StudySettings(), studied(sets))
    counts = {one.set_id: {"due": one.due, "learning": one.learning, "new": one.new} for one in day.sets} if day else {}
    return [
        {key: value for key, value in row.items() if key != "set"} | counts.get(str(row.get("id")), {}) for row in rows
    ]


def _status(row: dict[str, object]) -> str:
    number, points, details = row.get("questions"), row.get("points"), row.get("details")
    if not (isinstance(number, int) and isinstance(points, int) and isinstance(details, int)):
        return "has errors; run `quizgen check`"
    numbers = {name: found for name in ("due", "learning", "new") if isinstance(found := row.get(name), int)}
    waiting = numbered_states(numbers)
    return f"{count(number, 'question')} on {messages.points(points, details)}" + (f" ({waiting})" if waiting else "")
