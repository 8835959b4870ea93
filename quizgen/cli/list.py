"""``quizgen list``."""

import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from shutil import get_terminal_size
from textwrap import wrap
from typing import Self

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import complete_sets, locate_set
from quizgen.cli.settings import StudySettings
from quizgen.cli.today import read_today, studied
from quizgen.loading.catalog import SetLocation, available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.terminal import messages
from quizgen.text.plurals import count, numbered_states
from quizgen.text.wrapping import keep_together, restore_spaces

_ROOM = 60
"""Columns next to the names that titles and paths need; on a narrower terminal, they are below the names."""


@click.command("list")
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option("--json", "as_json", is_flag=True, help="Print the list as JSON.")
@now_option
def list_command(names: tuple[str, ...], as_json: bool, now: datetime | None) -> None:
    """List SETs, given as names or paths, with the number of due questions in each. The default is all question sets in
    ./decks and those that come with quizgen.

    \b
    Examples:
      quizgen list
      quizgen list rivers
      quizgen list ~/lessons/decks/*.yaml
    """
    sets = [_named(name) for name in dict.fromkeys(names)] if names else [*available_sets(Path.cwd())]
    rows = [_Row.of(location) for location in sets]
    waiting = _waiting([row.question_set for row in rows if row.question_set], running_clock(now)())
    if as_json:
        click.echo(json.dumps([row.data() | waiting.get(row.set_id, {}) for row in rows], ensure_ascii=False, indent=2))
        return
    if not rows:
        click.echo("No question sets found. Create one with `quizgen new`.")
    from rich.cells import cell_len, set_cell_size

    width = max((cell_len(row.location.name) for row in rows), default=0)
    columns = get_terminal_size().columns if sys.stdout.isatty() else None
    is_wide = columns is None or columns >= width + _ROOM
    indent = " " * (width + 2 if is_wide else 2)
    for row in rows:
        name, path = row.location.name, row.location.path
        about = f"{row.status(waiting.get(row.set_id, {}))}, {'comes with quizgen' if row.location.bundled else path}"
        texts = filter(None, (row.question_set.title if row.question_set else "", about))
        lines = [line for text in texts for line in _wrapped(text, columns, indent)]
        if is_wide:
            lines[0] = f"{set_cell_size(name, width)}{lines[0][width:]}"
        else:
            lines.insert(0, name)
        click.echo("\n".join(lines))


def _named(name: str) -> SetLocation:
    location = locate_set(name)
    if not location.path.is_file():
        raise click.UsageError(f"The file {name!r} does not exist.")
    return location


@dataclass(frozen=True, slots=True)
class _Row:
    """A set in the list."""

    location: SetLocation
    question_set: QuestionSet | None
    """None if the file has errors."""
    errors: int = 0

    @classmethod
    def of(cls, location: SetLocation) -> Self:
        try:
            return cls(location, read_set(location.path).question_set)
        except LoadError as error:
            return cls(location, None, len(error.diagnostics))

    @property
    def set_id(self) -> str:
        return self.question_set.id if self.question_set else ""

    def data(self) -> dict[str, object]:
        """Return the row as JSON-ready data, without what is waiting."""
        data = {"name": self.location.name, "path": str(self.location.path), "bundled": self.location.bundled}
        if self.question_set is None:
            return {**data, "errors": self.errors}
        points, details = _points_in(self.question_set)
        return {
            **data, "id": self.question_set.id, "title": self.question_set.title,
            "questions": len(self.question_set.questions), "points": points, "details": details,
        }  # fmt: skip

    def status(self, waiting: Mapping[str, int]) -> str:
        """Return the numbers of questions and points, and of those that are ``waiting``, in words."""
        if self.question_set is None:
            return "has errors; run `quizgen check`"
        questions = count(len(self.question_set.questions), "question")
        points, details = _points_in(self.question_set)
        if not waiting:
            return f"{questions} on {messages.points(points, details)}"
        rest = {"not due": points - details - sum(waiting.values()), messages.ONLY_ON_REQUEST: details}
        return f"{questions} on {count(points, 'point')} ({numbered_states({**waiting, **rest})})"


def _points_in(question_set: QuestionSet) -> tuple[int, int]:
    """Return the number of points in a set, without retired questions, and how many of them are details."""
    points = {point for question in question_set.questions if not question.retired for point in question.points}
    return len(points), len(points) - len(studied([question_set])[question_set.id].points)


def _waiting(sets: Sequence[QuestionSet], now: datetime) -> dict[str, dict[str, int]]:
    """Return the numbers of due and new points in each set, by its id; nothing if the history cannot be read."""
    day = read_today(now, StudySettings(), studied(sets))
    return {one.set_id: {"due": one.due, "learning": one.learning, "new": one.new} for one in day.sets} if day else {}


def _wrapped(text: str, columns: int | None, indent: str) -> list[str]:
    if columns is None:
        return [f"{indent}{text}"]
    lines = wrap(
        keep_together(text, columns - len(indent)),
        columns,
        initial_indent=indent,
        subsequent_indent=indent,
        break_on_hyphens=False,
    )
    return [*map(restore_spaces, lines)]
