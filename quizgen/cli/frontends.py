"""Which front a terminal gets."""

import io
import sys
from typing import TYPE_CHECKING, Union

from quizgen.terminal.capability import is_interactive

if TYPE_CHECKING:
    from quizgen.terminal.plain import PlainFrontend
    from quizgen.terminal.rich_frontend import RichFrontend

AnyFront = Union["PlainFrontend", "RichFrontend"]


def open_front(*, plain: bool) -> AnyFront:
    """The front with prompts and colour where a person sits at a capable terminal, plain lines elsewhere."""
    # What a stream's encoding does not know becomes a question mark there, never a traceback.
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    if plain or not is_interactive():
        from quizgen.terminal.plain import PlainFrontend

        return PlainFrontend(sys.stdin, sys.stdout)
    from quizgen.terminal.rich_frontend import RichFrontend

    return RichFrontend()
