"""The article that a seed is based on, for commands that read it."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.facts.article import Article
    from quizgen.loading.document import Document

article_option = click.option(
    "--article",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Read the article from FILE. Required if SEED does not set `source.text`.",
)
"""The option ``--article`` of a command on a seed, whose value goes to ``article_of``."""


def article_of(document: "Document", given: Path | None) -> "Article":
    """Return the article at ``given``, or the one that the seed in ``document`` names; UsageError if there is none.

    Raises LoadError if it cannot be read.
    """
    from quizgen.loading.provenance import own_article, read_article

    article = own_article(document) if given is None else read_article(given)
    if article is None:
        raise click.UsageError(
            f"{document.path} does not say which article it is based on. Use --article FILE, or set `source.text` to "
            "the path of the article."
        )
    return article
