"""``quizgen new``."""

import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import click

from quizgen.cli.files import write_file
from quizgen.cli.prompts import ask_choice, ask_line, ask_path, plain_prompts_option, require_terminal
from quizgen.cli.say import say
from quizgen.editing.scaffold import SCHEMA_FOLDER, NewSet, scaffold
from quizgen.text.ids import kebab
from quizgen.text.languages import language_code

_FORMATS = (
    ("Markdown", "headings and task lists; needs few quotation marks and no indentation"),
    ("YAML", "keys and values; editors can complete the keys"),
)


@click.command("new")
@click.option("--title", metavar="TEXT", help="Set the title that learners see.")
@click.option(
    "--id",
    "name",
    metavar="ID",
    help="Set the permanent id. [default: generated from the title; with --seed alone, the id of the seed]",
)
@click.option("--source", metavar="TEXT", help="Set the title of the source text.")
@click.option(
    "--article",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Record the SHA-256 hash of FILE, your copy of the source text.",
)
@click.option(
    "--seed",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Create a set from the facts in FILE, an existing seed.",
)
@click.option("--language", metavar="CODE", help="Set the language (such as en, fr or pt-BR) of the questions.")
@click.option("--markdown", is_flag=True, help="Write the set as Markdown (decks/ID.md).")
@click.option("--no-seed", is_flag=True, help="Create a set without a seed, for questions written by hand.")
@plain_prompts_option
def new_command(
    *,
    title: str | None,
    name: str | None,
    source: str | None,
    article: Path | None,
    seed: Path | None,
    language: str | None,
    markdown: bool,
    no_seed: bool,
) -> None:
    """Create a seed (seeds/ID.yaml) and a question set (decks/ID.yaml), with comments that explain the keys.

    Without --title, quizgen asks for the details. Existing files are never overwritten. JSON Schemas for editors are
    written to .quizgen/.

    \b
    Examples:
      quizgen new
      quizgen new --title "Rivers of Europe" --source "Rivers, by the water authority" --article rivers.txt
      quizgen new --seed seeds/rivers.yaml
      quizgen new --title "Ten words a day" --language fr --no-seed --markdown
    """
    if no_seed and (source or article):
        raise click.UsageError("--no-seed cannot be combined with --source or --article.")
    if seed is not None and (source or article or no_seed):
        raise click.UsageError("--seed cannot be combined with --source, --article or --no-seed.")
    language = language and (language_code(language) or language)
    if seed is not None:
        new_set = _for_seed(seed, title, name, language)
    else:
        if title is None:
            require_terminal("--title")
            title, article, source, language = _ask(article, source, language, no_seed=no_seed)
            no_seed = not source
            markdown = markdown or ask_choice("Format:", _FORMATS) == "Markdown"
        source = source or _first_line(article)
        new_set = _new_set(title, name, None if no_seed else source or title, language)
    if article is not None:
        new_set = replace(new_set, sha256=hashlib.sha256(_content(article)).hexdigest())
    written = _write(replace(new_set, markdown=markdown))
    for path in written:
        say(f"Wrote {path}")
    say(
        f"Next: edit {'them' if len(written) > 1 else 'it'}, then run `quizgen check`"
        f" and `quizgen preview {new_set.id}`."
    )


def _ask(
    article: Path | None, source: str | None, language: str | None, *, no_seed: bool
) -> tuple[str, Path | None, str | None, str | None]:
    """Ask for the title, and for the text and the language if they are not given."""
    title = ask_line("Title of the set:", check=lambda text: _error(title=text))
    if source is None and article is None and not no_seed:
        written = ask_path(
            "File with the text that the questions are based on (Tab completes; leave empty if there is none):",
            _file_error,
        )
        article = Path(written).expanduser() if written else None
    if source is None and not no_seed:
        first_line = _first_line(article)
        if_empty = "to use its first line" if first_line else "if the questions are not based on a text"
        source = ask_line(
            f"Title of the text (leave empty {if_empty}):",
            check=lambda text: _error(title=text or first_line) if text or first_line else None,
        )
        source = source or first_line
    if language is None:
        written = ask_line("Language, such as en or French (optional):", check=_language_error)
        language = language_code(written) or written
    return title, article if source else None, source or None, language or None


def _file_error(text: str) -> str | None:
    return None if not text or Path(text).expanduser().is_file() else f"The file {text!r} does not exist."


def _language_error(text: str) -> str | None:
    return _error(language=(language_code(text) or text) or None)


def _for_seed(seed: Path, title: str | None, name: str | None, language: str | None) -> NewSet:
    """Return a set for the facts in ``seed``, by default with its id and the title of its text."""
    from quizgen.loading.files import facts_path
    from quizgen.loading.sets import load_seed

    facts = load_seed(seed)
    new_set = _new_set(title or facts.source.title, name or (None if title else facts.id), None, language)
    if not (name or title):
        say(f"The set gets the id of the seed, {new_set.id}, which is permanent. To choose another one, use --id.")
    written = Path(os.path.relpath(seed.resolve(), Path("decks").resolve())).as_posix()
    if facts_path(Path("decks", f"{new_set.id}.yaml"), written) is None:
        raise click.ClickException(
            f"{seed} is outside this project's folder. Copy the file to ./seeds and use the copy."
        )
    return replace(new_set, facts=written)


def _new_set(title: str, name: str | None, source: str | None, language: str | None) -> NewSet:
    """Return the valid details of the new set, or raise ClickException."""
    if diagnostic := _error(title=title, language=language) or _error(title=source or title):
        raise click.ClickException(diagnostic)
    name = kebab(title) if name is None else name
    if not name:
        require_terminal("--id", "is required, because no id can be generated from the title")
        name = ask_line("Id (lowercase letters, digits and hyphens):", check=lambda text: _error(id=text))
    if diagnostic := _error(id=name):
        raise click.ClickException(diagnostic)
    return NewSet(name, title, source, language=language)


def _error(**data: str | None) -> str | None:
    """Return the first error in these fields of a set, or None."""
    from quizgen.loading.by_parts import first_problem
    from quizgen.loading.files import SetFile

    problem = first_problem(SetFile, {"id": "x", "title": "x", **data})
    return None if problem is None else f"{problem.code}: {problem}"


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


def _write(new_set: NewSet) -> list[Path]:
    from quizgen.loading.schema import SCHEMAS, schema

    files = scaffold(new_set)
    for path in files:
        if path.exists():
            raise click.ClickException(f"{path} already exists; not overwritten. Choose a different id with --id.")
    for path, text in files.items():
        write_file(path, text, replace=False)
    for name in SCHEMAS:  # rewritten each time, to match this version of quizgen
        text = json.dumps(schema(name), ensure_ascii=False, indent=1) + "\n"
        write_file(Path(SCHEMA_FOLDER, f"{name}.schema.json"), text)
    return list(files)
