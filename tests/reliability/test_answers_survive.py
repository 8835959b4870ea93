"""Answers given while the history is locked, full or damaged are stored later, or saved to a file that can be imported."""

import re
import sqlite3
import stat
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from effort import examples
from program import run_quizgen

from quizgen.history.history import FILE_NAME, History
from quizgen.history.records import Amendment, Change, SessionEnd
from quizgen.history.store import Store

sys.path.insert(0, str(Path(__file__).parents[1] / "history"))
from history_samples import START, a_review, after

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs POSIX permissions")


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The tests' own current folder, and no waiting for locks."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("quizgen.history.store.BUSY_SECONDS", 0.05)
    monkeypatch.setattr("quizgen.history.history.IMPATIENT_SECONDS", 0.01)
    return tmp_path


def lock(home: Path) -> sqlite3.Connection:
    """Return a connection that keeps everybody else from writing until it is closed."""
    other = sqlite3.connect(home / FILE_NAME, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    return other


def stored(home: Path) -> list[str]:
    with Store.open(home) as store:
        return [review.question_id for review in store.reviews()]


def test_answers_during_a_lock_are_stored_with_the_first_one_after_it(tmp_path: Path) -> None:
    reported: list[str] = []
    with History(tmp_path / "home", on_error=reported.append) as history:
        history.add(a_review("q-0"))
        other = lock(tmp_path / "home")
        for number in range(1, 4):
            history.add(a_review(f"q-{number}", after(seconds=number)))
            assert not history.available
        history.add(Amendment(a_review("q-1", after(seconds=1)).id, after(minutes=1), Change.WITHDRAWAL, value=True))
        other.close()
        history.add(a_review("q-4", after(seconds=4)))
        assert history.available
        assert stored(tmp_path / "home") == ["q-0", "q-2", "q-3", "q-4"]
    assert len(reported) == 2
    assert "is locked by another program" in reported[0]
    assert reported[1] == "quizgen can save your answers again."


def test_answers_during_a_lock_until_the_end_are_stored_on_close(tmp_path: Path) -> None:
    with History(tmp_path / "home", on_error=lambda _: None) as history:
        history.add(a_review("q-0"))
        other = lock(tmp_path / "home")
        history.add(a_review("q-1", after(seconds=1)))
        other.close()
    assert stored(tmp_path / "home") == ["q-0", "q-1"]
    assert [path.name for path in (tmp_path / "home").glob("*.jsonl")] == []


@pytest.mark.parametrize("obstacle", ["lock", "damage", "no folder"])
def test_what_cannot_be_stored_is_saved_to_a_file_that_import_takes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, obstacle: str
) -> None:
    home = tmp_path / "home"
    reported: list[str] = []
    other = None
    match obstacle:
        case "lock":
            Store.open(home).close()
            other = lock(home)
        case "damage":
            home.mkdir()
            (home / FILE_NAME).write_bytes(b"no database" * 1000)
        case "no folder":
            home.write_text("a file")
    with History(home, on_error=reported.append) as history:
        history.add(a_review("q-1"))
        history.add(a_review("q-2", after(seconds=1)))
        history.add(Amendment(a_review("q-1").id, after(minutes=1), Change.OVERRIDE, value=True))
        history.add(SessionEnd("s", after(hours=1)))
    if other:
        other.close()
    assert len(reported) == 2
    named = re.search(r"quizgen history import (\S+)$", reported[1])
    assert named
    rescued = Path(named[1])
    assert rescued.parent == (tmp_path if obstacle == "no folder" else home)
    if sys.platform != "win32":
        assert stat.S_IMODE(rescued.stat().st_mode) == 0o600
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "other"))
    assert "4 new records imported" in run_quizgen(tmp_path, "history", "import", str(rescued)).stdout
    assert stored(tmp_path / "other") == ["q-1", "q-2"]


def test_the_learner_is_told_if_nothing_can_be_saved_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError(28, "No space left on device")

    (tmp_path / "home").write_text("a file")
    monkeypatch.setattr("quizgen.atomic.write_text", fail)
    reported: list[str] = []
    with History(tmp_path / "home", on_error=reported.append) as history:
        history.add(a_review())
    assert reported[-1] == "Part of this session (1 record) could not be saved anywhere and was lost."


def test_without_a_listener_a_failure_is_an_error_and_nothing_waits(tmp_path: Path) -> None:
    from quizgen.history.errors import StorageError

    with History(tmp_path / "home") as history:
        history.add(a_review("q-0"))
        other = lock(tmp_path / "home")
        with pytest.raises(StorageError):
            history.add(a_review("q-1", after(seconds=1)))
        other.close()
        history.add(a_review("q-2", after(seconds=2)))
    assert stored(tmp_path / "home") == ["q-0", "q-2"]


@posix
def test_the_history_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    home = tmp_path / "new" / "home"
    with Store.open(home) as store:
        store.append(a_review())
        modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in home.iterdir()}
    assert set(modes.values()) == {0o600}
    assert len(modes) == 3
    assert stat.S_IMODE(home.stat().st_mode) == 0o700
    (home / FILE_NAME).chmod(0o644)
    Store.open(home).close()
    assert stat.S_IMODE((home / FILE_NAME).stat().st_mode) == 0o600


IMPORTED = examples(3000)
ANSWERS = examples(40)


@pytest.mark.slow
def test_sessions_and_imports_side_by_side_lose_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    (tmp_path / "rivers.yaml").write_text(
        "id: rivers\ntitle: Rivers\nquestions:\n"
        + "".join(
            f"  - {{id: q{n}, kind: true_false, stem: The number is {n}., answer: true}}\n" for n in range(ANSWERS)
        ),
        encoding="utf-8",
    )
    from quizgen.history.transfer import lines

    for number in range(2):
        reviews = [
            a_review(f"q{n % 50}", START + timedelta(seconds=n), session_id=f"import-{number}") for n in range(IMPORTED)
        ]
        (tmp_path / f"{number}.jsonl").write_text("\n".join(lines(reviews)))
    quizgen = [sys.executable, "-m", "quizgen"]
    commands = [
        *([*quizgen, "quiz", "rivers.yaml", "--all", "--plain"] for _ in range(3)),
        *([*quizgen, "study", "rivers.yaml", "--new", str(ANSWERS), "--plain"] for _ in range(3)),
        *([*quizgen, "history", "import", f"{number}.jsonl"] for number in range(2)),
    ]
    programs = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for command in commands
    ]
    for program in programs:
        assert program.stdin is not None
        program.stdin.write("t\n" * ANSWERS * 3)
        program.stdin.close()
    outputs = [(program.stdout, program.stderr) for program in programs]
    texts = [(out.read() if out else "", err.read() if err else "") for out, err in outputs]
    assert [program.wait() for program in programs] == [0] * len(programs), texts
    for out, err in outputs:
        for stream in (out, err):
            if stream:
                stream.close()
    shown = sum(line == "Correct." for out, _ in texts for line in out.splitlines())
    # On a busy machine, one of eight writers can wait for longer than its patience: its answers are in a file.
    for rescued in (tmp_path / "home").glob("quizgen-answers-*.jsonl"):
        subprocess.run([*quizgen, "history", "import", str(rescued)], check=True, capture_output=True)
    with Store.open(tmp_path / "home") as store:
        log = [review for review in store.reviews() if not review.session_id.startswith("import-")]
        assert sum(1 for _ in store.reviews()) == len(log) + 2 * IMPORTED
        kept = store.memory_states("rivers")
        store.rebuild()
        assert store.memory_states("rivers") == kept
    assert shown >= 3 * ANSWERS
    assert len(log) == shown, texts


def test_an_import_holds_the_lock_only_briefly_and_continues_after_an_interruption(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quizgen.history.store.PART", 10)
    reviews = [a_review(f"q-{n % 7}", START + timedelta(minutes=n)) for n in range(50)]
    late = Amendment(reviews[3].id, after(days=1), Change.OVERRIDE, value=True)
    with Store.open(tmp_path / "expected") as expected:
        expected.merge([*reviews, late])
        states = expected.memory_states("rivers")
    calls = 0

    def interrupt(done: int, total: int) -> None:
        """Store another answer between the parts, which fails if the import holds the lock."""
        nonlocal calls
        calls += 1
        assert 0 <= done < total
        with Store.open(tmp_path / "home", patience=0) as other:
            assert other.append(a_review("other", after(seconds=calls)))
        if calls == 3:
            raise KeyboardInterrupt

    with Store.open(tmp_path / "home") as store:
        with pytest.raises(KeyboardInterrupt):
            store.merge_in_parts([late, *reviews], interrupt)
        assert store.merge_in_parts([late, *reviews]) == 51 - 30
        assert {name: state for name, state in store.memory_states("rivers").items() if name != "other"} == states
        assert store.merge_in_parts([late, *reviews]) == 0


def test_the_next_program_derives_the_states_that_an_interrupted_import_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    reviews = [a_review(f"q-{n % 7}", START + timedelta(minutes=n)) for n in range(50)]
    with Store.open(tmp_path) as store:
        with pytest.raises(KeyboardInterrupt):
            store.merge_in_parts(reviews, stop)
        assert not store.memory_states("rivers")
    with Store.open(tmp_path) as store:
        assert len(store.memory_states("rivers")) == 7
        kept = store.memory_states("rivers")
        store.rebuild()
        assert store.memory_states("rivers") == kept
