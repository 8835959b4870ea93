"""What to study, in which order, and how much of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from history_samples import START, after

from quizgen.history.days import Calendar
from quizgen.history.points import PointHistory
from quizgen.history.queue import LEARN_AHEAD, Limits, Queue, Waiting, forecast, postponed_points
from quizgen.history.ratings import Rating
from quizgen.history.scheduler import MemoryState, Scheduler, Stage

SCHEDULER = Scheduler()
CALENDAR = Calendar(UTC)


def build(
    questions: list[str], states: dict[str, MemoryState], now: datetime, limits: Limits | None = None
) -> Queue[str]:
    return Queue.build(
        questions, states, now, limits=limits or Limits(), calendar=CALENDAR, scheduler=SCHEDULER
    )  # fmt: skip


def known(*, days: float = 0, rating: Rating = Rating.EASY, at: datetime = START) -> MemoryState:
    """The state after a first review ``days`` before ``at``."""
    return SCHEDULER.review(None, rating, at - timedelta(days=days))


def point_with(memory: MemoryState) -> PointHistory:
    return PointHistory("q", (), memory, (), is_suspended=False)


def drained(queue: Queue[str], now: datetime) -> list[str]:
    """What the queue gives when everything is put off."""
    given = []
    while (question := queue.next(now)) is not None:
        given.append(question)
        queue = queue.without({question})
    return given


def test_steps_then_the_most_forgotten_then_new_ones_in_order() -> None:
    states = {
        "week": known(days=12),
        "month": known(days=30),
        "step": known(rating=Rating.GOOD, at=after(minutes=-11)),
        "step to come": known(rating=Rating.GOOD),
        "fresh": known(days=1),
        "removed": known(days=90),
    }
    queue = build(["new b", "fresh", "week", "step", "step to come", "month", "new a"], states, START)
    assert queue.waiting == Waiting(learning=2, due=2, new=2)
    assert drained(queue, START) == ["step", "month", "week", "new b", "new a"]


def test_a_step_ahead_is_waited_for_or_taken_early() -> None:
    queue = build(["q"], {"q": known(rating=Rating.GOOD)}, START)
    assert queue.next(START) is None
    assert queue.next(after(minutes=9)) is None
    assert queue.next(START, ahead=LEARN_AHEAD) == "q"
    assert queue.next(after(minutes=10)) == "q"


def test_answers_move_a_question_through_its_steps_and_out() -> None:
    queue = build(["q", "r"], {}, START)
    first = SCHEDULER.review(None, Rating.AGAIN, START)
    queue = queue.answered("q", first)
    assert queue.next(START) == "r"
    assert queue.next(after(minutes=1)) == "q"
    second = SCHEDULER.review(first, Rating.EASY, after(minutes=1))
    assert second.stage is Stage.REVIEW
    queue = queue.answered("q", second)
    assert queue.waiting == Waiting(learning=0, due=0, new=1)
    assert queue.answered("q", first).waiting == Waiting(learning=1, due=0, new=1)  # in another question on the day


def test_a_step_that_comes_while_another_question_is_asked_does_no_harm() -> None:
    queue = build(["q", "r"], {}, START).answered("q", SCHEDULER.review(None, Rating.AGAIN, START))
    queue = queue.answered("r", SCHEDULER.review(None, Rating.AGAIN, after(minutes=5)))
    assert drained(queue, after(minutes=6)) == ["q", "r"]


def test_limits_count_what_the_day_has_had() -> None:
    states = {f"due {n}": known(days=20 + n) for n in range(4)}
    states["introduced today"] = known(at=after(hours=-2))
    states["reviewed today"] = SCHEDULER.review(known(days=20), Rating.EASY, after(hours=-2))
    states["of yesterday"] = known(days=1)
    questions = [*states, "new 1", "new 2", "new 3"]
    queue = build(questions, states, START, Limits(new=3, reviews=4))
    assert drained(queue, START) == ["due 3", "due 2", "due 1", "new 1", "new 2"]
    assert drained(build(questions, states, START, Limits(new=0, reviews=0)), START) == []


def test_a_question_is_due_from_the_beginning_of_its_day() -> None:
    state = known(rating=Rating.EASY)  # in the morning, for some mornings later
    day = CALENDAR.day(state.due)
    assert build(["q"], {"q": state}, CALENDAR.start(day)).next(CALENDAR.start(day)) == "q"
    before = CALENDAR.start(day) - timedelta(seconds=1)
    assert build(["q"], {"q": state}, before).next(before) is None


def test_a_question_due_at_the_moment_a_day_ends_belongs_to_the_next_day() -> None:
    day = CALENDAR.day(START)
    state = replace(known(), due=CALENDAR.end(day))
    assert build(["q"], {"q": state}, START).waiting.due == 0
    assert forecast({"q": state}, START, CALENDAR)[:2] == (0, 1)
    assert point_with(state).status(CALENDAR.end(day)) == "later"
    just_before = replace(state, due=state.due - timedelta(microseconds=1))
    assert build(["q"], {"q": just_before}, START).waiting.due == 1
    assert forecast({"q": just_before}, START, CALENDAR)[:2] == (1, 0)
    assert point_with(just_before).status(CALENDAR.end(day)) == "due"
    # Today's points leave tomorrow's alone: only two of one fact that are due on one day are kept apart.
    put_off = postponed_points({"q": state, "r": just_before}, day, CALENDAR, {"q": ["fact"], "r": ["fact"]})
    assert "q" not in put_off


def test_the_forecast_counts_what_is_overdue_today_and_nothing_beyond() -> None:
    state = known()
    states = dict(enumerate([known(days=100), known(days=9), state, SCHEDULER.review(None, Rating.GOOD, START)]))
    days_ahead = (CALENDAR.day(state.due) - CALENDAR.day(START)).days
    counts = forecast(states, START, CALENDAR)
    assert len(counts) == 30
    assert {day: number for day, number in enumerate(counts) if number} == {0: 2, days_ahead: 1}
    assert forecast(states, START, CALENDAR, days=days_ahead) == (2, *(0,) * (days_ahead - 1))


def test_the_day_begins_at_the_rollover_hour_in_local_time() -> None:
    calendar = Calendar(timezone(timedelta(hours=4)), rollover=4)
    assert calendar.day(datetime(2026, 3, 1, 23, 59, tzinfo=UTC)) == date(2026, 3, 1)  # 03:59 there
    assert calendar.day(datetime(2026, 3, 2, 0, 0, tzinfo=UTC)) == date(2026, 3, 2)
    assert calendar.start(date(2026, 3, 2)) == datetime(2026, 3, 2, tzinfo=UTC)


@pytest.mark.parametrize(
    "zone", [ZoneInfo("Europe/Berlin"), ZoneInfo("America/Los_Angeles"), ZoneInfo("Pacific/Apia"), None]
)
def test_days_are_contiguous_across_a_change_of_the_clocks(zone: ZoneInfo | None) -> None:
    calendar = Calendar(zone)
    for day in (
        date(2026, 3, 8), date(2026, 3, 28), date(2026, 3, 29), date(2026, 3, 31), date(2026, 10, 25),
        date(2026, 11, 1), date(2026, 12, 31), date(2027, 2, 28), date(2028, 2, 28), date(2028, 2, 29),
    ):  # fmt: skip
        start, end = calendar.start(day), calendar.end(day)
        assert end == calendar.start(day + timedelta(days=1))
        assert (calendar.day(start), calendar.day(end - timedelta(microseconds=1))) == (day, day)
