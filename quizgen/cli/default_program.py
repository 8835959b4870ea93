"""Opening files in the system's default programs, while a prompt is on the screen."""

import subprocess
import sys

_SECONDS_TO_FAIL = 1.0
"""After this time, a program is taken to be running."""


def open_file(path: str) -> bool:
    """Open ``path`` in the default program; return whether that is possible, as far as it is known."""
    import click

    if not sys.platform.startswith("linux"):
        return click.launch(path) == 0
    try:  # click.launch would let xdg-open write on the screen, and ignore that it fails
        opening = subprocess.Popen(
            ["xdg-open", path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C and Ctrl-Z are not meant for it
        )
    except OSError:
        return False
    try:
        return opening.wait(_SECONDS_TO_FAIL) == 0
    except subprocess.TimeoutExpired:
        return True
