"""A terminal of any size inside the test's process: what is printed, what prompts draw, and the keys to type."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
import questionary
from prompt_toolkit.application import create_app_session
from prompt_toolkit.data_structures import Size
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from quizgen.terminal.rich_frontend import RichFrontend
from quizgen.terminal.screen import Screen

CTRL_C = "\x03"


class Sized(DummyOutput):
    """An output of a given size that shows nothing."""

    def __init__(self, columns: int, rows: int) -> None:
        self._size = Size(rows=rows, columns=columns)

    def get_size(self) -> Size:
        return self._size


class Drawn:
    """What is printed, and what prompts draw, on a terminal of a given size."""

    def __init__(self, size: tuple[int, int]) -> None:
        self.size = size
        self.printed = io.StringIO()
        self.prompts: list[list[str]] = []
        """The lines of each drawing of a prompt."""

    def screen(self) -> Screen:
        columns, rows = self.size
        return Screen(Console(file=self.printed, width=columns, height=rows), count().__next__)

    @contextmanager
    def typing(self, *keys: str | tuple[str, ...]) -> Iterator[None]:
        """Type ``keys``, one item for each prompt, when it has been drawn, and keep what prompts draw.

        Of several keys in an item, each is typed when the one before has been drawn.
        """
        ask, left = questionary.Question.unsafe_ask, [*keys]

        def keeping(question: questionary.Question, *arguments: Any) -> Any:
            item = left.pop(0) if left else CTRL_C
            to_type = [item] if isinstance(item, str) else [*item]

            def answer(_: Any) -> None:
                if to_type:
                    typed.send_text(to_type.pop(0))

            question.application.after_render += self._keep
            question.application.after_render += answer
            return ask(question, *arguments)

        with (
            pytest.MonkeyPatch.context() as patch,
            create_pipe_input() as typed,
            create_app_session(input=typed, output=Sized(*self.size)),
        ):
            patch.setattr(questionary.Question, "unsafe_ask", keeping)
            patch.setenv("COLUMNS", str(self.size[0]))
            patch.setenv("LINES", str(self.size[1]))
            try:
                yield
            except KeyboardInterrupt:
                raise AssertionError(f"{keys} do not answer all prompts") from None

    def _keep(self, application: Any) -> None:
        drawn = application.renderer.last_rendered_screen
        if drawn is not None:
            rows = (drawn.data_buffer[row] for row in range(drawn.height))
            self.prompts.append(["".join(row[column].char for column in range(self.size[0])).rstrip() for row in rows])

    @property
    def lines(self) -> list[str]:
        return [*self.printed.getvalue().splitlines(), *(line for prompt in self.prompts for line in prompt)]


def frontend_on(drawn: Drawn) -> RichFrontend:
    """Return the frontend of a terminal."""
    frontend = RichFrontend()
    frontend._screen = drawn.screen()
    return frontend
