"""Running the rules over a set or a seed. Pure; what they find comes in the questions' order."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import quizgen.linting.rules  # noqa: F401  # importing the rules registers them
from quizgen.facts.model import Seed
from quizgen.linting.finding import Finding
from quizgen.linting.item import Item
from quizgen.linting.registry import RULES, Rule
from quizgen.linting.selection import ALL, Selection
from quizgen.linting.set_context import SetContext
from quizgen.questions import KINDS, Question, QuestionSet


@dataclass(slots=True)
class _Plan:
    """The rules for one kind of question: those that always look, and those that wait for a word of theirs."""

    always: list[Rule] = field(default_factory=list)
    waiting: list[Rule] = field(default_factory=list)
    triggers: frozenset[str] = frozenset()


def lint_set(
    question_set: QuestionSet, seed: Seed | None = None, *, selection: Selection = ALL, ignore: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield what the rules find in the questions, each by itself and then together.

    ``ignore`` holds the codes that the set's file switches off; what a question, a fact or a seed switches off for
    itself is known from the models.
    """
    in_seed = seed.lint.ignore if seed is not None and seed.lint is not None else ()
    selection = selection.without(ignore)
    english = _is_english(question_set.language)
    plans = _plans(selection, english)
    silenced = _silenced(seed, in_seed)
    items = [Item(question) for question in question_set.questions]
    for item in items:
        plan = plans[item.kind]
        rules = plan.always
        if not plan.triggers.isdisjoint(item.words):
            rules = rules + [rule for rule in plan.waiting if rule.words and not rule.words.isdisjoint(item.words)]
        for rule in rules:
            for flaw in rule.find(item):
                if not (rule.prose and item.offers_code) and not _is_silent(item.question, rule.code, silenced):
                    yield Finding(rule.code, flaw.message, flaw.help, flaw.at, item.question)
    whole = SetContext(items, seed, ignore)
    for rule in _wanted("set", selection, english):
        for question, flaw in rule.find(whole):
            if question is None or not _is_silent(question, rule.code, silenced):
                yield Finding(rule.code, flaw.message, flaw.help, flaw.at, question)


def lint_apart(
    question_set: QuestionSet, *, selection: Selection = ALL, ignore: Collection[str] = ()
) -> Iterator[Finding]:
    """Yield what the rules of single questions find: all that can be said of what is sound in a faulty set."""
    findings = lint_set(question_set, selection=selection, ignore=ignore)
    return (finding for finding in findings if RULES[finding.code].looks == "question")


def lint_seed(seed: Seed, asked: Collection[str] | None = None, *, selection: Selection = ALL) -> Iterator[Finding]:
    """Yield what the rules find in the facts; ``asked`` are those that some set asks, None where no set is known."""
    if seed.lint is not None:
        selection = selection.without(seed.lint.ignore)
    for rule in _wanted("facts", selection, english=True):
        for flaw in rule.find(seed, asked):
            fact = seed.facts[flaw.at[1]] if flaw.at[:1] == ("facts",) and isinstance(flaw.at[1], int) else None
            if fact is None or fact.lint is None or rule.code not in fact.lint.ignore:
                yield Finding(rule.code, flaw.message, flaw.help, flaw.at)


def _is_english(language: str | None) -> bool:
    return language is None or language.lower().split("-")[0] in {"en", "eng"}


def _wanted(looks: str, selection: Selection, english: bool) -> list[Rule]:
    return [
        rule
        for code, rule in sorted(RULES.items())
        if rule.looks == looks and selection.wants(code) and (english or not rule.english)
    ]


@lru_cache(maxsize=64)
def _plans(selection: Selection, english: bool) -> dict[str, _Plan]:
    plans: dict[str, _Plan] = {kind: _Plan() for kind in KINDS}
    for rule in _wanted("question", selection, english):
        for kind in rule.kinds:
            plan = plans[kind]
            if rule.words is None:
                plan.always.append(rule)
            else:
                plan.waiting.append(rule)
                plan.triggers |= rule.words
    return plans


def _silenced(seed: Seed | None, in_seed: Collection[str]) -> dict[str, frozenset[str]]:
    """By id of a fact: the codes that it, or its seed, switches off for the questions made of it."""
    if seed is None:
        return {}
    return {fact.id: frozenset((*in_seed, *(fact.lint.ignore if fact.lint else ()))) for fact in seed.facts}


def _is_silent(question: Question, code: str, silenced: dict[str, frozenset[str]]) -> bool:
    if question.lint is not None and code in question.lint.ignore:
        return True
    fact = question.fact
    # A question written by hand answers for itself, even where it asks a fact.
    return fact is not None and question.id.startswith(f"{fact}.") and code in silenced.get(fact, ())
