"""Read a set and everything that its preview shows, even if the set has errors."""

import base64
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from quizgen.facts.coverage import ParagraphCoverage, asked_facts, coverage
from quizgen.facts.model import Seed
from quizgen.guessing import guess_report
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document
from quizgen.loading.media import MediaError, read_picture
from quizgen.loading.provenance import own_article, read_article
from quizgen.preview.sheet import Entry, Heading, Sheet, ShownDiagnostic
from quizgen.questions import Question

if TYPE_CHECKING:
    from quizgen.checking import SetReport

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
MAX_PICTURE_BYTES = 20_000_000
"""Size of the largest picture on a page, which holds all pictures in its text."""


def gather(path: Path, article: Path | None = None) -> Sheet:
    """Return the set in ``path`` with its errors and warnings next to the questions that they belong to.

    The article is the one in ``article``, or the one that the seed names.
    """
    from quizgen.checking import check, report_on_file

    report = report_on_file(path)
    own = {*report.general, *(found for one in report.questions for found in one.diagnostics)}
    examined = report.examined
    questions = tuple(one.question for one in report.questions if one.question is not None)
    pictures = _pictures(questions, path.parent)
    entries = tuple(
        Entry(one.question, tuple(_shown(found, beside=path) for found in one.diagnostics), one.source)
        for one in report.questions
    )
    text: tuple[ParagraphCoverage, ...] = ()
    # What is wrong with the facts, and with their citations, belongs to no question.
    general = [*report.general, *(one for one in check(path, article=article).diagnostics if one not in own)]
    if examined is not None:
        try:
            text = _text(examined.seed, examined.seed_document, article, questions)
        except LoadError as error:
            general += (one for one in error.diagnostics if one not in general)
    diagnostics = tuple(_shown(one) for one in general)
    return Sheet(
        _heading(report), entries, diagnostics, tuple(guess_report(questions).lines(is_verbose=True)), pictures, text
    )


def _heading(report: "SetReport") -> Heading:
    """Return what the file says about the set, as far as it can be read."""
    if (examined := report.examined) is None:
        return Heading(title=report.path.name)
    written = examined.written
    return Heading(
        title=written.title or report.path.name,
        description=written.description,
        language=written.language,
        source=examined.source,
        topics=examined.topics,
        retired=written.retired,
    )


def _text(
    seed: Seed | None, document: Document | None, article: Path | None, questions: Iterable[Question]
) -> tuple[ParagraphCoverage, ...]:
    """Return the article's paragraphs with the facts that cite them; raise LoadError if it cannot be read."""
    if seed is None or document is None:
        return ()
    found = own_article(document) if article is None else read_article(article)
    return coverage(seed, found, asked_facts(questions)).paragraphs if found is not None else ()


def _shown(diagnostic: Diagnostic, *, beside: Path | None = None) -> ShownDiagnostic:
    """Return ``diagnostic`` as it is shown, without its place if that is in the facts of the set ``beside`` it."""
    is_of_facts = beside is not None and diagnostic.severity != "error" and diagnostic.path != beside
    place = "" if is_of_facts else diagnostic.place
    return ShownDiagnostic(diagnostic.severity, str(diagnostic.code), diagnostic.message, diagnostic.help, place)


def _pictures(questions: Iterable[Question], folder: Path) -> dict[str, str]:
    """Return, by file name, the pictures as URLs.

    One that cannot be read, or is too large for a page, is left out; the page shows its description.
    """
    pictures: dict[str, str] = {}
    for image in (question.image for question in questions if question.image is not None):
        if image.file in pictures:
            continue
        with suppress(MediaError):  # an error next to its question already says so
            content = read_picture(folder, image)
            if len(content) <= MAX_PICTURE_BYTES:
                kind = _TYPES[PurePosixPath(image.file).suffix.lower()]
                pictures[image.file] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return pictures
