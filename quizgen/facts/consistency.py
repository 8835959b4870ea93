"""Find contradictions within a seed, such as correct answers among the distractors and unknown ids."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from quizgen.facts.answers import Answers, as_number
from quizgen.facts.points import own_points
from quizgen.questions.arranged import MAX_PAIRS, MAX_STEPS, MIN_PAIRS, MIN_STEPS, repeats
from quizgen.questions.codes import Code
from quizgen.questions.problem import DataPath, Problem
from quizgen.text.amounts import range_in_digits
from quizgen.text.folding import fold, fold_option, occurs_in
from quizgen.text.suggestions import closest

if TYPE_CHECKING:
    from quizgen.facts.model import Ask, Entity, EventOrder, Fact, RoleMatch, Seed, Source
    from quizgen.questions.marks import Mark


def seed_problems(seed: "Seed") -> Iterator[Problem]:
    """Yield the problems between the parts of ``seed``, from which parts with errors of their own may be missing."""
    yield from _quotes(seed.source, seed.facts)
    yield from _shared_names(seed.entities)
    answers = Answers(seed)
    points = {point for fact in seed.facts for point in own_points(fact)}
    for index, fact in enumerate(seed.facts):
        for problem in (*_marks(fact, answers), *_asks(fact, answers, points), *_true_false(fact, answers)):
            yield Problem(problem.code, problem.message, problem.help, ("facts", index, *problem.at))
    facts = {fact.id: fact for fact in seed.facts}
    for index, order in enumerate(seed.orders or ()):
        yield from _order(order, facts, ("orders", index))
    for index, match in enumerate(seed.matches or ()):
        yield from _match(match, seed.entities, ("matches", index))


def _quotes(source: "Source", facts: "Iterable[Fact]") -> Iterator[Problem]:
    if getattr(source, "text", "") is not None:  # a source with errors is an empty tuple
        return
    for index, fact in enumerate(facts):
        if fact.citation.quote is not None:
            yield Problem(
                Code.QUOTE_NOT_ALLOWED,
                f"fact {fact.id} has a `quote`, but the seed has no `source.text`",
                "if you have permission to share the text, add its path as `source.text`; if not, cite short `phrases` "
                "instead",
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
                    f"{name!r} is already a name of the entity {owner}",
                    _one_of_two(owner, entities[owner], key, entity),
                    ("entities", key),
                )


def _one_of_two(owner: str, first: "Entity", key: str, second: "Entity") -> str:
    """Return how to make one entity of two, which share a name, without losing a name."""
    known = {fold(name) for name in first.names}
    others = [name for name in second.names if fold(name) not in known]
    also = ""
    if others:
        from quizgen.text.yaml_scalars import flow

        also = f" and add its other names to {owner}: `aliases: {flow([*first.aliases, *others])}`"
    return (
        f"if {owner} and {key} are the same entity, delete {key}{also}; if not, reword or remove the shared name in "
        "one of the two"
    )


def _marks(fact: "Fact", answers: Answers) -> Iterator[Problem]:
    """Yield the marks that a question asks for, although they are certainly used for different answers."""
    names = {mark.name for mark in fact.marks}
    asked = {ask.answer for ask in fact.ask} | ({fact.true_false.mark} if fact.true_false else set())
    for name in sorted(names & asked):
        first = fact.mark(name)
        other = next((mark for mark in fact.marks if mark.name == name and _differ(first, mark, fact, answers)), None)
        if other is not None:
            message = f"the mark {name} is used for two different answers, {first.answer!r} and {other.answer!r}"
            free = next(number for number in range(1, len(names) + 2) if f"c{number}" not in names)
            help = f"change one of them to c{free}"
            if stem := next((ask.stem for ask in fact.ask if ask.answer == name), None):
                help += f"; keep {name} for the answer to {stem!r}"
            yield Problem(Code.MARK_NUMBER, message, help, ("statement",))


def _differ(one: "Mark", other: "Mark", fact: "Fact", answers: Answers) -> bool:
    """Return whether two answers name different entities or figures; other words may be forms of one answer."""
    entity, another = answers.of(fact, one).entity, answers.of(fact, other).entity
    if entity and another:
        return entity != another
    texts = fold(one.answer), fold(other.answer)
    if occurs_in(texts[0], texts[1]) or occurs_in(texts[1], texts[0]):
        return False
    return len({"".join(filter(str.isdigit, text)) for text in texts}) == 2


def _asks(fact: "Fact", answers: Answers, points: set[str]) -> Iterator[Problem]:
    for index, ask in enumerate(fact.ask):
        at: DataPath = ("ask", index)
        mark = fact.mark(ask.answer)
        if ask.point is not None and ask.point not in points:
            example = f", such as {min(points)}" if points else ""
            other = f"use the id of a point in this seed{example}, or remove `point`"
            help = closest(ask.point, sorted(points)) or other
            yield Problem(Code.UNKNOWN_POINT, f"unknown point {ask.point!r}", help, (*at, "point"))
        if ask.tolerance is not None and as_number(answers.of(fact, mark), ask).number is None:
            help = "remove `tolerance`, or mark only the number and write it in digits"
            if range_in_digits(mark.answer) is not None:
                help = "remove `tolerance`, or mark one number"
            message = f"the answer {mark.answer!r} is not a number, so it cannot have a tolerance"
            yield Problem(Code.TOLERANCE, message, help, (*at, "tolerance"))
        yield from _distractors(ask, (answers.of(fact, mark).key, *answers.names(fact, mark)), at)


def _distractors(ask: "Ask", correct: Sequence[str], at: DataPath) -> Iterator[Problem]:
    seen: dict[str, str] = {}
    for index, distractor in enumerate(ask.offered):
        here = (*at, "distractors", index)
        if problem := correct_distractor(distractor, correct, here):
            yield problem
        elif (first := seen.setdefault(fold_option(distractor), distractor)) is not distractor:
            yield Problem(Code.EQUAL_OPTIONS, f"two options have the same text: {first!r}", "remove one of them", here)


def _true_false(fact: "Fact", answers: Answers) -> Iterator[Problem]:
    if fact.true_false and fact.true_false.wrong is not None:
        mark = fact.mark(fact.true_false.mark)
        correct = (mark.answer, *answers.names(fact, mark))
        if problem := correct_distractor(fact.true_false.wrong, correct, ("true_false", "wrong")):
            yield problem


def correct_distractor(wrong: str, correct: Sequence[str], at: DataPath) -> Problem | None:
    """Return a problem at ``at`` if ``wrong`` is one of the ``correct`` answers, the first of which is the key."""
    key, folded = correct[0], fold_option(wrong)
    if folded == fold_option(key):
        message = f"the correct answer {key!r} is also listed as a wrong answer"
        return Problem(Code.KEY_IS_DISTRACTOR, message, "remove or replace the wrong answer", at)
    if any(folded == fold_option(name) for name in correct):
        message = f"{wrong!r} is another name for the correct answer {key!r}, so it is also correct"
        return Problem(Code.ALIAS_DISTRACTOR, message, "replace it with a wrong answer", at)
    return None


def _order(order: "EventOrder", facts: "dict[str, Fact]", at: DataPath) -> Iterator[Problem]:
    if not MIN_STEPS <= len(order.facts) <= MAX_STEPS:
        message = f"the order question {order.id!r} needs {MIN_STEPS} to {MAX_STEPS} facts; it has {len(order.facts)}"
        help = "add facts" if len(order.facts) < MIN_STEPS else "remove facts"
        yield Problem(Code.STEP_COUNT, message, help, (*at, "facts"))
    dated = []
    for index, name in enumerate(order.facts):
        fact = facts.get(name)
        if fact is None:
            help = closest(name, facts) or "use the id of a fact in this seed"
            yield Problem(Code.UNKNOWN_FACT, f"unknown fact {name!r}", help, (*at, "facts", index))
        elif fact.when is None:
            message = f"the fact {name} has no date, so it cannot be ordered"
            help = "add `when` to the fact, or remove the fact from this list"
            yield Problem(Code.NO_DATE, message, help, (*at, "facts", index))
        else:
            dated.append((fact.when.when.span, index, fact))
    for number, first in repeats(tuple(fact.when.event for _, _, fact in dated if fact.when)):
        message, here = f"two events have the same text: {first!r}", (*at, "facts", dated[number][1])
        yield Problem(Code.EQUAL_STEPS, message, "reword one of the two events", here)
    for (before, _, first_fact), (after, index, fact) in pairwise(sorted(dated, key=lambda item: item[:2])):
        if after[0] <= before[1]:
            yield Problem(
                Code.UNCLEAR_ORDER,
                f"the dates of {first_fact.id} and {fact.id} overlap, so their order is unclear",
                "remove one of the two facts from this list, or use more precise dates",
                (*at, "facts", index),
            )


def _match(match: "RoleMatch", entities: "dict[str, Entity]", at: DataPath) -> Iterator[Problem]:
    if not MIN_PAIRS <= len(match.entities) <= MAX_PAIRS:
        number = len(match.entities)
        message = f"the matching question {match.id!r} needs {MIN_PAIRS} to {MAX_PAIRS} entities; it has {number}"
        help = "add entities" if number < MIN_PAIRS else "remove entities"
        yield Problem(Code.PAIR_COUNT, message, help, (*at, "entities"))
    roles: list[tuple[str, int]] = []
    for index, name in enumerate(match.entities):
        entity = entities.get(name)
        if entity is None:
            help = closest(name, entities) or "use the id of an entity in this seed"
            yield Problem(Code.UNKNOWN_ENTITY, f"unknown entity {name!r}", help, (*at, "entities", index))
        elif entity.role is None:
            message = f"the entity {name} has no role to match it with"
            help = "add a `role` to the entity, or remove the entity from this list"
            yield Problem(Code.NO_ROLE, message, help, (*at, "entities", index))
        else:
            roles.append((entity.role, index))
    for number, first in repeats(tuple(role for role, _ in roles)):
        help = "a role can match only one entity; reword one role, or remove one of the entities from this list"
        message, here = f"two roles have the same text: {first!r}", (*at, "entities", roles[number][1])
        yield Problem(Code.EQUAL_SIDES, message, help, here)
    names = tuple(name for name in match.entities if name in entities)
    for _, name in repeats(names):
        message = f"the entity {name} is listed twice"
        yield Problem(Code.EQUAL_SIDES, message, "remove one of the two entries", (*at, "entities"))
