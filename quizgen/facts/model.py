"""Curated facts: what authors write in ``seeds/``."""

import re
from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from quizgen.questions.base import Citation, LintSuppressions, Model, Reference
from quizgen.questions.codes import Code
from quizgen.questions.fields import Id, Line, Sha256, Text
from quizgen.questions.marks import Mark, find_marks, mark_refusals, unmarked
from quizgen.questions.problem import Problem
from quizgen.questions.sets import duplicate_ids, unknown_topics
from quizgen.text.dates import parse_date
from quizgen.text.folding import fold

EntityType = Literal["person", "place", "organisation", "event"]

_FINGERPRINTS = re.compile(r"[0-9a-f]{8}(?:\s+[0-9a-f]{8})*")


class Source(Reference):
    """The text that the facts come from."""

    text: Line | None = None
    """Path of the text itself, relative to this file, where it may be shared: `article.md`. Citations are then always
    verified, and may hold a `quote`."""
    sha256: Sha256 | None = None
    """SHA-256 of the file that the citations were checked against; `quizgen record` writes it."""
    paragraphs: Text | None = None
    """A fingerprint of each paragraph of that file, by which changed ones are found; `quizgen record` writes them."""

    def problems(self) -> Iterator[Problem]:
        if self.paragraphs is not None and not _FINGERPRINTS.fullmatch(self.paragraphs):
            yield Problem(
                Code.WRONG_TYPE,
                "these are no fingerprints of paragraphs",
                "take the key out; `quizgen record` writes it anew",
                ("paragraphs",),
            )


def reference_of(source: Source) -> Reference:
    """What a learner sees cited of ``source``: everything but the local text and its fingerprints."""
    return Reference.model_construct(**{name: getattr(source, name) for name in Reference.model_fields})


class Quotation(Citation):
    """Where a fact stands in its source, if need be in the source's own words."""

    quote: Text | None = None
    """The passage itself, word for word; only where the seed names the text under `source.text`."""


class Entity(Model):
    """A person, place, organisation or event of the source."""

    name: Line
    """Its usual name, shown in options."""
    type: EntityType
    """What it is."""
    group: Line | None = None
    """A narrower kind, such as `country`: only members of one group stand in for one another as wrong options."""
    role: Line | None = None
    """What it is or does in the source, short enough to be matched with its name."""
    aliases: tuple[Line, ...] = ()
    """Other names that mean the same, all of them right as answers."""

    @property
    def in_text(self) -> str:
        """Its name as it stands in a sentence: with the article, where an alias has one."""
        return next((alias for alias in self.aliases if fold(alias) == f"the {fold(self.name)}"), self.name)

    @property
    def names(self) -> tuple[str, ...]:
        """Every name it goes by, the usual one first."""
        return (self.name, *self.aliases)


class Ask(Model):
    """A question stem for one marked answer of a fact."""

    stem: Text
    """The question whose answer is the mark."""
    answer: Line
    """Name of the mark that answers it: `c1`."""
    distractors: tuple[Line, ...] = Field(default=(), max_length=9)
    """Wrong options that the author wants; more are found among the other facts when these are few."""
    accept: tuple[Line, ...] = Field(default=(), max_length=50)
    """Other answers that are right, besides the entity's aliases."""
    unit: Line | None = None
    """What a number counts or measures."""
    typed: bool = True
    """Whether the answer may also be asked to be typed; `false` where there are too many right ways to say it."""
    hint: Text | None = None
    """A help that the learner may ask for."""


class Dated(Model):
    """A fact's place in time, for questions on the order of events."""

    date: Line
    """When it happened, as precisely as the source says."""
    event: Line
    """What happened, in a few words without the date."""

    def problems(self) -> Iterator[Problem]:
        parsed = parse_date(self.date)
        if parsed is None or not parsed.year:
            yield Problem(
                Code.NOT_A_DATE,
                f"{self.date!r} is no date with a year",
                "write it as 2023-09-06, 6 September 2023, September 2023, or 2023",
                ("date",),
            )


class Fact(Model):
    """One statement of the source, in the author's own words."""

    id: Id
    """Permanent name of the fact; the ids of its questions hang on it."""
    topic: Id
    """Id of one of the seed's topics."""
    statement: Text
    """The fact, each answer marked as `{{c1::answer}}`."""
    attribution: Line | None = None
    """Who says so, where it is somebody's claim; reads well after "according to"."""
    citation: Quotation
    """Where it stands in the source."""
    ask: tuple[Ask, ...] = ()
    """Question stems for the marked answers, at most one a mark."""
    when: Dated | None = None
    """Date and short name of the event, for questions on order."""
    explanation: Text | None = None
    """More for the feedback, after the statement itself."""
    todo: bool = False
    """Whether the fact is a draft that the author has still to confirm: no deck is made before that."""
    lint: LintSuppressions | None = None
    """What `quizgen check` is to leave alone in this fact and in the questions made of it: `{ignore: [Q107]}`."""

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marked answers in reading order."""
        return find_marks(self.statement)

    @property
    def plain(self) -> str:
        """The statement without marks, as a reader would read it."""
        return unmarked(self.statement)

    def ask_for(self, mark: Mark) -> Ask | None:
        """The stem whose answer is ``mark``, if there is one."""
        return next((ask for ask in self.ask if ask.answer == mark.name), None)

    def problems(self) -> Iterator[Problem]:
        for problem in mark_refusals(self.statement):
            yield Problem(problem.code, problem.message, problem.help, ("statement",))
        names = sorted({mark.name for mark in self.marks})
        asked: set[str] = set()
        for index, ask in enumerate(self.ask):
            if ask.answer not in names:
                yield Problem(
                    Code.NO_ASK_MARK,
                    f"the statement has no mark {ask.answer!r}",
                    f"name a mark, not the answer itself: {' or '.join(names)}"
                    if names
                    else "mark the answer in the statement first",
                    ("ask", index, "answer"),
                )
            elif ask.answer in asked:
                yield Problem(
                    Code.TWO_ASKS,
                    f"a second stem asks for {ask.answer}",
                    "keep one stem a mark; write the other as a question in the set",
                    ("ask", index, "answer"),
                )
            asked.add(ask.answer)


class Seed(Model):
    """All curated facts of one source."""

    id: Id
    """Permanent name of the seed."""
    source: Source
    """The text that the facts come from."""
    topics: dict[Id, Line] = Field(min_length=1)
    """Topic id: name of the topic as learners see it."""
    entities: dict[Id, Entity] = Field(default_factory=dict)
    """Entity id: who or what it is."""
    lint: LintSuppressions | None = None
    """What `quizgen check` is to leave alone in all facts and in the questions made of them: `{ignore: [Q107]}`."""
    facts: tuple[Fact, ...] = Field(min_length=1)
    """The facts, in the source's order."""

    def problems(self) -> Iterator[Problem]:
        yield from duplicate_ids(((("facts", i), fact.id) for i, fact in enumerate(self.facts)), "fact")
        yield from unknown_topics(self.topics, ((("facts", i), fact.topic) for i, fact in enumerate(self.facts)))
        # Of a file with faults, only its sound parts come here.
        if isinstance(self.source, Source) and self.source.text is None:
            for index, fact in enumerate(self.facts):
                if fact.citation.quote is not None:
                    yield Problem(
                        Code.QUOTE_NOT_ALLOWED,
                        f"fact {fact.id} quotes a text that the seed does not hold",
                        "name the text under source.text, if it may be shared; else cite it with short `phrases`",
                        ("facts", index, "citation", "quote"),
                    )
        owners: dict[str, str] = {}
        for key, entity in self.entities.items():
            for name in entity.names:
                owner = owners.setdefault(fold(name), key)
                if owner != key:
                    yield Problem(
                        Code.ALIAS_TWICE,
                        f"{name!r} already names {owner}",
                        "one name may mean only one entity: drop it from the other",
                        ("entities", key),
                    )
