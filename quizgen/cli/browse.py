"""``quizgen browse``."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime

import click

from quizgen.cli.browsing import STATES, PointRow, plain_stem, point_data, rows_of
from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import LoadedSet, check_tags, complete_sets, complete_tags, load_sets
from quizgen.cli.history_io import stored_history
from quizgen.cli.say import say
from quizgen.history.assigning import assign
from quizgen.history.days import Calendar
from quizgen.history.records import Suspension
from quizgen.history.store import Store
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.terminal.describe import right_answer_line


@click.command("browse")
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option("--search", metavar="TEXT", help="Show only points with TEXT in a question, an answer, a topic or an id.")
@click.option(
    "--state",
    "states",
    multiple=True,
    type=click.Choice(STATES),
    help="Show only points in this state. Can be repeated.",
)
@click.option(
    "--tag", "tags", multiple=True, metavar="TAG", shell_complete=complete_tags,
    help="Show only points with this tag or one of its subtags. Can be repeated.",
)  # fmt: skip
@click.option("--suspend", "suspend", multiple=True, metavar="POINT", help="Suspend POINT. Can be repeated.")
@click.option("--resume", "resume", multiple=True, metavar="POINT", help="Resume POINT. Can be repeated.")
@click.option("--json", "as_json", is_flag=True, help="Print the points with their questions and answers as JSON.")
@click.option("--plain", is_flag=True, help="Print a list (the default outside a terminal).")
@now_option
def browse_command(
    *,
    names: tuple[str, ...],
    search: str | None,
    states: tuple[str, ...],
    tags: tuple[str, ...],
    suspend: tuple[str, ...],
    resume: tuple[str, ...],
    as_json: bool,
    plain: bool,
    now: datetime | None,
) -> None:
    """Browse the points in SETs: their questions, states, answers and due dates. Without SET, browse all sets.

    A point is one thing to know; several questions can test it. In a terminal, type to search, and press Enter to see a
    point. Then press x to suspend or resume the point, or e to edit its question in your editor. Suspended points are
    left out of study sessions and quizzes.

    \b
    Examples:
      quizgen browse
      quizgen browse my-set.yaml --search danube
      quizgen browse --state suspended --plain
      quizgen browse my-set.yaml --suspend longest.c1
      quizgen browse --json | jq '.[] | select(.state == "due").point'
    """
    sets = load_sets(names)
    check_tags(tags, [one.question_set for one in sets])
    clock = running_clock(now)
    with stored_history() as store:
        assign(store, [one.question_set for one in sets], clock())

        def rows() -> list[PointRow]:
            found = rows_of(sets, store, clock(), Calendar())
            return [row for row in found if row.matches(search, states, tags)]

        def reload() -> None:
            nonlocal sets
            sets = [loaded.reread() for loaded in sets]

        if suspend or resume:
            _change(sets, store, clock(), names, suspend, resume)
        if as_json:
            click.echo(json.dumps([point_data(row) for row in rows()], ensure_ascii=False, indent=2))
        elif (suspend or resume) and not (search or states or tags):
            return
        elif plain or not is_interactive():
            _print(rows())
        else:
            from quizgen.cli.browse_screen import browse_on_screen

            browse_on_screen(rows, reload, store, clock)


def _change(
    sets: Sequence[LoadedSet],
    store: Store,
    now: datetime,
    names: Iterable[str],
    suspend: Iterable[str],
    resume: Iterable[str],
) -> None:
    """Suspend and resume points of ``sets``, which were given by ``names``.

    Raises UsageError for a point that no set has, or several have.
    """
    import shlex

    owners: dict[str, list[str]] = {}
    for loaded in sets:
        for point in dict.fromkeys(point for question in loaded.question_set.questions for point in question.points):
            owners.setdefault(point, []).append(loaded.question_set.id)
    changes = [*((point, True) for point in suspend), *((point, False) for point in resume)]
    for point, _ in changes:
        if point not in owners:
            command = shlex.join(["quizgen", "browse", *names, "--plain"])
            raise click.UsageError(f"Unknown point {point!r}. To list the available points, run `{command}`.")
        if len(owners[point]) > 1:
            raise click.UsageError(
                f"The point {point!r} is in several sets: {', '.join(owners[point])}. Specify one of these sets."
            )
    for point, suspended in changes:
        store.suspend(Suspension(owners[point][0], point, now, suspended))
        say(f"{'Suspended' if suspended else 'Resumed'} {point!r}.", err=True)


def _print(rows: Sequence[PointRow]) -> None:
    if not rows:
        say(messages.NO_POINTS)
    title = None
    for row in rows:
        if row.title != title:
            if title is not None:
                say()
            say(row.title)
            title = row.title
        say(f"  {row.point}: {row.state_text}")
        for question in row.questions:
            for text in (plain_stem(question), f"{messages.ARROW} {right_answer_line(question)}"):
                say(f"    {text}")
