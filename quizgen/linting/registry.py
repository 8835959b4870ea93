"""All rules, each a function under a decorator that gives it its code, its name and the reason for it."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from inspect import cleandoc
from typing import TYPE_CHECKING, Any, Literal

from quizgen.linting.finding import Flaw
from quizgen.questions import KINDS, Question

if TYPE_CHECKING:
    from quizgen.facts.model import Seed
    from quizgen.linting.item import Item
    from quizgen.linting.set_context import SetContext

Looks = Literal["question", "set", "facts"]

HDR = "Haladyna, Downing and Rodriguez 2002"
NBME = "NBME item-writing guide 2020, chapter 3"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it looks at, the function that finds it (whose docstring is its reason), and who says so.

    ``words`` are those of which at least one must stand in a question for the rule to have anything to say, ``kinds``
    the kinds of question that it looks at; ``english`` says that it reads English words, ``prose`` that options which
    are code, where every sign counts, are none of its business.
    """

    code: str
    name: str
    looks: Looks
    source: str
    find: Callable[..., Iterator[Any]]
    kinds: tuple[str, ...] = KINDS
    words: frozenset[str] | None = None
    english: bool = False
    prose: bool = False

    @property
    def what(self) -> str:
        """The flaw in one sentence."""
        return cleandoc(self.find.__doc__ or "").partition("\n\n")[0]

    @property
    def reason(self) -> str:
        """Why it is one."""
        return cleandoc(self.find.__doc__ or "").partition("\n\n")[2]


RULES: dict[str, Rule] = {}
"""Every rule by its code, in the codes' order once all modules of rules are imported."""


QuestionRule = Callable[["Item"], Iterator[Flaw]]
SetRule = Callable[["SetContext"], Iterator[tuple[Question | None, Flaw]]]
FactsRule = Callable[["Seed", "Collection[str] | None"], Iterator[Flaw]]


def question_rule(
    code: str,
    name: str,
    *,
    kinds: Iterable[str],
    source: str,
    words: Iterable[str] | None = None,
    english: bool = False,
    prose: bool = False,
) -> Callable[[QuestionRule], QuestionRule]:
    """Register a function of one question."""
    triggers = None if words is None else frozenset(words)

    def register(find: QuestionRule) -> QuestionRule:
        _add(Rule(code, name, "question", source, find, tuple(kinds), triggers, english, prose))
        return find

    return register


def set_rule(code: str, name: str, *, source: str) -> Callable[[SetRule], SetRule]:
    """Register a function of a whole set; it yields each flaw with the question that has it, or None for the set."""

    def register(find: SetRule) -> SetRule:
        _add(Rule(code, name, "set", source, find))
        return find

    return register


def facts_rule(code: str, name: str, *, source: str, english: bool = False) -> Callable[[FactsRule], FactsRule]:
    """Register a function of a seed and of the facts that sets ask (None when no set is at hand)."""

    def register(find: FactsRule) -> FactsRule:
        _add(Rule(code, name, "facts", source, find, english=english))
        return find

    return register


def _add(rule: Rule) -> None:
    assert rule.code not in RULES, rule.code
    RULES[rule.code] = rule


def find_rules(beginning: str) -> list[Rule]:
    """The rules whose code begins so, or the one of that name, in the codes' order."""
    return sorted(
        (rule for rule in RULES.values() if rule.code.startswith(beginning.upper()) or rule.name == beginning),
        key=lambda rule: rule.code,
    )
