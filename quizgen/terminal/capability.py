"""What the terminal at hand can do."""

import os
import sys


def is_interactive() -> bool:
    """Whether a person sits at a terminal that can move its cursor; on a pipe, prompts would answer themselves."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
