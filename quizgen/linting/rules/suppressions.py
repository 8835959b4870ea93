"""Switches that switch nothing."""

from collections.abc import Collection, Iterator

from quizgen.facts.model import Seed
from quizgen.linting.finding import DataPath, Flaw
from quizgen.linting.registry import RULES, facts_rule, set_rule
from quizgen.linting.set_context import SetContext
from quizgen.questions import Question
from quizgen.questions.base import LintSuppressions

_OWN = "quizgen: a slip in a code would hide that its rule still speaks"


@set_rule("Q205", "unknown-rule-in-set", source=_OWN)
def unknown_rule_in_set(whole: SetContext) -> Iterator[tuple[Question | None, Flaw]]:
    """A set or a question switches off a rule that does not exist.

    The rule that was meant goes on speaking, and nobody sees why.
    """
    yield from ((None, flaw) for flaw in _unknown(whole.ignored, ()))
    for item in whole.items:
        if item.question.lint is not None:
            yield from ((item.question, flaw) for flaw in _unknown(item.question.lint.ignore, ()))


@facts_rule("Q304", "unknown-rule-in-facts", source=_OWN)
def unknown_rule_in_facts(seed: Seed, asked: Collection[str] | None) -> Iterator[Flaw]:
    """A seed or a fact switches off a rule that does not exist.

    The rule that was meant goes on speaking, and nobody sees why.
    """
    yield from _unknown(_codes(seed.lint), ())
    for index, fact in enumerate(seed.facts):
        yield from _unknown(_codes(fact.lint), ("facts", index))


def _codes(switches: LintSuppressions | None) -> tuple[str, ...]:
    return switches.ignore if switches is not None else ()


def _unknown(codes: Collection[str], owner: DataPath) -> Iterator[Flaw]:
    for index, code in enumerate(codes):
        if code not in RULES:
            yield Flaw(
                f"there is no rule {code}",
                "docs/lint.md lists the rules; take this one out",
                (*owner, "lint", "ignore", index),
            )
