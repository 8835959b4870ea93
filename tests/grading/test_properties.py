"""What holds for every question and every response."""

from decimal import Decimal
from typing import Any

import pytest
from effort import examples
from hypothesis import HealthCheck, given, reject, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from quizgen.grading.grader import grade
from quizgen.grading.verdict import Outcome, Response
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    MatchQuestion,
    MultipleQuestion,
    NumberQuestion,
    OrderQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.text.folding import fold

QUESTION: TypeAdapter[Question] = TypeAdapter(Question)

words = st.sampled_from(
    "the a St Dr Jr II XIV second 2nd 85 3.5 £50m % - , ( ) or and of & Armenia Iran Iraq John J. van O'Brien C++ May 6/9 "
    "September 2023 million forty-five minus ½ citric acid ; accept who in 'S ß ø é".split()
)
phrases = st.lists(words, min_size=1, max_size=7).map(" ".join)
lines = st.one_of(phrases, st.text(min_size=1, max_size=30), st.from_regex(r"[\w .,;()'/-]{1,25}", fullmatch=True))
stems = st.one_of(st.just("How many soldiers were due in 2023?"), lines)
typed = st.one_of(lines, st.text(max_size=60))


def build(fields: dict[str, Any]) -> Question:
    """The question, or another example where the model refuses it."""
    try:
        return QUESTION.validate_python({"id": "q", **fields})
    except ValidationError:
        reject()


distinct = st.lists(phrases, min_size=4, max_size=6, unique_by=fold)
questions = st.one_of(
    st.fixed_dictionaries({"kind": st.just("card"), "stem": stems, "answer": lines}),
    st.fixed_dictionaries({"kind": st.just("true_false"), "stem": stems, "answer": st.just(True)}),
    st.fixed_dictionaries(
        {
            "kind": st.just("short"),
            "stem": stems,
            "answer": lines,
            "accept": st.lists(lines, max_size=3),
            "type": st.sampled_from(["text", "person", "place"]),
        }
    ),
    st.fixed_dictionaries(
        {
            "kind": st.just("number"),
            "stem": stems,
            "answer": st.one_of(
                st.integers(-(10**9), 10**9), st.decimals(allow_nan=False, allow_infinity=False, places=3)
            ),
            "tolerance": st.sampled_from([None, "5", "±2", "10%"]),
            "unit": st.sampled_from([None, "%", "km", "soldiers", "million people", "m", "s", "per 100,000 people"]),
        }
    ),
    st.lists(phrases, min_size=1, max_size=3).map(
        lambda parts: {
            "kind": "cloze",
            "text": " then ".join(f"{{{{c{i}::{part}}}}}" for i, part in enumerate(parts, 1)),
        }
    ),
    distinct.map(lambda texts: {"kind": "choice", "stem": "Which?", "answer": texts[0], "distractors": texts[1:]}),
    distinct.map(lambda texts: {"kind": "multiple", "stem": "Which?", "answers": texts[:2], "distractors": texts[2:]}),
    distinct.map(lambda texts: {"kind": "order", "stem": "Order!", "steps": texts}),
    distinct.map(
        lambda texts: {"kind": "match", "stem": "Match!", "pairs": list(zip(texts, texts[::-1], strict=True))}
    ),
).map(build)


def key(question: Question) -> Response:
    """The response that is the key itself."""
    match question:
        case CardQuestion():
            return True
        case TrueFalseQuestion() | ChoiceQuestion() | ShortQuestion():
            return question.answer
        case NumberQuestion():
            return question.answer_text
        case MultipleQuestion():
            return frozenset(question.answers)
        case ClozeQuestion():
            return tuple(mark.answer for mark in question.marks)
        case OrderQuestion():
            return question.steps
        case MatchQuestion():
            return question.pairs


@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(questions, st.lists(lines, max_size=4))
def test_the_key_is_right_for_every_kind(question: Question, rivals: list[str]) -> None:
    assert grade(question, key(question), rivals=rivals).outcome is Outcome.CORRECT


@st.composite
def responses(draw: st.DrawFn, question: Question) -> Response:
    """Any response of the shape that the question takes."""
    if isinstance(question, CardQuestion | TrueFalseQuestion):
        return draw(st.none() | st.booleans())
    if isinstance(question, MultipleQuestion):
        return draw(st.frozensets(st.one_of(typed, st.sampled_from(question.shown))))
    if isinstance(question, MatchQuestion):
        sides = st.sampled_from([side for pair in question.pairs for side in pair])
        return draw(st.lists(st.tuples(sides | typed, sides | typed), max_size=6).map(tuple))
    if isinstance(question, ClozeQuestion | OrderQuestion):
        return draw(st.lists(typed, max_size=6).map(tuple))
    return draw(st.none() | typed)


@pytest.mark.slow
@settings(suppress_health_check=[HealthCheck.filter_too_much, HealthCheck.too_slow], deadline=None)
@given(st.data(), questions, st.lists(lines, max_size=4))
def test_no_response_raises_and_every_verdict_is_sound(
    data: st.DataObject, question: Question, rivals: list[str]
) -> None:
    verdict = grade(question, data.draw(responses(question)), rivals=rivals)
    assert 0 <= verdict.share <= 1
    assert verdict.counts_right == (verdict.share == 1)
    assert (verdict.outcome is Outcome.PARTLY) == (0 < verdict.share < 1)


@pytest.mark.slow
@settings(deadline=None)
@given(distinct, st.randoms(use_true_random=False), st.data())
def test_the_order_of_options_does_not_matter(texts: list[str], random: Any, data: st.DataObject) -> None:
    shuffled = random.sample(texts, len(texts))
    common: dict[str, Any] = {"kind": "multiple", "stem": "Which?", "answers": texts[:2]}
    first, second = build({**common, "options": texts}), build({**common, "options": shuffled})
    picked = data.draw(st.frozensets(st.sampled_from(texts)))
    assert grade(first, picked) == grade(second, picked)


@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.integers(0, 999_999_999))
def test_a_number_is_right_with_and_without_thousands_signs(number: int) -> None:
    question = NumberQuestion.model_validate(
        {"id": "q", "kind": "number", "stem": "How many?", "answer": Decimal(number)}
    )
    for written in (f"{number}", f"{number:,}", f"{number:,}".replace(",", " "), f"{number:,}".replace(",", "\u202f")):
        assert grade(question, written).outcome is Outcome.CORRECT


@settings(max_examples=examples(20), deadline=None)
@given(st.sampled_from(["a", "9", " ", "(", "one ", "1,", "x y ", "é", "a.", "ii "]), st.integers(1_000, 5_000))
def test_very_long_responses_are_graded_all_the_same(piece: str, times: int) -> None:
    short = ShortQuestion.model_validate({"id": "q", "kind": "short", "stem": "Who?", "answer": "Nikol Pashinyan (PM)"})
    number = NumberQuestion.model_validate({"id": "n", "kind": "number", "stem": "How many?", "answer": 7})
    assert not grade(short, piece * times).counts_right
    assert not grade(number, piece * times).counts_right


def test_words_before_an_empty_rest_are_no_number() -> None:
    number = NumberQuestion.model_validate({"id": "n", "kind": "number", "stem": "How many people?", "answer": 7})
    for response in ("how  x", "people =  many", "many \u2009 of", "it  people  is  ", "people, "):
        assert not grade(number, response).counts_right
