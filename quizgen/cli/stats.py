"""``quizgen stats``."""

import csv
import json
from datetime import datetime

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import complete_sets, open_set, readable_sets
from quizgen.cli.history_io import output, stored_history
from quizgen.cli.say import say
from quizgen.cli.stats_report import StatsReport, report_data, report_lines
from quizgen.cli.today import studied
from quizgen.history.assigning import assign
from quizgen.history.days import Calendar
from quizgen.history.points import questions_by_point
from quizgen.history.stats import summarize
from quizgen.history.store import Store
from quizgen.questions import QuestionSet
from quizgen.terminal.capability import is_interactive
from quizgen.text.plurals import count

_COLUMNS = (
    "at", "set_id", "question_id", "session_id", "mode", "kind", "outcome", "share", "seconds", "rating", "response",
    "id", "credits", "recognition",
)  # fmt: skip


def _name_export(_context: click.Context, _option: click.Parameter, file: str | None) -> None:
    """Say which option writes a file, to whoever knows ``-o`` from other commands."""
    if file is not None:
        raise click.UsageError("No such option '-o'. To write all answers to a file, use --export FILE.csv.")


@click.command("stats")
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option("--json", "as_json", is_flag=True, help="Print the statistics as JSON.")
@click.option(
    "--export",
    "export",
    metavar="FILE.csv",
    help="Write all answers to FILE.csv instead of showing statistics; use - for standard output.",
)
@click.option(
    "--plain", is_flag=True, help="Print plain text, without a chart or a pager (the default outside a terminal)."
)
@click.option("-o", "file", hidden=True, expose_value=False, callback=_name_export)
@click.option("--rebuild", is_flag=True, help="Recalculate the schedule from all answers before showing statistics.")
@now_option
def stats_command(
    *, name: str | None, as_json: bool, export: str | None, rebuild: bool, plain: bool, now: datetime | None
) -> None:
    """Show statistics on your answers and retention, for SET or all sets.

    "Remembered" is true retention: the share of points that you still knew when they came up again on a later day.

    \b
    Examples:
      quizgen stats
      quizgen stats my-set.yaml --json
      quizgen stats --export answers.csv
    """
    asked = open_set(name).question_set if name else None
    with stored_history() as store:
        if rebuild:
            number = store.rebuild()
            say(f"Recalculated the schedule of {count(number, 'point')}.", err=True)
        if export is not None:
            _export(store, asked, export)
            return
        report = _report(store, asked, running_clock(now)(), Calendar())
    if as_json:
        click.echo(json.dumps(report_data(report), ensure_ascii=False, indent=2))
    elif is_interactive() and not plain:
        from quizgen.cli.stats_picture import show

        show(report)
    else:
        for line in report_lines(report):
            say(line)


def _report(store: Store, asked: QuestionSet | None, now: datetime, calendar: Calendar) -> StatsReport:
    readable = [asked] if asked else [loaded.question_set for loaded in readable_sets()]
    assign(store, readable, now)
    set_ids = [asked.id] if asked else store.set_ids()
    sets = [one for one in readable if one.id in set_ids]
    questions = {one.id: {question.id: question for question in one.questions} for one in sets}
    summary = summarize(store.reviews(asked.id if asked else None), questions, calendar)
    points = {one.id: questions_by_point(one) for one in sets}
    states = {
        (set_id, point): state
        for set_id in set_ids
        for point, state in store.memory_states(set_id).items()
        if set_id not in points or point in points[set_id]
    }
    suspended = {(set_id, point) for set_id in set_ids for point in store.suspended(set_id)}
    facts = {
        (set_id, point): [(set_id, fact) for fact in own]
        for set_id, of_set in studied(sets).items()
        for point, own in of_set.facts.items()
    }
    return StatsReport(asked.title if asked else None, now, calendar, summary, states, questions, suspended, facts)


def _export(store: Store, asked: QuestionSet | None, file: str) -> None:
    number = 0
    with output(file, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(_COLUMNS)
        for review in store.reviews(asked.id if asked else None):
            values = {name: getattr(review, name) for name in _COLUMNS}
            values["at"] = review.at.isoformat()
            values["rating"] = None if review.rating is None else int(review.rating)
            values["response"] = json.dumps(review.response)
            values["credits"] = json.dumps(dict(review.by_point))
            values["recognition"] = int(review.recognition)
            writer.writerow(values.values())
            number += 1
    if file != "-":
        say(f"{count(number, 'answer')} written to {file}.")
