"""Where the history lives."""

import os
from pathlib import Path


def data_folder() -> Path:
    """The folder of the learner's data: ``QUIZGEN_HOME`` where it is set, else where the system keeps such things."""
    if home := os.environ.get("QUIZGEN_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_data_path

    return user_data_path("quizgen", appauthor=False)
