"""Where the data files of this package are."""

from pathlib import Path


def data_file(name: str) -> Path:
    """Return the path of a file in ``quizgen/text/data``."""
    # `importlib.resources` would find it too, but takes longer to import than the file takes to read.
    return Path(__file__).with_name("data") / name
