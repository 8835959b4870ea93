"""``quizgen draft``."""

import os
from collections.abc import Iterable
from pathlib import Path

import click

_SHOWN = 300
"""Characters of a sentence that are shown."""


@click.command("draft")
@click.argument("article", type=click.Path(path_type=Path), metavar="ARTICLE")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="SEED", help="The seed to write.")
@click.option("--title", metavar="TEXT", help="The article's title; its first line when left out.")
@click.option("--own", is_flag=True, help="The text is yours, or may be shared: the seed names it as its text.")
@click.option("--prompt", "as_prompt", is_flag=True, help="Print a prompt for a language model instead.")
def draft_command(article: Path, output: Path | None, title: str | None, own: bool, as_prompt: bool) -> None:
    """Draft a seed from ARTICLE, a text in English: candidate facts to be curated, not facts.

    Each sentence with dates, figures, names or short quotes becomes a candidate, with marks, its paragraph's number
    and `todo: true`; people, places, organisations and events are gathered with the roles that stand beside them.
    Nothing is understood, only found. SEED is never overwritten.

    With --prompt, print what to ask any language model for a seed. `quizgen check SEED --article ARTICLE` then names
    every quote, figure, date and name that the article does not have.

    \b
    Examples:
      quizgen draft rivers.txt -o seeds/rivers.yaml
      quizgen draft seeds/my-essay.md --own -o seeds/my-essay.yaml
      quizgen draft rivers.txt --prompt
    """
    from quizgen.loading.provenance import read_article

    text = read_article(article)
    if not text.paragraphs:
        raise click.ClickException(f"{article} holds no text.")
    if as_prompt:
        from quizgen.generating.prompt import prompt

        click.echo(prompt(text), nl=False)
        return
    if output is None:
        raise click.UsageError("Say with -o where the seed goes: -o seeds/name.yaml")
    from quizgen.atomic import WriteError, write_text
    from quizgen.cli.bar import progress_bar
    from quizgen.generating.candidates import draft
    from quizgen.generating.seedfile import Heading, seed_text
    from quizgen.loading.document import document_of
    from quizgen.loading.error_messages import kebab
    from quizgen.loading.sets import seed_from

    with progress_bar("Reading the text") as watch:
        found = draft(text, watch)
    if not found.english:
        click.echo(
            "This text does not look English: only its dates, figures and quotes are marked, no names.", err=True
        )
    if not found.candidates:
        _tell_left_out(found.left_out)
        raise click.ClickException(f"{article} has no sentence with a date, figure, name or short quote (in English).")
    name = kebab(output.stem.replace(".", " ")) or "draft"
    heading = Heading(name, title or _title(text.paragraphs[0]), _beside(output, article) if own else None)
    written = seed_text(found, text, heading)
    seed = seed_from(document_of(output, written))
    try:
        write_text(output, written, replace=False)
    except WriteError as error:
        raise click.ClickException(str(error)) from None
    _tell_left_out(found.left_out)
    click.echo(
        f"Wrote {output}: {len(seed.facts)} candidate facts, {len(seed.entities)} entities. Each is yours to confirm."
    )


def _tell_left_out(left_out: Iterable[tuple[int, str, str]]) -> None:
    from quizgen.loading.diagnostics import printable

    for number, sentence, reason in left_out:
        shown = sentence if len(sentence) <= _SHOWN else f"{sentence[:_SHOWN].rstrip()}…"
        click.echo(f"Left out, paragraph {number} ({reason}): {printable(shown)}")


def _title(line: str) -> str:
    words = "".join(char if char.isprintable() else " " for char in line).lstrip("# ")
    return " ".join(words.split())[:300] or "Untitled"


def _beside(seed: Path, article: Path) -> str:
    """The article's path as the seed names it."""
    from quizgen.loading.files import TEXT_ENDINGS, text_path

    written = Path(os.path.relpath(article.resolve(), seed.resolve().parent)).as_posix()
    if text_path(seed, written) is None:
        endings = ", ".join(TEXT_ENDINGS)
        raise click.UsageError(
            f"With --own, put the text (as {endings}) into the seed's folder, or into one beside it."
        )
    return written
