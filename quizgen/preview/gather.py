"""From files to a sheet: all that can be shown of a set, however faulty it is."""

import base64
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from quizgen.facts.coverage import ParagraphCoverage, coverage
from quizgen.facts.generate import generate
from quizgen.facts.model import Seed
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_document, read_text
from quizgen.loading.files import SetFile, facts_path
from quizgen.loading.pictures import PictureError, read_picture
from quizgen.loading.provenance import own_article, read_article
from quizgen.loading.recovery import Lines, read_salvaged
from quizgen.loading.sets import ReadSet, read_set, seed_from, set_from, sound_questions
from quizgen.loading.validate import Examined, examine
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
    """The set in ``path`` with its faults and the linter's warnings where they belong.

    The text beside the facts is the one in ``article``, or else the one that the seed itself names.
    """
    try:
        read = read_set(path)
    except LoadError as error:
        return _faulty(path, error.diagnostics, article)
    found = read.question_set
    notes: dict[str | None, list[Note]] = defaultdict(list)
    pictures, lost = _pictures(found.questions, path.parent)
    for question in found.questions:
        if question.image is not None and (loss := lost.get(question.image.file)) is not None:
            notes[question.id].append(Note("error", str(Code.NO_PICTURE), loss.message, loss.help))
    for owner, note in _warnings(read):
        notes[owner].append(note)
    entries = tuple(Entry(question, tuple(notes[question.id])) for question in found.questions)
    text, diagnostics = _text(read.seed, read.seed_document, article, found.questions)
    return Sheet(found, entries, (*diagnostics, *notes[None]), pictures, text)


def _text(
    seed: Seed | None, document: Document | None, article: Path | None, questions: Iterable[Question]
) -> tuple[tuple[ParagraphCoverage, ...], tuple[Note, ...]]:
    """The text's paragraphs with what the facts cover, and why there are none if they cannot be read."""
    if seed is None or document is None:
        return (), ()
    try:
        found = own_article(document) if article is None else read_article(article)
    except LoadError as error:
        return (), tuple(map(_note, error.diagnostics))
    asked = {question.fact for question in questions if question.fact}
    return (coverage(seed, found, asked).paragraphs if found is not None else ()), ()


def _warnings(read: ReadSet) -> Iterator[tuple[str | None, Note]]:
    """The linter's warnings, each with the id of its question, or None."""
    from quizgen.linting import lint_set

    return _owned(lint_set(read.question_set, read.seed, ignore=read.ignored_rules))


def _warnings_beside_faults(document: Document) -> Iterator[tuple[str | None, Note]]:
    """The same of the sound questions of a faulty set."""
    from quizgen.linting import lint_questions

    sound, ignored = sound_questions(document)
    return _owned(lint_questions(sound, ignore=ignored))


def _owned(findings: "Iterable[Finding]") -> Iterator[tuple[str | None, Note]]:
    for finding in findings:
        owner = finding.question.id if finding.question is not None else None
        yield owner, Note("warning", finding.code, finding.message, finding.help)


def _faulty(path: Path, diagnostics: Iterable[Diagnostic], article: Path | None) -> Sheet:
    """What is sound of the set, beside the faults."""
    try:
        salvaged = read_salvaged(path)
    except LoadError as error:
        heading = QuestionSet.model_construct(id="faulty", title=path.name, questions=())
        return Sheet(heading, (), tuple(map(_note, error.diagnostics)))
    document = salvaged.document
    if salvaged.diagnostics:
        diagnostics = (*salvaged.diagnostics, *_faults_of(document))
    examined = examine(SetFile, document)
    written = examined.value
    sound = _sound(document, examined)
    parts = _clipped([*_parts(document), *salvaged.broken])
    starts = [part.start for part in parts]
    notes: dict[Lines | None, list[Note]] = defaultdict(list)
    for diagnostic in diagnostics:
        at = bisect_right(starts, diagnostic.line) - 1
        mine = diagnostic.path == document.path and at >= 0 and diagnostic.line < parts[at].end
        notes[parts[at] if mine else None].append(_note(diagnostic))
    part_of = {question.id: part for part in parts if (question := sound.get(part.start)) is not None}
    for owner, note in _warnings_beside_faults(document):
        notes[part_of.get(owner or "")].append(note)
    lines = read_text(path).splitlines()
    entries = tuple(
        Entry(sound.get(part.start), tuple(notes[part]), "" if part.start in sound else _source(lines, part))
        for part in parts
    )
    seed, seed_document = _seed(document, written)
    made = _generated(written, seed) if seed is not None else ()
    heading = QuestionSet.model_construct(
        id=written.id or "faulty",
        title=written.title or path.name,
        language=written.language,
        topics={**(seed.topics if seed else {}), **written.topics},
        questions=(*made, *sound.values()),
    )
    entries = (*(Entry(question) for question in made), *entries)
    text, text_faults = _text(seed, seed_document, article, heading.questions)
    pictures, _ = _pictures(heading.questions, path.parent)
    return Sheet(heading, entries, (*notes[None], *text_faults), pictures, text)


def _seed(document: Document, written: SetFile) -> tuple[Seed, Document] | tuple[None, None]:
    """The facts that the set names, with their file, where they are sound."""
    path = facts_path(document.path, written.facts) if written.facts else None
    if path is None:
        return None, None
    try:
        found = read_document(path)
        return seed_from(found), found
    except LoadError:
        return None, None


def _generated(written: SetFile, seed: Seed) -> tuple[Question, ...]:
    own = {*written.omit, *(question.id for question in written.questions)}
    return tuple(question for question in generate(seed, written.generate, written.seed) if question.id not in own)


def _faults_of(document: Document) -> tuple[Diagnostic, ...]:
    try:
        set_from(document)
    except LoadError as error:
        return error.diagnostics
    return ()


def _sound(document: Document, examined: Examined[SetFile]) -> dict[int, Question]:
    """The questions without faults, each by its first line."""
    questions = examined.value.questions
    origin = examined.origin.get("questions", list(range(len(questions))))
    places = (document.positions.of(("questions", index))[0] for index in origin)
    return dict(zip(places, questions, strict=False))


def _parts(document: Document) -> Iterator[Lines]:
    """The lines of each question."""
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
    """``parts`` in order; one that was read without the broken one below it ends where that begins."""
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
    """By the names of their files, the pictures as URLs, and why others cannot be shown: of them only the words are.

    One that is too large for a page has neither.
    """
    pictures: dict[str, str] = {}
    lost: dict[str, PictureError] = {}
    for image in (question.image for question in questions if question.image is not None):
        if image.file in pictures or image.file in lost:
            continue
        try:
            content = read_picture(folder, image)
        except PictureError as error:
            lost[image.file] = error
            continue
        if len(content) <= MAX_PICTURE_BYTES:
            kind = _TYPES[PurePosixPath(image.file).suffix.lower()]
            pictures[image.file] = f"data:{kind};base64,{base64.b64encode(content).decode()}"
    return pictures, lost
