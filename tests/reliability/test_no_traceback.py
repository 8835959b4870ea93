"""Whatever the surroundings, quizgen ends with plain lines and an exit status, never with a traceback."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pytest
from effort import examples
from program import run_quizgen

import quizgen.cli
from quizgen.cli.guard import INTERRUPTED, UNEXPECTED

pytestmark = pytest.mark.slow

posix = pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
linux = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")

SET = """\
id: rivers
title: Rivers
questions:
  - {id: po, kind: short, stem: Which river flows through Turin?, answer: Pò}
  - {id: sea, kind: true_false, stem: The Po flows into the Adriatic Sea., answer: true}
"""
COMMANDS = [
    ["--help"],
    ["--version"],
    ["list"],
    ["show", "rivers.yaml"],
    ["check", "rivers.yaml"],
    ["quiz", "rivers.yaml", "--plain"],
    ["study", "rivers.yaml", "--plain"],
    ["stats"],
    ["due"],
    ["history", "export"],
    ["schema"],
]
ids = [" ".join(command) for command in COMMANDS]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "rivers.yaml").write_text(SET, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def shell(command: list[str], redirection: str, **environment: str) -> "subprocess.CompletedProcess[bytes]":
    words = " ".join([sys.executable, "-m", "quizgen", *command])
    return subprocess.run(
        f"{words} {redirection}", shell=True, capture_output=True, timeout=60, env=os.environ | environment, check=False
    )


def forked(command: list[str], stdout: int | None, *, errors: bool = True) -> "subprocess.CompletedProcess[bytes]":
    """Run ``command`` without input; a stream is closed if ``stdout`` is None or ``errors`` is false."""
    from forks import SERVER

    with Path(os.devnull).open("rb") as nothing, tempfile.TemporaryFile() as written:
        streams = (nothing.fileno() if errors else None, stdout, written.fileno() if errors else None)
        status = SERVER.wait(SERVER.start(command, streams))
        written.seek(0)
        return subprocess.CompletedProcess(command, status, b"", written.read())


@linux
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_output_to_a_full_disk_is_one_line(command: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        result = forked(command, full.fileno())
    assert result.stderr.decode().splitlines()[-1:] == ["Error: The output cannot be written: No space left on device."]
    assert b"Traceback" not in result.stderr
    assert result.returncode == 1


@posix
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_closed_output_is_one_line(command: list[str]) -> None:
    result = forked(command, None)
    assert result.stderr.decode().splitlines()[-1:] == ["Error: The output cannot be written: Bad file descriptor."]
    assert b"Traceback" not in result.stderr
    assert result.returncode == 1


@posix
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_a_reader_that_leaves_early_causes_no_message(command: list[str]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    result = forked(command, writing)
    os.close(writing)
    assert result.stderr == b""


@posix
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_every_stream_closed(command: list[str], tmp_path: Path) -> None:
    assert forked(command, None, errors=False).returncode == 1
    assert (tmp_path / "rivers.yaml").read_text("utf-8") == SET


@posix
@pytest.mark.parametrize(
    ("redirection", "status", "errors"),
    [
        pytest.param(">/dev/full", 1, "Error: The output cannot be written: No space left on device.\n", marks=linux),
        (">&-", 1, "Error: The output cannot be written: Bad file descriptor.\n"),
        ("| true", 0, ""),
        ("<&- >&- 2>&-", 1, ""),
    ],
)
def test_a_new_interpreter_does_the_same_as_a_fork(redirection: str, status: int, errors: str) -> None:
    result = shell(["show", "rivers.yaml"], f"</dev/null {redirection}")
    assert (result.returncode, result.stderr.decode()) == (status, errors)


@posix
def test_closed_input_is_the_end_of_the_input() -> None:
    result = shell(["quiz", "rivers.yaml", "--plain"], "<&-")
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"No questions answered." in result.stdout


@posix
def test_a_character_that_the_output_lacks_becomes_a_question_mark() -> None:
    result = shell(["show", "rivers.yaml", "--answers"], "", PYTHONIOENCODING="latin-1")
    assert b"P\xf2" in result.stdout
    result = shell(["show", "rivers.yaml", "--answers"], "", PYTHONIOENCODING="cp437")
    assert (result.returncode, result.stderr) == (0, b"")


@linux
@pytest.mark.parametrize("command", COMMANDS, ids=ids)
def test_a_user_without_a_home(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import pwd

    monkeypatch.setattr(pwd, "getpwuid", {}.__getitem__)  # KeyError, as for an unknown user
    monkeypatch.delenv("HOME")
    monkeypatch.delenv("QUIZGEN_HOME")
    result = run_quizgen(tmp_path, *command, stdin="Po\ntrue\n")
    assert "Traceback" not in result.stderr
    if command[0] in {"stats", "history", "due"}:
        assert result.stderr.startswith("Error: quizgen found no home folder")
        assert result.returncode == (2 if command == ["due"] else 1)
    else:
        assert result.returncode == 0, result.stderr
    assert {path.name for path in tmp_path.iterdir() if path.suffix != ".jsonl"} == {"rivers.yaml"}


@linux
def test_the_start_for_a_user_without_a_home() -> None:
    no_entry = "import pwd, runpy, sys; pwd.getpwuid = {}.__getitem__"
    environment = {name: value for name, value in os.environ.items() if name not in {"HOME", "QUIZGEN_HOME"}}
    start = f"{no_entry}; sys.argv[1:] = {['quiz', 'rivers.yaml', '--plain']}; runpy.run_module('quizgen', run_name='__main__')"
    command = [sys.executable, "-c", start]
    result = subprocess.run(command, env=environment, input=b"", capture_output=True, timeout=60, check=False)
    assert (result.returncode, result.stderr) == (0, b"")


@posix
def test_ctrl_c_during_the_start() -> None:
    turns = max(3, examples(15))
    for turn in range(turns):
        program = subprocess.Popen(
            [sys.executable, "-m", "quizgen", "quiz", "rivers.yaml", "--plain"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        time.sleep(0.05 + turn * 0.45 / turns)
        program.send_signal(signal.SIGINT)
        _, errors = program.communicate(timeout=60)
        # Before the first line of quizgen runs, the interruption is Python's own.
        assert b"quizgen/" not in errors, errors
        assert program.returncode in {0, 1, INTERRUPTED, -signal.SIGINT}


def test_ctrl_c_that_python_wraps_is_an_interruption(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Late:
        def __set_name__(self, *_: object) -> None:
            raise KeyboardInterrupt

    def create(*_: object, **__: object) -> None:
        type("Created", (), {"late": Late()})  # a RuntimeError up to Python 3.11

    monkeypatch.setattr(quizgen.cli.cli, "invoke", create)
    result = run_quizgen(tmp_path, "list")
    assert (result.returncode, result.stderr) == (INTERRUPTED, "Aborted!\n")


def test_a_defect_is_one_line_and_a_traceback_only_on_request(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError("first\nsecond \x1b[31m")

    monkeypatch.setattr(quizgen.cli.cli, "invoke", fail)
    result = run_quizgen(tmp_path, "list", "x y")
    assert result.returncode == UNEXPECTED
    assert result.stderr == (
        "Error: quizgen failed unexpectedly (ZeroDivisionError: first second \\u001b[31m). "
        "To see the traceback, run `quizgen --debug list x y`.\n"
    )
    assert "Traceback" in run_quizgen(tmp_path, "--debug", "list").stderr


def test_a_system_error_names_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        (tmp_path / "none").read_text()

    monkeypatch.setattr(quizgen.cli.cli, "invoke", fail)
    result = run_quizgen(tmp_path, "list")
    assert (result.returncode, result.stderr) == (1, f"Error: {tmp_path / 'none'}: No such file or directory.\n")


@pytest.mark.parametrize("content", [b"\xff\xfe", b"[study", b"new = = 3"])
def test_unreadable_settings_stop_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "config.toml").write_bytes(content)
    result = run_quizgen(tmp_path, "study", "rivers.yaml", "--plain", stdin="Po\n")
    assert result.returncode == 0
    assert "config.toml cannot be read" in result.stderr
    assert result.stderr.endswith("The default settings are used.\n")


def test_a_folder_in_place_of_the_settings_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUIZGEN_HOME", str(tmp_path / "home"))
    (tmp_path / "home" / "config.toml").mkdir(parents=True)
    assert run_quizgen(tmp_path, "study", "rivers.yaml", "--plain", stdin="Po\n").returncode == 0


@linux
@pytest.mark.parametrize("command", ["check", "export"])
def test_a_pipe_or_a_device_as_picture_is_refused(tmp_path: Path, command: str) -> None:
    os.mkfifo(tmp_path / "f.png")
    (tmp_path / "pictured.yaml").write_text(
        SET.replace("id: rivers", "id: pictured").replace(
            "answer: Pò}", "answer: Pò, image: {file: f.png, alt: A river}}"
        )
    )
    result = run_quizgen(tmp_path, command, "pictured.yaml")
    assert result.returncode == 1
    assert "f.png is not a regular file" in result.stderr + result.stdout
