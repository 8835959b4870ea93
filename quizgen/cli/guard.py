"""The outermost layer of the command line: usable standard streams, and one line instead of a traceback."""

import errno
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress

UNEXPECTED = 70
"""Exit status for a defect of quizgen (``EX_SOFTWARE`` of sysexits.h)."""
INTERRUPTED = 130
"""Exit status after Ctrl-C, as shells report it."""

_OUTPUT_ERRORS = {errno.ENOSPC, errno.EBADF, errno.EIO, errno.EFBIG, errno.EDQUOT}


def run_guarded(run: Callable[[], object]) -> None:
    """Call ``run``; print an error that it raises as one line and exit with a status above 0.

    With ``--debug`` on the command line, the traceback is printed as well.
    """
    _open_closed_streams()
    for stream in (sys.stdin, sys.stdout):
        # A character that a stream's encoding lacks becomes a question mark instead of an error.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        try:
            run()
        finally:
            if sys.stdout is not None:
                sys.stdout.flush()  # here, since Python would report an error at exit in its own words
    except (Exception, KeyboardInterrupt) as raised:
        error = KeyboardInterrupt() if _is_interruption(raised) else raised
        with suppress(OSError):  # the error stream may be closed or on a full disk, too
            _report(error)
        if isinstance(error, OSError) and error.filename is None:
            sys.stdout = None  # what could not be written must not be tried again at exit
        sys.exit(_status(error))


def _is_interruption(error: BaseException | None) -> bool:
    """Return whether Ctrl-C caused ``error``: Python wraps it if it comes while a class is created."""
    seen = 0
    while error is not None and seen < 20:  # a chain of causes can be a ring
        if isinstance(error, KeyboardInterrupt):
            return True
        error, seen = error.__cause__, seen + 1
    return False


def _status(error: BaseException) -> int:
    from quizgen.errors import QuizgenError

    if isinstance(error, KeyboardInterrupt):
        return INTERRUPTED
    return 1 if isinstance(error, QuizgenError | OSError | MemoryError) else UNEXPECTED


def _report(error: BaseException) -> None:
    """Print what happened to the error stream."""
    # Imported only now, because most runs have nothing to report.
    from quizgen.cli.say import say
    from quizgen.errors import QuizgenError
    from quizgen.loading.diagnostics import LoadError, escape_controls

    if "--debug" in sys.argv:
        import traceback

        traceback.print_exception(error)
    match error:
        case LoadError():
            lines = [str(diagnostic) for diagnostic in error.diagnostics]
        case BrokenPipeError():  # the reader has seen enough
            lines = []
        case KeyboardInterrupt():
            lines = ["Aborted!"]
        case MemoryError():
            lines = ["Error: Not enough memory."]
        case OSError() if error.filename is None and error.errno in _OUTPUT_ERRORS:
            lines = [f"Error: The output cannot be written: {error.strerror}."]
        case OSError() if error.filename is not None:
            lines = [f"Error: {os.fsdecode(error.filename)}: {error.strerror}."]
        case QuizgenError() | OSError():
            lines = [f"Error: {error}"]
        case _:
            what = escape_controls(" ".join(f"{type(error).__name__}: {error}".split()))
            again = " ".join(["quizgen", "--debug", *(word for word in sys.argv[1:] if word != "--debug")])
            lines = [
                f"Error: quizgen failed unexpectedly ({what}). To see the traceback, run `{escape_controls(again)}`."
            ]
    for line in lines:
        say(line, err=True)


def _open_closed_streams() -> None:
    """Open the standard streams that the caller closed; otherwise the next file opened would take their place.

    Reading then gives nothing; writing to the output fails, and writing to the error stream has no effect.
    """
    for descriptor, name, flags in ((0, "stdin", os.O_RDONLY), (1, "stdout", os.O_RDONLY), (2, "stderr", os.O_WRONLY)):
        if getattr(sys, name) is not None:
            continue
        opened = os.open(os.devnull, flags)
        if opened != descriptor:
            os.dup2(opened, descriptor)
            os.close(opened)
        mode = "r" if name == "stdin" else "w"
        setattr(sys, name, os.fdopen(descriptor, mode, encoding="utf-8", errors="replace", closefd=False))
