"""Provenance: read the text of a seed, check the citations against it, and find facts that are still drafts."""

from pathlib import Path

from quizgen.facts.article import Article
from quizgen.facts.citations import citation_problems
from quizgen.facts.grounding import grounding_problems
from quizgen.facts.partial import AnySeed, facts_of
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_bytes
from quizgen.loading.files import TEXT_ENDINGS, outside_path, text_path
from quizgen.loading.validate import located
from quizgen.progress import Watcher
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem


def read_article(path: Path) -> Article:
    """Return the article in the file at ``path``; raise LoadError if it cannot be read."""
    if not path.exists():
        raise LoadError([Diagnostic(path, 1, 1, Code.MISSING_FILE, "the file does not exist", "correct the path")])
    try:
        return Article.from_bytes(read_bytes(path))
    except UnicodeDecodeError:
        help = "save it as UTF-8 in your editor"
        raise LoadError([Diagnostic(path, 1, 1, Code.NOT_UTF8, "the article is not valid UTF-8", help)]) from None


def own_text(document: Document) -> str | None:
    """Return the path of the seed's text as ``document`` writes it; None if it names none."""
    source = document.data.get("source")
    written = source.get("text") if isinstance(source, dict) else None
    return written if isinstance(written, str) and written else None


def own_article(document: Document) -> Article | None:
    """Return the text that the seed in ``document`` names; None if it names none. Raises LoadError."""
    written = own_text(document)
    if written is None:
        return None
    path = text_path(document.path, written)
    if path is None:
        message, help = outside_path(written, TEXT_ENDINGS, "text")
        raise LoadError([located(document, Problem(Code.OUTSIDE_PATH, message, help, ("source", "text")))])
    if not path.is_file() and not path.is_dir():  # a pipe may never end
        problem = Problem(Code.MISSING_FILE, f"{path} does not exist", "correct the path", ("source", "text"))
        raise LoadError([located(document, problem)])
    return read_article(path)


def citation_diagnostics(
    seed: AnySeed,
    document: Document,
    article: Article | None = None,
    watch: Watcher | None = None,
) -> list[Diagnostic]:
    """Return what in ``seed`` does not agree with ``article``, or with the seed's own text if that is None.

    ``watch`` is called with the number of facts done and their total.
    """
    try:
        article = article or own_article(document)
    except LoadError as error:
        return list(error.diagnostics)
    if article is None:
        return []
    return [
        located(document, problem)
        for problem in (*citation_problems(seed, article), *grounding_problems(seed, article, watch))
    ]


def draft_diagnostics(seed: AnySeed, document: Document) -> list[Diagnostic]:
    """Return an error for each fact that its author has yet to confirm."""
    return [
        located(
            document,
            Problem(
                Code.DRAFT,
                f"fact {fact.id!r} is a draft",
                f"check it against paragraph {fact.citation.paragraph}, rewrite it in your own words, "
                "and remove `todo`",
                ("facts", index, "todo"),
            ),
        )
        for index, fact in enumerate(facts_of(seed))
        if fact.todo
    ]
