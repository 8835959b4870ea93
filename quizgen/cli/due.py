"""``quizgen due``: as little as possible is imported, so that a shell prompt can run it."""

import sys
from datetime import datetime

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.say import say
from quizgen.cli.settings import StudySettings, read_study_settings
from quizgen.cli.today import UNREADABLE, migrated_day, studied
from quizgen.errors import QuizgenError
from quizgen.history.history import FILE_NAME, data_folder
from quizgen.history.today import Day
from quizgen.text.plurals import count, numbered_states

NOTHING, FAILED = 1, 2
"""Exit statuses."""


@click.command("due")
@click.option("--json", "as_json", is_flag=True, help="Print the counts, in total and for each set, as JSON.")
@click.option("-q", "--quiet", is_flag=True, help="Print nothing; only set the exit status.")
@now_option
def due_command(*, as_json: bool, quiet: bool, now: datetime | None) -> None:
    """Print a one-line summary of today's reviews and new questions, for a shell prompt or a status bar.

    To stay fast, the command reads your history, not the sets. A new or changed set is not counted until you study it,
    take a quiz on it, or see it in the `quizgen` menu. Only if you have no history yet does the command read the sets,
    and all their questions count as new.

    Exit status: 0 if there is something to study, 1 if there is nothing, 2 if the history or the settings cannot be
    read.

    \b
    Examples:
      quizgen due
      quizgen due --json
      quizgen due --quiet && notify-send "Time to study"
    """
    try:
        day = _day(running_clock(now)(), read_study_settings())
    except (QuizgenError, click.ClickException) as error:
        say(f"Error: {error}", err=True)
        sys.exit(FAILED)
    except UNREADABLE as error:
        from quizgen.history.errors import unreadable

        say(f"Error: {unreadable(data_folder() / FILE_NAME, error)}", err=True)
        sys.exit(FAILED)
    if as_json:
        import json

        click.echo(json.dumps(day_data(day), ensure_ascii=False))
    elif not quiet:
        say(day_line(day))
    sys.exit(NOTHING if day.is_empty else 0)


def _day(now: datetime, settings: StudySettings) -> Day:
    """Read the day of ``now`` from the history; as long as that knows no set, from the sets, as the menu does."""
    day = migrated_day(now, settings)
    if day.sets:
        return day
    from quizgen.cli.common import readable_sets

    return migrated_day(now, settings, studied(loaded.question_set for loaded in readable_sets()))


def day_line(day: Day, *, of_all: bool = False) -> str:
    """Return the day in one line: ``5 due, 2 learning, 20 new, about 12 minutes, 3 days in a row``.

    With ``of_all``, numbers that the day's limits lower say of how many: ``20 of 53 new``.
    """
    if day.is_empty:
        parts = ["nothing due"]
    else:
        numbers = {"due": day.due, "learning": day.learning, "new": day.new}
        totals = {name: sum(getattr(one, name) for one in day.sets) for name in numbers} if of_all else numbers
        waiting = numbered_states(numbers, totals)
        parts = [waiting, f"about {count(day.minutes, 'minute')}"]
    return ", ".join([*parts, *([f"{day.streak} days in a row"] if day.streak > 1 else [])])


def day_data(day: Day) -> dict[str, object]:
    """Return the day as JSON-ready data."""
    return {
        "due": day.due,
        "learning": day.learning,
        "new": day.new,
        "minutes": day.minutes,
        "answered": day.answered,
        "streak": day.streak,
        "sets": [
            {"id": one.set_id, "title": one.title, "due": one.due, "learning": one.learning, "new": one.new}
            for one in day.sets
        ],
    }
