"""What is due today: `quizgen due`, and the numbers that every command shows."""

import json
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from effort import examples
from history_versions import undo_later_versions
from hypothesis import example, given, settings
from hypothesis import strategies as st
from program import run_quizgen, with_decks

from quizgen.cli.today import remember
from quizgen.grading.verdict import Outcome
from quizgen.history.days import Calendar
from quizgen.history.history import FILE_NAME, data_folder
from quizgen.history.queue import Limits, Waiting
from quizgen.history.ratings import Rating
from quizgen.history.records import Mode, Review, Suspension
from quizgen.history.store import Store
from quizgen.history.today import DEFAULT_SECONDS, minutes_for, read_day, streak
from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.session.study import StudySession
from quizgen.session.study_pool import StudyPool

SET = """\
id: rivers
title: Rivers
questions:
  - {id: a, kind: short, stem: Which river is the longest?, answer: Volga}
  - {id: b, kind: short, stem: Which river flows through Vienna?, answer: Danube}
  - {id: c, kind: short, stem: Which river flows through Paris?, answer: Seine}
"""
NOON = "2026-05-01T12:00"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return with_decks(tmp_path, rivers=SET)


def due(folder: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return run_quizgen(folder, "due", *arguments)


def study(folder: Path, now: str, answers: str) -> None:
    assert run_quizgen(folder, "study", "rivers", "--now", now, stdin=answers).returncode == 0


@pytest.mark.slow
def test_without_a_history_the_sets_found_are_new(folder: Path) -> None:
    done = due(folder)
    assert (done.returncode, done.stdout, done.stderr) == (0, "20 new, about 10 minutes\n", "")
    listed = json.loads(run_quizgen(folder, "list", "--json").stdout)
    counted = {one["id"]: one["new"] for one in json.loads(due(folder, "--json").stdout)["sets"]}
    assert counted == {one["id"]: one["new"] for one in listed}
    assert counted["rivers"] == 3
    assert not data_folder().exists()


def test_now_may_precede_the_command(folder: Path) -> None:
    study(folder, NOON, "volga\n4\n")
    later = "2026-05-20T12:00"
    assert run_quizgen(folder, "--now", later, "due").stdout == due(folder, "--now", later).stdout
    assert due(folder, "--now", later).stdout.startswith("1 due, 2 new")


def test_a_set_counts_as_it_was_last_studied(folder: Path) -> None:
    study(folder, NOON, "volga\n4\n")
    done = due(folder, "--now", NOON)
    assert (done.returncode, done.stdout) == (0, "2 new, about 1 minute\n")
    (folder / "decks" / "rivers.yaml").unlink()
    later = due(folder, "--now", "2026-05-20T12:00", "--json")
    assert later.returncode == 0
    assert json.loads(later.stdout) == {
        "due": 1, "learning": 0, "new": 2, "minutes": 2, "answered": 0, "streak": 0,
        "sets": [{"id": "rivers", "title": "Rivers", "due": 1, "learning": 0, "new": 2}],
    }  # fmt: skip


def test_a_set_that_was_only_taken_as_a_quiz_counts_too(folder: Path) -> None:
    run_quizgen(folder, "quiz", "rivers", "-n", "1", stdin="no idea\n")
    in_ten_days = (datetime.now(UTC) + timedelta(days=10)).isoformat()
    assert due(folder, "--now", in_ten_days).stdout.startswith("1 learning, 2 new")


def test_the_streak_and_the_exit_status(folder: Path) -> None:
    study(folder, "2026-05-01T12:00", "volga\n4\ndanube\n4\n")
    study(folder, "2026-05-02T12:00", "seine\n4\n")
    done = due(folder, "--now", "2026-05-02T13:00")
    assert (done.returncode, done.stdout) == (1, "nothing due, 2 days in a row\n")
    quiet = due(folder, "--quiet", "--now", "2026-06-20T13:00")
    assert (quiet.returncode, quiet.stdout) == (0, "")


def test_limits_come_from_the_settings(folder: Path) -> None:
    study(folder, NOON, "skip\n")
    assert due(folder, "--now", NOON).stdout.startswith("3 new")
    (data_folder() / "config.toml").write_text("[study]\nnew = 1\n")
    assert due(folder, "--now", NOON).stdout.startswith("1 new")
    (data_folder() / "config.toml").write_text("[study]\nold = 1\n")
    done = due(folder, "--now", NOON)
    assert (done.returncode, "unknown setting 'old'" in done.stderr) == (2, True)


def test_a_damaged_history_is_an_error(folder: Path) -> None:
    data_folder().mkdir(parents=True)
    (data_folder() / FILE_NAME).write_text("not a database" * 100)
    done = due(folder)
    assert (done.returncode, "is not a quizgen history. If it is a quizgen history, run" in done.stderr) == (2, True)


@pytest.mark.parametrize("version", [3, 6, 7])
def test_a_history_of_an_earlier_version_is_migrated(folder: Path, version: int) -> None:
    study(folder, NOON, "volga\n4\n")
    db = sqlite3.connect(data_folder() / FILE_NAME)
    if version == 3:
        undo_later_versions(db)
    elif version == 6:
        db.execute("ALTER TABLE studied_sets DROP COLUMN facts")
    db.execute(f"PRAGMA user_version = {version}")
    db.commit()
    db.close()
    done = due(folder, "--now", NOON, "--json")
    assert (done.returncode, done.stderr) == (0, "")
    assert next(one["new"] for one in json.loads(done.stdout)["sets"] if one["id"] == "rivers") == 2


@pytest.mark.slow
def test_no_model_is_imported(folder: Path) -> None:
    study(folder, NOON, "volga\n4\ndanube\n4\nseine\n4\n")
    program = (
        "import sys; from quizgen.cli import main\n"
        "try:\n    main()\nexcept SystemExit: pass\n"
        "print(*{'pydantic', 'rich', 'yaml', 'fsrs', 'quizgen.questions'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, "due", "--now", NOON], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout == "nothing due\n\n"


START = datetime(2026, 3, 1, 12, tzinfo=UTC)
QUESTIONS = [
    ShortQuestion(id=name, stem=f"What is {name}?", answer=name, point=f"p{name}", fact=f"f{number % 3}")
    for number, name in enumerate("abcdefgh")
]
QUESTIONS += [ShortQuestion(id=f"{name}2", stem=f"{name}?", answer=name, point=f"p{name}") for name in "abc"]
POOL = QuestionSet(id="letters", title="Letters", questions=QUESTIONS)
ANSWERS = st.tuples(
    st.sampled_from("abcdefghz"), st.sampled_from([*Rating, None]), st.integers(0, 20 * 24), st.integers(0, 59)
)


def test_the_next_program_does_not_check_the_whole_history_for_damage(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    study(folder, NOON, "volga\n4\n")
    path = data_folder() / FILE_NAME
    assert due(folder, "--now", NOON).returncode == 0
    checks: list[object] = []
    monkeypatch.setattr("quizgen.history.store.require_intact", checks.append)
    log = path.with_name(f"{FILE_NAME}-wal")
    log.touch()  # which some versions of SQLite leave after reading
    with Store.open(path.parent) as store:
        store.add(Suspension("letters", "pa", START))
        assert checks == []
        killed = shutil.copytree(path.parent, path.parent.with_name("killed"))
    Store.open(killed).close()
    assert len(checks) == 1


@pytest.mark.slow
@settings(max_examples=examples(60), deadline=None)
@given(
    st.lists(ANSWERS, max_size=25), st.sets(st.sampled_from("abcdefgh")),
    st.integers(0, 25 * 24), st.integers(0, 6), st.integers(0, 6),
)  # fmt: skip
@example([("a", Rating.EASY, 16, 0)], set(), 8 * 24, 6, 6)  # due at 4 a.m., at the moment the day ends
@example([("a", Rating.EASY, 16, 0)], set(), 0, 1, 6)  # a new point of the moment at which the next day begins
@example([("a", Rating.EASY, 16, 0)], set(), 17, 1, 6)
@example(  # a new point of today whose last answer a wrong clock dated ahead, and two that are due
    [
        ("b", Rating.EASY, 0, 0), ("c", Rating.EASY, 0, 1),
        ("a", Rating.EASY, 9 * 24 - 1, 0), ("a", Rating.EASY, 10 * 24 + 6, 0),
    ],
    set(), 9 * 24, 6, 1,
)  # fmt: skip
def test_the_numbers_are_those_of_study(
    answers: list[tuple[str, Rating | None, int, int]], suspended: set[str], hours: int, new: int, limit: int
) -> None:
    now, calendar = START + timedelta(hours=hours), Calendar(UTC)
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder)) as store:
            for number, (name, rating, hour, minute) in enumerate(answers):
                at = START + timedelta(hours=hour, minutes=minute)
                outcome = Outcome.SKIPPED if rating is None else Outcome.CORRECT
                share = float(rating is not None)
                store.append(
                    Review(
                        "letters",
                        name,
                        f"s{number}",
                        at,
                        Mode.QUIZ,
                        "short",
                        outcome,
                        share,
                        name,
                        3.0,
                        rating,
                        credits={f"p{name}": share},
                    )
                )
            for name in suspended:
                store.add(Suspension("letters", f"p{name}", START))
            remember(store, [POOL])
            states = {("letters", name): state for name, state in store.point_states("letters").items()}
            points = store.suspended("letters")
        day = read_day(Path(folder) / FILE_NAME, now, calendar, new_limit=new, review_limit=limit)
    pool = StudyPool.of([POOL], suspended={"letters": points})
    waiting = StudySession.start(pool, states, now, limits=Limits(new, limit), calendar=calendar).queue.waiting
    assert Waiting(day.learning, day.due, day.new) == waiting


@pytest.mark.parametrize(
    ("days", "length"),
    [
        ([], 0), ([10], 1), ([10, 10, 9, 8], 3), ([9, 8], 2), ([8, 7], 0), ([10, 8], 1), ([11, 10, 9], 2),
    ],
)  # fmt: skip
def test_streaks(days: list[int], length: int) -> None:
    assert streak([date(2026, 5, day) for day in days], date(2026, 5, 10)) == length


def test_minutes() -> None:
    assert [minutes_for(0, 0, 15), minutes_for(1, 0, 15), minutes_for(4, 4, 15), minutes_for(0, 3, 20)] == [0, 1, 3, 2]


def test_the_pace_is_measured_between_answers_without_pauses(tmp_path: Path) -> None:
    def pace(gaps: list[int], *, days_later: int = 1) -> float:
        at = START
        with Store.open(tmp_path) as store:
            for number, gap in enumerate(gaps):
                at += timedelta(seconds=gap)
                session = f"s{len(gaps)}-{number}"
                store.append(
                    Review("letters", "a", session, at, Mode.QUIZ, "short", Outcome.CORRECT, 1.0, "a", 3.0, None)
                )
        path = tmp_path / FILE_NAME
        now = START + timedelta(days=days_later)
        return read_day(path, now, Calendar(UTC), new_limit=1, review_limit=1).seconds_per_answer

    assert pace([0, 30, 30]) == DEFAULT_SECONDS
    gaps = [100, 30, 4000, 30, 30, 30, 10, 20]
    assert pace(gaps, days_later=0) == DEFAULT_SECONDS  # the estimate does not change during the day
    assert pace(gaps) == pytest.approx(25, abs=5)


def test_every_command_counts_the_points_that_study_asks_today(folder: Path) -> None:
    questions = "".join(
        f"  - {{id: f.c{n}.card, kind: card, stem: What is number {n}?, answer: a{n}, fact: f, point: f.c{n}}}\n"
        for n in range(3)
    )
    (folder / "decks" / "rivers.yaml").write_text(f"id: rivers\ntitle: Rivers\nquestions:\n{questions}")
    first = datetime(2026, 5, 1, 12, tzinfo=UTC)
    with Store.open(data_folder()) as store:
        for n in range(3):
            point = f"f.c{n}"
            store.append(
                Review(
                    "rivers", f"{point}.card", "s", first, Mode.STUDY, "card", Outcome.CORRECT, 1.0, None, 9.0,
                    Rating.EASY, credits={point: 1.0},
                )
            )  # fmt: skip
        day = Calendar().day(store.memory_states("rivers")["f.c0"].due)

    def counts(day: date) -> dict[str, int]:
        now = ("--now", f"{day}T12:00")
        browsed = json.loads(run_quizgen(folder, "browse", "rivers", "--json", *now).stdout)
        (listed,) = (
            one for one in json.loads(run_quizgen(folder, "list", "--json", *now).stdout) if one["id"] == "rivers"
        )
        return {
            "study": 2 if "2 due" in run_quizgen(folder, "study", "rivers", *now, stdin="").stdout else 0,
            "due": json.loads(due(folder, "--json", *now).stdout)["due"],
            "list": listed["due"],
            "stats": json.loads(run_quizgen(folder, "stats", "rivers", "--json", *now).stdout)["forecast"][0],
            "browse": sum(row["state"] == "due" for row in browsed),
        }

    evening = run_quizgen(folder, "study", "rivers", "--now", f"{day - timedelta(days=1)}T12:00").stdout
    # All three are due and have one fact, so one waits until the next day.
    assert counts(day) == dict.fromkeys(("study", "due", "list", "stats", "browse"), 2)
    assert "2 due" in evening
    rows = run_quizgen(folder, "browse", "rivers", "--plain", "--now", f"{day}T12:00").stdout
    assert "later, in 1 day\n" in rows  # tomorrow, at whatever time that day starts
