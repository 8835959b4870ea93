"""Build the questions of a seed: exactly those that its author wrote or accepted.

A question's id is made of the fact's id, the mark and the kind, so rewording does not change it.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from itertools import pairwise
from typing import Any, Literal

from quizgen.facts.answers import Answer, Answers, as_number
from quizgen.facts.model import Ask, Dated, EventOrder, Fact, RoleMatch, Seed
from quizgen.facts.points import point_of, priority_of
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.decidable import is_crowded, is_decidable
from quizgen.questions.distractor import Distractor
from quizgen.questions.marks import Mark, blanked, find_marks, given_away, replaced, unmarked
from quizgen.text.amounts import is_bare_amount, parse_amount, range_in_digits
from quizgen.text.currencies import CURRENCY_SIGNS
from quizgen.text.folding import fold, occurs_in
from quizgen.text.lazy_pattern import lazy_pattern

SeedKind = Literal["card", "cloze", "choice", "true_false", "short", "number", "order", "match"]
"""A kind of question that facts can give."""
SEED_KINDS: tuple[SeedKind, ...] = ("card", "cloze", "choice", "true_false", "short", "number", "order", "match")

BLANK_WORDS = 3
"""Longest answer, in words, that becomes a blank if it is not an entity, date or number. A longer one could be worded
in too many ways."""

TOLERANCE, TOLERANCE_OF_SHARES = "10%", "5%"
"""How far a typed number may be from a figure that the statement calls approximate, unless the author says so."""
_APPROXIMATE = lazy_pattern(
    r"\b(?:about|around|roughly|approximately|some|nearly|almost|circa|an estimated)(?: (?:the|an?))?"
    rf" [{CURRENCY_SIGNS}]?$",
    re.IGNORECASE,
)
_APPOSED = lazy_pattern(r"\w, an? $")
_IN = lazy_pattern(r",? (?:in|at|on) (?:the )?$")
_ACCORDING = lazy_pattern(r"\baccording to\b", re.IGNORECASE)
_SHARE = lazy_pattern(r"%|per ?cent")
_PERCENTAGE = lazy_pattern(r"\b(?:percentage|per ?cent)\b", re.IGNORECASE)


def questions_of(seed: Seed, kinds: Collection[str] = SEED_KINDS) -> tuple[Question, ...]:
    """Return the questions of ``seed`` of the given ``kinds``: those on single facts first, in order."""
    answers = Answers(seed)
    blanks = _blanks_of(seed, answers)
    made: list[Question] = []
    for fact in seed.facts:
        made += _cloze(fact, blanks[fact.id], answers)
        for ask in fact.ask:
            made += _asked(fact, ask, answers)
        made += _true_false(fact)
    facts = {fact.id: fact for fact in seed.facts}
    made += (_order(order, facts) for order in seed.orders or ())
    made += (_match(match, seed) for match in seed.matches or ())
    return tuple(question for question in made if question.kind in kinds)


def attributed(fact: Fact, statement: str) -> str:
    """Return ``statement`` with its attribution, unless the fact already says who claims it.

    It is added at the end, so that the first word keeps its capitalization.
    """
    who = fact.attribution
    if who is None or fold(who) in fold(fact.plain) or _ACCORDING.search(fact.plain) is not None:
        return statement
    if any(occurs_in(fold(mark.answer), fold(who)) for mark in fact.marks):
        return statement  # a shorter form of the name is an answer, so adding the full name could give it away
    return f"{statement.rstrip('.')}, according to {who}."


def _of_fact(fact: Fact) -> dict[str, Any]:
    return {
        "topic": fact.topic,
        "fact": fact.id,
        "citation": fact.citation,
        "attribution": fact.attribution,
        "tags": fact.tags,
    }


def _blanks_of(seed: Seed, answers: Answers) -> dict[str, dict[str, Mark]]:
    """Return the blanks of each fact; if those of two facts leave the same text, each shows one of its names."""
    found = {fact.id: _fair_blanks(fact, answers) for fact in seed.facts}
    kept = {fact.id: unmarked(fact.statement, keep=found[fact.id]) for fact in seed.facts}
    texts = {name: fold(blanked(text, find_marks(text))) for name, text in kept.items()}
    counts = Counter(texts.values())
    for fact in seed.facts:
        if counts[texts[fact.id]] > 1 and len(found[fact.id]) > 1:
            _show_one(fact, found[fact.id], answers)
    return found


def _fair_blanks(fact: Fact, answers: Answers) -> dict[str, Mark]:
    """Return the marks of ``fact`` by name that can fairly be typed; other answers are shown."""
    if not fact.cloze:
        return {}
    blanks = {mark.name: mark for mark in fact.marks if _can_be_blank(fact, mark, answers)}
    for name in _undecided(fact, blanks, answers):
        if len(blanks) > 1:
            blanks.pop(name, None)
    shown = -1
    while shown != (shown := len(fact.marks) - len(blanks)):
        _show_until_decidable(fact, blanks, answers)
        # A shown answer may give away a blank, which must then be shown too.
        while given := given_away(unmarked(fact.statement, keep=blanks)):
            for mark in given:
                blanks.pop(mark.name, None)
    return blanks


def _undecided(fact: Fact, blanks: Mapping[str, Mark], answers: Answers) -> Iterator[str]:
    """Yield the names of ``blanks`` next to others that show too little of what belongs in them.

    Many words fit the first blank of "Ida Lund, a ____, was born in ____", and nobody sees which of those in "It was
    founded in ____ in ____" is for the year.
    """
    marks = [mark for mark in fact.marks if mark.name in blanks]
    for mark in marks:
        before, after = unmarked(fact.statement[: mark.start]), fact.statement[mark.end :]
        if mark.answer.islower() and _APPOSED.search(before) is not None and after.startswith(","):
            yield mark.name
    for first, second in pairwise(marks):
        between = unmarked(fact.statement[first.end : second.start])
        dated = [answers.of(fact, mark).date is not None for mark in (first, second)]
        is_alike = _IN.fullmatch(between) is not None and _IN.search(fact.statement[: first.start]) is not None
        if is_alike and any(dated) and not all(dated):
            yield (second if dated[0] else first).name


def _cloze(fact: Fact, blanks: Mapping[str, Mark], answers: Answers) -> Iterator[ClozeQuestion]:
    if not blanks:
        return
    yield ClozeQuestion(
        id=f"{fact.id}.cloze",
        kind="cloze",
        text=attributed(fact, unmarked(fact.statement, keep=blanks)),
        accept={name: others for name, mark in blanks.items() if (others := _others(mark.answer, fact, mark, answers))},
        explanation=fact.explanation,
        point=tuple(dict.fromkeys(point_of(fact, mark) for mark in blanks.values())),
        priority="core" if "core" in {priority_of(fact, mark) for mark in blanks.values()} else "detail",
        **_of_fact(fact),
    )


def _show_until_decidable(fact: Fact, blanks: dict[str, Mark], answers: Answers) -> None:
    """Remove names from ``blanks``, which are then shown, until the rest of the statement decides each blank left.

    They are also removed as long as the blanks are too many for the statement.

    In "Danton was guillotined on 5 April 1794", with the date hidden, one answer fits; with the name hidden, many do.
    """
    while len(blanks) > 1:
        text = attributed(fact, unmarked(fact.statement, keep=blanks))
        if is_decidable(text) and not is_crowded(text):
            return
        _show_one(fact, blanks, answers)


def _show_one(fact: Fact, blanks: dict[str, Mark], answers: Answers) -> None:
    """Remove the first name from ``blanks``, or else the first of all."""
    del blanks[next((name for name, mark in blanks.items() if answers.of(fact, mark).entity), next(iter(blanks)))]


def _can_be_blank(fact: Fact, mark: Mark, answers: Answers) -> bool:
    ask = fact.ask_for(mark)
    answer = answers.of(fact, mark)
    known = answer.entity or answer.date or answer.number is not None
    return (ask is None or ask.typed) and bool(known or len(mark.answer.split()) <= BLANK_WORDS)


def _others(best: str, fact: Fact, mark: Mark, answers: Answers, *, also: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the correct answers for ``mark`` other than ``best``, and what is ``also`` correct."""
    names = (*answers.names(fact, mark), *also)
    return tuple(dict.fromkeys(name for name in names if fold(name) != fold(best)))


def _in_digits(answer: Answer, ask: Ask) -> tuple[str, ...]:
    """Return ``answer`` in digits, without and with its unit, if it is a range in words."""
    written = range_in_digits(answer.text) if answer.entity is None and answer.date is None else None
    if written is None or written == answer.text:
        return ()
    return (written,) if ask.unit is None else (written, _joined(written, ask.unit))


def _asked(fact: Fact, ask: Ask, answers: Answers) -> Iterator[Question]:
    mark = fact.mark(ask.answer)
    answer = as_number(answers.of(fact, mark), ask)
    common: dict[str, Any] = {
        "stem": ask.stem,
        "explanation": fact.explanation or attributed(fact, fact.plain),
        "point": (point_of(fact, mark),),
        "priority": priority_of(fact, mark),
        **_of_fact(fact),
    }
    # A hint that helps to recall an answer often picks it out of the options, so a choice question has none.
    recalled = {**common, "hint": ask.hint}
    name = f"{fact.id}.{mark.name}"
    yield CardQuestion(id=f"{name}.card", kind="card", answer=ask.reply or _with_unit(answer, ask), **recalled)
    if ask.typed and answer.number is not None:
        yield NumberQuestion(
            id=f"{name}.number",
            kind="number",
            answer=answer.number,
            unit=answer.unit,
            tolerance=ask.tolerance or usual_tolerance(fact, mark, answer),
            **recalled,
        )
    elif ask.typed:
        yield ShortQuestion(
            id=f"{name}.short",
            kind="short",
            answer=(best := answer.key if answer.entity is not None else _with_unit(answer, ask)),
            accept=_others(best, fact, mark, answers, also=_in_digits(answer, ask)),
            type=answer.entity.type if answer.entity else "date" if answer.date else "text",
            **recalled,
        )
    if len(ask.offered) >= 2:
        key, *offered = _options(answer, ask)
        yield ChoiceQuestion(
            id=f"{name}.choice",
            kind="choice",
            answer=key,
            distractors=tuple(offered),
            **common,
        )


def _options(answer: Answer, ask: Ask) -> list[str]:
    """Return the key and the distractors, numbers with their unit unless the stem names it: "How many hours …?"."""
    options = [answer.key, *ask.offered]
    if ask.unit is None or _is_unit_asked(ask.unit, ask.stem):
        return options
    if not all(parse_amount(option) is not None or is_bare_amount(option) for option in options):
        return options
    return [option if _ends_with_unit(option, ask.unit) else _with_words(option, ask.unit) for option in options]


def _is_unit_asked(unit: str, stem: str) -> bool:
    """Return whether ``stem`` names the ``unit`` of its answer: "How many hours", "What percentage"."""
    return occurs_in(fold(unit), fold(stem)) or (
        _SHARE.match(unit) is not None and _PERCENTAGE.search(stem) is not None
    )


def _with_words(option: str, unit: str) -> str:
    """Return ``option`` with ``unit``, and with the feedback and share that the author wrote for it."""
    text = _joined(option, unit)
    return Distractor(text, option.feedback, option.share) if isinstance(option, Distractor) else text


def usual_tolerance(fact: Fact, mark: Mark, answer: Answer) -> str | None:
    """Return a tolerance for a figure that the statement calls approximate: "about 380,000 km"."""
    if not _APPROXIMATE.search(unmarked(fact.statement[: mark.start])):
        return None
    is_share = answer.unit is not None and _SHARE.match(answer.unit) is not None
    return TOLERANCE_OF_SHARES if is_share else TOLERANCE


def _with_unit(answer: Answer, ask: Ask) -> str:
    is_amount = answer.number is not None or (answer.entity is None and is_bare_amount(answer.text))
    if not is_amount or ask.unit is None or _ends_with_unit(answer.text, ask.unit):
        return answer.text
    return _joined(answer.text, ask.unit)


def _ends_with_unit(text: str, unit: str) -> bool:
    return fold(text).endswith(fold(unit))


def _joined(number: str, unit: str) -> str:
    return f"{number}{'' if unit == '%' else ' '}{unit}"


def _true_false(fact: Fact) -> Iterator[TrueFalseQuestion]:
    if not fact.true_false:
        return
    mark, wrong = fact.mark(fact.true_false.mark), fact.true_false.wrong
    explanation, origin = fact.explanation, _of_fact(fact)  # a true statement is not repeated
    if wrong is not None:
        truth = attributed(fact, fact.plain)
        explanation = f"{truth} {fact.explanation}" if fact.explanation else truth
        origin["attribution"] = None  # nobody claims the false statement
    yield TrueFalseQuestion(
        id=f"{fact.id}.true-false",
        kind="true_false",
        stem=attributed(fact, fact.plain if wrong is None else replaced(fact.statement, mark, wrong)),
        answer=wrong is None,
        explanation=explanation,
        point=(point_of(fact, mark),),
        priority=priority_of(fact, mark),
        **origin,
    )


def _order(order: EventOrder, facts: dict[str, Fact]) -> OrderQuestion:
    dated = [(fact.when.when, fact, fact.when) for fact in map(facts.__getitem__, order.facts) if fact.when is not None]
    dated.sort(key=lambda item: item[0].span)
    dates = "; ".join(f"{date}: {when.event}" for date, _, when in dated)
    claims = "".join(_claimed(fact, when) for _, fact, when in dated)
    return OrderQuestion(
        id=f"{order.id}.order",
        kind="order",
        stem=order.stem,
        steps=tuple(when.event for _, _, when in dated),
        topic=order.topic,
        explanation=order.explanation or f"{dates}.{claims}",
        facts=order.facts,
        point=(f"{order.id}.order",),
        priority=order.priority,
    )


def _claimed(fact: Fact, when: Dated) -> str:
    """Return who claims that something happened ``when`` it did, unless the event names them."""
    if not fact.attribution or occurs_in(fold(fact.attribution), fold(when.event)):
        return ""
    return f" ({when.when}: according to {fact.attribution}.)"


def _match(match: RoleMatch, seed: Seed) -> MatchQuestion:
    pairs = tuple((entity.name, entity.role or "") for entity in map(seed.entities.__getitem__, match.entities))
    return MatchQuestion(
        id=f"{match.id}.match",
        kind="match",
        stem=match.stem,
        pairs=pairs,
        topic=match.topic,
        explanation=match.explanation,
        point=(f"{match.id}.match",),
        priority=match.priority,
    )
