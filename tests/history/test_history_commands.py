"""`quizgen history` and `quizgen stats` as commands."""

import csv
import json
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result
from history_samples import START, a_review, after, wrong

from quizgen.cli import cli
from quizgen.cli.history import history_command
from quizgen.cli.stats import stats_command
from quizgen.history.history import FILE_NAME
from quizgen.history.ratings import Rating
from quizgen.history.records import Amendment, Change, Mode, Plan, Reading, Record, SessionEnd, SessionStart, Suspension
from quizgen.history.store import Store

SET = (
    "id: rivers\ntitle: Rivers\nquestions:\n  - {id: q, kind: choice, stem: Which?, answer: Po, distractors: [Arno]}\n"
)


def run(command: click.Command, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [str(command.name), *arguments], catch_exceptions=False)


def switch(monkeypatch: pytest.MonkeyPatch, home: Path) -> Path:
    monkeypatch.setenv("QUIZGEN_HOME", str(home))
    return home


@pytest.fixture(autouse=True)
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A history with one of everything, and a folder with the set."""
    (tmp_path / "decks").mkdir()
    (tmp_path / "decks" / "rivers.yaml").write_text(SET)
    monkeypatch.chdir(tmp_path)
    home = switch(monkeypatch, tmp_path / "home")
    with Store.open(home) as store:
        store.add(SessionStart("s", "rivers", Mode.EXAM, START, Plan(("q",), {"q": ("Arno", "Po")}, 3, 2, 60.0)))
        store.append(wrong())
        store.append(
            a_review("gone", after(hours=1), kind="short", response="é \ud83d", rating=None, credits={"gone": 1.0})
        )
        store.add(Amendment(wrong().id, after(hours=1), Change.OVERRIDE, value=True))
        store.add(Amendment(wrong().id, after(hours=2), Change.RATING, Rating.HARD))
        store.add(SessionEnd("s", after(hours=3)))
    return home


def test_a_history_moves_to_another_computer_completely_and_only_once(
    home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert "6 records written" in run(history_command, "export", "out.jsonl").output
    assert "6 records written" in run(history_command, "export", "-o", "again.jsonl").output
    assert "Leave out 'out.jsonl' or -o." in run(history_command, "export", "out.jsonl", "-o", "again.jsonl").output
    assert run(history_command, "export").output.encode() == Path("out.jsonl").read_bytes()
    other = switch(monkeypatch, tmp_path / "other")
    assert run(history_command, "import", "out.jsonl").output == "6 new records imported.\n"
    with Store.open(home) as here, Store.open(other) as there:
        assert list(there.log()) == list(here.log())
        assert there.memory_states("rivers") == here.memory_states("rivers")
        assert there.sessions("rivers") == here.sessions("rivers")
    assert run(history_command, "import", "out.jsonl").output.startswith("Nothing to import")
    assert run(history_command, "export").output.encode() == Path("out.jsonl").read_bytes()


def changed(line: str, **changes: Any) -> str:
    return json.dumps(json.loads(line) | changes)


def test_a_backup_from_before_points_is_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    lines = [json.loads(line) for line in run(history_command, "export").output.splitlines()]
    old = [{name: value for name, value in line.items() if name != "credits"} for line in lines]
    Path("old.jsonl").write_text("\n".join(map(json.dumps, old)))
    other = switch(monkeypatch, tmp_path / "other")
    assert run(history_command, "import", "old.jsonl").output == "6 new records imported.\n"
    with Store.open(other) as store:
        assert [review.credits for review in store.reviews()] == [None, None]


def test_readings_and_suspensions_move_too(home: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    added: list[Record] = [
        a_review("read", after(hours=4), after_reading=True),
        Reading("rivers", after(hours=4)),
        Suspension("rivers", "q", after(hours=5)),
    ]
    with Store.open(home) as store:
        store.merge(added)
        logged = list(store.log())
    assert all(record in logged for record in added)
    run(history_command, "export", "out.jsonl")
    with Store.open(switch(monkeypatch, tmp_path / "third")) as store:
        run(history_command, "import", "out.jsonl")
        assert list(store.log()) == logged


def test_every_bad_line_is_reported_and_nothing_is_imported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    heading, session, review, *_ = run(history_command, "export").output.splitlines()
    bad = [
        ("nonsense", "not valid JSON"),
        ("[1]", "not a JSON object"),
        ("[" * 100_000, "not valid JSON"),
        ('{"type": "song"}', "unknown record type 'song'"),
        (changed(heading, version=2), "version 2"),
        (changed(review, id=""), "'id' must be text"),
        (changed(review, id="\ud83d"), "an incomplete Unicode character"),
        (changed(review, id="a\0b"), "'id' must be text"),
        (changed(review, set_id="a\0b"), "'set_id' must be text"),
        (changed(session, id="a\0b"), "'id' must be text"),
        (changed(review, at="yesterday"), "yesterday"),
        (changed(review, at="2026-03-01T10:00:00"), "no time zone"),
        (changed(review, kind="song"), "unknown question kind 'song'"),
        (changed(review, outcome="perhaps"), "perhaps"),
        (changed(review, response=7), "not a valid response"),
        (changed(review, share="1"), "'share' must be a number"),
        (changed(review, rating=5), "5"),
        (changed(review, credits=[1]), "'credits' must be an object"),
        (changed(review, credits={"q": True}), "'q' must be a number"),
        (changed(review, credits={"q": 2}), "not between 0 and 1"),
        (changed(review, after_reading=1), "'after_reading' must be true or false"),
        ('{"type": "reading", "set_id": "rivers", "at": "2026-03-01T10:00Z"}', "'read' is missing"),
        (
            '{"type": "suspension", "set_id": "rivers", "point": "", "at": "2026-03-01T10:00Z", "suspended": true}',
            "'point' must be text",
        ),
        (json.dumps({"type": "review"}), "'kind' is missing"),
        (changed(session, plan=[]), "invalid quiz plan"),
        (changed(session, plan={"questions": [1], "options": {}, "seed": 1, "round": 1}), "invalid quiz plan"),
        (
            '{"type": "amendment", "review_id": "x", "at": "2026-03-01T10:00Z", "what": "rating", "value": true}',
            "not a valid rating",
        ),
    ]
    Path("bad.jsonl").write_text("\n".join([heading, review, *(line for line, _ in bad), "", session]))
    other = switch(monkeypatch, tmp_path / "other")
    done = run(history_command, "import", "bad.jsonl")
    assert done.exit_code == 1
    named = done.stderr.splitlines()
    assert named[-1] == "Nothing was imported."
    for number, (line, (_, words)) in enumerate(zip(named[:-1], bad, strict=True), 3):
        assert line.startswith(f"bad.jsonl:{number}: ")
        assert words in line
    with Store.open(other) as store:
        assert list(store.log()) == []


def test_a_file_that_is_not_a_history_is_reported_once(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Ann,\n\nhow are you?\n")
    done = run(history_command, "import", str(tmp_path / "letter.txt"))
    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 2
    assert "letter.txt:1: this is not a file from `quizgen history export`" in done.stderr


def test_an_amendment_without_its_review_is_reported_and_nothing_is_imported(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    lines = run(history_command, "export").output.splitlines()
    Path("part.jsonl").write_text("\n".join(line for line in lines if '"review"' not in line))
    other = switch(monkeypatch, tmp_path / "other")
    done = run(history_command, "import", "part.jsonl")
    assert done.exit_code == 1
    assert f"part.jsonl:3: this line changes the review '{wrong().id}', which does not exist" in done.stderr
    with Store.open(other) as store:
        assert list(store.log()) == []


def test_invalid_utf_8_is_reported() -> None:
    Path("bad.jsonl").write_bytes(b"\xef\xbb\xbf\n\xff\xfe\n")
    assert "bad.jsonl:2: not valid UTF-8" in run(history_command, "import", "bad.jsonl").stderr


def test_a_failed_export_leaves_the_old_file(home: Path) -> None:
    Path("out.jsonl").write_text("old")
    (home / FILE_NAME).write_bytes(b"\xa5" * 4096)
    done = run(history_command, "export", "out.jsonl")
    assert done.exit_code == 1
    assert "damaged" in done.stderr
    assert Path("out.jsonl").read_text() == "old"
    done = run(history_command, "export", "no/such/folder.jsonl")
    assert done.exit_code == 1


@pytest.mark.slow
def test_stats_as_json_of_one_set_and_of_all() -> None:
    one = json.loads(run(stats_command, "rivers", "--json").output)
    assert one["answers"] == 2
    (point,) = one["points"]  # the other one is gone from the set
    assert (point["point"], point["stem"], point["share"]) == ("q", "Which?", 1.0)
    assert json.loads(run(stats_command, "--json").output) == one
    assert "Answers: 2" in run(stats_command).output


@pytest.mark.slow
def test_stats_are_the_same_after_a_rebuild() -> None:
    before = run(stats_command, "--json").stdout
    rebuilt = run(stats_command, "--json", "--rebuild")
    assert rebuilt.stdout == before
    assert "Recalculated the schedule of 1 point." in rebuilt.stderr


def test_stats_as_csv() -> None:
    assert run(stats_command, "--export", "out.csv").output == "2 answers written to out.csv.\n"
    assert "use --export FILE.csv" in CliRunner().invoke(stats_command, ["-o", "out.csv"]).output
    with Path("out.csv").open(newline="", encoding="utf-8") as file:
        first, second = csv.DictReader(file)
    assert (first["question_id"], first["outcome"], first["rating"], first["response"]) == (
        "q",
        "correct",
        "2",
        '"Arno"',
    )
    assert (second["question_id"], second["rating"], second["at"]) == ("gone", "", "2026-03-01T11:00:00+00:00")


def test_an_unusable_history_is_reported(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    switch(monkeypatch, tmp_path / "file")
    done = run(stats_command)
    assert done.exit_code == 1
    assert "cannot be used" in done.stderr
