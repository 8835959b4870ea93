"""Reviews and amendments as values, and responses as data."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from history_samples import START, a_review, after, wrong
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome, Response
from quizgen.history.ratings import Rating
from quizgen.history.records import Amendment, Change, amended, withdrawn
from quizgen.history.responses import response_data, response_from

TEXTS = st.lists(st.text(), max_size=4)
RESPONSES: st.SearchStrategy[tuple[str, Response]] = st.one_of(
    st.tuples(st.sampled_from(["card", "true_false"]), st.booleans()),
    st.tuples(st.sampled_from(["choice", "short", "number"]), st.text()),
    st.tuples(st.just("multiple"), st.frozensets(st.text(), max_size=4)),
    st.tuples(st.sampled_from(["cloze", "order"]), TEXTS.map(tuple)),
    st.tuples(st.just("match"), st.lists(st.tuples(st.text(), st.text()), max_size=4).map(tuple)),
    st.tuples(st.sampled_from(["card", "choice", "match"]), st.none()),
)


@given(RESPONSES)
def test_a_response_comes_back_from_its_data(given_back: tuple[str, Response]) -> None:
    kind, response = given_back
    assert response_from(kind, response_data(response)) == response


@pytest.mark.parametrize(
    ("kind", "data"),
    [("choice", True), ("card", "yes"), ("multiple", "Po"), ("order", [1]), ("match", [["Po"]]), ("match", [[1, 2]])],
)
def test_data_of_another_kind_is_refused(kind: str, data: Any) -> None:
    with pytest.raises(ValueError, match="is not a valid response"):
        response_from(kind, data)


@pytest.mark.parametrize(
    "changes",
    [
        {"at": datetime(2026, 3, 1)},  # noqa: DTZ001 (a time without a zone is the point)
        {"at": datetime(1969, 12, 31, tzinfo=UTC)},
        {"share": 1.5},
        {"share": float("nan")},
        {"seconds": -1.0},
        {"seconds": float("inf")},
        {"set_id": ""},
        {"credits": {"q": 1.5}},
        {"credits": {"": 1.0}},
    ],
)
def test_an_impossible_review_is_rejected(changes: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"time|share|seconds|empty|credit"):
        a_review(**changes)


@pytest.mark.parametrize("year", [1970, 2500])
def test_the_first_and_the_last_year_can_be_stored(year: int) -> None:
    assert a_review(at=datetime(year, 12, 31, tzinfo=UTC)).at.year == year


def test_ids_are_derived_from_session_question_and_moment() -> None:
    local = a_review(at=START.astimezone(timezone(timedelta(hours=4))))
    assert local == a_review()
    others = [a_review("r"), a_review(session_id="t"), a_review(set_id="lakes"), a_review(at=after(seconds=1))]
    assert len({review.id for review in (local, *others)}) == 5


@pytest.mark.parametrize(
    ("what", "value"), [(Change.OVERRIDE, Rating.EASY), (Change.RATING, True), (Change.WITHDRAWAL, Rating.EASY)]
)
def test_an_amendment_has_a_value_of_its_type(what: Change, value: bool | Rating) -> None:
    with pytest.raises(ValueError, match="not a valid"):
        Amendment("x", START, what, value)


def test_amendments_change_what_counts_but_not_what_was_said() -> None:
    review = wrong(kind="short", seconds=3.0)
    right = Amendment(review.id, after(seconds=1), Change.OVERRIDE, value=True)
    hard = Amendment(review.id, after(seconds=2), Change.RATING, Rating.HARD)
    assert amended(review, []) == review
    counted = amended(review, [right])
    assert (counted.outcome, counted.share, counted.rating) == (Outcome.CORRECT, 1.0, Rating.EASY)
    assert (counted.id, counted.response) == (review.id, review.response)
    assert amended(review, [hard, right]).rating is Rating.HARD
    assert amended(review, [hard]).outcome is Outcome.WRONG
    credited = wrong(credits={"a": 0.0, "b": 0.5})
    assert amended(credited, [right]).credits == {"a": 1.0, "b": 1.0}
    assert amended(credited, [hard]).credits == credited.credits
    unscheduled = amended(a_review(rating=None, outcome=Outcome.WRONG, share=0.0), [right])
    assert (unscheduled.outcome, unscheduled.rating) == (Outcome.CORRECT, None)


def test_the_latest_withdrawal_decides_whether_an_answer_was_undone() -> None:
    undo = Amendment("x", after(seconds=3), Change.WITHDRAWAL, value=True)
    right = Amendment("x", after(seconds=4), Change.OVERRIDE, value=True)
    assert not withdrawn([])
    assert not withdrawn([right])
    assert withdrawn([undo, right])
    assert not withdrawn([Amendment("x", after(seconds=5), Change.WITHDRAWAL, value=False), undo])
