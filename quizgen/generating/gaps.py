"""Say why nothing is proposed for a question or a statement, and what the author can do about it."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from quizgen.facts.answers import Answer
from quizgen.facts.model import Entity, Fact
from quizgen.generating.asked import Excluded
from quizgen.generating.balance import DISTRACTORS
from quizgen.generating.bounds import follows_from_another, value_of
from quizgen.generating.distractors import Distractors
from quizgen.generating.lookalikes import Lookalikes, may_be_confused
from quizgen.questions.marks import Mark
from quizgen.text.plurals import count

Place = tuple[int, int]
"""The indexes of a fact and of its ask."""
_MOST_NAMED = 12
"""Of more entities, nobody wants to read why each was not taken, and naming some would seem to be all."""
_PLURALS = {"is": "are", "has": "have", "does": "do"}
_OR_NONE = "or write `distractors: []` to leave out the choice question"


@dataclass(frozen=True, slots=True)
class Gap:
    """An ask for which no distractors are proposed: the index of its fact, its own, the reason, and what helps."""

    fact: int
    ask: int
    message: str
    help: str


@dataclass(frozen=True, slots=True)
class Unstated:
    """A fact for which no true/false statement is proposed: its index, and why nothing can be replaced in it."""

    fact: int
    help: str


def implausible(place: Place, fact: Fact, mark: Mark, found: int, finder: Distractors) -> Gap:
    """Return the gap at ``place``, for whose answer ``mark`` the ``found`` distractors are too few."""
    answer = finder.answer(fact, mark)
    if (why := finder.lookalikes.why_unsafe(fact, mark)) is not None:
        left = finder.lookalikes.not_named(fact, mark)
        if answer.entity is not None and answer.entity.group is not None and len(left) < DISTRACTORS:
            others = f"only {left[0].name}" if left else "none"
            why = f"{others} of the group {answer.entity.group!r} is left, besides those in the statement or the stem"
        return Gap(*place, "no plausible distractors", f"{why}; write your own `distractors`, {_OR_NONE}")
    if answer.entity is not None:
        return Gap(*place, "no plausible distractors", _for_entity(answer.entity, fact, mark, found, finder.lookalikes))
    ask = fact.ask_for(mark)
    if finder.is_limit_asked(fact, mark):
        help = (
            "the stem asks only for a limit, so one of the options would be right for every number; ask for the number "
            f"itself, {_OR_NONE}"
        )
    elif (around := finder.events_around(fact, mark)) is not None:
        help = (
            f"related facts are from {around.after} and {around.before}, which leaves too few dates between them; "
            f"write your own `distractors`, {_OR_NONE}"
        )
    elif found:
        help = (
            f"only {count(found, 'wrong option')} can be derived from the answer {answer.text!r}; write your own "
            f"`distractors`, {_OR_NONE}"
        )
    elif ask is not None and follows_from_another(answer.text, ask.stem):
        help = (
            f"the answer {answer.text!r} can be worked out from a number in the stem; remove that number, "
            f"write your own `distractors`, {_OR_NONE}"
        )
    elif finder.has_near_values(fact, mark):
        help = (
            f"every number or date close to the answer {answer.text!r} might also be correct; write your own "
            f"`distractors`, {_OR_NONE}"
        )
    elif answer.number is not None or answer.date is not None or value_of(answer.text) is not None:
        help = (
            f"no plausible number or date can be derived from the answer {answer.text!r}; write your own "
            f"`distractors`, {_OR_NONE}"
        )
    else:
        help = (
            f"no distractors can be proposed, because the answer {answer.text!r} is not an entity, number or date; "
            f"write two plausible wrong answers under `distractors`, {_OR_NONE}"
        )
    return Gap(*place, "no plausible distractors", help)


def given_away(place: Place, answer: Answer) -> Gap:
    """Return the gap at ``place``, for whose ``answer`` any distractors would show that it is the key."""
    help = f"write your own `distractors`, {_OR_NONE}"
    if (entity := answer.entity) is not None:
        help = (
            f"write your own `distractors`, or add {count(DISTRACTORS, 'entity', 'entities')} of type {entity.type!r}"
            f"{_in_group(entity)} that are named in the text and are not answers to other questions"
        )
    return Gap(*place, "any distractors from this seed would give away the answer", help)


def unstated(index: int, fact: Fact, finder: Distractors) -> Unstated:
    """Return why no answer of ``fact``, the one at ``index``, can be replaced by a wrong one."""
    reasons = dict.fromkeys(finder.why_not_replaced(fact, mark) for mark in fact.marks)
    return Unstated(
        index,
        f"{'; '.join(reasons)}; write your own `true_false`, or write `true_false: false` to leave out the question",
    )


def _for_entity(entity: Entity, fact: Fact, mark: Mark, found: int, lookalikes: Lookalikes) -> str:
    """Return what helps: only what leads to a proposal, or to a reason that is no longer true, if it is done."""
    if entity.group is None and lookalikes.possible(fact, mark, of_any_group=True) >= DISTRACTORS:
        return (
            f"write your own `distractors`, or give the same `group` to {entity.name!r} and to the entities that could "
            f"be confused with {entity.name!r}"
        )
    excluding, naming = lookalikes.excluding_words(fact, mark), lookalikes.naming_words(fact, mark)
    words = " ".join(dict.fromkeys((*excluding, *naming)))
    ways: list[str] = []
    if excluding and not naming and lookalikes.possible(fact, mark, with_role=words) >= DISTRACTORS:
        ways.append(f"add {words!r} to the `role` of each entity{_of_group(entity)} that {words!r} describes")
    if words and lookalikes.possible(fact, mark, without=words.split()) >= DISTRACTORS:
        ways.append(f"remove {words!r} from the stem")
    if ways and not naming:
        return ", ".join(["write your own `distractors`", *ways[:-1], f"or {ways[-1]}"])
    excluded = lookalikes.excluded(fact, mark)
    others = lookalikes.of_other_times(fact, mark)
    if others and {one.name for one in excluded} <= {one.name for one in others} and len(others) <= _MOST_NAMED:
        people, names = count(DISTRACTORS - found, "person", "people"), ", ".join(one.name for one in others)
        return (
            f"{'another person' if len(others) == 1 else 'other people'}{_of_group(entity) or ' in this seed'} lived "
            f"at a different time ({names}); write your own `distractors` (which do not have to be named in the text), "
            f"or add {people} named in the text who lived at the same time as {entity.name}"
        )
    lacking = DISTRACTORS - found
    missing = count(lacking, "entity", "entities")
    them, each = ("it", "it") if lacking == 1 else ("them", "each")
    needs = dict.fromkeys(["be named in the text", *(need for one in excluded for need in one.needs)])
    listed = _reasons(excluded) if len(excluded) <= _MOST_NAMED else ""
    group = _in_group(entity) if may_be_confused(entity) else f" and put {them} in the same `group` as {entity.name!r}"
    ways = ["write your own `distractors`", *ways]
    return (
        f"{f'existing entities do not fit ({listed}); ' if listed else ''}{', '.join(ways)}, or add {missing} of type "
        f"{entity.type!r}{group}; {each} must {_all_of(needs)}"
    )


def _reasons(excluded: Iterable[Excluded]) -> str:
    """Return why each of ``excluded`` does not fit, those together for which the reason is the same."""
    names: dict[str, list[str]] = defaultdict(list)
    for one in excluded:
        names[one.why].append(one.name)
    return "; ".join(f"{_all_of(each)} {why if len(each) == 1 else _of_several(why)}" for why, each in names.items())


def _of_several(why: str) -> str:
    """Return the reason ``why`` one entity does not fit as that for several: "are not known as …"."""
    verb, _, rest = why.partition(" ")
    return f"{_PLURALS.get(verb, verb)} {rest.replace('its name', 'their names')}"


def _all_of(needs: Iterable[str]) -> str:
    *others, last = needs
    return f"{', '.join(others)}{',' if len(others) > 1 else ''}{' and ' if others else ''}{last}"


def _of_group(entity: Entity) -> str:
    return f" in the group {entity.group!r}" if entity.group is not None else ""


def _in_group(entity: Entity) -> str:
    return f" and group {entity.group!r}" if entity.group is not None else ""
