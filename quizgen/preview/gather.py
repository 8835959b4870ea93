"""Read a set and everything that its preview shows, even if the set has errors."""

import base64
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from quizgen.facts.coverage import ParagraphCoverage, asked_facts, coverage
from quizgen.facts.model import Seed
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_text
from quizgen.loading.pictures import PictureError, read_picture
from quizgen.loading.provenance import own_article, read_article
from quizgen.loading.recovery import Lines, read_salvaged
from quizgen.loading.sets import ExaminedSet, ReadSet, examine_set, read_set
from quizgen.preview.sheet import Entry, Note, Sheet
from quizgen.questions import Question, QuestionSet
from quizgen.questions.codes import Code

if TYPE_CHECKING:
    from quizgen.linting import Finding

_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
MAX_PICTURE_BYTES = 20_000_000


def gather(path: Path, article: Path | None = None) -> Sheet:
    """Return the set in ``path`` with its errors and warnings next to the questions that they belong to.

    The article is the one in ``article``, or the one that the seed names.
    """
    try:
        read = read_set(path)
    except LoadError:
        return _with_errors(path, article)
    found = read.question_set
    notes: dict[str | None, list[Note]] = defaultdict(list)
    pictures, failures = _pictures(found.questions, path.parent)
    for question in found.questions:
        if question.image is not None and (failure := failures.get(question.image.file)) is not None:
            notes[question.id].append(Note("error", str(Code.NO_PICTURE), failure.message, failure.help))
    for owner, note in _warnings(read):
        notes[owner].append(note)
    entries = tuple(Entry(question, tuple(notes[question.id])) for question in found.questions)
    text, diagnostics = _text(read.seed, read.seed_document, article, found.questions)
    return Sheet(found, entries, (*diagnostics, *notes[None]), pictures, text)


def _text(
    seed: Seed | None, document: Document | None, article: Path | None, questions: Iterable[Question]
) -> tuple[tuple[ParagraphCoverage, ...], tuple[Note, ...]]:
    """Return the article's paragraphs with the facts that cite them, or the errors if it cannot be read."""
    if seed is None or document is None:
        return (), ()
    try:
        found = own_article(document) if article is None else read_article(article)
    except LoadError as error:
        return (), tuple(map(_note, error.diagnostics))
    return (coverage(seed, found, asked_facts(questions)).paragraphs if found is not None else ()), ()


def _warnings(read: ReadSet) -> Iterator[tuple[str | None, Note]]:
    """Yield the warnings of the linter, each with the id of its question, or None."""
    from quizgen.linting import lint_set

    return _owned(lint_set(read.question_set, read.seed, ignore=read.ignored_rules))


def _warnings_despite_errors(examined: ExaminedSet) -> Iterator[tuple[str | None, Note]]:
    """Yield the warnings about the sound questions of a set with errors."""
    from quizgen.linting import lint_questions

    written = examined.written
    return _owned(lint_questions(written.questions, language=written.language, ignore=examined.ignored_rules))


def _owned(findings: "Iterable[Finding]") -> Iterator[tuple[str | None, Note]]:
    for finding in findings:
        owner = finding.question.id if finding.question is not None else None
        yield owner, Note("warning", finding.code, finding.message, finding.help)


def _with_errors(path: Path, article: Path | None) -> Sheet:
    """Return what is valid in a set with errors, and the errors."""
    try:
        salvaged = read_salvaged(path)
    except LoadError as error:
        heading = QuestionSet.model_construct(id="set-with-errors", title=path.name, questions=())
        return Sheet(heading, (), tuple(map(_note, error.diagnostics)))
    document = salvaged.document
    examined = examine_set(document)
    written = examined.written
    valid = _valid(document, examined)
    parts = _clipped([*_parts(document), *salvaged.broken])
    starts = [part.start for part in parts]
    notes: dict[Lines | None, list[Note]] = defaultdict(list)
    for diagnostic in sorted({*salvaged.diagnostics, *examined.diagnostics}):
        at = bisect_right(starts, diagnostic.line) - 1
        mine = diagnostic.path == document.path and at >= 0 and diagnostic.line < parts[at].end
        notes[parts[at] if mine else None].append(_note(diagnostic))
    part_of = {question.id: part for part in parts if (question := valid.get(part.start)) is not None}
    for owner, note in _warnings_despite_errors(examined):
        notes[part_of.get(owner or "")].append(note)
    lines = read_text(path).splitlines()
    entries = tuple(
        Entry(valid.get(part.start), tuple(notes[part]), "" if part.start in valid else _source(lines, part))
        for part in parts
    )
    own = {question.id for question in written.questions}
    made = tuple(question for question in examined.questions if question.id not in own)
    heading = QuestionSet.model_construct(
        id=written.id or "set-with-errors",
        title=written.title or path.name,
        language=written.language,
        topics=dict(examined.topics),
        questions=(*made, *valid.values()),
    )
    entries = (*(Entry(question) for question in made), *entries)
    text, text_errors = _text(examined.seed, examined.seed_document, article, heading.questions)
    pictures, _ = _pictures(heading.questions, path.parent)
    return Sheet(heading, entries, (*notes[None], *text_errors), pictures, text)


def _valid(document: Document, examined: ExaminedSet) -> dict[int, Question]:
    """Return the questions without errors by their first line."""
    places = (document.positions.of(("questions", index))[0] for index in examined.indexes)
    return dict(zip(places, examined.written.questions, strict=True))


def _parts(document: Document) -> Iterator[Lines]:
    """Yield the lines of each question."""
    items = document.data.get("questions")
    starts = [
        document.positions.of(("questions", index))[0] for index in range(len(items) if isinstance(items, list) else 0)
    ]
    if starts:
        keys = list(document.data)
        after = keys[keys.index("questions") + 1 :]
        end = document.positions.of((after[0],), key=True)[0] if after else document.text.count("\n") + 2
        yield from (Lines(start, below) for start, below in pairwise([*starts, end]))


def _clipped(parts: Iterable[Lines]) -> list[Lines]:
    """Return ``parts`` in order, each ending where the next one begins."""
    ordered = sorted(parts)
    return [*(Lines(one.start, min(one.end, two.start)) for one, two in pairwise(ordered)), *ordered[-1:]]


def _source(lines: list[str], part: Lines) -> str:
    return "\n".join(lines[part.start - 1 : part.end - 1]).rstrip()


def _note(diagnostic: Diagnostic) -> Note:
    return Note(
        "error",
        str(diagnostic.code),
        diagnostic.message,
        diagnostic.help,
        f"{diagnostic.path}:{diagnostic.line}:{diagnostic.column}",
    )


def _pictures(questions: Iterable[Question], folder: Path) -> tuple[dict[str, str], dict[str, PictureError]]:
    """Return, by file name, the pictures as URLs, and the errors of those that cannot be read.

    A picture that is too large for a page has neither; the page shows its description.
    """
    pictures: dict[str, str] = {}
    failures: dict[str, PictureError] = {}
    for image in (question.image for question in questions if question.image is not None):
        if image.file in pictures or image.file in failures:
            continue
        try:
            content = read_picture(folder, image)
        except PictureError as error:
            failures[image.file] = error
            continue
        if len(content) <= MAX_PICTURE_BYTES:
            kind = _TYPES[PurePosixPath(image.file).suffix.lower()]
            pictures[image.file] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return pictures, failures
