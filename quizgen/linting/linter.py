"""Run the rules over a set or a seed. Pure: findings come in the order of the questions and of the rules' codes."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from operator import itemgetter
from typing import TYPE_CHECKING

import quizgen.linting.rules  # noqa: F401  # importing the rules registers them
from quizgen.facts.model import Seed
from quizgen.linting.computed import computed
from quizgen.linting.duplicates import Asked, Match
from quizgen.linting.finding import Finding, Flaw
from quizgen.linting.item import Item
from quizgen.linting.learned import Learned
from quizgen.linting.plan import Plan, plans_for, selected
from quizgen.linting.registry import RULES, QuestionRule, Rule, SeedRule, SetRule
from quizgen.linting.seed_context import SeedContext
from quizgen.linting.selection import ALL, Selection
from quizgen.linting.set_context import SetContext
from quizgen.parallel import divided, processes_for
from quizgen.questions import Question, QuestionSet
from quizgen.questions.kinds import Kind
from quizgen.text.languages import is_english

if TYPE_CHECKING:
    from quizgen.facts.article import Article


def lint_set(
    question_set: QuestionSet,
    seed: Seed | None = None,
    *,
    selection: Selection = ALL,
    ignore: Collection[str] = (),
    asked: Asked | None = None,
) -> Iterator[Finding]:
    """Yield what the rules find in the questions, one by one and then together.

    ``ignore`` are the codes that the set's file suppresses. What a question, a fact or a seed suppresses is read from
    the models. ``asked`` are the questions of the sets before this one; those of this set are added.
    """
    return _lint(
        question_set.questions,
        language=question_set.language,
        selection=selection,
        ignore=ignore,
        topics=question_set.topics,
        seed=seed,
        asked=Asked() if asked is None else asked,
        set_id=question_set.id,
    )


def lint_questions(
    questions: Iterable[Question],
    *,
    language: str | None = None,
    selection: Selection = ALL,
    ignore: Collection[str] = (),
    topics: Collection[str] = (),
) -> Iterator[Finding]:
    """Yield what the rules find in single questions, and in pairs of them, even if other questions of the set are
    missing. What a rule finds in the set as a whole is left out. ``topics`` are the topics that the set lists.
    """
    found = _lint(questions, language=language, selection=selection, ignore=ignore, topics=topics, asked=Asked())
    return (finding for finding in found if finding.question is not None)


_BATCH = 200
"""How many questions are checked together."""


def _lint(
    questions: Iterable[Question],
    *,
    language: str | None,
    selection: Selection,
    ignore: Collection[str],
    topics: Collection[str],
    asked: Asked,
    seed: Seed | None = None,
    set_id: str = "",
) -> Iterator[Finding]:
    selection, english = selection.without(ignore), is_english(language)
    suppressed = _suppressed_by_fact(seed)
    plans = plans_for(selection, english)
    questions = tuple(questions)
    learned = Learned(questions)
    batches = [_Batch(questions[at : at + _BATCH], learned) for at in range(0, len(questions), _BATCH)]
    matches: list[Match] = []

    processes = processes_for(len(questions))

    def lint(batch: _Batch) -> list[_PlacedFlaw]:
        # Only this process needs the items again: another one uses their memory for its next batch.
        items = batch.items if processes == 1 else batch.read()
        return _lint_batch(items, plans, suppressed)

    with divided(lint, batches, processes) as results:
        flaws: list[list[_PlacedFlaw]] = []
        for batch in batches:
            matches += asked.matches(set_id, batch.items)
            if processes == 1:  # what has just been computed is still in the processor's cache
                flaws.append(next(results))
        context = SetContext([item for batch in batches for item in batch.items], seed, ignore, matches, topics)
        # All that needs no results is done before the first of them is waited for.
        in_set = [(rule, flaw) for rule in selected(SetRule, selection, english) for flaw in rule.find(context)]
        for batch, found in zip(batches, chain(flaws, results), strict=True):
            for at, code, flaw in found:
                yield _finding(RULES[code], flaw, batch.questions[at])
    for rule, flaw in in_set:
        if flaw.question is None or not _is_suppressed(flaw.question, rule.code, suppressed):
            yield _finding(rule, flaw, flaw.question)


def lint_seed(
    seed: Seed,
    asked: Collection[str] | None = None,
    *,
    article: "Article | None" = None,
    selection: Selection = ALL,
) -> Iterator[Finding]:
    """Yield what the rules find in the facts.

    ``asked`` are the ids of the facts that the checked sets ask; None if no set is checked. ``article`` is the text
    that the facts cite, if it is available.
    """
    if seed.lint is not None:
        selection = selection.without(seed.lint.ignore)
    context = SeedContext(seed, asked, article)
    for rule in selected(SeedRule, selection, english=True):
        for flaw in rule.find(context):
            fact = seed.facts[flaw.at[1]] if flaw.at[:1] == ("facts",) and isinstance(flaw.at[1], int) else None
            if fact is None or fact.lint is None or rule.code not in fact.lint.ignore:
                yield _finding(rule, flaw)


class _Batch:
    """Questions that are checked together."""

    def __init__(self, questions: Sequence[Question], learned: Learned) -> None:
        self.questions = questions
        self.learned = learned

    @computed
    def items(self) -> list[Item]:
        """The questions as the rules see them."""
        return self.read()

    def read(self) -> list[Item]:
        """Return the questions as the rules see them, without keeping them."""
        return [Item(question, self.learned) for question in self.questions]


_PlacedFlaw = tuple[int, str, Flaw]
"""The index of a question in its batch, the code of a rule, and what the rule found in the question."""


def _lint_batch(
    items: Sequence[Item], plans: Mapping[Kind, Plan], suppressed: dict[str, frozenset[str]]
) -> list[_PlacedFlaw]:
    """Return what the rules find in ``items``, which they check one rule after another.

    A rule that checks many questions in a row takes half of the time that it takes if a hundred others run in between.
    """
    alike: dict[int, tuple[list[QuestionRule], list[int]]] = {}
    for at, item in enumerate(items):
        needed = plans[item.kind].rules_for(item)
        alike.setdefault(id(needed), (needed, []))[1].append(at)
    rules: dict[str, QuestionRule] = {}
    checked: dict[str, list[int]] = defaultdict(list)
    for needed, places in alike.values():
        for rule in needed:
            rules[rule.code] = rule
            checked[rule.code] += places
    found: list[_PlacedFlaw] = []
    for code in sorted(checked):
        find = rules[code].find
        for at in checked[code]:
            for flaw in find(items[at]):
                if not _is_suppressed(items[at].question, code, suppressed):
                    found.append((at, code, flaw))  # noqa: PERF401  # most questions have none
    return sorted(found, key=itemgetter(0))


def _finding(rule: Rule, flaw: Flaw, question: Question | None = None) -> Finding:
    return Finding(rule.code, flaw.message, flaw.help, flaw.at, question)


def _suppressed_by_fact(seed: Seed | None) -> dict[str, frozenset[str]]:
    """Return, by fact id, the codes that the fact or its seed suppresses for the questions made from the fact."""
    if seed is None:
        return {}
    in_seed = seed.lint.ignore if seed.lint is not None else ()
    return {fact.id: frozenset((*in_seed, *(fact.lint.ignore if fact.lint else ()))) for fact in seed.facts}


def _is_suppressed(question: Question, code: str, suppressed: dict[str, frozenset[str]]) -> bool:
    if question.lint is not None and code in question.lint.ignore:
        return True
    fact = question.fact
    # A hand-written question has its own suppressions, even if it tests a fact.
    return fact is not None and question.id.startswith(f"{fact}.") and code in suppressed.get(fact, ())
