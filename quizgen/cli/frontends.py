"""Choice of the frontend."""

import gc
import shutil
import sys
from typing import TYPE_CHECKING, Union

from quizgen.terminal.capability import is_interactive
from quizgen.terminal.startup import unmute

if TYPE_CHECKING:
    from quizgen.terminal.plain import PlainFrontend
    from quizgen.terminal.rich_frontend import RichFrontend

AnyFrontend = Union["PlainFrontend", "RichFrontend"]


def open_frontend(*, plain: bool) -> AnyFrontend:
    """Return the rich frontend on a capable terminal, the plain one elsewhere or if ``plain`` is set."""
    if plain or not is_interactive():
        from quizgen.terminal.plain import PlainFrontend

        unmute()
        gc.freeze()
        gc.enable()
        # On a terminal, such as Emacs's, that breaks long lines in the middle of words.
        columns = (lambda: shutil.get_terminal_size().columns) if sys.stdout.isatty() else None
        return PlainFrontend(sys.stdin, sys.stdout, columns)
    from quizgen.terminal.rich_frontend import RichFrontend

    return RichFrontend()
