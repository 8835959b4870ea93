"""The time between the first question's text and its prompt: nothing is echoed, and the terminal is always restored."""

import os
import pty
import signal
import subprocess
import sys
import termios
from collections.abc import Iterator

import pytest

pytestmark = pytest.mark.terminal

PROGRAM = """
import os, signal
from quizgen.terminal.startup import _without_echo
with _without_echo():
    print("quiet", flush=True)
    {action}
print("done", flush=True)
"""

MUTE = """
from quizgen.terminal.startup import echoing, load_prompts, mute
mute()
load_prompts()
mute()
print("loaded", flush=True); input()
with echoing():
    print("other program", flush=True); input()
print("back", flush=True); input()
print("done", flush=True)
"""
"""Another program runs between two prompts of a session, which starts after another in the menu."""


def echoes(terminal: int) -> bool:
    return bool(termios.tcgetattr(terminal)[3] & termios.ECHO)


@pytest.fixture
def program(request: pytest.FixtureRequest) -> Iterator[tuple[int, int]]:
    """A program on a pseudo-terminal that does ``request.param`` while nothing is echoed: process and terminal."""
    child, terminal = pty.fork()
    if child == 0:
        code = request.param if request.param == MUTE else PROGRAM.format(action=request.param)
        os.execv(sys.executable, [sys.executable, "-c", code])
    yield child, terminal
    os.close(terminal)


def read_until(terminal: int, word: bytes) -> bytes:
    seen = b""
    while word not in seen:
        seen += os.read(terminal, 1000)
    return seen


@pytest.mark.parametrize("program", ["input()"], indirect=True)
def test_a_key_typed_meanwhile_is_read_but_not_shown(program: tuple[int, int]) -> None:
    child, terminal = program
    read_until(terminal, b"quiet")
    assert not echoes(terminal)
    os.write(terminal, b"typed\n")
    assert b"typed" not in read_until(terminal, b"done")
    assert os.waitpid(child, 0)[1] == 0


@pytest.mark.parametrize("program", [MUTE], indirect=True)
def test_nothing_is_echoed_between_prompts_but_another_program_may(program: tuple[int, int]) -> None:
    child, terminal = program
    for word, expected in ((b"loaded", False), (b"other program", True), (b"back", False)):
        read_until(terminal, word)
        assert echoes(terminal) is expected
        os.write(terminal, b"\n")
    read_until(terminal, b"done")
    assert os.waitpid(child, 0)[1] == 0
    assert echoes(terminal)


@pytest.mark.parametrize("program", ["os.kill(os.getpid(), signal.SIGTERM)"], indirect=True)
def test_the_terminal_is_restored_when_the_program_is_terminated(program: tuple[int, int]) -> None:
    child, terminal = program
    read_until(terminal, b"quiet")
    _, status = os.waitpid(child, os.WUNTRACED)
    assert os.WTERMSIG(status) == signal.SIGTERM
    assert echoes(terminal)


@pytest.mark.parametrize("program", ["raise KeyboardInterrupt"], indirect=True)
def test_the_terminal_is_restored_after_ctrl_c(program: tuple[int, int]) -> None:
    child, terminal = program
    read_until(terminal, b"KeyboardInterrupt")
    os.waitpid(child, 0)
    assert echoes(terminal)


def test_the_plain_frontend_starts_without_the_grader() -> None:
    code = "import sys, quizgen.terminal.plain; print('quizgen.grading.grader' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False"]
