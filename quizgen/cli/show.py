"""``quizgen show``."""

import json
import textwrap
from dataclasses import asdict
from typing import Any

import click

from quizgen.cli.common import complete_sets, open_set
from quizgen.grading import accepted
from quizgen.questions import KINDS
from quizgen.questions.view import question_data, right_answer, set_data


@click.command("show")
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only questions of this kind; repeatable."
)
@click.option("--topic", "topics", multiple=True, metavar="TOPIC", help="Only questions of this topic; repeatable.")
@click.option("--answers", is_flag=True, help="Show what is accepted for each typed answer, and how strictly.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON object with id, title and questions.")
def show_command(
    name: str | None, kinds: tuple[str, ...], topics: tuple[str, ...], answers: bool, as_json: bool
) -> None:
    """Print the questions of SET (a name from `quizgen list`, or a path) with their answers.

    \b
    Examples:
      quizgen show
      quizgen show my-set.yaml --kind choice
      quizgen show --json | jq '.questions[].stem'
    """
    found = open_set(name).question_set
    questions = [
        question
        for question in found.questions
        if (not kinds or question.kind in kinds) and (not topics or question.topic in topics)
    ]
    if as_json:
        click.echo(
            json.dumps(
                {**set_data(found), "questions": [question_data(q) for q in questions]}, ensure_ascii=False, indent=2
            )
        )
        return
    click.echo(f"{found.title} ({found.id}): {len(questions)} questions")
    for question in questions:
        click.echo(f"\n{question.id}  [{question.kind}, {found.topic_name(question.topic)}]")
        data: dict[str, Any] = question_data(question)
        _paragraph("", data["stem"])
        for option in data["options"]:
            _paragraph("- ", option)
        _paragraph("= ", right_answer(question))
        if answers:
            for accepts in accepted(question):
                strict = [name for name, on in asdict(accepts.policy).items() if on is True]
                counts = f"; counts: {', '.join(strict)}" if strict else ""
                _paragraph("? ", f"{' | '.join(accepts.forms)} ({accepts.policy.preset}{counts})")
        if question.explanation:
            _paragraph("i ", question.explanation)
        if question.citation:
            _paragraph("§ ", f"paragraph {question.citation.paragraph}: {'; '.join(question.citation.phrases)}")


def _paragraph(sign: str, text: str) -> None:
    for line in text.splitlines():
        click.echo(textwrap.fill(line, 100, initial_indent=f"  {sign}", subsequent_indent="  " + " " * len(sign)))
