"""Examine one question set: its sound questions, and every error and warning with the question it belongs to."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from pathlib import Path
from typing import NamedTuple

from quizgen.linting import ALL, Asked, Finding, Selection, lint_questions, lint_set
from quizgen.linting.locator import Locator
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document
from quizgen.loading.likely_mistakes import likely_mistakes
from quizgen.loading.media import media_diagnostics
from quizgen.loading.recovery import Lines, Salvaged, read_salvaged
from quizgen.loading.sets import ExaminedSet, ReadSet, examine_set
from quizgen.questions import Question
from quizgen.questions.codes import Code

_RULES_ON_SETS = ("Q2",)
"""The first part of the codes of rules that compare questions, and may name the id of one."""


class QuestionReport(NamedTuple):
    """One question of a set, with its errors and warnings in reading order."""

    question: Question | None
    """The question; None if it has errors, other than a text that is read as if it had the quotes that it needs."""
    diagnostics: tuple[Diagnostic, ...] = ()
    source: str = ""
    """The lines of the file that hold a question with errors."""


class SetReport(NamedTuple):
    """The result of examining a set's file once."""

    path: Path
    examined: ExaminedSet | None
    """The content; None if the file cannot be read at all."""
    questions: tuple[QuestionReport, ...]
    """The questions of the facts and of the file, in the order in which they are asked."""
    general: tuple[Diagnostic, ...]
    """The errors and warnings that belong to no single question."""
    read: ReadSet | None
    """The set, ready for use; None if it has errors. A picture that is missing does not count here."""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """Every error and warning, in reading order."""
        return _in_order(chain(self.general, chain.from_iterable(one.diagnostics for one in self.questions)))


def report_on_file(path: Path, selection: Selection = ALL) -> SetReport:
    """Read the set in ``path`` once and report everything sound and everything wrong in it; raise nothing.

    Warnings are those of the rules in ``selection``. If the file has errors, they concern single questions only.
    """
    try:
        salvaged = read_salvaged(path)
    except LoadError as error:
        return SetReport(path, None, (), error.diagnostics, None)
    return report_on(salvaged, selection)


def report_on(salvaged: Salvaged, selection: Selection = ALL, asked: Asked | None = None) -> SetReport:
    """Report on the set in ``salvaged``, as ``report_on_file`` does.

    ``asked`` are the questions of the sets before this one; those of this set are added.
    """
    document = salvaged.document
    examined = examine_set(document)
    illustrated = (*examined.written.questions, *examined.unnamed.values())
    pictures = list(media_diagnostics(illustrated, examined.as_named))
    # A set of which no question can be read is not one without questions.
    found = (one for one in examined.diagnostics if not (salvaged.broken and one.code == Code.NO_QUESTIONS))
    errors = [*salvaged.diagnostics, *found]
    likely = list(likely_mistakes(document))
    if errors:
        warnings = _warnings_despite_errors(examined, selection)
        likely = _reported_once(likely, warnings, examined)
        unnamed = _warnings_without_id(examined, selection) if examined.unnamed else ()
        return _with_errors(salvaged, examined, [*errors, *pictures, *likely, *unnamed], warnings)
    read = examined.read()
    findings = lint_set(read.question_set, read.seed, selection=selection, ignore=read.ignored_rules, asked=asked)
    # What a rule finds in a text that is cut off is not its author's.
    cut = {one.line for one in likely if one.code == Code.CUT_TEXT}
    located = _located(findings, Locator(document, read.seed, read.seed_document))
    warnings = [(owner, one) for owner, one in located if one.path != document.path or one.line not in cut]
    owned: dict[str | None, list[Diagnostic]] = defaultdict(list)
    for owner, diagnostic in chain(_by_id(examined, pictures), warnings):
        owned[owner].append(diagnostic)
    likely = _reported_once(likely, warnings, examined)
    questions = tuple(
        QuestionReport(question, _in_order(owned.get(question.id, ()))) for question in read.question_set.questions
    )
    return SetReport(document.path, examined, questions, _in_order((*owned[None], *likely)), read)


def _reported_once(
    likely: list[Diagnostic], warnings: Sequence[tuple[str | None, Diagnostic]], examined: ExaminedSet
) -> list[Diagnostic]:
    """Return ``likely`` without several checked options of a question whose stem asks for one, which Q162 reports."""
    singular = {owner for owner, one in warnings if one.code == "Q162"}
    if not singular or all(one.code != Code.IMPLIED_MULTIPLE for one in likely):
        return likely
    return [
        one for owner, one in _by_id(examined, likely) if one.code != Code.IMPLIED_MULTIPLE or owner not in singular
    ]


def _in_order(diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return ``diagnostics`` in reading order, each once."""
    return tuple(sorted(set(diagnostics))) if diagnostics else ()  # most questions have none


def _by_id(examined: ExaminedSet, diagnostics: Iterable[Diagnostic]) -> Iterator[tuple[str | None, Diagnostic]]:
    """Yield each of ``diagnostics``, which are inside written questions, with the id of its question."""
    if not (found := list(diagnostics)):
        return
    positions = examined.document.positions
    starts = [positions.of(("questions", index))[0] for index in examined.indexes]
    for diagnostic in found:
        yield examined.written.questions[bisect_right(starts, diagnostic.line) - 1].id, diagnostic


def _located(findings: Iterable[Finding], locator: Locator) -> Iterator[tuple[str | None, Diagnostic]]:
    for finding in findings:
        yield finding.question.id if finding.question is not None else None, locator.diagnostic(finding)


def _warnings_despite_errors(examined: ExaminedSet, selection: Selection) -> list[tuple[str | None, Diagnostic]]:
    """Return the warnings about the sound questions and pairs of them, except those whose id is not unique."""
    written = examined.written
    times = Counter(question.id for question in written.questions)
    questions = [question for question in written.questions if times[question.id] == 1]
    findings = lint_questions(
        questions,
        language=written.language,
        selection=selection,
        ignore=examined.ignored_rules,
        topics=written.topics,
    )
    return list(_located(findings, Locator(examined.document)))


def _warnings_without_id(examined: ExaminedSet, selection: Selection) -> list[Diagnostic]:
    """Return the warnings about single questions that lack nothing but an id, as they will be when they have one."""
    findings = lint_questions(
        examined.unnamed.values(),
        language=examined.written.language,
        selection=selection,
        ignore=(*examined.ignored_rules, *_RULES_ON_SETS),
        topics=examined.written.topics,
    )
    return [one for _, one in _located(findings, Locator(examined.as_named))]


def _with_errors(
    salvaged: Salvaged,
    examined: ExaminedSet,
    errors: Iterable[Diagnostic],
    warnings: Sequence[tuple[str | None, Diagnostic]],
) -> SetReport:
    document, written = examined.document, examined.written
    lines = _first_lines(document)
    sound = {lines[index]: question for index, question in zip(examined.indexes, written.questions, strict=True)}
    parts = list(_parts(document, lines))
    if salvaged.broken:
        parts = _clipped([*parts, *salvaged.broken])
    starts = [part.start for part in parts]
    owned: dict[Lines | None, list[Diagnostic]] = defaultdict(list)
    for diagnostic in errors:
        at = bisect_right(starts, diagnostic.line) - 1
        inside = diagnostic.path == document.path and at >= 0 and diagnostic.line < parts[at].end
        owned[parts[at] if inside else None].append(diagnostic)
    part_of = {sound[part.start].id: part for part in parts if part.start in sound} if warnings else {}
    for owner, diagnostic in warnings:
        owned[part_of.get(owner or "")].append(diagnostic)
    own = {question.id for question in written.questions}
    from_facts = (QuestionReport(question) for question in examined.questions if question.id not in own)
    text = salvaged.text.split("\n")
    in_file = (
        QuestionReport(
            sound.get(part.start),
            _in_order(owned.get(part, ())),
            "" if part.start in sound else "\n".join(text[part.start - 1 : part.end - 1]).rstrip(),
        )
        for part in parts
    )
    return SetReport(document.path, examined, (*from_facts, *in_file), _in_order(owned[None]), None)


def _first_lines(document: Document) -> list[int]:
    """Return the line in which each question of the file begins."""
    items = document.data.get("questions")
    return [
        document.positions.of(("questions", index))[0] for index in range(len(items) if isinstance(items, list) else 0)
    ]


def _parts(document: Document, starts: Sequence[int]) -> Iterator[Lines]:
    """Yield the lines of each question in the file, which begin at ``starts``."""
    if starts:
        keys = list(document.data)
        after = keys[keys.index("questions") + 1 :]
        end = document.positions.of((after[0],), key=True)[0] if after else document.text.count("\n") + 2
        yield from (Lines(start, below) for start, below in pairwise([*starts, end]))


def _clipped(parts: Iterable[Lines]) -> list[Lines]:
    """Return ``parts`` in order, each ending where the next one begins."""
    ordered = sorted(parts)
    return [*(Lines(one.start, min(one.end, two.start)) for one, two in pairwise(ordered)), *ordered[-1:]]
