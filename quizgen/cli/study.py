"""``quizgen study``."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from time import monotonic

import click

from quizgen.cli.clock import new_id, now_option, running_clock, study_day
from quizgen.cli.common import IN_MENU, check_tags, complete_sets, complete_tags, load_sets
from quizgen.cli.extras import extras_of, offer_lesson
from quizgen.cli.frontends import AnyFrontend, open_frontend
from quizgen.cli.settings import read_study_settings
from quizgen.cli.today import read_today, remember
from quizgen.history.assigning import assign
from quizgen.history.days import Calendar
from quizgen.history.history import History
from quizgen.history.queue import Limits
from quizgen.history.records import PointKey
from quizgen.history.scheduler import PointState
from quizgen.history.today import DEFAULT_SECONDS, Day
from quizgen.questions import QuestionSet
from quizgen.session.frontend import SessionSummary
from quizgen.session.recorder import Recorder
from quizgen.session.study import StudyLoop, StudySession
from quizgen.session.study_pool import StudyPool
from quizgen.terminal import study_messages

AHEAD = 20
"""How many questions to study ahead by default."""


class _Day(click.ParamType[datetime]):
    """A day, written as 2026-12-18."""

    name = "date"

    def convert(self, value: str | datetime, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        try:
            return value if isinstance(value, datetime) else datetime.strptime(value, "%Y-%m-%d")  # noqa: DTZ007
        except ValueError:
            self.fail(f"{value!r} is not a date such as 2026-12-18.", param, ctx)


@click.command("study")
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option(
    "--tag", "tags", multiple=True, metavar="TAG", shell_complete=complete_tags,
    help="Study only questions with this tag or one of its subtags. Can be repeated.",
)  # fmt: skip
@click.option(
    "--new",
    type=click.IntRange(min=0),
    metavar="N",
    help="Maximum number of new questions per day, with those that you have studied today. [default: 20]",
)
@click.option(
    "--limit",
    type=click.IntRange(min=0),
    metavar="N",
    help="Maximum number of due questions per day, with those that you have studied today. [default: 200]",
)
@click.option("--detail", is_flag=True, help="Also study points that are marked as details.")
@click.option(
    "--ahead",
    is_flag=True,
    help=f"Study the next {AHEAD} questions before they are due. Use --limit to change the number.",
)
@click.option(
    "--before", "exam", type=_Day(), metavar="DATE",
    help=f"Study the {AHEAD} questions that you are least likely to know on DATE, such as 2026-12-18.",
)  # fmt: skip
@click.option(
    "--plain",
    is_flag=True,
    help="Print plain text without menus, for screen readers and scripts (the default outside a terminal).",
)
@now_option
def study_command(
    *,
    names: tuple[str, ...],
    tags: tuple[str, ...],
    new: int | None,
    limit: int | None,
    detail: bool,
    ahead: bool,
    exam: datetime | None,
    plain: bool,
    now: datetime | None,
) -> None:
    """Study with spaced repetition: due reviews first, then new questions. Without SET, study all sets.

    After each answer, you see when the question comes up again. Press Enter to accept that interval, or rate your
    answer yourself: 1 (Again), 2 (Hard), 3 (Good) or 4 (Easy). Answers in quizzes and exams also update the schedule. A
    day starts at 4 a.m.

    Set your own defaults in config.toml, in the folder named by QUIZGEN_HOME or, if that is not set, in quizgen's
    settings folder (~/.config/quizgen on Linux; docs/study.md lists the folders on other systems):

    \b
      [study]
      new = 10
      limit = 100
      goal = 20

    \b
    Examples:
      quizgen study
      quizgen study my-set.yaml --new 5
      quizgen study --tag russia
      quizgen study --ahead
      quizgen study --before 2026-12-18
    """
    if ahead and exam:
        raise click.UsageError("--ahead and --before cannot be combined. Use one of them.")
    settings = read_study_settings()
    clock = running_clock(now)
    if exam and exam.astimezone() <= clock():
        raise click.UsageError(f"{exam:%Y-%m-%d} is not in the future. Choose a later date.")
    limits = Limits(settings.new if new is None else new, settings.limit if limit is None else limit)
    loaded = load_sets(names)
    sets = [one.question_set for one in loaded]
    check_tags(tags, sets)
    frontend = open_frontend(plain=plain)
    in_menu = click.get_current_context().obj == IN_MENU
    with History(on_error=frontend.warn, today=lambda: study_day(clock)) as history:
        history.use(lambda store: assign(store, sets, clock()))
        if not detail and not tags:
            history.use(lambda store: remember(store, sets))
        pool = StudyPool.of(sets, detail=detail, tags=tags, suspended=_suspended(history, sets), ladder=settings.ladder)
        day = read_today(clock(), settings)
        pace = day.seconds_per_answer if day else DEFAULT_SECONDS
        states, calendar = _states(history), Calendar()
        if ahead or exam:
            session = StudySession.start_ahead(
                pool, states, AHEAD if limit is None else limit, clock(),
                calendar=calendar, exam=exam.astimezone() if exam else None, seconds_per_answer=pace,
            )  # fmt: skip
        else:
            session = StudySession.start(
                pool, states, clock(), limits=limits, calendar=calendar, seconds_per_answer=pace
            )
        recorder = Recorder(history, clock, new_id, timer=monotonic)
        loop = StudyLoop(session, frontend, recorder, goal=settings.goal, answered=day.answered if day else 0)
        arguments = (
            *names, *(part for tag in tags for part in ("--tag", tag)),
            *(["--detail"] if detail else []), *(["--plain"] if plain else []),
        )  # fmt: skip
        if session.left:
            if day and not session.ahead and not in_menu and _is_cut_by_today(session, day, new, limit):
                frontend.note(study_messages.DAILY_LIMITS)
            elif not (session.ahead or session.queue.new) and limits.new:
                _say_new_used_up(session, frontend, clock(), arguments, in_menu=in_menu)
            frontend.known_sets = history.glance(session.sets_left).known
            left = [one for one in loaded if one.question_set.id in session.sets_left]
            offer_lesson(left, frontend.known_sets, frontend, history, clock)
        frontend.extras = extras_of(loaded, recorder, typed=frontend.reads_lines)
        over = loop.run() if session.left else True
        ended = replace(loop.session, daily=Limits(settings.new, settings.limit))
        frontend.close(SessionSummary(ended, over, clock(), arguments=arguments, in_menu=in_menu))


def _is_cut_by_today(session: StudySession, day: Day, new: int | None, limit: int | None) -> bool:
    """Return whether the session would ask more, within the given limits, if nothing had been studied on its day."""
    waiting, sets = session.queue.waiting, [one for one in day.sets if one.set_id in session.pool.sets]
    cuts_new = new is not None and waiting.new < min(new, sum(one.new for one in sets))
    return cuts_new or (limit is not None and waiting.due < min(limit, sum(one.due for one in sets)))


def _say_new_used_up(
    session: StudySession, frontend: AnyFrontend, now: datetime, arguments: Sequence[str], *, in_menu: bool
) -> None:
    """Say that no new question is asked if that is because of those that were asked on the same day."""
    from quizgen.session.study_outlook import new_today, unseen

    introduced, new = new_today(session, now), unseen(session)
    if new and introduced >= session.limits.new:
        frontend.note(
            study_messages.new_done(introduced)
            if in_menu  # which offers more when nothing else is left
            else study_messages.more_new(arguments, introduced, new, none=False, in_menu=False)
        )


def _suspended(history: History, sets: Iterable[QuestionSet]) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for one in sets:
        found[one.id] = history.use(lambda store, name=one.id: store.suspended(name)) or frozenset()  # type: ignore[misc]
    return found


def _states(history: History) -> dict[PointKey, PointState]:
    """Return the states of the points of all sets, because these share the day's limits."""
    states: dict[PointKey, PointState] = {}
    for set_id in history.use(lambda store: store.set_ids()) or ():
        found = history.use(lambda store, name=set_id: store.point_states(name)) or {}  # type: ignore[misc]
        states.update({(set_id, point): state for point, state in found.items() if state.memory is not None})
    return states
