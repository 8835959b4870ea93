"""``quizgen quiz``."""

import io
import secrets
import sys
from collections.abc import Iterable, Sequence

import click

from quizgen.cli.common import open_set
from quizgen.questions import KINDS, QuestionSet
from quizgen.session import Session, select
from quizgen.terminal import Front, take
from quizgen.terminal.capability import is_interactive
from quizgen.values.folding import fold

DEFAULT_COUNT = 10


_EXAMPLES = """\b
Examples:
  quizgen quiz
  quizgen quiz -n 5 --kind choice --kind true_false
  quizgen quiz my-set.yaml --all --no-shuffle
  quizgen quiz --topic exercise --seed 7
  quizgen quiz -n 2 --seed 7 < answers.txt
"""


@click.command("quiz", epilog=_EXAMPLES)
@click.argument("name", required=False, metavar="[SET]")
@click.option(
    "-n", "--count", type=click.IntRange(min=1), metavar="N", help=f"Ask N questions (default {DEFAULT_COUNT})."
)
@click.option("--all", "ask_all", is_flag=True, help="Ask every question.")
@click.option(
    "--kind", "kinds", multiple=True, metavar="KIND", help="Ask only questions of this kind; may be repeated."
)
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Ask only this topic; may be repeated.")
@click.option("--seed", type=int, metavar="NUMBER", help="Repeat a quiz: the same number gives the same questions.")
@click.option("--no-shuffle", is_flag=True, help="Ask in the set's own order.")
@click.option("--plain", is_flag=True, help="Plain lines, for screen readers and scripts; also used off a terminal.")
def quiz_command(
    *,
    name: str | None,
    count: int | None,
    ask_all: bool,
    kinds: tuple[str, ...],
    topics: tuple[str, ...],
    seed: int | None,
    no_shuffle: bool,
    plain: bool,
) -> None:
    """Take a quiz from SET: a name from `quizgen list`, or a path. Without it, from the first set at hand.

    Kinds: card, choice, multiple, true_false, short, number, cloze, order, match.
    Ctrl-C or Ctrl-D ends a quiz at any time with the score so far.
    """
    if ask_all and count is not None:
        raise click.UsageError("--all and -n exclude each other: leave one of them out.")
    question_set = open_set(name).question_set
    seed = secrets.randbelow(1_000_000) if seed is None else seed
    questions = select(
        question_set,
        count=None if ask_all else count or DEFAULT_COUNT,
        kinds=_known_kinds(kinds),
        topics=_known_topics(topics, question_set),
        seed=seed,
        shuffle=not no_shuffle,
    )
    if not questions:
        raise click.ClickException("No question of the set is of these kinds and topics both; leave one of them out.")
    take(Session.start(question_set, questions, seed=seed), _front(plain=plain))


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


def _front(*, plain: bool) -> Front:
    # What a stream's encoding does not know becomes a question mark there, never a traceback.
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if plain or not is_interactive():
        from quizgen.terminal.plain import PlainFront

        return PlainFront(sys.stdin, sys.stdout)
    from quizgen.terminal.rich_front import RichFront

    return RichFront()
