"""Run quizgen's command line inside the test process, which saves about a second per call over a new interpreter."""

import contextlib
import io
import subprocess
import sys
from pathlib import Path
from unittest import mock

from quizgen.cli import main


class _Output(io.TextIOWrapper):
    """A stream like a pipe; ``text`` is what was written."""

    def __init__(self) -> None:
        self._bytes = io.BytesIO()
        super().__init__(self._bytes, "utf-8", write_through=True)

    @property
    def text(self) -> str:
        return self._bytes.getvalue().decode()


def run_quizgen(folder: Path, *arguments: str, stdin: str | bytes = "") -> "subprocess.CompletedProcess[str]":
    """Run ``quizgen ARGUMENTS`` in ``folder`` without a terminal and return its exit status and output."""
    output, errors = _Output(), _Output()
    status: int | str | None = 0
    with (
        contextlib.chdir(folder),
        mock.patch.multiple(sys, argv=["quizgen", *arguments], stdout=output, stderr=errors),
        mock.patch.object(
            sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode() if isinstance(stdin, str) else stdin), "utf-8")
        ),
    ):
        try:
            main()
        except SystemExit as exit_request:
            status = exit_request.code
    return subprocess.CompletedProcess(["quizgen", *arguments], int(status or 0), output.text, errors.text)


def with_decks(folder: Path, **sets: str) -> Path:
    """Write ``sets``, by their names, to ``folder``/decks, where the command line finds them, and return ``folder``."""
    (folder / "decks").mkdir()
    for name, text in sets.items():
        (folder / "decks" / f"{name}.yaml").write_text(text, "utf-8")
    return folder
