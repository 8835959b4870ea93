"""Load seeds and question sets from files."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from pydantic import ValidationError

from quizgen.facts.answers import Answers
from quizgen.facts.consistency import correct_distractor
from quizgen.facts.model import Fact, Seed, reference_of
from quizgen.facts.points import own_points
from quizgen.facts.questions import SEED_KINDS, SeedKind, questions_of
from quizgen.loading.diagnostics import Diagnostic, LoadError
from quizgen.loading.document import Document, read_document
from quizgen.loading.files import YAML_ENDINGS, SetFile, facts_path, outside_path
from quizgen.loading.garbage_collection import without_garbage_collection
from quizgen.loading.validate import examine, located, written_topics
from quizgen.questions import OptionsQuestion, Question, QuestionSet, TrueFalseQuestion
from quizgen.questions.base import LintSuppressions, Reference
from quizgen.questions.codes import Code
from quizgen.questions.policy import Grading
from quizgen.questions.problem import Problem
from quizgen.questions.sets import build_each_kind, question_adapter, unknown_topics, with_grading
from quizgen.text.suggestions import closest


class ReadSet(NamedTuple):
    """A question set with the file it came from and the facts it is based on, if any."""

    question_set: QuestionSet
    path: Path
    seed: Seed | None = None
    seed_document: Document | None = None
    ignored_rules: tuple[str, ...] = ()
    """Codes of the lint rules that the set's file switches off."""


@dataclass(frozen=True, slots=True)
class PartialSet:
    """The sound parts of a set's file; any of them may be missing if the file has errors."""

    id: str | None = None
    title: str | None = None
    description: str | None = None
    source: Reference | None = None
    license: str | None = None
    language: str | None = None
    facts: str | None = None
    topics: Mapping[str, str] = field(default_factory=dict)
    tags: tuple[str, ...] = ()
    kinds: tuple[SeedKind, ...] = SEED_KINDS
    omit: tuple[str, ...] = ()
    lint: LintSuppressions | None = None
    retired: bool = False
    formerly: tuple[str, ...] = ()
    answer_language: str | None = None
    grading: Grading | None = None
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
    unnamed: Mapping[int, Question]
    """The questions that lack nothing but an id, each with one that stands in for it, by their index in the file."""
    seed: Seed | None
    """The facts; None if there are none or they have errors."""
    seed_document: Document | None
    """The file that the set names as its facts, if it can be read."""
    diagnostics: tuple[Diagnostic, ...]
    """Every error, in the set and in its facts."""

    @property
    def as_named(self) -> Document:
        """The document as it will be when the ``unnamed`` questions have ids."""
        if not self.unnamed:
            return self.document
        items = dict(enumerate(self.document.data["questions"]))
        named = {index: {**items[index], "id": question.id} for index, question in self.unnamed.items()}
        return replace(self.document, data={**self.document.data, "questions": [*(items | named).values()]})

    @property
    def ignored_rules(self) -> tuple[str, ...]:
        """Codes of the lint rules that the file switches off."""
        return self.written.lint.ignore if self.written.lint is not None else ()

    @property
    def source(self) -> Reference | None:
        """The text that the set is based on: the one that the set names, or the one of its facts."""
        if self.written.source is None and self.seed is not None:
            return reference_of(self.seed.source)
        return self.written.source

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
            source=self.source,
            license=written.license,
            language=written.language,
            topics=dict(self.topics),
            tags=written.tags,
            retired=written.retired,
            formerly=written.formerly,
            answer_language=written.answer_language,
            grading=written.grading,
            questions=with_grading(self.questions, written.grading, written.answer_language, written.language),
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
    with without_garbage_collection():
        return set_from(read_document(path))


def set_from(document: Document) -> ReadSet:
    """Return the question set that ``document`` holds; raise LoadError as ``read_set`` does."""
    return examine_set(document).read()


def examine_set(document: Document) -> ExaminedSet:
    """Find every error in ``document`` and in the facts that it names, and everything that is sound."""
    if "facts" in document.data:
        build_each_kind()  # questions made from facts are validated one by one
    examined = examine(SetFile, document)
    names = [one.name for one in fields(PartialSet) if one.name in examined.parts]
    written = PartialSet(**{name: examined.parts[name] for name in names})
    diagnostics = list(examined.diagnostics)
    indexes = tuple(examined.index("questions", number) for number in range(len(written.questions)))
    unnamed = dict(_unnamed(document)) if diagnostics else {}
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
            from_facts = questions_of(seed, written.kinds)
            known = replace(written, questions=(*written.questions, *unnamed.values()))
            problems = _problems_with_facts(known, seed, from_facts, (*indexes, *unnamed))
            diagnostics += (located(document, problem) for problem in problems)
            unknown = unknown_topics(topics, written_topics(document.data))
            diagnostics += (located(document, problem) for problem in unknown)
            questions = _merged(written, seed, from_facts)
    if not questions and not diagnostics:
        help = "write questions under `questions:`, or name a seed under `facts:`"
        diagnostics.append(located(document, Problem(Code.NO_QUESTIONS, "the set has no questions", help)))
    return ExaminedSet(document, written, indexes, topics, questions, unnamed, seed, seed_document, tuple(diagnostics))


def _unnamed(document: Document) -> Iterator[tuple[int, Question]]:
    """Yield each question that lacks nothing but an id, with its index and an id that stands in for it."""
    items = document.data.get("questions")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        if isinstance(item, dict) and "id" not in item:
            with suppress(ValidationError):
                yield index, question_adapter().validate_python({**item, "id": f"unnamed-{index}"})


def seed_from(document: Document) -> Seed:
    """Return the seed that ``document`` holds; raise LoadError with every error in it."""
    examined = examine(Seed, document)
    if examined.value is None or examined.diagnostics:
        raise LoadError(examined.diagnostics)
    return examined.value


def holds_seed(document: Document) -> bool:
    """Return whether ``document`` is meant as a seed; a set has questions, or names the file of its facts."""
    data = document.data
    if document.markdown is not None:
        return False
    if "entities" in data or isinstance(data.get("facts"), list):
        return True
    return "source" in data and not (data.get("facts") or "questions" in data)


def _facts_of(document: Document, written: str) -> Document:
    path = facts_path(document.path, written)
    if path is None:
        message, help = outside_path(written, YAML_ENDINGS, "YAML")
        raise LoadError([located(document, Problem(Code.OUTSIDE_PATH, message, help, ("facts",)))])
    if not path.exists():
        message, help = f"the seed {written} does not exist", "correct the path, or copy the seed to that location"
        raise LoadError([located(document, Problem(Code.MISSING_FILE, message, help, ("facts",)))])
    return read_document(path)


def _problems_with_facts(
    written: PartialSet, seed: Seed, from_facts: Sequence[Question], indexes: Sequence[int]
) -> Iterator[Problem]:
    """Yield what in ``written`` does not agree with the facts, or with the questions that they give.

    ``indexes`` are the places of the questions in the file.
    """
    facts = {fact.id for fact in seed.facts}
    ids = {question.id for question in from_facts}
    points = {point for fact in seed.facts for point in own_points(fact)} | ids
    points |= {question.id for question in written.questions if not question.point}
    answers = Answers(seed)
    for index, question in zip(indexes, written.questions, strict=True):
        at: tuple[str | int, ...] = ("questions", index)
        named = [((*at, "fact"), question.fact)] if question.fact is not None else []
        for path, fact in (*named, *(((*at, "facts", i), name) for i, name in enumerate(question.facts))):
            if fact not in facts:
                help = closest(fact, facts) or "correct or remove it"
                yield Problem(Code.UNKNOWN_FACT, f"the seed has no fact {fact!r}", help, path)
        for place, point in enumerate(question.point):
            if point not in points:
                example = f", such as `{min(points)}`," if points else ""
                help = f"use an existing point{example} or remove `point`"
                help = closest(point, points) or help
                yield Problem(Code.UNKNOWN_POINT, f"unknown point {point!r}", help, (*at, "point", place))
        if isinstance(question, OptionsQuestion):
            correct = [(key, *entity.names) for key in question.keys if (entity := answers.entity(key)) is not None]
            for place, distractor in enumerate(question.distractors):
                for names in correct:
                    if problem := correct_distractor(distractor, names, (*at, *_place_of(question, place))):
                        yield problem
    for index, name in enumerate(written.omit):
        if name not in ids:
            help = "correct or remove it; to see all ids, run `quizgen show`"
            yield Problem(
                Code.UNKNOWN_OMIT, f"no question generated from the facts has the id {name!r}", help, ("omit", index)
            )


def _place_of(question: OptionsQuestion, place: int) -> tuple[str, int]:
    """Return the path of the distractor at ``place``, relative to the question."""
    if question.options:
        return "options", question.options.index(question.distractors[place])
    return "distractors", place


def _merged(written: PartialSet, seed: Seed, from_facts: Sequence[Question]) -> tuple[Question, ...]:
    """Return the facts' questions in their order; a written question replaces the one with its id or comes last."""
    facts = {fact.id: fact for fact in seed.facts}
    made = {question.id: question for question in from_facts}
    own = {
        question.id: _completed(question, facts.get(question.fact or ""), made.get(question.id))
        for question in written.questions
    }
    omitted = set(written.omit)
    merged = [own.pop(question.id, question) for question in from_facts if question.id not in omitted]
    return (*merged, *own.values())


def _completed(question: Question, fact: Fact | None, replaced: Question | None) -> Question:
    """Fill in what ``question`` takes from its fact, and from the question that it replaces: the points it tests."""
    update: dict[str, Any] = {}
    if fact is not None:
        update = {name: getattr(question, name) or getattr(fact, name) for name in ("citation", "topic", "attribution")}
        if isinstance(question, TrueFalseQuestion) and not question.answer:
            update["attribution"] = question.attribution  # the fact is claimed, not the false statement
    if replaced is not None and not question.point:
        update["point"] = replaced.points
        if "priority" not in question.model_fields_set:
            update["priority"] = replaced.priority
    return question.model_copy(update=update) if update else question
