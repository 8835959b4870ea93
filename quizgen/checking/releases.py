"""What the next export of a set would do to learners, as diagnostics."""

from collections.abc import Iterator

from quizgen.atomic import is_writable
from quizgen.linting import Finding
from quizgen.linting.locator import Locator
from quizgen.loading.diagnostics import Diagnostic
from quizgen.loading.document import Document, read_document
from quizgen.loading.sets import ReadSet


def release_diagnostics(read: ReadSet, document: Document | None = None) -> Iterator[Diagnostic]:
    """Yield a warning for each irreversible effect that exporting the set would have on learners who have its deck.

    ``document`` is the set's file; it is read if it is not given and there is something to report.
    """
    folder = read.path.parent
    record, package = (folder / f"{read.question_set.id}.{ending}" for ending in ("release.json", "apkg"))
    # Most sets were never exported: then the exporter, which takes a tenth of a second to import, has nothing to say.
    if not (any(folder.glob("*.release.json")) or package.exists()) and is_writable(record):
        return
    from quizgen.anki.release_risks import find_risks

    locator = None
    for risk in find_risks(read.question_set, folder):
        locator = locator or Locator(document or read_document(read.path), read.seed, read.seed_document)
        yield locator.diagnostic(Finding(risk.code, risk.message, risk.help, risk.at, risk.question))
