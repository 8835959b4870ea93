"""The files of quizgen that one typed answer runs through. Run this file to list them.

From a question on the screen to the next one: reading the answer, grading and storing it, the feedback.
"""

import io
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

from prompt_toolkit.application import create_app_session
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from quizgen.cli.clock import new_id, running_clock
from quizgen.grading.verdict import Response
from quizgen.history.history import History
from quizgen.questions import QuestionSet, ShortQuestion
from quizgen.session.loop import run_quiz
from quizgen.session.prompt import Prompt
from quizgen.session.recorder import Recorder
from quizgen.session.session import Session
from quizgen.terminal.keys import Footer
from quizgen.terminal.rich_frontend import RichFrontend
from quizgen.terminal.screen import Screen

SOURCE = Path(__file__).parents[1] / "quizgen"
RIVER, CITY = (
    ShortQuestion(id="river", kind="short", stem="Which river crosses Vienna?", answer="Danube", accept=("Donau",)),
    ShortQuestion(id="city", kind="short", stem="Which city is the capital of Hungary?", answer="Budapest"),
)
SET = QuestionSet(id="rivers", title="Rivers", questions=(RIVER, CITY))


class _Frontend(RichFrontend):
    """A rich frontend that shows nothing and notes which files run from its first question to its second."""

    def __init__(self) -> None:
        super().__init__()
        self._screen = Screen(Console(file=io.StringIO(), width=80))
        self.files: set[str] = set()
        self._watching = False

    def ask(self, prompt: Prompt) -> Response:
        if self._watching:
            sys.setprofile(None)
            raise EOFError
        self._watching = True
        sys.setprofile(self._note)
        return super().ask(prompt)

    def _wait(self, footer: Footer, picks: Mapping[str, object] | None = None) -> None:
        """Take the feedback as read; the prompt would drop a key that is there before it appears."""

    def _note(self, frame: FrameType, event: str, _: object) -> None:
        path = Path(frame.f_code.co_filename)
        if event == "call" and path.is_relative_to(SOURCE) and not _is_import(frame):
            self.files.add(path.relative_to(SOURCE).as_posix())


def _is_import(frame: FrameType | None) -> bool:
    while frame is not None:
        if frame.f_code.co_name == "_find_and_load":
            return True
        frame = frame.f_back
    return False


@contextmanager
def _typing(keys: str) -> Iterator[None]:
    with create_pipe_input() as pipe, create_app_session(input=pipe, output=DummyOutput()):
        pipe.send_text(keys)
        yield


def route(answer: str) -> list[str]:
    """Return the files that run when ``answer`` is typed, in alphabetical order."""
    frontend = _Frontend()
    clock = running_clock(datetime(2026, 1, 1, tzinfo=UTC))
    with tempfile.TemporaryDirectory() as folder, History(folder) as history, _typing(f"{answer}\r"):
        run_quiz(Session.start(SET, SET.questions, seed=1), frontend, Recorder(history, clock, new_id))
    return sorted(frontend.files)


if __name__ == "__main__":
    files = sorted({file for answer in sys.argv[1:] or ["Danube", "Danbue", "Rhine"] for file in route(answer)})
    print(*files, f"{len(files)} files", sep="\n")
