"""Check any number of sets and seeds: errors, citations and lint rules.

What only seeds need is imported when there is one: a set of its own questions is checked in less time.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.checking.releases import release_diagnostics
from quizgen.checking.sets import SetReport, report_on
from quizgen.facts.model import Seed
from quizgen.facts.questions import questions_of
from quizgen.linting import ALL, Asked, Finding, Selection, lint_seed, lint_set
from quizgen.linting.locator import Locator
from quizgen.loading.catalog import bundled_folder, find_set, is_markdown_set, set_files, yaml_files
from quizgen.loading.diagnostics import Diagnostic, LoadError, escape_controls, for_file
from quizgen.loading.document import Document
from quizgen.loading.files import text_path
from quizgen.loading.garbage_collection import without_garbage_collection
from quizgen.loading.likely_mistakes import likely_mistakes
from quizgen.loading.recovery import Salvaged, read_salvaged
from quizgen.loading.sets import ReadSet, holds_seed
from quizgen.loading.validate import examine, located
from quizgen.progress import Watcher
from quizgen.questions import Question, QuestionSet
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.article import Article
    from quizgen.facts.partial import AnySeed
    from quizgen.guessing import GuessReport

_HIDES_NOTHING = {Code.MISSING_FILE, Code.IS_FOLDER, Code.UNREADABLE, Code.EMPTY, Code.TOO_LARGE, Code.FOREIGN_FILE}
"""The errors of files that have nothing else to check."""


@dataclass(slots=True)
class Report:
    """The result of a check."""

    files: set[Path] = field(default_factory=set)
    """The files that were checked."""
    facts: int = 0
    """Number of facts in seeds without errors."""
    questions: int = 0
    """Number of questions in sets without errors."""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    """Every error and every warning, by file, line and column."""
    inputs: set[Path] = field(default_factory=set)
    """Every file that the result depends on, seeds, articles and pictures included."""
    unchecked: list[Path] = field(default_factory=list)
    """The files with an error that hides all others."""
    sound: dict[Path, Sequence[Question]] = field(default_factory=dict, repr=False)
    """The questions of each set without errors, by file."""
    _guesses: "dict[Path, GuessReport] | None" = field(default=None, repr=False)

    @property
    def guesses(self) -> "dict[Path, GuessReport]":
        """How well guessers that know nothing do on each set without errors, by file.

        Computed when it is first read, since it takes half as long as the check.
        """
        if self._guesses is None:
            from quizgen.guessing import guess_report

            with without_garbage_collection():
                self._guesses = {path: guess_report(questions) for path, questions in self.sound.items()}
        return self._guesses

    @property
    def errors(self) -> list[Diagnostic]:
        """The diagnostics that keep a file from being used."""
        return [diagnostic for diagnostic in self.diagnostics if diagnostic.severity == "error"]

    @property
    def warnings(self) -> list[Diagnostic]:
        """The diagnostics that do not keep a file from being used."""
        return [diagnostic for diagnostic in self.diagnostics if diagnostic.severity == "warning"]

    def summary(self) -> str:
        """Return the result in one line: ``1 error and 2 warnings in 2 of 11 files.``

        The missing ids of a file count as one error, as ``folded`` returns them.
        """
        if not self.diagnostics:
            facts = [count(self.facts, "fact")] if self.facts else []
            checked = [count(len(self.files), "file"), *facts, count(self.questions, "question")]
            return f"No errors in {', '.join(checked)}."
        severities = Counter(one.severity for one in self.folded())
        errors, warnings = severities["error"], severities["warning"]
        parts = [count(errors, "error") if errors else "No errors"]
        parts += [count(warnings, "warning")] if warnings else []
        found = (" and " if errors else ", ").join(parts)
        affected = {diagnostic.path for diagnostic in self.diagnostics}
        files = count(len(affected | self.files), "file")
        part = "" if affected >= self.files else f"{len(affected)} of "
        return f"{found} in {part}{files}.{self._not_checked()}"

    def _not_checked(self) -> str:
        match self.unchecked:
            case []:
                return ""
            case [path]:
                is_one = sum(error.path == path for error in self.errors) == 1
                fixed = "its error is fixed" if is_one else "its errors are fixed"
                return f" {escape_controls(str(path))} cannot be fully checked until {fixed}."
        return f" {count(len(self.unchecked), 'file')} cannot be fully checked until their errors are fixed."

    def folded(self) -> Iterator[Diagnostic]:
        """Yield the diagnostics; the missing ids of a file become one, at the first of them."""
        missing = Counter(one.path for one in self.diagnostics if _is_missing_id(one))
        named: set[Path] = set()
        for one in self.diagnostics:
            if not _is_missing_id(one) or missing[one.path] == 1:
                yield one
            elif one.path not in named:
                named.add(one.path)
                message = f"{count(missing[one.path], 'id')} are missing; the first one belongs here"
                help = for_file("run `quizgen fix FILE` to generate all of them", one.path)
                yield replace(one, message=message, help=help)

    def as_data(self) -> dict[str, Any]:
        """Return the report as JSON-ready data."""
        return {
            "diagnostics": [diagnostic.as_data() for diagnostic in self.diagnostics],
            "guesses": [{"path": str(path), **found.as_data()} for path, found in self.guesses.items()],
        }


def _is_missing_id(diagnostic: Diagnostic) -> bool:
    """Return whether ``diagnostic`` is about an id that `quizgen fix` adds."""
    return diagnostic.code == Code.MISSING_KEY and "`quizgen fix " in diagnostic.help


def check(
    *paths: str | Path,
    article: str | Path | None = None,
    selection: Selection = ALL,
    progress: Watcher | None = None,
) -> Report:
    """Check question sets and seeds: files, folders of them, or names of sets; without paths, the usual folders.

    Citations are verified against ``article``, a copy of the text, or against the text that a seed names. ``selection``
    chooses which lint rules run. ``progress`` is called with the number of facts verified so far, and their total.
    Reads files and writes none. Errors are part of the report; nothing is raised for them.
    """
    run = _Check(selection, Path(article) if article is not None else None)
    with without_garbage_collection():
        for path in find_files(map(Path, paths), run.report.diagnostics):
            run.report.files.add(path)
            try:
                run.read(path)
            except LoadError as error:
                run.report.diagnostics += error.diagnostics
                if not {one.code for one in error.diagnostics} <= _HIDES_NOTHING:
                    run.report.unchecked.append(path)
        run.verify_citations(progress)
        run.compare_ids()
        run.warn_about_releases()
        run.lint_seeds()
    return run.finish()


def find_files(paths: Iterable[Path], diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """Yield the files that ``paths`` name: files, folders, or names of sets.

    An error is added to ``diagnostics`` for each folder without any.
    """
    paths = tuple(paths)
    if not paths:
        bundled = bundled_folder()
        local = [*yaml_files(Path("seeds")), *set_files(Path("decks"))]
        yield from local or (*yaml_files(bundled.with_name("seeds")), *set_files(bundled))
    for path in paths:
        if not path.is_dir():
            named = None if path.exists() else find_set(str(path), Path.cwd())
            yield path if named is None else named.path
        elif found := sorted(
            (*filter(Path.is_file, path.rglob("*.y*ml")), *filter(is_markdown_set, path.rglob("*.m*")))
        ):
            yield from found
        else:
            help = (
                "specify a file, or a folder that contains sets or seeds (.yaml files, or .md files with front matter)"
            )
            diagnostics.append(Diagnostic(path, 1, 1, Code.IS_FOLDER, "the folder contains no sets or seeds", help))


class _Check:
    """One check in progress."""

    def __init__(self, selection: Selection, article: Path | None) -> None:
        self.report = Report()
        self._selection = selection
        self._article = article
        self._asked = Asked()
        """The questions of the sets so far, to find duplicates."""
        self._articles: dict[Path, Article | None] = {}
        """The copy of the article, by the file of each seed that is based on it."""
        self._sets: list[SetReport] = []
        self._seeds: dict[Path, tuple[Seed, Document]] = {}
        """The seeds without errors, by file."""
        self._partial: dict[Path, tuple[AnySeed, Document]] = {}
        """What can be verified of seeds that have errors, or whose set has errors, by file."""

    def read(self, path: Path) -> None:
        """Read a set or a seed; raise LoadError if nothing of it can be read."""
        salvaged = read_salvaged(path)
        if holds_seed(salvaged.document):
            self._read_seed(salvaged)
        else:
            self._read_set(salvaged)

    def _read_seed(self, salvaged: Salvaged) -> None:
        document = salvaged.document
        examined = examine(Seed, document, is_complete=not salvaged.diagnostics)
        self.report.diagnostics += (*salvaged.diagnostics, *examined.diagnostics, *likely_mistakes(document))
        if salvaged.diagnostics:  # the citations of what cannot be read would be missed
            return
        if examined.value is None or examined.diagnostics:
            self._keep_partial(document)
            return
        self.report.facts += len(examined.value.facts)
        self._seeds.setdefault(document.path.resolve(), (examined.value, document))

    def _read_set(self, salvaged: Salvaged) -> None:
        found = report_on(salvaged, self._selection, self._asked)
        self.report.diagnostics += found.diagnostics
        self._sets.append(found)
        if (read := found.read) is None:
            if found.examined is not None and found.examined.seed_document is not None:
                self._keep_partial(found.examined.seed_document)
            return
        questions = read.question_set.questions
        self.report.questions += len(questions)
        self.report.sound[read.path] = questions
        self.report.inputs |= {read.path.parent / question.image.file for question in questions if question.image}
        self.report.inputs |= {read.path.parent / question.audio.file for question in questions if question.audio}
        if read.seed is not None and read.seed_document is not None:
            self._seeds.setdefault(read.seed_document.path.resolve(), (read.seed, read.seed_document))
            self.report.diagnostics += likely_mistakes(read.seed_document)

    def warn_about_releases(self) -> None:
        """Report the irreversible effects on learners of the next export of each set without errors."""
        for found in self._sets:
            if found.read is not None and found.examined is not None:
                self.report.diagnostics += release_diagnostics(found.read, found.examined.document)

    def _keep_partial(self, document: Document) -> None:
        from quizgen.facts.partial import partial_seed

        self._partial.setdefault(document.path.resolve(), (partial_seed(document.data), document))

    def verify_citations(self, progress: Watcher | None) -> None:
        """Verify the citations of every seed against the article, or against the seed's own text."""
        seeds: list[tuple[AnySeed, Document]] = [*self._seeds.values(), *self._partial.values()]
        copy, cited_by = self._article_for(seeds)
        if not seeds:
            return
        from quizgen.loading.provenance import citation_diagnostics, draft_diagnostics

        for seed, document in seeds:
            article = copy if document.path in cited_by else None
            self._articles[document.path] = article
            self.report.diagnostics += citation_diagnostics(seed, document, article, progress)
            self.report.diagnostics += draft_diagnostics(seed, document)
            text = text_path(document.path, seed.source.text) if seed.source.text else None
            self.report.inputs |= {text} if text else set()

    def _article_for(self, seeds: "list[tuple[AnySeed, Document]]") -> "tuple[Article | None, set[Path]]":
        """Return the article and the files of the seeds that are based on it."""
        if self._article is None:
            return None, set()
        from quizgen.loading.provenance import read_article

        try:
            article = read_article(self._article)
        except LoadError as error:
            self.report.diagnostics += error.diagnostics
            return None, set()
        if not seeds and not self.report.errors:
            help = "specify a seed, or a set that uses one"
            message = "no facts cite this article"
            self.report.diagnostics.append(Diagnostic(self._article, 1, 1, Code.NO_SEED, message, help))
        # Among several seeds, an article belongs to those that recorded it, else to those without a text of their own.
        recorded = [pair for pair in seeds if pair[0].source.sha256 == article.sha256]
        chosen = recorded or [pair for pair in seeds if pair[0].source.text is None] or seeds
        return article, {document.path for _, document in chosen}

    def lint_seeds(self) -> None:
        """Run the lint rules on the seeds without errors."""
        reads = [found.read for found in self._sets if found.read is not None]
        for path, (seed, document) in self._seeds.items():
            sets = [read for read in reads if read.seed_document and read.seed_document.path.resolve() == path]
            locator = Locator(None, seed, document)
            self.report.diagnostics += map(locator.diagnostic, self._lint_facts(seed, document, sets))

    def compare_ids(self) -> None:
        """Report each set whose id an earlier one has: their decks and histories would be mixed up."""
        seen: dict[str, Path] = {}
        for found in self._sets:
            if found.examined is None or (name := found.examined.written.id) is None:
                continue
            first = seen.setdefault(name, found.path)
            if first.resolve() != found.path.resolve():
                help = "give each set its own id; Anki decks and the answer history depend on it"
                problem = Problem(Code.DUPLICATE_ID, f"the id {name!r} is already used by {first}", help, ("id",))
                self.report.diagnostics.append(located(found.examined.document, problem))

    def _lint_facts(self, seed: Seed, document: Document, sets: list[ReadSet]) -> Iterator[Finding]:
        """Yield what the rules find in the facts and, if no checked set uses them, in the questions that they give."""
        from quizgen.facts.coverage import asked_facts
        from quizgen.loading.provenance import own_article

        article = self._articles.get(document.path)
        if article is None:
            with suppress(LoadError):  # which `verify_citations` has reported
                article = own_article(document)
        if sets:
            asked = asked_facts(question for read in sets for question in read.question_set.questions)
            yield from lint_seed(seed, asked, article=article, selection=self._selection)
            return
        yield from lint_seed(seed, article=article, selection=self._selection)
        if questions := questions_of(seed):
            made = QuestionSet.model_construct(id=seed.id, title=seed.source.title, questions=questions)
            yield from lint_set(made, seed, selection=self._selection)

    def finish(self) -> Report:
        """Return the report, in reading order and without duplicates."""
        report = self.report
        # A set and its seed, or two sets of one seed, report the same about a fact.
        report.diagnostics = sorted(set(report.diagnostics))
        report.inputs |= report.files
        report.inputs |= {document.path for _, document in (*self._seeds.values(), *self._partial.values())}
        report.inputs |= {self._article} if self._article else set()
        return report
