"""``quizgen study``."""

from datetime import datetime
from functools import partial
from pathlib import Path

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import complete_sets, open_set
from quizgen.cli.frontends import open_front
from quizgen.cli.settings import read_study_settings
from quizgen.history.days import Calendar
from quizgen.history.folder import data_folder
from quizgen.history.queue import Limits, Queue
from quizgen.history.review import Key
from quizgen.history.scheduler import MemoryState, Scheduler
from quizgen.history.store import Store
from quizgen.journal import History
from quizgen.loading.catalog import sets_at_hand
from quizgen.loading.diagnostics import LoadError
from quizgen.loading.sets import read_set
from quizgen.questions import QuestionSet
from quizgen.session.study_pool import StudyPool
from quizgen.terminal import messages, study_messages
from quizgen.terminal.study_loop import Study


@click.command("study")
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option("--new", type=click.IntRange(min=0), metavar="N", help="New questions a day, at most (default 20).")
@click.option("--limit", type=click.IntRange(min=0), metavar="N", help="Due questions a day, at most (default 200).")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and scripts; also used off a terminal.")
@now_option
def study_command(
    *, names: tuple[str, ...], new: int | None, limit: int | None, plain: bool, now: datetime | None
) -> None:
    """Learn SETs for good: what you are about to forget comes first, then new questions. Without SET, all at hand.

    After each answer you see when it comes again; 1 Again, 2 Hard, 3 Good and 4 Easy change that, Enter takes what is
    suggested. Quizzes and exams count too. A day begins at four in the morning.

    \b
    Defaults of your own stand in config.toml, in ~/.config/quizgen on Linux
    or in the folder that QUIZGEN_HOME names:
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
    pool = StudyPool.of(_sets(names))
    clock = running_clock(now)
    front = open_front(plain=plain)
    history = History(data_folder(), lambda message: front.warn(messages.not_stored(message)))
    scheduler, calendar = Scheduler(), Calendar()
    try:
        states = _states(history, pool)
        queue = Queue.build(pool.questions, states, clock(), limits=limits, calendar=calendar, scheduler=scheduler)
        study = Study(pool, queue, states, front=front, history=history, clock=clock, scheduler=scheduler)
        if study.left:
            front.open_study(_title(pool), queue.waiting)
            study.run()
        front.close_study(study.ending(calendar))
    finally:
        history.close()


def _sets(names: tuple[str, ...]) -> list[QuestionSet]:
    if names:
        return [open_set(name).question_set for name in names]
    found = []
    for at_hand in sets_at_hand(Path.cwd()):
        try:
            found.append(read_set(at_hand.path).question_set)
        except LoadError:
            click.echo(study_messages.left_out(at_hand.name), err=True)
    if not found:
        raise click.UsageError("There is no question set here. Write one in ./decks; docs/authoring.md shows how.")
    return found


def _states(history: History, pool: StudyPool) -> dict[Key, MemoryState]:
    states = {}
    for set_id in pool.sets:
        found = history.use(partial(Store.card_states, set_id=set_id)) or {}
        states.update({(set_id, question_id): state for question_id, state in found.items()})
    return states


def _title(pool: StudyPool) -> str:
    titles = [one.title for one in pool.sets.values()]
    return titles[0] if len(titles) == 1 else study_messages.several(len(titles))
