"""Facts become questions. One function a kind; ids hang on the fact's id, the mark and the kind, never on the wording.

Nothing here depends on anything but the facts and the seed, so the same facts and seed give the same questions.
"""

import hashlib
import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from quizgen.facts.distractors import Distractors
from quizgen.facts.model import Ask, Fact, Seed
from quizgen.facts.timeline import match_questions, order_questions
from quizgen.questions import (
    ChoiceQuestion,
    ClozeQuestion,
    NumberQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.questions.marks import Mark, given_away, replaced, unmarked
from quizgen.text.dates import parse_date
from quizgen.text.folding import fold, stands_in
from quizgen.text.numbers import find_quantity

OPTIONS = 4
"""Options of a generated choice question, when so many can be found; three are enough."""
TYPED_WORDS = 3
"""An answer of more words than this is not asked to be typed, for there are too many right ways to say it."""

_TO_THE_UPPER_END = re.compile(r"(?:to|-|–)\s*\d[\d.,]*\s*")


def generate(seed: Seed, kinds: Collection[str], number: int = 0) -> tuple[Question, ...]:
    """All questions of ``kinds`` that the facts give, in the facts' order, those on several facts last.

    ``number`` is the seed of whatever is chosen (which wrong option, which statement is made false).
    """
    finder = Distractors(seed)
    questions: list[Question] = []
    for fact in seed.facts:
        made = (*_cloze(fact, finder), *_asked(fact, finder, number), *_true_false(fact, finder, number))
        questions += (question for question in made if question.kind in kinds)
    if "order" in kinds:
        questions += order_questions(seed)
    if "match" in kinds:
        questions += match_questions(seed)
    return tuple(questions)


def attributed(fact: Fact, statement: str) -> str:
    """``statement`` with the name of whoever claims it, unless it names them itself.

    The name comes last, so that no word's capital has to be guessed.
    """
    who = fact.attribution
    if who is None or fold(who) in fold(fact.plain):
        return statement
    if any(stands_in(fold(mark.answer), fold(who)) for mark in fact.marks):
        return statement  # it names them by a shorter name, which may be what a blank asks for
    return f"{statement.rstrip('.')}, according to {who}."


def _cloze(fact: Fact, finder: Distractors) -> Iterator[ClozeQuestion]:
    """Blank every answer that can fairly be typed; the others stay in the open."""
    asked = {mark.name: mark for mark in fact.marks if _can_be_typed(fact, mark, finder)}
    # An answer that stays in the open may give away a blank, which then has to be opened too.
    while told := given_away(unmarked(fact.statement, keep=asked)):
        for mark in told:
            asked.pop(mark.name, None)
    if not asked:
        return
    accept = {name: names for name, mark in asked.items() if (names := _accepted(fact, mark, finder))}
    yield ClozeQuestion(
        id=f"{fact.id}.cloze",
        kind="cloze",
        text=attributed(fact, unmarked(fact.statement, keep=asked)),
        accept=accept,
        topic=fact.topic,
        explanation=fact.explanation,
        fact=fact.id,
        citation=fact.citation,
        attribution=fact.attribution,
    )


def _can_be_typed(fact: Fact, mark: Mark, finder: Distractors) -> bool:
    ask = fact.ask_for(mark)
    answer = finder.answer(fact, mark)
    known = answer.entity or answer.date or answer.number is not None
    return (ask is None or ask.typed) and bool(known or len(mark.answer.split()) <= TYPED_WORDS)


def _accepted(fact: Fact, mark: Mark, finder: Distractors) -> tuple[str, ...]:
    ask = fact.ask_for(mark)
    entity = finder.answer(fact, mark).entity
    names = (*(ask.accept if ask else ()), *(entity.names if entity else ()))
    return tuple(dict.fromkeys(name for name in names if fold(name) != fold(mark.answer)))


def _asked(fact: Fact, finder: Distractors, number: int) -> Iterator[Question]:
    for ask in fact.ask:
        mark = next(mark for mark in fact.marks if mark.name == ask.answer)
        yield from _choice(fact, ask, mark, finder, number)
        yield from _typed(fact, ask, mark, finder)


def _choice(fact: Fact, ask: Ask, mark: Mark, finder: Distractors, number: int) -> Iterator[ChoiceQuestion]:
    name = f"{fact.id}.{mark.name}.choice"
    distractors = finder.find(fact, mark, OPTIONS - 1, f"{number}:{name}")
    if len(distractors) < 2:
        return
    answer = finder.answer(fact, mark)
    key = answer.entity.name if answer.entity else mark.answer
    ordered = _in_order((key, *distractors))
    yield ChoiceQuestion(
        id=name,
        kind="choice",
        stem=ask.stem,
        answer=key,
        distractors=distractors,
        options=ordered or (),
        shuffle=ordered is None,
        topic=fact.topic,
        explanation=_explanation(fact),
        hint=ask.hint,
        fact=fact.id,
        citation=fact.citation,
        attribution=fact.attribution,
    )


def _in_order(options: Sequence[str]) -> tuple[str, ...] | None:
    """The options sorted, where all are numbers or all are dates of one precision: readers expect those in order."""
    numbers = {option: value for option in options if (value := _amount(option)) is not None}
    if len(numbers) == len(options) and len({unit for _, unit in numbers.values()}) == 1:
        return tuple(sorted(options, key=lambda option: numbers[option]))
    dates = {option: date for option in options if (date := parse_date(option)) is not None}
    if len(dates) == len(options) and len({date.shape for date in dates.values()}) == 1:
        return tuple(sorted(options, key=lambda option: dates[option]))
    return None


def _amount(option: str) -> tuple[Decimal, str] | None:
    """The number, or the lower end of the span, that ``option`` is, and its unit: ``five``, ``20 to 40 per cent``."""
    found = find_quantity(option)
    if found is None or found.before:
        return None
    return found.value, _TO_THE_UPPER_END.sub("", found.after, count=1)


def _typed(fact: Fact, ask: Ask, mark: Mark, finder: Distractors) -> Iterator[Question]:
    if not _can_be_typed(fact, mark, finder):
        return
    answer = finder.answer(fact, mark)
    common = {
        "stem": ask.stem,
        "topic": fact.topic,
        "explanation": _explanation(fact),
        "hint": ask.hint,
        "fact": fact.id,
        "citation": fact.citation,
        "attribution": fact.attribution,
    }
    if answer.number is not None:
        yield NumberQuestion.model_validate(
            {
                "id": f"{fact.id}.{mark.name}.number",
                "kind": "number",
                "answer": answer.number,
                "unit": answer.unit,
                **common,
            }
        )
    else:
        kind_of_answer = answer.entity.type if answer.entity else "date" if answer.date else "text"
        yield ShortQuestion.model_validate(
            {
                "id": f"{fact.id}.{mark.name}.short",
                "kind": "short",
                "answer": answer.entity.name if answer.entity else mark.answer,
                "accept": _other_names(fact, mark, finder),
                "type": kind_of_answer,
                **common,
            }
        )


def _other_names(fact: Fact, mark: Mark, finder: Distractors) -> tuple[str, ...]:
    entity = finder.answer(fact, mark).entity
    names = (mark.answer, *_accepted(fact, mark, finder))
    best = entity.name if entity else mark.answer
    return tuple(name for name in names if fold(name) != fold(best))


def _true_false(fact: Fact, finder: Distractors, number: int) -> Iterator[TrueFalseQuestion]:
    """A statement is asked only if it could be made false, so that being asked gives nothing away."""
    name = f"{fact.id}.true-false"
    marks = {mark.name: mark for mark in fact.marks}.values()
    wrong_for = ((mark, finder.find(fact, mark, 1, f"{number}:{name}", in_text=True)) for mark in marks)
    swaps = [(mark, found[0]) for mark, found in wrong_for if found]
    if not swaps:
        return
    # Each fact decides for itself, so that a new one never turns another's statement round; about half come out false.
    chance = int.from_bytes(hashlib.sha256(f"{number}:{name}".encode()).digest()[:8], "big")
    is_true = chance % 2 == 0
    mark, wrong = swaps[(chance // 2) % len(swaps)]
    stem = fact.plain if is_true else replaced(fact.statement, mark, wrong)
    yield TrueFalseQuestion(
        id=name,
        kind="true_false",
        stem=attributed(fact, stem),
        answer=is_true,
        topic=fact.topic,
        # A true statement need not be told again.
        explanation=fact.explanation if is_true else f"Not “{wrong}” but “{mark.answer}”: {_explanation(fact)}",
        fact=fact.id,
        citation=fact.citation,
        attribution=fact.attribution,
    )


def _explanation(fact: Fact) -> str:
    sentence = attributed(fact, fact.plain)
    return f"{sentence} {fact.explanation}" if fact.explanation else sentence
