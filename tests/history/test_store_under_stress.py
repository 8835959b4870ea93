"""The history when programs are killed, run at once, or find the disk full: with real processes."""

import random
import sqlite3
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from effort import examples
from history_samples import a_review

from quizgen.history.errors import StorageError
from quizgen.history.history import FILE_NAME
from quizgen.history.migrations import migrate
from quizgen.history.store import Store

pytestmark = pytest.mark.slow

KILLS = max(3, examples(12))  # of each three, one while the history is opened

HEAD = f"""
import os, sys
sys.path.insert(0, {str(Path(__file__).parent)!r})
from pathlib import Path
from history_samples import a_review, after
from quizgen.history.errors import StorageError
from quizgen.history.store import Store
folder, name = Path(sys.argv[1]), sys.argv[2]
"""
WRITER = (
    HEAD
    + """
with Store.open(folder) as store:
    number = 0
    while number < int(sys.argv[3]):
        review = a_review(f"q-{number % 5}", after(seconds=number), session_id=name)
        store.append(review)
        os.write(1, f"{review.id}\\n".encode())  # acknowledged: from here on it must never be lost
        number += 1
"""
)
FULL = (
    HEAD
    + """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
sys.dont_write_bytecode = True  # Python 3.11 would store bytecode that the limit cuts off
with Store.open(folder) as store:
    store.append(a_review("before"))
    limit = sum(path.stat().st_size for path in folder.iterdir()) + 20_000
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
    try:
        for number in range(1000):
            store.append(a_review(f"q-{number}", response="x" * 5000))
            os.write(1, b"stored\\n")
    except StorageError as error:
        os.write(1, f"{error}\\n".encode())
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    store.append(a_review("after"))
"""
)


def start(script: str, folder: Path, name: str = "s", count: int = 1_000_000) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-c", script, str(folder), name, str(count)], stdout=subprocess.PIPE)


def is_intact(folder: Path) -> bool:
    db = sqlite3.connect(folder / FILE_NAME)
    try:
        return bool(db.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    finally:
        db.close()


def test_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    rng = random.Random(3)
    acknowledged: set[str] = set()
    for turn in range(KILLS):
        writer = start(WRITER, tmp_path, f"s-{turn}")
        assert writer.stdout is not None
        if turn % 3 == 0:  # in the midst of opening, the first time of creating
            time.sleep(rng.uniform(0.1, 0.4))
        else:
            acknowledged.update(writer.stdout.readline().decode().strip() for _ in range(2))
            time.sleep(rng.uniform(0, 0.05))
        writer.kill()
        # A line that the kill cut short was written before its acknowledgement was over.
        acknowledged.update(line.decode().strip() for line in writer.stdout if line.endswith(b"\n"))
        writer.wait()
        writer.stdout.close()
        assert is_intact(tmp_path)
        with Store.open(tmp_path) as store:
            stored = {review.id for review in store.reviews()}
            assert acknowledged <= stored
            assert len(stored - acknowledged) <= turn + 1  # the answer under way in each turn
            kept = store.memory_states("rivers")
            store.rebuild()
            assert store.memory_states("rivers") == kept
    assert len(acknowledged) > KILLS


def test_several_programs_at_once_on_a_new_history(tmp_path: Path) -> None:
    writers = [start(WRITER, tmp_path, f"s-{number}", 40) for number in range(4)]
    outputs = [writer.communicate()[0].split() for writer in writers]
    assert [writer.returncode for writer in writers] == [0] * 4
    assert [len(output) for output in outputs] == [40] * 4
    with Store.open(tmp_path) as store:
        assert {review.id.encode() for review in store.reviews()} == {line for output in outputs for line in output}
        kept = store.memory_states("rivers")
        store.rebuild()
        assert store.memory_states("rivers") == kept


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit on the size of files (POSIX)")
def test_a_full_disk_is_reported_and_harms_nothing(tmp_path: Path) -> None:
    program = start(FULL, tmp_path)
    *stored, message = program.communicate()[0].decode().splitlines()
    assert program.returncode == 0
    assert FILE_NAME in message
    assert is_intact(tmp_path)
    with Store.open(tmp_path) as store:
        questions = [review.question_id for review in store.reviews()]
    assert questions == ["before", *(f"q-{number}" for number in range(len(stored))), "after"]


@pytest.mark.skipif(sys.platform != "linux", reason="needs /proc, where nobody may write")
def test_an_unwritable_folder_is_reported() -> None:
    with pytest.raises(StorageError, match=FILE_NAME):
        Store.open(Path("/proc/quizgen"))


def test_a_locked_history_is_reported(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quizgen.history.store.BUSY_SECONDS", 0.05)
    with Store.open(tmp_path) as store:
        other = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageError, match="is locked by another program"):
            store.append(a_review())
        other.execute("COMMIT")
        other.close()
        assert store.append(a_review())


def test_a_history_that_another_program_creates_meanwhile_is_not_taken_for_a_foreign_database(tmp_path: Path) -> None:
    statements = 0

    class Interrupted(sqlite3.Connection):
        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            nonlocal statements
            statements += 1
            if statements == 2:
                Store.open(tmp_path).close()
            return super().execute(*arguments)

    db = sqlite3.connect(tmp_path / FILE_NAME, isolation_level=None, factory=Interrupted)
    try:
        migrate(db, tmp_path / FILE_NAME)
    finally:
        db.close()
    assert statements >= 2
    Store.open(tmp_path).close()
