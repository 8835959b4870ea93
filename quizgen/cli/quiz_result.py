"""The result of a quiz in a file, for scripts."""

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from quizgen.cli.frontends import AnyFront
    from quizgen.journal import Journal
    from quizgen.session import Session


def check_writable(file: Path) -> None:
    """Refuse a file that could not be written at the end, before anybody has answered anything."""
    if file.is_dir() or not file.absolute().parent.is_dir() or not os.access(file.absolute().parent, os.W_OK):
        raise click.UsageError(f"--json: {file} cannot be written; name a file in a folder of yours.")


def write_result(file: Path, session: "Session", journal: "Journal", front: "AnyFront") -> None:
    """Write what ``session`` came to, whole or not at all; a failure is told and does no harm to the quiz."""
    from quizgen.cli.history_io import output
    from quizgen.session.record import result_data

    started = journal.started
    data = result_data(
        session,
        session_id=journal.session_id,
        started=started.isoformat() if started else None,
        ended=journal.clock().isoformat(),
    )
    try:
        with output(str(file)) as out:
            json.dump(data, out, indent=2)
            out.write("\n")
    except click.ClickException as error:
        front.warn(error.message)
