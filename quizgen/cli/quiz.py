"""``quizgen quiz``."""

import secrets
import sys
from collections.abc import Iterable, Sequence
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import complete_sets, open_set
from quizgen.cli.frontends import AnyFront, open_front
from quizgen.cli.quiz_result import check_writable, write_result
from quizgen.history.folder import data_folder
from quizgen.journal import History, Journal, last_missed
from quizgen.questions import KINDS, QuestionSet
from quizgen.session import Session, select
from quizgen.terminal import describe, messages, run_quiz
from quizgen.terminal.actions import STOPPED
from quizgen.terminal.countdown import Countdown
from quizgen.text.folding import fold

DEFAULT_COUNT = 10


_EXAMPLES = """\b
Examples:
  quizgen quiz
  quizgen quiz -n 5 --kind choice --kind true_false
  quizgen quiz my-set.yaml --all --no-shuffle
  quizgen quiz --exam --time 15
  quizgen quiz --resume
  quizgen quiz --missed
  quizgen quiz -n 2 --seed 7 --json result.json < answers.txt
"""


@click.command("quiz", epilog=_EXAMPLES)
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option(
    "-n", "--count", type=click.IntRange(min=1), metavar="N", help=f"Ask N questions (default {DEFAULT_COUNT})."
)
@click.option("--all", "ask_all", is_flag=True, help="Ask every question.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Ask only questions of this kind; may be repeated."
)
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Ask only this topic; may be repeated.")
@click.option("--missed", is_flag=True, help="Ask only what was wrong or partly wrong the last time.")
@click.option("--seed", type=int, metavar="NUMBER", help="Repeat a quiz: the same number gives the same questions.")
@click.option("--no-shuffle", is_flag=True, help="Ask in the set's own order.")
@click.option("--exam", is_flag=True, help="Feedback only at the end; until then answers may be changed.")
@click.option(
    "--time", "minutes", type=click.FloatRange(min=0, min_open=True, max=10_000), metavar="MINUTES",
    help="End the exam after this time.",
)  # fmt: skip
@click.option("--resume", is_flag=True, help="Go on with a quiz of SET that was interrupted.")
@click.option("--json", "json_file", type=click.Path(path_type=Path), metavar="FILE", help="Write the result to FILE.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and scripts; also used off a terminal.")
@now_option
def quiz_command(
    *,
    name: str | None,
    count: int | None,
    ask_all: bool,
    kinds: tuple[str, ...],
    topics: tuple[str, ...],
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
    """Take a quiz from SET: a name from `quizgen list`, or a path. Without it, from the first set at hand.

    Kinds: card, choice, multiple, true_false, short, number, cloze, order, match.
    Ctrl-C or Ctrl-D ends a quiz at any time with the score so far; --resume goes on with it.
    """
    if ask_all and count is not None:
        raise click.UsageError("--all and -n exclude each other: leave one of them out.")
    if minutes is not None and not exam:
        raise click.UsageError("--time is for exams: add --exam.")
    if resume and (ask_all or count or kinds or topics or missed or seed is not None or no_shuffle or exam):
        raise click.UsageError("--resume goes on with a quiz as it was begun: leave out what chooses questions.")
    if json_file:
        check_writable(json_file)
    question_set = open_set(name).question_set
    clock = running_clock(now)
    front = open_front(plain=plain)
    with closing(History(data_folder(), lambda message: front.warn(messages.not_stored(message)))) as history:
        journal = Journal(history, clock, time_limit=minutes * 60 if minutes else None)
        session = None
        if resume or (seed is None and sys.stdin.isatty()):
            session = _interrupted(history, question_set, front, journal, ask=not resume)
        if resume and session is None:
            raise click.ClickException(f"There is no interrupted quiz of {question_set.id}.")
        if session is None:
            ids = last_missed(history, question_set) if missed else None
            if ids is not None and not ids:
                click.echo(_nothing_missed(history, question_set))
                return
            seed = secrets.randbelow(1_000_000) if seed is None else seed
            questions = select(
                question_set,
                count=None if ask_all else count or DEFAULT_COUNT,
                kinds=_known_kinds(kinds),
                topics=_known_topics(topics, question_set),
                ids=ids,
                seed=seed,
                shuffle=not no_shuffle,
            )
            if not questions:
                raise click.ClickException("No question of the set is of that sort; leave one of the choices out.")
            session = Session.start(question_set, questions, seed=seed, exam=exam)
        if journal.time_left is not None:
            front.countdown = Countdown(clock, clock() + timedelta(seconds=journal.time_left))
        written = (lambda taken: write_result(json_file, taken, journal, front)) if json_file else None
        run_quiz(session, front, journal, closed=written)


def _nothing_missed(history: History, question_set: QuestionSet) -> str:
    if not history.stores:
        return "No answers are stored."
    answered = history.use(lambda store: store.last_outcomes(question_set.id))
    return "Nothing was wrong the last time." if answered else "You have not answered anything of this set yet."


def _interrupted(
    history: History, question_set: QuestionSet, front: AnyFront, journal: Journal, *, ask: bool
) -> Session | None:
    """The interrupted session of the set, if there is one and, when asked, the learner wants to go on with it."""
    if history.is_new:
        return None
    saved = history.use(lambda store: store.unfinished(question_set.id))
    if saved is None:
        return None
    from quizgen.journal.resume import resumed

    session = resumed(saved, question_set)
    if not session.questions:
        return None
    if ask:
        when, answered = describe.moment(saved.start.at), len(session.answers)
        try:
            if not front.ask_resume(messages.resume(when, answered, len(session.questions), exam=session.exam)):
                return None
        except STOPPED:
            raise click.exceptions.Exit from None
    journal.go_on(saved)
    return session


def _known_kinds(wanted: Sequence[str]) -> frozenset[str]:
    kinds = [kind.lower().replace("-", "_") for kind in wanted]
    for written, kind in zip(wanted, kinds, strict=True):
        if kind not in KINDS:
            raise click.UsageError(f"There is no kind {written!r}. The kinds are: {', '.join(KINDS)}.")
    return frozenset(kinds)


def _known_topics(wanted: Iterable[str], question_set: QuestionSet) -> frozenset[str]:
    """The ids of topics given by id or by name."""
    ids = list(dict.fromkeys(question.topic for question in question_set.questions if question.topic))
    known = {fold(question_set.topic_name(topic)): topic for topic in ids} | {topic: topic for topic in ids}
    found = set()
    for topic in wanted:
        if fold(topic) not in known:
            there_are = f"The topics of this set are: {', '.join(ids)}." if ids else "This set has no topics."
            raise click.UsageError(f"There is no topic {topic!r}. {there_are}")
        found.add(known[fold(topic)])
    return frozenset(found)
