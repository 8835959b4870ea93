"""``quizgen record``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.facts.article import Article
    from quizgen.facts.model import Seed
    from quizgen.loading.document import Document


@click.command("record")
@click.argument("path", metavar="SEED", type=click.Path(path_type=Path))
@click.option(
    "--article", type=click.Path(path_type=Path), metavar="FILE", help="The text, where SEED does not name it."
)
def record_command(path: Path, article: Path | None) -> None:
    """Record the text that SEED was checked against: its SHA-256 and a fingerprint of each paragraph.

    When the text changes later, `quizgen check` names just the facts whose paragraphs changed. Look at those, then
    record again. Paragraph numbers that moved, or that a quote or phrases tell, are put right on the way; all else in
    the file stays as it is.

    \b
    Examples:
      quizgen record seeds/rivers.yaml
      quizgen record seeds/rivers.yaml --article rivers.txt
    """
    from quizgen.atomic import WriteError, write_text
    from quizgen.editing.layout import LayoutError
    from quizgen.editing.recording import recorded
    from quizgen.facts.citations import paragraph_corrections
    from quizgen.loading.document import document_of, read_document
    from quizgen.loading.provenance import own_article, read_article

    document = read_document(path)
    text = own_article(document) if article is None else read_article(article)
    if text is None:
        raise click.UsageError(f"{path} names no text: give it with --article, or name it under source.text.")
    if not text.paragraphs:
        raise click.ClickException("the text is empty: there is nothing to record.")
    try:
        written = recorded(document.text, text)
    except LayoutError as error:
        raise click.ClickException(f"{path} cannot be written to: {error}.") from None
    corrections = list(paragraph_corrections(document.data, text))
    seed = _seed_with_numbers(document, document_of(path, written))
    for (_, index, *_), number in corrections:
        click.echo(f"fact {seed.facts[int(index)].id}: paragraph: {number}")
    for message in _changed(document, text):
        click.echo(f"{message}; it is taken as checked now")
    if written != document.text:
        try:
            write_text(path, written)
        except WriteError as error:
            raise click.ClickException(str(error)) from None
    click.echo(f"{path}: {len(text.paragraphs)} paragraphs on record.")


def _seed_with_numbers(document: "Document", written: "Document") -> "Seed":
    """The seed of ``written``, with the numbers that the file may lack; other faults are told as the file has them."""
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import seed_from

    try:
        return seed_from(written)
    except LoadError as left:
        problems = {(diagnostic.code, diagnostic.message) for diagnostic in left.diagnostics}
        try:
            seed_from(document)
        except LoadError as error:
            raise LoadError(
                diagnostic for diagnostic in error.diagnostics if (diagnostic.code, diagnostic.message) in problems
            ) from None
        raise


def _changed(document: "Document", text: "Article") -> Iterator[str]:
    from quizgen.facts.citations import citation_problems
    from quizgen.loading.diagnostics import LoadError
    from quizgen.loading.sets import seed_from
    from quizgen.questions.codes import Code

    try:
        seed = seed_from(document)
    except LoadError:  # a number is missing, so nothing was on record for it
        return
    for problem in citation_problems(seed, text):
        if problem.code is Code.PARAGRAPH_CHANGED:
            yield problem.message
