"""A seed and its text: reading it, holding the citations against it, and what is still a draft."""

from collections.abc import Callable
from pathlib import Path

from quizgen.facts.article import Article
from quizgen.facts.citations import citation_refusals
from quizgen.facts.grounding import invention_refusals
from quizgen.facts.model import Seed
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_bytes
from quizgen.loading.files import TEXT_ENDINGS, text_path
from quizgen.loading.validate import located
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem


def read_article(path: Path) -> Article:
    """The article in the file at ``path``; raises LoadError."""
    if not path.exists():
        raise LoadError([Diagnostic(path, 1, 1, Code.MISSING_FILE, "there is no such text", "correct the path")])
    try:
        return Article.from_bytes(read_bytes(path))
    except UnicodeDecodeError:
        help = "save it as UTF-8 in your editor"
        raise LoadError([Diagnostic(path, 1, 1, Code.NOT_UTF8, "the article is not UTF-8", help)]) from None


def own_text(document: Document) -> str | None:
    """The path of its text as the seed in ``document`` writes it; None where it names none."""
    source = document.data.get("source")
    written = source.get("text") if isinstance(source, dict) else None
    return written if isinstance(written, str) and written else None


def own_article(document: Document) -> Article | None:
    """The text that the seed in ``document`` itself names; None where it names none. Raises LoadError."""
    written = own_text(document)
    if written is None:
        return None
    path = text_path(document.path, written)
    if path is None:
        message = f"the path {written!r} leaves the project or names no text file"
        help = f"name a file that ends in {', '.join(TEXT_ENDINGS)}, in this folder or in one beside it"
        raise LoadError([located(document, Problem(Code.OUTSIDE_PATH, message, help, ("source", "text")))])
    if not path.is_file() and not path.is_dir():  # a pipe may never end
        problem = Problem(Code.MISSING_FILE, f"there is no file {path}", "correct the path", ("source", "text"))
        raise LoadError([located(document, problem)])
    return read_article(path)


def citation_faults(
    seed: Seed,
    document: Document,
    article: Article | None = None,
    watch: Callable[[int, int], None] | None = None,
) -> list[Diagnostic]:
    """What in the seed does not hold against ``article``, or against its own text where that is None.

    ``watch`` is told how many facts are done, and of how many.
    """
    try:
        article = article or own_article(document)
    except LoadError as error:
        return list(error.diagnostics)
    if article is None:
        return []
    return [
        located(document, problem)
        for problem in (*citation_refusals(seed, article), *invention_refusals(seed, article, watch))
    ]


def draft_faults(seed: Seed, document: Document) -> list[Diagnostic]:
    """The facts that their author has still to confirm."""
    return [
        located(
            document,
            Problem(
                Code.DRAFT,
                f"fact {fact.id} is a draft",
                f"hold it against paragraph {fact.citation.paragraph}, word it yourself, and take out `todo`",
                ("facts", index, "todo"),
            ),
        )
        for index, fact in enumerate(seed.facts)
        if fact.todo
    ]
