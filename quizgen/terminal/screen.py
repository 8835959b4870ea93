"""How things look on a capable terminal: colours, indents, wrapped text. Only the rich front imports this."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from quizgen.grading.verdict import Outcome
from quizgen.terminal import messages
from quizgen.terminal.prose import Span, read_line, read_prose

if TYPE_CHECKING:
    from quizgen.terminal.countdown import Countdown

# Each has a contrast of at least 3.9 to 1 on black and on white alike.
ACCENT, GREEN, AMBER, RED = "#0087af", "#008700", "#af5f00", "#d70000"
COLOURS = {
    Outcome.CORRECT: GREEN,
    Outcome.CLOSE: GREEN,
    Outcome.PARTLY: AMBER,
    Outcome.WRONG: RED,
    Outcome.SKIPPED: AMBER,
}
MARGIN = " "
WIDEST = 100
"""Longer lines than this are hard to read, however wide the terminal."""

_STYLES = {"": "", "bold": "bold", "italic": "italic", "code": ACCENT}


class Screen:
    """Prints on ``console``. Everything that is shown comes in as text, never as rich's own markup."""

    def __init__(self, console: Console) -> None:
        self.console = console
        self.countdown: Countdown | None = None
        """What every prompt is to keep an eye on, while there is a time limit."""

    @property
    def width(self) -> int:
        """Columns to fill; one is left free, since some terminals break a line that is quite full."""
        return max(20, min(self.console.width, WIDEST) - 1)

    def line(self, *parts: str | tuple[str, str], lead: str | tuple[str, str] | Text = MARGIN) -> None:
        """Print text, given as pieces or (piece, style), wrapped and indented below ``lead``."""
        self.text(Text.assemble(*parts), lead)

    def text(self, body: Text, lead: str | tuple[str, str] | Text = MARGIN) -> None:
        """Print ``body``, wrapped and indented below ``lead``."""
        first = Text.assemble(lead)
        indent = Text(" " * first.cell_len)
        for number, wrapped in enumerate(self._wrap(body, self.width - first.cell_len)):
            wrapped.rstrip()
            self.console.print(Text.assemble(indent if number else first, wrapped), soft_wrap=True)

    def prose(self, markdown: str, style: str = "", lead: str = MARGIN) -> None:
        """Print a text in the small Markdown, ``lead`` before its first line."""
        last_lead = ""
        for index, block in enumerate(read_prose(markdown)):
            before = lead if index == 0 else " " * cell_len(lead)
            if index and not (block.lead and last_lead):
                self.gap()
            last_lead = block.lead
            indent = before + "  " * block.depth + block.lead
            if block.code:
                room = self.width - cell_len(indent) - 2
                rows = [piece for row in block.plain.split("\n") for piece in self.wrapped(row, room)]
                for number, row in enumerate(rows):
                    self.line((row, ACCENT), lead=(indent if number == 0 else " " * cell_len(indent)) + "│ ")
            else:
                self.text(styled(block.spans, style), indent)

    def gap(self) -> None:
        """Print an empty line."""
        self.console.print()

    def rule(self) -> None:
        """Print a faint line across."""
        self.console.print(Text("─" * self.width, "dim"), soft_wrap=True)

    def wrapped(self, text: str, width: int) -> list[str]:
        """``text`` in lines of at most ``width`` columns, broken between words where it can be."""
        return [line.plain.rstrip() for line in self._wrap(Text(text), width)]

    def cut(self, text: str, width: int) -> str:
        """``text``, its end cut off where it takes more than ``width`` columns."""
        shortened = Text(text)
        shortened.truncate(max(1, width), overflow="ellipsis")
        return shortened.plain

    def _wrap(self, text: Text, width: int) -> Iterator[Text]:
        yield from text.wrap(self.console, max(8, width)) or [Text()]


def styled(spans: Iterable[Span], style: str = "") -> Text:
    """Spans as rich text, all of it in ``style`` besides their own."""
    text = Text(style=style)
    for span in spans:
        text.append(span.text, _STYLES[span.style])
    return text


def styled_line(line: str, style: str = "") -> Text:
    """A single line in the small Markdown as rich text."""
    return styled(read_line(line), style)


def bar(share: float, cells: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """A bar of ``cells`` columns, ``share`` of it (0 to 1) heavy: readable without its colours too."""
    full = max(0, min(cells, round(share * cells)))
    return ("━" * full, ACCENT), ("─" * (cells - full), "dim")


def sign(outcome: Outcome) -> tuple[str, str]:
    """The sign of a verdict in its colour."""
    return messages.SIGNS[outcome], f"bold {COLOURS[outcome]}"
