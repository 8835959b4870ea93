"""``quizgen study``."""

from datetime import datetime
from pathlib import Path

import click

from quizgen.cli.clock import new_id, now_option, running_clock
from quizgen.cli.common import complete_sets, open_set
from quizgen.cli.frontends import open_frontend
from quizgen.cli.settings import read_study_settings
from quizgen.history.days import Calendar
from quizgen.history.history import History
from quizgen.history.queue import Limits
from quizgen.history.records import Key
from quizgen.history.scheduler import MemoryState
from quizgen.loading.catalog import available_sets
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.session.frontend import SessionSummary
from quizgen.session.recorder import Recorder
from quizgen.session.study import StudyLoop, StudyPool, StudySession
from quizgen.terminal import messages


@click.command("study")
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option(
    "--new", type=click.IntRange(min=0), metavar="N", help="Maximum number of new questions per day (default 20)."
)
@click.option(
    "--limit", type=click.IntRange(min=0), metavar="N", help="Maximum number of due questions per day (default 200)."
)
@click.option("--detail", is_flag=True, help="Study detail points, too, not only core points.")
@click.option(
    "--plain", is_flag=True, help="Use plain lines, for screen readers and scripts (the default without a terminal)."
)
@now_option
def study_command(
    *, names: tuple[str, ...], new: int | None, limit: int | None, detail: bool, plain: bool, now: datetime | None
) -> None:
    """Study with spaced repetition: due reviews first, then new questions. The default is all sets found.

    After each answer, you see when the question comes up again. Press Enter to accept, or change it with 1 Again,
    2 Hard, 3 Good, 4 Easy. Answers in quizzes and exams count too. A day starts at 4 a.m.

    \b
    Set your own defaults in config.toml, in ~/.config/quizgen on Linux
    or in the folder named by QUIZGEN_HOME:
      [study]
      new = 10
      limit = 100

    \b
    Examples:
      quizgen study
      quizgen study my-set.yaml --new 5
    """
    settings = read_study_settings()
    limits = Limits(settings.new if new is None else new, settings.limit if limit is None else limit)
    pool = StudyPool.of(_sets(names), detail=detail)
    clock = running_clock(now)
    frontend = open_frontend(plain=plain)
    with History(on_error=lambda message: frontend.warn(messages.history_failed(message))) as history:
        session = StudySession.start(pool, _states(history, pool), clock(), limits=limits, calendar=Calendar())
        loop = StudyLoop(session, frontend, Recorder(history, clock, new_id))
        over = loop.run() if session.left else True
        frontend.close(SessionSummary(loop.session, over, clock()))


def _sets(names: tuple[str, ...]) -> list[QuestionSet]:
    if names:
        return [open_set(name).question_set for name in names]
    found = []
    for location in available_sets(Path.cwd()):
        try:
            found.append(read_set(location.path).question_set)
        except LoadError:
            click.echo(messages.set_skipped(location.name), err=True)
    if not found:
        raise click.UsageError("No question set found. Create one with `quizgen new`, or name a file.")
    return found


def _states(history: History, pool: StudyPool) -> dict[Key, MemoryState]:
    states: dict[Key, MemoryState] = {}
    for set_id in pool.sets:
        found = history.use(lambda store, name=set_id: store.card_states(name)) or {}  # type: ignore[misc]
        states.update({(set_id, question_id): state for question_id, state in found.items()})
    return states
