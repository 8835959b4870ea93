"""``quizgen quiz``."""

import sys
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from random import SystemRandom
from time import monotonic
from typing import TYPE_CHECKING

import click

from quizgen.cli.clock import new_id, now_option, running_clock, study_day
from quizgen.cli.common import (
    complete_sets,
    complete_tags,
    given_options,
    kind_option,
    open_set,
    readable_sets,
    topic_ids,
    topic_option,
)
from quizgen.cli.extras import extras_of, offer_lesson
from quizgen.cli.frontends import AnyFrontend, open_frontend
from quizgen.cli.quiz_result import check_writable, write_result
from quizgen.cli.say import say
from quizgen.history.history import History
from quizgen.questions import Question, QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.session import Session, select
from quizgen.session.combined import combined, members_of, name_in
from quizgen.session.frontend import STOPPED, Countdown
from quizgen.session.loop import run_quiz
from quizgen.session.recorder import Recorder
from quizgen.session.selection import LatestCredit
from quizgen.terminal import messages
from quizgen.text.series import series

if TYPE_CHECKING:
    from quizgen.history.glance import Glance

DEFAULT_COUNT = 10


_EXAMPLES = """\b
Examples:
  quizgen quiz
  quizgen quiz -n 5 --kind choice --kind true_false
  quizgen quiz my-set.yaml --all --no-shuffle
  quizgen quiz rivers moons --tag europe
  quizgen quiz --exam --time 15
  quizgen quiz --resume
  quizgen quiz --missed
  quizgen quiz -n 2 --seed 7 --json result.json < answers.txt
"""


@click.command("quiz", epilog=_EXAMPLES)
@click.argument("names", nargs=-1, metavar="[SET]...", shell_complete=complete_sets)
@click.option(
    "-n", "--count", type=click.IntRange(min=1), metavar="N", help=f"Ask up to N questions. [default: {DEFAULT_COUNT}]"
)
@click.option("--all", "ask_all", is_flag=True, help="Ask every question, even if several test the same point.")
@click.option("--detail", is_flag=True, help="Also ask about points that are marked as details.")
@kind_option("Ask only questions of this kind.")
@topic_option("Ask only questions on this topic.")
@click.option(
    "--tag", "tags", multiple=True, metavar="TAG", shell_complete=complete_tags,
    help="Ask only questions with this tag or one of its subtags. Can be repeated.",
)  # fmt: skip
@click.option("--missed", is_flag=True, help="Ask only questions whose latest answer was not fully correct.")
@click.option(
    "--seed", type=int, metavar="NUMBER",
    help="Make the quiz repeatable: the same NUMBER always gives the same questions, regardless of your earlier "
        "answers.",
)  # fmt: skip
@click.option("--no-shuffle", is_flag=True, help="Ask the questions in the order of the set.")
@click.option(
    "--exam", is_flag=True, help="Show feedback only at the end of the quiz; you can change your answers until then."
)
@click.option(
    "--time", "minutes", type=click.FloatRange(min=0, min_open=True, max=10_000), metavar="MINUTES",
    help="End the exam after this many minutes.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Resume an interrupted quiz or exam on SET.")
@click.option(
    "--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the result to FILE as JSON."
)
@click.option(
    "--plain",
    is_flag=True,
    help="Print plain text without menus, for screen readers and scripts (the default outside a terminal).",
)
@now_option
def quiz_command(
    *,
    names: tuple[str, ...],
    count: int | None,
    ask_all: bool,
    detail: bool,
    kinds: tuple[Kind, ...],
    topics: tuple[str, ...],
    tags: tuple[str, ...],
    missed: bool,
    seed: int | None,
    no_shuffle: bool,
    exam: bool,
    minutes: float | None,
    resume: bool,
    json_file: Path | None,
    plain: bool,
    now: datetime | None,
) -> None:
    """Take a quiz on SETs: names from `quizgen list`, or paths. The default is the first set found.

    Each point (one thing to know) is tested once. Points that you have not seen yet, or did not know the last time,
    come first. In a quiz of up to 20 questions, questions that would give away the answer to a later question are left
    out, so the quiz may be shorter than requested.

    Kinds: card, choice, multiple, true_false, short, number, cloze, order, match.

    Press Ctrl-C or Ctrl-D to stop at any time and see your score; --resume continues the quiz later.
    """
    _check_options(resume=resume)
    if json_file:
        check_writable(json_file)
    loaded = [open_set(name) for name in dict.fromkeys(names)] or [open_set(None)]
    first_found = None if names else loaded[0].location.name
    sets = [one.question_set for one in loaded]
    question_set = _combined(sets)
    clock = running_clock(now)
    frontend = open_frontend(plain=plain)
    again = ["--plain"] if plain else []  # what a command that resumes the quiz repeats
    with History(on_error=frontend.warn, today=lambda: study_day(clock)) as history:
        recorder = Recorder(
            history, clock, new_id, timer=monotonic,
            time_limit=minutes * 60 if minutes else None, ladder=_ladder_is_on,
        )  # fmt: skip
        session = None
        seen = history.glance([one.id for one in sets])
        # With a seed, the questions do not depend on earlier answers.
        uses_answers = seed is None
        choose = partial(
            select,
            question_set,
            count=None if ask_all else count or DEFAULT_COUNT,
            kinds=frozenset(kinds),
            topics=topic_ids(topics, [question_set], first_found=first_found),
            tags=tags,
            detail=detail or ask_all,
            suspended=_suspended(question_set, seen),
        )
        if missed:
            ids = _missed(history, question_set, seen)
            if not ids:
                return
            choose = partial(choose, ids=ids)
        random_seed = SystemRandom().randrange(1_000_000) if seed is None else seed
        questions = (
            ()
            if resume
            else choose(
                seed=random_seed,
                shuffle=not no_shuffle,
                latest=_latest_credits(question_set, seen) if uses_answers else None,
            )
        )
        # Nobody should give up an interrupted quiz for one that cannot start.
        if not (questions or resume):
            given = {"--kind": kinds, "--topic": topics, "--tag": tags, "--missed": missed}
            raise click.ClickException(_why_none(choose, first_found, len(sets), given))
        if seen.interrupted and (uses_answers or missed) and (resume or sys.stdin.isatty()):
            session = _interrupted(
                history, sets, frontend, recorder, ask=not resume,
                has_options=any((count, ask_all, detail, kinds, topics, tags, missed, no_shuffle, exam)),
            )  # fmt: skip
        if resume and session is None:
            raise click.ClickException(_nothing_to_resume(history, sets, again))
        if session is None:
            if len(questions) < min(count or DEFAULT_COUNT, len(choose(shuffle=False))):
                frontend.note(messages.shorter_quiz(len(questions)))
            session = Session.start(question_set, questions, seed=random_seed, exam=exam)
            if uses_answers:
                offer_lesson(loaded, seen.known, frontend, history, clock)
        session = replace(session, members=tuple(sets))
        frontend.known_sets = seen.known
        frontend.extras = extras_of(loaded, recorder, typed=frontend.reads_lines)
        frontend.countdown = _countdown(recorder, clock())
        on_end = (lambda ended: write_result(json_file, ended, recorder, frontend)) if json_file else None
        run_quiz(session, frontend, recorder, on_end=on_end, arguments=(*names, *again))
        if history.exists:
            from quizgen.cli.today import remember  # not needed before the last answer

            history.use(lambda store: remember(store, sets))


def _countdown(recorder: Recorder, now: datetime) -> Countdown | None:
    """Return the time that the session has left; None without a limit."""
    if recorder.time_left is None:
        return None
    steady = running_clock(now)  # nobody gains or loses time if the computer's clock is set
    return Countdown(steady, steady() + timedelta(seconds=recorder.time_left))


def _why_none(
    choose: Callable[..., Sequence[Question]], first_found: str | None, number: int, given: Mapping[str, object]
) -> str:
    """Return why ``choose`` finds no question in the sets, and what to do; ``given`` are the filters by option."""
    where, other = "this set" if number == 1 else "these sets", ""
    if first_found is not None:
        where, other = f"{first_found!r}, the first set found,", ", or specify another set"
    filters = [option for option, value in given.items() if value]
    all_of = f"All questions in {where} are retired or"
    if choose(shuffle=False, detail=True):
        why = f"Every question that fits {series(filters)} is" if filters else all_of
        return f"{why} marked as details. Use --detail to include the details."
    if choose(shuffle=False, detail=True, suspended=()):
        why = f"Every question that fits {series(filters)} is" if filters else all_of
        return f"{why} suspended. To resume the suspended questions, run `quizgen browse`."
    if not filters:
        return f"All questions in {where} are retired. Specify another set."
    leave_out = "Leave out one of these options" if filters[1:] else "Leave out this option"
    return f"No question in {where} matches {series(filters)}. {leave_out}{other}."


_FOR_NEW = {
    "--all": "ask_all", "-n": "count", "--detail": "detail", "--kind": "kinds", "--topic": "topics", "--tag": "tags",
    "--missed": "missed", "--seed": "seed", "--no-shuffle": "no_shuffle", "--exam": "exam", "--time": "minutes",
}  # fmt: skip
"""The options of a new quiz, with their parameters."""


def _check_options(*, resume: bool) -> None:
    """Raise UsageError for options that do not go together."""
    given = given_options(_FOR_NEW)
    if resume and given:
        raise click.UsageError(
            "--resume continues a quiz or exam as you started it, so it cannot be combined with "
            f"{series(given, 'or')}. To resume, leave out {series(given)}; to start a new quiz or exam, leave out "
            "--resume."
        )
    if {"--all", "-n"} <= {*given}:
        raise click.UsageError("--all and -n cannot be combined. Use one of them.")
    if "--time" in given and "--exam" not in given:
        raise click.UsageError("--time requires --exam.")


def _ladder_is_on() -> bool:
    from quizgen.cli.settings import ladder_is_on  # not needed before the first answer

    return ladder_is_on()


def _latest_credits(question_set: QuestionSet, seen: "Glance") -> Mapping[str, LatestCredit]:
    return {
        name_in(question_set, set_id, point): LatestCredit(at, credit)
        for (set_id, point), (at, credit) in seen.credits.items()
    }


def _suspended(question_set: QuestionSet, seen: "Glance") -> Collection[str]:
    return {name_in(question_set, set_id, point) for set_id, point in seen.suspended}


def _combined(sets: list[QuestionSet]) -> QuestionSet:
    ids = [one.id for one in sets]
    if repeated := next((name for number, name in enumerate(ids) if name in ids[:number]), None):
        raise click.UsageError(f"Two of these sets have the id {repeated!r}. Specify only one of them.")
    return combined(sets)


def _missed(history: History, question_set: QuestionSet, seen: "Glance") -> Collection[str]:
    """Return the ids of the questions to ask with --missed; print why if there are none."""
    from quizgen.session.past_sessions import last_missed

    ids = last_missed(history, question_set)
    if not ids:
        if not history.available:
            say("--missed requires your answer history, which is not available.")
        else:
            say(
                "There are no missed questions: your latest answer to each question that you were asked was correct."
                if seen.credits
                else "You have not answered any of these questions yet."
            )
    return ids


def _interrupted(
    history: History,
    sets: Sequence[QuestionSet],
    frontend: AnyFrontend,
    recorder: Recorder,
    *,
    ask: bool,
    has_options: bool,
) -> Session | None:
    """Return the interrupted session on the sets, if there is one and the learner, if asked, wants to resume it."""
    from quizgen.session.past_sessions import interrupted, progress, resumed

    saved = interrupted(history, [one.id for one in sets])
    if saved is None:
        return None
    by_id = {one.id: one for one in sets}
    question_set = combined([by_id[name] for name in members_of(saved.start.set_id)])
    if progress(saved, question_set) is None:
        return None
    session = resumed(saved, question_set)
    if ask:
        try:
            if not frontend.ask_resume(session, saved.start.at, saved.seconds_left, has_options=has_options):
                return None
        except STOPPED:
            raise click.exceptions.Exit from None
    recorder.resume(saved)
    return session


def _nothing_to_resume(history: History, sets: Sequence[QuestionSet], options: Sequence[str]) -> str:
    """Return that no quiz on ``sets`` was interrupted, and how to resume the one that was interrupted last."""
    from quizgen.cli.interrupted import find_interrupted

    other = find_interrupted(history, [(one.location.name, one.question_set) for one in readable_sets()])
    hint = f" Did you mean {messages.resume_command([*other.names, *options])}?" if other else ""
    return f"There is no interrupted quiz on {series(one.id for one in sets)} to resume.{hint}"
