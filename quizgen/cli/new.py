"""``quizgen new``."""

import hashlib
import json
from dataclasses import replace
from pathlib import Path

import click

from quizgen.cli.prompts import ask_line, require_terminal
from quizgen.editing.scaffold import SCHEMA_FOLDER, Plan, scaffold


@click.command("new")
@click.option("--title", metavar="TEXT", help="Name of the set as learners see it.")
@click.option("--id", "name", metavar="ID", help="Permanent name of the set; made from the title when left out.")
@click.option("--source", metavar="TEXT", help="Title of the text that the facts come from.")
@click.option("--article", type=click.Path(path_type=Path), metavar="FILE", help="Your copy of that text.")
@click.option("--language", metavar="CODE", help="Language of the questions: en, fr, pt-BR, ar, …")
@click.option("--no-seed", is_flag=True, help="Only a set: all its questions are written by hand.")
def new_command(
    *,
    title: str | None,
    name: str | None,
    source: str | None,
    article: Path | None,
    language: str | None,
    no_seed: bool,
) -> None:
    """Begin a question set: a commented seed (seeds/ID.yaml) and set (decks/ID.yaml) that are free of faults.

    Without --title it asks, which takes a terminal. A file that is there is never overwritten. The schemas by which
    editors complete the keys go into .quizgen/.

    \b
    Examples:
      quizgen new
      quizgen new --title "Rivers of Europe" --source "Rivers, by the water authority" --article rivers.txt
      quizgen new --title "Ten words a day" --language fr --no-seed
    """
    if no_seed and (source or article):
        raise click.UsageError("--no-seed goes with neither --source nor --article: leave one of them out.")
    source = source or _first_line(article)
    if title is None:
        require_terminal("--title")
        title, source, language = _ask(source, language, no_seed=no_seed)
        no_seed = not source
    plan = _plan(title, name, None if no_seed else source or title, language)
    if article is not None:
        plan = replace(plan, sha256=hashlib.sha256(_content(article)).hexdigest())
    written = _write(plan)
    for path in written:
        click.echo(f"Wrote {path}")
    click.echo(
        f"Next: edit {'them' if len(written) > 1 else 'it'}, then `quizgen check` and `quizgen preview {plan.id}`."
    )


def _ask(source: str | None, language: str | None, *, no_seed: bool) -> tuple[str, str | None, str | None]:
    """Title, source and language, whatever of them is not given yet."""
    title = ask_line("Title of the set:", check=lambda text: _fault(title=text))
    if source is None and not no_seed:
        source = ask_line(
            "Title of the text that the facts come from (empty: no text):",
            default=title,
            check=lambda text: _fault(title=text) if text else None,
        )
    if language is None:
        language = ask_line(
            "Language (en, fr, ar, …; may stay empty):", check=lambda text: _fault(language=text or None)
        )
    return title, source or None, language or None


def _plan(title: str, name: str | None, source: str | None, language: str | None) -> Plan:
    """The plan, free of faults."""
    if diagnostic := _fault(title=title, language=language) or _fault(title=source or title):
        raise click.ClickException(diagnostic)
    name = _id_of(title) if name is None else name
    if not name:
        require_terminal("--id (none can be made from this title)")
        name = ask_line("Id (small letters, digits, hyphens):", check=lambda text: _fault(id=text))
    if diagnostic := _fault(id=name):
        raise click.ClickException(diagnostic)
    return Plan(name, title, source, language=language)


def _fault(**data: str | None) -> str | None:
    """What `quizgen check` would say of these keys of a set."""
    from pydantic import ValidationError

    from quizgen.loading.error_messages import problem_for
    from quizgen.loading.files import SetFile

    try:
        SetFile.model_validate({"id": "x", "title": "x", **data})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        problem = problem_for({**first}, tuple(first["loc"]), ())
        return f"{problem.code}: {problem}"
    return None


def _id_of(title: str) -> str:
    from quizgen.loading.error_messages import kebab

    return kebab(title.replace(".", " "))


def _first_line(article: Path | None) -> str | None:
    if article is None:
        return None
    lines = _content(article).decode("utf-8-sig", "replace").splitlines()
    return next((" ".join(line.split()).lstrip("# ") for line in lines if line.strip("# \t")), None)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise click.ClickException(f"{path} cannot be read: {error.strerror or error}") from None


def _write(plan: Plan) -> list[Path]:
    from quizgen.atomic import WriteError, write_text
    from quizgen.loading.schema import SCHEMAS, schema

    files = scaffold(plan)
    for path in files:
        if path.exists():
            raise click.ClickException(f"{path} is there already, and was left as it is: choose another --id.")
    try:
        for path, text in files.items():
            write_text(path, text, replace=False)
        for name in SCHEMAS:  # made anew each time, so that they keep up with quizgen
            text = json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"
            write_text(Path(SCHEMA_FOLDER, f"{name}.schema.json"), text)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    return list(files)
