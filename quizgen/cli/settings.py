"""The learner's own defaults, kept in a small TOML file."""

import os
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

import click

FILE_NAME = "config.toml"


@dataclass(frozen=True, slots=True)
class StudySettings:
    """The table ``[study]``: how much a day may hold."""

    new: int = 20
    """New questions."""
    limit: int = 200
    """Reviews of questions that are due."""


def config_folder() -> Path:
    """The folder of the file: ``QUIZGEN_HOME`` where it is set, else where the system keeps settings."""
    if home := os.environ.get("QUIZGEN_HOME"):
        return Path(home).expanduser()
    from platformdirs import user_config_path

    return user_config_path("quizgen", appauthor=False)


def read_study_settings() -> StudySettings:
    """The settings in the file, the defaults where it has none; ClickException where they cannot be used."""
    path = config_folder() / FILE_NAME
    try:
        with path.open("rb") as file:
            table = tomllib.load(file).get("study", {})
    except FileNotFoundError:
        return StudySettings()
    except (OSError, ValueError) as error:  # TOMLDecodeError and what is no UTF-8 are ValueErrors
        raise click.ClickException(f"{path} cannot be read: {error}") from None
    if not isinstance(table, dict):
        raise click.ClickException(f"{path}: `study` is to be a table, [study].")
    known = [field.name for field in fields(StudySettings)]
    for name, value in table.items():
        if name not in known:
            raise click.ClickException(
                f"{path}: there is no setting {name!r} in [study]; it has {' and '.join(known)}."
            )
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise click.ClickException(f"{path}: {name} = {value!r} is no number of questions.")
    return StudySettings(**table)
