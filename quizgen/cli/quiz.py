"""``quizgen quiz``."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

import click

from quizgen.cli.clock import new_id, now_option, running_clock, study_day
from quizgen.cli.common import (
    check_tags,
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
from quizgen.cli.quiz_choice import Choice, missed_ids
from quizgen.cli.quiz_result import check_writable, write_result
from quizgen.history.history import History
from quizgen.questions import QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.session.combined import combined, members_of
from quizgen.session.frontend import STOPPED, Countdown
from quizgen.session.loop import run_quiz
from quizgen.session.recorder import Recorder
from quizgen.session.session import Session
from quizgen.terminal import messages
from quizgen.text.series import series

if TYPE_CHECKING:
    from quizgen.cli.interrupted import InterruptedQuiz

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
@click.option(
    "--all", "ask_all", is_flag=True,
    help="Ask every question, even if several test the same point. Cannot be combined with -n.",
)  # fmt: skip
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
    "--exam",
    is_flag=True,
    help="Show feedback only at the end; you can change your answers until then. Flashcards, which you would grade "
    "yourself, are left out unless you use --kind card.",
)
@click.option(
    "--time", "minutes", type=click.FloatRange(min=0, min_open=True, max=10_000), metavar="MINUTES",
    help="End the exam after this many minutes.",
)  # fmt: skip
@click.option(
    "--resume", is_flag=True, help="Resume an interrupted quiz or exam: that on SETs or, without SET, the latest."
)
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
    clock = running_clock(now)
    frontend = open_frontend(plain=plain)
    again = ["--plain"] if plain else []  # what a command that resumes the quiz repeats
    with History(on_error=frontend.warn, today=lambda: study_day(clock)) as history:
        if resume and not names:
            names = _latest_interrupted(history, frontend)
        loaded = [open_set(name) for name in dict.fromkeys(names)] or [open_set(None)]
        first_found = None if names else loaded[0].location.name
        sets = [one.question_set for one in loaded]
        question_set = _combined(sets)
        recorder = Recorder(
            history, clock, new_id, timer=monotonic,
            time_limit=minutes * 60 if minutes else None, ladder=_ladder_is_on,
        )  # fmt: skip
        seen = history.glance([one.id for one in sets])
        topic_filter = topic_ids(topics, [question_set], first_found=first_found)
        check_tags(tags, [question_set], first_found=first_found)
        ids = None
        if missed and not (ids := missed_ids(history, question_set, seen)):
            return
        choice = Choice(
            question_set, seen, None if ask_all else count or DEFAULT_COUNT,
            kinds=kinds, topics=topic_filter, tags=tags, ids=ids,
            detail=detail or ask_all, seed=seed, shuffle=not no_shuffle, exam=exam,
        )  # fmt: skip
        # Nobody should give up an interrupted quiz for one that cannot start.
        if not (resume or choice.questions):
            raise click.ClickException(choice.why_none(first_found, len(sets)))
        session = None
        if seen.interrupted and (seed is None or missed) and (resume or sys.stdin.isatty()):
            session = _interrupted(
                history, sets, frontend, recorder, ask=not resume, only_exam=exam,
                has_options=any((count, ask_all, detail, kinds, topics, tags, missed, no_shuffle, exam)),
            )  # fmt: skip
        if resume and session is None:
            raise click.ClickException(_nothing_to_resume(history, sets, again))
        if session is None:
            for note in choice.why_fewer():
                frontend.note(note)
            session = Session.start(question_set, choice.questions, seed=choice.seed, exam=exam)
            if seed is None and not exam:
                offer_lesson(loaded, seen.known, frontend, history, clock)
        session = replace(session, members=tuple(sets))
        frontend.known_sets = seen.known
        frontend.extras = extras_of(loaded, recorder, typed=frontend.reads_lines)
        frontend.countdown = _countdown(recorder, clock())
        on_end = (lambda ended: write_result(json_file, ended, recorder, frontend)) if json_file else None
        # With its set, the command resumes this quiz, even if another one is interrupted later.
        arguments = (*(names or [loaded[0].location.name]), *again)
        run_quiz(session, frontend, recorder, on_end=on_end, arguments=arguments)
        if history.exists:
            from quizgen.cli.today import remember  # not needed before the last answer

            history.use(lambda store: remember(store, sets))


def _countdown(recorder: Recorder, now: datetime) -> Countdown | None:
    """Return the time that the session has left; None without a limit."""
    if recorder.time_left is None:
        return None
    steady = running_clock(now)  # nobody gains or loses time if the computer's clock is set
    return Countdown(steady, steady() + timedelta(seconds=recorder.time_left))


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


def _combined(sets: list[QuestionSet]) -> QuestionSet:
    ids = [one.id for one in sets]
    if repeated := next((name for number, name in enumerate(ids) if name in ids[:number]), None):
        raise click.UsageError(f"Two of these sets have the id {repeated!r}. Specify only one of them.")
    return combined(sets)


def _interrupted_quizzes(history: History) -> "Iterator[InterruptedQuiz]":
    from quizgen.cli.interrupted import interrupted_quizzes

    return interrupted_quizzes(history, [(one.location.name, one.question_set) for one in readable_sets()])


def _latest_interrupted(history: History, frontend: AnyFrontend) -> tuple[str, ...]:
    """Return the names of the sets of the quiz that was interrupted last; say which it is if there are several.

    Raises ClickException if there is none.
    """
    found = list(_interrupted_quizzes(history))
    if not found:
        raise click.ClickException("There is no interrupted quiz to resume.")
    latest, *others = found
    if others:
        frontend.note(messages.resumes_latest(latest.names, len(found), exam=latest.exam))
    return latest.names


def _interrupted(
    history: History,
    sets: Sequence[QuestionSet],
    frontend: AnyFrontend,
    recorder: Recorder,
    *,
    ask: bool,
    only_exam: bool,
    has_options: bool,
) -> Session | None:
    """Return the interrupted session on the sets, if there is one and the learner, if asked, wants to resume it.

    With ``only_exam``, a quiz is not offered, since it shows the answers, which an exam does not.
    """
    from quizgen.history.records import Mode
    from quizgen.session.past_sessions import interrupted, progress, resumed

    saved = interrupted(history, [one.id for one in sets])
    if saved is None:
        return None
    by_id = {one.id: one for one in sets}
    question_set = combined([by_id[name] for name in members_of(saved.start.set_id)])
    if progress(saved, question_set) is None:
        return None
    if only_exam and saved.start.mode is not Mode.EXAM:
        frontend.note(messages.EXAM_ENDS_QUIZ)
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
    other = next(_interrupted_quizzes(history), None)
    hint = f" Did you mean {messages.resume_command([*other.names, *options])}?" if other else ""
    return f"There is no interrupted quiz on {series(one.id for one in sets)} to resume.{hint}"
