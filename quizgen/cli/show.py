"""``quizgen show``."""

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from shutil import get_terminal_size
from typing import Any, NamedTuple

import click

from quizgen.cli.common import complete_sets, kind_option, open_set, topic_ids, topic_option
from quizgen.cli.pager import page
from quizgen.grading.accepted import accepted, rejected
from quizgen.grading.grader import leaves_wording
from quizgen.questions import ClozeQuestion, Question, QuestionSet, ShortQuestion
from quizgen.questions.kinds import Kind
from quizgen.questions.options import OptionsQuestion
from quizgen.questions.view import answer_text, question_data, reference_text, set_data
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive
from quizgen.text.numbers import format_number
from quizgen.text.plurals import count

_WIDEST = 100
"""Columns of a line, however wide the terminal."""


@click.command("show")
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@kind_option("Show only questions of this kind.")
@topic_option("Show only questions on this topic.")
@click.option(
    "--answers",
    is_flag=True,
    help="Show which typed answers are accepted for each question, and how strictly they are graded.",
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with the set and its questions.")
def show_command(
    name: str | None, kinds: tuple[Kind, ...], topics: tuple[str, ...], answers: bool, as_json: bool
) -> None:
    """Print the questions of SET (a name from `quizgen list`, or a path) with their answers, grouped by point
    (one thing to know).

    \b
    Examples:
      quizgen show
      quizgen show my-set.yaml --kind choice
      quizgen show --json | jq '.questions[].stem'
    """
    loaded = open_set(name)
    found = loaded.question_set
    shown_topics = topic_ids(topics, [found], first_found=None if name else loaded.location.name)
    questions = [
        question
        for question in found.questions
        if (not kinds or question.kind in kinds) and (not topics or question.topic in shown_topics)
    ]
    if as_json:
        click.echo(
            json.dumps(
                {**set_data(found), "questions": [question_data(q) for q in questions]}, ensure_ascii=False, indent=2
            )
        )
        return
    size = get_terminal_size() if sys.stdout.isatty() else None
    width = min(_WIDEST, size.columns - 1) if size else _WIDEST
    lines = [part for line in _lines(found, questions, answers=answers) for part in line.wrapped(width)]
    if size and len(lines) >= size.lines and is_interactive():
        page("\n".join(lines), "questions")
    else:
        click.echo("\n".join(lines))


class _Line(NamedTuple):
    """A line to print: its text after a sign, below which it is indented."""

    sign: str
    text: str

    def wrapped(self, width: int) -> list[str]:
        """Return it in lines of at most ``width`` columns."""
        first, indent = self.sign, " " * len(self.sign)
        return textwrap.wrap(self.text, width, initial_indent=first, subsequent_indent=indent) or [""]


def _lines(found: QuestionSet, questions: Iterable[Question], *, answers: bool) -> Iterator[_Line]:
    questions = [*questions]
    yield _Line("", f"{found.title} ({found.id}): {count(len(questions), 'question')}")
    if found.source:
        yield _Line("", messages.source(reference_text(found.source), None))
    for points, group in _by_points(questions).items():
        if len(group) > 1 or points != (group[0].id,):  # otherwise, the id below is also that of the point
            yield from (_Line("", ""), _Line("", f"{'Point' if len(points) == 1 else 'Points'} {', '.join(points)}"))
        for question in group:
            yield from _question_lines(question, found.topic_name(question.topic) if question.topic else None)
            if answers:
                yield from _accepted_lines(question)


def _by_points(questions: Iterable[Question]) -> dict[tuple[str, ...], list[Question]]:
    """Group ``questions`` by the points that they test, in the order of their first questions."""
    groups: dict[tuple[str, ...], list[Question]] = {}
    for question in questions:
        groups.setdefault(question.points, []).append(question)
    return groups


def _question_lines(question: Question, topic: str | None) -> Iterator[_Line]:
    about = ", ".join(filter(None, (question.kind, topic, question.priority)))
    yield from (_Line("", ""), _Line("", f"{question.id}  [{about}]"))
    data: dict[str, Any] = question_data(question)
    yield from _paragraph("", data["stem"])
    for option in data["options"]:
        yield from _paragraph("- ", option)
    if question.hint:
        yield from _paragraph("Hint: ", question.hint)
    yield from _paragraph("Answer: ", answer_text(question))
    for others in _also_correct(question):
        yield from _paragraph("Also correct: ", ", ".join(others))
    if question.explanation:
        yield from _paragraph("Explanation: ", question.explanation)
    if question.citation:
        yield from _paragraph(f"Paragraph {question.citation.paragraph}: ", question.citation.quoted)


def _also_correct(question: Question) -> Iterator[Sequence[str]]:
    """Yield the other answers that the author accepts: for the question, or for each of its blanks."""
    if isinstance(question, ShortQuestion) and question.accept:
        yield question.accept
    elif isinstance(question, ClozeQuestion):
        yield from filter(None, (question.accepted(mark)[1:] for mark in question.marks))


def _accepted_lines(question: Question) -> Iterator[_Line]:
    for answer in accepted(question):
        yield from _paragraph("Accepted: ", f"{' | '.join(answer.forms)} ({answer.summary})")
        if answer.bounds is not None:
            low, high = map(format_number, answer.bounds)
            yield from _paragraph("Accepted: ", f"any number from {low} to {high}")
    if isinstance(question, ShortQuestion) and question.pattern is not None:
        yield from _paragraph("Accepted: ", f"anything that matches {question.pattern}")
    if leaves_wording(question):
        yield from _paragraph("Accepted: ", "other wordings that the learner compares with the answer")
    sign = "Feedback on " if isinstance(question, OptionsQuestion) else "Rejected: "  # options are never typed
    for text, feedback in rejected(question):
        yield from _paragraph(sign, f"{text}: {feedback}" if feedback else text)


def _paragraph(sign: str, text: str) -> Iterator[_Line]:
    """Yield ``text`` in lines after ``sign``, below which the later ones are indented."""
    indent = f"  {' ' * len(sign)}"
    for number, line in enumerate(text.splitlines()):
        yield _Line(indent if number else f"  {sign}", line)
