"""Rules about the `lint` key: unknown codes."""

from collections.abc import Collection, Iterator

from quizgen.linting.finding import Flaw
from quizgen.linting.registry import RULES, seed_rule, set_rule
from quizgen.linting.seed_context import SeedContext
from quizgen.linting.set_context import SetContext
from quizgen.questions import Question
from quizgen.questions.base import LintSuppressions
from quizgen.questions.problem import DataPath

_SOURCE = "quizgen (a suppression that has no effect should not go unnoticed)"


@set_rule("Q205", "unknown-rule-in-set", source=_SOURCE)
def unknown_rule_in_set(context: SetContext) -> Iterator[Flaw]:
    """Flag unknown rule codes in the `lint` key of a set or question.

    ## Why it matters
    A mistyped rule code suppresses nothing, so the warning still appears.

    ## Example
    ```yaml
    - id: q
      kind: choice
      stem: Which planet has the largest moon?
      answer: Jupiter
      distractors: [Earth, Mars, Saturn]
      lint: {ignore: [Q999]}
    ```

    ## Better
    ```yaml
    - id: q
      kind: choice
      stem: Which planet has the largest moon?
      answer: Jupiter
      distractors: [Earth, Mars, Saturn]
      lint: {ignore: [Q201]}
    ```
    """
    yield from _unknown(context.ignored)
    for item in context.items:
        if item.question.lint is not None:
            yield from _unknown(item.question.lint.ignore, question=item.question)


@seed_rule("Q304", "unknown-rule-in-facts", source=_SOURCE)
def unknown_rule_in_facts(context: SeedContext) -> Iterator[Flaw]:
    """Flag unknown rule codes in the `lint` key of a seed or fact.

    ## Why it matters
    A mistyped rule code suppresses nothing, so the warning still appears.

    ## Example
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee comes from {{c1::Ethiopia}}.
      citation: {paragraph: 1}
      lint: {ignore: [Q999]}
    ```

    ## Better
    ```yaml
    - id: coffee
      topic: food
      statement: Coffee comes from {{c1::Ethiopia}}.
      citation: {paragraph: 1}
      lint: {ignore: [Q301]}
    ```
    """
    yield from _unknown(_codes(context.seed.lint))
    for index, fact in enumerate(context.seed.facts):
        yield from _unknown(_codes(fact.lint), ("facts", index))


def _codes(suppressions: LintSuppressions | None) -> tuple[str, ...]:
    return suppressions.ignore if suppressions is not None else ()


def _unknown(codes: Collection[str], owner: DataPath = (), question: Question | None = None) -> Iterator[Flaw]:
    for index, code in enumerate(codes):
        if code not in RULES:
            yield Flaw(
                f"unknown rule {code}",
                "correct or remove it; to see all rules, run `quizgen check --explain all`",
                (*owner, "lint", "ignore", index),
                question,
            )
