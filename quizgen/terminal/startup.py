"""The terminal between prompts: keys are not echoed, and prompt_toolkit is imported while the learner reads."""

import atexit
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import FrameType
from typing import Any

_muted: list[ExitStack] = []


def mute() -> None:
    """Keep keys off the screen between prompts, until ``unmute`` or the end of the program.

    The next prompt reads them. Prompts leave the terminal as they found it, so it stays mute.
    """
    unmute()
    _muted.append(ExitStack())
    _muted[0].enter_context(_without_echo())
    atexit.register(unmute)


def unmute() -> None:
    """Show again what is typed."""
    while _muted:
        _muted.pop().close()


@contextmanager
def echoing() -> Iterator[None]:
    """Show what is typed while another program uses the terminal."""
    was_muted = bool(_muted)
    unmute()
    try:
        yield
    finally:
        if was_muted:
            mute()


@cache
def load_prompts() -> None:
    """Import the prompts, with keys kept off the screen. Call it after printing the first text.

    From then on, garbage is collected. The command line turns that off at its start, because imported modules stay
    anyway and searching them for garbage takes a tenth of a second.
    """
    with _without_echo():
        import quizgen.terminal.rich_input  # noqa: F401
    gc.freeze()
    gc.enable()


@contextmanager
def _without_echo() -> Iterator[None]:
    """Keep what is typed off the screen and leave it for the prompt to read. The terminal is restored in any case."""
    if sys.platform == "win32" or not (sys.stdin.isatty() and sys.stdout.isatty()):
        # Windows shows a key only when it is read; a pager at the end of a pipe would leave the terminal mute.
        yield
        return
    import termios

    signals = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP)  # what acts without an exception
    terminal = sys.stdin.fileno()
    saved = termios.tcgetattr(terminal)
    quiet = [*saved]
    quiet[3] &= ~termios.ECHO

    def begin(attributes: list[Any]) -> None:
        for number in obeyed:
            signal.signal(number, restore_and_obey)
        termios.tcsetattr(terminal, termios.TCSANOW, attributes)

    def restore() -> None:
        termios.tcsetattr(terminal, termios.TCSANOW, saved)
        for number in obeyed:
            signal.signal(number, signal.SIG_DFL)

    def restore_and_obey(number: int, _: FrameType | None) -> None:
        before = termios.tcgetattr(terminal)  # a prompt may have changed it
        restore()
        signal.raise_signal(number)
        begin(before)  # after `fg`; the other signals end the program

    obeyed = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    begin(quiet)
    try:
        yield
    finally:
        restore()
