"""What `quizgen check` does before it prints: every file read, every fault and every warning at its place."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from quizgen.facts.generate import generate
from quizgen.facts.model import Seed
from quizgen.linting import ALL, Finding, Selection, lint_questions, lint_seed, lint_set
from quizgen.linting.locator import Locator
from quizgen.loading.catalog import bundled_folder, yaml_files
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_document
from quizgen.loading.files import ALL_GENERATED, facts_path, text_path
from quizgen.loading.lenient import readable_seed
from quizgen.loading.pictures import picture_faults
from quizgen.loading.provenance import citation_faults, draft_faults, read_article
from quizgen.loading.recovery import read_salvaged
from quizgen.loading.sets import ReadSet, holds_seed, seed_from, set_from, sound_questions, without_collection
from quizgen.questions import QuestionSet
from quizgen.questions.codes import Code

if TYPE_CHECKING:
    from quizgen.facts.article import Article

Watch = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Request:
    """What is to be checked: files and folders (the usual ones when there are none), an article, the rules wanted."""

    paths: tuple[Path, ...] = ()
    article: Path | None = None
    selection: Selection = ALL


@dataclass(slots=True)
class Checked:
    """What was read, and everything found: faults (the file cannot be used) and warnings, in reading order."""

    files: set[Path] = field(default_factory=set)
    facts: int = 0
    questions: int = 0
    found: list[Diagnostic] = field(default_factory=list)
    watched: set[Path] = field(default_factory=set)
    """Every file that the outcome hangs on."""

    @property
    def diagnostics(self) -> list[Diagnostic]:
        """What keeps a file from being used."""
        return [diagnostic for diagnostic in self.found if diagnostic.severity == "error"]

    @property
    def warnings(self) -> list[Diagnostic]:
        """What the linter has to say."""
        return [diagnostic for diagnostic in self.found if diagnostic.severity == "warning"]

    def summary(self) -> str:
        """The last line for people."""
        diagnostics, warnings = len(self.diagnostics), len(self.warnings)
        if not self.found:
            checked = [_count(len(self.files), "file"), _count(self.facts, "fact"), _count(self.questions, "question")]
            return f"No faults in {', '.join(checked)}."
        told = _count(diagnostics, "fault") if diagnostics else "No faults"
        told += f"{' and' if diagnostics else ','} {_count(warnings, 'warning')}" if warnings else ""
        return f"{told} in {_count(len({diagnostic.path for diagnostic in self.found}), 'file')}."


def check(request: Request, watch: Watch | None = None) -> Checked:
    """Check everything that ``request`` names. Reads files; writes and prints nothing.

    ``watch`` is told how many facts of a seed have been held against their text, and of how many.
    """
    checked = Checked()
    seeds = _Seeds()
    sets: list[tuple[ReadSet, Document]] = []
    with without_collection():
        for path in files_of(request.paths, checked.found):
            checked.files.add(path)
            try:
                _read(path, request.selection, checked, seeds, sets)
            except LoadError as error:
                checked.found += error.diagnostics
        _check_citations(request.article, seeds, checked, watch)
        for read, document in sets:
            checked.found += picture_faults(read.question_set, document)
            findings = lint_set(read.question_set, read.seed, selection=request.selection, ignore=read.ignored_rules)
            checked.found += _faults(findings, Locator(document, read.seed, read.seed_document))
        for path, (seed, document) in seeds.sound.items():
            asked = [read for read, _ in sets if read.seed_document and read.seed_document.path.resolve() == path]
            checked.found += _faults(_lint_facts(seed, asked, request.selection), Locator(None, seed, document))
    # A set and its seed, or two sets of one seed, tell the same of a fact.
    checked.found = sorted(set(checked.found))
    checked.watched |= {
        *checked.files,
        *(document.path for _, document in (*seeds.sound.values(), *seeds.partly.values())),
    }
    checked.watched |= {request.article} if request.article else set()
    return checked


def files_of(paths: Iterable[Path], diagnostics: list[Diagnostic]) -> Iterator[Path]:
    """The files that ``paths`` mean; a folder without any is told in ``diagnostics``."""
    paths = tuple(paths)
    if not paths:
        here = [path for name in ("seeds", "decks") for path in yaml_files(Path(name))]
        bundled = bundled_folder()
        yield from here or (*yaml_files(bundled.with_name("seeds")), *yaml_files(bundled))
    for path in paths:
        if not path.is_dir():
            yield path
        elif found := sorted(file for file in path.rglob("*.y*ml") if file.is_file()):
            yield from found
        else:
            help = "name a file, or a folder that holds .yaml files"
            diagnostics.append(Diagnostic(path, 1, 1, Code.IS_FOLDER, "this folder holds no YAML files", help))


@dataclass(slots=True)
class _Seeds:
    """The seeds at hand by their files; ``partly``: of a faulty seed or set, what can be held against its text."""

    sound: dict[Path, tuple[Seed, Document]] = field(default_factory=dict)
    partly: dict[Path, tuple[Seed, Document]] = field(default_factory=dict)

    def add(self, document: Document) -> Seed:
        """The seed that ``document`` holds; raises LoadError."""
        path = document.path.resolve()
        try:
            seed = seed_from(document)
        except LoadError:
            self.add_partly(document)
            raise
        return self.sound.setdefault(path, (seed, document))[0]

    def add_partly(self, document: Document) -> None:
        """Take of ``document`` what can be held against its text."""
        self.partly.setdefault(document.path.resolve(), (readable_seed(document.data), document))


def _read(
    path: Path, selection: Selection, checked: Checked, seeds: _Seeds, sets: list[tuple[ReadSet, Document]]
) -> None:
    salvaged = read_salvaged(path)
    document = salvaged.document
    checked.found += salvaged.diagnostics
    if holds_seed(document):
        if salvaged.diagnostics:
            seed_from(document)  # for what else is wrong
            return
        checked.facts += len(seeds.add(document).facts)
        return
    try:
        read = set_from(document)
    except LoadError:
        # The seed of a faulty set is held against its text, too.
        written = document.data.get("facts")
        named = facts_path(document.path, written) if isinstance(written, str) else None
        if named is not None and named.is_file():
            with suppress(LoadError):
                seeds.add_partly(read_document(named))
        checked.found += _warnings_beside_faults(document, selection)
        raise
    if salvaged.diagnostics:
        checked.found += _warnings_beside_faults(document, selection)
        return
    checked.questions += len(read.question_set.questions)
    checked.watched |= {path.parent / question.image.file for question in read.question_set.questions if question.image}
    sets.append((read, document))
    if read.seed is not None and read.seed_document is not None:
        seeds.sound.setdefault(read.seed_document.path.resolve(), (read.seed, read.seed_document))


def _warnings_beside_faults(document: Document, selection: Selection) -> Iterator[Diagnostic]:
    """What the rules of single questions find in those of a faulty set that are sound."""
    sound, ignored = sound_questions(document)
    return _faults(lint_questions(sound, selection=selection, ignore=ignored), Locator(document))


def _check_citations(article: Path | None, known: _Seeds, checked: Checked, watch: Watch | None) -> None:
    """Hold each seed's citations against ``article`` where it is that seed's, else against the seed's own text."""
    seeds = [*known.sound.values(), *known.partly.values()]
    against: list[tuple[Seed, Document]] = []
    copy: Article | None = None
    if article is not None:
        try:
            copy = read_article(article)
        except LoadError as error:
            checked.found += error.diagnostics
        else:
            # Among several seeds, an article belongs to those that recorded it, else to those without a text.
            recorded = [pair for pair in seeds if pair[0].source.sha256 == copy.sha256]
            against = recorded or [pair for pair in seeds if pair[0].source.text is None] or seeds
            if not seeds and not checked.found:
                help = "name a seed, or a set that has one"
                checked.found.append(Diagnostic(article, 1, 1, Code.NO_SEED, "no facts cite this article", help))
    for seed, document in seeds:
        checked.found += citation_faults(seed, document, copy if (seed, document) in against else None, watch)
        checked.found += draft_faults(seed, document)
        text = text_path(document.path, seed.source.text) if seed.source.text else None
        checked.watched |= {text} if text else set()


def _lint_facts(seed: Seed, sets: list[ReadSet], selection: Selection) -> Iterator[Finding]:
    """What the rules find in the facts; and, where no set at hand asks them, in the questions that they would give."""
    if sets:
        asked = {question.fact for read in sets for question in read.question_set.questions if question.fact}
        yield from lint_seed(seed, asked, selection=selection)
        return
    yield from lint_seed(seed, selection=selection)
    questions = generate(seed, ALL_GENERATED)
    # A seed may give no question at all, which no set may.
    made = QuestionSet.model_construct(id=seed.id, title=seed.source.title, questions=questions)
    yield from lint_set(made, seed, selection=selection)


def _faults(findings: Iterable[Finding], places: Locator) -> Iterator[Diagnostic]:
    return (places.diagnostic(finding) for finding in findings)


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}{'' if number == 1 else 's'}"
