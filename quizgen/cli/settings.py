"""The learner's own defaults, from a small TOML file."""

import os
from dataclasses import dataclass, fields
from pathlib import Path

import click

from quizgen.cli.say import say

FILE_NAME = "config.toml"


@dataclass(frozen=True, slots=True)
class StudySettings:
    """The table ``[study]``: limits and goal per day, and how points are asked."""

    new: int = 20
    """New questions."""
    limit: int = 200
    """Reviews of questions that are due."""
    goal: int = 0
    """Answers that the learner wants to give; 0 is no goal."""
    ladder: bool = True
    """Whether points are asked in ever harder ways."""


def config_folder() -> Path:
    """Return the folder of the file: ``QUIZGEN_HOME`` if set, else the system's folder for settings."""
    if home := os.environ.get("QUIZGEN_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_config_path

    return user_config_path("quizgen", appauthor=False).expanduser()


def ladder_is_on() -> bool:
    """Return the setting ``ladder``; True also if the file is invalid: the middle of a quiz is no time to report it."""
    import tomllib

    try:
        with (config_folder() / FILE_NAME).open("rb") as file:
            return tomllib.load(file)["study"]["ladder"] is not False
    except (OSError, RuntimeError, ValueError, KeyError, TypeError):
        return True


def read_study_settings() -> StudySettings:
    """Return the settings in the file; ``ClickException`` if they are invalid.

    Return the defaults if there is no file, and also, with a warning, if the file cannot be read.
    """
    import tomllib

    try:
        path = config_folder() / FILE_NAME
        with path.open("rb") as file:
            table = tomllib.load(file).get("study", {})
    except (FileNotFoundError, RuntimeError):  # no file, or no home folder
        return StudySettings()
    except (OSError, ValueError) as error:  # TOMLDecodeError and UnicodeDecodeError are ValueErrors
        problem = (error.strerror if isinstance(error, OSError) else None) or error
        say(f"{path} cannot be read: {problem}. The default settings are used.", err=True)
        return StudySettings()
    if not isinstance(table, dict):
        raise click.ClickException(
            f"{path}: `study` must be a table: a line `[study]`, followed by one line for each setting, such as "
            "`new = 20`."
        )
    known = [field.name for field in fields(StudySettings)]
    for name, value in table.items():
        if name not in known:
            raise click.ClickException(
                f"{path}: unknown setting {name!r} in [study]. Valid settings: {', '.join(known)}."
            )
        if name == "ladder":
            if not isinstance(value, bool):
                raise click.ClickException(f"{path}: {name} = {value!r} is invalid; it must be true or false.")
        elif isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise click.ClickException(f"{path}: {name} = {value!r} is invalid; it must be a non-negative integer.")
    return StudySettings(**table)
