"""Colors, indents and wrapped text on a capable terminal. Only the rich frontend imports this module."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from time import monotonic
from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Console, RenderableType
from rich.text import Text

from quizgen.grading.verdict import Outcome
from quizgen.terminal import messages
from quizgen.terminal.prose import Span, answer_lead, plain_lines, read_line, read_prose
from quizgen.text.wrapping import keep_together, lead_of, restore_spaces

if TYPE_CHECKING:
    from quizgen.session.frontend import Countdown

# No color is readable on both a black and a white background, so colored text brings its own background. All colors are
# among the 256 of most terminals, so that none is replaced by a neighbor with less contrast.
GREEN, AMBER, RED, CODE = "#ffffff on #005f00", "#ffffff on #875f00", "#ffffff on #af0000", "#ffffff on #4e4e4e"
"""Styles of text, with a contrast of at least 4.5:1 on any theme; other text has the terminal's own color."""
BAR = "#0087af"
"""The color of bars, with a contrast of at least 3:1 on common themes, as for graphics."""
FAINT = "dim"
"""The style of lines without content."""
COLORS = {
    Outcome.CORRECT: GREEN,
    Outcome.CLOSE: GREEN,
    Outcome.PARTLY: AMBER,
    Outcome.WRONG: RED,
    Outcome.UNDECIDED: CODE,
    Outcome.SKIPPED: AMBER,
}
MARGIN = " "
WIDEST = 100
"""Longer lines are hard to read, however wide the terminal."""

_STYLES = {"": "", "bold": "bold", "italic": "italic", "code": CODE}


class Screen:
    """Prints on ``console``. All text is literal, never rich's own markup.

    ``clock`` gives seconds; prompts use it to tell a key that answers them from one that was pressed too early.
    """

    def __init__(self, console: Console, clock: Callable[[], float] = monotonic) -> None:
        self.console = console
        self.clock = clock
        self.countdown: Countdown | None = None
        """The time limit that every prompt observes, if there is one."""
        self._again: list[Callable[[], None]] = []
        """Functions that print again what was printed since ``begin``, as wide as the terminal is then."""
        self._lines: list[RenderableType] | None = None
        """Where ``lines_of`` collects what is printed."""

    def begin(self) -> None:
        """Begin something new: what is on the screen belongs to what was before, and is not redrawn."""
        self._again = []

    def redraw(self) -> None:
        """Print again what was printed since ``begin``: another program has used the screen, or its width changed."""
        for show in self._again:
            show()

    def print(self, shown: RenderableType, width: int | None = None) -> None:
        """Print text as it is, or anything else as wide as ``width``."""
        self._show(lambda: self._put(shown, width))

    def _show(self, show: Callable[[], None]) -> None:
        self._again.append(show)
        show()

    def _put(self, shown: RenderableType, width: int | None = None) -> None:
        if self._lines is not None:
            self._lines.append(shown)
        self.console.print(shown, soft_wrap=width is None, width=width)

    @property
    def width(self) -> int:
        """Number of columns to use; one stays free, because some terminals break a full line."""
        return max(20, min(self.console.width, WIDEST) - 1)

    @property
    def height(self) -> int:
        """Number of lines."""
        return self.console.height

    def line(self, *parts: str | tuple[str, str], lead: str | tuple[str, str] | Text = MARGIN) -> None:
        """Print text, given as pieces or (piece, style), wrapped and indented below ``lead``."""
        self.text(Text.assemble(*parts), lead)

    def text(self, body: Text, lead: str | tuple[str, str] | Text = MARGIN) -> None:
        """Print ``body``, wrapped and indented below ``lead``."""
        first = Text.assemble(lead)
        indent = Text(" " * first.cell_len)

        def show() -> None:
            for number, wrapped in enumerate(self._wrap(body, self.width - first.cell_len)):
                wrapped.rstrip()
                self._put(Text.assemble(indent if number else first, wrapped))

        self._show(show)

    def item(self, line: str, lead: str = MARGIN) -> None:
        """Print ``line`` below ``lead``, wrapped and indented below its own sign or number, if it has one."""
        own = lead_of(line)
        self.line(line.removeprefix(own), lead=f"{lead}{own}")

    def prose(self, markdown: str, style: str = "", lead: str = MARGIN) -> None:
        """Print a Markdown text with ``lead`` before its first line."""
        last_lead = ""
        for index, block in enumerate(read_prose(markdown)):
            before = lead if index == 0 else " " * cell_len(lead)
            if index and not (block.lead and last_lead):
                self.gap()
            last_lead = block.lead
            indent = before + "  " * block.depth + block.lead
            if block.table:
                self._table(block.table, before + "▌ " * block.quotes)
            elif block.code or block.quotes:
                edge = "▌ " * block.quotes + "│ " * block.code
                body = Text(block.plain) if block.code else styled(block.spans, style)
                for number, row in enumerate(self._wrap(body, self.width - cell_len(indent + edge))):
                    row.rstrip()
                    start = indent if number == 0 else " " * cell_len(indent)
                    self.print(Text.assemble(start, edge, row))
            else:
                self.text(styled(block.spans, style), indent)

    def answer(self, markdown: str) -> None:
        """Print an answer to the right of an arrow, unless it is a list."""
        self.prose(markdown, lead=f"{MARGIN}{answer_lead(next(plain_lines(markdown), ''))}")

    def _table(self, rows: Sequence[Sequence[str]], lead: str) -> None:
        from rich import box
        from rich.table import Table

        heading, *others = rows
        table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
        for name in heading:
            table.add_column(Text(name))
        for row in others:
            table.add_row(*map(Text, row))
        with self.console.capture() as captured:
            self.console.print(table, width=self.width - cell_len(lead))
        for line in captured.get().splitlines():
            self.print(Text.assemble(lead, Text.from_ansi(line)))

    def gap(self) -> None:
        """Print an empty line."""
        self.print(Text())

    def height_of(self, show: Callable[[], None]) -> int:
        """Return the number of lines that ``show`` prints, without printing them."""
        again = [*self._again]
        with self.console.capture() as captured:
            show()
        self._again = again
        return captured.get().count("\n")

    def lines_of(self, show: Callable[[], None]) -> list[RenderableType]:
        """Return the lines that ``show`` prints, without printing them."""
        again, self._again, self._lines = self._again, [], []
        with self.console.capture():
            show()
        lines, self._again, self._lines = self._lines, again, None
        return lines

    def show_page(self, lines: Iterable[RenderableType]) -> None:
        """Show a page of ``lines`` on an empty screen, below a faint line across."""
        self.clear()
        self.rule()
        for line in lines:
            self.print(line)

    def clear(self) -> None:
        """Start on an empty screen."""
        self.begin()
        self.console.clear()

    def rule(self) -> None:
        """Print a faint line across, which begins something new."""
        self.begin()
        self._show(lambda: self._put(Text("─" * self.width, FAINT)))

    def wrapped(self, text: str, width: int) -> list[str]:
        """Break ``text`` into lines of at most ``width`` columns, between words if possible."""
        return [line.plain.rstrip() for line in self._wrap(Text(text), width)]

    def hanging(self, line: str, width: int) -> list[str]:
        """Break ``line`` as ``wrapped`` does, and indent what follows below its own sign or number."""
        own = lead_of(line)
        first, *others = self.wrapped(line.removeprefix(own), width - cell_len(own))
        return [f"{own}{first}", *(f"{' ' * cell_len(own)}{other}" for other in others)]

    def cut(self, text: str, width: int) -> str:
        """Shorten ``text`` to ``width`` columns."""
        shortened = Text(text)
        shortened.truncate(max(1, width), overflow="ellipsis")
        return shortened.plain

    def _wrap(self, text: Text, width: int) -> Iterator[Text]:
        width = max(8, width)
        kept = text.copy()
        kept.plain = keep_together(text.plain, width)
        for line in kept.wrap(self.console, width) or [Text()]:
            line.plain = restore_spaces(line.plain)
            yield line


def styled(spans: Iterable[Span], style: str = "") -> Text:
    """Return spans as rich text, in ``style`` in addition to their own styles."""
    text = Text(style=style)
    for span in spans:
        text.append(span.text, _STYLES[span.style])
    return text


def styled_line(line: str, style: str = "") -> Text:
    """Return a single line of Markdown as rich text."""
    return styled(read_line(line), style)


def bar(share: float, cells: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Return a bar of ``cells`` columns, ``share`` of it (0 to 1) heavy, so that it reads without colors too."""
    # Full only if nothing is missing.
    full = max(0, min(cells if share >= 1 else cells - 1, round(share * cells)))
    return ("━" * full, BAR), ("─" * (cells - full), FAINT)


def badge(text: str, style: str) -> tuple[str, str]:
    """Return ``text`` on the background of ``style``, with a space at both ends."""
    return f" {text} ", f"bold {style}"


def sign(outcome: Outcome) -> tuple[str, str]:
    """Return the sign of a verdict in its color."""
    return messages.SIGNS[outcome], f"bold {COLORS[outcome]}"
