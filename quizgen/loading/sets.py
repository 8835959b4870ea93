"""Load seeds and question sets from files."""

import gc
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, fields
from pathlib import Path

from quizgen.facts.generate import generate
from quizgen.facts.model import Seed, reference_of
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_document
from quizgen.loading.files import ALL_GENERATED, GeneratedKind, SetFile, facts_path
from quizgen.loading.validate import examine, located
from quizgen.questions import OptionsQuestion, Question, QuestionSet
from quizgen.questions.base import LintSuppressions
from quizgen.questions.codes import Code
from quizgen.questions.policy import Grading
from quizgen.questions.problem import Problem
from quizgen.questions.sets import unknown_topics, with_grading
from quizgen.text.folding import fold


@dataclass(frozen=True, slots=True)
class ReadSet:
    """A question set with the file it came from and the facts it is based on, if any."""

    question_set: QuestionSet
    path: Path
    seed: Seed | None = None
    seed_document: Document | None = None
    ignored_rules: tuple[str, ...] = ()
    """Codes of the lint rules that the set's file switches off."""


@dataclass(frozen=True, slots=True)
class PartialSet:
    """What is sound in a set's file; anything may be missing if the file has errors."""

    id: str | None = None
    title: str | None = None
    description: str | None = None
    language: str | None = None
    answer_language: str | None = None
    grading: Grading | None = None
    facts: str | None = None
    topics: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    generate: tuple[GeneratedKind, ...] = ALL_GENERATED
    seed: int = 0
    omit: tuple[str, ...] = ()
    lint: LintSuppressions | None = None
    retired: bool = False
    formerly: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class ExaminedSet:
    """A set's file after one examination: every error in it, and everything that is sound."""

    document: Document
    written: PartialSet
    """What the file says, as far as it is sound."""
    indexes: tuple[int, ...]
    """The index in the file's `questions` of each question in ``written``."""
    topics: Mapping[str, str]
    """The topics of the set and of its facts."""
    questions: tuple[Question, ...]
    """The sound questions: those of the facts in the facts' order, then those written in the set."""
    seed: Seed | None
    """The facts; None if there are none or they have errors."""
    seed_document: Document | None
    """The file that the set names as its facts, if it can be read."""
    diagnostics: tuple[Diagnostic, ...]
    """Every error, in the set and in its facts."""

    @property
    def ignored_rules(self) -> tuple[str, ...]:
        """Codes of the lint rules that the file switches off."""
        return self.written.lint.ignore if self.written.lint is not None else ()

    def read(self) -> ReadSet:
        """Return the set; raise LoadError if the file has errors."""
        written = self.written
        if self.diagnostics or written.id is None or written.title is None:
            raise LoadError(self.diagnostics)
        # Every part has been validated, so nothing is validated twice.
        question_set = QuestionSet.model_construct(
            id=written.id,
            title=written.title,
            description=written.description,
            source=reference_of(self.seed.source) if self.seed else None,
            language=written.language,
            topics=dict(self.topics),
            tags=written.tags,
            retired=written.retired,
            formerly=written.formerly,
            answer_language=written.answer_language,
            grading=written.grading,
            questions=self.questions,
        )
        return ReadSet(question_set, self.document.path, self.seed, self.seed_document, self.ignored_rules)


def load(path: str | Path) -> QuestionSet:
    """Return the question set in the file at ``path``; raise LoadError with every error in it, each at its place."""
    return read_set(Path(path)).question_set


def load_seed(path: str | Path) -> Seed:
    """Return the seed in the file at ``path``; raise LoadError with every error in it, each at its place."""
    return seed_from(read_document(Path(path)))


def read_set(path: Path) -> ReadSet:
    """Read the question set in ``path`` with its facts; raise LoadError with every error in it."""
    with without_collection():
        return set_from(read_document(path))


def set_from(document: Document) -> ReadSet:
    """Return the question set that ``document`` holds; raise LoadError as ``read_set`` does."""
    return examine_set(document).read()


def examine_set(document: Document) -> ExaminedSet:
    """Find every error in ``document`` and in the facts that it names, and everything that is sound."""
    examined = examine(SetFile, document)
    names = [one.name for one in fields(PartialSet) if one.name in examined.parts]
    written = PartialSet(**{name: examined.parts[name] for name in names})
    diagnostics = list(examined.diagnostics)
    seed: Seed | None = None
    seed_document: Document | None = None
    topics, questions = written.topics, written.questions
    if written.facts:
        try:
            seed_document = _facts_of(document, written.facts)
            seed = seed_from(seed_document)
        except LoadError as error:
            diagnostics += error.diagnostics
        else:
            topics = {**seed.topics, **topics}
            generated = generate(seed, written.generate, written.seed)
            problems = _problems_with_facts(written, seed, topics, generated)
            diagnostics += (located(document, examined.in_file(problem)) for problem in problems)
            questions = _merged(written, seed, generated)
    if not questions and not diagnostics:
        help = "write some under `questions:`, or name a seed under `facts:`"
        diagnostics.append(located(document, Problem(Code.NO_QUESTIONS, "the set has no questions", help)))
    questions = with_grading(questions, written.grading, written.answer_language)
    indexes = tuple(examined.index("questions", number) for number in range(len(written.questions)))
    return ExaminedSet(document, written, indexes, topics, questions, seed, seed_document, tuple(diagnostics))


def seed_from(document: Document) -> Seed:
    """Return the seed that ``document`` holds; raise LoadError with every error in it."""
    examined = examine(Seed, document)
    if examined.value is None or examined.diagnostics:
        raise LoadError(examined.diagnostics)
    return examined.value


def holds_seed(document: Document) -> bool:
    """Return whether ``document`` is meant as a seed. A set has no source and only names the file of its facts."""
    data = document.data
    return "source" in data or "entities" in data or isinstance(data.get("facts"), list)


def _facts_of(document: Document, written: str) -> Document:
    path = facts_path(document.path, written)
    if path is None:
        message = f"the path {written!r} leaves the project or is not a YAML file"
        help = "name a .yaml file in this folder or in one next to it, such as ../seeds/name.yaml"
        raise LoadError([located(document, Problem(Code.OUTSIDE_PATH, message, help, ("facts",)))])
    return read_document(path)


def _problems_with_facts(
    written: PartialSet, seed: Seed, topics: Mapping[str, str], generated: Sequence[Question]
) -> Iterator[Problem]:
    yield from unknown_topics(topics, ((("questions", i), q.topic) for i, q in enumerate(written.questions)))
    facts = {fact.id for fact in seed.facts}
    owners = {fold(name): key for key, entity in seed.entities.items() for name in entity.names}
    for index, question in enumerate(written.questions):
        if question.fact is not None and question.fact not in facts:
            help = "name a fact of the seed, or remove `fact`"
            yield Problem(
                Code.UNKNOWN_FACT, f"the seed has no fact {question.fact!r}", help, ("questions", index, "fact")
            )
        if isinstance(question, OptionsQuestion):
            keys = {owners[fold(key)]: key for key in question.keys if fold(key) in owners}
            for place, distractor in enumerate(question.distractors):
                if (key := keys.get(owners.get(fold(distractor), ""))) is not None:
                    yield Problem(
                        Code.ALIAS_DISTRACTOR,
                        f"the distractor {distractor!r} is another name of the correct answer {key!r}",
                        "replace it with something wrong",
                        ("questions", index, *_place_of(question, place)),
                    )
    ids = {question.id for question in generated}
    for index, name in enumerate(written.omit):
        if name not in ids:
            help = "remove it; `quizgen show` lists the ids"
            yield Problem(Code.UNKNOWN_OMIT, f"the facts have no question {name!r}", help, ("omit", index))


def _place_of(question: OptionsQuestion, place: int) -> tuple[str, int]:
    """Return the path of the distractor number ``place``."""
    if question.options:
        return "options", question.options.index(question.distractors[place])
    return "distractors", place


def _merged(written: PartialSet, seed: Seed, generated: Sequence[Question]) -> tuple[Question, ...]:
    """Return the facts' questions in their order; a written question replaces the one with its id or comes last."""
    facts = {fact.id: fact for fact in seed.facts}
    own: dict[str, Question] = {}
    for question in written.questions:
        fact = facts.get(question.fact or "")
        if fact is not None:
            origin = {"citation": question.citation or fact.citation, "topic": question.topic or fact.topic}
            own[question.id] = question.model_copy(
                update={**origin, "attribution": question.attribution or fact.attribution}
            )
        else:
            own[question.id] = question
    omitted = set(written.omit)
    merged = [own.pop(question.id, question) for question in generated if question.id not in omitted]
    return (*merged, *own.values())


@contextmanager
def without_collection() -> Iterator[None]:
    """Switch the cyclic garbage collector off while a set is read."""
    # Many small objects that all stay alive make the collector run again and again for nothing.
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
