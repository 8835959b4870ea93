"""What the next export of a set would do to learners, as diagnostics."""

from collections.abc import Iterator

from quizgen.linting import Finding
from quizgen.linting.locator import Locator
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document, read_document
from quizgen.loading.sets import ReadSet


def release_diagnostics(read: ReadSet, document: Document | None = None) -> Iterator[Diagnostic]:
    """Yield a warning for each irreversible effect that exporting the set would have on learners who have its deck.

    ``document`` is the set's file; it is read if it is not given and there is something to report.
    """
    from quizgen.anki.release_risks import find_risks

    locator = None
    for risk in find_risks(read.question_set, read.path.parent):
        locator = locator or Locator(document or read_document(read.path), read.seed, read.seed_document)
        yield locator.diagnostic(Finding(risk.code, risk.message, risk.help, risk.at, risk.question))
