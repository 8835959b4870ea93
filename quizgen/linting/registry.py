"""The registry of rules.

A rule is a function under one of the decorators below. The decorator gives it a permanent code and a name; its
docstring is the rule's page (see ``quizgen.linting.explain``). Rules live in the modules of ``quizgen.linting.rules``,
which are all imported together with the linter, so ``RULES`` is always complete.

CONTRIBUTING.md describes how to add a rule.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from inspect import getdoc
from typing import TYPE_CHECKING, ClassVar, Literal

from quizgen.linting.finding import Flaw
from quizgen.questions.kinds import KINDS, Kind

if TYPE_CHECKING:
    from quizgen.linting.item import Item
    from quizgen.linting.seed_context import SeedContext
    from quizgen.linting.set_context import SetContext

HDR = "Haladyna, Downing, and Rodriguez (2002)"
NBME_GUIDE = "NBME item-writing guide (2020)"
NBME = f"{NBME_GUIDE}, chapter 3"
WOZNIAK = "Wozniak (1999), *Effective learning: twenty rules of formulating knowledge*"

WITH_OPTIONS: tuple[Kind, ...] = ("choice", "multiple")
"""The kinds that show the key among distractors."""

OptionalField = Literal["hint", "explanation"]
"""A field that a rule may be about, and that most questions lack."""

FindInQuestion = Callable[["Item"], Iterator[Flaw]]
FindInSet = Callable[["SetContext"], Iterator[Flaw]]
FindInSeed = Callable[["SeedContext"], Iterator[Flaw]]


@dataclass(frozen=True, slots=True, kw_only=True)
class BaseRule:
    """The base of all rules."""

    prefix: ClassVar[str]
    """The beginning of the codes of all rules of this class."""
    code: str
    name: str
    source: str
    find: Callable[..., Iterator[Flaw]]
    english: bool = False
    """Whether the rule reads English words, and so skips sets in other languages."""

    @property
    def doc(self) -> str:
        """The rule's page as its docstring has it."""
        return getdoc(self.find) or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRule(BaseRule):
    """A rule that checks one question at a time."""

    prefix: ClassVar[str] = "Q1"
    find: FindInQuestion
    kinds: tuple[Kind, ...]
    """The kinds of question that the rule checks."""
    triggers: frozenset[str] | None = None
    """Words in lower case; the rule runs only for questions whose stem or options contain one of them. None: for all
    questions.
    """
    signs: str = ""
    """Characters; the rule runs only for questions with one of them in a text that a learner sees. Empty: for all."""
    field: OptionalField | None = None
    """The rule runs only for questions with this field. None: for all questions."""
    skips_code: bool = False
    """Whether the rule skips questions whose options are code, where every character counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SetRule(BaseRule):
    """A rule that checks all questions of a set together."""

    prefix: ClassVar[str] = "Q2"
    find: FindInSet


@dataclass(frozen=True, slots=True, kw_only=True)
class SeedRule(BaseRule):
    """A rule that checks the facts of a seed."""

    prefix: ClassVar[str] = "Q3"
    find: FindInSeed


Rule = QuestionRule | SetRule | SeedRule

RULES: dict[str, Rule] = {}
"""Every rule by its code."""


def question_rule(
    code: str,
    name: str,
    *,
    kinds: Iterable[Kind] = KINDS,
    source: str,
    triggers: Iterable[str] | None = None,
    signs: str = "",
    field: OptionalField | None = None,
    english: bool = False,
    skips_code: bool = False,
) -> Callable[[FindInQuestion], FindInQuestion]:
    """Register a function that yields the flaws of one question.

    The arguments say when the rule runs, as the fields of ``QuestionRule`` describe.
    """

    def register(find: FindInQuestion) -> FindInQuestion:
        _add(
            QuestionRule(
                code=code,
                name=name,
                source=source,
                english=english,
                find=find,
                kinds=tuple(kinds),
                triggers=None if triggers is None else frozenset(triggers),
                signs=signs,
                field=field,
                skips_code=skips_code,
            )
        )
        return find

    return register


def set_rule(code: str, name: str, *, source: str, english: bool = False) -> Callable[[FindInSet], FindInSet]:
    """Register a function that yields the flaws of a set, each with the question that has it, if any."""

    def register(find: FindInSet) -> FindInSet:
        _add(SetRule(code=code, name=name, source=source, english=english, find=find))
        return find

    return register


def seed_rule(code: str, name: str, *, source: str, english: bool = False) -> Callable[[FindInSeed], FindInSeed]:
    """Register a function that yields the flaws of a seed's facts."""

    def register(find: FindInSeed) -> FindInSeed:
        _add(SeedRule(code=code, name=name, source=source, english=english, find=find))
        return find

    return register


def _add(rule: Rule) -> None:
    if rule.code in RULES:
        raise ValueError(f"two rules have the code {rule.code}")
    RULES[rule.code] = rule


def find_rules(prefix_or_name: str) -> list[Rule]:
    """Return the rules whose code begins with ``prefix_or_name``, or the one of that name, in the order of codes."""
    prefix = prefix_or_name.upper()
    return [rule for code, rule in sorted(RULES.items()) if code.startswith(prefix) or rule.name == prefix_or_name]
