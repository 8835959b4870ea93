"""``quizgen show``."""

import json
import textwrap
from collections.abc import Iterable
from typing import Any

import click

from quizgen.cli.common import complete_sets, kind_option, open_set, topic_ids, topic_option
from quizgen.grading.accepted import accepted, rejected
from quizgen.questions import Question, ShortQuestion
from quizgen.questions.kinds import Kind
from quizgen.questions.view import answer_text, question_data, reference_text, set_data
from quizgen.terminal import messages
from quizgen.text.numbers import format_number
from quizgen.text.plurals import count


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
    groups = _by_points(questions)
    click.echo(f"{found.title} ({found.id}): {count(len(questions), 'question')}")
    if found.source:
        click.echo(messages.source(reference_text(found.source), None))
    for points, group in groups.items():
        click.echo(f"\n{'Point' if len(points) == 1 else 'Points'} {', '.join(points)}")
        for question in group:
            _print_question(question, found.topic_name(question.topic) if question.topic else None)
            if answers:
                _print_accepted(question)


def _by_points(questions: Iterable[Question]) -> dict[tuple[str, ...], list[Question]]:
    """Group ``questions`` by the points that they test, in the order of their first questions."""
    groups: dict[tuple[str, ...], list[Question]] = {}
    for question in questions:
        groups.setdefault(question.points, []).append(question)
    return groups


def _print_question(question: Question, topic: str | None) -> None:
    click.echo(f"\n{question.id}  [{', '.join(filter(None, (question.kind, topic, question.priority)))}]")
    data: dict[str, Any] = question_data(question)
    _paragraph("", data["stem"])
    for option in data["options"]:
        _paragraph("- ", option)
    _paragraph("Answer: ", answer_text(question))
    if question.explanation:
        _paragraph("Explanation: ", question.explanation)
    if question.citation:
        _paragraph(f"Paragraph {question.citation.paragraph}: ", question.citation.quoted)


def _print_accepted(question: Question) -> None:
    for answer in accepted(question):
        _paragraph("Accepted: ", f"{' | '.join(answer.forms)} ({answer.summary})")
        if answer.bounds is not None:
            low, high = map(format_number, answer.bounds)
            _paragraph("Accepted: ", f"any number from {low} to {high}")
    if isinstance(question, ShortQuestion) and question.pattern is not None:
        _paragraph("Accepted: ", f"anything that matches {question.pattern}")
    for text, feedback in rejected(question):
        _paragraph("Rejected: ", f"{text}: {feedback}" if feedback else text)


def _paragraph(sign: str, text: str) -> None:
    indent = f"  {' ' * len(sign)}"
    for number, line in enumerate(text.splitlines()):
        first = indent if number else f"  {sign}"
        click.echo(textwrap.fill(line, 100, initial_indent=first, subsequent_indent=indent))
