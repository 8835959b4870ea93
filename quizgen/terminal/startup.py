"""From the first text on the screen to the first prompt: prompt_toolkit is imported while the learner reads."""

import atexit
import gc
import signal
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from functools import cache
from types import FrameType

_muted = ExitStack()


def mute() -> None:
    """Keep what is typed while quizgen is loading off the screen, until ``unmute`` or the end of the program."""
    if load_prompts.cache_info().currsize:
        return
    _muted.enter_context(_without_echo())
    atexit.register(_muted.close)


def unmute() -> None:
    """Show again what is typed. Prompts need that, because they leave the terminal as they found it."""
    _muted.close()


@cache
def load_prompts() -> None:
    """Import the prompts and the grader, with keys kept off the screen. Call it after printing the first text.

    From then on, garbage is collected. The command line turns that off at its start, because imported modules stay
    anyway and searching them for garbage takes a tenth of a second.
    """
    with _without_echo():
        import quizgen.grading.grader
        import quizgen.terminal.rich_input  # noqa: F401
    unmute()
    gc.freeze()
    gc.enable()


@contextmanager
def _without_echo() -> Iterator[None]:
    """Keep what is typed off the screen and leave it for the prompt to read. The terminal is restored in any case."""
    if sys.platform == "win32" or not sys.stdin.isatty():  # Windows shows a key only when it is read
        yield
        return
    import termios

    signals = (signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGTSTP)  # what acts without an exception
    terminal = sys.stdin.fileno()
    saved = termios.tcgetattr(terminal)
    quiet = [*saved]
    quiet[3] &= ~termios.ECHO

    def restore() -> None:
        termios.tcsetattr(terminal, termios.TCSANOW, saved)
        for number in obeyed:
            signal.signal(number, signal.SIG_DFL)

    def restore_and_obey(number: int, _: FrameType | None) -> None:
        restore()
        signal.raise_signal(number)

    obeyed = [number for number in signals if signal.getsignal(number) is signal.SIG_DFL]
    for number in obeyed:
        signal.signal(number, restore_and_obey)
    try:
        termios.tcsetattr(terminal, termios.TCSANOW, quiet)
        yield
    finally:
        restore()
