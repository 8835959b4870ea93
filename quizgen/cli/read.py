"""``quizgen read``."""

import json
from collections.abc import Callable, Sequence
from datetime import datetime

import click

from quizgen.cli.clock import now_option, running_clock
from quizgen.cli.common import LoadedSet, complete_sets, open_set
from quizgen.cli.history_io import stored_history
from quizgen.cli.say import say
from quizgen.facts.lesson import Lesson, lesson_of
from quizgen.history.records import Reading
from quizgen.questions.view import set_data
from quizgen.terminal import messages
from quizgen.terminal.capability import is_interactive


@click.command("read")
@click.argument("name", required=False, metavar="[SET]", shell_complete=complete_sets)
@click.option("--json", "as_json", is_flag=True, help="Print the lesson as JSON.")
@click.option(
    "--plain", is_flag=True, help="Print the lesson all at once, without a pager (the default outside a terminal)."
)
@now_option
def read_command(*, name: str | None, as_json: bool, plain: bool, now: datetime | None) -> None:
    """Read SET as a short lesson: what its questions teach, as statements grouped by topic. Points that are marked as
    details are left out.

    In a terminal, the lesson is shown one screen at a time. Correct answers that you give within 30 minutes of a lesson
    do not lengthen a question's review interval, because you have not yet had time to forget the lesson.

    \b
    Examples:
      quizgen read
      quizgen read my-set.yaml
      quizgen read my-set.yaml --json | jq '.topics[].items[].text'
    """
    loaded = open_set(name)
    lesson = lesson_in(loaded)
    if not lesson.items:
        raise click.ClickException(
            f"{lesson.title} has no lesson: all of its questions are retired or on points that are marked as details."
        )
    if as_json:
        click.echo(json.dumps(lesson_data(loaded, lesson), ensure_ascii=False, indent=2))
        return
    is_read = True
    if plain or not is_interactive():
        from quizgen.terminal.lesson import plain_lesson

        for line in plain_lesson(lesson):
            say(line)
    else:
        from rich.console import Console

        from quizgen.terminal.lesson import show_lesson
        from quizgen.terminal.screen import Screen

        is_read = show_lesson(Screen(Console(highlight=False)), lesson, opener(loaded))
    with stored_history() as store:
        store.add(Reading(lesson.set_id, running_clock(now)(), is_read))


def lesson_in(loaded: LoadedSet) -> Lesson:
    """Return the lesson of a set, with the facts that it is based on."""
    seed = loaded.read.seed
    return lesson_of(loaded.question_set, seed.facts if seed is not None else ())


def opener(loaded: LoadedSet) -> Callable[[Sequence[str]], list[str]]:
    """Return a function that opens files of a set in the system's programs, and says which cannot be opened."""

    def open_files(files: Sequence[str]) -> list[str]:
        from quizgen.cli.default_program import open_file

        paths = [str(loaded.path.parent / file) for file in files]
        return [messages.cannot_open(path) for path in paths if not open_file(path)]

    return open_files


def lesson_data(loaded: LoadedSet, lesson: Lesson) -> dict[str, object]:
    """Return the lesson as JSON-ready data."""
    return {
        **{key: value for key, value in set_data(loaded.question_set).items() if key in {"id", "title", "source"}},
        "topics": [
            {
                "name": topic.name,
                "items": [
                    {
                        "id": item.id,
                        "text": item.text,
                        "answer": item.answer,
                        "explanation": item.explanation,
                        "attribution": item.attribution,
                        "paragraph": item.citation.paragraph if item.citation else None,
                        "picture": item.picture.alt if item.picture else None,
                        "sound": item.sound.text if item.sound else None,
                    }
                    for item in topic.items
                ],
            }
            for topic in lesson.topics
        ],
    }
