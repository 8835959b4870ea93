"""What a seed says in two places that do not agree: distractors that are correct, references to nothing."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.facts.answers import Answers
from quizgen.facts.points import own_points
from quizgen.questions.arranged import MAX_PAIRS, MAX_STEPS, MIN_PAIRS, MIN_STEPS, repeats
from quizgen.questions.codes import Code
from quizgen.questions.problem import Problem
from quizgen.text.folding import fold, fold_option
from quizgen.text.plurals import count

if TYPE_CHECKING:
    from quizgen.facts.model import Ask, Entity, EventOrder, Fact, RoleMatch, Seed, Source

_DataPath = tuple[str | int, ...]


def seed_problems(seed: "Seed") -> Iterator[Problem]:
    """Yield everything in ``seed`` that its parts cannot see by themselves."""
    yield from _quotes(seed.source, seed.facts)
    yield from _shared_names(seed.entities)
    answers = Answers(seed)
    points = {point for fact in seed.facts for point in own_points(fact)}
    for index, fact in enumerate(seed.facts):
        for problem in (*_asks(fact, answers, points), *_true_false(fact, answers)):
            yield Problem(problem.code, problem.message, problem.help, ("facts", index, *problem.at))
    facts = {fact.id: fact for fact in seed.facts}
    for index, order in enumerate(seed.orders or ()):
        yield from _order(order, facts, ("orders", index))
    for index, match in enumerate(seed.matches or ()):
        yield from _match(match, seed.entities, ("matches", index))


def _quotes(source: "Source", facts: "Iterable[Fact]") -> Iterator[Problem]:
    if source.text is not None:
        return
    for index, fact in enumerate(facts):
        if fact.citation.quote is not None:
            yield Problem(
                Code.QUOTE_NOT_ALLOWED,
                f"fact {fact.id} quotes a text that the seed does not name",
                "name the text under source.text if it may be shared, or else cite it with short `phrases`",
                ("facts", index, "citation", "quote"),
            )


def _shared_names(entities: "dict[str, Entity]") -> Iterator[Problem]:
    owners: dict[str, str] = {}
    for key, entity in entities.items():
        for name in entity.names:
            owner = owners.setdefault(fold(name), key)
            if owner != key:
                yield Problem(
                    Code.ALIAS_TWICE,
                    f"{name!r} is already a name of {owner}",
                    "a name can belong to one entity only; remove it from the other",
                    ("entities", key),
                )


def _asks(fact: "Fact", answers: Answers, points: set[str]) -> Iterator[Problem]:
    for index, ask in enumerate(fact.ask):
        at: _DataPath = ("ask", index)
        mark = fact.mark(ask.answer)
        if ask.point is not None and ask.point not in points:
            help = "name the mark of a fact, such as longest.c1, or remove `point`"
            yield Problem(Code.UNKNOWN_POINT, f"there is no point {ask.point!r}", help, (*at, "point"))
        if ask.tolerance is not None and answers.of(fact, mark).number is None:
            help = "remove `tolerance`, or mark only the number, in digits"
            message = f"the answer {mark.answer!r} is not a number, so it cannot have a tolerance"
            yield Problem(Code.TOLERANCE, message, help, (*at, "tolerance"))
        yield from _distractors(ask, (answers.of(fact, mark).key, *answers.names(fact, mark)), at)


def _distractors(ask: "Ask", correct: Sequence[str], at: _DataPath) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for place, distractor in enumerate(ask.offered):
        here = (*at, "distractors", place)
        if problem := _is_correct(distractor, correct, here):
            yield problem
        elif (first := seen.setdefault(fold_option(distractor), distractor)) is not distractor:
            yield Problem(Code.EQUAL_OPTIONS, f"two options read the same: {first!r}", "remove one of them", here)


def _true_false(fact: "Fact", answers: Answers) -> Iterator[Problem]:
    if fact.true_false and fact.true_false.wrong is not None:
        mark = fact.mark(fact.true_false.mark)
        correct = (mark.answer, *answers.names(fact, mark))
        if problem := _is_correct(fact.true_false.wrong, correct, ("true_false", "wrong")):
            yield problem


def _is_correct(wrong: str, correct: Sequence[str], at: _DataPath) -> Problem | None:
    """Say so if ``wrong`` is one of the ``correct`` answers; the first of them is the key."""
    key, folded = correct[0], fold_option(wrong)
    if folded == fold_option(key):
        message = f"the correct answer {key!r} is also listed as a wrong one"
        return Problem(Code.KEY_IS_DISTRACTOR, message, "remove it or replace it", at)
    if any(folded == fold_option(name) for name in correct):
        message = f"{wrong!r} is another name of the correct answer {key!r}, so it is not wrong"
        return Problem(Code.ALIAS_DISTRACTOR, message, "replace it with something wrong", at)
    return None


def _order(order: "EventOrder", facts: "dict[str, Fact]", at: _DataPath) -> Iterator[Problem]:
    if not MIN_STEPS <= len(order.facts) <= MAX_STEPS:
        message = f"the order question {order.id} has {count(len(order.facts), 'fact')}"
        yield Problem(Code.STEP_COUNT, message, f"give between {MIN_STEPS} and {MAX_STEPS}", (*at, "facts"))
    dated = []
    for place, name in enumerate(order.facts):
        fact = facts.get(name)
        if fact is None:
            help = "name facts of this seed"
            yield Problem(Code.UNKNOWN_FACT, f"the seed has no fact {name!r}", help, (*at, "facts", place))
        elif fact.when is None:
            message = f"the fact {name} has no date, so it cannot be put in order"
            yield Problem(Code.NO_DATE, message, "give it a `when`, or remove it here", (*at, "facts", place))
        else:
            dated.append((fact.when.when.span, place, fact))
    for place, first in repeats(tuple(fact.when.event for _, _, fact in dated if fact.when)):
        yield Problem(
            Code.EQUAL_STEPS, f"two events read the same: {first!r}", "reword one", (*at, "facts", dated[place][1])
        )
    for (before, _, first_fact), (after, place, fact) in pairwise(sorted(dated, key=lambda item: item[:2])):
        if after[0] <= before[1]:
            yield Problem(
                Code.UNCLEAR_ORDER,
                f"the dates of {first_fact.id} and {fact.id} overlap, so their order is not certain",
                "remove one of them, or date them more precisely",
                (*at, "facts", place),
            )


def _match(match: "RoleMatch", entities: "dict[str, Entity]", at: _DataPath) -> Iterator[Problem]:
    if not MIN_PAIRS <= len(match.entities) <= MAX_PAIRS:
        message = f"the matching question {match.id} has {count(len(match.entities), 'entity', 'entities')}"
        yield Problem(Code.PAIR_COUNT, message, f"give between {MIN_PAIRS} and {MAX_PAIRS}", (*at, "entities"))
    roles: list[tuple[str, int]] = []
    for place, name in enumerate(match.entities):
        entity = entities.get(name)
        if entity is None:
            help = "name entities of this seed, by their ids"
            yield Problem(Code.UNKNOWN_ENTITY, f"the seed has no entity {name!r}", help, (*at, "entities", place))
        elif entity.role is None:
            message = f"the entity {name} has no role to be matched with"
            yield Problem(Code.NO_ROLE, message, "give it a `role`, or remove it here", (*at, "entities", place))
        else:
            roles.append((entity.role, place))
    for index, first in repeats(tuple(role for role, _ in roles)):
        help = "a role can match one entity only; reword one, or remove the entity here"
        yield Problem(Code.EQUAL_SIDES, f"two roles read the same: {first!r}", help, (*at, "entities", roles[index][1]))
    names = tuple(name for name in match.entities if name in entities)
    for _, name in repeats(names):
        yield Problem(Code.EQUAL_SIDES, f"the entity {name} is listed twice", "remove it once", (*at, "entities"))
