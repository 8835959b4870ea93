"""The ladder: which question asks a point, from recognition to use."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, Review
from quizgen.history.scheduler import PointState, Scheduler, Stage, apply_review
from quizgen.questions import (
    CardQuestion,
    ChoiceQuestion,
    ClozeQuestion,
    NumberQuestion,
    Question,
    ShortQuestion,
    TrueFalseQuestion,
)
from quizgen.session.ladder import Rung, is_recognition, next_question, recalled_points, rung_of

START = datetime(2026, 3, 1, 10, tzinfo=UTC)
POINT = "volga.c1"
SHARED: dict[str, Any] = {"point": POINT, "stem": "Which river is the longest?"}
CHOICE = ChoiceQuestion(id="volga.c1.choice", answer="Volga", distractors=("Don", "Ural"), **SHARED)
JUDGED = TrueFalseQuestion(id="volga.true-false", answer=True, **SHARED)
CLOZE = ClozeQuestion(id="volga.cloze", text="The longest river is the {{c1::Volga}}.", point=POINT)
HINTED = ShortQuestion(id="volga.c1.short", answer="Volga", hint="V…", **SHARED)
CARD = CardQuestion(id="volga.c1.card", answer="Volga", **SHARED)
LENGTH = NumberQuestion(id="volga.c1.number", answer=3531, **SHARED)
USE = CardQuestion(id="longer-than-the-danube", answer="The Volga", **SHARED)
ALL: tuple[Question, ...] = (USE, CARD, LENGTH, HINTED, CLOZE, JUDGED, CHOICE)
SCHEDULER = Scheduler()


def answer(
    state: PointState | None, question: Question, at: datetime, *, right: bool = True, **changes: Any
) -> PointState:
    """The state after an answer, rated as the program suggests."""
    recognition = is_recognition(question, recalled_points(ALL))
    rating = (Rating.HARD if recognition else Rating.GOOD) if right else Rating.AGAIN
    values: dict[str, Any] = {
        "set_id": "s", "question_id": question.id, "session_id": "x", "at": at, "mode": Mode.STUDY,
        "kind": question.kind, "outcome": Outcome.CORRECT if right else Outcome.WRONG, "share": float(right),
        "response": None, "seconds": 9.0, "rating": rating, "credits": {POINT: float(right)}, "recognition": recognition,
    }  # fmt: skip
    after = apply_review(state, Review(**values | changes), POINT, SCHEDULER)
    assert after is not None
    return after


def test_rungs() -> None:
    assert {question.id: rung_of(question, POINT) for question in ALL} == {
        "volga.c1.choice": Rung.RECOGNITION,
        "volga.true-false": Rung.RECOGNITION,
        "volga.cloze": Rung.CUED,
        "volga.c1.short": Rung.CUED,
        "volga.c1.card": Rung.FREE,
        "volga.c1.number": Rung.FREE,
        "longer-than-the-danube": Rung.USE,
    }
    assert rung_of(CardQuestion(id="own", stem="?", answer="a"), "own") is Rung.FREE


def test_one_rung_up_for_each_right_answer_on_a_later_day_and_one_down_for_a_miss() -> None:
    state, asked = None, []
    results = [True, True, True, True, True, False, True, False, False, False, True]
    for day, right in enumerate(results):
        question = next_question(ALL, POINT, state)
        asked.append(rung_of(question, POINT))
        state = answer(state, question, START + timedelta(days=day), right=right)
    r, c, f, u = Rung
    assert asked == [r, r, c, f, u, u, f, u, f, c, r]


def test_questions_of_one_rung_take_turns() -> None:
    state, asked = answer(None, CARD, START), []
    for day in range(1, 5):
        question = next_question((CARD, LENGTH), POINT, state)
        asked.append(question.id)
        state = answer(state, question, START + timedelta(days=day))
    assert asked == ["volga.c1.number", "volga.c1.card"] * 2


def test_answers_of_the_same_day_do_not_climb() -> None:
    state = answer(None, CHOICE, START)
    for minute in (10, 30, 90):
        state = answer(state, CHOICE, START + timedelta(minutes=minute))
    assert (state.climb, state.question_id) == (0, CHOICE.id)
    missed = answer(state, CHOICE, START + timedelta(days=1), right=False)
    for minute in (10, 20):
        missed = answer(missed, CHOICE, START + timedelta(days=1, minutes=minute))
    assert missed.climb == -1


def test_an_answer_right_after_reading_does_not_climb() -> None:
    state = answer(answer(None, CHOICE, START), CHOICE, START + timedelta(days=3), after_reading=True)
    assert state.climb == 0


def test_recognition_in_a_quiz_does_not_take_a_point_down() -> None:
    state = answer(answer(None, CARD, START), CARD, START + timedelta(days=3))
    after = answer(state, CHOICE, START + timedelta(days=9))
    assert (after.question_id, after.climb) == (CARD.id, 1)
    assert rung_of(next_question(ALL, POINT, after), POINT) is Rung.USE


def test_rungs_without_a_question_are_passed_over() -> None:
    state = answer(answer(None, CHOICE, START), CHOICE, START + timedelta(days=2))
    assert next_question((CHOICE, CARD), POINT, state) is CARD
    missed = answer(state, CARD, START + timedelta(days=5), right=False)
    assert next_question((CHOICE, CARD), POINT, missed) is CHOICE


def test_a_removed_question_leaves_the_point_on_its_rung() -> None:
    state = answer(None, LENGTH, START)
    assert next_question((CHOICE, CARD), POINT, state) is CARD
    assert next_question((CHOICE,), POINT, state) is CHOICE
    assert next_question((USE,), POINT, state) is USE


def test_a_right_recognition_is_rated_hard_at_most_but_moves_through_its_steps() -> None:
    first = answer(None, CHOICE, START).memory
    assert first is not None
    second = answer(answer(None, CHOICE, START), CHOICE, START + timedelta(minutes=10)).memory
    assert second is not None
    assert (first.stage, second.stage) == (Stage.LEARNING, Stage.REVIEW)
    assert second.due == START + timedelta(minutes=10, days=1)
    hard = SCHEDULER.review(None, Rating.HARD, START)
    assert (first.stability, first.difficulty) == (hard.stability, hard.difficulty)
    known = answer(None, CARD, START, rating=Rating.EASY)
    later = START + timedelta(days=9)
    for chosen in (Rating.HARD, Rating.GOOD, Rating.EASY):
        after = answer(known, CHOICE, later, rating=chosen)
        assert known.memory is not None
        assert after.memory == SCHEDULER.review(known.memory, Rating.HARD, later)


@pytest.mark.parametrize("question", ALL, ids=lambda question: question.id)
def test_nothing_changes_where_a_point_has_one_question(question: Question) -> None:
    assert not is_recognition(question, recalled_points([question]))
    state: PointState | None = None
    for day, right in enumerate((True, True, False, True)):
        assert next_question((question,), POINT, state) is question
        state = answer(state, question, START + timedelta(days=day), right=right)


def test_two_questions_to_recognize_are_not_limited_if_nothing_asks_to_recall() -> None:
    assert not is_recognition(CHOICE, recalled_points((CHOICE, JUDGED)))
    assert is_recognition(CHOICE, recalled_points((CHOICE, CARD)))
    retired = CARD.model_copy(update={"retired": True})
    assert not is_recognition(CHOICE, recalled_points((CHOICE, retired)))


@given(
    st.lists(st.sampled_from(ALL), min_size=1, unique_by=lambda question: question.id),
    st.lists(st.tuples(st.booleans(), st.sampled_from([0.01, 1, 3, 20])), max_size=12),
)
def test_each_answer_moves_a_point_as_the_rule_says(
    questions: list[Question], answers: list[tuple[bool, float]]
) -> None:
    occupied = sorted({rung_of(question, POINT) for question in questions})
    top = len(occupied) - 1
    state, at, expected = None, START, 0
    for number, (right, days) in enumerate(answers):
        at += timedelta(days=days)
        question = next_question(questions, POINT, state)
        place = occupied.index(rung_of(question, POINT))
        assert place == expected
        state = answer(state, question, at, right=right)
        if not right:
            expected = max(0, place - 1)
        elif number and days >= 1:
            expected = min(top, place + 1)


def test_a_point_climbs_again_after_a_miss() -> None:
    state, asked = None, []
    for day, right in enumerate([True, True, False, True, True]):
        question = next_question((CHOICE, CARD), POINT, state)
        asked.append(question.id)
        state = answer(state, question, START + timedelta(days=day), right=right)
    choice, card = CHOICE.id, CARD.id
    assert asked == [choice, choice, card, choice, card]
