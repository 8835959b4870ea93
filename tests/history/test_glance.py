"""What a quiz reads of the history before its first question is what the opened history says."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from quizgen.grading.verdict import Outcome
from quizgen.history.glance import Glance, glance_at, read_glance
from quizgen.history.history import FILE_NAME, History
from quizgen.history.ratings import Rating
from quizgen.history.records import (
    Amendment,
    Change,
    Mode,
    Plan,
    Reading,
    Review,
    SessionEnd,
    SessionStart,
    Suspension,
)  # fmt: skip
from quizgen.history.store import Store

NOON = datetime(2026, 5, 1, 12, tzinfo=UTC)
SETS = ("rivers", "moons", "seas")


def review(set_id: str, question: str, session: str, *, minute: int, credit: float) -> Review:
    at = NOON + timedelta(minutes=minute)
    outcome, rating = (Outcome.CORRECT, Rating.GOOD) if credit == 1 else (Outcome.WRONG, Rating.AGAIN)
    return Review(set_id, question, session, at, Mode.QUIZ, "short", outcome, credit, "x", 3.0, rating)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    undone = review("rivers", "b", "s1", minute=2, credit=1)
    with Store.open(tmp_path) as store:
        store.add(
            SessionStart("s1", "rivers", Mode.QUIZ, NOON, Plan(("a", "b"))),
            review("rivers", "a", "s1", minute=1, credit=0),
            undone,
            Amendment(undone.id, NOON + timedelta(minutes=3), Change.WITHDRAWAL, value=True),
            SessionEnd("s1", NOON + timedelta(minutes=4)),
            SessionStart("s2", "moons+rivers", Mode.QUIZ, NOON + timedelta(hours=1), Plan(("rivers/a",))),
            review("rivers", "a", "s2", minute=61, credit=1),
            Suspension("rivers", "c", NOON, suspended=True),
            Suspension("rivers", "d", NOON, suspended=True),
            Suspension("rivers", "d", NOON + timedelta(minutes=1), suspended=False),
            Reading("moons", NOON, read=False),
        )
    return tmp_path


@pytest.mark.parametrize("sets", [SETS, ("rivers",), ("moons",), ("seas",), ("moons", "rivers")])
def test_it_says_the_same_as_the_opened_history(folder: Path, sets: tuple[str, ...]) -> None:
    seen = read_glance(folder / FILE_NAME, sets)
    with Store.open(folder) as store:
        opened = glance_at(store, sets)
    assert seen is not None
    assert seen == opened
    assert seen.interrupted is (len(sets) > 1)


def test_what_it_says(folder: Path) -> None:
    assert read_glance(folder / FILE_NAME, SETS) == Glance(
        interrupted=True,
        credits={("rivers", "a"): (NOON + timedelta(minutes=61), 1.0)},
        suspended=frozenset({("rivers", "c")}),
        known=frozenset({"rivers", "moons"}),
    )
    assert History(folder / "nowhere").glance(SETS) == Glance()


@pytest.mark.parametrize(
    "statement", ["DELETE FROM derived_with", "INSERT INTO stale VALUES ('rivers', 'a')", "PRAGMA user_version = 99"]
)
def test_a_history_that_must_be_opened_is_opened(folder: Path, statement: str) -> None:
    db = sqlite3.connect(folder / FILE_NAME)
    db.execute(statement)
    db.commit()
    db.close()
    assert read_glance(folder / FILE_NAME, SETS) is None
    if "99" not in statement:
        assert History(folder).glance(SETS).suspended == {("rivers", "c")}


def test_a_damaged_history_is_reported_when_it_is_opened(folder: Path) -> None:
    (folder / FILE_NAME).write_bytes(b"not a database" * 100)
    reported: list[str] = []
    with History(folder, on_error=reported.append) as history:
        assert history.glance(SETS) == Glance()
    assert len(reported) == 1


def test_reading_leaves_nothing_behind(folder: Path) -> None:
    before = sorted(folder.iterdir())
    for _ in range(2):
        assert read_glance(folder / FILE_NAME, SETS) is not None
    assert sorted(folder.iterdir()) == before


def test_a_log_that_is_not_empty_is_left_to_the_store(folder: Path) -> None:
    with Store.open(folder) as store:
        store.add(Suspension("rivers", "e", NOON, suspended=True))
        assert read_glance(folder / FILE_NAME, SETS) is None
    seen = read_glance(folder / FILE_NAME, SETS)
    assert seen is not None
    assert ("rivers", "e") in seen.suspended
