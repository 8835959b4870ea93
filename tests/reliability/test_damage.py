"""A damaged history: one line instead of a traceback, daily backups, and a repair that saves what can be read."""

import random
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from effort import examples
from history_versions import undo_later_versions
from program import run_quizgen

from quizgen.history.backup import back_up, backups_of, repair
from quizgen.history.errors import StorageError
from quizgen.history.history import FILE_NAME, History
from quizgen.history.records import Amendment, Change, Review, SessionEnd, SessionStart
from quizgen.history.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "history"))
from history_samples import START, a_review, after

REVIEWS = 40
"""Answers in a history; ten times as many where the share that is saved is measured."""
CORRUPTIONS = examples(200)
DAY = date(2026, 3, 1)


def sample(folder: Path, count: int = REVIEWS) -> set[str]:
    """Write a history of ``count`` answers to ``folder`` and return the ids of its reviews."""
    reviews = [a_review(f"q-{n % 40}", START + timedelta(minutes=n), response="Po " * 10) for n in range(count)]
    with Store.open(folder) as store:
        store.merge(
            [*reviews, Amendment(reviews[0].id, after(days=1), Change.OVERRIDE, value=True), SessionEnd("s", START)]
        )
    return {review.id for review in reviews}


def damaged(content: bytes, rng: random.Random) -> bytes:
    """Return ``content`` with one kind of damage: flipped bytes, a page of zeros, or a cut end."""
    data = bytearray(content)
    match rng.randrange(4):
        case 0:
            for _ in range(20):
                data[rng.randrange(len(data))] ^= rng.randrange(1, 256)
        case 1:
            start = rng.randrange(len(data) // 4096) * 4096
            data[start : start + 4096] = bytes(4096)
        case 2:
            del data[rng.randrange(len(data) // 2, len(data)) :]
        case _:
            for _ in range(20):
                data[rng.randrange(len(data) // 2)] = rng.randrange(128, 256)
    return bytes(data)


@pytest.mark.slow
def test_random_corruptions_cause_no_traceback_and_most_answers_are_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = sample(tmp_path / "good", count=10 * REVIEWS)
    content = (tmp_path / "good" / FILE_NAME).read_bytes()
    rng = random.Random(18)
    shares = []
    for turn in range(CORRUPTIONS):
        home = tmp_path / f"home-{turn}"
        home.mkdir()
        (home / FILE_NAME).write_bytes(damaged(content, rng))
        monkeypatch.setenv("QUIZGEN_HOME", str(home))
        for command in (["history", "export"], ["stats"], ["due"]):
            result = run_quizgen(tmp_path, *command)
            assert result.returncode in {0, 1, 2}, result.stderr  # not the status of an unexpected error
            assert result.stderr.count("\n") <= 1
        repair(home, "now")
        with Store.open(home) as store:
            saved = {review.id for review in store.reviews()}
        shares.append(len(saved & ids) / len(ids))
    mean = sum(shares) / len(shares)
    print(f"{CORRUPTIONS} corruptions: {mean:.1%} of the answers saved, without backups")
    assert mean > 0.6


def test_a_text_that_damage_turned_into_bytes_is_left_out(tmp_path: Path) -> None:
    ids = sample(tmp_path)
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        db.execute("PRAGMA writable_schema = ON")
        db.execute("UPDATE sqlite_master SET sql = replace(sql, ' STRICT', '') WHERE name = 'reviews'")
        db.commit()
    with closing(sqlite3.connect(tmp_path / FILE_NAME)) as db:
        for (trigger,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            db.execute(f"DROP TRIGGER {trigger}")
        db.execute("UPDATE reviews SET set_id = CAST(set_id AS BLOB) WHERE number = 7")
        db.commit()
    assert repair(tmp_path, "now").answers == len(ids) - 1


def test_a_repair_takes_from_backups_what_the_history_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path))
    ids = sample(tmp_path)
    assert back_up(tmp_path, DAY)
    (tmp_path / FILE_NAME).write_bytes(b"\xff" * 10_000)
    result = run_quizgen(tmp_path, "stats")
    assert (result.returncode, "quizgen history repair" in result.stderr) == (1, True)
    result = run_quizgen(tmp_path, "history", "repair")
    assert result.stdout.startswith(f"{REVIEWS} answers recovered ({REVIEWS} from backups).")
    with Store.open(tmp_path) as store:
        assert {review.id for review in store.reviews()} == ids
        assert sum(isinstance(record, Amendment | SessionEnd) for record in store.log()) == 2
        kept = store.memory_states("rivers")
        store.rebuild()
        assert store.memory_states("rivers") == kept
    assert len(list(tmp_path.glob("history-damaged-*.sqlite"))) == 1


def test_a_repair_reads_a_backup_of_an_earlier_version(tmp_path: Path) -> None:
    ids = sample(tmp_path)
    assert back_up(tmp_path, DAY)
    (backup,) = backups_of(tmp_path)
    db = sqlite3.connect(backup)
    undo_later_versions(db)
    db.execute("PRAGMA user_version = 3")
    db.commit()
    db.close()
    (tmp_path / FILE_NAME).write_bytes(b"\xff" * 10_000)
    assert repair(tmp_path, "now").from_backups == REVIEWS
    with Store.open(tmp_path) as store:
        assert {review.id for review in store.reviews()} == ids


def test_repairing_an_intact_history_changes_nothing_in_it(tmp_path: Path) -> None:
    sample(tmp_path)
    with Store.open(tmp_path) as store:
        log = list(store.log())
    assert repair(tmp_path, "now").answers == REVIEWS
    with Store.open(tmp_path) as store:
        assert list(store.log()) == log


def test_repair_without_a_history_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "none"))
    assert run_quizgen(tmp_path, "history", "repair").stderr.startswith("Error: No history found in")


def test_a_session_backs_up_the_history_once_a_day_and_keeps_seven(tmp_path: Path) -> None:
    for number in range(10):
        for turn in range(2):
            with History(tmp_path, on_error=pytest.fail, today=lambda: DAY + timedelta(days=number)) as history:  # noqa: B023
                history.add(a_review(f"q-{number}-{turn}", after(days=number, minutes=turn)))
    backups = backups_of(tmp_path)
    assert [path.name for path in backups] == [f"history-2026-03-{day:02}.sqlite" for day in range(10, 3, -1)]
    db = sqlite3.connect(backups[0])
    assert db.execute("SELECT count(*) FROM reviews").fetchone() == (19,)
    db.close()
    if sys.platform != "win32":
        assert {stat.S_IMODE(path.stat().st_mode) for path in backups} == {0o600}
        assert stat.S_IMODE(backups[0].parent.stat().st_mode) == 0o700
    assert {path.suffix for path in backups[0].parent.iterdir()} == {".sqlite"}


def test_a_damaged_history_replaces_no_backup(tmp_path: Path) -> None:
    sample(tmp_path)
    assert back_up(tmp_path, DAY)
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    content[8192:16384] = bytes(8192)
    (tmp_path / FILE_NAME).write_bytes(content)
    with pytest.raises(StorageError, match="damaged"):
        back_up(tmp_path, DAY + timedelta(days=1))
    assert len(list((tmp_path / "backups").iterdir())) == 1


def test_the_history_is_checked_if_the_last_program_did_not_end_cleanly(tmp_path: Path) -> None:
    sample(tmp_path)
    content = bytearray((tmp_path / FILE_NAME).read_bytes())
    db = sqlite3.connect(tmp_path / FILE_NAME)
    (root,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'readings'").fetchone()
    db.close()
    content[(root - 1) * 4096 : root * 4096] = bytes(4096)
    (tmp_path / FILE_NAME).write_bytes(content)
    Store.open(tmp_path).close()  # nothing reads that page
    (tmp_path / f"{FILE_NAME}-wal").touch()
    Store.open(tmp_path).close()  # an empty log: nothing was being written
    (tmp_path / f"{FILE_NAME}-wal").write_bytes(bytes(32))
    with pytest.raises(StorageError, match="is damaged"):
        Store.open(tmp_path)


def test_reviews_are_saved_even_if_a_session_is_unreadable(tmp_path: Path) -> None:
    with Store.open(tmp_path) as store:
        from quizgen.history.records import Mode

        store.add(SessionStart("s", "rivers", Mode.QUIZ, START))
        store.append(a_review())
    db = sqlite3.connect(tmp_path / FILE_NAME)
    db.execute("DROP TRIGGER sessions_update")
    db.execute("UPDATE sessions SET plan = 'no plan'")
    db.commit()
    db.close()
    assert repair(tmp_path, "now").answers == 1
    with Store.open(tmp_path) as store:
        assert [type(record) for record in store.log()] == [Review]
