"""Clocks that are wrong, time zones, and unusual days: what is stored, due, counted, backed up and released."""

import json
import os
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import count, pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from effort import combined
from program import run_quizgen

import quizgen.cli.clock
from quizgen.history.backup import backups_of
from quizgen.history.history import History, data_folder
from quizgen.history.store import Store

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the time zone cannot be set")

RIVERS = {"Vienna": "Danube", "Paris": "Seine", "London": "Thames", "Rome": "Tiber", "Kyiv": "Dnieper"}
SET = "id: rivers\ntitle: Rivers\nquestions:\n" + "".join(
    f"  - {{id: {town.lower()}, kind: short, stem: Which river flows through {town}?, answer: {river}}}\n"
    for town, river in RIVERS.items()
)
BACK, FORWARD = timedelta(days=-1), timedelta(days=365)
ZONES = ["America/New_York", "Europe/Berlin", "Asia/Tokyo"]
DAYS = [
    date(2026, 3, 7),  # the next night lacks an hour in New York
    date(2026, 3, 28),  # the same in Berlin
    date(2026, 3, 31),
    date(2026, 10, 31),  # the next night has an hour twice in New York
    date(2026, 10, 24),  # the same in Berlin
    date(2026, 12, 31),
    date(2028, 2, 28),
    date(2028, 2, 29),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "rivers.yaml").write_text(SET)
    return tmp_path


@pytest.fixture
def travel(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Change the time zone of the computer; it is reset after the test."""

    def to(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    return to


@pytest.fixture(autouse=True)
def _own_zone() -> Iterator[None]:
    before = os.environ.get("TZ")
    yield
    if before is None:
        os.environ.pop("TZ", None)
    else:
        os.environ["TZ"] = before
    time.tzset()


def study(folder: Path, now: str, *rivers: str, rating: int = 4, options: tuple[str, ...] = ()) -> str:
    """Study with ``rivers`` as answers, each rated, and return what was printed."""
    answers = "".join(f"{river}\n{rating}\n" for river in rivers)
    done = run_quizgen(folder, "study", "rivers.yaml", *options, "--now", now, stdin=answers)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def due(folder: Path, now: str) -> dict[str, int]:
    done = run_quizgen(folder, "due", "--json", "--now", now)
    assert done.stderr == ""
    found: dict[str, int] = json.loads(done.stdout)
    return found


def setting_of_the_clock(monkeypatch: pytest.MonkeyPatch, jump: timedelta) -> None:
    """Make the computer's clock jump by ``jump`` with every other look at it, and back with the next."""
    looks = count()

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> "Clock":
            number = next(looks)
            at = datetime(2026, 5, 1, 12, tzinfo=UTC) + timedelta(seconds=number) + number % 2 * jump
            return cls.fromtimestamp(at.timestamp(), UTC)

    monkeypatch.setattr(quizgen.cli.clock, "datetime", Clock)


# A clock that jumps


@pytest.mark.parametrize("jump", [BACK, FORWARD])
@pytest.mark.parametrize("command", ["quiz", "study"])
def test_a_clock_that_jumps_between_answers_loses_none(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: str, jump: timedelta
) -> None:
    setting_of_the_clock(monkeypatch, jump)
    answers = "".join(f"{river}\n{'4' * (command == 'study')}\n" for river in RIVERS.values())
    options = ["--no-shuffle"] if command == "quiz" else []
    done = run_quizgen(folder, command, "rivers.yaml", *options, stdin=answers)
    assert (done.returncode, done.stderr) == (0, "")
    reviews = list(History().reviews())
    assert {review.question_id for review in reviews if review.share == 1} == {town.lower() for town in RIVERS}
    assert all(review.seconds < 60 for review in reviews)  # as long as the answer took, whatever the clock said
    with Store.open(data_folder()) as store:
        kept = store.point_states("rivers")
        store.rebuild()
        assert store.point_states("rivers") == kept


def test_the_time_of_an_exam_does_not_depend_on_the_clock(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setting_of_the_clock(monkeypatch, FORWARD)
    answers = "".join(f"{river}\n" for river in RIVERS.values())
    options = ("--exam", "--time", "10", "--no-shuffle")
    done = run_quizgen(folder, "quiz", "rivers.yaml", *options, stdin=answers)
    assert len(list(History().reviews())) == len(RIVERS), done.stdout


def test_a_question_learned_in_a_wrong_year_can_be_studied_again(folder: Path) -> None:
    study(folder, "2027-05-01T12:00", "Danube", rating=1)
    assert due(folder, "2026-05-01T12:00")["learning"] == 1
    asked = study(folder, "2026-05-01T12:00", "Danube")
    assert "Vienna" in asked.partition("\n")[2]


@pytest.mark.parametrize("jump", [BACK, FORWARD])
def test_a_point_can_be_resumed_after_the_clock_was_set(folder: Path, jump: timedelta) -> None:
    start = datetime(2026, 5, 1, 12, tzinfo=UTC)
    study(folder, start.isoformat(), "Danube")
    for turn in range(2):
        for option, suspended in (("--suspend", True), ("--resume", False)):
            at = start + jump * (not turn and suspended)
            run_quizgen(folder, "browse", "rivers.yaml", option, "paris", "--now", at.isoformat())
            with Store.open(data_folder()) as store:
                assert ("paris" in store.suspended("rivers")) is suspended
            assert due(folder, start.isoformat())["new"] == len(RIVERS) - 1 - suspended


@pytest.mark.parametrize("jump", [BACK, FORWARD])
def test_streak_and_goal_after_the_clock_was_set(folder: Path, jump: timedelta) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\ngoal = 1\n")
    today = datetime(2026, 5, 2, 12, tzinfo=UTC)
    study(folder, (today + jump).isoformat(), "Danube")
    assert "Daily goal reached" in study(folder, today.isoformat(), "Seine")
    now = due(folder, today.isoformat())
    assert (now["answered"], now["streak"]) == (1, 2 if jump == BACK else 1)
    assert run_quizgen(folder, "stats", "--now", today.isoformat()).returncode == 0


@pytest.mark.slow
def test_backups_are_made_and_kept_after_the_clock_was_a_year_ahead_for_a_week(folder: Path) -> None:
    study(folder, "2026-04-30T12:00", "Danube")
    for day in range(1, 9):
        study(folder, f"2027-05-0{day}T12:00", "x", rating=1)
    for day in range(1, 9):
        study(folder, f"2026-05-0{day}T12:00", "x", rating=1)
        assert f"history-2026-05-0{day}.sqlite" in {path.name for path in backups_of(data_folder())}
    assert [path.name for path in backups_of(data_folder())] == [
        f"history-2026-05-0{day}.sqlite" for day in range(8, 1, -1)
    ]


@pytest.mark.parametrize("jump", [BACK, FORWARD])
def test_a_release_after_the_clock_was_set_updates_the_notes(
    folder: Path, monkeypatch: pytest.MonkeyPatch, jump: timedelta
) -> None:
    def release(at: float) -> dict[str, int]:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(at)))
        assert run_quizgen(folder, "export", "rivers.yaml", "--yes").returncode == 0
        record = json.loads((folder / "rivers.release.json").read_text())
        return {name: note["modified"] for name, note in record["notes"].items()}

    start = datetime(2026, 5, 1, tzinfo=UTC).timestamp()
    times = [release(start)]
    for number, shift in enumerate([jump.total_seconds(), 0.0]):
        (folder / "rivers.yaml").write_text(SET.replace("?", f" today ({number})?"))
        times.append(release(start + shift))
    for before, after in pairwise(times):  # Anki ignores notes that are not newer than its own
        assert before.keys() == after.keys()
        assert all(after[name] > before[name] for name in before)


@pytest.mark.parametrize("now", ["0001-01-02", "1970-01-01T00:00+00:00", "2500-01-01T12:00+00:00", "9999-12-31T23:00"])
@pytest.mark.parametrize("command", ["study", "quiz", "due", "browse"])
def test_an_impossible_year_is_rejected(folder: Path, command: str, now: str) -> None:
    names = [] if command == "due" else ["rivers.yaml"]
    done = run_quizgen(folder, command, *names, "--now", now, stdin="Danube\n4\n")
    assert done.returncode == 2
    assert "is out of range" in done.stderr


# Nights and days


@pytest.mark.parametrize(("day", "zone"), combined(DAYS, ZONES), ids=str)
def test_the_day_starts_at_four_in_the_morning(
    folder: Path, travel: Callable[[str], None], zone: str, day: date
) -> None:
    travel(zone)
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 2\ngoal = 2\n")
    tomorrow = day + timedelta(days=1)
    study(folder, f"{day}T22:00", "Danube")
    assert due(folder, f"{tomorrow}T03:58")["new"] == 1
    assert "Daily goal reached" in study(folder, f"{tomorrow}T03:58", "Seine")
    night = due(folder, f"{tomorrow}T03:59")
    assert (night["new"], night["answered"], night["streak"]) == (0, 2, 1)
    morning = due(folder, f"{tomorrow}T04:00")
    assert (morning["new"], morning["answered"], morning["streak"]) == (2, 0, 1)
    assert "Daily goal reached" not in study(folder, f"{tomorrow}T04:00", "Thames")
    assert due(folder, f"{tomorrow}T23:59")["streak"] == 2
    assert [path.name for path in backups_of(data_folder())] == [
        f"history-{tomorrow}.sqlite", f"history-{day}.sqlite"
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "zone"), combined(DAYS, ZONES), ids=str)
def test_a_point_is_due_from_four_in_the_morning_of_its_day(
    folder: Path, travel: Callable[[str], None], zone: str, day: date
) -> None:
    travel(zone)
    study(folder, f"{day - timedelta(days=8)}T23:30", "Danube")  # an interval of 8 days
    with Store.open(data_folder()) as store:
        (state,) = store.memory_states("rivers").values()
    due_day = (state.due.astimezone(ZoneInfo(zone)).replace(tzinfo=None) - timedelta(hours=4)).date()
    assert abs(due_day - day) <= timedelta(days=1)
    assert due(folder, f"{due_day}T03:59")["due"] == 0
    assert due(folder, f"{due_day}T04:00")["due"] == 1
    assert "1 due" in study(folder, f"{due_day}T04:00")
    assert f"{due_day}: 1" in run_quizgen(folder, "stats", "--now", f"{due_day - timedelta(days=1)}T12:00").stdout


def test_answers_in_an_hour_that_comes_twice_stay_in_order(folder: Path, travel: Callable[[str], None]) -> None:
    travel("Europe/Berlin")
    study(folder, "2026-10-25T02:30+02:00", "Danube")
    study(folder, "2026-10-25T02:30+01:00", "Seine")
    first, second = History().reviews()
    assert (first.question_id, second.question_id) == ("vienna", "paris")
    assert timedelta(minutes=59) < second.at - first.at < timedelta(minutes=61)
    now = due(folder, "2026-10-25T02:45+01:00")
    assert (now["answered"], now["streak"]) == (2, 1)


def test_a_time_in_an_hour_that_is_skipped_is_read(folder: Path, travel: Callable[[str], None]) -> None:
    travel("Europe/Berlin")
    study(folder, "2026-03-29T02:30", "Danube")  # the clocks go from 2:00 to 3:00
    assert due(folder, "2026-03-29T03:59")["answered"] == 1
    assert due(folder, "2026-03-29T04:00")["answered"] == 0


# Two time zones


@pytest.mark.parametrize(
    ("home", "away"), [("Europe/Berlin", "America/Los_Angeles"), ("Asia/Tokyo", "Pacific/Honolulu")]
)
def test_a_learner_who_travels_keeps_answers_streak_and_limits(
    folder: Path, travel: Callable[[str], None], home: str, away: str
) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / "config.toml").write_text("[study]\nnew = 2\n")
    travel(home)
    study(folder, "2026-05-01T20:00", "Danube")
    study(folder, "2026-05-02T20:00", "Seine")
    for zone in (away, home, away):
        travel(zone)
        at = datetime(2026, 5, 2, 20, 30, tzinfo=ZoneInfo(home)).astimezone(ZoneInfo(zone)).isoformat()
        now = due(folder, at)
        assert (now["streak"], now["answered"], now["new"]) == (2, 1, 1)
        assert "1 new" in study(folder, at)
        with Store.open(data_folder()) as store:
            kept = store.point_states("rivers")
            store.rebuild()
            assert store.point_states("rivers") == kept
    assert len(list(History().reviews())) == 2


def test_a_day_starts_where_the_learner_is(folder: Path, travel: Callable[[str], None]) -> None:
    travel("Europe/Berlin")
    study(folder, "2026-05-01T20:00", "Danube")  # 3 a.m. in Tokyo
    travel("Asia/Tokyo")
    assert due(folder, "2026-05-02T03:59")["answered"] == 1
    now = due(folder, "2026-05-02T04:00")
    assert (now["answered"], now["streak"]) == (0, 1)
