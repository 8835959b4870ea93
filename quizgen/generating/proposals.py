"""Propose what a seed does not have yet: distractors, true/false statements, and order and matching questions.

Proposals only add what is missing. They never change what the author has written, including an explicit "none":
`distractors: []`, `true_false: false`, `orders: []` or `matches: []`.
"""

import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from random import Random

from quizgen.facts.model import EventOrder, RoleMatch, Seed, TrueFalse
from quizgen.facts.questions import questions_of
from quizgen.generating.balance import DISTRACTORS, Balance, Open
from quizgen.generating.distractors import Distractors
from quizgen.generating.event_orders import find_orders, why_no_order
from quizgen.generating.gaps import Gap, Place, Unstated, given_away, implausible, unstated
from quizgen.generating.role_matches import find_matches
from quizgen.guessing.report import guess_report
from quizgen.questions import ChoiceQuestion, Question

_FEW_CHOICES = 10
"""With fewer proposed choice questions, what the guessers get right is luck."""


@dataclass(frozen=True, slots=True)
class Proposals:
    """What could be added to a seed. Facts and asks are given by their indexes."""

    distractors: dict[Place, tuple[str, ...]]
    true_false: dict[int, TrueFalse]
    orders: tuple[EventOrder, ...]
    matches: tuple[RoleMatch, ...]
    unfilled: tuple[Gap, ...]
    unstated: tuple[Unstated, ...]
    """The facts for which no true/false statement is proposed, because no replacement for a mark is plausible."""
    unordered: str | None
    """Why no order question is proposed, although the seed has enough dated events."""
    drafts: int
    """How many facts were skipped because they are drafts (`todo: true`)."""

    def __bool__(self) -> bool:
        return bool(self.distractors or self.true_false or self.orders or self.matches)


def propose(seed: Seed, random_seed: int = 0, sentences: Sequence[str] = ()) -> Seed:
    """Return ``seed`` with proposals added; a different ``random_seed`` gives different proposals."""
    return _filled(seed, find_proposals(seed, random_seed, sentences))


def find_proposals(seed: Seed, random_seed: int = 0, sentences: Sequence[str] = ()) -> Proposals:
    """Find proposals for what ``seed`` does not have yet, and list what cannot be proposed.

    ``sentences`` are those of its text, which may say when people lived.
    """
    finder = Distractors(seed, sentences)
    candidates: dict[Place, tuple[str, ...]] = {}
    unfilled: list[Gap] = []
    for index, fact in enumerate(seed.facts):
        for number, ask in enumerate(fact.ask):
            if ask.distractors is not None or fact.todo:
                continue
            mark = fact.mark(ask.answer)
            wrong = finder.find(fact, mark)
            if len(wrong) >= DISTRACTORS:
                candidates[index, number] = wrong
            else:
                unfilled.append(implausible((index, number), fact, mark, len(wrong), finder))
    true_false = _true_false(seed, finder, random_seed)
    orders = find_orders(seed, sentences) if seed.orders is None else ()
    found = Proposals(
        {},
        true_false,
        orders,
        tuple(find_matches(seed, sentences)) if seed.matches is None else (),
        (),
        tuple(
            unstated(index, fact, finder)
            for index, fact in enumerate(seed.facts)
            if fact.true_false is None and not fact.todo and index not in true_false
        ),
        why_no_order(seed) if seed.orders is None and not orders else None,
        sum(fact.todo for fact in seed.facts),
    )
    distractors = _balanced(seed, found, candidates, random_seed, finder)
    for index, number in candidates.keys() - distractors.keys():
        fact = seed.facts[index]
        unfilled.append(given_away((index, number), finder.answer(fact, fact.mark(fact.ask[number].answer))))
    return replace(
        found, distractors=distractors, unfilled=tuple(sorted(unfilled, key=lambda gap: (gap.fact, gap.ask)))
    )


def _balanced(
    seed: Seed, found: Proposals, candidates: Mapping[Place, tuple[str, ...]], random_seed: int, finder: Distractors
) -> dict[Place, tuple[str, ...]]:
    """Choose distractors among the ``candidates``. Asks whose answer they would give away are left out."""
    places: dict[str, Place] = {}
    people: set[str] = set()
    for index, number in candidates:
        fact = seed.facts[index]
        name = f"{fact.id}.{fact.ask[number].answer}.choice"
        places[name] = index, number
        entity = finder.answer(fact, fact.mark(fact.ask[number].answer)).entity
        if entity is not None and entity.type == "person":
            people.add(name)
    others, open_questions = [], {}
    written: dict[tuple[str, str], str] = {}  # options are shown with their unit
    for question in questions_of(_filled(seed, replace(found, distractors=dict(candidates)))):
        if isinstance(question, ChoiceQuestion) and question.id in places:
            open_questions[question.id] = (question, question.distractors)
            for shown, text in zip(question.distractors, candidates[places[question.id]], strict=True):
                written[question.id, shown] = text
        else:
            others.append(question)
    options = [option for question, wrong in open_questions.values() for option in (question.answer, *wrong)]
    chosen = Balance(others, options).choose(open_questions, random_seed, frozenset(people))
    fair = _without_giveaways(chosen, open_questions, others)
    return {places[name]: tuple(written[name, shown] for shown in pair) for name, pair in fair.items()}


def _without_giveaways(
    chosen: Mapping[str, Sequence[str]], open_questions: Open, others: Sequence[Question]
) -> dict[str, Sequence[str]]:
    """Return ``chosen`` with other pairs for what ``check`` would call a giveaway, or without it if there are none."""
    found = dict(chosen)
    while len(found) >= _FEW_CHOICES and (given := _giveaways(found, open_questions, others)):
        name = min(given)
        pairs = combinations(open_questions[name][1], DISTRACTORS)
        tried = ({**found, name: pair} for pair in pairs)
        better = next((one for one in tried if _giveaways(one, open_questions, others) <= given - {name}), None)
        found = better if better is not None else {each: pair for each, pair in found.items() if each != name}
    return found


def _giveaways(chosen: Mapping[str, Sequence[str]], open_questions: Open, others: Sequence[Question]) -> frozenset[str]:
    """Return which of the ``chosen`` questions can be answered by guessing, with their distractors."""
    filled = [
        open_questions[name][0].model_copy(update={"distractors": tuple(pair), "options": ()})
        for name, pair in chosen.items()
    ]
    return frozenset(guess_report([*others, *filled]).giveaways) & chosen.keys()


def _filled(seed: Seed, found: Proposals) -> Seed:
    facts = tuple(
        fact.model_copy(
            update={
                "true_false": found.true_false.get(index, fact.true_false),
                "ask": tuple(
                    ask.model_copy(update={"distractors": found.distractors.get((index, number), ask.distractors)})
                    for number, ask in enumerate(fact.ask)
                ),
            }
        )
        for index, fact in enumerate(seed.facts)
    )
    return seed.model_copy(
        update={"facts": facts, "orders": found.orders or seed.orders, "matches": found.matches or seed.matches}
    )


def _true_false(seed: Seed, finder: Distractors, random_seed: int) -> dict[int, TrueFalse]:
    """Propose statements so that half of all in the seed are true, and half of those of each topic.

    A statement is proposed only if it could also be made false; otherwise all such statements would be true.
    """
    found: dict[int, TrueFalse] = {}
    written = [fact.true_false for fact in seed.facts if fact.true_false]
    true = sum(one.wrong is None for one in written)
    false = len(written) - true
    more_true: Counter[str] = Counter()
    """By topic, how many more of its statements are true than false."""
    for fact in seed.facts:
        if fact.true_false:
            more_true[fact.topic] += 1 if fact.true_false.wrong is None else -1
    names = {index: f"{random_seed}:{fact.id}.true-false" for index, fact in enumerate(seed.facts)}
    # In the order of the hashes, so that the author's order of facts shows no pattern of true and false.
    for index in sorted(names, key=lambda index: hashlib.sha256(names[index].encode()).digest()):
        fact = seed.facts[index]
        if fact.todo or fact.true_false is not None:
            continue
        marks = {mark.name: mark for mark in fact.marks}.values()
        wrong_for = ((mark, finder.replacement(fact, mark, names[index])) for mark in marks)
        possible = [(finder.preference(fact, mark), mark.name, wrong) for mark, wrong in wrong_for if wrong is not None]
        if not possible:
            continue
        first = min(possible)[0]
        swaps = [(name, wrong) for preference, name, wrong in possible if preference == first]
        rng = Random(names[index])
        mark_name, wrong = rng.choice(swaps)
        is_any = true < false or (true == false and rng.random() < 0.5)
        is_true = is_any if more_true[fact.topic] == 0 else more_true[fact.topic] < 0
        more_true[fact.topic] += 1 if is_true else -1
        true, false = true + is_true, false + (not is_true)
        found[index] = TrueFalse(mark=mark_name, wrong=None if is_true else wrong)
    return dict(sorted(found.items()))
