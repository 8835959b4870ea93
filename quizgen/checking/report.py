"""Check sets and seeds: every error and warning in a number of files, each at its place."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.checking.sets import SetReport, report_on
from quizgen.facts.coverage import asked_facts
from quizgen.facts.model import Seed
from quizgen.facts.partial import AnySeed, partial_seed
from quizgen.facts.questions import questions_of
from quizgen.linting import ALL, Finding, Selection, lint_seed, lint_set
from quizgen.linting.locator import Locator
from quizgen.loading.catalog import bundled_folder, yaml_files
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document
from quizgen.loading.files import text_path
from quizgen.loading.provenance import citation_diagnostics, draft_diagnostics, read_article
from quizgen.loading.recovery import read_salvaged
from quizgen.loading.sets import ReadSet, holds_seed, without_collection
from quizgen.loading.validate import examine, located
from quizgen.questions import QuestionSet
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.article import Article

if TYPE_CHECKING:
    from quizgen.facts.article import Article

Progress = Callable[[int, int], None]
"""Called with the number of facts checked against the article, and their total."""


@dataclass(frozen=True, slots=True)
class Report:
    """What was checked, and everything that was found."""

    diagnostics: tuple[Diagnostic, ...]
    """Every error and warning, in reading order."""
    files: int
    """How many files were checked."""
    facts: int
    """How many facts the seeds among them have."""
    questions: int
    """How many questions the sets among them have, those of the facts included."""
    watched: frozenset[Path] = frozenset()
    """Every file that the result depends on."""

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """What keeps a file from being used."""
        return tuple(one for one in self.diagnostics if one.severity == "error")

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """What the linter found."""
        return tuple(one for one in self.diagnostics if one.severity == "warning")

    def summary(self) -> str:
        """Return one line for people: ``2 errors and 1 warning in 1 file.``"""
        if not self.diagnostics:
            checked = (count(self.files, "file"), count(self.facts, "fact"), count(self.questions, "question"))
            return f"No problems in {', '.join(checked)}."
        errors, warnings = len(self.errors), len(self.warnings)
        text = count(errors, "error") if errors else "No errors"
        text += f"{' and' if errors else ','} {count(warnings, 'warning')}" if warnings else ""
        return f"{text} in {count(len({one.path for one in self.diagnostics}), 'file')}."


def check(
    *paths: str | Path,
    article: str | Path | None = None,
    selection: Selection = ALL,
    progress: Progress | None = None,
) -> Report:
    """Check the question sets and seeds at ``paths`` (files or folders).

    Without paths, check ./seeds and ./decks, or the sets that come with quizgen if there are none. Citations are
    verified against the text that a seed names, or against ``article``. Reads files; writes and prints nothing.
    """
    state = _State(selection)
    with without_collection():
        for path in files_in(map(Path, paths), state.found):
            state.watched.add(path)
            state.files += 1
            try:
                state.add(path)
            except LoadError as error:
                state.found += error.diagnostics
        state.found += _shared_ids(state.sets)
        state.check_citations(None if article is None else Path(article), progress)
        for path, (seed, document) in state.seeds.items():
            reads = (report.read for report in state.sets)
            asking = [read for read in reads if read is not None and _seed_path(read) == path]
            locator = Locator(None, seed, document)
            state.found += map(locator.diagnostic, _seed_findings(seed, asking, selection))
    # A set and its seed, or two sets of one seed, report the same about a fact.
    found = tuple(sorted(set(state.found)))
    return Report(found, state.files, state.facts, state.questions, frozenset(state.watched))


def files_in(paths: Iterable[Path], found: list[Diagnostic]) -> Iterator[Path]:
    """Yield the files that ``paths`` mean, by default all sets and seeds; an empty folder is an error in ``found``."""
    paths = tuple(paths)
    if not paths:
        here = [path for name in ("seeds", "decks") for path in yaml_files(Path(name))]
        bundled = bundled_folder()
        yield from here or (*yaml_files(bundled.with_name("seeds")), *yaml_files(bundled))
    for path in paths:
        if not path.is_dir():
            yield path
        elif files := sorted(file for file in path.rglob("*.y*ml") if file.is_file()):
            yield from files
        else:
            help = "name a file, or a folder that contains .yaml files"
            found.append(Diagnostic(path, 1, 1, Code.IS_FOLDER, "this folder contains no YAML files", help))


@dataclass(slots=True)
class _State:
    """What has been read and found so far."""

    selection: Selection
    files: int = 0
    facts: int = 0
    questions: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    watched: set[Path] = field(default_factory=set)
    sets: list[SetReport] = field(default_factory=list)
    seeds: dict[Path, tuple[Seed, Document]] = field(default_factory=dict)
    """Sound seeds by their resolved paths."""
    partial: dict[Path, tuple[AnySeed, Document]] = field(default_factory=dict)
    """Seeds with errors, and the seeds of sets with errors: only their citations are checked."""

    def add(self, path: Path) -> None:
        """Read and examine the file at ``path``; raise LoadError if nothing of it can be read."""
        salvaged = read_salvaged(path)
        document = salvaged.document
        if holds_seed(document):
            self.found += salvaged.diagnostics
            examined = examine(Seed, document)
            self.found += examined.diagnostics
            if salvaged.diagnostics:
                return
            if examined.value is None or examined.diagnostics:
                self._add_partial(document)
                return
            self.facts += len(examined.value.facts)
            self.seeds.setdefault(path.resolve(), (examined.value, document))
            return
        report = report_on(salvaged, self.selection)
        self.found += report.diagnostics
        self.sets.append(report)
        if report.read is None:
            if report.examined is not None and report.examined.seed_document is not None:
                self._add_partial(report.examined.seed_document)
            return
        read = report.read
        self.questions += len(read.question_set.questions)
        images = (question.image for question in read.question_set.questions)
        self.watched |= {path.parent / image.file for image in images if image is not None}
        if read.seed is not None and read.seed_document is not None:
            self.seeds.setdefault(read.seed_document.path.resolve(), (read.seed, read.seed_document))

    def _add_partial(self, document: Document) -> None:
        self.partial.setdefault(document.path.resolve(), (partial_seed(document.data), document))

    def check_citations(self, article: Path | None, progress: Progress | None) -> None:
        """Check each seed against ``article`` if it is that seed's, or else against the text that the seed names."""
        seeds: list[tuple[AnySeed, Document]] = [*self.seeds.values(), *self.partial.values()]
        belonging: list[tuple[AnySeed, Document]] = []
        text: Article | None = None
        if article is not None:
            self.watched.add(article)
            try:
                text = read_article(article)
            except LoadError as error:
                self.found += error.diagnostics
            else:
                # Among several seeds, an article belongs to those that recorded it, or else to those without a text.
                recorded = [pair for pair in seeds if pair[0].source.sha256 == text.sha256]
                belonging = recorded or [pair for pair in seeds if pair[0].source.text is None] or seeds
                if not seeds and not self.found:
                    help = "name a seed, or a set that has one"
                    self.found.append(Diagnostic(article, 1, 1, Code.NO_SEED, "no facts cite this article", help))
        for seed, document in seeds:
            own = text if (seed, document) in belonging else None
            self.found += citation_diagnostics(seed, document, own, progress)
            self.found += draft_diagnostics(seed, document)
            self.watched.add(document.path)
            path = text_path(document.path, seed.source.text) if seed.source.text else None
            self.watched |= {path} if path else set()


def _shared_ids(sets: Iterable[SetReport]) -> Iterator[Diagnostic]:
    """Yield an error for each set whose id an earlier one has: their decks and histories would be one."""
    seen: dict[str, Path] = {}
    for report in sets:
        if report.examined is None or (name := report.examined.written.id) is None:
            continue
        first = seen.setdefault(name, report.path)
        if first.resolve() != report.path.resolve():
            help = "give each set its own id; decks and the history of answers are kept by it"
            problem = Problem(Code.DUPLICATE_ID, f"the set {first} has the id {name!r} too", help, ("id",))
            yield located(report.examined.document, problem)


def _seed_path(read: ReadSet) -> Path | None:
    return read.seed_document.path.resolve() if read.seed_document is not None else None


def _seed_findings(seed: Seed, sets: list[ReadSet], selection: Selection) -> Iterator[Finding]:
    """Yield what the rules find in the facts and, if none of the checked sets uses them, in their questions."""
    if sets:
        asked = asked_facts(question for read in sets for question in read.question_set.questions)
        yield from lint_seed(seed, asked, selection=selection)
        return
    yield from lint_seed(seed, selection=selection)
    if questions := questions_of(seed):
        made = QuestionSet.model_construct(id=seed.id, title=seed.source.title, questions=questions)
        yield from lint_set(made, seed, selection=selection)
