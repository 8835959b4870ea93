"""The schedule: what an answer suggests, and when a question comes again."""

from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import fsrs
import pytest
from history_samples import START, after
from hypothesis import given
from hypothesis import strategies as st

from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.ratings import Rating, rating_for
from quizgen.history.scheduler import MemoryState, Scheduler, Stage
from quizgen.questions.kinds import KINDS, Kind
from quizgen.terminal.study_messages import due_in

CALENDAR = Calendar(UTC)


@pytest.mark.parametrize(
    ("outcome", "share", "seconds", "kind", "rating"),
    [
        (Outcome.WRONG, 0.0, 2, "short", Rating.AGAIN),
        (Outcome.PARTLY, 0.49, 20, "order", Rating.AGAIN),
        (Outcome.PARTLY, 0.5, 20, "order", Rating.HARD),
        (Outcome.CLOSE, 1.0, 2, "short", Rating.HARD),
        (Outcome.CORRECT, 1.0, 10, "short", Rating.GOOD),
        (Outcome.CORRECT, 1.0, 5, "short", Rating.EASY),
        (Outcome.CORRECT, 1.0, 1, "choice", Rating.GOOD),  # it may be luck
        (Outcome.CORRECT, 1.0, 45, "choice", Rating.HARD),
        (Outcome.CORRECT, 1.0, 45, "match", Rating.GOOD),
        (Outcome.CORRECT, 1.0, 120, "match", Rating.HARD),
        (Outcome.SKIPPED, 0.0, 3, "short", None),
    ],
)
def test_the_rating_that_an_answer_suggests(
    outcome: Outcome, share: float, seconds: float, kind: Kind, rating: Rating | None
) -> None:
    assert rating_for(outcome, share, seconds, kind) is rating


@pytest.mark.parametrize(
    ("limits", "outcome", "rating"),
    [
        ({}, Outcome.CORRECT, Rating.EASY),
        ({"recognition": True}, Outcome.CORRECT, Rating.HARD),
        ({"missed": True}, Outcome.CORRECT, Rating.GOOD),
        ({"undone": Rating.AGAIN}, Outcome.CORRECT, Rating.HARD),
        ({"undone": Rating.GOOD}, Outcome.CORRECT, Rating.GOOD),
        ({"undone": Rating.EASY, "missed": True, "recognition": True}, Outcome.CORRECT, Rating.HARD),
        ({"undone": Rating.EASY, "missed": True, "recognition": True}, Outcome.WRONG, Rating.AGAIN),
        ({"undone": Rating.GOOD, "missed": True, "recognition": True}, Outcome.SKIPPED, None),
    ],
)
def test_an_answer_that_is_a_poor_sign_of_memory_is_rated_lower(
    limits: dict[str, Any], outcome: Outcome, rating: Rating | None
) -> None:
    assert rating_for(outcome, float(outcome is Outcome.CORRECT), 1, "short", **limits) is rating


@given(st.lists(st.tuples(st.sampled_from(Rating), st.integers(0, 40 * 86_400)), min_size=1, max_size=20))
def test_states_are_those_of_the_reference_implementation(reviews: list[tuple[Rating, int]]) -> None:
    reference, scheduler = fsrs.Scheduler(enable_fuzzing=False), Scheduler(calendar=CALENDAR)
    card = fsrs.Card(card_id=1, due=START)
    state: MemoryState | None = None
    at, lapses = START, 0

    def start_of_day(at: datetime) -> datetime:
        return CALENDAR.start(CALENDAR.day(at))  # the reference counts blocks of 24 hours

    for rating, seconds in reviews:
        at += timedelta(seconds=seconds)
        lapses += card.state is fsrs.State.Review and rating is Rating.AGAIN
        card, _ = reference.review_card(card, fsrs.Rating(rating), start_of_day(at))
        state = scheduler.review(state, rating, at)
    assert state is not None
    assert int(state.stage) == int(card.state)
    assert (state.step, state.stability, state.difficulty) == (card.step, card.stability, card.difficulty)
    assert (state.last_review, state.reps, state.lapses) == (at, len(reviews), lapses)
    assert state.due - at == card.due - start_of_day(at)
    assert state.introduced == START + timedelta(seconds=reviews[0][1])
    later = at + timedelta(days=30)
    assert scheduler.retrievability(state, later) == reference.get_card_retrievability(card, start_of_day(later))


def test_time_counts_in_days_that_start_at_four() -> None:
    scheduler = Scheduler(calendar=CALENDAR)
    evening = datetime(2026, 5, 1, 18, tzinfo=UTC)
    known = scheduler.review(None, Rating.EASY, evening)

    def reviewed(**later: float) -> tuple[float, float, timedelta]:
        at = evening + timedelta(**later)
        state = scheduler.review(known, Rating.GOOD, at)
        return scheduler.retrievability(known, at), state.stability, state.due - at

    assert reviewed(hours=9.9) == reviewed(minutes=1)  # until 3:54 a.m.
    assert reviewed(hours=10) == reviewed(hours=23) == reviewed(hours=33.9) != reviewed(hours=9.9)
    assert reviewed(days=2, minutes=-10) == reviewed(days=2, minutes=10) != reviewed(days=1)


def test_another_time_zone_gives_other_states() -> None:
    east, west = (Scheduler(calendar=Calendar(timezone(timedelta(hours=hours)))) for hours in (9, -8))
    assert len({east.fingerprint, west.fingerprint, Scheduler(calendar=CALENDAR).fingerprint}) == 3
    assert east.fingerprint == Scheduler(calendar=Calendar(ZoneInfo("Asia/Tokyo"))).fingerprint
    winter, summer = (Scheduler(calendar=Calendar(ZoneInfo(name))) for name in ("Africa/Algiers", "Europe/Paris"))
    assert winter.fingerprint != summer.fingerprint


def test_a_new_question_goes_through_its_steps() -> None:
    scheduler = Scheduler()
    first = scheduler.review(None, Rating.GOOD, START)
    assert (first.stage, first.due) == (Stage.LEARNING, after(minutes=10))
    second = scheduler.review(first, Rating.GOOD, first.due)
    assert second.stage is Stage.REVIEW
    assert second.due >= after(days=1)
    assert scheduler.review(second, Rating.AGAIN, second.due).stage is Stage.RELEARNING


def test_any_time_zone_is_the_same_moment() -> None:
    local = START.astimezone(timezone(timedelta(hours=4)))
    state = Scheduler().review(None, Rating.GOOD, START)
    assert Scheduler().review(None, Rating.GOOD, local) == state
    assert Scheduler().retrievability(state, local) == 1.0


@pytest.mark.parametrize("retention", [0.5, 1.0])
def test_a_retention_out_of_bounds_is_refused(retention: float) -> None:
    with pytest.raises(ValueError, match="desired retention"):
        Scheduler(desired_retention=retention)


@pytest.mark.parametrize(
    ("delta", "words"),
    [
        (timedelta(days=-1), "now"),
        (timedelta(seconds=29), "now"),
        (timedelta(minutes=1), "in 1 minute"),
        (timedelta(minutes=10), "in 10 minutes"),
        (timedelta(minutes=59, seconds=40), "in 1 hour"),
        (timedelta(hours=23, minutes=40), "in 1 day"),
        (timedelta(days=3), "in 3 days"),
        (timedelta(days=59), "in 59 days"),
        (timedelta(days=60), "in 2 months"),
        (timedelta(days=719), "in 2 years"),
        (timedelta(days=36500), "in 100 years"),
    ],
)
def test_intervals_in_words(delta: timedelta, words: str) -> None:
    assert due_in(delta) == words


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_rating(kind: Kind) -> None:
    assert rating_for(Outcome.CORRECT, 1.0, 1000.0, kind) is Rating.HARD
