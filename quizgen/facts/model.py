"""The seed: curated facts of one source, as authors write them in ``seeds/``."""

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from pydantic import Field, field_validator

from quizgen.facts.consistency import seed_problems
from quizgen.questions.base import Citation, LintSuppressions, Model, Priority, Reference
from quizgen.questions.codes import Code
from quizgen.questions.distractor import WrongOption
from quizgen.questions.fields import Id, Line, Sha256, Tag, Text
from quizgen.questions.mark_problems import mark_problems
from quizgen.questions.marks import Mark, find_marks, unmarked
from quizgen.questions.problem import Problem
from quizgen.questions.sets import duplicate_ids, unknown_topics
from quizgen.questions.tolerance import tolerance_problems
from quizgen.text.dates import PartialDate, parse_date
from quizgen.text.folding import fold
from quizgen.text.lazy_pattern import lazy_pattern
from quizgen.text.series import series

EntityType = Literal["person", "place", "organization", "event"]

_MARK_NAME = lazy_pattern(r"c\d+")
_FINGERPRINTS = lazy_pattern(r"[0-9a-f]{8}(?:\s+[0-9a-f]{8})*")


class Source(Reference):
    """The text that the facts come from."""

    text: Line | None = None
    """Path to the text itself, relative to this file, such as `article.md`. Set it only if the text may be shared.
    With a path, citations are always verified and may have a `quote`."""
    sha256: Sha256 | None = None
    """SHA-256 hash of the file that the citations were checked against; `quizgen record` writes it."""
    paragraphs: Text | None = None
    """One fingerprint per paragraph of the source text, used to find changed paragraphs; `quizgen record` writes
    them."""

    def problems(self) -> Iterator[Problem]:
        if self.paragraphs is not None and not _FINGERPRINTS.fullmatch(self.paragraphs):
            yield Problem(
                Code.WRONG_TYPE,
                "`paragraphs` is not a list of paragraph fingerprints",
                "remove the key, then run `quizgen record FILE` to write it again",
                ("paragraphs",),
            )


def reference_of(source: Source) -> Reference:
    """Return the part of ``source`` that learners see: everything except the local text and its fingerprints."""
    return Reference.model_construct(**{name: getattr(source, name) for name in Reference.model_fields})


class Quotation(Citation):
    """Where in the source a fact comes from, optionally with the source's own words."""

    quote: Text | None = None
    """The passage itself, word for word; allowed only if the seed has `source.text`."""


class Entity(Model):
    """A person, place, organization or event in the source."""

    name: Line
    """Usual name, as shown in options."""
    type: EntityType
    """What it is."""
    group: Line | None = None
    """A narrower type, such as `country`. `quizgen generate` proposes distractors only from the same group."""
    role: Line | None = None
    """What the entity is or does in the source, in a few words for a matching question."""
    aliases: tuple[Line, ...] = ()
    """Other names for the entity; all are accepted as answers."""

    @property
    def in_text(self) -> str:
        """Its name as it appears in a sentence: with the article, if an alias has one."""
        return next((alias for alias in self.aliases if fold(alias) == f"the {fold(self.name)}"), self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the usual one first."""
        return (self.name, *self.aliases)


class Ask(Model):
    """A question stem for one marked answer in a fact."""

    stem: Text
    """The question that the marked words answer."""
    answer: Line
    """Name of the mark that answers this question, such as `c1`."""
    priority: Priority | None = None
    """Priority of this answer, if it differs from the fact's priority."""
    point: Id | None = None
    """Id of the point that the question tests, such as `longest.c1`, if the point belongs to another fact."""
    reply: Text | None = None
    """The answer shown on a flashcard, if the marked words alone are not a good answer."""
    distractors: tuple[WrongOption, ...] | None = Field(default=None, max_length=9)
    """Wrong options. Two or more make a choice question; `[]` means that there are none and that none should be
    proposed."""
    accept: tuple[Line, ...] = Field(default=(), max_length=50)
    """Other correct answers, besides the entity's aliases."""
    unit: Line | None = None
    """The unit of a number, or what the number counts."""
    tolerance: Line | None = None
    """The largest accepted difference: `50`, `±50`, `10%` or `3 significant figures`."""
    typed: bool = True
    """Whether to make a typed question; write `false` if the answer can be worded in too many ways."""
    hint: Text | None = None
    """A hint that learners can ask for on flashcards and in typed questions. Choice questions have no hints."""

    @property
    def offered(self) -> tuple[str, ...]:
        """The distractors, none if the key is missing."""
        return self.distractors or ()

    def problems(self) -> Iterator[Problem]:
        yield from tolerance_problems(self.tolerance)


class TrueFalse(Model):
    """How to turn a fact's statement into a true-or-false question."""

    mark: Line
    """Name of the mark that the question is about, such as `c1`."""
    wrong: Line | None = None
    """Text that replaces the marked answer to make the statement false. By default, the statement is used unchanged."""


class Dated(Model):
    """The event in a fact and its date, for questions about the order of events."""

    date: Line
    """Date of the event, as precisely as the source gives it."""
    event: Line
    """What happened, in a few words and without the date."""

    @property
    def when(self) -> PartialDate:
        """The date, parsed."""
        parsed = parse_date(self.date)
        assert parsed is not None  # the model rejects anything else
        return parsed

    def problems(self) -> Iterator[Problem]:
        parsed = parse_date(self.date)
        if parsed is None or not parsed.year:
            lacks = "cannot be read as a date" if parsed is None else "has no year"
            help = "write it in a format such as 2023-09-06, 6 September 2023, September 2023 or 2023"
            yield Problem(Code.NOT_A_DATE, f"{self.date!r} {lacks}", help, ("date",))


class Fact(Model):
    """One statement from the source, in your own words."""

    id: Id
    """Permanent id of the fact; the ids of its questions depend on it."""
    topic: Id
    """Id of one of the seed's topics."""
    statement: Text
    """The fact, with each answer marked as `{{c1::answer}}`."""
    attribution: Line | None = None
    """Who makes the claim, if the statement is a claim. The name must read well after "According to"."""
    citation: Quotation
    """Where in the source the statement comes from."""
    derived: Line | None = None
    """How a date, figure or name follows from the source if it does not appear there, for example
    `three days after 17 June`."""
    priority: Priority = "core"
    """Whether the fact is tested by default (`core`) or only on request (`detail`)."""
    cloze: bool = True
    """Whether to turn the statement into a cloze, with a blank for each answer that learners can reasonably type."""
    true_false: TrueFalse | Literal[False] | None = None
    """How to turn the statement into a true-or-false question; `false` means that there is none and none should be
    proposed."""
    ask: tuple[Ask, ...] = ()
    """Question stems for the marked answers, at most one per mark."""
    when: Dated | None = None
    """Date and short name of the event, for questions about the order of events."""
    explanation: Text | None = None
    """Explanation shown in the feedback: a reason, a contrast, or background."""
    tags: tuple[Tag, ...] = ()
    """Anki tags for the questions on this fact, in addition to those of the set."""
    todo: bool = False
    """Whether the fact is a draft that its author has not confirmed yet. A set with drafts cannot be exported."""
    lint: LintSuppressions | None = None
    """Rules that `quizgen check` skips for this fact and its questions, for example `{ignore: [Q107]}`."""

    @field_validator("tags", mode="before")
    @classmethod
    def _one_tag(cls, tags: Any) -> Any:  # `tags: armenia` is what people write for one
        return (tags,) if isinstance(tags, str) else tags

    @field_validator("true_false", mode="before")
    @classmethod
    def _off(cls, written: Any) -> Any:
        """Take `true` for a key left empty: the error then says that a mapping is expected."""
        return {} if written is True else written

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked answers in reading order."""
        return find_marks(self.statement)

    @property
    def plain(self) -> str:
        """The statement without marks, as a reader would read it."""
        return unmarked(self.statement)

    def mark(self, name: str) -> Mark:
        """Return the first mark called ``name``; raise StopIteration if there is none."""
        return next(mark for mark in self.marks if mark.name == name)

    def ask_for(self, mark: Mark) -> Ask | None:
        """Return the ask that ``mark`` answers, if there is one."""
        return next((ask for ask in self.ask if ask.answer == mark.name), None)

    def problems(self) -> Iterator[Problem]:
        broken = False
        for problem in mark_problems(self.statement):
            broken = broken or problem.code is not Code.ANSWER_IN_STEM
            yield Problem(problem.code, problem.message, problem.help, ("statement",))
        if broken:  # which marks there are is not certain
            return
        names = sorted({mark.name for mark in self.marks})
        if self.true_false and self.true_false.mark not in names:
            yield _no_mark(self.true_false.mark, names, ("true_false", "mark"))
        asked: set[str] = set()
        for index, ask in enumerate(self.ask):
            if ask.answer not in names:
                yield _no_mark(ask.answer, names, ("ask", index, "answer"))
            elif ask.answer in asked:
                yield Problem(
                    Code.TWO_ASKS,
                    f"duplicate `ask` for the mark {ask.answer}",
                    "keep one `ask` for each mark, and write the other one as a question in the set",
                    ("ask", index, "answer"),
                )
            asked.add(ask.answer)


def _no_mark(name: str, names: list[str], at: tuple[str | int, ...]) -> Problem:
    help = f"use {series(names, 'or')}" if names else "mark the answer in the statement"
    if names and not _MARK_NAME.fullmatch(name):
        help = f"use the name of a mark ({series(names, 'or')}), not the answer itself"
    return Problem(Code.NO_ASK_MARK, f"the statement has no mark {name!r}", help, at)


class EventOrder(Model):
    """A question that asks learners to put dated facts in order."""

    id: Id
    """Permanent id; the question's id is `ID.order`."""
    topic: Id | None = None
    """Id of one of the seed's topics."""
    stem: Text
    """The instruction, which says what to put in order and by which criterion."""
    facts: tuple[Id, ...]
    """Ids of the facts, in any order; each fact needs `when`, and quizgen sorts them by date."""
    priority: Priority = "detail"
    """Whether the question is asked by default (`core`) or only on request (`detail`)."""
    explanation: Text | None = None
    """Explanation shown in the feedback; by default, the dates of the events."""


class RoleMatch(Model):
    """A question that asks learners to match entities with their roles."""

    id: Id
    """Permanent id; the question's id is `ID.match`."""
    topic: Id | None = None
    """Id of one of the seed's topics."""
    stem: Text
    """The instruction, such as `Match each person with their role.`"""
    entities: tuple[Id, ...]
    """Ids of the entities; each entity needs a `role`."""
    priority: Priority = "detail"
    """Whether the question is asked by default (`core`) or only on request (`detail`)."""
    explanation: Text | None = None
    """Explanation shown in the feedback."""


_Named = Fact | EventOrder | RoleMatch


class Seed(Model):
    """All curated facts from one source."""

    id: Id
    """Permanent id of the seed."""
    source: Source
    """The text that the facts come from."""
    topics: dict[Id, Line] = Field(min_length=1)
    """Topics, as `id: name that learners see`."""
    entities: dict[Id, Entity] = Field(default_factory=dict)
    """Entities by id: the people, places, organizations and events in the source."""
    lint: LintSuppressions | None = None
    """Rules that `quizgen check` skips for all facts and their questions, for example `{ignore: [Q107]}`."""
    facts: tuple[Fact, ...] = Field(min_length=1)
    """The facts, in the source's order."""
    orders: tuple[EventOrder, ...] | None = None
    """Questions that ask for the order of dated facts; `[]` means that there are none and that none should be
    proposed."""
    matches: tuple[RoleMatch, ...] | None = None
    """Questions that match entities with their roles; `[]` means that there are none and that none should be
    proposed."""

    def problems(self) -> Iterator[Problem]:
        yield from duplicate_ids(_paths("facts", self.facts), "fact")
        yield from duplicate_ids(_paths("orders", self.orders or ()), "order question")
        yield from duplicate_ids(_paths("matches", self.matches or ()), "matching question")
        yield from unknown_topics(self.topics, _topics("facts", self.facts))
        yield from unknown_topics(self.topics, _topics("orders", self.orders or ()))
        yield from unknown_topics(self.topics, _topics("matches", self.matches or ()))
        yield from seed_problems(self)


def _paths(name: str, items: Iterable[_Named]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    return (((name, index), item.id) for index, item in enumerate(items))


def _topics(name: str, items: Iterable[_Named]) -> Iterator[tuple[tuple[str | int, ...], str | None]]:
    return (((name, index), item.topic) for index, item in enumerate(items))
