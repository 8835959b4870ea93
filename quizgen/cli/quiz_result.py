"""The result of a quiz as a file, for scripts."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.cli.frontends import AnyFrontend
    from quizgen.session.recorder import Recorder
    from quizgen.session.session import Session


def check_writable(file: Path) -> None:
    """Raise ``UsageError`` for a file that cannot be written, before the learner has answered anything."""
    if file.is_dir() or not file.absolute().parent.is_dir() or not os.access(file.absolute().parent, os.W_OK):
        raise click.UsageError(f"{file} cannot be written. Choose a file in a folder that you can write to.")


def write_result(file: Path, session: "Session", recorder: "Recorder", frontend: "AnyFrontend") -> None:
    """Write the result of ``session`` atomically; if that fails, only warn."""
    from quizgen.cli.history_io import output
    from quizgen.session.results import result_data

    start = recorder.start
    data = result_data(
        session,
        session_id=start.id if start else None,
        started=start.at.isoformat() if start else None,
        ended=recorder.clock().isoformat(),
    )
    try:
        with output(str(file)) as out:
            json.dump(data, out, indent=2)
            out.write("\n")
    except click.ClickException as error:
        frontend.warn(error.message)
