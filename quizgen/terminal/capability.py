"""Capabilities of the terminal."""

import os
import sys


def is_interactive() -> bool:
    """Return whether input and output are a terminal that can move its cursor; elsewhere, prompts cannot be used."""
    return sys.stdin.isatty() and sys.stdout.isatty() and os.environ.get("TERM") != "dumb"
