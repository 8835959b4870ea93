"""``quizgen record``."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from quizgen.cli.article import article_of, article_option
from quizgen.cli.files import write_file
from quizgen.cli.say import say
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.article import Article
    from quizgen.facts.model import Seed
    from quizgen.loading.document import Document


@click.command("record")
@click.argument("path", metavar="SEED", type=click.Path(path_type=Path))
@article_option
def record_command(path: Path, article: Path | None) -> None:
    """Record the hash of the article that SEED was checked against, and a fingerprint of each paragraph.

    The hash is the SHA-256 of the file; a fingerprint is a short hash of a paragraph.

    When the article changes later, `quizgen check` lists only the facts whose paragraphs changed. Review those facts,
    then run `quizgen record` again. The command also corrects any paragraph number that can be
    determined from a quote, a phrase or a fingerprint. Nothing else in the file changes.

    \b
    Examples:
      quizgen record seeds/rivers.yaml
      quizgen record seeds/rivers.yaml --article rivers.txt
    """
    from quizgen.editing.layout import LayoutError
    from quizgen.editing.recording import recorded
    from quizgen.facts.citations import paragraph_corrections
    from quizgen.loading.document import document_of, read_document

    document = read_document(path)
    text = article_of(document, article)
    if not text.paragraphs:
        raise click.ClickException("The article is empty, so there is nothing to record.")
    try:
        written = recorded(document.text, text)
    except LayoutError as error:
        raise click.ClickException(f"{path} cannot be edited automatically: {error}.") from None
    corrections = list(paragraph_corrections(document.data, text))
    seed = _seed_with_numbers(document, document_of(path, written))
    for (_, index, *_), number in corrections:
        click.echo(f"fact {seed.facts[int(index)].id}: changed the paragraph number to {number}")
    for message in _changed(document, text):
        click.echo(f"{message}; the new text is now recorded as checked")
    if written != document.text:
        write_file(path, written)
    say(f"{path}: recorded {count(len(text.paragraphs), 'paragraph')}.")


def _seed_with_numbers(document: "Document", written: "Document") -> "Seed":
    """Return the seed of ``written``, with paragraph numbers; its errors have their positions in the original file."""
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
    except LoadError:  # a number is missing, so nothing was recorded for it
        return
    for problem in citation_problems(seed, text):
        if problem.code is Code.PARAGRAPH_CHANGED:
            yield problem.message
