"""``quizgen rename``."""

import re
from pathlib import Path

import click

from quizgen.cli.common import complete_sets, locate_set
from quizgen.cli.files import overwrite
from quizgen.cli.say import say
from quizgen.loading.catalog import SetLocation, find_set, set_with_id
from quizgen.questions.fields import ID_PATTERN
from quizgen.text.suggestions import nearest


@click.command("rename")
@click.argument("old", metavar="OLD", shell_complete=complete_sets)
@click.argument("new", metavar="NEW")
def rename_command(old: str, new: str) -> None:
    """Change the id of a set or question to NEW. OLD is SET for a set, or SET/QUESTION for a question.

    SET is a name from `quizgen list`, or a path. The old id is added to `formerly`, so that learners keep their history
    and Anki recognizes the notes. The rest of the file is not changed.

    \b
    Examples:
      quizgen rename rivers rivers-of-europe
      quizgen rename rivers/danube danube-mouth
    """
    from quizgen.editing.addition import open_file
    from quizgen.editing.layout import LayoutError
    from quizgen.editing.renaming import with_question_id, with_set_id

    location, question = _parts(old)
    if location.bundled:
        raise click.UsageError(f"The set {location.name!r} comes with quizgen, so its ids cannot be changed.")
    if not re.fullmatch(ID_PATTERN, new):
        raise click.UsageError(f"{new!r} is not a valid id. Use lowercase letters, digits and single hyphens.")
    path = location.path
    file = open_file(path)
    try:
        if question is None:
            _require_free(path, new)
            text = with_set_id(path, file.text, new)
        else:
            _require_question(file.document.data, path, question)
            if new in file.taken:
                raise click.ClickException(f"The id {new!r} is already used in {path}. Choose another id.")
            text = with_question_id(path, file.text, question, new)
    except LayoutError as error:
        raise click.ClickException(f"{path} cannot be edited automatically: {error}.") from None
    overwrite(path, file.text, text)
    what = f"the set {location.name}" if question is None else f"question {question}"
    say(
        f"Changed the id of {what} to {new} in {path}. The old id was added to `formerly`, so learners keep their "
        "history."
    )


def _parts(old: str) -> tuple[SetLocation, str | None]:
    """Return the set and the question, if any, that ``old`` names."""
    whole = find_set(old, Path.cwd())
    if whole is not None and whole.path.exists():
        return whole, None
    name, slash, question = old.rpartition("/")
    return (locate_set(name), question) if slash else (locate_set(old), None)


def _require_free(path: Path, new: str) -> None:
    if (other := set_with_id(path.parent, new)) is not None:
        raise click.ClickException(f"The id {new!r} is already used by {other}. Choose another id.")


def _require_question(data: dict[str, object], path: Path, question: str) -> None:
    questions = data.get("questions")
    ids = [str(one.get("id")) for one in questions if isinstance(one, dict)] if isinstance(questions, list) else []
    if question in ids:
        return
    near = nearest(question, ids)
    hint = f" Did you mean {near!r}?" if near else ""
    facts = (
        " The id of a question that is generated from a fact cannot be changed: with another fact id, learners would "
        "lose their history of the question, and Anki would add its note again."
        if data.get("facts")
        else ""
    )
    raise click.ClickException(f"{path} has no question {question!r}.{hint}{facts}")
